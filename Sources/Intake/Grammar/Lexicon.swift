import Planning
import Terms

/// The words of the grammar, with what they mean.
enum Lexicon {
  /// Every phrase the lexer knows besides numbers and identifiers.
  static let phrases = PhraseTable<Token.Kind>(
    comparisons + indicators + areaLabels + units + places + keywords + punctuation)

  private static let comparisons: [(String, Token.Kind)] = {
    var words: [(String, BoundSign)] = [
      ("≤", .atMost), ("<=", .atMost), ("=<", .atMost), ("≯", .atMost), ("<", .below),
      ("≥", .atLeast), (">=", .atLeast), ("=>", .atLeast), ("≮", .atLeast), (">", .above),
      ("小于等于", .atMost), ("小于或等于", .atMost), ("小于", .below), ("低于", .below),
      ("少于", .below), ("不足", .below), ("大于等于", .atLeast), ("大于或等于", .atLeast),
      ("大于", .above), ("高于", .above), ("超过", .above), ("多于", .above),
      ("上限", .atMost), ("最大值", .atMost), ("最高值", .atMost), ("最大", .atMost),
      ("最高", .atMost), ("至多", .atMost), ("最多", .atMost), ("上限值", .atMost),
      ("下限", .atLeast), ("下限值", .atLeast), ("最小值", .atLeast), ("最低值", .atLeast),
      ("最小", .atLeast), ("最低", .atLeast), ("至少", .atLeast), ("最少", .atLeast),
      ("以下", .orLess), ("及以下", .orLess), ("(含)以下", .orLess), ("以内", .orLess),
      ("(含)以内", .orLess), ("之内", .orLess), ("封顶", .orLess), ("以上", .orMore),
      ("及以上", .orMore), ("(含)以上", .orMore),
      ("(不含)以下", BoundSign(isUpper: true, isInclusive: false, isPostfix: true)),
      ("(不含)以上", BoundSign(isUpper: false, isInclusive: false, isPostfix: true)),
    ]
    let upper = wordList(
      """
      大于 高于 超过 超出 多于 突破 超
      """)
    let lower = ["小于", "低于", "少于"]
    for negation in wordList(
      """
      不 不得 不应 不宜 不能 不可 应不 须不 不允许 未
      """)
    {
      words += upper.map { (negation + $0, BoundSign.atMost) }
      words += lower.map { (negation + $0, BoundSign.atLeast) }
    }
    return words.map { ($0.0, .comparison($0.1)) }
  }()

  private static let indicators: [(String, Token.Kind)] = {
    let other = wordList(
      """
      投资强度 固定资产投资强度 非机动车停车位 非机动车位 停车率 退线 建筑退线 退界
      建筑退界 后退红线 建筑后退 日照 绿化率 绿化覆盖率 绿化覆盖 建筑层数 层数 层高 亩均税收 地均税收 产出强度 单位能耗 办公生活用地
      行政办公及生活服务设施用地 行政办公及生活服务设施 装配率 透水率 年径流总量控制率 海绵城市 地下空间 出让年限 使用年限 土地使用年限
      出让年期 保证金 竞买保证金 增价幅度 加价幅度 商业比例 商业建筑 配套商业 人防 充电桩 红线宽度 道路红线 人均 每户 户数
      """)
    // 户均停车位不少于1.2个 counts by households, which are not the land's: kept as printed.
    let byHousehold = ["户均", "每户"].flatMap { household in
      Indicator.allCases.filter { $0.measure == .places }.flatMap(\.phrases).map { household + $0 }
    }
    return Indicator.allCases.flatMap { indicator in
      indicator.phrases.map { ($0, Token.Kind.indicator(indicator)) }
    } + (other + byHousehold).map { ($0, .otherIndicator) }
  }()

