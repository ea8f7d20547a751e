internal import Planning
internal import Yams

/// A value of a file of rules: where it stands, and what kind of value is expected of it.
struct RuleNode {
  let node: Node
  let file: String
  /// The keys that lead to it: `coverage_overlap.severity`.
  let path: String

  /// What kinds of value there are.
  enum Kind {
    case scalar, list, mapping
  }

  /// What kind of value it is.
  var kind: Kind {
    switch node {
    case .scalar, .alias: .scalar
    case .sequence: .list
    case .mapping: .mapping
    }
  }

  /// The line, counted from 1.
  var line: Int? { node.mark?.line }

  /// The members of a mapping, in their order.
  struct Members {
    let owner: RuleNode
    let pairs: [(key: String, value: RuleNode)]

    /// A member that need not be there.
    func optional(_ key: String) -> RuleNode? { pairs.first { $0.key == key }?.value }

    /// A member that must be there.
    func required(_ key: String) throws(RuleProfileFault) -> RuleNode {
      guard let value = optional(key) else {
        throw RuleProfileFault(
          file: owner.file, line: owner.line, key: owner.path(to: key), reason: .missing)
      }
      return value
    }
  }

  func path(to key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  func fault(
    _ reason: RuleProfileFault.Reason, seen: String = "", allowed: [String] = []
  ) -> RuleProfileFault {
    RuleProfileFault(
      file: file, line: line, key: path, reason: reason, seen: seen, allowed: allowed)
  }

  /// What stands here, for an error.
  var shown: String {
    switch node {
    case .scalar(let scalar): scalar.string
    case .mapping: "{…}"
    case .sequence: "[…]"
    case .alias: "*"
    }
  }

  /// The members of a mapping.
  ///
  /// - Parameter known: the keys it may have; `nil` for any.
  func members(_ known: [String]?) throws(RuleProfileFault) -> Members {
    guard case .mapping(let mapping) = node else {
      throw fault(.wrongType, seen: shown, allowed: ["mapping"])
    }
    var pairs: [(key: String, value: RuleNode)] = []
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        throw RuleProfileFault(
          file: file, line: key.mark?.line, key: path, reason: .wrongType, allowed: ["text"])
      }
      let member = RuleNode(node: value, file: file, path: path(to: scalar.string))
      if let known, !known.contains(scalar.string) {
        throw RuleProfileFault(
          file: file, line: key.mark?.line ?? member.line, key: member.path, reason: .unknownKey,
          seen: scalar.string, allowed: known)
      }
      pairs.append((scalar.string, member))
    }
    guard !pairs.isEmpty else { throw fault(.empty) }
    return Members(owner: self, pairs: pairs)
  }

  /// The members of a list, at least one.
  func list() throws(RuleProfileFault) -> [RuleNode] {
    guard case .sequence(let sequence) = node else {
      throw fault(.wrongType, seen: shown, allowed: ["list"])
    }
    guard !sequence.isEmpty else { throw fault(.empty) }
    return sequence.enumerated().map { index, node in
      RuleNode(node: node, file: file, path: "\(path)[\(index)]")
    }
  }

  /// A text that says something.
  func text() throws(RuleProfileFault) -> String {
    guard case .scalar(let scalar) = node, !isNull else {
      throw fault(.wrongType, seen: shown, allowed: ["text"])
    }
    guard scalar.string.contains(where: { !$0.isWhitespace }) else { throw fault(.empty) }
    return scalar.string
  }

  /// Whether nothing stands here: `null`, `~` or a blank.
  var isNull: Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
    return ["", "~", "null"].contains(scalar.string)
  }

  /// Whether it is written as a number: plain digits, with or without a sign, a point, an exponent.
  var isNumber: Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
    let text = scalar.string.lowercased()
    if [".inf", "+.inf", "-.inf", ".nan"].contains(text) { return true }
    return text.allSatisfy { "+-.0123456789e".contains($0) } && Double(text) != nil
  }

  /// A finite number that is not negative.
  func number(upTo limit: Double = .infinity) throws(RuleProfileFault) -> Double {
    guard isNumber, case .scalar(let scalar) = node else {
      throw fault(.wrongType, seen: shown, allowed: ["number"])
    }
    let range = limit == .infinity ? "≥ 0" : "0–\(limit.formattedPlainly)"
    guard let number = Double(scalar.string), number.isFinite, number >= 0, number <= limit else {
      throw fault(.outOfRange, seen: scalar.string, allowed: [range])
    }
    return number
  }

  /// A whole number of at least one.
  func count() throws(RuleProfileFault) -> Int {
    let number = try number()
    guard let whole = Int(exactly: number), whole >= 1 else {
      throw fault(.outOfRange, seen: shown, allowed: ["1, 2, 3 …"])
    }
    return whole
  }

  /// `true` or `false`.
  func flag() throws(RuleProfileFault) -> Bool {
    switch shown {
    case "true": return true
    case "false": return false
    default: throw fault(.wrongType, seen: shown, allowed: ["true", "false"])
    }
  }

  /// A day, or nothing.
  func day() throws(RuleProfileFault) -> CalendarDate? {
    if isNull { return nil }
    guard case .scalar(let scalar) = node, let day = CalendarDate(iso: scalar.string) else {
      throw fault(.wrongType, seen: shown, allowed: ["2025-06-30", "null"])
    }
    return day
  }

  /// One of some words.
  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ type: Word.Type
  ) throws(RuleProfileFault) -> Word {
    let text = try text()
    guard let word = Word(rawValue: text) else {
      throw fault(.unknownWord, seen: text, allowed: Word.allCases.map(\.rawValue))
    }
    return word
  }

  /// A text in both languages.
  func localText() throws(RuleProfileFault) -> LocalText {
    let members = try members(["zh", "en"])
    return LocalText(try members.required("zh").text(), try members.required("en").text())
  }
}

extension Double {
  /// The number without a needless fraction: `100`, `0.5`.
  fileprivate var formattedPlainly: String {
    Int(exactly: self).map(String.init) ?? String(self)
  }
}
