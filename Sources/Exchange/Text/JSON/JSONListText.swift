public import Characters
internal import Dispatch
public import Foundation
internal import SimpleFeatures

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
    let depth = indentation / 2 + 1
    let size = 32
    let texts = Locked<[Result<[UInt8], any Error>?]>(
      Array(repeating: nil, count: (elements.count + size - 1) / size))
    DispatchQueue.concurrentPerform(iterations: (elements.count + size - 1) / size) { index in
      let slice = elements[index * size..<min(elements.count, (index + 1) * size)]
      let text = Result { try JSONText.pretty(elements: slice, depth: depth) }
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

  /// The end of the list.
  public func end() -> Data {
    let margin = String(repeating: " ", count: indentation)
    return Data((isFirst ? "[\n\n\(margin)]" : "\n\(margin)]").utf8)
  }
}

extension JSONText {
  /// A list as indented JSON, made element by element: a long list needs no more memory than its
  /// text. The lines after the first are indented by so many columns more, an even number.
  public static func pretty(
    list: some Sequence<some Encodable & Sendable>, indentation: Int = 0
  ) throws -> Data {
    var text = JSONListText(indentation: indentation)
    return try text.part(Array(list)) + text.end()
  }
}
