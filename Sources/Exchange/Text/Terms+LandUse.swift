public import Planning
public import Terms

extension Terms {
  /// How a class stands to another, in words.
  public static func name(of relation: LandUseRelation) -> Words {
    switch relation {
    case .same: Words("相同", "the same land")
    case .renamed: Words("改名", "renamed")
    case .recoded: Words("改码", "recoded")
    case .refined: Words("范围相同，可再细分", "the same extent, divided further")
    case .oneToMany: Words("拆分之一", "one of several parts")
    case .manyToOne: Words("合并入", "united with others")
    case .partial: Words("部分重叠", "overlaps in part")
    case .broader: Words("范围更宽", "wider")
    case .narrower: Words("范围更窄", "narrower")
    case .aggregate: Words("统计合计", "a sum for statistics")
    case .mixed: Words("按混合用途表示", "written as a mix")
    case .reused: Words("仅数字相同，含义不同", "the same digits for other land")
    case .added: Words("新增", "new")
    }
  }

  /// How sure a row is, in words.
  public static func name(of confidence: LandUseConfidence) -> Words {
    switch confidence {
    case .high: Words("可靠", "sure")
    case .mediumHigh: Words("较可靠", "fairly sure")
    case .medium: Words("一般", "to be checked")
    case .low: Words("仅供参考", "a hint only")
    case .none: Words("无对应", "none")
    }
  }
}
