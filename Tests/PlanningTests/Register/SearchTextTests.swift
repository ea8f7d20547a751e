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
