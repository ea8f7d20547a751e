public import Planning
public import Terms

/// Documents made up for tests.
public enum Sample {
  /// The plan that most samples speak of.
  public static let plan = "样县县城（城北片区）控制性详细规划"
  /// The same plan as an adjusting document names it.
  public static let adjustedPlan = "样县县城（城北片区）控制性详细规划03-02、03-05等地块规划调整"

  /// A document of the county 样县 without facts.
  public static func document(
    _ number: String?, on date: String?, title: String = "样县人民政府关于土地的批复",
    kind: DocumentKind = .planApproval, issuer: String? = "样县人民政府", file: String = "a.txt",
    line: Int = 1
  ) -> LandDocument {
    var document = LandDocument(title: title, kind: kind, place: place(line, file: file))
    document.number = number
    document.date = date.flatMap { CalendarDate(iso: $0) }
    document.issuer = issuer
    return document
  }

  /// A document with these facts.
  public static func document(
    _ number: String?, on date: String?, parcels: [ParcelStatement] = [],
    transactions: [LandTransaction] = [], kind: DocumentKind = .planApproval,
    issuer: String? = "样县人民政府"
  ) -> LandDocument {
    var document = document(
      number, on: date, title: "样县人民政府关于土地的批复", kind: kind, issuer: issuer)
    document.parcels = parcels
    document.transactions = transactions
    for index in document.parcels.indices { document.parcels[index].document = number }
    for index in document.transactions.indices { document.transactions[index].document = number }
    return document
  }

  /// A statement of a parcel.
  public static func parcel(
    _ number: String?, plan: String? = Sample.plan, use: String? = nil, name: String? = nil,
    area: Double? = nil, floorAreaRatio: Double? = nil, location: String? = nil, line: Int = 5
  ) -> ParcelStatement {
    var statement = ParcelStatement(parcelID: number, place: place(line))
    statement.plan = plan
    if let use { statement.landUse = [LandUse(scheme: .mnr2023, code: use, name: name)] }
    statement.area = area.map { StatedArea(squareMetres: $0, text: "\($0)平方米") }
    if let floorAreaRatio {
      statement.indicators[.floorAreaRatio] = Interval(
        upper: Interval.Bound(floorAreaRatio, inclusive: true))
    }
    statement.location = location
    return statement
  }

  /// An act on a parcel.
  public static func act(
    _ kind: TransactionKind, _ number: String?, party: String? = nil, area: Double? = nil,
    concluded: Bool = false, location: String? = nil, line: Int = 7
  ) -> LandTransaction {
    var transaction = LandTransaction(kind: kind, place: place(line))
    transaction.parcelID = number
    transaction.party = party
    transaction.area = area.map { StatedArea(squareMetres: $0) }
    if concluded { transaction.stage = .concluded }
    transaction.location = location
    return transaction
  }

  /// A place in a file.
  public static func place(_ line: Int, file: String = "a.txt") -> SourcePlace {
    SourcePlace(file: file, lineStart: line, lineEnd: line + 1)
  }

  /// A file that documents were read from.
  public static let file = SourceFile(name: "a.txt", sha256: nil, extractor: "test 1")
}
