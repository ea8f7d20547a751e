internal import Exchange
internal import Judging
internal import Planning
internal import Terms

extension Failure {
  /// What the register could not do, in words.
  static func message(of error: RegisterError) -> Message {
    let path = error.path ?? "?"
    let seen = error.seen ?? "?"
    let code = error.kind.rawValue
    return switch error.kind {
    case .notFound:
      Message(
        code, .refused, "没有登记库 \(path)", "there is no register \(path)",
        Words(
          "用 `yulin import FILE --store \(path)` 新建",
          "make one with `yulin import FILE --store \(path)`"))
    case .alreadyExists:
      Message(
        code, .refused, "已有文件 \(path)", "there is a file \(path) already",
        Words("请换一个名字", "choose another name"))
    case .notGeoPackage:
      Message(
        code, .refused, "\(path) 不是 GeoPackage 文件", "\(path) is not a GeoPackage",
        Words("--store 要给登记库文件", "name a register with --store"))
    case .notRegister:
      Message(
        code, .refused, "\(path) 是 GeoPackage，但不是鱼鳞的登记库",
        "\(path) is a GeoPackage, but no register of Yulin",
        Words("--store 要给登记库文件", "name a register with --store"))
    case .newerSchema:
      Message(
        code, .refused, "\(path) 由更新的版本写成（模式 \(seen)）",
        "\(path) was written by a newer version (schema \(seen))",
        Words("请升级 yulin", "upgrade yulin"))
    case .olderSchema:
      Message(
        code, .refused, "\(path) 由较旧的版本写成（模式 \(seen)）",
        "\(path) was written by an older version (schema \(seen))",
        Words("导入一次文件即可升级", "the next import brings it up to date"))
    case .busy:
      Message(
        code, .busy, "另一个进程正在写 \(path)", "another process is writing to \(path)",
        Words("稍后再试", "try again later"))
    case .notPermitted:
      Message(
        code, .refused, "没有权限读写 \(path)", "\(path) may not be read or written",
        Words("请检查文件与文件夹的权限", "see who may use the file and its folder"))
    case .unreadable:
      Message(
        code, .refused, "无法读取 \(path)：\(seen)", "\(path) cannot be read: \(seen)",
        Words("磁盘可能已满，或文件已损坏", "the disk may be full or the file damaged"))
    case .otherSchema:
      Message(
        code, .refused, "\(path) 由另一版本写成：缺少或不识“\(seen)”",
        "\(path) was made by another version: “\(seen)” is missing or not known here",
        Words(
          "用写它的版本打开，或用该版本 `yulin export` 导出后导入新登记库",
          "open it with that version, or `yulin export` its facts with it and import them anew"))
    case .failed:
      Message(code, .refused, "\(path) 未能读写：\(seen)", "\(path) could not be used: \(seen)")
    case .reservedName:
      Message(
        code, .wrongUse, "图层不能叫“\(seen)”，命令中此词另有所指",
        "a layer cannot be called “\(seen)”: commands mean another thing by it",
        ReservedLayerName.isParcels(seen)
          ? Words(
            "地块的界线用 --as boundary 导入；参考图层请换名，如“\(seen)_layer”",
            "import boundaries of parcels with --as boundary; give a layer another name, as “\(seen)_layer”"
          )
          : Words("请换一个名字，如“\(seen)_图层”", "choose another name, as “\(seen)_reference”"))
    case .readOnly:
      Message(code, .refused, "\(path) 以只读方式打开", "\(path) is open for reading only")
    case .badMoment:
      Message(
        code, .wrongUse, "“\(seen)”不是时间", "“\(seen)” is not a time",
        Words("写作 2026-11-20 或 2026-11-20T09:30", "write 2026-11-20 or 2026-11-20T09:30"))
    case .badExport:
      Message(code, .refused, "不是可读的导出文件：\(seen)", "no export that can be read: \(seen)")
    case .notEmpty:
      Message(
        code, .refused, "\(path) 中已有内容", "\(path) is not empty",
        Words("导出文件只能恢复到新的登记库", "an export can only be restored into a new register"))
    }
  }

