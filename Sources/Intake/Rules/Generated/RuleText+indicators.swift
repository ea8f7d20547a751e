// Made by Scripts/generate-rules from Data/rules/indicators.yaml. Do not edit.
// swift-format-ignore-file

extension RuleText {
  static let indicators = #"""
# Control indicators: possible values, what is missing, what is unusual, two values on one place.
# Land-use codes are those of MNR-2023, a code also means all below it; uses of other schemes are
# led there by the crosswalk.
family: indicators
rules:
  - code: indicator_range
    title: {zh: 指标超出可能的范围, en: Indicator out of range}
    about:
      zh: 占地比例不会超过 100%，指标不会为负；容积率、高度大得离谱的，多为小数点或单位写错。
      en: A share of land is at most 100 %, and no indicator is negative. An absurd floor area ratio or height mostly has a misplaced point or a mistaken unit.
    message:
      zh: "{parcel}的{indicator}为 {value}，{reason} {limit}"
      en: "the {indicator} of {parcel} is {value}, {reason} {limit}"
    advice:
      zh: 对照原件；写错的请发文单位更正。
      en: Compare with the original; ask the issuer for a correction.
    values:
      parcel: {zh: 地块, en: parcel}
      indicator: {zh: 指标, en: the indicator}
      value: {zh: 写明的值, en: the stated value}
      reason: {zh: 高于或低于, en: above or below}
      limit: {zh: 限值, en: the limit}
      document: {zh: 文书, en: document}
    severity: {draft: warning, approved: error, supplied: error}
    scopes: [parcels, plans]
    responsibility: sender
    parameters:
      percentage_max: {value: 100, unit: percent, note: {zh: 占地比例的上限；超过即为错误, en: No share of land is more; more is an error}}
      floor_area_ratio_max: {value: 15, note: {zh: 容积率超过此值的提请核对, en: A floor area ratio above is to be looked at}}
      height_max: {value: 500, unit: m, note: {zh: 高度超过此值的提请核对, en: A height above is to be looked at}}
      above: {value: words, note: {zh: 高于, en: above}}
      below: {value: words, note: {zh: 低于, en: below}}
    source:
      zh: 比例不超过 100% 由定义得出；容积率 15、高度 500 米为本程序的取值
      en: A share cannot exceed 100 % by its definition; 15 and 500 m are our own
    examples:
      passes: {zh: 建筑密度 ≤30%, en: Building density ≤ 30 %}
      fails: {zh: 绿地率 ≥650%, en: Green space ratio ≥ 650 %}

  - code: indicator_empty_interval
    title: {zh: 指标下限高于上限, en: Lower limit above the upper}
    about:
      zh: 下限高于上限的指标谁也满足不了。
      en: Nothing can keep an indicator whose lower limit is above its upper.
    message:
      zh: "{parcel}的{indicator}写作 {value}，下限高于上限"
      en: "the {indicator} of {parcel} reads {value}: the lower limit is above the upper"
    advice:
      zh: 对照原件，多为上下限写反。
      en: Compare with the original; mostly the two were exchanged.
    values:
      parcel: {zh: 地块, en: parcel}
      indicator: {zh: 指标, en: the indicator}
      value: {zh: 写明的值, en: the stated value}
      document: {zh: 文书, en: document}
    severity: {draft: warning, approved: error, supplied: error}
    scopes: [parcels, plans]
    responsibility: sender
    source:
      zh: 由定义得出
      en: By definition
    examples:
      passes: {zh: 容积率 1.0–2.0, en: Floor area ratio 1.0 to 2.0}
      fails: {zh: 容积率 ≥2.5 且 ≤2.0, en: Floor area ratio ≥ 2.5 and ≤ 2.0}

  - code: indicator_missing
    title: {zh: 缺少必要指标, en: Required indicator is missing}
    about:
      zh: 详细规划应给出容积率、建筑密度、绿地率、建筑高度；要哪些指标因用途而异，留白用地不要求。
      en: A detailed plan gives floor area ratio, density, green ratio and height; which of them depends on the use, and reserved blank land needs none.
    message:
      zh: "{parcel}（{use}）没有写明{missing}"
      en: "{parcel} ({use}) has no {missing}"
    advice:
      zh: 查规划图则或附表，补录指标；确未规定的，请规划部门明确。
      en: Look in the plan's drawings and tables and import what they say; where nothing is set, ask for it.
    values:
      parcel: {zh: 地块, en: parcel}
      use: {zh: 用途, en: land use}
      missing: {zh: 缺少的指标, en: what is missing}
      document: {zh: 文书, en: document}
    severity: {draft: info, approved: warning, supplied: warning}
    scopes: [parcels, plans]
    responsibility: sender
    parameters:
      floor_area_ratio: {value: ["0701", "0702", "08", "09", "1001", "1101"], note: {zh: 要有容积率的用途, en: Uses that need a floor area ratio}}
      building_density: {value: ["0701", "0702", "08", "09", "1001", "1101"], note: {zh: 要有建筑密度的用途；给了建筑系数也可, en: Uses that need a building density; a building coefficient will do}}
      green_space_ratio: {value: ["0701", "0702", "08", "09", "1001", "1101"], note: {zh: 要有绿地率的用途, en: Uses that need a green space ratio}}
      building_height: {value: ["0701", "0702", "08", "09", "1001", "1101"], note: {zh: 要有建筑高度的用途, en: Uses that need a building height}}
    source:
      zh: 住房和城乡建设部令第7号《城市、镇控制性详细规划编制审批办法》第十条（见二手转录）；按用途的划分为本程序所定
      en: Decree 7 of the housing ministry on detailed plans, article 10 (from a transcription); the division by use is our own
    examples:
      passes: {zh: 二类城镇住宅用地，四项指标齐全, en: A residential parcel with all four}
      fails: {zh: 二类城镇住宅用地，没有绿地率, en: A residential parcel without a green space ratio}

