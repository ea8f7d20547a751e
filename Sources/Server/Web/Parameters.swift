internal import Dialogue
internal import Exchange
internal import Foundation
internal import Hummingbird
internal import Planning
internal import Terms

/// The parameters of a request's query, each of which must be one that is known: a misspelt one
/// would else be passed over in silence.
///
/// Source: OGC 17-069r4 (Features, part 1), /req/core/query-param-unknown and -invalid.
struct Parameters {
  private var values: [(name: String, value: String)] = []

  /// The parameters of a query.
  ///
  /// - Parameters:
  ///   - names: those that are known, apart from ``common``.
  ///   - allowingAny: whether others are passed over, because it is not known yet which there are.
  /// - Throws: ``Failure`` of one that is not known, and of a text that is no query.
  init(of request: Request, _ names: Set<String>, allowingAny: Bool = false) throws {
    guard let query = request.uri.query else { return }
    for part in query.split(separator: "&") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = try Parameters.decoded(pair[0])
      let value = pair.count > 1 ? try Parameters.decoded(pair[1]) : ""
      values.append((name, value))
    }
    if !allowingAny { try check(names) }
    if let language = try self.value("lang"), Language(rawValue: language) == nil {
      throw Failure.badParameter("lang", language, Language.allCases.map(\.rawValue))
    }
  }

  /// Holds the names against those that are known.
  ///
  /// - Throws: ``Failure`` of one that is not.
  func check(_ known: Set<String>) throws {
    for name in names where !known.contains(name) {
      throw Failure.unknownParameter(name, known: known.union(Parameters.common).sorted())
    }
  }

  /// What every resource takes: its format and the language of its words.
  static let common: Set<String> = ["f", "lang"]

  private static func decoded(_ text: Substring) throws -> String {
    if text.utf8.allSatisfy({ $0 != UInt8(ascii: "%") && $0 != UInt8(ascii: "+") }) {
      return String(text)
    }
    let spaced = text.replacing("+", with: " ")
    guard let decoded = String(spaced).removingPercentEncoding else {
      throw Failure.badQuery
    }
    return decoded
  }

  /// The value of a parameter that may stand once; `nil` where it is absent.
  ///
  /// - Parameter mayBeEmpty: whether an empty value is for the caller to refuse.
  func value(_ name: String, mayBeEmpty: Bool = false) throws -> String? {
    let found = values.filter { $0.name == name }
    guard found.count < 2 else {
      throw Failure.repeatedParameter(name)
    }
    guard let value = found.first?.value else { return nil }
    guard mayBeEmpty || !value.isEmpty else { throw Failure.badParameter(name, "") }
    return value
  }

  /// The values of a parameter that may stand several times.
  func all(_ name: String) -> [String] {
    values.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
  }

  /// The names that were given, apart from the common ones.
  var names: [String] { values.map(\.name).filter { !Parameters.common.contains($0) } }

  /// All of them, for a link to the same in another format.
  func pairs(f format: String) -> [(name: String, value: String)] {
    values.filter { $0.name != "f" } + [("f", format)]
  }

  /// A whole number.
  func integer(_ name: String) throws -> Int? {
    try value(name).map { text in
      guard let number = Int(text) else { throw Failure.badParameter(name, text) }
      return number
    }
  }

  /// `true` or `false`.
  func flag(_ name: String) throws -> Bool {
    switch try value(name) {
    case nil, "false": false
    case "true": true
    case let text?: throw Failure.badParameter(name, text, ["true", "false"])
    }
  }

  /// One of the values of an enumeration.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, of type: Choice.Type = Choice.self
  ) throws -> Choice? where Choice.RawValue == String {
    try value(name).map { text in
      guard let choice = Choice(rawValue: text) else {
        throw Failure.badParameter(name, text, Choice.allCases.map(\.rawValue))
      }
      return choice
    }
  }

  /// The moment of `as-of` and `known-at`.
  func moment() throws -> Moment {
    try Moment(typedDay: value("as-of"), typedInstant: value("known-at"))
  }
}
