internal import Answers
internal import Dialogue
internal import Dispatch
internal import Exchange
internal import Foundation
internal import Planning
internal import Registry
internal import SimpleFeatures
internal import Terms

/// What follows from a state of the register and is asked for again and again: its collections, the
/// findings of its check. Made once for each state, and anew when the register has changed.
final class LandState: Sendable {
  /// What is kept of one state and moment.
  private struct Kept: Sendable {
    var collections: [FeatureCollection]?
    var report: CheckReport?
    /// How long the check took.
    var effort = Duration.zero
  }

  /// A state of the register, and a moment that is asked about.
  struct Key: Hashable, Sendable {
    let revision: String
    let moment: Moment
  }

  let register: RegisterPool
  private let workbench: Workbench
  private let kept = Locked<[(key: Key, value: Kept)]>([])
  private let known = Locked<(revision: String, at: ContinuousClock.Instant)?>(nil)
  private let checks: SingleFlight<Key, CheckReport>

  /// So many moments are kept.
  private static let room = 8
  /// How long it may take until a change of the register is seen.
  private static let staleness = Duration.milliseconds(200)

  init(register: RegisterPool, workbench: Workbench) {
    self.register = register
    self.workbench = workbench
    checks = SingleFlight()
  }

  /// What tells the register's state; looked up at most five times a second.
  func revision() throws -> String {
    let now = ContinuousClock.now
    if let known = known.withLock({ $0 }), now - known.at < LandState.staleness {
      return known.revision
    }
    let revision = try register.ask { try $0.revision() }
    known.withLock { $0 = (revision, now) }
    return revision
  }

  private func key(_ moment: Moment) throws -> Key {
    Key(revision: try revision(), moment: moment)
  }

  /// The collections as of a moment; that of the findings last.
  func collections(at moment: Moment) throws -> [FeatureCollection] {
    let key = try key(moment)
    if let found = value(key)?.collections { return found }
    var all = try register.ask { try $0.collections.all(at: moment) }
    var findings = FindingPages.collection(of: nil, epsg: all.first { $0.id == "parcels" }?.epsg)
    findings.extent = all.first { $0.id == "parcels" }?.extent
    all.append(findings)
    let made = all
    keep(key) { $0.collections = made }
    return made
  }

  /// The collection of a name.
  ///
  /// - Throws: ``Failure`` where there is none.
  func collection(_ id: String, at moment: Moment = .now) throws -> FeatureCollection {
    let all = try collections(at: moment)
    guard let found = all.first(where: { $0.id == id }) else {
      throw Failure.unknownCollection(id, known: all.map(\.id))
    }
    return found
  }

  /// The findings of the whole register by the usual rules as of a moment.
  func report(at moment: Moment) async throws -> CheckReport {
    let key = try key(moment)
    if let found = value(key)?.report { return found }
    return try await checks.run(key) { [self] in
      let start = ContinuousClock.now
      let made = try await workbench.run { [register] in
        try register.ask { land in
          var report = try land.checks.run(TypedCheck().request(scope: .all, at: moment))
          report.versions["yulin"] = Version.number
          return report
        }
      }
      let effort = ContinuousClock.now - start
      keep(key) { ($0.report, $0.effort) = (made, effort) }
      return made
    }
  }

  /// Whether a check of the whole register takes so long that nobody waits for one of his own.
  func isCheckLong(at moment: Moment) throws -> Bool {
    try value(key(moment)).map { $0.effort > .seconds(2) } ?? false
  }

  private func value(_ key: Key) -> Kept? {
    kept.withLock { kept in kept.first { $0.key == key }?.value }
  }

  private func keep(_ key: Key, _ change: (inout Kept) -> Void) {
    kept.withLock { kept in
      kept.removeAll { $0.key.revision != key.revision }
      let index = kept.firstIndex { $0.key == key }
      var value = index.map { kept.remove(at: $0).value } ?? Kept()
      change(&value)
      kept.append((key, value))
      if kept.count > LandState.room { kept.removeFirst() }
    }
  }
}

/// Work that several ask for at the same time is done once.
actor SingleFlight<Key: Hashable & Sendable, Value: Sendable> {
  private var under: [Key: Task<Value, any Error>] = [:]

  func run(
    _ key: Key, _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    if let task = under[key] { return try await task.value }
    let task = Task { try await work() }
    under[key] = task
    defer { under[key] = nil }
    return try await task.value
  }
}

/// Connections to the register, each for one question at a time.
///
/// A question is answered from one state of the register, whatever others write meanwhile; a
/// connection is opened when all others are busy, and kept.
final class RegisterPool: Sendable {
  /// The first connection, of which the others are made. Work that waits for other programs may use it;
  /// questions that are put to it come one after the other.
  let first: LandRegister
  private let idle = Locked<[LandRegister]>([])

  /// The file's name without its folder.
  let name: String

  /// - Throws: ``RegisterError`` where there is no register that can be read.
  init(path: String) throws {
    first = try LandRegister.open(at: path)
    name = String(path.split(separator: "/").last ?? "")
  }

  /// Puts questions to the register.
  func ask<Result>(_ question: (LandRegister) throws -> Result) throws -> Result {
    let register = try idle.withLock { $0.popLast() } ?? first.sibling()
    defer { idle.withLock { $0.append(register) } }
    return try question(register)
  }
}
