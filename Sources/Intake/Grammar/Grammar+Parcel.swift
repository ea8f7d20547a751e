import Planning

/// Parcel numbers in text: `NX-01地块`, `地块编号：A-01`, `B01至B04地块`, `D-08-01号宗地`, `1号地块`, `地块一`.
extension Grammar {
  /// A mention of parcels.
  struct ParcelPhrase {
    /// The numbers as printed, without spaces, ranges spelled out.
    var ids: [String]
    /// The token of the first number.
    var first: Int
    /// Whether 等 follows: others are meant too.
    var isOpen: Bool
    /// The count printed behind 等, if any.
    var count: Int?
    /// The name printed in brackets behind the number.
    var name: String?
    /// Whether a noun or label (地块, 宗地编号) makes it certain.
    var isCertain: Bool
    var end: Int
  }

  /// A mention of parcels beginning at a token.
  func parcels(at index: Int) -> ParcelPhrase? {
    switch kind(index) {
    case .keyword(.parcelNumberLabel):
      let start = skippingFillers(index + 1)
      if var phrase = list(at: start, allowsPlainNumber: false), phrase.end > start {
        phrase.isCertain = true
        return tail(phrase)
      }
      return nil
    case .keyword(.parcel):
      return behindNoun(index)
    case .identifier, .dashed, .number, .other:
      guard var phrase = list(at: index, allowsPlainNumber: true) else { return nil }
      phrase = tail(phrase)
      if phrase.isCertain { return phrase }
      return isHeading(phrase, from: index) ? phrase : nil
    default:
      return nil
    }
  }

  // MARK: Lists

  /// Numbers with separators: `A-01、A-02和A-03`, `B01至B04`.
  private func list(at index: Int, allowsPlainNumber: Bool) -> ParcelPhrase? {
    guard let first = id(at: index, allowsPlainNumber: allowsPlainNumber) else { return nil }
    var phrase = ParcelPhrase(
      ids: [first.id], first: index, isOpen: false, count: nil, name: nil, isCertain: false,
      end: first.end)
    while true {
      let separator = skippingBreaks(skippingNoun(phrase.end))
      let next = skippingBreaks(separator + 1)
      switch kind(separator) {
      case .listComma, .comma, .keyword(.and), .slash:
        guard let more = id(at: next, allowsPlainNumber: allowsPlainNumber) else { return phrase }
        if kind(separator) == .comma || kind(separator) == .slash,
          !isSameShape(more.id, phrase.ids[0]) { return phrase }
        phrase.ids.append(more.id)
        phrase.end = more.end
      case .keyword(.through), .tilde:
        guard let more = id(at: next, allowsPlainNumber: allowsPlainNumber),
          let range = ParcelNumbers.range(from: phrase.ids[phrase.ids.count - 1], through: more.id)
        else { return phrase }
        phrase.ids += range.dropFirst()
        phrase.end = more.end
      default:
        return phrase
      }
    }
  }

  private func skippingNoun(_ index: Int) -> Int {
    var place = index
    if kind(place) == .keyword(.number) { place += 1 }
    if kind(place) == .keyword(.parcel) || text(place) == "宗地" { place += 1 }
    // Only skip where a list goes on behind it.
    switch kind(skippingBreaks(place)) {
    case .listComma, .keyword(.and), .keyword(.through), .tilde:
      return id(at: skippingBreaks(skippingBreaks(place) + 1), allowsPlainNumber: true) == nil
        ? index : place
    default: return index
    }
  }

  private func isSameShape(_ a: String, _ b: String) -> Bool {
    a.contains("-") == b.contains("-") && abs(a.count - b.count) <= 3
  }

  /// One parcel number at a token.
  private func id(at index: Int, allowsPlainNumber: Bool) -> (id: String, end: Int)? {
    switch kind(index) {
    case .identifier:
      let text = plain(index)
      guard !isReference(index) else { return nil }
      return joined(text, at: index)
    case .dashed:
      guard !isMeasure(index) else { return nil }
      return joined(plain(index), at: index)
    case .number where allowsPlainNumber:
      // `1号地块`; a bare count (3宗地) is none.
      guard kind(index + 1) == .keyword(.number) || isListedNumber(index) else { return nil }
      guard !plain(index).contains("."), plain(index).count <= 4 else { return nil }
      return (plain(index), index + 1)
    case .other where allowsPlainNumber:
      guard let end = numeralEnd(index), isNumbered(end) else { return nil }
      return (text(index..<end), end)
    default: return nil
    }
  }

  /// Behind a Chinese or circled numeral: 一, 十二, ①; `nil` where none stands.
  private func numeralEnd(_ index: Int) -> Int? {
    var place = index
    while place - index < 3, kind(place) == .other, tokens[place].range.count == 1,
      Numerals.isNumeral(prose.plain[tokens[place].range.lowerBound])
    {
      place += 1
    }
    if place == index, kind(index) == .other,
      (0x2460...0x2473).contains(prose.plain[tokens[index].range.lowerBound].value)
    {
      return index + 1
    }
    return place > index ? place : nil
  }

