import Exchange
import Foundation

/// Why a command stops: what happened and where, and what to do.
struct Failure: Error {
  /// A key for programs: `not_found`, `busy`.
  let code: String
  /// What happened and where.
  let what: String
  /// What to do, `nil` where there is nothing to say.
  let advice: String?
  let status: ExitStatus

  init(_ code: String, _ what: Words, _ advice: Words? = nil, status: ExitStatus) {
    self.code = code
    self.what = what.text
    self.advice = advice?.text
    self.status = status
  }

  /// The failure on one line.
  var line: String {
    let both = [what, advice].compactMap { $0 }.joined(separator: Wording.clause.text)
    let line = DisplayWidth.printable(both)
    return "yulin: \(Wording.error.text): \(line)"
  }

  /// The failure as JSON on one line.
  var json: String {
    struct Record: Encodable {
      struct Content: Encodable {
        let code: String
        let message: String
        let advice: String?
      }
      let error: Content
    }
    let record = Record(error: .init(code: code, message: what, advice: advice))
    let data = try? JSONText.line(record)
    return data.map { String(decoding: $0, as: UTF8.self) } ?? line
  }
}

/// Ends a command early with a status and nothing more to say.
struct Ending: Error {
  let status: ExitStatus
}
