import Exchange
import Planning
import Registry
import Terms
// What is said of checks.
extension Wording.Help {
  static let check = Words(
    "按规则核查登记库；核对拟建方案的指标。",
    "Hold the register against rules, or a proposed building against its parcel.")
  static let checkUsage = Words(
    """
    yulin check [parcels|plans|supply|layers|all] [选项]
           yulin check building --parcel 编号 [选项]
    """,
    """
    yulin check [parcels|plans|supply|layers|all] [options]
           yulin check building --parcel NUMBER [options]
    """)
  static let checkMore = Words(
    """
    不写范围即核查全部。全部选项见 yulin check register --help；规则见 yulin rules。

    示例：yulin check --store land.gpkg -o 核查报告.html
    """,
    """
    Without a scope everything is checked. All options: yulin check register --help; the rules: yulin \
    rules.

    Example: yulin check --store land.gpkg -o report.html
    """)
  static let checkRegister = Words("按规则核查登记库（默认）。", "Hold the register against rules.")
  static let checkRegisterMore = Words(
    """
    每条规则有三种结果：有问题、已查无问题、未核查（并说明原因，如缺少图层、地块没有界线）。
    核准放行的问题用 --accept 记下理由，以后的核查不再计入；用地扩大后重新计入。
    退出码：0 没有达到 --fail-on 的问题 · 1 有 · 2 用法错误 · 3 不可读 · 4 登记库正忙。

    示例：yulin check --store land.gpkg -o 核查报告.html -o 问题.gpkg
    """,
    """
    A rule finds something, finds nothing, or could not be checked, and then says why: a layer is \
    missing, a parcel has no boundary.
    A finding that may pass is accepted with a reason and does not count from then on, unless its \
    land grows.
    Exit status: 0 nothing at or above --fail-on · 1 something · 2 wrong use · 3 unreadable · 4 busy.

    Example: yulin check --store land.gpkg -o report.html -o findings.gpkg
    """)
  static let profile = Words(
    "本单位的规则文件，只写与标准不同之处。", "A profile of rules that names what differs from the standard one.")
  static let withoutRule = Words("不用这条规则，可以写多次。", "Not this rule; may be given several times.")
  static let stage = Words(
    "都按这一阶段的严重程度判断；默认按各地块所处阶段。",
    "Judge everything as of this stage; by default the stage each parcel has reached.")
  static let checkFailOn = Words(
    "从哪一级起以退出码 1 结束；never 为从不。", "End with status 1 from this severity on.")
  static let checkOutput = Words(
    "把报告写到文件，格式看后缀：html、json、jsonl、csv、geojson、gpkg；可以写多次。",
    "Write the report to a file in the format of its ending, html, json, jsonl, csv, geojson or gpkg."
  )
  static let showAccepted = Words("也列出已核准放行的。", "List accepted findings too.")
  static let accept = Words(
    "核准放行这个问题，须写 --reason。", "Let this finding pass, with --reason.")
  static let withdraw = Words(
    "撤回对这个问题的放行，须写 --reason。", "Take back that a finding is let pass, with --reason.")
  static let reason = Words("理由，存入登记库。", "The reason, kept in the register.")
  static let by = Words("核准人；默认为登录名。", "Who says so; by default the name logged in with.")
  static let acceptances = Words("列出放行与撤回的记录。", "List what was accepted and taken back.")
}

extension Wording {
  static let acceptanceDone = Words("事项", "what")
  static let author = Words("核准人", "by")
  static let finding = Words("问题", "finding")
  static let letPass = Words("放行", "accepted")
  static let noAcceptances = Words("没有放行记录", "nothing was ever accepted")
  static let oneAtATime = Words(
    "--accept、--withdraw、--acceptances 一次只用一个。",
    "give one of --accept, --withdraw and --acceptances.")
  static let reasonForWhat = Words(
    "--reason 和 --by 要与 --accept 或 --withdraw 一起用。",
    "--reason and --by go with --accept or --withdraw.")
  static let reasonGiven = Words("理由", "reason")
  static let reasonNeeded = Words(
    "放行或撤回都要写理由：--reason。", "say why, with --reason.")
  static let rule = Words("规则", "rule")
  static let subject = Words("对象", "about")
  static let tookBack = Words("撤回", "taken back")
  static let unnamed = Words("未署名", "unnamed")

  static func reportFormatNotTold(_ path: String) -> Words {
    Words(
      "\(path) 的后缀不表示报告格式：用 html、json、jsonl、csv、geojson 或 gpkg。",
      "the ending of \(path) names no format: use html, json, jsonl, csv, geojson or gpkg.")
  }

  static func accepted(_ sentence: String, by author: String) -> Words {
    Words("已放行（\(author)）：\(sentence)", "accepted by \(author): \(sentence)")
  }

  static func withdrawn(_ subject: String, by author: String) -> Words {
    Words("已撤回（\(author)）：\(subject)", "taken back by \(author): \(subject)")
  }

  static func reportWritten(_ path: String) -> Words {
    Words("报告已写到 \(path)", "report written to \(path)")
  }

  static func checked(_ counts: CheckCounts) -> Words {
    let (errors, warnings, notes) = (
      counts.open[.error] ?? 0, counts.open[.warning] ?? 0, counts.open[.info] ?? 0
    )
    let accepted = counts.accepted
    return Words(
      "核查 \(counts.parcels) 个地块（\(counts.boundaries) 个有界线）、\(counts.documents) 份文书："
        + "错误 \(errors)，警告 \(warnings)，提示 \(notes)" + (accepted > 0 ? "，已放行 \(accepted)" : ""),
      "\(counts.parcels) parcels (\(counts.boundaries) with a boundary) and \(counts.documents) "
        + "documents checked: \(number(errors, "error")), \(number(warnings, "warning")), "
        + number(notes, "note")
        + (accepted > 0 ? ", \(accepted) accepted" : ""))
  }

  private static func number(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  static func outgrown(_ ids: [String]) -> Words {
    Words(
      "放行后用地扩大，重新计入：\(ids.joined(separator: "、"))",
      "accepted before, but the land has grown: \(ids.joined(separator: ", "))")
  }

  static func findingsHidden(_ count: Int) -> Words {
    Words(
      "另有 \(count) 个未列出（--severity info、--accepted 可列出全部）",
      "\(count) more are not listed (--severity info and --accepted list all)")
  }

  static func rulesNotChecked(_ rules: [String], _ reason: Words) -> Words {
    Words(
      "未核查（\(reason[.zh])）：\(rules.joined(separator: "、"))",
      "not checked (\(reason[.en])): \(rules.joined(separator: ", "))")
  }

  static func checking(_ step: CheckStep) -> Words {
    switch step {
    case .plots(let count): Words("已核查 \(count) 个地块的记载", "\(count) plots read")
    case .documents(let count): Words("已核查 \(count) 份文书", "\(count) documents read")
    case .boundaries(let count): Words("已读 \(count) 条界线", "\(count) boundaries read")
    case .shapes: Words("正在检查图形", "looking at the shapes")
    case .overlaps: Words("正在比较相邻界线", "comparing boundaries with each other")
    case .layer(let name): Words("正在与图层比较：\(name)", "comparing with the layer \(name)")
    }
  }

  static func acceptancesNotExported(_ count: Int) -> Words {
    Words(
      "登记库中另有 \(count) 条放行记录，不随 facts 导出（`yulin check --acceptances -f json` 可列出）",
      "\(count) acceptances of findings are not among the facts (`yulin check --acceptances -f json` "
        + "lists them)")
  }
}
