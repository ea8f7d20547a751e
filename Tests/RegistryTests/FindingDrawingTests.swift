import Terms
import Answers
import Exchange
import Filtering
import Planning
import Projection
@testable import Registry
import SimpleFeatures
import Storage
import TestSupport
import Testing

/// What is drawn around a finding comes from the register.
@Suite("Drawings of findings")
struct FindingDrawingTests {
  /// The register of ``ShapeExportTests``: three squares of 100 m beside one another.
  let exports = try? ShapeExportTests()

  private func definition(_ epsg: Int) throws -> CoordinateSystemDefinition {
    let system = try CoordinateSystem(epsg: epsg)
    return CoordinateSystemDefinition(
      epsg: epsg, name: system.name, wellKnownText: system.wellKnownText1)
  }

  /// A layer over the middle of the first square, and one far away, in a system of their own.
  private func importFarmland(into register: LandRegister, epsg: Int) throws {
    let source = LayerSource(
      name: "永久基本农田", role: .permanentBasicFarmland, quality: .schematic,
      file: SourceFile(name: "farmland.geojson", sha256: nil, extractor: "test"), epsg: epsg)
    var table = FeatureTable(name: "farmland")
    var shapes = GeometryColumn()
    for x in [37_517_040.0, 37_590_000] {
      let y = 4_135_040.0
      shapes.append(Geometry(polygon: [[x, y, x + 20, y, x + 20, y + 20, x, y + 20, x, y]]))
    }
    let way = try CoordinateTransformation(
      from: CoordinateSystem(epsg: 4525), to: CoordinateSystem(epsg: epsg))
    _ = try way.transform(&shapes)
    table.shapes = shapes
    _ = try register.store.importLayer(from: source, definitions: [definition(epsg)]) {
      try $0.append(table)
    }
  }

  private func report(of register: LandRegister) throws -> CheckReport {
    var report = SampleReport.report
    report.register = register.path
    report.layers = try register.store.read { try $0.layers.inForce(at: .now) }
    let record = try #require(
      try register.lists.parcels(matching: RegisterFilter(subject: .parcels)).first)
    var finding = SampleReport.conflict
    finding.subjects = [FindingSubject(record)]
    let (x, y) = (37_517_040.0, 4_135_040.0)
    finding.shape = Geometry(polygon: [[x, y, x + 20, y, x + 20, y + 20, x, y + 20, x, y]])
    report.findings = [finding]
    return report
  }

  @Test(arguments: [4525, 4490])
  func parcelNeighboursAndLayerAreDrawn(epsg: Int) throws {
    let register = try #require(exports).register
    try importFarmland(into: register, epsg: epsg)
    let report = try report(of: register)
    let context = try register.store.read { reader in
      try FindingSurroundings(reader, report, isOfNow: true).context(of: report.findings[0])
    }
    #expect(context.features.filter { $0.kind == .subject }.map(\.label) == ["NX-01"])
    #expect(context.features.filter { $0.kind == .parcel }.map(\.label) == ["NX-02"])
    let layers = context.features.filter { $0.kind == .layer(.permanentBasicFarmland) }
    #expect(layers.map(\.label) == ["永久基本农田（示意）"])
    let box = try #require(layers.first?.shape.envelope)
    #expect(abs(box.minX - 37_517_040) < 0.001 && abs(box.maxY - 4_135_060) < 0.001)
    let areSchematic = context.features.map(\.isSchematic)
    #expect(areSchematic == [true, true, true])
    var bytes: [UInt8] = []
    try register.checks.writePage(of: report, .zh) { bytes += $0 }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("class=\"layer schematic\"") && text.contains(">NX-02</text>"))
    #expect(text.contains("样政函〔2024〕1号") && text.contains("dk.txt"))
  }

  @Test func aCheckOfAnotherMomentDrawsNoParcelsOfNow() throws {
    let register = try #require(exports).register
    let report = try report(of: register)
    let context = try register.store.read { reader in
      try FindingSurroundings(reader, report, isOfNow: false).context(of: report.findings[0])
    }
    #expect(context.features.isEmpty)
  }

  @Test func aFindingWithoutShapeHasNoSurroundings() throws {
    let register = try #require(exports).register
    var report = try report(of: register)
    report.findings[0].shape = nil
    let context = try register.store.read { reader in
      try FindingSurroundings(reader, report, isOfNow: true).context(of: report.findings[0])
    }
    #expect(context.features.isEmpty)
  }
}
