import Exchange
import Terms
import Testing

@Suite struct TextTests {
  @Test(arguments: [
    ("abc", 3), ("容积率", 6), ("≤2.6", 4), ("（070102）", 10), ("e\u{301}", 1), ("〔2025〕", 8),
    ("𠮷", 2), ("", 0),
  ])
  func widthIsCountedInColumns(_ text: String, _ columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test func aCutTextFitsAndSaysSo() {
    #expect(DisplayWidth.truncated("中心城区详细规划", to: 9) == "中心城区…")
    #expect(DisplayWidth.truncated("中心", to: 4) == "中心")
  }

  @Test func wrappingKeepsWordsAndClosingSigns() {
    #expect(DisplayWidth.wrapped("one two three", to: 8) == ["one two", "three"])
    #expect(DisplayWidth.wrapped("东至大街，南至路。", to: 8) == ["东至大街，", "南至路。"])
    #expect(DisplayWidth.wrapped("", to: 8) == [""])
  }

  @Test(arguments: [
    (["LC_ALL": "zh_CN.UTF-8", "LANG": "en_US"], Language.zh), (["LANG": "zh_CN.UTF-8"], .zh),
    (["LC_ALL": "", "LC_MESSAGES": "zh_TW"], .zh), (["LC_ALL": "C", "LANG": "zh_CN"], .en),
    ([:], .en),
  ])
  func theLanguageComesFromTheEnvironment(_ environment: [String: String], _ language: Language) {
    #expect(Language(environment: environment) == language)
  }
}
