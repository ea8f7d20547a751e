internal import Answers
public import Filtering
public import Planning
internal import SimpleFeatures
internal import Storage
internal import Terms

/// What of a register a filter admits: parcels, documents, acts, hazard sites.
public struct LandLists: LandQuestions {
  let register: LandRegister

  /// The parcels a filter admits, by county, plan and number.
  ///
  /// - Parameter areInForce: whether parcels that others took the place of are left out, unless the
  ///   filter asks for a status.
  public func parcels(
    matching filter: RegisterFilter, at moment: Moment = .now, areInForce: Bool = false
  ) throws -> [ParcelRecord] {
    var records: [ParcelRecord] = []
    try forEachParcels(matching: filter, at: moment, areInForce: areInForce) { records += $0 }
    return records
  }

  /// Hands over the parcels a filter admits, by county, plan and number, some hundred at a time: of
  /// all others no more is kept than their place in the list.
  public func forEachParcels(
    matching filter: RegisterFilter, at moment: Moment = .now, areInForce: Bool = false,
    _ body: ([ParcelRecord]) throws -> Void
  ) throws {
    try store.read {
      try forEachParcels(matching: filter, at: moment, areInForce: areInForce, in: $0, body)
    }
  }

  /// Hands over the parcels of one state of the register.
  func forEachParcels(
    matching filter: RegisterFilter, at moment: Moment, areInForce: Bool = false,
    in reader: RegisterReader, _ body: ([ParcelRecord]) throws -> Void
  ) throws {
    let condition = try FeatureCondition(
      filter.condition, on: FilterProperties.parcels, layerEPSG: reader.registerEPSG(),
      townships: { try reader.documents.townshipNames(at: moment) })
    let areAll = !areInForce || condition.fields.contains("status")
    let places = try places(condition, filter.order, areAll: areAll, at: moment, in: reader)
    var some: [ParcelRecord] = []
    // Of pieces of land of one name: those still to come, the next last. In an order they need not
    // follow one another.
    var pieces: [ParcelPlace: [ParcelRecord]] = [:]
    for (place, count) in places {
      if pieces[place] == nil {
        var records = PlotFolding.records(of: try reader.plots.facts(of: place.plotKey, at: moment))
          .filter {
            (areAll || $0.exists) && ParcelPlace(of: $0, plotKey: place.plotKey) == place
          }
        if records.count > 1, records.count != count || filter.order != nil {
          let table = try reader.parcels.features(
            of: records, areasOnly: true, hasShapes: condition.needsShapes)
          let found = try condition.features(of: table)
          let sorted = filter.order.map { order in
            order.sorted(found.map { order.values(of: $0, in: table) }).map { found[$0] }
          }
          records = (sorted ?? found).map { records[$0] }
        }
        pieces[place] = records.reversed()
      }
      if filter.order == nil || count == 1 {
        some += (pieces.removeValue(forKey: place) ?? []).reversed()
      } else if let next = pieces[place]?.popLast() {
        some.append(next)
      }
      guard some.count >= 256 else { continue }
      try body(some)
      some.removeAll(keepingCapacity: true)
    }
    if !some.isEmpty { try body(some) }
  }

