import Planning
public import Terms

/// The sentences about boundaries, coordinates and layers.
extension DiagnosticWording {
  static func wordsOfBoundary(_ code: Diagnostic.Code, _ a: Arguments) -> Words? {
    switch code {
    case .axesSwapped:
      a[2] == "northing"
        ? Words(
          "坐标先北后东（\(a[0])，\(a[1])），与格式约定相反，已对调",
          "northing stands before easting (\(a[0]), \(a[1])), against the format; they were exchanged"
        )
        : Words(
          "坐标先东后北（\(a[0])，\(a[1])），与格式约定相反，已对调",
          "easting stands before northing (\(a[0]), \(a[1])), against the format; they were exchanged"
        )
    case .zonePrefixMissing:
      Words(
        "东坐标 \(a[0]) 没有带号，按第 \(a[1]) 带处理",
        "the easting \(a[0]) has no zone prefix; zone \(a[1]) was taken")
    case .zoneContradiction:
      Words(
        "文件头的带号是 \(a[0])，坐标的带号是 \(a[1])，以坐标为准",
        "the header says zone \(a[0]), the coordinates zone \(a[1]); the coordinates count")
    case .unitContradiction:
      Words(
        "文件写的计量单位是“\(a[0])”，坐标却是\(a[1] == "degree" ? "度" : "米")",
        "the file says the unit is “\(a[0])”, but the coordinates are in \(a[1] == "degree" ? "degrees" : "metres")"
      )
    case .datumContradiction:
      a.has(2)
        ? Words(
          "坐标系有两种说法：\(a[0]) 和 \(a[1])，采用 \(a[2])",
          "two coordinate systems are named, \(a[0]) and \(a[1]); \(a[2]) was taken")
        : Words(
          "坐标系有两种说法：\(a[0]) 和 \(a[1])，无法判断",
          "two coordinate systems are named, \(a[0]) and \(a[1]); which is right cannot be told")
    case .coordinatesMixed:
      Words(
        "同一文件中的坐标不一致：有的如 \(a[0])，有的如 \(a[1])",
        "coordinates of one file contradict each other: some are like \(a[0]), some like \(a[1])")
    case .coordinateSystemUnknown:
      Words(
        "无法判断坐标系（坐标如 \(a[1])）：\(DiagnosticWording.missingOfSystem(a[0])[.zh])",
        "the coordinate system cannot be told (coordinates like \(a[1])): \(DiagnosticWording.missingOfSystem(a[0])[.en])"
      )
    case .coordinateSystemRefused:
      Words(
        "从 \(a[0]) 到 \(a[1]) 没有公开的转换参数，不作近似转换",
        "there are no published parameters from \(a[0]) to \(a[1]), and a rough shift is refused")
    case .transformedWithParameters:
      Words(
        "已用参数“\(a[2])”从 \(a[0]) 转换到 \(a[1])",
        "moved from \(a[0]) to \(a[1]) with the parameters “\(a[2])”")
    case .conversionParametersStated:
      Words(
        "文件写有转换参数 \(a.raw(0))，未用于坐标",
        "the file states conversion parameters \(a.raw(0)); they were not applied")
    case .localGrid:
      Words(
        "坐标（如 \(a[0])）不在任何国家坐标系的范围内，疑为地方独立坐标系",
        "coordinates like \(a[0]) are in no national system's range: a local grid, it seems")
    case .anotherCounty:
      Words(
        "图形距库中已有图形约 \(a[0]) 公里，疑为其他县区",
        "the shapes lie about \(a[0]) km from all others in the register: another county?")
    case .shapeRefused:
      Words(
        "\(a[0]) 的图形不能使用：\(DiagnosticWording.words(ofShapeReason: a[1])[.zh])\(a.has(2) ? "（" + a[2] + "）" : "")",
        "the shape of \(a[0]) cannot be used: \(DiagnosticWording.words(ofShapeReason: a[1])[.en])\(a.has(2) ? " (" + a[2] + ")" : "")"
      )
    case .emptyPartsDropped:
      Words(
        "\(a[0]) 的图形有 \(a[1]) 个空部分，已略去",
        "the shape of \(a[0]) had \(a[1]) empty parts, which were left out")
    case .invalidShape:
      Words(
        "\(a[0]) 的图形无效：\(DiagnosticWording.words(ofShapeReason: a[1])[.zh])，在 (\(a[2]), \(a[3])) 处；已入库，不参与精确计算",
        "the shape of \(a[0]) is not valid: \(DiagnosticWording.words(ofShapeReason: a[1])[.en]) at (\(a[2]), \(a[3])); it is stored and left out of exact answers"
      )
    case .shapeRepaired:
      Words(
        "\(a[0]) 的图形（\(DiagnosticWording.words(ofShapeReason: a[1])[.zh])）已修复，面积由 \(a[2]) 变为 \(a[3]) 平方米",
        "the shape of \(a[0]) (\(DiagnosticWording.words(ofShapeReason: a[1])[.en])) was mended; its area went from \(a[2]) to \(a[3]) m²"
      )
    case .areaDiffers:
      Words(
        "\(a[0]) 的标注面积为 \(a.exactArea(1))，图形面积为 \(a.exactArea(2))，相差 \(a.areaDifference(1, 2))",
        "the stated area of \(a[0]) is \(a.exactArea(1)), its shape has \(a.exactArea(2)): \(a.areaDifference(1, 2)) apart"
      )
    case .areaUnitSuspect:
      Words(
        "\(a[0]) 的标注面积 \(a.exactArea(1)) 约为图形面积 \(a.exactArea(2)) 的 \(a[3]) 倍，疑为单位有误",
        "the stated area of \(a[0]), \(a.exactArea(1)), is about \(a[3]) times its shape's \(a.exactArea(2)): a mistaken unit, it seems"
      )
    case .boundaryUnmatched:
      Words(
        "库中没有文件提到地块 \(a[0])；边界已单独入库",
        "no document in the register names the parcel \(a[0]); its boundary is kept by itself")
    case .boundaryAmbiguous:
      Words(
        "编号 \(a[0]) 在几个规划中都有（\(a[1])），未关联",
        "several plans have a parcel \(a[0]) (\(a[1])); the boundary joins none of them")
    case .boundaryWithoutNumber:
      Words(
        "第 \(a[0]) 个图形没有地块编号，单独入库",
        "shape \(a[0]) has no parcel number and is kept by itself")
    case .boundaryNewVersion:
      Words(
        "\(a[0]) 已有边界，记为第 \(a[1]) 版",
        "\(a[0]) has a boundary already: this is version \(a[1])")
    case .leadingZeroRestored:
      Words(
        "“\(a[0])”中的 \(a.raw(1)) 补回首位零，作 \(a.raw(2))",
        "“\(a[0])”: \(a.raw(1)) lost its leading zero and was read as \(a.raw(2))")
    case .valueNotUnderstood:
      Words(
        "\(a[0]) 的“\(a[1])”为“\(a.raw(2))”，没有读懂",
        "“\(a.raw(2))” in the field “\(a[1])” of \(a[0]) was not understood")
    case .recordNotUnderstood:
      Words(
        "这一行没有读懂：\(DiagnosticWording.recordReason(a[0])[.zh])",
        "this line was not understood: \(DiagnosticWording.recordReason(a[0])[.en])")
    case .geometryUnexpected:
      Words(
        "第 \(a[0]) 个图形是 \(a[1])，不是面，没有入库",
        "shape \(a[0]) is a \(a[1]) and no area; it was not stored")
    case .layerKept:
      Words(
        "图层“\(a[0])”内容未变",
        "the layer “\(a[0])” is in the register already, with the same content")
    case .noFeatures: Words("文件中没有图形", "the file has no shapes")
    case .layerNotChosen:
      Words("文件中有这些图层：\(a[0])", "the file has these layers: \(a[0])")
    case .moreAlike:
      Words(
        "同类情况（\(a[0])）还有 \(a[1]) 处，未逐一列出",
        "\(a[1]) more of the kind \(a[0]) are not listed one by one")
    default: nil
    }
  }

