internal import Characters

/// HTML that is put together piece by piece; all text is escaped where it is written.
public struct HTMLText {
  /// The text so far.
  public private(set) var bytes: [UInt8] = []

  /// Nothing yet.
  public init() {}

  /// Begins an element.
  public mutating func open(_ tag: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    bytes.append(UInt8(ascii: "<"))
    bytes += tag.utf8
    for (name, value) in attributes {
      bytes.append(UInt8(ascii: " "))
      bytes += name.utf8
      bytes += "=\"".utf8
      bytes += Markup.escaped(value, for: .html).utf8
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  /// Ends an element; a line break follows where that is no text.
  public mutating func close(_ tag: String, breaks: Bool = true) {
    bytes += "</\(tag)>".utf8
    if breaks { bytes.append(UInt8(ascii: "\n")) }
  }

  /// Adds text.
  public mutating func text(_ text: String) { bytes += Markup.escaped(text, for: .html).utf8 }

  /// Adds an element that holds nothing but text.
  public mutating func element(
    _ tag: String, _ attributes: KeyValuePairs<String, String> = [:], _ text: String,
    breaks: Bool = true
  ) {
    open(tag, attributes)
    self.text(text)
    close(tag, breaks: breaks)
  }

  /// Adds an element with what `body` writes in it.
  public mutating func nested(
    _ tag: String, _ attributes: KeyValuePairs<String, String> = [:],
    _ body: (inout HTMLText) throws -> Void
  ) rethrows {
    open(tag, attributes)
    try body(&self)
    close(tag)
  }

  /// Adds markup that the program itself writes, as it is.
  public mutating func markup(_ text: String) { bytes += text.utf8 }

  /// Adds a row of a table.
  public mutating func row(_ cells: [Cell]) {
    open("tr")
    for cell in cells {
      switch cell {
      case .heading(let text): element("th", ["scope": "row"], text, breaks: false)
      case .words(let text): element("td", text, breaks: false)
      case .number(let text): element("td", ["class": "number"], text, breaks: false)
      case .code(let text):
        open("td")
        element("code", text, breaks: false)
        close("td", breaks: false)
      }
    }
    close("tr")
  }

  /// Adds a table's head.
  public mutating func head(_ titles: [Cell]) {
    open("thead")
    open("tr")
    for title in titles {
      switch title {
      case .number(let text):
        element("th", ["scope": "col", "class": "number"], text, breaks: false)
      case .heading(let text), .words(let text), .code(let text):
        element("th", ["scope": "col"], text, breaks: false)
      }
    }
    close("tr")
    close("thead")
  }

  /// A cell of a table.
  public enum Cell {
    /// The heading of a row.
    case heading(String)
    /// Words.
    case words(String)
    /// A number, at the right.
    case number(String)
    /// A code, a digest.
    case code(String)
  }
}

extension HTMLText {
  /// Adds an element without attributes that holds nothing but text.
  public mutating func element(_ tag: String, _ text: String, breaks: Bool = true) {
    element(tag, [:], text, breaks: breaks)
  }
}
