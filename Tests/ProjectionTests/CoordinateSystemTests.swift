import Foundation
import Projection
import SimpleFeatures
import TestSupport
import Testing

@Suite struct CoordinateSystemTests {
  static func rows(_ name: String) -> [[String]] {
    guard let url = Repository.shared("reference/\(name)"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    return text.split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
  static let grids = rows("epsg_china_gk.csv")
  static let points = rows("epsg_test_vectors.csv")

  @Test(.enabled(if: !grids.isEmpty, "shared/reference is not at hand"))
  func everyGridOfChinaIsMade() throws {
    #expect(Self.grids.count == 267)
    for row in Self.grids {
      let system = try CoordinateSystem(epsg: try #require(Int(row[0])))
      let grid = try #require(system.transverseMercator, "EPSG:\(row[0])")
      #expect(system.name == row[1])
      #expect(grid.centralMeridian == Double(row[2]))
      #expect(grid.falseEasting == Double(row[3]))
      #expect(grid.scale == 1)
      #expect(system.isProjected)
      #expect(system.axisOrder == .northingFirst)
      let area = try #require(system.areaOfUse)
      #expect(area.minX == Double(row[4]) && area.maxX == Double(row[6]), "EPSG:\(row[0])")
    }
  }

  @Test(.enabled(if: !points.isEmpty, "shared/reference is not at hand"))
  func publishedPointsHold() throws {
    let degrees = try CoordinateSystem(epsg: 4490)
    #expect(Self.points.count == 12)
    for row in Self.points {
      let values = row.compactMap(Double.init)
      let grid = try CoordinateSystem(epsg: Int(values[2]))
      let moved = try CoordinateTransformation(from: degrees, to: grid)
        .transform(x: values[0], y: values[1])
      #expect(abs(moved.x - values[4]) < 1e-4)
      #expect(abs(moved.y - values[3]) < 1e-4)
    }
  }

  @Test func theAuthoritysOrderIsToldAndXStaysFirst() throws {
    for (code, order) in [
      (4490, CoordinateSystem.AxisOrder.northingFirst), (4326, .northingFirst),
      (4525, .northingFirst), (2361, .northingFirst), (3857, .eastingFirst), (32649, .eastingFirst),
    ] {
      #expect(try CoordinateSystem(epsg: code).axisOrder == order, "EPSG:\(code)")
    }
    let moved = try CoordinateTransformation(
      from: CoordinateSystem(epsg: 4490), to: CoordinateSystem(epsg: 4326)
    ).transform(x: 111.2, y: 37.35)
    #expect(moved == (111.2, 37.35))
    let web = try CoordinateTransformation(
      from: CoordinateSystem(epsg: 4490), to: CoordinateSystem(epsg: 3857)
    ).transform(x: 111.2, y: 37.35)
    // Spherical: x = R · λ.
    #expect(abs(web.x - 6_378_137 * 111.2 * .pi / 180) < 1e-6)
    #expect(web.y > 4e6 && web.y < 5e6)
  }

  @Test func definitionsForGeoPackageAreBothKindsOfText() throws {
    let system = try CoordinateSystem(epsg: 4525)
    #expect(system.wellKnownText1.hasPrefix("PROJCS[\"CGCS2000 / 3-degree Gauss-Kruger zone 37\""))
    #expect(system.wellKnownText2.hasPrefix("PROJCRS["))
    #expect(system.label == "EPSG:4525")
    let again = try CoordinateSystem(definition: system.wellKnownText1)
    #expect(again.epsg == 4525)
  }

  @Test func anOwnCentralMeridianKeepsItsDatum() throws {
    let own = try CoordinateSystem(
      definition: """
        PROJCS["County",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",\
        SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],\
        UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],\
        PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],\
        PARAMETER["Central_Meridian",111.25],PARAMETER["Scale_Factor",1.0],\
        PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
        """)
    #expect(own.base.epsg == 4490)
    #expect(own.transverseMercator?.centralMeridian == 111.25)
    let moved = try CoordinateTransformation(from: own, to: CoordinateSystem(epsg: 4525))
      .transform(x: 500_000, y: 4_135_000)
    #expect(moved.x > 37_522_000 && moved.x < 37_522_500)
  }

  @Test func unknownCodesAndTextsNameTheFunctionThatFailed() {
    for definition in ["EPSG:999999", "", "PROJCS[", "+proj=nothing +type=crs"] {
      do {
        _ = try CoordinateSystem(definition: definition)
        Issue.record("\(definition) was taken")
      } catch {
        guard case .failed("proj_create", let reason) = error else {
          Issue.record("\(error)")
          continue
        }
        #expect(!reason.isEmpty)
      }
    }
    #expect(throws: ProjectionError.self) { try CoordinateSystem(epsg: 5737) }
  }
}
