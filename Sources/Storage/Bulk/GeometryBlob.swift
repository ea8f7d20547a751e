internal import Foundation
internal import GRDB
internal import SimpleFeatures

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
