#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Puts another program in the place of this one: same process, same terminal, so that whoever
/// started it stops it as it stops this one.
enum ProgramReplacement {
  /// Becomes a program; returns only where that fails.
  ///
  /// - Returns: the system's code.
  static func become(_ path: String, _ arguments: [String]) -> Int32 {
    // execv keeps the signals that are ignored; the other program sets its own.
    signal(SIGPIPE, SIG_DFL)
    var pointers: [UnsafeMutablePointer<CChar>?] = unsafe ([path] + arguments).map {
      unsafe strdup($0)
    }
    unsafe pointers.append(nil)
    _ = unsafe execv(path, &pointers)
    return errno
  }
}
