import Exchange
import Foundation
import Terms

/// A line on standard error that says how far a long job is: only on a terminal, and only once the
/// job has taken a second.
struct Progress {
  private let isShown: Bool
  private let start = Date()
  private var hasShown = false

  init(isQuiet: Bool) {
    isShown = Terminal.isErrors && !isQuiet
  }

  /// Says how far the job is, over what was said before.
  mutating func say(_ words: Words) {
    guard isShown, Date().timeIntervalSince(start) > 1 else { return }
    hasShown = true
    let text = DisplayWidth.truncated(words.text, to: (Terminal.errorColumns ?? 80) - 1)
    Console.draw("\r\u{1B}[K" + text)
  }

  /// Clears the line.
  mutating func clear() {
    guard hasShown else { return }
    hasShown = false
    Console.draw("\r\u{1B}[K")
  }
}
