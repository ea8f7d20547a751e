// Made by Scripts/generate-rules from Data/rules/coverage.yaml. Do not edit.
// swift-format-ignore-file

extension RuleText {
  static let coverage = #"""
# Coverage: parcels of one plan neither overlap nor leave gaps.
family: coverage
rules:
  - code: coverage_overlap
    title: {zh: 地块重叠, en: Parcels overlap}
    about:
      zh: 同一规划内地块不得重叠；两个有效规划的地块重叠，或两宗已供土地重叠，须查明以哪个为准。
      en: Parcels of one plan must not overlap; where parcels of two plans in force do, or two supplied plots, one has to find out which holds.
    message:
      zh: "{subject}与{other}重叠 {area}：{meaning}"
      en: "{subject} and {other} overlap by {area}: {meaning}"
    advice:
      zh: 对照两份批复及其图件，确定以哪个界线为准，更正另一个。
      en: Compare both approvals and their drawings, decide which boundary holds and correct the other.
    values:
      subject: {zh: 地块, en: parcel}
      other: {zh: 另一地块, en: the other parcel}
      area: {zh: 重叠面积, en: area in common}
      meaning: {zh: 两者的关系, en: how the two stand to each other}
    severity: {draft: warning, approved: error, supplied: error}
    scopes: [parcels, layers]
    responsibility: sender
    parameters:
      minimum_m2: {value: 1, unit: m2, note: {zh: 不超过此面积的不计，多为取整所致, en: "As much or less comes from rounding and is left out"}}
      meaning_same_plan: {value: words, note: {zh: 同一规划或图层内, en: of one plan or layer}}
      meaning_other_plan: {value: words, note: {zh: 两个有效规划的地块, en: parcels of two plans in force}}
      meaning_supplied_twice: {value: words, note: {zh: 两宗已供土地，疑为重复供地, en: "two supplied plots: the same land may have been supplied twice"}}
    source:
      zh: 规划数据“不重不漏”的通行要求（未见全国性规定原文）；1 平方米为本程序的取值
      en: The common demand that planning data neither overlap nor leave gaps (text of a national rule not seen); 1 m² is our own
    examples:
      passes: {zh: 两个地块共用一条边, en: Two parcels share an edge}
      fails: {zh: 同一规划的 A-01 与 A-02 重叠 350 平方米, en: A-01 and A-02 of one plan overlap by 350 m²}

  - code: coverage_sliver
    title: {zh: 细碎重叠, en: Sliver overlap}
    about:
      zh: 极窄的重叠多来自制图和投影，不当作用地矛盾，单独列出。
      en: A very narrow overlap comes from drawing and projecting; it is no conflict of land and is listed apart.
    message:
      zh: "{subject}与{other}有细碎重叠 {area}，平均宽约 {width}"
      en: "{subject} and {other} overlap by a sliver of {area}, about {width} wide"
    advice:
      zh: 一般不必处理；更新图件时让两个地块共用界址点。
      en: Nothing needs to be done; let the two share their points when the drawing is next revised.
    values:
      subject: {zh: 地块, en: parcel}
      other: {zh: 另一地块, en: the other parcel}
      area: {zh: 重叠面积, en: area in common}
      width: {zh: 平均宽度, en: mean width}
    severity: info
    scopes: [parcels, layers]
    responsibility: sender
    parameters:
      minimum_m2: {value: 0.01, unit: m2, note: {zh: 不超过此面积的不计, en: As much or less is left out}}
    source:
      zh: 细碎的界定见 profile.yaml 的 slivers
      en: What a sliver is stands under slivers in profile.yaml
    examples:
      passes: {zh: 两个地块共用一条边, en: Two parcels share an edge}
      fails: {zh: 长 1200 米、宽 7 毫米的重叠, en: "An overlap 1,200 m long and 7 mm wide"}

