import Terms
import Answers
import Planning
import TestSupport
import Testing

@Suite("Differences of a plot")
struct PlotDifferenceTests {
  let plan = Sample.document(
    "样政函〔2024〕1号", on: "2024-01-01",
    parcels: [Sample.parcel("1", use: "070102", area: 20_000, floorAreaRatio: 2)])
  let adjustment = Sample.document(
    "样政函〔2025〕9号", on: "2025-03-18",
    parcels: [Sample.parcel("1", plan: Sample.adjustedPlan, floorAreaRatio: 2.5, line: 9)])

  func differences(
    _ number: String = "1", from old: [LandDocument], to new: [LandDocument],
    _ boundaries: (old: [BoundaryFact], new: [BoundaryFact]) = ([], [])
  ) -> [ParcelDifference] {
    PlotDifference.differences(
      from: FactRules.facts(number, old, boundaries: boundaries.old),
      to: FactRules.facts(number, new, boundaries: boundaries.new))
  }

  @Test("Nothing differs from itself")
  func sameFacts() {
    #expect(differences(from: [plan, adjustment], to: [plan, adjustment]).isEmpty)
    #expect(differences(from: [], to: []).isEmpty)
  }

  @Test("An adjustment changes one property, and both documents are named")
  func propertyChanges() throws {
    let found = differences(from: [plan], to: [plan, adjustment])
    let difference = try #require(found.first)
    #expect(found.count == 1 && difference.kind == .changed)
    let change = try #require(difference.changes.first)
    #expect(difference.changes.count == 1)
    #expect(change.property == "floor_area_ratio")
    #expect(change.old == .interval(Interval(upper: .init(2, inclusive: true))))
    #expect(change.new == .interval(Interval(upper: .init(2.5, inclusive: true))))
    #expect(change.oldSource?.name == "样政函〔2024〕1号")
    #expect(change.newSource?.name == "样政函〔2025〕9号")
    #expect(difference.sources.map(\.place.lineStart) == [9])
  }

  @Test("How an area is printed is no change of land")
  func areaPrintedOtherwise() {
    var again = plan
    again.parcels[0].area = StatedArea(squareMetres: 20_000, text: "2公顷")
    #expect(differences(from: [plan], to: [again]).isEmpty)
    again.parcels[0].area = StatedArea(squareMetres: 20_001)
    #expect(
      differences(from: [plan], to: [again]).map { $0.changes.map(\.property) } == [["area_m2"]])
  }

  @Test("A parcel that a document speaks of first is added with all its properties")
  func parcelAdded() throws {
    let difference = try #require(differences(from: [], to: [plan]).first)
    #expect(difference.kind == .added)
    #expect(difference.plan == Sample.plan)
    #expect(difference.changes.allSatisfy { $0.old == nil && $0.new != nil })
    #expect(
      Set(difference.changes.map(\.property)).isSuperset(of: ["area_m2", "land_use", "status"]))
  }

  @Test("A parcel that was split is gone, and its parts are named with the document")
  func parcelSplit() throws {
    var split = Sample.document("样政函〔2025〕10号", on: "2025-04-01", parcels: [Sample.parcel("1-1")])
    split.lineage = [ParcelLineage(kind: .split, from: ["1"], to: ["1-1", "1-2"], line: 4)]
    let difference = try #require(differences(from: [plan], to: [plan, split]).first)
    #expect(difference.kind == .gone)
    #expect(difference.newKinship.successors == ["1-1", "1-2"])
    #expect(difference.sources.map(\.name).contains("样政函〔2025〕10号"))
    let part = try #require(differences("1-1", from: [plan], to: [plan, split]).first)
    #expect(part.kind == .added)
    #expect(part.newKinship.predecessors == ["1"])
  }

  @Test("A parcel that others took the place of before it was known is of neither moment")
  func neverThere() {
    var split = Sample.document("样政函〔2025〕10号", on: "2025-04-01", parcels: [Sample.parcel("1-1")])
    split.lineage = [ParcelLineage(kind: .split, from: ["1"], to: ["1-1", "1-2"], line: 4)]
    let found = differences(
      from: [], to: [split], ([], [FactRules.boundary("1", area: 5)]))
    #expect(found.isEmpty)
  }

  @Test("A new boundary is told with the area it gained")
  func boundaryChanges() throws {
    let difference = try #require(
      differences(
        from: [plan], to: [plan],
        (
          [FactRules.boundary("1", area: 20_000)],
          [FactRules.boundary("1", area: 20_150, quality: .schematic, file: "c.txt", id: 2)]
        )
      ).first)
    #expect(difference.kind == .changed && difference.changes.isEmpty)
    #expect(difference.isBoundaryChanged && difference.isSchematic)
    #expect(difference.areaDifference == 150)
    #expect(difference.sources.map(\.name) == ["c.txt"])
    #expect(difference.mirrored.areaDifference == -150)
  }

  @Test("An act that leaves the status as it was is told as an act")
  func actAdded() throws {
    func act(_ number: String, _ date: String) -> LandDocument {
      Sample.document(
        number, on: date, transactions: [Sample.act(.listing, "1", area: 20_000)], kind: .supply)
    }
    let first = act("样政函〔2024〕5号", "2024-05-01")
    let difference = try #require(
      differences(from: [plan, first], to: [plan, first, act("样政函〔2024〕6号", "2024-06-01")]).first)
    #expect(difference.changes.isEmpty)
    #expect(difference.addedActs.map(\.source.name) == ["样政函〔2024〕6号"])
    #expect(difference.goneActs.isEmpty)
  }

  @Test("The same number in two plans is two parcels; a plan told later is no new parcel")
  func whichParcel() {
    let other = Sample.document(
      "样政函〔2024〕2号", on: "2024-02-01",
      parcels: [Sample.parcel("1", plan: "样县东片区控制性详细规划", area: 7)])
    let added = differences(from: [plan], to: [plan, other])
    #expect(added.map(\.kind) == [.added])
    #expect(added.map(\.plan) == ["样县东片区控制性详细规划"])
    let planless = Sample.document(
      "样政函〔2023〕1号", on: "2023-01-01", parcels: [Sample.parcel("1", plan: nil, area: 5)])
    let named = differences(from: [planless], to: [planless, plan])
    #expect(named.map(\.kind) == [.changed])
  }

  @Test("Seen from the other moment each difference is its mirror")
  func mirrors() {
    let states: [[LandDocument]] = [
      [], [plan], [plan, adjustment],
      [
        plan, adjustment,
        Sample.document(
          "样政函〔2025〕20号", on: "2025-09-01",
          transactions: [Sample.act(.reclaimPaid, "1")], kind: .reclaim),
      ],
    ]
    for old in states {
      for new in states {
        #expect(
          differences(from: old, to: new).map(\.mirrored) == differences(from: new, to: old))
      }
    }
  }
}
