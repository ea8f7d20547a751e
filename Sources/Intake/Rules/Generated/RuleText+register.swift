// Made by Scripts/generate-rules from Data/rules/register.yaml. Do not edit.
// swift-format-ignore-file

extension RuleText {
  static let register = #"""
# The register itself: files, boundaries, parcels without.
family: register
rules:
  - code: document_file_missing
    title: {zh: 文书的原文件不在, en: File of a document is not there}
    about:
      zh: 登记库记着每条内容出自哪个文件；文件不在或内容变了，就无从核对。
      en: The register remembers the file of each fact; where it is gone or changed, nothing can be compared with it.
    message:
      zh: "文件{file}{reason}；据以入库的文书：{documents}"
      en: "the file {file} {reason}; documents read from it: {documents}"
    advice:
      zh: 找回原文件，或用原件重新导入。
      en: Restore the file, or import the documents from the originals again.
    values:
      file: {zh: 文件, en: the file}
      reason: {zh: 不在或已改动, en: gone or changed}
      documents: {zh: 文书, en: the documents}
    severity: info
    scopes: [plans, supply]
    responsibility: bureau
    source:
      zh: 档案管理的通行要求；检查方法为本程序所定
      en: Common demand of archives; the check is our own
    examples:
      passes: {zh: 文件仍在，校验值相同, en: The file is there with the same digest}
      fails: {zh: 文件已被删除, en: The file was deleted}

  - code: boundary_orphan
    title: {zh: 界线没有对应的文书, en: Boundary without a document}
    about:
      zh: 有界线而没有任何文书提到的地块编号，可能是编号写错或文书尚未入库。没有文书提到其所属规划的不查；登记库没有文书的也不查。
      en: A boundary whose number no document names may have a misprinted number, or its document is not yet imported. Not asked where no document speaks of its plan, or the register has no documents.
    message:
      zh: "{parcels}（{file}，{count} 个）有界线，没有文书提到"
      en: "no document names {parcels}, whose boundaries ({count}) are in {file}"
    advice:
      zh: 核对编号；补录相应的批复。
      en: Check the numbers; import the approvals that name them.
    values:
      parcels: {zh: 地块, en: the parcels}
      file: {zh: 界线文件, en: file of the boundaries}
      count: {zh: 个数, en: how many}
    severity: info
    scopes: [parcels]
    responsibility: bureau
    parameters:
      aggregate_above: {value: 20, note: {zh: 一个文件多于此数时合为一条, en: More than this of one file are told as one}}
    source:
      zh: 本程序的判断
      en: A judgement of our own
    examples:
      passes: {zh: 界线的编号见于批复, en: An approval names the number}
      fails: {zh: 界线编号 A-99 没有文书提到, en: No document names A-99}

  - code: parcel_without_boundary
    title: {zh: 地块没有界线, en: Parcel without a boundary}
    about:
      zh: 多数批复不印坐标，没有界线并非错误；但空间检查做不了，列出以便补充。
      en: Most approvals print no coordinates, so this is no fault; but nothing about place can be checked, so it is listed.
    message:
      zh: "{parcels}（{file}，{count} 个）没有界线"
      en: "{parcels} ({file}, {count}) have no boundary"
    advice:
      zh: 导入勘测定界或规划图的界线。
      en: Import boundaries from the survey or the plan.
    values:
      parcels: {zh: 地块, en: the parcels}
      file: {zh: 文书, en: the document}
      count: {zh: 个数, en: how many}
    severity: info
    scopes: [parcels]
    responsibility: bureau
    parameters:
      aggregate_above: {value: 20, note: {zh: 一份文书多于此数时合为一条, en: More than this of one document are told as one}}
    source:
      zh: 本程序的判断
      en: A judgement of our own
    examples:
      passes: {zh: 地块有界线, en: The parcel has a boundary}
      fails: {zh: 批复只有文字，没有坐标, en: The approval has words and no coordinates}
"""#
}