  - code: coverage_gap
    title: {zh: 地块之间有空隙, en: Gap between parcels}
    about:
      zh: 被地块围住而不属于任何地块的空隙，多为漏划；更大的空地可能是有意留出。
      en: A gap enclosed by parcels that belongs to none was mostly overlooked; larger ones may be meant.
    message:
      zh: "{parcels}之间有空隙 {area}，平均宽约 {width}"
      en: "there is a gap of {area}, about {width} wide, between {parcels}"
    advice:
      zh: 对照规划图，补划到相邻地块，或说明是道路、河道等。
      en: Compare with the plan; give the gap to a neighbour, or say that it is a road or a river.
    values:
      parcels: {zh: 相邻地块, en: the neighbours}
      area: {zh: 空隙面积, en: area of the gap}
      width: {zh: 平均宽度, en: mean width}
    severity: {draft: info, approved: warning, supplied: warning}
    scopes: [parcels, layers]
    responsibility: sender
    parameters:
      minimum_m2: {value: 0.01, unit: m2, note: {zh: 不超过此面积的不计, en: As much or less is left out}}
      maximum_m2: {value: 10000, unit: m2, note: {zh: 大于此面积的视为有意留出, en: A larger one is taken as meant}}
    source:
      zh: 规划数据“不重不漏”的通行要求（未见原文）；取值为本程序所定
      en: The common demand that planning data leave no gaps (text not seen); the values are our own
    examples:
      passes: {zh: 地块无缝相接, en: The parcels meet without a gap}
      fails: {zh: 四个地块中间空出 20 平方米, en: Four parcels leave 20 m² between them}

  - code: coverage_missing_vertex
    title: {zh: 共用边缺界址点, en: Missing vertex on a shared edge}
    about:
      zh: 一个地块的界址点落在另一地块的边上，而那条边没有这个点；换算坐标后会产生细缝。
      en: A point of one parcel lies on an edge of another that has no point there; after a change of coordinates a sliver opens.
    message:
      zh: "{subject}与{other}的共用边上缺 {count} 个界址点，最远偏离 {distance}"
      en: "{subject} lacks points ({count}) on the edge it shares with {other}, at most {distance} off"
    advice:
      zh: 在共用边上补上相同的界址点。
      en: Add the same points to the shared edge.
    values:
      subject: {zh: 地块, en: parcel}
      other: {zh: 另一地块, en: the other parcel}
      count: {zh: 缺的点数, en: how many}
      distance: {zh: 最远偏离, en: the farthest off}
    severity: info
    scopes: [parcels, layers]
    responsibility: sender
    parameters:
      tolerance_m: {value: 0.01, unit: m, note: {zh: 离边不超过此距离的点算在边上, en: A point no farther from the edge lies on it}}
    source:
      zh: 地籍数据检查的通行做法；限值为本程序所定
      en: Common practice of cadastral checks; the limit is our own
    examples:
      passes: {zh: 共用边两侧的界址点一一对应, en: Both sides of the edge have the same points}
      fails: {zh: 一侧有三个点，另一侧只有两个, en: Three points on one side and two on the other}

  - code: coverage_outside_plan
    title: {zh: 超出规划范围, en: Outside the plan}
    about:
      zh: 地块应在其详细规划的范围之内。
      en: A parcel lies within the scope of its detailed plan.
    message:
      zh: "{subject}有 {area} 在“{role}”范围（{layers}）之外"
      en: "{area} of {subject} lie outside the {role} ({layers})"
    advice:
      zh: 核对规划范围线与地块界线的版本；确属超出的，应先调整规划。
      en: Compare the versions of scope and boundary; where the land is outside, the plan has to be adjusted first.
    values:
      subject: {zh: 地块, en: parcel}
      area: {zh: 范围外面积, en: area outside}
      role: {zh: 图层类别, en: what the layer stands for}
      layers: {zh: 图层, en: the layers}
    severity: {draft: warning, approved: error, supplied: error}
    scopes: [parcels]
    responsibility: sender
    parameters:
      minimum_m2: {value: 1, unit: m2, note: {zh: 不超过此面积的不计, en: As much or less is left out}}
    source:
      zh: 规划审查的通行要求；取值为本程序所定
      en: Common demand of plan review; the value is our own
    examples:
      passes: {zh: 地块全部在规划范围内, en: The parcel lies wholly inside}
      fails: {zh: 地块有 0.2 公顷伸出规划范围, en: 0.2 ha of the parcel lie outside}
"""#
}
