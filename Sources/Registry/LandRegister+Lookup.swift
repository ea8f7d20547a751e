public import Answers
internal import Foundation
public import Planning
internal import Storage

extension LandRegister {
  /// Answers what is known of a parcel, a document, a place, a project or a party.
  ///
  /// Asked in this order, the first that is found is the answer:
  /// 1. a parcel's number, whatever its width, case and spaces; of a parcel that was split, merged
  ///    or renumbered also what took its place;
  /// 2. a document's number in any spelling, with its parcels, acts and sites;
  /// 3. words that occur in names, places, plans, parties and titles; a township's name also finds
  ///    what was printed under those merged into it.
  ///
  /// A point or a file of shapes is not checked here: what lies at a place is asked with a
  /// ``PlaceQuestion``. Where nothing is found, near misses are suggested.
  public func lookup(_ what: String, at moment: Moment = .now) throws -> LookupAnswer {
    try told { reader in
      try Lookup(reader: reader, moment: moment, query: what).answer()
    }
  }

  /// The parcels of a number with their history, and those that took their place.
  public func history(of parcel: String, at moment: Moment = .now) throws -> LookupAnswer {
    try told { reader in
      let lookup = Lookup(reader: reader, moment: moment, query: parcel)
      return try lookup.parcelAnswer() ?? lookup.none()
    }
  }

  /// An answer that tells its moment. The instant is taken before the register is read: what is
  /// recorded meanwhile is not claimed to be known.
  private func told(
    _ question: (RegisterReader) throws -> LookupAnswer
  ) throws -> LookupAnswer {
    let now = Int(Date().timeIntervalSince1970 * 1_000)
    var answer = try store.read(question)
    answer.toldMoment = answer.moment.told(atMillisecondsSince1970: now)
    return answer
  }
}
