import Foundation
import TestSupport
import Testing

@Suite("yulin overlay")
struct OverlayTests {
  let program: BuiltProgram

  /// Two parcels of 100 m by 50 m side by side, and a layer of which two features lie over each
  /// other, one is not valid, and one lies half a metre beyond an edge.
  init() throws {
    program = try BuiltProgram()
    func square(_ west: Double, _ south: Double, _ width: Double, _ height: Double) -> String {
      let (x, y) = (37_517_000 + west, 4_135_000 + south)
      return "\"POLYGON ((\(x) \(y), \(x + width) \(y), \(x + width) \(y + height), "
        + "\(x) \(y + height), \(x) \(y)))\""
    }
    try program.folder.write(
      """
      WKT,DKBH,YDDM,YDMC
      \(square(0, 0, 100, 50)),A-01,070102,二类城镇住宅用地
      \(square(100, 0, 100, 50)),A-02,100101,一类工业用地
      """, to: "dk.csv")
    let bow =
      "\"POLYGON ((37517100 4135000, 37517120 4135010, 37517120 4135000, 37517100 4135010, "
      + "37517100 4135000))\""
    try program.folder.write(
      """
      WKT,DLBM,DLMC
      \(square(-10, 0, 60, 50)),0102,水浇地
      \(square(40, 0, 60, 50)),0103,旱地
      \(square(199.9375, 0, 20, 50)),0301,乔木林地
      \(bow),0103,旱地
      """, to: "xz.csv")
    let boundary = try program.run(
      "import", "dk.csv", "--as", "boundary", "--crs", "EPSG:4525", "--store", "land.gpkg")
    try #require(boundary.status == 0, "\(boundary.errors)")
    let layer = try program.run(
      "import", "xz.csv", "--as", "layer", "现状", "--crs", "EPSG:4525", "--store", "land.gpkg")
    try #require(layer.status <= 1, "\(layer.errors)")
  }

  func overlay(_ arguments: String...) throws -> BuiltProgram.Outcome {
    try program.run(["overlay"] + arguments + ["--store", "land.gpkg"])
  }

