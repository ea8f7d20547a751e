internal import Characters

/// The rows of Data/vocabularies/crosswalk.csv: each leads from a class of an older or other scheme
/// to MNR-2023.
///
/// Read on first use, apart from the vocabulary: most questions need no crosswalk.
struct LandUseCrosswalk: Sendable {
  static let standard = LandUseCrosswalk()

  struct Row: Sendable {
    let scheme: LandUseScheme
    let code: String
    /// The code in MNR-2023; empty where there is no counterpart.
    let target: String
    let relation: LandUseRelation
    let confidence: LandUseConfidence
    let note: String?
    let noteChinese: String?
  }

  let rows: [Row]
  private let bySource: [String: [Int]]
  private let byTarget: [String: [Int]]

  private init() {
    var rows: [Row] = []
    for fields in SeparatedRows.cells(ofTable: "crosswalk") where fields.count == 11 {
      guard let scheme = LandUseScheme(rawValue: fields[0]),
        let relation = LandUseRelation(rawValue: fields[6]),
        let confidence = LandUseConfidence(rawValue: fields[7])
      else { continue }
      rows.append(
        Row(
          scheme: scheme, code: fields[1], target: fields[4], relation: relation,
          confidence: confidence, note: fields[9].isEmpty ? nil : fields[9],
          noteChinese: fields[10].isEmpty ? nil : fields[10]))
    }
    var bySource: [String: [Int]] = [:]
    var byTarget: [String: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      bySource[row.code, default: []].append(index)
      byTarget[row.target, default: []].append(index)
    }
    self.rows = rows
    self.bySource = bySource
    self.byTarget = byTarget
  }

  /// The rows of meaning that lead from a class; the reuse of digits is no relation of meaning.
  func rows(from item: LandUseClass) -> [Row] {
    (bySource[item.code] ?? []).map { rows[$0] }.filter {
      $0.scheme == item.scheme && $0.relation != .reused && $0.relation != .added
    }
  }

  /// The rows of meaning that lead from a scheme to a code of MNR-2023.
  func rows(to code: String, from scheme: LandUseScheme) -> [Row] {
    (byTarget[code] ?? []).map { rows[$0] }.filter {
      $0.scheme == scheme && $0.relation != .reused && $0.relation != .added
    }
  }
}

/// One row of the crosswalk, seen from the class that was asked about.
public struct LandUseEquivalent: Hashable, Sendable {
  /// The class asked about.
  public let from: LandUseClass
  /// Its counterpart, or `nil` where the crosswalk says that there is none.
  public let to: LandUseClass?
  /// How the two stand to each other, seen from `from`.
  public let relation: LandUseRelation
  /// How sure the row is; over several rows, the least of them.
  public let confidence: LandUseConfidence
  /// The classes in between where no row joins the two directly: the way goes over MNR-2023.
  public let via: [LandUseClass]
  /// What a reader should know, in English, or `nil`.
  public let note: String?
  /// The same in Chinese.
  public let noteChinese: String?

  /// A row.
  public init(
    from: LandUseClass, to: LandUseClass?, relation: LandUseRelation,
    confidence: LandUseConfidence, via: [LandUseClass] = [], note: String? = nil,
    noteChinese: String? = nil
  ) {
    self.from = from
    self.to = to
    self.relation = relation
    self.confidence = confidence
    self.via = via
    self.note = note
    self.noteChinese = noteChinese
  }
}

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

/// How sure a row of a vocabulary or crosswalk is.
public enum LandUseConfidence: String, Hashable, Sendable, Codable, CaseIterable {
  /// Two sources agree, or the names are the same.
  case high
  /// One good source, or a clear fit.
  case mediumHigh = "medium-high"
  /// One source, or a fit that practice divides over.
  case medium
  /// A hint. For a class: local practice, not the published scheme.
  case low
  /// The row says that there is nothing to map to.
  case none
}

extension LandUseConfidence: Comparable {
  private var rank: Int {
    switch self {
    case .none: 0
    case .low: 1
    case .medium: 2
    case .mediumHigh: 3
    case .high: 4
    }
  }

  /// Orders by sureness, the least first.
  public static func < (a: LandUseConfidence, b: LandUseConfidence) -> Bool { a.rank < b.rank }
}
