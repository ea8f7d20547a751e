// Made by Scripts/generate-rules from Data/rules/areas.yaml. Do not edit.
// swift-format-ignore-file

extension RuleText {
  static let areas = #"""
# Areas: what documents state against what boundaries measure, and sums against their members.
family: areas
rules:
  - code: area_differs
    title: {zh: 标注面积与图形面积不符, en: Stated area is not the boundary's}
    about:
      zh: 文书写的面积与界线的平面（高斯—克吕格）面积相比；差得成倍数的多为单位写错。轻重按差值占图形面积的百分比定（见参数）：小的为提示，大些的为警告，更大的或疑似单位写错的为错误；界线为示意的最多为警告。
      en: The stated area against the plane (Gauss-Krüger) area of the boundary; a ratio such as 15 or 10,000 betrays a unit. The difference as a share of the boundary's area tells how grave it is, by the parameters below; a small one is a note, a larger one a warning, a still larger one or a mistaken unit an error; with a schematic boundary no more than a warning.
    message:
      zh: "{parcel}标注面积 {stated}，图形面积 {computed}，相差 {difference}（{share}）{hint}"
      en: "{parcel}: the stated area is {stated}, the boundary's {computed}, {difference} ({share}) apart{hint}"
    advice:
      zh: 核对批复原文与勘测定界成果，更正错的一方。
      en: Compare the approval with the survey and correct the one that is wrong.
    values:
      parcel: {zh: 地块, en: parcel}
      stated: {zh: 标注面积, en: stated area}
      computed: {zh: 图形面积, en: area of the boundary}
      difference: {zh: 差值, en: difference}
      share: {zh: 差值占图形面积, en: difference as a share of the boundary's area}
      hint: {zh: 疑似单位错误的说明，或空, en: "a hint at a mistaken unit, or nothing"}
    severity: warning
    scopes: [parcels]
    responsibility: sender
    parameters:
      tolerance_m2: {value: 1, unit: m2, note: {zh: 相差不超过此值的不报；以四位小数的公顷写的面积只准到 1 平方米, en: "A difference up to this is not told; hectares with four decimals tell no less than 1 m²"}}
      warning_percent: {value: 0.1, unit: percent, note: {zh: 相差超过图形面积的此百分比的为警告，不超过的为提示, en: "Above this share of the boundary's area a difference is a warning, up to it a note"}}
      error_percent: {value: 1, unit: percent, note: {zh: 相差超过图形面积的此百分比的为错误, en: "Above this share of the boundary's area a difference is an error"}}
      unit_ratio_percent: {value: 1, unit: percent, note: {zh: 两个面积之比与单位之比（15、1万等）相差不超过此值的，疑为单位写错, en: "A ratio of the two areas that is this near to that of two units (15, 10,000 …) betrays a mistaken unit"}}
    source:
      zh: 没有见到有约束力的全国容差；分级为本程序所定
      en: No binding national tolerance was found; the grades are our own
    examples:
      passes: {zh: 批复 2.1232 公顷，图形 21232.4 平方米, en: "2.1232 ha stated, 21,232.4 m² measured"}
      fails: {zh: 批复 2.1232 公顷，图形 22500 平方米, en: "2.1232 ha stated, 22,500 m² measured"}

  - code: area_total_members
    title: {zh: 合计与分项之和不符, en: Total is not the sum of its members}
    about:
      zh: 同一份文书的合计应等于所列各项之和。
      en: A total of a document is the sum of what it lists.
    message:
      zh: "{document}的合计“{total}”为 {stated}，所列 {count} 项之和为 {sum}，相差 {difference}"
      en: "the total “{total}” of {document} is {stated}, its {count} members add up to {sum}: {difference} apart"
    advice:
      zh: 对照原件；漏列的补上，写错的请发文单位更正。
      en: Compare with the original; add what was left out, or ask the issuer for a correction.
    values:
      document: {zh: 文书, en: document}
      total: {zh: 合计的名称, en: name of the total}
      stated: {zh: 写明的合计, en: stated total}
      sum: {zh: 分项之和, en: sum of the members}
      count: {zh: 分项数, en: how many members}
      difference: {zh: 差值, en: difference}
    severity: {draft: info, approved: warning, supplied: warning}
    scopes: [plans, supply]
    responsibility: sender
    parameters:
      tolerance_m2: {value: 1, unit: m2, note: {zh: 相差不超过此值的不报；另按各项印出的位数放宽, en: "A difference up to this is not told; beside it, what the printed digits of the members allow"}}
      tolerance_percent: {value: 0.05, unit: percent, note: {zh: 或合计的百分比，取大者, en: "Or this share of the total, whichever is more"}}
    source:
      zh: 算术；容差为本程序所定
      en: Arithmetic; the tolerance is our own
    examples:
      passes: {zh: 合计 3.0 公顷，两项各 1.5 公顷, en: "A total of 3.0 ha, two members of 1.5 ha"}
      fails: {zh: 合计 0.8 公顷，所列只有 0.5 公顷, en: "A total of 0.8 ha, members of 0.5 ha"}

  - code: area_plan_total
    title: {zh: 规划用地合计与现行地块不符, en: Plan total is not the sum of the parcels in force}
    about:
      zh: 规划批复写的分类合计，与登记库中该规划现行地块的面积之和相比；后来的调整一并指出。
      en: What an approval states for a use against the parcels of the plan that are in force; later adjustments are named.
    message:
      zh: "{document}（{plan}）写{use} {stated}，现行 {count} 个地块合计 {sum}，相差 {difference}；其后变更：{changes}"
      en: "{document} ({plan}) states {stated} of {use}, its {count} parcels in force have {sum}: {difference} apart; changed since by: {changes}"
    advice:
      zh: 看其后的调整是否说明了差额；没有调整的，查找遗漏或写错的地块。
      en: See whether later adjustments account for it; where there are none, look for parcels that are missing or wrong.
    values:
      document: {zh: 文书, en: document}
      plan: {zh: 规划, en: plan}
      use: {zh: 用途, en: land use}
      stated: {zh: 写明的合计, en: stated total}
      sum: {zh: 现行地块之和, en: sum of the parcels in force}
      count: {zh: 地块数, en: how many parcels}
      difference: {zh: 差值, en: difference}
      changes: {zh: 其后的文书, en: later documents}
    severity: info
    scopes: [plans]
    responsibility: bureau
    parameters:
      tolerance_m2: {value: 1, unit: m2, note: {zh: 相差不超过此值的不报, en: A difference up to this is not told}}
      tolerance_percent: {value: 0.05, unit: percent, note: {zh: 或合计的百分比，取大者, en: "Or this share of the total, whichever is more"}}
    source:
      zh: 算术；容差为本程序所定
      en: Arithmetic; the tolerance is our own
    examples:
      passes: {zh: 批复与现行地块之和相同, en: Approval and parcels in force agree}
      fails: {zh: 批复 5.2 公顷，调整后现行地块 4.9 公顷, en: "5.2 ha approved, 4.9 ha in force after an adjustment"}

  - code: area_act_differs
    title: {zh: 供地面积与规划或储备面积不符, en: Area of an act is not the plan's or the reserve's}
    about:
      zh: 供地、储备等文书写的面积，与规划或此前储备的面积相比。
      en: The area that an act states against that of the plan, or of the reserve before it.
    message:
      zh: "{parcel}：{document}（{act}）写 {stated}，{other}（{other_document}）为 {other_area}，相差 {difference}（{share}）{hint}"
      en: "{parcel}: {document} ({act}) states {stated}, {other} ({other_document}) {other_area}: {difference} ({share}) apart{hint}"
    advice:
      zh: 核对两份文书；只供其中一部分的，应有分割依据。
      en: Compare both documents; where only a part was supplied, a split should be on record.
    values:
      parcel: {zh: 地块, en: parcel}
      act: {zh: 行为, en: the act}
      document: {zh: 该行为的文书, en: its document}
      stated: {zh: 该文书写的面积, en: the area it states}
      other: {zh: 比较对象：规划或储备, en: "what it is compared with: plan or reserve"}
      other_document: {zh: 对方文书, en: the other document}
      other_area: {zh: 对方面积, en: the other area}
      difference: {zh: 差值, en: difference}
      share: {zh: 差值占比, en: difference as a share}
      hint: {zh: 疑似单位错误的说明，或空, en: "a hint at a mistaken unit, or nothing"}
    severity: warning
    scopes: [supply]
    responsibility: sender
    parameters:
      tolerance_m2: {value: 1, unit: m2, note: {zh: 相差不超过此值的不报, en: A difference up to this is not told}}
      tolerance_percent: {value: 0.1, unit: percent, note: {zh: 或面积的百分比，取大者, en: "Or this share of the area, whichever is more"}}
      unit_ratio_percent: {value: 1, unit: percent, note: {zh: 两个面积之比与单位之比（15、1万等）相差不超过此值的，疑为单位写错, en: "A ratio of the two areas that is this near to that of two units (15, 10,000 …) betrays a mistaken unit"}}
    source:
      zh: 没有见到有约束力的全国容差；取值为本程序所定
      en: No binding national tolerance was found; the values are our own
    examples:
      passes: {zh: 规划与挂牌均为 5.5104 公顷, en: Plan and listing both say 5.5104 ha}
      fails: {zh: 规划 5.5104 公顷，挂牌 4.8 公顷, en: "5.5104 ha planned, 4.8 ha listed"}
"""#
}
