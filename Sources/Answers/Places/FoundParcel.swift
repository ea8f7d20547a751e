internal import Characters
public import Planning
public import SimpleFeatures

/// A parcel that was found at a place.
public struct FoundParcel: Hashable, Sendable {
  /// The parcel.
  public var record: ParcelRecord
  /// What it has in common with the asked shape.
  public var land: SharedLand

  /// A parcel.
  public init(record: ParcelRecord, land: SharedLand) {
    self.record = record
    self.land = land
  }
}

extension FoundParcel: Encodable {
  /// Writes the parcel's own keys, and `relation`.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json.members(of: record)
    try json.object("relation") { try land.write(to: &$0, shareOfFound: "share_of_parcel") }
  }
}

/// A feature of a reference layer that was found at a place.
public struct FoundFeature: Hashable, Sendable {
  /// An attribute.
  public struct Attribute: Hashable, Sendable {
    /// Its name in the file.
    public var name: String
    /// Its value.
    public var value: FieldValue

    /// An attribute.
    public init(name: String, value: FieldValue) {
      self.name = name
      self.value = value
    }
  }

  /// Its number in the layer.
  public var number: Int
  /// The attributes that have a value.
  public var attributes: [Attribute]
  /// What it has in common with the asked shape.
  public var land: SharedLand
  /// Its shape in the register's coordinate system.
  public var shape: Geometry?

  /// A feature.
  public init(number: Int, attributes: [Attribute], land: SharedLand, shape: Geometry?) {
    self.number = number
    self.attributes = attributes
    self.land = land
    self.shape = shape
  }
}

extension FoundFeature: Encodable {
  /// Writes the feature; its attributes under their own names.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("feature", number)
    try json.object("attributes") { json in
      for attribute in attributes {
        switch attribute.value {
        case .none: continue
        case .integer(let value): try json(attribute.name, value)
        case .real(let value): try json(attribute.name, value)
        case .text(let value): try json(attribute.name, value)
        }
      }
    }
    try json.object("relation") { try land.write(to: &$0, shareOfFound: "share_of_feature") }
  }
}

extension [FoundFeature.Attribute] {
  /// What a feature is called for people: the values of its first attributes that are words or
  /// codes, at most three; measures, remarks on quality and the long numbers of databases (标识码) are
  /// left out.
  public var label: String {
    let words = compactMap { attribute -> String? in
      guard case .text(let text) = attribute.value, !text.isEmpty, attribute.name != "图形性质",
        attribute.name.lowercased() != "quality", !isDatabaseNumber(text)
      else { return nil }
      return text
    }
    return words.prefix(3).joined(separator: " ")
  }

  /// Whether a text is a number of ten digits and more.
  private func isDatabaseNumber(_ text: String) -> Bool {
    text.utf8.count >= 10 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
