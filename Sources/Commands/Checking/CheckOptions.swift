import ArgumentParser
import Dialogue
import Exchange
import Foundation
import Planning
import Registry

/// The options that say by which rules what is checked.
struct CheckOptions: ParsableArguments {
  @Option(help: .init(Wording.Help.profile.text, valueName: "file"))
  var profile: String?

  @Option(help: .init(QuestionWords.rule.text, valueName: "code"))
  var rule: [String] = []

  @Option(help: .init(Wording.Help.withoutRule.text, valueName: "code"))
  var without: [String] = []

  @Option(help: .init(QuestionWords.family.text))
  var family: [RuleFamily] = []

  @Option(help: .init(QuestionWords.parcel.text, valueName: "number"))
  var parcel: [String] = []

  @Option(help: .init(QuestionWords.checkedLayer.text, valueName: "name"))
  var layer: [String] = []

  @Option(help: .init(Wording.Help.stage.text))
  var stage: RuleStage?

  /// What is asked, as it was written.
  var typed: TypedCheck {
    var typed = TypedCheck()
    typed.profile = profile
    typed.rules = rule
    typed.without = without
    typed.families = family
    typed.parcels = parcel
    typed.layers = layer
    typed.stage = stage
    return typed
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

/// Which findings are told, and which make the command fail.
struct ShownFindings: ParsableArguments {
  @Option(help: .init(QuestionWords.severity.text, valueName: "severity"))
  var severity: Diagnostic.Severity = .info

  @Option(help: .init(Wording.Help.checkFailOn.text, valueName: "severity"))
  var failOn: GravityLimit = .error

  @Flag(help: .init(Wording.Help.showAccepted.text))
  var accepted = false

  @Flag(name: .shortAndLong, help: .init(Wording.Help.quiet.text))
  var quiet = false
}
