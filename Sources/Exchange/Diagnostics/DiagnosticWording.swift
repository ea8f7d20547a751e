internal import Characters
public import Planning
internal import SimpleFeatures
public import Terms

/// Makes the sentence and the advice of a diagnostic from its facts: the one place where
/// diagnostics get their words.
public struct DiagnosticWording: Sendable {
  /// The language of the words.
  public let language: Language

  /// Wording in a language.
  public init(_ language: Language) {
    self.language = language
  }

  /// What was seen, in one sentence.
  public func sentence(for diagnostic: Diagnostic) -> String {
    DisplayWidth.printable(told(diagnostic.fact).sentence[language])
  }

  /// What to do about it, in one sentence.
  public func advice(for diagnostic: Diagnostic) -> String {
    DisplayWidth.printable(told(diagnostic.fact).advice[language])
  }

  /// What was seen, and what to do.
  private struct Told {
    let sentence: Words
    let advice: Words

    init(sentence: Words, advice: Words) {
      self.sentence = sentence
      self.advice = advice
    }

    init(_ zh: String, _ en: String, _ adviceZh: String, _ adviceEn: String) {
      sentence = Words(zh, en)
      advice = Words(adviceZh, adviceEn)
    }
  }

  private func told(_ fact: Diagnostic.Fact) -> Told {
    switch fact {
    case .sentenceNotUnderstood(let parcel):
      Told(
        parcel.isEmpty ? "有一句提到地块，没有读懂" : "提到 \(parcel) 的一句没有读懂",
        parcel.isEmpty
          ? "a sentence speaks of a parcel and was not understood"
          : "a sentence about \(parcel) was not understood",
        "请核对原文；这一句的内容没有入库", "read the line yourself: what it says is not in the register")
    case .totalMismatch(let name, let stated, let members):
      Told(
        "“\(name.orUnknown)”合计为 \(hectares(stated))，各项相加为 \(hectares(members))，相差 \(gap(stated, members))",
        "the total “\(name.orUnknown)” is \(hectares(stated)), its members add up to \(hectares(members)): \(gap(stated, members)) apart",
        "请核对原件；合计与各项都按原文保留",
        "compare with the original; the total and its members are kept as printed")
    case .countMismatch(let stated, let found):
      Told(
        "文中写 \(stated) 个，读到 \(found) 个", "the text says \(stated), \(found) found", "请核对是否有漏读或重读",
        "see whether one was missed or read twice")
    case .conflictingValues(let parcel, let key, let first, let second):
      Told(
        "\(parcel.orUnknown) 的\(property(key))有两个值：\(number(first)) 和 \(number(second))",
        "\(parcel.orUnknown) has two values of \(property(key)): \(number(first)) and \(number(second))",
        "请核对原件；后一个值有效，两处都可追溯", "compare with the original; the later one counts, both can be traced"
      )
    case .codeNotInScheme(let code, let scheme):
      Told(
        "\(scheme.rawValue) 中没有代码 \(code)", "there is no code \(code) in \(scheme.rawValue)",
        "代码按原文保留；用 `yulin codes \(code)` 查看哪套分类有它",
        "the code is kept as printed; `yulin codes \(code)` says which scheme has it")
    case .codeNameMismatch(let code, let printed, let expected, let scheme):
      Told(
        "代码 \(code) 在 \(scheme.rawValue) 中是“\(expected)”，文中写“\(printed)”",
        "code \(code) is “\(expected)” in \(scheme.rawValue), the document says “\(printed)”",
        "代码与名称都按原文保留；请核对哪个是对的", "code and name are kept as printed; find out which one is meant")
    case .codeWithoutScheme(let code):
      Told(
        "代码 \(code) 属于哪套分类无法判断", "the scheme of code \(code) cannot be told",
        "用 `yulin codes \(code)` 查看它在各套分类中的含义",
        "`yulin codes \(code)` says what it means in each scheme")
    case .ratioOver100(let parcel, let indicator, let value):
      Told(
        "\(parcel.orUnknown) 的\(name(indicator))为 \(plain(value))%，超过 100%",
        "the \(name(indicator)) of \(parcel.orUnknown) is \(plain(value)) %, over 100 %",
        "请核对原件；数值按原文保留", "compare with the original; the values are kept as printed")
    case .emptyInterval(let parcel, let indicator, let lower, let upper):
      Told(
        "\(parcel.orUnknown) 的\(name(indicator))下限 \(plain(lower)) 高于上限 \(plain(upper))",
        "the \(name(indicator)) of \(parcel.orUnknown) is at least \(plain(lower)) and at most \(plain(upper)): no value fits",
        "请核对原件；数值按原文保留", "compare with the original; the values are kept as printed")
    case .documentUnchanged(let document):
      Told(
        "\(document) 已在库中，内容相同", "\(document) is already in the register, with the same content",
        "不必处理", "nothing to do")
    case .documentNewVersion(let document, let version):
      Told(
        "\(document) 已在库中，内容不同：记为第 \(version) 版",
        "\(document) is already in the register with other content: this is version \(version)",
        "旧版保留，用 `--known-at` 可查", "the earlier version is kept; `--known-at` asks for it")
    case .originalNotKept(let bytes?):
      Told(
        "原件有 \(bytes / 1_048_576) MB，没有存入登记库",
        "the file has \(bytes / 1_048_576) MB and is not kept",
        "文字已存入；请另行保管原件", "its text is kept; keep the file yourself")
    case .originalNotKept(nil):
      Told(
        "读入之后文件已变动，原件没有存入登记库", "the file has changed since it was read and is not kept",
        "文字已存入；用 `yulin archive` 补存原件", "its text is kept; `yulin archive` adds the file")
    case .unreadableFile(.truncated):
      Told(
        "文件不完整", "the file ends too early", "请重新取得完整的文件；没有任何内容入库",
        "get the whole file again; nothing was stored")
    case .unreadableFile(.lacks(let sign)):
      Told(
        "文件不完整：缺 \(sign)", "the file ends too early: \(sign) is missing", "请重新取得完整的文件；没有任何内容入库",
        "get the whole file again; nothing was stored")
    case .unreadableFile(.openQuote):
      Told(
        "文件不完整：缺 \"", "the file ends too early: \" is missing", "请重新取得完整的文件；没有任何内容入库",
        "get the whole file again; nothing was stored")
    case .unreadableFile(.missingTool(let tool, let package)):
      Told(
        "没有安装 \(tool)", "\(tool) is not installed",
        "请安装软件包 \(package)（如 `apt-get install \(package)`）",
        "install the package \(package), as in `apt-get install \(package)`")
    case .unreadableFile(.foreign(let content)):
      Told(sentence: ForeignWording.sentence(content), advice: ForeignWording.advice(content))
    case .unreadableFile(let why):
      Told(
        "无法读取文件：\(DiagnosticWording.words(of: why)[.zh])",
        "the file cannot be read: \(DiagnosticWording.words(of: why)[.en])",
        "请检查文件是否完好、格式是否受支持；没有任何内容入库",
        "see whether the file is whole and its format supported; nothing was stored")
    case .unknownColumn(let column):
      Told(
        "不认识的列“\(column)”，按原名保留", "the column “\(column)” is not known and is kept under its name",
        "如有需要，用 `--columns` 指定它的含义", "if it matters, say what it is with `--columns`")
    case .filledFromAbove(let column, let value):
      Told(
        "“\(column)”为空，按合并单元格取上一行的“\(value)”",
        "“\(column)” is blank and was read as merged with “\(value)” above",
        "如果不是合并单元格，请在表中填写", "if the cells were not merged, fill them in")
    case .cellNotUnderstood(let column, let text):
      Told(
        "“\(column ?? "?")”中的“\(text)”没有读懂",
        "“\(text)” in the column “\(column ?? "?")” was not understood", "请改正该单元格后重新导入",
        "mend the cell and import again")
    case .unitMissing(let text):
      Told(
        "面积“\(text)”没有单位", "the area “\(text)” has no unit", "请在表头或数字后写明单位",
        "write the unit in the header or behind the number")
    case .noLandDocument:
      Told(
        "文件中没有涉及土地的文书", "the file has no land document", "如果文件里确有，请用 `--as` 指明种类",
        "if it has one, say which kind with `--as`")
    case .nothingRead(let document):
      Told(
        "\(document.orUnknown) 只读到标题", "nothing but the heading of \(document.orUnknown) was read",
        "请核对原文；它的内容没有入库", "read the document yourself: its content is not in the register")
    case .recognisedText(let confidence):
      Told(
        "文字由程序从图像识别，平均把握 \(share(confidence))",
        "the text was recognised on images by a machine, \(share(confidence)) sure on the average",
        "请逐项与原件核对；这些事实带有识别标记", "compare each fact with the original; they are marked as recognised")
    case .filesPassedOver(let count, let endings):
      Told(
        "略过不是文书的文件 \(count) 个（\(endings.joined(separator: ", "))）",
        "\(count) files that are no documents were passed over (\(endings.joined(separator: ", ")))",
        "不必处理", "nothing to do")
    case .figureUnread(let text):
      Told(
        "“\(text)”没有读入任何事实", "“\(text)” went into no fact", "请核对原文；这个数字没有入库",
        "read the line yourself: the figure is not in the register")
    case .figureExplained(let text, let reason):
      Told(
        "“\(text)”不作为事实：\(reason.name.zh)", "“\(text)” is no fact: \(reason.name.en)",
        "如果它是事实，请核对原文", "if it is one, read the line yourself")
    case .numberUncertain(let number, let printed):
      Told(
        "地块编号可能不完整：“\(printed)”，读作“\(number)”",
        "the parcel number may not be whole: “\(printed)” was read as “\(number)”",
        "请核对原文中的编号", "compare the number with the document")
    case .partyNotUnderstood(let text):
      Told(
        "没有读懂受让人或权利人：“\(text)”", "who receives or gives the land was not understood: “\(text)”",
        "请核对原文；该项未入库", "read the line yourself: the party is not in the register")

    case .axesSwapped(let first, let second, let order):
      order == .northingFirst
        ? Told(
          "坐标先北后东（\(number(first))，\(number(second))），与格式约定相反，已对调",
          "northing stands before easting (\(number(first)), \(number(second))), against the format; they were exchanged",
          "请核对图形位置", "see that the shapes lie where they should")
        : Told(
          "坐标先东后北（\(number(first))，\(number(second))），与格式约定相反，已对调",
          "easting stands before northing (\(number(first)), \(number(second))), against the format; they were exchanged",
          "请核对图形位置", "see that the shapes lie where they should")
    case .zonePrefixMissing(let easting, let zone, _):
      Told(
        "东坐标 \(number(easting)) 没有带号，按第 \(zone) 带处理",
        "the easting \(number(easting)) has no zone prefix; zone \(zone) was taken",
        "请核对带号；可用 `--crs` 指明坐标系", "check the zone; `--crs` names the coordinate system")
    case .zoneContradiction(let said, let isWidth, let zone):
      Told(
        "文件头的带号是 \(said)\(isWidth ? "°" : "")，坐标的带号是 \(zone)，以坐标为准",
        "the header says zone \(said)\(isWidth ? "°" : ""), the coordinates zone \(zone); the coordinates count",
        "请核对文件头", "correct the header")
    case .unitContradiction(let said, let isInDegrees):
      Told(
        "文件写的计量单位是“\(said)”，坐标却是\(isInDegrees ? "度" : "米")",
        "the file says the unit is “\(said)”, but the coordinates are in \(isInDegrees ? "degrees" : "metres")",
        "请核对文件头", "correct the header")
    case .datumContradiction(let first, let second, let taken):
      Told(
        "坐标系有两种说法：\(first ?? "?") 和 \(second)，" + (taken.map { "采用 \($0)" } ?? "无法判断"),
        "two coordinate systems are named, \(first ?? "?") and \(second); "
          + (taken.map { "\($0) was taken" } ?? "which is right cannot be told"),
        "请核对坐标系；可用 `--crs` 指明", "find out which is right; `--crs` names it")
    case .coordinateSystemUnknown(let part, let example):
      Told(
        "无法判断坐标系（坐标如 \(example)）：\(DiagnosticWording.words(missing: part)[.zh])",
        "the coordinate system cannot be told (coordinates like \(example)): \(DiagnosticWording.words(missing: part)[.en])",
        "请用 `--crs` 指明，如 `--crs EPSG:4525`；没有任何内容入库",
        "name it with `--crs`, as in `--crs EPSG:4525`; nothing was stored")
    case .coordinatesMixed(let first, let second):
      Told(
        "同一文件中的坐标不一致：有的如 \(first)，有的如 \(second)",
        "coordinates of one file contradict each other: some are like \(first), some like \(second)",
        "请把不同坐标系的图形分成几个文件；没有任何内容入库",
        "put shapes of different systems into files of their own; nothing was stored")
    case .coordinateSystemRefused(let from, let to):
      Told(
        "从 \(from) 到 \(to) 没有公开的转换参数，不作近似转换",
        "there are no published parameters from \(from) to \(to), and a rough shift is refused",
        "请在配置文件中给出本单位的四参数或七参数（`--transformations`）；没有任何内容入库",
        "give your bureau's 4 or 7 parameters in a configuration file (`--transformations`); nothing was stored"
      )
    case .transformedWithParameters(let from, let to, let name):
      Told(
        "已用参数“\(name)”从 \(from) 转换到 \(to)",
        "moved from \(from) to \(to) with the parameters “\(name)”", "参数已随数据记录",
        "the parameters are recorded with the data")
    case .conversionParametersStated(let parameters):
      Told(
        "文件写有转换参数 \(parameters)，未用于坐标",
        "the file states conversion parameters \(parameters); they were not applied", "请核对坐标是否已经转换",
        "find out whether the coordinates were converted already")
    case .localGrid(let example):
      Told(
        "坐标（如 \(example)）不在任何国家坐标系的范围内，疑为地方独立坐标系",
        "coordinates like \(example) are in no national system's range: a local grid, it seems",
        "请先转换到 2000 国家大地坐标系，或在配置文件中给出参数（`--transformations`）；没有任何内容入库",
        "convert them to CGCS2000 first, or give parameters in a configuration file (`--transformations`); nothing was stored"
      )
    case .anotherCounty(let kilometres):
      Told(
        "图形距库中已有图形约 \(kilometres) 公里，疑为其他县区",
        "the shapes lie about \(kilometres) km from all others in the register: another county?",
        "请核对坐标系和带号", "check the coordinate system and the zone")
    case .shapeRefused(let name, let reason):
      Told(
        "\(name) 的图形不能使用：\(why(reason)[.zh])",
        "the shape of \(name) cannot be used: \(why(reason)[.en])",
        "请在制图软件中改正后重新导入；这一图形没有入库",
        "mend it in your drawing program and import it again; this shape was not stored")
    case .emptyPartsDropped(let name, let count):
      Told(
        "\(name) 的图形有 \(count) 个空部分，已略去",
        "the shape of \(name) had \(count) empty parts, which were left out", "不必处理",
        "nothing to do")
    case .invalidShape(let name, let reason, let x, let y):
      Told(
        "\(name) 的图形无效：\(why(reason)[.zh])，在 (\(number(x)), \(number(y))) 处；已入库，不参与精确计算",
        "the shape of \(name) is not valid: \(why(reason)[.en]) at (\(number(x)), \(number(y))); it is stored and left out of exact answers",
        "请改正后重新导入，或用 `--repair` 修复", "mend it and import it again, or use `--repair`")
    case .shapeRepaired(let name, let reason, let before, let after):
      Told(
        "\(name) 的图形（\(why(reason)[.zh])）已修复，面积由 \(plain(before)) 变为 \(plain(after)) 平方米",
        "the shape of \(name) (\(why(reason)[.en])) was mended; its area went from \(plain(before)) to \(plain(after)) m²",
        "修复前的图形也已保留；请核对", "the shape as it came is kept too; look at it")
    case .areaDiffers(let parcel, let stated, let computed):
      Told(
        "\(parcel) 的标注面积为 \(exact(stated))，图形面积为 \(exact(computed))，相差 \(gap(stated, computed))",
        "the stated area of \(parcel) is \(exact(stated)), its shape has \(exact(computed)): \(gap(stated, computed)) apart",
        "两个面积都保留，不互相替换；请核对", "both areas are kept, neither replaces the other; compare them")
    case .areaUnitSuspect(let parcel, let stated, let computed, let ratio):
      Told(
        "\(parcel) 的标注面积 \(exact(stated)) 约为图形面积 \(exact(computed)) 的 \(ratio) 倍，疑为单位有误",
        "the stated area of \(parcel), \(exact(stated)), is about \(ratio) times its shape's \(exact(computed)): a mistaken unit, it seems",
        "请核对面积的单位；面积按原文保留", "check the unit; the area is kept as stated")
    case .boundaryUnmatched(let parcel):
      Told(
        "库中没有文件提到地块 \(parcel)；边界已单独入库",
        "no document in the register names the parcel \(parcel); its boundary is kept by itself",
        "请核对编号；导入批复后自动关联", "check the number; it joins by itself when an approval comes in")
    case .boundaryAmbiguous(let parcel, let plans):
      Told(
        "编号 \(parcel) 在几个规划中都有（\(plans.joined(separator: "、"))），未关联",
        "several plans have a parcel \(parcel) (\(plans.joined(separator: "、"))); the boundary joins none of them",
        "请用 `--plan` 指明所属规划", "name the plan with `--plan`")
    case .boundaryWithoutNumber(let record):
      Told(
        "第 \(record) 个图形没有地块编号，单独入库", "shape \(record) has no parcel number and is kept by itself",
        "请用 `--columns` 指明哪一列是地块编号", "say with `--columns` which field is the parcel number")
    case .boundaryNewVersion(let parcel, let version):
      Told(
        "\(parcel) 已有边界，记为第 \(version) 版",
        "\(parcel) has a boundary already: this is version \(version)", "旧版保留，用 `--known-at` 可查",
        "the earlier version is kept; `--known-at` asks for it")
    case .leadingZeroRestored(let field, let value, let restored):
      Told(
        "“\(field.orUnknown)”中的 \(value) 补回首位零，作 \(restored)",
        "“\(field.orUnknown)”: \(value) lost its leading zero and was read as \(restored)",
        "请核对；原值已保留", "check it; the value is kept as it stood too")
    case .valueNotUnderstood(let name, let field, let value):
      Told(
        "\(name) 的“\(field)”为“\(value)”，没有读懂",
        "“\(value)” in the field “\(field)” of \(name) was not understood",
        "按原样保留；请改正后重新导入", "it is kept as it stands; mend it and import again")
    case .recordNotUnderstood(let flaw, _, _):
      Told(
        "这一行没有读懂：\(DiagnosticWording.words(of: flaw)[.zh])",
        "this line was not understood: \(DiagnosticWording.words(of: flaw)[.en])",
        "请改正后重新导入；所在的图形没有入库", "mend it and import again; the shape it belongs to was not stored")
    case .geometryUnexpected(let name, let type):
      Told(
        "第 \(name) 个图形是 \(type)，不是面，没有入库",
        "shape \(name) is a \(type) and no area; it was not stored",
        "边界须为面；线和点可作为图层导入（`--as layer`）",
        "a boundary is an area; lines and points can go in as a layer (`--as layer`)")
    case .layerKept(let layer):
      Told(
        "图层“\(layer)”内容未变",
        "the layer “\(layer)” is in the register already, with the same content", "不必处理",
        "nothing to do")
    case .noFeatures:
      Told(
        "文件中没有图形", "the file has no shapes", "请检查文件；没有任何内容入库",
        "look at the file; nothing was stored")
    case .layerNotChosen(let layers):
      Told(
        "文件中有这些图层：\(layers.joined(separator: "、"))",
        "the file has these layers: \(layers.joined(separator: "、"))", "用 `--layer` 指明读哪一个",
        "say with `--layer` which one to read")
    case .moreAlike(let code, let count):
      Told(
        "同类情况（\(code.rawValue)）还有 \(count) 处，未逐一列出",
        "\(count) more of the kind \(code.rawValue) are not listed one by one",
        "先处理列出的，再导入一次", "see to those that are listed, then import again")
    }
  }

