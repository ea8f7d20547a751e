public import Answers
internal import Characters
internal import Exchange
internal import Foundation
internal import Intake
public import Planning
public import Terms

/// Reads the files that a county government publishes; stores nothing.
public struct SourceReader: Sendable {
  /// What the user knows about a file.
  public struct Options: Sendable {
    /// What the documents are about, where they do not tell.
    public var kind: DocumentKind?
    /// The same for one document of a file, by its number.
    public var kinds: [DocumentNumber: DocumentKind] = [:]
    /// Headings of columns mapped to headings the reader knows.
    public var columns: [String: String] = [:]
    /// The county, for documents that do not name it.
    public var county: String?
    /// Whether pictures of pages are read by a machine, which may err.
    public var recognises = false
    fileprivate var format: SourceFormat?
    /// The ending of a name in that format, where it was told.
    public private(set) var nameEnding: String?

    /// Nothing is known.
    public init() {}

    /// Takes what `--as` says: a format (`csv`, `pdf` …), a kind of document, or the kind of the one
    /// document with a number, `supply:某政函〔2026〕3号`.
    ///
    /// - Returns: whether the word is one of ``SourceReader/words``, perhaps with a number.
    public mutating func take(_ word: String) -> Bool {
      if let format = SourceReader.formats[word] {
        self.format = format
        nameEnding = word
      } else if let kind = DocumentKind(rawValue: word) {
        self.kind = kind
      } else if let colon = word.firstIndex(where: { $0 == ":" || $0 == "：" }),
        let kind = DocumentKind(rawValue: String(word[..<colon])),
        let number = DocumentNumber(typed: word[word.index(after: colon)...])
      {
        kinds[number] = kind
      } else {
        return false
      }
      return true
    }
  }

  /// What ``Options/take(_:)`` understands.
  public static let words: [String] = formats.keys.sorted() + DocumentKind.allCases.map(\.rawValue)

  /// The formats by the endings of their names.
  fileprivate static let formats: [String: SourceFormat] = [
    "txt": .text, "html": .html, "mhtml": .mhtml, "rtf": .rtf, "odt": .odt, "docx": .docx,
    "doc": .doc, "wps": .doc, "ofd": .ofd, "pdf": .pdf, "image": .image, "csv": .csv, "tsv": .tsv,
    "xlsx": .spreadsheet, "ods": .spreadsheet, "xls": .spreadsheet,
  ]

  private let intake = DocumentIntake()

  /// A reader with the program's own vocabulary.
  public init() {}

  /// Reads a file: documents, or an export of a register. What cannot be read is a diagnostic, and the
  /// reading is then refused.
  ///
  /// - Parameters:
  ///   - bytes: its content.
  ///   - name: its name as the user gave it; facts and diagnostics carry it.
  ///   - path: where it lies, for formats that other programs read.
  public func read(
    _ bytes: [UInt8], name: String, path: String, options: Options = Options()
  ) async -> SourceReading {
    if let format = ExportFormat.ofExport(beginningWith: Data(bytes.prefix(4_096))) {
      return SourceReading(name, export: Data(bytes), format)
    }
    var known = DocumentIntake.Options()
    known.format = options.format
    known.kind = options.kind
    known.kinds = options.kinds
    known.columns = options.columns
    known.recognises = options.recognises
    do {
      var result = try await intake.read(bytes, name: name, path: path, options: known)
      for index in result.documents.indices where CountyName.of(result.documents[index]) == nil {
        result.documents[index].county = options.county
      }
      let file = SourceFile(name: name, sha256: result.sha256, extractor: result.extractor)
      let inOrder = result.diagnostics.enumerated().sorted {
        ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
      }
      var reading = SourceReading(
        file: file, documents: result.documents, diagnostics: inOrder.map(\.element))
      reading.texts = result.texts
      if let type = MediaType.ofOriginal(name, options.nameEnding, head: bytes.prefix(64)) {
        // A file that is named is read again when it is kept: of many only one is in memory then.
        reading.original =
          name == path
          ? .file(type) : .held(SourceOriginal(bytes, name: name, mediaType: type))
      }
      return reading
    } catch let error as IntakeError {
      return SourceReading(refusedFile: name, because: SourceReader.diagnostic(error))
    } catch {
      return SourceReading(
        refusedFile: name,
        because: Diagnostic(.unreadableFile(.other("\(error)")), .error, file: name))
    }
  }

  static func diagnostic(_ error: IntakeError) -> Diagnostic {
    Diagnostic(
      .unreadableFile(error.reason), .error, file: error.file, line: error.reason.line)
  }
}

/// What one file gave.
public struct SourceReading: Sendable {
  /// The file.
  public let file: SourceFile
  /// The land documents in it, in order.
  public let documents: [LandDocument]
  /// What to know about the reading.
  public let diagnostics: [Diagnostic]
  /// The facts of a register, where the file is an export.
  public private(set) var export: RegisterExport?
  /// Whether the file could not be read, so that nothing of it may be stored.
  public let isRefused: Bool
  /// The text, by whose lines the facts are told.
  var texts: [SourceText] = []
  /// Where the file itself is, if it is to be kept.
  var original: OriginalPlace?

  init(file: SourceFile, documents: [LandDocument], diagnostics: [Diagnostic]) {
    self.file = file
    self.documents = documents
    self.diagnostics = diagnostics
    isRefused = false
  }

  /// The reading of an export of a register: no documents of its own.
  fileprivate init(_ name: String, export data: Data, _ format: ExportFormat) {
    do {
      let export = try format.export(from: data)
      self.init(
        file: SourceFile(name: name, sha256: nil, extractor: DocumentIntake.extractor),
        documents: [], diagnostics: [])
      self.export = export
    } catch {
      let fault = error as? ExportFault
      let record = fault?.record.map { "\($0): " } ?? ""
      self.init(
        refusedFile: name,
        because: Diagnostic(
          .unreadableFile(.badExport(record + (fault?.reason ?? "\(error)"))), .error, file: name))
    }
  }

  /// The reading of a file that could not be read.
  public init(refusedFile name: String, because diagnostic: Diagnostic) {
    file = SourceFile(name: name, sha256: nil, extractor: DocumentIntake.extractor)
    documents = []
    diagnostics = [diagnostic]
    isRefused = true
  }
}
