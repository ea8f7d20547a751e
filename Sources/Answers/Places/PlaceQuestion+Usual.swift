internal import Planning

extension PlaceQuestion {
  /// What lies here, by the thresholds that a bureau uses where its profile says nothing else: pieces
  /// of at most 10 m² and 0.05 m of area over perimeter are slivers; a zone is assigned from 10 % of
  /// the parcel or 50 % of the zone on, at most four, ties within 1 %.
  public static let usual = PlaceQuestion(
    slivers: SliverThresholds(area: 10, areaOverPerimeter: 0.05),
    zones: ZoneAssignmentRule(shareOfParcel: 10, shareOfZone: 50, tie: 1, limit: 4))
}
