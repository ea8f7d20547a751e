public import Characters
public import Planning
internal import Terms

extension FindingText {
  /// The most names that a sentence lists.
  private static let listed = 6

  /// A value as people write it.
  public func text(of value: FindingValue) -> String {
    switch value {
    case .text(let text): return DisplayWidth.printable(text)
    case .texts(let texts): return list(texts.map { DisplayWidth.printable($0) })
    case .count(let count): return String(count)
    case .number(let number): return NumberText.decimal(number, places: 4)
    case .squareMetres(let area): return AreaText.forSentences(area, language)
    case .metres(let length):
      return NumberText.significant(length, places: 2) + Words(" 米", " m")[language]
    case .percent(let share): return FindingText.share(share, language)
    case .date(let date): return date.description
    case .landUse(let use):
      let text = DisplayWidth.printable([use].text)
      return text.isEmpty ? "–" : text
    case .indicator(let indicator): return indicator.name[language]
    case .indicators(let indicators): return list(indicators.map { $0.name[language] })
    case .interval(let interval, let indicator): return interval.notation(of: indicator)
    case .act(let kind): return kind.name[language]
    case .shapeReason(let reason): return DiagnosticWording.words(ofShapeReason: reason)[language]
    case .layerRole(let role): return role.name[language]
    case .words(let words): return words[language]
    }
  }

  private func list(_ names: [String]) -> String {
    guard names.count > FindingText.listed + 1 else {
      return names.joined(separator: Words("、", ", ")[language])
    }
    let some = names.prefix(FindingText.listed).joined(separator: Words("、", ", ")[language])
    return some
      + Words("等 \(names.count) 个", " and \(names.count - FindingText.listed) more")[language]
  }

  /// A share in percent, to the hundredth. What is not nothing is not said to be nothing, and what is
  /// not all is not said to be all.
  static func share(_ share: Double, _ language: Language) -> String {
    if share > 0, share < 0.005 { return Words("不足 0.01%", "under 0.01%")[language] }
    if share < 100, share >= 99.995 { return Words("超过 99.99%", "over 99.99%")[language] }
    return NumberText.decimal(share, places: 2) + "%"
  }
}

extension NumberText {
  /// A number to so many decimals; a small one to its first two digits that count.
  static func significant(_ number: Double, places: Int) -> String {
    guard number.isFinite, number != 0 else { return decimal(number, places: places) }
    var (places, unit) = (places, 1.0)
    for _ in 0..<places { unit /= 10 }
    while places < 12, number.magnitude < 10 * unit, number.magnitude < 0.1 {
      places += 1
      unit /= 10
    }
    return decimal(number, places: places)
  }

  /// A count with its thousands set apart: `1,234`.
  public static func grouped(_ count: Int) -> String { grouped(String(count)) }

  /// A number with its thousands set apart: `21,232.5`.
  static func grouped(_ number: Double, places: Int, keep: Int = 0) -> String {
    grouped(decimal(number, places: places, keep: keep))
  }

  private static func grouped(_ text: String) -> String {
    let whole = text.prefix { $0 != "." }
    let digits = whole.drop { !$0.isNumber }
    guard digits.count > 3 else { return text }
    var out = String(whole.dropLast(digits.count))
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { out += "," }
      out.append(digit)
    }
    return out + text.dropFirst(whole.count)
  }
}

extension AreaText {
  /// An area in square metres, with 亩 beside where that is at least a hundredth:
  /// `21232 平方米（31.85 亩）`.
  static func forSentences(_ area: Double, _ language: Language) -> String {
    let metres = NumberText.significant(area, places: 2) + Words(" 平方米", " m²")[language]
    guard area.isFinite, AreaUnit.mu(fromSquareMetres: area.magnitude) >= 0.01 else {
      return metres
    }
    return metres + Words("（\(mu(area, .zh))）", " (\(mu(area, .en)))")[language]
  }
}
