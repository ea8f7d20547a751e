import Characters
import Foundation
import TestSupport
import Testing

@Suite struct TextDecoderTests {
  private static let text = "中阳县人民政府\n面积2.1232公顷，容积率≤2.0㎡\n"
  private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

  private static func bytes(
    _ encoding: String.Encoding, of text: String = text, mark: [UInt8] = []
  ) -> [UInt8] {
    mark + Array(text.data(using: encoding) ?? Data())
  }

  private func damage(_ bytes: [UInt8]) -> TextDamage? {
    do {
      _ = try TextDecoder.text(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func everyEncodingGivesTheSameText() throws {
    let sources: [[UInt8]] = [
      Self.bytes(.utf8), Self.bytes(.utf8, mark: [0xEF, 0xBB, 0xBF]), Self.bytes(Self.gb18030),
      Self.bytes(.utf16LittleEndian, mark: [0xFF, 0xFE]),
      Self.bytes(.utf16BigEndian, mark: [0xFE, 0xFF]), Self.bytes(.utf16LittleEndian),
      Self.bytes(.utf16BigEndian),
    ]
    for source in sources {
      #expect(try TextDecoder.text(source) == Self.text)
      // Byte by byte it is the same.
      var decoder = try TextDecoder(head: source)
      let plain = source.dropFirst(decoder.markLength).flatMap { decoder.plain([$0]) }
      #expect(!decoder.endsInsideCharacter)
      #expect(decoder.text(plain[...]) == Self.text)
    }
  }

  @Test func damageIsToldWithItsByteAndLine() {
    let utf8 = Self.bytes(.utf8)
    // The first byte of 面, which begins the second line, behind seven characters and LF.
    for (encoding, place) in [(String.Encoding.utf8, 22), (Self.gb18030, 15)] {
      var bytes = Self.bytes(encoding, of: Self.text + String(repeating: "出让", count: 30))
      bytes[place] = 0xFF
      let found = damage(bytes)
      #expect(found?.kind == .character && found?.offset == place && found?.line == 2)
    }
    for mark in [[], [0xFF, 0xFE]] as [[UInt8]] {
      var bytes = Self.bytes(.utf16LittleEndian, of: "abc\r\ndef\rghi\n" + Self.text, mark: mark)
      // A surrogate alone in place of the h.
      bytes[mark.count + 21] = 0xD8
      let found = damage(bytes)
      #expect(found?.kind == .character && found?.offset == mark.count + 20 && found?.line == 3)
    }
    #expect(damage(utf8 + [0xC3, 0x28])?.offset == utf8.count)
  }

  @Test func aTextCutInsideACharacterIsSaidToBeCut() {
    #expect(damage(Array("中阳县人民政".utf8.dropLast()))?.kind == .cut)
    #expect(damage([0xFF, 0xFE, 0x2D])?.kind == .cut)
    #expect(damage([0xFF, 0xFE, 0x2D, 0x4E, 0x3D, 0xD8])?.kind == .cut)
    #expect(damage(Self.bytes(Self.gb18030, of: "中阳县") + [0xC8])?.kind == .cut)
  }

  @Test func bytesAtRandomAreNoText() {
    var random = SeededGenerator(seed: 7)
    for round in 0..<100 {
      // Without zeros, which alone would tell.
      let noise = (0..<4096).map { _ in UInt8.random(in: (round < 50 ? 0 : 1)...255, using: &random)
      }
      #expect(damage(noise)?.kind == .noText)
    }
  }

  @Test func chineseInGB18030IsNotTakenForBrokenUTF8() throws {
    // 联通 in GB18030 looks like UTF-8; with one character more it does not.
    for text in ["中阳县", "联通公司", "地块编号,面积\nＡ－１,１２", "滑县濉溪路·二号"] {
      #expect(try TextDecoder.text(Self.bytes(Self.gb18030, of: text)) == text)
    }
  }

  /// 一 is U+4E00, whose lower byte is zero as the upper bytes of digits are.
  @Test func utf16WithoutAMarkMayHaveTheCharacterOne() throws {
    let text = "一、地块一面积1.2公顷，容积率1.5\n二、地块二面积3.0公顷\n"
    for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
      #expect(try TextDecoder.text(Self.bytes(encoding, of: text)) == text)
    }
  }

  @Test func theFirstLineThatTellsTheEncodingTellsItForAll() throws {
    var decoder = try TextDecoder(head: Array("a,b,c\n".utf8))
    #expect(decoder.encoding == nil)
    #expect(decoder.text(Self.bytes(Self.gb18030, of: "中阳")[...]) == "中阳")
    #expect(decoder.encoding == .gb18030)
    var other = try TextDecoder(head: Array("a,b,c\n".utf8))
    #expect(other.text("中阳".utf8.map { $0 }[...]) == "中阳")
    #expect(other.text(Self.bytes(Self.gb18030, of: "中阳")[...]) == nil)
    // A stray byte tells nothing.
    var third = try TextDecoder(head: Array("a,b,c\n".utf8))
    #expect(third.text([0x41, 0xFF]) == nil)
    #expect(third.text("中阳".utf8.map { $0 }[...]) == "中阳")
  }
}
