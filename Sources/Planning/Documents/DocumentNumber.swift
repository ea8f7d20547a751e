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
  /// digits. `nil` where the text is not a document number.
  public init?(_ text: some StringProtocol) {
    var mark = ""
    var year = ""
    var serial = ""
    var ordinal = ""
    var state = 0
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      let plain = DocumentNumber.plain(scalar)
      switch state {
      case 0 where DocumentNumber.opening.contains(scalar):
        guard !mark.isEmpty else { return nil }
        state = 1
      case 0:
        mark.unicodeScalars.append(plain)
      case 1 where DocumentNumber.closing.contains(scalar):
        state = 2
      case 1:
        year.unicodeScalars.append(plain)
      case 2 where plain == "号":
        state = 3
      case 2 where plain == "第" && serial.isEmpty && ordinal.isEmpty:
        ordinal = "第"
      case 2:
        serial.unicodeScalars.append(plain)
      default:
        return nil
      }
    }
    guard state == 3 || state == 2 else { return nil }
    guard year.count == 4, let yearValue = Int(year), (1949...2100).contains(yearValue) else {
      return nil
    }
    guard serial.allSatisfy({ $0.isASCII && $0.isNumber }), let serialValue = Int(serial),
      serialValue > 0
    else { return nil }
    guard
      mark.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || $0.properties.isIdeographic })
    else { return nil }
    description = "\(mark)〔\(yearValue)〕\(ordinal)\(serial)号"
    key = "\(mark)〔\(yearValue)〕\(serialValue)号"
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
