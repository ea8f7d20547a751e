import Planning
import Terms
import TestSupport
import Testing

/// The facts of documents as a register would hand them to the fold.
func plotFacts(_ key: String, _ documents: [LandDocument]) -> PlotFacts {
  var facts = PlotFacts(key: key)
  for document in documents {
    var source = DocumentReference(
      number: document.number, title: document.title, date: document.date, kind: document.kind,
      version: 1, recordedAt: "2026-01-01T00:00:00.000Z", place: document.place)
    let county = CountyName.of(document)
    for (ordinal, statement) in document.parcels.enumerated() where PlotKey.of(statement) == key {
      source.place = statement.place
      facts.statements.append(
        PlotFacts.Statement(
          fact: RegisterFact(fact: statement, county: county, source: source, ordinal: ordinal),
          planKey: statement.plan.flatMap { PlanName.key($0) }))
    }
    for (ordinal, act) in document.transactions.enumerated() where PlotKey.of(act) == key {
      source.place = act.place
      facts.transactions.append(
        RegisterFact(fact: act, county: county, source: source, ordinal: ordinal))
    }
  }
  return facts
}

@Suite("A parcel folded from its documents")
struct PlotFoldingTests {
  let first = Sample.document(
    "样政函〔2023〕5号", on: "2023-05-01",
    parcels: [Sample.parcel("03-05", use: "090104", name: "旅馆用地", area: 100, floorAreaRatio: 2)])

  @Test("A later document wins property by property, and the rest stays")
  func properties() throws {
    var statement = Sample.parcel("03-05", plan: Sample.adjustedPlan, floorAreaRatio: 2.5)
    statement.extras = ["停车位": "30个"]
    let second = Sample.document("样政函〔2024〕9号", on: "2024-06-01", parcels: [statement])
    let records = PlotFolding.records(of: plotFacts("03-05", [second, first]))
    let record = try #require(records.first)
    #expect(records.count == 1)
    #expect(record.values.landUse.map(\.code) == ["090104"])
    #expect(record.values.area?.squareMetres == 100)
    #expect(record.values.indicators[.floorAreaRatio]?.upper?.value == 2.5)
    #expect(record.values.extras == ["停车位": "30个"])
    #expect(record.values.plan == Sample.plan)
    #expect(record.values.document == "样政函〔2024〕9号")
    #expect(record.documents.map(\.number) == ["样政函〔2023〕5号", "样政函〔2024〕9号"])
    #expect(record.sources["area_m2"]?.number == "样政函〔2023〕5号")
    #expect(record.sources["floor_area_ratio"]?.number == "样政函〔2024〕9号")
    let change = record.history.last { $0.property == "floor_area_ratio" }
    #expect(change?.old == .interval(Interval(upper: .init(2, inclusive: true))))
    #expect(change?.new == .interval(Interval(upper: .init(2.5, inclusive: true))))
  }

  @Test("A value printed as former is the old value of the change")
  func former() throws {
    var statement = Sample.parcel("03-05", area: 120)
    var previous = PreviousValues()
    previous.area = StatedArea(squareMetres: 110)
    previous.landUse = [LandUse(scheme: .mnr2023, code: "0901")]
    statement.previous = previous
    let second = Sample.document("样政函〔2024〕9号", on: "2024-06-01", parcels: [statement])
    let record = try #require(PlotFolding.records(of: plotFacts("03-05", [first, second])).first)
    #expect(record.values.area?.squareMetres == 120)
    #expect(record.values.landUse.map(\.code) == ["090104"])
    let changes = record.history.filter { $0.source.number == "样政函〔2024〕9号" }
    #expect(changes.map(\.property) == ["land_use", "area_m2"])
    #expect(changes[0].new == nil)
    #expect(changes[1].old == .area(StatedArea(squareMetres: 110)))
  }

  @Test(
    "The same number in two plans is two parcels, and an act on it stands by itself and says so")
  func ambiguous() {
    let other = Sample.document(
      "样政函〔2023〕6号", on: "2023-06-01",
      parcels: [Sample.parcel("03-05", plan: "样县县城（城南片区）控制性详细规划", area: 7)])
    let supply = Sample.document(
      "样政函〔2024〕1号", on: "2024-01-01", transactions: [Sample.act(.listing, "03-05", area: 7)],
      kind: .supply)
    let records = PlotFolding.records(of: plotFacts("03-05", [first, other, supply]))
    #expect(records.count == 3)
    #expect(records.filter { $0.status == .planned }.count == 2)
    let alone = records.first { $0.status == .supplyApproved }
    #expect(alone?.values.plan == nil)
    #expect(alone?.ambiguousPlans == ["样县县城（城北片区）控制性详细规划", "样县县城（城南片区）控制性详细规划"].sorted())
  }

  @Test("An act and a statement without plan join the one parcel of their number in the county")
  func joined() throws {
    var late = Sample.parcel("03-05", plan: nil)
    late.location = "县城西街"
    let table = Sample.document("样政函〔2024〕3号", on: "2024-03-01", parcels: [late])
    let supply = Sample.document(
      "样政函〔2024〕1号", on: "2024-01-01", transactions: [Sample.act(.listing, "03-05 号地块")],
      kind: .supply, issuer: nil)
    let elsewhere = Sample.document(
      "邻政函〔2024〕1号", on: "2024-01-01", parcels: [Sample.parcel("03-05", plan: "邻县城东控规")],
      issuer: "邻县人民政府")
    let records = PlotFolding.records(of: plotFacts("03-05", [supply, table, first]))
    #expect(records.count == 1)
    #expect(records[0].status == .supplyApproved)
    #expect(records[0].values.location == "县城西街")
    let both = PlotFolding.records(of: plotFacts("03-05", [table, first, elsewhere]))
    #expect(both.map(\.county) == ["样县", "邻县"])
    #expect(both[0].documents.count == 2)
  }

