/// A building that somebody wants to build, in the measures that indicators limit. What is not told
/// cannot be judged.
public struct BuildingProposal: Hashable, Sendable, Codable {
  /// 计容建筑面积: the floor area that counts, in square metres.
  public var floorArea: Double?
  /// Of that, the floor area of industrial storeys higher than 8 m, which is counted once more, in
  /// square metres; 0 where it is not asked for.
  public var tallStoreyArea: Double
  /// 建筑基底面积: the footprint of the buildings, in square metres.
  public var footprint: Double?
  /// What structures and storage yards cover beside, in square metres: for the building coefficient.
  public var structureArea: Double?
  /// 绿地面积, in square metres.
  public var greenArea: Double?
  /// The height of the highest building, in metres.
  public var height: Double?
  /// The height of the highest structure, in metres.
  public var structureHeight: Double?
  /// How many storeys it has above ground.
  public var storeys: Int?
  /// The land that it is reckoned on, in square metres, where it is not the parcel's.
  public var landArea: Double?

  /// A proposal.
  public init(
    floorArea: Double? = nil, tallStoreyArea: Double = 0, footprint: Double? = nil,
    structureArea: Double? = nil, greenArea: Double? = nil, height: Double? = nil,
    structureHeight: Double? = nil, storeys: Int? = nil, landArea: Double? = nil
  ) {
    self.floorArea = floorArea
    self.tallStoreyArea = tallStoreyArea
    self.footprint = footprint
    self.structureArea = structureArea
    self.greenArea = greenArea
    self.height = height
    self.structureHeight = structureHeight
    self.storeys = storeys
    self.landArea = landArea
  }

  enum CodingKeys: String, CodingKey {
    case floorArea = "floor_area_m2"
    case tallStoreyArea = "tall_storey_area_m2"
    case footprint = "footprint_m2"
    case structureArea = "structures_m2"
    case greenArea = "green_m2"
    case height = "height_m"
    case structureHeight = "structure_height_m"
    case storeys
    case landArea = "land_area_m2"
  }
}
