import Foundation
import TestSupport
import Testing

/// `yulin lookup @points.csv --ids` on the sample county.
@Suite struct ManyPointsTests {
  let county: CountySession
  private let points = "lon,lat\n111.1791,37.3582\n111.26,37.45\n111.1925,37.3744\n"

  init() throws { county = try CountySession.shared.get() }

  private func ask(_ text: String, _ arguments: String...) throws -> (String, String, Int32) {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("points-\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let outcome = try county.run(["lookup", "@\(file.path)", "--ids"] + arguments)
    return (outcome.output, outcome.errors, outcome.status)
  }

  @Test func eachPointTellsWhatHoldsIt() throws {
    let (output, errors, status) = try ask(points, "--layer", "城镇开发边界", "-f", "csv")
    let rows = output.split(separator: "\r\n").map(String.init)
    #expect(rows[0] == "point,x,y,layer,answer,feature,on_boundary")
    #expect(rows[1] == "2,37515866.9033,4136279.418,parcels,found,03-01-A,false")
    #expect(rows[2].hasPrefix("2,37515866.9033,4136279.418,城镇开发边界,found,"))
    #expect(rows.contains { $0.hasPrefix("3,") && $0.hasSuffix(",parcels,none,,") })
    #expect(rows.contains { $0.hasPrefix("4,") && $0.hasSuffix(",parcels,found,D-08-01,false") })
    #expect(errors.contains("3 points, 1 of them in nothing"))
    #expect(errors.contains("schematic"))
    #expect(status == 1)
  }

  @Test func theSameIsToldAsLinesAndToPeople() throws {
    let (lines, _, _) = try ask(points, "--layer", "城镇开发边界", "-f", "jsonl")
    let first = try #require(lines.split(separator: "\n").first)
    let record = try #require(
      try JSONSerialization.jsonObject(with: Data(first.utf8)) as? [String: Any])
    #expect(record["feature"] as? String == "03-01-A")
    #expect(record["on_boundary"] as? Bool == false)
    let (table, _, _) = try ask(points, "--layer", "城镇开发边界", "--lang", "zh")
    #expect(table.contains("03-01-A"))
    #expect(table.contains("已查，没有"))
  }

  @Test func theAnswersAreThoseOfSinglePoints() throws {
    let (output, _, _) = try ask(points, "-f", "csv")
    for (line, point) in [(2, "111.1791,37.3582"), (4, "111.1925,37.3744")] {
      let single = try county.run(["lookup", point, "-f", "json"])
      let answer = try #require(
        try JSONSerialization.jsonObject(with: Data(single.output.utf8)) as? [String: Any])
      let parcels = try #require(answer["parcels"] as? [[String: Any]])
      let ids = parcels.compactMap { $0["parcel_id"] as? String }
      let found = output.split(separator: "\r\n").filter {
        $0.hasPrefix("\(line),") && $0.contains(",parcels,found,")
      }
      #expect(found.count == ids.count)
      for id in ids { #expect(found.contains { $0.contains(",\(id),") }) }
    }
  }

  @Test func aLayerIsFoundByItsRoleAndAMissingOneIsSaid() throws {
    let byRole = try ask(points, "--layer", "growth_boundary", "-f", "csv")
    let byName = try ask(points, "--layer", "城镇开发边界", "-f", "csv")
    #expect(byRole == byName)
    #expect(!byName.1.contains("no such layer in the register"))
    let (_, errors, _) = try ask(points, "-f", "csv")
    #expect(errors.contains("not checked, no such layer in the register: "))
    #expect(errors.contains("supplied land"))
  }

  @Test func withoutBoundariesAndLayersNothingIsChecked() throws {
    let program = try BuiltProgram()
    try program.folder.write(points, to: "points.csv")
    _ = try program.run(
      "import", "--quiet",
      Repository.root.appendingPathComponent("Data/exercise/1-original-plan.txt").path, "--store",
      "bare.gpkg")
    let outcome = try program.run("lookup", "@points.csv", "--ids", "--store", "bare.gpkg")
    #expect(outcome.errors.contains("the register has neither boundaries nor layers"))
    #expect(outcome.status == 1)
  }

  @Test func whatIsNoQuestionAboutManyPointsIsRefused() throws {
    let area = "WKT\n\"POLYGON ((111.17 37.35, 111.18 37.35, 111.18 37.36, 111.17 37.35))\"\n"
    let (_, errors, status) = try ask(area, "-f", "csv")
    #expect(errors.contains("holds shapes that are no points"))
    #expect(status == 2)
    for wrong in [
      ["lookup", "111.18,37.35", "--ids"], ["lookup", "@a.csv", "--ids", "--nearest", "2"],
      ["lookup", "@a.csv", "--ids", "-f", "geojson"], ["lookup", "@a.csv", "@b.csv", "--ids"],
    ] {
      #expect(try county.run(wrong).status == 2)
    }
    let (_, unknown, _) = try ask(points, "--layer", "nowhere")
    #expect(unknown.contains("nowhere"))
  }
}
