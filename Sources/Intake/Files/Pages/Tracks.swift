/// The places of a table's lines along one axis: measures that differ by less than a pen's width are
/// one line.
enum Tracks {
  /// Measures in order, those that lie close together as one.
  static func clustered(_ values: [Double], within tolerance: Double) -> [Double] {
    var clusters: [(sum: Double, count: Int, last: Double)] = []
    for value in values.sorted() {
      if let last = clusters.last, value - last.last <= tolerance {
        clusters[clusters.count - 1] = (last.sum + value, last.count + 1, value)
      } else {
        clusters.append((value, 1, value))
      }
    }
    return clusters.map { $0.sum / Double($0.count) }
  }

  /// The nearest of some lines in order.
  static func index(of value: Double, in tracks: [Double]) -> Int {
    guard let above = tracks.firstIndex(where: { $0 >= value }) else {
      return max(0, tracks.count - 1)
    }
    guard above > 0, value - tracks[above - 1] < tracks[above] - value else { return above }
    return above - 1
  }
}
