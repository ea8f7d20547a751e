/// A field that listings can be narrowed by.
public enum FilterField: String, Hashable, Sendable, CaseIterable {
  /// A parcel's number.
  case parcel
  /// The plan a parcel's number belongs to.
  case plan
  /// The county.
  case county
  /// The land use: the beginning of a code, or a part of the name.
  case use
  /// The scheme of the land-use code.
  case scheme
  /// The stated area in square metres; `15亩` and `1公顷` are understood.
  case area
  /// How far a parcel has come.
  case status
  /// The township, with those merged into it.
  case township
  /// A site's village.
  case village
  /// Where it lies, in words.
  case location
  /// The name of a project or a site.
  case name
  /// The date of the (latest) document.
  case date
  /// The number of the (latest) document.
  case document
  /// A document's title.
  case title
  /// What a document or an act does; a site's type.
  case kind
  /// Who issued a document.
  case issuer
  /// Who receives the land or gives it back.
  case party
  /// Price or compensation in yuan; `3743.44万元` is understood.
  case amount
  /// What an act is for.
  case purpose
  /// The file a document was read from.
  case file
  /// People at risk at a site.
  case people
  /// Property at risk at a site, in yuan.
  case property

  /// What kind of value the field has.
  enum Content {
    case text, date, area, money, count
  }

  var content: Content {
    switch self {
    case .area: .area
    case .amount, .property: .money
    case .people: .count
    case .date: .date
    default: .text
    }
  }

  /// The fields of a subject, in the order they are named to people.
  public static func fields(of subject: RegisterFilter.Subject) -> [FilterField] {
    switch subject {
    case .parcels:
      [
        .parcel, .plan, .county, .use, .scheme, .area, .status, .township, .location, .name, .date,
        .document,
      ]
    case .documents: [.document, .title, .kind, .date, .issuer, .county, .file]
    case .transactions:
      [
        .kind, .parcel, .name, .use, .area, .party, .amount, .purpose, .township, .location,
        .county, .date, .document,
      ]
    case .sites:
      [
        .name, .kind, .township, .village, .location, .people, .property, .county, .date, .document,
      ]
    }
  }

  /// The field a word names, in English or Chinese.
  init?(word: String, subject: RegisterFilter.Subject) {
    let word = word.lowercased()
    let named = FilterField(rawValue: word) ?? FilterField.otherWords[word]
    guard let named, FilterField.fields(of: subject).contains(named) else { return nil }
    self = named
  }

  private static let otherWords: [String: FilterField] = [
    "parcel_id": .parcel, "number": .parcel, "地块": .parcel, "地块编号": .parcel, "宗地": .parcel,
    "宗地编号": .parcel, "规划": .plan, "规划名称": .plan, "县": .county, "县区": .county, "land_use": .use,
    "用途": .use, "用地": .use, "用地性质": .use, "土地用途": .use, "分类": .scheme, "面积": .area,
    "area_m2": .area,
    "状态": .status, "乡镇": .township, "村": .village, "位置": .location, "坐落": .location, "名称": .name,
    "项目": .name, "日期": .date, "文号": .document, "标题": .title, "类型": .kind, "方式": .kind,
    "供应方式": .kind, "type": .kind, "发文机关": .issuer, "单位": .party, "受让人": .party, "金额": .amount,
    "amount_cny": .amount, "目的": .purpose, "文件": .file, "人数": .people, "财产": .property,
  ]
}
