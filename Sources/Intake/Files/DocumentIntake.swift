import Characters
import Foundation
public import Planning
public import Terms

/// Reads files that a county government publishes: documents, gazettes, plan tables.
public struct DocumentIntake: Sendable {
  /// How this version of the program reads; kept with each fact.
  public static let extractor = "yulin-intake 1"

  private let vocabulary: LandUseVocabulary
  private let useNames: PhraseTable<Token.Kind>

  /// A reader that knows the land uses of a vocabulary.
  public init(vocabulary: LandUseVocabulary = .standard) {
    self.vocabulary = vocabulary
    useNames = UseNames.table(of: vocabulary)
  }

  /// What the user knows about a file.
  public struct Options: Sendable {
    /// The format, where its name does not tell.
    public var format: SourceFormat?
    /// What the documents are about, where they do not tell.
    public var kind: DocumentKind?
    /// The same for one document of the file, by its number.
    public var kinds: [DocumentNumber: DocumentKind] = [:]
    /// Headings of columns mapped to headings the reader knows.
    public var columns: [String: String] = [:]
    /// Whether pictures of pages are read by a machine, which may err.
    public var recognises = false

    /// Nothing is known.
    public init() {}

    /// What is known of a document with a number.
    func kind(of number: String?) -> DocumentKind? {
      number.flatMap { DocumentNumber($0) }.flatMap { kinds[$0] } ?? kind
    }
  }

  /// Reads one file.
  ///
  /// - Parameters:
  ///   - bytes: its content.
  ///   - name: its name as the user gave it; facts and diagnostics carry it.
  ///   - path: where it lies, for formats that other programs read.
  /// - Throws: `IntakeError` where nothing of it can be read.
  public func read(
    _ bytes: [UInt8], name: String, path: String, options: Options = Options()
  ) async throws -> IntakeResult {
    guard !bytes.isEmpty else { throw IntakeError(.empty, file: name) }
    let format = try options.format ?? Self.format(of: bytes, name: name)
    let reading = FileReading(
      name: name, vocabulary: vocabulary, useNames: useNames, options: options)
    var result = IntakeResult(documents: [], diagnostics: [], sha256: "")
    switch format {
    case .csv, .tsv:
      let text = try TextDecoding.text(bytes, file: name)
      result = try reading.table(
        SeparatedRows.rows(of: text, separator: format == .csv ? 0x2C : 0x09), title: name)
      result.texts = [SourceText(text)]
    case .spreadsheet:
      for sheet in try await Converter(file: name).sheets(path) {
        let rows = SeparatedRows.rows(of: sheet.csv, separator: 0x2C)
        let part = try reading.table(rows, title: sheet.name)
        var text = SourceText(sheet.csv, name: sheet.name)
        text.documents =
          result.documents.count..<result.documents.count + part.documents.count
        result.texts.append(text)
        result.documents += part.documents
        result.diagnostics += part.diagnostics
      }
    default:
      let text = try await DocumentText.read(
        bytes, as: format, file: name, path: path, recognises: options.recognises)
      result = reading.text(text.lines)
      if let confidence = text.confidence {
        result.extractor += " ocr \(Self.hundredths(confidence))"
        result.diagnostics.append(
          Diagnostic(.recognisedText(confidence: confidence), .warning, file: name))
      }
    }
    if result.documents.isEmpty {
      result.diagnostics.append(Diagnostic(.noLandDocument, .info, file: name))
    }
    result.sha256 = ContentDigest.hexadecimal(of: bytes)
    return result
  }

  /// What a file is by its content.
  ///
  /// - Throws: ``IntakeError`` where it is nothing that is read here.
  static func format(of bytes: [UInt8], name: String) throws(IntakeError) -> SourceFormat {
    switch FileContent.detect(name: name, bytes: bytes) {
    case .format(let format): return format
    case .foreign(let content): throw IntakeError(.foreign(content), file: name)
    case .archive: throw IntakeError(.foreign(.archive), file: name)
    }
  }

  private static func hundredths(_ value: Double) -> String {
    let whole = Int((min(max(value, 0), 1) * 100).rounded())
    return whole == 100 ? "1.00" : "0.\(whole < 10 ? "0" : "")\(whole)"
  }
}
