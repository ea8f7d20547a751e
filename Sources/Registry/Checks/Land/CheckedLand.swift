internal import Planning
internal import SimpleFeatures
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

  // One row a parcel.
  private(set) var boundaryIDs: [Int64] = []
  private(set) var plotKeys: [String] = []
  private(set) var stages: [RuleStage] = []
  private var labels: [String] = []
  private var groups = Interned<Group>()
  private var kinds: [LandStanding.Kind] = []
  private var flags: [Flags] = []
  private var landUses = Interned<[LandUse]>()
  private var documents = Interned<[String]>()
  private var files = Interned<File>()
  private var filePlaces: [Int32] = []
  private var sources: [Int: DocumentReference] = [:]
  private var kin: [Int: Set<String>] = [:]
  /// Why boundaries are not valid, by row.
  private(set) var faults: [Int: ShapeFault] = [:]
  /// The coordinate system of boundaries that are not valid, by row.
  private(set) var faultSystems: [Int: String] = [:]
  /// What was mended, by row.
  private(set) var repairs: [Int: ShapeRepair] = [:]

  // One feature a boundary that can be compared: the shapes of valid areas.
  /// The shapes in the register's coordinate system.
  var shapes = GeometryColumn()
  /// The row of each feature.
  var rows: [Int] = []

  // The boundaries that are not valid, or that GEOS must not see.
  /// Their shapes.
  var faulty = GeometryColumn()
  /// The row of each.
  var faultyRows: [Int] = []

  /// Why GEOS must not see boundaries, by row.
  var refusals: [Int: ShapeRefusal] = [:]

  /// The rows whose boundary has no area: points and lines.
  var rowsWithoutArea: [Int] = []

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
    labels.append(record.label)
    groups.append(Group(county: record.county, plan: record.values.plan, planKey: planKey))
    kinds.append(standing.kind)
    var own: Flags = isAsked ? .asked : []
    if boundary.isSchematic { own.insert(.schematic) }
    if standing.isSuperseded { own.insert(.superseded) }
    if standing.isSupplied { own.insert(.supplied) }
    if !record.values.indicators.isEmpty { own.insert(.statesIndicators) }
    flags.append(own)
    landUses.append(record.values.landUse)
    documents.append(record.documents.map(\.title))
    files.append(
      File(
        name: boundary.file, date: boundary.date, recordedAt: boundary.recordedAt,
        version: boundary.version))
    filePlaces.append(Int32(clamping: boundary.place))
    if let last = record.documents.last { sources[row] = last }
    if !standing.kin.isEmpty { kin[row] = standing.kin }
    if let fault = boundary.fault {
      faults[row] = fault
      faultSystems[row] = boundary.crs
    }
    if let repair = boundary.repair { repairs[row] = repair }
  }

  /// The parcel of a row as the subject of a finding.
  func subject(_ row: Int) -> FindingSubject {
    let group = groups[row]
    return FindingSubject(
      kind: .parcel,
      key: [group.county, group.plan, labels[row]].map { $0 ?? "" }.joined(separator: "|"),
      label: labels[row], group: group.plan)
  }

  /// The parcel of a row as the rules about shapes see it.
  func shape(_ row: Int, squareMetres: Double? = nil) -> CheckedShape {
    CheckedShape(
      subject: subject(row), stage: stages[row], squareMetres: squareMetres,
      isSchematic: flags[row].contains(.schematic), source: source(row))
  }

  /// The parcel of a feature, with its area.
  func shape(ofFeature feature: Int) -> CheckedShape {
    shape(rows[feature], squareMetres: shapes.planeArea(of: feature))
  }

  /// The last document that speaks of the parcel, else the file of its boundary.
  private func source(_ row: Int) -> DocumentReference {
    if let known = sources[row] { return known }
    let file = files[row]
    let place = Int(filePlaces[row])
    return DocumentReference(
      number: nil, title: file.name, date: file.date, kind: .other, version: file.version,
      recordedAt: file.recordedAt,
      place: SourcePlace(file: file.name, lineStart: place, lineEnd: place))
  }

  /// Where the parcel of a row stands among plans and acts.
  func standing(_ row: Int) -> LandStanding {
    let group = groups[row]
    var standing = LandStanding(
      kind: kinds[row], county: group.county, planKey: group.planKey, number: plotKeys[row])
    standing.kin = kin[row] ?? []
    standing.isSuperseded = isSuperseded(row)
    standing.isSupplied = flags[row].contains(.supplied)
    return standing
  }

  /// Whether other parcels have taken the place of the row's.
  func isSuperseded(_ row: Int) -> Bool { flags[row].contains(.superseded) }

  /// Whether an indicator of the row's parcel is stated.
  func statesIndicators(_ row: Int) -> Bool { flags[row].contains(.statesIndicators) }

  /// Whether findings about the row's parcel are asked for.
  func isAsked(_ row: Int) -> Bool { flags[row].contains(.asked) }

  /// The land uses of the row's parcel.
  func uses(_ row: Int) -> [LandUse] { landUses[row] }

  /// What the documents that speak of the row's parcel are called.
  func titles(_ row: Int) -> [String] { documents[row] }

  /// The features that should tile the land together, each list in order: the parcels of one plan, the
  /// pieces of one map. Plots of acts are single pieces, and what was superseded has gone.
  func coverages() -> [[Int]] {
    var lists: [[Int]] = []
    var places: [[String?]: Int] = [:]
    var placesOfGroups: [Int: Int] = [:]
    for (feature, row) in rows.enumerated() where kinds[row] != .act && !isSuperseded(row) {
      let quick = groups.place(row) * 2 + (kinds[row] == .plan ? 1 : 0)
      let place: Int
      if let known = placesOfGroups[quick] {
        place = known
      } else {
        let group = groups[row]
        let key = [kinds[row].rawValue, group.county, group.planKey]
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
