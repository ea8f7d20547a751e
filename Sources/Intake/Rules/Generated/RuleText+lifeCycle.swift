// Made by Scripts/generate-rules from Data/rules/life_cycle.yaml. Do not edit.
// swift-format-ignore-file

extension RuleText {
  static let lifeCycle = #"""
# The life of land: plan, reserve, supply and reclaim in their order.
family: life_cycle
rules:
  - code: supply_without_reserve
    title: {zh: 未经储备即供应, en: Supplied without a reserve}
    about:
      zh: 招标、拍卖、挂牌出让的土地一般先入储备。登记库里没有储备文书的，列出备查。
      en: Land that is tendered, auctioned or listed mostly goes through the reserve first. Where the register has no reserve document, it is told.
    message:
      zh: "{parcel}由{document}{act}，此前没有储备依据{hint}"
      en: "{parcel} was supplied ({act}) by {document}; no reserve is on record before it{hint}"
    advice:
      zh: 补录储备批复；确未储备的，说明供地来源。
      en: Import the reserve's approval; where there was none, record where the land came from.
    values:
      parcel: {zh: 地块, en: parcel}
      act: {zh: 供应方式, en: mode of supply}
      document: {zh: 供地文书, en: document of the supply}
      hint: {zh: 可能相关的储备，或空, en: "a reserve that may be meant, or nothing"}
    severity: warning
    scopes: [supply]
    responsibility: bureau
    parameters:
      kinds: {value: [listing, auction, tender], note: {zh: 应先入储备的供应方式, en: Modes of supply that go through the reserve}}
      tolerance_m2: {value: 1, unit: m2, note: {zh: 面积相差不超过此值视为同一宗地, en: Areas no farther apart may be of one plot}}
    source:
      zh: 《土地储备管理办法》（国土资规〔2017〕17号）所述流程，据自有知识，未见原文
      en: The course described by the measures on land reserve (国土资规〔2017〕17号), from own knowledge, text not seen
    examples:
      passes: {zh: 2025-06 储备，2025-09 挂牌, en: "Reserved in June, listed in September"}
      fails: {zh: 只有挂牌批复, en: Only the approval of the listing is on record}

  - code: supply_without_plan
    title: {zh: 没有规划即供应, en: Supplied without a plan}
    about:
      zh: 划拨、出让土地应当符合详细规划。登记库里没有规划写到该地块的，列出备查。
      en: Land is allocated or granted by a detailed plan. Where no plan on record speaks of the parcel, it is told.
    message:
      zh: "{parcel}由{document}{act}，没有规划写到该地块{hint}"
      en: "{parcel} was supplied ({act}) by {document}; no plan on record speaks of it{hint}"
    advice:
      zh: 补录该地块的详细规划批复，或注明规划中的编号。
      en: Import the approval of its detailed plan, or record the number that it has there.
    values:
      parcel: {zh: 地块, en: parcel}
      act: {zh: 供应方式, en: mode of supply}
      document: {zh: 供地文书, en: document of the supply}
      hint: {zh: 晚于供地的规划，或空, en: "a plan that came later, or nothing"}
    severity: warning
    scopes: [supply]
    responsibility: bureau
    source:
      zh: 住房和城乡建设部令第7号《城市、镇控制性详细规划编制审批办法》第三条（见二手转录）
      en: Decree 7 of the housing ministry on detailed plans, article 3 (from a transcription)
    examples:
      passes: {zh: 地块见于详细规划批复, en: The parcel stands in an approved detailed plan}
      fails: {zh: 只有供地批复, en: Only the approval of the supply is on record}

  - code: reclaimed_still_supplied
    title: {zh: 已收回而仍作已供, en: Reclaimed and still supplied}
    about:
      zh: 土地使用权收回后，应重新储备才能再供应；收回与供应的先后须清楚。
      en: Land that was taken back goes into the reserve before it is supplied again; which came first must be clear.
    message:
      zh: "{parcel}已由{reclaim_document}{reclaim}，又由{document}{act}：{reason}"
      en: "{parcel} was taken back ({reclaim}) by {reclaim_document} and is supplied ({act}) by {document}: {reason}"
    advice:
      zh: 核对两份文书的先后；确系重新供应的，补录储备批复。
      en: Find out which document came first; where the land was supplied anew, import the approval of its reserve.
    values:
      parcel: {zh: 地块, en: parcel}
      reclaim: {zh: 收回方式, en: how it was taken back}
      reclaim_document: {zh: 收回文书, en: document of the reclaim}
      act: {zh: 供应方式, en: mode of supply}
      document: {zh: 供地文书, en: document of the supply}
      reason: {zh: 判断的理由, en: why it is told}
    severity: error
    scopes: [supply]
    responsibility: bureau
    parameters:
      tolerance_m2: {value: 1, unit: m2, note: {zh: 面积相差不超过此值视为同一宗地, en: Areas no farther apart may be of one plot}}
    source:
      zh: 收回后土地由政府储备的通行程序；判断方法为本程序所定
      en: The common course by which land that was taken back enters the reserve; the test is our own
    examples:
      passes: {zh: 收回、储备、再挂牌, en: "Taken back, reserved, listed again"}
      fails: {zh: 收回后直接挂牌, en: Taken back and listed without a reserve}

