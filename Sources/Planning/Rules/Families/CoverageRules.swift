public import SimpleFeatures
public import Terms

/// Coverage: overlaps, gaps, vertices that a neighbour lacks, land outside the plan.
public struct CoverageRules: Sendable {
  /// Land that two shapes have in common.
  public struct Overlap: Hashable, Sendable {
    /// What it means that they meet.
    public var meaning: LandMeeting
    /// The land in common, in square metres.
    public var squareMetres: Double
    /// The length of its edge in metres; `nil` where it is too large to be a sliver.
    public var perimeter: Double?

    /// An overlap.
    public init(meaning: LandMeeting, squareMetres: Double, perimeter: Double? = nil) {
      self.meaning = meaning
      self.squareMetres = squareMetres
      self.perimeter = perimeter
    }
  }

  private let rules: RuleBook

  /// The rules of a book.
  public init(_ book: RuleBook) {
    rules = book
  }

  /// From what area on land in common is looked at: less comes from rounding.
  public var minimumOverlap: Double {
    let numbers = [
      rules.number(.coverageOverlap, "minimum_m2"), rules.number(.coverageSliver, "minimum_m2"),
    ]
    return numbers.filter(\.isFinite).min() ?? 0
  }

  /// Whether land of an area may be a sliver, so that its perimeter is needed.
  public func mayBeSliver(squareMetres: Double) -> Bool {
    squareMetres <= rules.profile.slivers.area
  }

  /// Judges the land that two shapes have in common.
  ///
  /// - Parameter shape: makes the land in common, where it is a finding.
  public func judge(
    _ overlap: Overlap, of first: CheckedShape, and second: CheckedShape,
    into findings: inout FindingCollector, shape: () -> Geometry?
  ) {
    guard overlap.meaning.isFinding else { return }
    let isSliver = overlap.perimeter.map {
      rules.profile.slivers.isSliver(area: overlap.squareMetres, perimeter: $0)
    }
    let code: RuleCode = isSliver == true ? .coverageSliver : .coverageOverlap
    let minimum = rules.number(code, "minimum_m2")
    guard !(overlap.squareMetres <= minimum) else { return }
    let (a, b) =
      (first.subject.key, first.subject.label) < (second.subject.key, second.subject.label)
      ? (first, second) : (second, first)
    let stage = RuleStage.allCases.last { $0 == a.stage || $0 == b.stage } ?? a.stage
    // What two plans in force say of one piece of land is for people to weigh.
    let severity: Diagnostic.Severity? =
      code == .coverageOverlap && overlap.meaning != .samePlan ? .warning : nil
    var values: [String: FindingValue] = [
      "subject": .text(a.subject.name), "other": .text(b.subject.name),
      "area": .squareMetres(overlap.squareMetres),
    ]
    if code == .coverageOverlap {
      values["meaning"] = .words(
        rules.words(code, "meaning_\(overlap.meaning.rawValue)") ?? LocalText("", ""))
    } else if let perimeter = overlap.perimeter {
      values["width"] = .metres(CoverageRules.width(overlap.squareMetres, perimeter))
    }
    findings.add(
      code, at: stage, severity: severity, subjects: [a.subject, b.subject], values: values
    ) { finding in
      finding.take(a, squareMetres: overlap.squareMetres)
      finding.take(b, squareMetres: overlap.squareMetres)
      finding.share = CoverageRules.share(overlap.squareMetres, of: a)
      finding.isSliver = code == .coverageSliver
      finding.shape = shape()
    }
  }

  /// Judges a gap that shapes enclose.
  ///
  /// - Parameters:
  ///   - place: what tells the gap from others of the same neighbours: where it lies.
  ///   - shape: makes the gap, where it is a finding.
  public func judgeGap(
    squareMetres: Double, perimeter: Double, between neighbours: [CheckedShape], place: String,
    into findings: inout FindingCollector, shape: () -> Geometry?
  ) {
    guard let first = neighbours.first,
      !(squareMetres <= rules.number(.coverageGap, "minimum_m2")),
      !(squareMetres > rules.number(.coverageGap, "maximum_m2"))
    else { return }
    let isSliver = rules.profile.slivers.isSliver(area: squareMetres, perimeter: perimeter)
    findings.add(
      .coverageGap, at: first.stage, severity: isSliver ? .info : nil,
      subjects: neighbours.map(\.subject),
      values: [
        "area": .squareMetres(squareMetres), "parcels": .texts(neighbours.map(\.subject.name)),
        "width": .metres(CoverageRules.width(squareMetres, perimeter)),
      ]
    ) { finding in
      for neighbour in neighbours { finding.take(neighbour, squareMetres: squareMetres) }
      finding.share = nil
      finding.detail = place
      finding.isSliver = isSliver
      finding.shape = shape()
    }
  }

  /// Judges vertices of one shape on an edge of another that has none there.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - distance: the farthest that one lies off the edge, in metres.
  public func judgeMissingVertices(
    _ count: Int, distance: Double, in shape: CheckedShape, of neighbour: CheckedShape,
    at place: Geometry?, into findings: inout FindingCollector
  ) {
    findings.add(
      .coverageMissingVertex, at: shape.stage, subjects: [shape.subject, neighbour.subject],
      values: [
        "subject": .text(shape.subject.name), "other": .text(neighbour.subject.name),
        "count": .count(count), "distance": .metres(distance),
      ]
    ) { finding in
      finding.take(shape)
      finding.take(neighbour)
      finding.shape = place
      // Both may lack vertices that the other has: those are two findings about the same two.
      finding.detail = shape.subject.key
    }
  }

