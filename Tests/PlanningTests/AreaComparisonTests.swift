import Planning
import Testing

@Suite struct AreaComparisonTests {
  static let grades = AreaComparison.Grades(
    squareMetres: 1, warningAbove: 0.001, errorAbove: 0.01, ratioTolerance: 0.01)

  @Test(arguments: [
    (41856.0, 41856.0, AreaComparison.Outcome.equal), (41856, 41856.04, .equal),
    (41856, 41856.4, .differs(.info)), (41856, 41855, .differs(.info)),
    // Above a square metre, but within a thousandth.
    (41856, 41820, .differs(.info)), (41856, 41800, .differs(.warning)),
    (41856, 41500, .differs(.warning)), (41856, 41000, .differs(.error)),
    // A small parcel within a square metre is no error, whatever its share.
    (20, 20.9, .differs(.info)), (20, 21.5, .differs(.error)),
    (627_840, 41856, .unitSuspect(ratio: "15")), (4.1856, 41856, .unitSuspect(ratio: "1/10000")),
    (418_560_000, 41856, .unitSuspect(ratio: "10000")),
    (2790.4, 41856, .unitSuspect(ratio: "1/15")),
    (62.8, 41856, .unitSuspect(ratio: "0.0015")),
    (27_904_000, 41856, .unitSuspect(ratio: "2000/3")),
    (41856, 0, .differs(.error)), (0, 41856, .differs(.error)),
  ])
  func aDifferenceIsAsGraveAsItsShare(
    stated: Double, computed: Double, outcome: AreaComparison.Outcome
  ) {
    #expect(AreaComparison(stated: stated, computed: computed, by: Self.grades).outcome == outcome)
  }

  @Test func whatDiffersBecomesADiagnostic() {
    let same = AreaComparison(stated: 100, computed: 100, by: Self.grades)
    #expect(same.diagnostic(parcel: "NX-03", file: "a.txt") == nil)
    let unit = AreaComparison(stated: 627_840, computed: 41856, by: Self.grades)
      .diagnostic(parcel: "NX-03", file: "a.txt", line: 7)
    #expect(unit?.code == .areaUnitSuspect)
    #expect(unit?.severity == .error)
    #expect(unit?.arguments == ["NX-03", "627840.0", "41856.0", "15"])
    let differs = AreaComparison(stated: 41856, computed: 41500, by: Self.grades)
      .diagnostic(parcel: "NX-03", file: "a.txt", line: 7)
    #expect(differs?.code == .areaDiffers)
    #expect(differs?.severity == .warning)
    #expect(differs?.line == 7)
  }
}
