import Terms
import Answers
import Filtering
import Planning
import Registry
import TestSupport
import Testing

@Suite("A lookup")
struct LookupTests {
  /// A reserve-to-listing chain, a plan, a split.
  func sample() throws -> SampleRegister {
    var plan = Sample.document(
      "样政函〔2025〕62号", on: "2025-06-30",
      parcels: [
        Sample.parcel("03-05", use: "090104", name: "旅馆用地", area: 21_232, location: "县政府西侧"),
        Sample.parcel("NX-01-01", use: "100103", area: 22_103),
        Sample.parcel("NX-01-02", use: "1401", area: 330),
      ])
    plan.lineage = [
      ParcelLineage(kind: .split, from: ["NX-01"], to: ["NX-01-01", "NX-01-02"], line: 20)
    ]
    plan.totals = [
      AreaTotal(landUseName: "旅馆用地", area: StatedArea(squareMetres: 21_232), place: Sample.place(4))
    ]
    var reserve = Sample.document(
      "样政函〔2025〕85号", on: "2025-08-01",
      transactions: [Sample.act(.reserve, "D-08-01", area: 55_104, location: "样县金罗镇")],
      kind: .reserve)
    reserve.title = "样县人民政府关于调整土地储备计划的批复"
    let listing = Sample.document(
      "样政函〔2025〕86号", on: "2025-08-20",
      transactions: [
        Sample.act(.listing, "D-08-01", party: "样县鑫琪物资贸易有限公司"),
        Sample.act(.reclaimFree, nil, party: "样县粮站"),
      ], kind: .supply)
    return try SampleRegister(plan, reserve, listing)
  }

  @Test(
    "A parcel's number is found in any width, case and spacing",
    arguments: ["03-05", "０３－０５", " 03 - 05 ", "03-05地块"])
  func numbers(text: String) throws {
    let record = try #require(try sample().parcel(text))
    #expect(record.values.landUse.map(\.code) == ["090104"])
    #expect(record.county == "样县")
    #expect(record.documents.map(\.number) == ["样政函〔2025〕62号"])
    #expect(record.documents[0].place == Sample.place(5))
  }

  @Test(
    "A document's number is found as people type it",
    arguments: [
      "样政函〔2025〕62号", "样政函2025年62号", "样政函2025-62", "样政函 2025年第62号", "2025年样政函62号", "样政函（２０２５）６２号",
      "样政函〔2025〕062",
    ])
  func typedNumbers(text: String) throws {
    let answer = try sample().register.lookup(text)
    #expect(answer.documents.map(\.reference.number) == ["样政函〔2025〕62号"])
  }

  @Test("A document's number without its year is asked back")
  func yearlessNumber() throws {
    let answer = try sample().register.lookup("样政函62号")
    #expect(answer.verdict == .none)
    #expect(answer.suggestions == ["样政函〔2025〕62号"])
  }

  @Test("Reserve and listing make one chain on one parcel")
  func chain() throws {
    let record = try #require(try sample().parcel("d-08-01"))
    #expect(record.status == .supplyApproved)
    #expect(record.transactions.map(\.fact.kind) == [.reserve, .listing])
    #expect(record.documents.map(\.number) == ["样政函〔2025〕85号", "样政函〔2025〕86号"])
    #expect(record.values.area?.squareMetres == 55_104)
    let states = record.history.filter { $0.property == "status" }
    #expect(states.map(\.old) == [nil, .text("reserved")])
    #expect(states.map(\.new) == [.text("reserved"), .text("supply_approved")])
  }

  @Test("A parcel that was split answers with its children")
  func split() throws {
    let sample = try sample()
    let answer = try sample.register.lookup("NX-01")
    #expect(answer.verdict == .found)
    #expect(answer.parcels.map(\.values.parcelID) == ["NX-01-01", "NX-01-02"])
    #expect(answer.parcels[0].kinship.splitFrom == ["NX-01"])
    try sample.add([
      Sample.document("样政函〔2020〕1号", on: "2020-01-01", parcels: [Sample.parcel("NX-01", area: 9)])
    ])
    let later = try sample.register.lookup("NX-01")
    #expect(later.parcels.map(\.status) == [.superseded, .planned, .planned])
    #expect(later.parcels[0].kinship.splitInto == ["NX-01-01", "NX-01-02"])
    let before = try sample.register.lookup("NX-01", at: moment(asOf: "2021-01-01"))
    #expect(before.parcels.map(\.status) == [.planned])
  }

  @Test("A child that names its parent makes the split known")
  func parents() throws {
    var child = Sample.parcel("A-1-1")
    child.parentID = "A-1"
    let sample = try SampleRegister(
      Sample.document("样政函〔2025〕1号", on: "2025-01-01", parcels: [child]))
    #expect(try sample.parcel("A-1")?.values.parcelID == "A-1-1")
  }

