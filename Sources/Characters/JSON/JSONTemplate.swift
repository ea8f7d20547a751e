/// JSON on one line with parts left open: what many answers have in common is encoded once, and each
/// writes only what is its own.
public struct JSONTemplate<Part: Sendable>: Sendable {
  private var pieces: [(text: [UInt8], part: Part)] = []
  private let rest: [UInt8]

  /// A value's JSON.
  ///
  /// - Parameter parts: what is left open, by the keys and places that lead to it; one that the value
  ///   does not have is added to its object.
  /// - Throws: `EncodingError` where a number is not finite.
  public init(of value: some Encodable, leavingOpen parts: [(path: [String], part: Part)]) throws {
    let node = try JSONTreeEncoder.node(of: value)
    for (index, part) in parts.enumerated() { node.open(index, at: part.path[...]) }
    var writer = JSONTextWriter(isPretty: false)
    writer.write(node)
    var done = 0
    for (place, part) in writer.openings {
      pieces.append((Array(writer.bytes[done..<place]), parts[part].part))
      done = place
    }
    rest = Array(writer.bytes[done...])
  }

  /// Writes the text.
  ///
  /// - Parameter fill: writes a part, and says whether it could.
  /// - Returns: whether all parts could be written.
  public func write(to bytes: inout [UInt8], _ fill: (Part, inout [UInt8]) -> Bool) -> Bool {
    for piece in pieces {
      bytes += piece.text
      guard fill(piece.part, &bytes) else { return false }
    }
    bytes += rest
    return true
  }
}

extension JSONNode {
  /// Leaves a part open.
  fileprivate func open(_ part: Int, at path: ArraySlice<String>) {
    guard let step = path.first else { return }
    switch self {
    case .object(let object) where path.count == 1: object.set(step, .open(part))
    case .object(let object):
      object.members.last { $0.key == step }?.value.open(part, at: path.dropFirst())
    case .array(let array):
      guard let place = Int(step), array.elements.indices.contains(place) else { return }
      array.elements[place].open(part, at: path.dropFirst())
    case .plain, .text, .open: return
    }
  }
}
