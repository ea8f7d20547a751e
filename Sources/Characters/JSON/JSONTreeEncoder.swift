/// Makes a ``JSONNode`` of a value. Several times faster than `JSONEncoder` on records of many small
/// parts, and the text is the same to the byte.
final class JSONTreeEncoder: Encoder {
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }
  private(set) var node: JSONNode?

  /// The value as a tree.
  ///
  /// - Throws: `EncodingError` where a number is not finite.
  static func node(of value: some Encodable) throws -> JSONNode {
    let encoder = JSONTreeEncoder()
    try value.encode(to: encoder)
    return encoder.node ?? .object(JSONObject())
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(JSONKeyedContainer<Key>(object: object()))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer { JSONListContainer(array: array()) }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  /// The object that this encoder's value is; a value may ask for it more than once.
  private func object() -> JSONObject {
    if case .object(let object) = node { return object }
    let object = JSONObject()
    node = .object(object)
    return object
  }

  private func array() -> JSONArray {
    if case .array(let array) = node { return array }
    let array = JSONArray()
    node = .array(array)
    return array
  }
}

extension JSONNode {
  static var null: JSONNode { .plain("null") }

  init(_ flag: Bool) { self = .plain(flag ? "true" : "false") }

  init(_ number: some BinaryInteger) { self = .plain(String(number)) }

  /// A number in the shortest digits that read back the same; whole numbers without fraction.
  init(_ number: some BinaryFloatingPoint & CustomStringConvertible) throws {
    guard number.isFinite else {
      throw EncodingError.invalidValue(
        number, .init(codingPath: [], debugDescription: "JSON has no \(number)"))
    }
    let digits = number.description
    self = .plain(digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits)
  }
}

extension JSONTreeEncoder: SingleValueEncodingContainer {
  func encodeNil() { node = .null }
  func encode(_ value: Bool) { node = JSONNode(value) }
  func encode(_ value: String) { node = .text(value) }
  func encode(_ value: Double) throws { node = try JSONNode(value) }
  func encode(_ value: Float) throws { node = try JSONNode(value) }
  func encode(_ value: Int) { node = JSONNode(value) }
  func encode(_ value: Int8) { node = JSONNode(value) }
  func encode(_ value: Int16) { node = JSONNode(value) }
  func encode(_ value: Int32) { node = JSONNode(value) }
  func encode(_ value: Int64) { node = JSONNode(value) }
  func encode(_ value: UInt) { node = JSONNode(value) }
  func encode(_ value: UInt8) { node = JSONNode(value) }
  func encode(_ value: UInt16) { node = JSONNode(value) }
  func encode(_ value: UInt32) { node = JSONNode(value) }
  func encode(_ value: UInt64) { node = JSONNode(value) }
  func encode(_ value: some Encodable) throws { node = try JSONTreeEncoder.node(of: value) }
}
