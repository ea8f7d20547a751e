internal import CCrypto

/// SHA-256 (FIPS 180-4), by which files and the content of documents are recognised.
@safe public final class ContentDigest {
  private let context: OpaquePointer?

  /// A digest of nothing yet.
  public init() {
    unsafe context = EVP_MD_CTX_new()
    // Fails where there is no memory, or where libcrypto was told to do without SHA-256.
    precondition(unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1, "no SHA-256")
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// The digest of some bytes, in hexadecimal.
  public static func hexadecimal(of bytes: some Sequence<UInt8>) -> String {
    let digest = ContentDigest()
    digest.update(bytes)
    return digest.hexadecimal()
  }

  /// Takes more bytes in.
  public func update(_ bytes: some Sequence<UInt8>) {
    unsafe Array(bytes).withUnsafeBytes { bytes in
      _ = unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }
  }

  /// The digest of all bytes so far, in hexadecimal.
  public func hexadecimal() -> String {
    let copy = unsafe EVP_MD_CTX_new()
    defer { unsafe EVP_MD_CTX_free(copy) }
    var bytes = [UInt8](repeating: 0, count: 32)
    let isWhole =
      unsafe EVP_MD_CTX_copy_ex(copy, context) == 1 && EVP_DigestFinal_ex(copy, &bytes, nil) == 1
    precondition(isWhole, "no memory for a digest")
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
