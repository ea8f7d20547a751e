import Planning
import Testing

@Suite("The land-use vocabulary")
struct LandUseVocabularyTests {
  let vocabulary = LandUseVocabulary.standard

  @Test("The schemes have the number of classes that their sources count")
  func counts() {
    func count(_ scheme: LandUseScheme, level: Int? = nil) -> Int {
      vocabulary.classes.count {
        $0.scheme == scheme && !$0.isLocal && (level == nil || $0.level == level)
      }
    }
    #expect(count(.mnr2023) == 175)
    #expect((1...3).map { count(.mnr2023, level: $0) } == [24, 111, 40])
    #expect(count(.mnr2020) == 169)
    #expect((1...3).map { count(.mnr2020, level: $0) } == [24, 106, 39])
    #expect((1...2).map { count(.gbt21010, level: $0) } == [12, 73])
    #expect((1...3).map { count(.gb50137, level: $0) } == [10, 44, 56])
  }

  @Test("37 of the 73 second-level codes of GB/T 21010 mean something else in MNR-2023")
  func collisions() {
    let collisions = vocabulary.classes.filter { item in
      guard item.scheme == .gbt21010, item.level == 2 else { return false }
      guard let other = vocabulary[.mnr2023, item.code] else { return false }
      return other.code == item.code
        && !vocabulary.classes(named: item.name, in: .mnr2023).contains(other)
    }
    #expect(collisions.count == 37, "\(collisions.map { $0.code + $0.name })")
  }

  @Test("A code padded with zeros is found, and the answer says which code it is")
  func paddedCode() {
    #expect(vocabulary[.mnr2023, "070200"]?.code == "0702")
    #expect(vocabulary[.mnr2023, "070000"]?.code == "07")
    #expect(vocabulary[.mnr2023, "０７０１０２"]?.name == "二类城镇住宅用地")
    #expect(vocabulary[.gb50137, "r2"]?.name == "二类居住用地")
    #expect(vocabulary[.gbt21010, "070200"] == nil)
    #expect(vocabulary[.mnr2023, "0799"] == nil)
  }

  @Test("A name is found with and without its ending, whatever its width and spaces")
  func tolerantNames() {
    func codes(_ name: String, _ scheme: LandUseScheme) -> [String] {
      vocabulary.classes(named: name, in: scheme).map(\.code)
    }
    #expect(codes("二类城镇住宅", .mnr2023) == ["070102"])
    #expect(codes("中 小 学", .mnr2023) == ["080403"])
    #expect(codes("文化设施用地", .mnr2023) == ["0803"])
    #expect(codes("文化用地", .gb50137) == ["A2"])
    #expect(codes("公园绿", .mnr2023) == ["1401"])
    #expect(codes("图书展览用地", .mnr2023) == ["080301"])
    #expect(codes("二类", .mnr2023) == [])
  }

  @Test("A code without a scheme is found in each scheme that has it")
  func schemesHavingCode() {
    #expect(vocabulary.schemes(havingCode: "0702") == [.mnr2023, .mnr2020, .gbt21010])
    #expect(vocabulary.schemes(havingCode: "R2") == [.gb50137])
    #expect(vocabulary.schemes(havingCode: "9999") == [])
  }

  @Test("Every class but the roots has its parent in the scheme, and the path leads to a root")
  func tree() throws {
    for item in vocabulary.classes {
      let path = vocabulary.path(of: item)
      #expect(path.last == item)
      #expect(path.first?.parent == nil, "\(item.code)")
      if item.scheme != .survey3 { #expect(path.count == item.level, "\(item.code)") }
    }
    let housing = try #require(vocabulary[.mnr2023, "0701"])
    #expect(vocabulary.children(of: housing).map(\.code) == ["070101", "070102", "070103"])
  }
}
