import Exchange
import Filtering
import Planning
import Terms
import Testing

@Suite struct FilterWordingTests {
  private func words(_ filter: String, _ language: Language) -> [String] {
    do {
      _ = try FilterExpression(parsing: filter, properties: .parcels)
      return []
    } catch {
      let wording = FilterWording(language)
      return [
        wording.sentence(for: error), wording.advice(for: error) ?? "",
        wording.excerpt(of: error, in: filter),
      ]
    }
  }

  @Test func anErrorSaysWhatWhereAndWhatWasExpected() {
    #expect(
      words("面积 > 5 AND land_use_code = 0701", .en) == [
        "“0701” is of another kind (character 28)",
        "expected here: a text in single quotes",
        "面积 > 5 AND land_use_code = 0701\n                             ^",
      ])
    #expect(
      words("area_m2 ≥ 5", .zh) == [
        "条件中的“≥”没有看懂（第 9 个字符）", "此处应为 >=", "area_m2 ≥ 5\n        ^",
      ])
    #expect(words("area_m2 * 2 = 5", .en).first == "arithmetic is not supported (character 9)")
    #expect(words("aera_m2 = 5", .zh)[1] == "可用的名称：area_m2")
    #expect(words("area_m2 =", .en)[0] == "the filter ends too early (character 10)")
  }
}
