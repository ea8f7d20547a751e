// Made by Scripts/generate-rules from Data/rules/three_lines.yaml. Do not edit.
// swift-format-ignore-file

extension RuleText {
  static let threeLines = #"""
# The three lines (三条控制线), hazards, and existing use: conflict, conditional, clear or not checked.
# A missing layer is "not checked", never "no conflict".
family: three_lines
rules:
  - code: farmland_occupied
    title: {zh: 占用永久基本农田, en: Permanent basic farmland taken}
    about:
      zh: 一般建设项目不得占用永久基本农田；毛面积与扣除系数后的净面积都列出，再小的也不略去。
      en: Ordinary projects may not take permanent basic farmland. Gross area and area net of 扣除系数 are both told, however small.
    message:
      zh: "{subject}占用永久基本农田 {area}，净面积 {net}，占地块 {share}（{layers}）：{basis}"
      en: "{subject} takes {area} of permanent basic farmland, {net} net, {share} of the parcel ({layers}): {basis}"
    advice:
      zh: 调整选址避让；属于允许占用的重大项目的，附国务院批准文件。
      en: Choose another site; a major project that may take it needs the State Council's approval on file.
    values:
      subject: {zh: 地块, en: parcel}
      area: {zh: 占用毛面积, en: gross area}
      net: {zh: 净面积，或不能计算的原因, en: "net area, or why it cannot be told"}
      net_note: {zh: 净面积的说明, en: how the net area was told}
      share: {zh: 占地块的百分比, en: share of the parcel}
      layers: {zh: 图层, en: the layers}
      features: {zh: 图斑, en: the features}
      basis: {zh: 结论的依据, en: on what it rests}
    severity: {draft: warning, approved: error, supplied: error}
    scopes: [parcels]
    responsibility: sender
    parameters:
      minimum_m2: {value: 0, unit: m2, note: {zh: 不超过此面积的不报；永久基本农田不设下限, en: As much or less is not told; for this farmland there is no lower limit}}
      exempt_uses: {value: ["01"], note: {zh: 这些用途本来就是耕地, en: Uses that are farmland themselves}}
      conditional_documents: {value: [国务院, 重大建设项目], note: {zh: 有文书可能是依据，待核定, en: "a document may be the basis, to be confirmed"}}
      conflict: {value: words, note: {zh: 没有查到允许占用的依据, en: no basis that allows it is on record}}
      net_known: {value: words, note: {zh: 按扣除系数计算, en: by the coefficients of the layer}}
      net_unknown: {value: words, note: {zh: 无法计算（图层没有扣除系数）, en: not known (the layer has no coefficients)}}
    source:
      zh: 《土地管理法》第三十三至三十五条（据自有知识，未见原文）；净面积的算法见公开的国土工具箱
      en: Land Administration Law, articles 33 to 35 (from own knowledge, text not seen); net area as in a public toolbox of land planners
    examples:
      passes: {zh: 地块与永久基本农田不相交, en: The parcel does not meet the farmland}
      fails: {zh: 仓储地块占用 0.4 公顷, en: A storage parcel takes 0.4 ha}

  - code: redline_occupied
    title: {zh: 占用生态保护红线, en: Ecological redline taken}
    about:
      zh: 生态保护红线内只允许列明的有限人为活动。
      en: Inside the redline only listed, limited activities are allowed.
    message:
      zh: "{subject}涉及生态保护红线 {area}，占地块 {share}（{layers}）：{basis}"
      en: "{subject} takes {area} inside the ecological redline, {share} of the parcel ({layers}): {basis}"
    advice:
      zh: 调整选址避让；属于允许的有限人为活动的，附认定意见。
      en: Choose another site; where it is an allowed activity, keep the opinion that says so on file.
    values:
      subject: {zh: 地块, en: parcel}
      area: {zh: 涉及面积, en: area inside}
      share: {zh: 占地块的百分比, en: share of the parcel}
      layers: {zh: 图层, en: the layers}
      features: {zh: 红线名称, en: the features}
      basis: {zh: 结论的依据, en: on what it rests}
    severity: {draft: warning, approved: error, supplied: error}
    scopes: [parcels]
    responsibility: sender
    parameters:
      minimum_m2: {value: 0, unit: m2, note: {zh: 不超过此面积的不报, en: As much or less is not told}}
      exempt_uses: {value: ["03", "04", "05", "17"], note: {zh: 林地、草地、湿地、陆地水域, en: "Forest, grassland, wetland, inland waters"}}
      conditional_uses: {value: ["12", "13"], note: {zh: 该用途可能属于允许的有限人为活动，须附认定意见, en: "this use may be among the allowed activities, with an opinion on file"}}
      conditional_documents: {value: [有限人为活动, 不可避让], note: {zh: 有文书可能是依据，待核定, en: "a document may be the basis, to be confirmed"}}
      conflict: {value: words, note: {zh: 没有查到允许的依据, en: no basis that allows it is on record}}
    source:
      zh: 自然资发〔2022〕142号（题旨见二手引用，未见原文）
      en: 自然资发〔2022〕142号 (quoted second-hand, text not seen)
    examples:
      passes: {zh: 地块与红线不相交, en: The parcel does not meet the redline}
      fails: {zh: 居住地块有 300 平方米在红线内, en: 300 m² of a residential parcel lie inside}

