public import SimpleFeatures
internal import Topology

extension FeatureIndex {
  /// The nearest features to a shape, at most so many: the nearest first, of one distance the lower
  /// feature first.
  ///
  /// - Parameter limit: features farther away are left out.
  public func nearest(
    _ count: Int, to shape: Geometry, within limit: Double = .infinity
  ) throws -> FeatureNeighbours {
    var found = FeatureNeighbours()
    found.notChecked = nowhere
    guard count > 0, let box = shape.envelope else { return found }
    let prepared = try PreparedShape(shape)
    var best: [FeatureNeighbour] = []
    func farthest() -> Double { best.count < count ? limit : best[best.count - 1].distance }
    tree.forEach(from: box) { feature, distance in
      // What rounding makes of a distance must not hide a feature that is just as near.
      guard distance <= farthest().widened else { return false }
      guard !unusable.contains(feature), let other = shapes[feature] else {
        found.notChecked.append(feature)
        return true
      }
      do {
        guard let exact = try prepared.distance(to: other), exact <= limit else { return true }
        let neighbour = FeatureNeighbour(feature: feature, distance: exact)
        let place = best.firstIndex { neighbour.precedes($0) } ?? best.count
        best.insert(neighbour, at: place)
        if best.count > count { best.removeLast() }
      } catch {
        found.notChecked.append(feature)
      }
      return true
    }
    found.neighbours = best
    // In which order boxes just as far were looked at must not show.
    found.notChecked.removeAll { feature in
      shapes.envelope(of: feature).map { $0.distance(to: box) > farthest() } ?? false
        && !nowhere.contains(feature)
    }
    found.notChecked.sort()
    return found
  }

  /// The features of which a point is at most so far from a point of a shape, the nearest first.
  public func features(
    within distance: Double, of shape: Geometry
  ) throws -> FeatureNeighbours {
    var found = FeatureNeighbours()
    found.notChecked = nowhere
    guard distance >= 0, let box = shape.envelope?.grown(by: distance.widened) else {
      return found
    }
    let prepared = try PreparedShape(shape)
    for feature in tree.search(box) {
      guard !unusable.contains(feature), let other = shapes[feature] else {
        found.notChecked.append(feature)
        continue
      }
      do {
        guard let exact = try prepared.distance(to: other), exact <= distance else { continue }
        found.neighbours.append(FeatureNeighbour(feature: feature, distance: exact))
      } catch {
        found.notChecked.append(feature)
      }
    }
    found.neighbours.sort { $0.precedes($1) }
    found.notChecked.sort()
    return found
  }
}

extension FeatureNeighbour {
  /// Whether it comes before another.
  fileprivate func precedes(_ other: FeatureNeighbour) -> Bool {
    (distance, feature) < (other.distance, other.feature)
  }
}

extension Double {
  /// A little more, so that no rounding cuts off what lies exactly on the limit.
  fileprivate var widened: Double { self + abs(self) * 1e-9 + 1e-9 }
}
