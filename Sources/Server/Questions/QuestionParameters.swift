internal import Dialogue
internal import Exchange
internal import Planning
internal import SimpleFeatures
internal import Terms

// The parameters of the questions.
extension QuestionParameter {
  private static func whole(from least: Int, to most: Int? = nil) -> JSONValue {
    JSONValue.object([
      "type": "integer", "minimum": .integer(least),
      "maximum": most.map(JSONValue.integer) ?? .null,
    ]).compact
  }

  private static let system: JSONValue = ["type": "string", "format": "uri"]

  static let language = QuestionParameter(
    "lang", Words("文字的语言", "The language of words"), of: Language.self)

  // When.
  static let asOf = QuestionParameter("as-of", QuestionWords.asOf)
  static let knownAt = QuestionParameter("known-at", QuestionWords.knownAt)
  static let datetime = QuestionParameter(
    "datetime",
    Words(
      "所要内容何时有效：某日、某时刻或一段时间",
      "When what is wanted is in force: a day, an instant or an interval"))
  static let moment = [asOf, knownAt]
  static let time = [datetime, knownAt]

  // Features of a collection.
  static let items =
    [
      QuestionParameter(
        "bbox",
        Words(
          "只要有点落在此框内的：四个数，或带高程的六个数（高程不参与）",
          "Only features with a point in the box: four numbers, or six with heights, which take no part"
        ),
        ["type": "array", "minItems": 4, "maxItems": 6, "items": ["type": "number"]]),
      QuestionParameter(
        "bbox-crs", Words("bbox 的坐标系", "The coordinate system of bbox"), system),
      answerSystem,
      QuestionParameter(
        "limit", Words("最多多少个要素", "At most so many features"),
        whole(from: 1, to: ItemsRequest.most).merging(["default": .integer(ItemsRequest.usual)])),
      QuestionParameter(
        "after",
        Words(
          "只要排在此号之后的，见 next 链接", "Only features that come after this one; from a next link"),
        ["type": "integer"]),
      QuestionParameter(
        "filter",
        Words("条件，写法与 --where 相同：CQL2 文本等", "A condition as --where takes it: CQL2 text, and more")),
      QuestionParameter(
        "sortby",
        Words(
          "按这些属性排序，前面加 - 为从大到小",
          "What the features are sorted by; with - in front the greatest first"),
        ["type": "array", "items": ["type": "string"]]),
      QuestionParameter(
        "filter-lang", Words("filter 所用的语言", "The language of filter"),
        ["type": "string", "enum": ["cql2-text"]]),
      QuestionParameter(
        "filter-crs", Words("filter 中图形的坐标系", "The coordinate system of shapes in filter"),
        ["type": "string", "enum": [.text(SystemReference.crs84.uri)]]),
      QuestionParameter(
        "properties", Words("只要这些属性", "Only these attributes"),
        ["type": "array", "items": ["type": "string"]]),
    ] + time
  static let answerSystem = QuestionParameter(
    "crs", Words("回答所用的坐标系", "The coordinate system of the answer"), system)
  static let feature = QuestionParameter("featureId", Words("要素", "The feature")).inPath

  // Tiles.
  static let tile =
    [
      QuestionParameter("tileMatrix", Words("级别", "The zoom"), ["type": "integer"]).inPath,
      QuestionParameter("tileRow", Words("行", "The row"), ["type": "integer"]).inPath,
      QuestionParameter("tileCol", Words("列", "The column"), ["type": "integer"]).inPath,
    ] + moment

  // What is asked of a place.
  static let asked = QuestionParameter(
    "q",
    Words(
      "地块、文号、地名、项目，或 lon,lat", "A parcel, a document, a place, a project, or lon,lat")
  ).required
  static let place =
    moment + [
      QuestionParameter("relation", QuestionWords.relation, of: SpatialRelation.self),
      QuestionParameter("within", QuestionWords.within),
      QuestionParameter("nearest", QuestionWords.nearest, whole(from: 1, to: 1_000)),
      QuestionParameter("layer", QuestionWords.layer, key: "layers").repeated,
      QuestionParameter("zones", QuestionWords.zones),
      QuestionParameter("limit", QuestionWords.limit, whole(from: 1), key: "lookupLimit"),
      QuestionParameter("crs", QuestionWords.crs, key: "givenCRS"),
      QuestionParameter("explain", QuestionWords.explain, ["type": "boolean"]),
    ]
  static let parcel = QuestionParameter(
    "parcel", Words("地块编号", "The number of a parcel")
  ).inPath

  // What is checked.
  static let check =
    [
      QuestionParameter("scope", QuestionWords.scope, of: CheckScope.self),
      QuestionParameter("rule", QuestionWords.rule).repeated,
      QuestionParameter("family", QuestionWords.family, of: RuleFamily.self).repeated,
      QuestionParameter("parcel", QuestionWords.parcel, key: "parcels").repeated,
      QuestionParameter("layer", QuestionWords.checkedLayer).repeated,
      QuestionParameter("severity", QuestionWords.severity, of: Diagnostic.Severity.self),
    ] + moment

  // Lines of a document.
  static let lines = [
    QuestionParameter("file", Words("登记库所列的文件", "A file that the register names")).required,
    QuestionParameter("start", Words("首行", "The first line"), whole(from: 1)).required,
    QuestionParameter("end", Words("末行", "The last line"), whole(from: 1)),
    knownAt,
  ]

  // A document.
  static let document = QuestionParameter("number", QuestionWords.document).required
  static let documentLines = QuestionParameter("lines", QuestionWords.lines)
}
