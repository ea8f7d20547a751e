internal import Characters
internal import Exchange
public import Filtering
internal import Foundation
public import Judging
public import Planning
public import Registry
public import Terms

/// Why a question is not answered: what was seen. What is said of it, and whose matter it is, stands
/// in one switch, ``message``.
public enum Failure: Error {
  // Faults of the rooms below.

  /// What the register could not do.
  case register(RegisterError)
  /// Why shapes are not exported.
  case export(ShapeExportFault)
  /// Why an overlay is not made.
  case overlay(OverlayFault)
  /// Why a question about a place, as it was written, is not put.
  case place(PlaceFault, of: String)
  /// Why a file of rules is refused.
  case profile(RuleProfileFault)
  /// Why a file of parameters is refused.
  case configuration(ConfigurationFault)
  /// Why settings are refused, with their file where they have one.
  case settings(any Error, file: String?)
  /// Why a condition is not answered; what it and an order are called where they were given.
  case filter(FilterError, condition: String = "--where", order: String = "--sort")

  // What is asked for is not there.

  /// There is no such layer; those there are.
  case unknownLayer(String, known: [String])
  /// A layer has nothing that is drawn on the map.
  case nothingToDraw(String)
  /// A collection has no shapes.
  case noTiles(String)
  /// There is no such tile: zoom, column and row as they were written.
  case noTile(String, String, String)
  /// There is no such collection; those there are.
  case unknownCollection(String, known: [String] = [])
  /// There is no such feature in a collection.
  case unknownFeature(String, of: String)
  /// No file or document of the name is cited by the register; those that may be meant.
  case unknownFile(String, near: [String] = [])
  /// There is no such rule; near misses.
  case unknownRule(String, near: [String])
  /// A check has no such finding; near misses.
  case unknownFinding(String, near: [String])
  /// No such finding is accepted; near misses.
  case notAccepted(String, near: [String])
  /// Nothing of a check is a parcel of the number; near misses.
  case unknownParcel(String, near: [String])
  /// The register has no parcel to build on; near misses.
  case noParcel(String, near: [String])
  /// No parcel in force is of the plan that is named; the plans there are.
  case noParcelInForce(String, plans: [String])

  // The question is not understood.

  /// The parser of the command line says so; the command that explains it.
  case mistake(String, help: String)
  /// Nothing is asked.
  case nothingAsked
  /// No shape was sent.
  case nothingSent
  /// A query is no text.
  case badQuery
  /// There is no such parameter; those there are.
  case unknownParameter(String, known: [String])
  /// A parameter stands twice.
  case repeatedParameter(String)
  /// A parameter cannot have the value; values that it may have.
  case badParameter(String, String, [String] = [])
  /// A question about a place contradicts itself.
  case badPlace(Words)
  /// A coordinate system is given for what has no coordinates.
  case misplacedSystem
  /// A file and its first line are to be given.
  case noLines
  /// The service's own program is started by hand.
  case startedByHand
  /// No register is named.
  case noStore
  /// No moments are named to compare.
  case noMoments
  /// Facts are asked for as shapes.
  case factsHaveNoShapes
  /// A format has no shapes.
  case formatWithoutShapes(String)
  /// Options of other formats are given for coordinate text.
  case optionsAgainstText
  /// Options of coordinate text are given for another format.
  case optionsOfText
  /// A kind of record has no shapes.
  case notFeatures(String)
  /// A format is a file alone.
  case notToStandardOutput(String)
  /// The name of a file does not tell its format.
  case formatNotTold(String)

  // The system refuses.

  /// A file is there already.
  case alreadyExists(String)
  /// A file cannot be read.
  case notRead(String, SystemReason)
  /// A file cannot be written.
  case notWritten(String, SystemReason)
  /// Standard output cannot be written.
  case outputNotWritten(SystemReason)
  /// What was sent cannot be kept.
  case notKept
  /// The service's own program is missing.
  case noServer
  /// A program does not start.
  case notStarted(String, SystemReason)
  /// The service does not start.
  case notServed(any Error)
  /// Anything else.
  case failed(SystemReason)
}

extension Failure {
  /// The failure of an error that a room below throws; `nil` of any other.
  public init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as RegisterError: self = .register(error)
    case let fault as ShapeExportFault: self = .export(fault)
    case let fault as OverlayFault: self = .overlay(fault)
    case let error as FilterError: self = .filter(error)
    case let fault as RuleProfileFault: self = .profile(fault)
    case let fault as ConfigurationFault: self = .configuration(fault)
    default: return nil
    }
  }

  /// Whose matter a failure is. A command ends with a status of its own for each, a service answers
  /// with one of HTTP.
  public enum Kind: Hashable, Sendable {
    /// What was asked for is not there.
    case notFound
    /// The question is not understood: an option, a value or a filter.
    case wrongUse
    /// A file or a register is unreadable or refused.
    case refused
    /// What is asked cannot be had of these coordinates.
    case impossible
    /// Another process is writing to the register.
    case busy

    /// The status of a command that fails so.
    public var exitStatus: ExitStatus {
      switch self {
      case .notFound: .findings
      case .wrongUse: .wrongUse
      case .refused, .impossible: .refused
      case .busy: .busy
      }
    }
  }

  /// What is told of a failure.
  public struct Message: Hashable, Sendable {
    /// A key for programs: `not_found`, `busy`.
    public let code: String
    /// Whose matter it is.
    public let kind: Kind
    /// What happened and where.
    public let what: Words
    /// What to do, `nil` where there is nothing to say.
    public let advice: Words?

    init(_ code: String, _ kind: Kind, _ what: Words, _ advice: Words? = nil) {
      self.code = code
      self.kind = kind
      self.what = what
      self.advice = advice
    }

    init(_ code: String, _ kind: Kind, _ zh: String, _ en: String, _ advice: Words? = nil) {
      self.init(code, kind, Words(zh, en), advice)
    }

    /// What happened and what to do, in one sentence of a language.
    public func sentence(_ language: Language) -> String {
      let clause = Words("；", "; ")[language]
      return DisplayWidth.printable(
        [what, advice].compactMap { $0?[language] }.joined(separator: clause))
    }

    /// The message as JSON on one line.
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
}

/// How the program ends.
public enum ExitStatus: Int32, Sendable {
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
