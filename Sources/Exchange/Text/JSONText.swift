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

  /// A list as indented JSON, made element by element: a long list needs no more memory than its
  /// text. The lines after the first are indented by so many columns more.
  public static func pretty(
    list: some Sequence<some Encodable>, indentation: Int = 0
  ) throws -> Data {
    let margin = String(repeating: " ", count: indentation)
    var data = Data("[".utf8)
    var isFirst = true
    for element in list {
      data.append(Data((isFirst ? "\n" : ",\n").utf8))
      isFirst = false
      let lines = try pretty(element).split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        if index > 0 { data.append(UInt8(ascii: "\n")) }
        if !line.isEmpty { data.append(Data((margin + "  ").utf8)) }
        data.append(line)
      }
    }
    data.append(Data((isFirst ? "\n\n\(margin)]" : "\n\(margin)]").utf8))
    return data
  }
}
