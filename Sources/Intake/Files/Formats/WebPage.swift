/// A saved page of a web site: the article in it, without what the site puts around every page.
///
/// What is left out has to show by its tag, by the name of its class, or by being links alone; and
/// holds neither a table of values nor the number of a document. In doubt it stays.
struct WebPage {
  private let root: MarkupElement
  private var weights: [ObjectIdentifier: Weight] = [:]
  private var leftOut: Set<ObjectIdentifier> = []

  /// What an element holds.
  private struct Weight {
    var text = 0
    var linked = 0
    var links = 0
    /// The length of the longest piece of text.
    var longest = 0
    var hasFigures = false
    /// A table of values, the number of a document or the mark of an attachment.
    var isOfDocument = false
  }

  /// The lines of a page.
  static func lines(of text: String) -> [String] {
    var page = WebPage(root: MarkupElement.page(text))
    return page.read()
  }

  private init(root: MarkupElement) { self.root = root }

  private mutating func read() -> [String] {
    _ = weigh(root, isLinked: false)
    let all = weights[ObjectIdentifier(root)]?.text ?? 0
    leaveOut(in: root, of: all, isInArticle: false)
    dropBehindArticle(of: all)
    let never = Self.neverText
    let leftOut = leftOut
    var lines = BlockText.lines(of: root) {
      never.contains($0.name) || leftOut.contains(ObjectIdentifier($0))
    }
    lines = lines.filter { !SiteWords.isOfSite($0) }
    // A page of links alone is what it is.
    if lines.allSatisfy({ !$0.unicodeScalars.contains(where: \.isHan) }) {
      lines = BlockText.lines(of: root) { never.contains($0.name) }
    }
    lines = withoutMenu(above: lines)
    return head(above: lines) + lines
  }

  /// The lines from the title on, which the head of the page repeats: what stands above it is of the
  /// site, but for the fields of the document's form.
  private func withoutMenu(above lines: [String]) -> [String] {
    func compact(_ text: String) -> String { SourceLine(number: 0, text: text).compact }
    let title = compact(root.first("title")?.text ?? "")
    guard
      let start = lines.firstIndex(where: {
        let line = compact($0)
        return line.count >= 10 && TitleWords.endsTitle(line) && title.hasPrefix(line)
      })
    else { return lines }
    let fields = lines[..<start].filter { $0.contains("\t") || compact($0).has(":") }
    return fields + lines[start...]
  }

  private static let neverText: Set = [
    "script", "style", "head", "select", "option", "button", "textarea", "object", "iframe", "svg",
    "xml", "noscript", "template", "audio", "video", "canvas",
  ]

  @discardableResult
  private mutating func weigh(_ element: MarkupElement, isLinked: Bool) -> Weight {
    var weight = Weight()
    guard !Self.neverText.contains(element.name) else { return weight }
    let isLink = element.name == "a" && element.attributes["href"] != nil
    if isLink { weight.links = 1 }
    for part in element.content {
      switch part {
      case .text(let text):
        let count = text.unicodeScalars.count { !$0.isSpace && $0 != "\n" }
        weight.text += count
        weight.longest = max(weight.longest, count)
        if text.unicodeScalars.contains(where: \.isDigit) { weight.hasFigures = true }
        if isLinked || isLink { weight.linked += count }
        if SiteWords.isOfDocument(text) { weight.isOfDocument = true }
      case .element(let child):
        let part = weigh(child, isLinked: isLinked || isLink)
        weight.text += part.text
        weight.linked += part.linked
        weight.links += part.links
        weight.longest = max(weight.longest, part.longest)
        if part.hasFigures { weight.hasFigures = true }
        if part.isOfDocument { weight.isOfDocument = true }
      }
    }
    if element.name == "table", BlockText.holdsValues(element),
      weight.linked * 2 < weight.text || weight.text > 0 && weight.links == 0
    {
      weight.isOfDocument = true
    }
    weights[ObjectIdentifier(element)] = weight
    return weight
  }

  private func weight(_ element: MarkupElement) -> Weight {
    weights[ObjectIdentifier(element)] ?? Weight()
  }

