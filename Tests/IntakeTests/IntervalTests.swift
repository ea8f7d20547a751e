@testable import Intake
import Planning
import Terms
import TestSupport
import Testing

struct IntervalTests {
  private static let useNames = UseNames.table(of: .standard)

  private static func read(_ text: String, _ indicator: Indicator) -> Interval? {
    let grammar = Grammar(
      Prose([SourceLine(number: 1, text: text)]), vocabulary: .standard, useNames: useNames,
      date: nil)
    return grammar.interval(of: indicator, at: 0)?.interval
  }

  private static func interval(
    _ low: Double?, _ lowInclusive: Bool, _ high: Double?, _ highInclusive: Bool
  ) -> Interval {
    Interval(
      lower: low.map { .init($0, inclusive: lowInclusive) },
      upper: high.map { .init($0, inclusive: highInclusive) })
  }

  @Test(arguments: [
    "≤2.5", "<=2.5", "≦2.5", "不大于2.5", "不超过2.5", "不得高于2.5", "2.5以下", "2.5以内", "上限2.5", "应≤2.5",
    "控制在2.5以内", "为≤2.5", "：≤2.5", "最大2.5", "２．５及以下", "≯2.5", "不应突破2.5",
  ])
  func theseMeanAtMost(_ text: String) {
    #expect(Self.read(text, .floorAreaRatio) == Self.interval(nil, false, 2.5, true))
  }

  @Test(arguments: ["＜2.5", "<2.5", "小于2.5", "低于2.5", "不足2.5", "少于2.5"])
  func theseMeanBelow(_ text: String) {
    #expect(Self.read(text, .floorAreaRatio) == Self.interval(nil, false, 2.5, false))
  }

  @Test(arguments: [
    "≥30%", "不小于30%", "不低于30%", "30%以上", "至少30%", "下限30%", "≥0.3", "不得少于百分之", "≮30％",
  ])
  func theseMeanAtLeast(_ text: String) {
    let expected = text.contains("百分之") ? nil : Self.interval(30, true, nil, false)
    #expect(Self.read(text, .greenSpaceRatio) == expected)
  }

  @Test(arguments: [
    "1.2～1.8", "1.2-1.8", "1.2—1.8", "1.2至1.8", "1.2≤R≤1.8", "1.2≤容积率≤1.8", "不小于1.2且不大于1.8",
    "≥1.2，≤1.8", "介于1.2与1.8之间", "在1.2到1.8之间", "1.2以上、1.8以下", "下限1.2、上限1.8",
  ])
  func theseMeanBetween(_ text: String) {
    #expect(Self.read(text, .floorAreaRatio) == Self.interval(1.2, true, 1.8, true))
  }

  @Test func aHeightWithoutSignIsAMaximum() {
    #expect(Self.read("为30m", .buildingHeight) == Self.interval(nil, false, 30, true))
    #expect(Self.read("30米", .buildingHeight) == Self.interval(nil, false, 30, true))
  }

  @Test(arguments: [
    ("不少于0.8个/100㎡", 0.8, true), ("≥0.8个/百平方米", 0.8, true), ("不低于0.8车位/百平方米", 0.8, true),
    ("按每100平方米建筑面积不少于1个车位", 1, true), ("1.0个/100平方米建筑面积", 1, true), ("≥1.2", 1.2, true),
    ("≥120个", 120, false), ("不少于150个", 150, false), ("120辆", 120, false), ("30个停车位", 30, false),
    ("为562", 562, false),
  ])
  func parkingIsANumberOfPlacesOrOnePer100SquareMetres(
    _ text: String, _ least: Double, _ isPer100: Bool
  ) {
    var expected = Self.interval(least, true, nil, false)
    expected.isPer100SquareMetres = isPer100
    #expect(Self.read(text, .parkingPlaces) == expected)
  }

  @Test(arguments: ["≥1.2个/户", "0.6个/客房", "不少于1个/床", "不低于90%", "由开发单位配建"])
  func parkingByHouseholdsIsNoNumberOfPlaces(_ text: String) {
    #expect(Self.read(text, .parkingPlaces) == nil)
  }

  @Test func anotherIndicatorWithoutSignHasNoDirection() {
    #expect(Self.read("1.6", .floorAreaRatio) == .undirected(1.6))
    #expect(Self.read("为35%", .greenSpaceRatio) == .undirected(35))
  }

  @Test(arguments: ["≥1.2～1.8", "不小于1.2且1.8", "≥1.2-1.8", "≥1.2至1.8", "1.2≤…≤1.8"])
  func anUpperEndWithoutItsSignIsOneToo(_ text: String) {
    #expect(Self.read(text, .floorAreaRatio) == Self.interval(1.2, true, 1.8, true))
  }

  @Test func theNewValueIsTheFactAndTheOldOneIsKept() {
    let grammar = Grammar(
      Prose([SourceLine(number: 1, text: "由≤2.0调整为≤2.5")]), vocabulary: .standard,
      useNames: Self.useNames, date: nil)
    let phrase = grammar.interval(of: .floorAreaRatio, at: 0)
    #expect(phrase?.interval == Self.interval(nil, false, 2.5, true))
    #expect(phrase?.previous == Self.interval(nil, false, 2.0, true))
  }

