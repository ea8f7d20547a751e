internal import Terms

/// The rules that a register is held against. A code is stable: it is never given to another rule.
public enum RuleCode: String, Hashable, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
  // Shapes.
  case shapeInvalid = "shape_invalid"
  case shapeNotProcessable = "shape_not_processable"
  case shapeDuplicateVertex = "shape_duplicate_vertex"
  case shapeSpike = "shape_spike"
  case shapeRingDirection = "shape_ring_direction"
  case shapeDuplicate = "shape_duplicate"
  case shapeComplexity = "shape_complexity"
  case shapeRepaired = "shape_repaired"
  // Coverage.
  case coverageOverlap = "coverage_overlap"
  case coverageSliver = "coverage_sliver"
  case coverageGap = "coverage_gap"
  case coverageMissingVertex = "coverage_missing_vertex"
  case coverageOutsidePlan = "coverage_outside_plan"
  // Areas.
  case areaDiffers = "area_differs"
  case areaTotalMembers = "area_total_members"
  case areaPlanTotal = "area_plan_total"
  case areaActDiffers = "area_act_differs"
  // Indicators.
  case indicatorRange = "indicator_range"
  case indicatorEmptyInterval = "indicator_empty_interval"
  case indicatorMissing = "indicator_missing"
  case indicatorDirection = "indicator_direction"
  case indicatorConflict = "indicator_conflict"
  // Use.
  case useNotInScheme = "use_not_in_scheme"
  case useSchemeNotInForce = "use_scheme_not_in_force"
  case useNameMismatch = "use_name_mismatch"
  case useSuppliedAgainstPlan = "use_supplied_against_plan"
  case useReservedBlankSupplied = "use_reserved_blank_supplied"
  // Life cycle.
  case supplyWithoutReserve = "supply_without_reserve"
  case supplyWithoutPlan = "supply_without_plan"
  case reclaimedStillSupplied = "reclaimed_still_supplied"
  case adjustedAfterSupply = "adjusted_after_supply"
  case landCountedTwice = "land_counted_twice"
  case reserveTotal = "reserve_total"
  // The three lines, and what else land use is reviewed by.
  case farmlandOccupied = "farmland_occupied"
  case redlineOccupied = "redline_occupied"
  case growthBoundaryOutside = "growth_boundary_outside"
  case growthBoundaryZone = "growth_boundary_zone"
  case hazardNear = "hazard_near"
  case existingUseTaken = "existing_use_taken"
  // The register itself.
  case documentFileMissing = "document_file_missing"
  case boundaryOrphan = "boundary_orphan"
  case parcelWithoutBoundary = "parcel_without_boundary"
}

/// What rules are about: the families in which they stand in Data/rules, a file each.
public enum RuleFamily: String, Hashable, Sendable, Codable, CaseIterable {
  case shapes, coverage, areas, indicators, use
  case lifeCycle = "life_cycle"
  case threeLines = "three_lines"
  case register
}

/// The moment in the life of land at which a rule is asked; its severity may depend on it.
public enum RuleStage: String, Hashable, Sendable, Codable, CaseIterable {
  /// No approval speaks of it yet.
  case draft
  /// A plan is approved.
  case approved
  /// Its supply is approved or concluded.
  case supplied
}

extension RuleStage {
  /// The stage a parcel has reached.
  public init(of record: ParcelRecord) {
    switch record.status {
    case .mapped: self = .draft
    case .planned, .reserved, .plannedSupply, .reclaimed, .superseded: self = .approved
    case .supplyApproved, .supplied: self = .supplied
    }
  }
}

/// What is checked: the subject of `yulin check`.
public enum CheckScope: String, Hashable, Sendable, Codable, CaseIterable {
  /// Parcels and their boundaries.
  case parcels
  /// What plans and their approvals say.
  case plans
  /// Reserve, supply and reclaim acts.
  case supply
  /// The reference layers themselves.
  case layers
  /// Everything.
  case all
}

/// A rule as a profile has it: what it means, how grave it is, by what it judges and why.
public struct Rule: Hashable, Sendable {
  /// Whose work it is to mend a finding.
  public enum Responsibility: String, Hashable, Sendable, Codable, CaseIterable {
    /// The one who sent the document or the shapes.
    case sender
    /// The bureau that keeps the register.
    case bureau
  }

