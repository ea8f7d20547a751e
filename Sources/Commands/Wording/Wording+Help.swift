import Exchange
import Terms

extension Wording {
  /// What `--help` says.
  enum Help {
    static let yulin = Words(
      "县级土地与规划登记：读入批复、供地储备计划等文书，按地块、文号、地名查询。",
      "A county's land and planning register: approvals and land plans in, parcel lookups out.")
    static let yulinMore = Words(
      """
      登记库是一个 GeoPackage 文件，用 --store 或环境变量 YULIN_STORE 指定。
      退出码：0 成功 · 1 有问题或没找到 · 2 用法错误 · 3 文件不可读或被拒绝 · 4 登记库正忙。
      命令补全：yulin --generate-completion-script bash（或 zsh、fish）。
      """,
      """
      The register is one GeoPackage file, named by --store or the environment variable YULIN_STORE.
      Exit status: 0 clean or answered · 1 findings, or nothing found · 2 wrong use · 3 unreadable or \
      refused · 4 register busy.
      Completions for your shell: yulin --generate-completion-script bash (or zsh, fish).
      """)

    static let language = Words(
      "提示的语言；默认随系统。", "The language of messages; by default the system's.")
    static let store = Words(
      "登记库文件；默认取环境变量 YULIN_STORE。", "The register's file; by default YULIN_STORE's.")
    static let format = Words("输出格式。", "How the answer is written.")
    static let bom = Words(
      "CSV 以 UTF-8 标记开头，便于 Excel 打开。", "Begin CSV with the mark by which Excel knows UTF-8.")

    static let lookup = Words(
      "查询地块编号、文号、用途、地名、项目或单位；或某点、某图形处有什么。",
      "Look up a parcel, a document, a use, a place, a project or a party; or what lies at a point."
    )
    static let lookupMore = Words(
      """
      文号怎样写都可以：中政函〔2025〕62号、中政函(2025)62。编号只写开头，列出以此开头的地块。\
      用途可写名称、代码或上级类（公园绿地、1401、商业）；几个词之间留空格，须同时符合。\
      没有找到时列出相近的，退出码为 1。
      点写成“经度,纬度”或“x,y”（CGCS2000 或 WGS 84），图形写成 @文件；答案分三种：有、已查没有、未查。\
      加 --relation、--within、--nearest、--zones 等时，地块编号指其界线。见 Documentation/Lookup.md。

      示例：yulin lookup NX-03 --store land.gpkg
      示例：yulin lookup '柳林坪 住宅' --store land.gpkg
      示例：yulin lookup 111.1885,37.3512 --store land.gpkg
      示例：yulin lookup @dk.txt --relation within --explain --store land.gpkg
      示例：yulin lookup NX-03 --within 50m --store land.gpkg
      """,
      """
      A document number may be spelled in any way. The beginning of a number lists the parcels that \
      begin so. A use is a name, a code or a class above it (公园绿地, 1401, 商业); of several words a \
      parcel must have each. Nothing found is said, with near misses, and the exit status is 1.
      A point is lon,lat or x,y (CGCS2000 or WGS 84), a shape @FILE; the answer is found, checked and \
      none, or not checked. With --relation, --within, --nearest or --zones a parcel's number stands \
      for its boundary. See Documentation/Lookup.md.

      Example: yulin lookup NX-03 --store land.gpkg
      Example: yulin lookup '柳林坪 住宅' --store land.gpkg
      Example: yulin lookup 111.1885,37.3512 --store land.gpkg
      Example: yulin lookup @dk.txt --relation within --explain --store land.gpkg
      Example: yulin lookup NX-03 --within 50m --store land.gpkg
      """)
    static let lookupWhat = Words("要查的内容，可以有多个。", "What to look up; several may be given.")

    static let history = Words(
      "列出地块何时因哪份文书变更了什么。", "List what changed on a parcel, when, by which document.")
    static let historyMore = Words(
      """
      包括分割、合并、改号前后的地块。

      示例：yulin history LC-36-01 --store land.gpkg
      """,
      """
      Parcels it was split from, merged into or renumbered to are named.

      Example: yulin history LC-36-01 --store land.gpkg
      """)
    static let historyParcel = Words("地块编号。", "The parcel's number.")

    static let list = Words(
      "列出地块、文书、供地等行为或隐患点。", "List parcels, documents, transactions or sites.")
    static let listMore = Words(
      """
      --where 的写法见 Documentation/Filters.md，与 export 和服务的相同：CQL2 条件，中文名称、亩、\
      不加引号的值也可以，如 用途=0701、面积>15亩、容积率>2 AND plan~城北、date>=2025-01；可以重复，须同时满足。

      示例：yulin list parcels --where use=0701 --where "area>15亩" --store land.gpkg
      """,
      """
      A condition is CQL2 text, as for export and the service, where Chinese names, 亩 and values \
      without quotes do as well: use=0701, area>15亩, 容积率>2 AND plan~城北, date>=2025-01. See \
      Documentation/Filters.md. Several must all hold.

      Example: yulin list parcels --where use=0701 --where "area>15亩" --store land.gpkg
      """)
    static let listSubject = Words("要列出的种类。", "What to list.")
    static let conditions = Words(
      "筛选条件，如 面积>15亩；可重复，须同时满足。",
      "A condition, as \"area>15亩 AND floor_area_ratio<=2\"; may be repeated: all must hold.")
    static let sort = Words(
      "按这些字段排序，前面加 - 为从大到小，如 -面积,地块编号；没有值的在最后。",
      "Sort by these properties, with - the greatest first: -area,parcel_id; what has none is last."
    )
    static let limit = Words("最多列出多少条。", "At most so many.")

