/// How far a parcel has come between plan and supply.
public enum ParcelStatus: String, Hashable, Sendable, Codable, CaseIterable {
  /// Only its boundary is known: no document speaks of it.
  case mapped
  /// A plan speaks of it, no act yet.
  case planned
  /// In the land reserve (储备).
  case reserved
  /// Its supply is approved, the land not handed over (供地方案已批).
  case supplyApproved = "supply_approved"
  /// Supplied: the contract or the allocation is concluded (已供应).
  case supplied
  /// Its land-use right was taken back (收回).
  case reclaimed
  /// Split, merged or renumbered: its ``ParcelKinship`` names what took its place.
  case superseded
}
