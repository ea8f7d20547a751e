public import Answers
internal import Foundation
internal import Intake
internal import Judging
internal import Planning
internal import Projection
internal import SimpleFeatures
internal import Storage

extension LandRegister {
  /// Reads the shapes of a file as places to ask about: every format that the import of shapes reads.
  /// The coordinates are judged as of a file that is imported.
  ///
  /// - Parameters:
  ///   - file: the file's name.
  ///   - label: what the question calls it: `@parcel.txt`.
  ///   - epsg: the coordinate system, where the user names it.
  /// - Throws: ``PlaceFault/refused(_:)`` where nothing of it can be used, ``RegisterError``.
  public func places(
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
    guard let shapes = ShapeFile(file, isStated: true) else { return [] }
    var options = ShapeImportOptions()
    options.epsg = epsg
    // What holds of typed points holds of a table of them.
    if shapes.kind == .delimited, epsg == nil { options.assumedDatum = "CGCS2000" }
    do {
      let readable = try await shapes.readable(options)
      // Read as a layer's features, points and lines are places too; closed lines of a drawing are
      // areas only where boundaries are read.
      if !readable.drawsAreasAsLines { options.layerName = label }
      let reading = ShapeReading(
        file: shapes, readable: readable, options: options, register: try placeExtent())
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
  func placeExtent() throws -> RegisterExtent? {
    try store.read { try LandRegister.placeExtent($0) }
  }

  static func placeExtent(_ reader: RegisterReader) throws -> RegisterExtent? {
    let layers = try reader.layers(at: .now)
    guard let epsg = try reader.registerEPSG() ?? layers.first?.source.epsg else { return nil }
    var box = try reader.hasMappedParcels() ? reader.extent() : nil
    for layer in layers where layer.source.epsg == epsg {
      guard let own = layer.envelope else { continue }
      box = box?.union(own) ?? own
    }
    return RegisterExtent(epsg: epsg, box: box)
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
