import Planning

/// Splits, mergers and new numbers.
extension StatementReader {
  /// `NX-01地块分为两个地块，分别为NX-01-01…`.
  mutating func split(
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

  /// `…地块面积偏大，拆分为A、B两个地块`, `…一分为二：`: the parcel spoken of becomes several.
  mutating func splitCurrent(_ index: Int) -> Int {
    guard current.count == 1, let parent = current.first, let id = drafts[parent].id else {
      return index + 1
    }
    var place = grammar.skippingFillers(index + 1)
    if let count = grammar.count(at: place) { place = count.end }
    let list = grammar.parcels(at: grammar.skippingBreaks(place))
    guard list != nil || grammar.text(index) == "一分为二" else { return index + 1 }
    let phrase = Grammar.ParcelPhrase(
      ids: [id], first: index, isOpen: false, count: nil, name: nil, isCertain: true, end: index)
    return split(phrase, at: index, verb: index)
  }

  /// `H-30地块与H-31地块合并，沿用H-30编号`.
  mutating func mergeKeepingNumber(
    _ phrase: Grammar.ParcelPhrase, at index: Int, next: Int
  ) -> Int? {
    guard phrase.ids.count > 1, grammar.text(next..<next + 2) == "合并" else { return nil }
    for place in next + 2..<min(next + 14, grammar.tokens.count) {
      if grammar.kind(place) == .sentenceEnd { return nil }
      guard let result = grammar.parcels(at: place) ?? plainID(at: place),
        result.ids.count == 1, phrase.ids.contains(result.ids[0])
      else { continue }
      join(phrase.ids, into: result, saidAt: index, named: place)
      return result.end
    }
    return nil
  }

  /// `A-01、A-02地块合并为A-01地块`.
  mutating func merge(
    _ phrase: Grammar.ParcelPhrase, at index: Int, verb: Int
  ) -> Int {
    let start = skippingCount(grammar.skippingFillers(verb + 1))
    guard let result = grammar.parcels(at: start) ?? plainID(at: start), result.ids.count == 1
    else { return phrase.end }
    join(phrase.ids, into: result, saidAt: index, named: start)
    return subjectUse(result.end)
  }

  /// `…均为居住用地，现合并为A-09地块`: the parcels spoken of become one.
  mutating func mergeCurrent(_ index: Int) -> Int {
    let start = skippingCount(grammar.skippingFillers(index + 1))
    guard !current.isEmpty, let result = grammar.parcels(at: start) ?? plainID(at: start),
      result.ids.count == 1
    else {
      return index + 1
    }
    isBefore = false
    join(current.compactMap { drafts[$0].id }, into: result, saidAt: index, named: start)
    return subjectUse(result.end)
  }

  /// Several parcels become the one of a phrase, which is the subject from here.
  private mutating func join(
    _ from: [String], into result: Grammar.ParcelPhrase, saidAt index: Int, named place: Int
  ) {
    lineage.append(
      ParcelLineage(kind: .merge, from: from, to: result.ids, line: grammar.line(index)))
    let merged = draft(for: result.ids[0], at: place)
    for id in from {
      let item = draft(for: id, at: index)
      if item != merged { drafts[item].isSplit = true }
    }
    current = [merged]
    sentenceDrafts += current
    sentenceFacts += 1
  }

  /// `原A-01地块编号调整为A-02`.
  mutating func renumber(
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
  mutating func adopt(at index: Int, all: Bool = false) {
    guard let splitParent, let parent = drafts[splitParent].id else { return }
    var children: [String] = []
    for item in current {
      guard let id = drafts[item].id else { continue }
      if item == splitParent {
        // 北侧部分仍编号为A-01: the part that keeps the number.
        if isNumbered(before: index) {
          drafts[item].isSplit = false
          children.append(id)
        }
        continue
      }
      guard all || id.hasPrefix(parent) || isListed(since: splitParent, until: index) else {
        continue
      }
      drafts[item].parent = parent
      drafts[item].isSplit = false
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

  /// Whether 编号为 stands right before a number, or as its label.
  private func isNumbered(before index: Int) -> Bool {
    grammar.kind(index) == .keyword(.parcelNumberLabel)
      || grammar.text(max(0, index - 4)..<index).mentions(anyOf: "编号为 编为 编号 沿用 保留")
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
    guard profile.approvesActs, quoteDepth == 0 else { return false }
    let words = grammar.text(max(0, index - 3)..<index)
    return words.mentions(anyOf: "增加 新增 增补 追加 调入 增列")
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
    let isPlace = words.ends(withAnyOf: "街道 镇 乡 村 社区 片区")
    return isPlace && words.count >= 2 ? words : nil
  }

  /// `GX-02-22地块（…）予以取消`.
  func isCancelled(behind end: Int) -> Bool {
    var place = end
    if grammar.kind(place) == .open, let close = grammar.closing(place) { place = close }
    return grammar.text(place..<min(place + 4, grammar.tokens.count)).begins(
      withAnyOf: "予以取消 取消 不再保留 撤销")
  }

  /// 核减, 调出 before a number: the parcel leaves the plan.
  func isRemoval(before index: Int) -> Bool {
    let words = grammar.text(max(0, index - 8)..<index)
    return words.mentions(anyOf: "核减 调出 移出 剔除 取消 删除 不再纳入")
  }
}
