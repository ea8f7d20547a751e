import Exchange
import Planning
import Terms
import TestSupport
import Testing

@Suite("Map styles")
struct StyleTests {
  let parcels = MapStyle.parcels(uses: [
    MapStyle.Use(scheme: .mnr2023, code: "1401", name: "公园绿地"),
    MapStyle.Use(
      scheme: .mnr2023, code: "070102/0702", name: "二类城镇住宅用地/城镇社区服务设施用地"),
    MapStyle.Use(scheme: .mnr2023, code: "9999", name: nil),
    MapStyle.Use(scheme: .mnr2023, code: "1401", name: "另一个名称"),
  ])

  @Test func parcelsAreColouredByUseInQML() throws {
    try Golden.check(QMLStyle.text(parcels), "styles/parcels.qml")
  }

  @Test func parcelsAreColouredByUseInSLD() throws {
    try Golden.check(SLDStyle.text(parcels, layer: "parcels"), "styles/parcels.sld")
  }

  @Test func farmlandIsHatched() throws {
    let style = MapStyle.layer(
      .permanentBasicFarmland, title: "永久基本农田", isSchematic: true)
    try Golden.check(QMLStyle.text(style), "styles/farmland.qml")
  }

  @Test func farmlandIsHatchedInSLDToo() throws {
    let style = MapStyle.layer(
      .permanentBasicFarmland, title: "永久基本农田", isSchematic: true)
    try Golden.check(SLDStyle.text(style, layer: "farmland"), "styles/farmland.sld")
  }

  @Test func aSchematicLayerSaysSoOnce() {
    func name(_ title: String, _ isSchematic: Bool) -> String {
      MapStyle.layer(.growthBoundary, title: title, isSchematic: isSchematic).name
    }
    #expect(name("城镇开发边界", true) == "城镇开发边界（示意）")
    #expect(name("城镇开发边界（示意）", true) == "城镇开发边界（示意）")
    #expect(name("城镇开发边界", false) == "城镇开发边界")
  }

  @Test func aCodeIsAskedForOnce() {
    #expect(parcels.categories.map(\.value) == ["070102/0702", "1401", "9999"])
    #expect(parcels.categories[2].symbol.fill == LandUseColours.unknown)
  }

  @Test func whatXMLCannotHoldDoesNotReachIt() {
    let style = MapStyle.layer(.other, title: "a<b>&\"c\"\u{1}'d'\n")
    let text = QMLStyle.text(style) + SLDStyle.text(style, layer: "x<&>")
    #expect(SLDStyle.text(style, layer: "x<&>").contains("<se:Name>x&lt;&amp;&gt;</se:Name>"))
    #expect(text.contains("a&lt;b&gt;&amp;&quot;c&quot;\u{FFFD}'d'&#10;"))
    #expect(!text.contains("\u{1}"))
  }

  @Test(arguments: LayerRole.allCases)
  func everyRoleHasAStyleForEveryShape(role: LayerRole) {
    for (shape, qml, sld) in [
      (MapStyle.Shape.point, "SimpleMarker", "PointSymbolizer"),
      (.line, "SimpleLine", "LineSymbolizer"), (.polygon, "SimpleFill", "PolygonSymbolizer"),
    ] {
      let style = MapStyle.layer(role, title: "图层", shape: shape)
      #expect(QMLStyle.text(style).contains("class=\"\(qml)\""))
      #expect(SLDStyle.text(style, layer: "layer").contains("se:\(sld)"))
    }
  }
}
