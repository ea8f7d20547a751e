import Planning
import Terms

/// What to do about each kind of diagnostic.
enum DiagnosticAdvice {
  static func words(for diagnostic: Diagnostic) -> Words {
    let first = diagnostic.arguments.first ?? "?"
    let last = diagnostic.arguments.last ?? "?"
    switch diagnostic.code {
    case .sentenceNotUnderstood:
      return Words(
        "请核对原文；这一句的内容没有入库", "read the line yourself: what it says is not in the register")
    case .totalMismatch:
      return Words(
        "请核对原件；合计与各项都按原文保留",
        "compare with the original; the total and its members are kept as printed")
    case .countMismatch:
      return Words("请核对是否有漏读或重读", "see whether one was missed or read twice")
    case .conflictingValues:
      return Words(
        "请核对原件；后一个值有效，两处都可追溯", "compare with the original; the later one counts, both can be traced"
      )
    case .codeNotInScheme:
      return Words(
        "代码按原文保留；用 `yulin codes \(first)` 查看哪套分类有它",
        "the code is kept as printed; `yulin codes \(first)` says which scheme has it")
    case .codeNameMismatch:
      return Words(
        "代码与名称都按原文保留；请核对哪个是对的", "code and name are kept as printed; find out which one is meant")
    case .codeWithoutScheme:
      return Words(
        "用 `yulin codes \(first)` 查看它在各套分类中的含义",
        "`yulin codes \(first)` says what it means in each scheme")
    case .ratioOver100, .emptyInterval:
      return Words("请核对原件；数值按原文保留", "compare with the original; the values are kept as printed")
    case .documentUnchanged:
      return Words("不必处理", "nothing to do")
    case .documentNewVersion:
      return Words(
        "旧版保留，用 `--known-at` 可查", "the earlier version is kept; `--known-at` asks for it")
    case .unreadableFile:
      return Words(
        "请检查文件是否完好、格式是否受支持；没有任何内容入库",
        "see whether the file is whole and its format supported; nothing was stored")
    case .truncatedFile:
      return Words("请重新取得完整的文件；没有任何内容入库", "get the whole file again; nothing was stored")
    case .missingTool:
      return Words(
        "请安装软件包 \(last)（如 `apt-get install \(last)`）",
        "install the package \(last), as in `apt-get install \(last)`")
    case .unknownColumn:
      return Words("如有需要，用 `--columns` 指定它的含义", "if it matters, say what it is with `--columns`")
    case .filledFromAbove:
      return Words("如果不是合并单元格，请在表中填写", "if the cells were not merged, fill them in")
    case .cellNotUnderstood:
      return Words("请改正该单元格后重新导入", "mend the cell and import again")
    case .unitMissing:
      return Words("请在表头或数字后写明单位", "write the unit in the header or behind the number")
    case .noLandDocument:
      return Words("如果文件里确有，请用 `--as` 指明种类", "if it has one, say which kind with `--as`")
    case .nothingRead:
      return Words(
        "请核对原文；它的内容没有入库", "read the document yourself: its content is not in the register")
    default:
      return wordsOfBoundary(diagnostic.code) ?? Words("", "")
    }
  }
}
