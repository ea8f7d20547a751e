import Foundation
import Planning
import Terms

/// Accounts for every figure of a document: each stands in a fact, is explained, or is told as unread.
///
/// The ledger does not ask the readers what they took. It looks for the printed value among the
/// finished facts, so that what a reader drops without a word comes out all the same.
struct FigureLedger {
  private let document: LandDocument
  private let profile: DocumentProfile
  private var areas: [(value: Double, lines: ClosedRange<Int>)] = []
  private var bounds: [Indicator: [(value: Double, lines: ClosedRange<Int>)]] = [:]
  private var sums: Set<Int> = []
  private var terms: Set<Double> = []
  private var numbers: Set<String> = []
  /// The area of all parcels and of all acts.
  private var wholes: [Double] = []
  /// The numbers in texts that are kept as printed, by line.
  private var kept: [Int: Set<Double>] = [:]

  init(_ document: LandDocument, profile: DocumentProfile) {
    self.document = document
    self.profile = profile
    for parcel in document.parcels { take(parcel) }
    for act in document.transactions { take(act) }
    for total in document.totals {
      add(total.area, at: total.place)
      for part in total.parts.values { areas.append((part, lines(total.place))) }
    }
    for site in document.sites { keep([site.exposed ?? ""], at: site.place) }
    for step in document.lineage { numbers.formUnion((step.from + step.to).map(Self.plain)) }
    wholes = [
      document.parcels.compactMap(\.area?.squareMetres).reduce(0, +),
      document.transactions.compactMap(\.area?.squareMetres).reduce(0, +),
    ]
    areas.sort { $0.value < $1.value }
  }

  /// What became of the figures.
  func account(for figures: [Figure]) -> (
    count: FigureCount, unread: [Figure], explained: [(figure: Figure, reason: FigureReason)]
  ) {
    var count = FigureCount()
    var unread: [Figure] = []
    var explained: [(Figure, FigureReason)] = []
    count.found = figures.count(where: \.isOfLand)
    let taken = figures.map { isInFact($0) }
    let groups = groups(of: figures, taken)
    for (index, figure) in figures.enumerated() {
      let one = figure.isOfLand ? 1 : 0
      if taken[index] {
        count.inFacts += one
      } else if let reason = reason(
        for: figure, among: groups[figure.group, default: Group()])
      {
        count.explained += one
        explained.append((figure, reason))
      } else {
        unread.append(figure)
      }
    }
    return (count, unread, explained)
  }

  // MARK: Facts

  private mutating func take(_ parcel: ParcelStatement) {
    numbers.formUnion(
      ([parcel.parcelID, parcel.parentID].compactMap(\.self) + parcel.aliases).map(Self.plain))
    add(parcel.area, at: parcel.place)
    add(parcel.previous?.area, at: parcel.place)
    add(parcel.indicators, at: parcel.place)
    add(parcel.previous?.indicators ?? [:], at: parcel.place)
    keep(Array(parcel.extras.values) + parcel.conditions, at: parcel.place)
  }

  private mutating func take(_ act: LandTransaction) {
    numbers.formUnion(([act.parcelID].compactMap(\.self) + act.aliases).map(Self.plain))
    for sum in act.prices.map(\.amountYuan) + [act.amountYuan].compactMap(\.self) {
      sums.insert(Int(exactly: sum.rounded()) ?? 0)
    }
    terms.formUnion(act.terms.map(\.years))
    add(act.area, at: act.place)
    add(act.indicators, at: act.place)
    keep(Array(act.extras.values) + act.conditions, at: act.place)
  }

  private mutating func add(_ area: StatedArea?, at place: SourcePlace) {
    guard let area else { return }
    areas.append((area.squareMetres, lines(place)))
    // The same area in another unit may be printed beside it, and kept as printed.
    if let text = area.text { keep([text], at: place) }
  }

  private mutating func add(_ indicators: [Indicator: Interval], at place: SourcePlace) {
    for (indicator, interval) in indicators {
      for number in interval.numbers {
        bounds[indicator, default: []].append((number, lines(place)))
      }
    }
  }

  /// Words of a fact stand on its lines; of one that goes over many lines on the first of them.
  private mutating func keep(_ texts: [String], at place: SourcePlace) {
    let numbers = texts.flatMap { text in
      SourceLine(number: 0, text: text).compact.filter { $0 != "," }
        .split { !($0.isASCII && $0.isNumber) && $0 != "." }.compactMap { Double($0) }
    }
    guard !numbers.isEmpty else { return }
    for line in lines(place).prefix(60) { kept[line, default: []].formUnion(numbers) }
  }

  private static func plain(_ number: String) -> String {
    SourceLine(number: 0, text: number).compact
  }

  private func lines(_ place: SourcePlace) -> ClosedRange<Int> {
    place.lineStart...max(place.lineStart, place.lineEnd)
  }

  /// Whether a fact has the figure: anywhere in the document, since a table and the text around it
  /// state one fact twice.
  private func isInFact(_ figure: Figure) -> Bool {
    switch figure.measure {
    case .area:
      var low = 0
      var high = areas.count
      while low < high {
        let middle = (low + high) / 2
        if areas[middle].value < figure.value - figure.tolerance {
          low = middle + 1
        } else {
          high = middle
        }
      }
      if let area = areas[safe: low], figure.matches(area.value) { return true }
    case .money: if sums.contains(Int(exactly: figure.value.rounded()) ?? -1) { return true }
    case .years: if terms.contains(figure.value) { return true }
    case .number: return numbers.contains(Self.plain(figure.text))
    case .indicator(let indicator):
      let values = bounds[indicator, default: []]
      // 建筑密度 0.3 is 30 %.
      if values.contains(where: {
        figure.matches($0.value) || indicator.isPercentage && figure.matches($0.value / 100)
      }) {
        return true
      }
    }
    return isKept(figure)
  }

