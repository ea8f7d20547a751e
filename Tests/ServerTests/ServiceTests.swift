import Dialogue
import Foundation
import HTTPTypes
import Hummingbird
import Planning
import Registry
@testable import Server
import Terms
import TestSupport
import Testing

/// The service as a whole, without a socket; how clients see it is tested in Tests/Service.
@Suite struct ServiceTests {
  @Test func everyAnswerForbidsWhatAPageDoesNotNeed() async throws {
    try await ServiceFixture.ask { client in
      for address in ["/", "/health", "/collections", "/nothing", "/lookup", "/map.json"] {
        try await client.execute(uri: address, method: .get) { response in
          let policy = response.headers[.contentSecurityPolicy] ?? ""
          #expect(policy.hasPrefix("default-src 'none'"), "\(address)")
          #expect(!policy.contains("unsafe"), "\(address)")
          #expect(response.headers[.xContentTypeOptions] == "nosniff", "\(address)")
          #expect(response.headers[.setCookie] == nil, "\(address)")
          #expect(response.headers[.accessControlAllowOrigin] == nil, "\(address)")
        }
      }
    }
  }

  @Test func aRequestThatNamesTwoHostsIsRefused() async throws {
    let host = try #require(HTTPField.Name("Host"))
    try await ServiceFixture.ask { client in
      try await client.execute(uri: "/health", method: .get, headers: [host: "evil.example"]) {
        #expect($0.status == .badRequest)
      }
    }
  }

  @Test(arguments: [
    "/assets/../Package.swift", "/assets/%2e%2e%2fx", "/leaflet/../../passwd",
    "/leaflet/.hidden", "/assets/nothing.js",
  ])
  func noNameLeadsOutOfTheFolders(_ address: String) async throws {
    try await ServiceFixture.ask { client in
      let (status, _) = try await ServiceFixture.text(address, client)
      #expect(status == 404 || status == 503)
    }
  }

  @Test func aBrowserGetsTheMapAndAProgramTheLinks() async throws {
    try await ServiceFixture.ask { client in
      try await client.execute(uri: "/", method: .get, headers: [.accept: "text/html"]) {
        #expect($0.headers[.contentType]?.hasPrefix("text/html") == true)
        #expect(String(buffer: $0.body).contains("assets/app.js"))
      }
      let links = try await ServiceFixture.json("/", client)["links"] as? [[String: String]] ?? []
      #expect(links.contains { $0["rel"] == "service-desc" })
      #expect(links.contains { $0["rel"] == "data" })
    }
  }

  @Test func problemsSpeakTheLanguageOfTheClient() async throws {
    try await ServiceFixture.ask { client in
      let english = try await ServiceFixture.text("/lookup", client).body
      #expect(english.contains("there is nothing to look up"))
      let chinese = try await ServiceFixture.text("/lookup?lang=zh", client).body
      #expect(chinese.contains("要查的内容是空的"))
    }
  }

