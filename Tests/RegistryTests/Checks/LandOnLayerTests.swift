import Terms
import Answers
import Planning
import SimpleFeatures
import TestSupport
import Testing

@testable import Registry

/// Areas are held against squares counted on whole metres: no geometry library takes part.
@Suite("Parcels against layers")
struct LandOnLayerTests {
  private typealias Box = CheckedRegister.Box
  private let some: [RuleCode: [String: RuleParameter.Value]] = [
    .farmlandOccupied: ["minimum_m2": .number(0)], .redlineOccupied: ["minimum_m2": .number(0)],
    .growthBoundaryOutside: ["minimum_m2": .number(0)],
    .growthBoundaryZone: ["minimum_m2": .number(0), "zones": .list(["弹性发展区"])],
    .coverageOutsidePlan: ["minimum_m2": .number(0)],
    .existingUseTaken: ["minimum_m2": .number(0)],
    .coverageOverlap: ["minimum_m2": .number(0)], .coverageSliver: ["minimum_m2": .number(0)],
  ]

  @Test(arguments: [1, 2, 3])
  func areasAreThoseOfCountedSquares(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func boxes(_ count: Int) -> [Box] { (0..<count).map { _ in Box.random(&random, within: 60) } }
    let (parcels, farmland, town, zones) = (boxes(12), boxes(8), boxes(5), boxes(6))
    let coefficients = farmland.indices.map { Double($0 % 4) / 10 }
    let register = try CheckedRegister()
    try register.add(parcels.enumerated().map { ("P-\($0.offset)", $0.element.shape) })
    try register.add(
      layer: "永久基本农田", .permanentBasicFarmland, farmland.map(\.shape),
      fields: [FieldColumn(name: "KCXS", values: coefficients.map { .real($0) })])
    let names = zones.indices.map { $0 % 2 == 0 ? "集中建设区" : "弹性发展区" }
    try register.add(
      layer: "城镇开发边界", .growthBoundary, zones.map(\.shape),
      fields: [FieldColumn(name: "GHFQMC", values: names.map { .text($0) })])
    try register.add(layer: "详细规划", .detailedPlan, town.map(\.shape))
    let report = try register.check(some, scope: .parcels)

    func union(_ boxes: [Box]) -> Set<[Int]> { boxes.reduce(into: []) { $0.formUnion($1.squares) } }
    func expect(
      _ code: RuleCode, _ expected: (Box) -> Double,
      sourceLocation: SourceLocation = #_sourceLocation
    ) {
      for (index, parcel) in parcels.enumerated() {
        let found = report.of(code).filter { $0.subjects.first?.label == "P-\(index)" }
        let sum = found.reduce(0) { $0 + ($1.squareMetres ?? 0) }
        #expect(
          abs(sum - expected(parcel)) < 1e-6, "\(code) P-\(index)", sourceLocation: sourceLocation)
      }
    }
    expect(.farmlandOccupied) { Double($0.squares.intersection(union(farmland)).count) }
    expect(.growthBoundaryOutside) { Double($0.squares.subtracting(union(zones)).count) }
    expect(.coverageOutsidePlan) { Double($0.squares.subtracting(union(town)).count) }
    for (index, parcel) in parcels.enumerated() {
      var (left, net) = (parcel.squares, 0.0)
      for (field, coefficient) in zip(farmland, coefficients) {
        let piece = left.intersection(field.squares)
        left.subtract(piece)
        net += Double(piece.count) * (1 - coefficient)
      }
      let found = report.of(.farmlandOccupied).first { $0.subjects[0].label == "P-\(index)" }
      if case .squareMetres(let area)? = found?.values["net"] {
        #expect(abs(area - net) < 1e-6)
      } else {
        #expect(net == 0)
      }
    }
    // Each pair of parcels once, with the squares that both have.
    var pairs = 0
    for a in parcels.indices {
      for b in parcels.indices where b > a {
        let common = parcels[a].squares.intersection(parcels[b].squares).count
        let labels: Set = ["P-\(a)", "P-\(b)"]
        let found = report.findings.filter {
          [.coverageOverlap, .coverageSliver].contains($0.code)
            && Set($0.subjects.map(\.label)) == labels
        }
        #expect(found.count == (common > 0 ? 1 : 0))
        if let area = found.first?.squareMetres { #expect(abs(area - Double(common)) < 1e-6) }
        pairs += common > 0 ? 1 : 0
      }
    }
    #expect(pairs > 0)
    #expect(report.tally(.redlineOccupied)?.notChecked == [.layerMissing(.ecologicalRedline): 12])
    #expect(report.tally(.redlineOccupied)?.checked == 0)
    #expect(report.layers.count == 3)
  }

  @Test func aMissingCoefficientIsTold() throws {
    let register = try CheckedRegister()
    let box = Box(x: 0, y: 0, width: 10, height: 10)
    try register.add([("A", box.shape)])
    try register.add(layer: "永久基本农田", .permanentBasicFarmland, [box.shape])
    let found = try register.check(some).of(.farmlandOccupied)
    #expect(found.first?.values["without_coefficient"] == .count(1))
    #expect(found.first?.squareMetres == 100)
  }

  @Test func nearAFeatureThatIsNotValidNothingIsClear() throws {
    let register = try CheckedRegister()
    let far = Box(x: 500, y: 0, width: 10, height: 10)
    let near = Box(x: 0, y: 0, width: 10, height: 10)
    try register.add([("A", near.shape), ("B", far.shape)])
    var eight = near.shape
    eight = Geometry(polygon: [
      [
        eight.xy[0], eight.xy[1], eight.xy[4], eight.xy[5], eight.xy[2], eight.xy[3], eight.xy[6],
        eight.xy[7], eight.xy[0], eight.xy[1],
      ]
    ])
    try register.add(
      layer: "生态保护红线", .ecologicalRedline, [eight],
      faults: [0: ShapeFault(reason: "self_intersection")])
    let tally = try register.check(some).tally(.redlineOccupied)
    #expect(tally?.findings == 0)
    #expect(tally?.checked == 1)
    #expect(tally?.notChecked == [.invalidShape: 1])
  }

  @Test func hazardSitesCountByTheirDistance() throws {
    let register = try CheckedRegister()
    try register.add([("A", Box(x: 0, y: 0, width: 10, height: 10).shape)])
    let (x, y) = CheckedRegister.origin
    try register.add(
      layer: "隐患点", .hazardZone,
      [Geometry(pointX: x + 50, y: y + 5), Geometry(pointX: x + 5, y: y + 150)])
    let report = try register.check([
      .hazardNear: ["distance": .number(100), "minimum_m2": .number(1)]
    ])
    #expect(report.findings.map { $0.values["distance"] } == [.metres(40)])
    #expect(report.tally(.hazardNear)?.checked == 1)
  }
}
