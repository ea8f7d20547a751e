/// Why an export cannot be read: which record, and what is wrong with it.
public struct ExportFault: Error, Hashable, Sendable {
  /// The record, counted from 1; `nil` where it concerns the whole.
  public var record: Int?
  /// What is wrong with it.
  public var reason: String

  /// A fault.
  public init(record: Int?, reason: String) {
    self.record = record
    self.reason = reason
  }

  /// What a decoding error says, in short: the key and what is wrong with it.
  static func reason(of error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)" }
    func path(_ context: DecodingError.Context) -> String {
      context.codingPath.map(\.stringValue).joined(separator: ".")
    }
    return switch error {
    case .keyNotFound(let key, _): "\(key.stringValue) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\(path(context)) is of another type"
    case .dataCorrupted(let context):
      context.codingPath.isEmpty ? "not JSON" : "\(path(context)): \(context.debugDescription)"
    @unknown default: "\(error)"
    }
  }
}
