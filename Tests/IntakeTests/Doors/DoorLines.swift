import Foundation
import TestSupport
import Testing

@testable import Intake

/// The lines that a file gives, tabs shown as `|`.
func lines(of text: String, named name: String = "file") async throws -> [String] {
  try await lines(of: Array(text.utf8), named: name)
}

func lines(of bytes: [UInt8], named name: String = "file") async throws -> [String] {
  let read = try #require(
    try await DocumentIntake.lines(of: bytes, name: name, path: "/nonexistent/\(name)"))
  return read.map { $0.text.replacing("\t", with: "|") }
}

/// The bytes of a text in GB18030.
func chinese(_ text: String) -> [UInt8] {
  Array(text.data(using: String.Encoding(rawValue: 0x8000_0632)) ?? Data())
}
