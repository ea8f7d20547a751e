internal import Answers
internal import Indexing
public import Planning
internal import Projection
internal import SimpleFeatures
internal import Storage
internal import Topology

/// Which layers are laid over each other, and how.
public struct OverlayRequest: Sendable {
  /// `parcels`, or the name of a reference layer.
  public var first: String
  /// Likewise; the same for what overlaps within a layer.
  public var second: String
  /// The moment asked about.
  public var moment = Moment.now
  /// Pairs with more than this area in common are told, in square metres.
  public var minimumArea = 1.0
  /// When a pair is a sliver.
  public var slivers = PlaceQuestion.usual.slivers
  /// The fields that tell the features of the first and the second layer; `nil` to find one.
  public var idFields: (first: String?, second: String?) = (nil, nil)
  /// The fields of land-use codes; `nil` to find one.
  public var useFields: (first: String?, second: String?) = (nil, nil)
  /// Whether uses are told.
  public var wantsUses = false

  /// Two layers.
  public init(_ first: String, _ second: String) {
    self.first = first
    self.second = second
  }
}

/// Two layers in columns, laid over each other.
struct LayerOverlay: Sendable {
  let first: LayerColumns
  let second: LayerColumns
  /// Whether they are one layer.
  let isWithin: Bool

  init(_ request: OverlayRequest, in register: LandRegister) throws {
    isWithin = request.first == request.second
    let wantsUses = request.wantsUses
    let epsg = try register.store.read { try $0.registerEPSG() }
    let plane = try epsg.flatMap { try Systems.system($0).isProjected ? $0 : nil }
    first = try LayerColumns(
      request.first, idField: request.idFields.first, useField: request.useFields.first,
      wantsUses: wantsUses, epsg: plane, at: request.moment, in: register)
    guard !isWithin else {
      second = first
      return
    }
    second = try LayerColumns(
      request.second, idField: request.idFields.second, useField: request.useFields.second,
      wantsUses: wantsUses, epsg: first.epsg, at: request.moment, in: register)
  }

  /// The pairs with more than an area in common.
  func pairs(minimumArea: Double) throws -> OverlapPairs {
    let options = OverlapOptions(
      minimumArea: minimumArea, invalidFirst: first.knownInvalid,
      invalidSecond: second.knownInvalid)
    return isWithin
      ? try Overlap.pairs(within: first.shapes, options: options)
      : try Overlap.pairs(first.shapes, second.shapes, options: options)
  }

  /// The land that a pair has in common, as GEOS makes it; lines along which both only touch are left
  /// out.
  func shape(_ a: Int32, _ b: Int32, _ engine: GeometryEngine) throws -> Geometry {
    guard let one = first.shapes[Int(a)], let other = second.shapes[Int(b)] else {
      return Geometry(empty: .polygon)
    }
    return try engine.intersection(one, other).areas
  }

  /// The pairs that are slivers: of those small enough the shape is made, on several threads, and its
  /// perimeter measured.
  func slivers(of pairs: OverlapPairs, _ thresholds: SliverThresholds) throws -> [Int] {
    let small = (0..<pairs.count).filter { pairs.areas[$0] <= thresholds.area }
    var slivers: [Int] = []
    let stretch = 256
    try OrderedChunks.run(
      workers: ProcessorCount.available, prepare: { try GeometryEngine() },
      make: { engine, chunk -> [Int]? in
        let start = chunk * stretch
        guard start < small.count else { return nil }
        return try small[start..<min(start + stretch, small.count)].filter { pair in
          let shape = try shape(pairs.first[pair], pairs.second[pair], engine)
          return thresholds.isSliver(
            area: pairs.areas[pair], perimeter: try engine.length(of: shape))
        }
      },
      receive: { slivers += $0 })
    return slivers
  }

  /// How much of each feature of the first layer lies on the second, each point once.
  ///
  /// Where no features of the second layer overlap it is the sum of the pairs. Where some do, the
  /// land they cover is made one shape first.
  func coveredOfFirst(_ pairs: OverlapPairs) throws -> [Double] {
    try LayerOverlay.covered(
      first.shapes, pairs.first, second.shapes, pairs.second, pairs.areas)
  }

  /// How much of each feature of the second layer lies under the first.
  func coveredOfSecond(_ pairs: OverlapPairs) throws -> [Double] {
    try LayerOverlay.covered(
      second.shapes, pairs.second, first.shapes, pairs.first, pairs.areas)
  }

  private static func covered(
    _ own: GeometryColumn, _ ownFeatures: [Int32], _ others: GeometryColumn,
    _ otherFeatures: [Int32], _ areas: [Double]
  ) throws -> [Double] {
    var sums = Array(repeating: ExactSum(), count: own.count)
    for (feature, area) in zip(ownFeatures, areas) { sums[Int(feature)].add(area) }
    var covered = sums.map(\.value)
    let doubled = try Overlap.pairs(within: others)
    guard doubled.count > 0 else { return covered }
    let overlapping = Set(doubled.first).union(doubled.second)
    var met: [Int32: [Int32]] = [:]
    for (feature, other) in zip(ownFeatures, otherFeatures) where overlapping.contains(other) {
      met[feature, default: []].append(other)
    }
    let engine = try GeometryEngine()
    for (feature, several) in met where several.count > 1 {
      guard let shape = own[Int(feature)] else { continue }
      let shapes = several.compactMap { others[Int($0)] }
      let union = try engine.unaryUnion(Geometry(collection: shapes))
      let once = try engine.area(of: engine.intersection(shape, union))
      let all = try shapes.map { try engine.area(of: engine.intersection(shape, $0)) }
      covered[Int(feature)] += once - ExactSum.of(all)
    }
    return covered
  }
}

/// Tells many texts apart.
enum UniqueTexts {
  /// Whether no text stands twice: by their hashes in order, which is several times as fast as a set;
  /// where two are alike, by the texts themselves.
  static func areUnique(_ texts: [String]) -> Bool {
    let hashes = texts.map(\.hashValue).sorted()
    let areApart = zip(hashes, hashes.dropFirst()).allSatisfy { $0 != $1 }
    return areApart || Set(texts).count == texts.count
  }
}
