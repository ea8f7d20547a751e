internal import Planning
internal import SimpleFeatures

/// The rules, one for each layout.
extension CoordinateJudgement {
  /// Two statements about the system that differ.
  mutating func compareClaims() {
    if let contradiction = claims.contradiction {
      add(
        .datumContradiction(
          contradiction.first, contradiction.second, taken: claims.named?.text),
        claims.named == nil ? .error : .warning)
    } else if let named = claims.named, let file = claims.file.first,
      CoordinateClaims.differ(named, file)
    {
      add(.datumContradiction(file.text, named.text, taken: named.text), .warning)
    }
  }

  /// The ranges of Web Mercator over China in metres: easting, northing.
  private static let webMercatorRanges = (x: 8.1e6...15.2e6, y: 1.8e6...7.3e6)

  /// Web Mercator, where it is named and the numbers fit; its ranges overlap those of the grids.
  mutating func takesWebMercator(_ tally: CoordinateTally) -> Bool {
    guard claims.taken?.system == .webMercator else { return false }
    let (x, y) = Self.webMercatorRanges
    let fits = tally.entries.values.allSatisfy { entry in
      let box = entry.box
      return x.contains(box.minX) && x.contains(box.maxX) && y.contains(box.minY)
        && y.contains(box.maxY)
    }
    guard fits else { return false }
    system = .national(.webMercator)
    return true
  }

  private mutating func addUnknown(
    _ part: Diagnostic.SystemPart, _ entry: CoordinateTally.Entry
  ) {
    add(.coordinateSystemUnknown(missing: part, Self.text(entry)), .error, place: entry.place)
  }

  /// Numbers that no national system has.
  mutating func judgeOutside(_ entry: CoordinateTally.Entry, acceptsLocalGrid: Bool) {
    guard acceptsLocalGrid, claims.named == nil else {
      add(.localGrid(Self.text(entry)), .error, place: entry.place)
      return
    }
    add(.localGrid(Self.text(entry)), .info, place: entry.place)
    guard let order = stated.axisOrder else {
      addUnknown(.axes, entry)
      return
    }
    system = .local
    exchangesAxes = order == .northingFirst
  }

  /// The order of the axes, as the numbers have it.
  mutating func judgeOrder(_ layout: CoordinateLayout, _ entry: CoordinateTally.Entry) {
    guard let eastingFirst = layout.eastingFirst else { return }
    exchangesAxes = !eastingFirst
    guard let order = stated.axisOrder, (order == .eastingFirst) != eastingFirst else { return }
    add(
      .axesSwapped(
        Self.text(entry.first), Self.text(entry.second),
        eastingFirst ? .eastingFirst : .northingFirst), .warning, place: entry.place)
  }

  /// The system of numbers that are all alike.
  mutating func judgeSystem(_ layout: CoordinateLayout, _ entry: CoordinateTally.Entry) {
    judgeUnit(layout, entry)
    guard let datum = claims.datum else {
      let missing = claims.file.isEmpty && claims.unknownDatum == nil && stated.zone == nil
      addUnknown(missing ? .anything : .datum, entry)
      return
    }
    switch layout {
    case .degrees: system = .national(.geographic(datum))
    case .zoned(let zone, _): judgeZoned(zone, datum, entry)
    case .metres(_, let isWide): judgeUnprefixed(datum, entry, isWide: isWide)
    case .outside: break
    }
  }

  /// Degrees where metres are said, or the reverse.
  private mutating func judgeUnit(_ layout: CoordinateLayout, _ entry: CoordinateTally.Entry) {
    var isDegree = false
    if case .degrees = layout { isDegree = true }
    let printed = stated.unit.flatMap(Self.isDegree(unit:))
    let claimed = claims.taken?.system.map { system in
      if case .geographic = system { true } else { false }
    }
    guard let said = [printed, claimed].compactMap(\.self).first(where: { $0 != isDegree }) else {
      return
    }
    let unit = printed == said ? stated.unit : nil
    add(
      .unitContradiction(said: unit ?? (said ? "°" : "m"), isInDegrees: isDegree), .warning,
      place: entry.place)
  }

  private static func isDegree(unit: String) -> Bool? {
    switch GeodeticDatum.folded(unit) {
    case "度", "degree", "degrees", "deg", "十进制度", "经纬度": true
    case "米", "m", "metre", "meter", "metres", "meters", "公尺": false
    default: nil
    }
  }

