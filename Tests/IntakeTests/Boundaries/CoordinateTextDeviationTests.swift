import Foundation
import Intake
import Planning
import SimpleFeatures
import Testing

/// What programs and people make of the format.
struct CoordinateTextDeviationTests {
  private typealias Reading = CoordinateTextReading
  private static let plain = Reading.file("5,1.0000,NX-03,某某公司二期,面,,商服用地,,@")

  @Test func everyEncodingGivesTheSameParcels() throws {
    let expected = try Reading(Self.plain).batches
    let sources: [[UInt8]] = [
      bytes(.utf8), bytes(.utf8, mark: [0xEF, 0xBB, 0xBF]),
      bytes(.utf16LittleEndian, mark: [0xFF, 0xFE]), bytes(.utf16BigEndian, mark: [0xFE, 0xFF]),
      bytes(.utf16LittleEndian), bytes(.utf16BigEndian),
    ]
    for source in sources {
      #expect(CoordinateTextReader.recognises(source))
      for chunkSize in [1, 3, 64, 4096] {
        let reading = try Reading(source, chunkSize: chunkSize)
        #expect(reading.batches == expected && reading.findings.isEmpty)
      }
    }
  }

  private func bytes(_ encoding: String.Encoding, mark: [UInt8] = []) -> [UInt8] {
    mark + Array(Self.plain.data(using: encoding) ?? Data())
  }

  @Test func everyEndOfLineCountsOnce() throws {
    let expected = try Reading(Self.plain).batches
    for end in ["\r\n", "\r"] {
      let text = Self.plain.replacing("\n", with: end)
      #expect(try Reading(text).batches == expected)
      let bytes = Array(text.data(using: Reading.gb18030) ?? Data())
      #expect(try Reading(bytes, chunkSize: 1).batches == expected)
    }
  }

  @Test func aTextThatIsASCIIAtFirstMayBeChineseLater() throws {
    let rows = String(repeating: "J1,1,4135100.0,37517000.0\n", count: 4000)
    let text = "5,1.0,A,B,面,,,,@\n" + Reading.square(37_517_000, 4_135_000) + "\n"
    let ascii = "[a]\n" + String(repeating: "k=v\n", count: 20_000)
    for encoding in [String.Encoding.utf8, Reading.gb18030] {
      let reading = try Reading(ascii + "[地块坐标]\n" + text + rows, encoding: encoding)
      #expect(reading.text(.shape) == "面")
    }
  }

  @Test func countsMayIncludeClosingRowsOrNot() throws {
    let rings =
      Reading.square(37_517_000, 4_135_000) + "\n"
      + Reading.square(37_517_020, 4_135_020, ring: 2, first: 5, size: 20)
    for count in ["10", "9", "8", "0", ""] {
      #expect(try Reading(Reading.file("\(count),1.0,1,甲,面,,,,@", rings)).findings.isEmpty)
    }
    let wrong = try Reading(Reading.file("7,1.0,1,甲,面,,,,@", rings))
    #expect(wrong.findings == ["count_mismatch 13 7"] && wrong.table.count == 1)
    #expect(wrong.diagnostics.first?.arguments == ["7", "10"])
  }

  @Test func openRingsAreClosed() throws {
    let open = Reading.square(37_517_000, 4_135_000, isClosed: false)
    let reading = try Reading(Reading.file("4,1.0,1,甲,面,,,,@", open))
    #expect(reading.findings.isEmpty)
    let closed = try Reading(Self.plain)
    #expect(reading.table.shapes == closed.table.shapes)
  }

  @Test func containmentTellsPartsFromHoles() throws {
    let ring = Reading.square
    let rows = [
      ring(37_517_000, 4_135_000, 1, 1, 100, true), ring(37_517_500, 4_135_000, 2, 5, 100, true),
      ring(37_517_020, 4_135_020, 3, 9, 50, true), ring(37_517_030, 4_135_030, 4, 13, 10, true),
    ]
    let reading = try Reading(
      Reading.file("20,1.0,1,甲,面,,,,@", rows.joined(separator: "\n")))
    let shape = try #require(reading.table.shapes[0])
    #expect(shape.type == .multiPolygon && reading.findings.isEmpty)
    #expect(shape.partOffsets == [0, 2, 3, 4])
    #expect(shape.xy[10...11] == [4_135_070, 37_517_020])
    #expect(reading.text(.ringNumbers) == "1,3,2,4")
    #expect(reading.text(.pointNames) == "J1~J4;J9~J12;J5~J8;J13~J16")
  }

  @Test func ringsOfOneNumberEndWhereTheyClose() throws {
    let rows =
      Reading.square(37_517_000, 4_135_000) + "\n" + Reading.square(37_517_500, 4_135_000)
    let reading = try Reading(Reading.file("10,1.0,1,甲,面,,,,@", rows))
    #expect(reading.table.shapes.types == [.multiPolygon] && reading.findings.isEmpty)
    #expect(reading.text(.ringNumbers) == "1,1")
    #expect(reading.text(.pointNames) == "J1~J4;J1~J4")
  }

