#if canImport(Glibc)
  internal import CMalloc
#endif

/// How the process holds memory.
enum Memory {
  /// Has large buffers given back to the system as soon as they are let go. Each tile of a low zoom takes
  /// some for a moment; by glibc's own habit the process keeps the most it ever had, once for each thread.
  static func giveBack() {
    #if canImport(Glibc)
      mallopt(M_MMAP_THRESHOLD, 1 << 20)
      // Small pieces come and go with every request: asked back and given back each time they would
      // halve the number of requests (measured).
      mallopt(M_TRIM_THRESHOLD, 32 << 20)
    #endif
  }
}