  /// Eastings with a prefix: it is the zone, whatever else is said.
  private mutating func judgeZoned(
    _ zone: Int, _ datum: GeodeticDatum, _ entry: CoordinateTally.Entry
  ) {
    guard let grid = GaussKrugerGrid(datum: datum, zone: zone, isPrefixed: true) else {
      addUnknown(.datum, entry)
      return
    }
    if let said = stated.zone, said != zone {
      add(.zoneContradiction(said: said, zone: zone), .warning, place: entry.place)
    } else if let said = stated.zoneWidth, said != grid.width.rawValue {
      add(.zoneContradiction(said: said, isWidth: true, zone: zone), .warning, place: entry.place)
    }
    if let claimed = claims.taken?.system?.grid {
      if claimed.zone != zone, claimed.zone != stated.zone {
        add(.zoneContradiction(said: claimed.zone, zone: zone), .warning, place: entry.place)
      } else if claimed.zone == zone, !claimed.isPrefixed {
        let (first, second) = ("EPSG:\(claimed.epsg)", "EPSG:\(grid.epsg)")
        add(.datumContradiction(first, second, taken: second), .warning, place: entry.place)
      }
    }
    system = .national(.grid(grid))
  }

  /// Eastings without a prefix: the zone is the user's, else the file's, else the register's.
  private mutating func judgeUnprefixed(
    _ datum: GeodeticDatum, _ entry: CoordinateTally.Entry, isWide: Bool
  ) {
    let header = stated.zone.flatMap {
      GaussKrugerGrid(datum: datum, zone: $0, isPrefixed: false)
    }
    let isWidthAtOdds =
      header.map { (stated.zoneWidth ?? $0.width.rawValue) != $0.width.rawValue } ?? false
    let isFileAtOdds =
      isWidthAtOdds || header.map { (claims.fileGrid ?? $0).zone != $0.zone } ?? false
    let file = isFileAtOdds ? nil : header ?? claims.fileGrid
    let registers = register.flatMap { GaussKrugerGrid(epsg: $0.epsg) }
      .flatMap { $0.datum == datum ? $0 : nil }
    let choices: [(source: Diagnostic.ZoneSource, grid: GaussKrugerGrid?)] = [
      (.option, claims.named?.system?.grid), (.header, file),
      (.register, isFileAtOdds ? nil : registers),
    ]
    let found = choices.lazy.compactMap { choice in
      choice.grid.map { (source: choice.source, grid: $0) }
    }.first
    guard let found, let grid = found.grid.onDatum(datum)?.prefixed(false) else {
      addUnknown(.zone, entry)
      return
    }
    if let said = stated.zone, said != grid.zone {
      add(.zoneContradiction(said: said, zone: grid.zone), .warning, place: entry.place)
    }
    let easting = Self.text(exchangesAxes ? entry.second : entry.first)
    if found.source == .register || stated.zone != nil || found.grid.isPrefixed {
      add(
        .zonePrefixMissing(easting: easting, zone: grid.zone, from: found.source),
        found.source == .register ? .warning : .info, place: entry.place)
    }
    if isWide, grid.width == .three {
      // No zone of three degrees is so wide: an own central meridian, or a zone of six degrees.
      add(
        .localGrid(Self.text(entry)), found.source == .register ? .error : .warning,
        place: entry.place)
      guard found.source != .register else { return }
    }
    system = .national(.grid(grid))
  }

  /// Farther than this from all that the register has, shapes are of another county.
  private static let kilometresToAnotherCounty = 50.0

  /// Whether the shapes lie far from all others.
  mutating func compareWithRegister(
    _ system: NationalCoordinateSystem, _ entry: CoordinateTally.Entry
  ) {
    guard let register, let theirs = register.box,
      let registers = NationalCoordinateSystem(epsg: register.epsg)
    else { return }
    let box = entry.box
    let ours =
      exchangesAxes
      ? Envelope(minX: box.minY, minY: box.minX, maxX: box.maxY, maxY: box.maxX) : box
    let kilometres = RoughPosition.kilometres(
      RoughPosition.box(of: ours, in: system), RoughPosition.box(of: theirs, in: registers))
    guard kilometres > Self.kilometresToAnotherCounty else { return }
    add(.anotherCounty(kilometres: Int(kilometres.rounded())), .warning, place: entry.place)
  }
}

extension GaussKrugerGrid {
  /// The same zone of another datum.
  fileprivate func onDatum(_ datum: GeodeticDatum) -> GaussKrugerGrid? {
    GaussKrugerGrid(datum: datum, zone: zone, isPrefixed: isPrefixed)
  }
}