  private static let cells = CellReader(vocabulary: .standard, useNames: useNames, date: nil)

  @Test(arguments: ["36米≥建筑高度", "H≤36米", "建筑高度：36m", "36米以下", "h≤36"])
  func aCellMayNameItsIndicatorOrWriteALetter(_ text: String) {
    let read = Self.cells.bounds(text, column: .buildingHeight, sign: nil)
    #expect(read.values.map(\.interval) == [Self.interval(nil, false, 36, true)])
    #expect(read.isWhole)
  }

  @Test func aCellMayHoldAllIndicators() {
    let read = Self.cells.bounds(
      "1.容积率：大于1.0且不大于2.2；2.D≤30%；λg≥35%，限高54米，停车位1个/户", column: nil, sign: nil)
    #expect(
      read.values.map(\.indicator)
        == [.floorAreaRatio, .buildingDensity, .greenSpaceRatio, .buildingHeight])
    #expect(read.values.first?.interval == Self.interval(1, false, 2.2, true))
    #expect(read.values.last?.interval == Self.interval(nil, false, 54, true))
  }

  @Test func aNoteTellsTheEndsOfBareNumbersByUse() {
    let directions = BoundDirections(
      ["注：1.工业用地容积率为下限，绿地率为上限；2.其他用地除绿地率为下限外，其余指标均为上限。"], cells: Self.cells)
    #expect(directions.sign(of: .floorAreaRatio, use: "二类工业用地") == .atLeast)
    #expect(directions.sign(of: .greenSpaceRatio, use: "二类工业用地") == .atMost)
    #expect(directions.sign(of: .floorAreaRatio, use: "商业用地") == .atMost)
    #expect(directions.sign(of: .greenSpaceRatio, use: "商业用地") == .atLeast)
    #expect(
      BoundDirections(["注：本表面积单位为公顷。"], cells: Self.cells)
        .sign(of: .floorAreaRatio, use: "") == nil)
  }

  @Test(arguments: [
    ("846", 8_460_000.0), ("846万元", 8_460_000), ("1,200.5", 12_005_000), ("人民币贰佰万元整", 2_000_000),
    ("50万元及其整数倍", 500_000), ("615（单价20.5万元/亩）", 6_150_000),
  ])
  func aCellOfMoneyIsYuan(_ text: String, _ yuan: Double) {
    #expect(Self.cells.money(text, unit: MoneyUnit(yuan: 10_000))?.yuan == yuan)
  }

  @Test func aUnitPriceIsYuanAMu() {
    #expect(MoneyUnit(in: "成交单价(元/㎡)")?.amount(1_800) == 1_200_000)
    #expect(MoneyUnit(in: "起始价(万元/亩)")?.amount(16) == 160_000)
    #expect(Self.cells.money("20%", unit: MoneyUnit(yuan: 10_000)) == nil)
    #expect(Self.cells.money("846", unit: nil) == nil)
  }

  @Test func yearsBelongToTheUsesInFrontOfThem() {
    #expect(
      CellReader.terms("住宅用地70年、商业用地40年", isYears: false)
        == [.init(landUseName: "住宅用地", years: 70), .init(landUseName: "商业用地", years: 40)])
    #expect(CellReader.terms("40/70", isYears: true) == [.init(years: 40), .init(years: 70)])
    #expect(CellReader.terms("商业用地", isYears: false) == [])
  }

  @Test func anAreaIsNoFloorAreaRatio() {
    #expect(Self.read("面积2.5公顷", .floorAreaRatio) == nil)
    #expect(Self.read("2.5公顷", .floorAreaRatio) == nil)
  }

  /// Whatever way bounds are written, and wherever the line breaks, they are read back.
  @Test(arguments: 0..<200)
  func writtenBoundsAreReadBack(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let low = Double(Int.random(in: 1...40, using: &random)) / 10
    let high = low + Double(Int.random(in: 1...30, using: &random)) / 10
    let lowSign =
      [("≥", true), ("＞", false), ("不小于", true), ("大于", false)]
      .randomElement(using: &random) ?? ("≥", true)
    let highSign =
      [("≤", true), ("＜", false), ("不大于", true), ("小于", false)]
      .randomElement(using: &random) ?? ("≤", true)
    let joint = ["且", "，", "、", "，且"].randomElement(using: &random) ?? "且"
    let text = "为\(lowSign.0)\(low)\(joint)\(highSign.0)\(high)"
    let cut = text.index(
      text.startIndex, offsetBy: Int.random(in: 1..<text.count, using: &random))
    let lines = [
      SourceLine(number: 1, text: "　　" + String(repeating: "字", count: 18) + text[..<cut]),
      SourceLine(number: 2, text: text[cut...]),
    ]
    let prose = Prose(lines)
    let grammar = Grammar(prose, vocabulary: .standard, useNames: Self.useNames, date: nil)
    let start = grammar.tokens.firstIndex { $0.range.lowerBound >= 18 } ?? 0
    let read = grammar.interval(of: .floorAreaRatio, at: start)?.interval
    #expect(read == Self.interval(low, lowSign.1, high, highSign.1), "\(text)")
  }
}
