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

extension HazardSite: Codable {
  enum CodingKeys: String, CodingKey {
    case name, serial
    case fieldNumber = "field_number"
    case hazardType = "hazard_type"
    case township, village, location, people
    case propertyYuan = "property_cny"
    case exposed, cause
    case responsibleTownship = "responsible_township"
    case responsibleDepartment = "responsible_department"
    case document
  }

  /// Reads a site.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try container.decode(String.self, forKey: .name), place: try SourcePlace(from: decoder))
    serial = try container.decodeIfPresent(Int.self, forKey: .serial)
    fieldNumber = try container.decodeIfPresent(String.self, forKey: .fieldNumber)
    hazardType = try container.decodeIfPresent(String.self, forKey: .hazardType)
    township = try container.decodeIfPresent(String.self, forKey: .township)
    village = try container.decodeIfPresent(String.self, forKey: .village)
    location = try container.decodeIfPresent(String.self, forKey: .location)
    people = try container.decodeIfPresent(Int.self, forKey: .people)
    propertyYuan = try container.decodeIfPresent(Double.self, forKey: .propertyYuan)
    exposed = try container.decodeIfPresent(String.self, forKey: .exposed)
    cause = try container.decodeIfPresent(String.self, forKey: .cause)
    responsibleTownship =
      try container.decodeIfPresent(String.self, forKey: .responsibleTownship)
    responsibleDepartment =
      try container.decodeIfPresent(String.self, forKey: .responsibleDepartment)
    document = try container.decodeIfPresent(String.self, forKey: .document)
  }

  /// Writes the site; what is unknown is left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encodeIfPresent(serial, forKey: .serial)
    try container.encodeIfPresent(fieldNumber, forKey: .fieldNumber)
    try container.encodeIfPresent(hazardType, forKey: .hazardType)
    try container.encodeIfPresent(township, forKey: .township)
    try container.encodeIfPresent(village, forKey: .village)
    try container.encodeIfPresent(location, forKey: .location)
    try container.encodeIfPresent(people, forKey: .people)
    try container.encodeIfPresent(propertyYuan, forKey: .propertyYuan)
    try container.encodeIfPresent(exposed, forKey: .exposed)
    try container.encodeIfPresent(cause, forKey: .cause)
    try container.encodeIfPresent(responsibleTownship, forKey: .responsibleTownship)
    try container.encodeIfPresent(responsibleDepartment, forKey: .responsibleDepartment)
    try container.encodeIfPresent(document, forKey: .document)
    try place.encode(to: encoder)
  }
}
