public import Answers
internal import Foundation
internal import Indexing
internal import Intake
internal import Judging
public import Planning
internal import Projection
internal import SimpleFeatures
internal import Storage
internal import Terms
internal import Topology

/// What lies at a place: a point, a shape of a file, a parcel.
public struct LandPlaces: LandQuestions {
  let register: LandRegister

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
    try register.told { reader in
      if let point = TypedPoint(what) {
        return [try answer(about: point, what, crs, question, moment, reader)]
      }
      let lookup = Lookup(
        reader: reader, moment: moment, query: what, limit: question.limit ?? Lookup.usualLimit)
      guard isSpatial else {
        return [try parcels(of: lookup, about: question) ?? lookup.answer()]
      }
      guard let parcels = try lookup.parcelAnswer()?.parcels else { return [try lookup.none()] }
      let inquiry = try PlaceInquiry(reader: reader, moment: moment, question: question)
      return try parcels.map { parcel in
        let place = try LandPlaces.place(of: parcel, reader)
        return try complete(inquiry.answer(place, excluding: parcel), what, moment, reader)
      }
    }
  }

  /// Answers what is known of a parcel by its whole number, with what surrounds it; `nil` where it is
  /// no parcel's. It takes no longer in a large register than in a small one.
  ///
  /// - Throws: ``PlaceFault``, ``RegisterError``.
  public func parcels(
    numbered number: String, about question: PlaceQuestion, at moment: Moment = .now
  ) throws -> LookupAnswer? {
    try register.told { reader in
      let lookup = Lookup(reader: reader, moment: moment, query: number)
      return [try parcels(of: lookup, about: question)].compactMap(\.self)
    }.first
  }

  private func parcels(of lookup: Lookup, about question: PlaceQuestion) throws -> LookupAnswer? {
    guard var answer = try lookup.parcelAnswer() else { return nil }
    try addSurroundings(to: &answer, question, lookup.moment, lookup.reader)
    return answer
  }

  /// Answers what lies at places that were read from a file.
  ///
  /// - Parameter what: how the file was asked for; of several places the answers' queries tell which.
  public func lookup(
    _ places: [AskedPlace], of what: String, about question: PlaceQuestion,
    at moment: Moment = .now
  ) throws -> [LookupAnswer] {
    try register.told { reader in
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
    guard let extent = try LandPlaces.extent(reader) else {
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
    let shape = try parcel.boundary.flatMap { try reader.boundaries.layerShape($0.id) }
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
        try LandPlaces.place(of: parcel, reader), excluding: parcel)
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

  /// Reads the shapes of a file as places to ask about: every format that the import of shapes reads.
  /// The coordinates are judged as of a file that is imported.
  ///
  /// - Parameters:
  ///   - file: the file's name.
  ///   - label: what the question calls it: `@parcel.txt`.
  ///   - epsg: the coordinate system, where the user names it.
  /// - Throws: ``PlaceFault/refused(_:)`` where nothing of it can be used, ``RegisterError``.
  public func asked(
    inFile file: String, label: String, epsg: Int?
  ) async throws -> [AskedPlace] {
    guard let shapes = ShapeFile(file, isStated: true) else { return [] }
    var places: [AskedPlace] = []
    let told = try await self.shapes(inFile: file, label: label, epsg: epsg) {
      places += AskedPlace.places(of: $0, shapes, label)
    }
    places[0].diagnostics = told
    if places.count > 1 { for index in places.indices { places[index].tell(label) } }
    return places
  }

  /// Reads the shapes of a file that is asked with and hands them over, stretch by stretch.
  ///
  /// - Returns: what to know about the file.
  /// - Throws: ``PlaceFault/refused(_:)`` where nothing of it can be used, and what `receive` throws.
  func shapes(
    inFile file: String, label: String, epsg: Int?, _ receive: (ShapeBatch) throws -> Void
  ) async throws -> [Diagnostic] {
    guard var shapes = ShapeFile(file, isStated: true) else { return [] }
    var options = ShapeImportOptions()
    options.epsg = epsg
    // What holds of typed points holds of a table of them.
    if shapes.kind == .delimited, epsg == nil { shapes.assumedDatum = "CGCS2000" }
    do {
      let readable = try await shapes.readable(options)
      // Read as a layer's features, points and lines are places too; closed lines of a drawing are
      // areas only where boundaries are read.
      if !readable.drawsAreasAsLines { options.layerName = label }
      let reading = ShapeReading(
        file: shapes, readable: readable, options: options, register: try extent())
      var isEmpty = true
      let told = try reading.run { batch in
        isEmpty = isEmpty && batch.prepared.table.count == 0
        try receive(batch)
      }
      guard !isEmpty else { throw ShapeRefusedFile(nothingIn: file, told) }
      return told
    } catch let refusal as ShapeRefusedFile {
      throw PlaceFault.refused(refusal.diagnostics)
    } catch let error as IntakeError {
      throw PlaceFault.refused([SourceReader.diagnostic(error)])
    } catch let fault as GeoPackageFault {
      throw PlaceFault.refused([ShapeImporter.diagnostic(fault, file)])
    }
  }

  /// The coordinate system that questions are put in, and the extent: those of the boundaries, else
  /// those of the layers.
  func extent() throws -> RegisterExtent? {
    try store.read { try LandPlaces.extent($0) }
  }

  static func extent(_ reader: RegisterReader) throws -> RegisterExtent? {
    let layers = try reader.layers.inForce(at: .now)
    guard let epsg = try reader.registerEPSG() ?? layers.first?.source.epsg else { return nil }
    var box = try reader.parcels.haveShapes() ? reader.parcels.extent() : nil
    for layer in layers where layer.source.epsg == epsg {
      guard let own = layer.envelope else { continue }
      box = box?.union(own) ?? own
    }
    return RegisterExtent(epsg: epsg, box: box)
  }

  /// Which parcels and which features of layers hold each point of a file; for very many points.
  ///
  /// Every layer is read once and asked for all points together. A boundary belongs to its shape: a
  /// point on it is at each feature that has it.
  ///
  /// - Parameters:
  ///   - file: the file's name; of every format that the import of shapes reads.
  ///   - label: what the question calls it: `@points.csv`.
  ///   - epsg: the coordinate system, where the user names it.
  ///   - layers: the reference layers that are asked beside the parcels; all where it is `nil`.
  /// - Throws: ``PlaceFault`` where nothing of the file can be used, where it holds something that is
  ///   no point, and of an unknown layer; ``RegisterError``.
  public func locate(
    pointsIn file: String, label: String, epsg: Int?, layers: [String]?, at moment: Moment = .now
  ) async throws -> LocatedPoints {
    guard let system = try extent()?.epsg else { throw PlaceFault.nothingToCheck }
    var located = LocatedPoints(epsg: system)
    located.diagnostics = try await shapes(inFile: file, label: label, epsg: epsg) { batch in
      let points = batch.prepared.layerShapes ?? batch.prepared.table.shapes
      let isPoint = (0..<points.count).map { points.types[$0] == .point }
      guard !isPoint.contains(false) else { throw PlaceFault.notPoints(label) }
      located.xy += points.xy
      located.numbers += batch.prepared.table.places
    }
    let known = try store.read { try $0.layers.inForce(at: moment) }
    let asked = try PlaceInquiry.layers(layers, of: known)
    if layers == nil { located.missingRoles = LayerRole.missing(among: known) }
    for layer in [nil] + asked {
      located.layers.append(try told(layer, holding: located.xy, in: system, at: moment))
    }
    return located
  }

  /// What the parcels, or a layer, have at points.
  private func told(
    _ layer: LayerVersion?, holding xy: [Double], in epsg: Int, at moment: Moment
  ) throws -> LocatedPoints.Layer {
    let parcels = ReservedLayerName.parcels
    var told = LocatedPoints.Layer(name: layer?.source.name ?? parcels)
    let columns: LayerColumns
    do {
      columns = try LayerColumns(
        layer?.table ?? parcels, idField: nil, useField: nil, wantsUses: false, epsg: epsg,
        keepsInvalid: true,
        at: moment, in: register)
    } catch ShapeExportFault.noBoundaries {
      told.isChecked = false
      return told
    }
    told.isSchematic = columns.layer.isSchematic
    told.withoutShape = columns.layer.withoutShape
    told.ids = columns.layer.ids
    told.isChecked = told.withoutShape < told.ids.count || told.ids.isEmpty
    let matches = try PointLookup.features(
      at: xy, in: columns.shapes,
      invalid: columns.knownInvalid == nil ? nil : columns.layer.invalid)
    told.offsets = matches.offsets
    told.features = matches.features
    told.areOnBoundary = matches.areOnBoundary
    told.unchecked = matches.unchecked.map { .init(point: $0.point, feature: $0.feature) }
    return told
  }
}

extension AskedPlace {
  /// The shapes of a stretch of a file.
  fileprivate static func places(
    of batch: ShapeBatch, _ file: ShapeFile, _ label: String
  ) -> [AskedPlace] {
    let prepared = batch.prepared
    let shapes = prepared.layerShapes ?? prepared.table.shapes
    let numbers = BoundaryFields.numbers(of: prepared.table, columns: [:])?.values
    return (0..<shapes.count).map { index in
      let number = numbers?[index].text
      var place = AskedPlace(
        kind: .shape, label: number ?? "", shape: shapes[index])
      place.file = file.name
      place.place =
        prepared.table.places.indices.contains(index) ? prepared.table.places[index] : nil
      place.placeIsLine = prepared.table.placesAreLines
      place.epsg = batch.placing.registerEPSG
      place.givenCRS = "EPSG:\(batch.placing.epsg)"
      place.projection = batch.placing.toRegister?.transformation.steps ?? []
      place.isSchematic = batch.facts.quality == .schematic
      if let fault = prepared.faults[index] {
        place.reason = .invalidShape
        place.fault = fault.reason
      }
      return place
    }
  }

  /// Takes the name of its file before its own, so that one of several is told from the others.
  fileprivate mutating func tell(_ file: String) {
    label = "\(file) " + (label.isEmpty ? "#\(place ?? 0)" : label)
  }
}
