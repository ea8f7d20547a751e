import Exchange
import Planning
import Terms
import TestSupport
import Testing

@Suite struct DiagnosticTests {
  @Test(arguments: Diagnostic.Code.allCases)
  func aDiagnosticHasItsWordsInBothLanguages(_ code: Diagnostic.Code) throws {
    let sample = DiagnosticSamples.sample(code)
    let texts = Language.allCases.map { DiagnosticRendering($0, width: 80).text(of: sample) }
    try Golden.check(texts.joined(separator: "\n\n") + "\n", "diagnostics/\(code.rawValue).txt")
  }

  @Test func theCaretStandsBelowWhatIsMeant() {
    let diagnostic = Diagnostic(
      .ratioOver100(parcel: "A-01", .greenSpaceRatio, 135), .warning, file: "a.txt", line: 7,
      excerpt: "绿地率≥135%，", columns: 4..<8)
    let lines = DiagnosticRendering(.en).text(of: diagnostic).split(separator: "\n")
    #expect(lines[1] == "    7 | 绿地率≥135%，")
    #expect(lines[2] == "      |        ^^^^")
  }

  @Test func whatIsMeantIsFoundInTheLineWhereItWasNotMarked() {
    let diagnostic = Diagnostic(
      .ratioOver100(parcel: "A-01", .greenSpaceRatio, 650), .error, file: "a.txt", line: 7,
      excerpt: "A-01绿地率≥650%，")
    let lines = DiagnosticRendering(.en).text(of: diagnostic).split(separator: "\n")
    #expect(lines[2] == "      |            ^^^")
  }

  @Test func aLongLineIsCutAroundWhatIsMeant() throws {
    let line = String(repeating: "本", count: 300) + "容积率≤2.6" + String(repeating: "末", count: 300)
    let diagnostic = Diagnostic(
      .unitMissing("2.6"), .warning, file: "a.txt", line: 7, excerpt: line, columns: 300..<307)
    let lines = DiagnosticRendering(.en, width: 60).text(of: diagnostic).split(separator: "\n")
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 62 || $0.contains(" = ") })
    let source = try #require(lines.first { $0.contains("容积率") })
    let caret = try #require(lines.first { $0.contains("^") })
    let before = try #require(source.ranges(of: "容积率").first)
    let mark = try #require(caret.firstIndex(of: "^"))
    #expect(DisplayWidth.of(source[..<before.lowerBound]) == DisplayWidth.of(caret[..<mark]))
  }

  @Test func whatADocumentHoldsCannotSteerTheTerminal() {
    let diagnostic = Diagnostic(
      .unitMissing("5\u{07}"), .warning, file: "a\u{1B}[2J.txt", line: 1,
      excerpt: "面积\u{1B}[31m 5")
    let text = DiagnosticRendering(.en).text(of: diagnostic)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func whatIsNotKnownReadsAsAQuestionMark() {
    let diagnostic = Diagnostic(
      .conflictingValues(parcel: "", property: "area", "", "5"), .warning, file: "a.txt")
    #expect(
      DiagnosticWording(.en).sentence(for: diagnostic) == "? has two values of area: ? and 5")
  }

  @Test func theNumberOfAParcelIsToldAsItStandsThoughItLooksLikeADecimal() {
    let diagnostic = Diagnostic(.boundaryUnmatched("3.10"), .info, file: "a.txt")
    #expect(DiagnosticWording(.en).sentence(for: diagnostic).contains("the parcel 3.10;"))
  }

  @Test(arguments: GeoPackageFlaw.allCases)
  func whatIsWrongWithAGeoPackageIsToldInWords(_ flaw: GeoPackageFlaw) {
    let diagnostic = Diagnostic(
      .unreadableFile(.geoPackage(flaw, "x")), .error, file: "a.gpkg")
    for language in Language.allCases {
      let sentence = DiagnosticWording(language).sentence(for: diagnostic)
      #expect(!sentence.contains("geopackage_"))
    }
  }
}
