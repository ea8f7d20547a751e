import Answers
import Characters
import Exchange
import Planning
import Terms
// What `yulin diff` says.
extension Wording.Help {
  static let diff = Words(
    "比较登记库的两个时点：哪些地块新增、不再有、变更。",
    "Compare two moments of a register: parcels added, gone and changed.")
  static let diffMore = Words(
    """
    --from、--to 按文书日期，--known-from、--known-to 按登记库得知的时间，可以同用；只给起点则比到现在。\
    每项变更列出新旧值和依据；geojson 给出新旧图形。有变化退出码为 0，没有变化为 1。

    示例：yulin diff --from 2024-12-31 --to 2025-12-31 --store land.gpkg
    示例：yulin diff --known-from 2026-11-20 -f geojson -o changes.geojson --store land.gpkg
    """,
    """
    --from and --to go by the documents' dates, --known-from and --known-to by when the register \
    learnt of them; both may be given. Without an end it is compared with now. Each change has its old \
    and new value and its document; geojson has the shapes before and after. The exit status is 0 \
    where something differs, 1 where nothing does.

    Example: yulin diff --from 2024-12-31 --to 2025-12-31 --store land.gpkg
    Example: yulin diff --known-from 2026-11-20 -f geojson -o changes.geojson --store land.gpkg
    """)
  static let diffFrom = Words(
    "从这一天有效的内容（按文书日期），如 2024-12-31。",
    "From what was in force on that day, by the documents' dates, as 2024-12-31.")
  static let diffTo = Words(
    "到这一天有效的内容；默认到现在。", "To what was in force on that day; by default all.")
  static let diffKnownFrom = Words(
    "从登记库在这一时刻已知的内容，如 2026-11-20T09:30。",
    "From what the register knew at that time, as 2026-11-20T09:30.")
  static let diffKnownTo = Words(
    "到登记库在这一时刻已知的内容；默认到现在。",
    "To what the register knew at that time; by default now.")
}

extension Wording {
  static let became = Words("变为", "became")
  static let cameFrom = Words("来自", "came from")
  static let nothingDiffers = Words("两个时点之间没有变化", "nothing differs between the two moments")

  static func parcelsDiffer(_ difference: RegisterDifference) -> Words {
    Words(
      "地块：新增 \(difference.addedCount)，不再有 \(difference.goneCount)，变更 \(difference.changedCount)",
      "parcels: \(difference.addedCount) added, \(difference.goneCount) gone, "
        + "\(difference.changedCount) changed")
  }

  static func layerDiffers(_ layer: RegisterDifference.Layer) -> Words {
    func version(_ version: LayerVersion?) -> String {
      guard let version else { return "–" }
      let date = version.source.date.map { " (\($0))" } ?? ""
      return "\(version.version)\(date)"
    }
    let steps = "\(version(layer.old)) → \(version(layer.new))"
    return Words("图层“\(layer.name)”：版本 \(steps)", "layer “\(layer.name)”: version \(steps)")
  }

  static func townshipsMerged(_ township: RegisterDifference.Townships) -> Words {
    let (from, into) = (township.change.from.joined(separator: "、"), township.change.into)
    return township.isAdded
      ? Words("\(from)并入\(into)", "\(from) became part of \(into)")
      : Words("\(from)还未并入\(into)", "\(from) is not yet part of \(into)")
  }

  static func areaGrew(_ difference: Double) -> Words {
    let area = NumberText.decimal(abs(difference), places: 2)
    return difference < 0
      ? Words("减少 \(area) 平方米", "\(area) m² less") : Words("增加 \(area) 平方米", "\(area) m² more")
  }
}
