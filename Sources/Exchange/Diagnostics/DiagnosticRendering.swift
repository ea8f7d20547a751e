public import Planning
public import Terms

/// Shows a diagnostic to a person: place, sentence, the source line with a caret, the advice.
///
/// ```text
/// plan.txt:12: warning: the green space ratio of A-01 is 120 %, over 100 % [ratio_over_100]
///    12 | A-01 绿地率≥120%，建筑密度≤30%
///       |      ^^^^^^^^^^^
///       = compare with the original; the values are kept as printed
/// ```
public struct DiagnosticRendering: Sendable {
  /// The language of the words.
  public let language: Language
  /// The columns that fit on a line; the source line is cut to them.
  public let width: Int

  /// A rendering.
  public init(_ language: Language, width: Int = 100) {
    self.language = language
    self.width = max(40, width)
  }

  /// The lines of a diagnostic, without a line break at the end.
  public func text(of diagnostic: Diagnostic) -> String {
    let wording = DiagnosticWording(language)
    let place = DisplayWidth.printable(diagnostic.file) + (diagnostic.line.map { ":\($0)" } ?? "")
    let gravity = diagnostic.severity.name[language]
    var lines = [
      "\(place): \(gravity): \(wording.sentence(for: diagnostic)) [\(diagnostic.code.rawValue)]"
    ]
    let margin = String(repeating: " ", count: max(5, String(diagnostic.line ?? 0).count + 1))
    if let excerpt = diagnostic.excerpt {
      let number = DisplayWidth.padded(
        diagnostic.line.map(String.init) ?? "", to: margin.count, alignRight: true)
      let window = Window(
        of: excerpt, around: diagnostic.meantColumns, width: width - margin.count - 3)
      lines.append("\(number) | \(window.text)")
      if let caret = window.caret { lines.append("\(margin) | \(caret)") }
    }
    lines.append("\(margin) = \(wording.advice(for: diagnostic))")
    return lines.joined(separator: "\n")
  }

  /// The part of a source line that fits, and the caret below it.
  private struct Window {
    let text: String
    let caret: String?

    init(of line: String, around columns: Range<Int>?, width: Int) {
      let all = Array(DisplayWidth.printable(line))
      let leading = all.prefix { $0 == " " || $0 == "　" }.count
      let meant = columns.map { $0.clamped(to: leading..<max(leading, all.count)) }
      var start = leading
      if let meant, DisplayWidth.of(String(all[leading..<meant.upperBound])) > width - 2 {
        start = Window.start(of: meant, in: all, from: leading, width: width)
      }
      let cutBefore = start > leading
      var shown = (cutBefore ? "…" : "") + String(all[start...])
      shown = DisplayWidth.truncated(shown, to: width)
      while shown.last == " " { shown.removeLast() }
      text = shown
      guard let meant, !meant.isEmpty else {
        caret = nil
        return
      }
      let before = DisplayWidth.of(String(all[start..<max(start, meant.lowerBound)]))
      let offset = before + (cutBefore ? 1 : 0)
      let length = DisplayWidth.of(String(all[max(start, meant.lowerBound)..<meant.upperBound]))
      caret =
        String(repeating: " ", count: offset)
        + String(repeating: "^", count: max(1, min(length, width - offset)))
    }

    /// The first character to show so that what is meant fits, with a third of the width before it.
    private static func start(
      of meant: Range<Int>, in all: [Character], from leading: Int, width: Int
    ) -> Int {
      let length = DisplayWidth.of(String(all[meant]))
      var room = max(0, min(width / 3, width - length - 2))
      var start = meant.lowerBound
      while start > leading {
        let step = DisplayWidth.of(all[start - 1])
        guard step <= room else { break }
        room -= step
        start -= 1
      }
      return start
    }
  }
}

extension Diagnostic {
  /// The characters of the line that are meant: those the reader marked, else the first place where
  /// the line has the value that the diagnostic is about.
  var meantColumns: Range<Int>? {
    if let columns { return columns }
    guard let excerpt else { return nil }
    for index in tellingArguments where arguments.indices.contains(index) {
      let argument = arguments[index]
      let plain = argument.hasSuffix(".0") ? String(argument.dropLast(2)) : argument
      guard !plain.isEmpty, let range = excerpt.ranges(of: plain).first else { continue }
      let start = excerpt.distance(from: excerpt.startIndex, to: range.lowerBound)
      return start..<start + plain.count
    }
    return nil
  }

  /// The arguments that are likely to stand in the line, the most telling first.
  private var tellingArguments: [Int] {
    switch code {
    case .ratioOver100: [2, 0]
    case .conflictingValues: [3, 2, 0]
    case .emptyInterval: [0]
    case .cellNotUnderstood: [1]
    case .sentenceNotUnderstood, .totalMismatch, .countMismatch, .codeNotInScheme,
      .codeNameMismatch, .codeWithoutScheme, .unknownColumn, .unitMissing:
      [0]
    default: []
    }
  }
}
