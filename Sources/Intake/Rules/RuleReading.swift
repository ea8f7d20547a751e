internal import Planning

/// Reads one rule of a file: whole, or what a bureau's profile changes of one.
struct RuleReading {
  /// The keys of a rule of the standard profile, in the order of the files.
  static let keys = [
    "code", "title", "about", "message", "advice", "values", "severity", "scopes",
    "responsibility", "parameters", "in_force", "enabled", "source", "examples",
  ]
  /// What a bureau's profile may change: not what the program itself decides.
  static let changeableKeys = [
    "code", "title", "about", "message", "advice", "severity", "responsibility", "parameters",
    "in_force", "enabled", "source",
  ]

  let members: RuleNode.Members

  /// A rule of the standard profile.
  static func rule(
    _ node: RuleNode, of family: RuleFamily
  ) throws(RuleProfileFault) -> Rule {
    let reading = RuleReading(members: try node.members(nil))
    let code = try code(reading.members)
    let named = reading.named(code)
    return try RuleReading(members: try named.members(keys)).whole(code, family)
  }

  /// The code of a rule.
  static func code(_ members: RuleNode.Members) throws(RuleProfileFault) -> RuleCode {
    let node = try members.required("code")
    let text = try node.text()
    guard let code = RuleCode(rawValue: text) else {
      throw node.fault(
        .unknownRule, seen: text,
        allowed: EditDistance.nearest(to: text, among: RuleCode.allCases.map(\.rawValue)))
    }
    return code
  }

  /// The rule's node under its code, so that faults name the rule.
  func named(_ code: RuleCode) -> RuleNode {
    RuleNode(node: members.owner.node, file: members.owner.file, path: code.rawValue)
  }

  private func whole(
    _ code: RuleCode, _ family: RuleFamily
  ) throws(RuleProfileFault) -> Rule {
    let values = try values()
    var rule = Rule(
      code: code, family: family, scopes: try scopes(),
      title: try members.required("title").localText(),
      about: try members.required("about").localText(),
      message: try template(members.required("message"), values),
      advice: try template(members.required("advice"), values),
      values: values, severities: try severities(members.required("severity"), over: [:]),
      source: try members.required("source").localText(),
      responsibility: try members.required("responsibility").word(Rule.Responsibility.self))
    if let parameters = members.optional("parameters") {
      for (name, node) in try parameters.members(nil).pairs {
        rule.parameters[name] = try parameter(node)
      }
    }
    try readForce(into: &rule)
    let examples = try members.required("examples").members(["passes", "fails"])
    rule.passingExample = try examples.required("passes").localText()
    rule.failingExample = try examples.required("fails").localText()
    return rule
  }

  /// Changes of a rule what the file names, and nothing else.
  func change(_ rule: inout Rule) throws(RuleProfileFault) {
    if let node = members.optional("title") { rule.title = try node.localText() }
    if let node = members.optional("about") { rule.about = try node.localText() }
    if let node = members.optional("message") {
      rule.message = try template(node, rule.values)
    }
    if let node = members.optional("advice") { rule.advice = try template(node, rule.values) }
    if let node = members.optional("source") { rule.source = try node.localText() }
    if let node = members.optional("severity") {
      rule.severities = try severities(node, over: rule.severities)
    }
    if let node = members.optional("responsibility") {
      rule.responsibility = try node.word(Rule.Responsibility.self)
    }
    if let parameters = members.optional("parameters") {
      let known = rule.parameters.keys.sorted()
      for (name, node) in try parameters.members(known).pairs {
        guard let old = rule.parameters[name] else { continue }
        rule.parameters[name] = try changed(old, node)
      }
    }
    try readForce(into: &rule)
  }

  // MARK: - Parts

  private func values() throws(RuleProfileFault) -> [String: LocalText] {
    var values: [String: LocalText] = [:]
    for (name, node) in try members.required("values").members(nil).pairs {
      values[name] = try node.localText()
    }
    return values
  }

  private func scopes() throws(RuleProfileFault) -> Set<CheckScope> {
    var scopes: Set<CheckScope> = []
    for node in try members.required("scopes").list() {
      scopes.insert(try node.word(CheckScope.self))
    }
    return scopes
  }

