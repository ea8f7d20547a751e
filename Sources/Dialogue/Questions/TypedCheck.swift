internal import Answers
internal import Exchange
internal import Foundation
public import Planning
public import Registry

/// By which rules what is checked, as it was written.
public struct TypedCheck: Sendable {
  /// A file of rules; `nil` for the usual ones.
  public var profile: String?
  /// The codes of rules: only these.
  public var rules: [String] = []
  /// The codes of rules that are left out.
  public var without: [String] = []
  /// Families of rules: only these.
  public var families: [RuleFamily] = []
  /// Numbers of parcels: only findings about these.
  public var parcels: [String] = []
  /// Names of reference layers: only these.
  public var layers: [String] = []
  /// The stage; `nil` for what the state of each thing tells.
  public var stage: RuleStage?

  /// All of it.
  public init() {}

  /// What is asked for.
  ///
  /// - Throws: ``Failure`` of a rule that does not exist, ``RuleProfileFault`` of a profile that
  ///   cannot be read.
  public func request(scope: CheckScope, at moment: Moment) throws -> CheckRequest {
    let codes = try self.codes(rules)
    let families = Set(families)
    var only: Set<RuleCode>?
    let profile = try RuleProfiles.profile(profile)
    if !codes.isEmpty || !families.isEmpty {
      only = codes.union(
        profile.orderedRules.filter { families.contains($0.family) }.map(\.code))
    }
    let day = moment.asOf ?? CalendarDate(iso: TypedCheck.today)
    var request = CheckRequest(
      book: RuleBook(
        profile, day: day, scope: scope, only: only, without: try self.codes(without),
        stage: stage),
      moment: moment)
    request.parcels = parcels
    request.layers = layers
    return request
  }

  /// Today by Chinese legal time.
  private static var today: String {
    let now = Moment.clock + 8 * 3_600_000
    return String(Moment.instant(millisecondsSince1970: now).prefix(10))
  }

  private func codes(_ texts: [String]) throws -> Set<RuleCode> {
    Set(
      try texts.map { text in
        guard let code = RuleCode(rawValue: text.lowercased()) else {
          throw Failure.unknownRule(
            text,
            near: EditDistance.nearest(
              to: text.lowercased(), among: RuleCode.allCases.map(\.rawValue)))
        }
        return code
      })
  }

  /// Holds the parcels and layers named against the register.
  ///
  /// - Throws: ``Failure`` of a layer that the register has not, and of a number of no parcel.
  public func check(against land: LandRegister, at moment: Moment) throws {
    let known = try land.lists.layers(at: moment)
    for name in layers where !ReservedLayerName.isParcels(name) && known.named(name) == nil {
      throw Failure.unknownLayer(name, known: known.map(\.source.name))
    }
    for number in parcels {
      let answer = try land.history(of: number, at: moment)
      guard !answer.parcels.isEmpty else {
        throw Failure.unknownParcel(number, near: answer.suggestions)
      }
    }
  }
}
