/// Where the members of a list stand that have a number, so that a document of many parcels is not
/// looked through for each of them.
///
/// It follows a list that grows at its end by itself; one that is sorted or loses members is indexed
/// anew after ``forget()``.
struct NumberPlaces {
  private var places: [String: [Int]] = [:]
  private var count = 0

  /// The list is no longer in the order it was.
  mutating func forget() { self = NumberPlaces() }

  /// The places of a number, from the first on.
  mutating func of<Member>(
    _ number: String, in list: [Member], number key: KeyPath<Member, String?>
  ) -> [Int] {
    while count < list.count {
      if let number = list[count][keyPath: key] { places[number, default: []].append(count) }
      count += 1
    }
    return places[number] ?? []
  }
}
