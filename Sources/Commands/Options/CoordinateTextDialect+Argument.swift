public import ArgumentParser
public import Exchange
public import Planning

extension CoordinateTextDialect: ExpressibleByArgument {
  /// The dialect of a key, or of the name that staff use.
  public init?(argument: String) {
    let found = CoordinateTextDialect.allCases.first {
      $0.rawValue == argument.lowercased() || $0.name == argument
    }
    guard let found else { return nil }
    self = found
  }

  /// The dialects' keys.
  public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

extension CoordinateTextOptions.Encoding: ExpressibleByArgument {
  /// The encoding of a name: `gbk`, `gb18030`, `utf8`, `utf-8`.
  public init?(argument: String) {
    let folded = argument.lowercased()
    self.init(rawValue: folded == "utf8" ? "utf-8" : folded)
  }

  /// The names.
  public static var allValueStrings: [String] { ["gbk", "gb18030", "utf8"] }
}
