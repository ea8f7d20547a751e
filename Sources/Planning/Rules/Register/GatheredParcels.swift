/// Parcels about which the same is to be told: one by one, or from a number on together, with the
/// first of them by name. A county's 190 000 take no more room than that.
struct GatheredParcels {
  /// A parcel to be told.
  struct Member {
    var subject: FindingSubject
    var stage: RuleStage
    var sources: [DocumentReference]
    var isSchematic: Bool
    var squareMetres: Double?
  }

  private(set) var count = 0
  /// The first by name.
  private(set) var members: [Member] = []
  private let limit: Int

  /// None yet.
  ///
  /// - Parameter limit: so many are told one by one.
  init(limit: Int) { self.limit = max(limit, GatheredParcels.named) }

  private static let named = 5

  mutating func append(_ member: Member) {
    count += 1
    let key = (member.subject.label, member.subject.key)
    let place =
      members.firstIndex { ($0.subject.label, $0.subject.key) > key } ?? members.count
    guard place < limit else { return }
    members.insert(member, at: place)
    if members.count > limit { members.removeLast() }
  }

  /// Whether they are told one by one.
  func isFew(_ limit: Int) -> Bool { count <= limit }

  /// The parcels in words: the one, or their number with the first by name.
  var words: LocalText {
    let names = members.prefix(GatheredParcels.named).map(\.subject.label)
    guard count > 1 else { return LocalText(names.first ?? "", names.first ?? "") }
    let more = count > names.count
    return LocalText(
      "\(count) 个地块（\(names.joined(separator: "、"))\(more ? "等" : "")）",
      "\(count) parcels (\(names.joined(separator: ", "))\(more ? ", …" : ""))")
  }
}
