extension DocumentIntake {
  /// The lines of a file as facts are told by their numbers; `nil` of a format that has none that
  /// can be shown: of a PDF the reading with more facts was kept, of a spreadsheet rows are counted.
  ///
  /// - Throws: `IntakeError` where it cannot be read.
  public static func lines(
    of bytes: [UInt8], name: String, path: String
  ) async throws -> [(number: Int, text: String)]? {
    guard !bytes.isEmpty else { return [] }
    let text: String
    switch SourceFormat.detect(name: name, head: Array(bytes.prefix(8))) {
    case .text, .csv, .tsv: text = try TextDecoding.text(bytes, file: name)
    case .docx: text = try await Converter(file: name).docx(path)
    case .pdf, .spreadsheet: return nil
    }
    return TextDecoding.lines(text).map { ($0.number, $0.text) }
  }
}
