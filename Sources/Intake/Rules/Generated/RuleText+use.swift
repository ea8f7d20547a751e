// Made by Scripts/generate-rules from Data/rules/use.yaml. Do not edit.
// swift-format-ignore-file

extension RuleText {
  static let use = #"""
# Land use: codes and names in their scheme, supplied use against planned use.
family: use
rules:
  - code: use_not_in_scheme
    title: {zh: 分类中没有这个代码, en: Code is not in its scheme}
    about:
      zh: 代码应见于批准之日施行的分类；不见的多为写错，或误用另一套分类的代码。
      en: A code stands in the scheme in force on the day of the approval; one that does not was misprinted or is of another scheme.
    message:
      zh: "{parcel}的用地代码 {code} 不在{scheme}中{hint}"
      en: "code {code} of {parcel} is not in {scheme}{hint}"
    advice:
      zh: 对照原件；用 yulin codes 查该代码属于哪套分类。
      en: Compare with the original; `yulin codes` tells which scheme has the code.
    values:
      parcel: {zh: 地块, en: parcel}
      code: {zh: 代码, en: the code}
      scheme: {zh: 分类, en: the scheme}
      document: {zh: 文书, en: document}
      hint: {zh: 可能的代码，或空, en: "what may be meant, or nothing"}
    severity: {draft: warning, approved: error, supplied: error}
    scopes: [parcels, plans]
    responsibility: sender
    source:
      zh: 《国土空间调查、规划、用途管制用地用海分类指南》（自然资发〔2023〕234号，2023-11-22），此前为自然资办发〔2020〕51号（2020-11-17）；代码表据两份抄录核对
      en: The guide 自然资发〔2023〕234号 of 2023-11-22, before it 自然资办发〔2020〕51号 of 2020-11-17; the tables were checked against two transcriptions
    examples:
      passes: {zh: 2025 年批复写 070102, en: An approval of 2025 says 070102}
      fails: {zh: 2025 年批复写 070109, en: An approval of 2025 says 070109}

  - code: use_scheme_not_in_force
    title: {zh: 所用分类当时未施行, en: Scheme was not in force}
    about:
      zh: 批复应使用当日施行的用地分类；新旧混用会把同一代码读成另一种地。
      en: An approval uses the scheme in force on its day; old and new codes mixed turn one land into another.
    message:
      zh: "{parcel}用{scheme}的代码 {code}，该分类在批准之日（{date}）{state}"
      en: "{parcel} uses code {code} of {scheme}, which was {state} on the day of approval ({date})"
    advice:
      zh: 按当日施行的分类换算代码；用 yulin codes 代码 --to 查对应。
      en: Find the code of the scheme in force; `yulin codes CODE --to` names its counterparts.
    values:
      parcel: {zh: 地块, en: parcel}
      code: {zh: 代码, en: the code}
      scheme: {zh: 分类, en: the scheme}
      date: {zh: 批准之日, en: day of the approval}
      state: {zh: 未施行或已废止, en: not yet or no longer in force}
      document: {zh: 文书, en: document}
    severity: warning
    scopes: [parcels, plans]
    responsibility: sender
    parameters:
      not_yet: {value: words, note: {zh: 尚未施行, en: not yet in force}}
      no_longer: {value: words, note: {zh: 已被取代, en: no longer in force}}
    source:
      zh: 各分类的施行和取代日期见 Data/vocabularies/schemes.csv
      en: The days of each scheme stand in Data/vocabularies/schemes.csv
    examples:
      passes: {zh: 2021 年批复用 2020 年试行指南, en: An approval of 2021 uses the trial guide of 2020}
      fails: {zh: 2025 年批复用 2020 年试行指南, en: An approval of 2025 uses the trial guide of 2020}

