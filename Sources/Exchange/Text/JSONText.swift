public import Foundation

/// JSON as Yulin writes it: UTF-8, keys in alphabetical order, slashes as they are.
public enum JSONText {
  /// A value as indented JSON, without a line break at the end.
  public static func pretty(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }

  /// A value as JSON on one line, without a line break at the end.
  public static func line(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }
}
