internal import Characters
public import Planning
public import Terms

/// Makes the sentence and the advice of a diagnostic from its facts: the one place where
/// diagnostics get their words.
public struct DiagnosticWording: Sendable {
  /// The language of the words.
  public let language: Language

  /// Wording in a language.
  public init(_ language: Language) {
    self.language = language
  }

  /// What was seen, in one sentence.
  public func sentence(for diagnostic: Diagnostic) -> String {
    words(for: diagnostic)[language]
  }

  /// What to do about it, in one sentence.
  public func advice(for diagnostic: Diagnostic) -> String {
    DiagnosticAdvice.words(for: diagnostic)[language]
  }

  private func words(for diagnostic: Diagnostic) -> Words {
    let a = Arguments(diagnostic.arguments, language)
    switch diagnostic.code {
    case .sentenceNotUnderstood:
      return a.isEmpty
        ? Words("有一句提到地块，没有读懂", "a sentence speaks of a parcel and was not understood")
        : Words("提到 \(a[0]) 的一句没有读懂", "a sentence about \(a[0]) was not understood")
    case .totalMismatch:
      return Words(
        "“\(a[0])”合计为 \(a.area(1))，各项相加为 \(a.area(2))，相差 \(a.areaDifference(1, 2))",
        "the total “\(a[0])” is \(a.area(1)), its members add up to \(a.area(2)): "
          + "\(a.areaDifference(1, 2)) apart")
    case .countMismatch:
      return Words("文中写 \(a[0]) 个，读到 \(a[1]) 个", "the text says \(a[0]), \(a[1]) found")
    case .conflictingValues:
      return Words(
        "\(a[0]) 的\(a.property(1))有两个值：\(a[2]) 和 \(a[3])",
        "\(a[0]) has two values of \(a.property(1)): \(a[2]) and \(a[3])")
    case .codeNotInScheme:
      return Words("\(a[1]) 中没有代码 \(a[0])", "there is no code \(a[0]) in \(a[1])")
    case .codeNameMismatch:
      return Words(
        "代码 \(a[0]) 在 \(a[3]) 中是“\(a[2])”，文中写“\(a[1])”",
        "code \(a[0]) is “\(a[2])” in \(a[3]), the document says “\(a[1])”")
    case .codeWithoutScheme:
      return Words("代码 \(a[0]) 属于哪套分类无法判断", "the scheme of code \(a[0]) cannot be told")
    case .ratioOver100:
      return Words(
        "\(a[0]) 的\(a.property(1))为 \(a[2])%，超过 100%",
        "the \(a.property(1)) of \(a[0]) is \(a[2]) %, over 100 %")
    case .emptyInterval:
      return Words(
        "\(a[0]) 的\(a.property(1))下限 \(a[2]) 高于上限 \(a[3])",
        "the \(a.property(1)) of \(a[0]) is at least \(a[2]) and at most \(a[3]): no value fits")
    case .documentUnchanged:
      return Words("\(a[0]) 已在库中，内容相同", "\(a[0]) is already in the register, with the same content")
    case .documentNewVersion:
      return Words(
        "\(a[0]) 已在库中，内容不同：记为第 \(a[1]) 版",
        "\(a[0]) is already in the register with other content: this is version \(a[1])")
    case .unreadableFile:
      let reason = DiagnosticWording.reason(a)
      return Words("无法读取文件：\(reason[.zh])", "the file cannot be read: \(reason[.en])")
    case .truncatedFile:
      return a.isEmpty
        ? Words("文件不完整", "the file ends too early")
        : Words("文件不完整：缺 \(a[0])", "the file ends too early: \(a[0]) is missing")
    case .missingTool:
      return Words("没有安装 \(a[0])", "\(a[0]) is not installed")
    case .unknownColumn:
      return Words(
        "不认识的列“\(a[0])”，按原名保留", "the column “\(a[0])” is not known and is kept under its name")
    case .filledFromAbove:
      return Words(
        "“\(a[0])”为空，按合并单元格取上一行的“\(a[1])”",
        "“\(a[0])” is blank and was read as merged with “\(a[1])” above")
    case .cellNotUnderstood:
      return Words(
        "“\(a[0])”中的“\(a[1])”没有读懂", "“\(a[1])” in the column “\(a[0])” was not understood")
    case .unitMissing:
      return Words("面积“\(a[0])”没有单位", "the area “\(a[0])” has no unit")
    case .noLandDocument:
      return Words("文件中没有涉及土地的文书", "the file has no land document")
    case .nothingRead:
      return Words("\(a[0]) 只读到标题", "nothing but the heading of \(a[0]) was read")
    default:
      return DiagnosticWording.wordsOfBoundary(diagnostic.code, a)
        ?? Words(diagnostic.code.rawValue, diagnostic.code.rawValue)
    }
  }

  /// Why a file cannot be read: its key as words, or what another program said.
  private static func reason(_ a: Arguments) -> Words {
    switch a[0] {
    case "missing": Words("没有这个文件", "there is no such file")
    case "folder": Words("这是文件夹", "it is a folder")
    case "not_permitted": Words("没有权限", "not permitted")
    case "empty": Words("文件是空的", "it is empty")
    case "not_text" where a[1] != "?":
      Words("第 \(a[1]) 字节起不是文本", "it is no text from byte \(a[1]) on")
    case "not_text":
      Words("不是 UTF-8、GB18030 或 UTF-16 文本", "it is no text in UTF-8, GB18030 or UTF-16")
    case "tool_failed": Words("\(a[1]) 出错：\(a[2])", "\(a[1]) failed: \(a[2])")
    case "not_of_format": Words("内容不是 \(a[1]) 格式", "its content is not of the format \(a[1])")
    case "several_layers":
      Words("有多个图层：\(a[1])；请指明一个", "it has several layers, name one: \(a[1])")
    case "no_layer":
      Words("没有图层“\(a[1])”，只有：\(a[2])", "it has no layer “\(a[1])”, only: \(a[2])")
    case "archive_too_large", "archive_ratio":
      Words("压缩包展开过大：\(a[1]) 字节", "the archive would unpack to too much: \(a[1]) bytes")
    case "archive_too_many_files":
      Words("压缩包内文件过多：\(a[1])", "the archive has too many files: \(a[1])")
    case "archive_link", "archive_path":
      Words("含有指向外部的路径：\(a[1])", "it has a path that leads outside: \(a[1])")
    case "bad_export": Words("导出文件有误：\(a[1])", "the export is broken: \(a[1])")
    default: Words(a[0], a[0])
    }
  }
}