  /// Whether a numeral, or the list it stands in, ends in 号地块.
  private func isNumbered(_ end: Int) -> Bool {
    var place = end
    for _ in 0..<12 {
      if kind(place) == .keyword(.number), isNoun(place + 1) { return true }
      if kind(place) == .keyword(.number) { place += 1 }
      if kind(place) == .keyword(.parcel) { place += 1 }
      switch kind(place) {
      case .listComma, .keyword(.and), .keyword(.through), .tilde:
        guard let next = numeralEnd(place + 1) else { return false }
        place = next
      default: return false
      }
    }
    return false
  }

  /// `1、2、3号地块`: numbers in a list that ends in 号 + 地块.
  private func isListedNumber(_ index: Int) -> Bool {
    var place = index + 1
    while kind(place) == .listComma || kind(place) == .keyword(.and) || kind(place) == .tilde
      || kind(place) == .keyword(.through), case .number = kind(place + 1)
    { place += 2 }
    return place > index + 1 && kind(place) == .keyword(.number)
      && kind(place + 1) == .keyword(.parcel)
  }

  /// A number and what is glued to it: a bracketed part as in `A-01(1)`.
  private func joined(_ id: String, at index: Int) -> (id: String, end: Int) {
    if kind(index + 1) == .open, case .number(let part) = kind(index + 2), part < 20,
      kind(index + 3) == .close, !plain(index + 2).contains("."), id.contains("-")
    {
      return ("\(id)(\(plain(index + 2)))", index + 4)
    }
    return (id, index + 1)
  }

  /// Numbers that look like a parcel's and are none: roads (G307), stakes (K18+836), standards
  /// (GB35181-2017), voltages.
  private func isReference(_ index: Int) -> Bool {
    let text = plain(index)
    if text.hasPrefix("GB") && text.contains("-") && text.count > 8 { return true }
    if text.lowercased().hasSuffix("kv") { return true }
    return false
  }

  private func isMeasure(_ index: Int) -> Bool {
    switch kind(index + 1) {
    case .area, .metre, .percent, .money: true
    default: plain(index).contains(".")
    }
  }

  // MARK: What makes it certain

  /// What follows a list: 号, 等, a count, a bracketed name, the noun.
  private func tail(_ phrase: ParcelPhrase) -> ParcelPhrase {
    var phrase = phrase
    var place = skippingBreaks(phrase.end)
    let hasNumberWord = kind(place) == .keyword(.number)
    if hasNumberWord { place = skippingBreaks(place + 1) }
    if kind(place) == .open, let close = closing(place), kind(skippingBreaks(close)) == .keyword(.parcel) {
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
    if text(place) == "共" , let count = count(at: place + 1) {
      phrase.count = count.value
      place = count.end
    }
    if kind(place) == .keyword(.parcel) || (kind(place) == .keyword(.parcelNumberLabel) && text(place) == "宗地") {
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
    } else if phrase.isCertain {
      phrase.end = max(phrase.end, hasNumberWord ? phrase.end + 1 : phrase.end)
    }
    return phrase
  }

  /// 地块 or 宗地, also where a label begins with it: 地块面积, 宗地用途.
  private func isNoun(_ index: Int) -> Bool {
    switch kind(index) {
    case .keyword(.parcel): true
    case .areaLabel, .keyword(.useLabel), .keyword(.parcelNumberLabel):
      text(index).hasPrefix("地块") || text(index).hasPrefix("宗地")
    default: false
    }
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
    return ["项目", "公司", "学校", "医院", "小区", "厂"].contains { name.hasSuffix($0) } ? name : nil
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
          prose.plain[tokens[start].range.lowerBound..<tokens[place].range.lowerBound])
      }
    }
    guard let value, value > 0 else { return nil }
    if kind(place) == .keyword(.counter) { return (value, place + 1) }
    if kind(place) == .keyword(.parcel) || text(place) == "宗地" { return (value, place) }
    return nil
  }

  /// `地块A-01`, `宗地 B-02`, `地块一`.
  private func behindNoun(_ index: Int) -> ParcelPhrase? {
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
  private func isHeading(_ phrase: ParcelPhrase, from index: Int) -> Bool {
    guard kind(index) != .other, case let id = phrase.ids[0], LandParcelShape.isLikely(id) else {
      return false
    }
    if case .number = kind(index) { return false }
    switch index == 0 ? .sentenceEnd : kind(index - 1) {
    case .sentenceEnd, .softBreak, .paragraph, .colon, .comma, .tilde, .close, .keyword(.including), .keyword(.etcetera): break
    case .other where [".", "·", "①", "②", "③", "④", "⑤", "⑥", "●", "◆"].contains(text(index - 1)): break
    default: return false
    }
    let next = skippingBreaks(phrase.end)
    switch kind(next) {
    case .colon, .keyword(.useLabel), .areaLabel(.land): return true
    case .keyword(.copula), .open: return kind(next + 1) == .useName
    case .comma: return kind(next + 1) == .keyword(.useLabel)
    case .useName: return true
    default: return false
    }
  }
}

/// Shapes of parcel numbers.
enum LandParcelShape {
  /// Whether a text alone, without 地块 beside it, is likely a parcel's number: digits and a dash, or
  /// letters with digits.
  static func isLikely(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard scalars.contains(where: \.isDigit), scalars.count <= 24 else { return false }
    return scalars.contains("-") || scalars.contains { $0.isLatin }
  }
}
