import Exchange
import Planning
import Registry
import Terms

// Documents with their texts, and what registers keep of files.
extension Wording {
  static let original = Words("原件", "original")

  static let noSuchLines = Words("没有这些行", "there are no such lines")
  static let originalNeedsAFile = Words(
    "--original 与 -o 要一起用。", "--original and -o go together.")
  static let originalIsWhole = Words(
    "--original 取出整个文件，不能与 --lines、-f 同用。",
    "--original writes the whole file, without --lines or -f.")

  static func notLines(_ text: String) -> Words {
    Words("--lines 写成 12-20，不能是“\(text)”。", "--lines is as 12-20, not “\(text)”.")
  }

  static func kept(_ original: SourceOriginal.Label) -> Words {
    Words(
      "\(original.name)（\(original.mediaType)，\(original.size) 字节，用 --original 取出）",
      "\(original.name) (\(original.mediaType), \(original.size) bytes; --original writes it)")
  }

  static func severalDocuments(_ query: String, _ count: Int) -> Words {
    Words(
      "“\(query)”可能指 \(count) 份文书，请用文号或完整标题指明：",
      "“\(query)” may be any of \(count) documents; name one by its number or whole title:")
  }

  static func noOriginal(_ name: String) -> Words {
    Words(
      "登记库没有 \(name) 的原件：它出自文本文件，或导入时没有存；用 `yulin archive` 可补存",
      "the register has no original of \(name): it is from a file of text, or was not kept; "
        + "`yulin archive` adds it")
  }

  static func originalWritten(_ bytes: Int, to path: String) -> Words {
    Words("已写出原件 \(bytes) 字节到 \(path)", "\(bytes) bytes of the original written to \(path)")
  }

  static func fileChanged(_ file: String) -> Words {
    withoutText("\(file) 在导入后有改动", "\(file) was changed after import")
  }

  static func fileMissing(_ file: String) -> Words {
    withoutText("\(file) 已不在原处", "\(file) is not where it was")
  }

  static func fileWithoutLines(_ file: String) -> Words {
    withoutText("\(file) 的格式没有行", "\(file) is of a format without lines")
  }

  private static func withoutText(_ zh: String, _ en: String) -> Words {
    Words(
      "登记库没有存文字，\(zh)；用 `yulin archive` 补存",
      "the register does not keep the text, and \(en); `yulin archive` adds it")
  }

  static func lookingThrough(_ count: Int) -> Words {
    Words("已看 \(count) 个文件", "\(count) files looked at")
  }

  static func archived(_ file: LandArchive.File) -> Words {
    let what =
      switch (file.hasNewText, file.hasNewOriginal) {
      case (true, true): Words("文字和原件", "text and original")
      case (true, false): Words("文字", "text")
      default: Words("原件", "original")
      }
    return Words(
      "补存\(what[.zh])：\(file.name)（\(file.path ?? "")）",
      "\(what[.en]) added: \(file.name) (\(file.path ?? ""))")
  }

  static func textLacking(_ file: String) -> Words {
    Words("仍缺文字：\(file)", "text still lacking: \(file)")
  }

  static func archiveSummary(_ outcome: LandArchive.Outcome) -> Words {
    Words(
      "补存 \(outcome.filled.count) 个文件，仍缺文字 \(outcome.lacking.count) 个",
      "\(outcome.filled.count) files added, \(outcome.lacking.count) still without their text")
  }
}

extension Wording.Help {
  static let document = Words(
    "一份文书的标题和全文，行号与事实的出处相同；或取出原件。",
    "A document with its text, by the lines that facts are told by; or the file itself.")
  static let documentMore = Words(
    """
    文号怎样写都可以，也可以写标题中的词。有多版时为现行的一版；--known-at 查以前的。\
    文字和原件存在登记库中，登记库换了计算机也在。没有找到时退出码为 1。

    示例：yulin document 中政函(2025)62 --store land.gpkg
    示例：yulin document 中政函〔2025〕62号 --lines 22-24 --store land.gpkg
    示例：yulin document 2025年度储备计划 --original -o plan.xlsx --store land.gpkg
    """,
    """
    A number may be spelled in any way; words of the title do as well. Of several versions it is the \
    one in force; --known-at asks for those before. Text and original are kept in the register and go \
    where it goes. Nothing found is exit status 1.

    Example: yulin document 中政函(2025)62 --store land.gpkg
    Example: yulin document 中政函〔2025〕62号 --lines 22-24 --store land.gpkg
    Example: yulin document 2025年度储备计划 --original -o plan.xlsx --store land.gpkg
    """)
  static let original = Words(
    "写出原件（PDF、Office、图片、网页），一字节不差。",
    "Write the file itself (PDF, office, image, HTML), byte for byte.")
  static let originalOutput = Words(
    "原件写到的文件，`-` 为标准输出。", "The file for the original; `-` is standard output.")
  static let noOriginals = Words(
    "不存原件（PDF、Office、图片、网页）；文字总是存。",
    "Do not keep PDF, office, image and HTML files themselves; their text is always kept.")

  static let archive = Words(
    "给登记库补存以前导入的文件的文字和原件。",
    "Add the texts and originals of files that were imported before to the register.")
  static let archiveMore = Words(
    """
    按内容认文件，文件改了名、换了地方也行；文件夹连同其中的文件夹一起找。事实不变。\
    仍有文件缺文字时退出码为 1。

    示例：yulin archive 公报/ 计划/ --store land.gpkg
    """,
    """
    Files are recognised by their bytes, whatever they are called now; a folder is looked through with \
    all folders in it. Facts do not change. Where texts are still lacking the exit status is 1.

    Example: yulin archive gazettes/ plans/ --store land.gpkg
    """)
  static let archivePlaces = Words(
    "文件或文件夹，可以有多个。", "Files or folders; several may be given.")
}