  /// Whether a text that is kept as printed near the figure has its number.
  private func isKept(_ figure: Figure) -> Bool {
    kept[figure.line]?.contains(figure.printed) == true
  }

  // MARK: Reasons

  private func reason(for figure: Figure, among group: Group) -> FigureReason? {
    if profile.isPolicy || document.kind == .rule { return .rule }
    if !document.force.hasEffect { return .noEffect }
    let clause = figure.clause
    if !figure.isOfLand {
      guard document.kind.isOfActs else { return .otherMatter }
      return clause.mentions(anyOf: FigureLedger.otherMatters) ? .otherMatter : nil
    }
    if figure.measure == .area,
      clause.mentions(
        anyOf: "建筑面积 计容面积 绿地面积 绿化面积 基底面积 套型 户均 人均 住房 配建 使用面积 营业面积 种植 播种")
    {
      return .notLand
    }
    if clause.mentions(anyOf: "每户 每人 每宗 标准 规定 不足 以上的 以下的 原则上 凡") { return .general }
    if figure.measure == .area, clause.mentions(anyOf: "原批准 原规划 原用地 原面积 证载 登记 原有") {
      return .former
    }
    return figure.measure == .area && isPart(figure, of: group) ? .partOfSum : nil
  }

  /// Words of sums and times that are none of the land's price and term.
  private static let otherMatters = """
    投资 注册资本 产值 税收 税 违约 罚 预算 资金 贷款 融资 工程 造价 滞纳 佣金 服务费 开垦费 概算 收入 保险 合同期 有效期 建设期 工期 \
    法律 规定 条例 评估 原 每
    """

  /// Whether the figures of a row or a sentence add up to a fact, or the figure is the sum of those of
  /// its group or of all land of the document.
  private func isPart(_ figure: Figure, of group: Group) -> Bool {
    guard group.count >= 2 || document.parcels.count + document.transactions.count >= 2 else {
      return false
    }
    let tolerance = figure.tolerance * Double(max(1, group.count))
    if group.partsMakeFact { return true }
    if group.facts >= 2, abs(group.factSum - figure.value) <= tolerance { return true }
    return wholes.contains { $0 > 0 && abs($0 - figure.value) <= tolerance }
  }

  /// The areas of a row or a sentence: those that are facts, and the others.
  private struct Group {
    var facts = 0
    var parts = 0
    var factSum = 0.0
    var partSum = 0.0
    var tolerance = 0.0
    /// Whether the others add up to a fact.
    var partsMakeFact = false
    var count: Int { facts + parts }
  }

  private func groups(of figures: [Figure], _ taken: [Bool]) -> [Int: Group] {
    var groups: [Int: Group] = [:]
    let areas = zip(figures, taken).filter { $0.0.measure == .area }
    for (figure, isFact) in areas {
      var group = groups[figure.group, default: Group()]
      group.tolerance = max(group.tolerance, figure.tolerance)
      if isFact {
        group.facts += 1
        group.factSum += figure.value
      } else {
        group.parts += 1
        group.partSum += figure.value
      }
      groups[figure.group] = group
    }
    for (figure, isFact) in areas where isFact {
      guard let group = groups[figure.group], group.parts >= 2 else { continue }
      let reach = group.tolerance * Double(group.count)
      if abs(figure.value - group.partSum) <= reach {
        groups[figure.group]?.partsMakeFact = true
      }
    }
    return groups
  }
}

extension FigureLedger {
  /// Counts the figures of a document and tells those that no reader took.
  ///
  /// - Parameters:
  ///   - document: the document as read; gets its count and its unread figures.
  ///   - body: its lines.
  ///   - tables: the tables in it, by the lines they take.
  ///   - grammar: the grammar over some prose of the document.
  static func balance(
    _ document: inout LandDocument, body: [SourceLine], tables: [TableFinder.Found],
    unit: (Table) -> AreaUnit?, profile: DocumentProfile,
    grammar: @escaping (Prose) -> Grammar
  ) -> [Diagnostic] {
    var scanner = FigureScanner(grammar: grammar)
    var isInTable = Set<Int>()
    for found in tables {
      scanner.scan(found.table, unit: unit(found.table))
      isInTable.formUnion(found.lines)
    }
    scanner.scan(Prose(body.indices.filter { !isInTable.contains($0) }.map { body[$0] }))
    let ledger = FigureLedger(document, profile: profile)
    let account = ledger.account(for: scanner.figures)
    document.figures = account.count
    document.unread = account.unread.filter(\.isOfLand).sorted { $0.line < $1.line }.map {
      UnreadFigure(line: $0.line, text: $0.text)
    }
    let lines = Dictionary(body.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    let file = document.place.file
    // The figure's own words are told; a line of a whole page beside each would be too much.
    func excerpt(_ line: SourceLine) -> String? {
      line.printed.count > 400 ? nil : line.text.trimmingCharacters(in: .whitespaces)
    }
    func diagnostic(
      _ fact: Diagnostic.Fact, _ severity: Diagnostic.Severity, _ figure: Figure
    ) -> Diagnostic {
      Diagnostic(
        fact, severity, file: file, line: figure.line,
        excerpt: lines[figure.line].flatMap(excerpt))
    }
    let explained = document.hasFacts ? account.explained : []
    return account.unread.map { diagnostic(.figureUnread($0.text), .warning, $0) }
      + explained.map {
        diagnostic(.figureExplained($0.figure.text, $0.reason), .info, $0.figure)
      }
  }
}
