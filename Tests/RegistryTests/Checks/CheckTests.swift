import Terms
import Answers
import Planning
import SimpleFeatures
import TestSupport
import Testing

@testable import Registry

@Suite("Checks of a register")
struct CheckTests {
  private typealias Box = CheckedRegister.Box
  private let shapes: [RuleCode: [String: RuleParameter.Value]] = [
    .shapeInvalid: [:], .shapeNotProcessable: [:], .shapeDuplicate: [:],
    .coverageOverlap: ["minimum_m2": .number(0)],
  ]

  @Test func aShapeThatCannotBeHandledDoesNotStopTheReport() throws {
    let register = try CheckedRegister()
    let good = Box(x: 0, y: 0, width: 10, height: 10).shape
    var endless = good
    endless.xy[2] = .nan
    try register.add([("A", good), ("B", endless), ("C", good)])
    let report = try register.check(shapes)
    #expect(report.of(.shapeNotProcessable).map { $0.subjects[0].label } == ["B"])
    #expect(report.of(.shapeNotProcessable).first?.shape == nil)
    #expect(report.of(.shapeDuplicate).count == 1)
    #expect(report.of(.coverageOverlap).map(\.squareMetres) == [100])
  }

  @Test func aBoundaryThatIsNotValidIsToldAndNotCompared() throws {
    let register = try CheckedRegister()
    let box = Box(x: 0, y: 0, width: 10, height: 10).shape
    try register.add([("A", box)])
    try register.add([("B", box)], file: "b.txt") {
      $0.fault = ShapeFault(reason: "self_intersection", x: 37_517_005, y: 4_135_005)
    }
    let report = try register.check(shapes)
    #expect(report.of(.shapeInvalid).map { $0.subjects[0].label } == ["B"])
    #expect(report.of(.shapeInvalid).first?.shape == Geometry(pointX: 37_517_005, y: 4_135_005))
    #expect(report.of(.coverageOverlap).isEmpty)
    #expect(report.tally(.coverageOverlap)?.notChecked == [.invalidShape: 1])
    #expect(report.tally(.coverageOverlap)?.checked == 1)
  }

  @Test func parcelsWithoutBoundaryAreNotChecked() throws {
    let register = try CheckedRegister()
    try register.register.imports.documents(
      [
        Sample.document(
          "样政函〔2024〕1号", on: "2024-03-01",
          parcels: [Sample.parcel("A", use: "070102", name: "住宅", area: 100, floorAreaRatio: 2)])
      ], from: Sample.file)
    let report = try register.check(shapes)
    #expect(report.parcelCount == 1 && report.boundaryCount == 0 && report.documentCount == 1)
    for code in [RuleCode.shapeInvalid, .coverageOverlap] {
      #expect(report.tally(code)?.notChecked == [.noBoundary: 1])
      #expect(report.tally(code)?.checked == 0)
    }
    #expect(report.outcomes.allSatisfy { $0.verdict == .notChecked })
  }

  @Test func onlyTheParcelsAskedForAreTold() throws {
    let register = try CheckedRegister()
    let box = Box(x: 0, y: 0, width: 10, height: 10).shape
    try register.add([("A", box), ("B", box), ("C", box)])
    let all = try register.check(shapes)
    #expect(all.of(.coverageOverlap).count == 3)
    let some = try register.check(shapes) { $0.parcels = ["a"] }
    #expect(some.of(.coverageOverlap).count == 2)
    #expect(some.findings.allSatisfy { $0.subjects.contains { $0.label == "A" } })
  }

  @Test func featuresOfLayersAreCheckedToo() throws {
    let register = try CheckedRegister()
    let boxes = [
      Box(x: 0, y: 0, width: 10, height: 10), Box(x: 5, y: 0, width: 10, height: 10),
    ].map(\.shape)
    try register.add(
      layer: "详细规划", .detailedPlan, boxes + [boxes[0]],
      fields: [FieldColumn(name: "编号", values: ["甲", "乙", "丙"].map { .text($0) })],
      faults: [2: ShapeFault(reason: "hole_outside")])
    let report = try register.check(shapes, scope: .layers)
    #expect(report.of(.coverageOverlap).map(\.squareMetres) == [50])
    #expect(report.of(.coverageOverlap).first?.subjects.map(\.label) == ["甲", "乙"])
    #expect(report.of(.shapeInvalid).count == 1)
    #expect(report.tally(.shapeInvalid)?.checked == 3)
    let none = try register.check(shapes, scope: .layers) { $0.layers = ["别的"] }
    #expect(none.findings.isEmpty)
    #expect(none.tally(.coverageOverlap)?.notChecked == [.nothingToCheck: 1])
  }

  @Test func piecesOfDifferentMapsMayLieOnEachOther() throws {
    let register = try CheckedRegister()
    let box = Box(x: 0, y: 0, width: 10, height: 10).shape
    try register.add([("A", box)], plan: "东湾详细规划")
    try register.add([("B", box)], plan: "西山详细规划", file: "b.txt")
    #expect(try register.check(shapes).of(.coverageOverlap).isEmpty)
    try register.add([("C", box)], plan: "东湾详细规划", file: "c.txt")
    #expect(try register.check(shapes).of(.coverageOverlap).count == 1)
  }

  @Test func anAcceptedFindingDoesNotCountUntilItIsTakenBack() throws {
    let register = try CheckedRegister()
    let box = Box(x: 0, y: 0, width: 10, height: 10).shape
    try register.add([("A", box), ("B", box)])
    let before = try register.check(shapes)
    let finding = try #require(before.of(.coverageOverlap).first)
    let made = try register.register.checks.accept(finding, reason: "同一宗地", author: "李")
    #expect(made.squareMetres == 100 && made.rule == "coverage_overlap" && made.subject == "A、B")
    let after = try register.check(shapes)
    #expect(after.of(.coverageOverlap).first?.acceptance == made)
    #expect(after.openFindings.count == before.openFindings.count - 1)
    // Of what was known before it was accepted it counts.
    let then = try register.check(shapes, at: moment(knownAt: "2020-01-01"))
    #expect(then.findings.isEmpty)
    _ = try register.register.checks.withdraw(made, reason: "查明不是", author: "王")
    #expect(try register.check(shapes).of(.coverageOverlap).first?.acceptance == nil)
    #expect(try register.register.checks.acceptances().map(\.isWithdrawn) == [false, true])
  }
}
