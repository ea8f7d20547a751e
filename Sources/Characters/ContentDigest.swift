internal import CCrypto
internal import Foundation

/// SHA-256 (FIPS 180-4), by which files and the content of documents are recognised.
@safe public final class ContentDigest {
  private let context: OpaquePointer?

  /// Looked up once: libcrypto seeks it by name. It is only read.
  nonisolated(unsafe) private static let algorithm = unsafe EVP_MD_fetch(nil, "SHA256", nil)

  /// A digest of nothing yet.
  public init() {
    unsafe context = EVP_MD_CTX_new()
    // Fails where there is no memory, or where libcrypto was told to do without SHA-256.
    let isReady = unsafe EVP_DigestInit_ex(context, ContentDigest.algorithm, nil) == 1
    precondition(isReady, "no SHA-256")
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// The digest of some bytes, in hexadecimal.
  public static func hexadecimal(of bytes: some Sequence<UInt8>) -> String {
    let digest = ContentDigest()
    digest.update(bytes)
    return unsafe finish(digest.context)
  }

  /// The digest of a file, in hexadecimal, a piece at a time; `nil` where it cannot be read.
  public static func hexadecimal(ofFileAt path: String) -> String? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    let digest = ContentDigest()
    do {
      while let data = try file.read(upToCount: 1 << 20), !data.isEmpty { digest.update(data) }
    } catch {
      return nil
    }
    return unsafe finish(digest.context)
  }

  /// Takes more bytes in.
  public func update(_ bytes: some Sequence<UInt8>) {
    unsafe Array(bytes).withUnsafeBytes { bytes in
      let isTaken = unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1
      precondition(isTaken, "a digest takes no more")
    }
  }

  /// The digest of all bytes so far, in hexadecimal.
  public func hexadecimal() -> String {
    let copy = unsafe EVP_MD_CTX_new()
    defer { unsafe EVP_MD_CTX_free(copy) }
    precondition(unsafe EVP_MD_CTX_copy_ex(copy, context) == 1, "no memory for a digest")
    return unsafe ContentDigest.finish(copy)
  }

  private static func finish(_ context: OpaquePointer?) -> String {
    var bytes = [UInt8](repeating: 0, count: 32)
    precondition(unsafe EVP_DigestFinal_ex(context, &bytes, nil) == 1, "no digest")
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in bytes {
      for digit in [byte >> 4, byte & 15] { text.append(digit + (digit < 10 ? 0x30 : 0x57)) }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
