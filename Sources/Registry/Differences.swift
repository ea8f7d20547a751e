public import Answers
internal import Exchange
public import Planning
internal import Projection
internal import SimpleFeatures
internal import Storage

/// What differs between two moments.
public struct LandDifferences: LandQuestions {
  let register: LandRegister

  /// Tells what is another thing at one moment than at another: parcels added, gone and changed, with
  /// what changed and why; layers and townships.
  ///
  /// Only plots are folded of which some fact is in force at one moment and not at the other.
  ///
  /// - Parameter body: takes the parcels that differ, some hundred at a time.
  /// - Returns: how many there are, and what else differs.
  @discardableResult
  public func forEach(
    from old: Moment, to new: Moment, _ body: ([ParcelDifference]) throws -> Void
  ) throws -> RegisterDifference {
    try store.read { reader in
      try forEach(from: old, to: new, in: reader, body)
    }
  }

  /// The same of one state of the register.
  ///
  /// - Parameter limit: up to so many plots are read one by one; of more two passes over the register
  ///   cost less.
  func forEach(
    from old: Moment, to new: Moment, in reader: RegisterReader, oneByOne limit: Int = 4_000,
    _ body: ([ParcelDifference]) throws -> Void
  ) throws -> RegisterDifference {
    var summary = RegisterDifference(from: old, to: new)
    (summary.addedDocuments, summary.goneDocuments) = try reader.documents.changed(
      from: old, to: new)
    summary.layers = RegisterDifference.layers(
      from: try reader.layers.inForce(at: old), to: try reader.layers.inForce(at: new))
    summary.townships = try townships(from: old, to: new, in: reader)
    var some: [ParcelDifference] = []
    try forEachTouchedPlot(from: old, to: new, in: reader, oneByOne: limit) { before, after in
      let found = PlotDifference.differences(from: before, to: after)
      for difference in found { summary.count(difference) }
      some += found
      guard some.count >= 256 else { return }
      try body(some)
      some.removeAll(keepingCapacity: true)
    }
    if !some.isEmpty { try body(some) }
    return summary
  }

  /// Hands over what is said at both moments of each plot that can differ: numbers first, in the order
  /// of their bytes, then plots without number.
  private func forEachTouchedPlot(
    from old: Moment, to new: Moment, in reader: RegisterReader, oneByOne limit: Int,
    _ body: (_ before: PlotFacts, _ after: PlotFacts) throws -> Void
  ) throws {
    let touched = try reader.plots.touched(from: old, to: new)
    let keys = touched.filter(PlotKey.isNumber) + touched.filter { !PlotKey.isNumber($0) }
    guard keys.count > limit else {
      for key in keys {
        try body(reader.plots.facts(of: key, at: old), reader.plots.facts(of: key, at: new))
      }
      return
    }
    let wanted = Set(keys)
    func facts(at moment: Moment) throws -> [String: PlotFacts] {
      var facts: [String: PlotFacts] = [:]
      try reader.plots.forEach(at: moment) { if wanted.contains($0.key) { facts[$0.key] = $0 } }
      return facts
    }
    var (before, after) = (try facts(at: old), try facts(at: new))
    for key in keys {
      try body(
        before.removeValue(forKey: key) ?? PlotFacts(key: key),
        after.removeValue(forKey: key) ?? PlotFacts(key: key))
    }
  }

  private func townships(
    from old: Moment, to new: Moment, in reader: RegisterReader
  ) throws -> [RegisterDifference.Townships] {
    let before = try reader.documents.administrativeChanges(at: old)
    let after = try reader.documents.administrativeChanges(at: new)
    func isAmong(
      _ change: AdministrativeChange,
      _ others: [(change: AdministrativeChange, source: DocumentReference)]
    ) -> Bool {
      others.contains { $0.change.from == change.from && $0.change.into == change.into }
    }
    return after.filter { !isAmong($0.change, before) }.map {
      RegisterDifference.Townships(change: $0.change, source: $0.source, isAdded: true)
    }
      + before.filter { !isAmong($0.change, after) }.map {
        RegisterDifference.Townships(change: $0.change, source: $0.source, isAdded: false)
      }
  }

