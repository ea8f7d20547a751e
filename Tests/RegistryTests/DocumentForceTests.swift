import Answers
import Filtering
import Planning
import Registry
import Terms
import TestSupport
import Testing

@Suite("What documents do, and how long")
struct DocumentForceTests {
  let plan = Sample.document(
    "样政函〔2026〕5号", on: "2026-01-10",
    parcels: [Sample.parcel("B-1", use: "0902", area: 8000, floorAreaRatio: 2)])

  func listing(_ stage: ActStage = .approved, on day: String = "2026-05-02") -> LandDocument {
    var act = Sample.act(.listing, "B-1", area: 8000)
    act.stage = stage
    return Sample.document(
      "样政地〔2026〕7号", on: day, transactions: [act], kind: .supply)
  }

  func ending(
    _ numbers: String..., by force: DocumentForce = .revokes, number: String = "样政决〔2026〕1号",
    on day: String = "2026-08-03"
  ) -> LandDocument {
    var document = Sample.document(number, on: day, kind: .other)
    document.force = force
    document.revokes = numbers
    return document
  }

  func status(_ sample: SampleRegister, _ number: String, _ day: String? = nil) throws
    -> ParcelStatus?
  {
    try sample.parcel(number, at: moment(asOf: day))?.status
  }

  @Test(arguments: ["样政地〔2026〕7号", "样政地[2026]第07号", "样政地（2026）7号"], [true, false])
  func aRevokedApprovalCountsUntilItsRevocationWhicheverCameFirst(
    spelling: String, isLate: Bool
  ) throws {
    let sample = try SampleRegister(plan)
    let documents = [listing(), ending(spelling)]
    for document in isLate ? documents : documents.reversed() { try sample.add([document]) }
    #expect(try status(sample, "B-1") == .planned)
    #expect(try status(sample, "B-1", "2026-06-30") == .supplyApproved)
    #expect(try status(sample, "B-1", "2026-08-02") == .supplyApproved)
    #expect(try status(sample, "B-1", "2026-08-03") == .planned)
    #expect(try sample.numbers("status=planned") == ["B-1"])
    let record = try #require(try sample.parcel("B-1"))
    #expect(record.transactions.isEmpty)
    #expect(record.ended.map(\.source.ending?.name) == ["样政决〔2026〕1号"])
    let told = record.history.filter { $0.source.number == "样政决〔2026〕1号" }
    #expect(told.map(\.property) == ["document_ended", "status"])
    #expect(told.last?.old == .text("supply_approved"))
    #expect(told.last?.new == .text("planned"))
    #expect(record.history.contains { $0.new == .text("supply_approved") })
  }

  @Test func whatWasKnownBeforeTheRevocationStays() throws {
    let sample = try SampleRegister(plan, listing())
    let before = try sample.register.info().lastRecordedAt
    try sample.add([ending("样政地〔2026〕7号")])
    let then = moment(knownAt: before)
    #expect(try sample.parcel("B-1", at: then)?.status == .supplyApproved)
    let difference = try sample.register.differences.forEach(from: then, to: .now) { found in
      #expect(found.map(\.label) == ["B-1"])
    }
    #expect(difference.goneDocuments.map(\.number) == ["样政地〔2026〕7号"])
    #expect(difference.addedDocuments.map(\.number) == ["样政决〔2026〕1号"])
  }

  @Test func theParcelsOfARepealedPlanAreNotInForce() throws {
    let sample = try SampleRegister(plan, ending("样政函〔2026〕5号", by: .repeals))
    #expect(try sample.numbers().isEmpty)
    #expect(try sample.numbers(at: moment(asOf: "2026-06-30")) == ["B-1"])
    let answer = try sample.register.lookup("B-1")
    #expect(answer.parcels.isEmpty)
    #expect(answer.ended.map(\.source.number) == ["样政函〔2026〕5号"])
  }

