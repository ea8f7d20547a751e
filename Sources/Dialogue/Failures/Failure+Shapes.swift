internal import Exchange
internal import Filtering
internal import Planning
internal import Registry
internal import Terms

extension Failure {
  /// Why shapes are not exported, in words.
  static func message(of fault: ShapeExportFault) -> Message {
    switch fault {
    case .noBoundaries:
      Message(
        "no_boundaries", .notFound, "登记库中还没有界线", "the register has no boundaries yet",
        Words(
          "用 `yulin import FILE --as boundary` 导入",
          "import some with `yulin import FILE --as boundary`"))
    case .unknownLayer(let name, let known):
      Message("unknown_layer", .wrongUse, .noSuchLayer(name), .known(known))
    case .unknownField(let name, let known):
      Message(
        "unknown_field", .wrongUse, "没有字段“\(name)”", "there is no field “\(name)”", .known(known))
    case .unknownSystem(let code):
      Message(
        "unknown_crs", .wrongUse, "没有坐标系 EPSG:\(code)", "there is no coordinate system EPSG:\(code)"
      )
    case .refused(let from, let to):
      Message(
        "crs_refused", .impossible, "没有参数，不能从 \(from) 转到 \(to)",
        "without parameters \(from) cannot be moved to \(to)")
    case .notForGeoJSON:
      Message(
        "crs_refused", .wrongUse, "GeoJSON 只用经纬度（RFC 7946）",
        "GeoJSON is in longitude and latitude alone (RFC 7946)",
        Words("要平面坐标请用 csv、gpkg、shp、dxf", "for plane coordinates choose csv, gpkg, shp or dxf"))
    case .notForText(let dialect, let code):
      Message(
        "crs_refused", .wrongUse, "\(dialect.name)的坐标文本不能用 EPSG:\(code)",
        "coordinate text for \(dialect.name) cannot be in EPSG:\(code)",
        dialect.isInDegrees
          ? Words("它只用经纬度（EPSG:4490）", "it is in longitude and latitude alone (EPSG:4490)")
          : Words(
            "请用 --crs 给高斯克吕格坐标系，如 EPSG:4525",
            "name a Gauss-Krüger grid with --crs, as EPSG:4525"))
    case .textOfLayer:
      Message(
        "wrong_use", .wrongUse, "坐标文本只写地块", "coordinate text holds parcels alone", shapeFormats)
    case .text(let fault): message(of: fault)
    case .condition(let error): message(of: error)
    case .noSystem(let name):
      Message(
        "unknown_crs", .refused, "图层“\(name)”的坐标系不明",
        "the coordinate system of the layer “\(name)” is not known")
    case .tool(let name, let message):
      Message("tool_failed", .refused, "\(name) 失败：\(message)", "\(name) failed: \(message)")
    case .missingTool(let name, let package):
      Message(
        "missing_tool", .refused, "没有程序 \(name)", "there is no program \(name)",
        Words("请安装 \(package)", "install \(package)"))
    case .alreadyExists(let path): alreadyThere(path)
    case .notWritten(let path):
      Message("not_written", .refused, "无法写入 \(path)", "\(path) cannot be written")
    }
  }

  /// Why a condition is not answered, in words.
  ///
  /// - Parameters:
  ///   - condition: what it is called where it was given.
  ///   - order: what the names are called that are sorted by.
  static func message(
    of error: FilterError, condition: String = "--where", order: String = "--sort"
  ) -> Message {
    let (zh, en) = (FilterWording(.zh), FilterWording(.en))
    let name = error.isOfOrder ? order : condition
    return Message(
      "bad_filter", .wrongUse, zh.sentence(for: error, in: name),
      en.sentence(for: error, in: name),
      zh.advice(for: error).flatMap { zh in en.advice(for: error).map { Words(zh, $0) } })
  }

  /// Why something is not written as coordinate text, in words.
  private static func message(of fault: CoordinateTextFault) -> Message {
    switch fault {
    case .unencodable(let character, let field):
      Message(
        "unencodable", .refused, "“\(field)”中的“\(character)”在此编码中没有",
        "“\(character)” in “\(field)” has no code in this encoding",
        Words("可用 --encoding gb18030 或 utf8", "use --encoding gb18030 or utf8"))
    case .noShape(let feature), .notFinite(let feature):
      Message(
        "shapes_lost", .refused, "第 \(feature) 个地块的坐标无法写出",
        "the coordinates of parcel \(feature) of the export cannot be written")
    case .wrongUnit(let dialect):
      Message(
        "crs_refused", .impossible, "坐标的单位不合\(dialect.name)",
        "the coordinates do not have the unit of \(dialect.name)")
    }
  }

  /// Why an overlay is not made, in words.
  static func message(of fault: OverlayFault) -> Message {
    switch fault {
    case .matrixOfOneLayer:
      Message("wrong_use", .wrongUse, "矩阵要两个不同的图层", "a matrix is of two different layers")
    case .noUseField(let layer):
      Message(
        "no_use_field", .wrongUse, "“\(layer)”没有认得的用地代码字段",
        "“\(layer)” has no known field of land-use codes",
        Words("用 --use-a、--use-b 指定", "name it with --use-a, --use-b"))
    }
  }

  /// Why a question about a place is not put, in words; the diagnostics of a file are said apart.
  static func message(of fault: PlaceFault, _ what: String) -> Message {
    switch fault {
    case .unknownLayer(let name, let known):
      return Message("unknown_layer", .wrongUse, .noSuchLayer(name), .known(known))
    case .outside(let system):
      return Message(
        "outside_projection", .refused, "“\(what)”离登记库坐标系 \(system) 的使用范围太远",
        "“\(what)” lies too far from where the register's \(system) is used")
    case .nothingToCheck:
      return Message(NotCheckedReason.nothingToCheck.key, .notFound, .nothingToCheck)
    case .notPoints(let file):
      return Message(
        "not_points", .wrongUse, "“\(file)”中有不是点的图形", "“\(file)” holds shapes that are no points",
        Words(
          "--ids 只用于点；面和线请不带 --ids 查询",
          "--ids is for points; ask about areas and lines without it"))
    case .refused(let diagnostics):
      let first = diagnostics.first { $0.severity == .error } ?? diagnostics.first
      return Message(
        first?.code.rawValue ?? "refused", .refused, "不能按“\(what)”查询",
        "“\(what)” cannot be looked up")
    }
  }
}
