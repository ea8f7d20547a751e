internal import SimpleFeatures

extension CoordinateTransformation {
  /// The steps in words of PROJ, in their order: what a person needs to repeat the transformation.
  public var steps: [String] {
    stages.compactMap { stage in
      switch stage {
      case .shift(let dx, let dy): "x + \(dx), y + \(dy)"
      case .inverse(_, let pipeline), .forward(_, let pipeline): pipeline
      case .operations(let operations): operations.first?.pipeline
      case .similarity: "similarity"
      case .limit: nil
      }
    }
  }
}