  @Test("CSV has the columns of the contract, one row a pair, shares in percent")
  func pairs() throws {
    let outcome = try overlay("parcels", "现状", "-f", "csv")
    #expect(
      outcome.output.split(separator: "\r\n") == [
        "a_id,b_id,area_m2,share_of_a,share_of_b,sliver", "A-01,1,2500,50,83.333333333,false",
        "A-01,2,3000,60,100,false", "A-02,3,3.125,0.0625,0.3125,true",
      ])
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("1 of “现状” are not valid: not checked: 4"))
  }

  @Test("Pairs that have no more than the least area in common are left out")
  func minimumArea() throws {
    let outcome = try overlay("parcels", "现状", "-f", "csv", "--min-area", "3.125")
    #expect(outcome.output.split(separator: "\r\n").count == 3)
    let none = try overlay("parcels", "现状", "-f", "csv", "--min-area", "3000")
    #expect(none.status == 1)
    #expect(none.output.split(separator: "\r\n").count == 1)
  }

  @Test("What a sliver is follows the profile that is named")
  func profile() throws {
    try program.folder.write(
      "name: 云溪县\nversion: \"1\"\nslivers: {area_m2: 3, area_over_perimeter_m: 0.05}\n",
      to: "own.yaml")
    let outcome = try overlay("parcels", "现状", "-f", "csv", "--profile", "own.yaml")
    #expect(outcome.output.hasSuffix("A-02,3,3.125,0.0625,0.3125,false\r\n"))
    try program.folder.write("slivers: {area: 3}\n", to: "wrong.yaml")
    let wrong = try overlay("parcels", "现状", "-f", "csv", "--profile", "wrong.yaml")
    #expect(wrong.status == 3)
    #expect(wrong.errors.contains("wrong.yaml:1"))
  }

  @Test("An edge that both only touch along does not make a compact overlap thin")
  func touching() throws {
    let above =
      "\"POLYGON ((37517000 4135000, 37517220 4135000, 37517220 4135050, 37517000 4135050, "
      + "37517000 4135000))\""
    // Below the same edge, with a bump of 3 m by 3 m into it.
    let below =
      "\"POLYGON ((37517000 4134950, 37517220 4134950, 37517220 4135000, 37517103 4135000, "
      + "37517103 4135003, 37517100 4135003, 37517100 4135000, 37517000 4135000, "
      + "37517000 4134950))\""
    try program.folder.write("WKT,NR\n\(above),1\n\(below),2\n", to: "edge.csv")
    _ = try program.run(
      "import", "edge.csv", "--as", "layer", "边", "--crs", "EPSG:4525", "--store", "land.gpkg")
    let outcome = try overlay("边", "边", "-f", "csv")
    #expect(outcome.output.contains("1,2,9,"))
    #expect(outcome.output.hasSuffix(",false\r\n"))
  }

  @Test("A layer on itself tells each pair once")
  func within() throws {
    let outcome = try overlay("现状", "现状", "-f", "csv")
    #expect(
      outcome.output.split(separator: "\r\n").last == "1,2,500,16.666666667,16.666666667,false")
    #expect(try overlay("parcels", "parcels").status == 1)
  }

  @Test("A matrix adds up to the layer, land under two features counted once")
  func matrix() throws {
    let outcome = try overlay("parcels", "现状", "--matrix", "-f", "csv")
    #expect(
      outcome.output.split(separator: "\r\n").dropFirst() == [
        "070102,二类城镇住宅用地,0102,水浇地,2500,3.75,50,shared",
        "070102,二类城镇住宅用地,0103,旱地,3000,4.5,60,shared",
        "070102,二类城镇住宅用地,,,-500,-0.75,-10,repeated",
        "100101,一类工业用地,0301,乔木林地,3.125,0.0046875,0.0625,shared",
        "100101,一类工业用地,,,4996.875,7.4953125,99.9375,outside",
      ])
  }

  @Test("Features carry the land in common")
  func features() throws {
    let outcome = try overlay("parcels", "现状", "-f", "geojson")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let features = (object as? [String: Any])?["features"] as? [[String: Any]]
    #expect(features?.count == 3)
    let first = features?.first?["properties"] as? [String: Any]
    #expect(first?["area_m2"] as? Double == 2_500)
    #expect(first?["sliver"] as? Bool == false)
  }

  @Test("JSON tells layers, moment and what was not checked")
  func json() throws {
    let outcome = try overlay("parcels", "现状", "-f", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(object["answer"] as? String == "found")
    #expect(object["crs"] as? String == "EPSG:4525")
    #expect(((object["b"] as? [String: Any])?["not_valid"] as? [String]) == ["4"])
    #expect((object["pairs"] as? [[String: Any]])?.count == 3)
  }

  @Test("A layer without areas is not checked, and is not told as free of overlaps")
  func notChecked() throws {
    try program.folder.write("WKT,NAME\n\"POINT (37517010 4135010)\",a\n", to: "p.csv")
    _ = try program.run(
      "import", "p.csv", "--as", "layer", "点", "--crs", "EPSG:4525", "--store", "land.gpkg")
    let outcome = try overlay("parcels", "点", "-f", "json")
    #expect(outcome.output.contains("\"answer\" : \"not_checked\""))
    #expect(outcome.status == 1)
  }

  @Test(
    "What cannot be done is wrong use",
    arguments: [
      ["parcels", "roads"], ["parcels", "parcels", "--matrix"],
      ["parcels", "现状", "--matrix", "--min-area", "1"], ["parcels", "现状", "--digits", "2"],
      ["parcels", "现状", "--id-b", "colour"], ["parcels", "现状", "--min-area=-1"],
      ["parcels", "现状", "--matrix", "-f", "geojson"],
      ["parcels", "现状", "-f", "csv", "--limit", "3"],
    ])
  func wrongUse(_ arguments: [String]) throws {
    let outcome = try program.run(["overlay"] + arguments + ["--store", "land.gpkg"])
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("yulin: error: "))
  }
}
