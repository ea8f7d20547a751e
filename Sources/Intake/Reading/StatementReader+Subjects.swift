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
    if isRemoval(before: index) { for item in current { drafts[item].isRemoved = true } }
    sentenceDrafts += current
    for item in current { drafts[item].touch(end - 1) }
    let before = current.count == 1 && profile.kind.isAct ? placeBefore(phrase.first) : nil
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
    let isPlace = ["以东", "以西", "以南", "以北", "交叉口", "东侧", "西侧", "南侧", "北侧"].contains {
      words.contains($0)
    }
    return isPlace && words.count <= 40 && !words.contains("面积") ? words : nil
  }

  /// `A-01地块为居住用地`, `A-01：居住用地（0701）`, `A-01地块（居住用地，…`.
  private mutating func subjectUse(_ end: Int) -> Int {
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
    if let known = drafts.firstIndex(where: { $0.id == id && $0.plan == plan }) {
      // A mention that gave nothing is not where its facts are printed.
      if !drafts[known].hasLandFacts, !sentenceDrafts.contains(known) {
        drafts[known].tokens = index...index
      }
      drafts[known].touch(index)
      return known
    }
    // The title or an opening sentence may have named it before the plan was known.
    if let known = drafts.firstIndex(where: { $0.id == id && !$0.hasLandFacts }) {
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

  // MARK: Lineage

  /// `NX-01地块分为两个地块，分别为NX-01-01…`.
  private mutating func split(
    _ phrase: Grammar.ParcelPhrase, at index: Int, verb: Int
  ) -> Int {
    guard phrase.ids.count == 1 else { return phrase.end }
    let parent = draft(for: phrase.ids[0], at: index)
    drafts[parent].isSplit = true
    splitParent = parent
    splitToken = index
    current = []
    sentenceDrafts.append(parent)
    sentenceFacts += 1
    var place = grammar.skippingFillers(verb + 1)
    if let count = grammar.count(at: place) { place = count.end }
    // `分为A、B两个地块`: the children listed at once.
    for _ in 0..<4 where grammar.parcels(at: grammar.skippingBreaks(place)) == nil {
      switch grammar.kind(place) {
      case .comma, .keyword(.parcel), .keyword(.respectively), .other: place += 1
      default: break
      }
    }
    if let list = grammar.parcels(at: grammar.skippingBreaks(place)), list.ids.count > 1 {
      current = list.ids.map { draft(for: $0, at: list.first) }
      adopt(at: list.first, all: true)
      sentenceDrafts += current
      return list.end
    }
    return verb + 1
  }

  /// `A-01、A-02地块合并为A-01地块`.
  private mutating func merge(
    _ phrase: Grammar.ParcelPhrase, at index: Int, verb: Int
  ) -> Int {
    let start = skippingCount(grammar.skippingFillers(verb + 1))
    guard let result = grammar.parcels(at: start), result.ids.count == 1 else { return phrase.end }
    lineage.append(
      ParcelLineage(
        kind: .merge, from: phrase.ids, to: result.ids, line: grammar.line(index)))
    let merged = draft(for: result.ids[0], at: start)
    for id in phrase.ids {
      let item = draft(for: id, at: index)
      if item != merged { drafts[item].isSplit = true }
    }
    current = [merged]
    sentenceDrafts += current
    sentenceFacts += 1
    return subjectUse(result.end)
  }

  /// `…均为居住用地，现合并为A-09地块`: the parcels spoken of become one.
  mutating func mergeCurrent(_ index: Int) -> Int {
    let start = skippingCount(grammar.skippingFillers(index + 1))
    guard !current.isEmpty, let result = grammar.parcels(at: start), result.ids.count == 1 else {
      return index + 1
    }
    let from = current.compactMap { drafts[$0].id }
    isBefore = false
    lineage.append(
      ParcelLineage(kind: .merge, from: from, to: result.ids, line: grammar.line(index)))
    let merged = draft(for: result.ids[0], at: start)
    for item in current where item != merged { drafts[item].isSplit = true }
    current = [merged]
    sentenceDrafts += current
    sentenceFacts += 1
    return subjectUse(result.end)
  }

  /// `原A-01地块编号调整为A-02`.
  private mutating func renumber(
    _ phrase: Grammar.ParcelPhrase, at index: Int, next: Int
  ) -> Int? {
    var place = next
    if grammar.kind(place) == .keyword(.parcelNumberLabel) {
      place = grammar.skippingBreaks(place + 1)
      guard grammar.kind(place) == .keyword(.adjustTo) else { return nil }
    } else if grammar.kind(place) != .keyword(.renumber) {
      return nil
    }
    let start = grammar.skippingFillers(place + 1)
    guard let result = grammar.parcels(at: start) ?? plainID(at: start),
      result.ids.count == phrase.ids.count
    else { return nil }
    lineage.append(
      ParcelLineage(kind: .renumber, from: phrase.ids, to: result.ids, line: grammar.line(index)))
    current = result.ids.map { draft(for: $0, at: start) }
    sentenceDrafts += current
    sentenceFacts += 1
    return result.end
  }

  private func plainID(at index: Int) -> Grammar.ParcelPhrase? {
    switch grammar.kind(index) {
    case .identifier, .dashed:
      return Grammar.ParcelPhrase(
        ids: [grammar.plain(index)], first: index, isOpen: false, count: nil, name: nil,
        isCertain: true, end: index + 1)
    default: return nil
    }
  }

  private func skippingCount(_ index: Int) -> Int {
    guard let count = grammar.count(at: index) else { return index }
    var place = count.end
    if grammar.kind(place) == .keyword(.parcel) { place += 1 }
    return grammar.skippingFillers(place)
  }

  /// Gives the parcels now spoken of the parent that was said to be split.
  private mutating func adopt(at index: Int, all: Bool = false) {
    guard let splitParent, let parent = drafts[splitParent].id else { return }
    var children: [String] = []
    for item in current {
      guard let id = drafts[item].id, id != parent else { continue }
      guard all || id.hasPrefix(parent) || isListed(since: splitParent, until: index) else {
        continue
      }
      drafts[item].parent = parent
      children.append(id)
    }
    guard !children.isEmpty else {
      self.splitParent = nil
      return
    }
    let line = grammar.line(splitToken)
    if let known = lineage.firstIndex(where: { $0.kind == .split && $0.from == [parent] }) {
      lineage[known].to += children.filter { !lineage[known].to.contains($0) }
    } else {
      lineage.append(ParcelLineage(kind: .split, from: [parent], to: children, line: line))
    }
  }

  /// Whether the mention still stands in the sentence that says the split.
  private func isListed(since parent: Int, until index: Int) -> Bool {
    let start = drafts[parent].tokens.upperBound
    guard start < index else { return false }
    return !(start..<index).contains {
      grammar.kind($0) == .paragraph || grammar.text($0) == "。"
    }
  }

  /// 增加1宗, 新增2块: new land of an act without a number.
  func isAdded(before index: Int) -> Bool {
    guard profile.kind.isAct, quoteDepth == 0 else { return false }
    let words = grammar.text(max(0, index - 3)..<index)
    return ["增加", "新增", "增补", "追加", "调入", "增列"].contains { words.contains($0) }
  }

  /// Makes a nameless piece of land the subject.
  mutating func beginNamelessAct(at index: Int) {
    var draft = Draft(id: nil, at: index)
    draft.plan = plan
    drafts.append(draft)
    current = [drafts.count - 1]
    sentenceDrafts += current
  }

  /// The place printed right before a number: `城北街道C03-02号`.
  func placeBefore(_ index: Int) -> String? {
    var start = index
    while start > 0, index - start < 14, case .other = grammar.kind(start - 1) {
      if ["将", "意", "对", "把"].contains(grammar.text(start - 1)) { break }
      start -= 1
    }
    let words = grammar.text(start..<index)
    let isPlace = ["街道", "镇", "乡", "村", "社区", "片区"].contains { words.hasSuffix($0) }
    return isPlace && words.count >= 2 ? words : nil
  }

  /// 核减, 调出: the parcel leaves the plan.
  private func isRemoval(before index: Int) -> Bool {
    let words = grammar.text(max(0, index - 8)..<index)
    return ["核减", "调出", "移出", "剔除", "取消", "删除", "不再纳入"].contains { words.contains($0) }
  }
}
