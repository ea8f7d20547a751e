internal import Exchange
internal import Planning

/// The text of an answer about a point with its changing parts cut out: what is the same for all points
/// that meet as many parcels and features of each layer.
struct AnswerFrame: Sendable {
  /// A part that is cut out.
  enum Hole: Sendable {
    /// The question, in quotes.
    case query
    case x, y
    case asOf, knownAt
    /// The parcel.
    case parcel
    /// The feature of a layer, by the layer's place among those that are asked.
    case feature(Int)
  }

  /// Text, and the part that comes behind it.
  private var pieces: [(text: [UInt8], hole: Hole)] = []
  private var rest: [UInt8] = []

  /// The parts that were cut out of the answer that the frame was made of.
  struct Parts {
    var parcel: [UInt8]?
    /// By the layer's place.
    var features: [Int: [UInt8]] = [:]
  }

  /// Cuts an answer.
  ///
  /// - Parameters:
  ///   - text: the answer on one line.
  ///   - hasParcel: whether it has one parcel, which is cut out.
  ///   - names: the names of the layers that are asked; of those in `single` the one feature is cut
  ///     out.
  /// - Returns: `nil` where the text is not as it should be.
  static func cut(
    _ text: [UInt8], hasParcel: Bool, layers names: [String], single: [Int]
  ) -> (frame: AnswerFrame, parts: Parts)? {
    var holes: [(place: Range<Int>, hole: Hole)] = []
    var parts = Parts()
    let members = JSONSpans.members(of: 0..<text.count, in: text)
    func place(_ key: String) -> Range<Int>? { members.first { $0.key == key }?.value }
    guard let query = place("query"), let asOf = place("as_of"), let knownAt = place("known_at"),
      let asked = place("asked"), let parcels = place("parcels"), let layers = place("layers")
    else { return nil }
    holes += [(query, .query), (asOf, .asOf), (knownAt, .knownAt)]
    for (key, value) in JSONSpans.members(of: asked, in: text) {
      switch key {
      case "label": holes.append((value, .query))
      case "x": holes.append((value, .x))
      case "y": holes.append((value, .y))
      default: break
      }
    }
    if hasParcel {
      let elements = JSONSpans.elements(of: parcels, in: text)
      guard elements.count == 1 else { return nil }
      parts.parcel = Array(text[elements[0]])
      holes.append((elements[0], .parcel))
    }
    for element in JSONSpans.elements(of: layers, in: text) {
      let members = JSONSpans.members(of: element, in: text)
      guard let name = members.first(where: { $0.key == "layer" })?.value,
        let layer = names.firstIndex(where: { Array("\"\($0)\"".utf8) == Array(text[name]) }),
        single.contains(layer)
      else { continue }
      guard let features = members.first(where: { $0.key == "features" })?.value else { return nil }
      let elements = JSONSpans.elements(of: features, in: text)
      guard elements.count == 1 else { return nil }
      parts.features[layer] = Array(text[elements[0]])
      holes.append((elements[0], .feature(layer)))
    }
    guard parts.features.count == single.count else { return nil }
    var frame = AnswerFrame()
    var done = 0
    for (place, hole) in holes.sorted(by: { $0.place.lowerBound < $1.place.lowerBound }) {
      frame.pieces.append((Array(text[done..<place.lowerBound]), hole))
      done = place.upperBound
    }
    frame.rest = Array(text[done...])
    return (frame, parts)
  }

  /// Writes an answer.
  ///
  /// - Parameter fill: writes a part, and says whether it could.
  /// - Returns: whether all parts could be written.
  func write(
    to bytes: inout [UInt8], _ fill: (Hole, inout [UInt8]) -> Bool
  ) -> Bool {
    for piece in pieces {
      bytes += piece.text
      guard fill(piece.hole, &bytes) else { return false }
    }
    bytes += rest
    return true
  }
}
