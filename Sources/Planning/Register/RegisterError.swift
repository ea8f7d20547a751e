/// Why the register could not do what it was asked: facts only, the sentence is made elsewhere.
public struct RegisterError: Error, Hashable, Sendable {
  /// What went wrong.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// There is no such file.
    case notFound = "not_found"
    /// A file is there already.
    case alreadyExists = "already_exists"
    /// The file is no GeoPackage.
    case notGeoPackage = "not_geopackage"
    /// A GeoPackage, but not a register of this program.
    case notRegister = "not_register"
    /// Written by a newer program.
    case newerSchema = "newer_schema"
    /// Written by an older program; opening it for writing brings it up to date.
    case olderSchema = "older_schema"
    /// Another version made the file: it lacks a table or column, or has what is not known here.
    case otherSchema = "other_schema"
    /// Another process is writing.
    case busy
    /// The file or its folder may not be read or written.
    case notPermitted = "not_permitted"
    /// The disk is full, or the file is damaged.
    case unreadable
    /// The database refused for a reason of its own.
    case failed
    /// Opened for reading only.
    case readOnly = "read_only"
    /// A moment is not understood.
    case badMoment = "bad_moment"
    /// An export is not one of this format, or of a newer version of it.
    case badExport = "bad_export"
    /// A name that means something else to commands cannot be a layer's.
    case reservedName = "reserved_name"
    /// An export can only be restored into an empty register.
    case notEmpty = "not_empty"
  }

  /// What went wrong.
  public var kind: Kind
  /// The register's file, where it concerns one.
  public var path: String?
  /// What was seen: the bad word, the schema's version, the database's own message.
  public var seen: String?
  /// What is known in its place: the versions that can be read.
  public var known: [String]

  /// An error.
  public init(_ kind: Kind, path: String? = nil, seen: String? = nil, known: [String] = []) {
    self.kind = kind
    self.path = path
    self.seen = seen
    self.known = known
  }
}
