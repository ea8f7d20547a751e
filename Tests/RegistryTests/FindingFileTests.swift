import Answers
import Terms
import Exchange
import Foundation
import Planning
import Registry
import SimpleFeatures
import TestSupport
import Testing

@Suite("Files of findings")
struct FindingFileTests {
  let report = SampleReport.report

  private func features(asSequence: Bool = false) throws -> (String, ShapeExportOutcome) {
    var bytes: [UInt8] = []
    let outcome = try FindingFeatures(report, .zh).write(asSequence: asSequence) { bytes += $0 }
    return (String(decoding: bytes, as: UTF8.self), outcome)
  }

  @Test func geoJSONHasEachFindingInDegrees() throws {
    let (text, outcome) = try features()
    #expect(outcome.written == 4 && outcome.withoutShape == 1 && outcome.shapesLost == 0)
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(object?["crs"] == nil && object?["quality"] as? String == "schematic")
    let features = try #require(object?["features"] as? [[String: Any]])
    #expect(features.map { $0["id"] as? String } == report.findings.map(\.id))
    #expect(features[3]["geometry"] is NSNull)
    let polygon = try #require(features[0]["geometry"] as? [String: Any])
    let rings = try #require(polygon["coordinates"] as? [[[Double]]])
    #expect(rings[0].first == rings[0].last && rings[0].count == 5)
    #expect(rings[0].allSatisfy { (110.9...111.1).contains($0[0]) && (37...38).contains($0[1]) })
    var area = 0.0
    for (a, b) in zip(rings[0], rings[0].dropFirst()) { area += a[0] * b[1] - b[0] * a[1] }
    #expect(area > 0, "the shell goes round counter-clockwise")
    let properties = try #require(features[1]["properties"] as? [String: Any])
    #expect((properties["subject"] as? String)?.contains("<script>") == true)
    #expect(properties["schematic"] as? Bool == false)
  }

  @Test func aSequenceHasAFindingALine() throws {
    let (text, _) = try features(asSequence: true)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 4)
    for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
  }

  @Test func shapesOfNoKnownSystemAreRefusedByName() {
    var other = report
    other.epsg = 999_999
    #expect(throws: ShapeExportFault.unknownSystem(999_999)) {
      try FindingFeatures(other, .zh)
    }
  }

  @Test func aGeoPackageHasALayerForEachKindOfShape() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("findings.gpkg")
    let file = FindingFile(report, .zh, program: "yulin 0.4.0")
    let outcome = try file.write(to: path)
    #expect(
      outcome.layers == [
        "findings_areas", "findings_points", "findings_without_shape", "checked_rules",
      ])
    #expect(outcome.written == 4 && outcome.withoutShape == 1)
    #expect(throws: RegisterError.self) { try file.write(to: path) }
    try file.write(to: path, overwriting: true)
    let beside = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(beside == ["findings.gpkg"])
    if let keep = ProcessInfo.processInfo.environment["KEEP_FINDINGS"] {
      try? FileManager.default.removeItem(atPath: keep)
      try FileManager.default.copyItem(atPath: path, toPath: keep)
    }
  }

  @Test func theRegisterItselfIsNeverReplaced() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("land.gpkg")
    _ = try LandRegister.create(at: path)
    var own = report
    own.register = path
    #expect(throws: RegisterError(.alreadyExists, path: path)) {
      try FindingFile(own, .zh, program: "").write(to: path, overwriting: true)
    }
    #expect(throws: Never.self) { try LandRegister.open(at: path) }
  }

  @Test func aRegisterWithoutShapesHasFindingsToo() throws {
    let folder = try TemporaryFolder()
    var plain = report
    plain.epsg = nil
    plain.findings = [SampleReport.accepted]
    let outcome = try FindingFile(plain, .en, program: "").write(to: folder.path("f.gpkg"))
    #expect(outcome.layers == ["findings_without_shape", "checked_rules"])
  }

  @Test func noFindingsAreAnEmptyLayer() throws {
    let folder = try TemporaryFolder()
    var clean = report
    clean.findings = []
    let outcome = try FindingFile(clean, .zh, program: "").write(to: folder.path("f.gpkg"))
    #expect(outcome.layers == ["findings_areas", "checked_rules"])
  }
}
