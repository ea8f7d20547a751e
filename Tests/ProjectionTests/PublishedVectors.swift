import Foundation
import TestSupport

/// The transverse Mercator vectors that PROJ is tested with, on GRS 80 with the origin at 0, 0.
struct PublishedVector: CustomStringConvertible, Sendable {
  /// The algorithm of PROJ that the block asks for; empty where it asks for none.
  var algorithm: String
  /// Degrees to metres, or the reverse.
  var isForward: Bool
  /// Whether only the way there and back is meant.
  var isRoundTrip: Bool
  var accept: (x: Double, y: Double)
  var expect: (x: Double, y: Double)

  var description: String {
    "\(algorithm) \(isRoundTrip ? "there and back " : "")\(accept) → \(expect)"
  }

  /// Longitude, whichever side it stands on.
  var longitude: Double { isForward ? accept.x : expect.x }

  /// All of them, as `gie` counts them.
  static let all: [PublishedVector] = {
    guard let url = Repository.shared("suites/proj/tmerc_grs80_blocks.gie"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    var vectors: [PublishedVector] = []
    var (algorithm, isForward, accept) = ("", true, (x: 0.0, y: 0.0))
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ").map(String.init)
      switch words.first {
      case "operation":
        algorithm = words.first { $0.hasPrefix("+algo=") }.map { String($0.dropFirst(6)) } ?? ""
        isForward = true
      case "direction": isForward = words.last == "forward"
      case "accept": accept = (Double(words[1]) ?? .nan, Double(words[2]) ?? .nan)
      case "expect":
        vectors.append(
          PublishedVector(
            algorithm: algorithm, isForward: isForward, isRoundTrip: false, accept: accept,
            expect: (Double(words[1]) ?? .nan, Double(words[2]) ?? .nan)))
      case "roundtrip":
        guard var vector = vectors.last else { continue }
        vector.isRoundTrip = true
        vectors.append(vector)
      default: break
      }
    }
    return vectors
  }()
}
