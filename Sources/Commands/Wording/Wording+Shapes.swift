import Exchange
import Terms
// The export of shapes.
extension Wording.Help {
  static let exportWhat = Words(
    "facts（全部内容，json、jsonl、csv 的默认）、parcels（地块及界线，其余格式的默认），或参考图层的名称。",
    "facts, all there is (the default of json, jsonl, csv); parcels, with their boundaries (the "
      + "default of other formats); or the name of a reference layer.")
  static let bbox = Words(
    "只要与此框相交的；x 在前，默认为经纬度。",
    "Only what has a point in this box; x first, by default longitude and latitude.")
  static let bboxCRS = Words("框的坐标系；x 总是东坐标。", "The box's coordinate system; x is the easting.")
  static let fields = Words("只要这些字段，按此顺序。", "Only these fields, in this order.")
  static let noGeometry = Words("不写图形。", "Write no shapes.")
  static let crs = Words(
    "写成哪个坐标系；默认为库中的。GeoJSON 总是经纬度。",
    "The coordinate system to write in; by default the register's. GeoJSON is always in longitude "
      + "and latitude.")
  static let precision = Words(
    "坐标的小数位数；GeoJSON 默认 7 位（约 1 厘米）。",
    "Decimals of coordinates; of GeoJSON by default 7, about a centimetre.")
  static let all = Words("没有界线的地块也写。", "Write parcels without a boundary too.")
  static let dialect = Words(
    "txt 写给哪个系统：land_supply 供地系统（默认）、land_conversion 建设用地报批、single_map 一张图、"
      + "satellite_enforcement 卫片执法、increase_decrease_linkage 增减挂钩、"
      + "provincial_standard 报省部标、land_consolidation 土地整治。",
    "The program that txt is for: land_supply 供地系统 (the default), land_conversion 建设用地报批, "
      + "single_map 一张图, satellite_enforcement 卫片执法, increase_decrease_linkage 增减挂钩, "
      + "provincial_standard 报省部标, land_consolidation 土地整治.")
  static let encoding = Words(
    "txt 的编码：gbk（默认）、gb18030、utf8。", "The encoding of txt: gbk (the default), gb18030 or utf8.")
  static let rs = Words(
    "geojsonseq 的每个要素前加 RS（RFC 8142）。", "Begin each feature of geojsonseq with RS (RFC 8142).")
}

extension Wording {
  static let exportCut = Words("还有更多，已按 --limit 截止", "there are more; --limit was reached")
  static let schematicExport = Words(
    "其中有示意界线，不得作为权属或审批依据",
    "some boundaries are schematic: no question of law may rest on them")

  static let onlyParcelsAreFeatures = Words(
    "查到的不是地块，没有图形；请用 -f json", "what was found are no parcels and have no shapes; use -f json")

  static func sameNames(_ count: Int) -> Words {
    Words(
      "\(count) 个地块与另一个同号或同名，读坐标文本的程序可能当成同一地块",
      "\(count == 1 ? "1 parcel has" : "\(count) parcels have") the number or name of another; who "
        + "reads the text may take them for one")
  }

  static func attributesChanged(_ count: Int) -> Words {
    Words(
      "\(count) 处属性中的逗号或换行已替换",
      "commas or ends of lines were replaced in \(count) attributes")
  }

  static func factsHaveNoBoundaries(_ boundaries: Int, layers: Int) -> Words {
    Words(
      "此导出不含库中的 \(boundaries) 条界线和 \(layers) 个参考图层：请保留 .gpkg 登记库本身，或用 "
        + "`yulin publish`、`yulin export parcels -f txt`",
      "this export leaves out the register's boundaries (\(boundaries)) and reference layers "
        + "(\(layers)): keep the .gpkg itself, or use `yulin publish` or "
        + "`yulin export parcels -f txt`")
  }

  static func notAPrecision(_ number: Int) -> Words {
    Words("--precision 应在 0 到 15 之间，不是 \(number)。", "--precision is 0 to 15, not \(number).")
  }

  static func notABox(_ text: String) -> Words {
    Words(
      "--bbox 要四个数 minx,miny,maxx,maxy，不是“\(text)”。",
      "--bbox takes four numbers minx,miny,maxx,maxy, not “\(text)”.")
  }

  static func notASystem(_ text: String) -> Words {
    Words("“\(text)”不是坐标系，写作 EPSG:4525。", "“\(text)” is no coordinate system; write EPSG:4525.")
  }

  static func featuresWritten(_ count: Int) -> Words {
    Words("已写 \(count) 个要素", "\(count) features written")
  }

  static func shapesExported(_ count: Int, to path: String, epsg: Int?) -> Words {
    let system = epsg.map { "EPSG:\($0)" } ?? "?"
    return Words(
      "已导出 \(count) 个要素到 \(path)（\(system)）",
      "\(count == 1 ? "1 feature" : "\(count) features") exported to \(path) (\(system))")
  }

  static func leftOutWithoutShape(_ count: Int) -> Words {
    Words(
      "\(count) 个没有界线，未写；加 --all 可写",
      "\(count) without a boundary left out; --all writes them too")
  }

  static func shapesLost(_ count: Int) -> Words {
    Words(
      "\(count) 个图形无法转换坐标，只写了属性",
      "\(count) shapes could not be moved to the coordinate system; only their attributes were written"
    )
  }
}
