public import ArgumentParser
public import Registry

extension ExportedFormat: ExpressibleByArgument {
  /// The format of a name.
  public init?(argument: String) { self.init(named: argument) }

  /// The names.
  public static var allValueStrings: [String] { all.map(\.name) }
}