  // MARK: Values

  private func hectares(_ area: Double) -> String { AreaText.hectares(area, language) }

  private func exact(_ area: Double) -> String { AreaText.squareMetres(area, language) }

  private func gap(_ first: Double, _ second: Double) -> String {
    exact((first - second).magnitude)
  }

  private func plain(_ number: Double) -> String { NumberText.plain(number) }

  /// A text that may be a number, without float noise: 650.0 is said as 650.
  private func number(_ text: String) -> String {
    guard text.contains("."), let number = Double(text) else { return text.orUnknown }
    return plain(number)
  }

  private func share(_ part: Double) -> String { "\(Int((part * 100).rounded()))%" }

  private func name(_ indicator: Indicator) -> String { indicator.name[language] }

  private func property(_ key: String) -> String { Words(property: key)[language] }

  private func why(_ key: String) -> Words { DiagnosticWording.words(ofShapeReason: key) }

  // MARK: Reasons

  /// Why a file cannot be read: its reason as words, or what another program said.
  private static func words(of reason: Diagnostic.Unreadable) -> Words {
    switch reason {
    case .missing, .geoPackage(.missing, _): Words("没有这个文件", "there is no such file")
    case .folder: Words("这是文件夹", "it is a folder")
    case .notPermitted, .geoPackage(.notPermitted, _): Words("没有权限", "not permitted")
    case .empty: Words("文件是空的", "it is empty")
    case .notText(let damage?):
      Words("第 \(damage.offset + 1) 字节起不是文本", "it is no text from byte \(damage.offset + 1) on")
    case .notText:
      Words("不是 UTF-8、GB18030 或 UTF-16 文本", "it is no text in UTF-8, GB18030 or UTF-16")
    case .toolFailed(let name, let message):
      Words("\(name) 出错：\(message)", "\(name) failed: \(message)")
    case .foreign(let content): ForeignWording.name(content)
    case .unknownEncoding(let name):
      Words("编码是 \(name)，不支持", "its encoding is \(name), which is not read")
    case .archiveRefused(.method, let seen):
      Words("压缩方法不支持：\(seen)", "it is packed in a way that is not known: \(seen)")
    case .notOfFormat(let format):
      Words("内容不是 \(format) 格式", "its content is not of the format \(format)")
    case .severalLayers(let names):
      Words(
        "有多个图层：\(names.joined(separator: ", "))；请指明一个",
        "it has several layers, name one: \(names.joined(separator: ", "))")
    case .noLayer(let name, let known):
      Words(
        "没有图层“\(name)”，只有：\(known.joined(separator: ", "))",
        "it has no layer “\(name)”, only: \(known.joined(separator: ", "))")
    case .archiveRefused(.tooLarge, let seen), .archiveRefused(.ratio, let seen):
      Words("压缩包展开过大：\(seen) 字节", "the archive would unpack to too much: \(seen) bytes")
    case .archiveRefused(.tooManyFiles, let seen):
      Words("压缩包内文件过多：\(seen)", "the archive has too many files: \(seen)")
    case .archiveRefused(.link, let seen), .archiveRefused(.path, let seen):
      Words("含有指向外部的路径：\(seen)", "it has a path that leads outside: \(seen)")
    case .badExport(let why): Words("导出文件有误：\(why)", "the export is broken: \(why)")
    case .geoPackage(.notGeoPackage, _): Words("不是 GeoPackage 文件", "it is no GeoPackage")
    case .geoPackage(.unfinished, _):
      Words(
        "另一程序尚未写完（旁边有日志文件）", "a program that wrote to it has not finished; its journal lies beside")
    case .geoPackage(.damaged, let seen):
      Words(
        "文件已损坏" + (seen.map { "：\($0)" } ?? ""), "it is damaged" + (seen.map { ": \($0)" } ?? ""))
    case .geoPackage(.unknownLayer, let name):
      Words("没有图层“\(name ?? "?")”", "it has no layer “\(name ?? "?")”")
    case .geoPackage(.unknownField, let name):
      Words("没有字段“\(name ?? "?")”", "it has no field “\(name ?? "?")”")
    case .geoPackage(.refused, _):
      Words("图层会运行文件自带的代码，或没有尽头", "the layer would run code of its own, or has no end")
    case .truncated, .openQuote: Words("文件不完整", "it ends too early")
    case .lacks(let text), .missingTool(let text, _), .other(let text): Words(text, text)
    }
  }

