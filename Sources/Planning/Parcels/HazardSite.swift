public import Characters

/// A geological-hazard site (地质灾害隐患点) as a county's yearly list describes it.
public struct HazardSite: Hashable, Sendable {
  /// The site's name.
  public var name: String
  /// The number in the list (总序号).
  public var serial: Int?
  /// The field number (野外编号).
  public var fieldNumber: String?
  /// 崩塌, 滑坡, 泥石流, 地面塌陷 …
  public var hazardType: String?
  /// The township it lies in.
  public var township: String?
  /// The village or group it lies in.
  public var village: String?
  /// Where it lies, as printed.
  public var location: String?
  /// People at risk.
  public var people: Int?
  /// Property at risk, in yuan.
  public var propertyYuan: Double?
  /// What is at risk (承灾体).
  public var exposed: String?
  /// The main cause.
  public var cause: String?
  /// The township that answers for it.
  public var responsibleTownship: String?
  /// The department that answers for it.
  public var responsibleDepartment: String?
  /// The document's number.
  public var document: String?
  /// Where it is printed.
  public var place: SourcePlace

  /// A site of which only the name is known yet.
  public init(name: String, place: SourcePlace) {
    self.name = name
    self.place = place
  }
}

extension HazardSite: JSONRecord {
  /// A site of which nothing is known.
  public static var blank: HazardSite { HazardSite(name: "", place: .blank) }

  /// Reads or writes the site; what is unknown is left out.
  public mutating func exchange(_ json: inout JSONExchange) throws {
    try json("name", &name)
    try json("serial", &serial)
    try json("field_number", &fieldNumber)
    try json("hazard_type", &hazardType)
    try json("township", &township)
    try json("village", &village)
    try json("location", &location)
    try json("people", &people)
    try json("property_cny", &propertyYuan)
    try json("exposed", &exposed)
    try json("cause", &cause)
    try json("responsible_township", &responsibleTownship)
    try json("responsible_department", &responsibleDepartment)
    try json("document", &document)
    try json.members(of: &place)
  }
}
