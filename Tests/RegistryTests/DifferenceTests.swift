import Answers
import Foundation
import Filtering
import Planning
@testable import Registry
import Storage
import TestSupport
import Testing

/// The sample county in a register, each document recorded on a day of its own.
struct SampleCounty {
  let folder: TemporaryFolder
  let register: LandRegister
  /// The instants at which the documents were recorded.
  let instants: [String]

  init() async throws {
    folder = try TemporaryFolder()
    register = try LandRegister.create(at: folder.path("land.gpkg"))
    let data = Repository.root.appendingPathComponent("Data")
    func files(_ path: String) throws -> [URL] {
      let inside = data.appendingPathComponent(path)
      return try FileManager.default.contentsOfDirectory(
        at: inside, includingPropertiesForKeys: nil
      ).filter { !$0.hasDirectoryPath }.sorted { $0.lastPathComponent < $1.lastPathComponent }
    }
    var versions: [RegisterExport.Version] = []
    for file in try files("zhongyang") {
      let name = file.lastPathComponent
      let reading = await SourceReader().read(
        Array(try Data(contentsOf: file)), name: name, path: file.path)
      for document in reading.documents {
        let instant = Moment.instant(
          millisecondsSince1970: 1_767_225_600_000 + versions.count * 86_400_000)
        versions.append(
          RegisterExport.Version(
            version: 1, recordedAt: instant, source: reading.file, document: document))
      }
    }
    try register.imports.restore(RegisterExport(documentVersions: versions))
    instants = versions.map(\.recordedAt)
    for file in try files("zhongyang/boundaries") {
      var options = ShapeImportOptions()
      if file.lastPathComponent.contains("grain-station") { options.epsg = 4490 }
      let shapes = try #require(ShapeFile(file.path, isStated: true))
      _ = try await ShapeImporter(register: register, options: options).run(shapes)
    }
    var layer = ShapeImportOptions()
    layer.layerName = "城镇开发边界"
    layer.date = CalendarDate(iso: "2024-06-01")
    let growth = data.appendingPathComponent("zhongyang/layers/growth-boundary.geojson")
    _ = try await ShapeImporter(register: register, options: layer).run(
      try #require(ShapeFile(growth.path, isStated: true)))
  }
}

@Suite("Differences of a register")
struct DifferenceTests {
  static let county = Task { try await SampleCounty() }

  func differences(
    _ register: LandRegister, _ old: Moment, _ new: Moment
  ) throws -> (parcels: [ParcelDifference], summary: RegisterDifference) {
    var parcels: [ParcelDifference] = []
    let summary = try register.differences.forEach(from: old, to: new) { parcels += $0 }
    return (parcels, summary)
  }

  /// The properties of all parcels of a moment, each parcel folded, none left out.
  func state(_ register: LandRegister, _ moment: Moment) throws -> [[String: PropertyValue]] {
    try register.lists.parcels(matching: RegisterFilter(subject: .parcels), at: moment)
      .filter(\.exists).map(\.properties)
  }

