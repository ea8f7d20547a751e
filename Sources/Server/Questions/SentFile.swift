internal import Answers
internal import Dialogue
internal import Exchange
internal import Foundation
internal import Planning
internal import Terms

/// What a client has sent, as a file for the readers of files; it is gone when the answer is made.
struct SentFile {
  let path: String

  /// - Throws: ``Failure`` where nothing was sent or it cannot be kept.
  init(body: [UInt8], ending: String) throws {
    guard !body.isEmpty else {
      throw Failure.nothingSent
    }
    let folder = FileManager.default.temporaryDirectory
    path = folder.appendingPathComponent("yulin-\(UUID().uuidString).\(ending)").path
    guard
      FileManager.default.createFile(
        atPath: path, contents: Data(body), attributes: [.posixPermissions: 0o600])
    else {
      throw Failure.notKept
    }
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// A place with the name that the client knows in the place of the file's.
  static func renamed(_ place: AskedPlace, _ path: String, to name: String) -> AskedPlace {
    var place = place
    place.file = name
    place.label = place.label.replacing(path, with: name)
    place.diagnostics = place.diagnostics.map { renamed($0, path, to: name) }
    return place
  }

  static func renamed(_ diagnostic: Diagnostic, _ path: String, to name: String) -> Diagnostic {
    var diagnostic = diagnostic
    diagnostic.file = diagnostic.file.replacing(path, with: name)
    if case .valueNotUnderstood(path, let field, let value) = diagnostic.fact {
      diagnostic.fact = .valueNotUnderstood(of: name, field: field, value)
    }
    return diagnostic
  }
}
