import Planning
import TestSupport
import Testing

@Suite("The tables of Data/vocabularies")
struct LandUseTablesTests {
  func rows(_ table: String) throws -> [[Substring]] {
    try Repository.text("Data/vocabularies/\(table)").split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }

  @Test("The program carries the tables as they are in the repository")
  func carried() throws {
    let tables: [(String, LandUseScheme)] = [
      ("mnr-2023.csv", .mnr2023), ("mnr-2020.csv", .mnr2020), ("gbt21010-2017.csv", .gbt21010),
      ("gb50137-2011.csv", .gb50137), ("survey-3.csv", .survey3),
    ]
    for (table, scheme) in tables {
      let carried = LandUseVocabulary.standard.classes.filter { $0.scheme == scheme }
      let written = try rows(table).map { "\($0[0]) \($0[1])" }
      #expect(carried.map { "\($0.code) \($0.name)" } == written)
    }
  }

  @Test("The crosswalk names each class as its own table does")
  func crosswalkNames() throws {
    for row in try rows("crosswalk.csv") {
      for (scheme, code, name) in [(row[0], row[1], row[2]), (row[3], row[4], row[5])]
      where !code.isEmpty {
        let item = try #require(LandUseScheme(rawValue: String(scheme))).self
        #expect(LandUseVocabulary.standard[item, String(code)]?.name == String(name), "\(row)")
      }
    }
  }

  @Test("The schemes state their document and the days they are in force")
  func schemes() {
    let schemes = LandUseVocabulary.standard.schemes
    #expect(schemes.map(\.scheme) == [.mnr2023, .mnr2020, .gbt21010, .gb50137, .survey3])
    for facts in schemes {
      guard let start = facts.inForceFrom, facts.scheme == .mnr2023 || facts.scheme == .mnr2020
      else { continue }
      #expect(LandUseScheme.ofNumericCodes(on: start) == facts.scheme)
    }
  }

  @Test("A note stands in both languages or in none")
  func notes() {
    let vocabulary = LandUseVocabulary.standard
    for item in vocabulary.classes {
      #expect((item.note == nil) == (item.noteChinese == nil), "\(item.code)")
      let rows = LandUseScheme.allCases.flatMap { vocabulary.equivalents(of: item, in: $0) }
      #expect(rows.allSatisfy { ($0.note == nil) == ($0.noteChinese == nil) }, "\(item.code)")
    }
  }
}
