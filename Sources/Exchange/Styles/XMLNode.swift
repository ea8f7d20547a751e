import Characters

/// A piece of an XML document, escaped where it is written.
indirect enum XMLNode {
  /// An element with its attributes in order.
  case element(String, [(String, String)], [XMLNode])
  /// Text between tags.
  case text(String)

  /// An element.
  static func node(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [XMLNode] = []
  ) -> XMLNode {
    .element(name, attributes.map { ($0.key, $0.value) }, children)
  }

  /// An element that holds nothing but text.
  static func node(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String
  ) -> XMLNode {
    .element(name, attributes.map { ($0.key, $0.value) }, [.text(text)])
  }

  /// The text, an element a line.
  var lines: String {
    var out = ""
    write(to: &out, indent: 0)
    return out
  }

  private func write(to out: inout String, indent: Int) {
    guard case .element(let name, let attributes, let children) = self else {
      if case .text(let text) = self { out += Markup.escaped(text, for: .xml) }
      return
    }
    let margin = String(repeating: " ", count: indent)
    out += "\(margin)<\(name)"
    for (key, value) in attributes { out += " \(key)=\"\(Markup.escaped(value, for: .xml))\"" }
    guard !children.isEmpty else {
      out += "/>\n"
      return
    }
    if case .text = children[0] {
      out += ">"
      for child in children { child.write(to: &out, indent: 0) }
      out += "</\(name)>\n"
    } else {
      out += ">\n"
      for child in children { child.write(to: &out, indent: indent + 1) }
      out += "\(margin)</\(name)>\n"
    }
  }
}
