import Terms
public import Answers
public import Planning
public import SimpleFeatures

/// A report by hand: a conflict, a sliver, an accepted finding, a hostile name, and what was not
/// checked.
public enum SampleReport {
  /// A day.
  public static func day(_ text: String) -> CalendarDate? { CalendarDate(iso: text) }

  /// A rule by its words.
  public static func rule(
    _ code: RuleCode, _ family: RuleFamily, _ title: LocalText, _ message: LocalText,
    severity: Diagnostic.Severity = .error, parameters: [String: RuleParameter] = [:]
  ) -> Rule {
    Rule(
      code: code, family: family, scopes: [.parcels], title: title,
      about: LocalText("\(title.zh)的检查", "Asks for: \(title.en)"), message: message,
      advice: LocalText("核对后处理", "compare, then mend"),
      severities: [.draft: severity, .approved: severity, .supplied: severity],
      parameters: parameters, source: LocalText("国土空间规划有关规定", "rules of territorial planning"),
      responsibility: family == .register ? .bureau : .sender)
  }

  /// A rule with a parameter.
  public static let farmland = rule(
    .farmlandOccupied, .threeLines, LocalText("占用永久基本农田", "permanent basic farmland taken"),
    LocalText("{parcel}占用永久基本农田{area}，占地块{share}", "{parcel} takes {area} of farmland, {share}"),
    parameters: [
      "least_area": RuleParameter(
        .number(1), unit: "m2", note: LocalText("小于此面积不计", "smaller ones do not count"))
    ])
  /// A rule that finds nothing.
  public static let redline = rule(
    .redlineOccupied, .threeLines, LocalText("占用生态保护红线", "ecological redline taken"),
    LocalText("{parcel}占用生态保护红线{area}", "{parcel} takes {area} of the redline"))
  /// A rule that cannot be asked.
  public static let growth = rule(
    .growthBoundaryOutside, .threeLines, LocalText("城镇开发边界外", "outside the growth boundary"),
    LocalText("{parcel}在城镇开发边界外{area}", "{area} of {parcel} lie outside"))
  /// A rule of thin overlaps.
  public static let sliver = rule(
    .coverageSliver, .coverage, LocalText("狭长重叠", "sliver"),
    LocalText("{first}与{second}重叠{area}", "{first} and {second} overlap by {area}"), severity: .info
  )
  /// A rule of a value that the message does not find.
  public static let indicator = rule(
    .indicatorRange, .indicators, LocalText("指标超出范围", "indicator out of range"),
    LocalText("{indicator}{interval}超出{missing}", "{indicator} {interval} beyond {missing}"),
    severity: .warning)

  /// A document.
  public static let source = DocumentReference(
    number: "中政函〔2025〕62号", title: "关于 A-01 的批复", date: day("2025-06-30"), kind: .planApproval,
    version: 1, recordedAt: "2026-11-20T08:00:00.000Z",
    place: SourcePlace(file: "中政函〔2025〕62号.txt", lineStart: 12, lineEnd: 18))

  /// A parcel.
  public static func parcel(_ name: String) -> FindingSubject {
    FindingSubject(kind: .parcel, key: "中阳县|南片区|\(name)", label: name, group: "南片区")
  }

  /// A square, clockwise as no GeoJSON may have it.
  public static func square(_ x: Double, _ y: Double, _ size: Double) -> Geometry {
    Geometry(polygon: [[x, y, x, y + size, x + size, y + size, x + size, y, x, y]])
  }

  /// A corner in EPSG:4525.
  public static let origin = (x: 37_500_000.0, y: 4_130_000.0)

  /// Schematic land taken.
  public static var conflict: Finding {
    var finding = Finding(
      .farmlandOccupied, .error, subjects: [parcel("A-01")],
      values: [
        "parcel": .text("A-01"), "area": .squareMetres(1_234.567), "share": .percent(12.345),
      ])
    finding.conclusion = .conflict
    finding.squareMetres = 1_234.567
    finding.share = 12.345
    finding.isSchematic = true
    finding.shape = square(origin.x, origin.y, 35.136)
    finding.sources = [source]
    return finding
  }

