import Dialogue

/// How the program ends.
enum ExitStatus: Int32 {
  /// Clean, or answered.
  case success = 0
  /// Findings, or nothing found.
  case findings = 1
  /// Wrong use: an option, a value or a filter that is not understood.
  case wrongUse = 2
  /// Unreadable or refused: a file, a register.
  case refused = 3
  /// Another process is writing to the register.
  case busy = 4
}

extension ExitStatus {
  /// The status of a command that fails so.
  init(_ kind: Failure.Kind) {
    switch kind {
    case .notFound: self = .findings
    case .wrongUse: self = .wrongUse
    case .refused: self = .refused
    case .busy: self = .busy
    }
  }
}

/// Ends a command early with a status and nothing more to say.
struct Ending: Error {
  let status: ExitStatus
}
