import Terms
import Answers
import Planning
import Registry
import TestSupport
import Testing

@Suite("In force and known")
struct BitemporalTests {
  /// An approval of 2023, its adjustment of 2024, and a correction of the approval learnt last.
  static func register() throws -> (SampleRegister, recorded: [String]) {
    let folder = try TemporaryFolder()
    let register = try LandRegister.create(at: folder.path("land.gpkg"))
    let approval = Sample.document(
      "样政函〔2023〕5号", on: "2023-05-01",
      parcels: [Sample.parcel("03-05", use: "090104", area: 100, floorAreaRatio: 2)])
    let adjustment = Sample.document(
      "样政函〔2024〕9号", on: "2024-06-01",
      parcels: [Sample.parcel("03-05", plan: Sample.adjustedPlan, floorAreaRatio: 2.5)])
    var correction = approval
    correction.parcels[0].area = StatedArea(squareMetres: 110)
    correction.parcels[0].indicators = [
      .floorAreaRatio: Interval(upper: .init(1.8, inclusive: true))
    ]
    let instants = [
      "2024-01-10T00:00:00.000Z", "2024-07-10T00:00:00.000Z", "2025-01-10T00:00:00.000Z",
    ]
    let versions = [(approval, 1), (adjustment, 1), (correction, 2)]
    try register.imports.restore(
      RegisterExport(
        documentVersions: zip(versions, instants).map { version, instant in
          RegisterExport.Version(
            version: version.1, recordedAt: instant, source: Sample.file, document: version.0)
        }))
    return (SampleRegister(folder: folder, register: register), instants)
  }

  func values(_ record: ParcelRecord?) -> [Double?] {
    [
      record?.values.area?.squareMetres,
      record?.values.indicators[.floorAreaRatio]?.upper?.value,
    ]
  }

  @Test("Now: the adjustment over the corrected approval")
  func now() throws {
    let (sample, _) = try Self.register()
    #expect(values(try sample.parcel("03-05")) == [110, 2.5])
  }

  @Test("As of a day: documents of later days do not count")
  func asOf() throws {
    let (sample, _) = try Self.register()
    #expect(values(try sample.parcel("03-05", at: moment(asOf: "2024-05-31"))) == [110, 1.8])
    #expect(values(try sample.parcel("03-05", at: moment(asOf: "2024-06-01"))) == [110, 2.5])
    let answer = try sample.register.lookup("03-05", at: moment(asOf: "2023-04-30"))
    #expect(answer.verdict == .none)
  }

  @Test("Known at an instant: what was learnt later does not count")
  func knownAt() throws {
    let (sample, recorded) = try Self.register()
    #expect(values(try sample.parcel("03-05", at: moment(knownAt: recorded[0]))) == [100, 2])
    #expect(values(try sample.parcel("03-05", at: moment(knownAt: recorded[1]))) == [100, 2.5])
    #expect(values(try sample.parcel("03-05", at: moment(knownAt: recorded[2]))) == [110, 2.5])
    let before = try sample.register.lookup("03-05", at: moment(knownAt: "2024-01-01"))
    #expect(before.verdict == .none)
  }

  @Test("Both: what was thought in mid-2024 of early 2024")
  func both() throws {
    let (sample, recorded) = try Self.register()
    let then = moment(asOf: "2024-05-31", knownAt: recorded[1])
    #expect(values(try sample.parcel("03-05", at: then)) == [100, 2])
    let list = try sample.numbers("area = 100", at: then)
    #expect(list == ["03-05"])
    #expect(try sample.numbers("area = 100") == [])
    #expect(try sample.numbers("area = 110") == ["03-05"])
  }

  @Test("A document imported late takes its place by date: the newer one stays in force")
  func lateImport() throws {
    let sample = try SampleRegister(
      Sample.document(
        "样政函〔2024〕9号", on: "2024-06-01", parcels: [Sample.parcel("1", use: "1401", area: 7)]))
    try sample.add([
      Sample.document(
        "样政函〔2020〕1号", on: "2020-01-01",
        parcels: [Sample.parcel("1", use: "07", area: 5, location: "县城西街")])
    ])
    let record = try #require(try sample.parcel("1"))
    #expect(record.values.landUse.map(\.code) == ["1401"])
    #expect(record.values.area?.squareMetres == 7)
    #expect(record.values.location == "县城西街")
    let uses = record.history.filter { $0.property == "land_use" }
    #expect(uses.map { $0.source.date?.description } == ["2020-01-01", "2024-06-01"])
  }

  @Test("Export, restore, export is the same, and so are the answers")
  func roundTrip() throws {
    let (sample, recorded) = try Self.register()
    var township = Sample.document("样政函〔2022〕1号", on: "2022-01-01", title: "调整", kind: .other)
    township.administrativeChanges = [
      AdministrativeChange(from: ["甲乡"], into: "乙镇", date: nil, line: 3)
    ]
    township.lineage = [ParcelLineage(kind: .merge, from: ["7", "8"], to: ["9"], line: 4)]
    var site = HazardSite(name: "甲村滑坡", place: Sample.place(9, file: "other.txt"))
    site.people = 4
    township.sites = [site]
    var total = AreaTotal(
      area: StatedArea(squareMetres: 3.5, text: "3.5平方米"), place: Sample.place(8))
    total.parts = ["新增": 1.5]
    township.totals = [total]
    township.transactions = [Sample.act(.reserve, "7", party: "甲公司", area: 1.0 / 3)]
    try sample.add([township])
    let export = try sample.register.export.facts()
    #expect(export.documentVersions.count == 4)
    #expect(export.documentVersions.map(\.version) == [1, 1, 2, 1])
    #expect(export.documentVersions[3].document == township)
    let copy = try SampleRegister()
    try copy.register.imports.restore(export)
    #expect(try copy.register.export.facts() == export)
    for moment in [Moment.now, moment(asOf: "2024-05-31", knownAt: recorded[1])] {
      let answer = try copy.register.lookup("03-05", at: moment)
      let former = try sample.register.lookup("03-05", at: moment)
      #expect(answer.parcels == former.parcels)
      #expect(answer.parcels.count == 1)
    }
    let error = #expect(throws: RegisterError.self) { try copy.register.imports.restore(export) }
    #expect(error?.kind == .notEmpty)
  }

  @Test("An export of another format, or whose versions do not follow, is refused")
  func badExports() throws {
    let (sample, _) = try Self.register()
    let export = try sample.register.export.facts()
    var newer = export
    newer.version = 2
    var holed = export
    holed.documentVersions.removeFirst()
    var untimely = export
    untimely.documentVersions[0].recordedAt = "yesterday"
    for bad in [newer, holed, untimely] {
      let empty = try SampleRegister()
      let error = #expect(throws: RegisterError.self) { try empty.register.imports.restore(bad) }
      #expect(error?.kind == .badExport)
      #expect(try empty.register.info().documentVersions == 0)
    }
  }
}

extension SampleRegister {
  fileprivate init(folder: TemporaryFolder, register: LandRegister) {
    self.folder = folder
    self.register = register
  }
}