  /// A sliver of an area and a line.
  public static var tiny: Finding {
    var finding = Finding(
      .coverageSliver, .info, subjects: [parcel("A-01"), parcel("A-02")],
      values: ["first": .text("A-01"), "second": .text("A-02"), "area": .squareMetres(0.0123)])
    finding.squareMetres = 0.0123
    finding.isSliver = true
    finding.shape = Geometry(collection: [
      Geometry(
        .lineString, xy: [origin.x, origin.y, origin.x, origin.y + 1], ringOffsets: [0, 2],
        partOffsets: [0, 1]),
      Geometry(
        polygon: [
          [
            origin.x, origin.y, origin.x, origin.y + 1, origin.x + 0.0246, origin.y,
            origin.x, origin.y,
          ]
        ]),
    ])
    return finding
  }

  /// A name that is a formula and a script.
  public static var hostile: Finding {
    var finding = Finding(
      .indicatorRange, .warning,
      subjects: [
        FindingSubject(
          kind: .parcel, key: "x",
          label: "=HYPERLINK(\"http://x\")<script>alert('1')</script>\u{1B}[2J",
          group: "\"><img src=x onerror=alert(1)>")
      ],
      values: [
        "indicator": .indicator(.floorAreaRatio),
        "interval": .interval(
          Interval(upper: Interval.Bound(2.6, inclusive: true)), .floorAreaRatio),
      ])
    finding.detail = "floor_area_ratio"
    finding.shape = Geometry(pointX: origin.x + 10, y: origin.y + 10)
    return finding
  }

  /// A finding without shape that does not count.
  public static var accepted: Finding {
    var finding = conflict
    finding.subjects = [parcel("B-07")]
    finding.values["parcel"] = .text("B-07")
    finding.conclusion = .conditional
    finding.squareMetres = 300
    finding.shape = nil
    finding.acceptance = FindingAcceptance(
      finding: finding.id, reason: "已办理占用审批 & 补划", author: "王",
      recordedAt: "2026-11-20T09:00:00.000Z", squareMetres: 300)
    return finding
  }

  /// The whole report.
  public static var report: CheckReport {
    let rules = [farmland, redline, growth, sliver, indicator]
    let profile = RuleProfile(
      name: "default", version: "1.0", digest: String(repeating: "ab", count: 32),
      slivers: SliverThresholds(area: 10, areaOverPerimeter: 0.05),
      zones: ZoneAssignmentRule(shareOfParcel: 10, shareOfZone: 50, tie: 0.01, limit: 3),
      rules: Dictionary(uniqueKeysWithValues: rules.map { ($0.code, $0) }))
    var report = CheckReport(
      scope: .all, moment: Moment(asOf: day("2026-11-21"), knownAt: "2026-11-21T07:00:00.000Z"),
      profile: profile)
    report.register = "中阳县.gpkg"
    report.counties = ["中阳县"]
    (report.parcelCount, report.boundaryCount, report.documentCount) = (1_250, 1_200, 31)
    report.epsg = 4525
    report.versions = ["yulin": "0.4.0", "GEOS": "3.11.1"]
    report.layers = [
      LayerVersion(
        source: LayerSource(
          name: "永久基本农田", role: .permanentBasicFarmland, quality: .schematic,
          file: SourceFile(name: "farmland.geojson", sha256: "cd", extractor: "yulin 0.4.0"),
          date: day("2024-12-31"), epsg: 4525),
        version: 2, recordedAt: "2026-11-20T08:00:00.000Z", table: "layer_1", featureCount: 12,
        faultCount: 1, envelope: nil, fields: [])
    ]
    func outcome(
      _ rule: Rule, _ checked: Int, _ findings: Int, _ missing: [NotCheckedReason: Int] = [:]
    ) -> CheckReport.Outcome {
      var tally = FindingCollector.Tally()
      (tally.checked, tally.findings, tally.notChecked) = (checked, findings, missing)
      return CheckReport.Outcome(rule: rule, tally: tally)
    }
    report.outcomes = [
      outcome(sliver, 1_200, 1, [.noBoundary: 48, .invalidShape: 2]),
      outcome(indicator, 1_250, 1),
      outcome(farmland, 1_200, 2, [.noBoundary: 50]),
      outcome(redline, 1_200, 0, [.noBoundary: 50]),
      outcome(growth, 0, 0, [.layerMissing(.growthBoundary): 1_250]),
    ]
    report.findings = [conflict, hostile, tiny, accepted]
    return report
  }
}
