import Exchange
import Planning
import SimpleFeatures
import Testing

/// Coordinate texts as they are written.
struct CoordinateTextWriterTests {
  private final class Output {
    var bytes: [UInt8] = []
  }

  private static func table(epsg: Int = 4525) -> FeatureTable {
    var table = FeatureTable(name: "parcels")
    table.coordinateSystem.epsg = epsg
    let prefix = epsg == 4525 ? 37_000_000.0 : 0
    // Counter-clockwise from the south-east.
    for (x, y) in [
      (517_100, 4_135_000), (517_100, 4_135_100), (517_000, 4_135_100), (517_000, 4_135_000),
    ] {
      table.shapes.appendVertex(x: prefix + Double(x), y: Double(y))
    }
    table.shapes.finishClosedRing()
    table.shapes.finishPart()
    table.shapes.finishFeature(.polygon)
    table.fields = [
      FieldColumn(name: "地块编号", values: [.text("NX-03")]),
      FieldColumn(name: "地块名称", values: [.text("甲,乙公司")]),
      FieldColumn(name: "容积率", values: [.real(2.6)]),
    ]
    return table
  }

  private static func written(
    _ table: FeatureTable, _ options: CoordinateTextOptions
  ) throws -> (text: [String], writer: CoordinateTextWriter) {
    let output = Output()
    var options = options
    options.encoding = .utf8
    var writer = CoordinateTextWriter(options) { output.bytes += $0 }
    try writer.write(table)
    try writer.finish()
    let text = String(decoding: output.bytes, as: UTF8.self)
    return (text.components("\r\n"), writer)
  }

  @Test func ringsRunClockwiseFromTheNorthWest() throws {
    let (lines, writer) = try Self.written(Self.table(), CoordinateTextOptions(.landConversion))
    #expect(
      lines.dropFirst(11) == [
        "[地块坐标]", "4,1.0000,NX-03,甲，乙公司,面,,,,@", "J1,1,4135100.000,37517000.000",
        "J2,1,4135100.000,37517100.000", "J3,1,4135000.000,37517100.000",
        "J4,1,4135000.000,37517000.000", "J1,1,4135100.000,37517000.000", "",
      ])
    #expect(writer.omittedFields == ["容积率"] && writer.changedAttributes == 1)
  }

  @Test func theHeaderSaysTheCoordinateSystem() throws {
    let (lines, _) = try Self.written(Self.table(), CoordinateTextOptions(.landSupply))
    #expect(
      lines.prefix(11) == [
        "[属性描述]", "格式版本号=1.01版本", "数据产生单位=", "数据产生日期=", "坐标系=2000国家大地坐标系", "几度分带=3",
        "投影类型=高斯克吕格", "计量单位=米", "带号=37", "精度=0.001", "转换参数=,,,,,,",
      ])
  }

  @Test func theZoneIsPutBeforeEastingsWithoutOne() throws {
    let (lines, _) = try Self.written(Self.table(epsg: 4546), CoordinateTextOptions(.singleMap))
    #expect(lines.contains("带号=37") && lines.contains("J1,1,4135100.000,37517000.000"))
    #expect(lines.contains("NX-03,甲，乙公司,面,,@"))
  }

  @Test func linkageHasSidesAndTheRingBehind() throws {
    var options = CoordinateTextOptions(.increaseDecreaseLinkage)
    options.decimals = 2
    let (lines, _) = try Self.written(Self.table(), options)
    #expect(lines.contains("J1,4135100.00,37517000.00,100.00,1,"))
    #expect(lines.contains("J1,4135100.00,37517000.00,,1,"))
  }

  @Test func theStatedAreaIsWrittenInHectares() throws {
    for (stated, printed) in [
      (FieldValue.text("95.56"), "95.56"), (.text("7655平方米"), "0.7655"), (.real(1.5), "1.5000"),
      (.none, "1.0000"),
    ] {
      var table = Self.table()
      table.fields.append(FieldColumn(name: "地块面积", values: [stated]))
      let (lines, _) = try Self.written(table, CoordinateTextOptions(.landSupply))
      #expect(lines.contains("5,\(printed),NX-03,甲，乙公司,面,,,,@"))
    }
  }

  @Test func whatCannotBeWrittenIsAFault() throws {
    func fault(_ table: FeatureTable, _ dialect: CoordinateTextDialect) -> CoordinateTextFault? {
      var writer = CoordinateTextWriter(CoordinateTextOptions(dialect)) { _ in }
      do { try writer.write(table) } catch { return error as? CoordinateTextFault }
      return nil
    }
    #expect(
      fault(Self.table(), .satelliteEnforcement) == .wrongUnit(dialect: .satelliteEnforcement))
    #expect(fault(Self.table(epsg: 4490), .landSupply) == .wrongUnit(dialect: .landSupply))
    var table = Self.table()
    table.fields[1].values = [.text("𠀀公司")]
    #expect(fault(table, .landSupply) == .unencodable(character: "𠀀", field: "地块名称"))
    table = Self.table()
    table.shapes.append(nil)
    #expect(fault(table, .landSupply) == .noShape(feature: 2))
    table = Self.table()
    table.shapes.replaceCoordinates(with: table.shapes.xy.map { $0 == 4_135_100 ? .nan : $0 })
    #expect(fault(table, .landSupply) == .notFinite(feature: 1))
  }

  @Test func aFileWithoutParcelsHasItsHeader() throws {
    let output = Output()
    var writer = CoordinateTextWriter(CoordinateTextOptions(.satelliteEnforcement)) {
      output.bytes += $0
    }
    try writer.finish()
    #expect(output.bytes == [0x5B, 0xB5, 0xD8, 0xBF, 0xE9, 0xD7, 0xF8, 0xB1, 0xEA, 0x5D, 13, 10])
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
