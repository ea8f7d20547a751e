import Foundation
import Planning
import Testing

@testable import Intake

@Suite struct OfficeTextTests {
  @Test func figuresBehindEscapedCharactersOfRTFStay() async throws {
    let text = #"{\rtf1\ansi\uc1 \u12308?2026\u12309?90\u21495?\par {\uc2 \u22320\'b5\'d8}2\par}"#
    #expect(try await lines(of: text) == ["〔2026〕90号", "地2"])
  }

  @Test func bytesOfAChineseFontOfRTFAreGB18030() async throws {
    let text =
      #"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset134 S;}}{\f1 \'b5\'d8\'bf\'e9}\f0 A-1\par}"#
    #expect(try await lines(of: text) == ["地块A-1"])
  }

  @Test func mergedCellsOfRTFKeepTheirColumns() async throws {
    let text = #"""
      {\rtf1\ansi\trowd\clvmgf\cellx1000\cellx2000\cellx3000\intbl a\cell b\cell c\cell\row
      \trowd\clvmrg\cellx1005\cellx3000\intbl\cell d\cell\row\pard e\par}
      """#
    #expect(try await lines(of: text) == ["a|b|c", "↑|d|", "e"])
  }

  @Test func headersPicturesAndHiddenTextOfRTFAreLeftOut() async throws {
    let text = #"{\rtf1{\header h\par}{\*\generator g;}{\pict 0102}a{\v b}{\deleted c}d\par}"#
    #expect(try await lines(of: text) == ["ad"])
  }

  @Test func anOpenDocumentTextGivesParagraphsListsAndSpans() async throws {
    let content = """
      <?xml version="1.0"?><office:document-content><office:automatic-styles><text:list-style style:name="L1">
      <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="、"/></text:list-style></office:automatic-styles>
      <office:body><office:text><text:h>甲县</text:h><text:list text:style-name="L1"><text:list-item><text:p>一条</text:p></text:list-item>
      <text:list-item><text:p>二条</text:p></text:list-item></text:list><table:table><table:table-row>
      <table:table-cell table:number-rows-spanned="2"><text:p>x</text:p></table:table-cell><table:table-cell><text:p>1</text:p></table:table-cell>
      </table:table-row><table:table-row><table:covered-table-cell/><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row>
      </table:table></office:text></office:body></office:document-content>
      """
    let file = ZipWriter.archive([
      ("mimetype", Data("application/vnd.oasis.opendocument.text".utf8)),
      ("content.xml", Data(content.utf8)),
    ])
    let read = try await lines(of: Array(file), named: "a.doc")
    #expect(read == ["甲县", "1、一条", "2、二条", "x|1", "↑|2"])
  }

  @Test func wordsOfAnOFDAreReadWhereTheyStandOnThePage() async throws {
    func word(_ x: Int, _ y: Int, _ text: String) -> String {
      """
      <ofd:TextObject Boundary="\(x) \(y) 60 5" Size="4"><ofd:TextCode X="0" Y="4" \
      DeltaX="g \(text.count - 1) 4">\(text)</ofd:TextCode></ofd:TextObject>
      """
    }
    func rule(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> String {
      """
      <ofd:PathObject Boundary="\(x) \(y) \(width) \(height)"><ofd:AbbreviatedData>M 0 0 L \(width) \(height)\
      </ofd:AbbreviatedData></ofd:PathObject>
      """
    }
    let page =
      word(90, 62, "末尾一行") + word(20, 30, "关于供地的批复")
      + [40, 48, 60].map { rule(20, $0, 100, 0) }.joined()
      + [20, 60, 120].map { rule($0, 40, 0, 20) }.joined() + word(22, 42, "编号") + word(62, 42, "用途")
      + word(22, 50, "甲一") + word(62, 49, "机关团体") + word(62, 54, "用地")
    let file = ZipWriter.archive(
      [
        (
          "OFD.xml",
          "<ofd:OFD><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
        ),
        (
          "Doc_0/Document.xml",
          "<ofd:Document><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Pages/0.xml\"/></ofd:Pages></ofd:Document>"
        ),
        (
          "Doc_0/Pages/0.xml",
          "<ofd:Page><ofd:Content><ofd:Layer>\(page)</ofd:Layer></ofd:Content></ofd:Page>"
        ),
      ].map { ($0.0, Data($0.1.utf8)) })
    #expect(
      try await lines(of: Array(file)) == ["关于供地的批复", "编号|用途", "甲一|机关团体用地", "末尾一行"])
  }

  @Test(
    arguments: [
      ("x.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], Diagnostic.ForeignContent.image),
      ("x.txt", Array("AC1027 drawing".utf8), .drawing),
      ("x.pdf", Array("Rar!\u{1A}".utf8), .archive),
      ("a.doc", Array("SQLite format 3\0".utf8), .database),
    ] as [(String, [UInt8], Diagnostic.ForeignContent)])
  func whatIsNoDocumentIsNamedForWhatItIs(
    _ name: String, _ bytes: [UInt8], _ content: Diagnostic.ForeignContent
  ) async {
    await #expect(throws: IntakeError(.foreign(content), file: name)) {
      try await DocumentIntake().read(bytes, name: name, path: "/nonexistent")
    }
  }
}
