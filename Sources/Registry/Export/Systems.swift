internal import Projection

/// Coordinate systems by their codes, with the errors of an export.
enum Systems {
  static func system(_ epsg: Int) throws -> CoordinateSystem {
    do {
      return try CoordinateSystem(epsg: epsg)
    } catch {
      throw ShapeExportFault.unknownSystem(epsg)
    }
  }

  static func transformation(
    from source: CoordinateSystem, to target: CoordinateSystem
  ) throws -> CoordinateTransformation {
    do throws(ProjectionError) {
      return try CoordinateTransformation(from: source, to: target)
    } catch {
      throw ShapeExportFault.refused(from: source.label, to: target.label)
    }
  }
}

extension LandRegister {
  /// Whether the authority of a coordinate system puts northing or latitude first.
  ///
  /// - Throws: ``ShapeExportFault`` of a code that is not known.
  public static func isNorthingFirst(_ epsg: Int) throws -> Bool {
    try Systems.system(epsg).axisOrder == .northingFirst
  }
}