  /// A text whose `{names}` must be values of the rule.
  private func template(
    _ node: RuleNode, _ values: [String: LocalText]
  ) throws(RuleProfileFault) -> LocalText {
    let text = try node.localText()
    for name in Rule.names(in: text).sorted() where values[name] == nil {
      throw node.fault(.unknownValue, seen: "{\(name)}", allowed: values.keys.sorted())
    }
    return text
  }

  /// One word for all stages, or a word a stage; `none` where it is not asked at a stage.
  private func severities(
    _ node: RuleNode, over old: [RuleStage: Diagnostic.Severity]
  ) throws(RuleProfileFault) -> [RuleStage: Diagnostic.Severity] {
    if node.kind == .scalar {
      let severity = try RuleReading.severity(node)
      return RuleStage.allCases.reduce(into: [:]) { $0[$1] = severity }
    }
    var severities = old
    for (name, value) in try node.members(RuleStage.allCases.map(\.rawValue)).pairs {
      guard let stage = RuleStage(rawValue: name) else { continue }
      severities[stage] = try RuleReading.severity(value)
    }
    return severities
  }

  private static func severity(
    _ node: RuleNode
  ) throws(RuleProfileFault) -> Diagnostic.Severity? {
    let text = try node.text()
    if text == "none" { return nil }
    guard let severity = Diagnostic.Severity(rawValue: text) else {
      throw node.fault(
        .unknownWord, seen: text, allowed: Diagnostic.Severity.allCases.map(\.rawValue) + ["none"])
    }
    return severity
  }

  /// A parameter as `value` with `unit` and `note`.
  private func parameter(_ node: RuleNode) throws(RuleProfileFault) -> RuleParameter {
    let members = try node.members(["value", "unit", "note"])
    return RuleParameter(
      try value(members.required("value")), unit: try members.optional("unit")?.text() ?? "",
      note: try members.required("note").localText())
  }

  /// A changed parameter: its value alone, or `value` with a note; of the same kind and unit.
  private func changed(
    _ old: RuleParameter, _ node: RuleNode
  ) throws(RuleProfileFault) -> RuleParameter {
    var parameter = old
    var valueNode: RuleNode? = node
    if node.kind == .mapping, !RuleReading.isTable(old.value) || RuleReading.hasValue(node) {
      let members = try node.members(["value", "unit", "note"])
      if let unit = members.optional("unit"), try unit.text() != old.unit {
        throw unit.fault(.otherUnit, seen: unit.shown, allowed: [old.unit])
      }
      if let note = members.optional("note") { parameter.note = try note.localText() }
      valueNode = members.optional("value")
    }
    guard let valueNode else { return parameter }
    parameter.value = try value(valueNode, like: old.value)
    return parameter
  }

  private static func isTable(_ value: RuleParameter.Value) -> Bool {
    if case .table = value { true } else { false }
  }

  private static func hasValue(_ node: RuleNode) -> Bool {
    (try? node.members(nil))?.optional("value") != nil
  }

  /// A number, a text, a list of texts or a table of numbers.
  private func value(_ node: RuleNode) throws(RuleProfileFault) -> RuleParameter.Value {
    switch node.kind {
    case .list: try value(node, like: .list([]))
    case .mapping: try value(node, like: .table([:]))
    case .scalar: try value(node, like: node.isNumber ? .number(0) : .text(""))
    }
  }

  private func value(
    _ node: RuleNode, like old: RuleParameter.Value
  ) throws(RuleProfileFault) -> RuleParameter.Value {
    switch old {
    case .number: return .number(try node.number())
    case .text: return .text(try node.text())
    case .list:
      var texts: [String] = []
      for item in try node.list() { texts.append(try item.text()) }
      return .list(texts)
    case .table:
      var table: [String: Double] = [:]
      for (name, item) in try node.members(nil).pairs { table[name] = try item.number() }
      return .table(table)
    }
  }

  private func readForce(into rule: inout Rule) throws(RuleProfileFault) {
    if let node = members.optional("enabled") { rule.isEnabled = try node.flag() }
    guard let node = members.optional("in_force") else { return }
    let force = try node.members(["from", "until"])
    if let from = force.optional("from") { rule.inForceFrom = try from.day() }
    if let until = force.optional("until") { rule.inForceUntil = try until.day() }
    if let from = rule.inForceFrom, let until = rule.inForceUntil, until < from {
      throw node.fault(.outOfRange, seen: "\(from) – \(until)", allowed: ["from ≤ until"])
    }
  }
}
