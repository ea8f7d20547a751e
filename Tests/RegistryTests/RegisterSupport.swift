import Answers
import Filtering
import Planning
import Registry
import TestSupport

/// A register in a folder of its own.
struct SampleRegister {
  let folder: TemporaryFolder
  let register: LandRegister

  init(_ documents: LandDocument...) throws {
    folder = try TemporaryFolder()
    register = try LandRegister.create(at: folder.path("land.gpkg"))
    try add(documents)
  }

  func add(_ documents: [LandDocument]) throws {
    try register.imports.documents(documents, from: Sample.file)
  }

  /// The one parcel of a number.
  func parcel(_ number: String, at moment: Moment = .now) throws -> ParcelRecord? {
    let answer = try register.lookup(number, at: moment)
    return answer.parcels.count == 1 ? answer.parcels[0] : nil
  }

  /// The numbers of the parcels that filters admit.
  func numbers(_ texts: String..., at moment: Moment = .now) throws -> [String] {
    let filter = try RegisterFilter(parsing: texts, for: .parcels)
    return try register.lists.parcels(matching: filter, at: moment, areInForce: true).map(\.label)
  }
}

/// A moment by day and instant as people write them.
func moment(asOf day: String? = nil, knownAt instant: String? = nil) -> Moment {
  Moment(
    asOf: day.flatMap { CalendarDate(iso: $0) }, knownAt: instant.flatMap { Moment.instant($0) })
}
