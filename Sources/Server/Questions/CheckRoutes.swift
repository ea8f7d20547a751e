internal import Answers
internal import Dialogue
internal import Exchange
internal import HTTPTypes
internal import Hummingbird
internal import Planning
internal import Registry
internal import Terms

/// `/check`: what `yulin check` says of the register.
struct CheckRoutes: Sendable {
  let state: LandState
  let workbench: Workbench
  let language: Language

  /// What is asked.
  var question: Question {
    Question(
      id: "check", path: "/check", kind: .questions,
      summary: Words("按规则核查登记库", "The register held against the rules"),
      parameters: QuestionParameter.check, formats: [.json, .csv, .features, .html], answer: check)
  }

  private func check(_ asked: Asked) async throws -> Response {
    let (request, parameters, format) = (asked.request, asked.parameters, asked.format)
    let moment = try parameters.moment()
    let severity: Diagnostic.Severity = try parameters.choice("severity") ?? .info
    let report = try await report(parameters, moment).showing(from: severity, withAccepted: true)
    let words = Language(of: request, usual: language)
    let register = state.register
    return try await workbench.run {
      try CheckRoutes.answer(report, format, words, moment, register)
    }
  }

  /// The whole check by the usual rules is kept. What is asked of some rules or some parcels is checked
  /// for itself, as the command line does, but in a register where that takes seconds: there it is
  /// taken from the whole, and rules without a finding are not told, since how many of these parcels
  /// they were asked of is not known.
  private func report(_ parameters: Parameters, _ moment: Moment) async throws -> CheckReport {
    var typed = TypedCheck()
    typed.rules = parameters.all("rule")
    typed.families = try parameters.all("family").map { text in
      guard let family = RuleFamily(rawValue: text) else {
        throw Failure.badParameter("family", text, RuleFamily.allCases.map(\.rawValue))
      }
      return family
    }
    typed.parcels = parameters.all("parcel")
    typed.layers = parameters.all("layer")
    let scope: CheckScope = try parameters.choice("scope") ?? .all
    let asked = typed
    let request = try typed.request(scope: scope, at: moment)
    try state.register.ask { try asked.check(against: $0, at: moment) }
    let isWhole =
      scope == .all && typed.layers.isEmpty && request.book.only == nil && typed.parcels.isEmpty
    if isWhole { return try await state.report(at: moment) }
    let whole = try await scope == .all && typed.layers.isEmpty ? state.report(at: moment) : nil
    guard let whole, try state.isCheckLong(at: moment) else {
      return try await workbench.run { [state] in
        try state.register.ask { land in
          var report = try land.checks.run(request)
          report.versions["yulin"] = Version.number
          return report
        }
      }
    }
    return whole.narrowed(to: request.book.only, parcels: typed.parcels)
  }

  private static func answer(
    _ report: CheckReport, _ format: Format, _ language: Language, _ moment: Moment,
    _ register: RegisterPool
  ) throws -> Response {
    var bytes: [UInt8] = []
    let text = CheckReportText(report, language)
    switch format {
    case .features:
      _ = try FindingFeatures(report, language).write(asSequence: false) { bytes += $0 }
    case .csv: try text.writeCSV(byteOrderMark: true) { bytes += $0 }
    case .html:
      try register.ask { land in
        try land.checks.writePage(of: report, at: moment, language) { bytes += $0 }
      }
      return Answer.report(bytes)
    default: try text.writeJSON { bytes += $0 }
    }
    return Answer.bytes(bytes, type: format.type)
  }
}
