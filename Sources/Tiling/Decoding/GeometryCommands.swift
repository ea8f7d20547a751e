/// Reads the commands of a shape: moves, lines and closings from where the last ended.
///
/// Source: Mapbox Vector Tile Specification 2.1 §4.3.
struct GeometryCommands {
  private let isStrict: Bool
  private let layer: String
  private let feature: Int
  private var xy: [Int] = []
  private var ringOffsets = [0]
  private var (x, y) = (0, 0)
  private var next = 0

  init(isStrict: Bool, layer: String, feature: Int) {
    self.isStrict = isStrict
    self.layer = layer
    self.feature = feature
  }

  private enum Command: UInt32 {
    case moveTo = 1
    case lineTo = 2
    case closePath = 7
  }

  /// The shape of a feature.
  mutating func decode(
    _ commands: [UInt32], _ kind: VectorTileGeometry.Kind
  ) throws(VectorTileFault) -> VectorTileGeometry {
    switch kind {
    case .unknown: return VectorTileGeometry(unknown: commands)
    case .point:
      let count = try command(.moveTo, in: commands)
      for _ in 0..<count {
        try step(commands)
        ringOffsets.append(xy.count / 2)
      }
      guard next == commands.count else { throw .command(layer: layer, feature: feature) }
    case .line:
      while next < commands.count { try line(commands, least: 1) }
    case .polygon:
      while next < commands.count {
        try line(commands, least: 2)
        guard try command(.closePath, in: commands) == 1 else {
          throw .command(layer: layer, feature: feature)
        }
      }
    }
    return VectorTileGeometry(kind, xy: xy, ringOffsets: ringOffsets)
  }

  /// A move and the lines after it.
  private mutating func line(_ commands: [UInt32], least: Int) throws(VectorTileFault) {
    guard try command(.moveTo, in: commands) == 1 else {
      throw .command(layer: layer, feature: feature)
    }
    try step(commands)
    let count = try command(.lineTo, in: commands)
    guard count >= least else { throw .command(layer: layer, feature: feature) }
    for _ in 0..<count {
      let (lastX, lastY) = (x, y)
      try step(commands)
      if isStrict && x == lastX && y == lastY {
        throw .segmentWithoutLength(layer: layer, feature: feature)
      }
    }
    ringOffsets.append(xy.count / 2)
  }

  /// The next command's count, of which there are as many steps.
  private mutating func command(
    _ expected: Command, in commands: [UInt32]
  ) throws(VectorTileFault) -> Int {
    guard next < commands.count, Command(rawValue: commands[next] & 7) == expected else {
      throw .command(layer: layer, feature: feature)
    }
    let count = Int(commands[next] >> 3)
    next += 1
    guard count > 0 else { throw .command(layer: layer, feature: feature) }
    guard expected == .closePath || 2 * count <= commands.count - next else {
      throw .commandCount(layer: layer, feature: feature)
    }
    return count
  }

  private mutating func step(_ commands: [UInt32]) throws(VectorTileFault) {
    guard next + 1 < commands.count else { throw .commandCount(layer: layer, feature: feature) }
    x += GeometryCommands.signed(commands[next])
    y += GeometryCommands.signed(commands[next + 1])
    next += 2
    xy.append(x)
    xy.append(y)
  }

  private static func signed(_ number: UInt32) -> Int {
    Int(Int32(bitPattern: number >> 1) ^ -Int32(bitPattern: number & 1))
  }
}
