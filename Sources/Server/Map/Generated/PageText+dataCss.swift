// Made by Scripts/generate-page from Web. Do not edit.
// swift-format-ignore-file

extension PageText {
  static let dataCss = ##"""
/* The plain pages of the data interface: collections, features, the definition. */
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 1100px; padding: 24px 16px; background: #faf9f6; color: #1f2426;
  font: 15px/1.6 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif;
  overflow-wrap: anywhere;
}
h1 { font-size: 24px; margin: 0 0 4px; line-height: 1.3; }
h2 { font-size: 18px; margin: 28px 0 8px; }
a { color: #0b6360; }
a:focus-visible { outline: 3px solid #0b6360; outline-offset: 2px; }
nav { margin: 0 0 16px; }
nav a { margin-right: 16px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; background: #fff; width: 100%; font-size: 14px; }
th, td { border: 1px solid #d9d6ce; padding: 5px 8px; text-align: left; vertical-align: top; }
thead th { background: #eeece6; white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.note { color: #4f5759; }
.schematic { border-left: 4px dashed #8a5a00; background: #fff7e5; padding: 6px 12px; }
code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: 13px; }

"""##
}
