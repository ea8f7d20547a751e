internal import Planning
internal import Terms

/// Says what a file is that is not read, and the way out.
enum ForeignWording {
  /// What it is, as words behind “it is”.
  static func name(_ content: Diagnostic.ForeignContent) -> Words {
    switch content {
    case .image: Words("这是图片", "it is an image")
    case .scan: Words("PDF 没有文字，只有页面的图像（扫描件）", "it is a PDF without text, only images of its pages")
    case .blank: Words("图像上没有识别出文字", "no text was recognised on the image")
    case .presentation: Words("这是演示文稿", "it is a presentation")
    case .workbook: Words("这是本程序不读的电子表格格式", "it is a workbook in a form that is not read")
    case .drawing: Words("这是 CAD 或其他绘图文件", "it is a drawing of CAD or the like")
    case .database: Words("这是数据库", "it is a database")
    case .archive: Words("这是压缩包", "it is an archive")
    case .media: Words("这是音频或视频", "it is sound or film")
    case .program: Words("这是程序", "it is a program")
    case .ebook: Words("这是电子书或专用阅读器的文件", "it is an e-book, or a file of a reader of its own")
    case .postscript: Words("这是 PostScript 文件", "it is PostScript")
    case .encrypted: Words("文件已加密", "it asks for a password")
    }
  }

  /// Why the file cannot be read, as a sentence.
  static func sentence(_ content: Diagnostic.ForeignContent) -> Words {
    let name = name(content)
    return Words("无法读取文件：\(name[.zh])", "the file cannot be read: \(name[.en])")
  }

  /// The way out.
  static func advice(_ content: Diagnostic.ForeignContent) -> Words {
    switch content {
    case .image, .scan:
      Words(
        "加 `--ocr` 由程序识别文字（需要 tesseract-ocr-chi-sim），识别结果须核对；没有任何内容入库",
        "`--ocr` has a machine read it (with tesseract-ocr-chi-sim), to be checked; nothing was stored"
      )
    case .blank:
      Words(
        "请用更清晰的图像，或改用文字版文件；没有任何内容入库",
        "use a clearer image or a file with text; nothing was stored")
    case .presentation, .ebook, .postscript:
      Words(
        "请在原程序中另存为或打印为 PDF；没有任何内容入库",
        "save or print it as PDF from its own program; nothing was stored")
    case .workbook, .database:
      Words(
        "请把表另存为 .xlsx 或 .csv；没有任何内容入库",
        "save its tables as .xlsx or .csv; nothing was stored")
    case .drawing:
      Words(
        "图形请另存为 DXF 或 Shapefile，说明文字另存为 PDF；没有任何内容入库",
        "save its shapes as DXF or Shapefile, its text as PDF; nothing was stored")
    case .archive:
      Words(
        "请先解压，再导入其中的文件或文件夹；没有任何内容入库",
        "unpack it and import its files or the folder; nothing was stored")
    case .encrypted:
      Words("请去掉密码后再导入；没有任何内容入库", "take the password off first; nothing was stored")
    case .media, .program:
      Words("它不是文书，请不要导入；没有任何内容入库", "it is no document, leave it out; nothing was stored")
    }
  }
}
