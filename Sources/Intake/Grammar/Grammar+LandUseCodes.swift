import Foundation
import Planning

/// Codes of land uses in text, and their names put beside them.
extension Grammar {
  /// Whether a number is a measure and not a code: a unit follows.
  func isMeasured(_ index: Int) -> Bool {
    switch kind(index + 1) {
    case .area, .metre, .percent, .money: true
    case .keyword(.counter), .keyword(.parcel), .keyword(.number): true
    default: false
    }
  }

  func isInScheme(_ codes: [String]) -> Bool {
    codes.allSatisfy { code in
      code.first?.isNumber == true
        ? vocabulary[.mnr2023, code] != nil || vocabulary[.mnr2020, code] != nil
          || vocabulary[.gbt21010, code] != nil
        : vocabulary[.gb50137, code] != nil
    }
  }

  /// The codes inside brackets, empty where the bracket holds anything else.
  func codes(inBrackets range: Range<Int>) -> [String] {
    guard !range.isEmpty, range.count <= 14 else { return [] }
    var codes: [String] = []
    for place in range {
      switch kind(place) {
      case .identifier, .number, .dashed:
        guard !isMeasured(place) else { return [] }
        let read = LandUseCode.codes(in: plain(place))
        guard !read.isEmpty else { return [] }
        codes += read
      case .slash, .plus, .listComma, .comma, .tilde, .softBreak, .colon, .keyword(.useLabel),
        .keyword(.and), .keyword(.copula):
        continue
      case .other where ["代", "码", "兼", "容"].contains(text(place)): continue
      default: return []
      }
    }
    return codes
  }

  /// `（可兼容商业）`: words about the use, without a code.
  func isCompatibility(_ range: Range<Int>) -> Bool {
    let words = text(range)
    return words.has("兼容") || words.has("含") || words.has("配建")
  }

  // MARK: Assembling

  /// Names and codes paired in order; a name with as many parts by `-` as there are codes is split.
  func uses(names: [String], codes: [String]) -> [LandUse] {
    var names = names
    if names.count == 1, codes.count > 1 {
      for separator in wordList(
        """
        - 、 ＋ + — － 兼容 兼 与 和 及
        """)
      {
        let parts = names[0].components(separatedBy: separator)
        if parts.count == codes.count {
          names = parts
          break
        }
      }
    }
    guard !codes.isEmpty else {
      return names.flatMap(compatibleParts).map { name in
        if let settled = vocabulary.inferredCode(forName: name, on: date) {
          return LandUse(
            scheme: settled.scheme, code: settled.code, name: name, codeInferred: true)
        }
        return LandUse(scheme: .unknown, name: name)
      }
    }
    let paired = names.count == codes.count
    return codes.enumerated().map { index, code in
      LandUse(
        scheme: scheme(of: code), code: code,
        name: paired ? names[index] : index == 0 && codes.count == 1 ? names.first : nil)
    }
  }

  /// `住宅用地兼容商业用地`, `住宅用地、商业用地`: several uses where all names are known.
  private func compatibleParts(_ name: String) -> [String] {
    for separator in ["兼容", "兼"] {
      let parts = name.components(separatedBy: separator)
      if parts.count == 2, parts.allSatisfy({ !vocabulary.classes(named: $0).isEmpty }) {
        return parts
      }
    }
    for separator in ["、", "和", "及", "与"] {
      let parts = name.components(separatedBy: separator)
      let areUses = parts.allSatisfy {
        $0.ends(withAnyOf: "用地 绿地") || !vocabulary.classes(named: $0).isEmpty
      }
      if parts.count > 1, areUses, vocabulary.classes(named: name).isEmpty { return parts }
    }
    return [name]
  }

  /// The scheme of a printed code: letters are GB 50137, digits go by the document's day.
  func scheme(of code: String) -> LandUseScheme {
    guard let first = code.unicodeScalars.first, first.isDigit else { return .gb50137 }
    return .ofNumericCodes(on: date)
  }
}
