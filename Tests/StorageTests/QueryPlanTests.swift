import GRDB
import Planning
import TestSupport
import Testing

@testable import Storage

@Suite("How a lookup reads the register")
struct QueryPlanTests {
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
          arguments: StatementArguments(RegisterReader.bounds(.now).merging(["key": "1"]) { $1 })
        ).map { $0["detail"] as String }
      }
    }
    #expect(plans.contains { $0.contains("parcel_statement_plot (plot_key=?)") })
    #expect(plans.contains { $0.contains("land_transaction_plot (plot_key=?)") })
    #expect(plans.filter { $0.hasPrefix("SCAN") }.isEmpty, "\(plans)")
  }

  @Test("A search by words reads a narrow index, not the facts")
  func words() throws {
    let sample = try SampleStore()
    let plans = try sample.store.queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          EXPLAIN QUERY PLAN SELECT f.plot_key FROM parcel_statement f
          CROSS JOIN document_version v ON v.id = f.document_version_id
          WHERE f.plot_key IS NOT NULL AND instr(f.search, :word) > 0 AND \(RegisterReader.inForce)
          """,
        arguments: StatementArguments(RegisterReader.bounds(.now).merging(["word": "1"]) { $1 })
      ).map { $0["detail"] as String }
    }
    #expect(plans.contains { $0.contains("COVERING INDEX parcel_statement_search") }, "\(plans)")
  }
}
