internal import Foundation
internal import Hummingbird
internal import Logging
internal import SimpleFeatures

/// How many requests there were, what became of them and how long they took.
final class RequestMetrics: Sendable {
  /// The upper ends of the classes of duration, in seconds.
  static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

  private struct Counts: Sendable {
    var byStatus: [Int: Int] = [:]
    /// By class of duration; the last is over all bounds.
    var byDuration = Array(repeating: 0, count: bounds.count + 1)
    var seconds = 0.0
    var bytes = 0
    var underWay = 0
  }

  private let counts = Locked(Counts())
  private let start = Date()

  func begin() { counts.withLock { $0.underWay += 1 } }

  func end(status: Int, seconds: Double, bytes: Int) {
    counts.withLock { counts in
      counts.underWay -= 1
      counts.byStatus[status, default: 0] += 1
      let place = RequestMetrics.bounds.firstIndex { seconds <= $0 } ?? RequestMetrics.bounds.count
      counts.byDuration[place] += 1
      counts.seconds += seconds
      counts.bytes += bytes
    }
  }

  /// The numbers in the text format of Prometheus, version 0.0.4.
  func text(_ others: [(name: String, help: String, value: Int)]) -> String {
    let counts = counts.withLock { $0 }
    var lines: [String] = []
    func head(_ name: String, _ kind: String, _ help: String) {
      lines += ["# HELP \(name) \(help)", "# TYPE \(name) \(kind)"]
    }
    head("yulin_requests_total", "counter", "Requests answered, by status.")
    for (status, count) in counts.byStatus.sorted(by: { $0.key < $1.key }) {
      lines.append("yulin_requests_total{status=\"\(status)\"} \(count)")
    }
    head("yulin_request_seconds", "histogram", "How long requests took.")
    var sum = 0
    for (bound, count) in zip(RequestMetrics.bounds, counts.byDuration) {
      sum += count
      lines.append("yulin_request_seconds_bucket{le=\"\(bound)\"} \(sum)")
    }
    sum += counts.byDuration.last ?? 0
    lines += [
      "yulin_request_seconds_bucket{le=\"+Inf\"} \(sum)",
      "yulin_request_seconds_sum \(counts.seconds)", "yulin_request_seconds_count \(sum)",
    ]
    let more = [
      ("yulin_response_bytes", "Bytes of answers.", counts.bytes),
      ("yulin_requests_under_way", "Requests that are being answered.", counts.underWay),
      ("yulin_uptime_seconds", "Seconds since the start.", Int(Date().timeIntervalSince(start))),
    ]
    for (name, help, value) in more + others {
      head(name, name == "yulin_response_bytes" ? "counter" : "gauge", help)
      lines.append("\(name) \(value)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Counts requests, and logs those that fail or take long; the others at `debug`.
struct RequestMetricsMiddleware<Context: RequestContext>: RouterMiddleware {
  /// A request that takes so many seconds is worth a line.
  static var slow: Double { 2 }

  let metrics: RequestMetrics

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    metrics.begin()
    let start = ContinuousClock.now
    let response: Response
    do {
      response = try await next(request, context)
    } catch {
      metrics.end(status: 500, seconds: 0, bytes: 0)
      throw error
    }
    let elapsed = ContinuousClock.now - start
    let seconds =
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let (status, bytes) = (response.status.code, response.body.contentLength ?? 0)
    metrics.end(status: status, seconds: seconds, bytes: bytes)
    let isNotable = status >= 500 || seconds > RequestMetricsMiddleware.slow
    context.logger.log(
      level: isNotable ? .warning : .debug, "request",
      metadata: [
        "method": "\(request.method)", "path": "\(request.uri.path)", "status": "\(status)",
        "ms": "\(Int(seconds * 1_000))", "bytes": "\(bytes)",
      ])
    return response
  }
}
