internal import Characters
public import Terms

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

/// What a page looks by.
public enum PageLook: Sendable {
  /// The style of a report, in the page itself: with what stands at the head of each printed page.
  case report(header: String)
  /// A style sheet at an address.
  case linked(String)
}

extension HTMLText {
  /// Begins a page: the document and its head, up to the body.
  ///
  /// - Parameter forbidsFetching: whether the browser is told to fetch nothing, whatever stands in a
  ///   name: for a page that is kept as a file, where no server says so.
  public mutating func beginPage(
    _ title: String, _ language: Language, _ look: PageLook, forbidsFetching: Bool = false
  ) {
    markup("<!DOCTYPE html>\n")
    open("html", ["lang": language == .zh ? "zh-CN" : "en"])
    open("head")
    markup("<meta charset=\"utf-8\">\n")
    markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    if forbidsFetching {
      markup(
        "<meta http-equiv=\"Content-Security-Policy\" "
          + "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
    }
    element("title", title)
    switch look {
    case .report(let header):
      let page = Words("第", "")[language]
      let pages = Words("页", "")[language]
      open("style")
      markup(
        PageStyle.sheet(header: DisplayWidth.printable(header), pageWords: (page, pages)))
      close("style")
    case .linked(let address): markup("<link rel=\"stylesheet\" href=\"\(address)\">\n")
    }
    close("head")
  }

  /// Adds a table with a head and the rows that `body` writes.
  public mutating func table(_ head: [Cell] = [], _ body: (inout HTMLText) -> Void) {
    open("table")
    if !head.isEmpty { self.head(head) }
    open("tbody")
    body(&self)
    close("tbody")
    close("table")
  }

  /// Adds a name and what it says to a list of such, unless that is nothing.
  public mutating func fact(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    element("dt", name)
    element("dd", value)
  }
}
