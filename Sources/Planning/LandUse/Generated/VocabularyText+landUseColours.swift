// Made by Scripts/generate-vocabularies from Data/vocabularies/land-use-colours.csv. Do not edit.
// swift-format-ignore-file

extension VocabularyText {
  static let landUseColours = #"""
code,name,colour,source,note,note_zh
01,耕地,#F5F8DC,cctool,,
0101,水田,#F5F8DC,cctool,,
0102,水浇地,#F5F8DC,cctool,,
0103,旱地,#F5F8DC,cctool,,
02,园地,#BFE9AA,cctool,,
0201,果园,#BFE9AA,cctool,,
0202,茶园,#BFE9AA,cctool,,
0203,橡胶园地,#BFE9AA,cctool,,
0204,油料园地,#BFE9AA,derived,as 02,同 02
0205,其他园地,#BFE9AA,cctool,,
03,林地,#68B167,cctool,,
0301,乔木林地,#68B167,cctool,,
0302,竹林地,#68B167,cctool,,
0303,灌木林地,#68B167,cctool,,
0304,其他林地,#68B167,cctool,,
04,草地,#CDF57A,cctool,,
0401,天然牧草地,#CDF57A,cctool,,
0402,人工牧草地,#CDF57A,cctool,,
0403,其他草地,#CDF57A,cctool,,
05,湿地,#65CDAA,cctool,,
0501,森林沼泽,#65CDAA,cctool,,
0502,灌丛沼泽,#65CDAA,cctool,,
0503,沼泽草地,#65CDAA,cctool,,
0504,其他沼泽地,#65CDAA,cctool,,
0505,沿海滩涂,#65CDAA,cctool,,
0506,内陆滩涂,#65CDAA,cctool,,
0507,红树林地,#65CDAA,cctool,,
06,农业设施建设用地,#D8D79F,derived,as 0601,同 0601
0601,农村道路,#D8D79F,cctool,the colour of its children there,该文件中其下级地类的颜色
0602,设施农用地,#D8D79F,cctool,the colour of its children there,该文件中其下级地类的颜色
07,居住用地,#FFFF2D,derived,as 0701,同 0701
0701,城镇住宅用地,#FFFF2D,cctool,,
0702,城镇社区服务设施用地,#FFFF2D,cctool,,
0703,农村宅基地,#FFD380,cctool,,
0704,农村社区服务设施用地,#FFD380,cctool,,
08,公共管理与公共服务用地,#FF85C9,cctool,,
0801,机关团体用地,#FF00FF,cctool,,
0802,科研用地,#E6005C,cctool,,
0803,文化用地,#FF7F00,cctool,,
0804,教育用地,#FF85C9,cctool,,
0805,体育用地,#00A57C,cctool,,
0806,医疗卫生用地,#FF7F7E,cctool,,
0807,社会福利用地,#FF9F7F,cctool,,
09,商业服务业用地,#FF0000,cctool,,
0901,商业用地,#FF0000,cctool,,
0902,商务金融用地,#FF0000,cctool,,
0903,娱乐用地,#FF0000,cctool,,
0904,其他商业服务业用地,#FF0000,cctool,,
10,工矿用地,#BB9674,derived,as 1001,同 1001
1001,工业用地,#BB9674,cctool,,
1002,采矿用地,#9E6C54,cctool,,
1003,盐田,#BB9674,derived,as 10,同 10
11,仓储用地,#8761D3,cctool,,
1101,物流仓储用地,#8761D3,cctool,,
1102,储备库用地,#9999FF,cctool,,
12,交通运输用地,#B7B7B7,cctool,,
1201,铁路用地,#B7B7B7,cctool,,
1202,公路用地,#ADADAD,cctool,,
1203,机场用地,#B7B7B7,derived,as 12,同 12
1204,港口码头用地,#B7B7B7,derived,as 12,同 12
1205,管道运输用地,#B7B7B7,derived,as 12,同 12
1206,城市轨道交通用地,#B7B7B7,derived,as 12,同 12
1207,城镇村道路用地,#A3A3A3,cctool,there 城镇道路用地,该文件中为城镇道路用地
1208,交通场站用地,#B7B7B7,cctool,,
1209,其他交通设施用地,#B7B7B7,cctool,,
13,公用设施用地,#006380,cctool,,
1301,供水用地,#006380,cctool,,
1302,排水用地,#006380,cctool,,
1303,供电用地,#006380,cctool,,
1304,供燃气用地,#006380,cctool,,
1305,供热用地,#006380,cctool,,
1306,通信用地,#006380,cctool,,
1307,邮政用地,#006380,cctool,,
1308,广播电视设施用地,#006380,cctool,,
1309,环卫用地,#006380,cctool,,
1310,消防用地,#006380,cctool,,
1311,水工设施用地,#006380,cctool,,
1312,其他公用设施用地,#006380,cctool,,
14,绿地与开敞空间用地,#00FF00,derived,as 1401,同 1401
1401,公园绿地,#00FF00,cctool,,
1402,防护绿地,#148D4A,cctool,,
1403,广场用地,#ACFFCF,cctool,,
15,特殊用地,#859156,cctool,,
1501,军事设施用地,#859156,cctool,,
1502,使领馆用地,#859156,cctool,,
1503,宗教用地,#859156,cctool,,
1504,文物古迹用地,#859156,cctool,,
1505,监教场所用地,#859156,cctool,,
1506,殡葬用地,#859156,cctool,,
1507,其他特殊用地,#859156,cctool,,
16,留白用地,#FFFFFF,cctool,,
17,陆地水域,#338EC0,cctool,,
1701,河流水面,#338EC0,cctool,,
1702,湖泊水面,#338EC0,cctool,,
1703,水库水面,#338EC0,cctool,,
1704,坑塘水面,#338EC0,cctool,,
1705,沟渠,#338EC0,cctool,,
1706,冰川及常年积雪,#338EC0,derived,as 17,同 17
18,渔业用海,#94D5EB,derived,a tint of 17; no source at hand,由 17 调浅，未见出处
1801,渔业基础设施用海,#94D5EB,derived,as 18,同 18
1802,增养殖用海,#94D5EB,derived,as 18,同 18
1803,捕捞海域,#94D5EB,derived,as 18,同 18
1804,农林牧业用岛,#94D5EB,derived,as 18,同 18
19,工矿通信用海,#78AACD,derived,a tint of 17; no source at hand,由 17 调浅，未见出处
1901,工业用海,#78AACD,derived,as 19,同 19
1902,盐田用海,#78AACD,derived,as 19,同 19
1903,固体矿产用海,#78AACD,derived,as 19,同 19
1904,油气用海,#78AACD,derived,as 19,同 19
1905,可再生能源用海,#78AACD,derived,as 19,同 19
1906,海底电缆管道用海,#78AACD,derived,as 19,同 19
20,交通运输用海,#6E96BE,derived,a tint of 17; no source at hand,由 17 调浅，未见出处
2001,港口用海,#6E96BE,derived,as 20,同 20
2002,航运用海,#6E96BE,derived,as 20,同 20
2003,路桥隧道用海,#6E96BE,derived,as 20,同 20
2004,机场用海,#6E96BE,derived,as 20,同 20
2005,其他交通运输用海,#6E96BE,derived,as 20,同 20
21,游憩用海,#AADCE1,derived,a tint of 17; no source at hand,由 17 调浅，未见出处
2101,风景旅游用海,#AADCE1,derived,as 21,同 21
2102,文体休闲娱乐用海,#AADCE1,derived,as 21,同 21
22,特殊用海,#82AFAF,derived,a tint of 17; no source at hand,由 17 调浅，未见出处
2201,军事用海,#82AFAF,derived,as 22,同 22
2202,科研教育用海,#82AFAF,derived,as 22,同 22
2203,海洋保护修复及海岸防护工程用海,#82AFAF,derived,as 22,同 22
2204,排污倾倒用海,#82AFAF,derived,as 22,同 22
2205,水下文物保护用海,#82AFAF,derived,as 22,同 22
2206,其他特殊用海,#82AFAF,derived,as 22,同 22
23,其他土地,#EEEEEE,cctool,,
2301,空闲地,#EEEEEE,cctool,,
2302,后备耕地,#EEEEEE,derived,as 23,同 23
2303,田坎,#EEEEEE,cctool,,
2304,盐碱地,#EEEEEE,cctool,,
2305,沙地,#EEEEEE,cctool,,
2306,裸土地,#EEEEEE,cctool,,
2307,裸岩石砾地,#EEEEEE,cctool,,
24,其他海域,#BEE1F0,derived,a tint of 17; no source at hand,由 17 调浅，未见出处
"""#
}
