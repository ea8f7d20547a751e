public import SimpleFeatures

/// Makes the features of one layer in one tile: simplified, cut, rounded and looked at.
///
/// Shapes come in metres of EPSG:3857. Whether something is too small and which vertices are left
/// out is decided on the whole shape in these metres, before it is cut, so that neighbouring tiles
/// decide alike. A cutter keeps no state: several threads may work on stretches of the features,
/// which ``TileFeatures/init(joining:)`` puts together.
public struct TileCutter: Sendable {
  /// What is cut and how much is left out.
  public struct Options: Hashable, Sendable {
    /// Units along a side of the tile.
    public var extent = 4096
    /// The margin in units.
    public var buffer = 64
    /// How far the outline may be off, in units; 0 leaves out only what rounding makes equal or
    /// puts in line.
    public var tolerance = 0.0
    /// Rings of less area are left out, in square units.
    public var leastArea = 0.0
    /// Lines of less length are left out, in units.
    public var leastLength = 0.0

    /// All that a zoom can show: from 14 on everything, before that an outline to one unit, no
    /// areas of less than four square units and no lines of less than two units.
    public init(zoom: Int) {
      guard zoom < 14 else { return }
      (tolerance, leastArea, leastLength) = (1, 4, 2)
    }
  }

  /// The tile's units.
  public let grid: TileGrid
  /// What is left out.
  public let options: Options
  /// The nodes of the layer's boundaries; without them the same boundary of two areas may be
  /// simplified in two ways.
  public let nodes: BoundaryNodes?

  /// A cutter.
  ///
  /// - Parameters:
  ///   - options: `nil` for those of the tile's zoom.
  ///   - nodes: those of the column that is cut; not needed where the tolerance is 0.
  public init(_ address: TileAddress, _ options: Options? = nil, nodes: BoundaryNodes? = nil) {
    let options = options ?? Options(zoom: address.zoom)
    self.options = options
    grid = TileGrid(address, extent: options.extent)
    self.nodes = nodes
  }

  /// Makes the features of a tile.
  ///
  /// - Parameters:
  ///   - column: shapes in metres of EPSG:3857, rings closed.
  ///   - features: those that may meet the tile; others cost a look at their box.
  /// - Precondition: the nodes, where there are any, are those of the column.
  public func cut(_ column: GeometryColumn, features: ArraySlice<Int>) -> TileFeatures {
    var output = TileFeatures()
    var work = FeatureCutting(self)
    for feature in features { work.cut(feature, of: column, into: &output) }
    output.loss.verticesRemoved += work.removed
    return output
  }

  /// Makes the features of a tile.
  public func cut(_ column: GeometryColumn, features: [Int]) -> TileFeatures {
    cut(column, features: features[...])
  }
}

/// The work on one feature after the other, with the room it needs.
struct FeatureCutting {
  /// What is looked at before a shape is cut, in metres and square metres.
  private struct Limits {
    /// The tile with its margin, and alone.
    let margin: ClipBox
    let tile: ClipBox
    let leastArea: Double
    let leastLength: Double
  }

  private let grid: TileGrid
  private let nodes: BoundaryNodes?
  /// The tile with its margin in units.
  private let box: ClipBox
  private let limits: Limits
  private let simplifies: Bool
  private var simplification: BoundarySimplification
  private var rounding = ShapeRounding()
  private var kept: [Int] = []
  private var ring: [Double] = []
  private var spare: [Double] = []
  private var removedByRounding = 0
  /// Parts and holes of the feature at hand that are too small.
  private var tooSmall = 0

  /// Vertices left out so far.
  var removed: Int { removedByRounding + simplification.removed }

  init(_ cutter: TileCutter) {
    let (grid, options) = (cutter.grid, cutter.options)
    self.grid = grid
    nodes = cutter.nodes
    box = TileClip(grid, buffer: options.buffer).box
    let unit = 1 / grid.unitsPerMetre
    limits = Limits(
      margin: ClipBox(grid.metres(buffer: options.buffer)),
      tile: ClipBox(grid.metres(buffer: 0)), leastArea: options.leastArea * unit * unit,
      leastLength: options.leastLength * unit)
    simplifies = options.tolerance > 0
    simplification = BoundarySimplification(tolerance: options.tolerance * unit, box: limits.margin)
  }

  /// Adds what is left of a feature.
  mutating func cut(_ feature: Int, of column: GeometryColumn, into output: inout TileFeatures) {
    guard let type = column.types[feature], let dimension = type.dimension else { return }
    rounding.shape.removeAll()
    tooSmall = 0
    let removedBefore = (removedByRounding, simplification.removed)
    let (xy, offsets) = (column.xy.span, column.ringOffsets.span)
    for part in column.parts(of: feature) {
      let rings = Int(column.partOffsets[part])..<Int(column.partOffsets[part + 1])
      let isFinite =
        dimension == 2
        ? addArea(rings, offsets, xy) : addLinesOrPoints(rings, offsets, xy, dimension)
      guard isFinite else {
        (removedByRounding, simplification.removed) = removedBefore
        output.loss.featuresNotFinite += 1
        return
      }
    }
    guard rounding.shape.partCount > 0 else {
      (removedByRounding, simplification.removed) = removedBefore
      if tooSmall > 0 { output.loss.featuresTooSmall += 1 }
      return
    }
    output.loss.partsTooSmall += tooSmall
    rounding.finish(type, row: feature, into: &output)
  }

