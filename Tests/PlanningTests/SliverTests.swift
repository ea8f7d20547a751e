import Planning
import Testing

@Suite("Slivers")
struct SliverTests {
  let thresholds = SliverThresholds(area: 10, areaOverPerimeter: 0.05)

  /// Two boxes that touch in degrees and overlap where their corners alone were moved to a grid:
  /// open-city-ai/haidian, issue 1254.
  @Test("Eight square metres along six hundred metres of edge are a sliver")
  func longAndThin() {
    #expect(thresholds.isSliver(area: 7.960955811586454, perimeter: 1_247.8))
  }

  @Test("As much land in one place is none")
  func compact() { #expect(!thresholds.isSliver(area: 7.96, perimeter: 11.3)) }

  @Test("A wide strip is none, however thin for its length")
  func large() { #expect(!thresholds.isSliver(area: 10.5, perimeter: 5_000)) }

  @Test("The thresholds themselves are slivers still")
  func limits() { #expect(thresholds.isSliver(area: 10, perimeter: 200)) }
}
