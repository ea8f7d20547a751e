internal import Exchange
public import Planning
internal import Terms

extension Failure {
  /// What the register could not do, in words.
  public init(_ error: RegisterError) {
    let path = error.path ?? "?"
    let seen = error.seen ?? "?"
    let code = error.kind.rawValue
    switch error.kind {
    case .notFound:
      self.init(
        code, Words("没有登记库 \(path)", "there is no register \(path)"),
        Words(
          "用 `yulin import FILE --store \(path)` 新建",
          "make one with `yulin import FILE --store \(path)`"),
        kind: .refused)
    case .alreadyExists:
      self.init(
        code, Words("已有文件 \(path)", "there is a file \(path) already"),
        Words("请换一个名字", "choose another name"), kind: .refused)
    case .notGeoPackage:
      self.init(
        code, Words("\(path) 不是 GeoPackage 文件", "\(path) is not a GeoPackage"),
        Words("--store 要给登记库文件", "name a register with --store"), kind: .refused)
    case .notRegister:
      self.init(
        code,
        Words(
          "\(path) 是 GeoPackage，但不是鱼鳞的登记库", "\(path) is a GeoPackage, but no register of Yulin"),
        Words("--store 要给登记库文件", "name a register with --store"), kind: .refused)
    case .newerSchema:
      self.init(
        code,
        Words(
          "\(path) 由更新的版本写成（模式 \(seen)）", "\(path) was written by a newer version (schema \(seen))"),
        Words("请升级 yulin", "upgrade yulin"), kind: .refused)
    case .olderSchema:
      self.init(
        code,
        Words(
          "\(path) 由较旧的版本写成（模式 \(seen)）", "\(path) was written by an older version (schema \(seen))"
        ),
        Words("导入一次文件即可升级", "the next import brings it up to date"), kind: .refused)
    case .otherSchema:
      self.init(
        code,
        Words(
          "\(path) 由另一版本写成：缺少或不识“\(seen)”",
          "\(path) was made by another version: “\(seen)” is missing or not known here"),
        Words(
          "用写它的版本打开，或用该版本 `yulin export` 导出后导入新登记库",
          "open it with that version, or `yulin export` its facts with it and import them anew"),
        kind: .refused)
    case .busy:
      self.init(
        code, Words("另一个进程正在写 \(path)", "another process is writing to \(path)"),
        Words("稍后再试", "try again later"), kind: .busy)
    case .notPermitted:
      self.init(
        code, Words("没有权限读写 \(path)", "\(path) may not be read or written"),
        Words("请检查文件与文件夹的权限", "see who may use the file and its folder"), kind: .refused)
    case .unreadable:
      self.init(
        code, Words("无法读取 \(path)：\(seen)", "\(path) cannot be read: \(seen)"),
        Words("磁盘可能已满，或文件已损坏", "the disk may be full or the file damaged"), kind: .refused)
    case .failed:
      self.init(
        code, Words("\(path) 未能读写：\(seen)", "\(path) could not be used: \(seen)"), kind: .refused)
    case .readOnly:
      self.init(
        code, Words("\(path) 以只读方式打开", "\(path) is open for reading only"), kind: .refused)
    case .reservedName:
      self.init(
        code,
        Words(
          "图层不能叫“\(seen)”，命令中此词另有所指",
          "a layer cannot be called “\(seen)”: commands mean another thing by it"),
        ReservedLayerName.isParcels(seen)
          ? Words(
            "地块的界线用 --as boundary 导入；参考图层请换名，如“\(seen)_layer”",
            "import boundaries of parcels with --as boundary; give a layer another name, as “\(seen)_layer”"
          )
          : Words("请换一个名字，如“\(seen)_图层”", "choose another name, as “\(seen)_reference”"),
        kind: .wrongUse)
    case .badMoment:
      self.init(
        code, Words("“\(seen)”不是时间", "“\(seen)” is not a time"),
        Words("写作 2026-11-20 或 2026-11-20T09:30", "write 2026-11-20 or 2026-11-20T09:30"),
        kind: .wrongUse)
    case .badExport:
      self.init(
        code, Words("不是可读的导出文件：\(seen)", "no export that can be read: \(seen)"), kind: .refused)
    case .notEmpty:
      self.init(
        code, Words("\(path) 中已有内容", "\(path) is not empty"),
        Words("导出文件只能恢复到新的登记库", "an export can only be restored into a new register"),
        kind: .refused)
    }
  }
}