  @Test func aRevocationThatIsItselfRevokedEndsNothing() throws {
    let sample = try SampleRegister(
      plan, listing(), ending("样政地〔2026〕7号"),
      ending("样政决〔2026〕1号", number: "样政决〔2026〕9号", on: "2026-10-01"))
    #expect(try status(sample, "B-1", "2026-09-01") == .planned)
    #expect(try status(sample, "B-1") == .supplyApproved)
    #expect(try sample.register.lookup("样政地〔2026〕7号").documents.map(\.hasEffect) == [true])
  }

  @Test func aCorrectedRevocationThatEndsAnotherDocumentLetsTheFirstLive() throws {
    let sample = try SampleRegister(plan, listing(), ending("样政地〔2026〕7号"))
    try sample.add([ending("样政地〔2026〕8号")])
    #expect(try status(sample, "B-1") == .supplyApproved)
    #expect(try sample.numbers("status=supply_approved") == ["B-1"])
  }

  @Test func aDocumentLapsesByItsOwnWords() throws {
    var document = listing()
    document.inForceUntil = CalendarDate(iso: "2026-06-30")
    let sample = try SampleRegister(plan, document)
    #expect(try status(sample, "B-1", "2026-06-30") == .supplyApproved)
    #expect(try status(sample, "B-1", "2026-07-01") == .planned)
    let ending = try sample.parcel("B-1", at: moment(asOf: "2026-07-01"))?.ended.first?.source
      .ending
    #expect(ending?.manner == .lapsed)
    #expect(ending?.date == CalendarDate(iso: "2026-07-01"))
  }

  @Test func theLayersFollowTheCalendarWhenARegisterIsOpened() throws {
    var document = listing()
    document.inForceUntil = CalendarDate(iso: "2020-06-30")
    let sample = try SampleRegister(plan, document)
    #expect(try status(sample, "B-1") == .planned)
    #expect(try sample.numbers("status=planned") == ["B-1"])
    #expect(try sample.register.info().transactions == 0)
  }

  @Test(arguments: DocumentForce.allCases.filter { !$0.putsFactsInForce })
  func whatDecidesNothingChangesNothingAndIsShownWithItsDocument(force: DocumentForce) throws {
    var draft = Sample.document(
      "样自然资示〔2026〕3号", on: "2026-09-09",
      parcels: [
        Sample.parcel("B-1", use: "090104", area: 9000),
        Sample.parcel("B-9", use: "1401", area: 500),
      ], transactions: [Sample.act(.allocation, "B-1", area: 9000)])
    draft.force = force
    let sample = try SampleRegister(plan, draft)
    let record = try #require(try sample.parcel("B-1"))
    #expect(record.values.landUse.map(\.code) == ["0902"])
    #expect(record.values.area?.squareMetres == 8000)
    #expect(record.status == .planned)
    #expect(record.proposals.map(\.source.force) == [force, force])
    #expect(try sample.numbers() == ["B-1"])
    let all = RegisterFilter(subject: .transactions)
    #expect(try sample.register.lists.transactions(matching: all).isEmpty)
    let ofDocument = try sample.register.lookup("样自然资示〔2026〕3号")
    #expect(ofDocument.proposals.count == 3 && ofDocument.parcels.isEmpty)
    let ofNumber = try sample.register.lookup("B-9")
    #expect(ofNumber.parcels.isEmpty && ofNumber.proposals.count == 1)
  }

  @Test func everyDocumentIsKnownByItsNumberAndListedByItsForce() throws {
    let notice = ending("样政函〔2019〕8号", by: .repeals, number: "样政发〔2026〕40号")
    let sample = try SampleRegister(plan, notice)
    #expect(try sample.register.lookup("样政发2026-40").verdict == .found)
    func listed(_ texts: String...) throws -> [String?] {
      let filter = try RegisterFilter(parsing: texts, for: .documents)
      return try sample.register.lists.documents(matching: filter).map(\.reference.number)
    }
    #expect(try listed("force=decides") == ["样政函〔2026〕5号"])
    #expect(try listed("效力=废止") == ["样政发〔2026〕40号"])
    #expect(try listed("in_force_from>2026-06-01") == ["样政发〔2026〕40号"])
  }

