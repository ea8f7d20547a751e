internal import Terms

/// A total of a document held against the parcels or acts of the same document that it sums.
public struct TotalComparison: Hashable, Sendable {
  /// By how much members may differ from their total.
  public struct Tolerance: Hashable, Sendable {
    /// In square metres.
    public var squareMetres: Double
    /// As a share of the total, 0.0001 for a hundredth of a percent.
    public var share: Double

    /// A tolerance.
    public init(squareMetres: Double, share: Double) {
      self.squareMetres = squareMetres
      self.share = share
    }

    /// What documents are read with: a square metre, or a hundredth of a percent.
    public static let reading = Tolerance(squareMetres: 1, share: 1e-4)
  }

  /// The total.
  public var total: AreaTotal
  /// How many members there are.
  public var memberCount: Int
  /// What they add up to, in square metres.
  public var sum: Double
  /// By how much they may differ, in square metres.
  public var allowed: Double
  /// Whether it is the sum of a table's rows.
  public var isOfTable: Bool

  /// Whether the members do not add up to the total.
  public var differs: Bool { abs(sum - total.area.squareMetres) > allowed }

  /// Whether the members are so much less than the whole that the document lists only some of them.
  public var isPartial: Bool {
    differs && total.landUseName == nil && sum < total.area.squareMetres / 2
  }

  /// The comparisons of a document's totals, those that can be made; in the order of the totals.
  ///
  /// Totals by use are held against the parcels of that one use, totals of the whole against all
  /// parcels or acts, and the sums of a table against the rows above them (below them where the table
  /// begins with a sum). A total of which one cannot tell what it sums, or of which a member states no
  /// area, is left out.
  public static func comparisons(
    of document: LandDocument, tolerance: Tolerance = .reading
  ) -> [TotalComparison] {
    let members = TotalMembers(document)
    guard !members.isPartialList else { return [] }
    return document.totals.compactMap { total in
      guard let areas = members.areas(of: total) else { return nil }
      let isOfTable = members.isOfTable(total)
      let allowed = max(
        tolerance.squareMetres, total.area.squareMetres * tolerance.share,
        isOfTable ? rounding(of: total.area) * Double(areas.count + 1) : 0)
      return TotalComparison(
        total: total, memberCount: areas.count, sum: areas.reduce(0, +), allowed: allowed,
        isOfTable: isOfTable)
    }
  }

  /// Half of the last digit that is printed, in square metres.
  private static func rounding(of area: StatedArea) -> Double {
    let digits = (area.text ?? "").filter { $0.isASCII && $0.isNumber || $0 == "." }
    guard let number = Double(digits), number > 0 else { return 0 }
    var step = area.squareMetres / number / 2
    if let point = digits.firstIndex(of: ".") {
      for _ in digits[point...].dropFirst() { step /= 10 }
    }
    return step
  }
}

/// What each total of a document sums.
struct TotalMembers {
  /// A row of a table, a parcel or an act.
  private struct Member {
    var line: Int
    var key: String?
    var area: Double?
  }

  private let document: LandDocument
  private let members: [Member]

  init(_ document: LandDocument) {
    self.document = document
    var members = document.parcels.map {
      Member(line: $0.place.lineStart, key: PlotKey.of($0), area: $0.area?.squareMetres)
    }
    // A row that tells of a parcel and of an act on it is one member.
    var rows: [String: Int] = [:]
    for (index, member) in members.enumerated() {
      rows["\(member.line)|\(member.key ?? "")"] = index
    }
    for act in document.transactions {
      let member = Member(
        line: act.place.lineStart, key: PlotKey.of(act), area: act.area?.squareMetres)
      if let same = rows["\(member.line)|\(member.key ?? "")"],
        members[same].area == nil || member.area == nil || members[same].area == member.area
      {
        members[same].area = members[same].area ?? member.area
      } else {
        members.append(member)
      }
    }
    self.members = members
  }

  /// Whether a total is the sum of a table's rows, told from others by its name.
  func isOfTable(_ total: AreaTotal) -> Bool {
    !isOfUse(total) && (TotalMembers.isSubtotal(total) || TotalMembers.isSum(total))
  }

  private func isOfUse(_ total: AreaTotal) -> Bool {
    document.kind == .planApproval && total.landUseName != nil
  }

  /// Whether the document sums a whole plan by use and then lists only some of its parcels.
  var isPartialList: Bool {
    guard document.kind == .planApproval else { return false }
    let parcels = document.parcels.compactMap { $0.area?.squareMetres }.reduce(0, +)
    return document.totals.contains { whole in
      let others = document.totals.filter { $0.landUseName != nil && $0 != whole }
      guard others.count > 1 else { return false }
      let sum = others.reduce(0) { $0 + $1.area.squareMetres }
      return abs(sum - whole.area.squareMetres) <= max(1, sum * 1e-4) && parcels < sum * 0.98
    }
  }

