internal import GRDB
internal import SimpleFeatures

/// An R-tree written at once from all its boxes, instead of box by box.
///
/// The nodes are written into the tables behind SQLite's virtual table, packed full after
/// sort-tile-recursive order: 190 000 boxes take a tenth of a second instead of one and more, and
/// the tree answers faster than a grown one.
///
/// Sources: the head of SQLite's `ext/rtree/rtree.c` (nodes: depth, count, then identifier and four
/// 32-bit floats a cell, big-endian; lower ends rounded down, upper ends up); Leutenegger et al.,
/// STR: A Simple and Efficient Algorithm for R-Tree Packing (1997).
struct PackedIndex {
  /// A box of the tree and the row it stands for.
  struct Entry {
    var id: Int64
    var minX: Float
    var maxX: Float
    var minY: Float
    var maxY: Float

    init(_ id: Int64, _ box: Envelope) {
      self.id = id
      minX = Entry.down(box.minX)
      maxX = Entry.up(box.maxX)
      minY = Entry.down(box.minY)
      maxY = Entry.up(box.maxY)
    }

    /// The node around a run of entries.
    init(_ id: Int64, around entries: ArraySlice<Entry>) {
      self.id = id
      minX = .infinity
      maxX = -.infinity
      minY = .infinity
      maxY = -.infinity
      for entry in entries {
        minX = min(minX, entry.minX)
        maxX = max(maxX, entry.maxX)
        minY = min(minY, entry.minY)
        maxY = max(maxY, entry.maxY)
      }
    }

    /// A box as the tree has it.
    fileprivate init(_ row: BulkStatement) {
      id = row.integer(0)
      minX = Float(row.number(1) ?? 0)
      maxX = Float(row.number(2) ?? 0)
      minY = Float(row.number(3) ?? 0)
      maxY = Float(row.number(4) ?? 0)
    }

    private static func down(_ value: Double) -> Float {
      let rounded = Float(value)
      return Double(rounded) > value ? rounded.nextDown : rounded
    }

    private static func up(_ value: Double) -> Float {
      let rounded = Float(value)
      return Double(rounded) < value ? rounded.nextUp : rounded
    }
  }

  /// The most cells that SQLite puts into a node, whatever the page.
  private static let capacity = 51
  private static let cellSize = 24

  /// The boxes that a tree has.
  static func entries(of index: SpatialIndex, in db: Database) throws -> [Entry] {
    let rows = try BulkStatement(db, "SELECT id, minx, maxx, miny, maxy FROM \(index.name)")
    var entries: [Entry] = []
    while try rows.step() { entries.append(Entry(rows)) }
    return entries
  }

  /// Writes the tree of these boxes in place of all that the index has.
  static func write(_ entries: [Entry], to index: SpatialIndex, in db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM \(index.name)_node; DELETE FROM \(index.name)_rowid;
        DELETE FROM \(index.name)_parent;
        """)
    let nodeStatement = try BulkStatement(db, "INSERT INTO \(index.name)_node VALUES (?, ?)")
    let parentStatement = try BulkStatement(db, "INSERT INTO \(index.name)_parent VALUES (?, ?)")
    var level = inTiles(entries)
    var homes: [(row: Int64, node: Int64)] = []
    homes.reserveCapacity(entries.count)
    var depth = 0
    // Node 1 is the root; the others are counted on from it.
    var nextNode: Int64 = 2
    while true {
      let isRoot = level.count <= capacity
      var above: [Entry] = []
      for start in stride(from: 0, to: max(level.count, 1), by: capacity) {
        let cells = level[start..<min(start + capacity, level.count)]
        let node = isRoot ? 1 : nextNode
        if !isRoot { nextNode += 1 }
        let bytes = bytes(of: cells, depth: isRoot ? depth : 0)
        nodeStatement.bind(node)
        try nodeStatement.execute(blobs: [0..<bytes.count], of: bytes)
        for cell in cells {
          if depth == 0 {
            homes.append((cell.id, node))
          } else {
            parentStatement.bind(cell.id)
            parentStatement.bind(node)
            try parentStatement.execute()
          }
        }
        above.append(Entry(node, around: cells))
      }
      guard !isRoot else { break }
      level = depth == 0 ? above : inTiles(above)
      depth += 1
    }
    homes.sort { $0.row < $1.row }
    let rowStatement = try BulkStatement(db, "INSERT INTO \(index.name)_rowid VALUES (?, ?)")
    for home in homes {
      rowStatement.bind(home.row)
      rowStatement.bind(home.node)
      try rowStatement.execute()
    }
  }

  /// The entries in slices from west to east, and in each from south to north.
  private static func inTiles(_ entries: [Entry]) -> [Entry] {
    let nodes = (entries.count + capacity - 1) / capacity
    guard nodes > 1 else { return entries }
    let slices = Int(Double(nodes).squareRoot().rounded(.up))
    let width = slices * capacity
    var order = (0..<UInt64(entries.count)).map { index in
      key(entries[Int(index)].minX + entries[Int(index)].maxX) << 32 | index
    }
    order.sort()
    for start in stride(from: 0, to: order.count, by: width) {
      let slice = start..<min(start + width, order.count)
      for place in slice {
        let index = order[place] & 0xFFFF_FFFF
        order[place] = key(entries[Int(index)].minY + entries[Int(index)].maxY) << 32 | index
      }
      order[slice].sort()
    }
    return order.map { entries[Int($0 & 0xFFFF_FFFF)] }
  }

  /// A whole number in the order of the number: sorted faster than what is compared by a closure.
  private static func key(_ number: Float) -> UInt64 {
    let bits = number.bitPattern
    return UInt64(number.sign == .minus ? ~bits : bits | 1 << 31)
  }

  private static func bytes(of cells: ArraySlice<Entry>, depth: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 + capacity * cellSize)
    func append(_ value: some FixedWidthInteger & UnsignedInteger, _ width: Int) {
      for shift in stride(from: 8 * (width - 1), through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: value >> shift))
      }
    }
    append(UInt16(depth), 2)
    append(UInt16(cells.count), 2)
    for cell in cells {
      append(UInt64(bitPattern: cell.id), 8)
      for value in [cell.minX, cell.maxX, cell.minY, cell.maxY] { append(value.bitPattern, 4) }
    }
    bytes += [UInt8](repeating: 0, count: 4 + capacity * cellSize - bytes.count)
    return bytes
  }
}
