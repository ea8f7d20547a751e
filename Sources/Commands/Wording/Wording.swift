import Characters
import Exchange
import Planning
import Terms

/// Every word that the commands say, Chinese and English side by side. The words of diagnostics and
/// the terms of the planning model are in Exchange.
enum Wording {}

// Labels and headings.
extension Wording {
  static let error = Words("错误", "error")
  static let clause = Words("；", "; ")
  static let comma = Words("，", ", ")
  static let listed = Words("、", ", ")

  static let acts = Words("供地等行为", "acts")
  static let addressee = Words("主送", "addressee")
  static let ambiguousPlans = Words("可能所属规划", "may belong to")
  static let amountInTenThousands = Words("金额（万元）", "amount (万元)")
  static let areaInSquareMetres = Words("面积（平方米）", "area (m²)")
  static let below = Words("下级", "below it")
  static let boundary = Words("界线", "boundary")
  static let classes = Words("类数", "classes")
  static let codeInferred = Words("代码由名称推定", "code inferred from the name")
  static let contract = Words("合同", "contract")
  static let counties = Words("县", "counties")
  static let countyCode = Words("县区代码", "county code")
  static let outcome = Words("结果", "outcome")
  static let date = Words("日期", "date")
  static let dates = Words("日期", "dates")
  static let document = Words("依据", "document")
  static let documents = Words("依据", "documents")
  static let documentsHeld = Words("文书", "documents")
  static let ended = Words("已失效", "no longer in force")
  static let endedSince = Words("失效", "ended")
  static let ends = Words("撤销废止", "ends")
  static let equivalents = Words("对应", "equivalents")
  static let files = Words("文件", "files")
  static let force = Words("效力", "force")
  static let holds = Words("内容", "holds")
  static let figures = Words("数字", "figures")
  static let inForce = Words("施行", "in force from")
  static let inForceUntil = Words("有效期至", "in force until")
  static let issuer = Words("发文", "issuer")
  static let kind = Words("类型", "kind")
  static let kinship = Words("来历", "lineage")
  static let noBoundary = Words("库中没有", "none in the register")
  static let noCounterpart = Words("无对应", "no counterpart")
  static let noNumber = Words("（无编号）", "(no number)")
  static let notInForce = Words("以下内容未生效或已失效", "not in force")
  static let note = Words("备注", "note")
  static let number = Words("文号", "number")
  static let parcel = Words("地块", "parcel")
  static let parcels = Words("地块", "parcels")
  static let partOfMix = Words("混合用途之一", "part of the mix")
  static let party = Words("当事人", "party")
  static let people = Words("威胁人数", "people at risk")
  static let place = Words("层级", "in the tree")
  static let plan = Words("所属规划", "plan")
  static let propertyInTenThousands = Words("威胁财产（万元）", "property at risk (万元)")
  static let proposals = Words("未生效", "not in force")
  static let recorded = Words("入库", "recorded")
  static let registerID = Words("登记库标识", "register id")
  static let request = Words("请示", "request")
  static let schema = Words("库结构版本", "schema")
  static let scheme = Words("分类", "scheme")
  static let serial = Words("序号", "no.")
  static let site = Words("隐患点", "site")
  static let sites = Words("隐患点", "sites")
  static let source = Words("出处", "printed at")
  static let stage = Words("阶段", "stage")
  static let statements = Words("地块记载", "statements")
  static let supervisionNumber = Words("电子监管号", "supervision number")
  static let terms = Words("年限", "term")
  static let title = Words("标题", "title")
  static let total = Words("合计", "total")
  static let totals = Words("合计", "totals")
  static let township = Words("乡镇", "township")
  static let transactions = Words("供地等", "acts")
  static let until = Words("废止", "until")
  static let use = Words("用途", "land use")
  static let version = Words("版本", "version")
  static let village = Words("村", "village")
  static let yes = Words("是", "yes")

  static let splitFrom = Words("分割自", "split from")
  static let splitInto = Words("分割为", "split into")
  static let mergedFrom = Words("合并自", "merged from")
  static let mergedInto = Words("并入", "merged into")
  static let renumberedFrom = Words("原编号", "formerly")
  static let renumberedTo = Words("改编号为", "now")
}

extension Wording {
  /// Between which levels land lies.
  static func range(_ range: VerticalRange) -> String {
    let ends = [range.lower, range.upper].map {
      $0.map { NumberText.decimal($0, places: 2) } ?? "–"
    }
    return ends.joined(separator: "～") + " m" + (range.datum.map { "（\($0)）" } ?? "")
  }
}
