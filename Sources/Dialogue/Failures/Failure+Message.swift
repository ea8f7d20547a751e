internal import Exchange
internal import Planning
public import Terms

extension Failure {
  /// What is told of it: one switch for all that can fail.
  public var message: Message {
    switch self {
    case .register(let error): Failure.message(of: error)
    case .export(let fault): Failure.message(of: fault)
    case .overlay(let fault): Failure.message(of: fault)
    case .place(let fault, let what): Failure.message(of: fault, what)
    case .profile(let fault): Failure.message(of: fault)
    case .configuration(let fault): Failure.message(of: fault)
    case .settings(let error, let file):
      if let file {
        Message(
          "bad_settings", .wrongUse,
          SettingsFault.words(of: error).within("设置文件 \(file)", "settings in \(file)"))
      } else {
        Message("bad_settings", .wrongUse, SettingsFault.words(of: error))
      }
    case .filter(let error, let condition, let order):
      Failure.message(of: error, condition: condition, order: order)

    case .unknownLayer(let name, let known):
      Message("unknown_layer", .wrongUse, .noSuchLayer(name), .known(known))
    case .nothingToDraw(let layer):
      Message(
        "no_such_layer", .notFound, "没有可绘的图层“\(layer)”", "there is no layer “\(layer)” to draw")
    case .noTiles(let collection):
      Message(
        "no_tiles", .notFound, "“\(collection)”没有图形，不能绘图",
        "“\(collection)” has no shapes, so no tiles")
    case .noTile(let z, let x, let y):
      Message("no_such_tile", .notFound, "没有瓦片 \(z)/\(x)/\(y)", "there is no tile \(z)/\(x)/\(y)")
    case .unknownCollection(let id, let known):
      Message(
        "unknown_collection", .notFound, "没有要素集“\(id)”", "there is no collection “\(id)”",
        .known(known))
    case .unknownFeature(let id, let collection):
      Message(
        "unknown_feature", .notFound, "“\(collection)”中没有要素“\(id)”",
        "there is no feature “\(id)” in “\(collection)”")
    case .unknownFile(let name, let near):
      Message("unknown_file", .notFound, .notFound(name), near.isEmpty ? nil : .nearMisses(near))
    case .unknownRule(let code, let near):
      Message("unknown_rule", .wrongUse, .noSuchRule(code), .known(near))
    case .unknownFinding(let id, let near):
      Message(
        "unknown_finding", .wrongUse, "这次核查没有编号为“\(id)”的问题", "this check has no finding “\(id)”",
        Failure.nearFindings(near))
    case .notAccepted(let id, let near):
      Message(
        "unknown_finding", .wrongUse, "编号“\(id)”没有放行", "the finding “\(id)” is not accepted",
        Failure.nearFindings(near))
    case .unknownParcel(let number, let near):
      Message("unknown_parcel", .notFound, .notFound(number), .known(near))
    case .noParcel(let number, let near):
      Message(
        "not_found", .notFound, "登记库中没有地块“\(number)”", "the register has no parcel “\(number)”",
        near.isEmpty ? nil : .nearMisses(near))
    case .noParcelInForce(let number, let plans):
      Message(
        "not_found", .notFound, "“\(number)”没有符合条件的现行地块",
        "no parcel “\(number)” in force is of that plan",
        plans.isEmpty
          ? nil
          : Words(
            "所属规划：\(plans.joined(separator: "、"))", "its plans: \(plans.joined(separator: ", "))"))

    case .mistake(let message, let help):
      Message("wrong_use", .wrongUse, "\(message)（参见 `\(help)`）", "\(message) (see `\(help)`)")
    case .nothingAsked:
      Message(
        "nothing_asked", .wrongUse, "要查的内容是空的", "there is nothing to look up",
        Words("用 q= 给出地块、文号、地名或 lon,lat", "name a parcel, a document, a place or lon,lat with q="))
    case .nothingSent: Message("nothing_sent", .wrongUse, "没有收到图形", "no shape was sent")
    case .badQuery:
      Message("bad_query", .wrongUse, "请求参数不是有效的 UTF-8", "the query is no valid UTF-8")
    case .unknownParameter(let name, let known):
      Message(
        "unknown_parameter", .wrongUse, "没有参数“\(name)”", "there is no parameter “\(name)” here",
        .known(known))
    case .repeatedParameter(let name):
      Message(
        "repeated_parameter", .wrongUse, "参数“\(name)”出现了多次",
        "the parameter “\(name)” stands more than once")
    case .badParameter(let name, let value, let known):
      Message(
        "bad_parameter", .wrongUse, "参数“\(name)”不能是“\(value)”",
        "the parameter “\(name)” cannot be “\(value)”", .known(known))
    case .badPlace(let words): Message("bad_parameter", .wrongUse, words)
    case .misplacedSystem:
      Message("bad_parameter", .wrongUse, "crs 只用于点和图形", "crs is for points and shapes alone")
    case .noLines:
      Message("bad_parameter", .wrongUse, "要给出 file 和 start", "file and start are needed")
    case .startedByHand:
      Message(
        "wrong_use", .wrongUse, "yulin-server 由 `yulin serve` 启动",
        "yulin-server is started by `yulin serve`",
        Words(
          "参数为一个 JSON 对象，见 Documentation/Service.md",
          "its one argument is a JSON object: see Documentation/Service.md"))
    case .noStore:
      Message(
        "no_store", .wrongUse, "没有指定登记库", "no register named",
        Words("用 --store FILE 或环境变量 YULIN_STORE 指定", "give --store FILE or set YULIN_STORE"))
    case .noMoments:
      Message(
        "wrong_use", .wrongUse, "没有指定时点", "no moment is named",
        Words(
          "用 --from 日期 或 --known-from 时间 指定起点", "name a start with --from DATE or --known-from TIME"
        ))
    case .factsHaveNoShapes:
      Message(
        "wrong_use", .wrongUse,
        "facts 只能写成 json、jsonl、csv，且没有图形和时点选项",
        "facts are written as json, jsonl or csv, and take no options of shapes or moments",
        Words("要图形请用 `yulin export parcels`", "for shapes say `yulin export parcels`"))
    case .formatWithoutShapes(let format):
      Message(
        "wrong_use", .wrongUse, "\(format) 不写图形", "\(format) has no shapes", Failure.shapeFormats)
    case .optionsAgainstText:
      Message(
        "wrong_use", .wrongUse,
        "坐标文本的字段由 --dialect 定，且总有图形：不能用 --fields、--no-geometry、--all",
        "coordinate text has the fields of its --dialect, and shapes: no --fields, --no-geometry, --all"
      )
    case .optionsOfText:
      Message(
        "wrong_use", .wrongUse, "--dialect 和 --encoding 只用于 txt",
        "--dialect and --encoding are for txt alone")
    case .notFeatures(let kind):
      Message(
        "wrong_use", .wrongUse, "\(kind) 没有图形，不能写成 GeoJSON",
        "\(kind) have no shapes and are not written as GeoJSON",
        Words("请用 -f json、jsonl 或 csv", "use -f json, jsonl or csv"))
    case .notToStandardOutput(let format):
      Message(
        "wrong_use", .wrongUse, "\(format) 不能写到标准输出",
        "\(format) cannot be written to standard output",
        Words("请用 -o 给文件名", "name a file with -o"))
    case .formatNotTold(let path):
      Message(
        "unknown_format", .wrongUse, "从文件名 \(path) 看不出格式",
        "the name \(path) does not tell a format",
        Words("用 -f json、-f jsonl 或 -f csv 指定", "say -f json, -f jsonl or -f csv"))

    case .alreadyExists(let path): Failure.alreadyThere(path)
    case .notRead(let path, let reason):
      Message("unreadable", .refused, reason.words.within("无法读取 \(path)", "\(path) cannot be read"))
    case .notWritten(let path, let reason):
      Message(
        "not_written", .refused, reason.words.within("无法写入 \(path)", "\(path) cannot be written"))
    case .outputNotWritten(let reason):
      Message(
        "not_written", .refused,
        reason.words.within("无法写到标准输出", "standard output cannot be written"))
    case .notKept:
      Message("not_kept", .refused, "临时文件夹不能写", "the folder for temporary files cannot be written")
    case .noServer:
      Message(
        "no_server", .refused, "没有找到程序 yulin-server", "there is no program yulin-server",
        Words(
          "请把它放在 yulin 旁边：swift build -c release --product yulin-server",
          "put it beside yulin: swift build -c release --product yulin-server"))
    case .notStarted(let path, let reason):
      Message(
        "not_started", .refused, reason.words.within("\(path) 不能启动", "\(path) does not start"))
    case .notServed(let error):
      Message("not_served", .refused, "服务未能启动：\(error)", "the service did not start: \(error)")
    case .failed(let reason): Message("failed", .refused, reason.words.within("出错", "failed"))
    }
  }

