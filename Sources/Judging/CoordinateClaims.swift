internal import SimpleFeatures

/// What file and user say of a coordinate system, before the numbers are looked at.
struct CoordinateClaims: Hashable, Sendable {
  /// One statement.
  struct Claim: Hashable, Sendable {
    /// How it is named in messages: `EPSG:4525`, `2000国家大地坐标系`.
    var text: String
    /// The national system, where one is named in full.
    var system: NationalCoordinateSystem?
    /// The datum, where it is known.
    var datum: GeodeticDatum?
    /// The EPSG code of a system that is not national.
    var otherCode: Int?
    /// A definition of an own system.
    var definition: String?

    /// Whether it names a system whose numbers cannot be judged.
    var isForeign: Bool { otherCode != nil || definition != nil }

    init(epsg: Int) {
      text = "EPSG:\(epsg)"
      system = NationalCoordinateSystem(epsg: epsg)
      datum = system?.datum
      otherCode = system == nil ? epsg : nil
    }

    init(system: NationalCoordinateSystem) {
      self.init(epsg: system.epsg)
    }

    init(printed: String, datum: GeodeticDatum) {
      text = printed
      self.datum = datum
    }

    init(definition: String, datum: GeodeticDatum) {
      text = "WKT"
      self.datum = datum
      self.definition = definition
    }
  }

  /// What the user named.
  var named: Claim?
  /// What the file says, the most exact first.
  var file: [Claim] = []
  /// Two statements of the file that exclude each other.
  var contradiction: (first: String, second: String)? {
    get { contradicting.map { ($0[0], $0[1]) } }
    set { contradicting = newValue.map { [$0.first, $0.second] } }
  }
  private var contradicting: [String]?
  /// A datum's name that is not known.
  var unknownDatum: String?

  init(_ stated: StatedCoordinateSystem, named: Int?) {
    self.named = named.map(Claim.init(epsg:))
    if let epsg = stated.epsg { file.append(Claim(epsg: epsg)) }
    if let definition = stated.wellKnownText { add(definition: definition) }
    if let printed = stated.datum, !printed.isEmpty {
      if let datum = GeodeticDatum(printed: printed) {
        file.append(Claim(printed: printed, datum: datum))
      } else {
        unknownDatum = printed
      }
    }
    guard contradiction == nil, let first = file.first else { return }
    for other in file.dropFirst() where Self.differ(first, other) {
      contradiction = (first.text, other.text)
      return
    }
  }

  private mutating func add(definition: String) {
    switch WellKnownTextSystem(definition) {
    case .national(let system): file.append(Claim(system: system))
    case .other(let epsg): file.append(Claim(epsg: epsg))
    case .own(let datum): file.append(Claim(definition: definition, datum: datum))
    case .contradiction(let first, let second): contradiction = (first, second)
    case .unknown: break
    }
  }

  /// Whether two statements exclude each other. Prefix or not is left to the numbers.
  static func differ(_ a: Claim, _ b: Claim) -> Bool {
    if let first = a.datum, let second = b.datum, first != second { return true }
    if let first = a.system, let second = b.system {
      guard let grid = first.grid, let other = second.grid else { return first != second }
      return grid.zone != other.zone
    }
    return a.isForeign != b.isForeign && b.system != nil
      || a.otherCode != b.otherCode && b.isForeign
  }

  /// The statement that counts: the user's, else the file's most exact.
  var taken: Claim? { named ?? file.first }

  /// The datum that counts.
  var datum: GeodeticDatum? { named?.datum ?? file.lazy.compactMap(\.datum).first }

  /// The grid that the file names.
  var fileGrid: GaussKrugerGrid? { file.lazy.compactMap { $0.system?.grid }.first }
}
