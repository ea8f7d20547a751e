internal import Planning
internal import Terms

/// What the numbers of a property measure, and so which units may stand behind them.
public enum FilterMeasure: String, Hashable, Sendable, CaseIterable {
  /// Square metres.
  case area
  /// Yuan.
  case money
  /// Metres.
  case length
  /// Percent.
  case percent

  /// What a column measures by the end of its name.
  init?(column: String) {
    if column.hasSuffix("_m2") {
      self = .area
    } else if column.hasSuffix("_cny") {
      self = .money
    } else {
      return nil
    }
  }

  init?(_ measure: Indicator.Measure) {
    switch measure.unit {
    case "%": self = .percent
    case "m": self = .length
    default: return nil
    }
  }

  /// Numbers as they may be written.
  var examples: [String] {
    switch self {
    case .area: ["10000", "15亩", "1公顷"]
    case .money: ["1000000", "100万元", "1亿元"]
    case .length: ["24", "24米"]
    case .percent: ["30", "30%"]
    }
  }
}

/// The few values that a property can have, and the words for them.
public struct FilterVocabulary: Sendable {
  /// The values, and what they are called in Chinese.
  let keys: [String]
  let titles: [String]
  /// The values that a word means; `nil` where it means none.
  let meaning: @Sendable (String) -> [String]?
  private let words: [String]

  /// The terms of a table; a word of one means all that lie under it.
  static func terms<Word: Term>(
    _ type: Word.Type, under: @escaping @Sendable (Word) -> [Word] = { [$0] }
  ) -> FilterVocabulary {
    FilterVocabulary(
      keys: type.allCases.map(\.rawValue), titles: type.allCases.map { $0.name[.zh] },
      meaning: { Word(word: $0).map { under($0).map(\.rawValue) } },
      words: type.allCases.flatMap { [$0.rawValue, $0.name[.zh]] + $0.synonyms })
  }

  /// The names of land-use schemes.
  static let schemes = FilterVocabulary(
    keys: LandUseScheme.allCases.map(\.rawValue), titles: LandUseScheme.allCases.map(\.rawValue),
    meaning: { word in
      LandUseScheme.allCases.first { $0.rawValue.lowercased() == word.lowercased() }
        .map { [$0.rawValue] }
    }, words: LandUseScheme.allCases.map(\.rawValue))

  /// The words nearest to one that means nothing.
  func nearest(to word: String) -> [String] {
    EditDistance.nearest(to: word.lowercased(), among: words, count: 3)
  }
}

/// The properties that a filter may ask for, and what kind of values they have.
public struct FilterProperties: Sendable {
  /// One of them.
  public struct Property: Sendable {
    /// Its name.
    public let name: String
    /// What kind of values it has; `nil` where they may be of any.
    public let kind: FilterKind?
    /// Other names that mean the same.
    public internal(set) var otherNames: [String]
    /// The columns of which the first with a value has its value; none where it is no value but
    /// only compared with words.
    let columns: [String]
    /// How a text without quotes is compared.
    let spelling: FilterSpelling
    /// The columns that such a text is compared with.
    let spelled: [String]
    let measure: FilterMeasure?
    let vocabulary: FilterVocabulary?

    /// A property that is a column.
    ///
    /// - Parameters:
    ///   - otherNames: the Chinese one first.
    ///   - spelling: how a text without quotes is compared, with the columns it is compared with where
    ///     these are others.
    public init(_ name: String, _ kind: FilterKind?, otherNames: [String] = []) {
      self.init(name, kind, otherNames.joined(separator: " "))
    }

    init(
      _ name: String, _ kind: FilterKind?, _ otherNames: String, columns: [String]? = nil,
      _ spelling: FilterSpelling = .text, of spelled: [String]? = nil,
      measure: FilterMeasure? = nil, values vocabulary: FilterVocabulary? = nil
    ) {
      self.name = name
      self.kind = kind
      self.otherNames = otherNames.split(separator: " ").map(String.init)
      self.columns = columns ?? [name]
      self.spelling = spelling
      self.spelled = spelled ?? [name]
      self.measure = measure ?? (kind == .number ? FilterMeasure(column: name) : nil)
      self.vocabulary = vocabulary
    }

