#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#endif

/// Puts a finished file in the place of another in one step: whoever opens it finds the one or the
/// other, whole. Foundation's `replaceItemAt` needs an exchange that some file systems refuse.
enum Renaming {
  /// Renames a file.
  ///
  /// - Returns: whether it was done.
  static func replace(_ target: String, with draft: String) -> Bool {
    unsafe rename(draft, target) == 0
  }
}
