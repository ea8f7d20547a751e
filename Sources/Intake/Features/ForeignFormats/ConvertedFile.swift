import Foundation

/// A file of another program as a GeoPackage, in a folder that goes away with the value.
public final class ConvertedFile: Sendable {
  /// The GeoPackage: one layer, coordinates and coordinate system as in the source, `z` and `m` kept;
  /// its rows are numbered from 1 in the source's order.
  public let path: String
  /// What the source was.
  public let format: ForeignFormat
  /// The layer that was converted, by its name in the source.
  public let layer: String
  /// All layers with shapes that the source has.
  public let layers: [String]
  /// The encoding of texts, where the format does not prescribe one.
  public let encoding: TextEncodingFinding?
  /// What the converting program said, line by line.
  public let messages: [String]
  private let folder: URL

  init(
    folder: URL, path: String, format: ForeignFormat, layer: String, layers: [String],
    encoding: TextEncodingFinding?, messages: [String]
  ) {
    self.folder = folder
    self.path = path
    self.format = format
    self.layer = layer
    self.layers = layers
    self.encoding = encoding
    self.messages = messages
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}

/// The encoding of a Shapefile's texts and how it is known.
public struct TextEncodingFinding: Hashable, Sendable {
  /// How an encoding is known.
  public enum Origin: String, Hashable, Sendable {
    /// The user said so.
    case option
    /// The file says so (.cpg, or the language mark of the .dbf).
    case stated
    /// By trying: strict UTF-8, else GB18030.
    case tried
  }

  /// Its name.
  public let name: String
  /// How it is known.
  public let origin: Origin
}