    /// The value as a filter asks for it.
    var operand: FilterOperand {
      let columns = columns.isEmpty ? spelled : columns
      return columns.count == 1 ? .property(columns[0]) : .first(of: columns)
    }
  }

  /// All of them, in the order they are named to people.
  public let all: [Property]
  private let byName: [String: Int]

  /// Properties; where two claim a name, the first has it.
  public init(_ all: [Property]) {
    self.all = all
    var byName: [String: Int] = [:]
    for (index, property) in all.enumerated() where byName[property.name] == nil {
      byName[property.name] = index
    }
    for (index, property) in all.enumerated() {
      for name in property.otherNames where byName[name] == nil { byName[name] = index }
    }
    for (index, property) in all.enumerated() {
      for name in [property.name] + property.otherNames
      where byName[name.lowercased()] == nil { byName[name.lowercased()] = index }
    }
    self.byName = byName
  }

  /// The property with a name, whatever its capitals.
  public subscript(name: String) -> Property? {
    (byName[name] ?? byName[name.lowercased()]).map { all[$0] }
  }

  /// Those and the columns of a layer; of one that is there already only the title is added, as
  /// another name.
  public func adding(
    _ columns: [(name: String, kind: FilterKind?, titles: [String])], hasShape: Bool
  ) -> FilterProperties {
    var all = all.filter { hasShape || $0.kind != .shape }
    for column in columns {
      let titles = column.titles.filter { $0 != column.name }
      if let known = all.firstIndex(where: { $0.name == column.name }) {
        all[known].otherNames += titles
      } else {
        all.append(Property(column.name, column.kind, otherNames: titles))
      }
    }
    if hasShape, !all.contains(where: { $0.kind == .shape }) { all.append(.geometry) }
    return FilterProperties(all)
  }

  /// What is wrong with a name that is not known.
  func unknown(_ name: String, at offset: Int) -> FilterError {
    FilterError(
      .unknownProperty, seen: name, at: offset, expected: all.map(\.name),
      titles: all.map { $0.otherNames.first ?? $0.name },
      nearest: EditDistance.nearest(
        to: name.lowercased(), among: all.flatMap { [$0.name] + $0.otherNames },
        // Two letters that changed places are two changes.
        atMost: name.utf8.count == name.count && name.count > 3 ? max(2, name.count / 3) : nil,
        count: 3))
  }
}

extension FilterProperties.Property {
  static let geometry = Self("geometry", .shape, "图形 geom 形状")

  fileprivate static func use(of columns: [String]) -> Self {
    Self("use", .text, "用途 用地 土地用途 land_use", columns: [], .use, of: columns)
  }

  fileprivate static func township(in columns: [String]) -> Self {
    Self("township", .text, "乡镇", columns: [], .township, of: columns)
  }

  fileprivate static let county = Self("county", .text, "县区 县")
  fileprivate static let location = Self("location", .text, "位置 坐落")
  fileprivate static let area = Self("area_m2", .number, "面积 area")
  fileprivate static let number = Self(
    "parcel_id", .text, "地块编号 parcel number 地块 宗地 宗地编号", .number)
  fileprivate static let aliases = Self("aliases", .text, "其他编号")
  fileprivate static let date = Self("date", .date, "日期 文件日期")
  fileprivate static let document = Self("document", .text, "文号", .document)
  fileprivate static let source = [
    Self("file", .text, "来源文件 文件"), Self("line_start", .number, "起始行"),
    Self("line_end", .number, "终止行"),
  ]

  /// An indicator by its ends. Without one it is the limit that is set: the upper end, or the lower
  /// where there is no upper.
  fileprivate static let indicators = Indicator.allCases.flatMap { indicator in
    let measure = FilterMeasure(indicator.measure)
    return [false, true].flatMap { isPer100 -> [Self] in
      let ends = IndicatorColumn.all.filter {
        $0.indicator == indicator && $0.isPer100SquareMetres == isPer100
      }
      guard !ends.isEmpty else { return [] }
      let whole = Self(
        indicator.rawValue + (isPer100 ? Indicator.per100Ending : ""), .number,
        (isPer100 ? "每百平方米" : "") + indicator.name[.zh],
        columns: [IndicatorColumn.End.upper, .lower].flatMap { end in
          ends.filter { $0.end == end }.map(\.key)
        }, measure: measure)
      return [whole] + ends.map { Self($0.key, .number, $0.name, measure: measure) }
    }
  }
}

