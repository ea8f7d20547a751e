public import Answers
internal import Characters
internal import Foundation
internal import Intake
public import Planning
internal import Storage

/// The documents of a register: one by its number or title, with the text that it was read from.
public struct LandDocuments: LandQuestions {
  let register: LandRegister

  /// A document with its text.
  ///
  /// - Parameters:
  ///   - what: its number in any spelling, or words of its title.
  ///   - lines: which lines of its file, by the numbers of the facts; `nil` for the document's own.
  ///   - folder: see ``excerpt(of:lines:at:in:)``.
  public func find(
    _ what: String, lines: ClosedRange<Int>? = nil, at moment: Moment = .now,
    in folder: String? = nil
  ) async throws -> DocumentAnswer {
    let now = Moment.clock
    var (answer, texts) = try store.read { reader in
      let answer = try LandDocuments.answer(what, at: moment, in: reader)
      return (answer, try answer.document.map { try reader.sources.texts(of: $0) } ?? [])
    }
    answer.toldMoment = moment.told(atMillisecondsSince1970: now)
    guard let document = answer.document else { return answer }
    let place = document.reference.place
    let numbers = lines ?? place.lineStart...max(place.lineStart, place.lineEnd)
    answer.text =
      texts.isEmpty
      ? try await readAgain(
        place.file, being: [document.fileDigest], lines: numbers, in: folder)
      : try excerpt(of: place.file, texts, numbers)
    return answer
  }

  /// A document with the original of its file, byte for byte; `nil` where the register does not keep
  /// it, as of a file that is text.
  public func original(
    of what: String, at moment: Moment = .now
  ) throws -> (answer: DocumentAnswer, bytes: [UInt8]?) {
    let (answer, original) = try store.read { reader in
      let answer = try LandDocuments.answer(what, at: moment, in: reader)
      return (answer, try answer.document.flatMap { try reader.sources.original(of: $0) })
    }
    guard let original else { return (answer, nil) }
    guard let bytes = original.packed.unpacked() else { throw damaged(original.label.name) }
    return (answer, bytes)
  }

  /// Lines of a file that facts of the register come from: of the text that the register keeps, or
  /// else of the file.
  ///
  /// The file is looked for where it was named: beside the register, and in a folder. Only files that
  /// the register names are opened, and only one that is the same byte for byte is shown.
  ///
  /// - Parameters:
  ///   - file: the name, as the register has it.
  ///   - numbers: which lines.
  ///   - moment: until when what was read of a file of that name counts.
  ///   - folder: where names without a folder of their own begin; `nil` for the folder that the
  ///     program runs in.
  /// - Returns: `nil` where the register does not name the file.
  public func excerpt(
    of file: String, lines numbers: ClosedRange<Int>, at moment: Moment = .now,
    in folder: String? = nil
  ) async throws -> SourceExcerpt? {
    // SQLite compares a name up to its first NUL alone.
    guard !file.utf8.contains(0) else { return nil }
    let texts = try store.read {
      try $0.sources.texts(ofFile: file, line: numbers.lowerBound, at: moment)
    }
    guard texts.isEmpty else { return try excerpt(of: file, texts, numbers) }
    let info = try register.info()
    let digests = (info.files + info.boundaryFiles).filter { $0.name == file }.map(\.sha256)
    guard !digests.isEmpty else { return nil }
    return try await readAgain(file, being: digests, lines: numbers, in: folder)
  }

  /// Lines of a text that is kept.
  private func excerpt(
    of file: String, _ texts: [SourceText], _ numbers: ClosedRange<Int>
  ) throws -> SourceExcerpt {
    var excerpt = SourceExcerpt(file: file, state: .same)
    excerpt.origin = .register
    for text in texts {
      guard var lines = text.lines(numbers) else { throw damaged(file) }
      if texts.count > 1 { for index in lines.indices { lines[index].sheet = text.name } }
      excerpt.lines += lines
    }
    return excerpt
  }

  /// Lines of a file, if it is there as it was read.
  private func readAgain(
    _ file: String, being digests: [String?], lines numbers: ClosedRange<Int>, in folder: String?
  ) async throws -> SourceExcerpt {
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
      excerpt.origin = .file
      excerpt.lines = all.filter { numbers.contains($0.number) }.map {
        SourceExcerpt.Line(number: $0.number, text: $0.text)
      }
      return excerpt
    }
    return excerpt
  }

  private func damaged(_ name: String) -> RegisterError {
    RegisterError(.unreadable, path: path, seen: name)
  }

  /// The document that is meant: that of the number, or the one whose title has the words. Of several
  /// the one is meant whose title is just that.
  private static func answer(
    _ what: String, at moment: Moment, in reader: RegisterReader
  ) throws -> DocumentAnswer {
    var answer = DocumentAnswer(query: what, moment: moment)
    var found: [DocumentRecord] = []
    if let number = DocumentNumber(typed: what) {
      found = try reader.documents.all(key: DocumentKey.of(number: number.description), at: moment)
    }
    let words = SearchText.normalized(what)
    if found.isEmpty, !words.isEmpty {
      let terms = SearchTerm.terms(
        of: what, townships: try reader.documents.townshipNames(at: moment))
      found = try reader.documents.all(having: terms, at: moment)
      let named = found.filter { SearchText.normalized($0.reference.title) == words }
      if named.count == 1 { found = named }
    }
    guard found.count == 1, let document = found.first else {
      answer.candidates = found.map(\.reference)
      if found.isEmpty {
        answer.suggestions = try Lookup(reader: reader, moment: moment, query: what)
          .nearDocuments()
      }
      return answer
    }
    answer.verdict = .found
    answer.document = document
    answer.original = try reader.sources.label(of: document)
    return answer
  }
}
