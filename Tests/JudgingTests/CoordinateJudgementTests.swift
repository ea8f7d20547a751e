import Judging
import Planning
import SimpleFeatures
import TestSupport
import Testing

@Suite struct CoordinateJudgementTests {
  /// A place near 中阳: easting without and with prefix, northing, degrees.
  static let (east, zoned, north) = (517_720.414, 37_517_720.414, 4_135_373.062)
  static let (longitude, latitude) = (111.2, 37.35)
  static let register = RegisterExtent(
    epsg: 4525, box: Envelope(minX: 37_500_000, minY: 4_120_000, maxX: 37_540_000, maxY: 4_150_000))

  func judge(
    _ pairs: [(Double, Double)], named: Int? = nil, register: RegisterExtent? = nil,
    local: Bool = false, _ state: (inout StatedCoordinateSystem) -> Void = { _ in }
  ) -> CoordinateJudgement {
    var stated = StatedCoordinateSystem()
    state(&stated)
    var table = FeatureTable(name: "t")
    table.coordinateSystem = stated
    for (index, pair) in pairs.enumerated() {
      table.shapes.append(Geometry(pointX: pair.0, y: pair.1))
      table.places.append(index + 10)
    }
    return CoordinateJudgement(
      tally: CoordinateTally(table), stated: stated, named: named, register: register,
      acceptsLocalGrid: local)
  }

  func codes(_ judgement: CoordinateJudgement) -> [Diagnostic.Code] {
    judgement.findings.map(\.fact.code)
  }

  @Test func aProperExchangeFileHasNoFindings() {
    let judged = judge([(Self.north, Self.zoned)], register: Self.register) {
      $0.datum = "2000国家大地坐标系"
      $0.zoneWidth = 3
      $0.zone = 37
      $0.unit = "米"
      $0.axisOrder = .northingFirst
    }
    #expect(judged.epsg == 4525)
    #expect(judged.exchangesAxes)
    #expect(judged.findings.isEmpty)
  }

