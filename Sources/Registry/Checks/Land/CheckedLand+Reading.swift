internal import Planning
internal import SimpleFeatures
internal import Storage
internal import Topology

extension CheckedLand {
  /// Reads the shapes of all rows in one pass.
  mutating func readShapes(
    from reader: RegisterReader, at moment: Moment, progress: (Int) -> Void
  ) throws {
    let order = boundaryIDs.indices.sorted { boundaryIDs[$0] < boundaryIDs[$1] }
    shapes.reserve(features: count, vertices: 0)
    rows.reserveCapacity(count)
    var next = 0
    let shapeGuard = ShapeGuard()
    try reader.boundaries.forEach(at: moment) { batch in
      let refused = Dictionary(
        uniqueKeysWithValues: shapeGuard.check(batch.shapes).refused.map {
          ($0.feature, $0.refusal)
        })
      for (index, id) in batch.ids.enumerated() {
        while next < order.count, boundaryIDs[order[next]] < id { next += 1 }
        guard next < order.count else { return }
        // Of a boundary that yields to another of its parcel there is no row.
        guard boundaryIDs[order[next]] == id else { continue }
        let row = order[next]
        guard batch.areValid[index], refused[index] == nil else {
          if batch.areValid[index] { refusals[row] = refused[index] }
          faulty.append(feature: index, of: batch.shapes)
          faultyRows.append(row)
          continue
        }
        guard batch.shapes.types[index]?.dimension == 2 else {
          rowsWithoutArea.append(row)
          continue
        }
        shapes.append(feature: index, of: batch.shapes)
        rows.append(row)
      }
      progress(rows.count)
    }
  }
}