  /// The areas of what a total sums; `nil` where one cannot tell, or where one of them states none.
  func areas(of total: AreaTotal) -> [Double]? {
    let summed: [Double?]
    if document.kind == .planApproval, let use = total.landUseName {
      summed = document.parcels.filter { TotalMembers.has(use, total.plan, $0) }
        .map { $0.area?.squareMetres }
    } else if TotalMembers.isSubtotal(total) {
      summed = rows(of: total).map(\.area)
    } else if TotalMembers.isSum(total) || isWhole(total) {
      summed = members.map(\.area)
    } else {
      return nil
    }
    let areas = summed.compactMap(\.self)
    return areas.isEmpty || areas.count < summed.count ? nil : areas
  }

  /// Whether a parcel has one use alone, of that name, and is of the plan, where one is named.
  static func has(_ use: String, _ plan: String?, _ parcel: ParcelStatement) -> Bool {
    (plan == nil || parcel.plan == plan) && parcel.landUse.count == 1
      && parcel.landUse.contains { isSameUse($0.name, use) }
  }

  /// Whether two names mean one use: 文化用地 and 文化设施用地 do.
  static func isSameUse(_ name: String?, _ other: String) -> Bool {
    guard let name else { return false }
    func bare(_ text: String) -> String {
      text.replacing("用地", with: "").replacing("设施", with: "")
    }
    return bare(name) == bare(other)
  }

  /// The rows that a subtotal stands below, or above where the table begins with one.
  private func rows(of total: AreaTotal) -> [Member] {
    let line = total.place.lineStart
    let lines = document.totals.map(\.place.lineStart)
    guard let firstSum = lines.min(), let firstRow = members.map(\.line).min() else { return [] }
    if firstSum < firstRow {
      let end = lines.filter { $0 > line }.min() ?? .max
      return members.filter { $0.line > line && $0.line < end }
    }
    let start = lines.filter { $0 < line }.max() ?? 0
    return members.filter { $0.line > start && $0.line < line }
  }

  /// Whether a total is of all parcels of the document.
  private func isWhole(_ total: AreaTotal) -> Bool {
    guard let name = total.name, total.landUseName == nil, total.plan == nil || !isOfSeveralPlans
    else { return false }
    return TotalMembers.wholes.contains(name)
  }

  private var isOfSeveralPlans: Bool { Set(document.parcels.map(\.plan)).count > 1 }

  private static let wholes: Set<String> = [
    "总用地面积", "规划总用地面积", "总面积", "规划用地总面积", "建设用地总面积",
  ]

  /// 小计, and 汇总 of a group.
  private static func isSubtotal(_ total: AreaTotal) -> Bool {
    guard let name = total.name else { return false }
    return name.contains("小计") || name.contains("汇总") && !name.contains("总计")
  }

  /// 合计 and 总计 of the whole table.
  private static func isSum(_ total: AreaTotal) -> Bool {
    guard let name = total.name?.filter({ !$0.isWhitespace }) else { return false }
    return ["合计", "总计", "共计", "全县合计", "全部合计"].contains(name)
  }
}

/// The totals that approvals give for a plan, and the parcels of the plan as they are now.
///
/// A total is the plan's from the document that gives it until a later document gives it again. The
/// parcels it sums are those that its document speaks of, and those that took their place.
struct PlanTotals {
  /// A total of a plan, with the numbers of the parcels that its document speaks of.
  private struct Total {
    var total: AreaTotal
    var use: String
    var document: CheckedDocument
    var numbers: Set<String>
  }

  /// A parcel of a plan now.
  private struct Parcel {
    var record: Brief
    var predecessors: [String]
  }

  /// What a total needs to know of a parcel.
  private struct Brief {
    var label: String
    var key: String
    var useName: String?
    var area: Double?
    var isSuperseded: Bool
    var last: DocumentReference?
  }

  private struct Key: Hashable {
    var county: String?
    var plan: String
  }

  private var totals: [Key: [Total]] = [:]
  private var parcels: [Key: [Parcel]] = [:]
  private var planKeys: [String: String?] = [:]

  /// Takes a parcel of a plan; in a county of which only boundaries are known there is none.
  mutating func take(_ parcel: CheckedParcel) {
    let record = parcel.record
    guard record.status != .mapped, let plan = record.values.plan, let key = planKey(plan) else {
      return
    }
    let uses = record.values.landUse
    let sources = [record.sources["area_m2"], record.sources["land_use"]].compactMap(\.self)
    parcels[Key(county: record.county, plan: key), default: []].append(
      Parcel(
        record: Brief(
          label: record.label, key: parcel.facts.key,
          useName: uses.count == 1 ? uses[0].name : nil, area: record.values.area?.squareMetres,
          isSuperseded: record.status == .superseded,
          last: sources.max(by: DocumentReference.precedes)),
        predecessors: record.kinship.predecessors.compactMap { PlotKey.ofNumber($0) }))
  }

