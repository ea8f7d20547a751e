import Planning
import Testing

@Suite("Text as the register compares it")
struct SearchTextTests {
  @Test("Width, case, spaces, brackets and dashes make no difference")
  func spelling() {
    #expect(SearchText.normalized(" ｎｘ－０３ 〔ａ〕") == "NX-03(A)")
    #expect(SearchText.normalized("“城北”《片区》") == "城北片区")
    #expect(SearchText.normalized("A–1") == SearchText.normalized("a-1"))
  }

  @Test("A parcel's number has one key in every spelling")
  func numbers() {
    for text in ["NX-03", "nx-03", "ＮＸ－０３", "NX - 03", "NX-03地块", "NX-03号宗地", "地块NX-03"] {
      #expect(PlotKey.ofNumber(text) == "NX-03", "\(text)")
    }
    #expect(PlotKey.ofNumber("地块") == "地块")
    #expect(PlotKey.ofNumber(" ") == nil)
  }

  @Test("A name's key never equals a number's")
  func names() {
    #expect(PlotKey.ofName("03-05") != PlotKey.ofNumber("03-05"))
  }
}

@Suite("SHA-256")
struct ContentDigestTests {
  @Test("The examples of FIPS 180-4 and RFC 6234")
  func examples() {
    #expect(
      ContentDigest.hexadecimal(of: "abc".utf8)
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      ContentDigest.hexadecimal(of: "".utf8)
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    let long = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
    #expect(
      ContentDigest.hexadecimal(of: long.utf8)
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      ContentDigest.hexadecimal(of: repeatElement(UInt8(ascii: "a"), count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("Bytes taken in pieces make the same digest", arguments: [1, 7, 63, 64, 65, 200])
  func pieces(size: Int) {
    let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var digest = ContentDigest()
    for start in stride(from: 0, to: bytes.count, by: size) {
      digest.update(bytes[start..<min(start + size, bytes.count)])
    }
    #expect(digest.hexadecimal() == ContentDigest.hexadecimal(of: bytes))
  }
}

@Suite("The distance of two words")
struct EditDistanceTests {
  @Test("Insertions, deletions and replacements are counted up to a limit")
  func distances() {
    #expect(EditDistance.between("03-05", "03-05", atMost: 2) == 0)
    #expect(EditDistance.between("03-05", "03-06", atMost: 2) == 1)
    #expect(EditDistance.between("03-05", "3-5", atMost: 2) == 2)
    #expect(EditDistance.between("03-05", "NX-01-02", atMost: 2) == nil)
  }

  @Test("The nearest words come first")
  func nearest() {
    #expect(
      EditDistance.nearest(to: "NX-03", among: ["NX-33-1", "NY-03", "A", "NX-03-1"], atMost: 2)
        == ["NY-03", "NX-03-1"])
  }

  @Test("The nearest are those that a comparison one by one finds", arguments: 0..<60)
  func nearestOfMany(seed: Int) {
    var state = UInt64(seed) &* 2_654_435_761 &+ 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let letters = Array("0123-AB镇")
    func word(_ length: Int) -> String { String((0..<length).map { _ in letters[next(8)] }) }
    let words = (0..<300).map { _ in word(1 + next(9)) }
    let asked = word(1 + next(seed % 5 == 0 ? 80 : 9))
    let limit = 1 + next(4)
    let one = words.compactMap { candidate in
      EditDistance.between(asked, candidate, atMost: limit).map { ($0, candidate) }
    }
    let expected = one.sorted { $0 < $1 }.prefix(5).map(\.1)
    #expect(EditDistance.nearest(to: asked, among: words, atMost: limit) == expected)
  }
}
