import Terms
import Foundation
import Intake
import Planning
import TestSupport
import Testing

/// The five real gazettes: their sentences are not in the repository, the figures they give are here.
///
/// Read from `shared/gazettes` beside the repository; where that folder is absent the tests are skipped.
struct GazetteTests {
  static let folder = Repository.root.deletingLastPathComponent()
    .appending(path: "shared/gazettes")
  static let isPresent = FileManager.default.fileExists(atPath: folder.path)

  private func read(_ name: String) async throws -> IntakeResult {
    let file = Self.folder.appending(path: name)
    return try await DocumentIntake().read(
      Array(Data(contentsOf: file)), name: name, path: file.path)
  }

  /// Documents, parcels, indicators, acts, sites of each gazette.
  static let counts: [(String, [Int])] = [
    ("yuxian-2025-2.txt", [13, 0, 0, 0, 0]),
    ("zhongyang-2022-1.txt", [16, 0, 0, 0, 0]),
    ("zhongyang-2023-2.txt", [34, 65, 0, 0, 109]),
    ("zhongyang-2024-4.txt", [18, 0, 0, 6, 0]),
    ("zhongyang-2025-3.txt", [23, 27, 69, 4, 0]),
  ]

  @Test(.enabled(if: isPresent, "shared/gazettes is not beside the repository"), arguments: counts)
  func aGazetteGivesItsFacts(_ name: String, _ expected: [Int]) async throws {
    let documents = try await read(name).documents
    let parcels = documents.flatMap(\.parcels)
    let found = [
      documents.count, parcels.count, parcels.reduce(0) { $0 + $1.indicators.count },
      documents.flatMap(\.transactions).count, documents.flatMap(\.sites).count,
    ]
    #expect(found == expected)
  }

  @Test(.enabled(if: isPresent, "shared/gazettes is not beside the repository"), arguments: counts)
  func everyDocumentHasItsNumberTitleAndIssuer(_ name: String, _ expected: [Int]) async throws {
    let documents = try await read(name).documents
    #expect(Set(documents.compactMap(\.number)).count == expected[0])
    #expect(documents.allSatisfy { $0.title.contains("关于") && $0.issuer != nil })
    #expect(documents.filter(\.hasFacts).allSatisfy { $0.date != nil })
  }

  @Test(.enabled(if: isPresent, "shared/gazettes is not beside the repository"))
  func rulesAndRepealsOfAGazetteAreKnownAsSuch() async throws {
    let documents = try await read("yuxian-2025-2.txt").documents
    let repeal = try #require(documents.first { $0.force == .repeals })
    #expect(repeal.number == "盂政办函〔2025〕10号")
    #expect(repeal.revokes == ["盂政办发〔2022〕83号"])
    let rules = try await read("zhongyang-2025-3.txt").documents.filter { $0.kind == .rule }
    #expect(rules.map(\.number) == ["中政办发〔2025〕13号"])
    #expect(rules.allSatisfy { $0.force == .rules && !$0.hasFacts })
  }

  @Test(.enabled(if: isPresent, "shared/gazettes is not beside the repository"))
  func aParcelHasItsUseAreaBoundsAndLines() async throws {
    let documents = try await read("zhongyang-2025-3.txt").documents
    let plan = try #require(documents.first { $0.number == "中政函〔2025〕62号" })
    let parcel = try #require(plan.parcels.first { $0.parcelID == "03-05" })
    #expect(parcel.plan == "中阳县县城（城北片区）控制性详细规划")
    #expect(parcel.landUse == [LandUse(scheme: .mnr2023, code: "090104", name: "旅馆用地")])
    #expect(parcel.area?.squareMetres == 21232)
    #expect(parcel.indicators[.floorAreaRatio]?.upper == .init(2, inclusive: true))
    #expect(parcel.indicators[.buildingHeight]?.upper == .init(54, inclusive: true))
    #expect(parcel.place.lineStart == 912)
    let split = plan.parcels.filter { $0.parentID == "NX-01" }.map(\.parcelID)
    #expect(split == ["NX-01-01", "NX-01-02"])
    let kept = plan.parcels.filter(\.keepsCurrentUse).compactMap(\.parcelID)
    #expect(kept == ["03-04", "03-06"])
  }

  @Test(.enabled(if: isPresent, "shared/gazettes is not beside the repository"))
  func anActHasItsPartyAmountAndRequest() async throws {
    let documents = try await read("zhongyang-2024-4.txt").documents
    let acts = documents.flatMap(\.transactions)
    #expect(
      acts.map(\.kind) == [
        .reserve, .reclaimPaid, .allocation, .reclaimPaid, .reclaimFree, .reclaimFree,
      ])
    let paid = try #require(acts.first { $0.parcelID == "2012-25" })
    #expect(paid.amountYuan == 37_434_400)
    #expect(paid.area?.squareMetres == 54723)
    #expect(paid.requestNumber == "中金政发〔2024〕240号")
    let allocation = try #require(acts.first { $0.kind == .allocation })
    #expect(allocation.party == "县住房和城乡建设管理局")
    #expect(allocation.location == "中阳县金罗镇道棠村委会")
  }

  @Test(.enabled(if: isPresent, "shared/gazettes is not beside the repository"))
  func hazardSitesHaveVillagePeopleAndProperty() async throws {
    let documents = try await read("zhongyang-2023-2.txt").documents
    let sites = documents.flatMap(\.sites)
    #expect(sites.compactMap(\.serial) == Array(1...109))
    #expect(sites.allSatisfy { $0.people != nil && $0.propertyYuan != nil && $0.village != nil })
    #expect(sites.allSatisfy { $0.hazardType != nil && $0.township != nil })
    let tract = try #require(documents.first { $0.kind == .developmentScheme })
    #expect(tract.parcels.count == 61)
    #expect(tract.totals.last?.area.squareMetres == 2_174_597)
  }
}
