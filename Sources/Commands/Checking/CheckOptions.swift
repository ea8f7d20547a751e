import ArgumentParser
import Exchange
import Foundation
import Planning
import Registry

/// The options that say by which rules what is checked.
struct CheckOptions: ParsableArguments {
  @Option(help: .init(Wording.Help.profile.text, valueName: "file"))
  var profile: String?

  @Option(help: .init(Wording.Help.rule.text, valueName: "code"))
  var rule: [String] = []

  @Option(help: .init(Wording.Help.withoutRule.text, valueName: "code"))
  var without: [String] = []

  @Option(help: .init(Wording.Help.family.text))
  var family: [RuleFamily] = []

  @Option(help: .init(Wording.Help.checkParcel.text, valueName: "number"))
  var parcel: [String] = []

  @Option(help: .init(Wording.Help.checkLayer.text, valueName: "name"))
  var layer: [String] = []

  @Option(help: .init(Wording.Help.stage.text))
  var stage: RuleStage?

  /// What is asked for.
  ///
  /// - Throws: ``Failure`` of a rule that does not exist, and of a profile that cannot be read.
  func request(scope: CheckScope, at moment: Moment) throws -> CheckRequest {
    let codes = try self.codes(rule)
    let families = Set(family)
    var only: Set<RuleCode>?
    let rules = try RuleProfiles.profile(profile)
    if !codes.isEmpty || !families.isEmpty {
      only = codes.union(
        rules.orderedRules.filter { families.contains($0.family) }.map(\.code))
    }
    let day = moment.asOf ?? CalendarDate(iso: CheckOptions.today)
    var request = CheckRequest(
      book: RuleBook(
        rules, day: day, scope: scope, only: only, without: try self.codes(without), stage: stage),
      moment: moment)
    request.parcels = parcel
    request.layers = layer
    return request
  }

  /// Today by Chinese legal time.
  private static var today: String {
    let now = Int(Date().timeIntervalSince1970 * 1_000) + 8 * 3_600_000
    return String(Moment.instant(millisecondsSince1970: now).prefix(10))
  }

  private func codes(_ texts: [String]) throws -> Set<RuleCode> {
    Set(
      try texts.map { text in
        guard let code = RuleCode(rawValue: text.lowercased()) else {
          throw Failure(
            "unknown_rule", Wording.noSuchRule(text),
            Wording.known(
              EditDistance.nearest(to: text.lowercased(), among: RuleCode.allCases.map(\.rawValue))),
            status: .wrongUse)
        }
        return code
      })
  }

  /// Holds the parcels and layers named against the register.
  ///
  /// - Throws: ``Failure`` of a layer that the register has not, and of a number of no parcel.
  func check(against land: LandRegister, at moment: Moment) throws {
    let known = try land.layerNames(at: moment)
    for name in layer where !known.contains(name) {
      throw Failure(
        "unknown_layer", Wording.noSuchLayer(name), Wording.known(known), status: .wrongUse)
    }
    for number in parcel {
      let answer = try land.lookup(number, at: moment)
      guard !answer.parcels.isEmpty, PlotKey.ofNumber(number) != nil else {
        throw Failure(
          "unknown_parcel", Wording.notFound(number), Wording.known(answer.suggestions),
          status: .findings)
      }
    }
  }
}

/// The options that let findings pass.
struct AcceptanceOptions: ParsableArguments {
  @Option(help: .init(Wording.Help.accept.text, valueName: "id"))
  var accept: String?

  @Option(help: .init(Wording.Help.withdraw.text, valueName: "id"))
  var withdraw: String?

  @Option(help: .init(Wording.Help.reason.text, valueName: "text"))
  var reason: String?

  @Option(help: .init(Wording.Help.by.text, valueName: "name"))
  var by: String?

  @Flag(help: .init(Wording.Help.acceptances.text))
  var acceptances = false

  func validate() throws {
    let asked = [accept != nil, withdraw != nil, acceptances].count { $0 }
    guard asked <= 1 else { throw ValidationError(Wording.oneAtATime.text) }
    let isBlank = reason?.allSatisfy(\.isWhitespace) ?? true
    if accept != nil || withdraw != nil, isBlank {
      throw ValidationError(Wording.reasonNeeded.text)
    }
    if reason != nil || by != nil, accept == nil, withdraw == nil {
      throw ValidationError(Wording.reasonForWhat.text)
    }
  }

  /// Who says so: as given, else who is logged in.
  var author: String {
    if let by, !by.allSatisfy(\.isWhitespace) { return by }
    let name = NSUserName()
    return name.isEmpty ? Wording.unnamed.text : name
  }
}
