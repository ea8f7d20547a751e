import Planning
import Terms

/// Reads what the prose of one document says of parcels.
///
/// It walks the tokens once, keeps the parcels now spoken of, and hangs each fact on them. What it
/// cannot place is reported, not dropped.
struct StatementReader {
  let grammar: Grammar
  let profile: DocumentProfile
  /// Whether parcels carry numbers in this document; if not, facts make a nameless parcel.
  var hasNumbers: Bool

  var drafts: [Draft] = []
  /// Where the drafts of each number are.
  var places = NumberPlaces()
  var totals: [(total: AreaTotal, token: Int)] = []
  var lineage: [ParcelLineage] = []
  var findings: [Finding] = []
  var counts: [(value: Int, token: Int, listed: Int)] = []

  /// The drafts now spoken of.
  var current: [Int] = []
  var plan: String?
  /// Headings that name a plan, by line.
  var planHeadings: [(line: Int, plan: String)] = []
  /// Whether facts read now describe the state before an adjustment.
  var isBefore = false
  /// Whether areas read now are parts of one already given (其中).
  var isPart = false
  /// An indicator whose proposed value was turned down.
  var rejected: Indicator?
  /// A use with its code that stands before the parcels it is of.
  var pendingUse: Grammar.UsePhrase?
  /// The last parcels that were the subject.
  var lastGroup: [Int] = []
  /// Facts of an act that stand before its parcel is named.
  var pendingAct = Draft(id: nil, at: 0)
  /// The parcel that was said to be split, whose children follow.
  var splitParent: Int?
  /// The token that said so.
  var splitToken = 0
  /// The token at which the present sentence began.
  var sentenceStart = 0
  /// How many facts the present sentence gave.
  var sentenceFacts = 0
  /// The drafts mentioned in the present sentence.
  var sentenceDrafts: [Int] = []
  var quoteDepth = 0
  /// Behind the clause that describes one piece of land without a number.
  var plotClauseEnd = 0
  /// How the land below the present heading is supplied.
  var sectionAct: TransactionKind?
  /// Who gets the land of the list that is open.
  var sectionParty: String?
  /// Whether the land below the present heading is struck off.
  var sectionRemoves = false
  /// A place named before its parcel: 位于…的A-01号宗地.
  var pendingLocation: String?
  /// The days of the sale as a whole, said of no piece of land.
  var saleDays: [ActDay: DayReader.Day] = [:]
  /// The parcels that the title names.
  var titleParcels: [String] = []

  /// A remark about a place of the text.
  struct Finding {
    var fact: Diagnostic.Fact
    var severity: Diagnostic.Severity
    var token: Int
  }

  init(_ grammar: Grammar, profile: DocumentProfile, plan: String?) {
    self.grammar = grammar
    self.profile = profile
    self.plan = plan
    var found = false
    for index in grammar.tokens.indices where grammar.parcels(at: index) != nil {
      found = true
      break
    }
    hasNumbers = found
  }

  /// Reads the whole document.
  mutating func read() {
    anticipate(0)
    var index = 0
    while index < grammar.tokens.count {
      let next = step(index)
      index = max(next, index + 1)
    }
    endSentence(grammar.tokens.count)
  }

  /// Reads the phrase at a token; returns the token behind it.
  private mutating func step(_ index: Int) -> Int {
    switch grammar.kind(index) {
    case .sentenceEnd:
      nextSentence(index)
      return index + 1
    case .paragraph:
      endSentence(index)
      beginClause(index)
      return index + 1
    case .quoteOpen:
      quoteDepth += 1
      return index + 1
    case .quoteClose:
      quoteDepth = max(0, quoteDepth - 1)
      return index + 1
    case .keyword(.before):
      isBefore = true
      return index + 1
    case .keyword(.after):
      isBefore = false
      return index + 1
    case .keyword(.merge):
      return mergeCurrent(index)
    case .keyword(.split):
      return splitCurrent(index)
    case .keyword(.each):
      // 均: all that the sentence has named.
      if sentenceDrafts.count > current.count { current = sentenceDrafts.uniqued() }
      return index + 1
    case .keyword(.aforesaid):
      if current.isEmpty { current = lastGroup }
      return index + 1
    case .keyword(.rest):
      return rest(index)
    case .softBreak:
      // A line with a label and its value is a statement of its own.
      if (sentenceStart..<index).contains(where: { grammar.kind($0) == .colon }) {
        nextSentence(index)
      }
      return index + 1
    case .keyword(.including):
      isPart = true
      return index + 1
    case .keyword(.keep):
      return keep(index)
    case .keyword(.useLabel):
      return labelledUse(index)
    case .keyword(.adjustTo):
      isBefore = false
      return adjustedUse(index)
    case .keyword(.locatedAt):
      return location(index)
    case .keyword(.bound):
      return bounds(index)
    case .areaLabel(let role):
      return labelledArea(role, index)
    case .indicator:
      return indicators(index)
    case .otherIndicator:
      return extra(index)
    default:
      return open(index)
    }
  }

  /// What has no label in front: parcel numbers, names of uses, bare areas, leading bounds.
  private mutating func open(_ index: Int) -> Int {
    if let phrase = grammar.parcels(at: index) { return mention(phrase, at: index) }
    if let end = aforesaid(index) ?? upheld(index) { return end }
    if grammar.text(index) == "原", isOldValue(index + 1) {
      isBefore = true
      return index + 1
    }
    if let leading = grammar.leadingInterval(at: index) {
      set(leading.indicator, leading.interval, previous: nil, at: index)
      return leading.end
    }
    if let count = grammar.count(at: index) {
      noteCount(count.value, at: index, end: count.end, listed: 0)
      if isAdded(before: index) { beginNamelessAct(at: index) }
      return count.end
    }
    if case .number = grammar.kind(index), let area = grammar.area(at: index) {
      return bareArea(area.area, index, end: area.end)
    }
    if grammar.kind(index) == .keyword(.about), let area = grammar.area(at: index) {
      return bareArea(area.area, index, end: area.end)
    }
    switch grammar.kind(index) {
    case .useName, .other, .identifier, .number:
      if let use = grammar.landUse(at: index, isLabelled: false) {
        return namedUse(use, index)
      }
    default: break
    }
    return index + 1
  }

  /// 原 right before a label: 原容积率, 原用地性质.
  private func isOldValue(_ index: Int) -> Bool {
    switch grammar.kind(index) {
    case .indicator, .keyword(.useLabel), .areaLabel(.land): true
    default: false
    }
  }
}
