import Foundation
import Planning
import Testing

@testable import Intake

@Suite struct WebPageTests {
  @Test func whatASitePutsAroundItsArticleIsLeftOut() async throws {
    let page = """
      <!DOCTYPE html><html><head><meta charset="utf-8"><title>南溪县供地公告</title>
      <style>p{color:red}</style><script>var a = "<p>不是正文</p>";</script></head><body>
      <header>南溪县门户</header><nav><a href="/">首页</a><a href="/a">公开</a></nav>
      <div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/t">土地</a></div>
      <div class="article"><h1>南溪县供地公告</h1><p>经批准，现出让&nbsp;2宗地。</p>
      <p>附件：<a href="1.doc">示意图</a></p></div>
      <div><h3>相关阅读</h3><ul><li><a href="/1">旧公告一则</a></li><li><a href="/2">旧公告二则</a></li></ul></div>
      <p>上一篇：<a href="/3">另一公告</a></p><footer>主办单位：南溪县</footer></body></html>
      """
    let read = try await lines(of: page)
    #expect(read == ["南溪县供地公告", "经批准，现出让\u{A0}2宗地。", "附件：示意图"])
  }

  @Test func aPageOfNothingButLinksIsKept() async throws {
    let page =
      "<html><body><ul><li><a href=a>东片区供地公告</a><li><a href=b>西片区供地公告</a></ul></body></html>"
    #expect(try await lines(of: page) == ["东片区供地公告", "西片区供地公告"])
  }

  @Test func aTableKeepsItsSpansAndHeadings() async throws {
    let page = """
      <table><caption>指标</caption><thead><tr><th rowspan=2>编号<th colspan=2>规划<th rowspan=2>备注</tr>
      <tr><th>容积率<th>绿地率</tr></thead>
      <tr><td>甲-1<td>≤2<td>≥30<td rowspan=2>同片</tr><tr><td>甲-2<td>≤3<td>≥25</table>
      """
    #expect(
      try await lines(of: page)
        == ["指标", "编号|规划||备注", "↑|容积率|绿地率|↑", "甲-1|≤2|≥30|同片", "甲-2|≤3|≥25|↑"])
  }

  @Test func ofATableThatPlacesThingsTheInnerTableIsATableAndItsMenuIsLeftOut() async throws {
    let page = """
      <table width="100%"><tr><td>通知<br>公告<br>规划</td><td><h2>供应计划</h2>
      <table><tr><td>编号</td><td>面积</td></tr><tr><td>N-1</td><td>3公顷</td></tr></table>
      说明在后</td></tr></table>
      """
    #expect(try await lines(of: page) == ["供应计划", "编号|面积", "N-1|3公顷", "说明在后"])
  }

  @Test(arguments: ["gb2312", "utf-8"])
  func theBytesTellTheEncodingWhateverThePageSays(_ stated: String) async throws {
    let page = "<html><head><meta charset=\"\(stated)\"></head><body><p>朝阳街道三号地块</p></body></html>"
    #expect(try await lines(of: chinese(page)) == ["朝阳街道三号地块"])
    #expect(try await lines(of: page) == ["朝阳街道三号地块"])
  }

  @Test func aPageInAnotherEncodingIsRefused() async throws {
    let page: [UInt8] =
      Array("<html><head><meta charset=big5></head><p>".utf8) + [0xA4, 0x67, 0xA6, 0x61]
      + Array("</p>".utf8)
    await #expect(throws: IntakeError.self) {
      try await lines(of: page)
    }
  }

  @Test func theTitleOfThePageStandsFirstWhereTheBodyHasNone() async throws {
    let page = """
      <html><head><title>关于青石片区规划的批复_青石县人民政府</title><meta name="PubDate" content="2026-03-04 10:00"></head>
      <body><p>原则同意该规划。</p></body></html>
      """
    #expect(try await lines(of: page) == ["关于青石片区规划的批复", "发布日期：2026-03-04", "原则同意该规划。"])
  }

  @Test func anEndOfASourceLineInsideAChineseWordIsNoBlank() async throws {
    #expect(try await lines(of: "<p>国有建设\n  用地 A-1\n号</p>") == ["国有建设用地 A-1 号"])
  }

  @Test func aPageSavedAsOneFileIsReadFromItsParts() async throws {
    let page = """
      From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r
      \ttype="text/html"; boundary="--=_b"\r\n\r\n----=_b\r\nContent-Type: text/html\r
      Content-Transfer-Encoding: quoted-printable\r\n\r
      <html><body><p class=3D"a">=E5=9C=B0=E5=\r\n=9D=97</p></body></html>\r\n----=_b\r
      Content-Type: text/css\r\n\r\np {}\r\n----=_b--\r\n
      """
    #expect(try await lines(of: page) == ["地块"])
  }

  @Test func tagsThatLieInEachOtherWithoutEndAreRead() async throws {
    let deep =
      String(repeating: "<div>", count: 100_000) + "地块" + String(repeating: "</p>", count: 50_000)
    #expect(try await lines(of: "<html>" + deep) == ["地块"])
  }
}
