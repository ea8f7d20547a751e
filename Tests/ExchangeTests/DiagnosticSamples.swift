import Planning

/// One diagnostic of each code, as an import would make it.
enum DiagnosticSamples {
  static func sample(_ code: Diagnostic.Code) -> Diagnostic {
    let line = "NX-03 地块用地性质为二类城镇住宅用地（070102），面积约 41856 平方米，容积率≤2.6，绿地率≥135%，"
    func warning(
      _ arguments: [String], at meant: String? = nil, line excerpt: String? = line,
      number: Int? = 912, _ severity: Diagnostic.Severity = .warning
    ) -> Diagnostic {
      Diagnostic(
        code, severity, file: "公报.txt", line: number, excerpt: excerpt,
        columns: meant.flatMap { columns(of: $0, in: excerpt ?? "") }, arguments: arguments)
    }
    return switch code {
    case .sentenceNotUnderstood: warning(["NX-03"], at: "NX-03")
    case .totalMismatch:
      warning(
        ["旅馆用地", "21232.0", "20000.0"], at: "2.1232 公顷", line: "其中：旅馆用地为 2.1232 公顷，", number: 40)
    case .countMismatch: warning(["8", "7"], at: "8 个地块", line: "共 8 个地块", number: 3)
    case .conflictingValues:
      warning(["NX-03", "floor_area_ratio", "≤2.6", "≤2.5"], at: "容积率≤2.6")
    case .codeNotInScheme: warning(["070199", "MNR-2023"])
    case .codeNameMismatch:
      warning(["070102", "一类城镇住宅用地", "二类城镇住宅用地", "MNR-2023"], at: "二类城镇住宅用地")
    case .codeWithoutScheme: warning(["0701"], line: nil)
    case .ratioOver100: warning(["NX-03", "green_space_ratio", "135.0"], at: "绿地率≥135%")
    case .emptyInterval: warning(["NX-03", "building_height", "54", "24"])
    case .documentUnchanged: warning(["中政函〔2025〕62号"], line: nil, number: 1, .info)
    case .documentNewVersion: warning(["中政函〔2025〕62号", "2"], line: nil, number: 1)
    case .unreadableFile: warning(["not_text"], line: nil, number: nil, .error)
    case .truncatedFile: warning(["trailer"], line: nil, number: nil, .error)
    case .missingTool: warning(["pdftotext", "poppler-utils"], line: nil, number: nil, .error)
    case .unknownColumn: warning(["备注二"], at: "备注二", line: "序号\t备注二\t面积", number: 1, .info)
    case .filledFromAbove: warning(["乡镇", "宁乡镇"], line: ",,D-02,1.5", number: 4, .info)
    case .cellNotUnderstood: warning(["面积", "见附图"], at: "见附图", line: "D-01,见附图", number: 4)
    case .unitMissing: warning(["41856"], at: "41856", line: "面积 41856，", number: 7)
    case .noLandDocument: warning([], line: nil, number: nil, .info)
    case .axesSwapped: warning(["37520986.477", "4135373.062"], line: nil, number: 12, .info)
    case .zonePrefixMissing: warning(["520986.477", "37", "header"], line: nil, number: 12, .info)
    case .zoneContradiction: warning(["3", "37"], line: nil, number: 12, .warning)
    case .unitContradiction: warning(["米", "degree"], line: nil, number: 12, .warning)
    case .datumContradiction:
      warning(["EPSG:4525", "EPSG:2361", "EPSG:4525"], line: nil, number: 12, .warning)
    case .coordinateSystemUnknown:
      warning(["zone", "520986.477, 4135373.062"], line: nil, number: 12, .error)
    case .coordinatesMixed:
      warning(
        ["37520986.477, 4135373.062", "4135373.062, 37520986.477"], line: nil, number: 12, .error)
    case .coordinateSystemRefused:
      warning(["EPSG:2361", "EPSG:4525"], line: nil, number: 12, .error)
    case .transformedWithParameters:
      warning(["EPSG:2361", "EPSG:4525", "县局四参数"], line: nil, number: 12, .info)
    case .conversionParametersStated:
      warning(["12.5,-3.2,0,0,0,0,1"], line: nil, number: 12, .info)
    case .localGrid: warning(["8000.000, 5000.000"], line: nil, number: 12, .error)
    case .anotherCounty: warning(["180"], line: nil, number: 12, .warning)
    case .shapeRefused: warning(["NX-03", "non_finite", "nan"], line: nil, number: 12, .error)
    case .emptyPartsDropped: warning(["NX-03", "1"], line: nil, number: 12, .info)
    case .invalidShape:
      warning(
        ["NX-03", "self_intersection", "37520986.477", "4135373.062"], line: nil, number: 12,
        .warning)
    case .shapeRepaired:
      warning(
        ["NX-03", "self_intersection", "41856.4", "41850.1"], line: nil, number: 12, .warning)
    case .areaDiffers: warning(["NX-03", "41856.0", "41700.2"], line: nil, number: 12, .warning)
    case .areaUnitSuspect:
      warning(["NX-03", "627840.0", "41856.0", "15"], line: nil, number: 12, .error)
    case .boundaryUnmatched: warning(["NX-99"], line: nil, number: 12, .info)
    case .boundaryAmbiguous: warning(["01-02", "城北片区、城南片区"], line: nil, number: 12, .warning)
    case .boundaryWithoutNumber: warning(["12"], line: nil, number: 12, .error)
    case .boundaryNewVersion: warning(["NX-03", "2"], line: nil, number: 12, .info)
    case .leadingZeroRestored: warning(["YDDM", "70102", "070102"], line: nil, number: 12, .info)
    case .valueNotUnderstood: warning(["NX-03", "RJLSX", "二点五"], line: nil, number: 12, .warning)
    case .recordNotUnderstood:
      warning(["coordinate", "J05,1,41353七3.062"], line: nil, number: 12, .error)
    case .geometryUnexpected: warning(["12", "LINESTRING"], line: nil, number: 12, .error)
    case .layerKept: warning(["永久基本农田"], line: nil, number: 12, .info)
    case .noFeatures: warning([], line: nil, number: nil, .error)
    case .layerNotChosen: warning(["地块、道路"], line: nil, number: nil, .error)
    case .moreAlike: warning(["boundary_unmatched", "189000"], line: nil, number: 12, .info)
    case .nothingRead: warning(["中政函〔2023〕54号"], line: nil, number: 2575)
    }
  }

  private static func columns(of part: String, in line: String) -> Range<Int>? {
    guard let range = line.ranges(of: part).first else { return nil }
    let start = line.distance(from: line.startIndex, to: range.lowerBound)
    return start..<start + part.count
  }
}
