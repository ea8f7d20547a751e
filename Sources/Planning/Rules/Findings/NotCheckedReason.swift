/// Why a rule could not be asked of something. It is never told as "none found".
public enum NotCheckedReason: Hashable, Sendable {
  /// No layer of the role is in the register.
  case layerMissing(LayerRole)
  /// The parcel has no boundary.
  case noBoundary
  /// The boundary or the feature is not valid.
  case invalidShape
  /// What would be compared is not stated.
  case notStated
  /// The scheme of the code is not known, or has no table.
  case schemeUnknown
  /// The file that would be looked at is in another place now.
  case fileElsewhere
  /// Documents name the place without coordinates.
  case noCoordinates
  /// The register has nothing of the kind.
  case nothingToCheck

  /// All of them, that of a missing layer for each role.
  public static var all: [NotCheckedReason] {
    LayerRole.allCases.map(NotCheckedReason.layerMissing) + [
      .noBoundary, .invalidShape, .notStated, .schemeUnknown, .fileElsewhere, .noCoordinates,
      .nothingToCheck,
    ]
  }

  /// A key for programs: `layer_missing:growth_boundary`.
  public var key: String {
    switch self {
    case .layerMissing(let role): "layer_missing:\(role.rawValue)"
    case .noBoundary: "no_boundary"
    case .invalidShape: "invalid_shape"
    case .notStated: "not_stated"
    case .schemeUnknown: "scheme_unknown"
    case .fileElsewhere: "file_elsewhere"
    case .noCoordinates: "no_coordinates"
    case .nothingToCheck: "nothing_to_check"
    }
  }
}
