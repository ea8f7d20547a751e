public import Planning
internal import Terms

extension MapStyle {
  /// A use that occurs in a layer of parcels.
  public struct Use: Hashable, Sendable {
    /// The scheme of the code.
    public var scheme: LandUseScheme
    /// The codes as the layer writes them: `070102/0702`.
    public var code: String
    /// The name in the layer.
    public var name: String?

    /// A use.
    public init(scheme: LandUseScheme, code: String, name: String?) {
      self.scheme = scheme
      self.code = code
      self.name = name
    }
  }

  /// The parcels, each in the national colour of its main use; grey where the use is not known.
  ///
  /// - Parameters:
  ///   - uses: the uses that occur, one for each code.
  ///   - qualityField: the field that says how good a boundary is.
  public static func parcels(uses: [Use], qualityField: String? = "boundary_quality") -> MapStyle {
    let outline = MapColour(red: 60, green: 60, blue: 60)
    func symbol(_ colour: MapColour) -> Symbol {
      Symbol(fill: colour, opacity: 0.9, outline: outline, width: 0.2)
    }
    var style = MapStyle(
      name: "用地性质", shape: .polygon, field: "land_use_code", otherLabel: "未定用途",
      other: symbol(LandUseColours.unknown))
    var seen: Set<String> = []
    for use in uses.sorted(by: { $0.code < $1.code }) where seen.insert(use.code).inserted {
      let colour = LandUseColours.standard.colour(of: use.code, in: use.scheme)
      let name = use.name ?? LandUseVocabulary.standard[use.scheme, use.code]?.name
      style.categories.append(
        Category(
          value: use.code, label: [use.code, name].compactMap(\.self).joined(separator: " "),
          symbol: symbol(colour ?? LandUseColours.unknown)))
    }
    style.exception = Exception(
      field: "status", value: ParcelStatus.superseded.rawValue, label: "已分割、合并或改号",
      symbol: Symbol(outline: MapColour(red: 150, green: 150, blue: 150), width: 0.15))
    style.labels = ["parcel_id", "name"]
    style.schematicMark = qualityField.map { .quality(field: $0) }
    return style
  }
}
