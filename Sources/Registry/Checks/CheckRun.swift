internal import Answers
internal import Characters
internal import Foundation
public import Planning
internal import SimpleFeatures
internal import Storage
internal import Topology

/// What a check is asked to look at.
public struct CheckRequest: Sendable {
  /// The rules, the day and the scope.
  public var book: RuleBook
  /// The moment asked about.
  public var moment: Moment
  /// Only findings about parcels of these numbers; all where it is empty. The rules still see all
  /// parcels, since some compare one with the others.
  public var parcels: [String] = []
  /// Only these reference layers, by name; all where it is empty. `parcels` is none of them: it names
  /// the boundaries, which are looked at in any case.
  public var layers: [String] = []

  /// A request.
  public init(book: RuleBook, moment: Moment = .now) {
    self.book = book
    self.moment = moment
  }
}

/// What a check is doing.
public enum CheckStep: Hashable, Sendable {
  /// So many plots were judged by what is said of them.
  case plots(Int)
  /// So many documents were judged.
  case documents(Int)
  /// So many boundaries were read.
  case boundaries(Int)
  /// The boundaries are judged one by one.
  case shapes
  /// The boundaries are compared with each other.
  case overlaps
  /// A reference layer is read and compared with the boundaries.
  case layer(String)
}

/// One check of one state of a register.
struct CheckRun {
  /// The rules that judge shapes, measures and what lies on what: they keep nothing in mind.
  struct ShapeFamilies {
    let shapes: ShapeRules
    let coverage: CoverageRules
    let threeLines: ThreeLineRules
  }

  /// What was looked at.
  struct Counts {
    var parcels = 0
    var parcelsWithoutBoundary = 0
    var documents = 0
  }

  let reader: RegisterReader
  let request: CheckRequest
  let progress: (CheckStep) -> Void
  let engine: GeometryEngine

  var findings: FindingCollector
  var land = CheckedLand()
  /// The rules that judge what is said.
  private var sets: [any RuleSet] = [
    AreaRules(), IndicatorRules(), UseRules(), LifeCycleRules(), RegisterRules(),
  ]
  let families: ShapeFamilies
  var counts = Counts()
  /// The layers in force that are asked for, and those that took part.
  var layers: (asked: [LayerVersion], used: [LayerVersion])
  /// The register's coordinate system.
  let epsg: Int?
  private let askedKeys: Set<String>

  init(
    _ reader: RegisterReader, _ request: CheckRequest, progress: @escaping (CheckStep) -> Void
  ) throws {
    self.reader = reader
    self.request = request
    self.progress = progress
    engine = try GeometryEngine()
    let book = request.book
    findings = FindingCollector(book)
    families = ShapeFamilies(
      shapes: ShapeRules(book), coverage: CoverageRules(book), threeLines: ThreeLineRules(book))
    askedKeys = Set(request.parcels.compactMap(PlotKey.ofNumber))
    let known = try reader.layers.inForce(at: request.moment)
    let named = Set(request.layers.compactMap { known.named($0)?.table })
    layers = (request.layers.isEmpty ? known : known.filter { named.contains($0.table) }, [])
    epsg = try reader.registerEPSG()
  }

  var rules: RuleBook { request.book }

  /// Whether one of some rules is asked.
  func asks(_ codes: [RuleCode]) -> Bool { codes.contains { rules.asks($0) } }

  /// The rules on how boundaries, or the features of a layer, lie beside each other. Land outside the
  /// plan is of their family too, but is judged by a layer.
  var rulesOfTiling: [RuleCode] { rules.asked(.coverage).filter { $0 != .coverageOutsidePlan } }

  /// Makes and measures the land of findings.
  var measure: LandMeasure {
    LandMeasure(land: land, engine: engine, coverage: families.coverage)
  }

  /// Judges everything that is asked for.
  ///
  /// - Parameter path: the register's file.
  mutating func run(_ path: String) throws {
    try judgePlots()
    try judgeDocuments()
    try judgeFiles(beside: path)
    ask { rules, findings in rules.finish(into: &findings) }
    let looksAtShapes =
      [RuleFamily.shapes, .coverage, .threeLines].contains { !rules.asked($0).isEmpty }
      || rules.asks(.indicatorConflict)
    if looksAtShapes, land.count > 0 {
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

  /// Lets each set of rules judge.
  private mutating func ask(_ body: (inout any RuleSet, inout FindingCollector) -> Void) {
    for place in sets.indices { body(&sets[place], &findings) }
  }

  private mutating func judgePlots() throws {
    var planKeys: [String: String?] = [:]
    var plots = 0
    try reader.plots.forEach(at: request.moment) { facts in
      let isAsked = askedKeys.isEmpty || askedKeys.contains(facts.key)
      for record in PlotFolding.records(of: facts) {
        let parcel = CheckedParcel(record: record, facts: facts)
        ask { rules, findings in rules.judge(parcel, into: &findings) }
        counts.parcels += 1
        if record.boundary == nil { counts.parcelsWithoutBoundary += 1 }
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

  private mutating func judgeDocuments() throws {
    try reader.documents.forEach(at: request.moment) { document in
      ask { rules, findings in rules.judge(document, into: &findings) }
      counts.documents += 1
      progress(.documents(counts.documents))
    }
  }

  /// Whether a finding is asked for: about one of the parcels named, where some are.
  func isAsked(_ finding: Finding) -> Bool {
    askedKeys.isEmpty || finding.isAbout(plots: askedKeys)
  }
}

extension CheckRun {
  /// Looks for the files that the register was filled from.
  ///
  /// A path without folder at its beginning is looked for beside the register and where the program
  /// runs. Of a path in a folder that is not here nothing can be said: it is another computer's.
  mutating func judgeFiles(beside register: String) throws {
    guard rules.asks(.documentFileMissing) else { return }
    let folders = [
      FileManager.default.currentDirectoryPath,
      URL(fileURLWithPath: register).deletingLastPathComponent().path,
    ]
    var seen: Set<String> = []
    for source in try reader.publicationSources(at: request.moment)
    where seen.insert("\(source.file)|\(source.sha256 ?? "")").inserted {
      let file = SourceFile(
        name: source.file, sha256: source.sha256, extractor: source.extractor)
      let subject: FindingSubject? =
        source.kind == .document
        ? nil
        : FindingSubject(
          kind: source.kind == .layer ? .layer : .boundary, key: source.identifier ?? source.file,
          label: source.identifier ?? source.file)
      let checked = CheckedFile(file, CheckRun.state(of: file, in: folders), subject: subject)
      ask { rules, findings in rules.judge(checked, into: &findings) }
    }
  }

  private static func state(of file: SourceFile, in folders: [String]) -> SourceFileState {
    let places =
      file.name.hasPrefix("/") ? [file.name] : folders.map { "\($0)/\(file.name)" }
    for place in places {
      guard let found = ContentDigest.hexadecimal(ofFileAt: place) else { continue }
      return found == file.sha256 ? .present : .changed(sha256: found)
    }
    // Standard input has no place to be gone from.
    let isHere =
      file.name != "-"
      && places.contains { place in
        let folder = URL(fileURLWithPath: place).deletingLastPathComponent()
        let values = try? folder.resourceValues(forKeys: [.isDirectoryKey])
        return values?.isDirectory == true
      }
    return isHere ? .missing : .elsewhere
  }
}
