/// The lesser of both numbers in each lane. Where one is no number it is the first.
///
/// The standard library's `pointwiseMin` orders what is no number too, by branches in each lane; this
/// is one instruction. Kernel code asks only shapes whose coordinates are numbers.
@inline(__always)
func lesser(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> SIMD2<Double> {
  a.replacing(with: b, where: b .< a)
}

/// The greater of both numbers in each lane. Where one is no number it is the first.
@inline(__always)
func greater(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> SIMD2<Double> {
  a.replacing(with: b, where: b .> a)
}

/// The lesser of both numbers in each lane, in single precision.
@inline(__always)
func lesser(_ a: SIMD4<Float>, _ b: SIMD4<Float>) -> SIMD4<Float> {
  a.replacing(with: b, where: b .< a)
}
