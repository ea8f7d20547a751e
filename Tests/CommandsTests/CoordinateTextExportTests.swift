import Foundation
import Planning
import TestSupport
import Testing

@Suite("yulin export of coordinate text and of layers")
struct CoordinateTextExportTests {
  let program: BuiltProgram

  /// A register with two schematic boundaries, the first with a hole, and a reference layer.
  init() throws {
    program = try BuiltProgram()
    let holed = """
      10,,NX-01,一号,面,,二类城镇住宅用地,070102,@
      J1,1,4135000.001,37517000.002
      J2,1,4135100.003,37517000.004
      J3,1,4135100.005,37517100.006
      J4,1,4135000.007,37517100.008
      J1,1,4135000.001,37517000.002
      J5,2,4135020.011,37517020.012
      J6,2,4135020.013,37517040.014
      J7,2,4135040.015,37517040.016
      J8,2,4135040.017,37517020.018
      J5,2,4135020.011,37517020.012
      """
    try program.folder.write(
      """
      [项目信息]
      图形性质=示意
      [属性描述]
      坐标系=2000国家大地坐标系
      几度分带=3
      带号=37
      [地块坐标]
      \(holed)
      4,,NX-02,二号,面,,公园绿地,1401,@
      J1,1,4135000.111,37517200.222
      J2,1,4135100.333,37517200.444
      J3,1,4135100.555,37517300.666
      J1,1,4135000.111,37517200.222
      """, to: "dk.txt")
    try program.folder.write(
      """
      {"type":"FeatureCollection","name":"growth","features":[{"type":"Feature",
      "properties":{"GHFQMC":"城镇集中建设区","面积":1.5},"geometry":{"type":"Polygon",
      "coordinates":[[[111.1,37.3],[111.2,37.3],[111.2,37.4],[111.1,37.3]]]}}]}
      """, to: "growth.geojson")
    for arguments in [
      ["dk.txt", "--as", "boundary"], ["growth.geojson", "--as", "layer", "城镇开发边界"],
    ] {
      let outcome = try program.run(["import"] + arguments + ["--store", "land.gpkg"])
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
  }

  /// The corners of all parcels of a register in EPSG:4525, in millimetres.
  func corners(of register: String) throws -> Set<[Int]> {
    let outcome = try program.run(
      "export", "parcels", "-o", "-", "-f", "csv", "--crs", "EPSG:4525", "--fields", "name",
      "--precision", "6", "--store", register)
    let pairs = outcome.output.matches(of: /(\d+\.?\d*) (\d+\.?\d*)/)
    #expect(pairs.count == 14)
    return Set(
      pairs.map { pair in
        [pair.1, pair.2].compactMap { Double($0) }.map { Int(($0 * 1_000).rounded()) }
      })
  }

  @Test(
    "Every dialect comes back with the same corners to the millimetre",
    arguments: CoordinateTextDialect.allCases)
  func dialectsComeBack(_ dialect: CoordinateTextDialect) throws {
    let written = try program.run(
      "export", "parcels", "-o", "out.txt", "--dialect", dialect.name, "--encoding", "utf8",
      "--store", "land.gpkg")
    #expect(written.status == 0, "\(written.errors)")
    let text = try program.folder.text("out.txt")
    #expect(text.hasPrefix("[项目信息]\r\n图形性质=示意\r\n"))
    #expect(text.contains("数据产生单位=示意图形（非测绘成果）") == !dialect.attributeKeys.isEmpty)
    #expect(text.contains("带号=37") == !dialect.isInDegrees)
    let read = try program.run(
      ["import", "out.txt", "--as", "boundary", "--store", "new.gpkg"]
        + (dialect.isInDegrees ? ["--crs", "EPSG:4490"] : []))
    #expect(read.status == 0, "\(read.errors)")
    let expected = try corners(of: "land.gpkg")
    #expect(expected.count == 11)
    #expect(try corners(of: "new.gpkg") == expected)
  }

  @Test("The area is the shape's where none is stated, and the encoding GBK")
  func headings() throws {
    let outcome = try program.run(
      "export", "-o", "out.txt", "--where", "parcel_id = 'NX-02'", "--store", "land.gpkg")
    #expect(outcome.status == 0)
    let data = try Data(contentsOf: URL(fileURLWithPath: program.folder.path("out.txt")))
    // 4,0.5022,NX-02, and 二 in GBK
    #expect(data.range(of: Data("4,0.5022,NX-02,".utf8) + Data([0xB6, 0xFE])) != nil)
  }

  @Test("A layer is named as it was imported, and so are its fields")
  func layersByName() throws {
    let outcome = try program.run(
      "export", "城镇开发边界", "-o", "-", "--where", "面积 > 1", "--store", "land.gpkg")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\"name\":\"城镇开发边界\""))
    #expect(outcome.output.contains("{\"GHFQMC\":\"城镇集中建设区\",\"面积\":1.5}"))
    let unknown = try program.run("export", "roads", "-o", "-", "--store", "land.gpkg")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("known are: parcels, 城镇开发边界"))
    let text = try program.run("export", "城镇开发边界", "-o", "a.txt", "--store", "land.gpkg")
    #expect(text.status == 2)
  }

  @Test("An earlier version of a layer is exported as of its day, with fields of any name")
  func earlierLayers() throws {
    for (year, name) in [("2021", "旧"), ("2022", "新")] {
      try program.folder.write(
        """
        {"type":"FeatureCollection","features":[{"type":"Feature",
        "properties":{"名称":"\(name)","fault":"own"},"geometry":{"type":"Polygon",
        "coordinates":[[[111.1,37.3],[111.2,37.3],[111.2,37.4],[111.1,37.3]]]}}]}
        """, to: "\(year).geojson")
      let outcome = try program.run(
        "import", "\(year).geojson", "--as", "layer", "红线", "--date", "\(year)-01-01", "--store",
        "land.gpkg")
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    func exported(_ day: String) throws -> BuiltProgram.Outcome {
      try program.run(
        "export", "红线", "-f", "geojsonseq", "-o", "-", "--as-of", day, "--store", "land.gpkg")
    }
    #expect(try exported("2021-06-01").output.contains("{\"名称\":\"旧\",\"fault\":\"own\"}"))
    #expect(try exported("2022-06-01").output.contains("{\"名称\":\"新\",\"fault\":\"own\"}"))
    #expect(try exported("2020-06-01").status == 2)
  }

  @Test("An export of facts says that it has no boundaries and layers")
  func factsSayWhatTheyLack() throws {
    let outcome = try program.run("export", "-o", "facts.json", "--store", "land.gpkg")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("boundaries (2) and reference layers (1)"))
    #expect(outcome.errors.contains("yulin publish"))
  }
}
