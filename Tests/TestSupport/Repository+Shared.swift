public import Foundation

extension Repository {
  /// A register that a released version of the program made; see the note beside it.
  public static func released(schema: Int) -> URL {
    root.appendingPathComponent("Tests/StorageTests/Registers/schema-\(schema).gpkg")
  }

  /// A file or folder of the independent suites and references, which lie beside the repository and
  /// are no part of it; `nil` where they are not at hand.
  public static func shared(_ path: String) -> URL? {
    let url = root.deletingLastPathComponent().appendingPathComponent("shared")
      .appendingPathComponent(path)
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }
}
