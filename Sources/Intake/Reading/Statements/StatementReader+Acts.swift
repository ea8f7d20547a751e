internal import Terms
import Planning

/// Acts: hangs what the clauses of a sentence say of them on the land that they speak of.
extension StatementReader {
  /// Reads the acts of a sentence.
  mutating func readAct(_ range: Range<Int>) {
    guard !profile.isPolicy, profile.approvesActs else { return }
    let facts = ActFacts(grammar, tokens: range, takesBack: profile.kind == .reclaim)
    switch profile.kind {
    case .reclaim: readReclaim(range, facts)
    case .conversion: readConversion(range, facts)
    default: readSupply(range, facts)
    }
  }

  private mutating func readSupply(_ range: Range<Int>, _ facts: ActFacts) {
    dropContract(facts)
    adoptPendingAct()
    let mentions = mentions(in: range)
    if mentions.isEmpty {
      // By when and until when bids are made holds for all that the paper offers.
      for day in facts.days where day.day == .closing || day.day == .announced {
        let known = saleDays[day.day]
        if known.map({ $0.rank < day.rank }) ?? true { saleDays[day.day] = day }
      }
    }
    if facts.reach == .listBehind, mentions.isEmpty {
      if let act = facts.modes.last(where: { $0.kind != .supply && profile.approves($0.kind) }) {
        // 下列宗地均以…方式: what holds for all items below, whatever headings they have.
        pendingAct.kind = act.kind
        sectionAct = act.kind
      }
      if let party = facts.holders.parties.first { sectionParty = party.name }
    }
    var items = (sentenceDrafts.isEmpty ? current : sentenceDrafts).uniqued()
    if items.isEmpty, facts.reach == .listBefore { items = Array(drafts.indices) }
    let hasSum = facts.sums.contains { $0.kind == .deal || $0.kind == .compensation }
    if items.isEmpty, !facts.holders.parties.isEmpty || hasSum, !hasNumbers {
      items = [namelessDraft(at: range.lowerBound)]
      current = items
    }
    if items.isEmpty, drafts.count == 1 { items = [0] }
    if items.isEmpty {
      if drafts.isEmpty { hang(facts, on: nil) }
      return
    }
    if let first = mentions.first,
      let heading = facts.modes.last(where: {
        $0.isStated && profile.approves($0.kind) && $0.place < first.place
      }),
      opensGroup(heading.place..<first.place)
    {
      sectionAct = heading.kind
    }
    let words = grammar.text(range)
    for item in items {
      if words.mentions(anyOf: "核减 不再供应 不再纳入 予以取消") { drafts[item].isRemoved = true }
      drafts[item].party = drafts[item].party ?? sectionParty
    }
    let isSumOfMany =
      mentions.isEmpty && drafts.count > 1 && items.count != 1
      || sentenceDrafts.isEmpty && drafts.count > 1 && words.mentions(anyOf: "合计 共计 总计")
    if mentions.count <= 1, Set(mentions.flatMap(\.items)).count <= 1 {
      var facts = facts
      if isSumOfMany, items.count > 1 || words.mentions(anyOf: "合计 共计 总计") { facts.sums = [] }
      for item in items { hang(facts, on: item, isShared: items.count > 1) }
    } else {
      hang(facts, among: mentions)
    }
    for item in items {
      drafts[item].kind = drafts[item].kind ?? sectionAct ?? pendingAct.kind
    }
    for (item, party) in holdersBefore(range) where !isPublic(drafts[item].kind ?? profile.act) {
      drafts[item].party = drafts[item].party ?? party
    }
    report(facts)
    if !facts.isEmpty { sentenceFacts += 1 }
  }

  /// 以划拨方式供应2宗, above the first of them: the way of all below.
  private func opensGroup(_ range: Range<Int>) -> Bool {
    let text = grammar.prose.plain
    return !text[range].contains(",")
      && range.contains {
        text[$0] == "宗" && (text[$0 - 1].isDigit || Numerals.isNumeral(text[$0 - 1]))
      }
  }

