/// How land-use rights are reserved, supplied or taken back.
public enum TransactionKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// 储备.
  case reserve
  /// 挂牌出让.
  case listing
  /// 拍卖出让.
  case auction
  /// 招标出让.
  case tender
  /// 协议出让.
  case agreement
  /// 划拨.
  case allocation
  /// 租赁.
  case lease
  /// 作价出资（入股）.
  case capitalContribution = "capital_contribution"
  /// 有偿收回, or with compensation.
  case reclaimPaid = "reclaim_paid"
  /// 无偿收回.
  case reclaimFree = "reclaim_free"
  /// 收回, not said which.
  case reclaim
  /// 供应, not said which.
  case supply

  /// The kind of document that such an act makes.
  public var documentKind: DocumentKind {
    switch self {
    case .reserve: .reserve
    case .reclaimPaid, .reclaimFree, .reclaim: .reclaim
    case .listing, .auction, .tender, .agreement, .allocation, .lease, .capitalContribution,
      .supply:
      .supply
    }
  }
}
