import Foundation
import Planning

/// Reads PDF: the words of its pages and where they stand, and the lines drawn on them.
struct PrintedPages {
  private let converter: Converter
  private let path: String

  init(_ path: String, file: String) {
    converter = Converter(file: file)
    self.path = path
  }

  /// The pages with words on them, drawn lines only where a table may be.
  func pages() async throws -> [DocumentPage] {
    let layout = try await converter.text(
      "pdftotext", package: "poppler-utils", ["-enc", "UTF-8", "-bbox-layout", path, "-"])
    var pages = Self.pages(of: layout)
    let asked = pages.indices.filter { Self.mayHoldTable(pages[$0]) }
    // A page takes a tenth of a second; two at a time keep a small machine usable.
    for pair in stride(from: 0, to: asked.count, by: 2).map({ asked[$0..<min($0 + 2, asked.count)] }
    ) {
      let found = try await withThrowingTaskGroup(of: (Int, [PageRule]).self) { group in
        for index in pair { group.addTask { (index, try await rules(ofPage: index + 1)) } }
        return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
      }
      for (index, rules) in found { pages[index].rules = rules }
    }
    return pages
  }

  /// The words of each page in what pdftotext prints.
  static func pages(of layout: String) -> [DocumentPage] {
    var pages: [DocumentPage] = []
    var scanner = MarkupScanner(layout, isHTML: false)
    var word: PageWord?
    while let token = scanner.next() {
      switch token {
      case .start("page", let attributes, _):
        func number(_ key: String) -> Double { attributes[key].flatMap { Double($0) } ?? 0 }
        pages.append(DocumentPage(width: number("width"), height: number("height")))
      case .start("word", let attributes, _):
        func number(_ key: String) -> Double { attributes[key].flatMap { Double($0) } ?? 0 }
        word = PageWord(
          text: "",
          box: PageBox(
            left: number("xMin"), top: number("yMin"), right: number("xMax"),
            bottom: number("yMax")))
      case .text(let text): word?.text += text
      case .end("word"):
        if let word, !pages.isEmpty { pages[pages.count - 1].words.append(word) }
        word = nil
      default: break
      }
    }
    return pages
  }

  /// Whether some lines of a page fall into pieces: prose does not.
  private static func mayHoldTable(_ page: DocumentPage) -> Bool {
    PageText.lines(page.words).count { $0.pieces(apart: 0.6).count > 1 } > 1
  }

  private func rules(ofPage number: Int) async throws -> [PageRule] {
    let drawing = try await converter.run(
      "pdftocairo", package: "poppler-utils",
      ["-svg", "-f", "\(number)", "-l", "\(number)", path, "-"],
      limits: Converter.Limits(memory: 4 << 30))
    return DrawnRules.rules(of: String(decoding: drawing.output, as: UTF8.self))
  }
}

/// The lines along the axes in a page drawn as SVG.
enum DrawnRules {
  /// A filled box that is no wider than this is a line.
  private static let penWidth = 3.0

  static func rules(of drawing: String) -> [PageRule] {
    var rules: [PageRule] = []
    var scanner = MarkupScanner(drawing, isHTML: false)
    var hidden = 0
    while let token = scanner.next(), rules.count <= 20_000 {
      switch token {
      case .start("defs", _, false), .start("clipPath", _, false), .start("mask", _, false):
        hidden += 1
      case .end("defs"), .end("clipPath"), .end("mask"): hidden -= 1
      case .start("path", let attributes, _) where hidden == 0:
        take(attributes, &rules)
      default: break
      }
    }
    return rules
  }

  private static func take(_ attributes: [String: String], _ rules: inout [PageRule]) {
    let style = attributes["style"] ?? ""
    let isStroked = style.contains("stroke:") && !style.contains("stroke:none")
    let isFilled = style.contains("fill:") && !style.contains("fill:none")
    let white = "rgb(100%,100%,100%)"
    guard !style.contains((isStroked ? "stroke:" : "fill:") + white) else { return }
    let move = matrix(attributes["transform"])
    for line in lines(attributes["d"] ?? "") {
      let points = line.map { move.map($0) }
      if isStroked {
        rules += zip(points, points.dropFirst()).compactMap { PageRule(from: $0, to: $1) }
      } else if isFilled, let box = box(points), min(box.width, box.height) <= penWidth {
        let isFlat = box.height <= box.width
        rules.append(
          PageRule(
            isHorizontal: isFlat, at: isFlat ? box.middle : box.centre,
            from: isFlat ? box.left : box.top, to: isFlat ? box.right : box.bottom))
      }
    }
  }

  private static func box(_ points: [(x: Double, y: Double)]) -> PageBox? {
    guard points.count >= 4, points.count <= 6 else { return nil }
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
    else { return nil }
    return PageBox(left: left, top: top, right: right, bottom: bottom)
  }

  /// The straight lines of a path; one with curves is no rule.
  private static func lines(_ path: String) -> [[(x: Double, y: Double)]] {
    var lines: [[(x: Double, y: Double)]] = []
    var numbers: [Double] = []
    for part in path.split(separator: " ") {
      switch part {
      case "M": lines.append([])
      case "L": break
      case "Z":
        if let first = lines.last?.first { lines[lines.count - 1].append(first) }
      case "C": return []
      default:
        guard let number = Double(part) else { return [] }
        numbers.append(number)
        if numbers.count == 2 {
          if lines.isEmpty { lines.append([]) }
          lines[lines.count - 1].append((numbers[0], numbers[1]))
          numbers = []
        }
      }
    }
    return lines.filter { $0.count > 1 }
  }

  /// `matrix(a,b,c,d,e,f)`.
  private static func matrix(_ text: String?) -> Affine {
    guard let text, text.hasPrefix("matrix("), text.hasSuffix(")") else { return Affine() }
    let numbers = text.dropFirst(7).dropLast().split { $0 == "," || $0 == " " }.compactMap {
      Double($0)
    }
    return numbers.count == 6 ? Affine(numbers: numbers) : Affine()
  }

  private struct Affine {
    var numbers: [Double] = [1, 0, 0, 1, 0, 0]

    func map(_ point: (x: Double, y: Double)) -> (x: Double, y: Double) {
      (
        numbers[0] * point.x + numbers[2] * point.y + numbers[4],
        numbers[1] * point.x + numbers[3] * point.y + numbers[5]
      )
    }
  }
}
