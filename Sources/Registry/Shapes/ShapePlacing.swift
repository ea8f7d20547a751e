internal import Judging
internal import Planning
internal import Projection
internal import SimpleFeatures

/// Where the shapes of a file lie: the system that their coordinates are kept in, and the way to the
/// register's.
struct ShapePlacing: Sendable {
  /// Whether first and second number change places.
  let exchangesAxes: Bool
  /// The system that the shapes are kept in.
  let kept: CoordinateSystem
  /// The register's system.
  let register: CoordinateSystem
  /// The way into the system they are kept in, of a grid that has no code: a bureau's own.
  let before: CoordinateMover?
  /// The way to the register's system; `nil` where they are in it.
  let toRegister: CoordinateMover?
  /// The bureau's own parameters that were used, as text.
  let transformation: String?
  /// Measures on the ellipsoid.
  private let ellipsoid: EllipsoidalArea
  /// What should be told of the way.
  private(set) var diagnostics: [Diagnostic] = []

  /// The EPSG code of the system that the shapes are kept in.
  var epsg: Int { kept.epsg ?? register.epsg ?? 0 }
  /// The EPSG code of the register's system.
  var registerEPSG: Int { register.epsg ?? 0 }

  /// The definitions that a GeoPackage needs.
  var definitions: [CoordinateSystemDefinition] {
    [kept, register].compactMap { system in
      system.epsg.map {
        CoordinateSystemDefinition(
          epsg: $0, name: system.name, wellKnownText: system.wellKnownText1)
      }
    }
  }

  /// The place of a file's shapes.
  ///
  /// - Parameters:
  ///   - judged: the system of the coordinates.
  ///   - target: the register's EPSG code; `nil` while it has none, and the file decides.
  ///   - middle: a vertex of the file, axes in order.
  /// - Throws: ``ShapeRefusedFile`` where there is no way to the register's system.
  init(
    of judged: CoordinateJudgement.System, exchangesAxes: Bool, target: Int?,
    middle: (x: Double, y: Double)?, transformations: [LocalTransformation], file: String
  ) throws {
    self.exchangesAxes = exchangesAxes
    let source = try Self.system(judged, file: file)
    let own = transformations.first { $0.leads(from: source, to: target) }
    let code = target ?? Self.registerCode(of: source, middle: middle) ?? own?.to
    guard let code else {
      throw ShapeRefusedFile(diagnostics: [Self.refusal(source, "EPSG:4490", file)])
    }
    register = try CoordinateSystem(epsg: code)
    let way = try Self.way(from: source, to: register, own: own, file: file)
    transformation = way.parameters == nil ? nil : own?.text
    // What has no code of its own is kept in the register's system.
    if let source, source.epsg != nil {
      kept = source
      before = nil
      toRegister =
        way.isIdentity && source.epsg == code ? nil : CoordinateMover(transformation: way)
    } else {
      kept = register
      before = CoordinateMover(transformation: way)
      toRegister = nil
    }
    ellipsoid = try EllipsoidalArea(in: kept)
    if let own, transformation != nil {
      diagnostics.append(
        Diagnostic(
          .transformedWithParameters(
            from: source?.label ?? "local", to: register.label, name: own.name), .info,
          file: file))
    }
  }

  /// The system as PROJ knows it; `nil` of a local grid.
  private static func system(
    _ judged: CoordinateJudgement.System, file: String
  ) throws -> CoordinateSystem? {
    do {
      return switch judged {
      case .national(let system): try CoordinateSystem(epsg: system.epsg)
      case .named(let epsg): try CoordinateSystem(epsg: epsg)
      case .defined(let definition): try CoordinateSystem(definition: definition)
      case .local: nil
      }
    } catch {
      throw ShapeRefusedFile(diagnostics: [
        Diagnostic(
          .coordinateSystemUnknown(missing: .anything, "\(error)"), .error, file: file)
      ])
    }
  }

