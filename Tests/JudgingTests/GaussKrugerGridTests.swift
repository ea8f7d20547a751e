import Foundation
import Judging
import Planning
import TestSupport
import Testing

@Suite struct GaussKrugerGridTests {
  /// The register's 267 grids: code, name, central meridian, false easting.
  static let register: [(epsg: Int, name: String, meridian: Double, easting: Double)] = {
    guard let url = Repository.shared("reference/epsg_china_gk.csv"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard fields.count > 3, let code = Int(fields[0]), let meridian = Double(fields[2]),
        let easting = Double(fields[3])
      else { return nil }
      return (code, fields[1], meridian, easting)
    }
  }()

  @Test(.enabled(if: !register.isEmpty, "shared/reference is not at hand"))
  func everyGridOfTheRegisterIsKnown() throws {
    #expect(Self.register.count == 267)
    for row in Self.register {
      let grid = try #require(GaussKrugerGrid(epsg: row.epsg), "EPSG:\(row.epsg)")
      #expect(Double(grid.centralMeridian) == row.meridian, "EPSG:\(row.epsg)")
      #expect(grid.falseEasting == row.easting, "EPSG:\(row.epsg)")
      #expect(GaussKrugerGrid(name: row.name) == grid, "\(row.name)")
      #expect(GaussKrugerGrid(name: grid.esriName) == grid, "\(grid.esriName)")
      let isDeprecated = (21473...21483).contains(row.epsg)
      #expect(grid.epsg == (isDeprecated ? row.epsg - 20 : row.epsg))
      if !isDeprecated { #expect(grid.name == row.name) }
    }
  }

  @Test func codesBesideTheGridsAreNone() {
    for code in [0, 4490, 4326, 3857, 4512 + 43, 4567, 4590, 4801, 4811, 4813, 4821, 4823, 21412] {
      #expect(GaussKrugerGrid(epsg: code) == nil, "EPSG:\(code)")
    }
    var known: Set<Int> = []
    for code in 1...40_000 where GaussKrugerGrid(epsg: code) != nil { known.insert(code) }
    #expect(known.count == 267)
  }

  @Test func esriNamesAreThoseOfProjectionFiles() {
    #expect(GaussKrugerGrid(epsg: 4525)?.esriName == "CGCS2000_3_Degree_GK_Zone_37")
    #expect(GaussKrugerGrid(epsg: 4546)?.esriName == "CGCS2000_3_Degree_GK_CM_111E")
    #expect(GaussKrugerGrid(epsg: 2361)?.esriName == "Xian_1980_3_Degree_GK_Zone_37")
    #expect(GaussKrugerGrid(epsg: 21419)?.esriName == "Beijing_1954_GK_Zone_19")
    #expect(GaussKrugerGrid(name: "Beijing_1954_GK_Zone_19N")?.epsg == 21459)
  }

  @Test(arguments: [
    ("2000国家大地坐标系", GeodeticDatum.cgcs2000), ("CGCS2000", .cgcs2000), ("国家2000", .cgcs2000),
    ("CGCS 2000 坐标系", .cgcs2000), ("80国家大地坐标系", .xian1980), ("1980西安坐标系", .xian1980),
    ("西安80", .xian1980), ("1980年西安坐标系", .xian1980), ("1954北京坐标系", .beijing1954),
    ("北京54", .beijing1954), ("1954年北京坐标系", .beijing1954), ("新1954北京坐标系", .newBeijing),
    ("新北京54坐标系", .newBeijing), ("New Beijing", .newBeijing), ("WGS84坐标系", .wgs84),
    ("WGS-84", .wgs84), ("ＣＧＣＳ２０００", .cgcs2000), ("GCS_Xian_1980", .xian1980),
    ("D_China_2000", .cgcs2000), ("GCS_China_Geodetic_Coordinate_System_2000", .cgcs2000),
  ])
  func printedNamesTellTheDatum(name: String, datum: GeodeticDatum) {
    #expect(GeodeticDatum(printed: name) == datum)
  }

  @Test(arguments: ["", "独立坐标系", "地方坐标系", "西安80转CGCS2000", "2000", "54"])
  func otherNamesTellNone(name: String) {
    #expect(GeodeticDatum(printed: name) == nil)
  }
}
