/// An array lent for the length of a call and read without the checks that would be paid at every
/// vertex; a debug build checks each index.
@safe struct Borrowed<Element> {
  private let buffer: UnsafeBufferPointer<Element>

  fileprivate init(_ buffer: UnsafeBufferPointer<Element>) {
    unsafe self.buffer = unsafe buffer
  }

  var count: Int { unsafe buffer.count }

  subscript(index: Int) -> Element {
    unsafe buffer[index]
  }
}

extension Array {
  /// Lends the array. What is lent lives no longer than the call.
  func lend<Result>(_ body: (Borrowed<Element>) throws -> Result) rethrows -> Result {
    try unsafe withUnsafeBufferPointer { try unsafe body(Borrowed($0)) }
  }
}
