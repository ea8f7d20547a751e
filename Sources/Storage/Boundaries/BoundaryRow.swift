internal import Planning

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
      let interval = column.indicator.flatMap { indicators[$0] }
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
