@testable import Intake
import Planning
import SimpleFeatures
import Terms
import Testing

@Suite("The attributes of boundaries")
struct BoundaryFieldsTests {
  typealias Read = (statements: [ParcelStatement], diagnostics: [Diagnostic])

  private func table(_ fields: [(String, [FieldValue])]) -> FeatureTable {
    var table = FeatureTable(name: "parcels")
    table.fields = fields.map { FieldColumn(name: $0.0, values: $0.1) }
    for row in 0..<(fields.first?.1.count ?? 0) {
      table.shapes.append(Geometry(pointX: Double(row), y: 0))
      table.places.append(row + 1)
    }
    return table
  }

  private func read(
    _ fields: [(String, [FieldValue])], _ change: (inout BoundaryFields.Options) -> Void = { _ in }
  ) -> Read {
    var options = BoundaryFields.Options()
    change(&options)
    return BoundaryFields(options).statements(of: table(fields), file: "a.shp")
  }

  private func interval(_ low: Double?, _ high: Double?) -> Interval {
    Interval(
      lower: low.map { .init($0, inclusive: true) }, upper: high.map { .init($0, inclusive: true) })
  }

  private func perHundred(_ least: Double) -> Interval {
    var interval = interval(least, nil)
    interval.isPer100SquareMetres = true
    return interval
  }

  private func codes(_ read: Read) -> [String] {
    read.diagnostics.map { "\($0.code.rawValue) \($0.arguments.joined(separator: "|"))" }
  }