  func counted(_ state: [[String: PropertyValue]]) -> [[String: PropertyValue]: Int] {
    state.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// A state with differences applied; `nil` where one does not fit it.
  func applying(
    _ differences: [ParcelDifference], to state: [[String: PropertyValue]]
  ) -> [[String: PropertyValue]]? {
    var state = state
    var added: [[String: PropertyValue]] = []
    for difference in differences {
      guard difference.kind != .added else {
        added.append(
          difference.changes.reduce(into: [:]) { $0[$1.property] = $1.new })
        continue
      }
      let place = state.firstIndex { parcel in
        PlotKey.isNumber(difference.plotKey) == (parcel["parcel_id"] != nil)
          && difference.changes.allSatisfy { parcel[$0.property] == $0.old }
          && [parcel["parcel_id"], parcel["name"], parcel["location"]].contains(
            .text(difference.label))
          && (parcel["plan"] ?? .text("")) == difference.oldPlan
      }
      guard let place else { return nil }
      let before = state.remove(at: place)
      if difference.kind == .changed { added.append(difference.applied(to: before)) }
    }
    return state + added
  }

  @Test(
    "Between any two dates of the sample county: applied they give the later state, mirrored they are the way back"
  )
  func dates() async throws {
    let county = try await Self.county.value
    var random = SeededGenerator(seed: 4_101)
    let days = try county.register.lists.documents(matching: RegisterFilter(subject: .documents))
      .compactMap(\.reference.date)
    var moments = Set(days).sorted().map { Moment(asOf: $0) } + [.now]
    moments.append(Moment(asOf: CalendarDate(iso: "2000-01-01")))
    for _ in 0..<12 {
      guard let old = moments.randomElement(using: &random),
        let new = moments.randomElement(using: &random)
      else { continue }
      try check(county.register, old, new)
    }
  }

  @Test("Between any two instants of recording, on both axes together, the same")
  func instants() async throws {
    let county = try await Self.county.value
    var random = SeededGenerator(seed: 4_102)
    let days = ["2024-11-26", "2025-06-30", "2025-12-31"].map { CalendarDate(iso: $0) } + [nil]
    for _ in 0..<8 {
      let old = Moment(
        asOf: days.randomElement(using: &random) ?? nil,
        knownAt: county.instants.randomElement(using: &random))
      let new = Moment(
        asOf: days.randomElement(using: &random) ?? nil,
        knownAt: county.instants.randomElement(using: &random))
      try check(county.register, old, new)
    }
  }

  func check(_ register: LandRegister, _ old: Moment, _ new: Moment) throws {
    let (there, summary) = try differences(register, old, new)
    let (back, _) = try differences(register, new, old)
    #expect(there.map(\.mirrored) == back)
    #expect(summary.parcelCount == there.count)
    let applied = try #require(applying(there, to: try state(register, old)))
    #expect(counted(applied) == counted(try state(register, new)))
    #expect(try differences(register, old, old).parcels.isEmpty)
    #expect(try differences(register, new, new).summary.isEmpty)
  }

  @Test("Only plots are folded that can differ: all others have the same facts")
  func candidates() async throws {
    let county = try await Self.county.value
    let (old, new) = (moment(asOf: "2025-06-29"), moment(asOf: "2025-07-22"))
    try county.register.store.read { reader in
      let touched = Set(try reader.plots.touched(from: old, to: new))
      let all = Set(try reader.plots.keysOfDocuments(at: .now))
      #expect(!touched.isEmpty && touched.count < all.count / 2)
      for key in all.subtracting(touched) {
        #expect(try reader.plots.facts(of: key, at: old) == reader.plots.facts(of: key, at: new))
      }
    }
  }

  @Test("Many plots are read in two passes, with the same outcome")
  func passes() async throws {
    let county = try await Self.county.value
    let old = moment(asOf: "2025-05-31")
    let byPlot = try differences(county.register, old, .now)
    var byPass: [ParcelDifference] = []
    let summary = try county.register.store.read { reader in
      try county.register.differences.forEach(from: old, to: .now, in: reader, oneByOne: 0) {
        byPass += $0
      }
    }
    #expect(byPass.count > 20)
    #expect(byPass == byPlot.parcels)
    #expect(summary == byPlot.summary)
  }

  @Test("A layer and a merger of townships that came between are told")
  func layersAndTownships() async throws {
    let county = try await Self.county.value
    let (_, summary) = try differences(
      county.register, moment(asOf: "2021-03-23"), moment(asOf: "2024-12-31"))
    #expect(summary.layers.map(\.name) == ["城镇开发边界"])
    #expect(summary.layers.map(\.kind) == [.added])
    let merger = try #require(summary.townships.first)
    #expect(merger.isAdded && merger.change.into == "暖泉镇")
    #expect(merger.source.name == "中政函〔2022〕5号")
    let (_, later) = try differences(
      county.register, moment(asOf: "2024-12-31"), moment(asOf: "2025-12-31"))
    #expect(later.layers.isEmpty && later.townships.isEmpty && later.goneDocuments.isEmpty)
    #expect(later.addedDocuments.count == 6)
  }

  @Test("A corrected version of a document changes what was known, not what was in force")
  func correctedVersion() throws {
    let (sample, recorded) = try BitemporalTests.register()
    let (parcels, summary) = try differences(
      sample.register, moment(knownAt: recorded[1]), moment(knownAt: recorded[2]))
    #expect(parcels.map { $0.changes.map(\.property) } == [["area_m2"]])
    #expect(summary.addedDocuments.map(\.version) == [2])
    #expect(summary.goneDocuments.map(\.version) == [1])
  }

  @Test("As GeoJSON a changed boundary has its shape before and after")
  func features() async throws {
    let county = try await Self.county.value
    var bytes: [UInt8] = []
    let (outcome, _) = try county.register.differences.write(
      from: moment(asOf: "2025-06-29"), to: moment(asOf: "2025-06-30"), limit: nil
    ) { bytes += $0 }
    #expect(outcome.isSchematic)
    let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let features = try #require(object?["features"] as? [[String: Any]])
    let states = features.compactMap { $0["properties"] as? [String: Any] }
      .filter { $0["parcel"] as? String == "NX-03" }.compactMap { $0["state"] as? String }
    #expect(states == ["from", "to"])
    #expect(features.contains { $0["geometry"] is [String: Any] })
  }
}

extension ParcelDifference {
  /// The plan before.
  fileprivate var oldPlan: PropertyValue {
    changes.first { $0.property == "plan" }.map { $0.old ?? .text("") } ?? .text(plan ?? "")
  }
}
