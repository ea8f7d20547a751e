internal import Exchange
public import Filtering
internal import Planning
public import Registry
internal import Terms

extension Failure {
  /// Why shapes are not exported, in words.
  public init(_ fault: ShapeExportFault) {
    switch fault {
    case .noBoundaries:
      self.init(
        "no_boundaries", Words("登记库中还没有界线", "the register has no boundaries yet"),
        Words(
          "用 `yulin import FILE --as boundary` 导入",
          "import some with `yulin import FILE --as boundary`"),
        kind: .notFound)
    case .unknownLayer(let name, let known):
      self.init(
        "unknown_layer", .noSuchLayer(name),
        Words.known(known), kind: .wrongUse)
    case .unknownField(let name, let known):
      self.init(
        "unknown_field", Words("没有字段“\(name)”", "there is no field “\(name)”"),
        Words.known(known), kind: .wrongUse)
    case .unknownSystem(let code):
      self.init(
        "unknown_crs",
        Words("没有坐标系 EPSG:\(code)", "there is no coordinate system EPSG:\(code)"),
        kind: .wrongUse)
    case .refused(let from, let to):
      self.init(
        "crs_refused",
        Words(
          "没有参数，不能从 \(from) 转到 \(to)", "without parameters \(from) cannot be moved to \(to)"),
        kind: .refused)
    case .notForGeoJSON:
      self.init(
        "crs_refused",
        Words("GeoJSON 只用经纬度（RFC 7946）", "GeoJSON is in longitude and latitude alone (RFC 7946)"),
        Words("要平面坐标请用 csv、gpkg、shp、dxf", "for plane coordinates choose csv, gpkg, shp or dxf"),
        kind: .wrongUse)
    case .notForText(let dialect, let code):
      self.init(
        "crs_refused",
        Words(
          "\(dialect.name)的坐标文本不能用 EPSG:\(code)",
          "coordinate text for \(dialect.name) cannot be in EPSG:\(code)"),
        dialect.isInDegrees
          ? Words("它只用经纬度（EPSG:4490）", "it is in longitude and latitude alone (EPSG:4490)")
          : Words(
            "请用 --crs 给高斯克吕格坐标系，如 EPSG:4525",
            "name a Gauss-Krüger grid with --crs, as EPSG:4525"),
        kind: .wrongUse)
    case .textOfLayer:
      self.init(
        "wrong_use",
        Words("坐标文本只写地块", "coordinate text holds parcels alone"),
        Words(
          "可用 geojson、geojsonseq、csv、txt、gpkg、shp、kml、dxf",
          "choose geojson, geojsonseq, csv, txt, gpkg, shp, kml or dxf"), kind: .wrongUse)
    case .text(let fault): self.init(fault)
    case .condition(let error): self.init(error)
    case .noSystem(let name):
      self.init(
        "unknown_crs",
        Words("图层“\(name)”的坐标系不明", "the coordinate system of the layer “\(name)” is not known"),
        kind: .refused)
    case .tool(let name, let message):
      self.init(
        "tool_failed", Words("\(name) 失败：\(message)", "\(name) failed: \(message)"),
        kind: .refused)
    case .missingTool(let name, let package):
      self.init(
        "missing_tool", Words("没有程序 \(name)", "there is no program \(name)"),
        Words("请安装 \(package)", "install \(package)"), kind: .refused)
    case .alreadyExists(let path):
      self.init("already_exists", .fileExists(path), .overwriteIt, kind: .refused)
    case .notWritten(let path):
      self.init(
        "not_written", Words("无法写入 \(path)", "\(path) cannot be written"), kind: .refused)
    }
  }

  /// Why a condition is not answered, in words.
  ///
  /// - Parameters:
  ///   - condition: what it is called where it was given.
  ///   - order: what the names are called that are sorted by.
  public init(
    _ error: FilterError, condition: String = "--where", order: String = "--sort"
  ) {
    let (zh, en) = (FilterWording(.zh), FilterWording(.en))
    let name = error.isOfOrder ? order : condition
    self.init(
      "bad_filter",
      Words(zh.sentence(for: error, in: name), en.sentence(for: error, in: name)),
      zh.advice(for: error).flatMap { zh in en.advice(for: error).map { Words(zh, $0) } },
      kind: .wrongUse)
  }

  /// Why something is not written as coordinate text, in words.
  private init(_ fault: CoordinateTextFault) {
    switch fault {
    case .unencodable(let character, let field):
      self.init(
        "unencodable",
        Words(
          "“\(field)”中的“\(character)”在此编码中没有",
          "“\(character)” in “\(field)” has no code in this encoding"),
        Words("可用 --encoding gb18030 或 utf8", "use --encoding gb18030 or utf8"), kind: .refused)
    case .noShape(let feature), .notFinite(let feature):
      self.init(
        "shapes_lost",
        Words(
          "第 \(feature) 个地块的坐标无法写出",
          "the coordinates of parcel \(feature) of the export cannot be written"), kind: .refused)
    case .wrongUnit(let dialect):
      self.init(
        "crs_refused",
        Words(
          "坐标的单位不合\(dialect.name)",
          "the coordinates do not have the unit of \(dialect.name)"), kind: .refused)
    }
  }
}
