import SimpleFeatures
import Testing
import Tiling

@Suite struct TileAddressTests {
  @Test func tilesThatThereAreNotAreRefused() {
    #expect(TileAddress(zoom: 0, x: 0, y: 0) != nil)
    #expect(TileAddress(zoom: 24, x: 16_777_215, y: 16_777_215) != nil)
    for (zoom, x, y) in [(-1, 0, 0), (25, 0, 0), (0, 1, 0), (3, 8, 0), (3, 0, -1), (3, 0, 8)] {
      #expect(TileAddress(zoom: zoom, x: x, y: y) == nil)
    }
    #expect(TileAddress(zoom: 3, longitude: .nan, latitude: 0) == nil)
  }

  @Test func zoomZeroIsTheSquareMap() throws {
    let tile = try #require(TileAddress(zoom: 0, x: 0, y: 0))
    #expect(abs(tile.metres.minX + 20_037_508.342_789_244) < 1e-8)
    #expect(abs(tile.metres.maxY - 20_037_508.342_789_244) < 1e-8)
    #expect(abs(tile.degrees.minX + 180) < 1e-12 && abs(tile.degrees.maxX - 180) < 1e-12)
    #expect(abs(tile.degrees.maxY - 85.051_128_779_806_6) < 1e-12)
    #expect(abs(tile.degrees.minY + 85.051_128_779_806_6) < 1e-12)
  }

  /// The tile in which a place lies, reckoned by hand from the formula with the tangent and secant.
  @Test(arguments: [
    (10, 116.397, 39.908, 843, 388), (14, 100.0, 25.0, 12_743, 7_016), (1, -0.001, 0.001, 0, 0),
    (1, 0.001, -0.001, 1, 1), (5, 180.0, 90.0, 31, 0), (5, -180.0, -90.0, 0, 31),
  ])
  func aPlaceLiesInItsTile(zoom: Int, longitude: Double, latitude: Double, x: Int, y: Int) throws {
    let tile = try #require(TileAddress(zoom: zoom, longitude: longitude, latitude: latitude))
    #expect(tile == TileAddress(zoom: zoom, x: x, y: y))
    guard abs(latitude) < 85 else { return }
    let box = tile.degrees
    #expect(box.minX <= longitude && longitude <= box.maxX)
    #expect(box.minY <= latitude && latitude <= box.maxY)
  }

  /// OGC 17-083r4, table D.1.
  @Test(arguments: [
    (0, 559_082_264.028_717_8, 156_543.033_928_041),
    (1, 279_541_132.014_358_9, 78_271.516_964_020_48),
    (12, 136_494.693_366_386_2, 38.218_514_142_588_13),
    (24, 33.323_899_747_652_88, 0.009_330_691_929_342_804),
  ])
  func scalesAreThoseOfTheStandard(zoom: Int, denominator: Double, cell: Double) {
    #expect(abs(TileAddress.scaleDenominator(zoom: zoom) / denominator - 1) < 1e-12)
    #expect(abs(TileAddress.cellSize(zoom: zoom) / cell - 1) < 1e-12)
  }

  @Test func degreesAndMetresAreInverse() {
    var xy: [Double] = []
    for step in -85...85 { xy += [2.1 * Double(step), Double(step)] }
    var moved = xy
    WebMercator.replaceDegrees(&moved)
    for index in stride(from: 0, to: xy.count, by: 2) {
      let (x, y) = WebMercator.metres(longitude: xy[index], latitude: xy[index + 1])
      #expect(x == moved[index] && y == moved[index + 1])
    }
    WebMercator.replaceMetres(&moved)
    #expect(zip(xy, moved).allSatisfy { abs($0 - $1) < 1e-12 })
    // EPSG Guidance Note 7-2, method 1024.
    let (x, y) = WebMercator.metres(
      longitude: -(100 + 20.0 / 60), latitude: 24 + 22 / 60.0 + 54.433 / 3600)
    #expect(abs(x + 11_169_055.58) < 0.01 && abs(y - 2_800_000) < 0.01)
  }

  @Test func latitudesBeyondTheMapAreMovedToItsEdge() {
    let edge = WebMercator.halfWidth
    #expect(abs(WebMercator.metres(longitude: 0, latitude: 90).y - edge) < 1e-6)
    #expect(abs(WebMercator.metres(longitude: 0, latitude: -90).y + edge) < 1e-6)
  }

  @Test func aCornerHasWholeUnitsInAllTilesAroundIt() throws {
    let tile = try #require(TileAddress(zoom: 14, x: 12_743, y: 7_014))
    let next = try #require(TileAddress(zoom: 14, x: 12_744, y: 7_015))
    let (a, b) = (TileGrid(tile), TileGrid(next))
    let corner = (x: tile.metres.maxX, y: tile.metres.minY)
    let (inTile, inNext) = (a.units(x: corner.x, y: corner.y), b.units(x: corner.x, y: corner.y))
    #expect(abs(inTile.x - 4096) < 1e-4 && abs(inTile.y - 4096) < 1e-4)
    #expect(inTile.x - 4096 == inNext.x && inTile.y - 4096 == inNext.y)
    let back = a.metres(x: inTile.x, y: inTile.y)
    #expect(abs(back.x - corner.x) < 1e-6 && abs(back.y - corner.y) < 1e-6)
  }
}
