// Made by Scripts/generate-vocabularies from Data/vocabularies/gbt21010-2017.csv. Do not edit.
// swift-format-ignore-file

extension VocabularyText {
  static let gbt21010 = #"""
code,name,level,parent,confidence,source,note,note_zh
01,耕地,1,,high,own,own knowledge,据自有知识
0101,水田,2,01,high,crosswalk,,
0102,水浇地,2,01,high,crosswalk,,
0103,旱地,2,01,high,crosswalk,,
02,园地,1,,high,own,own knowledge,据自有知识
0201,果园,2,02,high,crosswalk,,
0202,茶园,2,02,high,crosswalk,,
0203,橡胶园,2,02,high,crosswalk,,
0204,其他园地,2,02,high,crosswalk,,
03,林地,1,,high,own,own knowledge,据自有知识
0301,乔木林地,2,03,high,crosswalk,,
0302,竹林地,2,03,high,crosswalk,,
0303,红树林地,2,03,high,crosswalk,,
0304,森林沼泽,2,03,high,crosswalk,,
0305,灌木林地,2,03,high,crosswalk,,
0306,灌丛沼泽,2,03,high,crosswalk,,
0307,其他林地,2,03,high,crosswalk,,
04,草地,1,,high,own,own knowledge,据自有知识
0401,天然牧草地,2,04,high,crosswalk,,
0402,沼泽草地,2,04,high,crosswalk,,
0403,人工牧草地,2,04,high,crosswalk,,
0404,其他草地,2,04,high,crosswalk,,
05,商服用地,1,,high,own,own knowledge,据自有知识
0501,零售商业用地,2,05,high,crosswalk,,
0502,批发市场用地,2,05,high,crosswalk,,
0503,餐饮用地,2,05,high,crosswalk,,
0504,旅馆用地,2,05,high,crosswalk,,
0505,商务金融用地,2,05,high,crosswalk,,
0506,娱乐用地,2,05,high,crosswalk,,
0507,其他商服用地,2,05,high,crosswalk,,
06,工矿仓储用地,1,,high,own,own knowledge,据自有知识
0601,工业用地,2,06,high,crosswalk,,
0602,采矿用地,2,06,high,crosswalk,,
0603,盐田,2,06,high,crosswalk,,
0604,仓储用地,2,06,high,crosswalk,,
07,住宅用地,1,,high,own,own knowledge,据自有知识
0701,城镇住宅用地,2,07,high,crosswalk,,
0702,农村宅基地,2,07,high,crosswalk,,
08,公共管理与公共服务用地,1,,high,own,own knowledge,据自有知识
0801,机关团体用地,2,08,high,crosswalk,,
0802,新闻出版用地,2,08,high,crosswalk,,
0803,教育用地,2,08,high,crosswalk,,
0804,科研用地,2,08,high,crosswalk,,
0805,医疗卫生用地,2,08,high,crosswalk,,
0806,社会福利用地,2,08,high,crosswalk,,
0807,文化设施用地,2,08,high,crosswalk,,
0808,体育用地,2,08,high,crosswalk,,
0809,公用设施用地,2,08,high,crosswalk,,
0810,公园与绿地,2,08,high,crosswalk,,
09,特殊用地,1,,high,own,own knowledge,据自有知识
0901,军事设施用地,2,09,high,crosswalk,,
0902,使领馆用地,2,09,high,crosswalk,,
0903,监教场所用地,2,09,high,crosswalk,,
0904,宗教用地,2,09,high,crosswalk,,
0905,殡葬用地,2,09,high,crosswalk,,
0906,风景名胜设施用地,2,09,high,crosswalk,,
10,交通运输用地,1,,high,own,own knowledge,据自有知识
1001,铁路用地,2,10,high,crosswalk,,
1002,轨道交通用地,2,10,high,crosswalk,,
1003,公路用地,2,10,high,crosswalk,,
1004,城镇村道路用地,2,10,high,crosswalk,,
1005,交通服务场站用地,2,10,high,crosswalk,,
1006,农村道路,2,10,high,crosswalk,,
1007,机场用地,2,10,high,crosswalk,,
1008,港口码头用地,2,10,high,crosswalk,,
1009,管道运输用地,2,10,high,crosswalk,,
11,水域及水利设施用地,1,,high,own,own knowledge,据自有知识
1101,河流水面,2,11,high,crosswalk,,
1102,湖泊水面,2,11,high,crosswalk,,
1103,水库水面,2,11,high,crosswalk,,
1104,坑塘水面,2,11,high,crosswalk,,
1105,沿海滩涂,2,11,high,crosswalk,,
1106,内陆滩涂,2,11,high,crosswalk,,
1107,沟渠,2,11,high,crosswalk,,
1108,沼泽地,2,11,high,crosswalk,,
1109,水工建筑用地,2,11,high,crosswalk,,
1110,冰川及永久积雪,2,11,high,crosswalk,,
12,其他土地,1,,high,own,own knowledge,据自有知识
1201,空闲地,2,12,high,crosswalk,,
1202,设施农用地,2,12,high,crosswalk,,
1203,田坎,2,12,high,crosswalk,,
1204,盐碱地,2,12,high,crosswalk,,
1205,沙地,2,12,high,crosswalk,,
1206,裸土地,2,12,high,crosswalk,,
1207,裸岩石砾地,2,12,high,crosswalk,,
"""#
}
