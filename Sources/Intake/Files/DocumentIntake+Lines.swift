import Planning

extension DocumentIntake {
  /// The lines of a file as facts are told by their numbers; `nil` of a format that has none that
  /// can be shown: of a spreadsheet rows are counted, a picture was read by a machine.
  ///
  /// - Throws: `IntakeError` where it cannot be read.
  public static func lines(
    of bytes: [UInt8], name: String, path: String
  ) async throws -> [(number: Int, text: String)]? {
    guard !bytes.isEmpty else { return [] }
    let format = try format(of: bytes, name: name)
    guard format != .spreadsheet, format != .image else { return nil }
    do {
      let text = try await DocumentText.read(
        bytes, as: format, file: name, path: path, recognises: false)
      return text.lines.map { ($0.number, $0.text) }
    } catch let error as IntakeError where error.reason == .foreign(.scan) {
      return nil
    }
  }
}
