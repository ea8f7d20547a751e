import Intake
import Planning
import TestSupport
import Terms
import Testing

/// Notices, results and contracts of sales as sites and forms print them.
struct SaleNoticeTests {
  private func read(_ text: String, name: String = "a.txt") async throws -> IntakeResult {
    try await DocumentIntake().read(Array(text.utf8), name: name, path: name)
  }

  @Test func whatASitePrintsAboveItsMenuIsNoTitle() async throws {
    let text = """
      无障碍浏览 | English
      测水县公共资源交易网
      首页    政务公开    办事服务
      当前位置：首页 > 土地 > 公告
      测水县国有建设用地使用权挂牌出让公告（测土告字
      〔2026〕7号）
      CS2026-07号宗地，土地面积8100平方米，用途为二类工业用地，起始价980万元。
      一、挂牌时间：2026年5月6日9时至2026年5月18日15时。
      测水县自然资源局
      2026年4月9日
      """
    let document = try await read(text).documents.first
    #expect(document?.number == "测土告字〔2026〕7号")
    #expect(document?.force == .announces)
  }

  @Test func theDaysOfASaleHoldForAllThatItOffers() async throws {
    let text = """
      测水县国有建设用地使用权拍卖出让公告
      测土告字〔2026〕8号

      宗地编号\t面积（平方米）\t用途\t起拍价
      CS2026-11\t8000\t二类工业用地\t960万元（80万元/亩）
      CS2026-12\t9000\t零售商业用地\t1800万元

      一、报名时间为2026年5月6日至2026年5月20日（8:30—12:00，14:30—17:00）。
      二、拍卖会定于2026年5月22日上午10时举行。
      测水县自然资源局
      2026年4月9日
      """
    let acts = try await read(text).documents.flatMap(\.transactions)
    #expect(acts.map(\.parcelID) == ["CS2026-11", "CS2026-12"])
    let day = CalendarDate(year: 2026, month: 5, day: 22)
    #expect(acts.map { $0.dates[.closing] } == [day, day])
    #expect(acts.first?.prices.first { $0.kind == .perMu }?.amountYuan == 800_000)
  }

  @Test func landForSaleHasThePlansNumberForAnother() async throws {
    let text = """
      测水县自然资源局国有建设用地使用权挂牌出让公告
      测土告字〔2026〕9号

      CS2026-Z01号宗地位于测水组团B分区B07-2/01地块，土地面积12000平方米，用途为二类工业用地。
      测水县自然资源局
      2026年4月9日
      """
    let acts = try await read(text).documents.flatMap(\.transactions)
    #expect(acts.map(\.parcelID) == ["CS2026-Z01"])
    #expect(acts.first?.aliases == ["B07-2/01"])
  }

  @Test func anOutcomeToldInACellNamesTheWinnerAndThePrice() async throws {
    let text = """
      测水县国有建设用地使用权拍卖出让结果公示

      宗地编号\t面积\t用途\t结果
      CS2026-21\t净用地12.5亩\t零售商业用地\t成交。竞得人：测水县远山置业有限公司；成交总价2150万元
      CS2026-22\t8亩\t零售商业用地\t流拍

      测水县自然资源局
      2026年4月9日
      """
    let acts = try await read(text).documents.flatMap(\.transactions)
    #expect(acts.map(\.stage) == [.concluded, .failed])
    #expect(acts.first?.party == "测水县远山置业有限公司")
    #expect(acts.first?.amountYuan == 21_500_000)
  }
}
