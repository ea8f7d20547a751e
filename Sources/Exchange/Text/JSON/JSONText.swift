internal import Dispatch
public import Foundation
internal import SimpleFeatures

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

  /// A list as indented JSON, made element by element: a long list needs no more memory than its
  /// text. The lines after the first are indented by so many columns more, an even number.
  public static func pretty(
    list: some Sequence<some Encodable & Sendable>, indentation: Int = 0
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

  /// The text of the next elements, the list's beginning before the first. Long parts are written
  /// by all cores.
  public mutating func part(_ elements: [some Encodable & Sendable]) throws -> Data {
    guard !elements.isEmpty else { return Data() }
    let margin = String(repeating: " ", count: indentation + 2)
    let depth = indentation / 2 + 1
    let size = 32
    let texts = Locked<[Result<[UInt8], any Error>?]>(
      Array(repeating: nil, count: (elements.count + size - 1) / size))
    DispatchQueue.concurrentPerform(iterations: (elements.count + size - 1) / size) { index in
      let slice = elements[index * size..<min(elements.count, (index + 1) * size)]
      let text = Result { try JSONListText.text(of: slice, margin: margin, depth: depth) }
      texts.withLock { $0[index] = text }
    }
    var data = Data(isFirst ? "[\n".utf8 : ",\n".utf8)
    isFirst = false
    for (index, text) in texts.withLock({ $0 }).enumerated() {
      if index > 0 { data.append(contentsOf: ",\n".utf8) }
      if let bytes = try text?.get() { data.append(contentsOf: bytes) }
    }
    return data
  }

  private static func text(
    of elements: ArraySlice<some Encodable>, margin: String, depth: Int
  ) throws -> [UInt8] {
    var writer = JSONTextWriter(isPretty: true, depth: depth)
    for (position, element) in elements.enumerated() {
      writer.write(plain: (position == 0 ? "" : ",\n") + margin)
      writer.write(try JSONTreeEncoder.node(of: element))
    }
    return writer.bytes
  }

  /// The end of the list.
  public func end() -> Data {
    let margin = String(repeating: " ", count: indentation)
    return Data((isFirst ? "[\n\n\(margin)]" : "\n\(margin)]").utf8)
  }
}
