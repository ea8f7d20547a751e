import Planning
import Testing

@Suite("The crosswalk between land-use schemes")
struct LandUseCrosswalkTests {
  let vocabulary = LandUseVocabulary.standard

  func equivalents(
    _ scheme: LandUseScheme, _ code: String, in target: LandUseScheme
  ) throws -> [LandUseEquivalent] {
    vocabulary.equivalents(of: try #require(vocabulary[scheme, code]), in: target)
  }

  @Test("8 codes of the 2020 trial mean something else in MNR-2023")
  func changedMeaning() {
    let changed = vocabulary.codesWithChangedMeaning
    #expect(
      changed.map(\.trial.code) == [
        "0204", "060102", "0602", "1311", "1312", "2202", "2302", "2303",
      ])
    #expect(changed.allSatisfy { $0.trial.code == $0.now.code && $0.trial.name != $0.now.name })
  }

  @Test("R2 becomes housing and its service facilities, each with a relation and a confidence")
  func forward() throws {
    let rows = try equivalents(.gb50137, "R2", in: .mnr2023)
    #expect(rows.compactMap(\.to?.code) == ["070102", "0702"])
    #expect(rows.allSatisfy { $0.relation == .oneToMany && $0.confidence == .medium })
    #expect(rows.allSatisfy { $0.note?.contains("070102") == true })
    #expect(rows.allSatisfy { $0.noteChinese?.contains("070102") == true })
  }

  @Test("The way back turns the relation round")
  func backward() throws {
    let rows = try equivalents(.mnr2023, "070102", in: .gb50137)
    #expect(rows.compactMap(\.to?.code) == ["R21", "R2"])
    #expect(rows.map(\.relation) == [.same, .manyToOne])
    let former = try equivalents(.mnr2023, "0602", in: .gbt21010)
    #expect(former.compactMap(\.to?.code) == ["1202"])
  }

  @Test("A class without a row of its own stands under its parent's counterpart")
  func climbing() throws {
    let rows = try equivalents(.mnr2023, "070102", in: .gbt21010)
    #expect(rows.count == 1)
    let row = try #require(rows.first)
    #expect(row.to?.code == "0701")
    #expect(row.relation == .broader)
    #expect(row.via.map(\.code) == ["0701"])
  }

  @Test("Between two older schemes the way goes over MNR-2023 and says so")
  func overTheHub() throws {
    let rows = try equivalents(.gb50137, "B14", in: .gbt21010)
    #expect(rows.compactMap(\.to?.code) == ["0504"])
    #expect(rows.first?.relation == .same)
    #expect(rows.first?.via.map(\.code) == ["090104"])
  }

  @Test("The reuse of digits is no equivalent")
  func reuseIsNoEquivalent() throws {
    let rows = try equivalents(.mnr2020, "0602", in: .mnr2023)
    #expect(rows.compactMap(\.to?.code) == ["060201"])
    #expect(rows.first?.relation == .recoded)
  }

  @Test("A statistical sum has no counterpart, and the row says so")
  func aggregate() throws {
    let rows = try equivalents(.gb50137, "H11", in: .mnr2023)
    #expect(rows.count == 1)
    #expect(rows.first?.to == nil)
    #expect(rows.first?.relation == .aggregate)
  }

  @Test("Every published class of an older scheme has a row, and every row leads to a class")
  func completeness() {
    for item in vocabulary.classes where item.scheme != .mnr2023 {
      let rows = vocabulary.equivalents(of: item, in: .mnr2023)
      #expect(!rows.isEmpty, "\(item.scheme) \(item.code)")
      for row in rows {
        #expect(row.to != nil || row.confidence == .none || row.confidence == .low, "\(item.code)")
      }
    }
  }
}
