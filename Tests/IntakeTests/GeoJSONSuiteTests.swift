import Foundation
import Intake
import SimpleFeatures
import Testing

/// The suites of other validators; see the folder `shared/suites` beside the repository.
@Suite struct GeoJSONSuiteTests {
  private static let good = Suites.files("geojsonhint/test/data/good", ending: ".geojson")
  private static let bad = Suites.files("geojsonhint/test/data/bad", ending: ".geojson")
  private static let examples = "geojson-invalid-geometry/examples/"
  private static let valid = Suites.files(examples + "valid", ending: ".geojson")
  private static let invalid = Suites.files(examples + "invalid_structure", ending: ".geojson")
  private static let shapes = Suites.files(examples + "invalid_geometries", ending: ".geojson")
  private static let odd = Suites.files(examples + "problematic_geometries", ending: ".geojson")
  private static let absent: Comment = "shared/suites is not beside the repository"

  private func read(_ file: URL) throws -> FeatureReading {
    try FeatureReading(try GeoJSONReader(file: file))
  }

  /// What is refused of geojsonhint's bad files, and why.
  private static let refused: [String: [String]] = [
    "bad-duplicate-properties": ["duplicate"],
    "bad-featurelist": ["geometry"],
    "bad-json": ["json"],
    "bad-object-type": ["type"],
    "bad-polygonloop": ["geometry"],
    "bad-properties-as-array": ["member"],
    "badcoord": ["coordinate"],
    "badcoordtype": ["geometry"],
    "badfeature": ["member"],
    "badfeatureid": ["member"],
    "expected_object": ["member"],
    "false": ["geometry"],
    "featurecollection-obj": ["member"],
    "featurecollection-type-case": ["type"],
    "featurecollection": ["member"],
    "multiple_problems": ["member", "type", "type"],
    "multipoint-multidimension": ["geometry"],
    "multipoint-nondimension": ["geometry"],
    "nofeaturetype": ["type"],
    "notype": ["member"],
    "point-labeled-as-a-multipolygon": ["geometry"],
    "point-string": ["coordinate"],
    "point-toofew": ["coordinate"],
    "point": ["member"],
    "rootstring": ["member"],
    "short-line": ["line"],
    "short-linearring": ["ring"],
    "short-multilinestring": ["line"],
    "stringcoord": ["coordinate"],
    "unknowntype": ["type"],
  ]

  /// What is read of them on purpose, and why.
  private static let accepted: [String: String] = [
    "bad-polygon-interiorring-rhr": "the direction of rings is put right on writing",
    "polygon_winding_order": "the direction of rings is put right on writing",
    "bbox-4or6elements": "bbox is not used: boxes are measured",
    "bbox-contains-string": "bbox is not used: boxes are measured",
    "bbox-string": "bbox is not used: boxes are measured",
    "different-first-last": "the validity check says that a ring is open",
    "different-first-size": "the ring is closed in the plane; the odd height is kept",
    "excessive_precision_truncated": "digits are kept as they are",
    "feature_changed_semantics":
      "members of other types are foreign members, which are passed over",
    "featurecollection_changed_semantics": "the same",
    "geometry_changed_semantics": "the same",
    "geometrycollection_nested": "a mixed collection is a warning, nested or not",
    "geometrycollection_single": "a collection of one type becomes one shape",
    "point-toomany": "a fourth number is kept as the measure",
  ]

