import Terms
import Planning
import SimpleFeatures
import TestSupport
import Testing

@testable import Storage

@Suite("All plots in one pass")
struct AllPlotsTests {
  /// A register with documents, kinship, several versions and boundaries under the same keys.
  private func sample() throws -> SampleStore {
    let sample = try SampleStore()
    try sample.add(Fixtures.planApproval())
    try sample.add(Fixtures.hazardList())
    try sample.add(Fixtures.adjustment(), at: "2026-02-01")
    try sample.add(Fixtures.listing(), at: "2026-03-01")
    var random = SeededGenerator(seed: 41)
    let numbers = ["DW-01", "DW-02", "DW-03-1", "DW-03", "dw-04", "丙-1", "Z", "𠀀-1", "a", "-"]
    for month in 1...6 {
      let boundaries = (0..<12).map { index in
        SampleBoundary(
          numbers.randomElement(using: &random),
          at: (37_516_000 + Double(index) * 20, 4_137_000 + Double(month))
        ) { said in
          if index % 3 == 0 { said.plan = "东湾片区详细规划" }
          if index % 4 == 0 { said.extras = ["备注": "\(index)"] }
          if index % 5 == 0 {
            said.landUse = [LandUse(scheme: .mnr2023, code: "0701", name: "城镇住宅用地")]
            said.indicators[.floorAreaRatio] = Interval(upper: .init(2, inclusive: true))
            said.area = StatedArea(squareMetres: 100, text: "100平方米")
          }
        }
      }
      try sample.add(
        boundaries, from: SampleStore.source("\(month).txt", on: "2026-0\(month)-05"),
        at: "2026-0\(month)-10")
    }
    return sample
  }

  @Test(arguments: [nil, "2025-03-01", "2026-03-05"], [nil, "2026-02-20", "2026-05-01"])
  func saysOfEachKeyWhatOnePlotDoes(asOf: String?, knownAt: String?) throws {
    let sample = try sample()
    let moment = Moment(
      asOf: asOf.flatMap { CalendarDate(iso: $0) }, knownAt: knownAt.map { "\($0)T00:00:00.000Z" })
    var keys: [String] = []
    try sample.store.read { reader in
      var all: [PlotFacts] = []
      try reader.plots.forEach(at: moment) { all.append($0) }
      for facts in all {
        keys.append(facts.key)
        #expect(try reader.plots.facts(of: facts.key, at: moment) == facts)
      }
    }
    let known = try sample.store.read { reader in
      try reader.plots.keys(where: "TRUE", boundaries: "TRUE", [:], at: moment)
    }
    #expect(keys == known)
    #expect(Set(keys).count == keys.count)
  }

  @Test func handsOverNothingOfAnEmptyRegister() throws {
    let sample = try SampleStore()
    try sample.store.read { reader in
      try reader.plots.forEach { _ in Issue.record("a plot") }
    }
  }
}
