/// The words for states and kinds that a filter understands, beside the keys of the model.
enum FilterWords {
  /// The keys of a status that a word means, `nil` where it means none.
  static func status(_ word: String) -> String? {
    let key = word.lowercased()
    if let status = ParcelStatus(rawValue: key) { return status.rawValue }
    return statuses.first { $0.words.contains(key) }?.status.rawValue
  }

  /// The key of an act's or a document's kind that a word means, `nil` where it means none. A
  /// site's type is what is printed.
  static func kind(_ word: String, of subject: RegisterFilter.Subject) -> String? {
    let key = word.lowercased()
    switch subject {
    case .documents:
      return DocumentKind(rawValue: key)?.rawValue
        ?? documentKinds.first { $0.words.contains(key) }?.kind.rawValue
    case .transactions:
      return TransactionKind(rawValue: key)?.rawValue
        ?? transactionKinds.first { $0.words.contains(key) }?.kind.rawValue
    case .parcels, .sites: return word
    }
  }

  /// The keys that ``kind(_:of:)`` knows.
  static func kinds(of subject: RegisterFilter.Subject) -> [String] {
    switch subject {
    case .documents: DocumentKind.allCases.map(\.rawValue)
    case .transactions: TransactionKind.allCases.map(\.rawValue)
    case .parcels, .sites: []
    }
  }

  /// Whether an act of one kind is among those a filter's kind means: `reclaim` means every way of
  /// taking back, `supply` every way of supplying.
  static func transaction(_ kind: TransactionKind, isMeantBy key: String) -> Bool {
    switch key {
    case TransactionKind.reclaim.rawValue: kind.documentKind == .reclaim
    case TransactionKind.supply.rawValue: kind.documentKind == .supply
    default: kind.rawValue == key
    }
  }

  private static let statuses: [(status: ParcelStatus, words: Set<String>)] = [
    (.planned, ["规划", "已规划"]), (.reserved, ["储备", "已储备", "收储"]),
    (.supplyApproved, ["供地已批", "已批", "已批供地"]), (.supplied, ["已供", "已供应", "供应", "成交"]),
    (.reclaimed, ["收回", "已收回"]), (.superseded, ["已变更", "失效", "拆分", "合并"]),
  ]
  private static let documentKinds: [(kind: DocumentKind, words: Set<String>)] = [
    (.planApproval, ["规划批复", "规划", "批复"]), (.reserve, ["储备", "土地储备"]),
    (.supply, ["供地", "供应", "土地供应"]), (.reclaim, ["收回"]),
    (.developmentScheme, ["成片开发", "成片开发方案"]), (.hazardList, ["地质灾害", "隐患点"]), (.other, ["其他"]),
  ]
  private static let transactionKinds: [(kind: TransactionKind, words: Set<String>)] = [
    (.reserve, ["储备", "收储"]), (.listing, ["挂牌", "挂牌出让"]), (.auction, ["拍卖", "拍卖出让"]),
    (.tender, ["招标", "招标出让"]), (.agreement, ["协议", "协议出让"]), (.allocation, ["划拨"]),
    (.lease, ["租赁"]), (.capitalContribution, ["作价出资", "作价入股", "作价出资入股"]),
    (.reclaimPaid, ["有偿收回"]), (.reclaimFree, ["无偿收回"]), (.reclaim, ["收回"]),
    (.supply, ["供应", "供地", "出让"]),
  ]
}
