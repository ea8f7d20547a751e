internal import Planning

extension LayerTable {
  private static func text(_ name: String, _ title: String, _ note: String? = nil) -> Column {
    Column(name: name, type: "TEXT", title: title, description: note)
  }

  private static func real(_ name: String, _ title: String, _ note: String? = nil) -> Column {
    Column(name: name, type: "REAL", title: title, description: note)
  }

  private static func integer(_ name: String, _ title: String) -> Column {
    Column(name: name, type: "INTEGER", title: title, description: nil)
  }

  private static let lines = [integer("line_start", "起始行"), integer("line_end", "终止行")]

  /// The parcels.
  static let parcels = {
    var layer = parcelsWithoutBoundaries
    layer.columns += boundaryColumns
    return LayerTable(
      name: layer.name, title: layer.title, description: layer.description, columns: layer.columns,
      keys: layer.keys, indexes: layer.indexes)
  }()

  /// What the second step of the schema adds to the parcels. The shape itself stands in a column
  /// `geom`, which the first import of boundaries adds: before it no coordinate system is known.
  static let boundaryColumns = [
    text("boundary_quality", "界线质量", "surveyed 勘测；mapped 图上；schematic 示意"),
    Column(
      name: "boundary_schematic", type: "BOOLEAN", title: "示意",
      description: "界线仅为示意，不得作为权属或审批依据"),
    real("plane_area_m2", "图形面积（平方米）", "界线的平面面积"),
    text("boundary_fault", "图形错误", "图形无效的原因；无效图形不参与精确计算"),
    text("boundary_file", "界线来源文件"),
  ]

  /// The parcels as the first step of the schema makes them.
  static let parcelsWithoutBoundaries = LayerTable(
    name: "parcels", title: "地块", description: "现行地块：用途、指标、状态、最近文件",
    columns: [
      text("parcel_id", "地块编号"), text("county", "县区"), text("plan", "所属规划"),
      text("name", "名称"), text("land_use_scheme", "用地分类标准"),
      text("land_use_code", "用地代码", "混合用地以 / 分隔，主要用途在前"), text("land_use_name", "用地性质"),
      real("area_m2", "面积（平方米）", "文件所载面积"),
    ] + indicators + [
      Column(name: "keeps_current_use", type: "BOOLEAN", title: "保留现状", description: nil),
      text("status", "状态", statusNote), text("location", "位置"), text("last_document", "最近文件文号"),
      Column(name: "last_date", type: "DATE", title: "最近文件日期", description: nil),
      text("file", "来源文件"),
    ] + lines,
    keys: [
      Column(name: "plot_key", type: "TEXT", title: "", description: nil),
      Column(name: "plan_key", type: "TEXT", title: "", description: nil),
    ],
    indexes: [["plot_key"], ["status"], ["last_date"]])

  private static let statusNote =
    "planned 已规划；reserved 已储备；supply_approved 供地已批；supplied 已供应；"
    + "reclaimed 已收回；superseded 已分割、合并或改号"

  /// The note on the status since the second step.
  static let statusNoteWithBoundaries = "mapped 仅有图形；" + statusNote

  /// Each indicator's ends.
  private static let indicators: [Column] = [
    ("floor_area_ratio", "容积率"), ("building_density", "建筑密度（%）"),
    ("building_coefficient", "建筑系数（%）"), ("green_space_ratio", "绿地率（%）"),
    ("building_height", "建筑高度（米）"), ("structure_height", "构筑物高度（米）"),
  ].flatMap { name, title in
    [real("\(name)_min", "\(title)下限"), real("\(name)_max", "\(title)上限")]
  }

  /// The supply, reserve and reclaim acts.
  static let transactions = LayerTable(
    name: "transactions", title: "储备供应收回", description: "现行文件批准的储备、供应、收回",
    columns: [
      text("kind", "方式"),
      Column(name: "concluded", type: "BOOLEAN", title: "已成交", description: nil),
      text("parcel_id", "地块编号"), text("name", "项目名称"), text("county", "县区"),
      text("land_use_name", "用途"), real("area_m2", "面积（平方米）", "文件所载面积"), text("party", "单位"),
      real("amount_cny", "金额（元）"), text("location", "位置"), text("purpose", "目的"),
      text("document", "文号"),
      Column(name: "date", type: "DATE", title: "文件日期", description: nil), text("file", "来源文件"),
    ] + lines,
    indexes: [["date"]])

  /// The hazard sites.
  static let sites = LayerTable(
    name: "sites", title: "地质灾害隐患点", description: "现行名录中的地质灾害隐患点",
    columns: [
      integer("serial", "总序号"), text("field_number", "野外编号"), text("name", "名称"),
      text("hazard_type", "灾害类型"), text("county", "县区"), text("township", "乡镇"),
      text("village", "村组"), text("location", "位置"), integer("people", "威胁人数"),
      real("property_cny", "威胁财产（元）"), text("exposed", "承灾体"), text("cause", "主要成因"),
      text("responsible_township", "责任乡镇"), text("responsible_department", "责任部门"),
      text("document", "文号"),
      Column(name: "date", type: "DATE", title: "文件日期", description: nil), text("file", "来源文件"),
    ] + lines)

  /// The documents.
  static let documents = LayerTable(
    name: "documents", title: "文件", description: "现行版本的文件",
    columns: [
      text("number", "文号"), text("title", "标题"),
      Column(name: "date", type: "DATE", title: "日期", description: nil), text("kind", "类型"),
      text("county", "县区"), text("issuer", "发文机关"), integer("version", "版本"),
      Column(name: "recorded_at", type: "DATETIME", title: "登记时间（UTC）", description: nil),
      integer("parcel_count", "地块数"), integer("transaction_count", "储备供应收回数"),
      integer("site_count", "隐患点数"), text("file", "来源文件"),
    ] + lines)

  /// All of them, in the order readers list them.
  static let all = [parcels, transactions, sites, documents]

  /// Those of the first step of the schema.
  static let allOfFirstStep = [parcelsWithoutBoundaries, transactions, sites, documents]
}