  @Test func aPlanOfAYearSaysNothingBeforeItsYear() throws {
    var act = Sample.act(.listing, "B-1", area: 8000)
    act.stage = .planned
    var yearly = Sample.document(
      nil, on: nil, title: "样县2027年度国有建设用地供应计划", kind: .supplyPlan)
    yearly.transactions = [act]
    let sample = try SampleRegister(plan, yearly)
    #expect(try status(sample, "B-1", "2026-12-31") == .planned)
    #expect(try status(sample, "B-1", "2027-01-01") == .plannedSupply)
  }
}

@Suite("The stages of an act")
struct ActStageTests {
  private func status(_ stages: (TransactionKind, ActStage)...) throws -> [ParcelStatus] {
    let plan = Sample.document(
      "样政函〔2026〕5号", on: "2026-01-10", parcels: [Sample.parcel("B-1", use: "0902")])
    let sample = try SampleRegister(plan)
    return try stages.enumerated().map { index, stage in
      var act = Sample.act(stage.0, "B-1", area: 100)
      act.stage = stage.1
      try sample.add([
        Sample.document(
          "样政地〔2026〕\(index + 1)号", on: "2026-0\(index + 2)-01", transactions: [act], kind: .supply)
      ])
      return try #require(try sample.parcel("B-1")).status
    }
  }

  @Test func aSupplyIsPlannedThenApprovedThenDone() throws {
    #expect(
      try status((.listing, .planned), (.listing, .announced), (.listing, .concluded))
        == [.plannedSupply, .supplyApproved, .supplied])
  }

  @Test func whatFailsLeavesTheLandAsItWasBefore() throws {
    #expect(try status((.listing, .failed)) == [.planned])
    #expect(
      try status((.reserve, .approved), (.auction, .announced), (.auction, .failed))
        == [.reserved, .supplyApproved, .reserved])
    #expect(
      try status((.listing, .approved), (.listing, .concluded), (.listing, .terminated))
        == [.supplyApproved, .supplied, .planned])
  }

  @Test func anIntentionReservesNothingAndTakesNothingBack() throws {
    #expect(try status((.reserve, .planned)) == [.planned])
    #expect(
      try status((.agreement, .approved), (.listing, .planned)) == [
        .supplyApproved, .supplyApproved,
      ])
  }
}

@Suite("Land and its numbers")
struct PlotNumberTests {
  let notice = act("甲地2026-7号", on: "2026-06-01", stage: .announced)

  static func act(
    _ number: String?, on day: String, stage: ActStage = .concluded, aliases: [String] = [],
    contract: String? = nil, supervision: String? = nil, document: String? = nil
  ) -> LandDocument {
    var act = LandTransaction(kind: .listing, place: Sample.place(3))
    act.parcelID = number
    act.stage = stage
    act.area = StatedArea(squareMetres: 4880)
    (act.aliases, act.contractNumber, act.supervisionNumber) = (aliases, contract, supervision)
    return Sample.document(
      document ?? "样自然资告〔2026〕\(day.suffix(2))号", on: day, transactions: [act], kind: .supply)
  }

