import Foundation
import Terms
import TestSupport
import Testing

/// In how many files a word of the domain is told: a new one must be a row, not a hunt.
struct PlacesTests {
  /// A file of the program or the page, without comments.
  private struct Source {
    let path: String
    let code: String
    let words: Set<Substring>
  }

  private static let sources: [Source] = {
    ["Sources", "Web"].flatMap { folder -> [Source] in
      let root = Repository.root.appendingPathComponent(folder)
      let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
      return (paths ?? []).filter {
        ($0.hasSuffix(".swift") || $0.hasSuffix(".js")) && !$0.contains("Generated/")
          // The released steps of the schema are text that nothing changes; sentences and examples
          // for people may name an indicator.
          && !$0.hasSuffix("Schema/FirstStep.swift") && !$0.hasSuffix("Schema/LaterSteps.swift")
          && !$0.contains("/Wording/")
      }.sorted().compactMap { path in
        guard let text = try? Repository.text("\(folder)/\(path)") else { return nil }
        let code = text.split(separator: "\n").filter {
          !$0.drop { $0 == " " }.hasPrefix("//")
        }.joined(separator: "\n").replacing("非机动车停车位", with: "")
        let words = code.split { !($0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_") }
        return Source(path: "\(folder)/\(path)", code: code, words: Set(words))
      }
    }
  }()

  /// The files that have the case of an indicator, its key or its Chinese name.
  private static func places(_ indicator: Indicator) -> [String] {
    sources.filter {
      $0.words.contains("\(indicator)") || $0.words.contains(indicator.rawValue[...])
        || $0.code.contains(indicator.name[.zh])
    }.map(\.path)
  }

  @Test func atMostThreeFilesKnowAnIndicator() {
    // Its row, and where a proposed building is measured by it, the rule and the option.
    let known = [
      "Sources/Terms/Indicator.swift", "Sources/Planning/Rules/Families/BuildingJudgement.swift",
      "Sources/Commands/Rules/CheckBuildingCommand.swift",
    ]
    for indicator in Indicator.allCases {
      let places = Self.places(indicator)
      #expect(places.count <= 3, "\(indicator): \(places)")
      #expect(places.allSatisfy(known.contains), "\(indicator): \(places)")
    }
  }

  @Test func aKindOfActOfNoRuleIsKnownInOneFile() {
    for kind in [TransactionKind.lease, .capitalContribution, .temporaryUse] {
      let places = Self.sources.filter {
        $0.words.contains("\(kind)") || $0.words.contains(kind.rawValue[...])
      }.map(\.path)
      #expect(places == ["Sources/Terms/TransactionKind.swift"], "\(kind): \(places)")
    }
  }

  @Test func noTwoTermsOfATableShareAWord() {
    func words<T: Term>(_ terms: T.Type) -> [String] {
      T.allCases.flatMap { [$0.name[.zh]] + $0.synonyms }
    }
    for words in [
      words(Indicator.self), words(TransactionKind.self), words(DocumentKind.self),
      words(ParcelStatus.self), words(LayerRole.self), words(BoundaryQuality.self),
    ] {
      #expect(Set(words).count == words.count, "\(words)")
    }
    let columns = IndicatorColumn.all
    #expect(Set(columns.map(\.key)).count == columns.count)
    #expect(Set(columns.map(\.shortName)).count == columns.count)
    #expect(columns.allSatisfy { $0.shortName.utf8.count <= 10 })
  }

  @Test func aTermIsFoundByItsKeyItsNameAndItsSynonyms() {
    #expect(TransactionKind(word: "temporary_use") == .temporaryUse)
    #expect(TransactionKind(word: "临时用地") == .temporaryUse)
    #expect(TransactionKind(word: "作价入股") == .capitalContribution)
    #expect(ParcelStatus(word: "成交") == .supplied)
    #expect(DocumentKind(word: "Plan Approval") == .planApproval)
    #expect(AreaUnit(symbol: "hm²") == .hectare)
    #expect(AreaUnit(symbol: "顷") == nil)
  }
}
