internal import Terms
import Planning

/// Which parcels the text speaks of.
extension StatementReader {
  /// A mention of parcels: makes them the subject, or records a split, merger or renumbering.
  mutating func mention(_ phrase: Grammar.ParcelPhrase, at index: Int) -> Int {
    let end = phrase.end
    if profile.isPolicy, !phrase.isCertain { return end }
    var next = grammar.skippingBreaks(end)
    if grammar.kind(next) == .comma { next = grammar.skippingBreaks(next + 1) }
    isPart = false
    if let printed = grammar.glued(to: phrase) {
      findings.append(
        Finding(
          fact: .numberUncertain(phrase.ids[0], printed: printed), severity: .warning, token: index)
      )
    }
    if let count = phrase.count { counts.append((count, index, phrase.ids.count)) }

    if phrase.isOpen {
      // 等地块: a group; facts that follow are not those of the listed ones alone.
      remember(phrase, at: index)
      current = []
      return end
    }
    if grammar.kind(next) == .keyword(.split) {
      return split(phrase, at: index, verb: next)
    }
    if grammar.kind(next) == .keyword(.merge) {
      return merge(phrase, at: index, verb: next)
    }
    if let merged = mergeKeepingNumber(phrase, at: index, next: next) { return merged }
    if let renumbered = renumber(phrase, at: index, next: next) { return renumbered }
    let isFirst = !drafts.contains { $0.id != nil }
    current = phrase.ids.map { draft(for: $0, at: index) }
    lastGroup = current
    if isFirst, current.count == 1 { adoptPending(current[0]) }
    if isBefore, index == 0 || grammar.kind(index - 1) != .keyword(.before) { isBefore = false }
    adopt(at: index)
    if let name = phrase.name, current.count == 1 {
      drafts[current[0]].name = drafts[current[0]].name ?? name
    }
    adoptUse(at: index)
    if isRemoval(before: index) || isCancelled(behind: end) || sectionRemoves {
      for item in current { drafts[item].isRemoved = true }
    }
    sentenceDrafts += current
    for item in current { drafts[item].touch(end - 1) }
    if current.count == 1, profile.supplies, let holder = holderBefore(phrase.first) {
      drafts[current[0]].party = drafts[current[0]].party ?? holder
    }
    let before = current.count == 1 && profile.approvesActs ? placeBefore(phrase.first) : nil
    for item in current {
      drafts[item].location = drafts[item].location ?? pendingLocation ?? before
    }
    pendingLocation = nil
    if let place = bracketedPlace(end), current.count == 1 {
      drafts[current[0]].location = drafts[current[0]].location ?? place
    }
    return subjectUse(end)
  }

  /// `（朱雀路以东、泮河路以南）` right behind the noun.
  private func bracketedPlace(_ index: Int) -> String? {
    guard grammar.kind(index) == .open, let close = grammar.closing(index) else { return nil }
    let words = grammar.text(index + 1..<close - 1)
    let isPlace = words.mentions(anyOf: "以东 以西 以南 以北 交叉口 东侧 西侧 南侧 北侧")
    return isPlace && words.count <= 40 && !words.has("面积") ? words : nil
  }

  /// `A-01地块为居住用地`, `A-01：居住用地（0701）`, `A-01地块（居住用地，…`.
  mutating func subjectUse(_ end: Int) -> Int {
    var place = grammar.skippingBreaks(end)
    switch grammar.kind(place) {
    case .keyword(.copula), .colon, .open, .comma: place = grammar.skippingFillers(place + 1)
    case .useName: break
    default: return end
    }
    guard let use = grammar.landUse(at: place, isLabelled: false),
      current.allSatisfy({ drafts[$0].uses.isEmpty }) || isBefore
    else { return end }
    set(use, at: place)
    return use.end
  }

  /// The draft of a number under the present plan, made if it is new.
  mutating func draft(for id: String, at index: Int) -> Int {
    let known = places.of(id, in: drafts, number: \.id)
    if let known = known.first(where: { drafts[$0].plan == plan }) {
      // A mention that gave nothing is not where its facts are printed.
      if !drafts[known].hasLandFacts, !sentenceDrafts.contains(known) {
        drafts[known].tokens = index...index
      }
      drafts[known].touch(index)
      return known
    }
    // The title or an opening sentence may have named it before the plan was known.
    if let known = known.first(where: { !drafts[$0].hasLandFacts }) {
      drafts[known].plan = plan
      drafts[known].tokens = index...index
      return known
    }
    var draft = Draft(id: id, at: index)
    draft.plan = plan
    drafts.append(draft)
    return drafts.count - 1
  }

  /// Parcels named without being the subject: they are known, nothing more.
  private mutating func remember(_ phrase: Grammar.ParcelPhrase, at index: Int) {
    for id in phrase.ids { _ = draft(for: id, at: index) }
  }