  /// The places of the parcels that fulfil a condition with their number: each once, or in the order
  /// asked for, where pieces of land of one name stand each for itself.
  private func places(
    _ condition: FeatureCondition, _ order: FilterOrder?, areAll: Bool, at moment: Moment,
    in reader: RegisterReader
  ) throws -> [(place: ParcelPlace, count: Int)] {
    let own = ["county", "plan", "parcel_id", "name", "location", "plot_key", "status"]
    let others = (condition.fields + (order?.columns ?? [])).filter { !own.contains($0) }
    var seen: Set<String> = []
    var selection = RowSelection(
      table: "parcels", columns: own + others.filter { seen.insert($0).inserted })
    selection.hasShapes = try condition.needsShapes && reader.registerEPSG() != nil
    selection.box = condition.envelope
    selection.narrow(by: condition.conjuncts)
    var rows = ParcelRows(reader: reader, moment: moment)
    if !moment.isNow {
      rows.candidates = try reader.plots.candidates(for: condition.conjuncts, at: moment)
    }
    var found: [ParcelPlace: (count: Int, values: [[FilterDatum]])] = [:]
    try rows.forEach(selection) { table in
      for feature in try condition.features(of: table) {
        let texts = own.indices.map { table.fields[$0].values[feature].text }
        guard areAll || texts[6] != ParcelStatus.superseded.rawValue else { continue }
        let place = ParcelPlace(
          county: texts[0], plan: texts[1], number: texts[2],
          label: texts[2] ?? texts[3] ?? texts[4] ?? "", plotKey: texts[5] ?? "")
        found[place, default: (0, [])].count += 1
        if let order { found[place]?.values.append(order.values(of: feature, in: table)) }
      }
      return true
    }
    let sorted = found.sorted { $0.key < $1.key }
    guard let order else { return sorted.map { ($0.key, $0.value.count) } }
    let each = sorted.flatMap { place, rows in
      rows.values.map { (place: place, count: rows.count, values: $0) }
    }
    return order.sorted(each.map(\.values)).map { (each[$0].place, each[$0].count) }
  }

  /// The records that a filter admits, of all, in the order asked for.
  private func admitted<Record>(
    _ all: [Record], _ filter: RegisterFilter, at moment: Moment, in reader: RegisterReader,
    _ features: ([Record]) -> FeatureTable
  ) throws -> [Record] {
    guard filter.condition != nil || filter.order != nil else { return all }
    let condition = try FeatureCondition(
      filter.condition, on: filter.subject.properties, layerEPSG: nil,
      townships: { try reader.documents.townshipNames(at: moment) })
    let table = features(all)
    let found = try condition.features(of: table)
    guard let order = filter.order else { return found.map { all[$0] } }
    return order.sorted(found.map { order.values(of: $0, in: table) }).map { all[found[$0]] }
  }

  /// The documents a filter admits, by date.
  public func documents(
    matching filter: RegisterFilter, at moment: Moment = .now
  ) throws -> [DocumentRecord] {
    try store.read { reader in
      try admitted(try reader.documents.all(at: moment), filter, at: moment, in: reader) {
        reader.documents.features(of: $0)
      }
    }
  }

  /// The acts a filter admits, by date.
  public func transactions(
    matching filter: RegisterFilter, at moment: Moment = .now
  ) throws -> [TransactionRecord] {
    try store.read { reader in
      try admitted(
        try reader.documents.transactions(at: moment).sorted(by: RegisterFact.precedes), filter,
        at: moment,
        in: reader
      ) { reader.documents.features(of: $0) }
    }
  }

  /// The hazard sites a filter admits, by document and their place in its list.
  public func sites(
    matching filter: RegisterFilter, at moment: Moment = .now
  ) throws -> [SiteRecord] {
    try store.read { reader in
      try admitted(
        try reader.documents.sites(at: moment).sorted(by: RegisterFact.precedes), filter,
        at: moment,
        in: reader
      ) { reader.documents.features(of: $0) }
    }
  }

  /// How many parcels there are as of a moment.
  public func parcelCounts(at moment: Moment = .now) throws -> ParcelCounts {
    try store.read { reader in
      var counts = ParcelCounts()
      var selection = RowSelection(
        table: "parcels", columns: ["boundary_quality", "boundary_schematic"])
      selection.hasShapes = false
      try ParcelRows(reader: reader, moment: moment).forEach(selection) { table in
        counts.all += table.count
        counts.mapped += table.fields[0].values.count { $0 != .none }
        counts.schematic += table.fields[1].values.count { $0 == .integer(1) }
        return true
      }
      return counts
    }
  }

  /// The reference layers in force as of a moment.
  public func layers(at moment: Moment = .now) throws -> [LayerVersion] {
    try store.read { try $0.layers.inForce(at: moment) }
  }
}

/// How many parcels there are as of a moment.
public struct ParcelCounts: Hashable, Sendable {
  /// All of them.
  public var all = 0
  /// Those with a boundary.
  public var mapped = 0
  /// Those whose boundary only shows roughly where they lie.
  public var schematic = 0
}
