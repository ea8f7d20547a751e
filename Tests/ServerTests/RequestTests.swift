import Characters
import Terms
import Dialogue
import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import Planning
import SimpleFeatures
import Testing

@testable import Server

/// What requests may say, and what is said of those that are not understood.
@Suite struct RequestTests {
  private func request(_ address: String, accept: String? = nil) -> Request {
    var fields = HTTPFields()
    fields[.accept] = accept
    return Request(
      head: HTTPRequest(
        method: .get, scheme: "http", authority: "localhost", path: address, headerFields: fields),
      body: RequestBody(buffer: ByteBuffer()))
  }

  @Test func aParameterThatIsNotKnownIsRefusedWithThoseThatAre() {
    let failure = #expect(throws: Failure.self) {
      _ = try Parameters(of: request("/x?bboxx=1"), ["bbox"])
    }
    #expect(failure?.message.code == "unknown_parameter")
    #expect(failure?.message.sentence(.en).contains("known are: bbox") == true)
  }

  @Test func percentSignsAndPlusesAreDecoded() throws {
    let parameters = try Parameters(of: request("/x?q=%E5%AE%81%E4%B9%A1%E9%95%87+1&f=json"), ["q"])
    #expect(try parameters.value("q") == "宁乡镇 1")
    #expect(parameters.names == ["q"])
  }

  @Test func aParameterThatStandsTwiceIsRefused() throws {
    let parameters = try Parameters(of: request("/x?q=1&q=2"), ["q"])
    #expect(throws: Failure.self) { try parameters.value("q") }
    #expect(parameters.all("q") == ["1", "2"])
  }

  @Test(arguments: ["%FF", "%E5%AE"])
  func bytesThatAreNoTextAreRefused(_ text: String) {
    #expect(throws: Failure.self) { try Parameters(of: request("/x?q=\(text)"), ["q"]) }
  }

  @Test(
    arguments: [
      (nil, "json"), ("text/html,application/xhtml+xml;q=0.9", "html"), ("*/*", "json"),
      ("application/geo+json", "json"), ("text/*", "html"), ("image/png", "json"),
      ("application/json;q=0.1, text/html;q=0.2", "html"),
    ] as [(String?, String)])
  func theFormatIsThatOfTheHeader(_ accept: String?, _ name: String) throws {
    let request = request("/x", accept: accept)
    let format = try Format.wanted(
      by: request, Parameters(of: request, []), of: [.geoJSON, .html])
    #expect(format.name == name)
  }

  @Test func theParameterCountsMoreThanTheHeader() throws {
    let request = request("/x?f=html", accept: "application/json")
    #expect(
      try Format.wanted(by: request, Parameters(of: request, []), of: [.json, .html]) == .html)
  }

  @Test(arguments: [
    ("2025-06-30", "2025-06-30"), ("2025-06-30T12:00:00Z", "2025-06-30"),
    ("2025-06-30T16:00:00Z", "2025-07-01"), ("2025-12-31T23:59:59Z", "2026-01-01"),
    ("2025-01-01/2025-06-30", "2025-06-30"), ("../2025-06-30", "2025-06-30"),
    ("/2025-06-30", "2025-06-30"), ("2025-06-30T08:00:00+08:00", "2025-06-30"),
  ])
  func aTimeIsADayByChineseLegalTime(_ text: String, _ day: String) throws {
    #expect(try ValidTime(text).day?.description == day)
  }

  @Test(arguments: ["2025-06-30/..", "2025-06-30/"])
  func anOpenEndIsNow(_ text: String) throws {
    #expect(try ValidTime(text).day == nil)
  }

  @Test(arguments: ["yesterday", "2025-13-01", "2025-06-30/2025-01-01", "2025/06/30", "a/b/c"])
  func whatIsNoTimeIsRefused(_ text: String) {
    #expect(throws: Failure.self) { try ValidTime(text) }
  }

  @Test func aBoxIsReadInTheOrderOfItsSystem() throws {
    let box = try SystemReference.crs84.boxes("111.1,37.2,111.3,37.4")
    #expect(box.map(\.minX) == [111.1])
    let northing = try SystemReference.epsg(4490)
    #expect(northing.isNorthingFirst)
    #expect(try northing.boxes("37.2,111.1,37.4,111.3") == box)
    #expect(try SystemReference.crs84.boxes("111.1,37.2,0,111.3,37.4,100") == box)
  }

  @Test func aBoxOverTheMeridianIsTwo() throws {
    let boxes = try SystemReference.crs84.boxes("170,10,-170,20")
    #expect(boxes.map(\.minX) == [170, -180])
    #expect(boxes.map(\.maxX) == [180, -170])
  }

  @Test(arguments: ["1,2,3", "a,b,c,d", "1,5,2,3", "1,2,3,4,5", ""])
  func whatIsNoBoxIsRefused(_ text: String) {
    #expect(throws: Failure.self) { try SystemReference.crs84.boxes(text) }
  }

  @Test(arguments: [
    ("localhost", true), ("127.0.0.1:8731", true), ("[::1]:80", true), ("land.example-1", true),
    ("", false), ("localhost:x", false), ("localhost:80/evil", false), ("[::1", false),
    ("127.0.0.1:80@evil", false), ("localhost:\"><b>", false), ("a:123456", false), ("[]", false),
  ])
  func aHostIsANameOrAnAddress(_ text: String, _ isWellFormed: Bool) {
    #expect(ProtectionMiddleware<ServiceContext>.isWellFormed(text) == isWellFormed)
  }

  @Test func settingsThatAreNotKnownAreNamed() {
    let error = #expect(throws: DecodingError.self) {
      _ = try JSONDecoder().decode(
        ServiceSettings.self, from: Data(#"{"store":"a","prot":1}"#.utf8))
    }
    #expect(error.map { SettingsFault.words(of: $0)[.en].contains("“prot” is not known") } == true)
  }

  @Test func settingsComeBackAsTheyWere() throws {
    var settings = ServiceSettings(store: "a.gpkg")
    settings.baseMap = .tianditu(key: "abc")
    settings.hosts = ["land.example"]
    let text = try JSONText.line(settings)
    #expect(try JSONDecoder().decode(ServiceSettings.self, from: text) == settings)
  }
}
