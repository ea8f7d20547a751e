import Intake
import Planning

/// A letter of a county that says one thing, for tests of how it is read.
struct SampleLetter {
  var title: String
  var body: String

  /// What is read of it.
  func read() async throws -> IntakeResult {
    let text = """
      砚山县人民政府
      \(title)
      砚政函〔2026〕11号

      县自然资源局：
      \(body)

      砚山县人民政府
      2026年5月6日

      """
    return try await DocumentIntake().read(
      Array(text.utf8), name: "a.txt", path: "/dev/null/a.txt")
  }
}
