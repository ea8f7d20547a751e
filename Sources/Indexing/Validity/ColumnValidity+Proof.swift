public import SimpleFeatures
public import Topology

extension ColumnValidity {
  /// Judges every shape: most are proven valid by their edges, GEOS judges the others.
  ///
  /// The same verdict and the same faults as of ``ColumnValidity/init(of:limits:workers:among:)``,
  /// which asks GEOS for all.
  ///
  /// - Parameter workers: how many threads; as many as there are cores where it is not said.
  /// - Throws: `TopologyFault` where GEOS has no memory.
  public init(proving column: GeometryColumn, workers: Int? = nil) throws {
    let workers = OverlapOptions(workers: workers).workerCount
    let index = LayerIndex(
      of: column, origin: LayerIndex.origin(of: column), invalid: [], workers: workers)
    try self.init(
      of: column, workers: workers, among: index.unproven(with: column, workers: workers))
  }
}

extension LayerIndex {
  /// The features of the layer that are not proven valid, in order; points and lines are among them.
  func unproven(with column: GeometryColumn, workers: Int) -> [Int] {
    var isProven = Array(repeating: false, count: column.count)
    isProven.fill { isProven in
      lend(with: column) { view in
        let proof = ValidityProof(view)
        ParallelStretches.run(over: column.count, workers: workers) { stretch in
          for feature in stretch where view.role(of: feature) == .area {
            isProven[feature] = proof.holds(for: feature)
          }
        }
      }
    }
    return isProven.indices.filter { !isProven[$0] && column.types[$0] != nil }
  }
}
