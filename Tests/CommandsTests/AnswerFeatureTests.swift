import Foundation
import TestSupport
import Testing

@Suite("Answers as GeoJSON")
struct AnswerFeatureTests {
  let session: RegisterSession

  /// A register of documents, and a boundary of one of its parcels that is in force from 2026 on.
  init() throws {
    session = try RegisterSession()
    try session.program.folder.write(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"DKBH":"YX-01"},
      "geometry":{"type":"Polygon","coordinates":[[[111.1,37.3],[111.101,37.3],[111.101,37.301],
      [111.1,37.3]]]}}]}
      """, to: "dk.geojson")
    let outcome = try session.run(
      "import", "dk.geojson", "--as", "boundary", "--date", "2026-01-01")
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test("A parcel comes with its shape, the properties of the export and its frame")
  func lookup() throws {
    let outcome = try session.run("lookup", "YX-01", "-f", "geojson")
    #expect(outcome.status == 0)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(object["coordinateFrame"] as? String == "CGCS2000")
    let feature = try #require((object["features"] as? [[String: Any]])?.first)
    #expect(feature["id"] as? String == "YX-01")
    #expect((feature["geometry"] as? [String: Any])?["type"] as? String == "Polygon")
    let exported = try session.run(
      "export", "parcels", "-f", "geojsonseq", "-o", "-", "--where", "parcel_id = 'YX-01'")
    let same = try #require(
      try JSONSerialization.jsonObject(with: Data(exported.output.utf8)) as? [String: Any])
    let (own, other) = (feature["properties"], same["properties"])
    #expect((own as? NSDictionary) == (other as? NSDictionary))
    #expect(own != nil)
  }

  @Test("Parcels without boundary at the moment have no geometry, a line each")
  func moments() throws {
    let now = try session.run("list", "parcels", "-f", "geojsonseq")
    #expect(now.output.contains("\"id\":\"YX-01\"") && now.output.contains("\"geometry\":null"))
    #expect(now.output.contains("\"Polygon\""))
    let before = try session.run(
      "list", "parcels", "-f", "geojsonseq", "--as-of", "2025-12-31", "--limit", "2")
    #expect(before.output.split(separator: "\n").count == 2)
    #expect(!before.output.contains("\"Polygon\""))
  }

  @Test("An export goes back to another moment, of facts it is refused")
  func exportOfAMoment() throws {
    func exported(_ day: String) throws -> String {
      try session.run("export", "parcels", "-o", "-", "-f", "geojsonseq", "--as-of", day).output
    }
    #expect(try exported("2025-12-31").isEmpty)
    let now = try session.run("export", "parcels", "-o", "-", "-f", "geojsonseq").output
    let properties = try [now, exported("2026-01-01")].map { line in
      let feature = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return feature?["properties"] as? NSDictionary
    }
    #expect(properties[0] == properties[1] && properties[0] != nil)
    let facts = try session.run("export", "facts", "-o", "-", "--as-of", "2026-01-01")
    #expect(facts.status == 2)
  }

  @Test("Only parcels are features")
  func others() throws {
    let outcome = try session.run("list", "documents", "-f", "geojson")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("documents have no shapes"))
    let missing = try session.run("lookup", "QQ-99", "-f", "geojson")
    #expect(missing.status == 1)
    #expect(missing.output.contains("\"features\":[\n\n]"))
  }
}
