import ArgumentParser
import Dialogue
import Exchange
import Filtering
import Foundation
import Planning
import Registry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The program `yulin`: parses the arguments, runs the command, ends with its status.
public enum Program {
  /// Runs the command that the arguments name, and ends the process.
  public static func main() async -> Never {
    // A reader that has seen enough (`yulin list … | head`) is no failure of ours: the write says so.
    signal(SIGPIPE, SIG_IGN)
    exit(await run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  private static func run(_ arguments: [String]) async -> ExitStatus {
    var speaksJSON = false
    do {
      var command = try YulinCommand.parseAsRoot(arguments)
      speaksJSON = (command as? any SpeaksJSON)?.speaksJSON ?? false
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
      return .success
    } catch let ending as Ending {
      return ending.status
    } catch {
      return Failure(error).map { report($0, speaksJSON) } ?? finish(with: error)
    }
  }

  private static func report(_ failure: Failure, _ speaksJSON: Bool) -> ExitStatus {
    let message = failure.message
    Console.say(
      speaksJSON
        ? message.json(.current) : "yulin: \(Wording.error.text): \(message.sentence(.current))")
    return message.kind.exitStatus
  }

  /// Says what the parser has to say: help and version on standard output, a mistake in one line.
  private static func finish(with error: any Error) -> ExitStatus {
    let isClean = YulinCommand.exitCode(for: error) == .success
    guard !isClean else {
      var message = YulinCommand.fullMessage(for: error)
      guard !message.isEmpty else { return .success }
      // Asked for here and not in the configuration, which is made at every start.
      if message == Version.program, let database = LandRegister.databaseVersion {
        message += " (\(database))"
      }
      do { try Console.write(message) } catch let ending as Ending { return ending.status } catch {
        return .refused
      }
      return .success
    }
    guard YulinCommand.exitCode(for: error) == .validationFailure else {
      return report(.failed(SystemReason(error)), false)
    }
    return report(mistake(error), false)
  }

  /// A mistake in the arguments on one line, with the help that explains them.
  private static func mistake(_ error: any Error) -> Failure {
    var message = YulinCommand.message(for: error).split(separator: "\n").joined(separator: " ")
    if message.last == "." { message.removeLast() }
    let help =
      YulinCommand.fullMessage(for: error).split(separator: "\n").compactMap { line in
        line.ranges(of: "See '").first.map { line[$0.upperBound...].prefix { $0 != "'" } }
      }.first ?? "yulin --help"
    return .mistake(message, help: String(help))
  }
}