  /// Why a shape cannot be used, or is not valid, as words.
  public static func words(ofShapeReason key: String) -> Words {
    switch key {
    case "non_finite": Words("坐标不是有限的数", "a coordinate is no finite number")
    case "absurd": Words("坐标大得不合理", "a coordinate is absurdly large")
    case "too_small": Words("坐标小得不合理", "a coordinate is absurdly small")
    case "too_few_points": Words("点数太少", "too few points")
    case "too_many_points": Words("点数太多", "too many points")
    case "nested_too_deep": Words("嵌套太深", "nested too deep")
    case "empty": Words("没有图形", "it has no shape")
    case "outside_projection": Words("超出投影范围", "it lies outside what the projection covers")
    case "not_closed": Words("环不闭合", "a ring is not closed")
    case "self_intersection": Words("自相交", "it crosses itself")
    case "ring_self_intersection": Words("环自相接", "a ring touches itself")
    case "hole_outside": Words("内环在外环之外", "a hole lies outside its shell")
    case "nested_holes": Words("内环套内环", "a hole lies in a hole")
    case "nested_shells": Words("外环套外环", "a shell lies in a shell")
    case "disconnected_interior": Words("内部不连通", "its inside is not connected")
    case "duplicate_rings": Words("环重复", "two rings are the same")
    case "failed": Words("无法判断", "it cannot be judged")
    default: Words(key, key)
    }
  }

