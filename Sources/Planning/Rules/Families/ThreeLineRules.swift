public import SimpleFeatures

/// The three lines (三线) and what else a use of land is reviewed by: permanent basic farmland, the
/// ecological redline, the growth boundary with its zones, hazards, the classes of existing use.
///
/// Each answers conflict, conditional with its basis, clear, or not checked. What is clear is counted
/// as asked and gives no finding.
public struct ThreeLineRules: Sendable {
  /// Land that a parcel takes of a line or a zone, or that it has outside one.
  public struct Taking: Hashable, Sendable {
    /// The land, in square metres.
    public var squareMetres: Double
    /// The same less what ridges and ditches take off (扣除系数); `nil` where it is not told of all.
    public var netSquareMetres: Double?
    /// How many of the features do not tell what is to be taken off.
    public var withoutCoefficient = 0
    /// The length of the land's edge in metres; `nil` where it is too large to be a sliver.
    public var perimeter: Double?
    /// The names of the features.
    public var features: [String] = []
    /// The layers, by name.
    public var layers: [String] = []
    /// Whether a layer of them only shows roughly where it lies.
    public var isSchematic = false

    /// A taking.
    public init(squareMetres: Double) {
      self.squareMetres = squareMetres
    }
  }

  private let rules: RuleBook

  /// The rules of a book.
  public init(_ book: RuleBook) {
    rules = book
  }

  /// Judges what a parcel takes of permanent basic farmland or of the ecological redline, or has
  /// outside the growth boundary.
  ///
  /// - Parameters:
  ///   - uses: the parcel's land uses.
  ///   - documents: what the documents that speak of it are called.
  ///   - land: makes the land, where it is a finding.
  public func judge(
    _ taking: Taking, by code: RuleCode, of shape: CheckedShape, uses: [LandUse],
    documents: [String], into findings: inout FindingCollector, land: () -> Geometry?
  ) {
    guard !(taking.squareMetres <= rules.number(code, "minimum_m2")) else { return }
    let judgement = judgement(code, uses, documents)
    guard let conclusion = judgement.conclusion else { return }
    var values: [String: FindingValue] = [
      "area": .squareMetres(taking.squareMetres), "layers": .texts(taking.layers),
      "features": .texts(taking.features),
    ]
    values["basis"] = words(code, judgement.words)
    if code == .farmlandOccupied {
      if let net = taking.netSquareMetres {
        values["net"] = .squareMetres(net)
        values["net_note"] = words(code, "net_known")
      } else {
        values["net"] = words(code, "net_unknown")
        values["net_note"] = values["net"]
        values["without_coefficient"] = .count(taking.withoutCoefficient)
      }
    }
    add(taking, code, conclusion, shape, values, detail: "", into: &findings, land)
  }

  /// Judges the land that a parcel has in a zone of the growth boundary.
  ///
  /// - Parameters:
  ///   - zone: the zone's name or code, as the layer has it.
  public func judgeZone(
    _ zone: String, _ taking: Taking, of shape: CheckedShape, uses: [LandUse],
    documents: [String], into findings: inout FindingCollector, land: () -> Geometry?
  ) {
    guard isRestricted(zone: zone),
      !(taking.squareMetres <= rules.number(.growthBoundaryZone, "minimum_m2"))
    else { return }
    let judgement = judgement(.growthBoundaryZone, uses, documents)
    guard let conclusion = judgement.conclusion else { return }
    let values: [String: FindingValue] = [
      "area": .squareMetres(taking.squareMetres), "zone": .text(zone),
      "layers": .texts(taking.layers), "basis": words(.growthBoundaryZone, judgement.words),
    ]
    add(
      taking, .growthBoundaryZone, conclusion, shape, values, detail: zone, into: &findings, land)
  }

  /// Whether a zone of the growth boundary is one in which not everything may be built.
  public func isRestricted(zone: String) -> Bool {
    rules.list(.growthBoundaryZone, "zones").contains { zone == $0 || zone.contains($0) }
  }

  /// How near to a hazard land must not be, in metres.
  public var hazardDistance: Double {
    let distance = rules.number(.hazardNear, "distance")
    return distance.isFinite ? max(distance, 0) : 0
  }

