import Foundation

/// How long a piece of work took, and what came out.
struct Timing {
  /// Seconds of what is timed.
  var seconds = 0.0
  /// Seconds of reading what it works on.
  var loading = 0.0
  /// How many were found.
  var count = 0
  /// A sum over what was found, by which results are compared.
  var sum = 0.0
  /// How many were left to GEOS.
  var fallbacks = 0
  /// How many threads took part.
  var threads = ProcessInfo.processInfo.activeProcessorCount

  /// Runs something and tells how long it took.
  static func of<Result>(_ work: () throws -> Result) rethrows -> (Result, seconds: Double) {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try work()
    return (result, (clock.now - start) / .seconds(1))
  }

  /// The line that is printed.
  func json(_ job: String) -> String {
    """
    {"job":"\(job)","seconds":\(seconds),"load_seconds":\(loading),"count":\(count),"sum":\(sum),\
    "fallbacks":\(fallbacks),"threads":\(threads)}
    """
  }
}
