internal import Answers
internal import Planning
internal import SimpleFeatures
internal import Storage
internal import Topology

/// One check of one state of a register.
struct CheckRun {
  let reader: RegisterReader
  let request: CheckRequest
  let progress: (CheckStep) -> Void
  let engine: GeometryEngine

  var findings: FindingCollector
  var land = CheckedLand()
  var areas = AreaRules()
  var indicators = IndicatorRules()
  var uses = UseRules()
  var lifeCycle = LifeCycleRules()
  var register = RegisterRules()
  let shapeRules: ShapeRules
  let coverage: CoverageRules
  let threeLines: ThreeLineRules

  var parcelCount = 0
  var parcelsWithoutBoundary = 0
  var documentCount = 0
  /// The layers in force that are asked for.
  let layers: [LayerVersion]
  /// The register's coordinate system.
  let epsg: Int?
  /// The layers that took part.
  var usedLayers: [LayerVersion] = []

  private let askedKeys: Set<String>

  init(
    _ reader: RegisterReader, _ request: CheckRequest, progress: @escaping (CheckStep) -> Void
  ) throws {
    self.reader = reader
    self.request = request
    self.progress = progress
    engine = try GeometryEngine()
    findings = FindingCollector(request.book)
    shapeRules = ShapeRules(request.book)
    coverage = CoverageRules(request.book)
    threeLines = ThreeLineRules(request.book)
    askedKeys = Set(request.parcels.compactMap(PlotKey.ofNumber))
    let names = Set(request.layers)
    layers = try reader.layers.inForce(at: request.moment)
      .filter { names.isEmpty || names.contains($0.source.name) }
    epsg = try reader.registerEPSG()
  }

  var rules: RuleBook { request.book }

  /// Makes and measures the land of findings.
  var measure: LandMeasure { LandMeasure(land: land, engine: engine, coverage: coverage) }

  /// Judges everything that is asked for.
  ///
  /// - Parameter path: the register's file.
  mutating func run(_ path: String) throws {
    try judgePlots()
    try judgeDocuments()
    try judgeFiles(beside: path)
    areas.finish(into: &findings)
    indicators.finish(into: &findings)
    uses.finish(into: &findings)
    lifeCycle.finish(into: &findings)
    register.finish(into: &findings)
    if asks(CheckRun.rulesOfBoundaries), land.count > 0 {
      try land.readShapes(from: reader, at: request.moment) { [progress] in
        progress(.boundaries($0))
      }
    }
    if rules.scope != .layers {
      judgeShapes()
      try judgeCoverage()
      try judgeLines()
    }
    if rules.scope == .layers || rules.scope == .all { try judgeLayers() }
  }

  /// Whether one of some rules is asked.
  func asks(_ codes: [RuleCode]) -> Bool { codes.contains { rules.asks($0) } }

  /// The rules that look at the shapes of boundaries.
  static let rulesOfBoundaries =
    RuleCode.allCases.filter { code in
      code.rawValue.hasPrefix("shape_") || code.rawValue.hasPrefix("coverage_")
    } + rulesOfLines + [.indicatorConflict, .useSuppliedAgainstPlan]
  static let rulesOfLines: [RuleCode] = [
    .farmlandOccupied, .redlineOccupied, .growthBoundaryOutside, .growthBoundaryZone, .hazardNear,
    .existingUseTaken,
  ]

  private mutating func judgePlots() throws {
    var planKeys: [String: String?] = [:]
    var plots = 0
    try reader.plots.forEach(at: request.moment) { facts in
      let isAsked = askedKeys.isEmpty || askedKeys.contains(facts.key)
      for record in PlotFolding.records(of: facts) {
        judge(CheckedParcel(record: record, facts: facts))
        parcelCount += 1
        if record.boundary == nil { parcelsWithoutBoundary += 1 }
        let planKey = record.values.plan.flatMap { plan in
          if let known = planKeys[plan] { return known }
          let key = PlanName.key(plan)
          planKeys[plan] = .some(key)
          return key
        }
        land.add(record, key: facts.key, planKey: planKey, isAsked: isAsked)
      }
      plots += 1
      if plots % 4_096 == 0 { progress(.plots(plots)) }
    }
  }

  private mutating func judge(_ parcel: CheckedParcel) {
    areas.judge(parcel, into: &findings)
    indicators.judge(parcel, into: &findings)
    uses.judge(parcel, into: &findings)
    lifeCycle.judge(parcel, into: &findings)
    register.judge(parcel, into: &findings)
  }

  private mutating func judgeDocuments() throws {
    try reader.documents.forEach(at: request.moment) { document in
      areas.judge(document, into: &findings)
      indicators.judge(document, into: &findings)
      uses.judge(document, into: &findings)
      lifeCycle.judge(document, into: &findings)
      register.judge(document, into: &findings)
      documentCount += 1
      progress(.documents(documentCount))
    }
  }

  /// Whether a finding is asked for: about one of the parcels named, where some are.
  func isAsked(_ finding: Finding) -> Bool {
    askedKeys.isEmpty || finding.isAbout(plots: askedKeys)
  }
}
