internal import GRDB
internal import Planning
internal import Terms

/// What a boundary record says, made ready for the columns of `parcel_boundary`.
///
/// Plain columns are filled as they are; a JSON text is made only of what they cannot carry.
struct BoundaryRow: Sendable {
  let record: BoundaryRecord
  let use: LandUse?
  let extras: String?
  let json: String?
  let repair: String?

  init(_ record: BoundaryRecord, coder: RecordCoder) throws {
    self.record = record
    let statement = record.statement
    use = statement.landUse.first
    extras = statement.extras.isEmpty ? nil : BoundaryRow.text(of: statement.extras)
    json = BoundaryRow.isPlain(statement) ? nil : try coder.text(statement)
    repair = try record.repair.map(coder.text)
  }

  /// Whether the plain columns carry all of a statement.
  private static func isPlain(_ statement: ParcelStatement) -> Bool {
    statement.landUse.count <= 1 && !statement.keepsCurrentUse && statement.conditions.isEmpty
      && statement.previous == nil && statement.parentID == nil
      && statement.boundaryDescription == nil && statement.area?.isApproximate != true
      && statement.indicators.values.allSatisfy { interval in
        interval.lower?.inclusive != false && interval.upper?.inclusive != false
          && (interval.lower != nil || interval.upper != nil)
      }
  }

  /// Attributes as a JSON object, the keys sorted.
  private static func text(of extras: [String: String]) -> String {
    var text = "{"
    for key in extras.keys.sorted() {
      if text.utf8.count > 1 { text += "," }
      append(key, to: &text)
      text += ":"
      append(extras[key] ?? "", to: &text)
    }
    return text + "}"
  }

  private static func append(_ value: String, to text: inout String) {
    text += "\""
    if value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
      text += value
    } else {
      for scalar in value.unicodeScalars {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case _ where scalar.value < 0x20:
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }

  /// Binds the columns by which versions are compared, in the order of ``RegisterColumns/boundary``.
  func bind(_ columns: RegisterColumns, to statement: BulkStatement) {
    let said = record.statement
    statement.bind(said.parcelID)
    statement.bind(said.plan)
    statement.bind(said.name)
    statement.bind(said.location)
    statement.bind(said.document)
    statement.bind(use?.scheme.rawValue)
    statement.bind(use?.code)
    statement.bind(use?.name)
    statement.bind(use.map(\.codeInferred))
    statement.bind(said.area?.squareMetres)
    statement.bind(said.area?.text)
    statement.bind(extras)
    statement.bind(json)
    statement.bind(record.planeSquareMetres)
    statement.bind(record.ellipsoidalSquareMetres)
    statement.bind(record.fault?.reason)
    statement.bind(record.fault?.x)
    statement.bind(record.fault?.y)
    statement.bind(repair)
    bindIndicators(columns, to: statement)
  }

  /// Binds both ends of every indicator.
  func bindIndicators(_ columns: RegisterColumns, to statement: BulkStatement) {
    let indicators = record.statement.indicators
    guard !indicators.isEmpty else {
      return statement.bindNothing(times: 2 * columns.indicators.count)
    }
    for column in columns.indicators {
      let interval = column.interval(in: indicators)
      statement.bind(interval?.lower?.value)
      statement.bind(interval?.upper?.value)
    }
  }

  /// The texts by which the parcel is found, in one.
  var searchText: String? {
    let said = record.statement
    guard
      said.name != nil || said.location != nil || said.plan != nil
        || said.boundaryDescription != nil || !said.extras.isEmpty
    else { return nil }
    let text = SearchText.joined(
      [said.name, said.location, said.plan, said.boundaryDescription]
        + said.extras.values.map(Optional.some))
    return text.isEmpty ? nil : text
  }

  /// The codes and names of the land uses, in one.
  var useText: String? {
    let uses = record.statement.landUse
    guard !uses.isEmpty else { return nil }
    let text = SearchText.joined(uses.flatMap { [$0.code, $0.name] })
    return text.isEmpty ? nil : text
  }
}

/// The statements that are run for every boundary of a file.
final class BoundaryStatements {
  let columns: RegisterColumns
  let boundary: BulkStatement
  let shape: BulkStatement
  let parcel: BulkStatement
  private let find: BulkStatement
  private let compare: BulkStatement
  private let stated: BulkStatement

