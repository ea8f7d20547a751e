/// Writes formats of shapes that are not ours through ogr2ogr, a child with limits.
public struct ShapeConverter: Sendable {
  /// A converter.
  public init() {}

  /// Turns a file that ogr2ogr reads into one of another format.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - target: the file to be made.
  ///   - driver: GDAL's name of the format.
  ///   - epsg: the coordinate system of the coordinates, whatever the source says.
  ///   - layer: the layer's name in the target.
  ///   - options: more options of ogr2ogr.
  /// - Throws: ``IntakeError`` where ogr2ogr is not there or fails.
  public func convert(
    _ source: String, to target: String, driver: String, epsg: Int, layer: String,
    options: [String] = []
  ) async throws {
    _ = try await Converter(file: target).text(
      "ogr2ogr", package: "gdal-bin",
      ["-f", driver, target, source, "-a_srs", "EPSG:\(epsg)", "-nln", layer] + options)
  }
}
