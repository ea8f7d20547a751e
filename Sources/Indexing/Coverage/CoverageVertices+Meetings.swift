extension CoverageVertices {
  /// The vertices beside edges: those on them, and those off them by a little.
  ///
  /// A vertex is told once for each neighbour that lacks it, with its least distance and the first
  /// feature that has it.
  static func sorted(
    _ beside: [EdgeMeetings.Beside], tolerance: Double
  ) -> (missing: CoverageVertices, near: CoverageVertices) {
    let ordered = beside.sorted {
      ($0.neighbour, $0.node, $0.distance, $0.feature)
        < ($1.neighbour, $1.node, $1.distance, $1.feature)
    }
    var nearest: [EdgeMeetings.Beside] = []
    for vertex in ordered {
      if let last = nearest.last, last.neighbour == vertex.neighbour, last.node == vertex.node {
        nearest[nearest.count - 1].feature = min(last.feature, vertex.feature)
      } else {
        nearest.append(vertex)
      }
    }
    nearest.sort {
      ($0.neighbour, $0.place.x, $0.place.y) < ($1.neighbour, $1.place.x, $1.place.y)
    }
    var (missing, near) = (CoverageVertices(), CoverageVertices())
    for vertex in nearest {
      if vertex.distance <= tolerance { missing.append(vertex) } else { near.append(vertex) }
    }
    return (missing, near)
  }

  private mutating func append(_ vertex: EdgeMeetings.Beside) {
    features.append(vertex.feature)
    neighbours.append(vertex.neighbour)
    x.append(vertex.place.x)
    y.append(vertex.place.y)
    distances.append(vertex.distance)
  }
}