  /// A version that the register has.
  struct Version {
    var id: Int64
    var series: Int64
    var version: Int
    var importID: Int64
    var date: String?
    var quality: String?
  }

  init(_ db: Database, _ columns: RegisterColumns) throws {
    self.columns = columns
    let names =
      [
        "id", "series", "version", "import_id", "plot_key", "plan_key", "county", "search",
        "search_use", "line_start", "line_end",
      ] + columns.boundary
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    boundary = try BulkStatement(
      db, "INSERT INTO parcel_boundary (\(names.joined(separator: ", "))) VALUES (\(marks))")
    shape = try BulkStatement(db, "INSERT INTO boundary_shape VALUES (?, ?, ?, ?, ?)")
    parcel = try BulkStatement(db, columns.parcels.insertionWithShape)
    find = try BulkStatement(
      db,
      """
      SELECT b.id, b.series, b.version, b.import_id, i.date, i.quality
      FROM parcel_boundary b JOIN boundary_import i ON i.id = b.import_id
      WHERE b.plot_key = ?1 AND b.plan_key IS ?2
      AND (b.county IS NULL OR ?3 IS NULL OR b.county = ?3) AND (?5 OR b.location IS ?4)
      ORDER BY b.id
      """)
    let same = columns.boundary.map { "b.\($0) IS ?" }.joined(separator: " AND ")
    compare = try BulkStatement(
      db,
      """
      SELECT 1 FROM parcel_boundary b JOIN boundary_shape s ON s.id = b.id
      WHERE b.id = ? AND \(same) AND s.type IS ? AND s.geom IS ? AND s.original IS ?
      """)
    stated = try BulkStatement(
      db,
      """
      SELECT county, plan_key, location, plan FROM parcels
      WHERE plot_key = ? AND \(LayerTable.isStated)
      """)
  }

  /// The versions of one county, number and plan, in the order in which they were recorded.
  func versions(
    key: String, planKey: String?, county: String?, location: String?, isNumber: Bool
  ) throws -> [Version] {
    find.bind(key)
    find.bind(planKey)
    find.bind(county)
    find.bind(location)
    find.bind(isNumber)
    var versions: [Version] = []
    while try find.step() {
      versions.append(
        Version(
          id: find.integer(0), series: find.integer(1), version: Int(find.integer(2)),
          importID: find.integer(3), date: find.text(4), quality: find.text(5)))
    }
    guard let series = versions.first?.series else { return [] }
    return versions.filter { $0.series == series }
  }

  /// Whether a version says and shows the same.
  func isSame(
    _ id: Int64, _ item: EncodedBoundaries.Item, in buffer: [UInt8]
  ) throws -> Bool {
    compare.bind(id)
    item.row.bind(columns, to: compare)
    compare.bind(item.shape.type)
    return try compare.execute(
      blobs: [item.shape.geometry, item.shape.original], of: buffer)
  }

  /// The parcels under a key of which documents speak, and the names of their plans.
  func statedParcels(
    key: String, isNumber: Bool
  ) throws -> (parcels: Set<ParcelIdentity>, planNames: [String: String]) {
    stated.bind(key)
    var parcels: Set<ParcelIdentity> = []
    var names: [String: String] = [:]
    while try stated.step() {
      let planKey = stated.text(1)
      parcels.insert(
        PlotFolding.identity(
          county: stated.text(0), planKey: planKey, location: stated.text(2), isNumber: isNumber))
      if let planKey, let name = stated.text(3) { names[planKey] = name }
    }
    return (parcels, names)
  }
}
