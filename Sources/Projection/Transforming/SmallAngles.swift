/// Sine and cosine of an angle of which the angle itself may be known too.
struct SineCosine: Sendable {
  typealias Lanes = TransverseMercator.Lanes

  var sine: Lanes
  var cosine: Lanes
  /// In radians.
  var angle: Lanes = .zero

  @inline(__always)
  init(sine: Lanes, cosine: Lanes) {
    self.sine = sine
    self.cosine = cosine
  }

  /// Of an angle from −π/2 to π/2. Beyond 45° sine and cosine of the complement are taken.
  @inline(__always)
  init(ofLatitude angle: Lanes) {
    let away = Small.magnitude(angle)
    let isSteep = away .> .pi / 4
    let complement = (Small.halfTurn - away) + Small.halfTurnRest
    let near = away.replacing(with: complement, where: isSteep)
    let (sine, cosine) = Small.sineCosine(near)
    let magnitude = sine.replacing(with: cosine, where: isSteep)
    self.sine = magnitude.replacing(with: -magnitude, where: angle .< 0)
    self.cosine = cosine.replacing(with: sine, where: isSteep)
    self.angle = angle
  }

  /// Of twice the angle.
  @inline(__always)
  var doubled: SineCosine {
    SineCosine(sine: 2 * sine * cosine, cosine: (cosine - sine) * (cosine + sine))
  }

  /// Of the angle and a small one, under 0.01.
  @inline(__always)
  func turned(by small: Lanes) -> SineCosine {
    let square = small * small
    let versine = square * (0.5 - square * (1.0 / 24 - square / 720))
    let little = small * (1 - square * (1.0 / 6 - square / 120))
    var turned = SineCosine(
      sine: sine - (sine * versine - cosine * little),
      cosine: cosine - (cosine * versine + sine * little))
    turned.angle = angle + small
    return turned
  }
}

/// Functions of small arguments as power series, four at a time. Errors are under one unit in the
/// last place of the argument's range.
enum Small {
  typealias Lanes = TransverseMercator.Lanes

  /// π/2 as a number, and what that number lacks.
  static let halfTurn = Double.pi / 2
  static let halfTurnRest = 6.123233995736766e-17

  @inline(__always)
  static func magnitude(_ x: Lanes) -> Lanes {
    x.replacing(with: -x, where: x .< 0)
  }

  /// Of an angle up to π/4: Taylor's series to the 19th power.
  @inline(__always)
  static func sineCosine(_ x: Lanes) -> (sine: Lanes, cosine: Lanes) {
    let z = x * x
    var sine = z * (-1.0 / 121_645_100_408_832_000) + 1.0 / 355_687_428_096_000
    sine = z * sine - 1.0 / 1_307_674_368_000
    sine = z * sine + 1.0 / 6_227_020_800
    sine = z * sine - 1.0 / 39_916_800
    sine = z * sine + 1.0 / 362_880
    sine = z * sine - 1.0 / 5040
    sine = z * sine + 1.0 / 120
    sine = z * sine - 1.0 / 6
    var cosine = z * (-1.0 / 6_402_373_705_728_000) + 1.0 / 20_922_789_888_000
    cosine = z * cosine - 1.0 / 87_178_291_200
    cosine = z * cosine + 1.0 / 479_001_600
    cosine = z * cosine - 1.0 / 3_628_800
    cosine = z * cosine + 1.0 / 40320
    cosine = z * cosine - 1.0 / 720
    cosine = z * cosine + 1.0 / 24
    return (x + x * z * sine, 1 - z * (0.5 - z * cosine))
  }

  /// Of a tangent up to 0.2.
  @inline(__always)
  static func arcTangent(_ x: Lanes) -> Lanes {
    let z = x * x
    return x - x * z * alternating(z)
  }

  /// The area tangent (artanh) of a number up to 0.2.
  @inline(__always)
  static func areaTangent(_ x: Lanes) -> Lanes {
    let z = x * x
    return x + x * z * alternating(-z)
  }

  /// 1/3 − z/5 + z²/7 …
  @inline(__always)
  private static func alternating(_ z: Lanes) -> Lanes {
    var sum = z * (-1.0 / 25) + 1.0 / 23
    sum = 1.0 / 21 - z * sum
    sum = 1.0 / 19 - z * sum
    sum = 1.0 / 17 - z * sum
    sum = 1.0 / 15 - z * sum
    sum = 1.0 / 13 - z * sum
    sum = 1.0 / 11 - z * sum
    sum = 1.0 / 9 - z * sum
    sum = 1.0 / 7 - z * sum
    sum = 1.0 / 5 - z * sum
    return 1.0 / 3 - z * sum
  }

  /// Of a number up to 0.25.
  @inline(__always)
  static func hyperbolicSine(_ x: Lanes) -> Lanes {
    let z = x * x
    var sum = z * (1.0 / 6_227_020_800) + 1.0 / 39_916_800
    sum = z * sum + 1.0 / 362_880
    sum = z * sum + 1.0 / 5040
    sum = z * sum + 1.0 / 120
    sum = z * sum + 1.0 / 6
    return x + x * z * sum
  }

  /// Of a number up to 0.5.
  @inline(__always)
  static func hyperbolic(_ x: Lanes) -> (sine: Lanes, cosine: Lanes) {
    let z = x * x
    var cosine = z * (1.0 / 87_178_291_200) + 1.0 / 479_001_600
    cosine = z * cosine + 1.0 / 3_628_800
    cosine = z * cosine + 1.0 / 40320
    cosine = z * cosine + 1.0 / 720
    cosine = z * cosine + 1.0 / 24
    cosine = z * cosine + 0.5
    return (hyperbolicSine(x), 1 + z * cosine)
  }
}