  /// Why a file of rules was refused: file, line, key, what is wrong, what may stand there.
  static func message(of fault: RuleProfileFault) -> Message {
    let (seen, allowed) = (fault.seen, fault.allowed)
    let (zh, en) = (allowed.joined(separator: "、"), allowed.joined(separator: ", "))
    var advice = allowed.isEmpty ? nil : Words("可以是：\(zh)", "it may be: \(en)")
    let what: Words
    switch fault.reason {
    case .unreadable: what = Words("无法读取：\(seen)", "it cannot be read: \(seen)")
    case .tooLarge: what = Words("规则文件超过 \(seen)", "a file of rules has at most \(seen)")
    case .notText: what = Words("不是文本文件", "it is no text")
    case .notYAML: what = Words("不是有效的 YAML：\(seen)", "it is no YAML: \(seen)")
    case .notPlain:
      what = Words(
        "不接受锚点、引用和过深的嵌套（\(seen)）", "anchors, aliases and deep nesting are not read (\(seen))")
      advice = Words("把值直接写出；& 或 * 后面空一格", "write the value out; put a space behind & or *")
    case .missing: what = Words("缺少这一项", "it is missing")
    case .unknownKey: what = Words("没有“\(seen)”这一项", "there is no key “\(seen)” here")
    case .duplicate: what = Words("重复", "it stands twice")
    case .wrongType:
      what = Words("“\(seen)”的类型不对", "“\(seen)” is of the wrong type")
      let kinds = allowed.map { kindsOfValue[$0] ?? Words($0, $0) }
      advice = Words(
        "应为：\(kinds.map { $0[.zh] }.joined(separator: "、"))",
        "expected: \(kinds.map { $0[.en] }.joined(separator: ", "))")
    case .unknownWord: what = Words("不认识“\(seen)”", "“\(seen)” is not known here")
    case .unknownRule:
      what = .noSuchRule(seen)
      advice =
        allowed.isEmpty
        ? Words("用 yulin rules 查看全部", "`yulin rules` lists all") : .nearMisses(allowed)
    case .empty: what = Words("内容是空的", "it is empty")
    case .outOfRange: what = Words("“\(seen)”不合理", "“\(seen)” is not possible")
    case .unknownValue: what = Words("这条规则没有 \(seen)", "findings of this rule have no \(seen)")
    case .otherUnit: what = Words("单位“\(seen)”与规则不同", "the unit “\(seen)” is not the rule's")
    }
    let place = fault.file + (fault.line.map { ":\($0)" } ?? "")
    let whole = fault.key.isEmpty ? what : what.within(fault.key, fault.key)
    return Message("bad_profile", .refused, whole.within(place, place), advice)
  }

  /// The kinds of value of a file of rules, by their keys.
  private static let kindsOfValue = [
    "text": Words("文字", "a text"), "number": Words("数", "a number"),
    "list": Words("列表", "a list"), "mapping": Words("键值对", "keys with values"),
  ]

  /// Why a file of parameters is refused, in words.
  static func message(of fault: ConfigurationFault) -> Message {
    let reason =
      switch fault.reason {
      case .notJSON: Words("不是 JSON", "it is no JSON")
      case .missing: Words("缺少这一项", "it is missing")
      case .unknownKey: Words("没有这一项", "no such key is known")
      case .wrongType: Words("值的类型不对", "its value is of the wrong type")
      case .unknownValue: Words("不认识这个值", "its value is not known")
      case .duplicateName: Words("名称重复", "another set has this name")
      case .outOfRange: Words("数值不合理", "the number is absurd")
      }
    let place = fault.key.isEmpty ? fault.file : "\(fault.file): \(fault.key)"
    return Message("bad_configuration", .refused, reason.within(place, place))
  }
}