  - code: indicator_direction
    title: {zh: 指标的方向与用途不合常例, en: Direction is unusual for the use}
    about:
      zh: 居住、商业的容积率一般给上限，工业的一般给下限；方向相反的多为抄错，也可能是有意，只作提示。
      en: Homes and shops mostly have a largest floor area ratio, industry a smallest. The other way round is mostly a slip and may be meant; it is never an error.
    message:
      zh: "{parcel}（{use}）的{indicator}为 {value}，此类用地{usual}"
      en: "the {indicator} of {parcel} ({use}) is {value}; such land {usual}"
    advice:
      zh: 对照原件的“≤”“≥”；确为有意的，可注明理由后认可。
      en: Compare the signs with the original; where it is meant, accept the finding with the reason.
    values:
      parcel: {zh: 地块, en: parcel}
      use: {zh: 用途, en: land use}
      indicator: {zh: 指标, en: the indicator}
      value: {zh: 写明的值, en: the stated value}
      usual: {zh: 常例, en: what is usual}
      document: {zh: 文书, en: document}
    severity: warning
    scopes: [parcels, plans]
    responsibility: sender
    parameters:
      floor_area_ratio_max: {value: ["0701", "0702", "08", "09", "13", "1208", "1401"], note: {zh: 容积率一般给上限的用途, en: Uses whose floor area ratio is mostly limited above}}
      floor_area_ratio_min: {value: ["1001", "1101"], note: {zh: 容积率一般给下限的用途, en: Uses whose floor area ratio is mostly limited below}}
      building_density_max: {value: ["0701", "0702", "08", "09", "13", "1208", "1401"], note: {zh: 建筑密度一般给上限的用途, en: Uses whose density is mostly limited above}}
      building_coefficient_min: {value: ["1001", "1101"], note: {zh: 建筑系数一般给下限的用途, en: Uses whose building coefficient is mostly limited below}}
      green_space_ratio_min: {value: ["0701", "0702", "08", "09", "1401"], note: {zh: 绿地率一般给下限的用途, en: Uses whose green space ratio is mostly limited below}}
      green_space_ratio_max: {value: ["1001", "1101"], note: {zh: 绿地率一般给上限的用途, en: Uses whose green space ratio is mostly limited above}}
      building_height_max: {value: ["0701", "0702", "08", "09", "1001", "1101", "13", "1208", "1401"], note: {zh: 建筑高度一般给上限的用途, en: Uses whose height is mostly limited above}}
      usually_max: {value: words, note: {zh: 一般给上限, en: mostly has an upper limit}}
      usually_min: {value: words, note: {zh: 一般给下限, en: mostly has a lower limit}}
    source:
      zh: 规划实践的常例（自有知识）；工业项目的下限见《工业项目建设用地控制指标》（自然资发〔2023〕72号，二手引用，未见原文）
      en: Common practice of planning (own knowledge); industry's lower limits come from 自然资发〔2023〕72号 (second-hand, text not seen)
    examples:
      passes: {zh: 一类工业用地，容积率 ≥1.0, en: Industry with a floor area ratio ≥ 1.0}
      fails: {zh: 二类城镇住宅用地，容积率 ≥2.0, en: Homes with a floor area ratio ≥ 2.0}

  - code: indicator_conflict
    title: {zh: 同一地方有两个指标值, en: Two values on one place}
    about:
      zh: 同一文书或同一规划的同日文书对一个地块写了两个值，或两个重叠的地块指标不同。
      en: One document, or two of one plan and day, give a parcel two values; or two parcels that overlap have different ones.
    message:
      zh: "{parcel}与{other}（{relation} {area}）的{indicator}不同：{first_document}为 {first}，{second_document}为 {second}"
      en: "{parcel} and {other} ({relation} {area}) differ in {indicator}: {first} by {first_document}, {second} by {second_document}"
    advice:
      zh: 对照原件，确定以哪个为准；重叠的先厘清界线。
      en: Compare with the originals and decide which holds; where parcels overlap, settle the boundary first.
    values:
      parcel: {zh: 地块, en: parcel}
      other: {zh: 另一地块，或同一地块, en: "the other parcel, or the same"}
      relation: {zh: 同一地块或重叠, en: the same parcel or an overlap}
      area: {zh: 面积, en: area}
      indicator: {zh: 指标, en: the indicator}
      first: {zh: 第一个值, en: the first value}
      first_document: {zh: 第一份文书, en: its document}
      second: {zh: 第二个值, en: the second value}
      second_document: {zh: 第二份文书, en: its document}
    severity: {draft: warning, approved: error, supplied: error}
    scopes: [parcels, plans]
    responsibility: sender
    parameters:
      same_parcel: {value: words, note: {zh: 同一地块, en: one parcel}}
      overlap: {value: words, note: {zh: 重叠, en: overlapping by}}
    source:
      zh: 本程序的判断；德国规划数据检查有同类规则
      en: A judgement of our own; checks of German plans have the like
    examples:
      passes: {zh: 后来的调整改了容积率, en: A later adjustment changed the floor area ratio}
      fails: {zh: 同一批复正文写 2.0，附表写 2.5, en: "One approval says 2.0 in its text and 2.5 in its table"}
"""#
}
