/// A node of a coordinate system's definition as WKT: a keyword with texts, numbers and nodes.
///
/// Read leniently, both versions of WKT and both kinds of brackets. Source: OGC 01-009, 18-010r7.
struct WellKnownTextNode: Hashable, Sendable {
  /// The keyword in capitals: `PROJCS`.
  var keyword: String
  /// The quoted texts, in turn.
  var texts: [String] = []
  /// The numbers, in turn.
  var numbers: [Double] = []
  /// The nodes inside, in turn.
  var nodes: [WellKnownTextNode] = []

  /// Deeper definitions are no definitions.
  private static let deepest = 32

  /// The first node of a text; `nil` where there is none, or a bracket is not closed.
  init?(parsing text: String) {
    var scalars = Array(text.unicodeScalars)[...]
    guard let node = Self.node(&scalars, depth: 0) else { return nil }
    self = node
  }

  private init(keyword: String) {
    self.keyword = keyword
  }

  private static func node(
    _ rest: inout ArraySlice<Unicode.Scalar>, depth: Int
  ) -> WellKnownTextNode? {
    guard depth < deepest else { return nil }
    var keyword = ""
    while let next = rest.first, next != "[", next != "(" {
      rest.removeFirst()
      if next.properties.isAlphabetic || next == "_" || next.properties.numericType != nil {
        keyword.unicodeScalars.append(next)
      }
    }
    guard rest.popFirst() != nil, !keyword.isEmpty else { return nil }
    var node = WellKnownTextNode(keyword: keyword.uppercased())
    while let next = rest.first {
      switch next {
      case "]", ")":
        rest.removeFirst()
        return node
      case "\"":
        rest.removeFirst()
        guard let end = rest.firstIndex(of: "\"") else { return nil }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: rest[..<end])
        node.texts.append(String(text))
        rest = rest[(end + 1)...]
      case ",", " ", "\t", "\n", "\r": rest.removeFirst()
      default:
        let end = rest.firstIndex { "[](),\n".unicodeScalars.contains($0) } ?? rest.endIndex
        guard end < rest.endIndex else { return nil }
        if rest[end] == "[" || rest[end] == "(" {
          guard let inner = Self.node(&rest, depth: depth + 1) else { return nil }
          node.nodes.append(inner)
        } else {
          var word = String.UnicodeScalarView()
          word.append(contentsOf: rest[..<end].filter { $0 != " " && $0 != "\r" })
          if let number = Double(String(word)) { node.numbers.append(number) }
          rest = rest[end...]
        }
      }
    }
    return nil
  }

  /// The first node inside with one of the keywords.
  func child(_ keywords: String...) -> WellKnownTextNode? {
    nodes.first { keywords.contains($0.keyword) }
  }

  /// All nodes with a keyword, at any depth, itself included.
  func all(_ keyword: String) -> [WellKnownTextNode] {
    (self.keyword == keyword ? [self] : []) + nodes.flatMap { $0.all(keyword) }
  }
}
