import Terms
import Planning
import SimpleFeatures

/// One diagnostic of each code, as an import would make it.
enum DiagnosticSamples {
  static func sample(_ code: Diagnostic.Code) -> Diagnostic {
    let line = "NX-03 地块用地性质为二类城镇住宅用地（070102），面积约 41856 平方米，容积率≤2.6，绿地率≥135%，"
    func warning(
      _ fact: Diagnostic.Fact, at meant: String? = nil, line excerpt: String? = line,
      number: Int? = 912, _ severity: Diagnostic.Severity = .warning
    ) -> Diagnostic {
      Diagnostic(
        fact, severity, file: "公报.txt", line: number, excerpt: excerpt,
        columns: meant.flatMap { columns(of: $0, in: excerpt ?? "") })
    }
    func boundary(
      _ fact: Diagnostic.Fact, _ severity: Diagnostic.Severity, number: Int? = 12
    ) -> Diagnostic {
      Diagnostic(fact, severity, file: "公报.txt", line: number)
    }
    return switch code {
    case .sentenceNotUnderstood: warning(.sentenceNotUnderstood(parcel: "NX-03"), at: "NX-03")
    case .totalMismatch:
      warning(
        .totalMismatch("旅馆用地", stated: 21232, members: 20000), at: "2.1232 公顷",
        line: "其中：旅馆用地为 2.1232 公顷，", number: 40)
    case .countMismatch:
      warning(.countMismatch(stated: 8, found: 7), at: "8 个地块", line: "共 8 个地块", number: 3)
    case .conflictingValues:
      warning(
        .conflictingValues(parcel: "NX-03", property: "floor_area_ratio", "≤2.6", "≤2.5"),
        at: "容积率≤2.6")
    case .codeNotInScheme: warning(.codeNotInScheme("070199", .mnr2023))
    case .codeNameMismatch:
      warning(
        .codeNameMismatch("070102", printed: "一类城镇住宅用地", expected: "二类城镇住宅用地", .mnr2023),
        at: "二类城镇住宅用地")
    case .codeWithoutScheme: warning(.codeWithoutScheme("0701"), line: nil)
    case .ratioOver100:
      warning(.ratioOver100(parcel: "NX-03", .greenSpaceRatio, 135), at: "绿地率≥135%")
    case .emptyInterval:
      warning(.emptyInterval(parcel: "NX-03", .buildingHeight, lower: 54, upper: 24))
    case .documentUnchanged: boundary(.documentUnchanged("中政函〔2025〕62号"), .info, number: 1)
    case .documentNewVersion:
      boundary(.documentNewVersion("中政函〔2025〕62号", 2), .warning, number: 1)
    case .unreadableFile: boundary(.unreadableFile(.notText(nil)), .error, number: nil)
    case .truncatedFile: boundary(.unreadableFile(.lacks("trailer")), .error, number: nil)
    case .missingTool:
      boundary(
        .unreadableFile(.missingTool(name: "pdftotext", package: "poppler-utils")), .error,
        number: nil)
    case .unknownColumn:
      warning(.unknownColumn("备注二"), at: "备注二", line: "序号\t备注二\t面积", number: 1, .info)
    case .filledFromAbove:
      warning(
        .filledFromAbove(column: "乡镇", value: "宁乡镇"), line: ",,D-02,1.5", number: 4, .info)
    case .cellNotUnderstood:
      warning(
        .cellNotUnderstood(column: "面积", text: "见附图"), at: "见附图", line: "D-01,见附图", number: 4)
    case .unitMissing: warning(.unitMissing("41856"), at: "41856", line: "面积 41856，", number: 7)
    case .originalNotKept: boundary(.originalNotKept(bytes: 600 << 20), .warning, number: nil)
    case .noLandDocument: boundary(.noLandDocument, .info, number: nil)
    case .axesSwapped:
      boundary(.axesSwapped("37520986.477", "4135373.062", .eastingFirst), .info)
    case .zonePrefixMissing:
      boundary(.zonePrefixMissing(easting: "520986.477", zone: 37, from: .header), .info)
    case .zoneContradiction: boundary(.zoneContradiction(said: 3, zone: 37), .warning)
    case .unitContradiction:
      boundary(.unitContradiction(said: "米", isInDegrees: true), .warning)
    case .datumContradiction:
      boundary(.datumContradiction("EPSG:4525", "EPSG:2361", taken: "EPSG:4525"), .warning)
    case .coordinateSystemUnknown:
      boundary(.coordinateSystemUnknown(missing: .zone, "520986.477, 4135373.062"), .error)
    case .coordinatesMixed:
      boundary(
        .coordinatesMixed("37520986.477, 4135373.062", "4135373.062, 37520986.477"), .error)
    case .coordinateSystemRefused:
      boundary(.coordinateSystemRefused(from: "EPSG:2361", to: "EPSG:4525"), .error)
    case .transformedWithParameters:
      boundary(
        .transformedWithParameters(from: "EPSG:2361", to: "EPSG:4525", name: "县局四参数"), .info)
    case .conversionParametersStated:
      boundary(.conversionParametersStated("12.5,-3.2,0,0,0,0,1"), .info)
    case .localGrid: boundary(.localGrid("8000.000, 5000.000"), .error)
    case .anotherCounty: boundary(.anotherCounty(kilometres: 180), .warning)
    case .shapeRefused: boundary(.shapeRefused(of: "NX-03", reason: "non_finite"), .error)
    case .emptyPartsDropped: boundary(.emptyPartsDropped(of: "NX-03", count: 1), .info)
    case .invalidShape:
      boundary(
        .invalidShape(
          of: "NX-03", reason: "self_intersection", x: "37520986.477", y: "4135373.062"),
        .warning)
    case .shapeRepaired:
      boundary(
        .shapeRepaired(
          of: "NX-03", reason: "self_intersection", before: 41856.4, after: 41850.1), .warning)
    case .areaDiffers:
      boundary(.areaDiffers(parcel: "NX-03", stated: 41856, computed: 41700.2), .warning)
    case .areaUnitSuspect:
      boundary(
        .areaUnitSuspect(parcel: "NX-03", stated: 627840, computed: 41856, ratio: "15"), .error)
    case .boundaryUnmatched: boundary(.boundaryUnmatched("NX-99"), .info)
    case .boundaryAmbiguous:
      boundary(.boundaryAmbiguous("01-02", plans: ["城北片区", "城南片区"]), .warning)
    case .boundaryWithoutNumber: boundary(.boundaryWithoutNumber(record: 12), .error)
    case .boundaryNewVersion: boundary(.boundaryNewVersion("NX-03", 2), .info)
    case .leadingZeroRestored:
      boundary(.leadingZeroRestored(field: "YDDM", "70102", restored: "070102"), .info)
    case .valueNotUnderstood:
      boundary(.valueNotUnderstood(of: "NX-03", field: "RJLSX", "二点五"), .warning)
    case .recordNotUnderstood:
      boundary(.recordNotUnderstood(.coordinate, text: "J05,1,41353七3.062"), .error)
    case .geometryUnexpected: boundary(.geometryUnexpected(of: "12", type: "LINESTRING"), .error)
    case .layerKept: boundary(.layerKept("永久基本农田"), .info)
    case .noFeatures: boundary(.noFeatures, .error, number: nil)
    case .layerNotChosen: boundary(.layerNotChosen(["地块", "道路"]), .error, number: nil)
    case .moreAlike: boundary(.moreAlike(.boundaryUnmatched, 189000), .info)
    case .nothingRead: boundary(.nothingRead("中政函〔2023〕54号"), .warning, number: 2575)
    case .recognisedText: boundary(.recognisedText(confidence: 0.934), .warning, number: nil)
    case .filesPassedOver:
      boundary(.filesPassedOver(count: 12, endings: [".css", ".js"]), .info, number: nil)
    case .figureUnread: boundary(.figureUnread("面积12.5公顷"), .warning, number: 2575)
    case .figureExplained:
      boundary(.figureExplained("总建筑面积3万平方米", .notLand), .info, number: 2575)
    case .numberUncertain:
      boundary(.numberUncertain("2025-12", printed: "云储2025-12丙"), .warning, number: 2575)
    case .partyNotUnderstood:
      boundary(.partyNotUnderstood("供给有关单位使用"), .warning, number: 2575)
    }
  }

  private static func columns(of part: String, in line: String) -> Range<Int>? {
    guard let range = line.ranges(of: part).first else { return nil }
    let start = line.distance(from: line.startIndex, to: range.lowerBound)
    return start..<start + part.count
  }
}
