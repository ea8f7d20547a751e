/// The number of a government document (发文字号), in one spelling.
///
/// `中政函〔2025〕62号`: issuer's mark, year in 〔〕, serial as printed, 号; no spaces. Two numbers are
/// the same where they differ only in 第 or leading zeros, which the standard forbids and offices print.
/// Source: GB/T 9704-2012 §7.2.5.
public struct DocumentNumber: Hashable, Sendable, CustomStringConvertible {
  /// The number as printed, in one spelling of brackets, width and spaces.
  public let description: String
  /// What two spellings of one number share: without 第 and leading zeros.
  public let key: String

  /// Reads a number in any of the spellings that occur: spaces, other brackets, full-width
  /// digits, a part of the mark in brackets (`某自然资（建）字〔2026〕3号`), the year in front
  /// (`〔2026〕某土字第3号`). `nil` where the text is not a document number.
  public init?(_ text: some StringProtocol) {
    let scalars = text.unicodeScalars.filter { !$0.properties.isWhitespace }
      .map(DocumentNumber.plain)
    // The last bracket that holds a year.
    guard
      let open = scalars.indices.last(where: { index in
        DocumentNumber.opening.contains(scalars[index]) && index + 5 < scalars.count
          && DocumentNumber.closing.contains(scalars[index + 5])
          && scalars[(index + 1)..<(index + 5)].allSatisfy(DocumentNumber.isDigit)
      }), let year = Int(DocumentNumber.string(scalars[(open + 1)..<(open + 5)])),
      (1949...2100).contains(year), let mark = DocumentNumber.mark(scalars[..<open])
    else { return nil }
    var tail = scalars[(open + 6)...]
    if tail.last == "号" { tail = tail.dropLast() }
    // A supplement is numbered 5-1.
    let digits = tail.reversed().prefix { DocumentNumber.isDigit($0) || $0 == "-" }.count
    let serial = DocumentNumber.string(tail.suffix(digits))
    var between = DocumentNumber.string(tail.dropLast(digits))
    let ordinal = between.hasSuffix("第") ? "第" : ""
    if !ordinal.isEmpty { between.removeLast() }
    let parts = serial.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0 > 0 }),
      mark.isEmpty != between.isEmpty,
      between.unicodeScalars.allSatisfy(\.properties.isIdeographic), between.count <= 10
    else { return nil }
    description = "\(mark)〔\(year)〕\(between)\(ordinal)\(serial)号"
    let value = parts.map(String.init).joined(separator: "-")
    key = "\(mark)〔\(year)〕\(between)\(value)号"
  }

  /// The issuer's mark: letters, with a part in brackets or without; `nil` of anything else.
  private static func mark(_ scalars: ArraySlice<Unicode.Scalar>) -> String? {
    var mark = ""
    var isInside = false
    for scalar in scalars {
      if opening.contains(scalar) {
        guard !isInside, !mark.isEmpty else { return nil }
        isInside = true
        mark += "（"
      } else if closing.contains(scalar) {
        guard isInside else { return nil }
        isInside = false
        mark += "）"
      } else {
        guard
          scalar.properties.isAlphabetic || scalar.properties.isIdeographic
            || isInside && isDigit(scalar)
        else { return nil }
        mark.unicodeScalars.append(scalar)
      }
    }
    return isInside ? nil : mark
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Whether two numbers are one.
  public static func == (a: DocumentNumber, b: DocumentNumber) -> Bool { a.key == b.key }

  /// Hashes what two spellings share.
  public func hash(into hasher: inout Hasher) { hasher.combine(key) }

  /// Reads a number as people type it: beside what ``init(_:)`` reads, a year without brackets as
  /// in `中政函2025年62号`, `中政函2025-62` and `2025年中政函62号`. Not for the text of documents, where
  /// such words may be something else.
  public init?(typed text: some StringProtocol) {
    if let number = DocumentNumber(text) {
      self = number
      return
    }
    let plain = String(
      String.UnicodeScalarView(
        text.unicodeScalars.lazy.filter { !$0.properties.isWhitespace }.map(DocumentNumber.plain)))
    let parts =
      plain.wholeMatch(of: /(?<mark>\p{Han}+)(?<year>\d{4})[年\-—－_\/号第]+(?<serial>\d+)号?/).map {
        ($0.mark, $0.year, $0.serial)
      }
      ?? plain.wholeMatch(of: /(?<year>\d{4})年?(?<mark>\p{Han}+?)第?(?<serial>\d+)号/).map {
        ($0.mark, $0.year, $0.serial)
      }
    guard let parts, let number = DocumentNumber("\(parts.0)〔\(parts.1)〕\(parts.2)号") else {
      return nil
    }
    self = number
  }

  private static let opening: Set<Unicode.Scalar> = ["〔", "[", "［", "(", "（", "【", "﹝", "{"]
  private static let closing: Set<Unicode.Scalar> = ["〕", "]", "］", ")", "）", "】", "﹞", "}"]

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }
}
