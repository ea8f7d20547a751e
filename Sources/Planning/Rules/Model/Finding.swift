internal import Characters
public import SimpleFeatures
public import Terms

/// What a rule found: facts only; its sentence is made by the rule's message and the language.
public struct Finding: Hashable, Sendable {
  /// What follows for the land, where a rule tells more than its severity.
  public enum Conclusion: String, Hashable, Sendable, Codable, CaseIterable {
    /// It cannot stay so.
    case conflict
    /// It may stay where a basis that is named allows it.
    case conditional
  }

  /// The rule.
  public var code: RuleCode
  /// How grave it is.
  public var severity: Diagnostic.Severity
  /// What it is about, the first mainly.
  public var subjects: [FindingSubject]
  /// The values of the rule's message, by their names in it.
  public var values: [String: FindingValue] = [:]
  /// What tells it from other findings of the rule about the same subjects: an indicator, a place.
  public var detail = ""
  /// What follows, where it is a question of conflict.
  public var conclusion: Conclusion?
  /// The area of land it is about, in square metres.
  public var squareMetres: Double?
  /// That area as a share of the first subject's, in percent.
  public var share: Double?
  /// Where it is, in the register's coordinate system.
  public var shape: Geometry?
  /// Whether the place is so thin that it comes from drawing.
  public var isSliver = false
  /// Whether a boundary or a layer that only shows roughly where something lies takes part.
  public var isSchematic = false
  /// The documents and lines that say what was compared.
  public var sources: [DocumentReference] = []
  /// Why it does not count, where somebody said so.
  public var acceptance: FindingAcceptance?
  /// An acceptance that does not hold any longer, because the land has grown since.
  public var outgrown: FindingAcceptance?

  /// A finding.
  public init(
    _ code: RuleCode, _ severity: Diagnostic.Severity, subjects: [FindingSubject],
    values: [String: FindingValue] = [:]
  ) {
    self.code = code
    self.severity = severity
    self.subjects = subjects
    self.values = values
  }

  /// The name by which it is accepted: the same in each check for as long as rule, subjects and
  /// detail are, whatever the order of import. Twelve hexadecimal digits.
  public var id: String {
    let parts =
      [code.rawValue] + subjects.map { "\($0.kind.rawValue)|\($0.key)" }.sorted() + [detail]
    return String(
      ContentDigest.hexadecimal(of: parts.joined(separator: "\u{1F}").utf8).prefix(12))
  }
}

/// What a finding is about: a parcel, a document, a boundary, a layer's feature.
public struct FindingSubject: Hashable, Sendable {
  /// What kind of thing it is.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case parcel, document, transaction, boundary
    case layerFeature = "layer_feature"
    case layer
    case register
  }

  /// What kind of thing it is.
  public var kind: Kind
  /// What tells it from all others of its kind, whatever the order of import: plan and number of a
  /// parcel, number of a document, layer and feature.
  public var key: String
  /// Its name for people: `NX-03`, `中政函〔2025〕62号`.
  public var label: String
  /// The plan that a parcel's number belongs to, the name of a feature's layer.
  public var group: String?

  /// A subject.
  public init(kind: Kind, key: String, label: String, group: String? = nil) {
    self.kind = kind
    self.key = key
    self.label = label
    self.group = group
  }

  /// A parcel.
  public init(_ record: ParcelRecord) {
    self.init(
      kind: .parcel,
      key: [record.county, record.values.plan, record.label].map { $0 ?? "" }
        .joined(separator: "|"),
      label: record.label, group: record.values.plan)
  }

  /// A document.
  public init(_ document: DocumentReference) {
    self.init(kind: .document, key: document.name, label: document.name)
  }
}

extension FindingSubject {
  /// What a sentence calls it: the feature of a layer with the layer's name.
  public var name: String {
    guard kind == .layerFeature, let group else { return label }
    return "\(group) \(label)"
  }
}

extension FindingSubject: Encodable {
  enum CodingKeys: String, CodingKey {
    case kind, label, group, key
  }
}

/// A value in a finding's sentence. How it is written depends on what it is and on the language.
public enum FindingValue: Hashable, Sendable {
  /// A name, a number of a parcel or a document, as it stands.
  case text(String)
  /// The names of several, in order.
  case texts([String])
  /// A count.
  case count(Int)
  /// A plain number.
  case number(Double)
  /// Square metres; written with 亩 for people.
  case squareMetres(Double)
  /// Metres.
  case metres(Double)
  /// Percent.
  case percent(Double)
  /// A day.
  case date(CalendarDate)
  /// A land use: code and name.
  case landUse(LandUse)
  /// An indicator's name.
  case indicator(Indicator)
  /// The names of several indicators.
  case indicators([Indicator])
  /// An indicator's interval, in its notation.
  case interval(Interval, Indicator)
  /// A kind of act.
  case act(TransactionKind)
  /// Why a shape is not valid: a key of ``ShapeFault/reason``.
  case shapeReason(String)
  /// What a layer stands for.
  case layerRole(LayerRole)
  /// Words that the rule itself gives in both languages.
  case words(LocalText)
}

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
  /// The folder of the file that would be looked at is not here: it may be another computer's.
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

