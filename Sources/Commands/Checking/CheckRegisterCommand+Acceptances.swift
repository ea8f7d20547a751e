import Answers
import Dialogue
import Exchange
import Foundation
import Planning
import Registry

extension CheckRegisterCommand {
  /// Lets a finding pass, and says which.
  func accept(_ id: String, in report: CheckReport, _ land: LandRegister) throws {
    guard let finding = report.findings.first(where: { $0.id == id }) else {
      throw Failure.unknownFinding(id, near: report.findingsNear(id))
    }
    let reason = accepting.reason ?? ""
    let made = try land.checks.accept(finding, reason: reason, author: accepting.author)
    if format == .table {
      let sentence = FindingText(report.profile, .current).sentence(for: finding)
      try Console.write(Wording.accepted(sentence, by: made.author).text)
    } else {
      try Console.writeJSON(made)
    }
  }

  /// Takes an acceptance back.
  func withdraw(_ id: String) throws {
    let land = try register.openForWriting()
    guard let known = try land.checks.acceptances().last(where: { $0.finding == id }),
      !known.isWithdrawn
    else {
      let accepted = try land.checks.acceptances().map(\.finding)
      throw Failure.notAccepted(
        id, near: EditDistance.nearest(to: id, among: Array(Set(accepted))))
    }
    let made = try land.checks.withdraw(
      known, reason: accepting.reason ?? "", author: accepting.author)
    if format == .table {
      try Console.write(Wording.withdrawn(known.subject ?? id, by: made.author).text)
    } else {
      try Console.writeJSON(made)
    }
  }

  /// Lists all that was said of findings that are let pass.
  func listAcceptances() throws {
    let all = try register.open().checks.acceptances(at: try time.moment())
    guard format == .table else { return try Console.writeJSON(all) }
    guard !all.isEmpty else { return Console.say(Wording.noAcceptances.text) }
    var table = TextTable([
      .text(Wording.recorded.text), .text(Wording.acceptanceDone.text),
      .text(Wording.finding.text), .text(Wording.rule.text), .words(Wording.subject.text),
      .text(Wording.author.text), .words(Wording.reasonGiven.text),
    ])
    for one in all {
      table.append([
        one.recordedAt, (one.isWithdrawn ? Wording.tookBack : Wording.letPass).text,
        one.finding, one.rule, one.subject, one.author, one.reason,
      ])
    }
    try Console.write(table.lines(width: Terminal.outputColumns).joined(separator: "\n"))
  }
}

extension CheckReport {
  /// The ids of findings that are spelled nearly like one, the nearest first.
  fileprivate func findingsNear(_ id: String) -> [String] {
    EditDistance.nearest(to: id.lowercased(), among: findings.map(\.id))
  }
}
