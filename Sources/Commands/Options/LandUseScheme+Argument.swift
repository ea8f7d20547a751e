public import ArgumentParser
public import Planning

extension LandUseScheme: ExpressibleByArgument {
  /// Reads a scheme's name as people write it: `MNR-2023`, `mnr2023`, `2023`, `GB/T 21010`,
  /// `gb50137`.
  public init?(argument: String) {
    func folded(_ text: String) -> String {
      text.lowercased().filter { $0.isLetter || $0.isNumber }
    }
    let wanted = folded(argument)
    guard !wanted.isEmpty else { return nil }
    let schemes = LandUseScheme.allCases.filter { $0 != .unknown }
    let exact = schemes.filter { folded($0.rawValue) == wanted }
    let near = schemes.filter { folded($0.rawValue).contains(wanted) }
    let found = exact.isEmpty ? near : exact
    guard found.count == 1, let scheme = found.first else { return nil }
    self = scheme
  }

  /// The schemes' names, for help and for mistakes.
  public static var allValueStrings: [String] {
    allCases.filter { $0 != .unknown }.map(\.rawValue)
  }
}