  - code: use_name_mismatch
    title: {zh: 代码与名称不符, en: Code and name disagree}
    about:
      zh: 代码和名称应是同一类；不符时不知以哪个为准。
      en: Code and name are of one class; where they disagree nobody knows which is meant.
    message:
      zh: "{parcel}的代码 {code} 在{scheme}中是“{expected}”，文中写“{name}”{hint}"
      en: "code {code} of {parcel} is “{expected}” in {scheme}, the document says “{name}”{hint}"
    advice:
      zh: 对照原件，确定以代码还是名称为准。
      en: Compare with the original and find out whether code or name is meant.
    values:
      parcel: {zh: 地块, en: parcel}
      code: {zh: 代码, en: the code}
      name: {zh: 写明的名称, en: the printed name}
      expected: {zh: 分类中的名称, en: the scheme's name}
      scheme: {zh: 分类, en: the scheme}
      document: {zh: 文书, en: document}
      hint: {zh: 可能的代码，或空, en: "what may be meant, or nothing"}
    severity: warning
    scopes: [parcels, plans]
    responsibility: sender
    source:
      zh: 各分类的代码与名称，见 Data/vocabularies
      en: Codes and names of the schemes, in Data/vocabularies
    examples:
      passes: {zh: 070102 二类城镇住宅用地, en: 070102 二类城镇住宅用地}
      fails: {zh: 0601 工业用地（2023 年指南中 0601 是农村道路）, en: "0601 工业用地, which is 农村道路 in the guide of 2023"}

  - code: use_supplied_against_plan
    title: {zh: 供应用途与规划用途, en: Supplied use against planned use}
    about:
      zh: 供应的用途应与规划一致。上下级、混合用途之一只作提示；对不上的为矛盾。
      en: Land is supplied for its planned use. A class above or below, or one of a mix, is only told; what does not meet is a conflict.
    message:
      zh: "{document}把{parcel}以“{supplied}”{act}，规划用途为 {planned}：{outcome}"
      en: "{document} supplies {parcel} ({act}) as “{supplied}”, the plan says {planned}: {outcome}"
    advice:
      zh: 用途矛盾的，应先调整规划或更正供地文书。
      en: Where the uses conflict, the plan has to be adjusted or the supply corrected first.
    values:
      parcel: {zh: 地块, en: parcel}
      document: {zh: 供地文书, en: document of the supply}
      act: {zh: 供应方式, en: mode of supply}
      supplied: {zh: 供应用途, en: supplied use}
      planned: {zh: 规划用途, en: planned use}
      outcome: {zh: 比较的结果, en: how they compare}
    severity: error
    scopes: [supply]
    responsibility: bureau
    parameters:
      compatible: {value: words, note: {zh: 上下级用途，相容, en: "one holds the other: compatible"}}
      mixed: {value: words, note: {zh: 只合混合用途之一, en: only one of the uses of a mix}}
      conflicting: {value: words, note: {zh: 不一致, en: conflicting}}
    source:
      zh: 住房和城乡建设部令第7号第三条（见二手转录）；比较依据分类层级和对照表（Data/vocabularies/crosswalk.csv）
      en: Decree 7 of the housing ministry, article 3 (from a transcription); compared by the schemes' trees and Data/vocabularies/crosswalk.csv
    examples:
      passes: {zh: 规划 1001 工业用地，挂牌“工业用地”, en: Planned as 1001 工业用地 and listed as 工业用地}
      fails: {zh: 规划 1401 公园绿地，挂牌“商业用地”, en: Planned as a park and listed for commerce}

  - code: use_reserved_blank_supplied
    title: {zh: 留白用地已供应, en: Reserved blank land supplied}
    about:
      zh: 留白用地没有确定用途，规划明确之前不能供应。
      en: Blank land has no use yet; it is not supplied before a plan says which.
    message:
      zh: "{parcel}规划为留白用地（{use}），{document}已将其{act}"
      en: "{parcel} is reserved blank land ({use}), {document} supplies it ({act})"
    advice:
      zh: 先编制或调整详细规划，明确用途。
      en: Have a detailed plan name its use first.
    values:
      parcel: {zh: 地块, en: parcel}
      use: {zh: 规划用途, en: planned use}
      document: {zh: 供地文书, en: document of the supply}
      act: {zh: 供应方式, en: mode of supply}
    severity: error
    scopes: [supply]
    responsibility: bureau
    parameters:
      classes: {value: ["16"], note: {zh: 留白用地的代码, en: The codes of blank land}}
    source:
      zh: 用地用海分类指南 16 留白用地：用途待定（自有知识）
      en: "Class 16 of the guide: land whose use is still open (own knowledge)"
    examples:
      passes: {zh: 留白用地未供应, en: Blank land that nobody supplied}
      fails: {zh: 留白用地挂牌出让, en: Blank land is listed for sale}
"""#
}
