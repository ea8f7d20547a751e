import Planning

/// Reads OFD: words where they stand on their pages, and the lines drawn there.
///
/// Source: GB/T 33190-2016, §7 (documents and pages), §9 (paths), §11 (text). Measures are millimetres.
struct FixedPages {
  private let bytes: [UInt8]
  private let file: String
  private let directory: ZipDirectory
  private static let pointsInMillimetre = 72 / 25.4

  /// The pages of all documents in a file.
  static func pages(in bytes: [UInt8], file: String) throws(IntakeError) -> [DocumentPage] {
    let reader = try FixedPages(bytes: bytes, file: file)
    let root = try reader.xml("OFD.xml")
    var pages: [DocumentPage] = []
    for body in root.all("DocBody") {
      guard let place = body.first("DocRoot")?.text else { continue }
      pages += try reader.pages(of: reader.path(place, from: ""))
    }
    guard !pages.isEmpty else { throw IntakeError(.notOfFormat("OFD"), file: file) }
    return pages
  }

  private init(bytes: [UInt8], file: String) throws(IntakeError) {
    self.bytes = bytes
    self.file = file
    directory = try ZipDirectory(bytes, name: file)
    try directory.check(size: 512 << 20)
  }

  /// A file of the archive, its elements without the prefix of their namespace.
  private func xml(_ path: String) throws(IntakeError) -> MarkupElement {
    guard let entry = directory.entries.first(where: { $0.path == path }) else {
      throw IntakeError(.lacks(path), file: file)
    }
    let content = try directory.content(of: entry, in: bytes)
    let root = MarkupElement.xml(try TextDecoding.text(content, file: file))
    Self.dropPrefixes(root)
    return root
  }

  private static func dropPrefixes(_ element: MarkupElement) {
    if let colon = element.name.lastIndex(of: ":") {
      element.name = String(element.name[element.name.index(after: colon)...])
    }
    for child in element.elements { dropPrefixes(child) }
  }

  /// A path as a file names it, from the folder of that file or from the top.
  private func path(_ text: String, from folder: String) -> String {
    let text = TableFinder.trimmed(text.unicodeScalars)
    if text.hasPrefix("/") { return String(text.dropFirst()) }
    return folder.isEmpty ? text : "\(folder)/\(text)"
  }

  private func pages(of root: String) throws(IntakeError) -> [DocumentPage] {
    let document = try xml(root)
    let folder = root.split(separator: "/").dropLast().joined(separator: "/")
    let size = document.first("PageArea")?.first("PhysicalBox")?.text
    var templates: [String: MarkupElement] = [:]
    for template in document.all("TemplatePage") {
      guard let id = template.attributes["ID"], let place = template.attributes["BaseLoc"] else {
        continue
      }
      templates[id] = try xml(path(place, from: folder))
    }
    var pages: [DocumentPage] = []
    for entry in document.first("Pages")?.elements ?? [] where entry.name == "Page" {
      guard let place = entry.attributes["BaseLoc"] else { continue }
      let content = try xml(path(place, from: folder))
      let area = Self.numbers(content.first("Area")?.first("PhysicalBox")?.text ?? size ?? "")
      var page = DocumentPage(
        width: (area[safe: 2] ?? 210) * Self.pointsInMillimetre,
        height: (area[safe: 3] ?? 297) * Self.pointsInMillimetre)
      for template in content.all("Template") {
        if let drawn = template.attributes["TemplateID"].flatMap({ templates[$0] }) {
          Self.add(drawn, to: &page)
        }
      }
      Self.add(content, to: &page)
      pages.append(page)
    }
    return pages
  }

  private static func add(_ content: MarkupElement, to page: inout DocumentPage) {
    for text in content.all("TextObject") { addText(text, to: &page) }
    for path in content.all("PathObject") { addPath(path, to: &page) }
  }

  private static func numbers(_ text: String) -> [Double] {
    text.split { $0.isWhitespace || $0 == "," }.compactMap { Double($0) }
  }

  /// What an object's own measures become on the page.
  private struct Placing {
    var matrix: [Double] = [1, 0, 0, 1, 0, 0]
    var left: Double
    var top: Double

