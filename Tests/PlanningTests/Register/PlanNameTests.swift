import Terms
import Planning
import Testing

@Suite("The name of a plan")
struct PlanNameTests {
  @Test(
    "An adjusting document's name has the key of the plan it adjusts",
    arguments: [
      "样县县城（城北片区）控制性详细规划",
      "《吕梁市样县县城（城北片区）控制性详细规划》",
      "样县县城(城北片区)控制性详细规划 03-02、03-04、03-07 等地块规划调整",
      "样县县城（城北片区）LC-36-01、\nLC-38-02等地块控制性详细规划调整方案",
      "样县县城（城北片区）003-1、003-2地块控制性详细规划（调整）",
      "县城（城北片区）控制性详细规划局部地块规划调整",
      "样县县城（城北片区）控制性详细规划（2021-2035年）",
      "县城（城北片区）控规局部调整",
    ])
  func adjusted(name: String) {
    #expect(PlanName.key(name) == "县城(城北片区)控制性详细规划")
  }

  @Test("Plans that differ in more than words of adjustment have different keys")
  func different() {
    let names = [
      "样县县城（城北片区）控制性详细规划", "样县县城（老城区）控制性详细规划", "样县县城控制性详细规划",
      "样县甲镇、乙镇8个地块实施性详细规划", "样县甲镇国土空间总体规划",
    ]
    #expect(Set(names.compactMap { PlanName.key($0) }).count == names.count)
  }

  @Test("A count of parcels is a part of the name, a list of numbers is not")
  func counts() {
    #expect(PlanName.key("甲镇8个地块实施性详细规划") == "甲镇8个地块实施性详细规划")
    #expect(PlanName.key("甲镇A-01号地块实施性详细规划") == "甲镇实施性详细规划")
  }

  @Test("A name of adjustment alone is no plan's")
  func empty() {
    #expect(PlanName.key("") == nil)
    #expect(PlanName.key("调整") == "调整")
  }
}

@Suite("The county of a document")
struct CountyNameTests {
  @Test(
    "It is told from the issuer",
    arguments: [
      ("中阳县人民政府", "中阳县"), ("山西省吕梁市中阳县人民政府办公室", "中阳县"), ("孝义市人民政府", "孝义市"),
      ("徐州市铜山区人民政府", "铜山区"), ("大同市云州区人民政府", "云州区"), ("荆州市沙市区人民政府", "沙市区"),
      ("内蒙古自治区鄂尔多斯市准格尔旗人民政府", "准格尔旗"), ("泽州县自然资源局", "泽州县"),
      ("济宁市市中区人民政府", "市中区"), ("临夏回族自治州东乡族自治县人民政府", "东乡族自治县"), ("盂县人民政府", "盂县"),
      ("洛阳市老城区人民政府", "老城区"),
    ])
  func issuer(text: String, county: String) {
    var document = LandDocument(
      title: "批复", kind: .other, place: SourcePlace(file: "", lineStart: 1, lineEnd: 1))
    document.issuer = text
    #expect(CountyName.of(document) == county)
  }

  @Test("Districts of a plan and lists of addressees are no counties")
  func none() {
    for text in ["各乡镇，县直各有关单位", "各县（市、区）人民政府", "中心城区控制性详细规划", "自然资源局"] {
      let document = LandDocument(
        title: text, kind: .other, place: SourcePlace(file: "", lineStart: 1, lineEnd: 1))
      #expect(CountyName.of(document) == nil, "\(text)")
    }
  }

  @Test("Without an issuer it is told from the addressee, then from the title")
  func order() {
    var document = LandDocument(
      title: "关于中阳县县城（老城区）控制性详细规划的批复", kind: .other,
      place: SourcePlace(file: "", lineStart: 1, lineEnd: 1))
    #expect(CountyName.of(document) == "中阳县")
    document.addressee = "柳林县自然资源局"
    #expect(CountyName.of(document) == "柳林县")
  }
}