    static let info = Words("登记库里有什么，数量多少。", "Say what a register holds, in numbers.")
    static let infoMore = Words(
      "示例：yulin info --store land.gpkg", "Example: yulin info --store land.gpkg")

    static let export = Words(
      "导出登记库的全部内容，可以无损导回；或导出地块与图层的图形。",
      "Write all facts of a register, to be read back without loss; or its shapes.")
    static let exportMore = Words(
      """
      写完后才改名到位；已有的文件不覆盖，除非加 --overwrite。用 `yulin import` 导回到新的登记库。\
      图形的格式见 Documentation/Exporting.md；gpkg、shp、kml、dxf 由 ogr2ogr 写。

      示例：yulin export -o facts.json --store land.gpkg
      示例：yulin export parcels -o parcels.geojson --store land.gpkg
      示例：yulin export parcels -o dk.txt --dialect 供地系统 --store land.gpkg
      示例：yulin export 城镇开发边界 -o growth.gpkg --store land.gpkg
      """,
      """
      The file appears whole or not at all; one that is there is kept unless --overwrite is given. \
      Read facts back into a new register with `yulin import`. Formats of shapes are told in \
      Documentation/Exporting.md; gpkg, shp, kml and dxf are written by ogr2ogr.

      Example: yulin export -o facts.json --store land.gpkg
      Example: yulin export parcels -o parcels.geojson --store land.gpkg
      Example: yulin export parcels -o dk.txt --dialect 供地系统 --store land.gpkg
      Example: yulin export 城镇开发边界 -o growth.gpkg --store land.gpkg
      """)
    static let output = Words("要写的文件，`-` 为标准输出。", "The file to write; `-` is standard output.")
    static let exportFormat = Words(
      "格式；默认看文件名的后缀。", "The format; by default what the file's name ends in.")
    static let overwrite = Words("覆盖已有的文件。", "Replace a file that is there already.")

    static let codes = Words(
      "用地分类代码：名称、层级、在其他分类中的对应。",
      "Land-use codes: their names, their place in the tree, their equivalents.")
    static let codesMore = Words(
      """
      同一代码在不同分类中含义可能不同：不指明分类时逐一列出，不猜测。不给代码则列出各套分类。

      示例：yulin codes R2 --to MNR-2023
      """,
      """
      The same digits may mean other land in another scheme: without --scheme each is listed, none is \
      guessed. Without a code the schemes are listed.

      Example: yulin codes R2 --to MNR-2023
      """)
    static let codesWhat = Words("代码或名称，如 070102、二类城镇住宅、R2。", "Codes or names, as 070102 or R2.")
    static let codesScheme = Words("代码所属的分类。", "The scheme the code belongs to.")
    static let codesTo = Words("要对应到的分类。", "The scheme to find equivalents in.")

    static let importing = Words(
      "读入文书与表格，存入登记库。", "Read documents and tables into the register.")
    static let importingMore = Words(
      """
      可读 .txt .pdf .docx .csv .tsv .xlsx .ods，以及 yulin export 的文件；`-` 为标准输入。\
      登记库不存在则新建。每份文书要么完整入库，要么不入库；有文件不可读时一份也不存，退出码为 3。
      有警告而全部入库，退出码为 0；用 --fail-on 可以更严。

      示例：yulin import 公报.pdf 供应计划.xlsx --store land.gpkg
      """,
      """
      Reads .txt, .pdf, .docx, .csv, .tsv, .xlsx, .ods and what `yulin export` wrote; `-` is standard \
      input. A register that does not exist is made. A document goes in whole or not at all; where a \
      file cannot be read nothing is stored and the exit status is 3.
      Warnings about documents that went in leave the exit status 0, unless --fail-on says otherwise.

      Example: yulin import gazette.pdf supply-plan.xlsx --store land.gpkg
      """)
    static let importFiles = Words(
      "要读的文件、文件夹或 .zip，`-` 为标准输入。",
      "The files, folders and .zip archives to read; `-` is standard input.")
    static let ocr = Words(
      "扫描件和图片由 tesseract 识别文字，识别结果须核对。",
      "Read scans and images with tesseract; what it recognises is to be checked.")
    static let dryRun = Words("只读不存，列出将要入库的内容。", "Read and report; store nothing.")
    static let failOn = Words(
      "出现不低于此程度的问题时退出码为 1。", "The gravity of diagnostics from which the exit status is 1.")
    static let importAs = Words(
      "指明文件的格式（如 csv）、文书的种类（如 supply）或其中一份的种类（supply:文号），可重复。",
      "What the files are, a format as csv, a kind as supply, or the kind of one document as supply:NUMBER; may be repeated."
    )
    static let columns = Words(
      "表格列的含义，写成程序认识的表头，如 编码=地块编号,大小=面积（亩）。",
      "What columns mean, in headings that Yulin knows, as 编码=地块编号,大小=面积（亩）.")
    static let county = Words("文书所属的县，文中没有写明时用。", "The county, where the documents do not name it.")
    static let keepGoing = Words(
      "有文件不可读时仍存入其余的。", "Store the other files where one cannot be read.")
    static let verbose = Words("也显示提示一级的问题。", "Show notes too, not only warnings and errors.")
    static let quiet = Words("只显示错误，不显示进度。", "Show errors only, and no progress.")
  }
}
