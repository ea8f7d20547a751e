internal import Answers
internal import Judging
internal import Planning
internal import Projection
internal import SimpleFeatures
internal import Storage

/// A whole layer of the register in columns, all of its areas in one plane coordinate system.
struct LayerColumns: Sendable {
  /// What the layer is, and what is known of each feature.
  var layer: OverlayLayer
  /// The shapes that take part; a feature that does not has none.
  var shapes = GeometryColumn()
  /// The coordinate system of the shapes.
  let epsg: Int
  /// The features that are not valid, as far as the register has judged them: those left in are, but
  /// where the shapes were moved here it is not known.
  let knownInvalid: [Int]?

  /// Reads a layer.
  ///
  /// - Parameters:
  ///   - name: `parcels`, or the name of a reference layer.
  ///   - idField: the field that tells features; `nil` to find one.
  ///   - useField: the field of land-use codes; `nil` to find one, where `wantsUses`.
  ///   - epsg: the plane coordinate system to measure in; `nil` for the layer's own.
  ///   - keepsInvalid: whether shapes that cannot be measured are left in.
  /// - Throws: ``ShapeExportFault``, ``RegisterError``.
  init(
    _ name: String, idField: String?, useField: String?, wantsUses: Bool, epsg: Int?,
    keepsInvalid: Bool = false, at moment: Moment, in register: LandRegister
  ) throws {
    let isParcels = ReservedLayerName.isParcels(name)
    let source = try ExportedLayer(.init(named: name), at: moment, in: register)
    guard let own = source.layer.coordinateSystem.epsg else {
      throw ShapeExportFault.noSystem(source.title)
    }
    var layer = OverlayLayer(name: source.title)
    if !isParcels {
      layer.version = try register.store.read { try $0.layers.inForce(at: moment) }
        .first { $0.table == source.layer.name }
    }
    layer.isSchematic = source.isSchematic
    let ids = try LayerColumns.column(idField, in: source)
    let guesses = ids.map { [$0] } ?? LayerColumns.idFields(of: source, isParcels: isParcels)
    let use =
      try LayerColumns.column(useField, in: source)
      ?? (wantsUses ? LayerColumns.useField(of: source, isParcels: isParcels) : nil)
    let useName = use == nil ? nil : LayerColumns.useNameField(of: source, isParcels: isParcels)
    let fault = isParcels ? "boundary_fault" : "fault"
    let extra = [
      use, useName, fault, isParcels ? "boundary_schematic" : nil, isParcels ? "plan" : nil,
    ]
    var selection = LayerSelection()
    selection.fields = (guesses + extra.compactMap(\.self)).uniqued()
    self.epsg = try epsg ?? LayerColumns.planeSystem(for: source, own)
    self.layer = layer
    let way =
      try self.epsg == own
      ? nil : Systems.transformation(from: Systems.system(own), to: Systems.system(self.epsg))
    knownInvalid = way == nil ? [] : nil
    var values: [[FieldValue]] = Array(repeating: [], count: guesses.count)
    var (uses, names, plans): ([FieldValue], [FieldValue], [FieldValue]) = ([], [], [])
    var places: [Int] = []
    var columns: [GeometryColumn] = []
    try source.read(
      selection,
      transform: { table in
        var part = Part(table: table)
        if let way { _ = try way.transform(&part.table.shapes) }
        part.areas = part.table.shapes.planeAreas()
        return part
      }
    ) { (part: Part) in
      let table = part.table
      let start = places.count
      columns.append(table.shapes)
      self.layer.areas += part.areas
      places += table.places
      for (index, field) in guesses.enumerated() {
        values[index] += table.field(field)?.values ?? []
      }
      uses += use.flatMap { table.field($0)?.values } ?? []
      names += useName.flatMap { table.field($0)?.values } ?? []
      plans += isParcels ? table.field("plan")?.values ?? [] : []
      for (index, value) in (table.field(fault)?.values ?? []).enumerated() where value != .none {
        self.layer.invalid.append(start + index)
      }
      if table.field("boundary_schematic")?.values.contains(.integer(1)) == true {
        self.layer.isSchematic = true
      }
    }
    shapes = GeometryColumn(joining: columns, workers: ProcessorCount.available)
    tell(features: places, by: guesses, values, plans, isAsked: idField != nil)
    self.layer.useField = use.map { source.names[$0] ?? $0 }
    self.layer.idField = self.layer.idField.map { source.names[$0] ?? $0 }
    self.layer.uses = use == nil ? [] : uses.map(\.text)
    for (code, name) in zip(uses, names) {
      if let code = code.text, let name = name.text { self.layer.useNames[code] = name }
    }
    leaveOut(keepsInvalid: keepsInvalid)
  }

  /// What is made of a stretch of features on the thread that reads it.
  private struct Part: Sendable {
    var table: FeatureTable
    /// The plane area of each shape.
    var areas: [Double] = []
  }

