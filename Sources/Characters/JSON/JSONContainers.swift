/// The members of an object that is being put together.
struct JSONKeyedContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let object: JSONObject
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) { object.set(key.stringValue, .null) }
  func encode(_ value: Bool, forKey key: Key) { object.set(key.stringValue, JSONNode(value)) }
  func encode(_ value: String, forKey key: Key) { object.set(key.stringValue, .text(value)) }
  func encode(_ value: Double, forKey key: Key) throws {
    object.set(key.stringValue, try JSONNode(value))
  }
  func encode(_ value: Float, forKey key: Key) throws {
    object.set(key.stringValue, try JSONNode(value))
  }
  func encode(_ value: Int, forKey key: Key) { object.set(key.stringValue, JSONNode(value)) }
  func encode(_ value: Int8, forKey key: Key) { object.set(key.stringValue, JSONNode(value)) }
  func encode(_ value: Int16, forKey key: Key) { object.set(key.stringValue, JSONNode(value)) }
  func encode(_ value: Int32, forKey key: Key) { object.set(key.stringValue, JSONNode(value)) }
  func encode(_ value: Int64, forKey key: Key) { object.set(key.stringValue, JSONNode(value)) }
  func encode(_ value: UInt, forKey key: Key) { object.set(key.stringValue, JSONNode(value)) }
  func encode(_ value: UInt8, forKey key: Key) { object.set(key.stringValue, JSONNode(value)) }
  func encode(_ value: UInt16, forKey key: Key) { object.set(key.stringValue, JSONNode(value)) }
  func encode(_ value: UInt32, forKey key: Key) { object.set(key.stringValue, JSONNode(value)) }
  func encode(_ value: UInt64, forKey key: Key) { object.set(key.stringValue, JSONNode(value)) }
  func encode(_ value: some Encodable, forKey key: Key) throws {
    object.set(key.stringValue, try JSONTreeEncoder.node(of: value))
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    let nested = JSONObject()
    object.set(key.stringValue, .object(nested))
    return KeyedEncodingContainer(JSONKeyedContainer<NestedKey>(object: nested))
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    let nested = JSONArray()
    object.set(key.stringValue, .array(nested))
    return JSONListContainer(array: nested)
  }

  // No record of Yulin is a subclass: a value's own encoder is its super encoder.
  func superEncoder() -> any Encoder { JSONTreeEncoder() }
  func superEncoder(forKey key: Key) -> any Encoder { JSONTreeEncoder() }
}

/// The elements of an array that is being put together.
struct JSONListContainer: UnkeyedEncodingContainer {
  let array: JSONArray
  var codingPath: [any CodingKey] { [] }
  var count: Int { array.elements.count }

  func encodeNil() { array.elements.append(.null) }
  func encode(_ value: Bool) { array.elements.append(JSONNode(value)) }
  func encode(_ value: String) { array.elements.append(.text(value)) }
  func encode(_ value: Double) throws { array.elements.append(try JSONNode(value)) }
  func encode(_ value: Float) throws { array.elements.append(try JSONNode(value)) }
  func encode(_ value: Int) { array.elements.append(JSONNode(value)) }
  func encode(_ value: Int8) { array.elements.append(JSONNode(value)) }
  func encode(_ value: Int16) { array.elements.append(JSONNode(value)) }
  func encode(_ value: Int32) { array.elements.append(JSONNode(value)) }
  func encode(_ value: Int64) { array.elements.append(JSONNode(value)) }
  func encode(_ value: UInt) { array.elements.append(JSONNode(value)) }
  func encode(_ value: UInt8) { array.elements.append(JSONNode(value)) }
  func encode(_ value: UInt16) { array.elements.append(JSONNode(value)) }
  func encode(_ value: UInt32) { array.elements.append(JSONNode(value)) }
  func encode(_ value: UInt64) { array.elements.append(JSONNode(value)) }
  func encode(_ value: some Encodable) throws {
    array.elements.append(try JSONTreeEncoder.node(of: value))
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    let nested = JSONObject()
    array.elements.append(.object(nested))
    return KeyedEncodingContainer(JSONKeyedContainer<NestedKey>(object: nested))
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    let nested = JSONArray()
    array.elements.append(.array(nested))
    return JSONListContainer(array: nested)
  }

  func superEncoder() -> any Encoder { JSONTreeEncoder() }
}