  /// What is missing of a coordinate system, as words.
  private static func words(missing part: Diagnostic.SystemPart) -> Words {
    switch part {
    case .zone: Words("缺带号", "the zone is missing")
    case .datum: Words("缺坐标系名称", "the datum is missing")
    case .axes: Words("缺坐标轴次序", "which number is the easting is not said")
    case .anything: Words("文件没有说明", "the file says nothing")
    }
  }

  /// What is wrong with a line of a boundary file, as words.
  private static func words(of flaw: Diagnostic.RecordFlaw) -> Words {
    switch flaw {
    case .coordinate: Words("坐标不是数", "a coordinate is no number")
    case .fields: Words("字段数不对", "it has a wrong number of fields")
    case .header: Words("地块行没有读懂", "the parcel's header is not understood")
    case .noPoints: Words("地块没有界址点", "the parcel has no points")
    case .section: Words("没有 [地块坐标] 部分", "there is no section [地块坐标]")
    case .geometry: Words("图形没有读懂", "the shape is not understood")
    case .json: Words("不是 JSON", "it is no JSON")
    case .encoding: Words("编码有误", "its bytes are no text")
    case .tooLong: Words("文件头太长，以下不再保留", "the header is too long; no more of it is kept")
    case .member: Words("缺少成员，或其类型不对", "a member is missing or of a wrong type")
    case .type: Words("不是 GeoJSON 的类型", "the type is none of GeoJSON's")
    case .duplicate: Words("成员重复", "a member stands twice")
    case .line: Words("线的点数太少", "a line has too few points")
    case .nesting: Words("嵌套太深", "nested too deep")
    case .wellKnownText: Words("WKT 没有读懂", "the WKT is not understood")
    case .geometryColumn:
      Words("没有 WKT 列，也没有成对的坐标列", "it has no column with WKT and no pair with coordinates")
    case .quote: Words("引号没有结束", "a quotation mark is not closed")
    case .ring: Words("环的点数太少", "a ring has too few points")
    }
  }
}

extension String {
  /// The text, `?` where there is none.
  fileprivate var orUnknown: String { isEmpty ? "?" : self }
}