  /// Why a shape cannot be used, or is not valid, as words.
  public static func words(ofShapeReason key: String) -> Words {
    switch key {
    case "non_finite": Words("坐标不是有限的数", "a coordinate is no finite number")
    case "absurd": Words("坐标大得不合理", "a coordinate is absurdly large")
    case "too_small": Words("坐标小得不合理", "a coordinate is absurdly small")
    case "too_few_points": Words("点数太少", "too few points")
    case "too_many_points": Words("点数太多", "too many points")
    case "nested_too_deep": Words("嵌套太深", "nested too deep")
    case "empty": Words("没有图形", "it has no shape")
    case "outside_projection": Words("超出投影范围", "it lies outside what the projection covers")
    case "not_closed": Words("环不闭合", "a ring is not closed")
    case "self_intersection": Words("自相交", "it crosses itself")
    case "ring_self_intersection": Words("环自相接", "a ring touches itself")
    case "hole_outside": Words("内环在外环之外", "a hole lies outside its shell")
    case "nested_holes": Words("内环套内环", "a hole lies in a hole")
    case "nested_shells": Words("外环套外环", "a shell lies in a shell")
    case "disconnected_interior": Words("内部不连通", "its inside is not connected")
    case "duplicate_rings": Words("环重复", "two rings are the same")
    case "failed": Words("无法判断", "it cannot be judged")
    default: Words(key, key)
    }
  }

  /// What is missing of a coordinate system, as words.
  static func missingOfSystem(_ key: String) -> Words {
    switch key {
    case "zone": Words("缺带号", "the zone is missing")
    case "datum": Words("缺坐标系名称", "the datum is missing")
    case "axes": Words("缺坐标轴次序", "which number is the easting is not said")
    default: Words("文件没有说明", "the file says nothing")
    }
  }

  /// What is wrong with a line of a boundary file, as words.
  static func recordReason(_ key: String) -> Words {
    switch key {
    case "coordinate": Words("坐标不是数", "a coordinate is no number")
    case "fields": Words("字段数不对", "it has a wrong number of fields")
    case "header": Words("地块行没有读懂", "the parcel's header is not understood")
    case "no_points": Words("地块没有界址点", "the parcel has no points")
    case "section": Words("没有 [地块坐标] 部分", "there is no section [地块坐标]")
    case "geometry": Words("图形没有读懂", "the shape is not understood")
    case "json": Words("不是 JSON", "it is no JSON")
    case "encoding": Words("编码有误", "its bytes are no text")
    case "too_long": Words("文件头太长，以下不再保留", "the header is too long; no more of it is kept")
    case "member": Words("缺少成员，或其类型不对", "a member is missing or of a wrong type")
    case "type": Words("不是 GeoJSON 的类型", "the type is none of GeoJSON's")
    case "duplicate": Words("成员重复", "a member stands twice")
    case "line": Words("线的点数太少", "a line has too few points")
    case "nested_too_deep": Words("嵌套太深", "nested too deep")
    case "well_known_text": Words("WKT 没有读懂", "the WKT is not understood")
    case "geometry_column":
      Words("没有 WKT 列，也没有成对的坐标列", "it has no column with WKT and no pair with coordinates")
    case "quote": Words("引号没有结束", "a quotation mark is not closed")
    case "ring": Words("环的点数太少", "a ring has too few points")
    default: Words(key, key)
    }
  }
}
