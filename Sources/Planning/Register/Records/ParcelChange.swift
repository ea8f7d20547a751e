internal import Characters

/// One change of one property of a parcel, and the document that made it.
public struct ParcelChange: Hashable, Sendable {
  /// The property's key: `land_use`, `area_m2`, an indicator's, `status`, `location`, … or the
  /// name an extra is printed with.
  public var property: String
  /// The value before: the fact that was in force, or what the document prints as former value.
  public var old: PropertyValue?
  /// The value after; `nil` where the document prints only the former one.
  public var new: PropertyValue?
  /// The document and the lines.
  public var source: DocumentReference

  /// A change.
  public init(
    property: String, old: PropertyValue?, new: PropertyValue?, source: DocumentReference
  ) {
    self.property = property
    self.old = old
    self.new = new
    self.source = source
  }
}

extension ParcelChange: Encodable {
  /// Writes date, instant of recording, document, property, old and new value, and the lines.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("date", source.date)
    try json("recorded_at", source.recordedAt)
    try json("document", source.number)
    try json("title", source.title)
    try json("property", property)
    try json("old", old)
    try json("new", new)
    try json.members(of: source.place)
  }
}