  /// What an export of shapes may be written as.
  static let shapeFormats = Words(
    "可用 geojson、geojsonseq、csv、txt、gpkg、shp、kml、dxf",
    "choose geojson, geojsonseq, csv, txt, gpkg, shp, kml or dxf")

  /// A file is not replaced.
  static func alreadyThere(_ path: String) -> Message {
    Message(
      "already_exists", .refused, "已有文件 \(path)", "there is a file \(path) already",
      Words("要覆盖请加 --overwrite", "replace it with --overwrite"))
  }

  private static func nearFindings(_ near: [String]) -> Words {
    near.isEmpty
      ? Words("编号见 `yulin check -f json`", "`yulin check -f json` has their ids")
      : Words("相近的：\(near.joined(separator: "、"))", "near misses: \(near.joined(separator: ", "))")
  }
}

// Words that several answers share.
extension Words {
  /// What there is to choose from; `nil` where there is nothing.
  static func known(_ names: [String]) -> Words? {
    names.isEmpty
      ? nil
      : Words(
        "可用：\(names.joined(separator: "、"))", "known are: \(names.joined(separator: ", "))")
  }

  /// Names much like one that was not found.
  public static func nearMisses(_ names: [String]) -> Words {
    Words("相近的有：\(names.joined(separator: "、"))", "near misses: \(names.joined(separator: ", "))")
  }

  /// Nothing can be asked of a register without shapes.
  public static let nothingToCheck = Words(
    "未查：登记库中既没有界线也没有图层", "not checked: the register has neither boundaries nor layers")

  /// There is no layer of a name.
  static func noSuchLayer(_ name: String) -> Words {
    Words("没有图层“\(name)”", "there is no layer “\(name)”")
  }

  /// There is no rule of a code.
  public static func noSuchRule(_ code: String) -> Words {
    Words("没有规则“\(code)”", "there is no rule “\(code)”")
  }

  /// Nothing was found.
  public static func notFound(_ query: String) -> Words {
    Words("没有找到“\(query)”", "nothing found for “\(query)”")
  }

  /// A text names no coordinate system.
  public static func notACoordinateSystem(_ text: String) -> Words {
    Words("“\(text)”不是坐标系，应写作 EPSG:4525。", "“\(text)” is no coordinate system; write EPSG:4525.")
  }

  /// The words as the reason of something.
  func within(_ zh: String, _ en: String) -> Words {
    Words("\(zh)：\(self[.zh])", "\(en): \(self[.en])")
  }
}
