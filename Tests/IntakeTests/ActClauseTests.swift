import Intake
import Planning
import TestSupport
import Terms
import Testing

/// What clauses say of acts: who, for how much, for how long, until when, and how it ended.
struct ActClauseTests {
  private func read(_ title: String, _ body: String) async throws -> IntakeResult {
    let text = "\(title)\n测政地〔2026〕8号\n\n县自然资源局：\n\(body)\n\n测水县人民政府\n2026年4月2日\n"
    return try await DocumentIntake().read(Array(text.utf8), name: "a.txt", path: "a.txt")
  }

  private func acts(_ title: String, _ body: String) async throws -> [LandTransaction] {
    try await read(title, body).documents.flatMap(\.transactions)
  }

  private func sum(_ act: LandTransaction?, _ kind: PriceKind) -> Double? {
    act?.prices.first { $0.kind == kind }?.amountYuan
  }

  // MARK: How it ended

  @Test(arguments: [
    "挂牌期内无人报价，未成交", "挂牌截止时无竞买人报名，流拍", "因报价低于底价未能成交", "投标截止时无人投标，流标",
  ])
  func landThatNobodyBoughtHasNoBuyerAndNoPrice(_ outcome: String) async throws {
    let acts = try await acts(
      "测水县国有建设用地使用权挂牌出让结果公示",
      "CS2026-06号地块，土地面积8700平方米，起始价1260万元，\(outcome)。")
    #expect(acts.map(\.stage) == [.failed])
    #expect(acts.first?.party == nil && acts.first?.amountYuan == nil)
    #expect(sum(acts.first, .start) == 12_600_000)
  }

  @Test(arguments: [
    ("流拍", ActStage.failed), ("因无人报名流拍", .failed), ("无成交", .failed),
    ("曾流拍一次", .concluded), ("上次流拍，本次成交", .concluded), ("成交", .concluded), ("", .concluded),
  ])
  func aRemarkOfARowTellsThatNobodyBought(_ remark: String, _ stage: ActStage) async throws {
    let acts = try await acts(
      "测水县国有建设用地使用权挂牌出让结果公示",
      """
      宗地编号\t土地用途\t土地面积（平方米）\t受让单位\t备注
      CS2026-14\t工业用地\t21000\t测水县禾润食品有限公司\t成交
      CS2026-15\t商业用地\t6400\t—\t\(remark)
      """)
    #expect(acts.map(\.stage) == [.concluded, stage])
  }

