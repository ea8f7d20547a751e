public import Answers
public import Planning
internal import Terms

/// Documents of a county that does not exist, built in code.
public enum Fixtures {
  /// A plan approval of 2024 with three parcels, a total and a split.
  public static func planApproval() -> LandDocument {
    var document = document(
      "云溪县人民政府关于东湾片区详细规划的批复", "云政函〔2024〕12号", "2024-03-05", .planApproval, lines: 1...20)
    document.addressee = "云溪县自然资源局"

    var housing = parcel("DW-01", document, line: 8)
    housing.landUse = [
      LandUse(scheme: .mnr2023, code: "070102", name: "二类城镇住宅用地"),
      LandUse(scheme: .mnr2023, code: "0702", name: "城镇社区服务设施用地"),
    ]
    housing.area = StatedArea(squareMetres: 41_856, text: "41856平方米", isApproximate: true)
    housing.indicators = [
      .floorAreaRatio: Interval(
        lower: .init(1, inclusive: false), upper: .init(2.6, inclusive: true)),
      .buildingDensity: Interval(upper: .init(20, inclusive: true)),
      .greenSpaceRatio: Interval(lower: .init(35, inclusive: true)),
      .buildingHeight: Interval(upper: .init(54, inclusive: true)),
    ]
    housing.extras = ["停车位": "≥1.2个/户", "备注": "12"]
    housing.conditions = ["配建幼儿园一所"]

    var school = parcel("DW-02", document, line: 9)
    school.landUse = [
      LandUse(scheme: .mnr2023, code: "080404", name: "幼儿园用地", codeInferred: true)
    ]
    school.area = StatedArea(squareMetres: 9_356, text: "0.9356公顷")
    school.keepsCurrentUse = true

    var part = parcel("DW-03-1", document, line: 10)
    part.parentID = "DW-03"
    part.plan = "东湾片区详细规划"
    part.location = "东至滨河路，西至山体"
    document.parcels = [housing, school, part]
    document.totals = [
      AreaTotal(
        landUseName: "幼儿园用地", area: StatedArea(squareMetres: 9_356, text: "0.9356公顷"),
        place: SourcePlace(file: document.place.file, lineStart: 12, lineEnd: 12))
    ]
    document.lineage = [
      ParcelLineage(kind: .split, from: ["DW-03"], to: ["DW-03-1", "DW-03-2"], line: 10)
    ]
    return document
  }

  /// An approval of 2025 that raises the floor area ratio of DW-01.
  public static func adjustment() -> LandDocument {
    var document = document(
      "云溪县人民政府关于东湾片区DW-01地块规划调整的批复", "云政函〔2025〕7号", "2025-02-10", .planApproval,
      lines: 30...41)
    var housing = parcel("DW-01", document, line: 35)
    housing.indicators = [.floorAreaRatio: Interval(upper: .init(2.8, inclusive: true))]
    var previous = PreviousValues()
    previous.indicators = [.floorAreaRatio: Interval(upper: .init(2.6, inclusive: true))]
    housing.previous = previous
    document.parcels = [housing]
    return document
  }

  /// The listing of DW-01, after its reserve.
  public static func listing() -> LandDocument {
    var document = document(
      "云溪县人民政府关于DW-01号宗地挂牌出让方案的批复", "云政函〔2025〕31号", "2025-06-18", .supply, lines: 50...60)
    document.requestNumber = "云自然资〔2025〕44号"
    var act = LandTransaction(kind: .listing, place: document.place)
    act.parcelID = "DW-01"
    act.area = StatedArea(squareMetres: 41_856, text: "4.1856公顷")
    act.landUseName = "二类城镇住宅用地"
    act.amountYuan = 62_784_000
    act.requestNumber = document.requestNumber
    act.location = "滨河路以西"
    act.extras = ["出让年限": "70年"]
    act.document = document.number
    document.transactions = [act]
    return document
  }

  /// A hazard list with one site and a merger of townships.
  public static func hazardList() -> LandDocument {
    var document = document(
      "云溪县2025年度地质灾害防治方案", nil, "2025-04-01", .hazardList, lines: 70...90)
    document.county = "云溪县"
    var site = HazardSite(
      name: "石岭村滑坡", place: SourcePlace(file: document.place.file, lineStart: 80, lineEnd: 80))
    site.serial = 1
    site.hazardType = "滑坡"
    site.township = "石岭镇"
    site.village = "石岭村"
    site.people = 12
    site.propertyYuan = 450_000
    site.location = "=东坡, \"老井\"旁"
    document.sites = [site]
    document.administrativeChanges = [
      AdministrativeChange(
        from: ["南沟乡"], into: "石岭镇", date: CalendarDate(iso: "2021-05-01"), line: 88)
    ]
    return document
  }

  /// All of them, in the order of their dates.
  public static func all() -> [LandDocument] {
    [planApproval(), adjustment(), hazardList(), listing()]
  }

  /// The documents as a register exports them, each recorded on its own day.
  public static func export() -> RegisterExport {
    let source = SourceFile(
      name: "云溪.txt", sha256: String(repeating: "ab", count: 32), extractor: "yulin test")
    return RegisterExport(
      documentVersions: all().enumerated().map { index, document in
        RegisterExport.Version(
          version: 1, recordedAt: "2026-01-0\(index + 1)T08:00:00.000Z", source: source,
          document: document)
      })
  }

  private static func document(
    _ title: String, _ number: String?, _ date: String, _ kind: DocumentKind,
    lines: ClosedRange<Int>
  ) -> LandDocument {
    var document = LandDocument(
      title: title, kind: kind,
      place: SourcePlace(file: "云溪.txt", lineStart: lines.lowerBound, lineEnd: lines.upperBound))
    document.number = number
    document.date = CalendarDate(iso: date)
    document.issuer = "云溪县人民政府"
    return document
  }

  private static func parcel(
    _ number: String, _ document: LandDocument, line: Int
  ) -> ParcelStatement {
    var parcel = ParcelStatement(
      parcelID: number,
      place: SourcePlace(file: document.place.file, lineStart: line, lineEnd: line))
    parcel.document = document.number
    return parcel
  }
}
