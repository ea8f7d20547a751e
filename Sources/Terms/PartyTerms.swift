/// The words by which the name of a holder of land is told from what stands around it.
public enum PartyTerms {
  /// How the name of an organisation ends.
  public static let endings = WordPattern.list(
    "公司 集团 厂 局 委员会 办公室 中心 学校 小学 中学 大学 学院 职中 高中 初中 完小 校 幼儿园 医院 卫生院 卫生所 村民委员会 村委会 居委会 居民委员会"
      + " 合作社 联合社 供销社 运输社 信用社 联社 社 事务所 研究所 管理所 派出所 所 站 队 大队 支队 库 粮库 院 法院 检察院 敬老院 养老院 福利院 分公司"
      + " 部队 银行 支行 分行 行 政府 管委会 指挥部 部 工会 协会 联合会 商会 基金会 学会 教会 会 林场 农场 牧场 渔场 养殖场 场 酒店 宾馆 招待所 商店"
      + " 商场 超市 店 饭店 加油站 段 处 社区 村 屯 村民小组 经济合作社 经济联合社 组 合伙) (有限合伙) 企业 工厂 农庄 博物馆 图书馆 文化馆 馆 庙 寺 宫 观"
      + " 个体工商户 经营部 服务部 门市部 工作室 车队 分局 总局 总队 党校 党委 党组 园林 兵团 监狱 看守所 殡仪馆 火葬场 陵园 公墓 电厂 水厂 电站 矿 煤矿"
      + " 煤业 电业 水务 实业 药房 诊所 粮站 管护站 服务社 园 苗圃 ）有限公司")

  /// What may stand right behind a name.
  public static let followers = WordPattern.list(
    "用于 以 按 作为 使用 位于 坐落 建设 名下 的 所有 所属 持有 原 竞得 取得 摘得 拍得 受让 共同 联合竞 联合摘 联合体 联合受让 共有 等 与 和 及 以及 、 ( 实施 开展 经营 办理"
      + " 签订 并 为 进行 在 于 对 将 由 负责 国有 土地 宗地 该 地块 使用权 闲置 开发 管护 管理 一次性 支付 缴 已 拟 继续 共 两 二 三 四 五 六 七 八 九"
      + " 十 几 多 两家 名 应 须 要 需 依法 新建 扩建 改建 迁建 修建 兴建 从事 举办 作 占用 临时 划拨 协议 出让 有偿 无偿 收回 兴办 用作 生产 运营 坐 旧"
      + " 老 地处 厂区 场地 片区 未 因 申请 补办 最终 成功 通过 中标 获得 部分 全部 合计 面积 项目 转让 退 腾 交 名称 成交")

  /// Nobody yet: whoever may bid or ask.
  public static let nobody = WordPattern.list(
    "意向 竞买人 竞得人 受让人 受让方 中标人 申请人 用地单位 土地使用者 使用者 社会 公众 有关 相关 下列 以下 上述 各 任何 符合 具备 本次 最高 报价 出价 价高者 其 他人 第三"
      + " 国有 土地 宗地 地块 该宗 个人 单位 企业 项目 谁 取得 竞买 参加 一家 两家 多家 另行 待定 未定 境内外 中华人民共和国境内 法人 自然人 其他组织"
      + " 本人 一个 有意 意愿 拟 依法 该意向 施工单位 建设单位 承租人 使用权人 土地使用权人 出让人 权利人 所在 双方")

  /// What a name never begins with: prepositions and verbs of the clause.
  public static let notFirst =
    "与和及应须在按需凭不未已必可为持将自于到所的名数另如提缴支承逾放拒给把被由经按并且后前其此该对从向以同因请报会是系即等第共再现则至"

  /// Names of places and offices that begin with such a sign all the same.
  public static let first = WordPattern.list(
    "自来水 自贡 经济 经开 经纬 会宁 会昌 会同 会泽 会理 会东 应县 应城 承德 于都 于洪 从江 从化 将乐 如皋 如东 名山 同心 同仁 同江 同德 同兴 同济 和顺 和田 和政 和静 和县 和平"
      + " 和龙 和林 凭祥 提篮 向阳 前进 前郭 前锋 后勤 因特 第一 第二 第三 第四 第五 及时 现代 会展 系统 支队 按察 与时")

  /// What stands before a name and is not of it.
  public static let openers = WordPattern.list(
    "最终由 最终 现由 现 其中 鉴于 因 由 被 经 同意将 同意 原则同意 准予 批准 决定 将 对 把 确定 即 收回 有偿收回 无偿收回 依法 拟由 拟 结果 你局 请 县政府 对于 并由 且由 分别由 交由"
      + " 原则上同意 经研究 县人民政府 市人民政府 区人民政府 其 使用权人 竞得人 受让人 并 及 和 与 了 原")

  /// The family names of persons; of those of two signs the common ones.
  public static let familyNames: Set<Character> = Set(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安"
      + "常乐于时傅皮卞齐康伍余元顾孟平黄和穆萧肖尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡"
      + "凌霍虞万支柯管卢莫房丁邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊惠甄曲封储靳焦巴弓牧隗山谷车侯班秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶司郜黎薄印宿白怀蒲从鄂索咸籍赖卓"
      + "蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖庾终衡步都耿满弘匡国文寇广禄阙东欧利师巩聂勾敖融冷辛阚那简饶空曾沙养鞠须丰关相查红游权仉闫欧阳司马上官诸葛尉迟"
  )

  /// The words by which a reply speaks to whom it is addressed.
  public static let addressed = WordPattern.list(
    "你公司 你单位 你厂 你局 你院 你校 你站 你中心 你村 你社 你委 你镇 你乡 你行 你所 你会 贵公司 贵单位 你集团 你户 你部 你队 你园")

  /// The words that mean the holder named before.
  public static let aforesaid = WordPattern.list("该公司 该单位 该厂 该企业 该局 该校 该院 该中心 该站 该社 该村 该集团")
}
