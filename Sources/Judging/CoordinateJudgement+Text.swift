internal import SimpleFeatures

/// Coordinates as messages print them.
extension CoordinateJudgement {
  /// A number to the millimetre, or of degrees to seven decimals.
  static func text(_ value: Double) -> String {
    let decimals = value.magnitude < 1000 ? 7 : 3
    let scale = decimals == 7 ? 1e7 : 1e3
    let scaled = (value * scale).rounded()
    guard scaled.magnitude < 1e18 else { return "\(value)" }
    let whole = Int64(scaled.magnitude)
    let fraction = String(whole % Int64(scale))
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return "\(scaled < 0 ? "-" : "")\(whole / Int64(scale)).\(zeros)\(fraction)"
  }

  /// The first vertex of a layout.
  static func text(_ entry: CoordinateTally.Entry) -> String {
    "\(text(entry.first)), \(text(entry.second))"
  }

  /// A layout in letters: `37EEEEEE, NNNNNNN`.
  static func text(of layout: CoordinateLayout) -> String {
    let (east, north): (String, String)
    switch layout {
    case .degrees: (east, north) = ("lon", "lat")
    case .metres: (east, north) = ("E", "N")
    case .zoned(let zone, _): (east, north) = ("\(zone)E", "N")
    case .outside: (east, north) = ("?", "?")
    }
    return layout.eastingFirst == true ? "\(east), \(north)" : "\(north), \(east)"
  }
}