  @Test func theSecondTimeATileIsOnlyConfirmed() async throws {
    try await ServiceFixture.ask { client in
      let address = "/tiles/parcels/14/13252/6355.mvt"
      let tag = try await client.execute(uri: address, method: .get) { response in
        #expect(response.status == .ok)
        return response.headers[.eTag]
      }
      try await client.execute(
        uri: address, method: .get, headers: [.ifNoneMatch: try #require(tag)]
      ) { response in
        #expect(response.status == .notModified)
        #expect(response.body.readableBytes == 0)
      }
    }
  }

  @Test func linesAreShownOfFilesOfTheRegisterAlone() async throws {
    try await ServiceFixture.ask { client in
      let file = "Data/zhongyang/2025-062-detailed-plans.txt"
      let shown = try await ServiceFixture.text("/lines?file=\(file)&start=22", client)
      #expect(shown.status == 200)
      #expect(shown.body.contains("NX-03"))
      #expect(shown.body.contains("\"same\""))
      let other = try await ServiceFixture.text("/lines?file=Package.swift&start=1", client)
      #expect(other.status == 404)
      let many = try await ServiceFixture.text("/lines?file=\(file)&start=1&end=9999", client)
      #expect(many.status == 400)
    }
  }

  @Test func linesComeFromTheRegisterWhereTheFilesAreGone() async throws {
    try await ServiceFixture.ask { settings in
      settings.documents = "/nowhere"
    } _: { client in
      let file = "Data/zhongyang/2025-062-detailed-plans.txt"
      let shown = try await ServiceFixture.json("/lines?file=\(file)&start=22", client)
      #expect(shown["from"] as? String == "register")
    }
  }

  @Test func aDocumentIsFoundByItsNumberWithItsText() async throws {
    try await ServiceFixture.ask { client in
      let number = "%E4%B8%AD%E6%94%BF%E5%87%BD(2025)62"
      let found = try await ServiceFixture.json("/document?number=\(number)&lines=22-24", client)
      #expect(found["answer"] as? String == "found")
      let text = found["text"] as? [String: any Sendable]
      let lines = text?["lines"] as? [[String: any Sendable]]
      #expect(lines?.compactMap { $0["number"] as? Int } == [22, 23, 24])
      let plain = try await ServiceFixture.text(
        "/document?number=\(number)&lines=22&f=text", client)
      #expect(plain.body.contains("NX-03") && plain.body.hasSuffix("\n"))
      for wrong in ["/document", "/document?number=%20", "/document?number=\(number)&lines=x"] {
        #expect(try await ServiceFixture.text(wrong, client).status == 400, "\(wrong)")
      }
      let none = try await ServiceFixture.json("/document?number=nothing", client)
      #expect(none["answer"] as? String == "none")
    }
  }

  @Test func anOriginalIsSentAsAnAttachmentOrSaidNotToBeThere() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("land.gpkg")
    let register = try LandRegister.create(at: path)
    let page = Array("<script>alert(1)</script>".utf8)
    let original = SourceOriginal(page, name: "批复 1.html", mediaType: "text/html")
    try register.imports.documents(
      [Sample.document("样政函〔2024〕1号", on: "2024-01-01")],
      from: SourceFile(name: "批复 1.html", sha256: "ab", extractor: "test"),
      keeping: KeptSource(texts: [SourceText("alert")], original: original))
    try register.imports.documents(
      [Sample.document("样政函〔2024〕2号", on: "2024-01-02")], from: Sample.file)
    try await ServiceFixture.ask { settings in
      settings.store = path
    } _: { client in
      let number = "%E6%A0%B7%E6%94%BF%E5%87%BD(2024)"
      try await client.execute(uri: "/document/original?number=\(number)1", method: .get) {
        answer in
        #expect(answer.status == .ok)
        #expect(Array(buffer: answer.body) == page)
        #expect(
          answer.headers[.contentDisposition]
            == "attachment; filename*=UTF-8''%E6%89%B9%E5%A4%8D%201.html")
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
      }
      let none = try await ServiceFixture.text("/document/original?number=\(number)2", client)
      #expect(none.status == 404 && none.body.contains("no_original"))
      let unknown = try await ServiceFixture.text("/document/original?number=\(number)3", client)
      #expect(unknown.status == 404)
    }
  }

  @Test func findingsAboutAParcelAreThoseOfTheWholeCheck() async throws {
    try await ServiceFixture.ask { client in
      let all = try await ServiceFixture.json("/check", client)
      let some = try await ServiceFixture.json("/check?parcel=D-08-01", client)
      let wanted = (all["findings"] as? [[String: any Sendable]] ?? []).filter { finding in
        (finding["subjects"] as? [[String: any Sendable]] ?? []).contains {
          $0["label"] as? String == "D-08-01"
        }
      }
      #expect(wanted.count == (some["findings"] as? [any Sendable])?.count)
      #expect(!wanted.isEmpty)
    }
  }

  @Test func thePageKnowsEveryWordItNeeds() async throws {
    try await ServiceFixture.ask { client in
      let map = try await ServiceFixture.json("/map.json", client)
      let terms = map["terms"] as? [String: [String: any Sendable]] ?? [:]
      for (group, keys) in [
        ("status", ParcelStatus.allCases.map(\.rawValue)),
        ("act", TransactionKind.allCases.map(\.rawValue)),
        ("role", LayerRole.allCases.map(\.rawValue)),
        ("indicator", Indicator.allCases.map(\.rawValue)),
      ] {
        #expect(Set(keys) == Set((terms[group] ?? [:]).keys), "\(group)")
      }
    }
  }
}