  - code: growth_boundary_outside
    title: {zh: 在城镇开发边界外, en: Outside the growth boundary}
    about:
      zh: 城镇建设应在城镇开发边界内。边界外不一律否定：村庄、单独选址、交通水利能源等按规定可以安排。
      en: Towns grow inside the boundary. Outside is no refusal by itself; villages, single-site projects, transport, water and energy may be allowed.
    message:
      zh: "{subject}有 {area} 在城镇开发边界外，占地块 {share}（{layers}）：{basis}"
      en: "{area} of {subject}, {share} of the parcel, lie outside the growth boundary ({layers}): {basis}"
    advice:
      zh: 说明边界外用地的依据（村庄规划、单独选址名单、专项规划）；没有依据的调整选址。
      en: Name the basis for land outside (village plan, list of single-site projects, sector plan), or choose another site.
    values:
      subject: {zh: 地块, en: parcel}
      area: {zh: 边界外面积, en: area outside}
      share: {zh: 占地块的百分比, en: share of the parcel}
      layers: {zh: 图层, en: the layers}
      features: {zh: 图斑, en: the features}
      basis: {zh: 结论的依据, en: on what it rests}
    severity: {draft: warning, approved: error, supplied: error}
    scopes: [parcels]
    responsibility: sender
    parameters:
      minimum_m2: {value: 1, unit: m2, note: {zh: 不超过此面积的不报, en: As much or less is not told}}
      exempt_uses: {value: ["01", "02", "03", "04", "05", "06", "17", "23"], note: {zh: 农用地、水域、其他土地, en: "Farm land, waters, other land"}}
      conditional_uses: {value: ["0703", "0704", "12", "13", "1002", "15"], note: {zh: 该用途可在边界外安排，须附依据, en: "this use may lie outside, with a basis on file"}}
      conditional_documents: {value: [村庄规划, 单独选址, 重大项目], note: {zh: 有文书可能是依据，待核定, en: "a document may be the basis, to be confirmed"}}
      conflict: {value: words, note: {zh: 没有查到边界外安排的依据, en: no basis for land outside is on record}}
    source:
      zh: 三条控制线的划定要求；边界外可以安排的项目见各省规定（如鄂自然资函〔2023〕385号，二手引用），各省不一
      en: What the three lines ask; what may lie outside is ruled by each province (as 鄂自然资函〔2023〕385号, second-hand)
    examples:
      passes: {zh: 地块全部在边界内, en: The parcel lies wholly inside}
      fails: {zh: 商业地块有 0.6 公顷在边界外, en: 0.6 ha of a commercial parcel lie outside}

  - code: growth_boundary_zone
    title: {zh: 位于开发边界内的限制分区, en: In a restricted zone of the growth boundary}
    about:
      zh: 在城镇开发边界内还要看分区：弹性发展区须先调整，特别用途区以生态、休闲、历史保护为主。
      en: Inside the boundary the zone matters too; the flexible zone needs an adjustment first, the special-use zone is for ecology, leisure and heritage.
    message:
      zh: "{subject}有 {area} 在开发边界的“{zone}”内，占地块 {share}（{layers}）：{basis}"
      en: "{area} of {subject}, {share} of the parcel, lie in the zone “{zone}” of the growth boundary ({layers}): {basis}"
    advice:
      zh: 弹性发展区的，先办理调入集中建设区；特别用途区的，核对用途是否相符。
      en: For the flexible zone, have the land moved into the building zone first; for the special-use zone, see whether the use fits.
    values:
      subject: {zh: 地块, en: parcel}
      area: {zh: 面积, en: area}
      zone: {zh: 分区, en: the zone}
      share: {zh: 占地块的百分比, en: share of the parcel}
      layers: {zh: 图层, en: the layers}
      basis: {zh: 结论的依据, en: on what it rests}
    severity: {draft: info, approved: warning, supplied: warning}
    scopes: [parcels]
    responsibility: sender
    parameters:
      minimum_m2: {value: 1, unit: m2, note: {zh: 不超过此面积的不报, en: As much or less is not told}}
      zones: {value: [弹性发展区, 特别用途区], note: {zh: 有限制的分区，按名称或代码, en: "Restricted zones, by name or code"}}
      exempt_uses: {value: ["01", "02", "03", "04", "05", "06", "14", "17", "23"], note: {zh: 农用地、绿地与开敞空间、水域等, en: "Farm land, parks and open space, waters and the like"}}
      conditional_uses: {value: ["12", "13"], note: {zh: 该用途可以安排，须附依据, en: "this use may lie there, with a basis on file"}}
      conflict: {value: words, note: {zh: 须先调整分区或核对用途, en: "the zone has to be adjusted first, or the use to fit it"}}
    source:
      zh: 城镇开发边界内分为集中建设区、弹性发展区、特别用途区，据自有知识，未见原文
      en: The boundary holds a building zone, a flexible zone and a special-use zone; from own knowledge, text not seen
    examples:
      passes: {zh: 地块全部在集中建设区, en: The parcel lies wholly in the building zone}
      fails: {zh: 工业地块有 1 公顷在弹性发展区, en: 1 ha of an industrial parcel lies in the flexible zone}

