import Foundation

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