  @Test(.enabled(if: !good.isEmpty, absent), arguments: good.keys.sorted())
  func goodFilesAreReadWithoutError(name: String) throws {
    let reading = try read(try #require(Self.good[name]))
    #expect(reading.errors.isEmpty)
    #expect(reading.count > 0)
  }

  @Test(.enabled(if: !bad.isEmpty, absent), arguments: bad.keys.sorted())
  func badFilesAreRefusedOrAcceptedForAReason(name: String) throws {
    let reading = try read(try #require(Self.bad[name]))
    if Self.accepted[name] != nil {
      #expect(reading.errors.isEmpty)
      #expect(reading.count > 0)
    } else {
      #expect(reading.errors == Self.refused[name])
    }
  }

  @Test(.enabled(if: !bad.isEmpty, absent)) func everyBadFileHasAnExpectation() {
    #expect(Set(Self.bad.keys) == Set(Self.refused.keys).union(Self.accepted.keys))
    #expect(Set(Self.refused.keys).isDisjoint(with: Self.accepted.keys))
  }

  @Test(.enabled(if: !bad.isEmpty, absent)) func theOthersOfAFileWithMistakesAreRead() throws {
    let reading = try read(try #require(Self.bad["stringcoord"]))
    #expect(reading.findings == ["record_not_understood coordinate @11"])
    #expect(reading.shapes.map { $0?.wellKnownText } == ["POINT (20.390625 41.508577)"])
    #expect(try read(try #require(Self.bad["multiple_problems"])).count == 1)
  }

  @Test(.enabled(if: !valid.isEmpty, absent), arguments: valid.keys.sorted())
  func validExamplesAreReadWithoutError(name: String) throws {
    #expect(try read(try #require(Self.valid[name])).errors.isEmpty)
  }

  /// What is wrong with the structure of the examples; a box that is none is passed over.
  private static let structure: [String: [String]] = [
    "invalid_feature_geometry_is_string": ["member"],
    "invalid_feature_id_type": ["member"],
    "invalid_feature_no_properties": ["member"],
    "invalid_feature_properties_is_array": ["member"],
    "invalid_feature_properties_is_int": ["member"],
    "invalid_feature_wrong_geometry_key": ["member"],
    "invalid_featurecollection_feature_nullfeature": ["member"],
    "invalid_featurecollection_features_is_object": ["member"],
    "invalid_featurecollection_no_features_member": ["member"],
    "invalid_featurecollection_nulltype": ["type"],
    "invalid_featurecollection_type_lowercase": ["type"],
    "invalid_featurecollection_unknown_type": ["type"],
    "invalid_geometry_bbox_not4or6": [],
    "invalid_geometry_bbox_not_list": [],
    "invalid_geometry_bbox_not_numbers": [],
    "invalid_geometry_coordinates_1d": ["geometry"],
    "invalid_geometry_coordinates_empty_position": ["coordinate"],
    "invalid_geometry_coordinates_missing": ["member"],
    "invalid_geometry_coordinates_string": ["coordinate"],
    "invalid_geometry_depth_deep_point": ["geometry"],
    "invalid_geometry_depth_deep_polygon": ["geometry"],
    "invalid_geometry_depth_shallow_linestring": ["geometry"],
    "invalid_geometry_depth_shallow_multipolygon": ["geometry"],
    "invalid_geometry_depth_shallow_polygon": ["geometry"],
    "invalid_geometry_geometrycollection_null_geometry": ["geometry"],
    "invalid_geometry_mislabeled_point": ["geometry"],
    "invalid_geometry_missing_type": ["member"],
    "invalid_geometry_wrong_geometry_type": ["type"],
  ]

  @Test(.enabled(if: !invalid.isEmpty, absent), arguments: invalid.keys.sorted())
  func brokenStructureIsRefused(name: String) throws {
    #expect(try read(try #require(Self.invalid[name])).errors == Self.structure[name])
  }

  /// Shapes that are broken as GeoJSON already; the others are for the validity check.
  private static let brokenShapes = [
    "invalid_less_three_unique_nodes": ["ring"],
    "invalid_incorrect_geometry_data_type": ["geometry"],
  ]

  @Test(.enabled(if: !shapes.isEmpty, absent), arguments: shapes.keys.sorted())
  func invalidShapesAreReadAndLeftToTheValidityCheck(name: String) throws {
    let reading = try read(try #require(Self.shapes[name]))
    #expect(reading.errors == Self.brokenShapes[name] ?? [])
    #expect(reading.count == (Self.brokenShapes[name] == nil ? 1 : 0))
  }

  @Test(.enabled(if: !odd.isEmpty, absent), arguments: odd.keys.sorted())
  func oddShapesAreReadWithoutError(name: String) throws {
    #expect(try read(try #require(Self.odd[name])).errors.isEmpty)
  }
}
