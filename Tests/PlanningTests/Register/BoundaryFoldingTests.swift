import Terms
import Planning
import TestSupport
import Testing

@Suite("Boundaries in the folding of parcels")
struct BoundaryFoldingTests {
  let north = "样县县城（城北片区）控制性详细规划"
  let south = "样县县城（城南片区）控制性详细规划"

  func boundary(
    _ id: Int64, plan: String? = nil, on date: String? = nil, county: String? = "样县",
    recorded: String = "2026-01-01T00:00:00.000Z",
    _ change: (inout ParcelStatement) -> Void = { _ in }
  ) -> BoundaryFact {
    var said = ParcelStatement(
      parcelID: "A-1", place: SourcePlace(file: "界址点.txt", lineStart: 3, lineEnd: 9))
    said.plan = plan
    change(&said)
    var record = BoundaryRecord(statement: said)
    record.planeSquareMetres = Double(id)
    return BoundaryFact(
      id: id, version: 1, recordedAt: recorded, county: county,
      planKey: plan.flatMap { PlanName.key($0) },
      source: BoundarySource(
        file: SourceFile(name: "界址点.txt", sha256: nil, extractor: "yulin test"),
        quality: .surveyed, date: date.flatMap { CalendarDate(iso: $0) }, epsg: 4525,
        county: county),
      record: record, envelope: nil)
  }

  func facts(_ plans: [String?], _ boundaries: [BoundaryFact]) -> PlotFacts {
    var facts = PlotFacts(key: "A-1")
    for (index, plan) in plans.enumerated() {
      let source = DocumentReference(
        number: "样政函〔2023〕\(index + 1)号", title: "批复", date: CalendarDate(iso: "2023-01-01"),
        kind: .planApproval, version: 1, recordedAt: "2026-01-01T00:00:00.000Z",
        place: Sample.place(1))
      facts.statements.append(
        PlotFacts.Statement(
          fact: RegisterFact(
            fact: Sample.parcel("A-1", plan: plan, use: "0701", area: 100), county: "样县",
            source: source), planKey: plan.flatMap { PlanName.key($0) }))
    }
    facts.boundaries = boundaries
    return facts
  }

  /// For each parcel its plan, its boundary's id and its status.
  func parcels(_ facts: PlotFacts) -> [String] {
    PlotFolding.records(of: facts).map { record in
      "\(record.values.plan ?? "-") \(record.boundary.map { String($0.id) } ?? "-") \(record.status)"
    }
  }

  @Test("A boundary joins the parcel of its plan, and is alone where no document names its plan")
  func plans() {
    #expect(
      parcels(facts([north, south], [boundary(1, plan: south)])).sorted()
        == ["\(north) - planned", "\(south) 1 planned"].sorted())
    #expect(
      parcels(facts([north], [boundary(1, plan: south)])).sorted()
        == ["\(north) - planned", "\(south) 1 mapped"].sorted())
    #expect(parcels(facts([], [boundary(1)])) == ["- 1 mapped"])
  }

  @Test("Without a plan it joins the one parcel of its number, else it names the plans in question")
  func planless() {
    #expect(parcels(facts([north], [boundary(1)])) == ["\(north) 1 planned"])
    let records = PlotFolding.records(of: facts([north, south], [boundary(1)]))
    #expect(records.count == 3)
    let own = records.first { $0.boundary != nil }
    #expect(own?.status == .mapped)
    #expect(own?.ambiguousPlans == [north, south].sorted())
  }

  @Test("A plan that only a boundary names takes no documents apart")
  func foreignPlan() {
    #expect(parcels(facts([nil], [boundary(1, plan: north)])) == ["\(north) 1 planned"])
    let both = parcels(facts([nil], [boundary(1, plan: north), boundary(2, plan: south)]))
    #expect(
      both.sorted() == ["- - planned", "\(north) 1 mapped", "\(south) 2 mapped"].sorted())
  }

  @Test("Another county's boundary is another parcel")
  func counties() {
    #expect(
      parcels(facts([north], [boundary(1, plan: north, county: "邻县")])).sorted()
        == ["\(north) - planned", "\(north) 1 mapped"].sorted())
    #expect(parcels(facts([north], [boundary(1, county: nil)])) == ["\(north) 1 planned"])
  }

  @Test("Its file speaks only where no document does, and is named as the source")
  func filling() throws {
    let said = boundary(1) {
      $0.area = StatedArea(squareMetres: 7)
      $0.name = "甲小区"
      $0.indicators[.floorAreaRatio] = .exactly(2)
      $0.extras = ["权属": "国有"]
    }
    let record = try #require(PlotFolding.records(of: facts([north], [said])).first)
    #expect(record.values.area?.squareMetres == 100)
    #expect(record.values.name == "甲小区")
    #expect(record.values.indicators[.floorAreaRatio] == .exactly(2))
    #expect(record.values.extras == ["权属": "国有"])
    #expect(record.sources["name"]?.title == "界址点.txt")
    #expect(record.sources["area_m2"]?.number == "样政函〔2023〕1号")
    #expect(record.boundary?.statedSquareMetres == 7)
    #expect(record.documents.count == 1)
  }

  @Test("Of several the latest date is in force; the order in which they come does not matter")
  func order() {
    let boundaries = [
      boundary(1, plan: north, on: "2023-01-01"), boundary(2, on: "2025-01-01"), boundary(3),
      boundary(4, plan: north, on: "2025-01-01"), boundary(5, plan: south),
    ]
    let expected = parcels(facts([north], boundaries))
    #expect(expected.contains("\(north) 4 planned"))
    for seed in 1...20 {
      var random = SeededGenerator(seed: UInt64(seed))
      #expect(parcels(facts([north], boundaries.shuffled(using: &random))) == expected)
    }
  }
}
