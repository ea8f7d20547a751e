internal import Judging
internal import Planning
internal import Projection

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
