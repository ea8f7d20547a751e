public import SimpleFeatures

extension TileFeatures {
  /// Puts other shapes in the place of some; they are rounded, cleaned and turned as all others and
  /// looked at again, so that ``doubtful`` is up to date.
  ///
  /// Of a collection the members of the feature's own dimension are taken. A shape of which nothing
  /// is left is counted as too small and its feature left out.
  ///
  /// - Parameter replacements: shapes in units of the tile, by place.
  public mutating func replaceShapes(_ replacements: [Int: Geometry?]) {
    guard !replacements.isEmpty else { return }
    var (output, writer) = (TileFeatures(), ShapeRounding())
    output.loss = loss
    output.shapes.reserve(features: count, vertices: shapes.vertexCount)
    let wasDoubtful = Set(doubtful)
    for place in 0..<count {
      guard let replacement = replacements[place] else {
        if wasDoubtful.contains(place) { output.doubtful.append(output.count) }
        output.shapes.append(feature: place, of: shapes)
        output.rows.append(rows[place])
        continue
      }
      guard let type = shapes.types[place], let replacement,
        writer.round(replacement, dimension: type.dimension)
      else {
        output.loss.featuresTooSmall += 1
        continue
      }
      writer.finish(type, row: rows[place], into: &output)
    }
    self = output
  }

  /// Keeps no more than so many features: the largest by width and height of their boxes together,
  /// of equal ones the first. Their order stays. What is left out is counted.
  public mutating func limit(to most: Int) {
    guard count > max(most, 0) else { return }
    let sizes = (0..<count).map { place in
      shapes.envelope(of: place).map { $0.width + $0.height } ?? 0
    }
    let ranked = (0..<count).sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    let kept = ranked.prefix(max(most, 0)).sorted()
    let wasDoubtful = Set(doubtful)
    doubtful = kept.indices.filter { wasDoubtful.contains(kept[$0]) }
    loss.featuresOverLimit += count - kept.count
    shapes = shapes.selecting(kept)
    rows = kept.map { rows[$0] }
  }
}
