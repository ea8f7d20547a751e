internal import Foundation

/// Numbers as decimals with so many places at most, written as bytes.
///
/// The decimal is the one nearest to the number's exact binary value; where two are as near, the one
/// whose last digit is even. So does C's `printf`. Zeros at the end are left out. A hot path: a
/// county's boundaries have some ten million numbers to be written.
struct FixedPoint: Sendable {
  /// Most bytes of a number that ``append(_:to:)`` writes.
  static let longest = 22
  /// Numbers that reach this times `10^-places` do not fit a 64-bit whole number.
  private static let limit = 9e18

  /// Decimals at most, 0 to 15.
  let places: Int
  /// Whether a whole number is written with `.0`, as GDAL does in GeoJSON.
  let keepsPoint: Bool
  private let scale: Double
  private let divisor: Int64

  init(places: Int, keepsPoint: Bool = false) {
    self.places = min(max(places, 0), 15)
    self.keepsPoint = keepsPoint
    divisor = (0..<self.places).reduce(Int64(1)) { value, _ in value * 10 }
    // Exact: every power of ten up to 10^22 is a double.
    scale = Double(divisor)
  }

  /// Whether ``append(_:to:)`` can write a number.
  func fits(_ value: Double) -> Bool { value.magnitude * scale < FixedPoint.limit }

  /// The number times `10^places`, rounded on its exact value; without sign.
  @inline(__always)
  private func scaled(_ value: Double) -> Int64 {
    let magnitude = value.magnitude
    let product = magnitude * scale
    let whole = Int64(product)
    // Exact: both are multiples of the product's last place.
    let fromHalf = product - Double(whole) - 0.5
    // The product itself is off by half a last place at most.
    if fromHalf.magnitude > product * 0x1p-52 { return fromHalf > 0 ? whole + 1 : whole }
    return scaledNearHalf(magnitude, product, whole, fromHalf)
  }

  /// The same where the product lies so near the middle that its own error counts.
  @inline(never)
  private func scaledNearHalf(
    _ magnitude: Double, _ product: Double, _ whole: Int64, _ fromHalf: Double
  ) -> Int64 {
    let error = (-product).addingProduct(magnitude, scale)
    if product >= 0x1p52 {
      let isTie = error.magnitude == 0.5
      guard isTie else { return whole + Int64(error.rounded()) }
      return whole & 1 == 0 ? whole : whole + (error > 0 ? 1 : -1)
    }
    let place = fromHalf + error
    return place > 0 || (place == 0 && whole & 1 == 1) ? whole + 1 : whole
  }

  /// Writes a number that ``fits(_:)``; it needs ``longest`` bytes of room.
  @inline(__always)
  func append(_ value: Double, to output: inout OutputSpan<UInt8>) {
    let number = scaled(value)
    if value < 0 && number != 0 { output.append(UInt8(ascii: "-")) }
    if places == 7 {
      append(whole: number / 10_000_000, to: &output)
      append(fraction: UInt32(number % 10_000_000) * 10, to: &output)
      return
    }
    append(whole: number / divisor, to: &output)
    let fraction = number % divisor
    if places <= 8 {
      append(fraction: UInt32(fraction * FixedPoint.powers[8 - places]), to: &output)
    } else {
      append(longFraction: fraction, to: &output)
    }
  }

  private static let powers: InlineArray<9, Int64> = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
  ]

  @inline(__always)
  private func append(whole: Int64, to output: inout OutputSpan<UInt8>) {
    if whole < 10 {
      output.append(UInt8(truncatingIfNeeded: whole) + 48)
    } else if whole < 1_000 {
      let (tens, ones) = (whole / 10, whole % 10)
      if tens >= 10 { output.append(UInt8(truncatingIfNeeded: tens / 10) + 48) }
      output.append(UInt8(truncatingIfNeeded: tens % 10) + 48)
      output.append(UInt8(truncatingIfNeeded: ones) + 48)
    } else {
      append(large: whole, to: &output)
    }
  }

  @inline(never)
  private func append(large whole: Int64, to output: inout OutputSpan<UInt8>) {
    var power: Int64 = 1_000
    while whole / power >= 10 { power *= 10 }
    while power > 0 {
      output.append(UInt8(truncatingIfNeeded: whole / power % 10) + 48)
      power /= 10
    }
  }

  /// Writes a fraction of eight digits without the zeros at its end.
  @inline(__always)
  private func append(fraction: UInt32, to output: inout OutputSpan<UInt8>) {
    guard fraction > 0 else {
      if keepsPoint && places > 0 {
        output.append(UInt8(ascii: "."))
        output.append(UInt8(ascii: "0"))
      }
      return
    }
    output.append(UInt8(ascii: "."))
    // All eight digits at once, one a byte, the first in the lowest: 4 and 4, then 2, then 1.
    var digits = UInt64(fraction / 10_000) | UInt64(fraction % 10_000) << 32
    var quotients = (digits &* 10_486) >> 20 & 0x0000_007F_0000_007F
    digits = quotients | (digits &- quotients &* 100) << 16
    quotients = (digits &* 103) >> 10 & 0x000F_000F_000F_000F
    digits = quotients | (digits &- quotients &* 10) << 8
    var rest = digits
    while rest != 0 {
      output.append(UInt8(truncatingIfNeeded: rest) + 48)
      rest >>= 8
    }
  }

  /// Writes a fraction of more than eight digits.
  private func append(longFraction: Int64, to output: inout OutputSpan<UInt8>) {
    let low = FixedPoint.powers[places - 8]
    let (first, last) = (longFraction / low, longFraction % low)
    guard last > 0 else { return append(fraction: UInt32(first), to: &output) }
    output.append(UInt8(ascii: "."))
    append(first, digits: 8, to: &output)
    var (rest, count) = (last, places - 8)
    while rest % 10 == 0 {
      rest /= 10
      count -= 1
    }
    append(rest, digits: count, to: &output)
  }

  private func append(_ number: Int64, digits: Int, to output: inout OutputSpan<UInt8>) {
    for place in stride(from: digits - 1, through: 0, by: -1) {
      output.append(UInt8(truncatingIfNeeded: number / FixedPoint.powers[place] % 10) + 48)
    }
  }

  /// Writes any finite number.
  func append(_ value: Double, to bytes: inout [UInt8]) {
    guard fits(value) else {
      // So large that the slow way is good enough; it is exact.
      var text = String(format: "%.\(places)f", value)
      if places > 0 {
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text += keepsPoint ? "0" : "" }
        if text.hasSuffix(".") { text.removeLast() }
      }
      bytes += text.utf8
      return
    }
    bytes.append(addingCapacity: FixedPoint.longest) { append(value, to: &$0) }
  }
}
