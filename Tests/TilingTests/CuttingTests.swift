import SimpleFeatures
import TestSupport
import Testing

@testable import Tiling

@Suite struct CuttingTests {
  /// Parcels around a place, of random outlines, in metres of EPSG:3857.
  static func parcels(
    _ random: inout SeededGenerator, in box: Envelope, count: Int, radius: ClosedRange<Double>
  ) -> GeometryColumn {
    var column = GeometryColumn()
    for _ in 0..<count {
      let (x, y) = (random.number(box.minX...box.maxX), random.number(box.minY...box.maxY))
      let size = random.number(radius)
      var geometry = Geometry(polygon: [
        random.star(x: x, y: y, radius: size, vertices: random.integer(3...30))
      ])
      if random.integer(0...3) == 0 {
        let (west, south, east, north) = (x - size, y - size, x + size, y + size)
        geometry = Geometry(polygon: [
          [west, south, east, south, east, north, west, north, west, south],
          random.star(x: x, y: y, radius: size / 2, vertices: random.integer(3...9)),
        ])
      }
      column.append(geometry)
    }
    return column
  }

  @Test(arguments: 0..<12) func areasAreWholeClosedTurnedAndWithoutRepetition(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let zoom = [6, 10, 14, 16][Int(seed % 4)]
    let tile = try #require(TileAddress(zoom: zoom, longitude: 100.1, latitude: 25.1))
    let width = tile.metres.width
    let column = Self.parcels(
      &random, in: tile.metres.grown(by: width / 10), count: 300,
      radius: width / 2000...width / 5)
    let features = TileCutter(tile).cut(column, features: Array(0..<column.count))
    #expect(features.count > 0 && features.count == features.shapes.count)
    var doubtful: [Int] = []
    for place in 0..<features.count {
      let shape = try #require(features.shapes[place])
      #expect(shape.xy.allSatisfy { $0 == $0.rounded() && $0 >= -64 && $0 <= 4160 })
      for part in 0..<shape.partCount {
        for ring in shape.rings(ofPart: part) {
          let vertices = shape.vertices(ofRing: ring)
          #expect(vertices.count >= 4 && RingMeasure.isClosed(shape.xy, vertices))
          let isShell = ring == shape.rings(ofPart: part).lowerBound
          let area = RingMeasure.signedArea(shape.xy, vertices)
          #expect(isShell ? area > 0 : area < 0)
          for vertex in vertices.dropFirst() {
            let (a, b) = (2 * vertex - 2, 2 * vertex)
            #expect(shape.xy[a] != shape.xy[b] || shape.xy[a + 1] != shape.xy[b + 1])
          }
        }
      }
      if AllPairs(Self.open(shape), parts: Self.ringCounts(shape)).isDoubtful {
        doubtful.append(place)
      }
    }
    #expect(features.doubtful == doubtful)
  }

  private static func open(_ shape: Geometry) -> [[Int]] {
    (0..<shape.ringCount).map { ring in
      let vertices = shape.vertices(ofRing: ring).dropLast()
      return vertices.flatMap { [Int(shape.xy[2 * $0]), Int(shape.xy[2 * $0 + 1])] }
    }
  }

  private static func ringCounts(_ shape: Geometry) -> [Int] {
    (0..<shape.partCount).map { shape.rings(ofPart: $0).count }
  }

  @Test func stretchesTogetherAreTheWhole() throws {
    var random = SeededGenerator(seed: 77)
    let tile = try #require(TileAddress(zoom: 12, longitude: 100.1, latitude: 25.1))
    let column = Self.parcels(&random, in: tile.metres, count: 200, radius: 2...900)
    let cutter = TileCutter(tile)
    let all = Array(0..<column.count)
    let whole = cutter.cut(column, features: all)
    let stretches = [0..<50, 50..<51, 51..<51, 51..<200].map {
      cutter.cut(column, features: all[$0])
    }
    #expect(TileFeatures(joining: stretches) == whole)
    #expect(TileFeatures(joining: []) == TileFeatures())
    let bytes = VectorTileWriter.write(TileLayer(name: "parcels", whole))
    let read = try VectorTileReader().read(bytes)
    #expect(read.layers[0].features.count == whole.count)
    for (feature, place) in zip(read.layers[0].features, 0..<whole.count) {
      let shape = try #require(whole.shapes[place])
      #expect(feature.geometry.parts.map(\.count) == Self.ringCounts(shape))
    }
  }

  @Test func whatIsTooSmallIsCounted() throws {
    let tile = try #require(TileAddress(zoom: 10, longitude: 100.1, latitude: 25.1))
    let grid = TileGrid(tile)
    var column = GeometryColumn()
    func add(_ rings: [[Double]]) {
      column.append(
        Geometry(
          polygon: rings.map { ring in
            stride(from: 0, to: ring.count, by: 2).flatMap { index -> [Double] in
              let (x, y) = grid.metres(x: ring[index], y: ring[index + 1])
              return [x, y]
            }
          }))
    }
    func square(_ x: Double, _ y: Double, _ side: Double) -> [Double] {
      [x, y, x + side, y, x + side, y + side, x, y + side, x, y]
    }
    add([square(100, 100, 1)])
    add([square(200, 200, 40), square(210, 210, 1)])
    add([[300, 300, 340, 300, 340.2, 300.2, 300, 300.2, 300, 300]])
    add([square(9000, 0, 100)])
    add([[0, 0, .nan, 0, 5, 5, 0, 0]])
    let features = TileCutter(tile).cut(column, features: [0, 1, 2, 3, 4])
    #expect(features.rows == [1])
    #expect(features.loss.featuresTooSmall == 2)
    #expect(features.loss.partsTooSmall == 1)
    #expect(features.loss.featuresNotFinite == 1)
    var options = TileCutter.Options(zoom: 14)
    #expect(options.leastArea == 0 && options.tolerance == 0)
    options.leastArea = 0.5
    let more = TileCutter(tile, options).cut(column, features: [0, 1])
    #expect(more.rows == [0, 1] && more.loss == TileLoss())
  }

