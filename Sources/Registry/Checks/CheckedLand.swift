internal import Terms
internal import Planning
internal import SimpleFeatures
internal import Storage
internal import Topology

/// The parcels with a boundary that a check looks at: in columns, beside the shapes of their
/// boundaries. Of 190 000 parcels no record is kept whole.
struct CheckedLand: Sendable {
  /// What parcels of one plan share.
  struct Group: Hashable, Sendable {
    var county: String?
    var plan: String?
    var planKey: String?
  }

  /// What a boundary is from.
  private struct File: Hashable, Sendable {
    var name: String
    var date: CalendarDate?
    var recordedAt: String
    var version: Int
  }

  private struct Flags: OptionSet, Sendable {
    var rawValue: UInt8
    static let schematic = Flags(rawValue: 1)
    static let superseded = Flags(rawValue: 2)
    static let supplied = Flags(rawValue: 4)
    static let asked = Flags(rawValue: 8)
    static let statesIndicators = Flags(rawValue: 16)
  }

  /// What is known of each parcel, one row a parcel.
  private struct Parcels: Sendable {
    var labels: [String] = []
    var groups = Interned<Group>()
    var kinds: [LandStanding.Kind] = []
    var flags: [Flags] = []
    var landUses = Interned<[LandUse]>()
    var documents = Interned<[String]>()
    /// The parcels that one was made of or went into, by row.
    var kin: [Int: Set<String>] = [:]
  }

  /// What each boundary is from, one row a parcel.
  private struct Sources: Sendable {
    var files = Interned<File>()
    var places: [Int32] = []
    /// The last document that speaks of the parcel, by row.
    var documents: [Int: DocumentReference] = [:]
  }

  /// What is wrong with boundaries, by row.
  struct Flaws: Sendable {
    /// Why they are not valid.
    var faults: [Int: ShapeFault] = [:]
    /// The coordinate system of those that are not valid.
    var faultSystems: [Int: String] = [:]
    /// What was mended.
    var repairs: [Int: ShapeRepair] = [:]
    /// Why GEOS must not see them.
    var refusals: [Int: ShapeRefusal] = [:]
  }

  private(set) var boundaryIDs: [Int64] = []
  private(set) var plotKeys: [String] = []
  private(set) var stages: [RuleStage] = []
  private var parcels = Parcels()
  private var sources = Sources()
  private(set) var flaws = Flaws()

  // One feature a boundary that can be compared: the shapes of valid areas.
  /// The shapes in the register's coordinate system.
  private(set) var shapes = GeometryColumn()
  /// The row of each feature.
  private(set) var rows: [Int] = []

  // The boundaries that are not valid, or that GEOS must not see.
  /// Their shapes.
  private(set) var faulty = GeometryColumn()
  /// The row of each.
  private(set) var faultyRows: [Int] = []

  /// The rows whose boundary has no area: points and lines.
  private(set) var rowsWithoutArea: [Int] = []

  /// The number of rows.
  var count: Int { boundaryIDs.count }

  /// Adds a parcel, if it has a boundary.
  mutating func add(_ record: ParcelRecord, key: String, planKey: String?, isAsked: Bool) {
    guard let boundary = record.boundary else { return }
    let row = count
    let standing = LandStanding(of: record, key: key, planKey: planKey)
    boundaryIDs.append(boundary.id)
    plotKeys.append(key)
    stages.append(RuleStage(of: record))
    parcels.labels.append(record.label)
    parcels.groups.append(
      Group(county: record.county, plan: record.values.plan, planKey: planKey))
    parcels.kinds.append(standing.kind)
    var own: Flags = isAsked ? .asked : []
    if boundary.isSchematic { own.insert(.schematic) }
    if standing.isSuperseded { own.insert(.superseded) }
    if standing.isSupplied { own.insert(.supplied) }
    if !record.values.indicators.isEmpty { own.insert(.statesIndicators) }
    parcels.flags.append(own)
    parcels.landUses.append(record.values.landUse)
    parcels.documents.append(record.documents.map(\.title))
    if !standing.kin.isEmpty { parcels.kin[row] = standing.kin }
    sources.files.append(
      File(
        name: boundary.file, date: boundary.date, recordedAt: boundary.recordedAt,
        version: boundary.version))
    sources.places.append(Int32(clamping: boundary.place))
    if let last = record.documents.last { sources.documents[row] = last }
    if let fault = boundary.fault {
      flaws.faults[row] = fault
      flaws.faultSystems[row] = boundary.crs
    }
    if let repair = boundary.repair { flaws.repairs[row] = repair }
  }

  /// The parcel of a row as the subject of a finding.
  func subject(_ row: Int) -> FindingSubject {
    let group = parcels.groups[row]
    return FindingSubject(
      kind: .parcel,
      key: [group.county, group.plan, parcels.labels[row]].map { $0 ?? "" }.joined(separator: "|"),
      label: parcels.labels[row], group: group.plan)
  }

  /// The parcel of a row as the rules about shapes see it.
  func shape(_ row: Int, squareMetres: Double? = nil) -> CheckedShape {
    CheckedShape(
      subject: subject(row), stage: stages[row], squareMetres: squareMetres,
      isSchematic: parcels.flags[row].contains(.schematic), source: source(row))
  }

