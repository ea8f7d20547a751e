internal import Planning
internal import SimpleFeatures

extension EncodedBoundaries {
  /// A boundary's shape as blobs, each a stretch of one buffer.
  struct Shape {
    /// The type in the file.
    var type: Int?
    /// Whether it is one or more areas, as the layer has them.
    var isArea: Bool
    /// With the coordinates of the file.
    var geometry: Range<Int>?
    /// In the layer's coordinate system and without heights, where that is not the same.
    var layerGeometry: Range<Int>?
    /// Before it was mended.
    var original: Range<Int>?

    init(_ columns: Columns, _ index: Int, to buffer: inout [UInt8]) {
      type = columns.types[index].map { Int($0.rawValue) }
      isArea = columns.types[index]?.dimension == 2
      geometry = GeometryBlob.append(columns.shapes, index, srs: columns.srs, to: &buffer)
      if isArea, let shapes = columns.layerShapes {
        layerGeometry = GeometryBlob.append(shapes, index, srs: columns.layerSRS, to: &buffer)
      }
      if let shape = columns.originals[index] {
        let start = buffer.count
        buffer += shape.geoPackageBlob(srsID: Int32(columns.srs))
        original = start..<buffer.count
      }
    }
  }

  /// A batch's shapes as they are written.
  struct Columns {
    /// The types in the file.
    var types: [GeometryType?]
    /// With the coordinates of the file, areas as multi-polygons.
    var shapes: GeometryColumn
    /// As the layer has them, where that is not the same.
    var layerShapes: GeometryColumn?
    /// Before they were mended.
    var originals: [Int: Geometry]
    var srs: Int
    var layerSRS: Int

    init(_ batch: BoundaryBatch, srs: Int, layerSRS: Int) {
      types = batch.shapes.types
      shapes = batch.shapes.withMultiPolygons()
      if batch.layerShapes != nil || !shapes.z.isEmpty || !shapes.m.isEmpty {
        layerShapes =
          batch.layerShapes?.withMultiPolygons().withoutHeights()
          ?? shapes.withoutHeights()
      }
      originals = batch.originals
      self.srs = srs
      self.layerSRS = layerSRS
    }

    /// The box around a shape as the layer has it.
    func box(_ index: Int) -> Envelope? {
      guard let layerShapes, layerShapes.types[index] != nil else {
        return shapes.envelope(of: index)
      }
      return layerShapes.envelope(of: index)
    }
  }
}
