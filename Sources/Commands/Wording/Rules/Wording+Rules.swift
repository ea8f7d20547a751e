import Exchange
import Planning
import Terms
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

  static func profileRead(_ profile: RuleProfile, _ count: Int) -> Words {
    let digest = profile.digest.prefix(12)
    return Words(
      "\(count) 条规则；规则集 \(profile.name)，版本 \(profile.version)，校验值 \(digest)",
      "\(count) rules of \(profile.name), version \(profile.version), digest \(digest)")
  }
}