  @Test func swappedAxesAreToldByMagnitudeAndSaid() {
    let judged = judge([(Self.zoned, Self.north)]) {
      $0.datum = "CGCS2000"
      $0.axisOrder = .northingFirst
    }
    #expect(judged.epsg == 4525)
    #expect(!judged.exchangesAxes)
    #expect(judged.findings.first?.fact.code == .axesSwapped)
    #expect(
      judged.findings.first?.fact.arguments == ["37517720.414", "4135373.062", "easting"])
    #expect(judged.findings.first?.place == 10)
    let degrees = judge([(Self.latitude, Self.longitude)]) {
      $0.epsg = 4490
      $0.axisOrder = .eastingFirst
    }
    #expect(degrees.epsg == 4490)
    #expect(degrees.exchangesAxes)
    #expect(degrees.findings.first?.fact.arguments.last == "northing")
  }

  @Test func orderThatNobodyPrescribesIsNoFinding() {
    for pair in [(Self.longitude, Self.latitude), (Self.latitude, Self.longitude)] {
      let judged = judge([pair]) { $0.datum = "2000国家大地坐标系" }
      #expect(judged.epsg == 4490)
      #expect(judged.exchangesAxes == (pair.0 < 60))
      #expect(judged.findings.isEmpty)
    }
  }

  @Test func prefixCountsBeforeTheHeader() {
    let judged = judge([(Self.north, Self.zoned)]) {
      $0.datum = "1980西安坐标系"
      $0.zone = 3
    }
    #expect(judged.epsg == 2361)
    #expect(codes(judged) == [.zoneContradiction])
    #expect(judged.findings.first?.fact.arguments == ["3", "37"])
    let six = judge([(Self.north, 19_517_720.4)]) {
      $0.datum = "北京54"
      $0.zoneWidth = 3
    }
    #expect(six.epsg == 21419)
    #expect(codes(six) == [.zoneContradiction])
  }

  @Test func missingPrefixIsTakenFromHeaderOptionOrRegister() {
    let pair = (Self.north, Self.east)
    let header = judge([pair]) {
      $0.datum = "CGCS2000"
      $0.zone = 37
    }
    #expect(header.epsg == 4546)
    #expect(header.findings.map(\.fact.arguments) == [["517720.414", "37", "header"]])
    let option = judge([pair], named: 4525)
    #expect(option.epsg == 4546)
    #expect(option.findings.map(\.fact.arguments) == [["517720.414", "37", "option"]])
    let register = judge([pair], register: Self.register) { $0.datum = "CGCS2000" }
    #expect(register.epsg == 4546)
    #expect(register.findings.map(\.fact.arguments) == [["517720.414", "37", "register"]])
    #expect(register.findings.map(\.severity) == [.warning])
    #expect(judge([pair]) { $0.epsg = 4546 }.findings.isEmpty)
  }

  @Test func missingZoneOrDatumIsAnError() {
    let pair = (Self.north, Self.east)
    let zone = judge([pair]) { $0.datum = "CGCS2000" }
    #expect(zone.system == nil)
    #expect(zone.findings.map(\.fact.arguments.first) == ["zone"])
    let otherDatum = judge([pair], register: Self.register) { $0.datum = "西安80" }
    #expect(otherDatum.system == nil)
    let datum = judge([(Self.north, Self.zoned)]) { $0.zone = 37 }
    #expect(datum.findings.map(\.fact.arguments.first) == ["datum"])
    #expect(datum.system == nil)
    let unknown = judge([(Self.north, Self.zoned)]) { $0.datum = "某市独立坐标系" }
    #expect(unknown.findings.map(\.fact.arguments.first) == ["datum"])
    let anything = judge([(Self.longitude, Self.latitude)], register: Self.register)
    #expect(anything.findings.map(\.fact.arguments.first) == ["anything"])
    #expect(anything.system == nil)
    for finding in (zone.findings + datum.findings + anything.findings) {
      #expect(finding.severity == .error)
    }
  }

  @Test func aHeaderAtOddsWithItselfDecidesNothing() {
    let judged = judge([(Self.north, Self.east)], register: Self.register) {
      $0.datum = "CGCS2000"
      $0.zone = 19
      $0.zoneWidth = 3
    }
    #expect(judged.system == nil)
    #expect(codes(judged) == [.coordinateSystemUnknown])
  }

  @Test func degreesWhereMetresAreSaidAreNamed() {
    let judged = judge([(Self.longitude, Self.latitude)]) {
      $0.datum = "CGCS2000"
      $0.unit = "米"
    }
    #expect(judged.epsg == 4490)
    #expect(judged.findings.map(\.fact.arguments) == [["米", "degree"]])
    let metres = judge([(Self.zoned, Self.north)]) { $0.epsg = 4490 }
    #expect(metres.epsg == 4525)
    #expect(metres.findings.map(\.fact.arguments) == [["°", "metre"]])
    let web = judge([(Self.zoned, Self.north)]) { $0.epsg = 4326 }
    #expect(web.system == nil)
    #expect(codes(web) == [.unitContradiction, .coordinateSystemUnknown])
  }

  @Test func statementsThatExcludeEachOtherAreAnErrorUnlessTheUserNamesOne() {
    let file = judge([(Self.zoned, Self.north)]) {
      $0.epsg = 4525
      $0.datum = "西安80"
    }
    #expect(file.system == nil)
    #expect(codes(file) == [.datumContradiction])
    #expect(file.findings.map(\.severity) == [.error])
    let named = judge([(Self.zoned, Self.north)], named: 2361) { $0.epsg = 4525 }
    #expect(named.epsg == 2361)
    #expect(named.findings.map(\.fact.arguments) == [["EPSG:4525", "EPSG:2361", "EPSG:2361"]])
  }

  @Test func prefixAgainstACodeWithoutOneIsSaid() {
    let judged = judge([(Self.zoned, Self.north)]) { $0.epsg = 4546 }
    #expect(judged.epsg == 4525)
    #expect(judged.findings.map(\.fact.arguments) == [["EPSG:4546", "EPSG:4525", "EPSG:4525"]])
  }

  @Test func localGridsAreRefusedUnlessParametersAreAtHand() {
    let refused = judge([(8000, 5000)]) { $0.datum = "CGCS2000" }
    #expect(refused.system == nil)
    #expect(codes(refused) == [.localGrid])
    let taken = judge([(8000, 5000)], local: true) { $0.axisOrder = .northingFirst }
    #expect(taken.system == .local)
    #expect(taken.exchangesAxes)
    #expect(judge([(8000, 5000)], local: true).system == nil)
    // 中阳 from an own central meridian lies far off that of any zone of three degrees.
    let wide = judge([(Self.north, 720_000)]) {
      $0.datum = "CGCS2000"
      $0.zone = 37
    }
    #expect(wide.epsg == 4546)
    #expect(codes(wide).contains(.localGrid))
  }

  @Test func mixedRowsAreAnError() {
    let zones = judge([(Self.zoned, Self.north), (Self.zoned + 1e6, Self.north)]) {
      $0.datum = "CGCS2000"
    }
    #expect(zones.system == nil)
    #expect(codes(zones) == [.coordinatesMixed])
    let orders = judge([
      (Self.zoned, Self.north), (Self.zoned, Self.north), (Self.north, Self.zoned),
    ]) { $0.datum = "CGCS2000" }
    #expect(codes(orders) == [.coordinatesMixed])
    #expect(orders.findings.first?.place == 12)
  }

  @Test func laterRowsAreHeldAgainstTheFirst() {
    let judged = judge([(Self.zoned, Self.north)]) { $0.datum = "CGCS2000" }
    var same = CoordinateTally()
    same.add(first: Self.zoned + 10, second: Self.north)
    #expect(judged.contradictions(in: same).isEmpty)
    same.add(first: Self.north, second: Self.zoned, place: 99)
    #expect(judged.contradictions(in: same).map(\.place) == [99])
  }

  @Test func anotherCountyIsToldFromTheRegister() {
    let near = judge([(Self.longitude, Self.latitude)], register: Self.register) { $0.epsg = 4490 }
    #expect(near.findings.isEmpty)
    let far = judge([(39_517_720, 4_135_373)], register: Self.register) { $0.datum = "CGCS2000" }
    #expect(far.epsg == 4527)
    #expect(codes(far) == [.anotherCounty])
    // Six degrees of longitude at 37.35° N are about 531 km; the register's box takes off 20.
    guard case .anotherCounty(let kilometres)? = far.findings.first?.fact else { return }
    #expect((500...520).contains(kilometres))
  }

  @Test func webMercatorMustBeNamed() {
    let pair = (12_378_727.3, 4_490_000.0)
    #expect(judge([pair]) { $0.datum = "CGCS2000" }.system == nil)
    #expect(judge([pair]) { $0.epsg = 3857 }.epsg == 3857)
  }

  @Test func otherSystemsAreTakenAtTheirWord() {
    let judged = judge([(Self.east, Self.north)]) {
      $0.epsg = 32649
      $0.axisOrder = .eastingFirst
    }
    #expect(judged.epsg == 32649)
    #expect(judged.findings.isEmpty)
  }

  @Test func findingsBecomeDiagnosticsOfTheirPlace() {
    let judged = judge([(8000, 5000)])
    let diagnostics = judged.diagnostics(file: "a.txt", line: 3)
    #expect(diagnostics.map(\.line) == [10])
    #expect(diagnostics.map(\.file) == ["a.txt"])
  }

  /// A stretch of many vertices is judged as its vertices are one by one.
  @Test func aBoxJudgesAsItsVerticesDo() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      var (whole, single) = (FeatureTable(name: "t"), CoordinateTally())
      let scale = [1.0, 100, 1e5][Int.random(in: 0..<3, using: &random)]
      for _ in 0..<20 {
        let x = Self.zoned + Double.random(in: -scale...scale, using: &random)
        let y = Self.north + Double.random(in: -scale...scale, using: &random)
        let isSwapped = Int.random(in: 0..<40, using: &random) == 0
        let pair = isSwapped ? (y, x) : (x, y)
        whole.shapes.append(Geometry(pointX: pair.0, y: pair.1))
        single.add(first: pair.0, second: pair.1)
      }
      #expect(CoordinateTally(whole) == single)
    }
  }
}
