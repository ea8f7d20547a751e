internal import Terms
import Planning

/// Areas: of a parcel, of a part, of all.
extension StatementReader {
  mutating func labelledArea(_ role: Token.AreaRole, _ index: Int) -> Int {
    let isDistributed = index > 0 && grammar.kind(index - 1) == .keyword(.respectively)
    guard let phrase = grammar.labelledArea(at: index + 1, isDistributed: isDistributed) else {
      // `面积：1.2公顷` in a bracket of another label, or a label without a number.
      return unchanged(index) ?? index + 1
    }
    if role == .other {
      return phrase.end
    }
    let area = phrase.areas[0]
    if phrase.areas.count > 1 {
      if phrase.areas.count == current.count {
        for (item, area) in zip(current, phrase.areas) {
          set(area, previous: nil, on: [item], at: index)
        }
      } else {
        findings.append(
          Finding(
            fact: .countMismatch(stated: current.count, found: phrase.areas.count),
            severity: .warning, token: index))
      }
      return phrase.end
    }
    if role == .land, isSum(index) {
      addTotal(area, use: nil, name: nil, at: index)
      return phrase.end
    }
    if role == .totalLand, isTotalLabel(index) {
      addTotal(area, use: nil, name: totalName(index), at: index)
      return phrase.end
    }
    if isPart, let item = current.first {
      addPart(area, label: grammar.text(index), on: item)
      return phrase.end
    }
    if current.count > 1 {
      // One area for a list of parcels is their sum.
      addTotal(area, use: drafts[current[0]].useText, name: nil, at: index)
      return phrase.end
    }
    let items = subjects(at: index)
    if items.isEmpty {
      if profile.kind == .planApproval || profile.approvesActs {
        addTotal(area, use: nil, name: grammar.text(index), at: index)
      }
      return phrase.end
    }
    set(area, previous: phrase.previous, on: items, at: index)
    return phrase.end
  }

  /// `面积不变`, `容积率、绿地率保持不变`: what was said of before goes on. `nil` where no such words
  /// follow the labels at a token.
  mutating func unchanged(_ index: Int) -> Int? {
    var place = index
    var labels: [Token.Kind] = []
    while let kind = grammar.kind(place) {
      switch kind {
      case .areaLabel(.land), .indicator, .keyword(.useLabel): labels.append(kind)
      case .listComma, .keyword(.and), .keyword(.also), .keyword(.each): break
      case .keyword(.unchanged):
        for label in labels { restore(label) }
        return place + 1
      default: return nil
      }
      place += 1
    }
    return nil
  }

  private mutating func restore(_ label: Token.Kind) {
    for item in current {
      let before = drafts[item].previous
      switch label {
      case .areaLabel where drafts[item].area == nil: drafts[item].area = before.area
      case .indicator(let indicator) where drafts[item].indicators[indicator] == nil:
        drafts[item].indicators[indicator] = before.indicators[indicator]
      case .keyword(.useLabel) where drafts[item].uses.isEmpty: drafts[item].uses = before.landUse
      default: continue
      }
      sentenceFacts += 1
    }
  }

  /// A total's label, with whether the document means the total before or after it: 原储备总量,
  /// 调整后储备总量.
  private func totalName(_ index: Int) -> String {
    let name = grammar.text(index)
    guard name.has("总量") else { return name }
    let words = grammar.text(max(0, index - 3)..<index)
    if words.ends(withAnyOf: "原 原有 原计划 原定") { return "原\(name)" }
    return words.ends(withAnyOf: "调整后 调整后的 变更后") ? "调整后\(name)" : name
  }

  /// 总用地面积 sums unless the document speaks of one piece of land only.
  private func isTotalLabel(_ index: Int) -> Bool {
    if !current.isEmpty, current.count == 1, drafts[current[0]].area == nil,
      sentenceDrafts.contains(current[0]) || drafts.count(where: { $0.id != nil }) <= 1,
      !grammar.text(index).has("储备总量")
    {
      return false
    }
    if !hasNumbers, profile.kind == .planApproval || profile.supplies,
      drafts.first?.area == nil, !grammar.text(index).has("总量"),
      !grammar.text(index).has("范围")
    {
      return false
    }
    return true
  }

