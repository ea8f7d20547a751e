// Made by Scripts/generate-vocabularies from Data/vocabularies/schemes.csv. Do not edit.
// swift-format-ignore-file

extension VocabularyText {
  static let schemes = #"""
scheme,title,document,in_force_from,replaced_on,classes,code_form,confidence,note,note_zh
MNR-2023,国土空间调查、规划、用途管制用地用海分类指南,自然资发〔2023〕234号,2023-11-22,,175,digits 2/4/6,high,date and number as the ministry published them; count checked against two transcriptions,日期和文号依公布；类数与两份抄录核对一致
MNR-2020,国土空间调查、规划、用途管制用地用海分类指南（试行）,自然资办发〔2020〕51号,2020-11-17,2023-11-22,169,digits 2/4/6,high,trial; replaced by MNR-2023,试行，已被2023年指南取代
GB/T21010-2017,土地利用现状分类,GB/T 21010-2017,2017-11-01,,85,digits 2/4,medium,date from own knowledge; 12 first-level and 73 second-level classes,日期据自有知识；一级类12个，二级类73个
GB50137-2011,城市用地分类与规划建设用地标准,GB 50137-2011,2012-01-01,,110,letter and up to two digits,medium,date from own knowledge; one more row M0 is local practice,日期据自有知识；另有M0一行为地方做法
SURVEY-3,第三次全国国土调查工作分类,,,,,digits and letters,medium,only the ten codes in which it departs from GB/T 21010-2017 and that the sources show; no full list,只收所见资料中与GB/T 21010不同的十个代码，并非全表
"""#
}
