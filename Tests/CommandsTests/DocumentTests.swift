import Foundation
import TestSupport
import Testing

/// The text and the original of a document stay with the register.
@Suite struct DocumentTests {
  let program: BuiltProgram

  init() throws {
    program = try BuiltProgram()
    let text = """
      云溪县人民政府
      关于东湾片区DW-09地块控制性详细规划的批复

      云政函〔2025〕40号

      县自然资源局：

      同意DW-09地块的规划。DW-09地块用地性质为二类城镇住宅用地（070102），用地面积1.5000公顷，容积率≤2.0。

      云溪县人民政府
      2025年7月1日
      """
    try program.folder.write(text, to: "utf8.txt")
    try program.folder.write(
      text.replacing("\n", with: "\n\n").replacing("40号", with: "41号"), to: "b.md")
    try program.folder.write("地块编号,用地性质,面积（公顷）\nK-01,公园绿地,0.5\n", to: "K.csv")
    try program.folder.write(
      "序号,地块编号,面积（公顷）,供应方式\n1,S-01,1.2,挂牌出让\n2,S-02,1.3,挂牌出让\n", to: "S.csv")
    let made = try program.runShell(
      """
      set -e
      iconv -f UTF-8 -t GB18030 utf8.txt >a.txt
      pandoc b.md -o b.docx
      ogr2ogr -f XLSX c.xlsx K.csv -nln 规划 && ogr2ogr -f XLSX -update c.xlsx S.csv -nln 供应计划
      rm utf8.txt b.md K.csv S.csv
      mkdir kept && cp a.txt b.docx c.xlsx kept
      """)
    try #require(made.status == 0, "\(made.errors): Scripts/bootstrap")
  }

  private struct Answer: Decodable {
    struct Document: Decodable { let number: String?, title: String }
    struct Line: Decodable { let number: Int, text: String }
    struct Text: Decodable { let state: String, from: String?, lines: [Line] }
    struct Original: Decodable { let name: String, media_type: String, size: Int }
    struct Candidate: Decodable { let title: String }
    let answer: String, document: Document?, text: Text?, original: Original?
    let candidates: [Candidate]?
  }

