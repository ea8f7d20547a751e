/// When an overlap or a gap is so thin that it comes from drawing, not from land.
///
/// Source: the practice of plan review in Beijing (area at most 10 m² and area over perimeter at
/// most 0.05 m); the numbers are data of the profile.
public struct SliverThresholds: Hashable, Sendable, Codable {
  /// At most so many square metres.
  public var area: Double
  /// At most so many metres of area over perimeter: half the width of a long strip.
  public var areaOverPerimeter: Double

  /// Thresholds in square metres and metres.
  public init(area: Double, areaOverPerimeter: Double) {
    self.area = area
    self.areaOverPerimeter = areaOverPerimeter
  }

  /// Whether a shape of an area and a perimeter, in square metres and metres, is a sliver.
  public func isSliver(area: Double, perimeter: Double) -> Bool {
    area <= self.area && area <= areaOverPerimeter * perimeter
  }

  enum CodingKeys: String, CodingKey {
    case area = "area_m2"
    case areaOverPerimeter = "area_over_perimeter_m"
  }
}
