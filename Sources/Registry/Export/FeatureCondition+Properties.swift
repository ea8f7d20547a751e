internal import Filtering
internal import Planning

extension FeatureCondition {
  /// What may be asked of parcels: what is known of them, and every other column of their layer.
  static func parcels(_ fields: [(name: String, type: String)]) -> FilterProperties {
    let known = FilterProperties.parcels
    let more = properties(of: fields.filter { known[$0.name] == nil }, hasShape: false)
    return FilterProperties(known.all + more.all)
  }

  /// What may be asked of a layer: its columns by their declared types.
  static func properties(
    of fields: [(name: String, type: String)], names: [String: String] = [:],
    hasShape: Bool = true
  ) -> FilterProperties {
    let columns = fields.map { field in
      FilterProperties.Property(
        field.name, FilterKind(columnType: field.type),
        otherNames: names[field.name].map { [$0] } ?? [])
    }
    let shape = FilterProperties.Property("geometry", .shape, otherNames: ["geom", "形状"])
    return FilterProperties(columns + (hasShape ? [shape] : []))
  }
}
