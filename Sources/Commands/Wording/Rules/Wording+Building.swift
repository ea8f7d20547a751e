import Exchange
import Planning
import Terms
// A proposed building against the indicators of its parcel.
extension Wording.Help {
  static let building = Words(
    "拟建建筑是否符合地块现行指标：逐项列出符合、不符合或无法判断。",
    "A proposed building against its parcel's indicators in force: complies, does not, cannot say.")
  static let buildingMore = Words(
    """
    用地面积取文书写明的面积，没有时取界线的平面面积，并注明；也可用 --land-area 指定。没有给的量不作判断。
    有一项不符合时退出码为 1。工业厂房层高超过 8 米的，只有用 --tall-storey-area 给出其面积才加倍计算。

    示例：yulin check building --parcel NX-03 --floor-area 32000 --footprint 5200 --green 6000 --height 45 --store land.gpkg
    """,
    """
    The land area is the stated one, else the boundary's in the plane, and the answer says which; or \
    --land-area gives it. What is not given is not judged. Ends with 1 where one does not comply. \
    Industrial storeys over 8 m count twice only where --tall-storey-area gives their floor area.

    Example: yulin check building --parcel NX-03 --floor-area 32000 --footprint 5200 --green 6000 --height 45 --store land.gpkg
    """)
  static let buildingParcel = Words("地块编号。", "The parcel's number.")
  static let buildingPlan = Words(
    "编号在几个规划中都有时，规划名称中的词。", "Words of the plan's name, where several have the number.")
  static let tallStoreyArea = Words(
    "其中层高超过 8 米的工业厂房的建筑面积，平方米，加倍计算。",
    "Of that, the area of industrial storeys over 8 m, m²; it is counted twice.")
  static let storeys = Words(
    "地上层数，用于核对建筑面积。", "Storeys above ground, to see whether the floor area fits.")
  static let landArea = Words("用地面积，平方米；默认取文书或界线的面积。", "The land, m²; by default the parcel's.")
}

extension Wording {
  static let computed = Words("拟建", "proposed")
  static let indicator = Words("指标", "indicator")
  static let limit = Words("规定", "limit")
  static let result = Words("结果", "result")
  static let landAreaUnknown = Words("用地面积不详", "the land area is not known")
  static let measuresAreNotNegative = Words(
    "面积、高度不能为负，用地面积和层数须大于 0",
    "areas and heights are not negative, land and storeys are more than 0")
  static let nothingProposed = Words(
    "至少给出一个量，如 --floor-area", "give at least one measure, as --floor-area")
  static let tallStoreysAreFloors = Words(
    "--tall-storey-area 包括在 --floor-area 之内，不能更大",
    "--tall-storey-area is a part of --floor-area and cannot be more")

  static func landArea(_ area: String, _ source: BuildingJudgement.LandAreaSource) -> Words {
    switch source {
    case .given: Words("用地面积 \(area)（自行指定）", "land: \(area) (as given)")
    case .stated: Words("用地面积 \(area)（文书写明）", "land: \(area) (as stated)")
    case .boundary: Words("用地面积 \(area)（界线的平面面积）", "land: \(area) (the boundary's, in the plane)")
    }
  }

  static func result(of item: BuildingJudgement.Item) -> Words {
    switch item.verdict {
    case .complies: return Words("符合", "complies")
    case .doesNotComply: return Words("不符合", "does not comply")
    case .cannotSay:
      let reason =
        switch item.obstacle {
        case .notProposed: Words("没有给出拟建的量", "not proposed")
        case .landAreaUnknown: Words("用地面积不详", "no land area")
        case .noLimit: Words("没有规定", "no limit in force")
        case .emptyLimit: Words("规定的下限高于上限", "the limits exclude one another")
        case .structuresUnknown: Words("没有给出构筑物和堆场", "structures and yards not told")
        case nil: Words("", "")
        }
      return Words("无法判断：\(reason[.zh])", "cannot say: \(reason[.en])")
    }
  }

  static func note(of note: BuildingJudgement.Note) -> Words {
    switch note {
    case .tallStoreys:
      Words(
        "注意：工业厂房层高超过 8 米的，计算容积率时该层面积加倍；这里没有加倍。",
        "Note: an industrial storey over 8 m counts twice in the floor area ratio; it was not here."
      )
    case .floorAreaAboveStoreys:
      Words("注意：建筑面积大于基底面积与层数之积。", "Note: the floor area is more than footprint times storeys.")
    case .landOverfull:
      Words("注意：基底、绿地等之和大于用地面积。", "Note: footprint, green and the rest are more than the land.")
    case .approximateArea:
      Words("注意：文书写的用地面积为约数。", "Note: the document states the land area as about.")
    case .schematicBoundary:
      Words(
        "注意：界线为示意，面积不作依据。",
        "Note: the boundary is schematic; no question of law may rest on its area.")
    case .otherLandArea:
      Words("注意：指定的用地面积与文书不同。", "Note: the given land area is not the stated one.")
    case .keepsCurrentUse:
      Words("注意：规划为保留现状。", "Note: the plan keeps the present use.")
    }
  }

  static func verdict(of judgement: BuildingJudgement) -> Words {
    switch judgement.verdict {
    case .complies: Words("各项指标均符合。", "All indicators in force are kept.")
    case .doesNotComply:
      Words("有指标不符合。", "Not all indicators are kept.")
    case .cannotSay:
      Words("有指标无法判断，不能认为符合。", "Some cannot be said: do not take this for compliance.")
    }
  }
}
