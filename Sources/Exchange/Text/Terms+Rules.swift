public import Answers
public import Planning
public import Terms

extension Terms {
  /// The name of a family of rules.
  public static func name(of family: RuleFamily) -> Words {
    switch family {
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

  /// The name of what is checked.
  public static func name(of scope: CheckScope) -> Words {
    switch scope {
    case .parcels: Words("地块与界线", "parcels and boundaries")
    case .plans: Words("规划与批复", "plans and approvals")
    case .supply: Words("储备、供应与收回", "reserve, supply and reclaim")
    case .layers: Words("参考图层", "reference layers")
    case .all: Words("全部内容", "everything")
    }
  }

  /// The name of a stage of land.
  public static func name(of stage: RuleStage) -> Words {
    switch stage {
    case .draft: Words("未批准", "draft")
    case .approved: Words("已批准", "approved")
    case .supplied: Words("已供应", "supplied")
    }
  }

  /// Why a rule could not be asked.
  public static func reason(_ reason: NotCheckedReason) -> Words {
    switch reason {
    case .layerMissing(let role):
      Words("登记中没有“\(name(of: role).zh)”图层", "the register has no layer “\(name(of: role).en)”")
    case .noBoundary: Words("没有界线", "no boundary")
    case .invalidShape: Words("图形无效", "the shape is not valid")
    case .notStated: Words("文件未载明", "not stated in the document")
    case .schemeUnknown: Words("用地分类标准不明", "the land-use scheme is not known")
    case .fileElsewhere: Words("文件已不在原处", "the file is in another place now")
    case .noCoordinates: Words("文件只写地名，没有坐标", "a place is named without coordinates")
    case .nothingToCheck: Words("登记中没有此类内容", "the register has nothing of the kind")
    }
  }

  /// What to do so that a rule can be asked.
  public static func remedy(of reason: NotCheckedReason) -> Words {
    switch reason {
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

  /// What follows for the land.
  public static func name(of conclusion: Finding.Conclusion) -> Words {
    switch conclusion {
    case .conflict: Words("冲突", "conflict")
    case .conditional: Words("有条件允许", "conditional")
    }
  }

  /// Whose work it is.
  public static func name(of responsibility: Rule.Responsibility) -> Words {
    switch responsibility {
    case .sender: Words("报送单位", "sender")
    case .bureau: Words("登记单位", "bureau")
    }
  }

  /// The name of what a finding is about.
  public static func name(of kind: FindingSubject.Kind) -> Words {
    switch kind {
    case .parcel: Words("地块", "parcel")
    case .document: Words("文件", "document")
    case .transaction: Words("储备供应收回", "act")
    case .boundary: Words("界线", "boundary")
    case .layerFeature: Words("图斑", "feature")
    case .layer: Words("图层", "layer")
    case .register: Words("登记", "register")
    }
  }

  /// The answer to a rule.
  public static func name(of verdict: LookupAnswer.Verdict) -> Words {
    switch verdict {
    case .found: Words("有问题", "found")
    case .none: Words("已检查，无问题", "checked, none")
    case .notChecked: Words("未检查", "not checked")
    }
  }

  /// A thing's name with the plan or layer it belongs to: `NX-03（宁兴街片区）`.
  public static func text(of subject: FindingSubject, _ language: Language) -> String {
    let label = subject.label.isEmpty ? name(of: subject.kind)[language] : subject.label
    guard let group = subject.group, !group.isEmpty else { return label }
    return label + Words("（\(group)）", " (\(group))")[language]
  }
}
