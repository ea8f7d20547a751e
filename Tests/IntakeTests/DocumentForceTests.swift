import Intake
import Planning
import Terms
import Testing

/// What documents are about and what they do, told by short papers in the manner of many offices.
struct DocumentForceTests {
  private func read(_ text: String) async throws -> IntakeResult {
    try await DocumentIntake().read(Array(text.utf8), name: "a.txt", path: "a.txt")
  }

  /// A paper with a head, an addressee and a signature.
  private func paper(
    _ title: String, _ body: String, number: String? = "槐政地〔2026〕8号"
  ) async throws -> LandDocument {
    let head = "槐县人民政府\n\(title)\n\(number ?? "")\n\n县自然资源局：\n"
    return try #require(
      try await read(head + body + "\n\n槐县人民政府\n2026年3月2日\n").documents.first)
  }

  static let forces: [(String, String, DocumentForce)] = [
    (
      "关于HX-1号宗地供地方案的批复", "经审查，该宗地尚有争议，现不予批准，请妥善处理后再报。", .refuses
    ),
    ("关于HX-1号地块指标调整的复函", "征询各单位，无不同意见。原则同意HX-1号地块容积率不大于1.8。", .decides),
    ("关于撤回槐政地〔2025〕3号的决定", "决定撤回槐政地〔2025〕3号。", .revokes),
    ("关于停止执行有关规划批复的通知", "槐政函〔2012〕5号即日起停止执行。", .repeals),
    ("关于审批HX-1号宗地划拨方案的请示", "HX-1号宗地拟划拨给县医院。妥否，请批示。", .requests),
    ("关于城北片区详细规划草案的公示", "HX-1地块用地性质为绿地。如有意见请书面反馈。", .proposes),
    ("关于城北片区详细规划的批后公示", "现将批准的HX-1地块用地性质为绿地予以公布。", .reports),
    ("关于HX-1号宗地成交结果的公示", "HX-1号宗地由槐县某公司竞得，成交价90万元。", .reports),
    ("关于HX-1号宗地拍卖出让的公告", "定于5月拍卖HX-1号宗地，面积900平方米。", .announces),
    ("关于群众反映HX-1地块问题的答复", "您反映的问题收悉，HX-1地块暂无建设安排。", .replies),
    ("关于按期补划耕地的承诺函", "我县将于年内补划耕地3公顷。特此承诺。", .promises),
  ]

  @Test(arguments: forces)
  func aDocumentDoesWhatItsClausesSay(
    _ title: String, _ body: String, _ force: DocumentForce
  ) async throws {
    #expect(try await paper(title, body).force == force)
  }

  @Test func whatAnotherPaperSaidDecidesNothing() async throws {
    let document = try await paper(
      "关于作废一件供地批复的通知", "槐政地〔2024〕9号文件同意将HX-2号宗地出让给某公司，该批复现予作废。")
    #expect(document.force == .revokes)
    #expect(document.revokes == ["槐政地〔2024〕9号"])
    #expect(!document.hasFacts)
  }

  @Test(arguments: ["现决定撤销该批复", "经研究，上述批复予以撤销"])
  func aPaperThatWasNamedInTheSentenceBeforeIsEnded(_ ending: String) async throws {
    let document = try await paper(
      "关于撤销HX片区详细规划批复的决定", "《关于HX片区详细规划的批复》（槐政函〔2025〕11号）批准前没有公示。\(ending)。")
    #expect(document.force == .revokes)
    #expect(document.revokes == ["槐政函〔2025〕11号"])
  }

  @Test func aNumberThatIsOnlyCitedIsNotEnded() async throws {
    let document = try await paper(
      "关于HX-3地块规划调整的批复",
      "同意HX-3地块用地性质调整为仓储用地。根据《某通知》（槐政发〔2020〕1号），原批复（槐政函〔2018〕7号）同时废止。")
    #expect(document.force == .decides)
    #expect(document.revokes == ["槐政函〔2018〕7号"])
  }

  @Test func repealedPapersAreReadFromAListAndATable() async throws {
    let list = try await paper(
      "关于废止部分文件的决定", "下列文件予以废止：\n1.《甲办法》（槐政发〔2008〕1号）\n2.《乙规定》（槐政发〔2010〕2号）")
    #expect(list.revokes == ["槐政发〔2008〕1号", "槐政发〔2010〕2号"])
    let table = try await paper(
      "关于公布失效文件目录的通知", "以下文件不再执行：\n序号\t名称\t文号\n1\t甲办法\t槐政发〔2008〕1号\n2\t乙规定\t槐政发〔2010〕2号")
    #expect(table.revokes == ["槐政发〔2008〕1号", "槐政发〔2010〕2号"])
  }

  @Test func aTermOfYearsEndsTheDayBefore() async throws {
    let conditions = try await paper(
      "关于HX-4地块规划条件的通知", "HX-4地块容积率不大于1.2。本规划条件有效期一年。")
    #expect(conditions.inForceUntil == CalendarDate(year: 2027, month: 3, day: 1))
    let rules = try await paper(
      "关于印发槐县供地管理办法的通知", "第一条 略。\n第二条 略。\n第三条 本办法自2026年5月1日起施行，有效期2年。")
    #expect(rules.inForceUntil == CalendarDate(year: 2028, month: 4, day: 30))
    #expect(rules.kind == .rule)
  }

  @Test func theTextTellsAKindThatTheTitleDoesNot() async throws {
    let supply = try await paper(
      "关于某项目用地有关事宜的批复", "同意将HX-5号宗地以协议方式出让给槐县供热有限公司，面积2000平方米。")
    #expect(supply.kind == .supply)
    #expect(supply.transactions.map(\.kind) == [.agreement])
    let conversion = try await paper(
      "关于第三批次用地的批复", "同意将石桥村农用地2.5公顷转为建设用地，并征收为国有。")
    #expect(conversion.kind == .conversion)
  }

  @Test func newsPurchasesAndStatisticsStateNoLand() async throws {
    let news = try await read("土地市场活跃\n本报讯 今年挂牌成交HX-6号地块等5宗，面积8公顷。\n")
    #expect(news.documents.allSatisfy { !$0.hasFacts && $0.force == .reports })
    let purchase = try await paper("关于规划编制费用采购的批复", "同意采购，编号CG-2026-1，图件面积20平方米。")
    #expect(purchase.kind == .other && !purchase.hasFacts)
    let figures = try await paper("关于供应计划执行情况的报告", "全年划拨用地3宗、面积4公顷。")
    #expect(figures.force == .reports && !figures.hasFacts)
  }

  @Test func papersWithoutNumbersInOneFileAreSeveral() async throws {
    let text = """
      槐县自然资源局国有建设用地使用权拍卖出让公告
      HX-7号宗地，面积900平方米，商业用地。
      槐县自然资源局
      2026年2月2日

      槐县自然资源局国有建设用地使用权拍卖结果公示
      HX-8号宗地，面积800平方米，竞得人为槐县某某有限公司，成交价70万元。
      槐县自然资源局
      2026年3月3日

      """
    let documents = try await read(text).documents
    #expect(documents.map(\.force) == [.announces, .reports])
    #expect(documents.flatMap(\.transactions).map(\.stage) == [.announced, .concluded])
  }

  @Test func aNumberAloneAboveTheAddresseeIsAHead() async throws {
    let document = try #require(
      try await read("槐政土〔2026〕1号\n\n县民政局：\n现将HX-9号宗地700平方米划拨给县福利院。\n槐县人民政府\n2026年1月1日\n")
        .documents.first)
    #expect(document.number == "槐政土〔2026〕1号")
    #expect(document.kind == .supply)
  }

  @Test func landWithoutAFactIsToldAndOtherPapersAreQuiet() async throws {
    let silent = try await read(
      "槐县人民政府\n关于供地方案有关事项的批复\n槐政地〔2026〕9号\n县自然资源局：\n请抓紧办理用地手续。\n槐县人民政府\n2026年1月1日\n")
    #expect(silent.diagnostics.contains { $0.code == .nothingRead && $0.severity == .warning })
    let other = try await read(
      "槐县人民政府\n关于做好防汛工作的通知\n槐政发〔2026〕2号\n各乡镇：\n请做好准备。\n槐县人民政府\n2026年1月1日\n")
    #expect(other.documents.map(\.kind) == [.other])
    #expect(other.diagnostics.isEmpty)
  }

  @Test func oneDocumentOfAFileCanBeCalledByItsNumber() async throws {
    var options = DocumentIntake.Options()
    options.kinds[try #require(DocumentNumber("槐政发〔2026〕2号"))] = .reserve
    let text = "槐县人民政府\n关于有关事项的通知\n槐政发〔2026〕2号\n各乡镇：\nHX-10地块面积3公顷。\n槐县人民政府\n2026年1月1日\n"
    let result = try await DocumentIntake().read(
      Array(text.utf8), name: "a.txt", path: "a.txt", options: options)
    #expect(result.documents.map(\.kind) == [.reserve])
  }

  static let numbers = [
    ("岭自然资（建）字〔2026〕21号", "岭自然资（建）字〔2026〕21号"), ("（2026）政国土字第318号", "〔2026〕政国土字第318号"),
    ("槐政函[2026] 3 号", "槐政函〔2026〕3号"),
  ]

  @Test(arguments: numbers)
  func aNumberIsReadInTheMannerOfItsProvince(_ printed: String, _ number: String) {
    #expect(DocumentNumber(printed)?.description == number)
  }

  @Test func theNumberAndDayOfIssueStandInBracketsBelowTheTitle() async throws {
    let document = try #require(
      try await read(
        """
        槐县工业用地管理办法
        （槐政规〔2026〕2号，2026年2月11日印发）
        第一条 为规范供地，制定本办法。
        第二条 工业用地容积率不低于1.0。
        第三条 本办法自2026年4月1日起施行。
        """
      ).documents.first)
    #expect(document.number == "槐政规〔2026〕2号")
    #expect(document.date == CalendarDate(year: 2026, month: 2, day: 11))
    #expect(document.force == .rules)
  }

  @Test func aNoticeHasItsNumberInTheBracketsOfItsTitleOrInAField() async throws {
    let titled = try await read(
      """
      槐县国有建设用地使用权挂牌出让公告（槐土告字〔2026〕4号）
      经批准，挂牌出让HX-7号宗地，面积1200平方米。
      槐县自然资源局
      2026年3月2日
      """)
    #expect(titled.documents.first?.number == "槐土告字〔2026〕4号")
    let field = try await read(
      """
      槐县自然资源局协议出让公示
      公示编号：槐资协〔2026〕6号
      地块编号：HX-8
      土地面积：900平方米
      槐县自然资源局
      2026年3月2日
      """)
    #expect(field.documents.first?.number == "槐资协〔2026〕6号")
  }

  @Test func theDataBlockOfAPageBetweenTitleAndNumberHidesNoTitle() async throws {
    let document = try #require(
      try await read(
        """
        槐县人民政府关于废止部分规划批复的通知
        发布时间：2026-03-05　来源：县政府办　点击数：
        槐政发〔2026〕12号
        各乡镇人民政府：
        决定废止下列批复，自2026年4月1日起停止执行：《关于东街片区规划的批复》（槐政函〔2011〕9号）。
        槐县人民政府
        2026年3月2日
        """
      ).documents.first)
    #expect(document.force == .repeals)
    #expect(document.revokes == ["槐政函〔2011〕9号"])
    #expect(!document.hasFacts)
  }

  @Test func theAnswerToAProposalSuppliesNothing() async throws {
    let document = try await paper(
      "关于县政协第21号提案的答复", "您提出的提案收悉。HX-9地块拟以划拨方式供应。", number: nil)
    #expect(document.kind == .other)
    #expect(document.force == .replies)
  }

  @Test func aDecisionServedByANoticeDecidesAndTakesTheLandOfWhomItAddresses() async throws {
    let document = try #require(
      try await read(
        """
        槐县自然资源局收回国有建设用地使用权决定书公告
        槐资收决〔2026〕1号
        槐县青禾仓储有限公司：
        你公司于2019年5月6日与我局签订出让合同（合同编号：1234562019B00077），取得编号为2019-5号宗地的土地使用权，面积3000平方米。
        经批准，现决定：无偿收回2019-5号宗地3000平方米国有建设用地使用权。
        槐县自然资源局
        2026年3月2日
        """
      ).documents.first)
    #expect(document.force == .decides)
    #expect(document.transactions.map(\.parcelID) == ["2019-5"])
    #expect(document.transactions.first?.party == "槐县青禾仓储有限公司")
  }

  @Test func theShareOfFloorAreaIsThatOfTheUseItNames() async throws {
    let document = try await paper(
      "关于HX-11号宗地出让方案的批复",
      """
      同意以挂牌方式出让HX-11号宗地，面积12000平方米，土地用途为城镇住宅用地、零售商业用地。
      HX-11号宗地零售商业计容建筑面积不超过地上总计容建筑面积的12%。
      """)
    let uses = document.transactions.first?.landUse ?? []
    #expect(uses.first { $0.name == "零售商业用地" }?.share?.greatest == 12)
    #expect(uses.first { $0.name == "城镇住宅用地" }?.share == nil)
  }

  @Test func theAreaSaidBeforeTheSiteIsThatOfItsParcel() async throws {
    let document = try await paper(
      "关于申请划拨用地的请示",
      "我单位建设泵站，需用地0.9公顷，选址于河湾村HX-13地块，用途为供水用地。特申请划拨，请予审批。")
    #expect(document.transactions.first?.parcelID == "HX-13")
    #expect(document.transactions.first?.area?.squareMetres == 9000)
  }
}
