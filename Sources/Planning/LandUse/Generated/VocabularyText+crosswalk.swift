// Made by Scripts/generate-vocabularies from Data/vocabularies/crosswalk.csv. Do not edit.
// swift-format-ignore-file

extension VocabularyText {
  static let crosswalk = #"""
from_scheme,from_code,from_name,to_scheme,to_code,to_name,relation,confidence,source,note,note_zh
MNR-2020,01,耕地,MNR-2023,01,耕地,1:1,high,cctool,,
MNR-2020,0101,水田,MNR-2023,0101,水田,1:1,high,cctool,,
MNR-2020,0102,水浇地,MNR-2023,0102,水浇地,1:1,high,cctool,,
MNR-2020,0103,旱地,MNR-2023,0103,旱地,1:1,high,cctool,,
MNR-2020,02,园地,MNR-2023,02,园地,1:1,high,cctool,,
MNR-2020,0201,果园,MNR-2023,0201,果园,1:1,high,cctool,,
MNR-2020,0202,茶园,MNR-2023,0202,茶园,1:1,high,cctool,,
MNR-2020,0203,橡胶园,MNR-2023,0203,橡胶园地,renamed,high,cctool,in MNR-2023 the code 0203 is 橡胶园地,2023年代码0203指橡胶园地
MNR-2020,0204,其他园地,MNR-2023,0205,其他园地,recoded,medium,cctool,in MNR-2023 the code 0204 is 油料园地,2023年代码0204指油料园地
MNR-2020,0204,其他园地,MNR-2023,0204,油料园地,reused,high,cctool,"same digits, another class; 其他园地 is now 0205",代码相同，所指不同；其他园地现为0205
MNR-2020,03,林地,MNR-2023,03,林地,1:1,high,cctool,,
MNR-2020,0301,乔木林地,MNR-2023,0301,乔木林地,1:1,high,cctool,,
MNR-2020,0302,竹林地,MNR-2023,0302,竹林地,1:1,high,cctool,,
MNR-2020,0303,灌木林地,MNR-2023,0303,灌木林地,1:1,high,cctool,,
MNR-2020,0304,其他林地,MNR-2023,0304,其他林地,1:1,high,cctool,,
MNR-2020,04,草地,MNR-2023,04,草地,1:1,high,cctool,,
MNR-2020,0401,天然牧草地,MNR-2023,0401,天然牧草地,1:1,high,cctool,,
MNR-2020,0402,人工牧草地,MNR-2023,0402,人工牧草地,1:1,high,cctool,,
MNR-2020,0403,其他草地,MNR-2023,0403,其他草地,1:1,high,cctool,,
MNR-2020,05,湿地,MNR-2023,05,湿地,1:1,high,cctool,,
MNR-2020,0501,森林沼泽,MNR-2023,0501,森林沼泽,1:1,high,cctool,,
MNR-2020,0502,灌丛沼泽,MNR-2023,0502,灌丛沼泽,1:1,high,cctool,,
MNR-2020,0503,沼泽草地,MNR-2023,0503,沼泽草地,1:1,high,cctool,,
MNR-2020,0504,其他沼泽地,MNR-2023,0504,其他沼泽地,1:1,high,cctool,,
MNR-2020,0505,沿海滩涂,MNR-2023,0505,沿海滩涂,1:1,high,cctool,,
MNR-2020,0506,内陆滩涂,MNR-2023,0506,内陆滩涂,1:1,high,cctool,,
MNR-2020,0507,红树林地,MNR-2023,0507,红树林地,1:1,high,cctool,,
MNR-2020,06,农业设施建设用地,MNR-2023,06,农业设施建设用地,1:1,high,cctool,,
MNR-2020,0601,乡村道路用地,MNR-2023,0601,农村道路,renamed,high,cctool,in MNR-2023 the code 0601 is 农村道路,2023年代码0601指农村道路
MNR-2020,060101,村道用地,MNR-2023,060101,村道用地,1:1,high,cctool,,
MNR-2020,060102,村庄内部道路用地,MNR-2023,1207,城镇村道路用地,recoded,high,cctool,in MNR-2023 the code 060102 is 田间道,2023年代码060102指田间道
MNR-2020,060102,村庄内部道路用地,MNR-2023,060102,田间道,reused,high,cctool,"same digits, another class; 村庄内部道路用地 is now 1207",代码相同，所指不同；村庄内部道路用地现为1207
MNR-2020,0602,种植设施建设用地,MNR-2023,060201,种植设施建设用地,recoded,high,cctool,in MNR-2023 the code 0602 is 设施农用地,2023年代码0602指设施农用地
MNR-2020,0602,种植设施建设用地,MNR-2023,0602,设施农用地,reused,high,cctool,"same digits, another class; 种植设施建设用地 is now 060201",代码相同，所指不同；种植设施建设用地现为060201
MNR-2020,0603,畜禽养殖设施建设用地,MNR-2023,060202,畜禽养殖设施建设用地,recoded,high,cctool,the code is not in MNR-2023,2023年无此代码
MNR-2020,0604,水产养殖设施建设用地,MNR-2023,060203,水产养殖设施建设用地,recoded,high,cctool,the code is not in MNR-2023,2023年无此代码
MNR-2020,07,居住用地,MNR-2023,07,居住用地,1:1,high,cctool,,
MNR-2020,0701,城镇住宅用地,MNR-2023,0701,城镇住宅用地,1:1,high,cctool,,
MNR-2020,070101,一类城镇住宅用地,MNR-2023,070101,一类城镇住宅用地,1:1,high,cctool,,
MNR-2020,070102,二类城镇住宅用地,MNR-2023,070102,二类城镇住宅用地,1:1,high,cctool,,
MNR-2020,070103,三类城镇住宅用地,MNR-2023,070103,三类城镇住宅用地,1:1,high,cctool,,
MNR-2020,0702,城镇社区服务设施用地,MNR-2023,0702,城镇社区服务设施用地,1:1,high,cctool,,
MNR-2020,0703,农村宅基地,MNR-2023,0703,农村宅基地,1:1,high,cctool,,
MNR-2020,070301,一类农村宅基地,MNR-2023,070301,一类农村宅基地,1:1,high,cctool,,
MNR-2020,070302,二类农村宅基地,MNR-2023,070302,二类农村宅基地,1:1,high,cctool,,
MNR-2020,0704,农村社区服务设施用地,MNR-2023,0704,农村社区服务设施用地,1:1,high,cctool,,
MNR-2020,08,公共管理与公共服务用地,MNR-2023,08,公共管理与公共服务用地,1:1,high,cctool,,
MNR-2020,0801,机关团体用地,MNR-2023,0801,机关团体用地,1:1,high,cctool,,
MNR-2020,0802,科研用地,MNR-2023,0802,科研用地,1:1,high,cctool,,
MNR-2020,0803,文化用地,MNR-2023,0803,文化用地,1:1,high,cctool,,
MNR-2020,080301,图书与展览用地,MNR-2023,080301,图书与展览用地,1:1,high,cctool,,
MNR-2020,080302,文化活动用地,MNR-2023,080302,文化活动用地,1:1,high,cctool,,
MNR-2020,0804,教育用地,MNR-2023,0804,教育用地,1:1,high,cctool,,
MNR-2020,080401,高等教育用地,MNR-2023,080401,高等教育用地,1:1,high,cctool,,
MNR-2020,080402,中等职业教育用地,MNR-2023,080402,中等职业教育用地,1:1,high,cctool,,
MNR-2020,080403,中小学用地,MNR-2023,080403,中小学用地,1:1,high,cctool,,
MNR-2020,080404,幼儿园用地,MNR-2023,080404,幼儿园用地,1:1,high,cctool,,
MNR-2020,080405,其他教育用地,MNR-2023,080405,其他教育用地,1:1,high,cctool,,
MNR-2020,0805,体育用地,MNR-2023,0805,体育用地,1:1,high,cctool,,
MNR-2020,080501,体育场馆用地,MNR-2023,080501,体育场馆用地,1:1,high,cctool,,
MNR-2020,080502,体育训练用地,MNR-2023,080502,体育训练用地,1:1,high,cctool,,
MNR-2020,0806,医疗卫生用地,MNR-2023,0806,医疗卫生用地,1:1,high,cctool,,
MNR-2020,080601,医院用地,MNR-2023,080601,医院用地,1:1,high,cctool,,
MNR-2020,080602,基层医疗卫生设施用地,MNR-2023,080602,基层医疗卫生设施用地,1:1,high,cctool,,
MNR-2020,080603,公共卫生用地,MNR-2023,080603,公共卫生用地,1:1,high,cctool,,
MNR-2020,0807,社会福利用地,MNR-2023,0807,社会福利用地,1:1,high,cctool,,
MNR-2020,080701,老年人社会福利用地,MNR-2023,080701,老年人社会福利用地,1:1,high,cctool,,
MNR-2020,080702,儿童社会福利用地,MNR-2023,080702,儿童社会福利用地,1:1,high,cctool,,
MNR-2020,080703,残疾人社会福利用地,MNR-2023,080703,残疾人社会福利用地,1:1,high,cctool,,
MNR-2020,080704,其他社会福利用地,MNR-2023,080704,其他社会福利用地,1:1,high,cctool,,
MNR-2020,09,商业服务业用地,MNR-2023,09,商业服务业用地,1:1,high,cctool,,
MNR-2020,0901,商业用地,MNR-2023,0901,商业用地,1:1,high,cctool,,
MNR-2020,090101,零售商业用地,MNR-2023,090101,零售商业用地,1:1,high,cctool,,
MNR-2020,090102,批发市场用地,MNR-2023,090102,批发市场用地,1:1,high,cctool,,
MNR-2020,090103,餐饮用地,MNR-2023,090103,餐饮用地,1:1,high,cctool,,
MNR-2020,090104,旅馆用地,MNR-2023,090104,旅馆用地,1:1,high,cctool,,
MNR-2020,090105,公用设施营业网点用地,MNR-2023,090105,公用设施营业网点用地,1:1,high,cctool,,
MNR-2020,0902,商务金融用地,MNR-2023,0902,商务金融用地,1:1,high,cctool,,
MNR-2020,0903,娱乐康体用地,MNR-2023,0903,娱乐用地,renamed,medium,cctool,in MNR-2023 the code 0903 is 娱乐用地,2023年代码0903指娱乐用地
MNR-2020,090301,娱乐用地,MNR-2023,0903,娱乐用地,recoded,high,cctool,the code is not in MNR-2023,2023年无此代码
MNR-2020,090302,康体用地,MNR-2023,0903,娱乐用地,recoded,medium,cctool,the code is not in MNR-2023,2023年无此代码
MNR-2020,0904,其他商业服务业用地,MNR-2023,0904,其他商业服务业用地,1:1,high,cctool,,
MNR-2020,10,工矿用地,MNR-2023,10,工矿用地,1:1,high,cctool,,
MNR-2020,1001,工业用地,MNR-2023,1001,工业用地,1:1,high,cctool,,
MNR-2020,100101,一类工业用地,MNR-2023,100101,一类工业用地,1:1,high,cctool,,
MNR-2020,100102,二类工业用地,MNR-2023,100102,二类工业用地,1:1,high,cctool,,
MNR-2020,100103,三类工业用地,MNR-2023,100103,三类工业用地,1:1,high,cctool,,
MNR-2020,1002,采矿用地,MNR-2023,1002,采矿用地,1:1,high,cctool,,
MNR-2020,1003,盐田,MNR-2023,1003,盐田,1:1,high,cctool,,
MNR-2020,11,仓储用地,MNR-2023,11,仓储用地,1:1,high,cctool,,
MNR-2020,1101,物流仓储用地,MNR-2023,1101,物流仓储用地,1:1,high,cctool,,
MNR-2020,110101,一类物流仓储用地,MNR-2023,110101,一类物流仓储用地,1:1,high,cctool,,
MNR-2020,110102,二类物流仓储用地,MNR-2023,110102,二类物流仓储用地,1:1,high,cctool,,
MNR-2020,110103,三类物流仓储用地,MNR-2023,110103,三类物流仓储用地,1:1,high,cctool,,
MNR-2020,1102,储备库用地,MNR-2023,1102,储备库用地,1:1,high,cctool,,
MNR-2020,12,交通运输用地,MNR-2023,12,交通运输用地,1:1,high,cctool,,
MNR-2020,1201,铁路用地,MNR-2023,1201,铁路用地,1:1,high,cctool,,
MNR-2020,1202,公路用地,MNR-2023,1202,公路用地,1:1,high,cctool,,
MNR-2020,1203,机场用地,MNR-2023,1203,机场用地,1:1,high,cctool,,
MNR-2020,1204,港口码头用地,MNR-2023,1204,港口码头用地,1:1,high,cctool,,
MNR-2020,1205,管道运输用地,MNR-2023,1205,管道运输用地,1:1,high,cctool,,
MNR-2020,1206,城市轨道交通用地,MNR-2023,1206,城市轨道交通用地,1:1,high,cctool,,
MNR-2020,1207,城镇道路用地,MNR-2023,1207,城镇村道路用地,renamed,high,cctool,in MNR-2023 the code 1207 is 城镇村道路用地,2023年代码1207指城镇村道路用地
MNR-2020,1208,交通场站用地,MNR-2023,1208,交通场站用地,1:1,high,cctool,,
MNR-2020,120801,对外交通场站用地,MNR-2023,120801,对外交通场站用地,1:1,high,cctool,,
MNR-2020,120802,公共交通场站用地,MNR-2023,120802,公共交通场站用地,1:1,high,cctool,,
MNR-2020,120803,社会停车场用地,MNR-2023,120803,社会停车场用地,1:1,high,cctool,,
MNR-2020,1209,其他交通设施用地,MNR-2023,1209,其他交通设施用地,1:1,high,cctool,,
MNR-2020,13,公用设施用地,MNR-2023,13,公用设施用地,1:1,high,cctool,,
MNR-2020,1301,供水用地,MNR-2023,1301,供水用地,1:1,high,cctool,,
MNR-2020,1302,排水用地,MNR-2023,1302,排水用地,1:1,high,cctool,,
MNR-2020,1303,供电用地,MNR-2023,1303,供电用地,1:1,high,cctool,,
MNR-2020,1304,供燃气用地,MNR-2023,1304,供燃气用地,1:1,high,cctool,,
MNR-2020,1305,供热用地,MNR-2023,1305,供热用地,1:1,high,cctool,,
MNR-2020,1306,通信用地,MNR-2023,1306,通信用地,1:1,high,cctool,,
MNR-2020,1307,邮政用地,MNR-2023,1307,邮政用地,1:1,high,cctool,,
MNR-2020,1308,广播电视设施用地,MNR-2023,1308,广播电视设施用地,1:1,high,cctool,,
MNR-2020,1309,环卫用地,MNR-2023,1309,环卫用地,1:1,high,cctool,,
MNR-2020,1310,消防用地,MNR-2023,1310,消防用地,1:1,high,cctool,,
MNR-2020,1311,干渠,MNR-2023,1311,水工设施用地,n:1,medium,cctool,in MNR-2023 the code 1311 is 水工设施用地,2023年代码1311指水工设施用地
MNR-2020,1311,干渠,MNR-2023,1311,水工设施用地,reused,high,cctool,"same digits, another class; 干渠 is now part of 1311",代码相同，所指不同；干渠现并入1311
MNR-2020,1312,水工设施用地,MNR-2023,1311,水工设施用地,recoded,high,cctool,in MNR-2023 the code 1312 is 其他公用设施用地,2023年代码1312指其他公用设施用地
MNR-2020,1312,水工设施用地,MNR-2023,1312,其他公用设施用地,reused,high,cctool,"same digits, another class; 水工设施用地 is now 1311",代码相同，所指不同；水工设施用地现为1311
MNR-2020,1313,其他公用设施用地,MNR-2023,1312,其他公用设施用地,recoded,high,cctool,the code is not in MNR-2023,2023年无此代码
MNR-2020,14,绿地与开敞空间用地,MNR-2023,14,绿地与开敞空间用地,1:1,high,cctool,,
MNR-2020,1401,公园绿地,MNR-2023,1401,公园绿地,1:1,high,cctool,,
MNR-2020,1402,防护绿地,MNR-2023,1402,防护绿地,1:1,high,cctool,,
MNR-2020,1403,广场用地,MNR-2023,1403,广场用地,1:1,high,cctool,,
MNR-2020,15,特殊用地,MNR-2023,15,特殊用地,1:1,high,cctool,,
MNR-2020,1501,军事设施用地,MNR-2023,1501,军事设施用地,1:1,high,cctool,,
MNR-2020,1502,使领馆用地,MNR-2023,1502,使领馆用地,1:1,high,cctool,,
MNR-2020,1503,宗教用地,MNR-2023,1503,宗教用地,1:1,high,cctool,,
MNR-2020,1504,文物古迹用地,MNR-2023,1504,文物古迹用地,1:1,high,cctool,,
MNR-2020,1505,监教场所用地,MNR-2023,1505,监教场所用地,1:1,high,cctool,,
MNR-2020,1506,殡葬用地,MNR-2023,1506,殡葬用地,1:1,high,cctool,,
MNR-2020,1507,其他特殊用地,MNR-2023,1507,其他特殊用地,1:1,high,cctool,,
MNR-2020,16,留白用地,MNR-2023,16,留白用地,1:1,high,cctool,,
MNR-2020,17,陆地水域,MNR-2023,17,陆地水域,1:1,high,cctool,,
MNR-2020,1701,河流水面,MNR-2023,1701,河流水面,1:1,high,cctool,,
MNR-2020,1702,湖泊水面,MNR-2023,1702,湖泊水面,1:1,high,cctool,,
MNR-2020,1703,水库水面,MNR-2023,1703,水库水面,1:1,high,cctool,,
MNR-2020,1704,坑塘水面,MNR-2023,1704,坑塘水面,1:1,high,cctool,,
MNR-2020,1705,沟渠,MNR-2023,1705,沟渠,1:1,high,cctool,,
MNR-2020,1706,冰川及常年积雪,MNR-2023,1706,冰川及常年积雪,1:1,high,cctool,,
MNR-2020,18,渔业用海,MNR-2023,18,渔业用海,1:1,high,cctool,,
MNR-2020,1801,渔业基础设施用海,MNR-2023,1801,渔业基础设施用海,1:1,high,cctool,,
MNR-2020,1802,增养殖用海,MNR-2023,1802,增养殖用海,1:1,high,cctool,,
MNR-2020,1803,捕捞海域,MNR-2023,1803,捕捞海域,1:1,high,cctool,,
MNR-2020,19,工矿通信用海,MNR-2023,19,工矿通信用海,1:1,high,cctool,,
MNR-2020,1901,工业用海,MNR-2023,1901,工业用海,1:1,high,cctool,,
MNR-2020,1902,盐田用海,MNR-2023,1902,盐田用海,1:1,high,cctool,,
MNR-2020,1903,固体矿产用海,MNR-2023,1903,固体矿产用海,1:1,high,cctool,,
MNR-2020,1904,油气用海,MNR-2023,1904,油气用海,1:1,high,cctool,,
MNR-2020,1905,可再生能源用海,MNR-2023,1905,可再生能源用海,1:1,high,cctool,,
MNR-2020,1906,海底电缆管道用海,MNR-2023,1906,海底电缆管道用海,1:1,high,cctool,,
MNR-2020,20,交通运输用海,MNR-2023,20,交通运输用海,1:1,high,cctool,,
MNR-2020,2001,港口用海,MNR-2023,2001,港口用海,1:1,high,cctool,,
MNR-2020,2002,航运用海,MNR-2023,2002,航运用海,1:1,high,cctool,,
MNR-2020,2003,路桥隧道用海,MNR-2023,2003,路桥隧道用海,1:1,high,cctool,,
MNR-2020,21,游憩用海,MNR-2023,21,游憩用海,1:1,high,cctool,,
MNR-2020,2101,风景旅游用海,MNR-2023,2101,风景旅游用海,1:1,high,cctool,,
MNR-2020,2102,文体休闲娱乐用海,MNR-2023,2102,文体休闲娱乐用海,1:1,high,cctool,,
MNR-2020,22,特殊用海,MNR-2023,22,特殊用海,1:1,high,cctool,,
MNR-2020,2201,军事用海,MNR-2023,2201,军事用海,1:1,high,cctool,,
MNR-2020,2202,其他特殊用海,MNR-2023,2206,其他特殊用海,recoded,high,cctool,in MNR-2023 the code 2202 is 科研教育用海,2023年代码2202指科研教育用海
MNR-2020,2202,其他特殊用海,MNR-2023,2202,科研教育用海,reused,high,cctool,"same digits, another class; 其他特殊用海 is now 2206",代码相同，所指不同；其他特殊用海现为2206
MNR-2020,23,其他土地,MNR-2023,23,其他土地,1:1,high,cctool,,
MNR-2020,2301,空闲地,MNR-2023,2301,空闲地,1:1,high,cctool,,
MNR-2020,2302,田坎,MNR-2023,2303,田坎,recoded,high,cctool,in MNR-2023 the code 2302 is 后备耕地,2023年代码2302指后备耕地
MNR-2020,2302,田坎,MNR-2023,2302,后备耕地,reused,high,cctool,"same digits, another class; 田坎 is now 2303",代码相同，所指不同；田坎现为2303
MNR-2020,2303,田间道,MNR-2023,060102,田间道,recoded,high,cctool,in MNR-2023 the code 2303 is 田坎,2023年代码2303指田坎
MNR-2020,2303,田间道,MNR-2023,2303,田坎,reused,high,cctool,"same digits, another class; 田间道 is now 060102",代码相同，所指不同；田间道现为060102
MNR-2020,2304,盐碱地,MNR-2023,2304,盐碱地,1:1,high,cctool,,
MNR-2020,2305,沙地,MNR-2023,2305,沙地,1:1,high,cctool,,
MNR-2020,2306,裸土地,MNR-2023,2306,裸土地,1:1,high,cctool,,
MNR-2020,2307,裸岩石砾地,MNR-2023,2307,裸岩石砾地,1:1,high,cctool,,
MNR-2020,24,其他海域,MNR-2023,24,其他海域,1:1,high,cctool,,
MNR-2020,,,MNR-2023,0205,其他园地,added,high,cctool,,
MNR-2020,,,MNR-2023,060201,种植设施建设用地,added,high,cctool,,
MNR-2020,,,MNR-2023,060202,畜禽养殖设施建设用地,added,high,cctool,,
MNR-2020,,,MNR-2023,060203,水产养殖设施建设用地,added,high,cctool,,
MNR-2020,,,MNR-2023,1804,农林牧业用岛,added,high,cctool,,
MNR-2020,,,MNR-2023,2004,机场用海,added,high,cctool,,
MNR-2020,,,MNR-2023,2005,其他交通运输用海,added,high,cctool,,
MNR-2020,,,MNR-2023,2203,海洋保护修复及海岸防护工程用海,added,high,cctool,,
MNR-2020,,,MNR-2023,2204,排污倾倒用海,added,high,cctool,,
MNR-2020,,,MNR-2023,2205,水下文物保护用海,added,high,cctool,,
MNR-2020,,,MNR-2023,2206,其他特殊用海,added,high,cctool,,
GB/T21010-2017,01,耕地,MNR-2023,01,耕地,1:1,high,own,,
GB/T21010-2017,0101,水田,MNR-2023,0101,水田,1:1,high,transcription+cctool,,
GB/T21010-2017,0102,水浇地,MNR-2023,0102,水浇地,1:1,high,transcription+cctool,,
GB/T21010-2017,0103,旱地,MNR-2023,0103,旱地,1:1,high,transcription+cctool,,
GB/T21010-2017,02,园地,MNR-2023,02,园地,1:1,high,own,,
GB/T21010-2017,0201,果园,MNR-2023,0201,果园,1:1,high,transcription+cctool,,
GB/T21010-2017,0202,茶园,MNR-2023,0202,茶园,1:1,high,transcription+cctool,,
GB/T21010-2017,0203,橡胶园,MNR-2023,0203,橡胶园地,1:1,high,transcription+cctool,,
GB/T21010-2017,0204,其他园地,MNR-2023,0205,其他园地,1:n,medium,transcription+cctool,in MNR-2023 the code 0204 is 油料园地; split off oil crops (油料园地 0204),2023年代码0204指油料园地；油料园地分出为0204
GB/T21010-2017,0204,其他园地,MNR-2023,0204,油料园地,1:n,medium,transcription+cctool,in MNR-2023 the code 0204 is 油料园地; split off oil crops (油料园地 0204),2023年代码0204指油料园地；油料园地分出为0204
GB/T21010-2017,03,林地,MNR-2023,03,林地,narrower,medium,own,mangrove and wooded swamp went to 05 湿地,红树林、森林沼泽和灌丛沼泽转入05湿地
GB/T21010-2017,0301,乔木林地,MNR-2023,0301,乔木林地,1:1,high,transcription+cctool,,
GB/T21010-2017,0302,竹林地,MNR-2023,0302,竹林地,1:1,high,transcription+cctool,,
GB/T21010-2017,0303,红树林地,MNR-2023,0507,红树林地,1:1,high,transcription+cctool,in MNR-2023 the code 0303 is 灌木林地,2023年代码0303指灌木林地
GB/T21010-2017,0304,森林沼泽,MNR-2023,0501,森林沼泽,1:1,high,transcription+cctool,in MNR-2023 the code 0304 is 其他林地,2023年代码0304指其他林地
GB/T21010-2017,0305,灌木林地,MNR-2023,0303,灌木林地,1:1,high,transcription+cctool,,
GB/T21010-2017,0306,灌丛沼泽,MNR-2023,0502,灌丛沼泽,1:1,high,transcription+cctool,,
GB/T21010-2017,0307,其他林地,MNR-2023,0304,其他林地,1:1,high,transcription+cctool,,
GB/T21010-2017,04,草地,MNR-2023,04,草地,narrower,medium,own,swamp grassland went to 05 湿地,沼泽草地转入05湿地
GB/T21010-2017,0401,天然牧草地,MNR-2023,0401,天然牧草地,1:1,high,transcription+cctool,,
GB/T21010-2017,0402,沼泽草地,MNR-2023,0503,沼泽草地,1:1,high,transcription+cctool,in MNR-2023 the code 0402 is 人工牧草地,2023年代码0402指人工牧草地
GB/T21010-2017,0403,人工牧草地,MNR-2023,0402,人工牧草地,1:1,high,transcription+cctool,in MNR-2023 the code 0403 is 其他草地,2023年代码0403指其他草地
GB/T21010-2017,0404,其他草地,MNR-2023,0403,其他草地,1:1,high,transcription+cctool,,
GB/T21010-2017,05,商服用地,MNR-2023,09,商业服务业用地,1:1,high,supply-plan,use group of supply plans,供应计划的用途大类
GB/T21010-2017,0501,零售商业用地,MNR-2023,090101,零售商业用地,1:n,medium,own,in MNR-2023 the code 0501 is 森林沼泽; 21010-2017 0501 includes fuel/gas/charging stations -> 090105,2023年代码0501指森林沼泽；21010的0501含加油、加气、充电站，2023年归090105
GB/T21010-2017,0501,零售商业用地,MNR-2023,090105,公用设施营业网点用地,1:n,medium,own,in MNR-2023 the code 0501 is 森林沼泽; 21010-2017 0501 includes fuel/gas/charging stations -> 090105,2023年代码0501指森林沼泽；21010的0501含加油、加气、充电站，2023年归090105
GB/T21010-2017,0502,批发市场用地,MNR-2023,090102,批发市场用地,1:1,high,own,in MNR-2023 the code 0502 is 灌丛沼泽,2023年代码0502指灌丛沼泽
GB/T21010-2017,0503,餐饮用地,MNR-2023,090103,餐饮用地,1:1,high,own,in MNR-2023 the code 0503 is 沼泽草地,2023年代码0503指沼泽草地
GB/T21010-2017,0504,旅馆用地,MNR-2023,090104,旅馆用地,1:1,high,own,in MNR-2023 the code 0504 is 其他沼泽地,2023年代码0504指其他沼泽地
GB/T21010-2017,0505,商务金融用地,MNR-2023,0902,商务金融用地,1:1,high,own,in MNR-2023 the code 0505 is 沿海滩涂,2023年代码0505指沿海滩涂
GB/T21010-2017,0506,娱乐用地,MNR-2023,0903,娱乐用地,1:1,high,own,in MNR-2023 the code 0506 is 内陆滩涂,2023年代码0506指内陆滩涂
GB/T21010-2017,0507,其他商服用地,MNR-2023,0904,其他商业服务业用地,1:n,medium,own,in MNR-2023 the code 0507 is 红树林地; 21010 0507 includes neighbourhood-level service facilities -> 0702,2023年代码0507指红树林地；21010的0507含社区级服务设施，2023年归0702
GB/T21010-2017,0507,其他商服用地,MNR-2023,0702,城镇社区服务设施用地,1:n,medium,own,in MNR-2023 the code 0507 is 红树林地; 21010 0507 includes neighbourhood-level service facilities -> 0702,2023年代码0507指红树林地；21010的0507含社区级服务设施，2023年归0702
GB/T21010-2017,06,工矿仓储用地,MNR-2023,10,工矿用地,1:n,high,supply-plan,use group of supply plans,供应计划的用途大类
GB/T21010-2017,06,工矿仓储用地,MNR-2023,11,仓储用地,1:n,high,supply-plan,use group of supply plans,供应计划的用途大类
GB/T21010-2017,0601,工业用地,MNR-2023,1001,工业用地,refined,high,transcription+cctool,in MNR-2023 the code 0601 is 农村道路; 21010 has no 一/二/三类; needs the plan to choose 100101-03,2023年代码0601指农村道路；21010不分一、二、三类，100101至100103由规划确定
GB/T21010-2017,0602,采矿用地,MNR-2023,1002,采矿用地,1:1,high,transcription+cctool,in MNR-2023 the code 0602 is 设施农用地,2023年代码0602指设施农用地
GB/T21010-2017,0603,盐田,MNR-2023,1003,盐田,1:1,high,transcription+cctool,,
GB/T21010-2017,0604,仓储用地,MNR-2023,1101,物流仓储用地,1:n,medium-high,own,三调 writes 0508 物流仓储用地 -> 1101,三调0508物流仓储用地归1101
GB/T21010-2017,0604,仓储用地,MNR-2023,1102,储备库用地,1:n,medium-high,own,三调 writes 0508 物流仓储用地 -> 1101,三调0508物流仓储用地归1101
GB/T21010-2017,07,住宅用地,MNR-2023,0701,城镇住宅用地,1:n,medium,supply-plan,use group of supply plans; sub-rows: 廉租/公租/保障性租赁/经济适用/限价/棚改/普通商品房/中小套型,供应计划的用途大类；表内再分廉租、公租、保障性租赁、经济适用、限价、棚改、普通商品房、中小套型
GB/T21010-2017,07,住宅用地,MNR-2023,0702,城镇社区服务设施用地,1:n,medium,supply-plan,use group of supply plans; sub-rows: 廉租/公租/保障性租赁/经济适用/限价/棚改/普通商品房/中小套型,供应计划的用途大类；表内再分廉租、公租、保障性租赁、经济适用、限价、棚改、普通商品房、中小套型
GB/T21010-2017,0701,城镇住宅用地,MNR-2023,0701,城镇住宅用地,refined,high,transcription+cctool,"same code, same name; class level (070101-03) needs the plan",代码和名称相同；一、二、三类（070101至070103）由规划确定
GB/T21010-2017,0702,农村宅基地,MNR-2023,0703,农村宅基地,1:1,high,transcription+cctool,in MNR-2023 the code 0702 is 城镇社区服务设施用地,2023年代码0702指城镇社区服务设施用地
GB/T21010-2017,08,公共管理与公共服务用地,MNR-2023,08,公共管理与公共服务用地,1:n,medium,supply-plan,use group of supply plans; GB/T 21010 class 08 includes 公用设施 0809 and 公园与绿地 0810,供应计划的用途大类；GB/T 21010的08含0809公用设施用地、0810公园与绿地
GB/T21010-2017,08,公共管理与公共服务用地,MNR-2023,13,公用设施用地,1:n,medium,supply-plan,use group of supply plans; GB/T 21010 class 08 includes 公用设施 0809 and 公园与绿地 0810,供应计划的用途大类；GB/T 21010的08含0809公用设施用地、0810公园与绿地
GB/T21010-2017,08,公共管理与公共服务用地,MNR-2023,14,绿地与开敞空间用地,1:n,medium,supply-plan,use group of supply plans; GB/T 21010 class 08 includes 公用设施 0809 and 公园与绿地 0810,供应计划的用途大类；GB/T 21010的08含0809公用设施用地、0810公园与绿地
GB/T21010-2017,0801,机关团体用地,MNR-2023,0801,机关团体用地,1:1,high,transcription+cctool,,
GB/T21010-2017,0802,新闻出版用地,MNR-2023,0801,机关团体用地,1:n,low,transcription+cctool,"in MNR-2023 the code 0802 is 科研用地; 三调 08H1 机关团体新闻出版 -> 0801 in one tool; stations -> 1308, publishers/media -> 0902",2023年代码0802指科研用地；三调08H1机关团体新闻出版用地有的归0801；广播电视台归1308，出版传媒归0902
GB/T21010-2017,0802,新闻出版用地,MNR-2023,0902,商务金融用地,1:n,low,transcription+cctool,"in MNR-2023 the code 0802 is 科研用地; 三调 08H1 机关团体新闻出版 -> 0801 in one tool; stations -> 1308, publishers/media -> 0902",2023年代码0802指科研用地；三调08H1机关团体新闻出版用地有的归0801；广播电视台归1308，出版传媒归0902
GB/T21010-2017,0802,新闻出版用地,MNR-2023,1308,广播电视设施用地,1:n,low,transcription+cctool,"in MNR-2023 the code 0802 is 科研用地; 三调 08H1 机关团体新闻出版 -> 0801 in one tool; stations -> 1308, publishers/media -> 0902",2023年代码0802指科研用地；三调08H1机关团体新闻出版用地有的归0801；广播电视台归1308，出版传媒归0902
GB/T21010-2017,0803,教育用地,MNR-2023,0804,教育用地,refined,high,own,in MNR-2023 the code 0803 is 文化用地,2023年代码0803指文化用地
GB/T21010-2017,0804,科研用地,MNR-2023,0802,科研用地,1:1,high,own,in MNR-2023 the code 0804 is 教育用地,2023年代码0804指教育用地
GB/T21010-2017,0805,医疗卫生用地,MNR-2023,0806,医疗卫生用地,1:1,high,own,in MNR-2023 the code 0805 is 体育用地,2023年代码0805指体育用地
GB/T21010-2017,0806,社会福利用地,MNR-2023,0807,社会福利用地,1:1,high,own,in MNR-2023 the code 0806 is 医疗卫生用地,2023年代码0806指医疗卫生用地
GB/T21010-2017,0807,文化设施用地,MNR-2023,0803,文化用地,1:1,high,own,in MNR-2023 the code 0807 is 社会福利用地,2023年代码0807指社会福利用地
GB/T21010-2017,0808,体育用地,MNR-2023,0805,体育用地,1:1,high,own,one tool marks 三调 08H2 科教文卫 as to be divided by a person,三调08H2科教文卫用地需人工细分
GB/T21010-2017,0809,公用设施用地,MNR-2023,13,公用设施用地,refined,high,transcription+cctool,needs facility type; one tool leaves it to a person,须知设施类型，需人工判断
GB/T21010-2017,0810,公园与绿地,MNR-2023,1401,公园绿地,1:n,high,transcription+cctool,三调 0810A 广场用地 -> 1403,三调0810A广场用地归1403
GB/T21010-2017,0810,公园与绿地,MNR-2023,1402,防护绿地,1:n,high,transcription+cctool,三调 0810A 广场用地 -> 1403,三调0810A广场用地归1403
GB/T21010-2017,0810,公园与绿地,MNR-2023,1403,广场用地,1:n,high,transcription+cctool,三调 0810A 广场用地 -> 1403,三调0810A广场用地归1403
GB/T21010-2017,09,特殊用地,MNR-2023,15,特殊用地,1:1,high,supply-plan,use group of supply plans,供应计划的用途大类
GB/T21010-2017,0901,军事设施用地,MNR-2023,1501,军事设施用地,1:1,high,own,in MNR-2023 the code 0901 is 商业用地,2023年代码0901指商业用地
GB/T21010-2017,0902,使领馆用地,MNR-2023,1502,使领馆用地,1:1,high,own,in MNR-2023 the code 0902 is 商务金融用地,2023年代码0902指商务金融用地
GB/T21010-2017,0903,监教场所用地,MNR-2023,1505,监教场所用地,1:1,high,own,in MNR-2023 the code 0903 is 娱乐用地,2023年代码0903指娱乐用地
GB/T21010-2017,0904,宗教用地,MNR-2023,1503,宗教用地,1:1,high,own,in MNR-2023 the code 0904 is 其他商业服务业用地,2023年代码0904指其他商业服务业用地
GB/T21010-2017,0905,殡葬用地,MNR-2023,1506,殡葬用地,1:1,high,own,,
GB/T21010-2017,0906,风景名胜设施用地,MNR-2023,1507,其他特殊用地,1:n,low,own,scenic-area management facilities,风景名胜区管理服务设施
GB/T21010-2017,0906,风景名胜设施用地,MNR-2023,1504,文物古迹用地,1:n,low,own,scenic-area management facilities,风景名胜区管理服务设施
GB/T21010-2017,10,交通运输用地,MNR-2023,12,交通运输用地,1:1,high,supply-plan,use group of supply plans,供应计划的用途大类
GB/T21010-2017,1001,铁路用地,MNR-2023,1201,铁路用地,1:1,high,transcription+cctool,in MNR-2023 the code 1001 is 工业用地,2023年代码1001指工业用地
GB/T21010-2017,1002,轨道交通用地,MNR-2023,1206,城市轨道交通用地,1:1,high,transcription+cctool,in MNR-2023 the code 1002 is 采矿用地,2023年代码1002指采矿用地
GB/T21010-2017,1003,公路用地,MNR-2023,1202,公路用地,1:1,high,transcription+cctool,in MNR-2023 the code 1003 is 盐田,2023年代码1003指盐田
GB/T21010-2017,1004,城镇村道路用地,MNR-2023,1207,城镇村道路用地,1:1,high,transcription+cctool,,
GB/T21010-2017,1005,交通服务场站用地,MNR-2023,1208,交通场站用地,1:n,medium-high,transcription+cctool,one tool leaves it to a person,需人工判断
GB/T21010-2017,1005,交通服务场站用地,MNR-2023,1209,其他交通设施用地,1:n,medium-high,transcription+cctool,one tool leaves it to a person,需人工判断
GB/T21010-2017,1006,农村道路,MNR-2023,0601,农村道路,refined,high,transcription+cctool,060101 村道 / 060102 田间道 by width and use; one tool leaves it to a person,按路宽和用途分为060101村道用地、060102田间道，需人工判断
GB/T21010-2017,1007,机场用地,MNR-2023,1203,机场用地,1:1,high,transcription+cctool,,
GB/T21010-2017,1008,港口码头用地,MNR-2023,1204,港口码头用地,1:1,high,transcription+cctool,,
GB/T21010-2017,1009,管道运输用地,MNR-2023,1205,管道运输用地,1:1,high,transcription+cctool,,
GB/T21010-2017,11,水域及水利设施用地,MNR-2023,17,陆地水域,1:n,medium,supply-plan,use group of supply plans,供应计划的用途大类
GB/T21010-2017,11,水域及水利设施用地,MNR-2023,1311,水工设施用地,1:n,medium,supply-plan,use group of supply plans,供应计划的用途大类
GB/T21010-2017,1101,河流水面,MNR-2023,1701,河流水面,1:1,high,transcription+cctool,in MNR-2023 the code 1101 is 物流仓储用地,2023年代码1101指物流仓储用地
GB/T21010-2017,1102,湖泊水面,MNR-2023,1702,湖泊水面,1:1,high,transcription+cctool,in MNR-2023 the code 1102 is 储备库用地,2023年代码1102指储备库用地
GB/T21010-2017,1103,水库水面,MNR-2023,1703,水库水面,1:1,high,transcription+cctool,,
GB/T21010-2017,1104,坑塘水面,MNR-2023,1704,坑塘水面,1:1,high,transcription+cctool,,
GB/T21010-2017,1105,沿海滩涂,MNR-2023,0505,沿海滩涂,1:1,high,transcription+cctool,,
GB/T21010-2017,1106,内陆滩涂,MNR-2023,0506,内陆滩涂,1:1,high,transcription+cctool,,
GB/T21010-2017,1107,沟渠,MNR-2023,1705,沟渠,1:1,high,transcription+cctool,,
GB/T21010-2017,1108,沼泽地,MNR-2023,0504,其他沼泽地,1:1,high,transcription+cctool,,
GB/T21010-2017,1109,水工建筑用地,MNR-2023,1311,水工设施用地,1:1,high,transcription+cctool,,
GB/T21010-2017,1110,冰川及永久积雪,MNR-2023,1706,冰川及常年积雪,1:1,high,transcription+cctool,,
GB/T21010-2017,12,其他土地,MNR-2023,23,其他土地,narrower,medium,own,facility farmland went to 0602,设施农用地转入0602
GB/T21010-2017,1201,空闲地,MNR-2023,2301,空闲地,1:1,high,transcription+cctool,in MNR-2023 the code 1201 is 铁路用地,2023年代码1201指铁路用地
GB/T21010-2017,1202,设施农用地,MNR-2023,0602,设施农用地,refined,high,transcription+cctool,in MNR-2023 the code 1202 is 公路用地; 060201-03 by use; one tool leaves it to a person,2023年代码1202指公路用地；按用途分为060201至060203，需人工判断
GB/T21010-2017,1203,田坎,MNR-2023,2303,田坎,1:1,high,transcription+cctool,in MNR-2023 the code 1203 is 机场用地,2023年代码1203指机场用地
GB/T21010-2017,1204,盐碱地,MNR-2023,2304,盐碱地,1:1,high,transcription+cctool,in MNR-2023 the code 1204 is 港口码头用地,2023年代码1204指港口码头用地
GB/T21010-2017,1205,沙地,MNR-2023,2305,沙地,1:1,high,transcription+cctool,in MNR-2023 the code 1205 is 管道运输用地,2023年代码1205指管道运输用地
GB/T21010-2017,1206,裸土地,MNR-2023,2306,裸土地,1:1,high,transcription+cctool,in MNR-2023 the code 1206 is 城市轨道交通用地,2023年代码1206指城市轨道交通用地
GB/T21010-2017,1207,裸岩石砾地,MNR-2023,2307,裸岩石砾地,1:1,high,transcription+cctool,in MNR-2023 the code 1207 is 城镇村道路用地,2023年代码1207指城镇村道路用地
GB50137-2011,H,建设用地,,,,aggregate,none,own,"a sum for statistics, not a parcel use",统计汇总项，不是地块用途
GB50137-2011,H1,城乡居民点建设用地,,,,aggregate,none,own,"a sum for statistics, not a parcel use",统计汇总项，不是地块用途
GB50137-2011,H11,城市建设用地,,,,aggregate,none,own,"statistical aggregate, not a parcel use",统计汇总项，不是地块用途
GB50137-2011,H12,镇建设用地,,,,aggregate,none,own,,
GB50137-2011,H13,乡建设用地,,,,aggregate,none,own,,
GB50137-2011,H14,村庄建设用地,MNR-2023,0703,农村宅基地,aggregate,low,own,village land is split over many 2023 classes,村庄建设用地在2023年分属多类
GB50137-2011,H14,村庄建设用地,MNR-2023,0704,农村社区服务设施用地,aggregate,low,own,village land is split over many 2023 classes,村庄建设用地在2023年分属多类
GB50137-2011,H14,村庄建设用地,MNR-2023,1207,城镇村道路用地,aggregate,low,own,village land is split over many 2023 classes,村庄建设用地在2023年分属多类
GB50137-2011,H14,村庄建设用地,MNR-2023,060101,村道用地,aggregate,low,own,village land is split over many 2023 classes,村庄建设用地在2023年分属多类
GB50137-2011,H2,区域交通设施用地,MNR-2023,1201,铁路用地,1:n,medium,own,,
GB50137-2011,H2,区域交通设施用地,MNR-2023,1202,公路用地,1:n,medium,own,,
GB50137-2011,H2,区域交通设施用地,MNR-2023,1203,机场用地,1:n,medium,own,,
GB50137-2011,H2,区域交通设施用地,MNR-2023,1204,港口码头用地,1:n,medium,own,,
GB50137-2011,H2,区域交通设施用地,MNR-2023,1205,管道运输用地,1:n,medium,own,,
GB50137-2011,H21,铁路用地,MNR-2023,1201,铁路用地,1:1,high,own,,
GB50137-2011,H22,公路用地,MNR-2023,1202,公路用地,1:1,high,own,,
GB50137-2011,H23,港口用地,MNR-2023,1204,港口码头用地,1:1,high,own,,
GB50137-2011,H24,机场用地,MNR-2023,1203,机场用地,1:1,high,own,,
GB50137-2011,H25,管道运输用地,MNR-2023,1205,管道运输用地,1:1,high,own,,
GB50137-2011,H3,区域公用设施用地,MNR-2023,13,公用设施用地,1:n,low,own,energy / water works / cemetery / waste: split by facility,能源、水工、殡葬、环卫，按设施拆分
GB50137-2011,H3,区域公用设施用地,MNR-2023,1506,殡葬用地,1:n,low,own,energy / water works / cemetery / waste: split by facility,能源、水工、殡葬、环卫，按设施拆分
GB50137-2011,H4,特殊用地,MNR-2023,1501,军事设施用地,1:n,medium,own,,
GB50137-2011,H4,特殊用地,MNR-2023,1505,监教场所用地,1:n,medium,own,,
GB50137-2011,H41,军事用地,MNR-2023,1501,军事设施用地,1:1,high,own,,
GB50137-2011,H42,安保用地,MNR-2023,1505,监教场所用地,1:1,medium-high,own,"prisons, detention; not police stations",监狱、看守所等，不含派出所
GB50137-2011,H5,采矿用地,MNR-2023,1002,采矿用地,1:1,high,own,,
GB50137-2011,H9,其他建设用地,MNR-2023,1507,其他特殊用地,1:n,low,own,"border ports, scenic-area service facilities",口岸、风景区服务设施
GB50137-2011,H9,其他建设用地,MNR-2023,0904,其他商业服务业用地,1:n,low,own,"border ports, scenic-area service facilities",口岸、风景区服务设施
GB50137-2011,E,非建设用地,,,,aggregate,none,own,"a sum for statistics, not a parcel use",统计汇总项，不是地块用途
GB50137-2011,E1,水域,MNR-2023,17,陆地水域,1:n,medium,own,,
GB50137-2011,E1,水域,MNR-2023,0505,沿海滩涂,1:n,medium,own,,
GB50137-2011,E1,水域,MNR-2023,0506,内陆滩涂,1:n,medium,own,,
GB50137-2011,E11,自然水域,MNR-2023,1701,河流水面,1:n,medium,own,,
GB50137-2011,E11,自然水域,MNR-2023,1702,湖泊水面,1:n,medium,own,,
GB50137-2011,E11,自然水域,MNR-2023,0505,沿海滩涂,1:n,medium,own,,
GB50137-2011,E11,自然水域,MNR-2023,0506,内陆滩涂,1:n,medium,own,,
GB50137-2011,E11,自然水域,MNR-2023,1706,冰川及常年积雪,1:n,medium,own,,
GB50137-2011,E12,水库,MNR-2023,1703,水库水面,1:1,high,own,,
GB50137-2011,E13,坑塘沟渠,MNR-2023,1704,坑塘水面,1:n,high,own,,
GB50137-2011,E13,坑塘沟渠,MNR-2023,1705,沟渠,1:n,high,own,,
GB50137-2011,E2,农林用地,MNR-2023,01,耕地,1:n,medium,own,,
GB50137-2011,E2,农林用地,MNR-2023,02,园地,1:n,medium,own,,
GB50137-2011,E2,农林用地,MNR-2023,03,林地,1:n,medium,own,,
GB50137-2011,E2,农林用地,MNR-2023,04,草地,1:n,medium,own,,
GB50137-2011,E2,农林用地,MNR-2023,06,农业设施建设用地,1:n,medium,own,,
GB50137-2011,E9,其他非建设用地,MNR-2023,23,其他土地,1:1,medium,own,,
GB50137-2011,R,居住用地,MNR-2023,07,居住用地,broader,medium,own,07 also holds rural homesteads (0703/0704),07还包括农村宅基地0703和农村社区服务设施用地0704
GB50137-2011,R1,一类居住用地,MNR-2023,070101,一类城镇住宅用地,1:n,medium,own,R1 = housing + its service facilities,R1含住宅及其服务设施
GB50137-2011,R1,一类居住用地,MNR-2023,0702,城镇社区服务设施用地,1:n,medium,own,R1 = housing + its service facilities,R1含住宅及其服务设施
GB50137-2011,R11,一类住宅用地,MNR-2023,070101,一类城镇住宅用地,1:1,high,own,,
GB50137-2011,R12,一类服务设施用地,MNR-2023,0702,城镇社区服务设施用地,1:n,medium,own,R12 included kindergartens (幼托); 2023 has its own 080404,R12含幼托，2023年幼儿园单列为080404
GB50137-2011,R12,一类服务设施用地,MNR-2023,080404,幼儿园用地,1:n,medium,own,R12 included kindergartens (幼托); 2023 has its own 080404,R12含幼托，2023年幼儿园单列为080404
GB50137-2011,R2,二类居住用地,MNR-2023,070102,二类城镇住宅用地,1:n,medium,own,practice: plot coded R2 -> 070102 unless it is only a facility plot,实践中R2地块归070102，纯服务设施地块除外
GB50137-2011,R2,二类居住用地,MNR-2023,0702,城镇社区服务设施用地,1:n,medium,own,practice: plot coded R2 -> 070102 unless it is only a facility plot,实践中R2地块归070102，纯服务设施地块除外
GB50137-2011,R21,二类住宅用地,MNR-2023,070102,二类城镇住宅用地,1:1,high,own,,
GB50137-2011,R22,二类服务设施用地,MNR-2023,0702,城镇社区服务设施用地,1:n,medium,own,R22 included 幼托; some cities sub-code it R22a etc.,R22含幼托，部分城市另编R22a等
GB50137-2011,R22,二类服务设施用地,MNR-2023,080404,幼儿园用地,1:n,medium,own,R22 included 幼托; some cities sub-code it R22a etc.,R22含幼托，部分城市另编R22a等
GB50137-2011,R3,三类居住用地,MNR-2023,070103,三类城镇住宅用地,1:n,medium,own,,
GB50137-2011,R3,三类居住用地,MNR-2023,0702,城镇社区服务设施用地,1:n,medium,own,,
GB50137-2011,R31,三类住宅用地,MNR-2023,070103,三类城镇住宅用地,1:1,high,own,,
GB50137-2011,R32,三类服务设施用地,MNR-2023,0702,城镇社区服务设施用地,1:n,medium,own,,
GB50137-2011,R32,三类服务设施用地,MNR-2023,080404,幼儿园用地,1:n,medium,own,,
GB50137-2011,A,公共管理与公共服务用地,MNR-2023,08,公共管理与公共服务用地,narrower,medium,own,A7/A8/A9 leave class 08 for class 15,A7、A8、A9由08转入15
GB50137-2011,A1,行政办公用地,MNR-2023,0801,机关团体用地,1:1,high,own,,
GB50137-2011,A2,文化设施用地,MNR-2023,0803,文化用地,1:1,high,own,,
GB50137-2011,A21,图书展览用地,MNR-2023,080301,图书与展览用地,1:1,high,own,,
GB50137-2011,A22,文化活动用地,MNR-2023,080302,文化活动用地,1:1,high,own,,
GB50137-2011,A3,教育科研用地,MNR-2023,0804,教育用地,1:n,high,own,research is a separate class 0802,科研用地单列为0802
GB50137-2011,A3,教育科研用地,MNR-2023,0802,科研用地,1:n,high,own,research is a separate class 0802,科研用地单列为0802
GB50137-2011,A31,高等院校用地,MNR-2023,080401,高等教育用地,1:1,high,own,,
GB50137-2011,A32,中等专业学校用地,MNR-2023,080402,中等职业教育用地,1:1,high,own,,
GB50137-2011,A33,中小学用地,MNR-2023,080403,中小学用地,1:1,high,own,local sub-codes A331/A332/A333/A334/A335 (小学/中学/九年一贯/初中/高中) also -> 080403,地方细分的A331至A335（小学、中学、九年一贯制、初中、高中）也归080403
GB50137-2011,A34,特殊教育用地,MNR-2023,080405,其他教育用地,1:1,medium-high,own,080405 其他教育用地 is the class that holds special-education schools,特殊教育学校归入080405其他教育用地
GB50137-2011,A35,科研用地,MNR-2023,0802,科研用地,1:1,high,own,,
GB50137-2011,A4,体育用地,MNR-2023,0805,体育用地,1:1,high,own,,
GB50137-2011,A41,体育场馆用地,MNR-2023,080501,体育场馆用地,1:1,high,own,,
GB50137-2011,A42,体育训练用地,MNR-2023,080502,体育训练用地,1:1,high,own,,
GB50137-2011,A5,医疗卫生用地,MNR-2023,0806,医疗卫生用地,1:1,high,own,,
GB50137-2011,A51,医院用地,MNR-2023,080601,医院用地,1:n,medium,own,"A51 covered 社区卫生服务中心 (local A513), which is 080602 in 2023",A51含社区卫生服务中心（部分地方编为A513），2023年归080602
GB50137-2011,A51,医院用地,MNR-2023,080602,基层医疗卫生设施用地,1:n,medium,own,"A51 covered 社区卫生服务中心 (local A513), which is 080602 in 2023",A51含社区卫生服务中心（部分地方编为A513），2023年归080602
GB50137-2011,A52,卫生防疫用地,MNR-2023,080603,公共卫生用地,1:1,medium-high,own,,
GB50137-2011,A53,特殊医疗用地,MNR-2023,080601,医院用地,n:1,medium,own,infectious/psychiatric hospitals,传染病、精神病等专科医院
GB50137-2011,A59,其他医疗卫生用地,MNR-2023,080603,公共卫生用地,n:1,medium,own,"emergency centres, blood banks",急救中心、血库
GB50137-2011,A6,社会福利设施用地,MNR-2023,0807,社会福利用地,refined,high,own,A6 has no subtype; choose 080701-04 from the facility,A6不再细分，按设施在080701至080704中选择
GB50137-2011,A7,文物古迹用地,MNR-2023,1504,文物古迹用地,1:1,high,own,,
GB50137-2011,A8,外事用地,MNR-2023,1502,使领馆用地,1:1,high,own,,
GB50137-2011,A9,宗教设施用地,MNR-2023,1503,宗教用地,1:1,high,own,,
GB50137-2011,B,商业服务业设施用地,MNR-2023,09,商业服务业用地,1:1,high,own,,
GB50137-2011,B1,商业用地,MNR-2023,0901,商业用地,1:1,high,own,,
GB50137-2011,B11,零售商业用地,MNR-2023,090101,零售商业用地,1:1,high,own,,
GB50137-2011,B12,批发市场用地,MNR-2023,090102,批发市场用地,1:1,high,own,,
GB50137-2011,B13,餐饮用地,MNR-2023,090103,餐饮用地,1:1,high,own,,
GB50137-2011,B14,旅馆用地,MNR-2023,090104,旅馆用地,1:1,high,own,,
GB50137-2011,B2,商务用地,MNR-2023,0902,商务金融用地,1:1,high,own,,
GB50137-2011,B21,金融保险用地,MNR-2023,0902,商务金融用地,n:1,high,own,,
GB50137-2011,B22,艺术传媒用地,MNR-2023,0902,商务金融用地,n:1,medium,own,,
GB50137-2011,B29,其他商务用地,MNR-2023,0902,商务金融用地,n:1,medium-high,own,,
GB50137-2011,B3,娱乐康体用地,MNR-2023,0903,娱乐用地,1:1,medium,own,"2020 0903 was 娱乐康体用地; 2023 0903 is 娱乐用地 only, so 康体 may belong to 0904 or 0805",2020试行0903为娱乐康体用地，2023年0903只指娱乐用地，康体可能归0904或0805
GB50137-2011,B31,娱乐用地,MNR-2023,0903,娱乐用地,1:1,high,own,,
GB50137-2011,B32,康体用地,MNR-2023,0903,娱乐用地,1:n,low,own,see B3; one tool sends 2020 090302 康体 to 0903,见B3；有工具把2020试行090302康体用地归0903
GB50137-2011,B32,康体用地,MNR-2023,0904,其他商业服务业用地,1:n,low,own,see B3; one tool sends 2020 090302 康体 to 0903,见B3；有工具把2020试行090302康体用地归0903
GB50137-2011,B4,公用设施营业网点用地,MNR-2023,090105,公用设施营业网点用地,1:1,high,own,,
GB50137-2011,B41,加油加气站用地,MNR-2023,090105,公用设施营业网点用地,n:1,high,own,,
GB50137-2011,B49,其他公用设施营业网点用地,MNR-2023,090105,公用设施营业网点用地,n:1,high,own,,
GB50137-2011,B9,其他服务设施用地,MNR-2023,0904,其他商业服务业用地,1:1,high,own,,
GB50137-2011,M,工业用地,MNR-2023,1001,工业用地,1:1,high,own,,
GB50137-2011,M0,新型产业用地,MNR-2023,100101,一类工业用地,mixed,low,cctool,not a national class; one tool writes it as the mixed code 100101+0902 or 1001+0902; many provinces keep 100101 with a local suffix,不是国家标准的类；有的写作混合代码100101+0902或1001+0902，不少省用100101加地方后缀
GB50137-2011,M0,新型产业用地,MNR-2023,0902,商务金融用地,mixed,low,cctool,not a national class; one tool writes it as the mixed code 100101+0902 or 1001+0902; many provinces keep 100101 with a local suffix,不是国家标准的类；有的写作混合代码100101+0902或1001+0902，不少省用100101加地方后缀
GB50137-2011,M1,一类工业用地,MNR-2023,100101,一类工业用地,1:1,high,own,,
GB50137-2011,M2,二类工业用地,MNR-2023,100102,二类工业用地,1:1,high,own,,
GB50137-2011,M3,三类工业用地,MNR-2023,100103,三类工业用地,1:1,high,own,,
GB50137-2011,W,物流仓储用地,MNR-2023,1101,物流仓储用地,1:1,high,own,,
GB50137-2011,W1,一类物流仓储用地,MNR-2023,110101,一类物流仓储用地,1:1,high,own,,
GB50137-2011,W2,二类物流仓储用地,MNR-2023,110102,二类物流仓储用地,1:1,high,own,,
GB50137-2011,W3,三类物流仓储用地,MNR-2023,110103,三类物流仓储用地,1:1,high,own,,
GB50137-2011,S,道路与交通设施用地,MNR-2023,12,交通运输用地,broader,medium,own,12 also holds regional transport (H2),12还包括区域交通（H2）
GB50137-2011,S1,城市道路用地,MNR-2023,1207,城镇村道路用地,1:1,high,own,"2023 1207 = 城镇村道路用地, wider than S1",2023年1207为城镇村道路用地，范围比S1宽
GB50137-2011,S2,城市轨道交通用地,MNR-2023,1206,城市轨道交通用地,1:1,high,own,,
GB50137-2011,S3,交通枢纽用地,MNR-2023,120801,对外交通场站用地,1:1,medium-high,own,local S31/S32/S33 also -> 120801,地方细分的S31、S32、S33也归120801
GB50137-2011,S4,交通场站用地,MNR-2023,1208,交通场站用地,broader,high,own,,
GB50137-2011,S41,公共交通场站用地,MNR-2023,120802,公共交通场站用地,1:1,high,own,,
GB50137-2011,S42,社会停车场用地,MNR-2023,120803,社会停车场用地,1:1,high,own,,
GB50137-2011,S9,其他交通设施用地,MNR-2023,1209,其他交通设施用地,1:1,high,own,,
GB50137-2011,U,公用设施用地,MNR-2023,13,公用设施用地,1:1,medium-high,own,,
GB50137-2011,U1,供应设施用地,MNR-2023,13,公用设施用地,broader,high,own,choose by sub-class,按小类选择
GB50137-2011,U11,供水用地,MNR-2023,1301,供水用地,1:1,high,own,,
GB50137-2011,U12,供电用地,MNR-2023,1303,供电用地,1:1,high,own,,
GB50137-2011,U13,供燃气用地,MNR-2023,1304,供燃气用地,1:1,high,own,,
GB50137-2011,U14,供热用地,MNR-2023,1305,供热用地,1:1,high,own,,
GB50137-2011,U15,通信用地,MNR-2023,1306,通信用地,1:n,medium,own,U15 of 2011 includes post offices; 2023 has 1307 邮政用地,2011年U15含邮政，2023年单列1307邮政用地
GB50137-2011,U15,通信用地,MNR-2023,1307,邮政用地,1:n,medium,own,U15 of 2011 includes post offices; 2023 has 1307 邮政用地,2011年U15含邮政，2023年单列1307邮政用地
GB50137-2011,U16,广播电视用地,MNR-2023,1308,广播电视设施用地,1:1,high,own,,
GB50137-2011,U2,环境设施用地,MNR-2023,1302,排水用地,1:n,high,own,,
GB50137-2011,U2,环境设施用地,MNR-2023,1309,环卫用地,1:n,high,own,,
GB50137-2011,U21,排水用地,MNR-2023,1302,排水用地,1:1,high,own,,
GB50137-2011,U22,环卫用地,MNR-2023,1309,环卫用地,1:1,high,own,,
GB50137-2011,U3,安全设施用地,MNR-2023,1310,消防用地,1:n,high,own,,
GB50137-2011,U3,安全设施用地,MNR-2023,1311,水工设施用地,1:n,high,own,,
GB50137-2011,U31,消防用地,MNR-2023,1310,消防用地,1:1,high,own,,
GB50137-2011,U32,防洪用地,MNR-2023,1311,水工设施用地,1:1,medium-high,own,2020 trial code was 1312; in 2023 1312 means 其他公用设施用地,2020试行代码为1312，2023年1312指其他公用设施用地
GB50137-2011,U9,其他公用设施用地,MNR-2023,1312,其他公用设施用地,1:1,high,own,2020 trial code was 1313,2020试行代码为1313
GB50137-2011,G,绿地与广场用地,MNR-2023,14,绿地与开敞空间用地,1:1,high,own,,
GB50137-2011,G1,公园绿地,MNR-2023,1401,公园绿地,1:1,high,own,,
GB50137-2011,G2,防护绿地,MNR-2023,1402,防护绿地,1:1,high,own,,
GB50137-2011,G3,广场用地,MNR-2023,1403,广场用地,1:1,high,own,,
SURVEY-3,0508,物流仓储用地,MNR-2023,1101,物流仓储用地,1:1,high,transcription+cctool,,
SURVEY-3,05H1,商业服务业设施用地,MNR-2023,09,商业服务业用地,refined,high,transcription+cctool,one tool: 09; some provinces put part to 0702/0704 (安徽村庄规划指南),有工具归09，部分省把一部分归0702、0704（安徽村庄规划指南）
SURVEY-3,0810A,广场用地,MNR-2023,1403,广场用地,1:1,high,transcription+cctool,,
SURVEY-3,08H1,机关团体新闻出版用地,MNR-2023,0801,机关团体用地,1:1,medium,transcription+cctool,,
SURVEY-3,08H2,科教文卫用地,MNR-2023,0802,科研用地,1:n,high,transcription+cctool,to be divided by a person,需人工细分
SURVEY-3,08H2,科教文卫用地,MNR-2023,0803,文化用地,1:n,high,transcription+cctool,to be divided by a person,需人工细分
SURVEY-3,08H2,科教文卫用地,MNR-2023,0804,教育用地,1:n,high,transcription+cctool,to be divided by a person,需人工细分
SURVEY-3,08H2,科教文卫用地,MNR-2023,0805,体育用地,1:n,high,transcription+cctool,to be divided by a person,需人工细分
SURVEY-3,08H2,科教文卫用地,MNR-2023,0806,医疗卫生用地,1:n,high,transcription+cctool,to be divided by a person,需人工细分
SURVEY-3,08H2,科教文卫用地,MNR-2023,0807,社会福利用地,1:n,high,transcription+cctool,to be divided by a person,需人工细分
SURVEY-3,08H2A,高教用地,MNR-2023,080401,高等教育用地,1:1,medium-high,transcription+cctool,,
SURVEY-3,09,特殊用地,MNR-2023,15,特殊用地,refined,high,transcription+cctool,in MNR-2023 the code 09 is 商业服务业用地; to be divided by a person,2023年代码09指商业服务业用地；需人工细分
SURVEY-3,1104A,养殖坑塘,MNR-2023,1704,坑塘水面,n:1,high,transcription+cctool,,
SURVEY-3,1107A,干渠,MNR-2023,1311,水工设施用地,n:1,medium,transcription+cctool,one tool: 水工设施用地,有工具归水工设施用地
SURVEY-3,1208,后备耕地,MNR-2023,2302,后备耕地,1:1,high,transcription+cctool,in MNR-2023 the code 1208 is 交通场站用地; code 1208 后备耕地 seen in 国土变更调查 data,2023年代码1208指交通场站用地；1208后备耕地见于国土变更调查数据
"""#
}