  @Test("Plots without number that share a name are told apart by their location")
  func names() throws {
    func plot(_ location: String?, _ area: Double?, line: Int) -> ParcelStatement {
      var statement = Sample.parcel(nil, plan: nil, area: area, location: location, line: line)
      statement.name = "输气管道工程"
      return statement
    }
    func act(_ number: String) -> LandDocument {
      var act = Sample.act(.allocation, nil)
      act.name = "输气管道工程"
      return Sample.document(number, on: "2025-01-01", transactions: [act])
    }
    let key = try #require(PlotKey.ofName("输气管道工程"))
    let table = Sample.document(
      "样政发〔2023〕9号", on: "2023-06-26",
      parcels: [plot("中心城区片区", 329, line: 1), plot("重点乡镇片区", 446, line: 2)])
    let two = PlotFolding.records(of: plotFacts(key, [table, act("样政函〔2025〕1号")]))
    #expect(two.map(\.values.area?.squareMetres) == [329, 446])
    #expect(two.map(\.status) == [.planned, .planned])
    let single = Sample.document(
      "样政发〔2023〕9号", on: "2023-06-26", parcels: [plot("中心城区片区", 329, line: 1)])
    let later = Sample.document(
      "样政发〔2024〕9号", on: "2024-06-26", parcels: [plot(nil, 330, line: 1)])
    let one = PlotFolding.records(of: plotFacts(key, [later, act("样政函〔2025〕1号"), single]))
    #expect(one.map(\.values.area?.squareMetres) == [330])
    #expect(one.map(\.status) == [.supplyApproved])
    #expect(PlotFolding.records(of: plotFacts(key, [act("样政函〔2025〕1号")])).isEmpty)
  }

  @Test("The status is that after the latest act by date")
  func status() throws {
    func status(_ acts: (String, LandTransaction)...) -> ParcelStatus? {
      let documents = acts.enumerated().map { index, act in
        Sample.document("样政函〔2024〕\(index + 1)号", on: act.0, transactions: [act.1])
      }
      return PlotFolding.records(of: plotFacts("A-1", documents.reversed())).first?.status
    }
    #expect(status(("2024-01-01", Sample.act(.reserve, "A-1"))) == .reserved)
    #expect(
      status(
        ("2024-01-01", Sample.act(.reserve, "A-1")), ("2024-05-01", Sample.act(.listing, "A-1")))
        == .supplyApproved)
    #expect(
      status(
        ("2024-01-01", Sample.act(.reclaimPaid, "A-1")),
        ("2024-05-01", Sample.act(.listing, "A-1", concluded: true))) == .supplied)
    #expect(
      status(
        ("2024-05-01", Sample.act(.reclaimFree, "A-1")),
        ("2024-01-01", Sample.act(.allocation, "A-1"))) == .reclaimed)
  }

  @Test("What an act says of area, use and place counts where no plan does")
  func fallbacks() throws {
    var act = Sample.act(.listing, "D-1", area: 55_104, location: "金罗镇")
    act.landUseName = "公园绿地"
    let supply = Sample.document("样政函〔2024〕1号", on: "2024-01-01", transactions: [act])
    let alone = try #require(PlotFolding.records(of: plotFacts("D-1", [supply])).first)
    #expect(alone.values.area?.squareMetres == 55_104)
    #expect(
      alone.values.landUse == [
        LandUse(scheme: .mnr2023, code: "1401", name: "公园绿地", codeInferred: true)
      ])
    #expect(alone.values.parcelID == "D-1")
    let plan = Sample.document(
      "样政函〔2023〕1号", on: "2023-01-01", parcels: [Sample.parcel("D-1", use: "1001", area: 55_000)])
    let planned = try #require(PlotFolding.records(of: plotFacts("D-1", [supply, plan])).first)
    #expect(planned.values.area?.squareMetres == 55_000)
    #expect(planned.values.landUse.map(\.code) == ["1001"])
    #expect(planned.values.location == "金罗镇")
  }

  @Test("The fold does not depend on the order in which facts are learnt", arguments: 1...40)
  func orderOfImport(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let plans = [Sample.plan, Sample.adjustedPlan, "样县城南控规", nil]
    let kinds: [TransactionKind] = [.reserve, .listing, .reclaimFree, .allocation]
    var documents: [LandDocument] = []
    for serial in 1...8 {
      let day = Int.random(in: 1...4, using: &random)
      var document = Sample.document(
        Bool.random(using: &random) ? "样政函〔2024〕\(serial)号" : nil,
        on: day == 4 ? nil : "2024-0\(day)-01", title: "批复\(serial)",
        issuer: Bool.random(using: &random) ? "样县人民政府" : nil)
      for line in 1...Int.random(in: 1...3, using: &random) {
        document.parcels.append(
          Sample.parcel(
            "P", plan: plans.randomElement(using: &random) ?? nil,
            use: Bool.random(using: &random) ? "07" : nil,
            area: Bool.random(using: &random) ? Double.random(in: 1...9, using: &random) : nil,
            line: line))
      }
      if let kind = kinds.randomElement(using: &random), Bool.random(using: &random) {
        document.transactions.append(Sample.act(kind, "P"))
      }
      documents.append(document)
    }
    let expected = PlotFolding.records(of: plotFacts("P", documents))
    for _ in 1...4 {
      documents.shuffle(using: &random)
      #expect(PlotFolding.records(of: plotFacts("P", documents)) == expected)
    }
  }
}