  @Test(arguments: [
    ("J01,1,4135100,37517000|J02,1,4135100,37517100|J03,1,4135000,37517100", "J01~J03"),
    ("1,1,4135100,37517000|2,1,4135100,37517100|5,1,4135000,37517100", "1,2,5"),
    (",1,4135100,37517000|界址2,1,4135100,37517100|a;b~c%,1,4135000,37517100", ",界址2,a%3Bb%7Ec%25"),
    ("J1 , 1 , 4135100.0 ,\t37517000|J2,1, 4135100,37517100|J3,1,4135000,37517100 ", nil),
    ("{J1,1,4135100,37517000|J2,1,4135100,37517100|J3,1,4135000,37517100}", nil),
    ("Ｊ１，１，４１３５１００，３７５１７０００|J2,1,4135100.0,37517100,|J3,1,4135000,37517100", nil),
    ("J1,1,+4.1351e6,37517000|J2,1,4135100,37517100|J3,1,4135000,37517100", nil),
  ])
  func pointsMayBeNamedAndSpacedInAnyWay(_ rows: String, names: String?) throws {
    let text = Reading.file("3,1.0,1,甲,面,,,,@", rows.replacing("|", with: "\n"))
    for encoding in [String.Encoding.utf8, Reading.gb18030] {
      let reading = try Reading(text, encoding: encoding)
      #expect(reading.findings.isEmpty)
      #expect(
        reading.table.shapes[0]?.xy == [
          4_135_100, 37_517_000, 4_135_100, 37_517_100, 4_135_000, 37_517_100, 4_135_100,
          37_517_000,
        ])
      #expect(reading.text(.pointNames) == names)
    }
  }

  @Test func fullWidthPunctuationAndBracesAreRead() throws {
    let text = """
      【属性描述】
      格式版本号＝1．01版本
      坐标系 = 1980西安坐标系
      带号＝３７
      【地块坐标】
      5，０．７６５５公顷，NX—03，甲公司（一期），面，，商服用地，，＠
      {
      \(Reading.square(37_517_000, 4_135_000).replacing(",", with: "，"))
      }
      """
    let reading = try Reading(text)
    #expect(reading.findings.isEmpty && reading.table.count == 1)
    #expect(reading.header["格式版本号"] == "1．01版本")
    #expect(reading.table.coordinateSystem.zone == 37)
    #expect(reading.table.coordinateSystem.datum == "1980西安坐标系")
    #expect(reading.text(.name) == "甲公司（一期）" && reading.text(.area) == "０．７６５５公顷")
    #expect(CoordinateTextArea("０．７６５５公顷")?.squareMetres == 7655)
  }

  @Test func aFullWidthCommaMayStandInAName() throws {
    let reading = try Reading(Reading.file("5,1.0,1,甲公司，乙公司,面,,,,@"))
    #expect(reading.text(.name) == "甲公司，乙公司")
  }

  @Test func aZoneThatIsNoNumberIsSaid() throws {
    let text = Self.plain
    let blank = try Reading(text.replacing("带号=37", with: "带号="))
    #expect(blank.findings.isEmpty && blank.table.coordinateSystem.zone == nil)
    let word = try Reading(text.replacing("带号=37", with: "带号=三十七"))
    #expect(word.findings == ["value_not_understood 12 a/宗地.txt"])
  }

  @Test func aParcelWithABrokenRowStaysOutAndTheRestGoesIn() throws {
    let good = "5,1.0,2,乙,面,,,,@\n" + Reading.square(37_517_500, 4_135_000)
    let rows = Reading.square(37_517_000, 4_135_000)
    func read(_ broken: String) throws -> Reading {
      try Reading(Reading.file("5,1.0,1,甲,面,,,,@", broken + "\n" + good))
    }
    let coordinate = try read(rows.replacing("J3,1,4135000", with: "J3,1,41350七0"))
    #expect(coordinate.findings == ["record_not_understood 16 coordinate"])
    #expect(coordinate.diagnostics.first?.excerpt == "J3,1,41350七0.000,37517100.000")
    #expect(coordinate.table.count == 1 && coordinate.text(.number) == "2")
    #expect(coordinate.table.places == [19])
    #expect(try read(rows + "\nJ6,1,3").findings == ["record_not_understood 19 fields"])
    #expect(try read(rows + "\nJ6,1,3,4,5").findings == ["record_not_understood 19 fields"])
    #expect(try read("J1,1,1e999,3").findings == ["record_not_understood 14 coordinate"])
    #expect(try read("").findings == ["record_not_understood 13 no_points"])
    #expect(try read("J1,1,4135000,37517000").findings.last == "record_not_understood 13 ring")
    #expect(
      try Reading(Reading.file("5,面,@", rows)).findings == ["record_not_understood 13 header"])
  }

  @Test func aFileWithoutParcelsSaysSo() throws {
    #expect(try Reading("[属性描述]\n带号=37").findings == ["record_not_understood 0 section"])
    #expect(try Reading("[属性描述]\n带号=37\n[地块坐标]\n").findings == ["truncated_file 3 @"])
    #expect(throws: IntakeError.self) { try Reading([UInt8]()) }
    #expect(throws: IntakeError.self) { try Reading([0, 0, 0, 0, 7, 9]) }
  }

  @Test func coordinateTextsAreToldFromOtherFiles() {
    func isOne(_ text: String) -> Bool {
      CoordinateTextReader.recognises(Array(text.data(using: Reading.gb18030) ?? Data()))
    }
    #expect(isOne(Self.plain) && isOne("\n\n" + Self.plain))
    #expect(isOne("[项目信息]\n名称=甲\n[属性描述]\n带号=37\n"))
    #expect(isOne("【地块坐标】\n{\n12,地块1,面,公共基础设施,@\n"))
    #expect(isOne("5,1.0,1,甲,面,,,,@\nJ1,1,4135100.000,37517000.000\n"))
    #expect(!isOne("中阳县人民政府关于某地块的批复\n一、同意[属性描述]和[地块坐标]两部分按1,2,3,@填写。\n"))
    #expect(!isOne("[属性描述]\n第一章 总则\n[地块坐标]\n见附表\n"))
    #expect(!isOne("地块编号,面积,用途,邮箱\n1,2,3,a@b.cn\n") && !isOne(""))
    #expect(!CoordinateTextReader.recognises([0x50, 0x4B, 3, 4, 0, 0, 0, 0, 8, 0, 0]))
  }
}