  /// A number of a contract looks like that of a parcel and is none.
  private mutating func dropContract(_ facts: ActFacts) {
    guard let contract = facts.numbers.contract,
      let item = sentenceDrafts.last(where: { item in
        guard let draft = drafts[safe: item], let id = draft.id else { return false }
        return contract.has(id) && !draft.hasLandFacts
      })
    else { return }
    drafts.remove(at: item)
    places.forget()
    func kept(_ items: [Int]) -> [Int] {
      items.filter { $0 != item }.map { $0 > item ? $0 - 1 : $0 }
    }
    sentenceDrafts = kept(sentenceDrafts)
    lastGroup = []
    current = kept(current)
    if current.isEmpty, let last = drafts.indices.last { current = [last] }
  }

  /// Whether land is offered to everybody, so that who stands before its number does not get it.
  private func isPublic(_ kind: TransactionKind?) -> Bool {
    switch kind {
    case .listing, .auction, .tender, .collectiveSupply, .supply, nil: true
    default: false
    }
  }

  // MARK: Whose facts

  /// A mention of parcels with the place of its number.
  struct Mention {
    var place: Int
    var items: [Int]
  }

  private func mentions(in range: Range<Int>) -> [Mention] {
    var found: [Mention] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard let phrase = grammar.parcels(at: index), phrase.isCertain else {
        index += 1
        continue
      }
      let items = phrase.ids.compactMap { id in
        drafts.lastIndex { $0.id == id && $0.plan == plan } ?? drafts.lastIndex { $0.id == id }
      }
      if !items.isEmpty, let token = grammar.tokens[safe: index] {
        found.append(Mention(place: token.range.lowerBound, items: items))
      }
      index = max(phrase.end, index + 1)
    }
    return found
  }

  /// Several parcels in one sentence: each has the facts behind its number; what stands before the
  /// first is the first's, a way or a receiver there is that of all.
  private mutating func hang(_ facts: ActFacts, among mentions: [Mention]) {
    guard let first = mentions.first else { return }
    for (index, mention) in mentions.enumerated() {
      let end = mentions[safe: index + 1]?.place ?? Int.max
      func isOwn(_ place: Int) -> Bool {
        place >= mention.place && place < end || place < first.place && index == 0
      }
      func isShared(_ place: Int) -> Bool { isOwn(place) || place < first.place }
      var own = facts
      own.modes = facts.modes.filter { isShared($0.place) }
      own.holders.parties = facts.holders.parties.filter { isShared($0.place) }
      own.stages = facts.stages.filter { isOwn($0.place) }
      own.sums = facts.sums.filter { isOwn($0.place) }
      own.terms = facts.terms.filter { isOwn($0.place) }
      own.days = facts.days.filter { isOwn($0.place) }
      own.purpose = nil
      for (number, item) in mention.items.enumerated() {
        var share = own
        // 成交价分别为…: one for each, in order.
        if mention.items.count > 1 {
          share.sums = distributed(own.sums, number, of: mention.items.count)
          share.holders.parties =
            own.holders.parties.count == mention.items.count
            ? [own.holders.parties[number]] : own.holders.parties
        }
        hang(share, on: item)
      }
    }
    // The last words of a sentence may hold for all that it names: …均以挂牌方式出让, 竞得人为甲公司.
    let all = mentions.flatMap(\.items).uniqued()
    for item in all where drafts[item].kind == nil {
      if let mode = facts.modes.last(where: { $0.isStated && profile.approves($0.kind) }) {
        drafts[item].kind = mode.kind
      }
    }
  }

  private func distributed(
    _ sums: [MoneyReader.Sum], _ number: Int, of count: Int
  ) -> [MoneyReader.Sum] {
    Dictionary(grouping: sums, by: \.kind).values.compactMap {
      $0.count == count ? $0[number] : nil
    }
  }

  /// Hangs facts on a draft, or on what waits for its parcel.
  private mutating func hang(_ facts: ActFacts, on item: Int?, isShared: Bool = false) {
    var draft = item.map { drafts[$0] } ?? pendingAct
    setKind(facts, on: &draft)
    if draft.party == nil,
      !isShared || drafts.count == sentenceDrafts.uniqued().count
        || facts.holders.parties.count == 1 && facts.reach == .listBefore,
      let party = facts.holders.parties.max(by: { $0.rank < $1.rank })
    {
      draft.party = holder(party.name)
    }
    // What is said before any parcel sums the outcome of many.
    if item != nil || facts.numbers.contract != nil { setStage(facts, on: &draft) }
    if !isShared { setPrices(facts.sums, on: &draft) }
    if draft.terms.isEmpty { draft.terms = facts.terms.map(\.term).uniqued() }
    for day in facts.days where draft.dates[day.day] == nil || day.rank > 1 {
      draft.dates[day.day] = day.date
    }
    draft.relativeDays += facts.relativeDays.filter { !draft.relativeDays.contains($0) }
    draft.contractNumber = draft.contractNumber ?? facts.numbers.contract
    draft.supervisionNumber = draft.supervisionNumber ?? facts.numbers.supervision
    if let code = facts.numbers.land, code != draft.id, !draft.aliases.contains(code) {
      draft.aliases.append(code)
    }
    draft.purpose = draft.purpose ?? facts.purpose
    if let item { drafts[item] = draft } else { pendingAct = draft }
  }

  private func setKind(_ facts: ActFacts, on draft: inout Draft) {
    // Land of a collective stays so, by whatever way it is sold.
    if profile.act == .collectiveSupply { return }
    let modes = facts.modes.filter { $0.kind != .supply && profile.approves($0.kind) }
    if let stated = modes.last(where: \.isFinal) ?? modes.first(where: \.isStated) {
      if draft.kind == nil || draft.kind == .supply || stated.isFinal { draft.kind = stated.kind }
    } else if let named = modes.last, draft.kind == nil, sectionAct == nil, pendingAct.kind == nil,
      profile.act == nil || profile.act == .supply
    {
      draft.kind = named.kind
    }
    if facts.clauses.contains(where: {
      $0.has(.retroactive) && $0.words.contains { $0.part == .mode(.supply) }
    }) {
      draft.kind = draft.kind ?? .agreement
    }
  }

  private func setStage(_ facts: ActFacts, on draft: inout Draft) {
    if let vain = facts.stages.last(where: { $0.stage.isVain }) {
      draft.stage = vain.stage
      return
    }
    let hasWinner =
      facts.holders.parties.contains(where: \.hasWon) || facts.sums.contains(where: \.isBid)
    let isSold = facts.stages.contains { $0.stage == .concluded } && !facts.days.isEmpty
    let isSigned = facts.numbers.contract != nil || facts.days.contains { $0.day == .signed }
    if hasWinner || isSold || isSigned, draft.stage == nil { draft.stage = .concluded }
  }

  private func setPrices(_ sums: [MoneyReader.Sum], on draft: inout Draft) {
    for (kind, all) in Dictionary(grouping: sums, by: \.kind) {
      guard let sum = MoneyReader.whole(of: all) else { continue }
      let known = draft.prices.firstIndex { $0.kind == kind }
      if let known {
        // A total behind its parts stands for them.
        if sum.isTotal, sum.yuan > draft.prices[known].amountYuan {
          draft.prices[known].amountYuan = sum.yuan
        }
      } else {
        draft.prices.append(LandPrice(kind: kind, amountYuan: sum.yuan))
      }
    }
    let order = PriceKind.allCases
    draft.prices.sort {
      (order.firstIndex(of: $0.kind) ?? 0) < (order.firstIndex(of: $1.kind) ?? 0)
    }
    let paid =
      draft.prices.first { $0.kind == .deal } ?? draft.prices.first { $0.kind == .compensation }
    draft.amountYuan = paid?.amountYuan ?? draft.amountYuan
  }

  /// What was said before the first number (使用权人:…, 宗地编号:…) is its parcel's.
  private mutating func adoptPendingAct() {
    guard let item = drafts.indices.first, drafts.count == 1, drafts[item].id != nil else { return }
    let waiting = pendingAct
    drafts[item].kind = drafts[item].kind ?? waiting.kind
    drafts[item].stage = drafts[item].stage ?? waiting.stage
    drafts[item].amountYuan = drafts[item].amountYuan ?? waiting.amountYuan
    drafts[item].adoptConditions(of: waiting)
  }

  /// 该公司 is the holder named last; 你公司 is left for the document, which knows whom it addresses.
  private func holder(_ name: String) -> String? {
    guard PartyTerms.aforesaid.contains(name) else { return name }
    return profile.titleRecipient ?? drafts.last { $0.party != nil }?.party
  }

  private mutating func report(_ facts: ActFacts) {
    for unread in facts.holders.unread {
      findings.append(
        Finding(
          fact: .partyNotUnderstood(unread.text), severity: .warning,
          token: grammar.token(at: unread.place)))
    }
  }

  // MARK: Reclaim

  private mutating func readReclaim(_ range: Range<Int>, _ facts: ActFacts) {
    dropContract(facts)
    let words = facts.clauses.map { grammar.prose.text($0.range) }.joined(separator: "，")
    let verb = reclaimVerb(in: facts.clauses)
    let named = ClauseLexicon.act(of: facts.clauses, text: words + "土地")
    var kind = named?.documentKind == .reclaim ? named : nil
    if verb == nil, sectionAct != nil {
      // An item of a list says only whether it is paid for.
      kind =
        facts.clauses.contains { $0.has(.free) }
        ? .reclaimFree : facts.clauses.contains { $0.has(.paid) } ? .reclaimPaid : kind
    }
    var reader = ReclaimReader(grammar: grammar, range: range)
    var units: [ReclaimReader.Unit] = []
    if let verb {
      units = reader.units(verb: verb)
      // 收回下列…: the items follow, each in a sentence of its own.
      let hasObject = units.contains { $0.area != nil || $0.party != nil || $0.parcelID != nil }
      if !hasObject, facts.reach == .listBehind { sectionAct = kind ?? .reclaim }
    } else if words.begins(withAnyOf: "其中 分别为 具体为 包括"),
      let first = range.first(where: { grammar.kind($0) == .keyword(.including) })
    {
      units = holders(&reader, behind: first)
    } else if sectionAct != nil {
      units = reader.units(verb: nil).filter {
        $0.party != nil && ($0.area != nil || $0.parcelID != nil)
      }
    }
    let holders = holdersBefore(range)
    guard !units.isEmpty || !holders.isEmpty else {
      completeReclaim(range, facts)
      return
    }
    hang(units, kind: kind ?? sectionAct, facts, range)
    for (item, party) in holders { drafts[item].party = drafts[item].party ?? party }
  }

  /// The verb 收回 as a token; `nil` where the sentence takes nothing back.
  private func reclaimVerb(in clauses: [Clause]) -> Int? {
    for clause in clauses {
      for word in clause.words where word.part == .takesBack {
        return grammar.token(at: word.range.upperBound)
      }
    }
    return nil
  }

  /// `其中：甲公司…4.2亩，乙公司…7.5亩`: the holders listed behind the sentence that takes their land.
  private mutating func holders(
    _ reader: inout ReclaimReader, behind first: Int
  ) -> [ReclaimReader.Unit] {
    guard let kind = drafts.last?.kind ?? profile.act else { return [] }
    let units = reader.units(verb: nil, from: grammar.skippingFillers(first + 1))
    guard units.count > 1, units.allSatisfy({ $0.party != nil && $0.area != nil }) else {
      return []
    }
    // The sentence before named them all together, without an area.
    drafts.removeAll { $0.id == nil && $0.area == nil && $0.kind == kind }
    places.forget()
    sectionAct = kind
    return units
  }

  /// `甲公司名下A-01号宗地`: the holder right before a number.
  private func holdersBefore(_ range: Range<Int>) -> [(item: Int, party: String)] {
    let reader = PartyReader(grammar: grammar)
    var found: [(item: Int, party: String)] = []
    var start = grammar.tokens[safe: range.lowerBound]?.range.lowerBound ?? 0
    for mention in mentions(in: range) {
      var end = mention.place
      let plain = grammar.prose.plain
      if end > start {
        let before = String(plain[start..<end])
        for joint in ["名下的", "名下", "持有的", "使用的", "所有的", "取得的", "所属的", "的"]
        where before.hasSuffix(joint) {
          end -= joint.unicodeScalars.count
          break
        }
        var from = start
        for index in start..<end where ",;、)".unicodeScalars.contains(plain[index]) {
          from = index + 1
        }
        // 选址于某村A-01地块: a place.
        if end > from, mention.items.count == 1, let name = reader.name(endingAt: end, from: from),
          !name.begins(withAnyOf: "选址 位于 坐落 地处 拟选址")
        {
          found.append((mention.items[0], name))
        }
      }
      start = mention.place
    }
    return found
  }

  private mutating func hang(
    _ units: [ReclaimReader.Unit], kind: TransactionKind?, _ facts: ActFacts, _ range: Range<Int>
  ) {
    let before = drafts.count
    for unit in units {
      let item = reclaimDraft(for: unit, at: unit.tokens.lowerBound)
      if let kind, drafts[item].kind == nil || drafts[item].kind == .reclaim {
        drafts[item].kind = kind
      }
      drafts[item].party =
        drafts[item].party ?? unit.party ?? (units.count == 1 ? titleHolder : nil)
      if let area = unit.area, drafts[item].area == nil || unit.parcelID == nil || facts.takesPart {
        // 总面积32000,收回其中12000: what is taken is the part.
        if drafts[item].area == nil || facts.takesPart { drafts[item].area = area }
      }
      drafts[item].location = drafts[item].location ?? unit.location
      if units.count == 1 {
        setPrices(facts.sums, on: &drafts[item])
        drafts[item].purpose = drafts[item].purpose ?? facts.purpose
        if drafts[item].useText == nil, let use = labelledUse(in: range) {
          set(use, on: [item], at: range.lowerBound)
        }
      } else {
        let scalars = grammar.scalars(unit.tokens)
        setPrices(facts.sums.filter { scalars.contains($0.place) }, on: &drafts[item])
      }
      // What is paid for a piece of land says how it is taken back.
      if drafts[item].kind == .reclaim,
        drafts[item].prices.contains(where: { $0.kind == .compensation })
      {
        drafts[item].kind = .reclaimPaid
      }
      drafts[item].touch(range.upperBound - 1)
      sentenceDrafts.append(item)
      sentenceFacts += 1
    }
    if drafts.count > before { current = units.count == 1 ? [drafts.count - 1] : [] }
  }

  /// Whom the title names, where it names one only.
  private var titleHolder: String? {
    profile.titleParty.flatMap { PartyReader.isHolder($0) ? $0 : nil }
  }

  /// `证载用途为工业用地`.
  private func labelledUse(in range: Range<Int>) -> Grammar.UsePhrase? {
    for index in range where grammar.kind(index) == .keyword(.useLabel) {
      let place = grammar.skippingFillers(index + 1)
      if let use = grammar.landUse(at: place, isLabelled: true) { return use }
    }
    return nil
  }

  /// Facts of a sentence without the verb: sums, area, use of the land already named.
  private mutating func completeReclaim(_ range: Range<Int>, _ facts: ActFacts) {
    guard let item = current.first ?? drafts.indices.last,
      drafts[item].kind != nil || drafts[item].id != nil
    else { return }
    if drafts[item].amountYuan == nil { setPrices(facts.sums, on: &drafts[item]) }
    drafts[item].purpose = drafts[item].purpose ?? facts.purpose
    guard drafts[item].area == nil, drafts.count == 1 else { return }
    for index in range {
      guard case .areaLabel(let role) = grammar.kind(index), role != .other,
        let phrase = grammar.labelledArea(at: index + 1)
      else { continue }
      drafts[item].area = phrase.areas.first
      sentenceFacts += 1
      return
    }
  }

  private mutating func reclaimDraft(for unit: ReclaimReader.Unit, at index: Int) -> Int {
    if let id = unit.parcelID { return draft(for: id, at: index) }
    if let only = current.first, current.count == 1, drafts[only].id != nil,
      drafts[only].kind == nil
    {
      return only
    }
    if let known = drafts.firstIndex(where: {
      $0.id == nil && $0.party == unit.party
        && ($0.area == nil || unit.area == nil || $0.area == unit.area)
    }) {
      return known
    }
    if unit.party == nil, let only = drafts.indices.first, drafts.count == 1 { return only }
    drafts.append(Draft(id: nil, at: index))
    return drafts.count - 1
  }

  // MARK: Conversion and acquisition

  /// `同意将农用地12.3公顷转为建设用地，征收集体土地15公顷`: an act for each verb with its area.
  private mutating func readConversion(_ range: Range<Int>, _ facts: ActFacts) {
    for clause in facts.clauses {
      for word in clause.words {
        guard case .mode(let kind) = word.part, kind.documentKind == .conversion,
          !drafts.contains(where: { $0.kind == kind }),
          let area = area(of: word, in: clause)
        else { continue }
        var draft = Draft(id: nil, at: grammar.token(at: word.range.lowerBound))
        draft.kind = kind
        draft.area = area
        draft.touch(range.upperBound - 1)
        drafts.append(draft)
        sentenceFacts += 1
      }
    }
  }

  /// The area that a verb of conversion takes: behind it, or before it in the clause.
  private func area(of word: Clause.Word, in clause: Clause) -> StatedArea? {
    func areas(_ range: Range<Int>) -> [StatedArea] {
      var found: [StatedArea] = []
      var index = grammar.token(at: range.lowerBound)
      while let token = grammar.tokens[safe: index], token.range.lowerBound < range.upperBound {
        if grammar.kind(index) == .open, let close = grammar.closing(index) {
          index = close
          continue
        }
        if let area = grammar.area(at: index) {
          found.append(area.area)
          index = area.end
        } else {
          index += 1
        }
      }
      return found
    }
    return areas(word.range.upperBound..<clause.range.upperBound).first
      ?? areas(clause.range.lowerBound..<word.range.lowerBound).last
  }
}

extension ActFacts {
  /// Whether a part of the land is taken: 收回其中…, 部分.
  var takesPart: Bool {
    clauses.contains { clause in
      clause.words.contains { $0.part == .takesBack || $0.part == .free || $0.part == .paid }
        && clause.words.contains { $0.part == .including }
    }
  }
}

extension MoneyReader {
  /// The sum that stands for all of a kind: the total, the first whole, or the parts together.
  static func whole(of sums: [Sum]) -> Sum? {
    if let total = sums.first(where: { $0.isTotal && !$0.isPart }) { return total }
    return sums.first { !$0.isPart } ?? sums.first
  }
}

extension Grammar {
  /// The scalars of some tokens.
  func scalars(_ tokens: Range<Int>) -> Range<Int> {
    guard let first = self.tokens[safe: tokens.lowerBound],
      let last = self.tokens[safe: tokens.upperBound - 1], tokens.lowerBound < tokens.upperBound
    else { return 0..<0 }
    return first.range.lowerBound..<max(first.range.lowerBound, last.range.upperBound)
  }
}
