internal import Terms

/// Land use: codes and names in their scheme, supplied use against planned use.
public struct UseRules: RuleSet {
  /// A use as judged on a day: the day counts only where it decides the scheme.
  private struct Judged: Hashable {
    var use: LandUse
    var scheme: LandUseScheme
  }

  private var bridge = LandUseBridge()
  private var known: [Judged: [LandUseFinding]] = [:]
  private let schemes = Dictionary(
    LandUseVocabulary.standard.schemes.map { ($0.scheme, $0) }, uniquingKeysWith: { a, _ in a })

  /// Nothing was judged yet.
  public init() {}

  /// Judges a parcel.
  public mutating func judge(_ parcel: CheckedParcel, into findings: inout FindingCollector) {
    judgeCodes(parcel, into: &findings)
    judgeSchemes(parcel, into: &findings)
    judgeSupply(parcel, into: &findings)
    judgeReservedBlank(parcel, into: &findings)
  }

  // MARK: - Codes and names

  /// Codes that their scheme does not have, and names that are not the code's, by the scheme in force
  /// on the day of the document. A code that was inferred from the name agrees with it.
  private mutating func judgeCodes(
    _ parcel: CheckedParcel, into findings: inout FindingCollector
  ) {
    let codes = [RuleCode.useNotInScheme, .useNameMismatch].filter(findings.book.asks)
    guard !codes.isEmpty else { return }
    let source = parcel.record.sources["land_use"]
    for use in parcel.record.values.landUse {
      guard use.code != nil else {
        for code in codes { findings.notChecked(code, .notStated) }
        continue
      }
      let found = faults(of: use, on: source?.date)
      let isUnsettled = found.contains {
        if case .codeWithoutScheme = $0.fact { true } else { false }
      }
      guard !isUnsettled else {
        for code in codes { findings.notChecked(code, .schemeUnknown) }
        continue
      }
      for code in codes {
        if code == .useNameMismatch, use.name == nil {
          findings.notChecked(code, .notStated)
        } else {
          findings.checked(code)
        }
      }
      for fault in found { add(fault, parcel, source, into: &findings) }
    }
    if parcel.record.values.landUse.isEmpty {
      for code in codes { findings.notChecked(code, .notStated) }
    }
  }

  private mutating func faults(of use: LandUse, on date: CalendarDate?) -> [LandUseFinding] {
    let key = Judged(
      use: use, scheme: use.scheme == .unknown ? .ofNumericCodes(on: date) : use.scheme)
    if let found = known[key] { return found }
    let found = LandUseVocabulary.standard.findings(on: use, date: date)
    known[key] = found
    return found
  }

  private func add(
    _ fault: LandUseFinding, _ parcel: CheckedParcel, _ source: DocumentReference?,
    into findings: inout FindingCollector
  ) {
    let (rule, code): (RuleCode, String)
    var values: [String: FindingValue] = ["hint": .words(UseRules.hint(fault.candidates))]
    switch fault.fact {
    case .codeNotInScheme(let printed, let scheme):
      (rule, code) = (.useNotInScheme, printed)
      values["scheme"] = .text(scheme.rawValue)
    case .codeNameMismatch(let printed, let name, let expected, let scheme):
      (rule, code) = (.useNameMismatch, printed)
      values["name"] = .text(name)
      values["expected"] = .text(expected)
      values["scheme"] = .text(scheme.rawValue)
    default: return
    }
    values["code"] = .text(code)
    // Local subdivisions and wider names are only told.
    findings.add(
      rule, at: parcel.stage, severity: fault.severity == .info ? .info : nil,
      subjects: [parcel.subject], values: values
    ) { finding in
      finding.detail = code
      finding.name(source)
    }
  }

  /// What may have been meant.
  private static func hint(_ candidates: [LandUseClass]) -> LocalText {
    var names: [String] = []
    for item in candidates {
      let name = "\(item.scheme.rawValue) \(item.code) \(item.name)"
      if !names.contains(name) { names.append(name) }
    }
    guard !names.isEmpty else { return LocalText("", "") }
    return LocalText(
      "；可能是 " + names.prefix(3).joined(separator: "、"),
      "; it may be " + names.prefix(3).joined(separator: ", "))
  }

  // MARK: - Schemes

  /// A code of a scheme that was not yet, or no longer, in force on the day of the document.
  private func judgeSchemes(_ parcel: CheckedParcel, into findings: inout FindingCollector) {
    let code = RuleCode.useSchemeNotInForce
    guard findings.book.asks(code) else { return }
    let coded = parcel.record.values.landUse.filter { $0.code != nil && !$0.codeInferred }
    let source = parcel.record.sources["land_use"]
    guard !coded.isEmpty, let date = source?.date else {
      return findings.notChecked(code, .notStated)
    }
    for use in coded {
      guard use.scheme != .unknown, let facts = schemes[use.scheme],
        facts.inForceFrom != nil || facts.replacedOn != nil
      else {
        findings.notChecked(code, .schemeUnknown)
        continue
      }
      findings.checked(code)
      let isEarly = facts.inForceFrom.map { date < $0 } ?? false
      let isLate = facts.replacedOn.map { $0 <= date } ?? false
      guard isEarly || isLate else { continue }
      findings.add(
        code, at: parcel.stage, subjects: [parcel.subject],
        values: [
          "code": .text(use.code ?? ""), "scheme": .text(use.scheme.rawValue),
          "date": .date(date),
          "state": findings.book.outcome(code, isEarly ? "not_yet" : "no_longer"),
        ]
      ) { finding in
        finding.detail = [use.scheme.rawValue, use.code ?? ""].joined(separator: "|")
        finding.name(source)
      }
    }
  }