  /// Judges a hazard that a parcel is near to, or lies in.
  ///
  /// - Parameters:
  ///   - hazard: the site or zone.
  ///   - distance: how far away it is, in metres; 0 where they meet.
  ///   - squareMetres: the land in the zone, where it is one.
  public func judgeHazard(
    _ hazard: FindingSubject, distance: Double, squareMetres: Double?, of shape: CheckedShape,
    layer: String, isSchematic: Bool, into findings: inout FindingCollector,
    land: () -> Geometry?
  ) {
    let isIn = squareMetres.map { $0 > 0 } ?? false
    guard isIn || distance <= hazardDistance else { return }
    if isIn, let squareMetres, squareMetres <= rules.number(.hazardNear, "minimum_m2") { return }
    var values: [String: FindingValue] = [
      "subject": .text(shape.subject.name), "hazard": .text(hazard.label),
      "distance": .metres(distance), "layers": .texts([layer]),
      "relation": words(.hazardNear, isIn ? "inside" : "near"),
    ]
    if isIn, let squareMetres { values["area"] = .squareMetres(squareMetres) }
    findings.add(
      .hazardNear, at: shape.stage, subjects: [shape.subject, hazard], values: values
    ) { finding in
      finding.take(shape, squareMetres: isIn ? squareMetres : nil)
      finding.conclusion = .conditional
      finding.isSchematic = finding.isSchematic || isSchematic
      finding.shape = land()
    }
  }

  /// Whether the land of a class of existing use is told where a parcel takes it.
  public func tells(existingUse code: String) -> Bool {
    let classes = rules.list(.existingUseTaken, "classes")
    return classes.isEmpty || classes.contains { code.hasPrefix($0) }
  }

  /// Tells the land of a class of existing use that a parcel takes.
  public func judgeExistingUse(
    _ use: LandUse, _ taking: Taking, of shape: CheckedShape,
    into findings: inout FindingCollector, land: () -> Geometry?
  ) {
    guard !(taking.squareMetres <= rules.number(.existingUseTaken, "minimum_m2")) else { return }
    add(
      taking, .existingUseTaken, nil, shape,
      [
        "area": .squareMetres(taking.squareMetres), "use": .landUse(use),
        "layers": .texts(taking.layers),
      ], detail: use.code ?? use.name ?? "", into: &findings, land)
  }

  private func add(
    _ taking: Taking, _ code: RuleCode, _ conclusion: Finding.Conclusion?, _ shape: CheckedShape,
    _ values: [String: FindingValue], detail: String, into findings: inout FindingCollector,
    _ land: () -> Geometry?
  ) {
    let isSliver =
      taking.perimeter.map {
        rules.profile.slivers.isSliver(area: taking.squareMetres, perimeter: $0)
      } ?? false
    // What comes from drawing is told, but decides nothing; where a basis allows it, people decide.
    let stated = rules.severity(code, at: shape.stage)
    let severity: Diagnostic.Severity? =
      isSliver ? .info : conclusion == .conditional && stated == .error ? .warning : nil
    var values = values
    values["subject"] = .text(shape.subject.name)
    let whole = shape.squareMetres ?? 0
    values["share"] = .percent(whole > 0 ? min(taking.squareMetres / whole, 1) * 100 : 100)
    findings.add(
      code, at: shape.stage, severity: severity, subjects: [shape.subject], values: values
    ) { finding in
      finding.take(shape, squareMetres: taking.squareMetres)
      finding.conclusion = isSliver ? nil : conclusion
      finding.detail = detail
      finding.isSliver = isSliver
      finding.isSchematic = finding.isSchematic || taking.isSchematic
      finding.shape = land()
    }
  }

  /// What follows from the parcel's use and documents; nothing where the use may lie there.
  private func judgement(
    _ code: RuleCode, _ uses: [LandUse], _ documents: [String]
  ) -> (conclusion: Finding.Conclusion?, words: String) {
    let codes = uses.compactMap(\.code)
    func all(_ parameter: String) -> Bool {
      let prefixes = rules.list(code, parameter)
      return !codes.isEmpty && codes.count == uses.count
        && codes.allSatisfy { one in prefixes.contains { one.hasPrefix($0) } }
    }
    if all("exempt_uses") { return (nil, "") }
    if all("conditional_uses") { return (.conditional, "conditional_uses") }
    let words = rules.list(code, "conditional_documents")
    if documents.contains(where: { title in words.contains { title.contains($0) } }) {
      return (.conditional, "conditional_documents")
    }
    return (.conflict, "conflict")
  }

  /// Words that the rule gives.
  private func words(_ code: RuleCode, _ parameter: String) -> FindingValue {
    .words(rules.words(code, parameter) ?? LocalText("", ""))
  }
}
