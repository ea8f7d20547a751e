public import SimpleFeatures

/// How the raw numbers of a file look: which layouts occur, how often, and where first.
///
/// Of a stretch that is all alike only the box is looked at. Coordinates that are no finite number
/// or beyond 100 000 km are passed over: the guard refuses those shapes one by one.
public struct CoordinateTally: Hashable, Sendable {
  /// Vertices of one layout.
  struct Entry: Hashable, Sendable {
    /// How many.
    var count: Int
    /// The first of them, as it stands in the file.
    var first: Double
    var second: Double
    /// The line or record of the first, where it is known.
    var place: Int?
    /// The box around them: x the first number, y the second.
    var box: Envelope
  }

  /// What was found of each layout.
  private(set) var entries: [CoordinateLayout: Entry] = [:]

  /// Beyond this a number is absurd.
  private static let absurd = 1e8

  /// Nothing yet.
  public init() {}

  /// Takes a stretch of a file into account.
  public init(_ table: FeatureTable) {
    add(table)
  }

  /// Whether no usable coordinate was seen.
  public var isEmpty: Bool { entries.isEmpty }

  /// The number of vertices.
  public var vertexCount: Int { entries.values.reduce(0) { $0 + $1.count } }

  /// Takes a stretch of a file into account.
  public mutating func add(_ table: FeatureTable) {
    let shapes = table.shapes
    guard let box = shapes.envelope else { return }
    if isFinite(shapes.xy), let layout = Self.common(of: box) {
      let place = (0..<shapes.count).first { !shapes.vertices(of: $0).isEmpty }
      add(
        layout, count: shapes.vertexCount, first: shapes.xy[0], second: shapes.xy[1],
        place: place.flatMap { table.places.indices.contains($0) ? table.places[$0] : nil },
        box: box)
      return
    }
    for feature in 0..<shapes.count {
      let place = table.places.indices.contains(feature) ? table.places[feature] : nil
      for vertex in shapes.vertices(of: feature) {
        add(first: shapes.xy[2 * vertex], second: shapes.xy[2 * vertex + 1], place: place)
      }
    }
  }

  /// Takes one vertex into account.
  public mutating func add(first: Double, second: Double, place: Int? = nil) {
    guard first.magnitude < Self.absurd, second.magnitude < Self.absurd else { return }
    add(
      CoordinateLayout(first, second), count: 1, first: first, second: second, place: place,
      box: Envelope(minX: first, minY: second, maxX: first, maxY: second))
  }

  private mutating func add(
    _ layout: CoordinateLayout, count: Int, first: Double, second: Double, place: Int?,
    box: Envelope
  ) {
    let fresh = Entry(count: 0, first: first, second: second, place: place, box: box)
    entries[layout, default: fresh].count += count
    entries[layout, default: fresh].box = entries[layout, default: fresh].box.union(box)
  }

  /// The layout of all vertices in a box; `nil` where they may differ.
  private static func common(of box: Envelope) -> CoordinateLayout? {
    let low = CoordinateLayout(box.minX, box.minY)
    guard low != .outside, low == CoordinateLayout(box.maxX, box.maxY) else { return nil }
    // A wide easting may stand on either side of the narrow ones.
    if case .metres(_, isWide: true) = low { return nil }
    return low
  }

  private func isFinite(_ numbers: [Double]) -> Bool {
    numbers.allSatisfy { $0.magnitude < Self.absurd }
  }
}
