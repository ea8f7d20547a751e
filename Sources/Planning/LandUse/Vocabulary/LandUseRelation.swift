/// How a class of one scheme stands to a class of another, seen from the class that was asked about.
public enum LandUseRelation: String, Hashable, Sendable, Codable, CaseIterable {
  /// The two cover the same land.
  case same = "1:1"
  /// The same land under another name, with the same code.
  case renamed
  /// The same land under another code.
  case recoded
  /// The same extent, which the other scheme divides further: the plan chooses among its children.
  case refined
  /// The class is divided: the other is one of several that take its land.
  case oneToMany = "1:n"
  /// The class is one of several that the other unites.
  case manyToOne = "n:1"
  /// The two overlap, and each has land that the other has not.
  case partial = "n:m"
  /// The other is the wider.
  case broader
  /// The other is the narrower.
  case narrower
  /// The class is a sum for statistics and no use of a parcel.
  case aggregate
  /// The class is written as a mix of two of the other scheme.
  case mixed
  /// No relation of meaning: the same digits stand for another class.
  case reused
  /// The other has no forerunner.
  case added

  /// The relation seen from the other class.
  var inverse: LandUseRelation {
    switch self {
    case .oneToMany: .manyToOne
    case .manyToOne: .oneToMany
    case .broader: .narrower
    case .narrower: .broader
    case .refined: .same
    default: self
    }
  }

  /// Whether the two cover the same land, whatever the code and the name.
  public var keepsExtent: Bool {
    switch self {
    case .same, .renamed, .recoded, .refined: true
    default: false
    }
  }

  /// The relation of a first class to a third, from this one to a second and that from there on.
  func followed(by next: LandUseRelation) -> LandUseRelation {
    if self.keepsExtent, next.keepsExtent { return self == next ? self : .same }
    if self.keepsExtent { return next }
    if next.keepsExtent || self == next { return self }
    return .partial
  }
}