  private static let areaLabels: [(String, Token.Kind)] = {
    let land = wordList(
      """
      面积 用地面积 地块面积 地块用地面积 宗地面积 土地面积 占地面积 用地规模 净用地面积 净面积 规划用地面积 建设用地面积
      规划建设用地面积 出让面积 出让土地面积 出让宗地面积 使用权面积 土地使用权面积 供地面积 供应面积 划拨面积 划拨土地面积 收回面积
      收回土地面积 实测面积 实际面积 征收面积 租赁面积 储备面积 收储面积 规划面积 项目用地面积 用地总面积 项目占地面积 项目面积
      新增占地 占地 总占地面积 土地总面积 宗地总面积 净地面积 图斑面积 宗地净面积 可出让面积 可建设用地面积 面积为 拟出让面积
      拟用地面积 拟供应面积 拟收储面积 拟储备面积 地块总面积
      """)
    let total = wordList(
      """
      总用地面积 规划总用地面积 总面积 规划用地总面积 规划总面积 总用地 规划范围面积 总供应面积 供应总面积 储备总面积 总储备面积
      规划用地总规模 总规模 总占地 储备总量 供应总量 合计面积 建设用地总面积 规划范围总面积 面积合计 面积共计 总土地面积 总出让面积
      储备土地总面积 储备总规模
      """)
    let other = wordList(
      """
      建筑面积 总建筑面积 计容建筑面积 地上建筑面积 地下建筑面积 建筑占地面积 基底面积 建筑基底面积 绿地面积 绿化面积 道路面积
      商业建筑面积 住宅建筑面积 套型面积 计容面积 建面 配建面积 种植面积 播种面积 房屋面积 建筑总面积 不计容建筑面积 计容总建筑面积
      房屋建筑面积 使用面积 营业面积 代征面积 代征道路面积 代征绿地面积 水域面积 林地面积 耕地面积 流域面积 户均面积 人均面积 套内面积
      每户宅基地面积 宅基地面积 证载面积 登记面积 发证面积 批准面积
      """)
    return land.map { ($0, .areaLabel(.land)) } + total.map { ($0, .areaLabel(.totalLand)) }
      + other.map { ($0, .areaLabel(.other)) }
  }()

  private static let units: [(String, Token.Kind)] =
    AreaUnit.allCases.flatMap { unit in
      unit.symbols.map { ($0, Token.Kind.area(unit)) }
    } + [
      ("米", .metre), ("m", .metre), ("M", .metre), ("公尺", .metre),
      ("元", .money(1)), ("万元", .money(10_000)), ("亿元", .money(100_000_000)),
      ("千元", .money(1_000)), ("元整", .money(1)), ("万元整", .money(10_000)),
      ("万元人民币", .money(10_000)), ("元人民币", .money(1)),
      ("元/平方米", .other), ("元/㎡", .other), ("元/m2", .other), ("元/亩", .other),
      ("万元/亩", .other), ("万元/公顷", .other), ("万元/年", .other), ("元/年", .other),
      ("万元/公顷·年", .other), ("平方米/人", .other), ("㎡/人", .other),
      ("%", .percent), ("﹪", .percent), ("个百分点", .other), ("百分之", .other),
      ("原则同意", .other), ("原则上同意", .other), ("原则", .other), ("万株", .other), ("万人", .other),
      ("万吨", .other), ("亿", .other),
    ]

  private static let places: [(String, Token.Kind)] = {
    let words = Indicator.Measure.placeWords
    let per100 = (["个"] + words).flatMap { ["\($0)/", "\($0)每"] } + ["每"]
    return words.map { ($0, .places(isPer100: false)) }
      + per100.flatMap { start in
        Indicator.Measure.hundredWords.map { (start + $0, .places(isPer100: true)) }
      }
  }()

