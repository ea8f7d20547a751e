internal import Foundation
internal import Indexing
internal import Projection
internal import SimpleFeatures
public import Tiling
internal import Topology

/// A layer of the register as the map shows it, as of a moment: shapes with their index in memory, and
/// the attributes that a tile has. Frozen once made.
public final class MapLayer: Sendable {
  /// The name in addresses: `parcels`, `layer_3`, `findings`.
  public let id: String
  /// The shapes in the layer's own coordinate system, with their index.
  let shapes: IndexedLayer
  /// The attributes, each with a value for every shape.
  let fields: [FieldColumn]
  /// The attributes that hold 0 and 1 for no and yes.
  let flags: Set<String>
  /// The numbers of the features in their table.
  let numbers: [Int]
  /// The coordinate system.
  let epsg: Int
  /// From the layer's system to longitude and latitude, and back.
  let toDegrees: CoordinateTransformation
  let fromDegrees: CoordinateTransformation
  /// The attribute by which features too small to be seen are told from one another.
  let classField: Int?

  /// A layer of features.
  ///
  /// - Parameters:
  ///   - invalid: the features whose shape is not valid; `nil` where nobody has judged them.
  ///   - classField: an attribute of `table`.
  init(
    id: String, _ table: FeatureTable, flags: Set<String>, epsg: Int, invalid: [Int]?,
    classField: String?
  ) throws {
    self.id = id
    fields = table.fields
    self.flags = flags
    numbers = table.places
    self.epsg = epsg
    let own = try Systems.system(epsg)
    let degrees = try Systems.system(4490)
    toDegrees = try Systems.transformation(from: own, to: degrees)
    fromDegrees = try Systems.transformation(from: degrees, to: own)
    shapes = try IndexedLayer(table.shapes, invalid: invalid)
    self.classField = classField.flatMap { name in
      table.fields.firstIndex { $0.name == name }
    }
  }

  /// An attribute's value for every shape.
  func values(of name: String) -> [FieldValue]? { fields.first { $0.name == name }?.values }

  /// How many features it has.
  public var count: Int { numbers.count }
}

/// A vector tile, and what it does not show.
public struct MapTile: Sendable {
  /// The tile; empty where nothing lies in it.
  public var bytes: [UInt8]
  /// How many features it has.
  public var count = 0
  /// What was left out or simplified.
  public var loss = TileLoss()
  /// How many features too small to be seen are shown by squares of their class.
  public var gathered = 0
}

extension MapLayer {
  /// The zoom from which on every feature is shown as it is.
  public static let wholeZoom = 14

  /// As many small features of a tile are drawn one by one.
  public static let fewGathered = 2_000

  /// A tile has at most so many features; the largest are kept.
  public static let most = 50_000

  /// The tile of an address.
  ///
  /// Up to zoom 13 outlines are simplified to one unit of 4096. What would be smaller there than two
  /// dots of the screen each way is, where a tile has much of it, not drawn one by one: squares of two
  /// dots take its place, as many of each class as the land of that class fills.
  ///
  /// - Throws: `TopologyFault` and `ProjectionError` where GEOS or PROJ cannot be set up.
  public func tile(_ address: TileAddress) throws -> MapTile {
    guard let box = try ownBox(of: address) else { return MapTile(bytes: []) }
    let found = shapes.features(meeting: box.envelope)
    guard !found.isEmpty else { return MapTile(bytes: []) }
    var (large, small) = (found, [Int]())
    if address.zoom < MapLayer.wholeZoom, classField != nil {
      let least = 2 * MapLayer.dot / box.unitsPerOwn
      (large, small) = ([], [])
      for feature in found {
        guard let own = shapes.envelope(of: feature) else { continue }
        if own.width * own.height < least * least {
          small.append(feature)
        } else {
          large.append(feature)
        }
      }
    }
    // A few that are small are drawn as they are: lonely ones would else not be seen at all.
    if small.count <= MapLayer.fewGathered { (large, small) = (found, []) }
    var features = try cut(large, address)
    features.limit(to: MapLayer.most)
    var tile = MapTile(bytes: [])
    tile.loss = features.loss
    let dust = try dust(of: small, address, unitsPerOwn: box.unitsPerOwn)
    tile.gathered = small.count
    tile.count = features.count + dust.rows.count
    tile.bytes = write(features, of: large, dust)
    return tile
  }

  /// The side of a dot of the screen in units of a tile.
  private static let dot = 16.0

  /// A tile's box, with its margin, in the layer's own system, and how many of the tile's units a
  /// unit of that system is.
  private func ownBox(
    of address: TileAddress
  ) throws -> (envelope: Envelope, unitsPerOwn: Double)? {
    let grid = TileGrid(address)
    let metres = grid.metres(buffer: 64)
    var points: [Double] = []
    for step in 0...8 {
      let (x, y) = (
        metres.minX + metres.width * Double(step) / 8,
        metres.minY + metres.height * Double(step) / 8
      )
      points += [x, metres.minY, x, metres.maxY, metres.minX, y, metres.maxX, y]
    }
    WebMercator.replaceMetres(&points)
    let moved = try fromDegrees.transform(points)
    guard moved.failures.isEmpty, let own = Envelope(around: moved.xy) else {
      // The tile reaches to where the layer's system is not defined: all of the layer may be in it.
      guard let all = shapes.shapes.envelope else { return nil }
      let degrees = try toDegrees.transform([all.minX, all.minY, all.maxX, all.maxY])
      guard degrees.failures.isEmpty else { return nil }
      var corners = degrees.xy
      WebMercator.replaceDegrees(&corners)
      let width = abs(corners[2] - corners[0]) * grid.unitsPerMetre
      return (all, all.width > 0 ? width / all.width : 1)
    }
    return (own, (metres.width * grid.unitsPerMetre) / own.width)
  }

