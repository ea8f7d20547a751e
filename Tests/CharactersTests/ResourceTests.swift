import Characters
import Foundation
import TestSupport
import Testing

@Suite struct ResourceTests {
  static let files = ["Data/rules", "Data/vocabularies", "Web"].flatMap { folder in
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appendingPathComponent(folder).path)
    return (names ?? []).sorted().map { "\(folder)/\($0)" }
  }

  @Test func everyFolderHasFiles() {
    #expect(Self.files.count > 30)
  }

  @Test(arguments: files) func theProgramCarriesEveryFile(path: String) throws {
    let text = try #require(Resource.text(path), "name it in Sources/CResources/resources.c")
    #expect(try text == Repository.text(path))
    #expect(!text.utf8.contains(0x0D), "a carriage return")
    #expect(text.hasSuffix("\n"))
  }

  @Test func aPathOfNoFileHasNoText() {
    #expect(Resource.text("Web/none.js") == nil)
    #expect(Resource.text("Web/app.js\0") == nil)
  }
}
