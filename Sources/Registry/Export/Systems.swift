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
