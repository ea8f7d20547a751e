internal import Foundation
internal import GRDB
public import Planning

extension RegisterReader {
  /// All that was ever said of findings that are let pass, in the order in which it was recorded.
  public func acceptances(at moment: Moment = .now) throws -> [FindingAcceptance] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM finding_acceptance WHERE recorded_at <= ? ORDER BY id",
      arguments: [moment.knownAt ?? "9999"]
    ).map { row in
      FindingAcceptance(
        finding: row["finding"], reason: row["reason"], author: row["author"],
        recordedAt: row["recorded_at"], squareMetres: row["area_m2"],
        isWithdrawn: row["withdrawn"], rule: row["rule"], subject: row["subject"])
    }
  }
}

extension RegisterStore {
  /// Records that a finding is let pass, or no longer; what was said before stays.
  ///
  /// - Returns: the acceptance with the instant at which it was recorded.
  /// - Throws: ``RegisterError`` `busy`, `readOnly`.
  @discardableResult
  public func record(_ acceptance: FindingAcceptance) throws -> FindingAcceptance {
    let now = Moment.instant(millisecondsSince1970: Int(Date().timeIntervalSince1970 * 1_000))
    return try record(acceptance, recordedAt: now)
  }

  /// The same at a given instant; if the register has learnt something later, at that.
  func record(
    _ acceptance: FindingAcceptance, recordedAt now: String
  ) throws -> FindingAcceptance {
    try write { db in
      let last = try String.fetchOne(db, sql: "SELECT max(recorded_at) FROM finding_acceptance")
      var acceptance = acceptance
      acceptance.recordedAt = max(
        try DocumentWriter(db: db, coder: RecordCoder()).instant(notBefore: now), last ?? "")
      try db.execute(
        sql: """
          INSERT INTO finding_acceptance
            (finding, rule, subject, reason, author, area_m2, withdrawn, recorded_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          acceptance.finding, acceptance.rule, acceptance.subject, acceptance.reason,
          acceptance.author, acceptance.squareMetres, acceptance.isWithdrawn,
          acceptance.recordedAt,
        ])
      return acceptance
    }
  }
}