  /// Adds a part of an area; false where a coordinate is not finite.
  private mutating func addArea(
    _ rings: Range<Int>, _ offsets: Span<Int32>, _ xy: Span<Double>
  ) -> Bool {
    let before = rounding.shape.ringCount
    for number in rings {
      let vertices = Int(offsets[number])..<Int(offsets[number + 1])
      let extent = RingExtent(xy, vertices)
      guard extent.isFinite else { return false }
      let isShell = number == rings.lowerBound
      if extent.meets(limits.margin) { add(ring: vertices, extent, isShell: isShell, xy) }
      // The holes go with their shell.
      if isShell && rounding.shape.ringCount == before { return true }
    }
    if rounding.shape.ringCount > before { rounding.shape.finishPart() }
    return true
  }

  private mutating func add(
    ring vertices: Range<Int>, _ extent: RingExtent, isShell: Bool, _ xy: Span<Double>
  ) {
    if limits.leastArea > 0,
      extent.area < limits.leastArea || RingExtent.doubledArea(xy, vertices) < 2 * limits.leastArea
    {
      if extent.meets(limits.tile) { tooSmall += 1 }
      return
    }
    if simplifies {
      simplification.simplify(
        ring: vertices, xy, nodes: nodes, isWithin: extent.lies(in: limits.margin), into: &kept)
      fillKept(xy)
    } else {
      fill(vertices, xy)
      // The closing vertex is implied.
      let last = ring.count - 2
      if last > 0 && ring[last] == ring[0] && ring[last + 1] == ring[1] { ring.removeLast(2) }
    }
    guard ring.count >= 6 else {
      if extent.meets(limits.tile) { tooSmall += 1 }
      return
    }
    if !extent.lies(in: limits.margin) { box.cut(ring: &ring, spare: &spare) }
    guard ring.count >= 6 else { return }
    guard let removed = rounding.shape.append(ring: ring, isShell: isShell) else {
      if extent.meets(limits.tile) && isSeen { tooSmall += 1 }
      return
    }
    removedByRounding += removed
  }

  /// Whether a vertex of the ring at hand lies in the tile.
  private var isSeen: Bool {
    let range = 0...Double(grid.extent)
    return stride(from: 0, to: ring.count - 1, by: 2).contains {
      range.contains(ring[$0]) && range.contains(ring[$0 + 1])
    }
  }

  /// Adds a line or a point; false where a coordinate is not finite.
  private mutating func addLinesOrPoints(
    _ rings: Range<Int>, _ offsets: Span<Int32>, _ xy: Span<Double>, _ dimension: Int
  ) -> Bool {
    for number in rings {
      let vertices = Int(offsets[number])..<Int(offsets[number + 1])
      let extent = RingExtent(xy, vertices)
      guard extent.isFinite else { return false }
      guard extent.meets(limits.margin) else { continue }
      guard dimension == 1 else {
        fill(vertices, xy)
        if box.contains(ring[0], ring[1]) { rounding.shape.append(pointX: ring[0], y: ring[1]) }
        continue
      }
      if limits.leastLength > 0, RingExtent.isShorter(xy, vertices, than: limits.leastLength) {
        if extent.meets(limits.tile) { tooSmall += 1 }
        continue
      }
      if simplifies {
        simplification.simplify(line: vertices, xy, nodes: nodes, into: &kept)
        fillKept(xy)
      } else {
        fill(vertices, xy)
      }
      add(line: extent)
    }
    return true
  }

  /// Adds what is left of the line at hand.
  private mutating func add(line extent: RingExtent) {
    guard !extent.lies(in: limits.margin) else {
      if let removed = rounding.shape.append(line: ring) {
        removedByRounding += removed
      } else if extent.meets(limits.tile) {
        tooSmall += 1
      }
      return
    }
    var (part, removed) = ([Double](), 0)
    let line = ring
    box.cut(line: line.span) {
      part.append($0.x)
      part.append($0.y)
    } end: {
      removed += rounding.shape.append(line: part) ?? 0
      part.removeAll(keepingCapacity: true)
    }
    removedByRounding += removed
  }

  /// Moves vertices into the tile's units, without the closing one.
  private mutating func fill(_ vertices: Range<Int>, _ xy: Span<Double>) {
    let grid = grid
    ring.removeAll(keepingCapacity: true)
    ring.append(addingCapacity: 2 * vertices.count) { output in
      for vertex in vertices {
        let (x, y) = grid.units(x: xy[2 * vertex], y: xy[2 * vertex + 1])
        output.append(x)
        output.append(y)
      }
    }
  }

  private mutating func fillKept(_ xy: Span<Double>) {
    let grid = grid
    ring.removeAll(keepingCapacity: true)
    ring.append(addingCapacity: 2 * kept.count) { output in
      for vertex in kept {
        let (x, y) = grid.units(x: xy[2 * vertex], y: xy[2 * vertex + 1])
        output.append(x)
        output.append(y)
      }
    }
  }
}
