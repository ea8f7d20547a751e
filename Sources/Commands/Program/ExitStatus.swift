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
