internal import Answers
import ArgumentParser
import Dialogue
import Exchange
import Planning
import Registry
import Terms

/// `yulin check building`: a proposed building against the indicators of its parcel.
struct CheckBuildingCommand: ParsableCommand, SpeaksJSON {
  static let configuration = CommandConfiguration(
    commandName: "building", abstract: Wording.Help.building.text,
    discussion: Wording.Help.buildingMore.text)

  @Option(help: .init(Wording.Help.buildingParcel.text, valueName: "number"))
  var parcel: String

  @Option(help: .init(Wording.Help.buildingPlan.text, valueName: "words"))
  var plan: String?

  @OptionGroup var building: BuildingOptions

  @Option(name: .shortAndLong, help: .init(Wording.Help.format.text))
  var format: PlainFormat = .table

  @OptionGroup var register: StoreOptions
  @OptionGroup var time: MomentOptions
  @OptionGroup var language: LanguageOptions

  var speaksJSON: Bool { format.speaksJSON }

  func run() throws {
    let judgements = try parcels().map { BuildingJudgement(building.proposal, on: $0) }
    switch format {
    case .json where judgements.count == 1: try Console.writeJSON(BuildingRecord(judgements[0]))
    case .json: try Console.writeJSON(judgements.map(BuildingRecord.init))
    case .table:
      let blocks = judgements.map { BuildingText(judgement: $0).lines(Terminal.outputColumns) }
      try Console.write(blocks.joined(separator: [""]).joined(separator: "\n"))
    }
    if judgements.contains(where: { $0.verdict == .doesNotComply }) {
      throw Ending(status: .findings)
    }
  }

  /// The parcels of the number that are in force, of the plan where one is named.
  private func parcels() throws -> [ParcelRecord] {
    let moment = try time.moment()
    let answer = try register.open().history(of: parcel, at: moment)
    guard !answer.parcels.isEmpty else {
      throw Failure.noParcel(parcel, near: answer.suggestions)
    }
    let inForce = answer.parcels.filter { record in
      record.status != .superseded
        && (plan.map { record.values.plan?.contains($0) ?? false } ?? true)
    }
    guard !inForce.isEmpty else {
      let plans = answer.parcels.filter { $0.status != .superseded }.compactMap(\.values.plan)
      throw Failure.noParcelInForce(parcel, plans: plans)
    }
    return inForce
  }
}

/// The measures of a proposed building.
struct BuildingOptions: ParsableArguments {
  @Option(help: .init(Indicator.floorAreaRatio.proposed.text, valueName: "m2"))
  var floorArea: Double?

  @Option(help: .init(Wording.Help.tallStoreyArea.text, valueName: "m2"))
  var tallStoreyArea: Double = 0

  @Option(help: .init(Indicator.buildingDensity.proposed.text, valueName: "m2"))
  var footprint: Double?

  @Option(help: .init(Indicator.buildingCoefficient.proposed.text, valueName: "m2"))
  var structures: Double?

  @Option(help: .init(Indicator.greenSpaceRatio.proposed.text, valueName: "m2"))
  var green: Double?

  @Option(help: .init(Indicator.buildingHeight.proposed.text, valueName: "m"))
  var height: Double?

  @Option(help: .init(Indicator.structureHeight.proposed.text, valueName: "m"))
  var structureHeight: Double?

  @Option(help: .init(Indicator.parkingPlaces.proposed.text, valueName: "number"))
  var parkingPlaces: Int?

  @Option(help: .init(Wording.Help.storeys.text, valueName: "number"))
  var storeys: Int?

  @Option(help: .init(Wording.Help.landArea.text, valueName: "m2"))
  var landArea: Double?

  /// The building as it is judged.
  var proposal: BuildingProposal {
    BuildingProposal(
      floorArea: floorArea, tallStoreyArea: tallStoreyArea, footprint: footprint,
      structureArea: structures, greenArea: green, height: height,
      structureHeight: structureHeight, parkingPlaces: parkingPlaces, storeys: storeys,
      landArea: landArea)
  }

  func validate() throws {
    let measures = [floorArea, footprint, structures, green, height, structureHeight, landArea]
    let given = measures.compactMap(\.self) + [tallStoreyArea]
    guard given.allSatisfy({ $0.isFinite && $0 >= 0 }), storeys.map({ $0 > 0 }) ?? true,
      landArea.map({ $0 > 0 }) ?? true, parkingPlaces.map({ $0 >= 0 }) ?? true
    else { throw ValidationError(Wording.measuresAreNotNegative.text) }
    guard parkingPlaces != nil || measures.dropLast().contains(where: { $0 != nil }) else {
      throw ValidationError(Wording.nothingProposed.text)
    }
    if tallStoreyArea > (floorArea ?? 0) {
      throw ValidationError(Wording.tallStoreysAreFloors.text)
    }
  }
}