  /// Takes the totals by use that an approval gives.
  mutating func take(_ document: CheckedDocument) {
    let said = document.document
    guard said.kind == .planApproval else { return }
    for comparison in TotalComparison.comparisons(of: said) where !comparison.isOfTable {
      // Where the document's own parcels do not fit, there is nothing to hold the register against.
      guard !comparison.differs, let use = comparison.total.landUseName else { continue }
      let plan = comparison.total.plan ?? PlanTotals.onePlan(of: said)
      guard let plan, let key = planKey(plan) else { continue }
      let numbers = said.parcels.filter { planKey($0.plan ?? plan) == key }
        .compactMap { PlotKey.of($0) }
      totals[Key(county: document.county, plan: key), default: []].append(
        Total(
          total: comparison.total, use: use, document: document, numbers: Set(numbers)))
    }
  }

  /// Holds each total that no later document gives again against the parcels now.
  func judge(into findings: inout FindingCollector) {
    let code = RuleCode.areaPlanTotal
    guard findings.book.asks(code) else { return }
    for (key, all) in totals.sorted(by: { $0.key.plan < $1.key.plan }) {
      for total in latest(all) {
        let members = members(of: total, in: parcels[key] ?? [])
        let ofUse = members.filter { TotalMembers.isSameUse($0.useName, total.use) }
        guard !members.isEmpty, ofUse.allSatisfy({ $0.area != nil }) else {
          findings.notChecked(code, .notStated)
          continue
        }
        findings.checked(code)
        compare(total, with: ofUse, among: members, plan: key.plan, into: &findings)
      }
    }
  }

  private func compare(
    _ total: Total, with members: [Brief], among all: [Brief], plan: String,
    into findings: inout FindingCollector
  ) {
    let code = RuleCode.areaPlanTotal
    let stated = total.total.area.squareMetres
    let sum = members.compactMap(\.area).reduce(0, +)
    let difference = sum - stated
    guard abs(difference) > findings.allowedDifference(code, of: stated) else { return }
    let source = total.document.reference.at(total.total.place)
    let later = all.compactMap(\.last).filter { DocumentReference.precedes(source, $0) }
      .filter { !$0.isOfDocument(source) }
    var changes: [DocumentReference] = []
    for change in later.sorted(by: DocumentReference.precedes)
    where !changes.contains(where: { $0.isOfDocument(change) && $0.place == change.place }) {
      changes.append(change)
    }
    var names: [String] = []
    for change in changes where !names.contains(change.name) { names.append(change.name) }
    findings.add(
      code, at: .approved, subjects: [total.document.subject],
      values: [
        "document": .text(source.name), "plan": .text(total.total.plan ?? plan),
        "use": .text(total.use), "stated": .squareMetres(stated), "sum": .squareMetres(sum),
        "count": .count(members.count), "difference": .squareMetres(abs(difference)),
        "changes": .texts(names),
      ]
    ) { finding in
      finding.detail = "\(plan)|\(total.use)"
      finding.squareMetres = abs(difference)
      finding.sources = [source] + changes
    }
  }

  /// Of the totals of one use the one of the latest document.
  private func latest(_ totals: [Total]) -> [Total] {
    var latest: [String: Total] = [:]
    for total in totals {
      if let known = latest[total.use],
        !DocumentReference.precedes(known.document.reference, total.document.reference)
      {
        continue
      }
      latest[total.use] = total
    }
    return latest.values.sorted { $0.use < $1.use }
  }

  /// The parcels of a total's document, and what they became.
  private func members(of total: Total, in parcels: [Parcel]) -> [Brief] {
    var numbers = total.numbers
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for parcel in parcels where !numbers.contains(parcel.record.key) {
        guard parcel.predecessors.contains(where: numbers.contains) else { continue }
        numbers.insert(parcel.record.key)
        isGrowing = true
      }
    }
    return parcels.filter { numbers.contains($0.record.key) && !$0.record.isSuperseded }
      .map(\.record)
  }

  private static func onePlan(of document: LandDocument) -> String? {
    let plans = Set(document.parcels.compactMap(\.plan))
    return plans.count == 1 ? plans.first : nil
  }

  private mutating func planKey(_ name: String) -> String? {
    if let known = planKeys[name] { return known }
    let key = PlanName.key(name)
    planKeys[name] = .some(key)
    return key
  }
}