  @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0], [0, 2, 1]])
  func noticeResultAndContractAreOneParcelInAnyOrder(order: [Int]) throws {
    let documents = [
      notice,
      PlotNumberTests.act(
        "990315002003GB00044", on: "2026-07-02", aliases: ["甲地2026-7"],
        supervision: "9903152026B00063"),
      PlotNumberTests.act(
        nil, on: "2026-07-20", contract: "样合〔2026〕31", supervision: "9903152026B00063"),
    ]
    let sample = try SampleRegister()
    for index in order { try sample.add([documents[index]]) }
    for number in [
      "甲地2026-7号", "990315002003GB00044", "9903152026B00063", "样合〔2026〕31", "9903152026b00063",
    ] {
      let record = try #require(try sample.parcel(number), "\(number)")
      #expect(record.transactions.count == 3)
      #expect(record.transactions.map(\.fact.stage) == [.announced, .concluded, .concluded])
      #expect(record.values.aliases == ["990315002003GB00044"])
    }
    #expect(try sample.numbers().count == 1)
  }

  @Test func aContractOfTwoParcelsMakesThemNotOne() throws {
    var both = PlotNumberTests.act("甲-1", on: "2026-07-02", contract: "样合31")
    both.transactions += PlotNumberTests.act("甲-2", on: "2026-07-02", contract: "样合31").transactions
    let sample = try SampleRegister(both)
    #expect(try sample.numbers() == ["甲-1", "甲-2"])
    #expect(Set(try sample.register.lookup("样合31").parcels.map(\.label)) == ["甲-1", "甲-2"])
  }

  @Test func twoParcelsOfOnePlanStayTwoWhateverAnotherDocumentSays() throws {
    let plan = Sample.document(
      "样政函〔2026〕5号", on: "2026-01-10", parcels: [Sample.parcel("B-1"), Sample.parcel("B-2")])
    let sample = try SampleRegister(
      plan, PlotNumberTests.act("B-1", on: "2026-07-02", supervision: "9903152026B00063"),
      PlotNumberTests.act("B-2", on: "2026-07-03", supervision: "9903152026B00063"))
    #expect(try sample.numbers() == ["B-1", "B-2"])
  }

  @Test func aCorrectedNumberTakesLandApartAgain() throws {
    let wrong = PlotNumberTests.act("乙-9", on: "2026-07-02", aliases: ["甲地2026-7"])
    let sample = try SampleRegister(notice, wrong)
    #expect(try sample.numbers().count == 1)
    try sample.add([PlotNumberTests.act("乙-9", on: "2026-07-02", aliases: ["甲地2026-8"])])
    #expect(try sample.numbers().count == 2)
  }

  @Test func aSupplyNeverWritesThePlan() throws {
    let plan = Sample.document(
      "样政函〔2026〕5号", on: "2026-01-10",
      parcels: [Sample.parcel("B-1", use: "0902", area: 8000, floorAreaRatio: 2.2)])
    var supply = PlotNumberTests.act("B-1", on: "2026-07-02")
    supply.parcels = [Sample.parcel("B-1", use: "090101", area: 9000, floorAreaRatio: 3)]
    supply.transactions[0].landUseName = "零售商业用地"
    let record = try #require(try SampleRegister(plan, supply).parcel("B-1"))
    #expect(record.values.landUse.map(\.code) == ["0902"])
    #expect(record.values.area?.squareMetres == 8000)
    #expect(record.values.indicators[.floorAreaRatio]?.upper?.value == 2.2)
    #expect(record.documents.count == 2)
  }

  @Test func aNewNumberKeepsUseAreaAndActs() throws {
    let plan = Sample.document(
      "样政函〔2026〕5号", on: "2026-01-10", parcels: [Sample.parcel("B-3", use: "1401", area: 5900)])
    var change = Sample.document("样政函〔2026〕40号", on: "2026-09-15")
    change.lineage = [ParcelLineage(kind: .renumber, from: ["B-3"], to: ["B-23"], line: 4)]
    let sample = try SampleRegister(
      plan, change, PlotNumberTests.act("B-3", on: "2026-10-01", stage: .approved))
    let record = try #require(try sample.parcel("B-23"))
    #expect(record.values.landUse.map(\.code) == ["1401"])
    #expect(record.values.area?.squareMetres == 5900)
    #expect(record.status == .supplyApproved)
    #expect(record.kinship.renumberedFrom == ["B-3"])
    #expect(try sample.numbers() == ["B-23"])
    #expect(try sample.numbers(at: moment(asOf: "2026-09-14")) == ["B-3"])
  }

  @Test func ofTwoThatBecomeOneWithTheFirstNumberTheSecondIsNotListed() throws {
    let plan = Sample.document(
      "样政函〔2026〕5号", on: "2026-01-10", parcels: [Sample.parcel("B-1"), Sample.parcel("B-4")])
    var merger = Sample.document(
      "样政函〔2026〕41号", on: "2026-09-16", parcels: [Sample.parcel("B-1", area: 20300)])
    merger.lineage = [ParcelLineage(kind: .merge, from: ["B-1", "B-4"], to: ["B-1"], line: 4)]
    let sample = try SampleRegister(plan, merger)
    #expect(try sample.numbers() == ["B-1"])
    #expect(try sample.numbers("status=superseded") == ["B-4"])
  }
}
