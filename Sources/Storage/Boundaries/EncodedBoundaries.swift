internal import Foundation
internal import GRDB
public import Planning
internal import SimpleFeatures

/// Boundaries as they are written: shapes as blobs in one buffer, what is said of each made ready for
/// its columns.
///
/// Nothing of a register is needed to make it, so another thread can than the one that writes.
public struct EncodedBoundaries: Sendable {
  /// One boundary.
  struct Item: Sendable {
    var row: BoundaryRow
    var shape: Shape
    /// The box around the shape as the layer has it.
    var box: Envelope?
    /// The key of the plot it belongs to.
    var key: String
    /// The texts by which the parcel is found, and the codes and names of its uses.
    var search: (text: String?, uses: String?)
    /// The codes and the names of all its uses, as the layer has them.
    var uses: (codes: String?, names: String?)
  }

  private(set) var items: [Item] = []
  /// The blobs of all.
  private(set) var buffer: [UInt8] = []

  /// Encodes a batch.
  ///
  /// - Parameters:
  ///   - srs: the EPSG code of its shapes.
  ///   - layerSRS: the register's.
  public init(_ batch: BoundaryBatch, srs: Int, layerSRS: Int) throws {
    let columns = Columns(batch, srs: srs, layerSRS: layerSRS)
    let coder = RecordCoder()
    items.reserveCapacity(batch.records.count)
    buffer.reserveCapacity(17 * batch.shapes.vertexCount)
    for index in batch.records.indices {
      let row = try BoundaryRow(batch.records[index], coder: coder)
      let said = row.record.statement
      let shape = Shape(columns, index, to: &buffer)
      items.append(
        Item(
          row: row, shape: shape, box: columns.box(index),
          key: PlotKey.of(said) ?? PlotKey.ofShape(digest(of: shape.geometry, said.place)),
          search: (row.searchText, row.useText),
          uses: (
            LayerWriter.joined(said.landUse, \.code), LayerWriter.joined(said.landUse, \.name)
          )))
    }
  }

  /// FNV-1a of a shape without number or name, by which it is known again.
  private func digest(of shape: Range<Int>?, _ place: SourcePlace) -> UInt64 {
    guard let shape else { return UInt64(place.lineStart) }
    return buffer[shape].reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}

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

/// Shapes as this program writes them into a GeoPackage.
enum GeometryBlob {
  /// The length of the header before the WKB: with the box in x and y.
  static let headerLength = 40

  /// Adds a feature's shape to a buffer.
  ///
  /// - Returns: its stretch of the buffer; `nil` where the feature has no shape.
  static func append(
    _ column: GeometryColumn, _ feature: Int, srs: Int, to buffer: inout [UInt8]
  ) -> Range<Int>? {
    let start = buffer.count
    guard column.appendGeoPackageBlob(of: feature, srsID: Int32(srs), to: &buffer) else {
      return nil
    }
    return start..<buffer.count
  }

  /// The box in the header of a value of the database; `nil` where the shape is empty.
  static func envelope(_ value: DatabaseValue) -> Envelope? {
    guard case .blob(let data) = value.storage else { return nil }
    return envelope(Array(data.prefix(2 * headerLength)).span)
  }

  /// The box in the header of a blob; `nil` where the shape is empty.
  static func envelope(_ bytes: Span<UInt8>) -> Envelope? {
    guard let header = try? GeoPackageHeader(bytes), !header.isEmpty,
      let box = header.envelope, box.minX <= box.maxX
    else { return nil }
    return box
  }
}