  /// An area without a label.
  mutating func bareArea(_ area: StatedArea, _ index: Int, end: Int) -> Int {
    if isMoved(end) { return end }
    if isBuildingOrLength(before: index) || quoteDepth > 0 && profile.kind == .planApproval {
      return end
    }
    if profile.kind == .other && !profile.approvesActs || profile.isPolicy { return end }
    if isPart, let item = current.first {
      addPart(area, label: nounBefore(index), on: item)
      return end
    }
    if isSum(index) {
      addTotal(area, use: nil, name: nil, at: index)
      return end
    }
    guard current.count == 1, let item = current.first, drafts[item].area == nil,
      sentenceDrafts.contains(item) || drafts[item].id == nil
    else {
      if current.isEmpty, profile.approvesActs, !hasNumbers, quoteDepth == 0 {
        set(area, previous: nil, on: subjects(at: index), at: index)
      }
      return end
    }
    set(area, previous: nil, on: current, at: index)
    return end
  }

  /// Whether an area is only moved to or from another parcel: `东侧0.40公顷划入…`.
  private func isMoved(_ index: Int) -> Bool {
    grammar.text(index..<min(index + 4, grammar.tokens.count)).mentions(
      anyOf: "划入 并入 划出 划归 调入 调出")
  }

  /// Whether 共, 合计, 总计 stand right before a number.
  func isSum(_ index: Int) -> Bool {
    let words = grammar.text(max(0, index - 4)..<index)
    // 共3宗，面积4.0412公顷
    if words.ends(withAnyOf: "宗， 个， 块， 宗地， 地块，"),
      grammar.text(max(0, index - 8)..<index).has("共")
    {
      return true
    }
    return ["合计", "共计", "总计", "总面积", "累计", "共"].contains {
      words.hasSuffix($0) || words.hasSuffix($0 + "约")
    }
  }

  func isBuildingOrLength(before index: Int) -> Bool {
    let words = grammar.text(max(0, index - 6)..<index)
    return words.mentions(anyOf: "建筑 建设规模 转用 每亩 每 不足 超过 户型 厂房 商业设施 不少于 不低于")
  }

  private func nounBefore(_ index: Int) -> String {
    var start = index
    while start > 0, index - start < 6 {
      switch grammar.kind(start - 1) {
      case .other, .useName, .keyword(.useLabel): start -= 1
      default: return grammar.text(start..<index)
      }
    }
    return grammar.text(start..<index)
  }

  mutating func set(
    _ area: StatedArea, previous: StatedArea?, on items: [Int], at index: Int
  ) {
    for item in items {
      drafts[item].touch(index + 1)
      if isBefore {
        drafts[item].previous.area = drafts[item].previous.area ?? area
        continue
      }
      if let previous { drafts[item].previous.area = previous }
      if let known = drafts[item].area {
        let isSame =
          abs(known.squareMetres - area.squareMetres) <= max(1, known.squareMetres * 0.001)
        if !isSame, drafts[item].id != nil, sentenceDrafts.contains(item) {
          findings.append(
            Finding(
              fact: .conflictingValues(
                parcel: drafts[item].id ?? "", property: "area", known.text ?? "",
                area.text ?? ""),
              severity: .warning, token: index))
        }
        continue
      }
      drafts[item].area = area
    }
    if !items.isEmpty { sentenceFacts += 1 }
  }

  private mutating func addPart(_ area: StatedArea, label: String, on item: Int) {
    let name = label.isEmpty ? "其中" : label
    if drafts[item].extras[name] == nil { drafts[item].extras[name] = area.text }
    sentenceFacts += 1
  }

  mutating func addTotal(_ area: StatedArea, use: String?, name: String? = nil, at index: Int) {
    guard !profile.isPolicy, !isBefore else { return }
    let place = SourcePlace(file: "", lineStart: grammar.line(index), lineEnd: grammar.line(index))
    var total = AreaTotal(landUseName: use, name: name, area: area, place: place)
    total.plan = plan
    totals.append((total, index))
    sentenceFacts += 1
  }
}
