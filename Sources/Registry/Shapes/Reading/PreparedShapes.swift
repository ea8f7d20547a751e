internal import Planning
internal import SimpleFeatures

/// A stretch of a file's features, ready to be stored: x is east and y north, every shape has passed
/// the guard, and areas are measured.
struct PreparedShapes: Sendable {
  /// The features, in the file's coordinate system.
  var table: FeatureTable
  /// Their shapes in the register's coordinate system; `nil` where that is the file's.
  var layerShapes: GeometryColumn?
  /// Why a shape is not valid, by its place in the table.
  var faults: [Int: ShapeFault] = [:]
  /// What was mended.
  var repairs: [Int: ShapeRepair] = [:]
  /// The shapes before they were mended.
  var originals: [Int: Geometry] = [:]
  /// The plane area of each in m².
  var planeAreas: [Double] = []
  /// The area of each on the ellipsoid in m²; `nil` where it cannot be measured.
  var ellipsoidalAreas: [Double?] = []
  /// How many features the stretch had before any was refused.
  var featureCount = 0
  /// How many were refused.
  var refusedCount = 0

  /// Leaves features out that cannot be used.
  mutating func remove(_ features: Set<Int>) {
    guard !features.isEmpty else { return }
    var places: [Int: Int] = [:]
    for index in 0..<table.count where !features.contains(index) { places[index] = places.count }
    func moved<Value>(_ values: [Int: Value]) -> [Int: Value] {
      Dictionary(
        uniqueKeysWithValues: values.compactMap { index, value in
          places[index].map { ($0, value) }
        })
    }
    table.remove(features)
    faults = moved(faults)
    repairs = moved(repairs)
    originals = moved(originals)
  }
}
