internal import Characters
internal import Exchange
internal import Foundation
public import Terms

/// Why a question is not answered: what happened and where, and what to do.
public struct Failure: Error {
  /// Whose matter it is. A command ends with a status of its own for each, a service answers with one
  /// of HTTP.
  public enum Kind: Hashable, Sendable {
    /// What was asked for is not there.
    case notFound
    /// The question is not understood: an option, a value or a filter.
    case wrongUse
    /// A file or a register is unreadable or refused.
    case refused
    /// Another process is writing to the register.
    case busy
  }

  /// A key for programs: `not_found`, `busy`.
  public let code: String
  /// What happened and where.
  public let what: Words
  /// What to do, `nil` where there is nothing to say.
  public let advice: Words?
  /// Whose matter it is.
  public let kind: Kind

  /// A failure.
  public init(_ code: String, _ what: Words, _ advice: Words? = nil, kind: Kind) {
    self.code = code
    self.what = what
    self.advice = advice
    self.kind = kind
  }

  /// What happened and what to do, in one sentence of a language.
  public func sentence(_ language: Language) -> String {
    let clause = Words("；", "; ")[language]
    return DisplayWidth.printable(
      [what, advice].compactMap { $0?[language] }.joined(separator: clause))
  }

  /// The failure as JSON on one line.
  public func json(_ language: Language) -> String {
    struct Record: Encodable {
      struct Content: Encodable {
        let code: String
        let message: String
        let advice: String?
      }
      let error: Content
    }
    let record = Record(
      error: .init(code: code, message: what[language], advice: advice?[language]))
    let data = try? JSONText.line(record)
    return data.map { String(decoding: $0, as: UTF8.self) } ?? sentence(language)
  }
}
