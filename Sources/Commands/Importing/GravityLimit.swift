import ArgumentParser
import Planning

/// The gravity of diagnostics from which an import ends with 1.
enum GravityLimit: String, ExpressibleByArgument, CaseIterable {
  case info, warning, error, never

  /// Whether a diagnostic counts.
  func admits(_ severity: Diagnostic.Severity) -> Bool {
    switch self {
    case .info: true
    case .warning: severity >= .warning
    case .error: severity >= .error
    case .never: false
    }
  }
}
