public import Foundation

/// JSON as Yulin writes it: UTF-8, keys in alphabetical order, slashes as they are.
public enum JSONText {
  /// A value as indented JSON, without a line break at the end.
  public static func pretty(_ value: some Encodable) throws -> Data {
    var writer = JSONTextWriter(isPretty: true)
    writer.write(try JSONTreeEncoder.node(of: value))
    return Data(writer.bytes)
  }

  /// A value as JSON on one line, without a line break at the end.
  public static func line(_ value: some Encodable) throws -> Data {
    var writer = JSONTextWriter(isPretty: false)
    writer.write(try JSONTreeEncoder.node(of: value))
    return Data(writer.bytes)
  }

  /// Appends a value as JSON on one line.
  public static func append(_ value: some Encodable, to bytes: inout [UInt8]) throws {
    var writer = JSONTextWriter(isPretty: false)
    writer.write(try JSONTreeEncoder.node(of: value))
    bytes += writer.bytes
  }

  /// Elements of a list as indented JSON, without the list's brackets.
  ///
  /// - Parameter depth: how deeply the list stands; each element is indented by so many times two
  ///   columns.
  public static func pretty(elements: some Sequence<some Encodable>, depth: Int) throws -> [UInt8] {
    var writer = JSONTextWriter(isPretty: true, depth: depth)
    let margin = String(repeating: " ", count: 2 * depth)
    var isFirst = true
    for element in elements {
      writer.write(plain: (isFirst ? "" : ",\n") + margin)
      isFirst = false
      writer.write(try JSONTreeEncoder.node(of: element))
    }
    return writer.bytes
  }
}
