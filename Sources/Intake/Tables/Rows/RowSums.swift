import Planning

/// The areas of rows read so far, to check the sums that a table prints.
struct RowSums {
  private(set) var all: [Double] = []
  private var sinceSubtotal: [Double] = []
  /// Whether the subtotals stand above their members.
  private var isSumFirst = false
  /// What is left of a row whose parts (其中) are being listed, in m².
  private var openPart: Double?

  mutating func add(_ area: Double) {
    openPart = nil
    all.append(area)
    sinceSubtotal.append(area)
  }

  /// Takes the sum above a group into account: its members follow.
  mutating func expect(_ label: String, _ area: StatedArea, line: Int) {
    isSumFirst = true
    sinceSubtotal = []
  }

  /// Whether an area is a part of the row above: the first by its label, others until they use it up.
  mutating func isPart(_ area: Double, labelled: Bool) -> Bool {
    let isPart = labelled || openPart.map { $0 > 1 && area <= $0 + 1 } ?? false
    if isPart { openPart = (openPart ?? all.last).map { $0 - area } }
    return isPart
  }

  /// What the members of a printed sum add up to, where that differs from the sum.
  mutating func mismatch(_ area: StatedArea, isSub: Bool) -> Double? {
    defer { if isSub { sinceSubtotal = [] } }
    if all.isEmpty { isSumFirst = true }
    if isSub, isSumFirst { return nil }
    let members = isSub ? sinceSubtotal : all
    let sum = members.reduce(0, +)
    guard members.count > 1 || (members.count == 1 && isSub),
      abs(sum - area.squareMetres) > RowSums.tolerance(area, members.count)
    else { return nil }
    return sum
  }

  /// Half of the last printed digit for each member and the sum, at least 1 m².
  private static func tolerance(_ area: StatedArea, _ count: Int) -> Double {
    let digits = (area.text ?? "").drop { $0 != "." }.dropFirst().prefix {
      $0.isASCII && $0.isNumber
    }
    let number = Double((area.text ?? "").filter { $0.isASCII && $0.isNumber || $0 == "." }) ?? 0
    guard number > 0 else { return 1 }
    var step = area.squareMetres / number
    for _ in digits { step /= 10 }
    return max(1, step / 2 * Double(count + 1))
  }
}
