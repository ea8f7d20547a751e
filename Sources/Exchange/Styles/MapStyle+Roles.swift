internal import Planning
public import Terms

extension MapStyle {
  /// A reference layer, drawn as its role is usually drawn.
  ///
  /// No standard at hand fixes these colours; they are those that county plans mostly use: farmland
  /// yellow-green and hatched, the redline green, the growth boundary a strong red line.
  ///
  /// - Parameters:
  ///   - role: what the layer stands for.
  ///   - title: the layer's title.
  ///   - shape: what its shapes are.
  ///   - isSchematic: whether the layer only shows roughly where something lies.
  public static func layer(
    _ role: LayerRole, title: String, shape: Shape = .polygon, isSchematic: Bool = false
  ) -> MapStyle {
    let mark = isSchematic && !title.contains("示意") ? schematic : ""
    var style = MapStyle(
      name: title + mark, shape: shape, otherLabel: title + mark, other: symbol(of: role))
    style.isSchematic = isSchematic
    return style
  }

  private static func symbol(of role: LayerRole) -> Symbol {
    switch role {
    case .permanentBasicFarmland:
      Symbol(
        fill: MapColour(red: 246, green: 247, blue: 176), opacity: 0.7,
        hatch: Hatch(colour: MapColour(red: 148, green: 178, blue: 40), angle: 45, distance: 1.6),
        outline: MapColour(red: 128, green: 160, blue: 24), width: 0.3)
    case .ecologicalRedline:
      Symbol(
        fill: MapColour(red: 116, green: 190, blue: 120), opacity: 0.45,
        outline: MapColour(red: 20, green: 120, blue: 60), width: 0.5)
    case .growthBoundary:
      Symbol(outline: MapColour(red: 225, green: 20, blue: 30), width: 0.7)
    case .existingLandUse:
      Symbol(
        fill: MapColour(red: 245, green: 240, blue: 228), opacity: 0.6,
        outline: MapColour(red: 170, green: 160, blue: 140), width: 0.15)
    case .detailedPlan:
      Symbol(outline: MapColour(red: 40, green: 90, blue: 190), width: 0.4)
    case .hazardZone:
      Symbol(
        fill: MapColour(red: 255, green: 200, blue: 120), opacity: 0.35,
        hatch: Hatch(colour: MapColour(red: 214, green: 84, blue: 20), angle: 135, distance: 2),
        outline: MapColour(red: 214, green: 84, blue: 20), width: 0.4)
    case .suppliedLand:
      Symbol(
        hatch: Hatch(colour: MapColour(red: 130, green: 70, blue: 170), angle: 135, distance: 1.8),
        outline: MapColour(red: 130, green: 70, blue: 170), width: 0.35)
    case .other:
      Symbol(
        fill: MapColour(red: 230, green: 230, blue: 230), opacity: 0.4,
        outline: MapColour(red: 110, green: 110, blue: 110), width: 0.3)
    }
  }
}
