internal import Answers
internal import Characters
internal import Planning

/// The pairs of an overlay as rows of CSV; any number of threads may ask for some.
struct OverlayRows: Sendable {
  private let answer: OverlayAnswer
  private let first: Cells
  private let second: Cells
  private let numbers = FixedPoint(places: 9)

  /// The cells of ids in one buffer.
  private struct Cells: Sendable {
    private var bytes: [UInt8] = []
    private var offsets: [Int] = [0]

    init(_ ids: [String]) {
      offsets.reserveCapacity(ids.count + 1)
      for id in ids {
        bytes += CSVWriter.cell(id, .neutralised).utf8
        offsets.append(bytes.count)
      }
    }

    subscript(feature: Int32) -> ArraySlice<UInt8> {
      bytes[offsets[Int(feature)]..<offsets[Int(feature) + 1]]
    }
  }

  init(_ answer: OverlayAnswer) {
    self.answer = answer
    first = Cells(answer.first.ids)
    second = Cells(answer.second.ids)
  }

  /// Some of the pairs.
  func csv(_ pairs: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(80 * pairs.count)
    let comma = UInt8(ascii: ",")
    var slivers = answer.slivers[...].drop { $0 < pairs.lowerBound }
    for pair in pairs {
      bytes += first[answer.firstFeatures[pair]]
      bytes.append(comma)
      bytes += second[answer.secondFeatures[pair]]
      let shares = answer.shares(pair)
      for number in [answer.areas[pair], shares.first, shares.second] {
        bytes.append(comma)
        numbers.append(number, to: &bytes)
      }
      let isSliver = slivers.first == pair
      if isSliver { slivers.removeFirst() }
      bytes += (isSliver ? ",true\r\n" : ",false\r\n").utf8
    }
    return bytes
  }
}
