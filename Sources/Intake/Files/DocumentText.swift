import Characters
import Foundation
import Planning

/// The text of a file that is a document, whatever its format.
struct DocumentText {
  /// Its lines, counted as facts are told by them.
  var lines: [SourceLine]
  /// How sure a machine was that recognised it on a picture, from 0 to 1; `nil` where it is text.
  var confidence: Double?

  init(lines: [SourceLine], confidence: Double? = nil) {
    self.lines = lines
    self.confidence = confidence
  }

  fileprivate init(_ lines: [String], confidence: Double? = nil) {
    self.lines = lines.enumerated().map { SourceLine(number: $0.offset + 1, text: $0.element) }
    self.confidence = confidence
  }

  /// Reads a file.
  ///
  /// - Parameter recognises: whether what is only a picture of text is read by a machine.
  /// - Throws: ``IntakeError`` where it is none, broken, or only a picture.
  static func read(
    _ bytes: [UInt8], as format: SourceFormat, file: String, path: String, recognises: Bool
  ) async throws -> DocumentText {
    switch format {
    case .text, .csv, .tsv, .spreadsheet:
      return DocumentText(lines: TextDecoding.lines(try TextDecoding.text(bytes, file: file)))
    case .html: return DocumentText(WebPage.lines(of: try WebText.text(bytes, file: file)))
    case .mhtml:
      let pages = MessageArchive.pages(in: bytes)
      guard !pages.isEmpty else { throw IntakeError(.notOfFormat("MHTML"), file: file) }
      return DocumentText(
        try pages.filter { !$0.isEmpty }.flatMap {
          WebPage.lines(of: try WebText.text($0, file: file))
        })
    case .rtf: return DocumentText(try RichText.lines(of: bytes, file: file))
    case .odt:
      let content = try OpenDocumentText.content(of: bytes, file: file)
      return DocumentText(OpenDocumentText.lines(of: content))
    case .docx:
      return DocumentText(
        lines: TextDecoding.lines(try await Converter(file: file).docx(path)))
    case .doc:
      let copy = try await OfficeDocument.openDocument(of: bytes, file: file)
      let content = try OpenDocumentText.content(of: copy, file: file)
      return DocumentText(OpenDocumentText.lines(of: content))
    case .ofd:
      return DocumentText(PageReader.lines(of: try FixedPages.pages(in: bytes, file: file)))
    case .pdf:
      let pages = try await PrintedPages(path, file: file).pages()
      if pages.contains(where: { !$0.words.isEmpty }) {
        return DocumentText(PageReader.lines(of: pages))
      }
      guard recognises else { throw IntakeError(.foreign(.scan), file: file) }
      return try await recognised(.pdf, file: file, path: path)
    case .image:
      guard recognises else { throw IntakeError(.foreign(.image), file: file) }
      return try await recognised(.image, file: file, path: path)
    }
  }

  private static func recognised(
    _ format: SourceFormat, file: String, path: String
  ) async throws -> DocumentText {
    let (pages, confidence) = try await PageRecognition(file: file).pages(of: path, format)
    return DocumentText(PageReader.lines(of: pages), confidence: confidence)
  }
}

/// The text of a web page's bytes.
enum WebText {
  /// The text, in whichever encoding the bytes are; what the page says of it only tells encodings that
  /// are not read, since many pages say one and are in another.
  static func text(_ bytes: [UInt8], file: String) throws(IntakeError) -> String {
    let text = try TextDecoding.text(bytes, file: file)
    // In these the bytes could be taken for Chinese characters that nobody wrote.
    guard !bytes.allSatisfy({ $0 < 0x80 }), String(validating: bytes, as: UTF8.self) == nil,
      let name = statedEncoding(bytes)
    else { return text }
    let foreign = ["big5", "shift", "euc", "iso-2022", "windows-125", "koi8", "ks_c"]
    if foreign.contains(where: name.hasPrefix) {
      throw IntakeError(.unknownEncoding(name), file: file)
    }
    return text
  }

  /// What follows `charset=` in the head, in lower case.
  private static func statedEncoding(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4_096).lazy.filter { $0 < 0x80 && $0 != 0x22 && $0 != 0x27 }
    let text = String(decoding: Array(head), as: UTF8.self).lowercased()
    guard let mark = text.firstRange(of: "charset=") else { return nil }
    return String(
      text[mark.upperBound...].prefix { $0.isLetter || $0.isNumber || "-_".contains($0) })
  }
}
