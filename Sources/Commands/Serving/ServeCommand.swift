import ArgumentParser
import Characters
import Dialogue
import Exchange
import Foundation
import Registry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `yulin serve`: the map and the interface over HTTP. Becomes the program `yulin-server`.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: Wording.Help.serve.text,
    discussion: Wording.Help.serveMore.text)

  @Option(help: .init(Wording.Help.port.text, valueName: "number"))
  var port: Int?

  @Option(help: .init(Wording.Help.host.text, valueName: "address"))
  var host: String?

  @Option(help: .init(Wording.Help.serviceSettings.text, valueName: "file"))
  var settings: String?

  @Option(help: .init(Wording.Help.tianditu.text, valueName: "key"))
  var tiandituKey: String?

  @OptionGroup var register: StoreOptions
  @OptionGroup var language: LanguageOptions

  func validate() throws {
    if let port, !(0...65_535).contains(port) {
      throw ValidationError(Wording.notAPort(port).text)
    }
    if let tiandituKey, !tiandituKey.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) {
      throw ValidationError(Wording.notAKey.text)
    }
  }

  func run() throws {
    var settings = try told()
    if register.store != nil || settings.store.isEmpty { settings.store = try register.path() }
    settings.port = port ?? settings.port
    settings.host = host ?? settings.host
    settings.language = settings.language ?? .current
    if let tiandituKey { settings.baseMap = .tianditu(key: tiandituKey) }
    // What is wrong with the register is said before the other program starts.
    _ = try LandRegister.open(at: settings.store)
    guard let program = ServiceExecutable.path else {
      throw Failure.noServer
    }
    let text = String(decoding: try JSONText.line(settings), as: UTF8.self)
    let code = ProgramReplacement.become(program, [text])
    throw Failure.notStarted(program, SystemReason(code: code))
  }

  /// The settings of the file, else the usual ones.
  private func told() throws -> ServiceSettings {
    guard let settings else { return ServiceSettings(store: "") }
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: settings))
    } catch {
      throw Failure.notRead(settings, SystemReason(error))
    }
    do {
      return try JSONDecoder().decode(ServiceSettings.self, from: data)
    } catch {
      throw Failure.settings(error, file: settings)
    }
  }
}

/// Where the program `yulin-server` is.
enum ServiceExecutable {
  private static let name = "yulin-server"

  /// Beside this program, else on the `PATH`; `nil` where it is nowhere.
  static var path: String? {
    var folders: [String] = []
    if let own = Bundle.main.executableURL?.resolvingSymlinksInPath() {
      folders.append(own.deletingLastPathComponent().path)
    }
    folders += (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(
      String.init)
    return folders.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile)
  }
}

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
