public import Answers
public import Planning
public import Terms

// The names of the terms that Planning judges and answers with, in each language.

extension LandUseRelation {
  /// How a class stands to another, in words.
  public var name: Words {
    switch self {
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
}

extension LandUseConfidence {
  /// How sure a row is, in words.
  public var name: Words {
    switch self {
    case .high: Words("可靠", "sure")
    case .mediumHigh: Words("较可靠", "fairly sure")
    case .medium: Words("一般", "to be checked")
    case .low: Words("仅供参考", "a hint only")
    case .none: Words("无对应", "none")
    }
  }
}

extension DocumentEnding.Manner: Term {
  /// How a document lost its force.
  public var name: Words {
    switch self {
    case .revoked: Words("已撤销", "revoked")
    case .repealed: Words("已废止", "repealed")
    case .lapsed: Words("期满失效", "lapsed")
    }
  }
}

extension ParcelDifference.Kind {
  /// The name of what became of a parcel or a layer.
  public var name: Words {
    switch self {
    case .added: Words("新增", "added")
    case .gone: Words("不再有", "gone")
    case .changed: Words("变更", "changed")
    }
  }
}

extension RuleFamily: Term {
  /// The name of a family of rules.
  public var name: Words {
    switch self {
    case .shapes: Words("图形", "shapes")
    case .coverage: Words("覆盖", "coverage")
    case .areas: Words("面积", "areas")
    case .indicators: Words("控制指标", "indicators")
    case .use: Words("用途", "land use")
    case .lifeCycle: Words("用地流程", "life cycle")
    case .threeLines: Words("三线与用地审查", "three lines and land review")
    case .register: Words("登记", "register")
    }
  }
}

extension CheckScope {
  /// The name of what is checked.
  public var name: Words {
    switch self {
    case .parcels: Words("地块与界线", "parcels and boundaries")
    case .plans: Words("规划与批复", "plans and approvals")
    case .supply: Words("储备、供应与收回", "reserve, supply and reclaim")
    case .layers: Words("参考图层", "reference layers")
    case .all: Words("全部内容", "everything")
    }
  }
}

extension RuleStage {
  /// The name of a stage of land.
  public var name: Words {
    switch self {
    case .draft: Words("未批准", "draft")
    case .approved: Words("已批准", "approved")
    case .supplied: Words("已供应", "supplied")
    }
  }
}

extension NotCheckedReason {
  /// Why a rule could not be asked.
  public var name: Words {
    switch self {
    case .layerMissing(let role):
      Words("登记中没有“\(role.name[.zh])”图层", "the register has no layer “\(role.name[.en])”")
    case .noBoundary: Words("没有界线", "no boundary")
    case .invalidShape: Words("图形无效", "the shape is not valid")
    case .notStated: Words("文件未载明", "not stated in the document")
    case .schemeUnknown: Words("用地分类标准不明", "the land-use scheme is not known")
    case .fileElsewhere: Words("文件所在的文件夹不在这里", "the folder of the file is not here")
    case .noCoordinates: Words("文件只写地名，没有坐标", "a place is named without coordinates")
    case .nothingToCheck: Words("登记中没有此类内容", "the register has nothing of the kind")
    }
  }

  /// What to do so that a rule can be asked.
  public var remedy: Words {
    switch self {
    case .layerMissing: Words("导入该图层后重新检查", "import the layer, then check again")
    case .noBoundary: Words("导入界线后重新检查", "import the boundaries, then check again")
    case .invalidShape: Words("修正图形后重新导入", "mend the shape, then import it again")
    case .notStated: Words("对照原件补充", "compare with the original and add what is missing")
    case .schemeUnknown: Words("在文件中注明分类标准", "state the scheme in the document")
    case .fileElsewhere: Words("将文件放回原处后重新检查", "put the file back, then check again")
    case .noCoordinates: Words("补测坐标并导入", "survey the place, then import its coordinates")
    case .nothingToCheck: Words("无需处理", "nothing")
    }
  }
}

extension Finding.Conclusion {
  /// What follows for the land.
  public var name: Words {
    switch self {
    case .conflict: Words("冲突", "conflict")
    case .conditional: Words("有条件允许", "conditional")
    }
  }
}

extension Rule.Responsibility {
  /// Whose work it is.
  public var name: Words {
    switch self {
    case .sender: Words("报送单位", "sender")
    case .bureau: Words("登记单位", "bureau")
    }
  }
}

extension FindingSubject.Kind {
  /// The name of what a finding is about.
  public var name: Words {
    switch self {
    case .parcel: Words("地块", "parcel")
    case .document: Words("文件", "document")
    case .transaction: Words("储备供应收回", "act")
    case .boundary: Words("界线", "boundary")
    case .layerFeature: Words("图斑", "feature")
    case .layer: Words("图层", "layer")
    case .register: Words("登记", "register")
    }
  }
}

extension LookupAnswer.Verdict {
  /// The answer to a rule.
  public var name: Words {
    switch self {
    case .found: Words("有问题", "found")
    case .none: Words("已检查，无问题", "checked, none")
    case .notChecked: Words("未检查", "not checked")
    }
  }
}

extension Diagnostic.Severity: Term {
  /// The name of a gravity.
  public var name: Words {
    switch self {
    case .info: Words("提示", "note")
    case .warning: Words("警告", "warning")
    case .error: Words("错误", "error")
    }
  }
}
