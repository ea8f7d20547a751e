internal import Characters
public import Foundation
public import Planning

/// Reads profiles of rules: the one that the program carries in itself, and a bureau's own, which
/// changes of it what it names.
///
/// A profile is read strictly: what is not known, missing or impossible is an error that names file
/// and line. Nothing is read before it is asked for.
public enum RuleProfileReader {
  private static let standardResult = Result { () throws(RuleProfileFault) in
    try read(standardFiles)
  }

  /// The standard profile, from Data/rules. Read once.
  public static func standard() throws(RuleProfileFault) -> RuleProfile {
    try standardResult.get()
  }

  /// A bureau's profile over another.
  ///
  /// - Parameters:
  ///   - file: the file's name, for errors.
  ///   - data: the file's content.
  public static func read(
    _ data: Data, file: String, over base: RuleProfile
  ) throws(RuleProfileFault) -> RuleProfile {
    guard data.count <= RuleDocument.byteLimit else {
      throw RuleProfileFault(
        file: file, reason: .tooLarge, seen: "\(RuleDocument.byteLimit >> 20) MiB")
    }
    let text: String
    do {
      text = try TextDecoding.text(Array(data), file: file)
    } catch {
      var line: Int?
      if case .notText(let damage) = error.reason { line = damage?.line }
      throw RuleProfileFault(
        file: file, line: line, reason: error.reason == .empty ? .empty : .notText)
    }
    var profile = base
    let top = try RuleDocument.root(of: text, file: file)
      .members(["name", "version", "slivers", "zones", "acceptances", "rules"])
    profile.name += " + " + (try top.required("name").text())
    profile.version += " + " + (try top.required("version").text())
    try readShared(top, into: &profile)
    if let rules = top.optional("rules") {
      var seen: Set<RuleCode> = []
      for node in try rules.list() {
        let members = try node.members(nil)
        let code = try RuleReading.code(members)
        guard seen.insert(code).inserted else {
          throw node.fault(.duplicate, seen: code.rawValue)
        }
        guard var rule = profile.rules[code] else { continue }
        let named = RuleReading(members: members).named(code)
        try RuleReading(members: try named.members(RuleReading.changeableKeys)).change(&rule)
        profile.rules[code] = rule
      }
    }
    profile.digest = ContentDigest.hexadecimal(of: (base.digest + text).utf8)
    return profile
  }

  /// A bureau's profile over another, from a file.
  public static func read(
    file: String, over base: RuleProfile
  ) throws(RuleProfileFault) -> RuleProfile {
    let data: Data
    do {
      // A byte more than may be tells a file that is too large without reading it whole.
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
      defer { try? handle.close() }
      data = try handle.read(upToCount: RuleDocument.byteLimit + 1) ?? Data()
    } catch {
      throw RuleProfileFault(
        file: file, reason: .unreadable, seen: (error as NSError).localizedDescription)
    }
    return try read(data, file: file, over: base)
  }

  // MARK: - The standard profile

  /// The files of Data/rules, which the program carries in itself, the profile first.
  ///
  /// Without the end of the last line: so they were when the digest was first written into reports.
  static var standardFiles: [(name: String, text: String)] {
    (["profile"] + RuleFamily.allCases.map(\.rawValue)).map { file in
      let name = "Data/rules/\(file).yaml"
      var text = Resource.text(name) ?? ""
      if text.last == "\n" { text.removeLast() }
      return (name, text)
    }
  }

  /// The profile of a set of files: the first has name, version and thresholds, each other a family.
  static func read(
    _ files: [(name: String, text: String)]
  ) throws(RuleProfileFault) -> RuleProfile {
    guard let first = files.first else {
      throw RuleProfileFault(file: "", reason: .empty)
    }
    let top = try RuleDocument.root(of: first.text, file: first.name)
      .members(["name", "version", "slivers", "zones", "acceptances"])
    var profile = RuleProfile(
      name: try top.required("name").text(), version: try top.required("version").text(),
      digest: "", slivers: SliverThresholds(area: 0, areaOverPerimeter: 0),
      zones: ZoneAssignmentRule(shareOfParcel: 0, shareOfZone: 0, tie: 0, limit: 1), rules: [:])
    for key in ["slivers", "zones", "acceptances"] {
      _ = try top.required(key).members(nil).required("source")
    }
    try readShared(top, into: &profile)
    let digest = ContentDigest()
    digest.update(first.text.utf8)
    for file in files.dropFirst() {
      digest.update(file.text.utf8)
      let members = try RuleDocument.root(of: file.text, file: file.name)
        .members(["family", "rules"])
      let family = try members.required("family").word(RuleFamily.self)
      for node in try members.required("rules").list() {
        let rule = try RuleReading.rule(node, of: family)
        guard profile.rules.updateValue(rule, forKey: rule.code) == nil else {
          throw node.fault(.duplicate, seen: rule.code.rawValue)
        }
      }
    }
    for code in RuleCode.allCases where profile.rules[code] == nil {
      throw RuleProfileFault(file: first.name, key: code.rawValue, reason: .missing)
    }
    profile.digest = digest.hexadecimal()
    return profile
  }

  /// The thresholds that all rules share, where the file names them.
  private static func readShared(
    _ top: RuleNode.Members, into profile: inout RuleProfile
  ) throws(RuleProfileFault) {
    if let node = top.optional("slivers") {
      let slivers = try node.members(["area_m2", "area_over_perimeter_m", "source"])
      if let value = slivers.optional("area_m2") { profile.slivers.area = try value.number() }
      if let value = slivers.optional("area_over_perimeter_m") {
        profile.slivers.areaOverPerimeter = try value.number()
      }
      if let source = slivers.optional("source") {
        profile.sliverSource = try source.localText()
      }
    }
    if let node = top.optional("acceptances") {
      let acceptances = try node.members(["growth_percent", "source"])
      if let value = acceptances.optional("growth_percent") {
        profile.acceptanceGrowth = try value.number(upTo: 100)
      }
    }
    guard let node = top.optional("zones") else { return }
    let zones = try node.members([
      "share_of_parcel_percent", "share_of_zone_percent", "tie_percent", "limit", "source",
    ])
    if let value = zones.optional("share_of_parcel_percent") {
      profile.zones.shareOfParcel = try value.number(upTo: 100)
    }
    if let value = zones.optional("share_of_zone_percent") {
      profile.zones.shareOfZone = try value.number(upTo: 100)
    }
    if let value = zones.optional("tie_percent") {
      profile.zones.tie = try value.number(upTo: 100)
    }
    if let value = zones.optional("limit") { profile.zones.limit = try value.count() }
    if let source = zones.optional("source") { profile.zoneSource = try source.localText() }
  }
}
