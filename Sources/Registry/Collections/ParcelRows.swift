internal import Answers
internal import Characters
internal import Planning
internal import SimpleFeatures
internal import Storage

/// The parcels of a moment as features with the columns of their layer.
///
/// What is in force now stands in a table. Of another moment only those plots are folded from the
/// history of which some fact is in force at one of the two moments and not at the other; the others
/// are as they are now.
struct ParcelRows {
  let reader: RegisterReader
  let moment: Moment
  /// Of a moment that is not now, the plots among which all parcels are that are wanted; `nil` for all.
  var candidates: Set<String>?

  /// The number of a parcel that the table of now does not have: over all numbers of rows, and the
  /// same for as long as county, plan, name and key are.
  static func number(of place: ParcelPlace) -> Int {
    let parts = [place.county, place.plan, place.number, place.label, place.plotKey]
    let digits = ContentDigest.hexadecimal(
      of: parts.map { $0 ?? "" }.joined(separator: "\u{1F}").utf8)
    return (1 << 51) | (Int(digits.prefix(12), radix: 16) ?? 0)
  }

  /// Hands over the parcels in the order of their numbers, which are the places.
  ///
  /// - Parameters:
  ///   - selection: of the table `parcels`.
  ///   - body: says whether it wants more.
  func forEach(_ selection: RowSelection, _ body: (FeatureTable) throws -> Bool) throws {
    guard !moment.isNow else { return try reader.tables.forEachRows(selection, body) }
    let touched = Set(try reader.plots.touched(from: moment, to: .now))
    var folded = try self.folded(
      candidates.map { touched.intersection($0) } ?? touched, selection)
    var all = selection
    all.columns = selection.columns + ["plot_key"]
    all.limit = nil
    var isDone = false
    try reader.tables.forEachRows(all) { table in
      var table = table
      let keys = table.fields.removeLast().values
      let kept = (0..<table.count).filter { row in
        keys[row].text.map { !touched.contains($0) } ?? true
      }
      if kept.count < table.count { table = table.selecting(kept) }
      table = merge(table, &folded)
      isDone = try !body(table)
      return !isDone
    }
    guard !isDone, folded.count > 0 else { return }
    _ = try body(folded)
  }

  /// Puts folded parcels in among the rows before which they come.
  private func merge(_ rows: FeatureTable, _ folded: inout FeatureTable) -> FeatureTable {
    guard let last = rows.places.last, let first = folded.places.first, first < last else {
      return rows
    }
    let count = folded.places.prefix { $0 < last }.count
    var all = FeatureTable(name: rows.name)
    all.fields = rows.fields.map { FieldColumn(name: $0.name) }
    all.coordinateSystem = rows.coordinateSystem
    var (row, own) = (0, 0)
    while row < rows.count || own < count {
      let isOwn = own < count && (row == rows.count || folded.places[own] < rows.places[row])
      let (source, index) = isOwn ? (folded, own) : (rows, row)
      all.shapes.append(source.shapes[index])
      all.places.append(source.places[index])
      for field in all.fields.indices {
        all.fields[field].values.append(source.fields[field].values[index])
      }
      if isOwn { own += 1 } else { row += 1 }
    }
    folded = folded.selecting(Array(count..<folded.count))
    return all
  }

  /// The parcels of plots that were not then as they are now, in the order of their numbers.
  private func folded(
    _ keys: Set<String>, _ selection: RowSelection
  ) throws -> FeatureTable {
    var found: [(number: Int, key: String, record: ParcelRecord)] = []
    var taken: Set<Int> = []
    for key in keys.sorted() {
      // Several pieces of land of a plot may have the same name and place.
      var rows: [ParcelPlace: [Int]] = [:]
      for parcel in try reader.parcels.rows(ofPlot: key).reversed() {
        rows[parcel.place, default: []].append(Int(parcel.row))
      }
      for record in PlotFolding.records(of: try reader.plots.facts(of: key, at: moment)) {
        let place = ParcelPlace(of: record, plotKey: key)
        var number = rows[place]?.popLast() ?? ParcelRows.number(of: place)
        while !taken.insert(number).inserted { number += 1 }
        found.append((number, key, record))
      }
    }
    found.sort { $0.number < $1.number }
    if let after = selection.after { found.removeAll { $0.number <= Int(after) } }
    if let row = selection.row { found.removeAll { $0.number != Int(row) } }
    if let rows = selection.rows { found.removeAll { !rows.contains($0.number) } }
    var table = try reader.parcels.features(
      of: found.map(\.record), areasOnly: true, hasShapes: selection.hasShapes)
    table.places = found.map(\.number)
    table.fields.append(
      FieldColumn(name: "plot_key", values: found.map { .text($0.key) }))
    return table.selecting(fields: selection.columns)
  }
}
