import Actions
import Harness
import PQ
import Testing
import Values
import Web

/// 居民资金到账合计: counted up by the database, never by who records receipts.
@Suite("Projects: what the special account holds of its residents")
struct ResidentFundTests {
    private func sums(_ database: TestDatabase) async throws -> [Int64] {
        let row = try await database.owner.read(
            """
            select (select coalesce(sum(amount_fen), 0)::bigint from app.receipt) as summed,
                (select coalesce(sum(paid_fen), 0)::bigint from app.resident_fund) as kept,
                (select count(*) from app.receipt) as receipts,
                (select coalesce(sum(receipts), 0)::bigint from app.resident_fund) as counted
            """
        ).one()
        return try ["summed", "kept", "receipts", "counted"].map { try row.int64($0) }
    }

    @Test("receipts and reversals are counted up to the fen")
    func counted() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await Scene.ready(site, paid: 1)
            let before = try await sums(database)
            #expect(before[0] > 0 && before[0] == before[1] && before[2] == before[3])
            let reversed = await site.send(
                .post, "/v1/receipts/\(Seed.id("receipt:v1"))/reversal", as: "owners",
                [
                    "id": .text(Seed.id("reversal").description), "voucher": "r1",
                    "reversed_on": "2026-03-02",
                ])
            #expect(reversed.status == 201)
            let after = try await sums(database)
            #expect(after == [0, 0, 2, 2])
        }
    }

    @Test("no role of the application writes it")
    func unwritten() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await Scene.ready(site, paid: 1)
            for statement: SQL in [
                "update app.resident_fund set paid_fen = 1", "delete from app.resident_fund",
                "insert into app.resident_fund select 1, project_id, 1, 1 from app.project",
            ] {
                let refused = try await database.refusal(as: "owners", [statement])
                #expect(refused?.hasPrefix("42501") == true, "\(statement.text): \(refused ?? "written")")
            }
        }
    }
}
