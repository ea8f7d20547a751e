import Answers
import Planning
import Testing

@Suite("Zones of a parcel")
struct ZoneAssignmentTests {
  let rule = ZoneAssignmentRule(shareOfParcel: 10, shareOfZone: 50, tie: 1, limit: 2)

  func assignment(_ shares: (Double, Double)..., by rule: ZoneAssignmentRule? = nil)
    -> ZoneAssignment
  {
    ZoneAssignment(
      shares.enumerated().map { index, share in
        ZoneShare(
          feature: index + 1, squareMetres: share.0 * 100, ofParcel: share.0, ofZone: share.1)
      }, layer: "zones", by: rule ?? self.rule)
  }

  func bases(_ assignment: ZoneAssignment) -> [Int: ZoneAssignment.Basis] {
    Dictionary(
      uniqueKeysWithValues: assignment.assigned.compactMap { zone in
        zone.basis.map { (zone.share.feature, $0) }
      })
  }

  @Test("A zone is assigned from the share of the parcel on, the limit itself included")
  func shareOfParcel() {
    #expect(bases(assignment((90, 5), (10, 5))) == [1: .shareOfParcel, 2: .shareOfParcel])
    #expect(bases(assignment((90, 5), (9.999, 5))) == [1: .shareOfParcel])
  }

  @Test("A small zone is assigned where enough of it lies in the parcel")
  func shareOfZone() {
    #expect(bases(assignment((97, 5), (3, 50))) == [1: .shareOfParcel, 2: .shareOfZone])
    #expect(bases(assignment((97, 5), (3, 49.999))) == [1: .shareOfParcel])
  }

  @Test("Of more than the limit the largest stay; one tied with the last stays too")
  func limit() {
    #expect(
      bases(assignment((50, 5), (30, 5), (20, 5))) == [1: .shareOfParcel, 2: .shareOfParcel])
    let tied = assignment((50, 5), (25.4, 5), (24.6, 5))
    #expect(bases(tied) == [1: .shareOfParcel, 2: .shareOfParcel, 3: .tie])
    #expect(tied.zones.map(\.isTied) == [false, true, true])
    #expect(bases(assignment((50, 5), (25.5, 5), (24.5, 5))).count == 2)
  }

  @Test("A zone that reaches no share is not tied with one that does")
  func noTieBelowTheShares() {
    let edge = assignment((80.5, 5), (10.2, 5), (9.3, 5))
    #expect(bases(edge) == [1: .shareOfParcel, 2: .shareOfParcel])
  }

  @Test("Where no zone reaches a share the largest is assigned, and what is tied with it")
  func fallback() {
    #expect(bases(assignment((9, 1), (7, 1), (4, 1))) == [1: .largest])
    #expect(bases(assignment((9, 1), (8.5, 1), (4, 1))) == [1: .largest, 2: .tie])
  }

  @Test("Two halves are both named, and are told to be tied")
  func halves() {
    let single = ZoneAssignmentRule(shareOfParcel: 10, shareOfZone: 50, tie: 1, limit: 1)
    let halves = assignment((50, 5), (50, 5), by: single)
    #expect(bases(halves) == [1: .shareOfParcel, 2: .tie])
    #expect(halves.zones.allSatisfy { $0.isTied })
  }

  @Test("The shares are shown in falling order, whatever the order in which they came")
  func order() {
    let mixed = assignment((5, 1), (60, 1), (35, 1))
    #expect(mixed.zones.map(\.share.feature) == [2, 3, 1])
    #expect(mixed.zones.map { $0.basis != nil } == [true, true, false])
    #expect(assignment().zones.isEmpty)
  }
}
