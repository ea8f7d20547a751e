import Terms
import Answers
import Planning
import SimpleFeatures
import TestSupport
import Testing

@testable import Registry

/// What the register finds at places against plain arithmetic on rectangles.
@Suite("Places, by arithmetic")
struct PlaceLawTests {
  let parcels: [Rectangle]
  let zones: [Rectangle]
  let places: PlaceRegister

  init() throws {
    var random = SeededGenerator(seed: 4)
    parcels = (0..<120).map { _ in .random(&random, spread: 300, side: 40) }
    zones = (0..<30).map { _ in .random(&random, spread: 300, side: 90) }
    places = try PlaceRegister()
    try places.add(parcels.enumerated().map { ("P\($0.offset)", $0.element.shape) })
    try places.add(layer: "分区", role: .detailedPlan, zones.map(\.shape))
  }

  func asked(_ seed: UInt64) -> [Rectangle] {
    var random = SeededGenerator(seed: seed)
    return (0..<4).map { _ in .random(&random, spread: 300, side: 80) } + [parcels[Int(seed)]]
  }

  @Test("Every relation, of parcels and of a layer", arguments: SpatialRelation.allCases)
  func relations(_ relation: SpatialRelation) throws {
    var met = 0
    for rectangle in asked(7) {
      let here = try places.here(rectangle.shape) { $0.search = .relation(relation) }
      let brute = parcels.indices.filter { parcels[$0].has(relation, to: rectangle) }
      #expect(Set(here.parcels.map(\.record.label)) == Set(brute.map { "P\($0)" }))
      let layer = try #require(here.layers.first { $0.role == .detailedPlan })
      let features = zones.indices.filter { zones[$0].has(relation, to: rectangle) }
      #expect(layer.features.map(\.number).sorted() == features.map { $0 + 1 })
      #expect(layer.verdict == (features.isEmpty ? .none : .found))
      met += brute.count
    }
    #expect(met > 0 || relation == .crosses)
  }

  @Test("Areas, shares and the land covered in all")
  func areas() throws {
    for rectangle in asked(11) {
      let here = try places.here(rectangle.shape)
      let whole = rectangle.width * rectangle.height
      for found in here.parcels {
        let index = try #require(Int(found.record.label.dropFirst()))
        let area = parcels[index].area(with: rectangle)
        #expect(abs(found.land.squareMetres - area) < 1e-6)
        #expect(found.land.isOnlyBoundary == (area == 0))
        guard area > 0 else { continue }
        #expect(abs((found.land.shareOfAsked ?? 0) - 100 * area / whole) < 1e-9)
        let own = parcels[index].width * parcels[index].height
        #expect(abs((found.land.shareOfFound ?? 0) - 100 * area / own) < 1e-9)
        let common = parcels[index].common(rectangle)
        #expect(abs(found.land.perimeter - 2 * (common.width + common.height)) < 1e-6)
      }
      let layer = try #require(here.layers.first { $0.role == .detailedPlan })
      // Counted square metre by square metre, for the corners are whole numbers.
      var covered = 0
      for x in Int(rectangle.x)..<Int(rectangle.x + rectangle.width) {
        for y in Int(rectangle.y)..<Int(rectangle.y + rectangle.height) {
          let cell = Rectangle(x: Double(x), y: Double(y), width: 1, height: 1)
          if zones.contains(where: { cell.isIn($0) }) { covered += 1 }
        }
      }
      #expect(abs((layer.coveredSquareMetres ?? 0) - Double(covered)) < 1e-6)
    }
  }

  @Test("Within a distance, and the nearest, with their distances")
  func distances() throws {
    for rectangle in asked(13) {
      let all = parcels.indices.map { (parcels[$0].distance(to: rectangle), $0) }
      for metres in [0, 7, 25.5] {
        let here = try places.here(rectangle.shape) { $0.search = .within(metres) }
        let brute = all.filter { $0.0 <= metres }
        #expect(Set(here.parcels.map(\.record.label)) == Set(brute.map { "P\($0.1)" }))
        for found in here.parcels {
          let index = try #require(Int(found.record.label.dropFirst()))
          #expect(abs(found.land.distance - parcels[index].distance(to: rectangle)) < 1e-6)
        }
      }
      for count in [1, 4, 500] {
        let here = try places.here(rectangle.shape) { $0.search = .nearest(count, within: nil) }
        let distances = all.map(\.0).sorted().prefix(count)
        #expect(here.parcels.count == distances.count)
        for (found, distance) in zip(here.parcels, distances) {
          #expect(abs(found.land.distance - distance) < 1e-6)
        }
      }
      let near = try places.here(rectangle.shape) { $0.search = .nearest(3, within: 2) }
      #expect(near.parcels.count == min(3, all.count { $0.0 <= 2 }))
    }
  }

  @Test("A moment of the past is looked through without R-tree, with the same answer")
  func moments() throws {
    let later = Moment(asOf: CalendarDate(iso: "2999-01-01"))
    for rectangle in asked(17) {
      let now = try places.here(rectangle.shape)
      let then = try places.here(rectangle.shape, at: later)
      #expect(now.parcels.map(\.record.label) == then.parcels.map(\.record.label))
      #expect(now.parcels.map(\.land) == then.parcels.map(\.land))
      #expect(now.layers == then.layers)
    }
  }
}
