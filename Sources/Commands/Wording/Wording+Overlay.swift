import Characters
import Dialogue
import Exchange
import Registry
import Terms
// The overlay of layers.
extension Wording.Help {
  static let overlay = Words(
    "两个图层叠置：哪些要素重叠、重叠多少，或按用途列转移矩阵。",
    "Lay two layers over each other: which features overlap and how much, or use against use.")
  static let overlayMore = Words(
    """
    图层为 parcels（现行地块）或参考图层的名称；两个相同时查层内重叠。面积为平面面积，占比为百分数。
    无效图形不参与，另行列出；极窄的重叠标为碎片。没有重叠时退出码为 1。

    示例：yulin overlay parcels 永久基本农田 --store land.gpkg
          yulin overlay 土地利用现状 parcels --matrix -f csv -o 转移矩阵.csv --store land.gpkg
    """,
    """
    A layer is parcels (those in force) or the name of a reference layer; the same twice asks what \
    overlaps within it. Areas are plane areas, shares in percent. Shapes that are not valid take no \
    part and are listed; thin overlaps are marked as slivers. Nothing found ends with 1.

    Examples: yulin overlay parcels 永久基本农田 --store land.gpkg
              yulin overlay 土地利用现状 parcels --matrix -f csv -o matrix.csv --store land.gpkg
    """)
  static let overlayFirst = Words("第一个图层。", "The first layer.")
  static let overlaySecond = Words("第二个图层。", "The second layer.")
  static let matrix = Words(
    "按用地代码汇总：第一层的各用途落在第二层的各用途上多少，未覆盖和重复的另列，合计等于图层面积。",
    "By land-use code: how much of each use of the first layer lies on each use of the second. What "
      + "lies on nothing, and what lies on several at once, is listed apart: totals are the layer's."
  )
  static let minimumArea = Words(
    "只列重叠超过这么多平方米的；默认 1。", "Only pairs with more in common than that; by default 1.")
  static let digits = Words("代码只取前几位，如 2 为一级类。", "Of codes only so many digits, as 2.")
  static let idField = Words(
    "第一层的标识字段；默认自动找唯一的编号字段，没有则用要素序号。",
    "The field that tells features of the first layer; by default the first number field without "
      + "repetition, else the feature's number.")
  static let idFieldSecond = Words("第二层的标识字段。", "The same of the second layer.")
  static let useField = Words(
    "第一层的用地代码字段；默认按字段名辨认。", "The field of land-use codes; by default told by its name.")
  static let useFieldSecond = Words("第二层的用地代码字段。", "The same of the second layer.")
}

extension Wording {
  static let areaInMu = Words("亩", "mu")
  static let inMu = Words("单位：亩", "in mu")
  static let sliver = Words("碎片", "sliver")
  static let sliverColumn = Words("性质", "kind")
  static let withoutCode = Words("（无代码）", "(no code)")
  static let outsideColumn = Words("（未覆盖）", "(outside)")
  static let repeatedColumn = Words("（扣除重复）", "(repeated)")
  static let fromUse = Words("用途", "use")
  static let toUse = Words("落在", "lies on")
  static let shareOfRow = Words("占该用途", "of the use")

  static func shareOf(_ layer: String) -> Words { Words("占\(layer)", "of \(layer)") }

  static let badMinimumArea = Words("--min-area 须为不小于 0 的数", "--min-area is a number from 0")
  static let badDigits = Words("--digits 须不小于 1", "--digits is at least 1")
  static let limitIsForTables = Words("--limit 只用于 table", "--limit is for the table alone")
  static let matrixTakesAll = Words(
    "矩阵计入全部重叠，不能用 --min-area", "a matrix takes every overlap: no --min-area")
  static let forMatrixAlone = Words(
    "--digits、--use-a、--use-b 只与 --matrix 同用", "--digits, --use-a and --use-b go with --matrix")
  static let matrixHasNoShapes = Words(
    "矩阵没有图形，不能写成 GeoJSON", "a matrix has no shapes and is not written as GeoJSON")

  static func overlayCount(_ count: Int, area: Double, slivers: Int, over limit: Double) -> Words {
    let (zh, en) = (AreaText.squareMetres(area, .zh), AreaText.squareMetres(area, .en))
    let (muZh, muEn) = (AreaText.mu(area, .zh), AreaText.mu(area, .en))
    let least = NumberText.decimal(limit, places: 6)
    let (thinZh, thinEn) =
      slivers > 0 ? ("，其中碎片 \(slivers) 对", ", \(slivers) of them slivers") : ("", "")
    return Words(
      "\(count) 对重叠超过 \(least) 平方米，共 \(zh)（\(muZh)）\(thinZh)",
      "\(count == 1 ? "1 pair has" : "\(count) pairs have") more than \(least) m² in common, "
        + "together \(en) (\(muEn))\(thinEn)")
  }

  static func overlayNotChecked(_ layer: String) -> Words {
    Words("“\(layer)”没有可量算的面，未检查", "“\(layer)” has no area that can be measured: not checked")
  }

  static func overlayWithoutShape(_ count: Int, _ layer: String) -> Words {
    Words(
      "“\(layer)”中 \(count) 个没有图形，未检查", "\(count) of “\(layer)” have no shape: not checked")
  }

  static func overlayWithoutArea(_ count: Int, _ layer: String) -> Words {
    Words(
      "“\(layer)”中 \(count) 个是点或线，不参与", "\(count) of “\(layer)” are points or lines: left out")
  }

  static func overlayInvalid(_ count: Int, _ layer: String, _ ids: [String]) -> Words {
    let list = ids.joined(separator: "、")
    let more = count > ids.count
    return Words(
      "“\(layer)”中 \(count) 个图形无效，未检查：\(list)\(more ? " 等" : "")",
      "\(count) of “\(layer)” are not valid: not checked: \(ids.joined(separator: ", "))"
        + (more ? ", …" : ""))
  }

  static func overlayLeftToEngine(_ count: Int) -> Words {
    Words("\(count) 对由 GEOS 量算", "GEOS measured \(count == 1 ? "1 pair" : "\(count) pairs")")
  }

  static func overlayFailed(_ pair: String) -> Words {
    Words("未能量算：\(pair)", "could not be measured: \(pair)")
  }
}
