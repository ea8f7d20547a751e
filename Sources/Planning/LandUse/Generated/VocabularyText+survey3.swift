// Made by Scripts/generate-vocabularies from Data/vocabularies/survey-3.csv. Do not edit.
// swift-format-ignore-file

extension VocabularyText {
  static let survey3 = #"""
code,name,level,parent,confidence,source,note,note_zh
05H1,商业服务业设施用地,2,,high,crosswalk,,
0508,物流仓储用地,2,,high,crosswalk,,
08H1,机关团体新闻出版用地,2,,medium,crosswalk,,
08H2,科教文卫用地,2,,high,crosswalk,,
08H2A,高教用地,3,08H2,medium-high,crosswalk,,
0810A,广场用地,3,,high,crosswalk,,
09,特殊用地,1,,high,crosswalk,,
1104A,养殖坑塘,3,,high,crosswalk,,
1107A,干渠,3,,medium,crosswalk,,
1208,后备耕地,2,,high,crosswalk,,
"""#
}