extension FilterProperties {
  /// Those of parcels: the columns of the register's layer `parcels`, and what is read from them.
  public static let parcels = FilterProperties(
    [
      .number, Property("plan", .text, "所属规划 规划 规划名称", .plan), .county,
      .use(of: ["land_use_code", "land_use_name"]), .area,
      Property("status", .text, "状态", values: .terms(ParcelStatus.self)),
      .township(in: ["location", "name", "plan"]), .location,
      Property("name", .text, "名称 项目 项目名称"),
      Property("last_date", .date, "最近文件日期 date 日期"),
      Property("last_document", .text, "最近文件文号 document 文号", .document),
      Property("land_use_scheme", .text, "用地分类标准 scheme 分类", values: .schemes),
      Property("land_use_code", .text, "用地代码"),
      Property(
        "land_use_name", .text, "用地性质", .use, of: ["land_use_code", "land_use_name"]),
      .aliases,
    ] + Property.indicators + [Property("keeps_current_use", .boolean, "保留现状")] + Property.source
      + [.geometry])

  /// Those of documents.
  public static let documents = FilterProperties(
    [
      Property("number", .text, "文号 document", .document), Property("title", .text, "标题"),
      Property("kind", .text, "类型", values: .terms(DocumentKind.self)),
      Property("force", .text, "效力", values: .terms(DocumentForce.self)), .date,
      Property("in_force", .boolean, "有效"), Property("in_force_from", .date, "生效日期"),
      Property("in_force_until", .date, "失效日期"),
      Property("ended_by", .text, "失效依据", .document),
      Property("issuer", .text, "发文机关"), .county, Property("version", .number, "版本"),
      Property("recorded_at", .timestamp, "登记时间"), Property("parcel_count", .number, "地块数"),
      Property("transaction_count", .number, "储备供应收回数"), Property("site_count", .number, "隐患点数"),
    ] + Property.source)

  /// Those of supply, reserve and reclaim acts.
  public static let transactions = FilterProperties(
    [
      Property(
        "kind", .text, "方式 类型 供应方式 type",
        values: .terms(TransactionKind.self) { kind in
          TransactionKind.allCases.filter { $0.isMeant(by: kind) }
        }),
      Property("stage", .text, "阶段 状态 status", values: .terms(ActStage.self)),
      .number, .aliases, Property("name", .text, "项目名称 名称 项目"),
      .use(of: ["land_use_code", "land_use_name"]), .area,
      Property("party", .text, "单位 受让人"), Property("amount_cny", .number, "金额 amount"),
      Property("contract_number", .text, "合同编号 合同"),
      Property("supervision_number", .text, "电子监管号 监管号"), Property("terms", .text, "年限"),
      Property("conditions", .text, "规划条件 条件"),
      Property("purpose", .text, "目的"), .township(in: ["location", "name", "party"]), .location,
      .county, .date, .document, Property("concluded", .boolean, "已成交"),
      Property("land_use_name", .text, "用地性质"), Property("land_use_code", .text, "用地代码"),
    ] + PriceKind.columns.map { Property($0.column, .number, $0.name[.zh]) }
      + ActDay.allCases.map { Property($0.column, .date, $0.name[.zh]) } + Property.source)

  /// Those of hazard sites.
  public static let sites = FilterProperties(
    [
      Property("name", .text, "名称"), Property("hazard_type", .text, "灾害类型 kind 类型 type"),
      Property("township", .text, "乡镇", .township, of: ["township", "location"]),
      Property("village", .text, "村组 村"), .location, Property("people", .number, "威胁人数 人数"),
      Property("property_cny", .number, "威胁财产 财产 property"), .county, .date, .document,
      Property("serial", .number, "总序号"), Property("field_number", .text, "野外编号"),
      Property("exposed", .text, "承灾体"), Property("cause", .text, "主要成因"),
      Property("responsible_township", .text, "责任乡镇"),
      Property("responsible_department", .text, "责任部门"),
    ] + Property.source)
}
