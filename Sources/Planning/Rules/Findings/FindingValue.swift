/// A value in a finding's sentence. How it is written depends on what it is and on the language.
public enum FindingValue: Hashable, Sendable {
  /// A name, a number of a parcel or a document, as it stands.
  case text(String)
  /// The names of several, in order.
  case texts([String])
  /// A count.
  case count(Int)
  /// A plain number.
  case number(Double)
  /// Square metres; written with 亩 for people.
  case squareMetres(Double)
  /// Metres.
  case metres(Double)
  /// Percent.
  case percent(Double)
  /// A day.
  case date(CalendarDate)
  /// A land use: code and name.
  case landUse(LandUse)
  /// An indicator's name.
  case indicator(Indicator)
  /// The names of several indicators.
  case indicators([Indicator])
  /// An indicator's interval, in its notation.
  case interval(Interval, Indicator)
  /// A kind of act.
  case act(TransactionKind)
  /// Why a shape is not valid: a key of ``ShapeFault/reason``.
  case shapeReason(String)
  /// What a layer stands for.
  case layerRole(LayerRole)
  /// Words that the rule itself gives in both languages.
  case words(LocalText)
}
