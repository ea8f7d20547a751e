import Terms
import Foundation
import GRDB
import Planning
import TestSupport
import Testing

@testable import Storage

@Suite("The register as a GeoPackage")
struct GeoPackageTests {
  /// A register with a row in every layer, closed.
  func sample() throws -> SampleStore {
    let sample = try SampleStore()
    var document = Sample.document(
      "样政函〔2024〕1号", on: "2024-03-01",
      parcels: [
        Sample.parcel("A", use: "070102", name: "二类城镇住宅用地", area: 5_000, floorAreaRatio: 2.5)
      ],
      transactions: [Sample.act(.listing, "A", party: "甲公司", area: 5_000)])
    var site = HazardSite(name: "甲村滑坡", place: Sample.place(9))
    site.people = 4
    document.sites = [site]
    try sample.add(document)
    try sample.store.queue.close()
    return sample
  }

  @Test("It has the application id and version of GeoPackage 1.3")
  func header() throws {
    let sample = try sample()
    let header = try Data(contentsOf: URL(fileURLWithPath: sample.path)).prefix(100)
    #expect(Array(header[68..<72]) == Array("GPKG".utf8))
    #expect(Array(header[60..<64]) == [0, 0, 0x28, 0x3C])
  }

  @Test("GDAL's validator and PDOK's find nothing", .timeLimit(.minutes(5)))
  func validators() throws {
    let sample = try sample()
    let empty = sample.folder.path("empty.gpkg")
    try RegisterStore.create(at: empty).queue.close()
    let mapped = try SampleStore()
    try mapped.add(
      Sample.document("样政函〔2024〕1号", on: "2024-03-01", parcels: [Sample.parcel("A-1")]))
    try mapped.add([SampleBoundary("A-1"), SampleBoundary("A-2", at: (37_516_100, 4_137_000))])
    try mapped.add([SampleBoundary("A-1", side: 12)], at: "2026-02-01")
    let layers = ReferenceLayerTests()
    try layers.add([layers.table(3)], to: mapped, layers.source())
    try layers.add([layers.table(4)], to: mapped, layers.source(), at: "2026-02-01")
    try mapped.store.queue.close()
    let script = Repository.root.appendingPathComponent("Scripts/validate-geopackage").path
    guard let outcome = try run([script, sample.path, empty, mapped.path]), outcome.status != 3
    else { return }
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(sample.folder.url.isFileURL)
  }

  @Test("GDAL lists the layers and none of the tables behind them")
  func layers() throws {
    let sample = try sample()
    guard let outcome = try run(["ogrinfo", "-ro", "-q", sample.path]) else { return }
    let names = outcome.output.split(separator: "\n").map {
      $0.drop { $0 != " " }.dropFirst().prefix { $0 != " " }
    }
    #expect(names == ["parcels", "transactions", "sites", "documents"], "\(outcome.output)")
    let rows = try run(["ogrinfo", "-ro", "-q", sample.path, "parcels"])
    #expect(rows?.output.contains("land_use_code (String) = 070102") == true)
    #expect(rows?.output.contains("floor_area_ratio_max (Real) = 2.5") == true)
  }
}
