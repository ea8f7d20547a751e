public import Answers
internal import Foundation
public import Planning
internal import Projection
internal import SimpleFeatures
internal import Storage
internal import Topology

extension LandRegister {
  /// Answers what is known of a parcel, a document, a place, a project or a party, and of a point
  /// what lies there.
  ///
  /// A point is two numbers with a comma between. Of a parcel that is asked for by its number the
  /// answer tells too what its boundary meets in each reference layer, and its neighbours; where
  /// `isSpatial`, its boundary itself is the place that is asked about, and there is an answer for
  /// each parcel of the number.
  ///
  /// - Parameters:
  ///   - crs: the EPSG code of a point, where the user names it.
  ///   - isSpatial: whether the question goes beyond what lies here.
  /// - Throws: ``PlaceFault``, ``ShapeExportFault`` where coordinates cannot be moved,
  ///   ``RegisterError``.
  public func lookup(
    _ what: String, about question: PlaceQuestion, crs: Int? = nil, isSpatial: Bool = false,
    at moment: Moment = .now
  ) throws -> [LookupAnswer] {
    try told { reader in
      if let point = TypedPoint(what) {
        return [try answer(about: point, what, crs, question, moment, reader)]
      }
      let lookup = Lookup(reader: reader, moment: moment, query: what)
      guard isSpatial else {
        guard var answer = try lookup.parcelAnswer() else { return [try lookup.answer()] }
        try addSurroundings(to: &answer, question, moment, reader)
        return [answer]
      }
      guard let parcels = try lookup.parcelAnswer()?.parcels else { return [try lookup.none()] }
      let inquiry = try PlaceInquiry(reader: reader, moment: moment, question: question)
      return try parcels.map { parcel in
        let place = try LandRegister.place(of: parcel, reader)
        return try complete(inquiry.answer(place, excluding: parcel), what, moment, reader)
      }
    }
  }

  /// Answers what lies at places that were read from a file.
  ///
  /// - Parameter what: how the file was asked for; of several places the answers' queries tell which.
  public func lookup(
    _ places: [AskedPlace], of what: String, about question: PlaceQuestion,
    at moment: Moment = .now
  ) throws -> [LookupAnswer] {
    try told { reader in
      let inquiry = try PlaceInquiry(reader: reader, moment: moment, question: question)
      return try places.map {
        try complete(
          try inquiry.answer($0), places.count > 1 ? $0.label : what, moment, reader)
      }
    }
  }

  private func answer(
    about point: TypedPoint, _ what: String, _ crs: Int?, _ question: PlaceQuestion,
    _ moment: Moment, _ reader: RegisterReader
  ) throws -> LookupAnswer {
    guard let extent = try LandRegister.placeExtent(reader) else {
      var place = AskedPlace(kind: .point, label: what, shape: nil)
      place.reason = .nothingToCheck
      return try complete(
        PlaceAnswer(asked: place, search: question.search), what, moment, reader)
    }
    let place = try PointPlacing(register: extent, named: crs).place(of: point, text: what)
    let inquiry = try PlaceInquiry(reader: reader, moment: moment, question: question)
    return try complete(try inquiry.answer(place), what, moment, reader)
  }

  /// A parcel as a place.
  private static func place(
    of parcel: ParcelRecord, _ reader: RegisterReader
  ) throws -> AskedPlace {
    let shape = try parcel.boundary.flatMap { try reader.boundaryLayerShape($0.id) }
    var place = AskedPlace(kind: .parcel, label: parcel.label, shape: shape)
    place.epsg = try reader.registerEPSG()
    place.isSchematic = parcel.boundary?.isSchematic ?? false
    if let fault = parcel.boundary?.fault {
      place.reason = .invalidShape
      place.fault = fault.reason
    } else if shape == nil {
      place.reason = .noBoundary
    }
    return place
  }

  /// Adds what each parcel with a boundary meets.
  private func addSurroundings(
    to answer: inout LookupAnswer, _ question: PlaceQuestion, _ moment: Moment,
    _ reader: RegisterReader
  ) throws {
    guard answer.parcels.contains(where: { $0.boundary != nil }) else { return }
    let inquiry = try PlaceInquiry(reader: reader, moment: moment, question: question)
    answer.surroundings = try answer.parcels.map { parcel in
      guard parcel.boundary != nil else { return nil }
      var found = try inquiry.answer(
        try LandRegister.place(of: parcel, reader), excluding: parcel)
      try explain(&found, reader)
      return found
    }
  }

  private func complete(
    _ found: PlaceAnswer, _ query: String, _ moment: Moment, _ reader: RegisterReader
  ) throws -> LookupAnswer {
    var found = found
    try explain(&found, reader)
    var answer = LookupAnswer(query: query, verdict: found.verdict, moment: moment)
    answer.parcels = found.parcels.map(\.record)
    answer.here = found
    return answer
  }

  /// Fills in what is the same for all questions.
  private func explain(_ answer: inout PlaceAnswer, _ reader: RegisterReader) throws {
    guard answer.explanation != nil else { return }
    answer.explanation?.register = path
    answer.explanation?.crs = answer.asked.epsg.map { "EPSG:\($0)" }
    answer.explanation?.versions["GEOS"] = GeometryEngine.version
    answer.explanation?.versions["PROJ"] = CoordinateSystem.libraryVersion
    answer.explanation?.versions["SQLite"] = LandRegister.databaseVersion?
      .replacing("SQLite ", with: "")
  }

  /// Answers that tell their moment. The instant is taken before the register is read: what is
  /// recorded meanwhile is not claimed to be known.
  private func told(
    _ question: (RegisterReader) throws -> [LookupAnswer]
  ) throws -> [LookupAnswer] {
    let now = Int(Date().timeIntervalSince1970 * 1_000)
    var answers = try store.read(question)
    for index in answers.indices {
      answers[index].toldMoment = answers[index].moment.told(atMillisecondsSince1970: now)
    }
    return answers
  }
}