  // MARK: - Supply

  /// The use that each supply prints against the planned use in force.
  private mutating func judgeSupply(
    _ parcel: CheckedParcel, into findings: inout FindingCollector
  ) {
    let code = RuleCode.useSuppliedAgainstPlan
    let supplies = parcel.supplies
    guard !supplies.isEmpty, findings.book.asks(code) else { return }
    let planned = parcel.record.values.landUse
    let plan = parcel.record.sources["land_use"]
    guard !planned.isEmpty, plan?.kind != .supply, plan?.kind != .supplyPlan else {
      return findings.notChecked(code, .notStated, count: supplies.count)
    }
    let plannedExtents = planned.map { bridge.extents(of: $0) }
    for supply in supplies {
      guard let name = supply.fact.landUseName ?? supply.fact.landUse.nameOfAll else {
        findings.notChecked(code, .notStated)
        continue
      }
      let coded = supply.fact.landUse.filter { $0.code != nil }
      let supplied =
        coded.isEmpty ? extents(ofPrinted: name) : coded.map { bridge.extents(of: $0) }
      guard !supplied.contains(where: \.isEmpty), !plannedExtents.contains(where: \.isEmpty) else {
        findings.notChecked(code, .schemeUnknown)
        continue
      }
      findings.checked(code)
      let agreement = LandUseAgreement(supplied: supplied, planned: plannedExtents)
      guard agreement != .equal else { continue }
      findings.add(
        code, at: parcel.stage, severity: agreement == .conflicting ? nil : .info,
        subjects: [parcel.subject],
        values: [
          "supplied": .text(name), "document": .text(supply.source.name),
          "act": .act(supply.fact.kind),
          "planned": planned.count == 1
            ? .landUse(planned[0])
            : .texts(planned.map { [$0.code, $0.name].compactMap(\.self).joined(separator: " ") }),
          "outcome": findings.book.outcome(code, agreement.rawValue),
        ]
      ) { finding in
        finding.detail = [supply.source.name, name].joined(separator: "|")
        finding.conclusion = agreement == .conflicting ? .conflict : nil
        finding.sources = [plan, supply.source].compactMap(\.self)
      }
    }
  }

  /// What a printed use means, use by use: the whole name where a class has it, else its parts.
  private mutating func extents(ofPrinted name: String) -> [[LandUseBridge.Extent]] {
    let whole = bridge.extents(ofName: name)
    if !whole.isEmpty { return [whole] }
    let parts = LandUseCodes.splitName(name)
    return (parts.isEmpty ? [name] : parts).map { part in
      let found = bridge.extents(ofName: part)
      guard found.isEmpty else { return found }
      // A code printed before the name: 070102二类城镇住宅用地.
      return bridge.extents(ofName: String(part.drop { $0.isASCII }))
    }
  }

  /// Land that is reserved without a use, and supplied all the same.
  private mutating func judgeReservedBlank(
    _ parcel: CheckedParcel, into findings: inout FindingCollector
  ) {
    let code = RuleCode.useReservedBlankSupplied
    let supplies = parcel.supplies
    guard !supplies.isEmpty, findings.book.asks(code) else { return }
    let planned = parcel.record.values.landUse
    let plan = parcel.record.sources["land_use"]
    guard let use = planned.first, plan?.kind != .supply, plan?.kind != .supplyPlan else {
      return findings.notChecked(code, .notStated, count: supplies.count)
    }
    let extents = planned.map { bridge.extents(of: $0) }
    guard !extents.contains(where: \.isEmpty) else {
      return findings.notChecked(code, .schemeUnknown, count: supplies.count)
    }
    findings.checked(code, count: supplies.count)
    let isBlank = extents.contains { classes in
      classes.allSatisfy { findings.book.lists(code, "classes", $0.code) }
    }
    guard isBlank else { return }
    for supply in supplies {
      findings.add(
        code, at: parcel.stage, subjects: [parcel.subject],
        values: [
          "use": .landUse(use), "document": .text(supply.source.name),
          "act": .act(supply.fact.kind),
        ]
      ) { finding in
        finding.detail = supply.source.name
        finding.conclusion = .conflict
        finding.sources = [plan, supply.source].compactMap(\.self)
      }
    }
  }
}

extension CheckedParcel {
  /// The acts that supply it: no intentions, and nothing that came to nothing.
  fileprivate var supplies: [TransactionRecord] { record.transactions.filter(\.fact.isSupply) }
}

extension [LandUse] {
  /// The uses in words, `nil` where there are none.
  fileprivate var nameOfAll: String? {
    let words = compactMap { $0.name ?? $0.code }
    return words.isEmpty ? nil : words.joined(separator: "、")
  }
}
