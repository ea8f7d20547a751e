import GRDB
import Planning
import TestSupport
import Testing

@testable import Storage

@Suite("How a lookup reads the register")
struct QueryPlanTests {
  static var bounds: [String: (any DatabaseValueConvertible)?] {
    RegisterReader.bounds(.now).merging(["ended": "[]"]) { $1 }
  }

  @Test("Facts under a key are found by an index, none by reading a table through")
  func indexes() throws {
    let sample = try SampleStore()
    let plans = try sample.store.queue.read { db in
      try ["parcel_statement", "land_transaction"].flatMap { table in
        try Row.fetchAll(
          db,
          sql: """
            EXPLAIN QUERY PLAN SELECT f.record FROM \(table) f
            JOIN document_version v ON v.id = f.document_version_id
            WHERE f.plot_key = :key AND \(RegisterReader.inForce)
            ORDER BY f.document_version_id, f.ordinal
            """,
          arguments: StatementArguments(QueryPlanTests.bounds.merging(["key": "1"]) { $1 })
        ).map { $0["detail"] as String }
      }
    }
    #expect(plans.contains { $0.contains("parcel_statement_plot (plot_key=?)") })
    #expect(plans.contains { $0.contains("land_transaction_plot (plot_key=?)") })
    #expect(plans.filter { $0.hasPrefix("SCAN") && !$0.contains("json_each") }.isEmpty, "\(plans)")
  }

  @Test("A search by words reads the different texts, then goes to their facts alone")
  func words() throws {
    let sample = try SampleStore()
    let plans = try sample.store.queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          EXPLAIN QUERY PLAN SELECT f.plot_key FROM search_text s
          CROSS JOIN parcel_statement_text t ON t.search_text_id = s.id
          CROSS JOIN parcel_statement f ON f.id = t.fact_id
          CROSS JOIN document_version v ON v.id = f.document_version_id
          WHERE s.field = 'word' AND instr(s.text, :word) > 0 AND \(RegisterReader.inForce)
          """,
        arguments: StatementArguments(QueryPlanTests.bounds.merging(["word": "1"]) { $1 })
      ).map { $0["detail"] as String }
    }
    #expect(plans.first?.contains("SEARCH s USING COVERING INDEX") == true, "\(plans)")
    #expect(plans.filter { $0.hasPrefix("SCAN") && !$0.contains("json_each") }.isEmpty, "\(plans)")
  }
}