  - code: hazard_near
    title: {zh: 临近地质灾害隐患, en: Near a geological hazard}
    about:
      zh: 地块在隐患点附近或易发区内的，应先作地质灾害危险性评估。
      en: Land near a hazard site or in a hazard zone needs an assessment of the danger first.
    message:
      zh: "{subject}{relation}地质灾害隐患{hazard}，距离 {distance}（{layers}）"
      en: "{subject} is {relation} the geological hazard {hazard}, {distance} away ({layers})"
    advice:
      zh: 附地质灾害危险性评估报告，或调整选址。
      en: Have an assessment of the danger on file, or choose another site.
    values:
      subject: {zh: 地块, en: parcel}
      hazard: {zh: 隐患点或易发区, en: site or zone}
      relation: {zh: 在内或临近, en: inside or near}
      distance: {zh: 距离, en: distance}
      layers: {zh: 图层, en: the layers}
    severity: warning
    scopes: [parcels]
    responsibility: sender
    parameters:
      distance: {value: 100, unit: m, note: {zh: 不超过此距离算临近, en: As far or less is near}}
      minimum_m2: {value: 1, unit: m2, note: {zh: 在易发区内不超过此面积的不报, en: As much land in a zone or less is not told}}
      inside: {value: words, note: {zh: 位于, en: inside}}
      near: {value: words, note: {zh: 临近, en: near}}
    source:
      zh: 《地质灾害防治条例》要求先评估（据自有知识，未见原文）；100 米为本程序的取值
      en: The regulation on geological hazards asks for an assessment (from own knowledge, text not seen); 100 m is our own
    examples:
      passes: {zh: 最近的隐患点在 800 米外, en: The nearest site is 800 m away}
      fails: {zh: 滑坡隐患点距地块 40 米, en: A landslide 40 m away}

  - code: existing_use_taken
    title: {zh: 占用现状地类, en: Existing land use taken}
    about:
      zh: 按最新国土变更调查列出地块占用的耕地、林地等面积，供审查报告使用。
      en: What the parcel takes of arable land, forest and so on by the latest survey, for the review report.
    message:
      zh: "{subject}占用现状{use} {area}，占地块 {share}（{layers}）"
      en: "{subject} takes {area} of existing {use}, {share} of the parcel ({layers})"
    advice:
      zh: 占用耕地的核对占补平衡，占用林地的核对使用林地许可。
      en: For arable land see that it is balanced, for forest that its use is permitted.
    values:
      subject: {zh: 地块, en: parcel}
      use: {zh: 现状地类, en: existing use}
      area: {zh: 面积, en: area}
      share: {zh: 占地块的百分比, en: share of the parcel}
      layers: {zh: 图层, en: the layers}
    severity: info
    scopes: [parcels]
    responsibility: sender
    parameters:
      minimum_m2: {value: 1, unit: m2, note: {zh: 不超过此面积的不报, en: As much or less is not told}}
      classes: {value: ["01", "02", "03", "04"], note: {zh: 要列出的地类，按代码前缀；空为全部, en: "The classes to tell, by the first digits of the code; none for all"}}
    source:
      zh: 审查报告的常见栏目（占用耕地面积等）
      en: A usual column of review reports
    examples:
      passes: {zh: 现状为建设用地, en: The land is built on already}
      fails: {zh: 占用旱地 1.2 公顷, en: 1.2 ha of dry farm land are taken}
"""#
}
