internal import Crypto

/// SHA-256 (FIPS 180-4), by which files and the content of documents are recognised.
public struct ContentDigest: Sendable {
  private var digest = SHA256()

  /// A digest of nothing yet.
  public init() {}

  /// The digest of some bytes, in hexadecimal.
  public static func hexadecimal(of bytes: some Sequence<UInt8>) -> String {
    var digest = ContentDigest()
    digest.update(bytes)
    return digest.hexadecimal()
  }

  /// Takes more bytes in.
  public mutating func update(_ bytes: some Sequence<UInt8>) { digest.update(data: Array(bytes)) }

  /// The digest of all bytes so far, in hexadecimal.
  public func hexadecimal() -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest.finalize() {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