  @Test("A planning database's row is read by its field names, whatever their capitals")
  func planningDatabase() throws {
    let read = read([
      ("dkbh", [.text(" CB-03 - 05 ")]), ("DKMC", [.text("城北幼儿园")]), ("YDDM", [.text("080404")]),
      ("YDMC", [.text("幼儿园用地")]), ("YDMJ", [.real(21_232)]), ("RJLSX", [.real(2.5)]),
      ("RJLXX", [.real(1)]), ("JZMDZ", [.integer(30)]), ("JZMDX", [.integer(20)]),
      ("LDLXX", [.real(0.35)]), ("JZXG", [.real(24)]), ("PFWH", [.text("中政函[2025] 62 号")]),
      ("JDCTCW", [.integer(120)]), ("BZDYBH", [.text("DY-01")]), ("FOO", [.text("bar")]),
      ("OBJECTID", [.integer(7)]),
    ]) { $0.date = CalendarDate(iso: "2024-05-01") }
    let statement = try #require(read.statements.first)
    #expect(statement.parcelID == "CB-03-05")
    #expect(statement.name == "城北幼儿园")
    #expect(
      statement.landUse == [LandUse(scheme: .mnr2023, code: "080404", name: "幼儿园用地")])
    #expect(statement.area?.squareMetres == 21_232)
    #expect(
      statement.indicators == [
        .floorAreaRatio: interval(1, 2.5), .buildingDensity: interval(20, 30),
        .greenSpaceRatio: interval(35, nil), .buildingHeight: interval(nil, 24),
        .parkingPlaces: interval(120, nil),
      ])
    #expect(statement.document == "中政函〔2025〕62号")
    #expect(
      statement.extras == ["BZDYBH": "DY-01", "FOO": "bar", "OBJECTID": "7"])
    #expect(statement.place == SourcePlace(file: "a.shp", lineStart: 1, lineEnd: 1))
    #expect(codes(read) == ["unknown_column FOO"])
  }

  @Test("A supply table's texts are intervals")
  func supplyTable() {
    let values: [(String, String, Indicator, Interval)] = [
      ("RJL", "2.0-3.0", .floorAreaRatio, interval(2, 3)),
      ("RJLMAX", "≤2.0", .floorAreaRatio, interval(nil, 2)),
      ("RJLMIN", "1.0", .floorAreaRatio, interval(1, nil)),
      ("RJLMAX", "1.0-2.5", .floorAreaRatio, interval(1, 2.5)),
      ("RJL", "＜1.5", .floorAreaRatio, Interval(upper: .init(1.5, inclusive: false))),
      (
        "RJL", "大于1.0且不大于2.5", .floorAreaRatio,
        Interval(lower: .init(1, inclusive: false), upper: .init(2.5, inclusive: true))
      ),
      ("RJL", "2.0", .floorAreaRatio, .exactly(2)),
      ("JZMDMAX", "30%", .buildingDensity, interval(nil, 30)),
      ("JZMD", "0.3", .buildingDensity, .exactly(30)),
      ("LHVMIN", "30%", .greenSpaceRatio, interval(30, nil)),
      ("JZXS", "≥40%", .buildingCoefficient, interval(40, nil)),
      ("JZXGMAX", "80m", .buildingHeight, interval(nil, 80)),
      ("JZXG", "60米", .buildingHeight, interval(nil, 60)),
      ("JZGD", "24", .buildingHeight, interval(nil, 24)),
      ("容积率上限", "2.2", .floorAreaRatio, interval(nil, 2.2)),
      ("绿地率（%）", "≥30", .greenSpaceRatio, interval(30, nil)),
      ("building_density_max", "28", .buildingDensity, interval(nil, 28)),
      ("JDCTCW", "0.8", .parkingPlaces, perHundred(0.8)),
      ("机动车停车位（个/100㎡）", "1", .parkingPlaces, perHundred(1)),
      ("parking_places_per_100_m2_min", "2", .parkingPlaces, perHundred(2)),
    ]
    for (field, text, indicator, expected) in values {
      let read = read([(field, [.text(text)])])
      #expect(read.statements.first?.indicators == [indicator: expected], "\(field) \(text)")
      #expect(read.diagnostics.isEmpty, "\(field) \(text)")
    }
  }

  @Test(
    "Dashes, slashes, blanks and nulls say nothing", arguments: ["--", "/", " ", "<Null>", "无"])
  func nothing(_ text: String) {
    let read = read([
      ("DKBH", [.text(text)]), ("RJLSX", [.text(text)]), ("YDDM", [.text(text)]),
      ("YDMJ", [.text(text)]), ("BZ", [.text(text)]),
    ])
    #expect(
      read.statements == [
        ParcelStatement(place: SourcePlace(file: "a.shp", lineStart: 1, lineEnd: 1))
      ])
    #expect(read.diagnostics.isEmpty)
  }

  @Test("A value that is no interval is kept and told once for the field")
  func notUnderstood() {
    let read = read([
      ("DKBH", [.text("A-01"), .text("A-02"), .text("A-03")]),
      ("RJLSX", [.text("二点五"), .text("二点五"), .text("2.0/1.5")]),
      ("YDMJ", [.real(-1), .text("约两亩"), .real(0)]), ("LDLXX", [.real(-9999), .real(0), .none]),
      ("JZXG", [.real(0), .real(0), .real(12)]),
    ])
    #expect(read.statements.map { $0.extras["RJLSX"] } == ["二点五", "二点五", "2.0/1.5"])
    #expect(read.statements[0].extras["YDMJ"] == "-1")
    #expect(read.statements[2].indicators == [.buildingHeight: interval(nil, 12)])
    #expect(
      Set(codes(read)) == [
        "value_not_understood A-01|RJLSX|二点五", "value_not_understood A-03|RJLSX|2.0/1.5",
        "value_not_understood A-01|YDMJ|-1", "value_not_understood A-02|YDMJ|约两亩",
        "value_not_understood A-01|LDLXX|-9999", "value_not_understood A-01|JZXG|0",
      ])
    #expect(read.diagnostics.count == 6)
  }

  @Test("Of two fields with one meaning the first speaks; a contradiction is told and kept")
  func precedence() throws {
    let read = read([
      ("DKBM", [.text("A-1"), .text("A-02")]), ("DKBH", [.text("A-01"), .text("A-02")]),
      ("ZDBH", [.text("ZP2025-1"), .none]), ("RJL", [.text("1.8"), .text("3.0")]),
      ("RJLSX", [.real(2), .real(2)]), ("DSRJLSX", [.real(1.9), .real(1.9)]),
      ("YDMJ", [.real(100), .real(100)]), ("DKMJ", [.real(100.4), .real(250)]),
      ("JYDMJ", [.real(90), .real(90)]),
    ])
    #expect(read.statements.map(\.parcelID) == ["A-01", "A-02"])
    #expect(
      read.statements[0].extras
        == ["DKBM": "A-1", "ZDBH": "ZP2025-1", "RJL": "1.8", "DSRJLSX": "1.9", "JYDMJ": "90"])
    #expect(
      read.statements[1].extras
        == ["RJL": "3.0", "DSRJLSX": "1.9", "DKMJ": "250", "JYDMJ": "90"])
    #expect(read.statements.map { $0.area?.squareMetres } == [100, 100])
    #expect(
      read.statements.map { $0.indicators[.floorAreaRatio] } == [
        interval(nil, 2), interval(nil, 2),
      ])
    #expect(
      codes(read) == [
        "conflicting_values A-01|parcel_id|A-01|A-1",
        "conflicting_values A-02|area_m2|100.0|250.0",
        "conflicting_values A-02|floor_area_ratio|≤2.0|3.0",
      ])
  }

  @Test("An area above ground or net stands where no other is given")
  func akinAlone() {
    let read = read([("JYDMJ", [.real(90)]), ("DSRJLSX", [.real(1.9)]), ("ZDBH", [.text("Z")])])
    #expect(read.statements[0].area?.squareMetres == 90)
    #expect(read.statements[0].indicators == [.floorAreaRatio: interval(nil, 1.9)])
    #expect(read.statements[0].parcelID == "Z")
    #expect(read.statements[0].extras.isEmpty)
  }

  @Test("Areas of a coordinate text are hectares, of a heading its unit, of nothing none")
  func areaUnits() {
    let text = read([
      ("地块面积", [.text("5.7089"), .text("0.7655公顷"), .text("12亩")]),
      ("地块编号", [.text("1"), .text("2"), .text("3")]),
      ("记录图形属性", [.text("面"), .text("面"), .text("面")]), ("地块用途", [.text("商服用地"), .none, .none]),
    ])
    #expect(text.statements.map { $0.area?.squareMetres } == [57_089, 7_655, 8_000])
    #expect(text.statements[0].area?.text == "5.7089公顷")
    #expect(text.statements[0].landUse.map(\.name) == ["商服用地"])
    #expect(read([("用地面积（亩）", [.real(15)])]).statements[0].area?.squareMetres == 10_000)
    let bare = read([("用地面积", [.real(15), .real(16)])])
    #expect(bare.statements.map(\.area) == [nil, nil])
    #expect(bare.statements[1].extras == ["用地面积": "16"])
    #expect(codes(bare) == ["unit_missing 15"])
    #expect(
      read([("用地面积", [.real(15)])]) { $0.areaUnit = .hectare }.statements[0].area?.squareMetres
        == 150_000)
  }

  @Test("The digits never tell the scheme: a day, an option, a field or the name does")
  func schemes() {
    func scheme(
      _ code: String, _ name: String?, field: String = "YDDM",
      _ change: (inout BoundaryFields.Options) -> Void = { _ in }
    ) -> LandUseScheme? {
      read(
        [(field, [.text(code)]), ("YDMC", [name.map { .text($0) } ?? .none])], change
      ).statements[0].landUse.first?.scheme
    }
    #expect(scheme("0601", nil) == .unknown)
    #expect(scheme("0601", nil) { $0.date = CalendarDate(iso: "2024-01-01") } == .mnr2023)
    #expect(scheme("0601", nil) { $0.date = CalendarDate(iso: "2022-01-01") } == .mnr2020)
    #expect(scheme("0601", "工业用地") == .gbt21010)
    #expect(scheme("0601", "工业用地") { $0.scheme = .mnr2023 } == .mnr2023)
    #expect(scheme("R2", "二类居住用地") == .gb50137)
    #expect(scheme("R2", nil) { $0.date = CalendarDate(iso: "2024-01-01") } == .gb50137)
    #expect(scheme("A33", nil, field: "CGYDDM") == .gb50137)
    #expect(scheme("070102", "二类城镇住宅用地") == .unknown)
    let dated = read([
      ("YDDM", [.text("0601"), .text("0601")]),
      ("PFDATE", [.text("2024/03/01"), .integer(20_210_301)]),
    ])
    #expect(dated.statements.map { $0.landUse[0].scheme } == [.mnr2023, .mnr2020])
    #expect(dated.statements[0].extras == ["PFDATE": "2024/03/01"])
    let wrong = read([("YDDM", [.text("0999")])]) { $0.scheme = .mnr2023 }
    #expect(codes(wrong) == ["code_not_in_scheme 0999|MNR-2023"])
    #expect(codes(read([("YDDM", [.text("0601")])])) == ["code_without_scheme 0601"])
  }

  @Test("Mixed uses keep their order")
  func mixed() {
    let read = read([
      ("YDYHFLDM", [.text("070102+0901"), .text("1101-07")]),
      ("YDYHFLMC", [.text("二类城镇住宅用地+商业用地"), .none]),
    ]) { $0.scheme = .mnr2023 }
    #expect(
      read.statements[0].landUse == [
        LandUse(scheme: .mnr2023, code: "070102", name: "二类城镇住宅用地"),
        LandUse(scheme: .mnr2023, code: "0901", name: "商业用地"),
      ])
    #expect(read.statements[1].landUse.map(\.code) == ["1101", "07"])
    #expect(read.diagnostics.isEmpty)
  }

  @Test("A use may stand in words in the field of codes, and a code in the field of names")
  func crossed() {
    let read = read([
      ("YDDM", [.text("二类居住用地(R2)"), .none]), ("YDXZ", [.none, .text("A33")]),
    ])
    #expect(read.statements[0].landUse.map(\.code) == ["R2"])
    #expect(read.statements[0].landUse.map(\.name) == ["二类居住用地"])
    #expect(read.statements[1].landUse == [LandUse(scheme: .gb50137, code: "A33")])
  }

  @Test("A leading zero comes back only where the scheme has that code alone")
  func leadingZeros() {
    func codesRead(
      _ value: FieldValue, _ change: (inout BoundaryFields.Options) -> Void
    ) -> (String?, [String: String], [String]) {
      let read = read([("DKBH", [.text("7")]), ("YDDM", [value])], change)
      return (read.statements[0].landUse.first?.code, read.statements[0].extras, codes(read))
    }
    let new: (inout BoundaryFields.Options) -> Void = { $0.scheme = .mnr2023 }
    for value in [FieldValue.integer(70_102), .real(70_102), .text("70102")] {
      let (code, extras, told) = codesRead(value, new)
      #expect(code == "070102")
      #expect(extras == ["YDDM": "70102"])
      #expect(told == ["leading_zero_restored YDDM|70102|070102"])
    }
    #expect(codesRead(.integer(7), new).0 == "07")
    #expect(codesRead(.integer(901), new).0 == "0901")
    #expect(codesRead(.integer(99_999), new).0 == "99999")
    #expect(codesRead(.integer(99_999), new).2 == ["code_not_in_scheme 99999|MNR-2023"])
    #expect(codesRead(.integer(1001), new).0 == "1001")
    #expect(codesRead(.integer(70_102), { _ in }).0 == "70102")
    #expect(codesRead(.integer(70_102), { _ in }).2 == ["code_without_scheme 70102"])
    let named = read([("YDDM", [.integer(601)]), ("YDMC", [.text("工业用地")])])
    #expect(named.statements[0].landUse.first?.code == "0601")
    #expect(named.statements[0].landUse.first?.scheme == .gbt21010)
    #expect(named.statements[0].parcelID == nil)
    #expect(read([("DKBH", [.integer(5)])]).statements[0].parcelID == "5")
  }

  @Test("A field is mapped by --columns to a name, a meaning or a heading")
  func mapping() {
    let read = read([
      ("编码", [.text("A-01")]), ("大小", [.real(3)]), ("FAR_U", [.real(2)]), ("code_x", [.text("R2")]),
    ]) {
      $0.columns = [
        "编码": "地块编号", "大小": "面积（亩）", "far_u": "RJLSX", "CODE_X": "land_use_code",
      ]
    }
    #expect(read.statements[0].parcelID == "A-01")
    #expect(read.statements[0].area?.squareMetres == 2_000)
    #expect(read.statements[0].indicators == [.floorAreaRatio: interval(nil, 2)])
    #expect(read.statements[0].landUse.map(\.code) == ["R2"])
    #expect(read.diagnostics.isEmpty)
  }

  @Test("Shares over 100 % and empty intervals are told")
  func impossible() {
    let read = read([
      ("DKBH", [.text("A-01"), .text("A-02")]), ("JZMDSX", [.real(300), .real(20)]),
      ("JZMDXX", [.none, .real(30)]),
    ])
    #expect(
      codes(read) == [
        "ratio_over_100 A-01|building_density|300.0",
        "empty_interval A-02|building_density|30.0|20.0",
      ])
  }

  @Test("Every field name of the table is known once, with a meaning")
  func names() {
    let names = FieldNames.standard
    #expect(names.all.count > 190)
    #expect(Set(names.all.map { $0.name.lowercased() }).count == names.all.count)
    #expect(names.all.allSatisfy { names[$0.name.uppercased()] == $0 && !$0.title.isEmpty })
    #expect(
      names.all.filter { $0.meaning == .area }.allSatisfy { ["m2", ""].contains($0.unit) })
  }

  @Test("Batches give what the whole gives, but for what concerns whole fields")
  func batches() {
    let whole = table([
      ("DKBH", (0..<50).map { .text("A-\($0)") }), ("FOO", (0..<50).map { .integer($0) }),
      ("RJLSX", (0..<50).map { .real(Double($0) / 10 + 1) }),
    ])
    let reader = BoundaryFields()
    let expected = reader.statements(of: whole, file: "a.shp")
    var statements: [ParcelStatement] = []
    var diagnostics: [Diagnostic] = []
    for start in stride(from: 0, to: 50, by: 20) {
      var part = FeatureTable(name: whole.name)
      let range = start..<min(start + 20, 50)
      part.fields = whole.fields.map { FieldColumn(name: $0.name, values: Array($0.values[range])) }
      part.places = Array(whole.places[range])
      for row in range { part.shapes.append(whole.shapes[row]) }
      let read = reader.statements(of: part, file: "a.shp", isFirst: start == 0)
      statements += read.statements
      diagnostics += read.diagnostics
    }
    #expect(statements == expected.statements)
    #expect(diagnostics == expected.diagnostics)
  }
}
