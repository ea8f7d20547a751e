internal import Exchange
public import Terms

/// What the parts of a question mean, wherever it is put: an option of a command, a parameter of an
/// address.
public enum QuestionWords {
  /// The day on which what is wanted was in force.
  public static let asOf = Words(
    "只看这一天有效的内容（按文书日期），如 2025-06-30。",
    "Only what was in force on that day, by the documents' dates, as 2025-06-30.")

  /// The time at which the register knew it.
  public static let knownAt = Words(
    "只看登记库在这一时刻已知的内容，如 2026-11-20T09:30。",
    "Only what the register knew at that time, as 2026-11-20T09:30.")

  /// Which document.
  public static let document = Words(
    "文号（怎样写都可以），或标题中的词。", "Its number, spelled in any way, or words of its title.")

  /// Which lines of a document's file.
  public static let lines = Words(
    "只要文件的这些行，如 22-24；行号与事实的出处相同。",
    "Only these lines of its file, as 22-24, by the numbers that facts are told by.")

  /// How what is found lies to the place.
  public static let relation = Words(
    "只要与所问图形有此关系的：within 为落在其内的，contains 为包含它的。默认 intersects（含边界相接）。",
    "Only what has this relation to the asked shape: within finds what lies within it. By default "
      + "intersects, touching included.")

  /// How far from the place.
  public static let within = Words(
    "只要距所问图形不超过此距离的，如 50m、0.5km、50。", "Only what is at most so far from it, as 50m, 0.5km or 50.")

  /// How many of the nearest.
  public static let nearest = Words(
    "最近的若干个地块和各图层的若干个图形。", "The nearest parcels, and features of each layer; so many of each.")

  /// Which reference layers.
  public static let layer = Words(
    "只查此参考图层，可重复；默认查全部图层。", "Look in this reference layer only; may be repeated.")

  /// The layer whose zones are assigned.
  public static let zones = Words(
    "按规则判定地块属于此图层的哪些分区，并列出各占比。",
    "Assign zones of this layer to the parcel by the rule, with all shares.")

  /// How many of each kind at most.
  public static let limit = Words(
    "地块和各图层的图形最多列出多少个；按词查询时默认 100。",
    "At most so many parcels, and features of each layer; of a search by words 100 by default.")

  /// The coordinate system of what is asked.
  public static let crs = Words(
    "坐标或文件的坐标系，如 EPSG:4525；默认看数值大小。",
    "The coordinate system of the coordinates or the file, as EPSG:4525; by default told by their "
      + "size.")

  /// Whether it is told how the answer was found.
  public static let explain = Words(
    "说明用了哪些图层、索引和计算步骤，以及重复本次查询的命令。",
    "Tell layers, index and exact steps, and the command that repeats the question.")

  /// What is checked.
  public static let scope = Words(
    "核查什么：地块、规划、供地、图层或全部。", "What is checked.")

  /// By which rules.
  public static let rule = Words("只用这条规则，可以写多次。", "Only this rule; may be given several times.")

  /// By rules of which families.
  public static let family = Words(
    "只用这一类规则，可以写多次。", "Only rules of this family; may be given several times.")

  /// Findings about which parcels.
  public static let parcel = Words(
    "只看这个编号的地块，可以写多次。", "Only findings about parcels of this number; may be given several times.")

  /// By which reference layers.
  public static let checkedLayer = Words(
    "只用这个图层，可以写多次。", "Only this reference layer; may be given several times.")

  /// From which gravity on.
  public static let severity = Words("从哪一级起列出。", "List findings from this severity on.")
}