  /// Takes the shapes out that cannot be measured.
  private mutating func leaveOut(keepsInvalid: Bool) {
    layer.withoutShape = shapes.types.count { $0 == nil }
    var out = Set(layer.invalid)
    for feature in 0..<shapes.count {
      guard let type = shapes.types[feature] else { continue }
      if type.dimension != 2 {
        layer.withoutArea += 1
        out.insert(feature)
      } else if !layer.areas[feature].isFinite {
        // A coordinate is no number: the shape could not be moved here.
        layer.invalid.append(feature)
        out.insert(feature)
      }
    }
    layer.invalid.sort()
    for feature in out { layer.areas[feature] = 0 }
    guard !out.isEmpty, !keepsInvalid else { return }
    var kept = GeometryColumn()
    for feature in 0..<shapes.count { kept.append(out.contains(feature) ? nil : shapes[feature]) }
    shapes = kept
  }

  /// Tells the features by the first field that has another value for each; parcels by number, with
  /// the plan where a number repeats.
  private mutating func tell(
    features places: [Int], by fields: [String], _ values: [[FieldValue]], _ plans: [FieldValue],
    isAsked: Bool
  ) {
    for (field, column) in zip(fields, values) {
      let texts = column.map { $0.text ?? "" }
      let isParcels = !plans.isEmpty
      guard isAsked || isParcels || (UniqueTexts.areUnique(texts) && !texts.contains(""))
      else { continue }
      layer.ids = texts
      layer.idField = field
      if isParcels { tellApart(fields: fields, values, plans) }
      return
    }
    layer.ids = places.map { String($0) }
  }

  private mutating func tellApart(
    fields: [String], _ values: [[FieldValue]], _ plans: [FieldValue]
  ) {
    // A parcel without number is told by its name, else by where it lies.
    for index in layer.ids.indices where layer.ids[index].isEmpty {
      layer.ids[index] = values.lazy.compactMap { $0[index].text }.first { !$0.isEmpty } ?? ""
    }
    guard !UniqueTexts.areUnique(layer.ids) else { return }
    var counts: [String: Int] = [:]
    for id in layer.ids { counts[id, default: 0] += 1 }
    for index in layer.ids.indices where counts[layer.ids[index], default: 0] > 1 {
      if let plan = plans[index].text { layer.ids[index] += "（\(plan)）" }
    }
  }
}

extension LayerColumns {
  /// The column of a field that was asked for by its name in the file, its title or its column.
  private static func column(_ name: String?, in source: ExportedLayer) throws -> String? {
    guard let name else { return nil }
    let folded = name.lowercased()
    let found =
      source.fields.first { source.names[$0.name] == name } ?? source.fields.first {
        $0.name == name
      }
      ?? source.fields.first { $0.title == name }
      ?? source.fields.first { (source.names[$0.name] ?? $0.name).lowercased() == folded }
    guard let found else {
      throw ShapeExportFault.unknownField(
        name, known: source.fields.map { source.names[$0.name] ?? $0.name })
    }
    return found.name
  }

  /// The fields that may tell features apart, the likeliest first.
  private static func idFields(of source: ExportedLayer, isParcels: Bool) -> [String] {
    if isParcels { return ["parcel_id", "name", "location"] }
    let endings = ["id", "bsm", "bh", "bm", "编号", "编码", "标识码"]
    return source.fields.filter { field in
      let name = (source.names[field.name] ?? field.name).lowercased()
      let title = field.title?.lowercased() ?? ""
      return FieldNames.standard[name]?.meaning == .parcelID
        || endings.contains { name.hasSuffix($0) || title.hasSuffix($0) }
    }.map(\.name)
  }

  /// The field of land-use codes: of the planned use, or of the use found by survey (DLBM).
  private static func useField(of source: ExportedLayer, isParcels: Bool) -> String? {
    isParcels
      ? "land_use_code"
      : field(of: source) { $0.meaning == .landUseCode }
        ?? source.fields.first { source.names[$0.name]?.uppercased() == "DLBM" }?.name
  }

  private static func useNameField(of source: ExportedLayer, isParcels: Bool) -> String? {
    isParcels
      ? "land_use_name"
      : field(of: source) { $0.meaning == .landUseName }
        ?? source.fields.first { source.names[$0.name]?.uppercased() == "DLMC" }?.name
  }

  /// The field of the lowest rank with a meaning.
  private static func field(
    of source: ExportedLayer, _ condition: (FieldName) -> Bool
  ) -> String? {
    source.fields.compactMap { field in
      FieldNames.standard[source.names[field.name] ?? field.name].map { (field.name, $0) }
    }.filter { condition($0.1) }.min { $0.1.rank < $1.1.rank }?.0
  }

  /// The plane system to measure a layer in: its own, else the grid of three degrees of CGCS2000 in
  /// which its middle lies.
  private static func planeSystem(for source: ExportedLayer, _ own: Int) throws -> Int {
    let system = try Systems.system(own)
    guard !system.isProjected else { return own }
    guard let box = source.layer.statedEnvelope else {
      throw ShapeExportFault.noSystem(source.title)
    }
    let zone = Int(((box.minX + box.maxX) / 6).rounded())
    guard let grid = GaussKrugerGrid(datum: .cgcs2000, zone: zone, isPrefixed: true)?.epsg else {
      throw ShapeExportFault.noSystem(source.title)
    }
    return grid
  }
}

extension [String] {
  /// Each once, in the order of their first places.
  fileprivate func uniqued() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
