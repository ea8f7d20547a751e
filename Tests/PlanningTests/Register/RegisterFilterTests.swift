import Planning
import TestSupport
import Testing

@Suite("A filter as people write it")
struct RegisterFilterTests {
  func filter(
    _ texts: String..., for subject: RegisterFilter.Subject = .parcels
  ) throws -> RegisterFilter {
    try RegisterFilter(parsing: texts, for: subject)
  }

  func record(_ statement: ParcelStatement) -> ParcelRecord { ParcelRecord(values: statement) }

  func admits(_ text: String, _ statement: ParcelStatement) throws -> Bool {
    try filter(text).admits(record(statement), townships: TownshipNames([], asOf: nil))
  }

  @Test("Comparisons are joined by AND, outside quotation marks")
  func joined() throws {
    let filter = try filter("use = 0701 AND area>15亩", "name ~ \"A and B\"")
    #expect(filter.comparisons.map(\.field) == [.use, .area, .name])
    #expect(filter.comparisons[1].value == .number(10_000))
    #expect(filter.comparisons[2].value == .text("A and B"))
  }

  @Test("Areas and amounts are read with their units")
  func units() throws {
    #expect(try filter("area >= 1公顷").comparisons[0].value == .number(10_000))
    #expect(try filter("面积 ≥ 1.5 公顷").comparisons[0].value == .number(15_000))
    #expect(try filter("area < 12000").comparisons[0].value == .number(12_000))
    let amount = try filter("amount > 3743.44万元", for: .transactions)
    #expect(amount.comparisons[0].value == .number(37_434_400))
  }

  @Test("A year or a month means its days")
  func dates() throws {
    func days(_ text: String) throws -> [String] {
      try filter(text).comparisons.map { comparison in
        guard case .date(let day) = comparison.value else { return "?" }
        return "\(comparison.comparison.rawValue) \(day)"
      }
    }
    #expect(try days("date = 2025") == [">= 2025-01-01", "<= 2025-12-31"])
    #expect(try days("date > 2024-02") == ["> 2024-02-29"])
    #expect(try days("日期 >= 2025年6月30日") == [">= 2025-06-30"])
    #expect(try days("date = 2025-06-30") == ["= 2025-06-30"])
  }

  @Test(
    "The word that is not understood is named, with those that are known",
    arguments: [
      ("colour = red", "colour", "parcel"), ("use is 0701", "is", "="),
      ("area > viel", "viel", "10000"),
      ("status = open", "open", "planned"), ("date ~ 2025", "~", "="), ("area ~", "~", "="),
      ("party = 甲", "party", "parcel"), ("date = 30.6.25", "30.6.25", "2025"),
    ])
  func errors(text: String, seen: String, known: String) throws {
    let error = #expect(throws: RegisterError.self) { try filter(text) }
    #expect(error?.kind == .badFilter)
    #expect(error?.seen == seen)
    #expect(error?.known.contains(known) == true)
  }

  @Test("A use is the beginning of a code or a part of a name, of any part of a mixed use")
  func uses() throws {
    var statement = Sample.parcel("1", use: "070102", name: "二类城镇住宅用地")
    statement.landUse.append(LandUse(scheme: .mnr2023, code: "0702", name: "城镇社区服务设施用地"))
    #expect(try admits("use = 0701", statement))
    #expect(try admits("use = 0702", statement))
    #expect(try admits("use = 住宅", statement))
    #expect(try !admits("use = 102", statement))
    #expect(try admits("use ~ 102", statement))
    #expect(try !admits("use != 0701", statement))
    #expect(try admits("scheme = MNR-2023", statement))
  }

  @Test("A plan is the same whatever an adjustment adds to its name")
  func plans() throws {
    let statement = Sample.parcel("1")
    #expect(try admits("plan = \(Sample.adjustedPlan)", statement))
    #expect(try admits("plan ~ 城北", statement))
    #expect(try !admits("plan = 样县县城控制性详细规划", statement))
  }

  @Test("What is unknown fulfils no comparison")
  func unknown() throws {
    let statement = Sample.parcel("1", plan: nil)
    for text in ["area > 0", "area != 5", "use != 07", "location != 甲", "date < 2030", "plan ~ 城"] {
      #expect(try !admits(text, statement), "\(text)")
    }
  }

  @Test("A township is looked for where one is named first, with those merged into it")
  func townships() throws {
    let merger = AdministrativeChange(
      from: ["车鸣峪乡"], into: "暖泉镇", date: CalendarDate(year: 2021, month: 3, day: 24), line: 1)
    let after = TownshipNames([(merger, nil)], asOf: CalendarDate(year: 2022, month: 1, day: 1))
    let before = TownshipNames([(merger, nil)], asOf: CalendarDate(year: 2020, month: 1, day: 1))
    let village = record(Sample.parcel("1", location: "样县车鸣峪乡车鸣峪村"))
    let filter = try filter("township = 暖泉镇")
    #expect(filter.admits(village, townships: after))
    #expect(!filter.admits(village, townships: before))
    #expect(try !self.filter("township = 金罗镇").admits(village, townships: after))
    let planned = record(Sample.parcel("1", plan: "样县暖泉镇、金罗镇8个地块实施性详细规划", location: "金罗镇西街"))
    #expect(!filter.admits(planned, townships: after))
  }

  @Test("A kind of act means what lies under it")
  func kinds() throws {
    func admits(_ text: String, _ kind: TransactionKind) throws -> Bool {
      let act = TransactionRecord(
        fact: Sample.act(kind, "1"), county: nil,
        source: DocumentReference(
          number: nil, title: "t", date: nil, kind: .supply, version: 1, recordedAt: "",
          place: Sample.place(1)))
      return try filter(text, for: .transactions).admits(
        act, townships: TownshipNames([], asOf: nil))
    }
    #expect(try admits("kind = reclaim", .reclaimPaid))
    #expect(try admits("kind = 有偿收回", .reclaimPaid))
    #expect(try !admits("kind = 无偿收回", .reclaimPaid))
    #expect(try admits("kind = 挂牌", .listing))
    #expect(try admits("kind = supply", .allocation))
    #expect(try admits("kind != reserve", .listing))
  }
}
