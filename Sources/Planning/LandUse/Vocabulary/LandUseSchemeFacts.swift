/// What a scheme is: its title, its document and when it is in force.
public struct LandUseSchemeFacts: Hashable, Sendable, Codable {
  /// The scheme.
  public let scheme: LandUseScheme
  /// Its title.
  public let title: String
  /// The document or standard that sets it, where there is one.
  public let document: String?
  /// The first day in force, where known.
  public let inForceFrom: CalendarDate?
  /// The day another took its place, or `nil`.
  public let replacedOn: CalendarDate?
  /// How many classes the published scheme has, where known.
  public let classCount: Int?
  /// What its codes look like.
  public let codeForm: String
  /// How sure the row is.
  public let confidence: LandUseConfidence
  /// What a reader should know, in English.
  public let note: String?
  /// The same in Chinese.
  public let noteChinese: String?

  enum CodingKeys: String, CodingKey {
    case scheme, title, document
    case inForceFrom = "in_force_from"
    case replacedOn = "replaced_on"
    case classCount = "class_count"
    case codeForm = "code_form"
    case confidence, note
    case noteChinese = "note_zh"
  }

  init?(fields: [String]) {
    guard fields.count == 10, let scheme = LandUseScheme(rawValue: fields[0]) else { return nil }
    self.scheme = scheme
    title = fields[1]
    document = fields[2].isEmpty ? nil : fields[2]
    inForceFrom = CalendarDate(iso: fields[3])
    replacedOn = CalendarDate(iso: fields[4])
    classCount = Int(fields[5])
    codeForm = fields[6]
    confidence = LandUseConfidence(rawValue: fields[7]) ?? .low
    note = fields[8].isEmpty ? nil : fields[8]
    noteChinese = fields[9].isEmpty ? nil : fields[9]
  }
}

extension LandUseVocabulary {
  /// The schemes that the program knows, in the order of `LandUseScheme.allCases`.
  public var schemes: [LandUseSchemeFacts] {
    CSVText.rows(ofTable: "schemes").compactMap(LandUseSchemeFacts.init(fields:))
  }
}