  @Test("Merged and renumbered parcels lead to what took their place")
  func merged() throws {
    var merge = Sample.document(
      "样政函〔2025〕2号", on: "2025-02-01", parcels: [Sample.parcel("C"), Sample.parcel("D")])
    merge.lineage = [
      ParcelLineage(kind: .merge, from: ["A", "B"], to: ["C"], line: 2),
      ParcelLineage(kind: .renumber, from: ["C"], to: ["D"], line: 3),
    ]
    let sample = try SampleRegister(
      Sample.document(
        "样政函〔2025〕1号", on: "2025-01-01", parcels: [Sample.parcel("A"), Sample.parcel("B")]), merge)
    let answer = try sample.register.lookup("A")
    #expect(answer.parcels.map(\.values.parcelID) == ["A", "C", "D"])
    #expect(answer.parcels.map(\.status) == [.superseded, .superseded, .planned])
    #expect(answer.parcels[1].kinship.mergedFrom == ["A", "B"])
  }

  @Test(
    "A document's number is found in any spelling, with all it says",
    arguments: ["样政函〔2025〕62号", "样政函[2025]62号", "样政函 (2025) 第 062 号", "样政函〔2025〕62"])
  func documents(text: String) throws {
    let answer = try sample().register.lookup(text)
    #expect(answer.documents.map(\.reference.number) == ["样政函〔2025〕62号"])
    #expect(answer.documents.first?.parcelCount == 3)
    #expect(answer.parcels.map(\.values.parcelID) == ["03-05", "NX-01-01", "NX-01-02"])
    #expect(answer.totals.map(\.landUseName) == ["旅馆用地"])
  }

  @Test("A place, a party and words of a title are found inside longer texts")
  func words() throws {
    let sample = try sample()
    #expect(try sample.parcel("县政府 西侧")?.values.parcelID == "03-05")
    #expect(try sample.parcel("金罗镇")?.values.parcelID == "D-08-01")
    #expect(try sample.parcel("鑫琪物资")?.values.parcelID == "D-08-01")
    let station = try sample.register.lookup("粮站")
    #expect(station.parcels.isEmpty)
    #expect(station.transactions.map(\.fact.kind) == [.reclaimFree])
    let title = try sample.register.lookup("调整土地储备计划")
    #expect(title.documents.map(\.reference.number) == ["样政函〔2025〕85号"])
    #expect(title.parcels.map(\.values.parcelID) == ["D-08-01"])
    #expect(try sample.register.lookup("城北片区").parcels.count == 3)
  }

  @Test("Signs of SQL are words like any other")
  func quoting() throws {
    let sample = try sample()
    for text in ["%", "_", "'", "甲' OR '1'='1", "\"", "甲%", "号_"] {
      #expect(try sample.register.lookup(text).verdict == .none, "\(text)")
    }
  }

  @Test("Not found is said as not found, with near misses")
  func none() throws {
    let sample = try sample()
    let answer = try sample.register.lookup("03-06")
    #expect(answer.verdict == .none)
    #expect(answer.suggestions == ["03-05"])
    #expect(try sample.register.lookup("乙镇").verdict == .none)
    #expect(try sample.register.lookup("样政函〔2025〕63号").suggestions.contains("样政函〔2025〕62号"))
  }

  @Test(
    "A point or a file is not checked, as there are no boundaries",
    arguments: ["111.19,37.34", "@land.geojson"])
  func places(text: String) throws {
    #expect(try sample().register.lookup(text).verdict == .notChecked)
  }

  @Test("A township finds what was in one merged into it, from the day of the merger")
  func townships() throws {
    var merger = Sample.document("样政函〔2022〕5号", on: "2022-01-20", title: "区划调整", kind: .other)
    merger.administrativeChanges = [
      AdministrativeChange(
        from: ["车鸣峪乡"], into: "暖泉镇", date: CalendarDate(year: 2021, month: 3, day: 24), line: 3)
    ]
    var list = Sample.document("样政函〔2020〕3号", on: "2020-05-01", title: "隐患点", kind: .hazardList)
    var site = HazardSite(name: "闹泥沟口崩塌", place: Sample.place(9))
    site.township = "车鸣峪乡"
    list.sites = [site]
    list.parcels = [Sample.parcel("1", plan: nil, location: "样县车鸣峪乡车鸣峪村")]
    let sample = try SampleRegister(merger, list)
    #expect(try sample.numbers("township = 暖泉镇") == ["1"])
    #expect(try sample.numbers("township = 暖泉镇", at: moment(asOf: "2021-03-23")) == [])
    #expect(try sample.numbers("township = 暖泉镇", at: moment(asOf: "2021-03-24")) == ["1"])
    let filter = try RegisterFilter(parsing: ["township = 暖泉镇"], for: .sites)
    #expect(try sample.register.lists.sites(matching: filter).map(\.fact.name) == ["闹泥沟口崩塌"])
    #expect(try sample.register.lookup("暖泉镇").sites.count == 1)
    #expect(try sample.register.lookup("车鸣峪").parcels.count == 1)
  }
}
