import Terms

/// A piece of a sentence between two commas, with the words in it that play a part.
///
/// What stands in 《》 is the name of a paper and plays none. What has not happened (若…，), may be
/// (可以…) or is only cited (按照…规定) names no act either: those words are taken out here, once,
/// so that no reader of a slot has to ask again.
struct Clause {
  /// Its scalars in the text.
  let range: Range<Int>
  var words: [Word]
  /// Whether it stands under a condition.
  var isConditional = false

  /// A word, whole.
  struct Word {
    var part: ClauseWord
    var range: Range<Int>
  }

  /// The clauses of a part of a text.
  static func cut(_ text: [Unicode.Scalar], _ range: Range<Int>) -> [Clause] {
    var clauses: [Clause] = []
    var start = range.lowerBound
    var words: [Word] = []
    var depth = 0
    var quotes = 0
    var index = range.lowerBound
    func close(at end: Int) {
      guard end > start else { return }
      clauses.append(Clause(range: start..<end, words: words))
    }
    let own = Array(text[range])
    while index < range.upperBound {
      switch text[index] {
      case "《": quotes += 1
      case "》": quotes = max(0, quotes - 1)
      case "(", "[", "【": depth += 1
      case ")", "]", "】": depth = max(0, depth - 1)
      case ",", ";", "。", "!":
        guard depth == 0, quotes == 0, !groupsDigits(text, at: index) else { break }
        close(at: index)
        start = index + 1
        words = []
      default: break
      }
      // A word never reaches into the next line.
      if quotes == 0, let match = ClauseLexicon.words.match(own, at: index - range.lowerBound) {
        words.append(Word(part: match.value, range: index..<index + match.length))
        index += match.length
      } else {
        index += 1
      }
    }
    close(at: range.upperBound)
    return settled(clauses, text)
  }

  /// 2,155万元: a comma inside a number.
  private static func groupsDigits(_ text: [Unicode.Scalar], at index: Int) -> Bool {
    guard text[index] == ",", index > 0, text[index - 1].isDigit else { return false }
    return text[(index + 1)...].prefix(4).prefix { $0.isDigit }.count == 3
  }

  /// Marks what stands under a condition, and takes out what is not done.
  private static func settled(_ clauses: [Clause], _ text: [Unicode.Scalar]) -> [Clause] {
    var isConditional = false
    return clauses.map { clause in
      var clause = clause
      let words = text[clause.range]
      // A new sentence of the same paragraph ends the condition; ; does not: the cases are listed so.
      if clause.range.lowerBound > 0, text[clause.range.lowerBound - 1] == "。" {
        isConditional = false
      }
      isConditional = isConditional || clause.states(aConditionIn: words)
      clause.isConditional = isConditional
      clause.words = isConditional ? [] : clause.done(words)
      return clause
    }
  }

  private func states(aConditionIn text: ArraySlice<Unicode.Scalar>) -> Bool {
    if words.contains(where: { $0.part == .condition }) { return true }
    let head = text.drop { $0.isDigit || ".、()一二三四五六七八九十".unicodeScalars.contains($0) }
    if head.first == "如", let next = head.dropFirst().first,
      !"下期数实皋东意".unicodeScalars.contains(next)
    {
      return true
    }
    // `…有两家及以上的，`: a case, not a fact. 位于…的 describes.
    guard text.last == "的" else { return false }
    let words = String(text)
    return !words.mentions(anyOf: "位于 坐落 面积 编号 名下")
      && words.mentions(anyOf: "有 未 不 超 仅 只 出现 需 拒 终止 停止 转让 改变 擅自 因 满 达")
  }

  /// The words without those of acts that are denied, allowed or cited.
  private func done(_ text: ArraySlice<Unicode.Scalar>) -> [Word] {
    var kept: [Word] = []
    var isDenied = false
    var cited: Int?
    for word in words {
      switch word.part {
      case .notDone: isDenied = true
      case .cites: cited = kept.count
      case .rule:
        // 按照招标拍卖挂牌规定: what stands between is the rule's.
        if let start = cited { kept.removeSubrange(start...) }
        cited = nil
      case .noun: break
      case .mode, .takesBack, .gives, .wins, .stage, .retroactive:
        if !isDenied { kept.append(word) }
      default: kept.append(word)
      }
    }
    return kept
  }

  /// The first word that plays a part.
  func first(_ part: ClauseWord) -> Word? { words.first { $0.part == part } }

  /// Whether a word that plays a part is in it.
  func has(_ part: ClauseWord) -> Bool { words.contains { $0.part == part } }
}
