/// One attribute of many features.
public struct FieldColumn: Hashable, Sendable {
  /// Its name, as the file has it.
  public var name: String
  /// A name for people, where the file has one beside.
  public var title: String?
  /// The value of each feature.
  public var values: [FieldValue]

  /// An attribute.
  public init(name: String, title: String? = nil, values: [FieldValue] = []) {
    self.name = name
    self.title = title
    self.values = values
  }
}
