import Planning
import Terms

/// What has been read of one parcel or one act so far.
struct Draft {
  var id: String?
  var parent: String?
  var plan: String?
  var name: String?
  var uses: [LandUse] = []
  /// The use as printed, for acts.
  var useText: String?
  var hasCode = false
  var area: StatedArea?
  var indicators: [Indicator: Interval] = [:]
  var extras: [String: String] = [:]
  var keepsCurrentUse = false
  var location: String?
  /// Sentences about it that lay something down and are kept as printed.
  var conditions: [String] = []
  var bounds: String?
  var previous = PreviousValues()
  var kind: TransactionKind?
  var stage: ActStage?
  var aliases: [String] = []
  var verticalRange: VerticalRange?
  var party: String?
  var amountYuan: Double?
  var prices: [LandPrice] = []
  var terms: [UseTerm] = []
  var dates: [ActDay: CalendarDate] = [:]
  var contractNumber: String?
  var supervisionNumber: String?
  var purpose: String?
  /// Whether it is taken out of a plan (核减), so that it makes no act.
  var isRemoved = false
  /// Whether it was only split into others and has nothing of its own.
  var isSplit = false
  /// Its first and last token.
  var tokens: ClosedRange<Int>

  init(id: String?, at token: Int) {
    self.id = id
    tokens = token...token
  }

  /// Whether it says anything of the land beyond the number.
  var hasLandFacts: Bool {
    !uses.isEmpty || area != nil || !indicators.isEmpty || keepsCurrentUse
  }

  /// Whether it has another area than another draft, and another holder, place or name.
  func isOtherLand(than other: Draft) -> Bool {
    guard let area, area.squareMetres != other.area?.squareMetres else { return false }
    func differ(_ one: String?, _ two: String?) -> Bool { one != nil && two != nil && one != two }
    return differ(party, other.party) || differ(location, other.location)
      || name != nil && name != other.name
  }

  mutating func touch(_ token: Int) {
    tokens = min(tokens.lowerBound, token)...max(tokens.upperBound, token)
  }
}