  - code: adjusted_after_supply
    title: {zh: 供应后调整规划, en: Plan adjusted after supply}
    about:
      zh: 供应之后规划改变用途或指标，涉及合同变更和补缴价款。
      en: Where a plan changes use or indicators after supply, the contract and its price are concerned.
    message:
      zh: "{parcel}由{act_document}{act}之后，{document}把{property}由 {old} 改为 {new}"
      en: "after {parcel} was supplied ({act}) by {act_document}, {document} changed its {property} from {old} to {new}"
    advice:
      zh: 查是否已签订补充合同、补缴土地价款。
      en: See whether the contract was amended and the price made up.
    values:
      parcel: {zh: 地块, en: parcel}
      property: {zh: 改变的内容, en: what was changed}
      old: {zh: 原值, en: value before}
      new: {zh: 新值, en: value after}
      document: {zh: 调整的文书, en: document of the adjustment}
      act: {zh: 供应方式, en: mode of supply}
      act_document: {zh: 供地文书, en: document of the supply}
    severity: warning
    scopes: [supply, plans]
    responsibility: bureau
    source:
      zh: 出让合同改变用途和规划条件的通行程序，据自有知识，未见原文
      en: The common course where use or conditions of a grant change, from own knowledge, text not seen
    examples:
      passes: {zh: 规划调整在供应之前, en: The plan was adjusted before the supply}
      fails: {zh: 挂牌后容积率由 2.0 调为 2.5, en: "After the listing the floor area ratio went from 2.0 to 2.5"}

  - code: land_counted_twice
    title: {zh: 同一宗地计了两次, en: Same land counted twice}
    about:
      zh: 两份文书、同类行为、面积和单位都相同的两宗地，疑为同一宗地重复计入。
      en: Two acts of one kind in two documents, with the same area and party, may be one plot that is counted twice.
    message:
      zh: "{first}（{first_document}）与{second}（{second_document}）都是{act}，面积都是 {area}，单位都是“{party}”：疑为同一宗地"
      en: "{first} ({first_document}) and {second} ({second_document}) are both {act} of {area} for “{party}”: they may be one plot"
    advice:
      zh: 核对坐落和界址；确系同一宗地的，统计时只计一次。
      en: Compare places and boundaries; where they are one plot, count it once.
    values:
      act: {zh: 行为, en: kind of act}
      area: {zh: 面积, en: area}
      party: {zh: 单位，没有时为坐落, en: "party, or place where none is told"}
      first: {zh: 第一宗, en: the first}
      first_document: {zh: 第一份文书, en: its document}
      second: {zh: 第二宗, en: the second}
      second_document: {zh: 第二份文书, en: its document}
    severity: warning
    scopes: [supply]
    responsibility: bureau
    parameters:
      tolerance_m2: {value: 1, unit: m2, note: {zh: 面积相差不超过此值算相同, en: Areas no farther apart are the same}}
    source:
      zh: 本程序的判断
      en: A judgement of our own
    examples:
      passes: {zh: 同一单位两宗地，面积不同, en: "One party, two areas"}
      fails: {zh: 两份文书都划拨 0.3352 公顷给同一单位, en: Two documents allocate 0.3352 ha to one party}

  - code: reserve_total
    title: {zh: 储备总量不符, en: Reserve total does not fit}
    about:
      zh: 储备计划的总量应等于所列各宗之和；调整的，应等于原总量与本次增加之和。
      en: The total of a reserve plan is the sum of what it lists; after an adjustment, the total before and what is added.
    message:
      zh: "{document}的“{total}”为 {stated}，{basis}为 {sum}（{count} 宗），相差 {difference}"
      en: "“{total}” of {document} is {stated}, {basis} {sum} ({count} plots): {difference} apart"
    advice:
      zh: 对照原件；有调出地块的，补录调出的文书。
      en: Compare with the original; where land was struck out, import the document that says so.
    values:
      document: {zh: 文书, en: document}
      total: {zh: 总量的名称, en: name of the total}
      stated: {zh: 写明的总量, en: stated total}
      sum: {zh: 应有的总量, en: what it should be}
      count: {zh: 宗数, en: how many plots}
      difference: {zh: 差值, en: difference}
      basis: {zh: 应有总量的来历, en: how that was reckoned}
    severity: warning
    scopes: [supply, plans]
    responsibility: sender
    parameters:
      tolerance_m2: {value: 1, unit: m2, note: {zh: 相差不超过此值的不报, en: A difference up to this is not told}}
      tolerance_percent: {value: 0.05, unit: percent, note: {zh: 或总量的百分比，取大者, en: "Or this share of the total, whichever is more"}}
    source:
      zh: 算术；容差为本程序所定
      en: Arithmetic; the tolerance is our own
    examples:
      passes: {zh: 原 10 公顷，增加 2 公顷，调整后 12 公顷, en: "10 ha, 2 ha added, 12 ha after"}
      fails: {zh: 原 10 公顷，增加 2 公顷，调整后写 13 公顷, en: "10 ha, 2 ha added, 13 ha after"}
"""#
}
