internal import Answers
internal import Characters
internal import Foundation
internal import Intake
public import Planning
internal import Storage

extension LandRegister {
  /// Lines of a file that facts of the register come from.
  ///
  /// The file is looked for where it was named: beside the register, and in a folder. Only files that
  /// the register names are opened, and only one that is the same byte for byte is shown.
  ///
  /// - Parameters:
  ///   - file: the name, as the register has it.
  ///   - numbers: which lines.
  ///   - folder: where names without a folder of their own begin; `nil` for the folder that the
  ///     program runs in.
  /// - Returns: `nil` where the register does not name the file.
  public func excerpt(
    of file: String, lines numbers: ClosedRange<Int>, in folder: String? = nil
  ) async throws -> SourceExcerpt? {
    let info = try info()
    let digests = (info.files + info.boundaryFiles).filter { $0.name == file }.map(\.sha256)
    guard !digests.isEmpty else { return nil }
    let folders = [
      folder ?? FileManager.default.currentDirectoryPath,
      URL(fileURLWithPath: path).deletingLastPathComponent().path,
    ]
    let places = file.hasPrefix("/") ? [file] : folders.map { "\($0)/\(file)" }
    var excerpt = SourceExcerpt(file: file, state: .missing)
    for place in places {
      guard let data = FileManager.default.contents(atPath: place) else { continue }
      let bytes = Array(data)
      guard digests.contains(ContentDigest.hexadecimal(of: bytes)) else {
        excerpt.state = .changed
        continue
      }
      guard let all = try await DocumentIntake.lines(of: bytes, name: file, path: place) else {
        excerpt.state = .notText
        return excerpt
      }
      excerpt.state = .same
      excerpt.lines = all.filter { numbers.contains($0.number) }.map {
        SourceExcerpt.Line(number: $0.number, text: $0.text)
      }
      return excerpt
    }
    return excerpt
  }
}
