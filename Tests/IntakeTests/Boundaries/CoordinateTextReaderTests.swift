import Intake
import Planning
import SimpleFeatures
import Testing

/// The dialects, their headings and their header.
struct CoordinateTextReaderTests {
  private typealias Reading = CoordinateTextReading

  @Test func landSupplyIsReadWithAllItsFields() throws {
    let reading = try Reading(
      Reading.file("5,1.0000,2026-K003,某某公司,面,I49G077016,商服用地,05H1,@"))
    #expect(reading.findings.isEmpty)
    #expect(reading.dialect == .landSupply)
    let table = reading.table
    #expect(table.name == "宗地" && table.placesAreLines && table.places == [13])
    #expect(
      table.shapes[0]
        == Geometry(polygon: [
          [
            4_135_100, 37_517_000, 4_135_100, 37_517_100, 4_135_000, 37_517_100, 4_135_000,
            37_517_000,
            4_135_100, 37_517_000,
          ]
        ]))
    #expect(
      CoordinateTextField.allCases.filter { reading.text($0) != nil }.map { reading.text($0) } == [
        "1.0000", "2026-K003", "某某公司", "面", "I49G077016", "商服用地", "05H1",
      ])
    let stated = table.coordinateSystem
    #expect(stated.datum == "2000国家大地坐标系" && stated.zoneWidth == 3 && stated.zone == 37)
    #expect(stated.unit == "米" && stated.axisOrder == nil && stated.epsg == nil)
    #expect(reading.header["数据产生单位"] == "中阳县自然资源局")
    #expect(reading.header["精度"] == "0.001" && reading.header["转换参数"] == ",,,,,,")
  }

  @Test func landConversionCountsWithoutTheClosingRow() throws {
    let reading = try Reading(Reading.file("4,95.56,1,地块1,面,I50G077016,建筑用地,,@"))
    #expect(reading.findings.isEmpty && reading.dialect == .landConversion)
    #expect(reading.text(.use) == "建筑用地" && reading.text(.landClass) == nil)
  }

  @Test func theSingleMapBeginsWithTheNumber() throws {
    let reading = try Reading(Reading.file("1,地块一,面,工业用地,@"))
    #expect(reading.findings.isEmpty && reading.dialect == .singleMap)
    #expect(reading.text(.number) == "1" && reading.text(.name) == "地块一")
    #expect(reading.text(.use) == "工业用地" && reading.text(.area) == nil)
  }

  @Test func satelliteEnforcementBeginsWithTheCountAndIsInDegrees() throws {
    let rows = """
      J1,1,111.190000000,37.360000000
      J2,1,111.200000000,37.360000000
      J3,1,111.200000000,37.350000000
      J1,1,111.190000000,37.360000000
      """
    let reading = try Reading("[地块坐标]\n4,地块1,面,公共基础设施,@\n" + rows)
    #expect(reading.findings.isEmpty && reading.dialect == .satelliteEnforcement)
    #expect(reading.text(.number) == nil && reading.text(.name) == "地块1")
    #expect(reading.table.shapes[0]?.xy.prefix(2) == [111.19, 37.36])
    #expect(reading.table.coordinateSystem == StatedCoordinateSystem())
    let wrong = try Reading("[地块坐标]\n9,地块1,面,公共基础设施,@\n" + rows)
    #expect(wrong.findings == ["count_mismatch 2 9"])
  }

  @Test func linkageHasTheRingBehindTheSide() throws {
    let rows = """
      J1,4135100.000,37517000.000,100.0,1,
      J2,4135100.000,37517100.000,100.0,1,
      J3,4135000.000,37517100.000,141.4,1,
      J1,4135100.000,37517000.000,,1,
      """
    let reading = try Reading(
      Reading.file(
        ",0.5000,,建新地块1,,,,水浇地,@", rows,
        attributes: "投影类型=高斯克吕格\n坐标系=2000国家大地坐标系\n分带=3\n带号=37"))
    #expect(reading.findings.isEmpty && reading.dialect == .increaseDecreaseLinkage)
    #expect(reading.text(.landClass) == "水浇地" && reading.text(.name) == "建新地块1")
    #expect(reading.table.shapes[0]?.vertexCount == 4)
    #expect(reading.table.coordinateSystem.zoneWidth == 3)
  }

  @Test func headingsOfMoreFieldsAreCountedFromBothEnds() throws {
    let provincial = try Reading(
      Reading.file("0,0,141129104,柏洼村,D8-003,地块4,面,,,,@"))
    #expect(provincial.findings.isEmpty && provincial.dialect == .provincialStandard)
    #expect(provincial.text(.district) == "141129104" && provincial.text(.village) == "柏洼村")
    #expect(provincial.text(.number) == "D8-003" && provincial.text(.name) == "地块4")
    #expect(provincial.text(.area) == "0")
    let short = try Reading(Reading.file("5,1.0000,A-1,地块,面,,,@"))
    #expect(short.findings.isEmpty && short.text(.number) == "A-1")
    let long = try Reading(Reading.file("5,1.0,A-1,地块,面,,,0101,平地,水田,7,6,复垦,@"))
    #expect(long.findings.isEmpty && long.dialect == .landConsolidation)
    #expect(long.text(.landClass) == "0101" && long.text(.patchType) == "平地")
    #expect(long.text(.gradeBefore) == "7" && long.text(.gradeAfter) == "6")
    #expect(long.text(.landClassName) == "水田" && long.text(.remarks) == "复垦")
    let further = try Reading(Reading.file("5,1.0,甲,A-1,地块,面,,,,@"))
    #expect(further.table.field("附加1")?.values == [.text("甲")])
  }

  @Test func linesAndPointsAreWhatTheySay() throws {
    let rows = Reading.square(37_517_000, 4_135_000, isClosed: false)
    let line = try Reading(Reading.file("4,,X-1,道路,线,,,,@", rows))
    #expect(line.findings.isEmpty && line.table.shapes.types == [.lineString])
    #expect(line.table.shapes.vertexCount == 4)
    let points = try Reading(Reading.file("4,,P-1,控制点,点,,,,@", rows))
    #expect(points.findings.isEmpty && points.table.shapes.types == [.multiPoint])
    #expect(points.table.shapes[0]?.partCount == 4)
  }

  @Test func extraSectionsAreKept() throws {
    let reading = try Reading(
      "[项目信息]\n项目名称=城北一期\n边界性质=示意\n说明\n" + Reading.file("5,1.0,1,甲,面,,,,@"))
    #expect(reading.findings.isEmpty)
    #expect(reading.header.sections.map(\.name) == ["项目信息"])
    #expect(reading.header.value("边界性质") == "示意")
    #expect(reading.table.notes["边界性质"] == "示意" && reading.table.notes["带号"] == "37")
    #expect(reading.header.sections[0].entries.last == CoordinateTextHeader.Entry("", "说明"))
  }

  @Test func filesJoinedToOneKeepTheirCoordinateSystems() throws {
    let first = Reading.file("5,1.0,1,甲,面,,,,@")
    let second = first.replacing("带号=37", with: "带号=38").replacing(",1,甲", with: ",2,乙")
    let reading = try Reading(first + first + second)
    #expect(reading.batches.map(\.count) == [2, 1])
    #expect(reading.batches.map(\.coordinateSystem.zone) == [37, 38])
    #expect(reading.header.coordinateSystem.zone == 37)
  }

  @Test func parametersThatAreNotZeroAreSaid() throws {
    let text = Reading.file("5,1.0,1,甲,面,,,,@")
    let reading = try Reading(text.replacing("=,,,,,,", with: "=12.5,0,0,0,0,0,1"))
    #expect(reading.findings == ["conversion_parameters_stated 12 12.5,0,0,0,0,0,1"])
    let zero = try Reading(text.replacing("=,,,,,,", with: "=0,0,0,0.000,0,0,0"))
    #expect(zero.findings.isEmpty)
  }

  @Test func batchesAreOfBoundedSize() throws {
    let parcel = "5,1.0,1,甲,面,,,,@\n" + Reading.square(37_517_000, 4_135_000) + "\n"
    let text = Reading.file("5,1.0,1,甲,面,,,,@") + String(repeating: parcel, count: 5000)
    let reading = try Reading(text)
    #expect(reading.batches.map(\.count) == [4096, 905])
    #expect(
      reading.batches.allSatisfy {
        $0.fields.allSatisfy { $0.values.count == 4096 || $0.values.count == 905 }
      })
  }
}