  /// The nameless draft that facts without a numbered parcel go to.
  mutating func namelessDraft(at index: Int) -> Int {
    if let known = drafts.lastIndex(where: { $0.id == nil }) {
      drafts[known].touch(index)
      return known
    }
    var draft = Draft(id: nil, at: index)
    draft.plan = plan
    drafts.append(draft)
    return drafts.count - 1
  }

  /// Gives an act's parcel what was said before its number: `土地使用权人：…，宗地编号：…`.
  private mutating func adoptPending(_ item: Int) {
    drafts[item].party = drafts[item].party ?? pendingAct.party
    drafts[item].purpose = drafts[item].purpose ?? pendingAct.purpose
    drafts[item].amountYuan = drafts[item].amountYuan ?? pendingAct.amountYuan
  }

  /// `安排中小学用地2.35公顷，…，地块编号为YC-0307`: where a sentence gives facts first and then the
  /// number, the number's parcel is the subject from the start.
  mutating func anticipate(_ start: Int, atClause: Bool = false) {
    guard profile.kind == .planApproval || profile.supplies, hasNumbers,
      current.isEmpty || atClause, !profile.isPolicy
    else {
      return
    }
    var hasFacts = false
    var index = start
    while index < grammar.tokens.count {
      switch grammar.kind(index) {
      case .sentenceEnd, .paragraph: return
      case .areaLabel, .useName, .indicator: hasFacts = true
      case .number where grammar.area(at: index) != nil: hasFacts = true
      default: break
      }
      if let phrase = grammar.parcels(at: index), phrase.isCertain {
        let isLabelled =
          grammar.kind(index) == .keyword(.parcelNumberLabel)
          || grammar.text(max(0, index - 2)..<index).hasSuffix("编为") || isSited(before: index)
        guard hasFacts, isLabelled, phrase.ids.count == 1 else { return }
        let item = draft(for: phrase.ids[0], at: start)
        guard !drafts[item].hasLandFacts else { return }
        current = [item]
        sentenceDrafts.append(item)
        return
      }
      index += 1
    }
  }

  /// 选址于某村A-07地块: the clause says where what was said before lies.
  private func isSited(before index: Int) -> Bool {
    var start = index
    while start > 0 {
      switch grammar.kind(start - 1) {
      case .comma, .sentenceEnd, .paragraph, .colon:
        return grammar.text(start..<index).mentions(anyOf: "选址 拟用 拟使用 坐落于 坐落在")
      default: start -= 1
      }
    }
    return false
  }

  /// `二类工业用地（100102）两块，即YC-0412地块…`: a use with its code, named before its parcels.
  private mutating func adoptUse(at index: Int) {
    guard let pendingUse, pendingUse.end <= index, pendingUse.end >= sentenceStart else { return }
    let words = grammar.text(pendingUse.end..<index)
    guard words.count <= 12 || words.has("、") else { return }
    for item in current where drafts[item].uses.isEmpty {
      drafts[item].uses = pendingUse.uses
      drafts[item].useText = pendingUse.printed
      drafts[item].hasCode = pendingUse.hasCode
    }
  }

  /// `以上4个地块`: the last four parcels named.
  mutating func aforesaid(_ index: Int) -> Int? {
    guard ["以上", "上述", "前述"].contains(grammar.text(index)),
      let count = grammar.count(at: index + 1),
      grammar.text(count.end).begins(withAnyOf: "地块 宗地")
    else { return nil }
    let named = drafts.indices.filter { drafts[$0].id != nil && drafts[$0].plan == plan }
    guard named.count >= count.value else { return nil }
    current = Array(named.suffix(count.value))
    lastGroup = current
    sentenceDrafts += current
    return grammar.kind(count.end) == .keyword(.parcel) ? count.end + 1 : count.end
  }

  /// `1．某县人民医院，GC2023-01号宗地，…`: an office or company that opens the item.
  private func holderBefore(_ index: Int) -> String? {
    guard index > sentenceStart, grammar.kind(index - 1) == .comma else { return nil }
    let name = grammar.text(sentenceStart..<index - 1).drop { !$0.isLetter || $0.isASCII }
    let isHolder = name.ends(withAnyOf: "公司 医院 学校 小学 中学 幼儿园 局 中心 委员会 厂 站 院 社 大队 政府")
    return (3...30).contains(name.count) && isHolder && !name.has("，") ? String(name) : nil
  }

  /// `其余两个地块`: the numbered parcels of which no use was given yet.
  mutating func rest(_ index: Int) -> Int {
    var place = index + 1
    if let count = grammar.count(at: place) { place = count.end }
    guard grammar.kind(place) == .keyword(.parcel) else { return index + 1 }
    let others = drafts.indices.filter {
      drafts[$0].id != nil && drafts[$0].plan == plan && drafts[$0].uses.isEmpty
    }
    guard !others.isEmpty else { return place + 1 }
    current = others
    lastGroup = others
    sentenceDrafts += others
    return subjectUse(place + 1)
  }
}
