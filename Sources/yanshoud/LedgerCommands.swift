import ArgumentParser
import Foundation
import Ledger
import PQ
import Values

/// What can be checked of the ledger by whoever keeps the machine.
struct LedgerCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "The ledger of events (台账).",
        subcommands: [Audit.self, Seal.self, Check.self, Key.self])

    struct Audit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Compare every row with the last event that names it, both ways, and the events with themselves.",
            discussion: "Ends with 1 where anything differs, and lists it.")

        @OptionGroup var target: OwnerDatabase

        func run() async throws {
            let audit = try await LedgerAudit.run(at: target.checked())
            for difference in audit.differences { print(difference) }
            print(audit.line)
            if !audit.differences.isEmpty { throw ExitCode(1) }
        }
    }
}

/// The tables held against the ledger, and the ledger against itself (台账审计).
struct LedgerAudit: Sendable {
    let rows: Int64
    let entries: Int64
    /// One line each: the table, the key, what was found.
    let differences: [String]

    var line: String { "audit: \(rows) rows, \(entries) entries, \(differences.count) differences" }

    /// Runs it in one snapshot, as a user that sees every row.
    /// - Throws: `PQError` where the database cannot be read.
    static func run(at url: String) async throws -> LedgerAudit {
        let pool = Pool(url, connections: 1, applicationName: "yanshou-audit")
        do {
            let audit = try await pool.transaction { transaction in
                _ = try await transaction.send("set transaction isolation level repeatable read read only")
                let found = try await transaction.send([
                    """
                    select (select count(*) from (select distinct table_name, row_key from ledger.row) bound) as rows,
                        (select count(*) from ledger.entry) as entries
                    """,
                    """
                    select place, row_key, finding from ledger.row_differences()
                    union all select place, row_key, finding from ledger.entry_differences()
                    union all select place, row_key, finding from ledger.file_differences()
                    order by 1, 2, 3
                    """,
                    "select entry_id::text as id, body from ledger.entry order by entry_id",
                ])
                _ = try await transaction.commit()
                let lines = try found[1].map { row in
                    "\(try row.text("place")) \(try row.text("row_key")): \(try row.text("finding"))"
                }
                let count = try found[0].one()
                return LedgerAudit(
                    rows: try count.int64("rows"), entries: try count.int64("entries"),
                    differences: lines + (try misspelt(found[2])))
            }
            await pool.close()
            return audit
        } catch {
            await pool.close()
            throw error
        }
    }

    /// Entries whose bytes are not the canonical form, by a reader and writer that is not the database's.
    private static func misspelt(_ rows: Rows) throws -> [String] {
        try rows.compactMap { row in
            let bytes = try row.bytes("body")
            let json = try? JSON(strict: bytes)
            guard json?.canonical != bytes else { return nil }
            return "ledger.entry \(try row.text("id")): its bytes are not the canonical form of what it says"
        }
    }
}
