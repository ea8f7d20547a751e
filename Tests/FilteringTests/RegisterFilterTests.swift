import Filtering
import Planning
import Terms
import TestSupport
import Testing

/// What people write beside CQL2, over the columns of a parcel.
@Suite("A filter as people write it")
struct RegisterFilterTests {
  static let parcel: [String: FilterDatum] = [
    "parcel_id": .text("CB-03-05"), "plan": .text(Sample.plan),
    "land_use_code": .text("070102/0702"),
    "land_use_name": .text("二类城镇住宅用地/城镇社区服务设施用地"), "area_m2": .real(12_000),
    "floor_area_ratio_max": .real(2.5), "floor_area_ratio_min": .real(1),
    "green_space_ratio_min": .real(30), "building_height_max": .real(24),
    "status": .text("supplied"), "last_document": .text("样政函〔2025〕62号"),
    "last_date": CalendarDate(iso: "2025-06-30").map { .date($0) } ?? .missing,
    "keeps_current_use": .boolean(false), "location": .text("金罗镇西街"),
    "name": .text("A and B 学校（二期）"),
  ]

  func answer(
    _ text: String, _ values: [String: FilterDatum] = parcel,
    for subject: RegisterFilter.Subject = .parcels
  ) throws -> Bool? {
    try RegisterFilter(parsing: [text], for: subject).condition?.evaluate(
      property: { values[$0] ?? .missing }, shape: { _ in nil })
  }

  @Test(
    "One language: CQL2, short names, Chinese names, words for values, units",
    arguments: [
      "area>15亩", "area_m2 > 15亩", "面积＞15亩", "面积 ≥ 1.2 公顷", "面积=12,000", "area < １８．１亩",
      "15亩 < area_m2", "面积 BETWEEN 15亩 AND 2公顷", "area > 1万 AND 面积<0.02平方公里",
      "floor_area_ratio > 2", "容积率>2", "容积率<=2.5", "floor_area_ratio_max = 2.5", "绿地率>=30%",
      "绿地率 BETWEEN 30% AND 35%", "建筑高度<=24米", "构筑物高度 IS NULL",
      "land_use_code LIKE '0701%'", "use=0701", "use=0701*", "use = 0702", "用途=住宅",
      "用途='城镇社区服务设施用地'", "用地性质=住宅", "use IN (08, 0701)", "use ~ 102", "NOT use=08",
      "use <> 08", "status = supplied", "状态=已供应", "状态='已供应'", "status IN (已规划, 已供)",
      "status != planned", "parcel = ｃｂ－０３－０５ 号地块", "parcel_id ~ 03", "地块=CB-03-*",
      "plan = \(Sample.adjustedPlan)", "plan ~ 城北", "规划～“城北”", "document=样政函[2025]第62号",
      "last_document = 样政函〔2025〕62号", "date = 2025", "date=2025-06", "日期>=2025年6月30日",
      "last_date BETWEEN 2025-01 AND 2025-06", "date IN (2024, 2025)", "date <> 2024",
      "date > 2025-05 AND date < DATE('2025-07-01')", "保留现状=否", "township = 金罗镇",
      "乡镇 IN (暖泉镇、金罗镇)", "name = \"A and B 学校（二期）\" 且 use=0701", "name ~ \"A and B\"",
      "name = \"a AND b学校(二期)\"", "（use=08 或 area>1亩）且 容积率≤3", "Status = supplied",
      "use=0701 && area>15亩", "use=08 || area>15亩", "geometry IS NULL AND use=0701",
    ])
  func sugar(_ text: String) throws {
    #expect(try answer(text) == true)
  }

  @Test(
    "What does not hold does not",
    arguments: [
      "area<15亩", "容积率>2.5", "floor_area_ratio < 2", "use = 102", "use=08", "use != 0701",
      "status=已规划", "plan = 样县县城控制性详细规划", "date = 2024", "township = 暖泉镇", "name = 学校",
      "date IN (2023, 2024)", "NOT use=0701", "parcel=CB-04-*",
    ])
  func others(_ text: String) throws {
    #expect(try answer(text) == false)
  }

