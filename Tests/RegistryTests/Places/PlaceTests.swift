import Answers
import Judging
import Planning
import Projection
@testable import Registry
import SimpleFeatures
import Terms
import TestSupport
import Testing

@Suite("Places")
struct PlaceTests {
  static func square(_ x: Double, _ y: Double, _ side: Double = 10) -> Rectangle {
    Rectangle(x: x, y: y, width: side, height: side)
  }

  /// Three parcels in a row and two layers.
  func sample() throws -> PlaceRegister {
    let places = try PlaceRegister()
    try places.add([
      ("A-1", Self.square(0, 0).shape), ("A-2", Self.square(10, 0).shape),
      ("A-3", Self.square(20, 0).shape),
    ])
    try places.add(
      layer: "红线", role: .ecologicalRedline, [Self.square(5, 0).shape], quality: .schematic)
    try places.add(layer: "地名", [Self.square(100, 100).shape])
    return places
  }

  func lookup(
    _ what: String, in places: PlaceRegister, crs: Int? = nil, isSpatial: Bool = false,
    _ change: (inout PlaceQuestion) -> Void = { _ in }
  ) throws -> LookupAnswer {
    var question = PlaceQuestion.usual
    change(&question)
    return try #require(
      try places.register.places.lookup(what, about: question, crs: crs, isSpatial: isSpatial).first
    )
  }

  @Test("A point on a boundary is at both parcels, and is told to be on their boundary")
  func boundaries() throws {
    let places = try sample()
    let inside = try lookup("37517005,4135005", in: places)
    #expect(inside.parcels.map(\.label) == ["A-1"])
    #expect(inside.here?.parcels[0].land.isOnlyBoundary == false)
    let edge = try lookup("37517010,4135005", in: places)
    #expect(edge.parcels.map(\.label) == ["A-1", "A-2"])
    #expect(edge.here?.parcels.allSatisfy { $0.land.isOnlyBoundary } == true)
    let within = try lookup("37517010,4135005", in: places) {
      $0.search = .relation(.contains)
      $0.layers = ["地名"]
    }
    #expect(within.parcels.isEmpty)
    #expect(within.verdict == .none)
  }

  @Test("Coordinates are told by their size, with a zone before the easting or without")
  func coordinates() throws {
    let places = try sample()
    for text in ["37517005,4135005", "517005,4135005", "4135005,37517005"] {
      #expect(try lookup(text, in: places).parcels.map(\.label) == ["A-1"], "\(text)")
    }
    let way = try CoordinateTransformation(
      from: CoordinateSystem(epsg: 4525), to: CoordinateSystem(epsg: 4490))
    let degrees = try way.transform(x: 37_517_005, y: 4_135_005)
    let answer = try lookup("\(degrees.x),\(degrees.y)", in: places)
    #expect(answer.parcels.map(\.label) == ["A-1"])
    let point = try #require(answer.here?.asked.point)
    #expect(abs(point.x - 37_517_005) < 1e-6 && abs(point.y - 4_135_005) < 1e-6)
    let swapped = try lookup("\(degrees.y),\(degrees.x)", in: places)
    #expect(swapped.parcels.map(\.label) == ["A-1"])
    #expect(swapped.here?.asked.diagnostics.map(\.code) == [.axesSwapped])
  }

  @Test(
    "Between the grids of CGCS2000 the series gives what PROJ gives",
    arguments: [4490, 4513, 4526, 4547])
  func series(_ epsg: Int) throws {
    let source = try #require(NationalCoordinateSystem(epsg: epsg))
    let target = try #require(NationalCoordinateSystem(epsg: 4525))
    let way = try CoordinateTransformation(
      from: CoordinateSystem(epsg: 4525), to: CoordinateSystem(epsg: epsg), limit: .none)
    let back = try CoordinateTransformation(
      from: CoordinateSystem(epsg: epsg), to: CoordinateSystem(epsg: 4525), limit: .none)
    let start = try way.transform(x: 37_520_123.456, y: 4_135_678.9, engine: .libraryOnly)
    let theirs = try back.transform(x: start.x, y: start.y, engine: .libraryOnly)
    guard let ours = PointPlacing.bySeries(start.x, start.y, from: source, to: target) else {
      // A zone far to the west is left to PROJ.
      #expect(epsg == 4513)
      return
    }
    #expect(abs(ours.x - theirs.x) < 1e-6 && abs(ours.y - theirs.y) < 1e-6)
  }

  @Test(
    "Impossible numbers are refused with the reason", arguments: ["12,13", "1000,999", "500,91.5"])
  func impossible(_ text: String) throws {
    let places = try sample()
    let fault = #expect(throws: PlaceFault.self) { try lookup(text, in: places) }
    guard case .refused(let told)? = fault else {
      Issue.record("\(text) is not refused")
      return
    }
    #expect(told.contains { $0.code == .localGrid && $0.severity == .error })
  }

  @Test("A point far from the grid is refused and not told as none")
  func outside() throws {
    let places = try sample()
    #expect(throws: PlaceFault.outside("EPSG:4525")) { try lookup("130.5,45.5", in: places) }
  }

  @Test("Each role has its line; a missing layer is not checked")
  func roles() throws {
    let here = try #require(try lookup("37517005,4135005", in: sample()).here)
    #expect(here.layers.map(\.role) == LayerRole.allCases)
    let redline = try #require(here.layers.first { $0.role == .ecologicalRedline })
    #expect(redline.verdict == .found && redline.isSchematic)
    #expect(here.isSchematic)
    let farmland = try #require(here.layers.first { $0.role == .permanentBasicFarmland })
    #expect(farmland.verdict == .notChecked)
    #expect(farmland.reason == .layerMissing(.permanentBasicFarmland))
    #expect(
      here.layers.first { $0.layer?.source.name == "地名" }?.verdict == LookupAnswer.Verdict.none)
    let only = try #require(
      try lookup("37517005,4135005", in: sample()) { $0.layers = ["红线"] }.here)
    #expect(only.layers.count == 1)
  }

  @Test("A layer that is not there is wrong use")
  func unknownLayer() throws {
    let places = try sample()
    #expect(throws: PlaceFault.unknownLayer("绿线", known: ["地名", "红线"])) {
      try lookup("37517005,4135005", in: places) { $0.layers = ["绿线"] }
    }
  }

  @Test("Invalid shapes are listed, and what they may hide is not told as none")
  func invalidShapes() throws {
    let places = try sample()
    try places.add([("B-1", Self.square(50, 50).shape)], faults: ["B-1": "self_intersection"])
    try places.add(
      layer: "基本农田", role: .permanentBasicFarmland, [Self.square(50, 50).shape],
      faults: [0: "ring_self_intersection"])
    let here = try places.here(Self.square(52, 52, 2).shape)
    #expect(here.parcels.isEmpty)
    #expect(here.unchecked.map(\.label) == ["B-1"])
    #expect(here.unchecked.map(\.reason) == ["self_intersection"])
    #expect(here.parcelVerdict == .notChecked)
    let farmland = try #require(here.layers.first { $0.role == .permanentBasicFarmland })
    #expect(farmland.verdict == .notChecked && farmland.reason == .invalidShape)
    #expect(farmland.unchecked.map(\.feature) == [1])
    #expect(here.verdict == .notChecked)
    // Elsewhere nothing is hidden.
    #expect(try places.here(Self.square(2, 2, 2).shape).unchecked.isEmpty)
    let answer = try lookup("B-1", in: places, isSpatial: true)
    #expect(answer.verdict == .notChecked)
    #expect(answer.here?.asked.reason == .invalidShape)
  }

  @Test("Parcels without boundary are counted; without any boundary parcels are not checked")
  func withoutBoundary() throws {
    let places = try sample()
    let document = Sample.document(
      "样政函〔2024〕1号", on: "2024-03-01",
      parcels: [Sample.parcel("A-1", use: "0701"), Sample.parcel("C-9", use: "0701")])
    _ = try places.register.imports.documents([document], from: Sample.file)
    let here = try places.here(Self.square(900, 900).shape)
    #expect(here.verdict == .none)
    #expect(here.withoutBoundary == 1)
    #expect(
      try places.here(
        Self.square(900, 900).shape, at: Moment(asOf: CalendarDate(iso: "2999-01-01"))
      ).withoutBoundary == 1)
    let bare = try lookup("C-9", in: places, isSpatial: true)
    #expect(bare.verdict == .notChecked && bare.here?.asked.reason == .noBoundary)

    let mapless = try PlaceRegister()
    _ = try mapless.register.imports.documents([document], from: Sample.file)
    let nothing = try lookup("111.18,37.34", in: mapless)
    #expect(nothing.verdict == .notChecked)
    #expect(nothing.here?.asked.reason == .nothingToCheck)
    try mapless.add(layer: "红线", role: .ecologicalRedline, [Self.square(0, 0).shape])
    let layered = try lookup("37517050,4135050", in: mapless)
    #expect(layered.verdict == .notChecked)
    #expect(layered.here?.parcelReason == .noBoundary)
  }

  @Test("A parcel's number tells its neighbours and layers, never itself")
  func surroundings() throws {
    let answer = try lookup("A-2", in: sample())
    #expect(answer.parcels.map(\.label) == ["A-2"])
    let around = try #require(answer.surroundings.first ?? nil)
    #expect(around.parcels.map(\.record.label) == ["A-1", "A-3"])
    #expect(around.parcels.map(\.land.metres) == [10, 10])
    let redline = try #require(around.layers.first { $0.role == .ecologicalRedline })
    #expect(redline.features.map(\.land.squareMetres) == [50])
    #expect(redline.coveredShare == 50)
    let spatial = try lookup("A-2", in: sample(), isSpatial: true) {
      $0.search = .nearest(1, within: nil)
    }
    #expect(spatial.parcels.map(\.label) == ["A-1"])
  }

  @Test("A limit keeps the first, and the number of all is told")
  func limit() throws {
    let here = try sample().here(Rectangle(x: -5, y: -5, width: 40, height: 20).shape) {
      $0.limit = 2
    }
    #expect(here.parcels.map(\.record.label) == ["A-1", "A-2"])
    #expect(here.parcelCount == 3)
  }

  @Test("What is usual is what the standard profile says")
  func usual() throws {
    let profile = try RuleProfiles.standard()
    #expect(PlaceQuestion.usual.slivers == profile.slivers)
    #expect(PlaceQuestion.usual.zones == profile.zones)
  }

  @Test("Zones are assigned with their shares")
  func zones() throws {
    let places = try sample()
    try places.add(
      layer: "功能区", [Self.square(0, 0).shape, Rectangle(x: 10, y: 0, width: 5, height: 10).shape])
    let here = try places.here(Rectangle(x: 0, y: 0, width: 15, height: 10).shape) {
      $0.zoneLayer = "功能区"
    }
    let zones = try #require(here.zones)
    #expect(zones.assigned.map(\.share.label) == ["F1", "F2"])
    #expect(zones.zones.map { ($0.share.ofParcel * 3).rounded() } == [200, 100])
    #expect(zones.zones.map(\.share.ofZone) == [100, 100])
  }

  /// Two boxes that touch in degrees and overlap by a strip when their corners alone are projected;
  /// its exact area is known. Source: a thread of a plan review system, recomputed in exact rational
  /// arithmetic.
  @Test("A strip that comes from projecting is a sliver, with its exact area")
  func sliver() throws {
    let way = try CoordinateTransformation(
      from: CoordinateSystem(epsg: 4490), to: CoordinateSystem(epsg: 4548))
    func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) throws -> Geometry {
      Geometry(polygon: [
        try way.transform([west, south, east, south, east, north, west, north, west, south]).xy
      ])
    }
    let places = try PlaceRegister(epsg: 4548)
    try places.add([
      ("A", try box(116.3407, 39.947, 116.348, 39.948)),
      ("B", try box(116.3407, 39.946, 116.3553, 39.947)),
    ])
    let around = try #require(try lookup("A", in: places).surroundings.first ?? nil)
    let strip = try #require(around.parcels.first?.land)
    #expect(abs(strip.squareMetres - 7.960955811586454) < 1e-6)
    #expect(strip.isSliver)
    #expect(abs(strip.perimeter - 1_247.8) < 0.1)
  }
}
