/// Puts the words of a page together.
enum PageText {
  /// Words that stand beside each other.
  struct Line {
    var words: [PageWord]

    var left: Double { words.first?.box.left ?? 0 }
    var right: Double { words.map(\.box.right).max() ?? 0 }
    var middle: Double { words.reduce(0) { $0 + $1.box.middle } / Double(max(words.count, 1)) }
    var size: Double { PageText.size(of: words) }

    /// The pieces of the line, divided where nothing stands for more than so many characters.
    func pieces(apart: Double = 1.2) -> [Line] {
      var pieces: [Line] = []
      let gap = size * apart
      for word in words {
        if let last = pieces.last, word.box.left - last.right <= gap {
          pieces[pieces.count - 1].words.append(word)
        } else {
          pieces.append(Line(words: [word]))
        }
      }
      return pieces
    }

    /// The text, a blank where the words stand apart.
    var text: String {
      var out = ""
      var last: PageWord?
      for word in words {
        if let last, PageText.isApart(last, word) { out += " " }
        out += word.text
        last = word
      }
      return out
    }
  }

  /// The size of the type of some words: that of most characters.
  static func size(of words: [PageWord]) -> Double {
    let wide = words.filter { $0.text.unicodeScalars.contains { $0.value >= 0x2E80 } }
    let sized = (wide.isEmpty ? words : wide).sorted { $0.size < $1.size }
    var left = sized.reduce(0) { $0 + $1.text.unicodeScalars.count } / 2
    for word in sized {
      left -= word.text.unicodeScalars.count
      if left < 0 { return max(word.size, 4) }
    }
    return 10
  }

  /// The lines of words, from the top.
  static func lines(_ words: [PageWord]) -> [Line] {
    var lines: [(middle: Double, size: Double, words: [PageWord])] = []
    for word in words.sorted(by: { ($0.box.middle, $0.box.left) < ($1.box.middle, $1.box.left) }) {
      // Marks and small figures stand a little higher or lower than what they belong to.
      if let last = lines.last,
        word.box.middle - last.middle <= 0.45 * min(max(word.size, 6), max(last.size, 6))
      {
        lines[lines.count - 1].words.append(word)
      } else {
        lines.append((word.box.middle, word.size, [word]))
      }
    }
    return lines.map { Line(words: $0.words.sorted { $0.box.left < $1.box.left }) }
  }

  /// Whether a blank belongs between two words of a line.
  private static func isApart(_ first: PageWord, _ second: PageWord) -> Bool {
    let gap = second.box.left - first.box.right
    guard let a = first.text.unicodeScalars.last, let b = second.text.unicodeScalars.first else {
      return false
    }
    let size = max(first.size, second.size)
    return gap > size * (a.value >= 0x2E80 && b.value >= 0x2E80 ? 0.8 : 0.12)
  }

  /// Lines where those of a title in large type that fill the page are one with the next.
  static func wholeTitles(_ lines: [Line], size: Double, edge: Double) -> [Line] {
    var whole: [Line] = []
    for line in lines {
      if let last = whole.last, last.size > size * 1.2, abs(last.size - line.size) < size * 0.1,
        last.right > edge - last.size * 1.2, line.left < last.left + last.size * 3,
        line.middle - last.middle < last.size * 2.2
      {
        // The words go on behind the edge, so that they stay in their order.
        let step = last.right - line.left
        let rest = line.words.map { word in
          var word = word
          word.box.left += step
          word.box.right += step
          return word
        }
        whole[whole.count - 1].words += rest
      } else {
        whole.append(line)
      }
    }
    return whole
  }

  /// The text of a cell: its lines one behind the other, since it is broken wherever it is full.
  static func joined(_ words: [PageWord]) -> String {
    var out = ""
    for line in lines(words) {
      let text = line.text
      if let a = out.unicodeScalars.last, let b = text.unicodeScalars.first, a.isLatin, b.isLatin {
        out += " "
      }
      out += text
    }
    return out
  }

  /// A line as it stands on the page: pieces that lie apart keep their distance in blanks, a Chinese
  /// character as wide as two.
  static func laidOut(_ line: Line, size: Double, from left: Double) -> String {
    let pieces = line.pieces()
    guard pieces.count > 1 else { return line.text }
    var out = ""
    var column = 0
    for piece in pieces {
      let target = Int(((piece.left - left) / (size / 2)).rounded())
      let blanks = out.isEmpty ? 0 : max(2, target - column)
      out += String(repeating: " ", count: blanks)
      column = max(column + blanks, target)
      let text = piece.text
      out += text
      column += text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
    }
    return out
  }
}
