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
