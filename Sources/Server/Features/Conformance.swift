/// What of which standard holds here; each class is held by tests.
enum Conformance {
  /// The URIs of the classes.
  static let classes =
    [
      "ogcapi-common-1/1.0/conf/core", "ogcapi-common-1/1.0/conf/json",
      "ogcapi-common-1/1.0/conf/html", "ogcapi-common-1/1.0/conf/oas30",
      "ogcapi-common-2/1.0/conf/collections", "ogcapi-features-1/1.0/conf/core",
      "ogcapi-features-1/1.0/conf/oas30", "ogcapi-features-1/1.0/conf/html",
      "ogcapi-features-1/1.0/conf/geojson", "ogcapi-features-2/1.0/conf/crs",
      "ogcapi-features-3/1.0/conf/queryables",
      "ogcapi-features-3/1.0/conf/queryables-query-parameters",
      "ogcapi-features-3/1.0/conf/filter", "ogcapi-features-3/1.0/conf/features-filter",
      "cql2/1.0/conf/cql2-text", "cql2/1.0/conf/basic-cql2",
      "cql2/1.0/conf/advanced-comparison-operators",
      "cql2/1.0/conf/case-insensitive-comparison", "cql2/1.0/conf/property-property",
      "cql2/1.0/conf/basic-spatial-functions", "cql2/1.0/conf/spatial-functions",
      "ogcapi-tiles-1/1.0/conf/core", "ogcapi-tiles-1/1.0/conf/tileset",
      "ogcapi-tiles-1/1.0/conf/tilesets-list", "ogcapi-tiles-1/1.0/conf/geodata-tilesets",
      "ogcapi-tiles-1/1.0/conf/mvt", "tms/2.0/conf/tilematrixset",
      "tms/2.0/conf/json-tilematrixset", "tms/2.0/conf/json-tilesetmetadata",
    ].map { "http://www.opengis.net/spec/\($0)" }
}
