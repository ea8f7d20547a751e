import Filtering
import Terms
import Planning
import SimpleFeatures
import TestSupport
import Testing

@testable import Registry

/// The parcels of another moment, made of those of now and of the plots that were touched since, are
/// those that folding every plot gives.
@Suite struct MomentPageTests {
  @Test(arguments: [
    "2022-01-01", "2023-06-26", "2024-09-12", "2024-12-11", "2025-06-30", "2025-09-24",
  ])
  func parcelsOfADayAreThoseOfTheWholeHistory(_ day: String) throws {
    let register = try LandRegister.open(at: CountySession.shared.get().path)
    let moment = moment(asOf: day)
    var query = FeatureQuery()
    query.moment = moment
    query.limit = 10_000
    let page = try #require(try register.collections.page(of: "parcels", query)).page
    var all: [ParcelRecord] = []
    try register.store.read { reader in
      try reader.plots.forEach(at: moment) { all += PlotFolding.records(of: $0) }
    }
    let listed = try register.lists.parcels(
      matching: RegisterFilter(subject: .parcels), at: moment)
    #expect(listed.count == all.count)
    #expect(page.matched == all.count)
    func words(_ row: Int) -> String {
      ["county", "plan", "parcel_id", "name", "land_use_code", "status"].map {
        page.table.field($0)?.values[row].text ?? ""
      }.joined(separator: "|")
    }
    let expected = all.map { record in
      [
        record.county, record.values.plan, record.values.parcelID, record.values.name,
        record.values.landUse.compactMap(\.code).joined(separator: "/"), record.status.rawValue,
      ].map { $0 ?? "" }.joined(separator: "|")
    }
    #expect((0..<page.table.count).map(words).sorted() == expected.sorted())
    #expect(Set(page.table.places).count == page.table.count)
    #expect(page.table.places == page.table.places.sorted())
  }

  @Test func pagesGiveEachParcelOnce() throws {
    let register = try LandRegister.open(at: CountySession.shared.get().path)
    for day in [nil, "2024-12-11"] {
      var query = FeatureQuery()
      query.moment = moment(asOf: day)
      query.limit = 7
      var numbers: [Int] = []
      repeat {
        let page = try #require(try register.collections.page(of: "parcels", query)).page
        numbers += page.table.places
        #expect(page.matched >= numbers.count)
        query.after = page.next
        if page.next == nil { #expect(page.matched == numbers.count) }
      } while query.after != nil
      #expect(numbers == Array(Set(numbers)).sorted())
    }
  }
}
