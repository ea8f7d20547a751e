internal import Characters
internal import Foundation
internal import Planning

/// Where the original of a file is until it is kept.
enum OriginalPlace: Sendable {
  /// In the file that is named; its media type.
  case file(String)
  /// Here: of standard input, or of a copy that will be gone.
  case held(SourceOriginal)
}

extension SourceReading {
  /// What a register keeps of the file beside the facts, and what to know about that.
  ///
  /// - Parameter keepsOriginal: whether the file itself is kept where its text does not say all.
  func kept(withOriginal keepsOriginal: Bool) -> (source: KeptSource, told: [Diagnostic]) {
    var kept = KeptSource(texts: texts)
    guard keepsOriginal, let original else { return (kept, []) }
    func notKept(_ bytes: Int?) -> (KeptSource, [Diagnostic]) {
      (kept, [Diagnostic(.originalNotKept(bytes: bytes), .warning, file: file.name)])
    }
    switch original {
    case .held(let original):
      guard original.label.size <= SourceOriginal.mostBytes else {
        return notKept(original.label.size)
      }
      kept.original = original
    case .file(let type):
      let size = try? FileManager.default.attributesOfItem(atPath: file.name)[.size] as? Int
      if let size, size > SourceOriginal.mostBytes { return notKept(size) }
      guard let data = FileManager.default.contents(atPath: file.name) else { return notKept(nil) }
      let bytes = Array(data)
      guard ContentDigest.hexadecimal(of: bytes) == file.sha256 else { return notKept(nil) }
      kept.original = SourceOriginal(bytes, name: file.name, mediaType: type)
    }
    return (kept, [])
  }
}

/// What files are, by their names and first bytes.
enum MediaType {
  /// The media type of a file whose text alone does not say what it showed; `nil` of a file of text or
  /// a table of text, of which nothing but the text is worth keeping.
  ///
  /// - Parameter ending: the ending that was told, where the name has none.
  static func ofOriginal(
    _ name: String, _ ending: String?, head: some Collection<UInt8>
  ) -> String? {
    for (sign, type) in signs where head.starts(with: sign) {
      guard type == zip || type == compound else { return type }
      return endings[last(name)] ?? ending.flatMap { endings[$0] } ?? type
    }
    return endings[last(name)] ?? ending.flatMap { endings[$0] }
  }

  private static func last(_ name: String) -> String {
    name.split(separator: ".").last.map { $0.lowercased() } ?? ""
  }

  private static let zip = "application/zip"
  private static let compound = "application/x-ole-storage"

  private static let signs: [([UInt8], String)] = [
    (Array("%PDF".utf8), "application/pdf"), ([0x50, 0x4B, 3, 4], zip),
    ([0xD0, 0xCF, 0x11, 0xE0], compound), ([0x89, 0x50, 0x4E, 0x47], "image/png"),
    ([0xFF, 0xD8, 0xFF], "image/jpeg"), (Array("II*\0".utf8), "image/tiff"),
    (Array("MM\0*".utf8), "image/tiff"), (Array("GIF8".utf8), "image/gif"),
    (Array("BM".utf8), "image/bmp"), (Array("{\\rtf".utf8), "application/rtf"),
  ]

  private static let office = "application/vnd.openxmlformats-officedocument"
  private static let open = "application/vnd.oasis.opendocument"

  private static let endings = [
    "pdf": "application/pdf", "docx": "\(office).wordprocessingml.document",
    "xlsx": "\(office).spreadsheetml.sheet", "pptx": "\(office).presentationml.presentation",
    "doc": "application/msword", "wps": "application/vnd.ms-works",
    "xls": "application/vnd.ms-excel", "et": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint", "odt": "\(open).text", "ods": "\(open).spreadsheet",
    "rtf": "application/rtf", "ofd": "application/ofd", "html": "text/html", "htm": "text/html",
    "xhtml": "application/xhtml+xml", "mht": "multipart/related", "mhtml": "multipart/related",
    "xml": "application/xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "tif": "image/tiff", "tiff": "image/tiff", "gif": "image/gif", "bmp": "image/bmp",
    "webp": "image/webp", "zip": zip,
  ]
}
