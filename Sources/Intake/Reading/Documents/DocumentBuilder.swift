import Foundation
import Planning
import Terms

/// Puts what was read of one document together and checks that it fits.
struct DocumentBuilder {
  let raw: RawDocument
  let file: String
  var profile: DocumentProfile
  let vocabulary: LandUseVocabulary
  var kind: DocumentKind
  var requestNumber: String?
  var parcels: [ParcelStatement] = []
  var transactions: [LandTransaction] = []
  var totals: [AreaTotal] = []
  var sites: [HazardSite] = []
  var lineage: [ParcelLineage] = []
  var administrativeChanges: [AdministrativeChange] = []
  /// The numbers of the documents that it ends.
  var revokes: [String] = []
  /// The last day on which it is in force by its own words.
  var inForceUntil: CalendarDate?
  /// Whether it is wrong that it states no land facts.
  var expectsFacts = false
  var diagnostics: [Diagnostic] = []
  var noted: Set<Diagnostic> = []
  /// Where the parcels of each number are.
  private var places = NumberPlaces()
  let lines: [Int: SourceLine]

  init(_ raw: RawDocument, file: String, profile: DocumentProfile, vocabulary: LandUseVocabulary) {
    self.raw = raw
    self.file = file
    self.profile = profile
    self.vocabulary = vocabulary
    kind = profile.kind
    lines = Dictionary(raw.body.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Adding

  mutating func add(_ reading: TableReading) {
    for finding in reading.findings {
      note(finding.fact, finding.severity, line: finding.line)
    }
    for total in reading.totals {
      var total = total
      total.place.file = file
      totals.append(total)
    }
    for site in reading.sites {
      var site = site
      site.place.file = file
      site.document = raw.number
      sites.append(site)
    }
    for (draft, line, lastLine) in reading.drafts {
      add(draft, lines: line...max(line, lastLine), isRow: true)
    }
  }

  mutating func add(_ reader: StatementReader) {
    // Tables are read before the prose around them.
    let rows = parcels.indices
    for finding in reader.findings {
      note(finding.fact, finding.severity, line: reader.grammar.line(finding.token))
    }
    for entry in reader.totals where !isOwnArea(entry.total, of: reader) {
      var total = entry.total
      total.place.file = file
      if !totals.contains(where: {
        $0.area.squareMetres == total.area.squareMetres && $0.landUseName == total.landUseName
      }) {
        totals.append(total)
      }
    }
    lineage += reader.lineage.filter { step in !lineage.contains(step) }
    var drafts = merged(reader.drafts)
    // A batch is converted and acquired; what no verb names is only described.
    if profile.kind == .conversion, drafts.contains(where: { $0.kind != nil }) {
      drafts.removeAll { $0.kind == nil }
    }
    takeOutTotals(of: &drafts, reader)
    if drafts.count == 1, profile.supplies {
      drafts[0].party = drafts[0].party ?? profile.titleRecipient
    }
    let hasFacts =
      drafts.contains { $0.hasLandFacts || $0.party != nil } || !parcels.isEmpty
      || !transactions.isEmpty
    if !hasFacts {
      for id in reader.titleParcels where !drafts.contains(where: { $0.id == id }) {
        var draft = Draft(id: id, at: 0)
        draft.plan = reader.plan
        drafts.append(draft)
      }
    }
    // Where a table lists the land, areas of the prose around it are sums.
    let isListed = profile.approvesActs && !transactions.isEmpty
    for draft in drafts where isWanted(draft, hasFacts: hasFacts, reader) {
      if isListed, draft.id == nil { continue }
      let first =
        reader.grammar.tokens.isEmpty ? raw.firstLine : reader.grammar.line(draft.tokens.lowerBound)
      let last =
        reader.grammar.tokens.isEmpty ? raw.firstLine : reader.grammar.line(draft.tokens.upperBound)
      add(draft, lines: first...max(first, last), isRow: false)
    }
    shareWithAll(reader, drafts)
    checkCounts(reader)
    placeRows(rows, under: reader.planHeadings)
    adoptUnnumbered(rows)
    parcels.sort { $0.place.lineStart < $1.place.lineStart }
    places.forget()
  }

  /// Gives all acts what the prose says of none by itself: the days of the sale, and whom, for how
  /// long land is given that a table lists for one holder.
  private mutating func shareWithAll(_ reader: StatementReader, _ drafts: [Draft]) {
    let nameless = drafts.filter { $0.id == nil }
    let isOneHolder = transactions.allSatisfy {
      $0.parcelID == nil && ($0.party == nil || $0.party == nameless.first?.party)
    }
    for index in transactions.indices {
      switch transactions[index].kind {
      case .listing, .auction, .tender, .supply, .collectiveSupply:
        guard profile.stage == .announced else { continue }
        for (key, day) in reader.saleDays where transactions[index].dates[key] == nil {
          transactions[index].dates[key] = day.date
        }
      case let kind where kind.namesOneHolder:
        guard nameless.count == 1, isOneHolder else { continue }
        transactions[index].party = nameless[0].party.flatMap(holder)
        if transactions[index].terms.isEmpty { transactions[index].terms = nameless[0].terms }
      default: continue
      }
    }
  }

  /// 全县计划供应32.5公顷: a sum of a yearly plan that names no land is a total, never an act.
  private mutating func takeOutTotals(of drafts: inout [Draft], _ reader: StatementReader) {
    guard profile.kind == .supplyPlan else { return }
    func isTotal(_ draft: Draft) -> Bool {
      draft.id == nil && draft.location == nil && draft.name == nil && draft.party == nil
    }
    for draft in drafts where isTotal(draft) {
      guard let area = draft.area else { continue }
      let line = reader.grammar.line(draft.tokens.lowerBound)
      let place = SourcePlace(file: file, lineStart: line, lineEnd: line)
      if !totals.contains(where: { $0.area.squareMetres == area.squareMetres }) {
        totals.append(AreaTotal(landUseName: nil, name: nil, area: area, place: place))
      }
    }
    drafts.removeAll(where: isTotal)
  }

  /// A table of one parcel without its number belongs to the parcel that the text names last above it.
  private mutating func adoptUnnumbered(_ rows: Range<Int>) {
    for index in rows.reversed()
    where parcels[index].parcelID == nil && profile.kind == .planApproval {
      let row = parcels[index]
      let above = parcels.indices.filter {
        parcels[$0].parcelID != nil && parcels[$0].place.lineStart < row.place.lineStart
      }
      guard !row.indicators.isEmpty, row.name == nil,
        let owner = above.max(by: { parcels[$0].place.lineStart < parcels[$1].place.lineStart })
      else { continue }
      parcels[owner].complete(with: row)
      parcels.remove(at: index)
    }
  }

  /// Gives the rows of tables the plan that the last heading above them names.
  private mutating func placeRows(
    _ rows: Range<Int>, under headings: [(line: Int, plan: String)]
  ) {
    for index in rows {
      let line = parcels[index].place.lineStart
      if let heading = headings.last(where: { $0.line < line }) {
        parcels[index].plan = heading.plan
      }
    }
  }

  /// Facts without a number belong to the only numbered land of the document.
  private func merged(_ drafts: [Draft]) -> [Draft] {
    let numbered = drafts.indices.filter { drafts[$0].id != nil && !drafts[$0].isRemoved }
    guard numbered.count == 1, let target = numbered.first, profile.kind != .reclaim,
      drafts.contains(where: { $0.id == nil })
    else { return drafts }
    var result = drafts[target]
    for draft in drafts
    where draft.id == nil && !(profile.approvesActs && draft.isOtherLand(than: result)) {
      if result.uses.isEmpty {
        result.uses = draft.uses
        result.useText = draft.useText
        result.hasCode = draft.hasCode
      }
      result.area = result.area ?? draft.area
      result.location = result.location ?? draft.location
      result.party = result.party ?? draft.party
      result.purpose = result.purpose ?? draft.purpose
      result.amountYuan = result.amountYuan ?? draft.amountYuan
      result.adoptConditions(of: draft)
      result.indicators.merge(draft.indicators) { first, _ in first }
      result.kind = result.kind ?? draft.kind
    }
    return drafts.filter {
      $0.id != result.id && ($0.id != nil || $0.isOtherLand(than: result) && profile.approvesActs)
    } + [result]
  }

  private func isWanted(_ draft: Draft, hasFacts: Bool, _ reader: StatementReader) -> Bool {
    if draft.isRemoved { return false }
    if draft.isSplit { return false }
    if draft.id == nil {
      return draft.hasLandFacts || draft.party != nil || draft.amountYuan != nil
        || (profile.kind == .reclaim && draft.kind != nil && draft.purpose != nil)
    }
    if profile.approvesActs { return true }
    return draft.hasLandFacts || !draft.extras.isEmpty && draft.previous.isEmpty == false
      || !hasFacts
      || !draft.previous.isEmpty
  }

  private mutating func add(_ draft: Draft, lines range: ClosedRange<Int>, isRow: Bool) {
    let first = max(range.lowerBound, raw.firstLine)
    let place = SourcePlace(file: file, lineStart: first, lineEnd: max(first, range.upperBound))
    let isAct =
      profile.approvesActs || (isRow && draft.kind != nil && profile.kind != .planApproval)
    if isAct {
      if !profile.approvesActs, draft.kind?.documentKind != .other { kind = .supply }
      // Rows in a table of an act that the prose also names are one act.
      if !isRow, let id = draft.id,
        let known = transactions.firstIndex(where: { $0.parcelID == id })
      {
        complete(&transactions[known], with: draft)
      } else if isRow || draft.id != nil || transactions.isEmpty || draft.area != nil
        || profile.kind == .reclaim
        || draft.party != nil
      {
        transactions.append(transaction(draft, place))
      }
      // An act says what is done with land, never what is planned for it.
      return
    }
    if draft.id != nil || draft.hasLandFacts {
      let statement = statement(draft, place)
      if let id = draft.id,
        let known = places.of(id, in: parcels, number: \.parcelID).first(where: {
          !isRow || parcels[$0].plan == statement.plan
        })
      {
        compare(parcels[known], statement)
        parcels[known].complete(with: statement)
        return
      }
      judge(statement)
      parcels.append(statement)
    }
  }

  private func complete(_ act: inout LandTransaction, with draft: Draft) {
    act.party = act.party ?? draft.party
    act.purpose = act.purpose ?? draft.purpose
    act.amountYuan = act.amountYuan ?? draft.amountYuan
    act.area = act.area ?? draft.area
    act.location = act.location ?? draft.location
    act.landUseName = act.landUseName ?? draft.useText
    if act.landUse.isEmpty { act.landUse = draft.uses }
    for price in draft.prices where !act.prices.contains(where: { $0.kind == price.kind }) {
      act.prices.append(price)
    }
    if act.terms.isEmpty { act.terms = draft.terms }
    act.dates.merge(draft.dates) { known, _ in known }
    act.contractNumber = act.contractNumber ?? draft.contractNumber
    act.supervisionNumber = act.supervisionNumber ?? draft.supervisionNumber
    act.aliases += draft.aliases.filter { !act.aliases.contains($0) }
    if let stage = draft.stage { act.stage = stage }
    act.indicators.merge(draft.indicators) { known, _ in known }
  }

  private func statement(_ draft: Draft, _ place: SourcePlace) -> ParcelStatement {
    var statement = ParcelStatement(parcelID: draft.id, place: place)
    statement.aliases = draft.aliases
    statement.parentID = draft.parent
    statement.plan = draft.plan ?? PlanNames.plan(in: raw.title)
    statement.name = draft.name
    statement.landUse = draft.uses
    statement.area = draft.area
    statement.indicators = draft.indicators
    statement.extras = draft.extras
    statement.keepsCurrentUse = draft.keepsCurrentUse
    statement.location = draft.location
    statement.boundaryDescription = draft.bounds
    statement.verticalRange = draft.verticalRange
    statement.conditions = draft.conditions
    statement.previous = draft.previous.isEmpty ? nil : draft.previous
    statement.document = raw.number
    return statement
  }

  private func transaction(_ draft: Draft, _ place: SourcePlace) -> LandTransaction {
    var act = LandTransaction(
      kind: draft.kind ?? profile.act ?? (kind == .reserve ? .reserve : .supply), place: place)
    if profile.kind == .reserve { act.kind = .reserve }
    act.stage = draft.stage ?? titleStage ?? profile.stage
    act.aliases = draft.aliases
    act.parcelID = draft.id
    act.name = draft.name
    act.area = draft.area
    act.landUseName = draft.useText
    act.landUse = draft.uses
    act.indicators = draft.indicators
    act.verticalRange = draft.verticalRange
    act.party = draft.party.flatMap(holder)
    act.amountYuan = draft.amountYuan
    act.prices = draft.prices
    act.terms = draft.terms
    act.dates = draft.dates
    for relative in draft.relativeDays where act.dates[relative.day] == nil {
      act.dates[relative.day] = relative.date(from: act.dates)
    }
    // A contract is signed on its own day.
    if raw.title.hasSuffix("合同"), act.stage == .concluded, act.dates[.signed] == nil {
      act.dates[.signed] = raw.date
    }
    act.contractNumber = draft.contractNumber
    act.supervisionNumber = draft.supervisionNumber
    act.conditions = draft.conditions
    act.requestNumber = requestNumber
    act.location = draft.location
    act.purpose = draft.purpose
    act.extras = draft.extras
    act.document = raw.number
    // Land that nobody bought has no buyer and no price; what was asked for it stays.
    if act.stage.isVain {
      act.party = nil
      act.amountYuan = nil
      act.prices.removeAll { $0.kind == .deal || $0.kind == .compensation }
    }
    return act
  }

  /// How far the title says that its acts have come: 公告, 成交结果, 终止…; `nil` where it approves.
  private var titleStage: ActStage? {
    guard profile.supplies, profile.stage == .approved else { return nil }
    let title = raw.title
    if title.mentions(anyOf: "终止 撤回 中止 暂停 取消"), title.mentions(anyOf: "出让 挂牌 拍卖 招标 公告 交易") {
      return .terminated
    }
    if title.mentions(anyOf: "未成交 流拍 流标") { return .failed }
    if title.mentions(anyOf: "成交 出让结果 结果公 供地结果 供应结果 结果信息 合同 划拨决定书 竞得") { return .concluded }
    if title.mentions(anyOf: "公告 公示 预告") { return .announced }
    return nil
  }

  /// Whom a name means: 你公司 is whom the document is written to, where the name fits; 你局 is the
  /// office that asked, never a holder.
  private func holder(_ name: String) -> String? {
    guard name.begins(withAnyOf: "你 贵") else { return name }
    guard let addressee = raw.addressee, !addressee.mentions(anyOf: "自然资源 国土 规划") else {
      return nil
    }
    return addressee
  }

  /// 收回你公司使用的…: the only land taken is that of whom the decision is written to.
  private mutating func nameAddressedHolder() {
    guard kind == .reclaim, transactions.count == 1, transactions[0].party == nil,
      let addressee = raw.addressee,
      raw.body.contains(where: { $0.compact.mentions(anyOf: "你公司 你单位 你厂 你企业 你院 你校") })
    else { return }
    let name = addressee.prefix { !"（(".contains($0) }
    guard !TitleWords.isOfficial(name), PartyReader.isHolder(String(name)) else { return }
    transactions[0].party = String(name)
  }

  /// Compensation anywhere in a reclaim makes it paid; its plain denial makes it free.
  ///
  /// Where the document says so of some of its reclaims, it means those only.
  private func settledReclaims() -> [LandTransaction] {
    let isSaid = transactions.contains { $0.kind == .reclaimPaid || $0.kind == .reclaimFree }
    guard !isSaid else { return transactions }
    let settled = settledKind
    return transactions.map { act in
      guard act.kind == .reclaim else { return act }
      var act = act
      act.kind = settled
      return act
    }
  }

  private var settledKind: TransactionKind {
    let text = raw.title + raw.body.map(\.compact).joined()
    let denials = wordList(
      """
      不予补偿 不给予补偿 不再补偿 无补偿 不作补偿 不支付补偿 不予经济补偿 无偿收回
      """)
    if denials.contains(where: { text.has($0) }) { return .reclaimFree }
    return text.mentions(anyOf: "补偿 回购 收购价 有偿") ? .reclaimPaid : .reclaim
  }

  // MARK: Result

  mutating func build() -> (document: LandDocument, diagnostics: [Diagnostic]) {
    var document = LandDocument(
      title: raw.title, kind: kind,
      place: SourcePlace(file: file, lineStart: raw.firstLine, lineEnd: raw.lastLine))
    document.number = raw.number
    document.date = raw.date
    document.force = profile.force
    document.revokes = revokes
    document.inForceUntil = inForceUntil
    document.issuer = raw.issuer
    document.addressee = raw.addressee
    document.requestNumber = requestNumber
    document.parcels = parcels
    nameAddressedHolder()
    document.transactions = settledReclaims()
    document.sites = sites
    document.lineage = lineage
    document.administrativeChanges = administrativeChanges
    // Sums without any land that they are of, in a document of another kind, are figures of a report.
    if kind != .other || document.hasFacts { document.totals = totals }
    var diagnostics = diagnostics
    if !document.hasFacts, expectsFacts {
      diagnostics.append(
        Diagnostic(
          .nothingRead(raw.number ?? raw.title), .warning, file: file, line: raw.firstLine))
    }
    diagnostics += TotalsCheck(document: document).diagnostics(lines)
    return (document, diagnostics)
  }
}