  private mutating func leaveOut(in parent: MarkupElement, of all: Int, isInArticle: Bool) {
    var followsHeading = false
    for element in parent.elements {
      let weight = weight(element)
      let isArticle = isInArticle || element.name == "article" || element.name == "main"
      let isRelated = weight.text <= 12 && SiteWords.isRelated(element.text)
      let isList = ["ul", "ol", "dl"].contains(element.name)
      if isRelated || followsHeading && (isList || isLinksAlone(weight))
        || isMenu(element, weight, beside: parent)
        || !weight.isOfDocument && isAround(element, weight, of: all, isInArticle: isArticle)
      {
        leftOut.insert(ObjectIdentifier(element))
      } else {
        leaveOut(in: element, of: all, isInArticle: isArticle)
      }
      if weight.text > 0 { followsHeading = isRelated || followsHeading && isList }
    }
  }

  private func isLinksAlone(_ weight: Weight) -> Bool {
    weight.links > 0 && weight.linked * 5 >= weight.text * 3
  }

  /// Whether an element is what a site puts around its articles.
  private func isAround(
    _ element: MarkupElement, _ weight: Weight, of all: Int, isInArticle: Bool
  ) -> Bool {
    guard weight.text > 0, weight.text * 2 < all else { return false }
    switch element.name {
    case "nav": return true
    case "header", "footer", "aside": return !isInArticle
    case "div", "ul", "ol", "dl", "table", "section", "p", "span", "td", "center", "form":
      if isHidden(element), weight.text < 400 { return true }
      if weight.links > 1, isLinksAlone(weight) { return true }
      return weight.text < 600 && SiteWords.isAround(named: element)
    default: return false
    }
  }

  /// Whether a cell of a table that places things holds short words alone, beside a cell with far more.
  private func isMenu(
    _ element: MarkupElement, _ weight: Weight, beside row: MarkupElement
  ) -> Bool {
    guard element.name == "td", weight.text > 0, weight.longest <= 10, !weight.hasFigures,
      !weight.isOfDocument
    else { return false }
    return row.elements.contains { other in
      other !== element && self.weight(other).isOfDocument
        && self.weight(other).text > 8 * weight.text
        || self.weight(other).text > 40 * weight.text
        || other !== element && other.all("table").contains(where: BlockText.holdsValues)
    }
  }

  private func isHidden(_ element: MarkupElement) -> Bool {
    element.attributes["style"]?.filter { $0 != " " }.lowercased().contains("display:none") == true
      || element.attributes["hidden"] != nil
  }

  /// Where one block holds the article, what stands behind it is of the site.
  private mutating func dropBehindArticle(of all: Int) {
    guard let path = articlePath(in: root, of: all) else { return }
    for (parent, child) in zip(path, path.dropFirst()) {
      guard let index = parent.elements.firstIndex(where: { $0 === child }) else { continue }
      for element in parent.elements[(index + 1)...] where !weight(element).isOfDocument {
        // A signature may stand below the block: a day is not lost.
        if Numerals.firstDate(in: SourceLine(number: 0, text: element.text).compact) != nil {
          continue
        }
        leftOut.insert(ObjectIdentifier(element))
      }
    }
  }

  /// The way down to the block whose name says that it is the article and that holds most text.
  private func articlePath(in element: MarkupElement, of all: Int) -> [MarkupElement]? {
    for child in element.elements
    where weight(child).text * 2 >= all && !leftOut.contains(ObjectIdentifier(child)) {
      if SiteWords.isArticle(named: child) { return [element, child] }
      return articlePath(in: child, of: all).map { [element] + $0 }
    }
    return nil
  }

  /// The title and the day that the page's head gives and its body does not.
  private func head(above lines: [String]) -> [String] {
    let compact = lines.map { SourceLine(number: 0, text: $0).compact }
    var meta: [String: String] = [:]
    for element in root.all("meta") + (root.first("head")?.all("meta") ?? []) {
      guard let name = element.attributes["name"]?.lowercased() else { continue }
      if meta[name] == nil { meta[name] = element.attributes["content"] }
    }
    var head: [String] = []
    let title = meta["articletitle"] ?? root.first("title")?.text ?? ""
    let whole = compact.joined()
    if let title = SiteWords.title(title), !whole.has(SourceLine(number: 0, text: title).compact) {
      head.append(title)
    }
    if let day = meta["pubdate"]?.prefix(10), Numerals.firstDate(in: String(day)) != nil,
      !compact.contains(where: { Numerals.firstDate(in: $0) != nil })
    {
      head.append("发布日期：\(day)")
    }
    return lines.isEmpty ? [] : head
  }
}