  /// Writes the parcels that differ between two moments as GeoJSON in longitude and latitude: each
  /// with its shape after (`state` is `to`), and where its boundary changed or it is gone with its
  /// shape before (`from`).
  ///
  /// - Parameters:
  ///   - limit: at most so many parcels.
  ///   - sink: takes the bytes in order.
  /// - Throws: ``ShapeExportFault``, ``RegisterError``, and what `sink` throws.
  public func write(
    from old: Moment, to new: Moment, limit: Int?, to sink: ([UInt8]) throws -> Void
  ) throws -> (outcome: ShapeExportOutcome, difference: RegisterDifference) {
    try store.read { reader in
      var writer = try DifferenceFeatureWriter(reader)
      var parcels = 0
      try sink(writer.beginning)
      let difference = try forEach(from: old, to: new, in: reader) { some in
        let shown = some.prefix((limit ?? .max) - parcels)
        parcels += shown.count
        try sink(writer.text(of: shown))
      }
      try sink(writer.end)
      return (writer.outcome, difference)
    }
  }
}

/// Turns differences into the text of features.
private struct DifferenceFeatureWriter {
  private let reader: RegisterReader
  private var writer: DegreesWriter
  var outcome: ShapeExportOutcome { writer.outcome }

  init(_ reader: RegisterReader) throws {
    self.reader = reader
    var options = GeoJSONWriter.Options()
    options.flags = ["boundary_changed", "schematic"]
    writer = try DegreesWriter(from: reader.registerEPSG(), options)
  }

  var beginning: [UInt8] { writer.writer.beginning(name: "differences") }

  var end: [UInt8] { writer.end }

  private static let names = [
    "parcel", "county", "plan", "change", "state", "properties", "boundary_changed", "area_m2",
    "area_difference_m2", "schematic", "documents", "date",
  ]

  mutating func text(of differences: ArraySlice<ParcelDifference>) throws -> [UInt8] {
    var table = FeatureTable(name: "differences")
    table.fields = DifferenceFeatureWriter.names.map { FieldColumn(name: $0) }
    for difference in differences {
      let isGone = difference.kind == .gone
      if isGone || (difference.isBoundaryChanged && difference.oldBoundary != nil) {
        try append(difference, difference.oldBoundary, state: "from", to: &table)
      }
      if !isGone { try append(difference, difference.newBoundary, state: "to", to: &table) }
    }
    return try writer.text(of: table)
  }

  private mutating func append(
    _ difference: ParcelDifference, _ boundary: ParcelBoundary?, state: String,
    to table: inout FeatureTable
  ) throws {
    func text(_ value: String?) -> FieldValue { value.map(FieldValue.text) ?? .none }
    func real(_ value: Double?) -> FieldValue { value.map(FieldValue.real) ?? .none }
    let sources = difference.sources
    let properties =
      difference.kind == .changed ? difference.changes.map(\.property).joined(separator: ",") : nil
    let row: [FieldValue] = [
      .text(difference.label), text(difference.county), text(difference.plan),
      .text(difference.kind.rawValue), .text(state), text(properties),
      .integer(difference.isBoundaryChanged ? 1 : 0), real(boundary?.squareMetres),
      real(difference.areaDifference), boundary.map { .integer($0.isSchematic ? 1 : 0) } ?? .none,
      text(sources.isEmpty ? nil : sources.map(\.name).joined(separator: "、")),
      text(sources.compactMap(\.date).max()?.description),
    ]
    for (index, value) in row.enumerated() { table.fields[index].values.append(value) }
    let shape = try boundary.flatMap { try reader.boundaries.layerShape($0.id) }
    table.shapes.append(shape)
    table.places.append(table.count)
    if boundary?.isSchematic == true { writer.outcome.isSchematic = true }
  }
}