  @Test("In single quotes a text is meant to the letter, without them in any spelling")
  func quotes() throws {
    #expect(try answer("parcel_id = cb-03-05") == true)
    #expect(try answer("parcel_id = 'cb-03-05'") == false)
    #expect(try answer("parcel_id = 'CB-03-05'") == true)
    #expect(try answer("status = 'SUPPLIED'") == false)
    #expect(try answer("plan = county") == nil)
  }

  @Test(
    "Without an end an indicator is its limit: the upper end, or the lower where there is no upper")
  func indicators() throws {
    let text = "容积率 >= 2"
    #expect(try answer(text, ["floor_area_ratio_min": .real(1)]) == false)
    #expect(try answer(text, ["floor_area_ratio_min": .real(2)]) == true)
    #expect(
      try answer(text, ["floor_area_ratio_min": .real(1), "floor_area_ratio_max": .real(2)])
        == true)
    #expect(try answer(text, [:]) == nil)
    #expect(try answer("容积率 IS NULL", [:]) == true)
  }

  @Test("What is missing fulfils no comparison, not even <> or NOT")
  func unknown() throws {
    for text in [
      "area > 0", "area != 5", "use != 07", "NOT use=07", "location != 甲", "date < 2030",
      "plan ~ 城", "status != planned", "township <> 甲镇", "容积率 <> 2",
    ] {
      #expect(try answer(text, [:]) == nil, "\(text)")
    }
  }

  @Test(
    "The word that is not understood is named with its place, and what is known",
    arguments: [
      ("colour = red", FilterError.Reason.unknownProperty, "colour", 0, "parcel_id"),
      ("use is 0701", .unexpected, "0701", 7, "NULL"),
      ("area > viel", .unknownProperty, "viel", 7, "area_m2"),
      ("area > 15顷", .badLiteral, "15顷", 7, "15亩"),
      ("15顷 < area", .unexpected, "15顷", 0, "text"),
      ("容积率 > 15亩", .wrongKind, "15亩", 6, "number"),
      ("area > 100万元", .wrongKind, "100万元", 7, "15亩"),
      ("use=07 AND status = open", .unknownValue, "open", 20, "planned"),
      ("date ~ 2025", .unexpected, "~", 5, "="), ("area ~", .unexpected, "~", 5, "="),
      ("party = 甲", .unknownProperty, "party", 0, "plan"),
      ("date = 30.6.25", .badLiteral, "30.6.25", 7, "2025"),
      ("use LIKE '07%'", .unexpected, "LIKE", 4, "~"),
      ("use =", .unexpected, "", 5, "value"), ("scheme = GB", .unknownValue, "GB", 9, "MNR-2023"),
      ("status = planned AND", .unexpected, "", 20, "property"),
    ])
  func errors(
    text: String, reason: FilterError.Reason, seen: String, offset: Int, expected: String
  ) throws {
    let error = try #require(throws: FilterError.self) { try answer(text) }
    #expect(error.reason == reason)
    #expect(error.seen == seen)
    #expect(error.offset == offset)
    #expect(error.expected.contains(expected), "\(error.expected)")
  }

  @Test("The nearest names and values are told, never what was refused itself")
  func nearest() throws {
    func error(_ text: String) throws -> FilterError {
      try #require(throws: FilterError.self) { try answer(text) }
    }
    #expect(try error("aera = 5").nearest.first == "area")
    #expect(try error("用地代号 = 5").nearest.contains("用地代码"))
    #expect(try error("status = suplied").nearest == ["supplied"])
    for text in ["area > 15顷", "a = 0701a", "area > '15亩'", "colour=1", "status = 15亩"] {
      let error = try error(text)
      #expect(!(error.expected + error.nearest).contains(error.seen), "\(text)")
      #expect(!error.expected.contains("'\(error.seen)'"), "\(text)")
    }
  }

  @Test("A township is looked for where one is named first, with those merged into it")
  func townships() throws {
    let merger = AdministrativeChange(
      from: ["车鸣峪乡"], into: "暖泉镇", date: CalendarDate(year: 2021, month: 3, day: 24), line: 1)
    let after = TownshipNames([(merger, nil)], asOf: CalendarDate(year: 2022, month: 1, day: 1))
    let before = TownshipNames([(merger, nil)], asOf: CalendarDate(year: 2020, month: 1, day: 1))
    func admits(_ text: String, _ names: TownshipNames, _ values: [String: FilterDatum]) throws
      -> Bool?
    {
      try FilterExpression(parsing: text, properties: .parcels).resolved(names).evaluate(
        property: { values[$0] ?? .missing }, shape: { _ in nil })
    }
    let village: [String: FilterDatum] = ["location": .text("样县车鸣峪乡车鸣峪村")]
    #expect(try admits("township = 暖泉镇", after, village) == true)
    #expect(try admits("township = 暖泉镇", before, village) == false)
    #expect(try admits("township = 金罗镇", after, village) == false)
    let planned: [String: FilterDatum] = [
      "plan": .text("样县暖泉镇、金罗镇8个地块实施性详细规划"), "location": .text("金罗镇西街"),
    ]
    #expect(try admits("township = 暖泉镇", after, planned) == false)
  }

  @Test("A kind of act means what lies under it, to the letter only itself")
  func kinds() throws {
    func admits(_ text: String, _ kind: TransactionKind) throws -> Bool? {
      try answer(text, ["kind": .text(kind.rawValue)], for: .transactions)
    }
    #expect(try admits("kind = reclaim", .reclaimPaid) == true)
    #expect(try admits("kind = 'reclaim'", .reclaimPaid) == false)
    #expect(try admits("kind = 有偿收回", .reclaimPaid) == true)
    #expect(try admits("kind = 无偿收回", .reclaimPaid) == false)
    #expect(try admits("方式=挂牌", .listing) == true)
    #expect(try admits("kind = supply", .allocation) == true)
    #expect(try admits("kind != reserve", .listing) == true)
    #expect(try admits("kind IN (reserve, supply)", .listing) == true)
    let amount: [String: FilterDatum] = ["amount_cny": .real(37_434_400)]
    #expect(try answer("amount >= 3743.44万元", amount, for: .transactions) == true)
    #expect(try answer("金额 > 1亿", amount, for: .transactions) == false)
  }

  @Test("Each of several filters is read by itself, and all must hold")
  func several() throws {
    let filter = try RegisterFilter(parsing: ["use=07 OR use=08", "area>15亩"], for: .parcels)
    #expect(filter.condition?.conjuncts.count == 2)
    #expect(throws: FilterError.self) {
      try RegisterFilter(parsing: ["(use=07", "area>15亩)"], for: .parcels)
    }
  }

  @Test("An order names properties, the greatest first behind -")
  func order() throws {
    let order = try #require(try FilterOrder(parsing: "-面积, 容积率", properties: .parcels))
    #expect(order.columns == ["area_m2", "floor_area_ratio_max", "floor_area_ratio_min"])
    #expect(
      order.sorted([
        [.real(1), .missing], [.missing, .real(1)], [.integer(5), .real(2)],
        [.real(5), .integer(1)],
        [.real(1), .missing],
      ]) == [3, 2, 0, 4, 1])
    let error = try #require(throws: FilterError.self) {
      try RegisterFilter(order: "area,-aera", for: .parcels)
    }
    #expect(error.offset == 6)
    #expect(error.isOfOrder)
    #expect(error.nearest.first == "area")
  }

  @Test("No layer can be called by the word for what is listed")
  func names() {
    for subject in RegisterFilter.Subject.allCases {
      #expect(ReservedLayerName.holds(subject.rawValue))
    }
  }
}
