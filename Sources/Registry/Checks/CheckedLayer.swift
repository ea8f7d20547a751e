internal import Terms
internal import Planning
internal import Projection
internal import SimpleFeatures
internal import Storage
internal import Topology

/// The reference layers of one role, or one layer, as a check compares parcels with them: columns in
/// the register's coordinate system.
struct CheckedLayer {
  /// The layers.
  private(set) var versions: [LayerVersion] = []
  /// The layers whose shapes cannot be moved to the register's coordinate system.
  private(set) var unmoved: [LayerVersion] = []
  /// The shapes of valid features.
  private(set) var shapes = GeometryColumn()
  /// The layer of each valid feature, as a place in ``versions``.
  private var layerOf: [Int16] = []
  /// The number of each valid feature in its layer.
  private var numbers: [Int32] = []
  /// The names of features, where the layer has a field for them.
  private var names: [String?] = []
  /// The values of the fields that were asked for, by name, one for each valid feature.
  private(set) var fields: [String: [FieldValue]] = [:]

  /// Features whose shape is not valid.
  private(set) var faulty = GeometryColumn()
  private var faultyPlaces: [(layer: Int, number: Int, flaw: ShapeRules.Flaw)] = []

  /// The fields by which features are told apart, the best first.
  ///
  /// Source: the field lists of the planning databases (三区三线, 国土变更调查).
  private static let namingFields = [
    "BSM", "YJJBNTTBBH", "HXBM", "TBBH", "DKBH", "DKBM", "zone_id", "野外编号", "编号", "隐患点名称", "HXMC",
    "名称", "name",
  ]

  /// Reads layers.
  ///
  /// - Parameters:
  ///   - wanted: the names of the fields to keep; the first of each list that a layer has is kept
  ///     under the list's first name.
  /// - Throws: ``RegisterError``.
  init(
    _ layers: [LayerVersion], fields wanted: [[String]] = [], from reader: RegisterReader,
    epsg: Int?
  ) throws {
    for list in wanted { if let name = list.first { fields[name] = [] } }
    for layer in layers {
      guard let moved = CheckedLayer.mover(of: layer, to: epsg) else {
        unmoved.append(layer)
        continue
      }
      let index = versions.count
      versions.append(layer)
      try reader.layers.forEachFeatures(of: layer) { some in
        try append(some, layer: index, wanted, moved)
      }
    }
  }

  private mutating func append(
    _ some: LayerFeatures, layer: Int, _ wanted: [[String]],
    _ moved: (GeometryColumn) throws -> GeometryColumn
  ) throws {
    let table = some.table
    let column = try moved(table.shapes.withoutHeights())
    let naming = CheckedLayer.namingFields.lazy.compactMap { table.field($0) }.first
    let columns = wanted.map { list in list.lazy.compactMap { table.field($0) }.first }
    var flaws = some.faults.mapValues { ShapeFault(reason: $0).flaw }
    for refused in ShapeGuard().check(column).refused where flaws[refused.feature] == nil {
      flaws[refused.feature] = refused.refusal.flaw
    }
    for feature in 0..<table.count {
      if let flaw = flaws[feature] {
        faulty.append(feature: feature, of: column)
        faultyPlaces.append((layer, table.places[feature], flaw))
        continue
      }
      shapes.append(feature: feature, of: column)
      layerOf.append(Int16(layer))
      numbers.append(Int32(table.places[feature]))
      names.append(naming?.values[feature].text)
      for (list, column) in zip(wanted, columns) {
        guard let name = list.first else { continue }
        fields[name]?.append(column?.values[feature] ?? .none)
      }
    }
  }

  /// What moves a layer's shapes to the register's coordinate system; `nil` where nothing can.
  private static func mover(
    of layer: LayerVersion, to epsg: Int?
  ) -> ((GeometryColumn) throws -> GeometryColumn)? {
    guard let epsg, layer.source.epsg != epsg else { return { $0 } }
    guard let source = try? CoordinateSystem(epsg: layer.source.epsg),
      let target = try? CoordinateSystem(epsg: epsg),
      let transformation = try? CoordinateTransformation(from: source, to: target)
    else { return nil }
    let mover = CoordinateMover(transformation: transformation)
    return { try mover.moved($0) }
  }

  /// The number of valid features.
  var count: Int { shapes.count }

  /// Whether a layer only shows roughly where it lies.
  var isSchematic: Bool { versions.contains { $0.source.quality == .schematic } }

  /// The layers' names.
  var layerNames: [String] { versions.map(\.source.name) }

  /// The version that a feature belongs to.
  func version(_ feature: Int) -> LayerVersion { versions[Int(layerOf[feature])] }

  /// What a feature is called: by its field, else by its number.
  func name(_ feature: Int) -> String {
    names[feature].flatMap { $0.isEmpty ? nil : $0 } ?? String(numbers[feature])
  }

  /// A feature as the rules about shapes see it.
  func shape(_ feature: Int) -> CheckedShape {
    checked(
      version(feature), number: Int(numbers[feature]), name: names[feature],
      squareMetres: shapes.planeArea(of: feature))
  }

  /// A feature that is not valid, as the rules about shapes see it.
  func faultyShape(_ index: Int) -> CheckedShape {
    let place = faultyPlaces[index]
    return checked(versions[place.layer], number: place.number, name: nil, squareMetres: nil)
  }

  /// What is wrong with a feature that is not valid.
  func flaw(_ index: Int) -> ShapeRules.Flaw { faultyPlaces[index].flaw }

  private func checked(
    _ version: LayerVersion, number: Int, name: String?, squareMetres: Double?
  ) -> CheckedShape {
    let source = version.source
    let label = name.flatMap { $0.isEmpty ? nil : $0 } ?? String(number)
    return CheckedShape(
      subject: FindingSubject(
        kind: .layerFeature, key: "\(source.name)|\(number)", label: label, group: source.name),
      squareMetres: squareMetres, isSchematic: source.quality == .schematic,
      source: DocumentReference(
        number: nil, title: source.file.name, date: source.date, kind: .other,
        version: version.version, recordedAt: version.recordedAt,
        place: SourcePlace(file: source.file.name, lineStart: number, lineEnd: number)))
  }
}
