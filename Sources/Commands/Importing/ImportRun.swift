internal import Answers
import Exchange
import Foundation
import Planning
import Registry

/// Stores what was read, each document whole or not at all.
struct ImportRun {
  let path: String

  /// Stores the documents of the files, or restores an export.
  func store(_ sources: [ReadSource], progress: inout Progress) throws -> [ImportResult] {
    let register = try LandRegister.openOrCreate(at: path)
    let all = sources.reduce(0) { $0 + $1.reading.documents.count }
    var stored = 0
    var results: [ImportResult] = []
    for source in sources {
      if let export = source.export {
        try register.restore(export)
        Console.say(Wording.restored(export.documentVersions.count, to: path).text)
        continue
      }
      let outcomes = try register.importDocuments(
        source.reading.documents, from: source.reading.file
      ) { _ in
        stored += 1
        progress.say(Wording.storing(stored, of: all))
      }
      results.append(ImportResult(source: source, outcomes: outcomes))
    }
    progress.clear()
    return results
  }
}
