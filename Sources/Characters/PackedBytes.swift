internal import CZlib

/// Bytes made small: a zlib stream (RFC 1950), which any language reads, and how many they were.
public struct PackedBytes: Hashable, Sendable {
  /// The stream.
  public let stream: [UInt8]
  /// How many bytes it holds.
  public let size: Int

  /// A stream that was made before.
  public init(stream: [UInt8], size: Int) {
    self.stream = stream
    self.size = size
  }

  /// Packs bytes.
  public init(_ bytes: [UInt8]) {
    var length = compressBound(UInt(bytes.count))
    var stream = [UInt8](repeating: 0, count: Int(length))
    let status = unsafe compress2(
      &stream, &length, bytes, UInt(bytes.count), Z_DEFAULT_COMPRESSION)
    // The room is what zlib asked for, so that only memory can fail.
    precondition(status == Z_OK, "no memory to pack")
    stream.removeLast(stream.count - Int(length))
    self.init(stream: stream, size: bytes.count)
  }

  /// The bytes; `nil` where the stream is damaged or does not hold as many as it is said to.
  ///
  /// No room is made for more than the stream can hold: deflate makes nothing smaller than to its
  /// 1032nd part (zlib.net/zlib_tech.html), so a size beyond that is not believed.
  public func unpacked() -> [UInt8]? {
    guard size >= 0, size / PackedBytes.greatestRatio <= stream.count else { return nil }
    var length = UInt(size)
    // One byte more, so that there is room also for none.
    var bytes = [UInt8](repeating: 0, count: size + 1)
    let status = unsafe uncompress(&bytes, &length, stream, UInt(stream.count))
    guard status == Z_OK, Int(length) == size else { return nil }
    bytes.removeLast()
    return bytes
  }

  private static let greatestRatio = 1_032
}

/// What a ZIP archive packs with Deflate: the stream alone, without a head or a sum (RFC 1951).
public enum DeflatedBytes {
  /// The bytes unpacked; `nil` where they are broken, or are not just as many as they are said to be.
  public static func unpacked(_ packed: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
    var input = Array(packed)
    // One byte more, so that a stream that holds more is seen, and there is room also for none.
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var stream = unsafe z_stream()
    let began = unsafe inflateInit2_(
      &stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard began == Z_OK, let room = UInt32(exactly: bytes.count),
      let count = UInt32(exactly: input.count)
    else { return nil }
    defer { _ = unsafe inflateEnd(&stream) }
    let ended = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe bytes.withUnsafeMutableBufferPointer { target in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = count
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = room
        return unsafe inflate(&stream, Z_FINISH)
      }
    }
    guard ended == Z_STREAM_END, unsafe Int(stream.total_out) == size else { return nil }
    bytes.removeLast()
    return bytes
  }
}
