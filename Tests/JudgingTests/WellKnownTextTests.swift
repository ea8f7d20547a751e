import Judging
import Planning
import SimpleFeatures
import Testing

/// Definitions as `.prj` files and GeoPackage layers carry them.
@Suite struct WellKnownTextTests {
  static func projected(
    _ name: String, datum: String = "GCS_China_Geodetic_Coordinate_System_2000",
    meridian: Double = 111, easting: Double = 37_500_000, tail: String = ""
  ) -> String {
    """
    PROJCS["\(name)",GEOGCS["\(datum)",DATUM["D_X",SPHEROID["CGCS2000",6378137.0,298.257222101]],\
    PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],\
    PARAMETER["False_Easting",\(easting)],PARAMETER["False_Northing",0.0],\
    PARAMETER["Central_Meridian",\(meridian)],PARAMETER["Scale_Factor",1.0],\
    PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]\(tail)]
    """
  }

  func judge(_ definition: String, x: Double = 37_517_720) -> CoordinateJudgement {
    var stated = StatedCoordinateSystem()
    stated.wellKnownText = definition
    var tally = CoordinateTally()
    tally.add(first: x, second: 4_135_373)
    return CoordinateJudgement(tally: tally, stated: stated)
  }

  @Test func namesOfProjectionFilesAreKnown() {
    #expect(judge(Self.projected("CGCS2000_3_Degree_GK_Zone_37")).epsg == 4525)
    let xian = Self.projected("Xian_1980_3_Degree_GK_Zone_37", datum: "GCS_Xian_1980")
    #expect(judge(xian).epsg == 2361)
    let meridian = Self.projected("CGCS2000_3_Degree_GK_CM_111E", easting: 500_000)
    #expect(judge(meridian, x: 517_720).epsg == 4546)
    #expect(judge(meridian, x: 517_720).findings.isEmpty)
  }

  @Test func anAuthoritysCodeIsKnown() {
    let text = Self.projected("whatever", tail: ",AUTHORITY[\"EPSG\",\"4525\"]")
    #expect(judge(text).epsg == 4525)
    let second = """
      PROJCRS["CGCS2000 / 3-degree Gauss-Kruger zone 37",BASEGEOGCRS["China Geodetic Coordinate \
      System 2000",DATUM["China 2000",ELLIPSOID["CGCS2000",6378137,298.257222101]]],\
      CONVERSION["3-degree Gauss-Kruger zone 37",METHOD["Transverse Mercator"],\
      PARAMETER["Longitude of natural origin",111],PARAMETER["False easting",37500000]],\
      CS[Cartesian,2],ID["EPSG",4525]]
      """
    #expect(judge(second).epsg == 4525)
    #expect(judge(second).findings.isEmpty)
  }

  @Test func aNamelessGridIsKnownByItsParameters() {
    #expect(judge(Self.projected("Unnamed")).epsg == 4525)
    #expect(judge(Self.projected("x", easting: 500_000), x: 517_720).epsg == 4546)
  }

  @Test func aNameWithOtherParametersIsAContradiction() {
    let text = Self.projected("CGCS2000_3_Degree_GK_Zone_37", meridian: 111.25)
    #expect(judge(text).findings.map(\.fact.code) == [.datumContradiction])
    #expect(judge(text).system == nil)
  }

  @Test func anOwnCentralMeridianIsTakenAsDefined() {
    let text = Self.projected("County grid", meridian: 111.25, easting: 500_000)
    #expect(judge(text, x: 517_720).system == .defined(text))
  }

  @Test(arguments: ["", "garbage", "PROJCS[", "PROJCS[\"a\"", "((((((((((", "LOCAL_CS[\"x\"]"])
  func damagedDefinitionsSayNothing(text: String) {
    #expect(judge(text).findings.map(\.fact.code) == [.coordinateSystemUnknown])
  }

  @Test func deepNestingIsNoDefinition() {
    let text = String(repeating: "A[", count: 100_000) + String(repeating: "]", count: 100_000)
    #expect(judge(text).system == nil)
  }
}
