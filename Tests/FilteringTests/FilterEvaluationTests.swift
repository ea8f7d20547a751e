import Filtering
import Planning
import SimpleFeatures
import Testing

@Suite("Answering a CQL2 filter")
struct FilterEvaluationTests {
  private static let parcel: [String: FilterDatum] = [
    "parcel_id": .text("CB-03-05"), "plan": .text("城北片区控制性详细规划"),
    "land_use_code": .text("070102"), "land_use_name": .text("二类城镇住宅用地"),
    "area_m2": .real(21_232), "floor_area_ratio_max": .real(2),
    "bsm": .integer(9_007_199_254_740_993),
    "keeps_current_use": .boolean(false), "last_date": day ?? .missing, "seen": instant ?? .missing,
    "geometry": .shape, "percent": .text("100%"), "name": .text("Straße Οδος"),
  ]
  private static let day = CalendarDate(iso: "2025-06-30").map { FilterDatum.date($0) }
  private static let instant = FilterInstant("2025-06-30T08:00:00.5Z").map {
    FilterDatum.timestamp($0)
  }

  private func answer(_ text: String, shape: Bool? = nil) throws -> Bool? {
    try FilterExpression(parsing: text).evaluate(
      property: { Self.parcel[$0] ?? .missing }, shape: { _ in shape })
  }

  @Test("Comparisons hold as written, property and literal either way round")
  func comparisons() throws {
    for text in [
      "area_m2 > 20000", "20000 < area_m2", "area_m2 = 21232", "area_m2 <> 21232.5",
      "area_m2 >= 21232 AND area_m2 <= 21232", "parcel_id = 'CB-03-05'", "'CB' < parcel_id",
      "keeps_current_use = FALSE", "keeps_current_use <> true", "last_date = DATE('2025-06-30')",
      "last_date > DATE('2024-12-31')", "seen > TIMESTAMP('2025-06-30T08:00:00Z')",
      "seen = TIMESTAMP('2025-06-30T08:00:00.500Z')", "bsm = 9007199254740993",
      "bsm > 9007199254740992.0", "bsm <> 9007199254740992.0", "-1.5 < area_m2", "(area_m2) > (5)",
      "area_m2 BETWEEN 21232 AND 21232", "area_m2 NOT BETWEEN 1 AND 2",
      "last_date BETWEEN DATE('2025-01-01') AND DATE('2025-12-31')", "TRUE", "NOT FALSE",
      "land_use_code IN ('0701','070102')", "area_m2 IN (1, 21232)", "area_m2 NOT IN (1, 2)",
      "plan = '城北片区控制性详细规划'", "\"plan\" <> 'it''s' AND plan <> 'it\\'s'",
    ] {
      #expect(try answer(text) == true, "\(text)")
    }
    for text in [
      "area_m2 < 20000", "bsm = 9007199254740992", "bsm = 9007199254740992.0",
      "land_use_code IN ('0701')", "area_m2 IN (1)", "NOT area_m2 > 20000", "FALSE",
    ] {
      #expect(try answer(text) == false, "\(text)")
    }
  }

  @Test("LIKE knows % and _ and their escape, on Chinese too")
  func patterns() throws {
    for text in [
      "plan LIKE '城北%'", "plan LIKE '%控制性%'", "plan LIKE '%规划'", "plan LIKE '_北片区控制性详细规划'",
      "plan LIKE '%'", "percent LIKE '100\\%'", "percent LIKE '1__\\%'",
      "parcel_id LIKE 'CB-__-05'",
      "parcel_id LIKE '%0%5'", "land_use_name NOT LIKE '%商业%'",
      "CASEI(parcel_id) LIKE CASEI('cb%')",
      "CASEI(name) = CASEI('STRASSE ΟΔΟΣ')", "CASEI(name) IN (CASEI('x'), CASEI('strasse οδος'))",
    ] {
      #expect(try answer(text) == true, "\(text)")
    }
    for text in [
      "plan LIKE '城北'", "plan LIKE '北%'", "plan LIKE '_城%'", "percent LIKE '10\\%%'",
      "parcel_id LIKE 'cb%'", "parcel_id LIKE CASEI('CB%')", "plan LIKE ''",
    ] {
      #expect(try answer(text) == false, "\(text)")
    }
    let long = String(repeating: "a", count: 3_000)
    let filter = try FilterExpression(
      parsing: "x LIKE '\(String(repeating: "a%", count: 40))b'")
    #expect(filter.evaluate(property: { _ in .text(long) }, shape: { _ in nil }) == false)
  }

  @Test("What is missing is neither true nor false, unless IS NULL asks or the rest decides")
  func threeValues() throws {
    for text in [
      "none = 1", "none <> 1", "NOT none = 1", "none LIKE '%'", "none IN (1)",
      "none BETWEEN 1 AND 2",
      "area_m2 > 5 AND none = 1", "area_m2 < 5 OR none = 1", "area_m2 IN (1, none)",
      "area_m2 BETWEEN 1 AND none", "CASEI(none) = 'a'", "plan = 5", "area_m2 LIKE '2%'",
      "S_WITHIN(geometry, POINT(1 2))",
    ] {
      #expect(try answer(text) == nil, "\(text)")
    }
    #expect(try answer("none IS NULL") == true)
    #expect(try answer("plan IS NOT NULL AND geometry IS NOT NULL") == true)
    #expect(try answer("area_m2 < 5 AND none = 1") == false)
    #expect(try answer("area_m2 > 5 OR none = 1") == true)
    #expect(try answer("area_m2 IN (21232, none)") == true)
    #expect(try answer("area_m2 BETWEEN none AND 5") == false)
  }

  @Test("AND binds closer than OR, NOT closest")
  func precedence() throws {
    #expect(try answer("TRUE OR FALSE AND FALSE") == true)
    #expect(try answer("(TRUE OR FALSE) AND FALSE") == false)
    #expect(try answer("NOT FALSE AND FALSE") == false)
    #expect(try answer("NOT (FALSE AND FALSE)") == true)
  }

  @Test("A question about shapes is answered by the one who has them")
  func shapes() throws {
    let text = "S_WITHIN(geometry, POLYGON((0 0,1 0,1 1,0 0))) AND area_m2 > 5"
    #expect(try answer(text, shape: true) == true)
    #expect(try answer(text, shape: false) == false)
    #expect(try answer("NOT \(text)", shape: false) == true)
    let filter = try FilterExpression(parsing: "S_CONTAINS(BBOX(1,2,3,4), geometry)")
    var asked: [SpatialPredicate] = []
    _ = filter.evaluate(property: { _ in .missing }) { question in
      asked.append(question)
      return true
    }
    #expect(asked.map(\.relation) == [.contains])
    #expect(asked.first?.first == .box(Envelope(minX: 1, minY: 2, maxX: 3, maxY: 4)))
    #expect(asked.first?.second == .property("geometry"))
  }
}
