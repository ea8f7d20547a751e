internal import Dialogue
internal import Exchange
internal import Foundation
internal import Planning
internal import Terms
#if canImport(Glibc)
  internal import CMalloc
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The program `yulin-server`: takes the settings as its one argument and serves.
public enum ServiceProgram {
  /// Serves, and ends the process: with 0 when told to stop, else with the status that `yulin` has
  /// for such a failure.
  public static func main() async -> Never {
    let language = Language(environment: ProcessInfo.processInfo.environment)
    Memory.giveBack()
    do {
      let settings = try settings(CommandLine.arguments)
      try await LandService(settings).run()
      // Not `exit`: it would take down PROJ and GEOS under threads that still prepare answers.
      _exit(0)
    } catch {
      let message = (Failure(error) ?? .notServed(error)).message
      let word = Words("错误", "error")[language]
      let line = "yulin-server: \(word): \(message.sentence(language))\n"
      try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
      exit(message.kind.exitStatus.rawValue)
    }
  }

  private static func settings(_ arguments: [String]) throws -> ServiceSettings {
    guard arguments.count == 2 else { throw Failure.startedByHand }
    do {
      return try JSONDecoder().decode(ServiceSettings.self, from: Data(arguments[1].utf8))
    } catch {
      throw Failure.settings(error, file: nil)
    }
  }
}

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
