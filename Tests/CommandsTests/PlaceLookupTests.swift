import Foundation
import TestSupport
import Testing

/// `yulin lookup` of points, shapes and parcels' boundaries on the sample county.
@Suite struct PlaceLookupTests {
  let county: CountySession

  init() throws { county = try CountySession.shared.get() }

  @Test(arguments: [
    ("point", ["111.1791,37.3582"]), ("point.zh", ["111.1791,37.3582", "--lang", "zh"]),
    ("grid", ["37515867,4136279"]), ("number", ["03-01-A"]),
    ("number.json", ["03-01-A", "-f", "json"]),
    ("within", ["03-01-A", "--within", "50m"]),
    ("nearest", ["111.1791,37.3582", "--nearest", "4", "--layer", "地质灾害隐患点"]),
    ("relation", ["NX-03", "--relation", "overlaps", "--layer", "土地利用现状"]),
    ("zones", ["03-01-B", "--zones", "土地利用现状"]),
    (
      "explained",
      ["111.1791,37.3582", "--explain", "--layer", "城镇开发边界", "--relation", "contains"]
    ),
    ("point.json", ["111.1791,37.3582", "--layer", "土地利用现状", "--explain", "-f", "json"]),
    ("point.jsonl", ["111.1791,37.3582", "--layer", "城镇开发边界", "-f", "jsonl"]),
    ("point.csv", ["111.1791,37.3582", "--layer", "城镇开发边界", "-f", "csv"]),
    ("file", ["@Data/zhongyang/boundaries/2024-090-grain-station.txt", "--crs", "EPSG:4490"]),
  ])
  func theAnswerIsGolden(_ name: String, _ arguments: [String]) throws {
    let (text, status) = try county.masked(["lookup"] + arguments)
    #expect(status == 0)
    try Golden.check(text, "lookup/places/\(name).txt")
  }

  @Test func nothingThereIsCheckedAndNoneWithTheStatusOfAFinding() throws {
    let outcome = try county.run(["lookup", "111.26,37.45", "--layer", "永久基本农田"])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("checked, none"))
    #expect(outcome.output.contains("checked: no parcel here"))
    #expect(outcome.output.contains("4 parcels have no boundary and were not checked"))
    #expect(outcome.errors.hasSuffix("nothing found for “111.26,37.45”\n"))
  }

  @Test func aParcelWithoutBoundaryIsNotChecked() throws {
    let outcome = try county.run(["list", "parcels", "-f", "json"])
    let all = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    let bare = try #require(
      all.first { $0["boundary"] == nil && $0["parcel_id"] is String }?["parcel_id"] as? String)
    let answer = try county.run(["lookup", bare, "--within", "50m", "-f", "json"])
    #expect(answer.status == 1)
    #expect(answer.output.contains("\"answer\" : \"not_checked\""))
    #expect(answer.output.contains("\"reason\" : \"no_boundary\""))
  }

  @Test func swappedNumbersAreAnsweredAndSaid() throws {
    let outcome = try county.run(["lookup", "37.3582,111.1791"])
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("[axes_swapped]"))
    let straight = try county.run(["lookup", "111.1791,37.3582"])
    #expect(
      outcome.output.split(separator: "\n").dropFirst()
        == straight.output.split(separator: "\n").dropFirst())
  }

  @Test(arguments: [
    (["12,13"], 3, "[local_grid]"), (["130.5,45.5"], 3, "too far"),
    (["@missing.txt"], 3, "no such file"),
    (["03-01-A", "--relation", "within", "--within", "5"], 2, "--relation does not go with"),
    (["03-01-A", "--zones", "城镇开发边界", "--nearest", "2"], 2, "--zones does not go with"),
    (["03-01-A", "--crs", "EPSG:4525"], 2, "--crs is for coordinates"),
    (["03-01-A", "--within", "five"], 2, "--within does not know"),
    (["03-01-A", "--nearest", "0"], 2, "--nearest is 1 to 1000"),
    (["03-01-A", "--layer", "绿线"], 2, "there is no layer “绿线”"),
    (["03-01-A", "--relation", "near"], 2, "near"),
  ])
  func whatCannotBeAskedIsSaid(_ arguments: [String], _ status: Int32, _ words: String) throws {
    let outcome = try county.run(["lookup"] + arguments)
    #expect(outcome.status == status)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test func theCommandThatRepeatsAnAnswerGivesIt() throws {
    let first = try county.run([
      "lookup", "03-01-A", "--within", "50m", "--explain", "-f", "json",
    ])
    let command = try #require(first.output.firstMatch(of: /"command" : "yulin (.*)",?\n/)?.1)
    let words = command.replacing(" --store county.gpkg", with: "").split(separator: " ")
      .map(String.init)
    let again = try county.run(words + ["-f", "json"])
    func parcels(_ text: String) throws -> NSArray? {
      let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      return object?["parcels"] as? NSArray
    }
    #expect(try parcels(first.output) == parcels(again.output))
    #expect(try parcels(first.output)?.count == 2)
  }

  @Test func severalShapesOfAFileAreSeveralAnswers() throws {
    let file = "@Data/zhongyang/boundaries/2025-062-north-town.txt"
    let outcome = try county.run(["lookup", file, "--relation", "equals", "-f", "json"])
    let answers = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    #expect(answers.count == 9)
    for answer in answers {
      let parcels = try #require(answer["parcels"] as? [[String: Any]])
      #expect(parcels.count == 1)
      let query = try #require(answer["query"] as? String)
      #expect(query == "\(file) \(parcels[0]["parcel_id"] as? String ?? "")")
    }
  }

  @Test func aTableOfPointsGivesARowAPoint() throws {
    try county.write(
      "name,lon,lat\nA,111.1791,37.3582\nB,111.26,37.45\n", to: "points.csv")
    let outcome = try county.run([
      "lookup", "@points.csv", "--layer", "城镇开发边界", "-f", "csv",
    ])
    #expect(outcome.status == 1)
    let places = outcome.output.split(whereSeparator: \.isNewline)
      .filter { $0.hasPrefix("place,") }
    #expect(places.count == 2)
    #expect(places[0].hasPrefix("place,'@points.csv #2,found,"))
    #expect(places[1].hasPrefix("place,'@points.csv #3,none,"))
  }

  @Test func parcelsAndFeaturesComeAsGeoJSON() throws {
    let outcome = try county.run([
      "lookup", "03-01-A", "--relation", "intersects", "--layer", "土地利用现状", "-f", "geojson",
    ])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let features = try #require(object["features"] as? [[String: Any]])
    let records = features.compactMap { ($0["properties"] as? [String: Any])?["record"] as? String }
    #expect(Set(records) == ["parcel", "layer_feature"])
    for feature in features { #expect(feature["geometry"] is [String: Any]) }
    #expect(object["quality"] as? String == "schematic")
  }
}
