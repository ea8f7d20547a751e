internal import Exchange
public import Planning
internal import Terms

extension Failure {
  /// Why a file of rules was refused: file, line, key, what is wrong, what may stand there.
  public init(_ fault: RuleProfileFault) {
    let line = fault.line.map { ":\($0)" } ?? ""
    let key = fault.key.isEmpty ? "" : "\(fault.key): "
    let what = Failure.reason(of: fault)
    self.init(
      "bad_profile",
      Words(
        "\(fault.file)\(line)：\(fault.key.isEmpty ? "" : "\(fault.key)：")\(what[.zh])",
        "\(fault.file)\(line): \(key)\(what[.en])"),
      Failure.advice(for: fault), kind: .refused)
  }

  private static func reason(of fault: RuleProfileFault) -> Words {
    let seen = fault.seen
    return switch fault.reason {
    case .unreadable: Words("无法读取：\(seen)", "it cannot be read: \(seen)")
    case .tooLarge: Words("规则文件超过 \(seen)", "a file of rules has at most \(seen)")
    case .notText: Words("不是文本文件", "it is no text")
    case .notYAML: Words("不是有效的 YAML：\(seen)", "it is no YAML: \(seen)")
    case .notPlain:
      Words("不接受锚点、引用和过深的嵌套（\(seen)）", "anchors, aliases and deep nesting are not read (\(seen))")
    case .missing: Words("缺少这一项", "it is missing")
    case .unknownKey: Words("没有“\(seen)”这一项", "there is no key “\(seen)” here")
    case .duplicate: Words("重复", "it stands twice")
    case .wrongType: Words("“\(seen)”的类型不对", "“\(seen)” is of the wrong type")
    case .unknownWord: Words("不认识“\(seen)”", "“\(seen)” is not known here")
    case .unknownRule: Words("没有规则“\(seen)”", "there is no rule “\(seen)”")
    case .empty: Words("内容是空的", "it is empty")
    case .outOfRange: Words("“\(seen)”不合理", "“\(seen)” is not possible")
    case .unknownValue: Words("这条规则没有 \(seen)", "findings of this rule have no \(seen)")
    case .otherUnit: Words("单位“\(seen)”与规则不同", "the unit “\(seen)” is not the rule's")
    }
  }

  private static func advice(for fault: RuleProfileFault) -> Words? {
    let allowed = fault.allowed
    switch fault.reason {
    case .unknownRule:
      guard !allowed.isEmpty else { return Words("用 yulin rules 查看全部", "`yulin rules` lists all") }
      return Words(
        "相近的有：\(allowed.joined(separator: "、"))", "near misses: \(allowed.joined(separator: ", "))")
    case .wrongType:
      let kinds = allowed.map { RuleKinds.names[$0] ?? Words($0, $0) }
      return Words(
        "应为：\(kinds.map { $0[.zh] }.joined(separator: "、"))",
        "expected: \(kinds.map { $0[.en] }.joined(separator: ", "))")
    case .notPlain:
      return Words("把值直接写出；& 或 * 后面空一格", "write the value out; put a space behind & or *")
    default:
      guard !allowed.isEmpty else { return nil }
      return Words(
        "可以是：\(allowed.joined(separator: "、"))", "it may be: \(allowed.joined(separator: ", "))")
    }
  }
}

/// The kinds of value of a file of rules, by their keys.
private enum RuleKinds {
  static let names = [
    "text": Words("文字", "a text"), "number": Words("数", "a number"),
    "list": Words("列表", "a list"), "mapping": Words("键值对", "keys with values"),
  ]
}
