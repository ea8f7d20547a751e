import Foundation
import TestSupport
import Testing

/// What a layer may be called, and what a name means to each command.
@Suite struct LayerNameTests {
  let program: BuiltProgram

  /// A register with a parcel and a layer, both of 100 m by 50 m in one place.
  init() throws {
    program = try BuiltProgram()
    let square =
      "\"POLYGON ((37517000 4135000, 37517100 4135000, 37517100 4135050, 37517000 4135050, "
      + "37517000 4135000))\""
    try program.folder.write("WKT,DKBH\n\(square),A-01\n", to: "dk.csv")
    try program.folder.write("WKT,BSM\n\(square),1\n", to: "zone.csv")
    for line in [["dk.csv", "--as", "boundary"], ["zone.csv", "--as", "layer", "控制线"]] {
      let outcome = try program.run(
        ["import"] + line + ["--crs", "EPSG:4525", "--store", "land.gpkg"])
      try #require(outcome.status <= 1, "\(outcome.errors)")
    }
  }

  private func run(_ arguments: String...) throws -> BuiltProgram.Outcome {
    try program.run(arguments + ["--store", "land.gpkg"])
  }

  @Test(arguments: [
    "parcels", "Parcels", "documents", "transactions", "sites", "facts", "findings", "layer_7",
  ])
  func aNameThatCommandsTakeForAnotherThingIsRefused(_ name: String) throws {
    for dry in [[], ["--dry-run"]] {
      let outcome = try program.run(
        ["import", "zone.csv", "--as", "layer", name, "--crs", "EPSG:4525"] + dry
          + ["--store", "land.gpkg"])
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("a layer cannot be called “\(name)”"))
      #expect(outcome.errors.contains("as “\(name)_"))
    }
    #expect(try !run("info", "-f", "json").output.contains("\"name\" : \"\(name)\""))
  }

  @Test func aNameThatOnlyBeginsSoIsTaken() throws {
    let outcome = try run(
      "import", "zone.csv", "--as", "layer", "parcels_layer", "--crs", "EPSG:4525")
    #expect(outcome.status <= 1, "\(outcome.errors)")
    #expect(try run("export", "parcels_layer", "-o", "-", "-f", "geojson").status == 0)
  }

  @Test func parcelsMeansTheBoundariesOfTheParcelsEverywhere() throws {
    for name in ["parcels", "Parcels"] {
      #expect(
        try run("export", name, "-o", "-", "-f", "geojson").output.contains("\"id\":\"A-01\""))
      #expect(try run("overlay", name, "控制线", "-f", "csv").output.contains("A-01,1,5000"))
      let place = try run(
        "lookup", "37517050,4135025", "--crs", "EPSG:4525", "--layer", name, "-f", "json")
      #expect(place.status == 0, "\(place.errors)")
      #expect(place.output.contains("A-01") && !place.output.contains("控制线"))
      let check = try run("check", "--layer", name, "-f", "json")
      #expect(check.status <= 1, "\(check.errors)")
      #expect(!check.output.contains("控制线"))
    }
    #expect(try run("lookup", "A-01", "--zones", "parcels").status == 2)
  }

  @Test func aLayerIsFoundByItsTableAndItsNameEverywhere() throws {
    for name in ["控制线", "layer_1"] {
      #expect(try run("export", name, "-o", "-", "-f", "geojson").output.contains("\"BSM\":\"1\""))
      #expect(try run("overlay", "parcels", name, "-f", "csv").output.contains("A-01,1,5000"))
      #expect(
        try run("lookup", "A-01", "--layer", name, "-f", "json").output.contains("控制线"))
      #expect(try run("check", "--layer", name).status <= 1)
    }
    #expect(try run("check", "--layer", "no").status == 2)
  }

  @Test func aLayerOfAnEarlierProgramIsReachedByItsTable() throws {
    let renamed = try program.runShell(
      """
      python3 -c "import sqlite3; c = sqlite3.connect('land.gpkg')
      c.execute(\\"UPDATE layer_version SET name = 'parcels'\\"); c.commit()"
      """)
    try #require(renamed.status == 0, "\(renamed.errors)")
    #expect(try run("info").output.contains("parcels (layer_1)"))
    let exported = try run("export", "layer_1", "-o", "-", "-f", "geojson").output
    #expect(exported.contains("\"BSM\":\"1\""))
    #expect(
      try run("export", "parcels", "-o", "-", "-f", "geojson").output.contains("\"id\":\"A-01\""))
    #expect(try run("overlay", "parcels", "layer_1", "-f", "csv").output.contains("A-01,1,5000"))
    #expect(try run("lookup", "A-01", "--layer", "layer_1", "-f", "json").status == 0)
    #expect(try run("check", "--layer", "layer_1").status <= 1)
  }
}
