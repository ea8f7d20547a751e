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
      if phrase.isCertain || isMerged(phrase) { return phrase }
      return isHeading(phrase, from: index) ? phrase : nil
    default:
      return nil
    }
  }

  /// `BW-10与BW-11合并为…`: several likely numbers that become one need no noun.
  private func isMerged(_ phrase: ParcelPhrase) -> Bool {
    phrase.ids.count > 1 && phrase.ids.allSatisfy(LandParcelShape.isLikely)
      && kind(skippingBreaks(phrase.end)) == .keyword(.merge)
  }

  /// What is printed around a number that goes on to its left: the match was short, and the number
  /// is not sure. `nil` where nothing is glued to it.
  func glued(to phrase: ParcelPhrase) -> String? {
    guard let start = tokens[safe: phrase.first]?.range.lowerBound, start > 1,
      prose.breaks[start] == .none
    else { return nil }
    let (before, first) = (prose.plain[start - 1], prose.plain[start - 2])
    let isRun = { (scalar: Unicode.Scalar) in scalar.isDigit || scalar.isLatin }
    let isGlued =
      switch before {
      case "-", "_": isRun(first)
      case ")", "〕", "]": first.isDigit && start > 5 && prose.plain[start - 4].isDigit
      default: isRun(before)
      }
    guard isGlued, let end = tokens[safe: phrase.end - 1]?.range.upperBound else { return nil }
    return prose.text(max(0, start - 10)..<min(end, start + 30))
  }

  // MARK: Lists

  /// Numbers with separators: `A-01、A-02和A-03`, `B01至B04`.
  func list(at index: Int, allowsPlainNumber: Bool) -> ParcelPhrase? {
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
          !isSameShape(more.id, phrase.ids[0])
        {
          return phrase
        }
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
      guard !isReference(index) else { return nil }
      return (number(index), index + 1)
    case .dashed:
      guard !isMeasure(index), !isTime(index) else { return nil }
      return (plain(index), index + 1)
    case .number where allowsPlainNumber:
      // `1号地块`; a bare count (3宗地) is none.
      guard kind(index + 1) == .keyword(.number) || isListedNumber(index) else { return nil }
      guard !plain(index).has("."), plain(index).count <= 4 else { return nil }
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

  /// A number in one spelling, its brackets as printed.
  private func number(_ index: Int) -> String {
    guard let token = tokens[safe: index] else { return "" }
    return String(
      token.range.map {
        "()[]".unicodeScalars.contains(prose.plain[$0]) ? prose.printed[$0] : prose.plain[$0]
      })
  }

  /// Numbers that look like a parcel's and are none: roads (G307), stakes (K18+836), standards
  /// (GB35181-2017), voltages.
  private func isReference(_ index: Int) -> Bool {
    let text = plain(index)
    if text.hasPrefix("GB") && text.has("-") && text.count > 8 { return true }
    if text.lowercased().hasSuffix("kv") { return true }
    return false
  }

  /// `8:30—12:00`: between two times.
  private func isTime(_ index: Int) -> Bool {
    guard let range = tokens[safe: index]?.range else { return false }
    let text = prose.plain
    func isClock(_ colon: Int, _ digit: Int) -> Bool {
      text[safe: colon] == ":" && text[safe: digit]?.isDigit == true
    }
    return isClock(range.lowerBound - 1, range.lowerBound - 2)
      || isClock(range.upperBound, range.upperBound + 1)
  }

  private func isMeasure(_ index: Int) -> Bool {
    switch kind(index + 1) {
    case .area, .metre, .percent, .money: true
    default: plain(index).has(".")
    }
  }
}