  private func ask(_ arguments: String...) throws -> (answer: Answer, status: Int32) {
    let outcome = try program.run(
      ["document"] + arguments + ["-f", "json", "--store", "land.gpkg"])
    return (try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8)), outcome.status)
  }

  private func fill(_ options: String = "") throws {
    let outcome = try program.runShell(
      "yulin import a.txt b.docx c.xlsx \(options) --quiet --store land.gpkg")
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func withoutItsFilesARegisterShowsTheTextByTheLinesOfTheFacts() throws {
    try fill()
    _ = try program.runShell("rm a.txt b.docx c.xlsx; mkdir far && mv land.gpkg* far && cd far")
    func lines(_ arguments: String...) throws -> [Answer.Line] {
      let outcome = try program.run(
        ["document"] + arguments + ["-f", "json", "--store", "far/land.gpkg"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
      #expect(answer.text?.state == "same" && answer.text?.from == "register")
      return answer.text?.lines ?? []
    }
    let text = try lines("云政函(2025)40")
    #expect(text.map(\.number) == Array(1...11))
    #expect(text[1].text == "关于东湾片区DW-09地块控制性详细规划的批复")
    #expect(try lines("云政函2025年41号", "--lines", "2").map(\.number) == [2])
    #expect(try lines("供应计划").map(\.text).last?.contains("S-02") == true)
    #expect(try lines("规划").map(\.text).last?.contains("K-01") == true)
    let sheet = try program.run(
      "document", "云政函〔2025〕40号", "--lines", "8-8", "--store", "far/land.gpkg")
    #expect(sheet.output.contains("\n8  同意DW-09地块的规划。"))
    #expect(sheet.output.hasPrefix("云政函〔2025〕40号\n  title       "))
  }

  @Test func theOriginalComesOutByteForByte() throws {
    try fill()
    #expect(try ask("规划").answer.original?.name == "c.xlsx")
    #expect(
      try ask("云政函〔2025〕41号").answer.original?.media_type
        == "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    let written = try program.runShell(
      """
      rm a.txt b.docx c.xlsx
      yulin document 供应计划 --original -o out.xlsx --store land.gpkg && cmp out.xlsx kept/c.xlsx &&
      yulin document 云政函〔2025〕41号 --original -o - --store land.gpkg | cmp - kept/b.docx
      """)
    #expect(written.status == 0, "\(written.errors)")
    let again = try program.run(
      "document", "供应计划", "--original", "-o", "out.xlsx", "--store", "land.gpkg")
    #expect(again.status == 3)
    // Of a file of text nothing but the text is worth keeping.
    let text = try program.run(
      "document", "云政函〔2025〕40号", "--original", "-o", "a.out", "--store", "land.gpkg")
    #expect(text.status == 1)
    #expect(text.errors.contains("no original of 云政函〔2025〕40号"))
  }

  @Test func withoutOriginalsTheTextIsKept() throws {
    try fill("--no-originals")
    let (answer, status) = try ask("供应计划")
    #expect(status == 0 && answer.original == nil && answer.text?.from == "register")
  }

  @Test func whatIsNotFoundOrNotOneIsSaid() throws {
    try fill()
    let missing = try program.run("document", "云政函〔2025〕49号", "--store", "land.gpkg")
    #expect(missing.status == 1)
    #expect(missing.errors.contains("nothing found") && missing.errors.contains("云政函〔2025〕40号"))
    let several = try program.run("document", "DW-09地块", "--store", "land.gpkg")
    #expect(several.status == 1)
    #expect(several.errors.contains("may be any of 2 documents"))
    #expect(try ask("DW-09地块").answer.candidates?.count == 2)
    for wrong in [["--lines", "x"], ["--lines", "9-2"], ["--original"], ["-o", "a"]] {
      let outcome = try program.run(["document", "供应计划"] + wrong + ["--store", "land.gpkg"])
      #expect(outcome.status == 2, "\(wrong)")
    }
  }

  @Test func anOldRegisterIsFilledFromFilesThatWereRenamed() throws {
    try fill()
    let emptied = try program.runShell(
      """
      python3 -c 'import sqlite3
      db = sqlite3.connect("land.gpkg")
      db.executescript("DELETE FROM source_text; DELETE FROM source_original")
      db.execute("UPDATE document_version SET source_part = NULL")
      db.commit()'
      rm a.txt b.docx c.xlsx; mkdir kept/deeper; mv kept/b.docx kept/deeper/批复.docx; rm kept/a.txt
      """)
    try #require(emptied.status == 0, "\(emptied.errors)")
    let none = try ask("供应计划")
    #expect(none.status == 1 && none.answer.text?.state == "missing")
    let filled = try program.run("archive", "kept", "--store", "land.gpkg")
    #expect(filled.status == 1)
    #expect(filled.output.contains("text and original added: b.docx"))
    #expect(filled.output.contains("text and original added: c.xlsx"))
    #expect(filled.output.contains("text still lacking: a.txt"))
    #expect(filled.errors == "2 files added, 1 still without their text\n")
    #expect(try ask("供应计划").answer.text?.lines.count == 3)
    #expect(try ask("规划").answer.original?.name == "c.xlsx")
    let again = try program.run("archive", "kept", "--store", "land.gpkg")
    #expect(again.errors == "0 files added, 1 still without their text\n")
    #expect(try program.run("archive", "nowhere", "--store", "land.gpkg").status == 3)
  }

  @Test func aReleasedRegisterIsReadAsItIsAndFilledByItsFiles() throws {
    let copied = try program.runShell(
      """
      cp '\(Repository.released(schema: 5).path)' land.gpkg
      cp '\(Repository.root.path)/Data/zhongyang/2025-062-detailed-plans.txt' moved.txt
      """)
    try #require(copied.status == 0)
    let before = try ask("中政函〔2025〕62号")
    #expect(before.status == 1 && before.answer.answer == "found")
    #expect(before.answer.text?.lines.isEmpty == true)
    let filled = try program.run("archive", "moved.txt", "--store", "land.gpkg")
    #expect(filled.output.contains("text added: Data/zhongyang/2025-062-detailed-plans.txt"))
    #expect(try ask("中政函〔2025〕62号").answer.text?.from == "register")
  }

  @Test func aFileThatWasDeletedIsAFinding() throws {
    try fill()
    _ = try program.runShell("rm a.txt")
    let check = try program.run(
      "check", "--rule", "document_file_missing", "-f", "json", "--store", "land.gpkg")
    #expect(check.output.contains("云政函〔2025〕40号"))
    #expect(!check.output.contains("file_elsewhere"))
  }
}
