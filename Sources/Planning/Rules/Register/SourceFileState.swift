/// What is found where the register says that a file is. Who asks measures it: rules only judge.
public enum SourceFileState: Hashable, Sendable {
  /// The file is there, with the bytes that were read.
  case present
  /// A file is there, with other bytes: their SHA-256 in hexadecimal.
  case changed(sha256: String)
  /// No file is there.
  case missing
  /// The register names the file by a path that means nothing from here, so nothing can be said.
  case elsewhere
}
