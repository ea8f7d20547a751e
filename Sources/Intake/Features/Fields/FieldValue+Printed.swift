import SimpleFeatures

extension FieldValue {
  /// The value as text without blanks around it; `nil` where it says that there is nothing: blank, a
  /// dash, a slash, 无, `<Null>`.
  var printed: String? {
    guard let text else { return nil }
    guard case .text = self else { return text }
    let trimmed = FieldValue.trimmed(text)
    guard trimmed.utf8.count <= 18 else { return trimmed }
    if trimmed.isEmpty || CellReader.isNothing(trimmed) { return nil }
    let first = trimmed.utf8.first ?? 0
    if first == UInt8(ascii: "<") || first | 0x20 == UInt8(ascii: "n"),
      ["<null>", "null", "none", "nan", "<空>"].contains(trimmed.lowercased())
    {
      return nil
    }
    return trimmed
  }

  private static func trimmed(_ text: String) -> String {
    func isPlain(_ byte: UInt8?) -> Bool { byte.map { $0 > 0x20 && $0 < 0x80 } ?? false }
    if isPlain(text.utf8.first), isPlain(text.utf8.last) { return text }
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.isBlank }),
      let end = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(scalars[start...end])
  }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool { value == 0 || properties.isWhitespace }
}
