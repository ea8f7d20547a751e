import Answers
import Foundation
import Planning
import Testing

@Suite("A question about a code")
struct LandUseQuestionTests {
  func codes(_ answer: CodeAnswer) -> [String] {
    answer.matches.map { "\($0.item.scheme.rawValue) \($0.item.code)" }
  }

  @Test("A code that means the same in every scheme that has it is found")
  func found() {
    let answer = CodeQuestion("070102").answer()
    #expect(answer.answer == .found)
    #expect(codes(answer) == ["MNR-2023 070102", "MNR-2020 070102"])
    #expect(answer.matches[0].path.map(\.code) == ["07", "0701", "070102"])
  }

  @Test("A code that means different things is ambiguous and listed under each scheme")
  func ambiguous() {
    let answer = CodeQuestion("0702").answer()
    #expect(answer.answer == .ambiguous)
    #expect(
      answer.matches.map(\.item.name) == ["城镇社区服务设施用地", "城镇社区服务设施用地", "农村宅基地"])
    #expect(CodeQuestion("0702", scheme: .gbt21010).answer().answer == .found)
  }

  @Test("A renamed class with the same code is no ambiguity")
  func renamed() {
    #expect(CodeQuestion("0203").answer().answer == .found)
    #expect(CodeQuestion("1311").answer().answer == .ambiguous)
  }

  @Test("A name without its ending is found, with its equivalents in the scheme asked for")
  func name() {
    let answer = CodeQuestion("二类城镇住宅", to: .gb50137).answer()
    #expect(codes(answer) == ["MNR-2023 070102", "MNR-2020 070102"])
    #expect(answer.matches.allSatisfy { $0.matchedBy == .nearName })
    #expect(answer.matches[0].equivalents.compactMap(\.to?.code) == ["R21", "R2"])
  }

  @Test("A padded code says that it was padded")
  func padded() {
    let answer = CodeQuestion("140100").answer()
    #expect(codes(answer) == ["MNR-2023 1401", "MNR-2020 1401"])
    #expect(answer.matches.allSatisfy { $0.matchedBy == .paddedCode })
  }

  @Test("A mixed use is answered part by part")
  func mixed() {
    let answer = CodeQuestion("1101-07", scheme: .mnr2023).answer()
    #expect(answer.matches.map(\.part) == ["1101", "07"])
    #expect(answer.matches.map(\.item.name) == ["物流仓储用地", "居住用地"])
  }

  @Test("A lost zero, a wrong digit and a wrong character are suggested for")
  func suggestions() {
    #expect(CodeQuestion("70102").answer().suggestions.first?.code == "070102")
    let digits = CodeQuestion("070109", scheme: .mnr2023).answer()
    #expect(digits.suggestions.map(\.code) == ["0701", "070101", "070102", "070103"])
    #expect(CodeQuestion("二类城镇注宅用地").answer().suggestions.first?.name == "二类城镇住宅用地")
    let station = CodeQuestion("加油站").answer()
    #expect(station.answer == .none)
    #expect(station.suggestions.first?.code == "B41")
    #expect(CodeQuestion("仓储", scheme: .mnr2023).answer().matches.map(\.item.code) == ["11"])
    #expect(CodeQuestion("").answer().answer == .none)
  }

  @Test("An answer in JSON has its keys in snake case")
  func json() throws {
    let answer = CodeQuestion("R2", to: .mnr2023).answer()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let data = try encoder.encode(answer)
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains(#""matched_by":"code""#))
    #expect(text.contains(#""relation":"1:n""#))
    #expect(text.contains(#""answer":"found""#))
  }
}
