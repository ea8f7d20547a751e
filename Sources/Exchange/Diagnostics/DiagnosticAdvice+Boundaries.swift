import Planning
import Terms

/// What to do about diagnostics of boundaries, coordinates and layers.
extension DiagnosticAdvice {
  static func wordsOfBoundary(_ code: Diagnostic.Code) -> Words? {
    switch code {
    case .axesSwapped:
      Words("请核对图形位置", "see that the shapes lie where they should")
    case .zonePrefixMissing:
      Words("请核对带号；可用 `--crs` 指明坐标系", "check the zone; `--crs` names the coordinate system")
    case .zoneContradiction:
      Words("请核对文件头", "correct the header")
    case .unitContradiction:
      Words("请核对文件头", "correct the header")
    case .datumContradiction:
      Words("请核对坐标系；可用 `--crs` 指明", "find out which is right; `--crs` names it")
    case .coordinateSystemUnknown:
      Words(
        "请用 `--crs` 指明，如 `--crs EPSG:4525`；没有任何内容入库",
        "name it with `--crs`, as in `--crs EPSG:4525`; nothing was stored")
    case .coordinatesMixed:
      Words(
        "请把不同坐标系的图形分成几个文件；没有任何内容入库",
        "put shapes of different systems into files of their own; nothing was stored")
    case .coordinateSystemRefused:
      Words(
        "请在配置文件中给出本单位的四参数或七参数（`--transformations`）；没有任何内容入库",
        "give your bureau's 4 or 7 parameters in a configuration file (`--transformations`); nothing was stored"
      )
    case .transformedWithParameters:
      Words("参数已随数据记录", "the parameters are recorded with the data")
    case .conversionParametersStated:
      Words("请核对坐标是否已经转换", "find out whether the coordinates were converted already")
    case .localGrid:
      Words(
        "请先转换到 2000 国家大地坐标系，或在配置文件中给出参数（`--transformations`）；没有任何内容入库",
        "convert them to CGCS2000 first, or give parameters in a configuration file (`--transformations`); nothing was stored"
      )
    case .anotherCounty:
      Words("请核对坐标系和带号", "check the coordinate system and the zone")
    case .shapeRefused:
      Words(
        "请在制图软件中改正后重新导入；这一图形没有入库",
        "mend it in your drawing program and import it again; this shape was not stored")
    case .emptyPartsDropped:
      Words("不必处理", "nothing to do")
    case .invalidShape:
      Words("请改正后重新导入，或用 `--repair` 修复", "mend it and import it again, or use `--repair`")
    case .shapeRepaired:
      Words("修复前的图形也已保留；请核对", "the shape as it came is kept too; look at it")
    case .areaDiffers:
      Words("两个面积都保留，不互相替换；请核对", "both areas are kept, neither replaces the other; compare them")
    case .areaUnitSuspect:
      Words("请核对面积的单位；面积按原文保留", "check the unit; the area is kept as stated")
    case .boundaryUnmatched:
      Words("请核对编号；导入批复后自动关联", "check the number; it joins by itself when an approval comes in")
    case .boundaryAmbiguous:
      Words("请用 `--plan` 指明所属规划", "name the plan with `--plan`")
    case .boundaryWithoutNumber:
      Words("请用 `--columns` 指明哪一列是地块编号", "say with `--columns` which field is the parcel number")
    case .boundaryNewVersion:
      Words("旧版保留，用 `--known-at` 可查", "the earlier version is kept; `--known-at` asks for it")
    case .leadingZeroRestored:
      Words("请核对；原值已保留", "check it; the value is kept as it stood too")
    case .valueNotUnderstood:
      Words("按原样保留；请改正后重新导入", "it is kept as it stands; mend it and import again")
    case .recordNotUnderstood:
      Words(
        "请改正后重新导入；所在的图形没有入库", "mend it and import again; the shape it belongs to was not stored")
    case .geometryUnexpected:
      Words(
        "边界须为面；线和点可作为图层导入（`--as layer`）",
        "a boundary is an area; lines and points can go in as a layer (`--as layer`)")
    case .layerKept:
      Words("不必处理", "nothing to do")
    case .noFeatures: Words("请检查文件；没有任何内容入库", "look at the file; nothing was stored")
    case .layerNotChosen: Words("用 `--layer` 指明读哪一个", "say with `--layer` which one to read")
    case .moreAlike:
      Words("先处理列出的，再导入一次", "see to those that are listed, then import again")
    default: nil
    }
  }
}
