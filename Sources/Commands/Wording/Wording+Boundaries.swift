import Answers
import Characters
import Exchange
import Judging
import Planning
import Registry
import Terms
// What is said of boundaries and layers.
extension Wording.Help {
  static let fileCRS = Words(
    "图形的坐标系，文件没有说明时用，如 EPSG:4525。",
    "The shapes' coordinate system, where the file does not tell it, as EPSG:4525.")
  static let repair = Words(
    "修复无效的图形，并记录修复前后的面积。", "Mend invalid shapes, and record area before and after.")
  static let quality = Words(
    "图形的性质：勘测、制图或示意；默认看文件。", "How good the shapes are; by default what the file says.")
  static let plan = Words("边界所属的规划。", "The plan that the boundaries belong to.")
  static let shapeDate = Words(
    "边界从哪一天起有效；默认为文件所载日期。",
    "The day from which the boundaries hold; by default the file's own date.")
  static let scheme = Words(
    "属性中用地代码所属的分类。", "The scheme of the land-use codes among the attributes.")
  static let role = Words("图层的作用。", "What the layer stands for.")
  static let sourceLayer = Words(
    "文件中有几个图层时读哪一个。", "The layer of the file to read, where it has several.")
  static let transformations = Words(
    "本单位四参数、七参数的配置文件。", "A configuration file with the bureau's own transformation parameters.")
}

extension Wording {
  static let features = Words("图形", "shapes")
  static let joined = Words("已关联", "joined")
  static let unmatched = Words("未关联", "unmatched")
  static let flaws = Words("问题", "flaws")
  static let coordinateSystem = Words("坐标系", "coordinates")
  static let target = Words("去向", "goes to")
  static let file = Words("文件", "file")
  static let layerNeedsAName = Words(
    "图层要有名称：--as layer 名称。", "a layer needs a name: --as layer NAME.")
  static let documentsAreNoShapes = Words(
    "--as boundary 和 --as layer 不能与文书种类同用。",
    "--as boundary and --as layer do not go with a kind of document.")

  static let boundaries = Words("地块边界", "boundaries")
  static let layers = Words("图层", "layers")
  static let schematicOnly = Words("示意，不作依据", "schematic, no question of law may rest on it")

  static func notValid(_ reason: Words) -> Words {
    Words("图形无效：\(reason[.zh])", "not a valid shape: \(reason[.en])")
  }

  static func mended(_ repair: ShapeRepair) -> Words {
    let before = NumberText.plain(repair.squareMetresBefore)
    let after = NumberText.plain(repair.squareMetresAfter)
    return Words(
      "图形经修复，面积由 \(before) 变为 \(after) 平方米", "mended: its area went from \(before) to \(after) m²")
  }

  static func areas(plane: String, _ ellipsoidal: String?) -> Words {
    guard let ellipsoidal else { return Words("平面面积 \(plane)", "\(plane) in the plane") }
    return Words(
      "平面面积 \(plane)，椭球面积 \(ellipsoidal)", "\(plane) in the plane, \(ellipsoidal) on the ellipsoid")
  }

  static func boundaryCount(_ info: RegisterInfo) -> Words {
    let invalid = info.invalidBoundaries
    let versions = info.boundaryVersions > info.boundaries ? inVersions(info.boundaryVersions) : nil
    return Words(
      "\(info.boundaries)" + (versions?[.zh] ?? "") + (invalid > 0 ? "，其中无效 \(invalid)" : ""),
      "\(info.boundaries)" + (versions.map { " " + $0[.en] } ?? "")
        + (invalid > 0 ? ", \(invalid) of them not valid" : ""))
  }

  static func shapeCount(_ count: Int) -> Words {
    Words("\(count) 个图形", count == 1 ? "1 shape" : "\(count) shapes")
  }

  static func layerNamed(_ name: String, _ role: LayerRole?) -> Words {
    let kind = role.flatMap { $0 == .other ? nil : $0.name }
    guard let kind, kind[.zh] != name else { return Words("图层“\(name)”", "layer “\(name)”") }
    return Words("图层“\(name)”（\(kind[.zh])）", "layer “\(name)” (\(kind[.en]))")
  }

  static func notMatched(_ parcels: [String], of count: Int) -> Words {
    let shown = parcels.prefix(12)
    let more = count - shown.count
    return Words(
      "没有文件提到的地块：\(shown.joined(separator: "、"))\(more > 0 ? " 等 \(count) 个" : "")",
      "named by no document: \(shown.joined(separator: ", "))\(more > 0 ? " and \(more) more" : "")"
    )
  }

  /// What importing shapes changed: `12 new, 3 in a new version`.
  static func changed(_ outcome: ShapeImportOutcome, isStored: Bool) -> Words {
    guard isStored else { return Words("未存入", "not stored") }
    if outcome.layer != nil {
      guard let version = outcome.layerVersion else { return unchanged }
      return version == 1 ? inserted : newVersion(version)
    }
    return imported(
      inserted: outcome.insertedCount, versions: outcome.newVersionCount,
      unchanged: outcome.unchangedCount)
  }

  /// What is wrong with shapes: `2 invalid, 1 mended`; `nil` where nothing is.
  static func flawed(_ outcome: ShapeImportOutcome) -> Words? {
    let parts = [
      (outcome.refusedCount, Words("未入库", "refused")),
      (outcome.invalidCount, Words("无效", "invalid")),
      (outcome.repairedCount, Words("已修复", "mended")),
      (outcome.ambiguous.count, Words("归属不明", "ambiguous")),
    ].filter { $0.0 > 0 }
    guard !parts.isEmpty else { return nil }
    return Words(
      parts.map { "\($0.1[.zh]) \($0.0)" }.joined(separator: "，"),
      parts.map { "\($0.0) \($0.1[.en])" }.joined(separator: ", "))
  }
}
