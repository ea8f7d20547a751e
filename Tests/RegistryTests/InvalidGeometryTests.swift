import Foundation
import Intake
import Planning
import SimpleFeatures
import TestSupport
import Testing
import Topology

/// The shapes of geojson-invalid-geometry, read and judged.
@Suite struct InvalidGeometryTests {
  /// Files of the suite, and what reader, guard and GEOS find in their shapes; ring directions and
  /// bounding boxes are nobody's fault here.
  static let expectations: [(file: String, reasons: [String])] = [
    ("invalid_geometries/invalid_exterior_not_ccw", []),
    ("invalid_geometries/invalid_incorrect_geometry_data_type", ["geometry"]),
    ("invalid_geometries/invalid_interior_not_cw", []),
    ("invalid_geometries/invalid_less_three_unique_nodes", ["ring"]),
    ("invalid_geometries/invalid_unclosed", ["not_closed"]),
    ("problematic_geometries/problematic_3d_coordinates", []),
    ("problematic_geometries/problematic_4d_coordinates", []),
    ("problematic_geometries/problematic_crosses_antimeridian", []),
    ("problematic_geometries/problematic_duplicate_nodes", []),
    ("problematic_geometries/problematic_excessive_coordinate_precision", []),
    ("problematic_geometries/problematic_excessive_vertices", []),
    ("problematic_geometries/problematic_feature_null_geometry", []),
    ("problematic_geometries/problematic_holes", []),
    ("problematic_geometries/problematic_inner_and_exterior_ring_intersect", ["self_intersection"]),
    ("problematic_geometries/problematic_multitype_geometry_with_just_one_geometry", []),
    ("problematic_geometries/problematic_outside_lat_lon_boundaries", []),
    ("problematic_geometries/problematic_self_intersection_large", ["self_intersection"]),
    ("problematic_geometries/problematic_self_intersection_small", ["self_intersection"]),
    ("problematic_geometries/problematic_wrong_bbox_coordinate_order", []),
    ("problematic_geometries/problematic_zero_length_linestring", ["too_few_points"]),
  ]

  @Test(
    .enabled(
      if: Repository.shared("suites/geojson-invalid-geometry/examples") != nil,
      "the suite geojson-invalid-geometry is not beside the repository"), arguments: expectations)
  func aFaultIsNamed(_ file: String, _ reasons: [String]) throws {
    let examples = try #require(Repository.shared("suites/geojson-invalid-geometry/examples"))
    var shapes = GeometryColumn()
    var reader = GeoJSONReader(
      try ByteSource(file: examples.appendingPathComponent(file + ".geojson")))
    let told = try reader.read { table in
      for index in 0..<table.count { shapes.append(table.shapes[index]) }
    }
    let validity = try ColumnValidity(of: shapes)
    let found =
      told.filter { $0.severity == .error }.map { $0.arguments.first ?? "" }
      + validity.verdict.refused.map(\.refusal.reason.rawValue)
      + validity.invalid.map(\.fault.reason.rawValue)
    #expect(found == reasons)
  }
}