/// The words by which a page shows what is of the site and what of the article.
enum SiteWords {
  /// Whether a text has marks of a document: a number in its brackets, an attachment.
  static func isOfDocument(_ text: String) -> Bool { text.has("〔") || text.has("附件") }

  /// The heading of a list of other pages.
  static func isRelated(_ text: String) -> Bool {
    let text = SourceLine(number: 0, text: text).compact.filter { $0 != ":" && $0 != "\n" }
    return wordList(
      """
      相关阅读 相关链接 相关新闻 相关文章 相关信息 相关推荐 相关稿件 热点推荐 推荐阅读 热门文章 猜你喜欢 友情链接 延伸阅读
      最新文章 最新公告 热点新闻 点击排行 扫一扫 分享到 分享
      """
    ).contains(text)
  }

  /// Whether the class of an element says that it stands around the article.
  static func isAround(named element: MarkupElement) -> Bool {
    names(of: element).contains { name in
      words.contains(name)
        || name.split { $0 == "-" || $0 == "_" }.contains { words.contains(String($0)) }
    }
  }

  /// Whether the class of an element says that it is the article.
  static func isArticle(named element: MarkupElement) -> Bool {
    if element.name == "article" || element.attributes["role"] == "main" { return true }
    return names(of: element).contains { name in
      articles.contains(name) || name.hasPrefix("trs_") || name.hasPrefix("article")
    }
  }

  private static func names(of element: MarkupElement) -> [String] {
    let names = (element.attributes["class"] ?? "") + " " + (element.attributes["id"] ?? "")
    return names.lowercased().split(separator: " ").map(String.init)
  }

  private static let articles = Set(
    wordList(
      "zoom ucap-content pages_content view_content news_content detail-content detail_content"))

  private static let words = Set(
    wordList(
      """
      nav navbar navigation menu submenu mainmenu topnav topbar breadcrumb breadcrumbs crumb crumbs
      location position dqwz footer foot copyright bottom sidebar share bdshare bdsharebuttonbox
      related recommend toolbar search searchbox login logo banner pager pagination friendlink links
      qrcode weixin comment comments skip
      """))

  /// Whether a line is of the site: the way to the page, buttons, the owner.
  static func isOfSite(_ line: String) -> Bool {
    let text = SourceLine(number: 0, text: line).compact
    guard text.count <= 120, !isOfDocument(text) else { return false }
    if beginnings.contains(where: { text.hasPrefix($0) }), !text.has("。") { return true }
    if owners.contains(where: { text.has($0) }) { return true }
    if text.hasPrefix("主办单位:") || text.hasPrefix("主办:"),
      text.mentions(anyOf: "承办 技术支持 联系电话 网站 网址")
    {
      return true
    }
    let rest = buttons.reduce(text) { $0.replacing($1, with: "") }
    return !text.isEmpty && rest.allSatisfy { "[]【】|/·()<>大中小:-".contains($0) }
      && rest.count < text.count
  }

  private static let beginnings = wordList(
    """
    当前位置 您的位置 您当前的位置 您现在的位置 所在位置 你的位置 上一篇 下一篇 上一条 下一条 分享到 网站标识码 版权所有
    扫一扫
    """)

  private static let owners = wordList("ICP备 公网安备 版权所有 网站地图 CopyRight Copyright")

  private static let buttons = wordList(
    "打印本页 打印页面 打印 关闭窗口 关闭本页 关闭页面 关闭 返回顶部 返回首页 返回列表 返回 字体大小 字体 字号 收藏 分享 微信 微博 我要纠错")

  /// The title of a document that the title of a page holds, without the name of the site; `nil` where
  /// it names the site alone.
  static func title(_ text: String) -> String? {
    let parts = text.split { "_|".contains($0) || $0.isNewline }.flatMap { part in
      String(part).replacing(" - ", with: "|").replacing("--", with: "|").split(separator: "|")
    }
    let titles = parts.map { TableFinder.trimmed($0.unicodeScalars) }
    return titles.first { title in
      let compact = SourceLine(number: 0, text: title).compact
      return TitleWords.isTitle(compact) || TitleWords.isAnnouncement(compact)
    }
  }
}
