internal import Judging
public import Answers
internal import Foundation
internal import Indexing
internal import Intake
public import Planning
internal import SimpleFeatures
internal import Storage

extension LandRegister {
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
    guard let system = try placeExtent()?.epsg else { throw PlaceFault.nothingToCheck }
    var located = LocatedPoints(epsg: system)
    located.diagnostics = try await shapes(inFile: file, label: label, epsg: epsg) { batch in
      let points = batch.prepared.layerShapes ?? batch.prepared.table.shapes
      let isPoint = (0..<points.count).map { points.types[$0] == .point }
      guard !isPoint.contains(false) else { throw PlaceFault.notPoints(label) }
      located.xy += points.xy
      located.numbers += batch.prepared.table.places
    }
    let known = try store.read { try $0.layers(at: moment) }
    let asked = try layers?.map { try PlaceInquiry.layer($0, of: known) } ?? known
    if layers == nil { located.missingRoles = LayerRole.missing(among: known) }
    for name in ["parcels"] + asked.map(\.source.name) {
      located.layers.append(try layer(name, holding: located.xy, in: system, at: moment))
    }
    return located
  }

  private func layer(
    _ name: String, holding xy: [Double], in epsg: Int, at moment: Moment
  ) throws -> LocatedPoints.Layer {
    var told = LocatedPoints.Layer(name: name)
    let columns: LayerColumns
    do {
      columns = try LayerColumns(
        name, idField: nil, useField: nil, wantsUses: false, epsg: epsg, keepsInvalid: true,
        at: moment, in: self)
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