  @Test func aLabelThatIsNotKnownHidesNotTheOneBesideIt() async throws {
    let act = try #require(
      try await acts(
        "测水县国有建设用地使用权出让合同信息",
        """
        经办窗口\t三号厅\t宗地编号\tCS2026-14
        面积（公顷）\t2.1000\t土地用途\t工业用地
        供地方式\t挂牌出让\t土地使用权人\t测水县禾润食品有限公司
        审核科室\t利用科\t合同签订日期\t2026年3月30日
        """
      ).first)
    #expect(act.parcelID == "CS2026-14")
    #expect(act.dates[.signed] == CalendarDate(year: 2026, month: 3, day: 30))
  }

  @Test func aSaleThatIsStoppedIsTerminated() async throws {
    let acts = try await acts(
      "关于中止CS2026-09号地块国有建设用地使用权拍卖的公告",
      "因道路规划调整，现决定中止CS2026-09号地块（土地面积9630平方米）的拍卖出让活动。")
    #expect(acts.map(\.stage) == [.terminated])
    #expect(acts.map(\.kind) == [.auction])
  }

  @Test(arguments: [
    "经4轮竞价，最终由测水县禾润房地产有限公司以总价3420万元竞得",
    "测水县禾润房地产有限公司以34,200,000元的价格摘得", "竞得人为测水县禾润房地产有限公司，成交价3420万元",
    "由测水县禾润房地产有限公司竞得，成交总价为人民币叁仟肆佰贰拾万元整（3420万元）",
  ])
  func theWinnerAndThePriceStandApart(_ words: String) async throws {
    let acts = try await acts(
      "测水县国有建设用地使用权挂牌出让结果公示",
      "CS2026-05号地块，土地面积22150平方米，起始价3100万元，\(words)。")
    #expect(acts.map(\.party) == ["测水县禾润房地产有限公司"])
    #expect(acts.map(\.amountYuan) == [34_200_000])
    #expect(sum(acts.first, .start) == 31_000_000)
    #expect(acts.map(\.stage) == [.concluded])
  }

  // MARK: Money, terms, days

  @Test func moneyIsOfTheKindThatItsNearestWordSays() async throws {
    let act = try await acts(
      "测水县人民政府关于CS2026-11号宗地挂牌出让方案的批复",
      "同意CS2026-11号宗地以挂牌方式出让，面积30亩，起始价每亩22万元，竞买保证金为起始价的20%即132万元，每次加价不少于5万元，投资强度不低于300万元/亩。"
    ).first
    #expect(sum(act, .perMu) == 220_000)
    #expect(sum(act, .deposit) == 1_320_000)
    #expect(sum(act, .increment) == 50_000)
    #expect(act?.amountYuan == nil)
    #expect(act?.prices.count == 3)
  }

  @Test func aRentIsNoPrice() async throws {
    let act = try await acts(
      "测水县人民政府关于CS2026-Z1号宗地租赁方案的批复",
      "同意以租赁方式将CS2026-Z1号宗地提供给测水县金穗粮油有限责任公司，面积12400平方米，租赁期限20年，年租金9.6万元。"
    ).first
    #expect(act?.kind == .lease)
    #expect(sum(act, .rent) == 96_000)
    #expect(act?.amountYuan == nil)
    #expect(act?.terms == [UseTerm(years: 20)])
    #expect(act?.party == "测水县金穗粮油有限责任公司")
  }

  @Test(arguments: ["出让年限分别为住宅70年、商业40年", "住宅出让年限70年、商业出让年限40年", "出让年限：住宅七十年，商业四十年"])
  func eachUseHasItsTerm(_ words: String) async throws {
    let act = try await acts(
      "测水县人民政府关于CS2026-12号宗地拍卖出让方案的批复",
      "同意CS2026-12号宗地以拍卖方式出让，面积25310平方米，\(words)。"
    ).first
    #expect(
      act?.terms == [
        UseTerm(landUseName: "住宅", years: 70), UseTerm(landUseName: "商业", years: 40),
      ])
  }

  @Test func aDayCountsFromAnotherWhereThatIsKnown() async throws {
    let act = try await acts(
      "测水县人民政府关于CS2026-13号宗地划拨的批复",
      "同意将CS2026-13号宗地13406平方米划拨给测水县卫生健康局，2026年5月31日前交地，交地后6个月内开工，2028年11月30日前竣工。"
    ).first
    #expect(act?.dates[.handover] == CalendarDate(year: 2026, month: 5, day: 31))
    #expect(act?.dates[.start] == CalendarDate(year: 2026, month: 11, day: 30))
    #expect(act?.dates[.completion] == CalendarDate(year: 2028, month: 11, day: 30))
    #expect(act?.dates[.signed] == nil)
  }

  @Test func biddingClosesAtTheEndOfItsTime() async throws {
    let act = try await acts(
      "测水县国有建设用地使用权挂牌出让公告",
      "CS2026-14号宗地面积9000平方米，起始价405万元，报名时间为2026年5月1日至5月14日，挂牌时间自2026年5月6日9时起，至5月16日15时截止。"
    ).first
    #expect(act?.dates.count == 1)
    #expect(act?.dates[.closing] == CalendarDate(year: 2026, month: 5, day: 16))
    #expect(act?.stage == .announced)
  }

  // MARK: Names and conditions

  @Test func aVerbInsideANameIsNoAct() async throws {
    let act = try await acts(
      "测水县人民政府关于国家储备林管护用房用地划拨的批复",
      "经市招标投标中心和恒信拍卖行论证，同意将CS2026-15号宗地3200平方米国有建设用地使用权划拨给测水县国有黑松林场，用于储备林和保障性租赁住房建设。"
    ).first
    #expect(act?.kind == .allocation)
    #expect(act?.party == "测水县国有黑松林场")
  }

  @Test(arguments: [
    "公示期内若只有一家意向用地单位，则以协议方式出让给该单位", "有两家及以上申请人的，改为挂牌方式出让给价高者",
    "逾期未签订合同的，由县政府无偿收回", "竞得人应按照招标拍卖挂牌规定办理手续",
  ])
  func whatHasNotHappenedMakesNoAct(_ words: String) async throws {
    let read = try await read(
      "关于拟协议出让CS2026-16号宗地的公示",
      "CS2026-16号宗地面积3980平方米，土地用途为供电用地，拟以协议方式出让。\(words)。")
    let acts = read.documents.flatMap(\.transactions)
    #expect(acts.map(\.kind) == [.agreement])
    #expect(acts.map(\.party) == [nil])
    #expect(acts.map(\.stage) == [.announced])
  }

  @Test(arguments: [
    ("划拨给测水县消防救援大队，用于建站", "测水县消防救援大队"),
    ("划拨给测水县云杉酒店管理有限公司使用", "测水县云杉酒店管理有限公司"),
    ("划拨给测水县瑞通燃气有限公司（原测水县煤气公司）", "测水县瑞通燃气有限公司"),
    ("使用单位为测水县城市管理局", "测水县城市管理局"), ("划拨给东岗镇靠山村村民委员会建设广场", "东岗镇靠山村村民委员会"),
    ("用地单位：会宁街道办事处社区服务中心", "会宁街道办事处社区服务中心"),
  ])
  func aPartyIsAWholeName(_ words: String, _ party: String) async throws {
    let act = try await acts(
      "测水县人民政府关于CS2026-17号宗地划拨的批复", "同意CS2026-17号宗地5520平方米，\(words)。"
    ).first
    #expect(act?.party == party)
  }

  @Test func aReceiverThatIsNotUnderstoodIsReported() async throws {
    let read = try await read(
      "测水县人民政府关于CS2026-18号宗地划拨的批复", "同意将CS2026-18号宗地5520平方米划拨给南坡那边的几户。")
    #expect(read.documents.flatMap(\.transactions).first?.party == nil)
    #expect(read.diagnostics.contains { $0.code == .partyNotUnderstood })
  }

  // MARK: Land taken back

  @Test func whatStaysWithTheHolderIsNotTakenBack() async throws {
    let acts = try await acts(
      "测水县人民政府关于收回CS2015-11号宗地部分土地的批复",
      "测水县泰和木业有限公司名下CS2015-11号宗地面积48000平方米。同意有偿收回其中18000平方米，补偿总额1260万元，剩余30000平方米仍由该公司使用。")
    #expect(acts.map(\.area?.squareMetres) == [18_000])
    #expect(acts.map(\.party) == ["测水县泰和木业有限公司"])
    #expect(acts.map(\.kind) == [.reclaimPaid])
    #expect(acts.map(\.amountYuan) == [12_600_000])
  }

  @Test func eachItemIsTakenBackInItsOwnWay() async throws {
    let acts = try await acts(
      "测水县人民政府关于收回部分国有土地使用权的批复",
      """
      同意收回以下单位国有建设用地使用权：
      1.测水县第二轧钢厂位于钢城路11号的土地22310平方米，补偿款4462万元；
      2.王建国等3户位于站前路西巷的宅地，面积412平方米，以置换方式安置；
      3.测水县蔬菜站位于北关街的土地1800平方米，不予补偿。
      """)
    #expect(acts.map(\.party) == ["测水县第二轧钢厂", "王建国等3户", "测水县蔬菜站"])
    #expect(acts.map(\.kind) == [.reclaimPaid, .reclaimPaid, .reclaimFree])
    #expect(acts.map(\.amountYuan) == [44_620_000, nil, nil])
  }

  // MARK: Other kinds

  @Test func aBatchIsConvertedAndAcquired() async throws {
    let acts = try await acts(
      "测水县人民政府关于2026年第4批次农用地转用和土地征收的批复",
      "同意将南关村集体农用地6.4512公顷（其中耕地5.1033公顷）转为建设用地，同时征收南关村集体土地7.0021公顷。")
    #expect(acts.map(\.kind) == [.conversion, .acquisition])
    #expect(acts.compactMap(\.area?.squareMetres) == [64_512, 70_021])
  }

  @Test func theSumsOfAPlanAreNoActs() async throws {
    let documents = try await read(
      "测水县2026年度国有建设用地供应计划的批复",
      "2026年全县计划供应国有建设用地32.5公顷，其中挂牌出让20公顷，划拨12.5公顷。"
    ).documents
    #expect(documents.flatMap(\.transactions).isEmpty)
  }
}
