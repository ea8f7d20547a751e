import Answers
import ArgumentParser
import Dialogue
import Exchange
import Foundation
import Planning
import Registry

/// `yulin check [parcels|plans|supply|layers|all]`.
struct CheckRegisterCommand: ParsableCommand, SpeaksJSON {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: Wording.Help.checkRegister.text,
    usage: Wording.Help.checkUsage.text,
    discussion: Wording.Help.checkRegisterMore.text)

  @Argument(help: .init(QuestionWords.scope.text, valueName: "scope"))
  var scope: CheckScope = .all

  @OptionGroup var what: CheckOptions
  @OptionGroup var accepting: AcceptanceOptions

  @Option(name: .shortAndLong, help: .init(Wording.Help.format.text))
  var format: CheckFormat = .table

  @Option(
    name: .shortAndLong, help: .init(Wording.Help.checkOutput.text, valueName: "file"))
  var output: [String] = []

  @Flag(help: .init(Wording.Help.overwrite.text))
  var overwrite = false

  @Flag(help: .init(Wording.Help.bom.text))
  var bom = false

  @OptionGroup var findings: ShownFindings
  @OptionGroup var register: StoreOptions
  @OptionGroup var time: MomentOptions
  @OptionGroup var language: LanguageOptions

  var speaksJSON: Bool { format.speaksJSON }

  func validate() throws {
    try accepting.validate()
    for path in output where CheckFormat(fileName: path) == nil {
      throw ValidationError(Wording.reportFormatNotTold(path).text)
    }
  }

  func run() throws {
    if accepting.acceptances { return try listAcceptances() }
    if let finding = accepting.withdraw { return try withdraw(finding) }
    let outputs = try output.map { path in
      let file = OutputFile(path: path, overwrites: overwrite)
      try file.check()
      return file
    }
    let request = try what.typed.request(scope: scope, at: try time.moment())
    let land = try accepting.accept == nil ? register.open() : register.openForWriting()
    try what.typed.check(against: land, at: request.moment)
    let report = try check(request, in: land)
    if let finding = accepting.accept { return try accept(finding, in: report, land) }
    let shown = report.showing(from: findings.severity, withAccepted: findings.accepted)
    let writer = CheckOutput(
      report: shown, byteOrderMark: bom, overwrites: overwrite, register: land,
      moment: request.moment)
    for file in outputs { try writer.write(to: file) }
    if outputs.isEmpty || format != .table { try writer.write(format) }
    if !findings.quiet { CheckSummary(report: report, shown: shown).say(outputs.map(\.path)) }
    if report.openFindings.contains(where: { findings.failOn.admits($0.severity) }) {
      throw Ending(status: .findings)
    }
  }

  private func check(_ request: CheckRequest, in land: LandRegister) throws -> CheckReport {
    var progress = Progress(isQuiet: findings.quiet)
    defer { progress.clear() }
    // The closure is called on this thread alone, while the check runs.
    let line = ProgressLine(progress)
    var report = try land.checks.run(request) { line.progress.say(Wording.checking($0)) }
    progress = line.progress
    report.versions["yulin"] = Version.number
    return report
  }
}

/// A line of progress that a closure may change.
private final class ProgressLine {
  var progress: Progress
  init(_ progress: Progress) { self.progress = progress }
}