    init(_ object: MarkupElement) {
      let boundary = numbers(object.attributes["Boundary"] ?? "")
      (left, top) = (boundary[safe: 0] ?? 0, boundary[safe: 1] ?? 0)
      let stated = numbers(object.attributes["CTM"] ?? "")
      if stated.count == 6 { matrix = stated }
    }

    func map(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
      (
        (left + matrix[0] * x + matrix[2] * y + matrix[4]) * pointsInMillimetre,
        (top + matrix[1] * x + matrix[3] * y + matrix[5]) * pointsInMillimetre
      )
    }
  }

  // MARK: Text

  private static func addText(_ object: MarkupElement, to page: inout DocumentPage) {
    let placing = Placing(object)
    let size = object.attributes["Size"].flatMap { Double($0) } ?? 4
    for code in object.all("TextCode") {
      let scalars = Array(code.text.unicodeScalars.filter { $0 != "\n" && $0 != "\r" })
      let across = deltas(code.attributes["DeltaX"], count: scalars.count)
      let down = deltas(code.attributes["DeltaY"], count: scalars.count)
      var x = code.attributes["X"].flatMap { Double($0) } ?? 0
      var y = code.attributes["Y"].flatMap { Double($0) } ?? size
      var word: PageWord?
      func close() {
        if let word { page.words.append(word) }
        word = nil
      }
      for (index, scalar) in scalars.enumerated() {
        // Writers set figures in steps of their own: a step up to a little more than the type is no gap.
        let step = across[safe: index]
        let narrow = scalar.value < 0x2E80 ? size / 2 : size
        let width = step.map { $0 > 0 && $0 <= size * 1.2 ? max($0, narrow) : narrow } ?? narrow
        let start = placing.map(x, y - size * 0.85)
        let end = placing.map(x + width, y + size * 0.15)
        let box = PageBox(
          left: min(start.x, end.x), top: min(start.y, end.y), right: max(start.x, end.x),
          bottom: max(start.y, end.y))
        if scalar.isSpace {
          close()
        } else if let open = word, abs(open.box.middle - box.middle) < box.height / 2,
          box.left - open.box.right < box.height * 0.4
        {
          word?.text.unicodeScalars.append(scalar)
          word?.box.right = max(open.box.right, box.right)
        } else {
          close()
          word = PageWord(text: String(Character(scalar)), box: box)
        }
        x += step ?? (down.isEmpty ? width : 0)
        y += down[safe: index] ?? 0
      }
      close()
    }
  }

  /// The steps from character to character; `g 3 4.2` stands for three times 4.2.
  private static func deltas(_ text: String?, count: Int) -> [Double] {
    guard let text else { return [] }
    var deltas: [Double] = []
    var parts = text.split(separator: " ")[...]
    while let part = parts.popFirst(), deltas.count < count {
      if part == "g", let times = parts.popFirst().flatMap({ Int($0) }),
        let value = parts.popFirst().flatMap({ Double($0) })
      {
        deltas += [Double](repeating: value, count: min(max(times, 0), count))
      } else if let value = Double(part) {
        deltas.append(value)
      }
    }
    return deltas
  }

  // MARK: Lines

  private static func addPath(_ object: MarkupElement, to page: inout DocumentPage) {
    guard let path = object.first("AbbreviatedData")?.text else { return }
    let placing = Placing(object)
    var points: [(x: Double, y: Double)] = []
    var parts = path.split { $0.isWhitespace }[...]
    func point() -> (x: Double, y: Double)? {
      guard let x = parts.popFirst().flatMap({ Double($0) }),
        let y = parts.popFirst().flatMap({ Double($0) })
      else { return nil }
      return placing.map(x, y)
    }
    var rules: [PageRule] = []
    while let part = parts.popFirst() {
      switch part {
      case "S", "M":
        if let start = point() { points = [start] }
      case "L":
        guard let last = points.last, let next = point() else { return }
        rules += PageRule(from: last, to: next).map { [$0] } ?? []
        points.append(next)
      case "C":
        if let last = points.last, let first = points.first {
          rules += PageRule(from: last, to: first).map { [$0] } ?? []
        }
      default: return
      }
    }
    page.rules += rules
  }
}
