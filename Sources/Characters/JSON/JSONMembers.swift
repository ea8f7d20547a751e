/// Any name of a member.
public struct JSONKey: CodingKey {
  /// The name.
  public let stringValue: String
  /// No member is known by a number.
  public var intValue: Int? { nil }

  /// A name.
  public init(stringValue: String) { self.stringValue = stringValue }

  /// No member is known by a number.
  public init?(intValue: Int) { nil }
}

/// The members of a JSON object that is being written: each is named where it is written, and one
/// without a value is left out.
public struct JSONMembers {
  private let encoder: any Encoder
  private var container: KeyedEncodingContainer<JSONKey>

  /// The members of what an encoder writes.
  public init(_ encoder: any Encoder) {
    self.encoder = encoder
    container = encoder.container(keyedBy: JSONKey.self)
  }

  /// What the encoder was told beside.
  public var userInfo: [CodingUserInfoKey: Any] { encoder.userInfo }

  /// Writes a member.
  public mutating func callAsFunction(_ name: String, _ value: some Encodable) throws {
    try container.encode(value, forKey: JSONKey(stringValue: name))
  }

  /// Writes a member where it has a value.
  public mutating func callAsFunction(_ name: String, _ value: (some Encodable)?) throws {
    try container.encodeIfPresent(value, forKey: JSONKey(stringValue: name))
  }

  /// Writes a member where anything is in it.
  public mutating func filled(_ name: String, _ value: some Encodable & Collection) throws {
    if !value.isEmpty { try self(name, value) }
  }

  /// Writes a member that is an object of its own.
  public mutating func object(
    _ name: String, _ write: @escaping (inout JSONMembers) throws -> Void
  ) throws {
    try self(name, NestedMembers(write: write))
  }

  /// Writes the members of another value among these.
  public func members(of value: some Encodable) throws { try value.encode(to: encoder) }
}

/// An object that is written member by member.
private struct NestedMembers: Encodable {
  let write: (inout JSONMembers) throws -> Void

  func encode(to encoder: any Encoder) throws {
    var members = JSONMembers(encoder)
    try write(&members)
  }
}

/// A value that is read from JSON and written as it, and names each of its members once for both.
public protocol JSONRecord: Codable {
  /// A value without anything in it, into which members are read.
  static var blank: Self { get }

  /// Reads or writes the members.
  mutating func exchange(_ json: inout JSONExchange) throws
}

extension JSONRecord {
  /// Reads the members.
  public init(from decoder: any Decoder) throws {
    self = Self.blank
    var json = JSONExchange.reading(decoder, try decoder.container(keyedBy: JSONKey.self))
    try exchange(&json)
  }

  /// Writes the members.
  public func encode(to encoder: any Encoder) throws {
    var value = self
    var json = JSONExchange.writing(JSONMembers(encoder))
    try value.exchange(&json)
  }
}

/// The members of a JSON object that is being read or written.
public enum JSONExchange {
  /// They are read.
  case reading(any Decoder, KeyedDecodingContainer<JSONKey>)
  /// They are written.
  case writing(JSONMembers)

  /// Whether they are read.
  public var isReading: Bool { if case .reading = self { true } else { false } }

  /// What the coder was told beside.
  public var userInfo: [CodingUserInfoKey: Any] {
    switch self {
    case .reading(let decoder, _): decoder.userInfo
    case .writing(let members): members.userInfo
    }
  }

  /// A member that is always there.
  public mutating func callAsFunction(_ name: String, _ value: inout some Codable) throws {
    switch self {
    case .reading(_, let container): value = try Self.value(of: name, in: container)
    case .writing(var members):
      try members(name, value)
      self = .writing(members)
    }
  }

  /// A member that is left out where there is no value.
  public mutating func callAsFunction<Value: Codable>(
    _ name: String, _ value: inout Value?
  ) throws {
    switch self {
    case .reading(_, let container):
      value = try container.decodeIfPresent(Value.self, forKey: JSONKey(stringValue: name))
    case .writing(var members):
      try members(name, value)
      self = .writing(members)
    }
  }

  /// A member that may be absent, and then keeps the value it had before reading.
  ///
  /// - Parameter leftOut: whether it is not written.
  public mutating func callAsFunction<Value: Codable>(
    _ name: String, _ value: inout Value, leftOut: Bool
  ) throws {
    switch self {
    case .reading(_, let container):
      let key = JSONKey(stringValue: name)
      value = try container.decodeIfPresent(Value.self, forKey: key) ?? value
    case .writing: if !leftOut { try self(name, &value) }
    }
  }

  /// The members of another value among these.
  public mutating func members(of value: inout some Codable) throws {
    switch self {
    case .reading(let decoder, _): value = try Self.value(from: decoder)
    case .writing(let members): try members.members(of: value)
    }
  }

  /// The members of another value among these, which is there where one of them is.
  public mutating func members<Value: Codable>(
    of value: inout Value?, where name: String
  ) throws {
    switch self {
    case .reading(let decoder, let container):
      let key = JSONKey(stringValue: name)
      let isThere = try container.contains(key) && !container.decodeNil(forKey: key)
      value = isThere ? try Value(from: decoder) : nil
    case .writing(let members): if let value { try members.members(of: value) }
    }
  }

  private static func value<Value: Decodable>(
    of name: String, in container: KeyedDecodingContainer<JSONKey>
  ) throws -> Value {
    try container.decode(Value.self, forKey: JSONKey(stringValue: name))
  }

  private static func value<Value: Decodable>(from decoder: any Decoder) throws -> Value {
    try Value(from: decoder)
  }
}
