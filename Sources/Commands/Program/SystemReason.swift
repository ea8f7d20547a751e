import Exchange
import Foundation
import Terms

/// What the system says about a failed reading or writing, in short and in words of ours.
struct SystemReason {
  /// The system's code, where there is one.
  let code: POSIXErrorCode?
  private let fallback: String

  init(_ error: any Error) {
    var current: NSError? = error as NSError
    var found: POSIXErrorCode?
    while let error = current, found == nil {
      if error.domain == NSPOSIXErrorDomain { found = POSIXErrorCode(rawValue: Int32(error.code)) }
      current = (error.userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError }
    }
    code = found
    fallback = (error as NSError).localizedDescription
  }

  /// What the system says of a code.
  static func words(of code: Int32) -> Words {
    POSIXErrorCode(rawValue: code).flatMap(Wording.reason) ?? Words("\(code)", "\(code)")
  }

  /// The reason in words.
  var words: Words {
    code.flatMap(Wording.reason) ?? Words(fallback, fallback)
  }
}