  /// The system that a register takes from its first file: the file's own where that is a grid of
  /// CGCS2000, else the grid of three degrees with zone prefix that the shapes lie in.
  private static func registerCode(
    of source: CoordinateSystem?, middle: (x: Double, y: Double)?
  ) -> Int? {
    guard let source else { return nil }
    let grid = source.epsg.flatMap(GaussKrugerGrid.init(epsg:))
    if let grid {
      guard grid.datum != .cgcs2000 else { return grid.epsg }
      return GaussKrugerGrid(datum: .cgcs2000, zone: grid.zone, isPrefixed: true)?.epsg
    }
    guard let middle, let geographic = try? CoordinateSystem(epsg: 4490),
      let way = try? CoordinateTransformation(from: source, to: geographic),
      let place = try? way.transform(x: middle.x, y: middle.y)
    else { return nil }
    let zone = Int((place.x / 3).rounded())
    return GaussKrugerGrid(datum: .cgcs2000, zone: zone, isPrefixed: true)?.epsg
  }

  private static func way(
    from source: CoordinateSystem?, to target: CoordinateSystem, own: LocalTransformation?,
    file: String
  ) throws -> CoordinateTransformation {
    do {
      if let own {
        return try CoordinateTransformation(
          from: source, to: target, through: try ParameterSet(own))
      }
      if let source { return try CoordinateTransformation(from: source, to: target) }
    } catch ProjectionError.refused {
      throw ShapeRefusedFile(diagnostics: [refusal(source, target.label, file)])
    }
    throw ShapeRefusedFile(diagnostics: [refusal(source, target.label, file)])
  }

  private static func refusal(
    _ source: CoordinateSystem?, _ target: String, _ file: String
  ) -> Diagnostic {
    Diagnostic(
      .coordinateSystemRefused(from: source?.label ?? "local", to: target), .error, file: file)
  }

  /// Measures the shapes: in the plane of the file where it has one, else of the register, and on
  /// the ellipsoid.
  func measure(_ prepared: inout PreparedShapes) throws {
    let shapes = prepared.table.shapes
    let isDegrees = !kept.isProjected
    prepared.planeAreas =
      isDegrees ? (prepared.layerShapes ?? shapes).planeAreas() : shapes.planeAreas()
    prepared.ellipsoidalAreas = try ellipsoid.squareMetres(of: shapes)
  }
}

extension LocalTransformation {
  /// Whether the parameters begin in a system, `nil` for a local grid, and lead to a datum's grid.
  func leads(from source: CoordinateSystem?, to target: Int?) -> Bool {
    switch from {
    case .local: return source == nil
    case .epsg(let code):
      guard let source else { return false }
      if code == source.epsg { return true }
      // Parameters between two datums hold for every grid of theirs.
      guard case .similarity2D = method else {
        return NationalCoordinateSystem(epsg: code)?.datum
          == source.epsg.flatMap(NationalCoordinateSystem.init(epsg:))?.datum
      }
      return false
    }
  }

  /// The parameters as they are recorded with the data.
  var text: String {
    let origin =
      switch from {
      case .local: "local"
      case .epsg(let code): "EPSG:\(code)"
      }
    let values = parameters.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    return "\(name): \(origin) → EPSG:\(to), \(methodName), \(values)"
  }
}

extension ParameterSet {
  /// The parameters of a configuration file.
  init(_ own: LocalTransformation) throws {
    let source: CoordinateSystem? =
      switch own.from {
      case .local: nil
      case .epsg(let code): try CoordinateSystem(epsg: code)
      }
    let method: Method =
      switch own.method {
      case .similarity2D(let plane):
        .similarity2D(
          easting: plane.easting, northing: plane.northing, rotation: plane.rotation,
          scale: plane.scaleDifference)
      case .positionVector(let seven): .positionVector(SevenParameters(seven))
      case .coordinateFrame(let seven): .coordinateFrame(SevenParameters(seven))
      }
    self.init(
      name: own.name, from: source, to: try CoordinateSystem(epsg: own.to), method: method)
  }
}

extension ParameterSet.SevenParameters {
  /// The parameters of a configuration file.
  init(_ own: LocalTransformation.SpatialParameters) {
    self.init(
      dx: own.dx, dy: own.dy, dz: own.dz, rx: own.rx, ry: own.ry, rz: own.rz,
      scale: own.scaleDifference)
  }
}

/// Moves the shapes of a file to another coordinate system.
struct CoordinateMover: Sendable {
  let transformation: CoordinateTransformation

  /// The shapes in the other system; one with a vertex that cannot be moved has coordinates that
  /// are no numbers, which the guard refuses.
  func moved(_ shapes: GeometryColumn) throws -> GeometryColumn {
    var shapes = shapes
    try transformation.transform(&shapes)
    return shapes
  }
}