  private static let keywords: [(String, Token.Kind)] = {
    let words: [(Keyword, [String])] = [
      (
        .parcel,
        wordList(
          """
          地块 宗地 小地块 子地块 宗土地 宗地块 储备地块 出让地块
          """)
      ),
      (
        .parcelNumberLabel,
        wordList(
          """
          地块编号 地块号 宗地编号 宗地号 地块编码 地块代码 宗地代码 地块名称及编号 编号 地块编号为 公告编号 宗地
          """)
      ),
      (
        .useLabel,
        wordList(
          """
          用地性质 土地用途 规划用途 用途 地块性质 规划用地性质 用地类型 土地使用性质 规划性质 土地性质 宗地用途 用地用途 用地类别
          规划土地用途 规划用地类型 用地分类 土地规划用途 性质 用地功能 主导用途 主导功能 规划土地性质 地块用途 规划用地 规划土地使用性质
          土地利用性质 用地代码 用地性质代码 地类 用地名称
          """)
      ),
      (.copula, ["为", "是", "系", "即", "属", "属于", "作为", "继续作为", "仍为", "仍作为"]),
      (
        .filler,
        wordList(
          """
          应 应为 须 需 宜 按 按照 控制在 控制为 控制指标为 控制 指标 要求 要求为 指标为 规划为 确定为 核定为 设定为 值 数值 在
          应控制在 宜控制在 须控制在 严格控制在 介于 处于 维持在 保持在 保持 维持 仍为 一般 需控制在 原则上 应当 控制指标 指标要求
          规定为 拟 拟定为 执行 = 范围 限制在 限定在 限制为 限值为 限值 共 共计 合计 计 达 达到 需达到 应达到 最终 暂定 暂定为
          的
          """)
      ),
      (
        .respectively,
        wordList(
          """
          分别为 分别是 分别 依次为 依次 分别约为 分别控制在
          """)
      ),
      (
        .from,
        wordList(
          """
          由 由原 从 原为 由现状 由原来的 由原规划的 由原规划 不再按 不再按照 不再执行
          """)
      ),
      (
        .adjustTo,
        wordList(
          """
          调整为 变更为 改为 修改为 更改为 调整到 调整至 提高至 提高到 提高为 提升至 提升到 提升为 降低至 降低到 降低为 降至 降为
          增加至 增加到 增加为 增至 减少至 减少到 减少为 减至 优化为 调至 调为 变为 调高至 调低至 调减为 调增为 下调至 上调至 扩大至
          扩大为 缩减至 缩减为 规划调整为 性质调整为 调整成 转为 更正为 放宽至 放宽到 增大至 缩小至 现调整为 拟调整为 扩大到 缩小为
          上调为 下调为 压减至 压缩到 压缩至 核减为 核减至 核增为 核增至 核定为 统一为 统一调整为 现统一为 变到 下降到 下降至 减到 放宽为 压减到 改到 降到 定为 收窄至
          改按 改按照 改为按 改执行 现按 → -> 调减到 调增到 增为 提至 提到
          """)
      ),
      (
        .before,
        wordList(
          """
          调整前 原规划 原控规 原规划为 原规划用地性质 修改前 变更前 原批准
          """)
      ),
      (.after, ["调整后", "修改后", "变更后", "现规划", "现规划为", "优化后"]),
      (
        .keep,
        wordList(
          """
          保留现状 现状保留 维持现状 保留现状用地 保持现状 现状用地保留 予以现状保留 按现状保留
          """)
      ),
      (
        .split,
        wordList(
          """
          分为 拆分为 划分为 分割为 细分为 拆分成 分成 一分为二 拆解为 分割成 划分成
          """)
      ),
      (
        .merge,
        wordList(
          """
          合并为 整合为 合并成 合并调整为 整合成 归并为 合并后编为 合并后仍编为 合并编为 合并后编号为 合并后的编号为 并为
          """)
      ),
      (.about, ["约", "大约", "约为", "约计", "近", "大致"]),
      (.including, ["其中", "包括", "包含", "含"]),
      (.etcetera, ["等"]),
      (.and, ["和", "及", "与", "以及", "或"]),
      (
        .also,
        wordList(
          """
          且 并 同时 并且 且应 但 而且
          """)
      ),
      (.through, ["至", "到"]),
      (.between, ["之间", "区间"]),
      (
        .each,
        wordList(
          """
          均 均为 各 都 统一 皆 皆为 均按
          """)
      ),
      (.aforesaid, ["上述地块", "以上地块", "前述地块", "上述宗地", "上述各地块"]),
      (.rest, ["其余", "剩余", "其他", "其它"]),
      (
        .renumber,
        wordList(
          """
          改编为 重新编号为 改编号为 更名为 编号变更为 重新编为 改号为
          """)
      ),
      (.this, ["该", "本", "此"]),
      (.unchanged, ["不变", "保持不变", "维持不变", "均不变", "均保持不变", "不作调整", "不予调整", "不做调整"]),
      (.number, ["号", "#"]),
      (
        .locatedAt,
        wordList(
          """
          位于 坐落于 坐落 座落于 座落 地处 土地位置 宗地位置 地块位置 土地坐落 宗地坐落 地理位置 宗地座落 土地座落 位置 项目位置
          用地位置 地块坐落
          """)
      ),
      (
        .bound,
        wordList(
          """
          东至 南至 西至 北至 东临 南临 西临 北临 东邻 南邻 西邻 北邻 东起 西起 东侧至 四至 四至范围
          """)
      ),
      (
        .unlimited,
        wordList(
          """
          不限 不作要求 不做要求 无要求 不作限制 不作规定 不作控制 不设限制 不受限制 不作强制性规定
          """)
      ),
      (.counter, ["个", "宗", "块", "幅"]),
    ]
    return words.flatMap { entry in entry.1.map { ($0, Token.Kind.keyword(entry.0)) } }
  }()

  private static let punctuation: [(String, Token.Kind)] = [
    (",", .comma), ("、", .listComma), (":", .colon), ("(", .open), (")", .close), ("[", .open),
    ("]", .close), ("/", .slash), ("+", .plus), ("~", .tilde), ("《", .quoteOpen),
    ("》", .quoteClose), ("。", .sentenceEnd), (";", .sentenceEnd), ("!", .sentenceEnd),
    ("【", .open), ("】", .close), ("-", .tilde),
  ]
}
