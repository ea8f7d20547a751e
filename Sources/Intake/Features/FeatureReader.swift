public import Planning
public import SimpleFeatures

/// Reads the features of one file, batch by batch, in memory that does not grow with the file.
public protocol FeatureReader {
  /// Reads the whole file and hands over its features in the file's order.
  ///
  /// A batch has at most about ``FeatureBatch/features`` features or ``FeatureBatch/vertices``
  /// vertices; all batches of a layer have its name. A mistake in one record is a diagnostic, and
  /// the rest of the file still goes in.
  ///
  /// - Returns: what a reader of the file should know, in the file's order.
  /// - Throws: ``IntakeError`` where the file cannot be read at all, and what `receive` throws.
  mutating func read(_ receive: (FeatureTable) throws -> Void) throws -> [Diagnostic]
}

/// How much a reader of features hands over at once.
public enum FeatureBatch {
  /// A batch with as many features is full.
  public static let features = 4096
  /// A batch with as many vertices is full.
  public static let vertices = 500_000

  /// Whether a batch is full.
  public static func isFull(_ table: FeatureTable) -> Bool {
    table.count >= features || table.shapes.vertexCount >= vertices
  }
}
