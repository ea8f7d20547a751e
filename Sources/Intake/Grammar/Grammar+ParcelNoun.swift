import Planning

/// What makes a number a parcel's: the noun, a label, facts in brackets, its place in a clause.
extension Grammar {
  /// What follows a list: 号, 等, a count, a bracketed name, the noun.
  func tail(_ phrase: ParcelPhrase) -> ParcelPhrase {
    var phrase = phrase
    var place = skippingBreaks(phrase.end)
    let hasNumberWord = kind(place) == .keyword(.number)
    if hasNumberWord { place = skippingBreaks(place + 1) }
    if kind(place) == .open, let close = closing(place),
      kind(skippingBreaks(close)) == .keyword(.parcel)
    {
      phrase.name = text(place + 1..<close - 1)
      place = skippingBreaks(close)
    }
    if kind(place) == .keyword(.etcetera) {
      phrase.isOpen = true
      place = skippingBreaks(place + 1)
    }
    if let count = count(at: place) {
      phrase.count = count.value
      if count.value == phrase.ids.count { phrase.isOpen = false }
      place = count.end
    }
    if text(place) == "共", let count = count(at: place + 1) {
      phrase.count = count.value
      place = count.end
    }
    if kind(place) == .keyword(.parcel)
      || (kind(place) == .keyword(.parcelNumberLabel) && text(place) == "宗地")
    {
      phrase.isCertain = true
      phrase.end = place + 1
      if phrase.ids.count == 1, kind(phrase.end) == .open, let close = closing(phrase.end) {
        phrase.name = phrase.name ?? projectName(phrase.end + 1..<close - 1)
      }
    } else if isNoun(place), hasNumberWord || LandParcelShape.isLikely(phrase.ids[0]) {
      phrase.isCertain = true
      phrase.end = place
    } else if opensFacts(place), LandParcelShape.isLikely(phrase.ids[0]) {
      phrase.isCertain = true
      phrase.end = place
    } else if hasNumberWord, text(place) == "地" {
      phrase.isCertain = true
      phrase.end = place + 1
    } else if hasNumberWord, LandParcelShape.isLikely(phrase.ids[0]), isLand(place) {
      phrase.isCertain = true
      phrase.end = place
    } else if phrase.isCertain {
      phrase.end = max(phrase.end, hasNumberWord ? phrase.end + 1 : phrase.end)
    }
    return phrase
  }

  /// 地块 or 宗地, also where a label begins with it: 地块面积, 宗地用途.
  func isNoun(_ index: Int) -> Bool {
    switch kind(index) {
    case .keyword(.parcel): true
    case .areaLabel, .keyword(.useLabel), .keyword(.parcelNumberLabel):
      text(index).hasPrefix("地块") || text(index).hasPrefix("宗地")
    default: false
    }
  }

  /// `号地下空间建设用地使用权`, `号国有建设用地`: land under another word than 地块.
  private func isLand(_ index: Int) -> Bool {
    text(index..<min(index + 6, tokens.count)).begins(withAnyOf: "地下 地上 国有 集体 建设用地 土地 用地")
  }

  /// Whether a bracket right behind a number gives the facts of its parcel: `C03-02号（面积1.1公顷，…）`.
  private func opensFacts(_ index: Int) -> Bool {
    guard kind(index) == .open, let close = closing(index) else { return false }
    return (index + 1..<close).contains { place in
      switch kind(place) {
      case .areaLabel(let role): role != .other
      case .keyword(.useLabel), .indicator: true
      default: false
      }
    }
  }

  private func projectName(_ range: Range<Int>) -> String? {
    let name = text(range)
    return name.ends(withAnyOf: "项目 公司 学校 医院 小区 厂") ? name : nil
  }

  /// `3个`, `三宗`: a count with its counter, the noun not included.
  func count(at index: Int) -> (value: Int, end: Int)? {
    var place = index
    var value: Int?
    if case .number(let number) = kind(place), number == number.rounded(), number < 10_000 {
      value = Int(number)
      place += 1
    } else {
      let start = place
      while place - start < 4, kind(place) == .other, tokens[place].range.count == 1,
        Numerals.isNumeral(prose.plain[tokens[place].range.lowerBound])
      { place += 1 }
      if place > start {
        value = Numerals.count(
          prose.plain[tokens[start].range.lowerBound..<tokens[place - 1].range.upperBound])
      }
    }
    guard let value, value > 0 else { return nil }
    if kind(place) == .keyword(.counter) { return (value, place + 1) }
    if kind(place) == .keyword(.parcel) || text(place) == "宗地" { return (value, place) }
    return nil
  }

  /// `地块A-01`, `宗地 B-02`, `地块一`.
  func behindNoun(_ index: Int) -> ParcelPhrase? {
    let start = skippingBreaks(index + 1)
    if start == index + 1, kind(start) == .other,
      let numeral = prose.plain[safe: tokens[start].range.lowerBound], Numerals.isNumeral(numeral),
      !isCounted(start + 1)
    {
      let id = text(index) + text(start)
      return ParcelPhrase(
        ids: [id], first: index, isOpen: false, count: nil, name: nil, isCertain: true,
        end: start + 1)
    }
    guard isIdentifierOrDashed(start),
      var phrase = list(at: start, allowsPlainNumber: false)
    else { return nil }
    if kind(start) == .identifier, !LandParcelShape.isLikely(plain(start)) { return nil }
    phrase.isCertain = true
    let next = tail(phrase)
    return next.end > phrase.end && next.isCertain ? next : phrase
  }

  private func isIdentifierOrDashed(_ index: Int) -> Bool {
    switch kind(index) {
    case .identifier, .dashed: true
    default: false
    }
  }

  private func isCounted(_ index: Int) -> Bool {
    switch kind(index) {
    case .keyword(.counter), .area, .percent: true
    default: kind(index) == .other && ["般", "期", "是", "次", "类", "级"].contains(text(index))
    }
  }

  /// A bare number at the head of a clause with a label behind it: `A-01：居住用地`.
  func isHeading(_ phrase: ParcelPhrase, from index: Int) -> Bool {
    guard kind(index) != .other, case let id = phrase.ids[0], LandParcelShape.isLikely(id) else {
      return false
    }
    if case .number = kind(index) { return false }
    switch index == 0 ? .sentenceEnd : kind(index - 1) {
    case .sentenceEnd, .softBreak, .paragraph, .colon, .comma, .tilde, .close, .keyword(.including),
      .keyword(.etcetera):
      break
    case .other
    where wordList(
      """
      . · ① ② ③ ④ ⑤ ⑥ ● ◆
      """
    ).contains(text(index - 1)): break
    default: return false
    }
    let next = skippingBreaks(phrase.end)
    switch kind(next) {
    case .colon, .keyword(.useLabel), .areaLabel(.land): return true
    case .keyword(.copula), .open: return kind(next + 1) == .useName
    case .comma:
      switch kind(next + 1) {
      case .keyword(.useLabel), .keyword(.locatedAt), .areaLabel(.land): return true
      default: return false
      }
    case .useName: return true
    default: return false
    }
  }
}
