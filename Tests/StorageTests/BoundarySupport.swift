import GRDB
import Planning
import SimpleFeatures
@testable import Storage
import Terms
import TestSupport

/// A square of a side with its south-west corner at a place on the sample county's grid.
func square(_ x: Double, _ y: Double, side: Double = 10) -> Geometry {
  Geometry(polygon: [
    [x, y, x + side, y, x + side, y + side, x, y + side, x, y]
  ])
}

let gaussKruger37 = CoordinateSystemDefinition(
  epsg: 4525, name: "CGCS2000 / 3-degree Gauss-Kruger zone 37",
  wellKnownText: """
    PROJCS["CGCS2000 / 3-degree Gauss-Kruger zone 37",\
    GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",\
    SPHEROID["CGCS2000",6378137,298.257222101]],PRIMEM["Greenwich",0],\
    UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4490"]],\
    PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],\
    PARAMETER["central_meridian",111],PARAMETER["scale_factor",1],\
    PARAMETER["false_easting",37500000],PARAMETER["false_northing",0],UNIT["metre",1],\
    AUTHORITY["EPSG","4525"]]
    """)

/// A boundary for a batch: what is said, and the shape.
struct SampleBoundary {
  var record: BoundaryRecord
  var shape: Geometry?
  var layerShape: Geometry?
  var original: Geometry?

  init(
    _ number: String?, at corner: (Double, Double) = (37_516_000, 4_137_000), side: Double = 10,
    line: Int = 1, _ change: (inout ParcelStatement) -> Void = { _ in }
  ) {
    var statement = ParcelStatement(
      parcelID: number, place: SourcePlace(file: "界址点.txt", lineStart: line, lineEnd: line + 5))
    change(&statement)
    record = BoundaryRecord(statement: statement)
    record.planeSquareMetres = side * side
    record.ellipsoidalSquareMetres = side * side + 0.01
    shape = square(corner.0, corner.1, side: side)
  }

  static func batch(_ boundaries: [SampleBoundary]) -> BoundaryBatch {
    var shapes = GeometryColumn()
    var layerShapes = GeometryColumn()
    var originals: [Int: Geometry] = [:]
    for (index, boundary) in boundaries.enumerated() {
      shapes.append(boundary.shape)
      layerShapes.append(boundary.layerShape)
      originals[index] = boundary.original
    }
    let isMoved = boundaries.contains { $0.layerShape != nil }
    return BoundaryBatch(
      shapes: shapes, layerShapes: isMoved ? layerShapes : nil, originals: originals,
      records: boundaries.map(\.record))
  }
}

extension SampleStore {
  static func source(
    _ name: String = "界址点.txt", on date: String? = nil, plan: String? = nil,
    county: String? = "样县", quality: BoundaryQuality = .surveyed, epsg: Int = 4525
  ) -> BoundarySource {
    BoundarySource(
      file: SourceFile(name: name, sha256: "c0ffee", extractor: "yulin test"), quality: quality,
      date: date.flatMap { CalendarDate(iso: $0) }, epsg: epsg, county: county, plan: plan,
      placesAreLines: true)
  }

  /// Imports boundaries at an instant of a day in 2026.
  @discardableResult
  func add(
    _ boundaries: [SampleBoundary], from source: BoundarySource = SampleStore.source(),
    at instant: String = "2026-01-01", expecting count: Int = 0
  ) throws -> [BoundaryJoin] {
    try store.importBoundaries(
      from: source, definitions: [gaussKruger37], registerEPSG: 4525, expecting: count,
      recordedAt: "\(instant)T00:00:00.000Z"
    ) { try $0.append(SampleBoundary.batch(boundaries)) }
  }

  /// The parcels of a number.
  func parcels(_ number: String, at moment: Moment = .now) throws -> [ParcelRecord] {
    try store.read { PlotFolding.records(of: try $0.plots.facts(of: number, at: moment)) }
  }

  /// The boxes of the R-tree are those of the shapes, no more and no fewer; the extent is theirs.
  func indexFaults(_ table: String = "parcels") throws -> [String] {
    try store.queue.read { db in
      var faults: [String] = []
      let shapes = try BulkStatement(db, "SELECT fid, geom FROM \(table) WHERE geom NOT NULL")
      var boxes: [Int64: Envelope] = [:]
      while try shapes.step() {
        boxes[shapes.integer(0)] = shapes.withBytes(1) { GeometryBlob.envelope($0) }
      }
      let rows = try BulkStatement(
        db, "SELECT id, minx, maxx, miny, maxy FROM rtree_\(table)_geom")
      var count = 0
      while try rows.step() {
        count += 1
        guard let box = boxes[rows.integer(0)] else {
          faults.append("\(rows.integer(0)) has no shape")
          continue
        }
        let entry = PackedIndex.Entry(rows.integer(0), box)
        let seen = [1, 2, 3, 4].map { Float(rows.number($0) ?? .nan) }
        // SQLite widens by up to an ulp more than it must.
        let must = [entry.minX, entry.maxX, entry.minY, entry.maxY]
        for (index, (a, b)) in zip(seen, must).enumerated() {
          let isWide = index % 2 == 0 ? a <= b : a >= b
          if !isWide || abs(a - b) > 2 * b.ulp { faults.append("\(rows.integer(0)): \(a), \(b)") }
        }
      }
      if count != boxes.count { faults.append("\(count) boxes of \(boxes.count) shapes") }
      let check = try String.fetchAll(db, sql: "SELECT rtreecheck('rtree_\(table)_geom')")
      if check != ["ok"] { faults += check }
      let extent = try ExtentChange.extent(of: table, in: db)
      let all = boxes.values.reduce(nil as Envelope?) { $0?.union($1) ?? $1 }
      if extent != all { faults.append("extent \(String(describing: extent))") }
      return faults
    }
  }
}
