import Foundation

/// Text that a test expects word for word, kept in a file beside the test.
///
/// The files lie in `Snapshots/`, in the folder of the test that names them. Run the tests with
/// `RECORD_SNAPSHOTS=1` to write what the program says now; the run that records fails, so that
/// nobody takes it for a passed one.
public enum Golden {
  /// Why a comparison failed.
  public enum Failure: Error, CustomStringConvertible {
    /// The text was recorded, not compared.
    case recorded(String)
    /// No such file yet.
    case missing(String, actual: String)
    /// The text is another one.
    case differs(String, difference: String)

    /// The failure as the test log shows it.
    public var description: String {
      switch self {
      case .recorded(let path):
        "recorded \(path); run again without RECORD_SNAPSHOTS to compare"
      case .missing(let path, let actual):
        "\(path) does not exist; record it with RECORD_SNAPSHOTS=1. The text is now:\n\(actual)"
      case .differs(let path, let difference):
        "differs from \(path) (- expected, + found):\n\(difference)"
      }
    }
  }

  /// Compares a text with the golden file of that name, or records it.
  ///
  /// - Parameters:
  ///   - text: what the program said.
  ///   - name: the file's name in `Snapshots/`, extension included.
  ///   - testFile: the test's own source file.
  public static func check(
    _ text: String, _ name: String, besideTest testFile: String = #filePath
  ) throws {
    let folder = URL(fileURLWithPath: testFile).deletingLastPathComponent()
      .appendingPathComponent("Snapshots")
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      throw Failure.recorded("Snapshots/\(name)")
    }
    guard let data = FileManager.default.contents(atPath: file.path) else {
      throw Failure.missing("Snapshots/\(name)", actual: text)
    }
    let expected = String(decoding: data, as: UTF8.self)
    guard expected != text else { return }
    throw Failure.differs("Snapshots/\(name)", difference: difference(expected, text))
  }

  /// The lines of two texts that are not in both, in order, each behind `-` or `+`.
  static func difference(_ expected: String, _ actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let changes = new.difference(from: old).map { change in
      switch change {
      case .remove(let offset, let line, _): (offset, 0, "- \(offset + 1): \(line)")
      case .insert(let offset, let line, _): (offset, 1, "+ \(offset + 1): \(line)")
      }
    }
    return changes.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2).joined(separator: "\n")
  }
}