  /// Judges land outside the plan's layer.
  ///
  /// - Parameters:
  ///   - role: what the layer stands for by which it is judged.
  ///   - perimeter: the length of the edge of the land outside; `nil` where it is too large for a
  ///     sliver.
  public func judgeOutside(
    squareMetres: Double, perimeter: Double?, of shape: CheckedShape, role: LayerRole,
    layers: [String], isSchematic: Bool, into findings: inout FindingCollector,
    land: () -> Geometry?
  ) {
    guard !(squareMetres <= rules.number(.coverageOutsidePlan, "minimum_m2")) else { return }
    let isSliver =
      perimeter.map { rules.profile.slivers.isSliver(area: squareMetres, perimeter: $0) } ?? false
    findings.add(
      .coverageOutsidePlan, at: shape.stage, severity: isSliver ? .info : nil,
      subjects: [shape.subject],
      values: [
        "subject": .text(shape.subject.name), "area": .squareMetres(squareMetres),
        "role": .layerRole(role), "layers": .texts(layers),
      ]
    ) { finding in
      finding.take(shape, squareMetres: squareMetres)
      finding.isSliver = isSliver
      finding.isSchematic = finding.isSchematic || isSchematic
      finding.shape = land()
    }
  }

  /// The mean width of a long strip, in metres.
  private static func width(_ squareMetres: Double, _ perimeter: Double) -> Double {
    perimeter > 0 ? 2 * squareMetres / perimeter : 0
  }

  /// Land as a share of a shape's, in percent.
  private static func share(_ squareMetres: Double, of shape: CheckedShape) -> Double? {
    shape.squareMetres.flatMap { $0 > 0 ? min(squareMetres / $0, 1) * 100 : nil }
  }
}

/// Where a parcel stands among plans and acts: by that an overlap with another is judged.
public struct LandStanding: Hashable, Sendable {
  /// What makes the parcel.
  public enum Kind: String, Hashable, Sendable {
    /// A plan or its approval.
    case plan
    /// Reserve, supply or reclaim: no plan speaks of it.
    case act
    /// Its boundary alone: a draft, or a piece of the cadastre.
    case map
  }

  /// What makes it.
  public var kind: Kind
  /// The county, where it can be told.
  public var county: String?
  /// The key of its plan, where it is told.
  public var planKey: String?
  /// Its number's key.
  public var number: String
  /// The keys of the numbers it came from and of those that took its place.
  public var kin: Set<String> = []
  /// Whether other parcels have taken its place.
  public var isSuperseded = false
  /// Whether its supply is approved or concluded and it was not taken back.
  public var isSupplied = false

  /// A standing.
  public init(kind: Kind, county: String?, planKey: String?, number: String) {
    self.kind = kind
    self.county = county
    self.planKey = planKey
    self.number = number
  }

  /// The standing of a parcel.
  ///
  /// - Parameters:
  ///   - key: the key of its plot.
  ///   - planKey: the key of its plan's name.
  public init(of record: ParcelRecord, key: String, planKey: String?) {
    let isPlanned = record.documents.contains { reference in
      reference.kind == .planApproval || reference.kind == .developmentScheme
    }
    let hasPlanAndStatements = planKey != nil && record.sources["plan"]?.kind != .other
    self.init(
      kind: record.status == .mapped
        ? .map : isPlanned || hasPlanAndStatements ? .plan : .act,
      county: record.county, planKey: planKey, number: key)
    if !record.kinship.isEmpty {
      kin = Set(
        (record.kinship.predecessors + record.kinship.successors).compactMap(PlotKey.ofNumber))
    }
    isSuperseded = record.status == .superseded
    isSupplied = record.status == .supplied || record.status == .supplyApproved
  }
}

/// What it means that two parcels have land in common.
public enum LandMeeting: String, Hashable, Sendable, CaseIterable {
  /// Two parcels of one plan, or of one map without plan: they must not.
  case samePlan = "same_plan"
  /// Parcels of two plans in force: one of them should have given way.
  case otherPlan = "other_plan"
  /// Two supplied plots: the same land was supplied twice.
  case suppliedTwice = "supplied_twice"
  /// An act on land of a plan: as it should be. Use and indicators are compared instead.
  case actOnPlan = "act_on_plan"
  /// One follows the other: a split, a merger, a reserve and its supply, a draft and its plan.
  case successive
  /// Another has taken the place of one of them.
  case superseded

  /// What it means that these two meet, in whatever order they are named.
  public init(_ a: LandStanding, _ b: LandStanding) {
    if a.isSuperseded || b.isSuperseded {
      self = .superseded
    } else if a.kin.contains(b.number) || b.kin.contains(a.number) {
      self = .successive
    } else {
      let isSameCounty = a.county == nil || b.county == nil || a.county == b.county
      let isSamePlan = a.planKey == b.planKey && isSameCounty
      switch (a.kind, b.kind) {
      case (.plan, .plan): self = isSamePlan && a.planKey != nil ? .samePlan : .otherPlan
      case (.map, .map): self = isSamePlan ? .samePlan : .successive
      case (.act, .act): self = a.isSupplied && b.isSupplied ? .suppliedTwice : .successive
      case (.plan, .act), (.act, .plan): self = .actOnPlan
      case (.map, .plan), (.plan, .map), (.map, .act), (.act, .map): self = .successive
      }
    }
  }

  /// Whether it is a finding, by the rule on overlaps.
  public var isFinding: Bool {
    switch self {
    case .samePlan, .otherPlan, .suppliedTwice: true
    case .actOnPlan, .successive, .superseded: false
    }
  }
}
