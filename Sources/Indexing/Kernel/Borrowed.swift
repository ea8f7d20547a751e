/// An array lent for the length of a call and read without the checks that would be paid at every
/// vertex; a debug build checks each index.
@safe struct Borrowed<Element> {
  private let buffer: UnsafeBufferPointer<Element>

  fileprivate init(_ buffer: UnsafeBufferPointer<Element>) {
    unsafe self.buffer = unsafe buffer
  }

  var count: Int { unsafe buffer.count }

  @inline(__always)
  subscript(index: Int) -> Element {
    unsafe buffer[index]
  }
}

/// An array lent to several threads, each of which fills places of its own; a debug build checks each
/// index.
@safe struct Fillable<Element: BitwiseCopyable>: @unchecked Sendable {
  // Sendable because every place is written and read by one thread alone until all have ended, which
  // they do inside the call that lends the array.
  private let buffer: UnsafeMutableBufferPointer<Element>

  fileprivate init(_ buffer: UnsafeMutableBufferPointer<Element>) {
    unsafe self.buffer = unsafe buffer
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    get { unsafe buffer[index] }
    nonmutating set { unsafe buffer[index] = newValue }
  }
}

extension Borrowed: @unchecked Sendable where Element: Sendable {
  // Sendable because nobody writes while it is lent, and threads that read it end inside the call.
}

extension Array {
  /// Lends the array. What is lent lives no longer than the call.
  func lend<Result>(_ body: (Borrowed<Element>) throws -> Result) rethrows -> Result {
    try unsafe withUnsafeBufferPointer { try unsafe body(Borrowed($0)) }
  }
}

extension Array where Element: BitwiseCopyable {
  /// Lends the array to be filled. What is lent lives no longer than the call.
  mutating func fill<Result>(_ body: (Fillable<Element>) throws -> Result) rethrows -> Result {
    try unsafe withUnsafeMutableBufferPointer { try unsafe body(Fillable($0)) }
  }
}
