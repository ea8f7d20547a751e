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
  enum CodingKeys: String, CodingKey {
    case relation
  }

  /// Writes the parcel's own keys, and `relation`.
  public func encode(to encoder: any Encoder) throws {
    try record.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    var relation = container.nestedContainer(
      keyedBy: SharedLand.CodingKeys.self, forKey: .relation)
    try land.encode(to: &relation, shareOfFound: .shareOfParcel)
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
  enum CodingKeys: String, CodingKey {
    case number = "feature"
    case attributes, relation
  }

  private struct AttributeKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Writes the feature; its attributes under their own names.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(number, forKey: .number)
    var values = container.nestedContainer(keyedBy: AttributeKey.self, forKey: .attributes)
    for attribute in attributes {
      let key = AttributeKey(stringValue: attribute.name)
      switch attribute.value {
      case .none: continue
      case .integer(let value): try values.encode(value, forKey: key)
      case .real(let value): try values.encode(value, forKey: key)
      case .text(let value): try values.encode(value, forKey: key)
      }
    }
    var relation = container.nestedContainer(
      keyedBy: SharedLand.CodingKeys.self, forKey: .relation)
    try land.encode(to: &relation, shareOfFound: .shareOfFeature)
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
