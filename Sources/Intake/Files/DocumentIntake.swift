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
    /// What the document does, where its title does not tell.
    public var kind: DocumentKind?
    /// Headings of columns mapped to headings the reader knows.
    public var columns: [String: String] = [:]

    /// Nothing is known.
    public init() {}
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
    let format = options.format ?? .detect(name: name, head: Array(bytes.prefix(8)))
    let reading = FileReading(
      name: name, vocabulary: vocabulary, useNames: useNames, options: options)
    var result: IntakeResult
    switch format {
    case .text:
      result = reading.text(TextDecoding.lines(try TextDecoding.text(bytes, file: name)))
    case .pdf:
      let converter = Converter(file: name)
      let flowing = reading.text(
        TextDecoding.lines(try await converter.pdf(path, keepingLayout: false)))
      let laidOut = reading.text(
        TextDecoding.lines(try await converter.pdf(path, keepingLayout: true)))
      // Prose in columns reads better flowing, tables laid out: the reading with more facts is kept.
      result = laidOut.factCount >= flowing.factCount ? laidOut : flowing
    case .docx:
      result = reading.text(TextDecoding.lines(try await Converter(file: name).docx(path)))
    case .csv, .tsv:
      let text = try TextDecoding.text(bytes, file: name)
      result = try reading.table(
        SeparatedRows.rows(of: text, separator: format == .csv ? 0x2C : 0x09), title: name)
      result.texts = [SourceText(text)]
    case .spreadsheet:
      result = IntakeResult(documents: [], diagnostics: [], sha256: "")
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
    }
    if result.documents.isEmpty {
      result.diagnostics.append(Diagnostic(.noLandDocument, .info, file: name))
    }
    result.sha256 = ContentDigest.hexadecimal(of: bytes)
    return result
  }
}

extension IntakeResult {
  /// How much was read, to choose between two readings of one file.
  var factCount: Int {
    documents.reduce(0) { sum, document in
      sum + document.parcels.count * 4 + document.parcels.reduce(0) { $0 + $1.indicators.count }
        + document.transactions.count * 4 + document.totals.count + document.sites.count * 4
        + (document.number == nil ? 0 : 2)
    }
  }
}
