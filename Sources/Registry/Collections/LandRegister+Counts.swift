public import Planning
internal import SimpleFeatures
internal import Storage

extension LandRegister {
  /// How many parcels there are as of a moment.
  public func parcelCounts(at moment: Moment = .now) throws -> ParcelCounts {
    try store.read { reader in
      var counts = ParcelCounts()
      var selection = RowSelection(
        table: "parcels", columns: ["boundary_quality", "boundary_schematic"])
      selection.hasShapes = false
      try ParcelRows(reader: reader, moment: moment).forEach(selection) { table in
        counts.all += table.count
        counts.mapped += table.fields[0].values.count { $0 != .none }
        counts.schematic += table.fields[1].values.count { $0 == .integer(1) }
        return true
      }
      return counts
    }
  }
}
