import Exchange
import Filtering
import Terms
import Testing

@Suite struct FilterWordingTests {
  private func words(_ filter: String, _ language: Language) -> [String] {
    do {
      _ = try FilterExpression(parsing: filter, properties: .sites)
      return []
    } catch {
      let wording = FilterWording(language)
      return [wording.sentence(for: error, in: "--where"), wording.advice(for: error) ?? ""]
    }
  }

  @Test func anErrorSaysWhereWhatAndWhatWasExpected() {
    #expect(
      words("people > 5 AND 财产 = 'x'", .en) == [
        "at character 21 of --where: “x” is of another kind", "expected here: a number",
      ])
    #expect(
      words("people ! 5", .zh) == ["--where 第 8 个字符：“!”没有看懂", "此处应为 <>"])
    #expect(
      words("people * 2 = 5", .en).first
        == "at character 8 of --where: arithmetic is not supported")
    #expect(
      words("poeple = 5", .zh)[1].hasPrefix("是否指 people；可用：名称、灾害类型、乡镇、村组、位置、威胁人数"))
    #expect(
      words("poeple = 5", .en)[1].hasPrefix("did you mean people? known are: name, hazard_type"))
    #expect(words("people =", .en)[0] == "at character 9 of --where: the filter ends too early")
  }
}
