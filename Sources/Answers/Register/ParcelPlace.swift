public import Planning

/// Where a parcel stands in a list of parcels: by county, plan and number, those without number
/// behind.
public struct ParcelPlace: Hashable, Sendable, Comparable {
  /// The county, where it can be told.
  public var county: String?
  /// The plan its number belongs to.
  public var plan: String?
  /// Its number.
  public var number: String?
  /// Its number, name or location.
  public var label: String
  /// The key its facts are gathered by, see ``PlotKey``.
  public var plotKey: String

  /// A place.
  public init(county: String?, plan: String?, number: String?, label: String, plotKey: String) {
    self.county = county
    self.plan = plan
    self.number = number
    self.label = label
    self.plotKey = plotKey
  }

  /// The place of a parcel.
  public init(of record: ParcelRecord, plotKey: String) {
    self.init(
      county: record.county, plan: record.values.plan, number: record.values.parcelID,
      label: record.label, plotKey: plotKey)
  }

  /// Whether a parcel comes before another.
  public static func < (a: ParcelPlace, b: ParcelPlace) -> Bool {
    (a.county ?? "", a.plan ?? "", a.number ?? "\u{10FFFF}", a.label, a.plotKey)
      < (b.county ?? "", b.plan ?? "", b.number ?? "\u{10FFFF}", b.label, b.plotKey)
  }
}
