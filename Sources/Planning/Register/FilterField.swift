/// A field that listings can be narrowed by.
public enum FilterField: String, Hashable, Sendable, CaseIterable {
  /// A parcel's number.
  case parcel
  /// The plan a parcel's number belongs to.
  case plan
  /// The county.
  case county
  /// The land use: the beginning of a code, or a part of the name.
  case use
  /// The stated area in square metres; `15亩` and `1公顷` are understood.
  case area
  /// How far a parcel has come.
  case status
  /// The township, with those merged into it.
  case township
  /// A site's village.
  case village
  /// Where it lies, in words.
  case location
  /// The name of a project or a site.
  case name
  /// The date of the (latest) document.
  case date
  /// The number of the (latest) document.
  case document
  /// A document's title.
  case title
  /// What a document or an act does; a site's type.
  case kind
  /// Who issued a document.
  case issuer
  /// Who receives the land or gives it back.
  case party
  /// Price or compensation in yuan.
  case amount
  /// What an act is for.
  case purpose
  /// The file a document was read from.
  case file
  /// People at risk at a site.
  case people
  /// Property at risk at a site, in yuan.
  case property
}
