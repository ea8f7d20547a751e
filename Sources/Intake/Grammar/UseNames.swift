import Planning

/// The names of land uses as the lexer looks for them.
enum UseNames {
  /// Common short forms that documents print for classes of the vocabulary.
  private static let common = wordList(
    """
    商住用地 商住混合用地 居住用地 住宅用地 商业用地 商服用地 工业用地 仓储用地 物流仓储用地 公园绿地 防护绿地 绿地 学校用地
    中小学用地 幼儿园用地 文化用地 医院用地 行政办公用地 办公用地 商务用地 道路用地 城镇道路用地 停车场用地 公用设施用地 公共设施用地
    教育用地 体育用地 社会福利用地 旅馆用地 广场用地 市政用地 商业服务业用地 商业服务业设施用地 公共管理与公共服务用地
    公共管理与公共服务设施用地 交通运输用地 物流用地 留白用地 绿地与广场用地 绿地与开敞空间用地 城镇住宅用地 二类居住用地 一类居住用地
    三类居住用地 加油加气站用地 加油站用地 科研用地 教育科研用地 医疗卫生用地 宗教用地 文物古迹用地 工矿用地 工矿仓储用地 仓储物流用地
    特殊用地 水域及水利设施用地 商业商务用地 村庄建设用地 混合用地 新型产业用地 殡葬用地 社区服务设施用地 城镇社区服务设施用地
    商业服务用地 零售商业用地 批发零售用地 住宿餐饮用地 交通场站用地 供电用地 环卫用地 排水用地 保障性住房用地 安置房用地 商品住房用地
    商品住宅用地 普通商品住房用地 公共服务用地 机关团体用地 教科文卫用地 养老用地 养老服务用地
    """)

  /// The phrase table of a vocabulary's names and the common short forms.
  static func table(of vocabulary: LandUseVocabulary) -> PhraseTable<Token.Kind> {
    var names = Set(common)
    for name in vocabulary.names where name.count >= 2 { names.insert(name) }
    return PhraseTable(names.map { (SourceLine(number: 0, text: $0).compact, .useName) })
  }
}
