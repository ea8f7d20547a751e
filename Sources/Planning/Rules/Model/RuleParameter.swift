/// A threshold or a list that a rule judges by.
public struct RuleParameter: Hashable, Sendable, Codable {
  /// What it holds.
  public enum Value: Hashable, Sendable {
    case number(Double)
    case text(String)
    case list([String])
    /// Numbers by a word: an indicator's limit by land-use code, say.
    case table([String: Double])
  }

  /// What it holds.
  public var value: Value
  /// The unit of numbers: `m2`, `m`, `percent`; empty where there is none.
  public var unit: String
  /// What it means.
  public var note: LocalText?

  /// A parameter.
  public init(_ value: Value, unit: String = "", note: LocalText? = nil) {
    self.value = value
    self.unit = unit
    self.note = note
  }
}

extension RuleParameter.Value: Codable {
  /// Reads a number, a text, a list of texts or a table of numbers.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([String].self) {
      self = .list(list)
    } else {
      self = .table(try container.decode([String: Double].self))
    }
  }

  /// Writes what it holds.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    case .table(let table): try container.encode(table)
    }
  }
}
