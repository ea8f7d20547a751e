internal import Planning
internal import Yams

/// The text of a file of rules as YAML, read with care: it may come from anywhere.
enum RuleDocument {
  /// The most bytes that a file of rules may have. The standard profile has some 60 kB.
  static let byteLimit = 1 << 20
  /// The deepest that brackets or list marks may stand in each other; a profile needs five.
  private static let depthLimit = 32

  /// The root of a text.
  static func root(of text: String, file: String) throws(RuleProfileFault) -> RuleNode {
    guard text.utf8.count <= byteLimit else {
      throw RuleProfileFault(file: file, reason: .tooLarge, seen: "\(byteLimit >> 20) MiB")
    }
    try checkPlain(text, file: file)
    let node: Node?
    do {
      // The encoding is said, because the parser would ask the environment for it.
      node = try Parser(yaml: text, encoding: .utf8).singleRoot()
    } catch {
      throw fault(error, file: file)
    }
    guard let node else { throw RuleProfileFault(file: file, reason: .empty) }
    return RuleNode(node: node, file: file, path: "")
  }

  /// Refuses anchors, aliases and deep nesting before the parser sees them: a few lines of either can
  /// make it work for hours. A mark at the beginning of a word is taken for one wherever it stands.
  private static func checkPlain(_ text: String, file: String) throws(RuleProfileFault) {
    var line = 1
    var depth = 0
    var marks = 0
    var isBeginning = true
    var isLineBeginning = true
    var pending: UInt8?
    for byte in text.utf8 {
      if let mark = pending {
        pending = nil
        guard byte <= 0x20 else {
          throw RuleProfileFault(
            file: file, line: line, reason: .notPlain, seen: String(decoding: [mark], as: UTF8.self)
          )
        }
      }
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        (isBeginning, isLineBeginning, marks) = (true, true, 0)
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        isBeginning = true
      case UInt8(ascii: "&"), UInt8(ascii: "*"):
        if isBeginning { pending = byte }
        (isBeginning, isLineBeginning) = (false, false)
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        (isBeginning, isLineBeginning) = (true, false)
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth = max(0, depth - 1)
        (isBeginning, isLineBeginning) = (false, false)
      case UInt8(ascii: "-"), UInt8(ascii: "?"):
        if isLineBeginning { marks += 1 }
        isBeginning = true
      case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "!"):
        isBeginning = true
        isLineBeginning = false
      default:
        (isBeginning, isLineBeginning) = (false, false)
      }
      guard depth <= depthLimit, marks <= depthLimit else {
        throw RuleProfileFault(file: file, line: line, reason: .notPlain, seen: "[[[…")
      }
    }
  }

  private static func fault(_ error: any Error, file: String) -> RuleProfileFault {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      RuleProfileFault(file: file, line: mark.line, reason: .notYAML, seen: problem)
    case .duplicatedKeysInMapping(let keys, let context):
      RuleProfileFault(
        file: file, line: context.mark.line > 0 ? context.mark.line : nil,
        key: keys.first ?? "", reason: .duplicate)
    case .reader(let problem, _, _, _):
      RuleProfileFault(file: file, reason: .notYAML, seen: problem)
    default:
      RuleProfileFault(file: file, reason: .notYAML, seen: "\(error)")
    }
  }
}
