public import Planning

/// Why a question about a place is not put.
public enum PlaceFault: Error, Hashable, Sendable {
  /// There is no such layer; those there are.
  case unknownLayer(String, known: [String])
  /// A point lies where the register's coordinate system is not meant to be used.
  case outside(String)
  /// The register has neither boundaries nor layers.
  case nothingToCheck
  /// A file that is asked with as many points holds something else.
  case notPoints(String)
  /// The coordinates or the file cannot be used: the diagnostics say why.
  case refused([Diagnostic])
}
