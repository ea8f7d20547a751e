public import Planning
public import SimpleFeatures

/// Which coordinate system the raw numbers of a file are in, told by their size and by what file,
/// user and register say.
///
/// Size decides order of axes, unit and zone prefix; the zone is taken from the prefix first, then
/// from the user or the file, then from a register of the same datum. Every contradiction is a
/// finding. What cannot be decided is an error, never a guess.
public struct CoordinateJudgement: Hashable, Sendable {
  /// A coordinate system.
  public enum System: Hashable, Sendable {
    /// A national system, held against the size of the numbers.
    case national(NationalCoordinateSystem)
    /// A system that was named and of which no ranges are known here.
    case named(epsg: Int)
    /// A system that the file defines in full (WKT).
    case defined(String)
    /// A bureau's own grid, which needs a transformation from a configuration file.
    case local
  }

  /// The system; `nil` where it cannot be decided.
  public internal(set) var system: System?
  /// Whether first and second number must be exchanged, so that x is easting or longitude.
  public internal(set) var exchangesAxes = false
  /// What should be told.
  public internal(set) var findings: [CoordinateFinding] = []

  let stated: StatedCoordinateSystem
  let claims: CoordinateClaims
  let register: RegisterExtent?
  let layout: CoordinateLayout?

  /// The EPSG code, where the system has one.
  public var epsg: Int? {
    switch system {
    case .national(let system): system.epsg
    case .named(let epsg): epsg
    case .defined, .local, nil: nil
    }
  }

  /// Judges a file, or the first stretch of it.
  ///
  /// - Parameters:
  ///   - tally: the file's numbers, first and second as they stand there.
  ///   - stated: what the file says of them.
  ///   - named: the EPSG code that the user named.
  ///   - register: the register that the shapes go to.
  ///   - acceptsLocalGrid: whether a transformation from a local grid is at hand.
  public init(
    tally: CoordinateTally, stated: StatedCoordinateSystem, named: Int? = nil,
    register: RegisterExtent? = nil, acceptsLocalGrid: Bool = false
  ) {
    self.stated = stated
    self.register = register
    claims = CoordinateClaims(stated, named: named)
    let groups = tally.groups
    layout = groups.count == 1 ? groups.first?.layout : nil
    guard let only = groups.first else {
      system = claims.taken.flatMap { $0.system.map(System.national) ?? foreign($0) }
      return
    }
    compareClaims()
    guard claims.contradiction == nil || claims.named != nil else { return }
    // A named system of which no ranges are known is taken at its word.
    if let taken = claims.taken, let system = foreign(taken) {
      self.system = system
      exchangesAxes = stated.axisOrder == .northingFirst
      return
    }
    if takesWebMercator(tally) { return }
    guard groups.count == 1 else {
      let other = groups[1].entry
      add(
        .coordinatesMixed(Self.text(only.entry), Self.text(other)), .error, place: other.place)
      return
    }
    guard only.layout != .outside else {
      judgeOutside(only.entry, acceptsLocalGrid: acceptsLocalGrid)
      return
    }
    judgeOrder(only.layout, only.entry)
    judgeSystem(only.layout, only.entry)
    if case .national(let system)? = system { compareWithRegister(system, only.entry) }
  }

  /// What a later stretch of the same file says against the judgement; empty where it agrees.
  public func contradictions(in tally: CoordinateTally) -> [CoordinateFinding] {
    guard let layout else { return [] }
    return tally.groups.filter { $0.layout != layout }.prefix(1).map { group in
      CoordinateFinding(
        .coordinatesMixed(Self.text(group.entry), Self.text(of: layout)), .error,
        place: group.entry.place)
    }
  }

  /// The findings as diagnostics of a file.
  public func diagnostics(file: String, line: Int? = nil) -> [Diagnostic] {
    findings.map { $0.diagnostic(file: file, line: line) }
  }

  mutating func add(
    _ fact: Diagnostic.Fact, _ severity: Diagnostic.Severity, place: Int? = nil
  ) {
    findings.append(CoordinateFinding(fact, severity, place: place))
  }

  private func foreign(_ claim: CoordinateClaims.Claim) -> System? {
    if let epsg = claim.otherCode { return .named(epsg: epsg) }
    return claim.definition.map(System.defined)
  }
}

extension CoordinateTally {
  /// The layouts seen, the most frequent first; eastings within and beyond a zone of three degrees
  /// are one, and beyond where any is.
  var groups: [(layout: CoordinateLayout, entry: Entry)] {
    var merged = entries
    for eastingFirst in [true, false] {
      let wide = CoordinateLayout.metres(eastingFirst: eastingFirst, isWide: true)
      let narrow = CoordinateLayout.metres(eastingFirst: eastingFirst, isWide: false)
      guard let a = merged[wide], let b = merged[narrow] else { continue }
      merged[narrow] = nil
      merged[wide]?.count += b.count
      merged[wide]?.box = a.box.union(b.box)
    }
    return merged.sorted { a, b in
      (b.value.count, a.value.first, a.value.second) < (
        a.value.count, b.value.first, b.value.second
      )
    }.map { ($0.key, $0.value) }
  }
}
