import Foundation

/// The national character set, to and from bytes, fast enough for every row of a long file.
///
/// The tables are made once from what Foundation knows, and nothing is replaced: bytes that are no
/// text and characters that have no code are said to the caller.
///
/// Source: GB 18030; GBK is its one- and two-byte part.
public enum GB18030 {
  /// The encoding as Foundation counts it: kCFStringEncodingGB_18030_2000.
  private static let encoding = String.Encoding(rawValue: 0x8000_0632)

  /// The character of each two-byte code, lead byte by lead byte, 190 to each; 0 where it has none.
  private static let pairs = units(
    of: (0..<126 * 190).map { index in
      let trail = 0x40 + index % 190
      return [UInt8(0x81 + index / 190), UInt8(trail < 0x7F ? trail : trail + 1)]
    })

  /// The character of each four-byte code up to U+FFFF, by its place; 0 where it has none.
  private static let quads = units(of: (0..<39_420).map(quad))

  /// The two-byte code of each character up to U+FFFF; 0 where it has none.
  private static let pairOfCharacter: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 0x1_0000)
    for (index, unit) in pairs.enumerated() where unit != 0 && table[Int(unit)] == 0 {
      let trail = 0x40 + index % 190
      table[Int(unit)] = UInt16(0x81 + index / 190) << 8 | UInt16(trail < 0x7F ? trail : trail + 1)
    }
    return table
  }()

  /// The place of the four-byte code of each character up to U+FFFF, plus one; 0 where it has none.
  private static let quadOfCharacter: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 0x1_0000)
    for (index, unit) in quads.enumerated() where unit != 0 { table[Int(unit)] = UInt16(index + 1) }
    return table
  }()

  /// The place of U+10000 among the four-byte codes: 0x90308130.
  private static let firstBeyond = 189_000

  /// The character of each code. All are asked at once, which is twenty times as fast as singly.
  private static func units(of codes: [[UInt8]]) -> [UInt16] {
    let whole = String(data: Data(codes.joined()), encoding: encoding).map { Array($0.utf16) } ?? []
    let units =
      whole.count == codes.count
      ? whole
      : codes.map { code in
        let single = String(data: Data(code), encoding: encoding)?.utf16
        return single?.count == 1 ? single?.first ?? 0 : 0
      }
    return units.map { $0 < 0x80 || $0 == 0xFFFD ? 0 : $0 }
  }

  private static func quad(_ index: Int) -> [UInt8] {
    [
      UInt8(0x81 + index / 12_600), UInt8(0x30 + index / 1_260 % 10),
      UInt8(0x81 + index / 10 % 126), UInt8(0x30 + index % 10),
    ]
  }

  /// The text of some bytes; `nil` where they are not GB 18030 from end to end.
  public static func text(_ bytes: ArraySlice<UInt8>) -> String? {
    var scalars = String.UnicodeScalarView()
    let span = bytes.span
    var index = 0
    while index < span.count {
      guard let scalar = read(span, at: &index) else { return nil }
      scalars.append(scalar)
    }
    return String(scalars)
  }

  /// Reads the character that begins at a place and moves behind it; `nil`, the place unmoved, where
  /// there is none.
  static func read(_ bytes: Span<UInt8>, at index: inout Int) -> Unicode.Scalar? {
    let lead = bytes[index]
    guard lead >= 0x80 else {
      index += 1
      return Unicode.Scalar(lead)
    }
    guard (0x81...0xFE).contains(lead), index + 1 < bytes.count else { return nil }
    let second = bytes[index + 1]
    if second >= 0x40 {
      guard second <= 0xFE, second != 0x7F else { return nil }
      let place = (Int(lead) - 0x81) * 190 + Int(second) - (second < 0x7F ? 0x40 : 0x41)
      guard let scalar = Unicode.Scalar(pairs[place]), scalar.value != 0 else { return nil }
      index += 2
      return scalar
    }
    guard index + 3 < bytes.count, (0x30...0x39).contains(second),
      (0x81...0xFE).contains(bytes[index + 2]), (0x30...0x39).contains(bytes[index + 3])
    else { return nil }
    let place =
      ((Int(lead) - 0x81) * 10 + Int(second) - 0x30) * 1_260
      + (Int(bytes[index + 2]) - 0x81) * 10 + Int(bytes[index + 3]) - 0x30
    let isBeyond = place >= firstBeyond
    guard isBeyond || (place < quads.count && quads[place] != 0),
      let scalar = Unicode.Scalar(
        isBeyond ? UInt32(0x1_0000 + place - firstBeyond) : UInt32(quads[place]))
    else { return nil }
    index += 4
    return scalar
  }

  /// Whether bytes end inside the character that begins at a place.
  static func isCut(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    guard (0x81...0xFE).contains(bytes[index]) else { return false }
    let isPair = index + 1 < bytes.count && bytes[index + 1] >= 0x40
    return !isPair && bytes.count - index < 4
  }

  /// Appends the bytes of a text.
  ///
  /// - Parameter gbkOnly: whether only one- and two-byte codes may be written.
  /// - Returns: the first character that has no code, before which the writing stopped; `nil` where
  ///   all was written.
  public static func append(
    _ text: String, to bytes: inout [UInt8], gbkOnly: Bool
  ) -> Unicode.Scalar? {
    for scalar in text.unicodeScalars {
      let value = Int(scalar.value)
      if value < 0x80 {
        bytes.append(UInt8(value))
      } else if value < 0x1_0000, pairOfCharacter[value] != 0 {
        bytes.append(UInt8(pairOfCharacter[value] >> 8))
        bytes.append(UInt8(pairOfCharacter[value] & 0xFF))
      } else if gbkOnly {
        return scalar
      } else if value >= 0x1_0000 {
        bytes += quad(firstBeyond + value - 0x1_0000)
      } else if quadOfCharacter[value] != 0 {
        bytes += quad(Int(quadOfCharacter[value]) - 1)
      } else {
        return scalar
      }
    }
    return nil
  }
}