  /// Features in metres of Web Mercator.
  private func mercator(_ features: [Int]) throws -> GeometryColumn {
    var column = shapes.shapes.selecting(features)
    try toDegrees.transform(&column)
    var xy = column.xy
    WebMercator.replaceDegrees(&xy)
    column.replaceCoordinates(with: xy)
    return column
  }

  /// Cuts features with a tile; those that rounding makes invalid are mended by snap rounding.
  private func cut(_ features: [Int], _ address: TileAddress) throws -> TileFeatures {
    guard !features.isEmpty else { return TileFeatures() }
    let column = try mercator(features)
    let isWhole = address.zoom >= MapLayer.wholeZoom
    let cutter = TileCutter(address, nodes: isWhole ? nil : BoundaryNodes(of: column))
    let parts = Locked<[Int: TileFeatures]>([:])
    let all = Array(0..<column.count)
    ParallelStretches.run(
      over: all.count, workers: all.count > 400 ? ProcessorCount.available : 1
    ) { stretch in
      let part = cutter.cut(column, features: all[stretch])
      parts.withLock { $0[stretch.lowerBound] = part }
    }
    let done = parts.withLock { $0 }
    var tile = TileFeatures(joining: done.keys.sorted().compactMap { done[$0] })
    try mend(&tile)
    return tile
  }

  private func mend(_ tile: inout TileFeatures) throws {
    guard !tile.doubtful.isEmpty else { return }
    let engine = try GeometryEngine()
    var mended: [Int: Geometry?] = [:]
    for place in tile.doubtful {
      guard let shape = tile.shapes[place], try engine.validityFault(of: shape) != nil else {
        continue
      }
      let valid = try? engine.repaired(shape).geometry
      mended[place] = .some(try? valid.map { try engine.unaryUnion($0, gridSize: 1) })
    }
    tile.replaceShapes(mended)
  }

  /// Squares of two dots in the place of features that are smaller, and the row of each.
  private func dust(
    of features: [Int], _ address: TileAddress, unitsPerOwn: Double
  ) throws -> (shapes: GeometryColumn, rows: [Int]) {
    var (squares, rows) = (GeometryColumn(), [Int]())
    guard !features.isEmpty, let classField else { return (squares, rows) }
    var centres: [Double] = []
    var areas: [Double] = []
    for feature in features {
      guard let box = shapes.envelope(of: feature) else { continue }
      centres += [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2]
      areas.append(box.width * box.height * unitsPerOwn * unitsPerOwn)
    }
    var moved = try toDegrees.transform(centres).xy
    WebMercator.replaceDegrees(&moved)
    let grid = TileGrid(address)
    let side = 2 * MapLayer.dot
    var gathered: [FieldValue: Double] = [:]
    for (index, feature) in features.enumerated() {
      let value = fields[classField].values[feature]
      let sum = gathered[value, default: side * side / 2] + areas[index]
      guard sum >= side * side else {
        gathered[value] = sum
        continue
      }
      gathered[value] = sum - side * side
      let place = grid.units(x: moved[2 * index], y: moved[2 * index + 1])
      let (x, y) = ((place.x - side / 2).rounded(), (place.y - side / 2).rounded())
      guard x > -64, y > -64, x < 4096 + 32, y < 4096 + 32 else { continue }
      for corner in [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)] {
        squares.appendVertex(x: corner.0, y: corner.1)
      }
      squares.finishRing()
      squares.finishPart()
      squares.finishFeature(.polygon)
      rows.append(feature)
    }
    return (squares, rows)
  }

  /// Writes the tile: whole features with all attributes, squares with their class alone.
  private func write(
    _ features: TileFeatures, of cut: [Int], _ dust: (shapes: GeometryColumn, rows: [Int])
  ) -> [UInt8] {
    let all = features.rows.map { cut[$0] } + dust.rows
    var columns: [FieldColumn] = []
    for (index, field) in fields.enumerated() {
      let isClass = index == classField
      columns.append(
        FieldColumn(
          name: field.name,
          values: all.enumerated().map { place, row in
            place < features.count || isClass ? field.values[row] : .none
          }))
    }
    if !dust.rows.isEmpty {
      columns.append(
        FieldColumn(
          name: "gathered",
          values: all.indices.map { $0 < features.count ? .none : .integer(1) }))
    }
    var layer = TileLayer(
      name: id, features, fields: columns,
      identifiers: all.enumerated().map { place, row in
        place < features.count ? UInt64(numbers[row]) : UInt64.max - UInt64(place)
      }, flags: flags.union(["gathered"]))
    for index in 0..<dust.shapes.count { layer.shapes.append(dust.shapes[index]) }
    layer.rows = Array(all.indices)
    return VectorTileWriter.write(layer)
  }
}