  /// The parcel of a feature, with its area.
  func shape(ofFeature feature: Int) -> CheckedShape {
    shape(rows[feature], squareMetres: shapes.planeArea(of: feature))
  }

  /// The last document that speaks of the parcel, else the file of its boundary.
  private func source(_ row: Int) -> DocumentReference {
    if let known = sources.documents[row] { return known }
    let file = sources.files[row]
    let place = Int(sources.places[row])
    return DocumentReference(
      number: nil, title: file.name, date: file.date, kind: .other, version: file.version,
      recordedAt: file.recordedAt,
      place: SourcePlace(file: file.name, lineStart: place, lineEnd: place))
  }

  /// Where the parcel of a row stands among plans and acts.
  func standing(_ row: Int) -> LandStanding {
    let group = parcels.groups[row]
    var standing = LandStanding(
      kind: parcels.kinds[row], county: group.county, planKey: group.planKey, number: plotKeys[row])
    standing.kin = parcels.kin[row] ?? []
    standing.isSuperseded = isSuperseded(row)
    standing.isSupplied = parcels.flags[row].contains(.supplied)
    return standing
  }

  /// Whether other parcels have taken the place of the row's.
  func isSuperseded(_ row: Int) -> Bool { parcels.flags[row].contains(.superseded) }

  /// Whether an indicator of the row's parcel is stated.
  func statesIndicators(_ row: Int) -> Bool { parcels.flags[row].contains(.statesIndicators) }

  /// Whether findings about the row's parcel are asked for.
  func isAsked(_ row: Int) -> Bool { parcels.flags[row].contains(.asked) }

  /// The land uses of the row's parcel.
  func uses(_ row: Int) -> [LandUse] { parcels.landUses[row] }

  /// What the documents that speak of the row's parcel are called.
  func titles(_ row: Int) -> [String] { parcels.documents[row] }

  /// The features that should tile the land together, each list in order: the parcels of one plan, the
  /// pieces of one map. Plots of acts are single pieces, and what was superseded has gone.
  func coverages() -> [[Int]] {
    var lists: [[Int]] = []
    var places: [[String?]: Int] = [:]
    var placesOfGroups: [Int: Int] = [:]
    for (feature, row) in rows.enumerated() where parcels.kinds[row] != .act && !isSuperseded(row) {
      let quick = parcels.groups.place(row) * 2 + (parcels.kinds[row] == .plan ? 1 : 0)
      let place: Int
      if let known = placesOfGroups[quick] {
        place = known
      } else {
        let group = parcels.groups[row]
        let key = [parcels.kinds[row].rawValue, group.county, group.planKey]
        place = places[key] ?? lists.count
        places[key] = place
        placesOfGroups[quick] = place
        if place == lists.count { lists.append([]) }
      }
      lists[place].append(feature)
    }
    return lists
  }
}

/// A column in which few values stand many times.
struct Interned<Value: Hashable & Sendable>: Sendable {
  private var values: [Value] = []
  private var places: [Value: Int32] = [:]
  private var column: [Int32] = []

  mutating func append(_ value: Value) {
    if let last = column.last, values[Int(last)] == value {
      column.append(last)
      return
    }
    if let known = places[value] {
      column.append(known)
      return
    }
    places[value] = Int32(values.count)
    column.append(Int32(values.count))
    values.append(value)
  }

  subscript(row: Int) -> Value { values[Int(column[row])] }

  /// The place of a row's value among the different values.
  func place(_ row: Int) -> Int { Int(column[row]) }
}

extension CheckedLand {
  /// Reads the shapes of all rows in one pass.
  mutating func readShapes(
    from reader: RegisterReader, at moment: Moment, progress: (Int) -> Void
  ) throws {
    let order = boundaryIDs.indices.sorted { boundaryIDs[$0] < boundaryIDs[$1] }
    shapes.reserve(features: count, vertices: 0)
    rows.reserveCapacity(count)
    var next = 0
    let shapeGuard = ShapeGuard()
    try reader.boundaries.forEach(at: moment) { batch in
      let refused = Dictionary(
        uniqueKeysWithValues: shapeGuard.check(batch.shapes).refused.map {
          ($0.feature, $0.refusal)
        })
      for (index, id) in batch.ids.enumerated() {
        while next < order.count, boundaryIDs[order[next]] < id { next += 1 }
        guard next < order.count else { return }
        // Of a boundary that yields to another of its parcel there is no row.
        guard boundaryIDs[order[next]] == id else { continue }
        let row = order[next]
        guard batch.areValid[index], refused[index] == nil else {
          if batch.areValid[index] { flaws.refusals[row] = refused[index] }
          faulty.append(feature: index, of: batch.shapes)
          faultyRows.append(row)
          continue
        }
        guard batch.shapes.types[index]?.dimension == 2 else {
          rowsWithoutArea.append(row)
          continue
        }
        shapes.append(feature: index, of: batch.shapes)
        rows.append(row)
      }
      progress(rows.count)
    }
  }
}