/// Why a finding is let pass, kept with who said so and when.
public struct FindingAcceptance: Hashable, Sendable, Codable {
  /// The finding's id.
  public var finding: String
  /// The reason.
  public var reason: String
  /// Who said so.
  public var author: String
  /// When it was recorded, UTC.
  public var recordedAt: String
  /// The area of the finding then, in square metres. Where the land has grown since, the finding
  /// counts again.
  public var squareMetres: Double?
  /// Whether the finding is not accepted any longer.
  public var isWithdrawn: Bool
  /// The rule's code, for a list of what was accepted.
  public var rule: String?
  /// The names of the finding's subjects, for such a list.
  public var subject: String?

  /// An acceptance.
  public init(
    finding: String, reason: String, author: String, recordedAt: String,
    squareMetres: Double? = nil, isWithdrawn: Bool = false, rule: String? = nil,
    subject: String? = nil
  ) {
    self.finding = finding
    self.reason = reason
    self.author = author
    self.recordedAt = recordedAt
    self.squareMetres = squareMetres
    self.isWithdrawn = isWithdrawn
    self.rule = rule
    self.subject = subject
  }

  enum CodingKeys: String, CodingKey {
    case finding, reason, author
    case recordedAt = "recorded_at"
    case squareMetres = "area_m2"
    case isWithdrawn = "withdrawn"
    case rule, subject
  }
}

/// Gathers what rules found, what they looked at and what they could not look at.
public struct FindingCollector: Sendable {
  /// What was asked of one rule.
  public struct Tally: Hashable, Sendable {
    /// Of how many subjects it was asked.
    public var checked = 0
    /// Of how many it could not be asked, and why.
    public var notChecked: [NotCheckedReason: Int] = [:]
    /// How many findings there are.
    public var findings = 0

    /// Nothing was asked yet.
    public init() {}
  }

  /// The rules, the day and the scope.
  public let book: RuleBook
  /// What was found.
  public private(set) var findings: [Finding] = []
  /// What was asked, by rule.
  public private(set) var tallies: [RuleCode: Tally] = [:]

  /// Nothing yet.
  public init(_ book: RuleBook) {
    self.book = book
  }

  /// Says that a rule was asked of so many subjects.
  public mutating func checked(_ code: RuleCode, count: Int = 1) {
    guard book.asks(code) else { return }
    tallies[code, default: Tally()].checked += count
  }

  /// Says that a rule could not be asked of so many subjects.
  public mutating func notChecked(_ code: RuleCode, _ reason: NotCheckedReason, count: Int = 1) {
    guard count > 0, book.asks(code) else { return }
    tallies[code, default: Tally()].notChecked[reason, default: 0] += count
  }

  /// Adds a finding about subjects of a stage; it is not added where the rule is not asked at that
  /// stage.
  ///
  /// What the finding has anyway need not be given again as a value: `subject` and `parcel` are the
  /// first subject's name, `area` and `share` the finding's own, unless the rule gives others.
  ///
  /// - Parameter severity: how grave it is, where the rule itself tells that from what it found; else
  ///   the profile's severity at the stage.
  public mutating func add(
    _ code: RuleCode, at stage: RuleStage, severity: Diagnostic.Severity? = nil,
    subjects: [FindingSubject], values: [String: FindingValue],
    _ complete: (inout Finding) -> Void = { _ in }
  ) {
    guard let stated = book.severity(code, at: stage) else { return }
    var finding = Finding(
      code, severity ?? stated, subjects: subjects, values: values)
    complete(&finding)
    finding.completeValues()
    findings.append(finding)
    tallies[code, default: Tally()].findings += 1
  }
}

extension Finding {
  /// Adds the values that follow from the finding itself, where the rule gave no others.
  fileprivate mutating func completeValues() {
    for name in ["subject", "parcel"] where values[name] == nil {
      values[name] = subjects.first.map { .text($0.label) }
    }
    if values["area"] == nil { values["area"] = squareMetres.map(FindingValue.squareMetres) }
    if values["share"] == nil { values["share"] = share.map(FindingValue.percent) }
  }
}
