import Answers
import Planning
import Registry
import Terms
import TestSupport
import Testing

@Suite("A search by words")
struct SearchTests {
  /// A plan of several uses, a later change of one of them, and an act.
  func sample() throws -> SampleRegister {
    let plan = Sample.document(
      "样政函〔2025〕62号", on: "2025-06-30",
      parcels: [
        Sample.parcel("A-01", use: "080403", name: "中小学用地", location: "柳林坪东侧"),
        Sample.parcel("A-02", use: "1401", name: "公园绿地", location: "柳林坪西侧"),
        Sample.parcel("A-10", use: "070102", location: "柳林坪南侧"),
        Sample.parcel("B-01", use: "090104", name: "旅馆用地", location: "溪口路62号"),
        Sample.parcel("1401", use: "100102"),
      ])
    let change = Sample.document(
      "样政函〔2026〕7号", on: "2026-02-01",
      parcels: [Sample.parcel("A-02", use: "1403", name: "广场用地")])
    var sale = Sample.act(.listing, "C-09", party: "样县青禾商贸有限公司")
    sale.landUseName = "零售商业用地"
    return try SampleRegister(
      plan, change,
      Sample.document(
        "样政函〔2026〕8号", on: "2026-03-01", transactions: [sale], kind: .supply))
  }

  func numbers(_ query: String, at moment: Moment = .now) throws -> [String] {
    try sample().register.lookup(query, at: moment).parcels.map(\.label)
  }

  @Test("A use is found by its name, its code and the classes above it")
  func uses() throws {
    #expect(try numbers("中小学用地") == ["A-01"])
    #expect(try numbers("中小学") == ["A-01"])
    #expect(try numbers("0804") == ["A-01"])
    #expect(try numbers("学校") == ["A-01"])
    #expect(try numbers("070102") == ["A-10"])
    #expect(try numbers("城镇住宅用地") == ["A-10"])
    #expect(try numbers("商业") == ["B-01", "C-09"])
    #expect(try sample().register.lookup("仓储用地").verdict == .none)
  }

  @Test("Of a use only that in force answers, as of any day")
  func inForce() throws {
    #expect(try numbers("公园绿地") == [])
    #expect(try numbers("广场用地") == ["A-02"])
    #expect(try numbers("公园绿地", at: moment(asOf: "2025-12-31")) == ["A-02"])
    #expect(try numbers("广场用地", at: moment(asOf: "2025-12-31")) == [])
    #expect(try numbers("旅馆", at: moment(knownAt: "2000-01-01")) == [])
  }

  @Test("Several words must all hold of one parcel, in whatever fields")
  func severalWords() throws {
    #expect(try numbers("柳林坪 住宅") == ["A-10"])
    #expect(try numbers("住宅　柳林坪") == ["A-10"])
    #expect(try numbers("柳林坪、A-1") == ["A-10"])
    #expect(try numbers("青禾 商业") == ["C-09"])
    #expect(try numbers("样县 广场") == ["A-02"])
    #expect(try sample().register.lookup("柳林坪 旅馆").verdict == .none)
    #expect(try sample().register.lookup("、").verdict == .none)
  }

  @Test("The beginning of a number lists what begins so, and the whole number is alone")
  func beginnings() throws {
    #expect(try numbers("a-") == ["A-01", "A-02", "A-10"])
    #expect(try numbers("Ａ－０") == ["A-01", "A-02"])
    #expect(try numbers("A-01") == ["A-01"])
    #expect(try numbers("1401") == ["1401"])
    // First what begins so, then what has the use: 14 is a class of land use too.
    #expect(try numbers("14") == ["1401", "A-02"])
  }

  @Test("A number is looked for whole in texts and in the numbers of documents")
  func wholeNumbers() throws {
    let answer = try sample().register.lookup("62")
    #expect(answer.documents.map(\.reference.number) == ["样政函〔2025〕62号"])
    #expect(answer.parcels.map(\.label) == ["B-01"])
    #expect(try sample().register.lookup("6").verdict == .none)
  }

  @Test("What is left out is counted, and the order is the same each time")
  func limits() throws {
    let many = (1...230).map { number in
      Sample.parcel("M-\(1_000 + number)", use: number.isMultiple(of: 2) ? "1401" : "1402")
    }
    let sample = try SampleRegister(
      Sample.document("样政函〔2025〕1号", on: "2025-01-01", parcels: many))
    let answer = try sample.register.lookup("1401")
    #expect(answer.parcels.count == 100)
    #expect(answer.parcels.first?.label == "M-1002")
    #expect(answer.leftOut.parcels == 15)
    #expect(try sample.register.lookup("M-").leftOut.parcels == 130)
    #expect(try sample.register.lookup("1401").parcels == answer.parcels)
    #expect(
      try sample.register.lookup("M-1").parcels.map(\.label) == many.prefix(100).map(\.parcelID))
  }

  @Test("A plot of just that name comes before those that have it in a text")
  func names() throws {
    let sample = try SampleRegister(
      Sample.document(
        "样政函〔2025〕1号", on: "2025-01-01",
        parcels: [
          Sample.parcel("A-1", location: "东河公园以北"), Sample.parcel(nil, location: "东河公园"),
        ]))
    #expect(try sample.register.lookup("东河公园").parcels.map(\.label) == ["东河公园", "A-1"])
  }
}
