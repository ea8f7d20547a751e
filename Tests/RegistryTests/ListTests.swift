import Terms
import Answers
import Filtering
import Planning
import Registry
import TestSupport
import Testing

@Suite("Lists of a register")
struct ListTests {
  func sample() throws -> SampleRegister {
    var listing = Sample.act(.listing, "C", area: 30_000)
    listing.landUseName = "公园绿地"
    return try SampleRegister(
      Sample.document(
        "样政函〔2024〕1号", on: "2024-03-01",
        parcels: [
          Sample.parcel("A", use: "070102", area: 5_000, location: "金罗镇"),
          Sample.parcel("B", use: "1401", area: 20_000, location: "宁乡镇"),
        ]),
      Sample.document(
        "样政函〔2025〕1号", on: "2025-03-01",
        transactions: [Sample.act(.reserve, "B"), listing]),
      Sample.document(nil, on: nil, parcels: [Sample.parcel("D", plan: nil, area: 1)]))
  }

  @Test("Filters narrow what is listed")
  func filters() throws {
    let sample = try sample()
    #expect(try sample.numbers() == ["C", "D", "A", "B"])
    #expect(try sample.numbers("use = 07") == ["A"])
    #expect(try sample.numbers("use = 14") == ["C", "B"])
    #expect(try sample.numbers("area > 15亩") == ["C", "B"])
    #expect(try sample.numbers("status = reserved") == ["B"])
    #expect(try sample.numbers("status != planned") == ["C", "B"])
    #expect(try sample.numbers("date >= 2025") == ["C", "B"])
    #expect(try sample.numbers("township = 金罗镇 AND use = 0701") == ["A"])
    #expect(try sample.numbers("plan ~ 城北", "area < 1公顷") == ["A"])
    #expect(try sample.numbers("parcel = ａ") == ["A"])
    #expect(try sample.numbers("plan = \(Sample.adjustedPlan)") == ["A", "B"])
    #expect(try sample.numbers("status = reserved", at: moment(asOf: "2024-12-31")) == [])
  }

  @Test("Documents and acts are listed by date")
  func others() throws {
    let register = try sample().register
    let documents = try register.lists.documents(matching: RegisterFilter(subject: .documents))
    #expect(documents.map(\.reference.number) == [nil, "样政函〔2024〕1号", "样政函〔2025〕1号"])
    let acts = try register.lists.transactions(
      matching: RegisterFilter(parsing: ["kind = 挂牌"], for: .transactions))
    #expect(acts.map(\.fact.parcelID) == ["C"])
  }

  @Test("The numbers of the register are told")
  func info() throws {
    let info = try sample().register.info()
    #expect(info.documents == 3)
    #expect(info.parcels == 4)
    #expect(info.statements == 3)
    #expect(info.transactions == 2)
    #expect(info.counties == ["样县"])
    #expect(info.firstDate?.description == "2024-03-01")
    #expect(info.files == [RegisterInfo.File(name: "a.txt", sha256: nil, documents: 3)])
  }

  @Test("Opening for import makes the register where there is none")
  func openOrCreate() throws {
    let folder = try TemporaryFolder()
    for _ in 1...2 {
      let register = try LandRegister.openOrCreate(at: folder.path("land.gpkg"))
      try register.imports.documents([Sample.document("样政函〔2024〕1号", on: nil)], from: Sample.file)
      #expect(try register.info().documents == 1)
    }
  }
}
