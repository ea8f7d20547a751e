import Terms
import Filtering
import Foundation
import Planning
import SimpleFeatures
import TestSupport
import Testing

@testable import Registry

/// A listing, an export and a page of features answer one language, and each filter alike.
@Suite("One language of filters")
struct FilterLanguageTests {
  static let filters = [
    "floor_area_ratio > 2", "容积率>2", "use=0701", "land_use_code LIKE '0701%'", "area>15亩",
    "area_m2 > 15亩 AND NOT use=07", "状态=已供应", "status <> 'planned'", "plan ~ 城北",
    "document=中政函〔2025〕62号", "date >= 2025 AND 绿地率>=30", "township = 宁乡镇", "parcel = nx-03",
    "location IS NULL", "parcel_id = 'NX-03' OR use IN (08, 14)", "绿地率 < 25%",
    "S_INTERSECTS(geometry, BBOX(111.1,37.3,111.2,37.4))",
  ]

  @Test(arguments: filters, [nil, "2025-06-30"])
  func allAnswerAlike(_ text: String, _ day: String?) throws {
    let register = try LandRegister.open(at: CountySession.shared.get().path)
    let moment = moment(asOf: day)
    let listed = try register.lists.parcels(
      matching: RegisterFilter(parsing: [text], for: .parcels), at: moment
    ).map(\.label)
    var query = FeatureQuery()
    query.moment = moment
    query.limit = 10_000
    query.conditions = [text]
    let page = try #require(try register.collections.page(of: "parcels", query)).page
    func labels(_ table: FeatureTable) -> [String] {
      (0..<table.count).map { row in
        ["parcel_id", "name", "location"].compactMap { table.field($0)?.values[row].text }.first
          ?? ""
      }
    }
    #expect(listed.sorted() == labels(page.table).sorted())
    var export = ShapeExport()
    export.moment = moment
    export.conditions = [text]
    export.includesShapeless = true
    let outcome = try register.export.shapes(export) { _ in }
    #expect(outcome.written == listed.count)
  }

  @Test("What is found by a condition is what is found by looking at all")
  func narrowing() throws {
    let register = try LandRegister.open(at: CountySession.shared.get().path)
    for day in [nil, "2025-06-30"] {
      let all = try register.lists.parcels(
        matching: RegisterFilter(subject: .parcels), at: moment(asOf: day))
      for limit in [0.0, 10_000, 20_000] {
        let found = try register.lists.parcels(
          matching: RegisterFilter(parsing: ["\(limit) < area"], for: .parcels),
          at: moment(asOf: day))
        #expect(
          found == all.filter { $0.values.area.map { $0.squareMetres > limit } ?? false })
      }
      let use = try register.lists.parcels(
        matching: RegisterFilter(parsing: ["use=0701"], for: .parcels), at: moment(asOf: day))
      #expect(
        use == all.filter { $0.values.landUse.contains { $0.code?.hasPrefix("0701") == true } })
    }
  }

  @Test("A list, an export and a page are sorted alike, what has no value last")
  func sorted() throws {
    let register = try LandRegister.open(at: CountySession.shared.get().path)
    let records = try register.lists.parcels(
      matching: RegisterFilter(order: "-面积", for: .parcels))
    let areas = records.map { $0.values.area?.squareMetres ?? -1 }
    #expect(areas == areas.sorted(by: >))
    var query = FeatureQuery()
    query.order = "-area"
    query.limit = 7
    var found: [Double] = []
    repeat {
      let page = try #require(try register.collections.page(of: "parcels", query)).page
      found += (page.table.field("area_m2")?.values ?? []).map { $0.number ?? -1 }
      query.after = page.next
    } while query.after != nil
    #expect(found == areas)
    var export = ShapeExport()
    export.order = "-area"
    export.includesShapeless = true
    export.format = .geoJSONSequence(hasSeparators: false)
    var bytes: [UInt8] = []
    _ = try register.export.shapes(export) { bytes += $0 }
    let written = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      line.firstMatch(of: /"area_m2":([0-9.]+)/).flatMap { Double($0.output.1) } ?? -1
    }
    #expect(written == areas)
    export.order = "colour"
    #expect(throws: ShapeExportFault.self) { try register.export.shapes(export) { _ in } }
  }

  @Test("Documents, acts and sites are filtered by their columns and sorted")
  func others() throws {
    let register = try LandRegister.open(at: CountySession.shared.get().path)
    let documents = try register.lists.documents(
      matching: RegisterFilter(
        parsing: ["parcel_count > 0 AND title LIKE '%'"], order: "-date", for: .documents))
    #expect(!documents.isEmpty && documents.allSatisfy { $0.parcelCount > 0 })
    let dates = documents.map { $0.reference.date?.description ?? "" }
    #expect(dates == dates.sorted(by: >))
    let acts = try register.lists.transactions(
      matching: RegisterFilter(parsing: ["方式 IN (供应) AND area>1亩"], for: .transactions))
    #expect(!acts.isEmpty && acts.allSatisfy { $0.fact.kind.documentKind == .supply })
    let sites = try register.lists.sites(
      matching: RegisterFilter(parsing: ["人数>10"], order: "-人数", for: .sites))
    let people = sites.map { $0.fact.people ?? 0 }
    #expect(!people.isEmpty && people == people.sorted(by: >))
  }
}
