/// What a finding is about: a parcel, a document, a boundary, a layer's feature.
public struct FindingSubject: Hashable, Sendable {
  /// What kind of thing it is.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case parcel, document, transaction, boundary
    case layerFeature = "layer_feature"
    case layer
    case register
  }

  /// What kind of thing it is.
  public var kind: Kind
  /// What tells it from all others of its kind, whatever the order of import: plan and number of a
  /// parcel, number of a document, layer and feature.
  public var key: String
  /// Its name for people: `NX-03`, `中政函〔2025〕62号`.
  public var label: String
  /// The plan that a parcel's number belongs to, the name of a feature's layer.
  public var group: String?

  /// A subject.
  public init(kind: Kind, key: String, label: String, group: String? = nil) {
    self.kind = kind
    self.key = key
    self.label = label
    self.group = group
  }

  /// A parcel.
  public init(_ record: ParcelRecord) {
    self.init(
      kind: .parcel,
      key: [record.county, record.values.plan, record.label].map { $0 ?? "" }
        .joined(separator: "|"),
      label: record.label, group: record.values.plan)
  }

  /// A document.
  public init(_ document: DocumentReference) {
    self.init(kind: .document, key: document.name, label: document.name)
  }
}

extension FindingSubject {
  /// What a sentence calls it: the feature of a layer with the layer's name.
  public var name: String {
    guard kind == .layerFeature, let group else { return label }
    return "\(group) \(label)"
  }
}

extension FindingSubject: Encodable {
  enum CodingKeys: String, CodingKey {
    case kind, label, group, key
  }
}
