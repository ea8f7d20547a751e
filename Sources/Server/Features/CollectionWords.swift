internal import Exchange
internal import Planning
internal import Registry
internal import Terms

/// What collections are called, and what to know about them.
enum CollectionWords {
  static func title(of collection: FeatureCollection) -> Words {
    switch collection.subject {
    case .parcels: Words("地块", "Parcels")
    case .sites: Words("地质灾害隐患点（文件所列）", "Hazard sites (as listed in documents)")
    case .findings: Words("检查问题", "Findings")
    case .layer(let layer): title(of: layer, isSchematic: collection.isSchematic)
    }
  }

  /// The name the layer was imported under; in English what it stands for, where that is known.
  private static func title(of layer: LayerVersion, isSchematic: Bool) -> Words {
    let name = layer.source.name
    let role = Terms.name(of: layer.source.role)[.en]
    let english =
      layer.source.role == .other || name.utf8.allSatisfy { $0 < 128 }
      ? name : role.prefix(1).uppercased() + role.dropFirst()
    return Words(
      isSchematic && !name.contains("示意") ? "\(name)（示意）" : name,
      isSchematic ? "\(english) (schematic)" : english)
  }

  static func description(of collection: FeatureCollection) -> Words {
    switch collection.subject {
    case .parcels:
      Words(
        "现行地块：用途、指标、状态、最近文件；没有界线的地块没有图形",
        "Parcels in force: use, indicators, status, latest document; a parcel without boundary has no "
          + "geometry")
    case .sites:
      Words("现行名录中的地质灾害隐患点，文件未载坐标", "Hazard sites in force; their documents print no coordinates")
    case .findings:
      Words("按通用规则检查登记库所得的问题", "What the check of the register by the usual rules finds")
    case .layer(let layer): description(of: layer, isSchematic: collection.isSchematic)
    }
  }

  private static func description(of layer: LayerVersion, isSchematic: Bool) -> Words {
    let role = Terms.name(of: layer.source.role)
    let date = layer.source.date.map(\.description)
    let zh = [role[.zh], date, layer.source.file.name].compactMap(\.self).joined(separator: "，")
    let en = [role[.en], date, layer.source.file.name].compactMap(\.self).joined(separator: ", ")
    guard isSchematic else { return Words(zh, en) }
    return Words(
      zh + "；仅为示意，不得作为权属或审批依据", en + "; schematic: no question of law may rest on it")
  }
}
