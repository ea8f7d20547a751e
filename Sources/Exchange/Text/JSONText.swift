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

  /// A list as indented JSON, made element by element: a long list needs no more memory than its
  /// text. The lines after the first are indented by so many columns more, an even number.
  public static func pretty(
    list: some Sequence<some Encodable>, indentation: Int = 0
  ) throws -> Data {
    var text = JSONListText(indentation: indentation)
    return try text.part(Array(list)) + text.end()
  }
}

/// A list as indented JSON, written part by part: a list of any length needs the memory of a part.
public struct JSONListText {
  private let indentation: Int
  private var isFirst = true

  /// A list whose lines after the first are indented by so many columns more, an even number.
  public init(indentation: Int = 0) {
    self.indentation = indentation
  }

  /// The text of the next elements, the list's beginning before the first.
  public mutating func part(_ elements: [some Encodable]) throws -> Data {
    let margin = String(repeating: " ", count: indentation + 2)
    var data = Data()
    for element in elements {
      data.append(contentsOf: ((isFirst ? "[\n" : ",\n") + margin).utf8)
      isFirst = false
      var writer = JSONTextWriter(isPretty: true, depth: indentation / 2 + 1)
      writer.write(try JSONTreeEncoder.node(of: element))
      data.append(contentsOf: writer.bytes)
    }
    return data
  }

  /// The end of the list.
  public func end() -> Data {
    let margin = String(repeating: " ", count: indentation)
    return Data((isFirst ? "[\n\n\(margin)]" : "\n\(margin)]").utf8)
  }
}
