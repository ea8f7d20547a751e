internal import CGEOS
public import SimpleFeatures

/// Finds the boxes that meet a box: GEOS's STR-tree, complete from the start and never changed.
@safe public final class EnvelopeTree: @unchecked Sendable {
  // Sendable because the tree is built before `init` returns; from then on GEOS only reads it, and
  // every question brings a context of its own. (While unbuilt GEOS 3.11 locks it, but only then.)
  private let context: EngineContext
  private let tree: OpaquePointer
  /// The number of boxes in the tree.
  public let count: Int

  /// Builds a tree.
  ///
  /// - Parameter envelopes: the boxes; what stands in no place has none and is never found.
  /// - Throws: ``TopologyFault``.
  public init(_ envelopes: [Envelope?]) throws {
    let context = try EngineContext()
    let tree = try unsafe context.pointer("GEOSSTRtree_create_r") {
      unsafe GEOSSTRtree_create_r($0, 10)
    }
    self.context = context
    unsafe self.tree = unsafe tree
    count = envelopes.reduce(0) { $0 + ($1 == nil ? 0 : 1) }
    for (index, envelope) in envelopes.enumerated() {
      guard let envelope else { continue }
      let box = try EnvelopeTree.box(envelope, in: context)
      // The tree copies the box. The item is the number itself, one up: null would be no item.
      context.clear()
      unsafe GEOSSTRtree_insert_r(
        context.handle, tree, box.pointer, UnsafeMutableRawPointer(bitPattern: index + 1))
      guard context.message.isEmpty else { throw context.fault("GEOSSTRtree_insert_r") }
    }
    // GEOS 3.11 builds at the first question; asked here, no thread ever meets an unbuilt tree.
    _ = try search(Envelope(minX: 0, minY: 0, maxX: 0, maxY: 0))
  }

  deinit {
    unsafe GEOSSTRtree_destroy_r(context.handle, tree)
  }

  /// The places in the list of the boxes that meet a box, edges included, in ascending order.
  ///
  /// - Throws: ``TopologyFault``: the C function itself swallows its failure, so the message that it
  ///   leaves is looked for.
  public func search(_ envelope: Envelope) throws -> [Int] {
    let own = try EngineContext()
    let box = try EnvelopeTree.box(envelope, in: own)
    var found: [Int] = []
    own.clear()
    unsafe withUnsafeMutablePointer(to: &found) { found in
      unsafe GEOSSTRtree_query_r(
        own.handle, tree, box.pointer,
        { item, found in
          guard let found = unsafe found else { return }
          unsafe found.assumingMemoryBound(to: [Int].self).pointee.append(
            Int(bitPattern: item) - 1)
        }, found)
    }
    guard own.message.isEmpty else { throw own.fault("GEOSSTRtree_query_r") }
    return found.sorted()
  }

  private static func box(
    _ envelope: Envelope, in context: EngineContext
  ) throws -> EngineShape {
    try unsafe context.shape("GEOSGeom_createRectangle_r") {
      unsafe GEOSGeom_createRectangle_r(
        $0, envelope.minX, envelope.minY, envelope.maxX, envelope.maxY)
    }
  }
}
