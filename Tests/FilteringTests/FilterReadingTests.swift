import Filtering
import SimpleFeatures
import TestSupport
import Testing

@Suite("Reading a CQL2 filter")
struct FilterReadingTests {
  private func failure(_ text: String, of properties: FilterProperties? = nil) -> FilterError? {
    do {
      _ = try FilterExpression(parsing: text, properties: properties)
      return nil
    } catch { return error }
  }

  @Test("An error names what was seen, at which character, and what was expected")
  func places() throws {
    let cases: [(String, FilterError.Reason, String, Int, String)] = [
      ("", .unexpected, "", 0, "property"),
      ("面积 >", .unexpected, "", 4, "property"),
      ("a = 1 b = 2", .unexpected, "b", 6, "AND"),
      ("a = 1 AND", .unexpected, "", 9, "property"),
      ("a", .unexpected, "", 1, "="),
      ("(a = 1", .unexpected, "", 6, ")"),
      ("a = 'x", .unexpected, "", 6, "'"),
      ("面积 ! 5", .unexpected, "!", 3, "<>"),
      ("a IN ()", .unexpected, ")", 6, "property"),
      ("a NOT = 1", .unexpected, "=", 6, "LIKE"),
      ("a = 0701a", .unexpected, "0701a", 4, "text"),
      ("a LIKE b", .unexpected, "b", 7, "'…'"),
      ("a LIKE 'C:\\data'", .badLiteral, "C:\\data", 7, "\\%"),
      ("a > DATE('2025-02-30')", .badLiteral, "2025-02-30", 4, "YYYY-MM-DD"),
      (
        "a > TIMESTAMP('2025-02-01T25:00:00Z')", .badLiteral, "2025-02-01T25:00:00Z", 4,
        "YYYY-MM-DDTHH:MM:SSZ"
      ),
      ("a = 1e999", .badLiteral, "1e999", 4, "number"),
      (
        "S_INTERSECTS(g, BBOX(3,1,2,4))", .badLiteral, "BBOX", 16,
        "BBOX(west, south, east, north)"
      ),
      ("S_INTERSECTS(g, POLYGON((0 0,1 0,1 1,0 1)))", .badLiteral, "(", 24, "a closed ring"),
      ("S_INTERSECTS(g, POLYGON((0 0,1 0,0 0)))", .badLiteral, "(", 24, "four points at least"),
      (
        "S_INTERSECTS(g, LINESTRING(0 0,1 0 5))", .badLiteral, "LINESTRING", 16,
        "x y, or x y z, alike in all points"
      ),
      ("a = 1 AND b = 'x' < 3", .unexpected, "<", 18, "AND"),
    ]
    for (text, reason, seen, offset, expected) in cases {
      let error = try #require(failure(text), "\(text)")
      #expect(error.reason == reason, "\(text)")
      #expect(error.seen == seen, "\(text)")
      #expect(error.offset == offset, "\(text)")
      #expect(error.expected.contains(expected), "\(text): \(error.expected)")
    }
  }

  @Test("What is not answered is refused by its name")
  func refusals() {
    let cases = [
      ("area_m2 * 2 > 5", "arithmetic"), ("5 < area_m2 div 2", "arithmetic"),
      ("(a + 1) > 2", "arithmetic"), ("a IN (1, 2 + 3)", "arithmetic"),
      ("A_EQUALS(a, ('x'))", "A_EQUALS"), ("(a, b) = 1", "array"),
      ("T_AFTER(last_date, DATE('2025-01-01'))", "T_AFTER"), ("buffer(a) = 1", "buffer"),
      ("a = INTERVAL('2025-01-01','..')", "INTERVAL"), ("ACCENTI(a) = 'e'", "ACCENTI"),
      ("a LIKE ACCENTI('e')", "ACCENTI"), ("S_NEAR(a, POINT(1 2))", "S_NEAR"),
      ("S_WITHIN(a, ENVELOPE(1,2,3,4))", "ENVELOPE"), ("S_WITHIN(a, POINT EMPTY)", "EMPTY"),
      ("S_WITHIN(a, POINT M (1 2 3))", "M"), ("S_WITHIN(a, Centroid(b))", "Centroid"),
    ]
    for (text, feature) in cases {
      #expect(failure(text)?.reason == .notSupported, "\(text)")
      #expect(failure(text)?.seen == feature, "\(text)")
    }
  }

