import Foundation
import Planning
import SimpleFeatures
import TestSupport
import Testing

@testable import Storage

extension GeoPackageFile {
  /// What SQLite's quick check finds wrong with the file; empty where it is whole.
  func damage() throws(GeoPackageFault) -> [String] {
    do {
      let rows = try connect().prepare("PRAGMA quick_check(20)")
      var found: [String] = []
      while try rows.next() { found.append(rows.text(0) ?? "") }
      return found == ["ok"] ? [] : found
    } catch {
      throw GeoPackageFault(error, path)
    }
  }
}

/// The sample files of OGC's conformance suite for GeoPackage 1.2, which are not in the repository.
enum ConformanceSamples {
  static let folder = Repository.root.deletingLastPathComponent().appendingPathComponent(
    "shared/suites/ets-gpkg12/src/test/resources/gpkg")

  static var areThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// What each file must give: of each layer its name, how many features and how many of them with
  /// a shape that is no curve and no mixed collection, and its EPSG code. Counted with GDAL 3.6.
  static let expected: [(file: String, layers: String)] = [
    (
      "bentiu_southsudan-osm-20170213.gpkg",
      "health_schools_polygons 4/4 4326; landuse_residential_polygons 688/688 4326; "
        + "amenities_all_points 4/4 4326; towers_antennas_points 5/5 4326; "
        + "landuse_other_polygons 3/3 4326; natural_polygons 380/380 4326; "
        + "natural_lines 0/0 4326; airports_all_polygons 2/2 4326; airports_all_points 2/2 4326; "
        + "grassy_fields_polygons 0/0 4326; waterways_lines 191/191 4326; "
        + "amenities_all_polygons 6/6 4326; villages_points 11/11 4326; "
        + "health_schools_points 1/1 4326; roads_paths_lines 2243/2243 4326"
    ),
    (
      "coastline-polyline-hydro-115mil-and-smaller.gpkg",
      "coastline_polyline_hydro_115mil_and_smaller 363/363 4326"
    ),
    ("elevation.gpkg", ""),
    ("emp ty.gpkg", ""),
    ("empty.gpkg", ""),
    ("features-0.gpkg", "0 51/51 4326"),
    ("features-0_1.gpkg", "0 51/51 4326"),
    ("features-0_FIXED.gpkg", "0 51/51 4326"),
    ("gdal_sample.gpkg", gdal),
    ("gdal_sample_v1.2_no_extensions.gpkg", gdal),
    ("gdal_sample_v1.2_no_extensions_with_gpkg_ogr_contents.gpkg", gdal),
    ("gdal_sample_v1.2_spatial_index_extension.gpkg", gdal),
    (
      "gdal_sample_v1.2_spi_nonlinear_webp_elevation.gpkg",
      gdal
        + "; circularstring 1/0 -; compoundcurve 1/0 -; curvepolygon 1/0 -; multicurve 1/0 -; "
        + "multisurface 1/0 -; curve 3/1 -; surface 2/1 -"
    ),
    (
      "gdal_sample_view.gpkg",
      gdal
        + "; sample_view 8/6 -"
    ),
    (
      "geonames_belgium.gpkg",
      "hydrography 4652/4652 4326; leisure 1356/1356 4326; roads 275/275 4326; "
        + "terrain 3202/3202 4326; undersea 7/7 4326; vegetation 2701/2701 4326"
    ),
    ("gpkg-test-5208.gpkg", "geojson 6/6 4326"),
    ("null_geometry.gpkg", "new_geopackage 3/1 4326; PointExamples 2/1 4326"),
    ("sample1_0.gpkg", "counties 3141/3141 4269"),
    ("sample1_1.gpkg", "counties 3141/3141 4269"),
    ("sample1_2.gpkg", "counties 3141/3141 4269"),
    ("sample1_2F10.gpkg", "counties 3141/3141 4269"),
    (
      "simple_sewer_features.gpkg",
      "s_manhole 69/69 27700; foul_sewer 82/82 27700; surface_water_sewer 21/21 27700"
    ),
    ("states10.gpkg", "statesQGIS 51/51 4326"),
    ("uint16.gpkg", ""),
    ("v12_bad_attributes.gpkg", "linestring2d 2/1 4326"),
  ]

  private static let gdal =
    "point2d 2/1 -; linestring2d 2/1 4326; polygon2d 2/1 32631; multipoint2d 2/1 -; "
    + "multilinestring2d 2/1 -; multipolygon2d 2/1 -; geomcollection2d 5/3 -; "
    + "geometry2d 8/6 -; point3d 2/1 -; linestring3d 2/1 -; polygon3d 2/1 -; "
    + "multipoint3d 2/1 -; multilinestring3d 2/1 -; multipolygon3d 2/1 -; "
    + "geomcollection3d 5/3 -; geometry3d 8/6 -"
}

@Suite("Foreign GeoPackages: the samples of the conformance suite")
struct ConformanceSampleTests {
  @Test(
    "Each file gives its layers, features and shapes", .enabled(if: ConformanceSamples.areThere),
    arguments: ConformanceSamples.expected)
  func eachFileGivesItsLayers(_ name: String, _ expected: String) throws {
    let file = try GeoPackageFile(foreign: ConformanceSamples.path(name), name: name)
    #expect(try file.damage() == [])
    var told: [String] = []
    for layer in file.layers {
      var (features, shapes) = (0, 0)
      let diagnostics = try file.read(layer) { table in
        features += table.count
        shapes += table.shapes.types.count { $0 != nil }
        #expect(table.fields.allSatisfy { $0.values.count == table.count })
        #expect(table.places.count == table.count)
      }
      #expect(try file.count(of: layer) == features)
      #expect(diagnostics.allSatisfy { $0.code == .geometryUnexpected && $0.line != nil })
      let epsg = layer.coordinateSystem.epsg.map(String.init) ?? "-"
      told.append("\(layer.name) \(features)/\(shapes) \(epsg)")
    }
    #expect(told.joined(separator: "; ") == expected)
  }

  @Test("Every sample is expected", .enabled(if: ConformanceSamples.areThere))
  func everySampleIsExpected() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: ConformanceSamples.folder.path)
    #expect(Set(files) == Set(ConformanceSamples.expected.map(\.file)))
  }

  @Test(
    "Curves and mixed collections are named and kept without shape",
    .enabled(if: ConformanceSamples.areThere))
  func curvesAreNamed() throws {
    let name = "gdal_sample_v1.2_spi_nonlinear_webp_elevation.gpkg"
    let file = try GeoPackageFile(foreign: ConformanceSamples.path(name), name: name)
    let found = try file.read(try file.layer("curve")) { _ in }
    #expect(found.map(\.arguments) == [["2", "CIRCULARSTRING"], ["3", "COMPOUNDCURVE"]])
    #expect(found.map(\.line) == [2, 3])
  }

  @Test("Threads change nothing in what is read", .enabled(if: ConformanceSamples.areThere))
  func threadsChangeNothing() throws {
    let file = try GeoPackageFile(foreign: ConformanceSamples.path("sample1_2.gpkg"))
    let layer = try file.layer("counties")
    func read(_ workers: Int) throws -> [FeatureTable] {
      var tables: [FeatureTable] = []
      _ = try file.read(layer, workers: workers) { tables.append($0) }
      return tables
    }
    let one = try read(1)
    #expect(try read(3) == one)
    #expect(one.flatMap(\.places) == Array(1...3141))
    #expect(try #require(one.first).field("NAME")?.values.first == .text("Lake of the Woods"))
  }
}
