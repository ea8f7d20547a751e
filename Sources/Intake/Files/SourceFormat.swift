import Characters
import Planning

/// What a file is, so how it is read.
public enum SourceFormat: String, Sendable, CaseIterable {
  /// A government document or a whole gazette as text.
  case text
  /// A page of a web site.
  case html
  /// A page of a web site with all its parts in one file.
  case mhtml
  /// A document in Rich Text Format.
  case rtf
  /// An OpenDocument text.
  case odt
  /// A Word document, read through pandoc.
  case docx
  /// A document of Word 97 or of WPS, read through LibreOffice.
  case doc
  /// A document in the national format for fixed pages, GB/T 33190.
  case ofd
  /// A PDF, read through poppler.
  case pdf
  /// A picture of a page, read by tesseract where that is asked for.
  case image
  /// A table with commas.
  case csv
  /// A table with tabs.
  case tsv
  /// A workbook (.xlsx, .ods, .xls), read through ogr2ogr.
  case spreadsheet
}

/// What a file is by its content; its name only tells where the content does not.
enum FileContent: Hashable {
  case format(SourceFormat)
  /// Nothing that is read here.
  case foreign(Diagnostic.ForeignContent)
  /// A ZIP archive of files.
  case archive

  static func detect(name: String, bytes: [UInt8]) -> FileContent {
    if let content = signed(bytes) { return content }
    if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) { return zipped(bytes, name: name) }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return compound(bytes)
    }
    if let content = markup(bytes) { return content }
    return .format(named(name, bytes))
  }

  // MARK: By the first bytes

  private static func signed(_ bytes: [UInt8]) -> FileContent? {
    // Some programs write a few bytes before it.
    let head = bytes.prefix(1_024)
    if head.starts(with: Array("%PDF-".utf8)) || hasMark("%PDF-", in: head) { return .format(.pdf) }
    if hasMark("{\\rtf", in: head.prefix(8)) { return .format(.rtf) }
    for (mark, content) in signatures where head.starts(with: mark) { return content }
    if head.count > 12, hasMark("ftyp", in: head[4..<8]) {
      return ["heic", "mif1", "avif"].contains { hasMark($0, in: head[8..<12]) }
        ? .foreign(.image) : .foreign(.media)
    }
    if head.starts(with: Array("RIFF".utf8)), head.count > 12 {
      return hasMark("WEBP", in: head[8..<12]) ? .foreign(.image) : .foreign(.media)
    }
    return nil
  }

  private static let signatures: [([UInt8], FileContent)] = [
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .format(.image)), ([0xFF, 0xD8, 0xFF], .format(.image)),
    ([0x49, 0x49, 0x2A, 0x00], .format(.image)), ([0x4D, 0x4D, 0x00, 0x2A], .format(.image)),
    (Array("GIF8".utf8), .foreign(.image)),
    (Array("Rar!".utf8), .foreign(.archive)),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .foreign(.archive)),
    ([0x1F, 0x8B], .foreign(.archive)), (Array("AC10".utf8), .foreign(.drawing)),
    (Array("SQLite format 3\0".utf8), .foreign(.database)),
    ([0x00, 0x01, 0x00, 0x00] + Array("Standard ".utf8), .foreign(.database)),
    (Array("MZ".utf8) + [0x90, 0x00], .foreign(.program)),
    ([0x7F, 0x45, 0x4C, 0x46], .foreign(.program)),
    (Array("ID3".utf8), .foreign(.media)), (Array("CAJ".utf8), .foreign(.ebook)),
    (Array("Founder CEB".utf8), .foreign(.ebook)), (Array("ITSF".utf8), .foreign(.ebook)),
    (Array("%!PS".utf8), .foreign(.postscript)),
  ]

  private static func hasMark(_ mark: String, in bytes: some Collection<UInt8>) -> Bool {
    Array(bytes).firstRange(of: Array(mark.utf8)) != nil
  }

  // MARK: Archives and compound files

  private static func zipped(_ bytes: [UInt8], name: String) -> FileContent {
    guard let directory = try? ZipDirectory(bytes, name: name) else { return .archive }
    let paths = Set(directory.entries.map(\.path))
    if paths.contains("word/document.xml") { return .format(.docx) }
    if paths.contains("xl/workbook.xml") { return .format(.spreadsheet) }
    if paths.contains("xl/workbook.bin") { return .foreign(.workbook) }
    if paths.contains("OFD.xml") { return .format(.ofd) }
    if paths.contains("ppt/presentation.xml") { return .foreign(.presentation) }
    if paths.contains("META-INF/container.xml") { return .foreign(.ebook) }
    if let entry = directory.entries.first(where: { $0.path == "mimetype" }),
      let type = try? directory.content(of: entry, in: bytes)
    {
      switch String(decoding: type, as: UTF8.self) {
      case let type where type.contains("opendocument.text"): return .format(.odt)
      case let type where type.contains("opendocument.spreadsheet"): return .format(.spreadsheet)
      case let type where type.contains("opendocument.presentation"):
        return .foreign(.presentation)
      case let type where type.contains("opendocument.graphics"): return .foreign(.drawing)
      default: break
      }
    }
    return .archive
  }

  /// Files of older office programs tell what they are by the names of their streams.
  private static func compound(_ bytes: [UInt8]) -> FileContent {
    let streams: [(String, FileContent)] = [
      ("EncryptedPackage", .foreign(.encrypted)), ("WordDocument", .format(.doc)),
      ("PowerPoint Document", .foreign(.presentation)), ("Workbook", .format(.spreadsheet)),
      ("Book", .format(.spreadsheet)), ("VisioDocument", .foreign(.drawing)),
    ]
    // An entry of the directory takes 128 bytes and begins with the name in UTF-16.
    var names: Set<[UInt8]> = []
    for place in stride(from: 512, to: bytes.count - 127, by: 128)
    where (4...64).contains(bytes[place + 64]) && bytes[place + 65] == 0 && bytes[place] >= 0x20
      && bytes[place + 1] == 0
    {
      names.insert(Array(bytes[place..<place + Int(bytes[place + 64]) - 2]))
    }
    for (name, content) in streams
    where names.contains(name.utf16.flatMap { [UInt8($0 & 0xFF), 0] }) {
      return content
    }
    return .format(.doc)
  }

  // MARK: Text with marks of a format

  private static func markup(_ bytes: [UInt8]) -> FileContent? {
    guard let text = head(of: bytes) else { return nil }
    let lower = text.lowercased()
    if lower.hasPrefix("<?xml") || lower.hasPrefix("<") {
      if lower.contains("progid=\"word.document\"") || lower.contains("<w:worddocument") {
        return .format(.doc)
      }
      if lower.contains("progid=\"excel.sheet\"")
        || lower.contains("urn:schemas-microsoft-com:office:spreadsheet"),
        !lower.contains("<html")
      {
        return .foreign(.workbook)
      }
      if lower.contains("<office:document"), lower.contains("opendocument") { return .format(.odt) }
    }
    if isMessage(lower) { return .format(.mhtml) }
    if isPage(lower) { return .format(.html) }
    return nil
  }

  /// The beginning of a text, without white space before it.
  private static func head(of bytes: [UInt8]) -> String? {
    var bytes = Array(bytes.prefix(8_192))
    // What is cut inside a character is no damage.
    for _ in 0..<4 {
      if let text = try? TextDecoder.text(bytes) {
        return String(text.drop { $0.isWhitespace || $0 == "\u{FEFF}" })
      }
      if bytes.isEmpty { return nil }
      bytes.removeLast()
    }
    return nil
  }

  private static func isMessage(_ text: String) -> Bool {
    guard
      text.hasPrefix("mime-version:") || text.hasPrefix("from:") || text.hasPrefix("content-type:")
        || text.hasPrefix("snapshot-content-location:") || text.hasPrefix("subject:")
    else { return false }
    return text.contains("multipart/") || text.contains("content-type: text/html")
  }

  private static let pageTags: Set = [
    "html", "head", "body", "table", "meta", "title", "style", "div", "p", "article", "h1", "h2",
    "link", "script", "center", "font", "span",
  ]

  private static func isPage(_ text: String) -> Bool {
    var rest = Substring(text)
    // Declarations and comments may stand before the first tag.
    while rest.hasPrefix("<!") || rest.hasPrefix("<?") {
      if rest.hasPrefix("<!doctype html") { return true }
      let end = rest.firstRange(of: rest.hasPrefix("<!--") ? "-->" : ">")
      guard let end else { return false }
      rest = rest[end.upperBound...].drop { $0.isWhitespace }
    }
    guard rest.hasPrefix("<") else { return false }
    let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber }
    return pageTags.contains(String(name))
  }

  // MARK: By the name

  private static func named(_ name: String, _ bytes: [UInt8]) -> SourceFormat {
    switch name.split(separator: ".").last.map({ $0.lowercased() }) ?? "" {
    case "csv": .csv
    case "tsv", "tab": .tsv
    // Programs write tables with tabs under the name of a workbook.
    case "xls", "et": .tsv
    case "xlsx", "ods": .spreadsheet
    case "pdf": .pdf
    case "docx": .docx
    case "odt": .odt
    case "html", "htm", "shtml": .html
    case "mht", "mhtml": .mhtml
    default: .text
    }
  }
}
