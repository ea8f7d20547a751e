#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The terminal at an end of the program.
enum Terminal {
  /// Whether standard output is a terminal.
  static let isOutput = isatty(STDOUT_FILENO) == 1
  /// Whether standard error is a terminal.
  static let isErrors = isatty(STDERR_FILENO) == 1

  /// The columns of the terminal that standard output is, `nil` where it is none.
  static let outputColumns = isOutput ? columns(of: STDOUT_FILENO) ?? 80 : nil
  /// The columns of the terminal that standard error is, `nil` where it is none.
  static let errorColumns = isErrors ? columns(of: STDERR_FILENO) ?? 80 : nil

  private static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    // The one way to ask a terminal its width; the kernel fills in a struct of its own layout.
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }
}
