import Foundation
import Planning

/// Documents of Word 97 and of WPS, through LibreOffice.
enum OfficeDocument {
  /// The document as OpenDocument text.
  ///
  /// LibreOffice gets a folder of its own for what it keeps, so that it neither finds nor disturbs the
  /// one of the user, and a copy under a plain name.
  static func openDocument(of bytes: [UInt8], file: String) async throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("yulin-office-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appendingPathComponent("document.doc")
    try Data(bytes).write(to: source)
    _ = try await Converter(file: file).run(
      "soffice", package: "libreoffice-writer",
      [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore",
        "--nolockcheck", "--convert-to", "odt:writer8", "--outdir", folder.path, source.path,
      ],
      environment: ["http_proxy": "127.0.0.1:9", "https_proxy": "127.0.0.1:9"],
      limits: Converter.Limits(seconds: 120, fileSize: 1 << 30))
    let result = folder.appendingPathComponent("document.odt")
    guard let data = FileManager.default.contents(atPath: result.path) else {
      throw IntakeError(.notOfFormat("Word/WPS"), file: file)
    }
    return Array(data)
  }
}