  @Test func aLimitKeepsTheLargest() throws {
    var features = TileFeatures()
    features.replaceAll(
      [3.0, 9, 1, 9].map { Geometry(polygon: [[0, 0, $0, 0, $0, $0, 0, $0, 0, 0]]) })
    features.doubtful = [0, 3]
    features.limit(to: 4)
    #expect(features.count == 4)
    features.limit(to: 3)
    #expect(features.rows == [0, 1, 3] && features.doubtful == [0, 2])
    features.limit(to: 1)
    #expect(features.rows == [1] && features.doubtful.isEmpty)
    #expect(features.loss.featuresOverLimit == 3)
  }

  @Test func repairedShapesAreTurnedAndLookedAtAgain() throws {
    var features = TileFeatures()
    let bowtie = try Geometry(wellKnownText: "POLYGON ((0 0, 8 8, 8 0, 0 8, 0 0))")
    features.replaceAll([bowtie, bowtie, Geometry(pointX: 1, y: 1)])
    features.doubtful = [0, 1]
    let repaired = try Geometry(
      wellKnownText: """
        GEOMETRYCOLLECTION (MULTIPOLYGON (((0 0, 4 4, 0 8, 0 0)), ((4 4, 8 0, 8 8, 4 4))), \
        LINESTRING (0 0, 1 1))
        """)
    features.replaceShapes([0: repaired])
    #expect(features.doubtful == [1] && features.rows == [0, 1, 2])
    let shape = try #require(features.shapes[0])
    #expect(shape.type == .multiPolygon && shape.partCount == 2)
    #expect(RingMeasure.signedArea(shape.xy, 0..<4) == 16)
    features.replaceShapes([1: nil])
    #expect(features.rows == [0, 2] && features.doubtful.isEmpty)
    #expect(features.loss.featuresTooSmall == 1)
  }

  @Test func shapesOfAnySortNeverTrap() throws {
    var random = SeededGenerator(seed: 99)
    let tile = try #require(TileAddress(zoom: 3, x: 4, y: 3))
    let odd = [.nan, .infinity, -.infinity, 1e300, -1e300, 1e12, 1e-300, 0, 2e7, -2e7]
    func number() -> Double {
      random.integer(0...9) == 0 ? odd[random.integer(0...9)] : random.number(-1e6...6e6)
    }
    for _ in 0..<300 {
      var column = GeometryColumn()
      for type in GeometryType.allCases where type != .geometryCollection {
        var shape = Geometry(empty: type)
        for _ in 0..<random.integer(0...2) {
          shape.appendPart(
            rings: (0..<random.integer(0...2)).map { _ in
              (0..<2 * random.integer(0...6)).map { _ in number() }
            })
        }
        column.append(shape)
      }
      column.append(nil)
      for tolerance in [0.0, 3] {
        var options = TileCutter.Options(zoom: 14)
        (options.tolerance, options.leastLength) = (tolerance, tolerance)
        let cutter = TileCutter(tile, options, nodes: BoundaryNodes(of: column))
        let features = cutter.cut(column, features: Array(0..<column.count))
        #expect(features.count <= column.count)
        let bytes = VectorTileWriter.write(TileLayer(name: "l", features))
        #expect(bytes.isEmpty == (features.count == 0))
        _ = TileClip(cutter.grid).clip(column, features: Array(0..<column.count)[...])
      }
    }
  }

  @Test(arguments: [10, 14]) func neighbouringTilesAgreeWhereTheyOverlap(zoom: Int) throws {
    var random = SeededGenerator(seed: UInt64(zoom))
    let west = try #require(TileAddress(zoom: zoom, longitude: 100.1, latitude: 25.1))
    let east = try #require(TileAddress(zoom: zoom, x: west.x + 1, y: west.y))
    let width = west.metres.width
    var seam = west.metres
    (seam.minX, seam.maxX) = (west.metres.maxX - width / 50, west.metres.maxX + width / 50)
    let column = Self.parcels(&random, in: seam, count: 400, radius: width / 400...width / 30)
    let nodes = BoundaryNodes(of: column)
    func vertices(_ tile: TileAddress, shift: Double) -> Set<[Double]> {
      let features = TileCutter(tile, nodes: nodes).cut(column, features: Array(0..<column.count))
      let xy = features.shapes.xy
      var vertices: Set<[Double]> = []
      for index in stride(from: 0, to: xy.count, by: 2) {
        let (x, y) = (xy[index] + shift, xy[index + 1])
        // Off the edges, where cuts are.
        if abs(x - 4096) < 63 && y > 0 && y < 4096 { vertices.insert([x, y]) }
      }
      return vertices
    }
    let (inWest, inEast) = (vertices(west, shift: 0), vertices(east, shift: 4096))
    #expect(inWest.count > 200)
    #expect(inWest.symmetricDifference(inEast).count <= inWest.count / 50)
  }
}