  /// Its code.
  public var code: RuleCode
  /// Its family.
  public var family: RuleFamily
  /// What `yulin check` it belongs to.
  public var scopes: Set<CheckScope>
  /// Its name.
  public var title: LocalText
  /// What it asks, and why.
  public var about: LocalText
  /// What a finding says; `{name}` stands for a value of the finding, see ``Finding/values``.
  public var message: LocalText
  /// What to do about a finding.
  public var advice: LocalText
  /// The values that a finding has, by the names in message and advice, and what each is.
  public var values: [String: LocalText]
  /// How grave a finding is at each stage; a stage that is absent is not asked.
  public var severities: [RuleStage: Diagnostic.Severity]
  /// By what it judges.
  public var parameters: [String: RuleParameter]
  /// The document, standard or practice that it comes from.
  public var source: LocalText
  /// The first day on which it is asked; `nil` for always.
  public var inForceFrom: CalendarDate?
  /// The last day on which it is asked; `nil` for until further notice.
  public var inForceUntil: CalendarDate?
  /// Whose work it is to mend a finding.
  public var responsibility: Responsibility
  /// Whether it is asked at all.
  public var isEnabled: Bool
  /// What passes it, in a few words.
  public var passingExample: LocalText?
  /// What fails it, in a few words.
  public var failingExample: LocalText?

  /// A rule.
  public init(
    code: RuleCode, family: RuleFamily, scopes: Set<CheckScope>, title: LocalText,
    about: LocalText, message: LocalText, advice: LocalText, values: [String: LocalText] = [:],
    severities: [RuleStage: Diagnostic.Severity], parameters: [String: RuleParameter] = [:],
    source: LocalText, inForceFrom: CalendarDate? = nil, inForceUntil: CalendarDate? = nil,
    responsibility: Responsibility = .sender, isEnabled: Bool = true,
    passingExample: LocalText? = nil, failingExample: LocalText? = nil
  ) {
    self.code = code
    self.family = family
    self.scopes = scopes
    self.title = title
    self.about = about
    self.message = message
    self.advice = advice
    self.values = values
    self.severities = severities
    self.parameters = parameters
    self.source = source
    self.inForceFrom = inForceFrom
    self.inForceUntil = inForceUntil
    self.responsibility = responsibility
    self.isEnabled = isEnabled
    self.passingExample = passingExample
    self.failingExample = failingExample
  }

  /// Whether it is asked on a day. A fact without a day is asked always.
  public func isInForce(on day: CalendarDate?) -> Bool {
    guard let day else { return true }
    return inForceFrom.map { $0 <= day } ?? true && inForceUntil.map { day <= $0 } ?? true
  }
}

extension Rule {
  /// The names that stand in braces in a template, in either language.
  public static func names(in template: LocalText) -> Set<String> {
    var names: Set<String> = []
    for text in [template.zh, template.en] {
      var rest = text[...]
      while let open = rest.firstIndex(of: "{") {
        rest = rest[rest.index(after: open)...]
        guard let close = rest.firstIndex(of: "}") else { break }
        names.insert(String(rest[..<close]))
        rest = rest[rest.index(after: close)...]
      }
    }
    return names
  }
}

/// A threshold or a list that a rule judges by.
public struct RuleParameter: Hashable, Sendable, Codable {
  /// What it holds.
  public enum Value: Hashable, Sendable {
    case number(Double)
    case text(String)
    case list([String])
    /// Numbers by a word: an indicator's limit by land-use code, say.
    case table([String: Double])
  }

  /// What it holds.
  public var value: Value
  /// The unit of numbers: `m2`, `m`, `percent`; empty where there is none.
  public var unit: String
  /// What it means.
  public var note: LocalText?

  /// A parameter.
  public init(_ value: Value, unit: String = "", note: LocalText? = nil) {
    self.value = value
    self.unit = unit
    self.note = note
  }
}

extension RuleParameter.Value: Codable {
  /// Reads a number, a text, a list of texts or a table of numbers.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([String].self) {
      self = .list(list)
    } else {
      self = .table(try container.decode([String: Double].self))
    }
  }

  /// Writes what it holds.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    case .table(let table): try container.encode(table)
    }
  }
}

/// A text in both languages, as a profile of rules gives it.
public struct LocalText: Hashable, Sendable, Codable {
  /// Chinese, simplified.
  public var zh: String
  /// English.
  public var en: String

  /// A text, Chinese first.
  public init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }
}