  @Test("A property that is not known is refused with the nearest names")
  func unknownNames() {
    #expect(failure("aera = 5", of: .parcels)?.reason == .unknownProperty)
    #expect(failure("area_m = 5", of: .parcels)?.nearest.first == "area_m2")
    #expect(failure("用地代号 = 'x'", of: .parcels)?.nearest.contains("用地代码") == true)
    #expect(failure("S_WITHIN(shape, POINT(1 2))", of: .parcels)?.reason == .unknownProperty)
  }

  @Test("A value of another kind than the property's is refused")
  func kinds() {
    let cases = [
      ("area_m2 > '5'", "number"),
      ("last_date >= '2025-01-01'", "date"),
      ("last_date > TIMESTAMP('2025-01-01T00:00:00Z')", "date"),
      ("area_m2 LIKE '5%'", "text"), ("keeps_current_use = 1", "boolean"),
      ("plan BETWEEN 'a' AND 'b'", "number"), ("area_m2 IN (1, 'b')", "number"),
      ("CASEI(area_m2) = 'b'", "text"), ("geometry = 'POINT(1 2)'", "S_INTERSECTS"),
      ("S_WITHIN(plan, POINT(1 2))", "shape"), ("1 = 'a'", "number"),
    ]
    for (text, expected) in cases {
      let error = failure(text, of: .parcels)
      #expect(error?.reason == .wrongKind, "\(text)")
      #expect(error?.expected.first == expected, "\(text)")
    }
    #expect(failure("keeps_current_use < TRUE", of: .parcels)?.reason == .unexpected)
  }

  @Test("Chinese names stand for the columns they title")
  func chineseNames() throws {
    let filter = try FilterExpression(
      parsing: "面积 > 10000 AND 容积率上限 <= 2.5 AND geom IS NOT NULL", properties: .parcels)
    #expect(filter.properties == ["area_m2", "floor_area_ratio_max", "geometry"])
  }

  @Test("Long texts and deep nesting are refused in little time, not read")
  func bounds() {
    let deep = String(repeating: "(", count: 100_000) + "a = 1"
    #expect(failure(deep)?.reason == .tooDeep)
    #expect(failure(String(repeating: "NOT ", count: 100_000) + "a = 1")?.reason == .tooDeep)
    #expect(failure(String(repeating: "CASEI(", count: 50_000) + "a")?.reason == .tooDeep)
    #expect(
      failure("S_WITHIN(a," + String(repeating: "GEOMETRYCOLLECTION(", count: 9_000))?.reason
        == .tooDeep)
    #expect(failure("a = '" + String(repeating: "x", count: 2 << 20) + "'")?.reason == .tooLong)
    #expect(failure("a = 1" + String(repeating: " OR a = 1", count: 50_000)) == nil)
  }

  @Test("Whatever the text, reading ends with a filter or an error inside the text")
  func noise() {
    var random = SeededGenerator(seed: 20)
    let words = [
      "area_m2", "面积", "'x'", "\"a", "(", ")", "AND", "OR", "NOT", "=", "<>", "<", "1", "-2.5e3",
      "LIKE", "IN", "BETWEEN", "IS", "NULL", "CASEI(", "DATE(", "'2025-01-01'", "S_WITHIN(",
      "POINT(", "POLYGON((", ",", "BBOX(", "Z", "TRUE", "%", "，", "T_AFTER(", "\u{0}", "🏠",
    ]
    for _ in 0..<3_000 {
      let count = Int.random(in: 0...12, using: &random)
      let text = (0..<count).map { _ in words.randomElement(using: &random) ?? "" }
        .joined(separator: Bool.random(using: &random) ? " " : "")
      if let error = failure(text) {
        #expect((0...text.unicodeScalars.count).contains(error.offset), "\(text)")
      }
    }
  }

  @Test("The box that a filter sets is found through AND and OR, never through NOT")
  func envelopes() throws {
    func box(_ text: String) throws -> Envelope? { try FilterExpression(parsing: text).envelope }
    let first = "S_INTERSECTS(g, BBOX(0,0,4,4))"
    let second = "S_WITHIN(g, POLYGON((2 2,8 2,8 3,2 2)))"
    #expect(try box(first) == Envelope(minX: 0, minY: 0, maxX: 4, maxY: 4))
    #expect(try box("a = 1 AND \(second)") == Envelope(minX: 2, minY: 2, maxX: 8, maxY: 3))
    #expect(
      try box("\(first) OR \(second)") == Envelope(minX: 0, minY: 0, maxX: 8, maxY: 4))
    #expect(try box("a = 1 OR \(second)") == nil)
    #expect(try box("NOT \(first)") == nil)
    #expect(try box("S_DISJOINT(g, BBOX(0,0,4,4))") == nil)
  }
}
