import Exchange
import Planning

// The rules and the profiles they stand in.
extension Wording.Help {
  static let rules = Words(
    "检查所依据的规则：程度、参数、出处，逐条可查。",
    "The rules a register is checked by: gravity, parameters, sources; each by its code.")
  static let rulesMore = Words(
    """
    --profile 显示本单位规则文件改动后的规则；怎样写见 Documentation/Rules.md。规则代码写错时列出相近的，退出码为 1。

    示例：yulin rules coverage_overlap
    """,
    """
    --profile shows the rules as a bureau's own file changes them; Documentation/Rules.md tells how \
    it is written. A code that does not exist is said, with near misses, and the exit status is 1.

    Example: yulin rules coverage_overlap
    """)
  static let rulesCode = Words("规则代码，可以有多个；不给则列出全部。", "Codes of rules; without one all are listed.")
  static let rulesFamily = Words("只列一类规则。", "Only the rules of one family.")
  static let ruleProfile = Words(
    "本单位的规则文件，只写与标准不同之处。", "The bureau's own file of rules, which names what differs.")
}

extension Wording {
  static let always = Words("一直有效", "always")
  static let askedBy = Words("何时检查", "asked by")
  static let fails = Words("不通过", "fails")
  static let inForceDays = Words("有效期", "in force")
  static let mendedBy = Words("由谁处理", "mended by")
  static let notAsked = Words("不查", "not asked")
  static let parameters = Words("参数", "parameters")
  static let passes = Words("通过", "passes")
  static let ruleCode = Words("规则", "rule")
  static let ruleAdvice = Words("怎么办", "what to do")
  static let ruleAsks = Words("查什么", "what it asks")
  static let ruleFamily = Words("类别", "family")
  static let ruleIsOff = Words("（已停用）", " (switched off)")
  static let ruleMessage = Words("提示", "message")
  static let ruleSource = Words("来源", "source")
  static let ruleTitle = Words("名称", "title")
  static let ruleValues = Words("其中", "where")
  static let ruleWords = Words("措辞", "words")
  static let severity = Words("程度", "severity")

  static func unknownRule(_ code: String) -> Words {
    Words("没有规则“\(code)”", "there is no rule “\(code)”")
  }

  static func profileRead(_ profile: RuleProfile, _ count: Int) -> Words {
    let digest = profile.digest.prefix(12)
    return Words(
      "\(count) 条规则；规则集 \(profile.name)，版本 \(profile.version)，校验值 \(digest)",
      "\(count) rules of \(profile.name), version \(profile.version), digest \(digest)")
  }
}

extension Failure {
  /// Why a file of rules was refused: file, line, key, what is wrong, what may stand there.
  init(_ fault: RuleProfileFault) {
    let line = fault.line.map { ":\($0)" } ?? ""
    let key = fault.key.isEmpty ? "" : "\(fault.key): "
    let what = Failure.reason(of: fault)
    self.init(
      "bad_profile",
      Words(
        "\(fault.file)\(line)：\(fault.key.isEmpty ? "" : "\(fault.key)：")\(what[.zh])",
        "\(fault.file)\(line): \(key)\(what[.en])"),
      Failure.advice(for: fault), status: .refused)
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
