import ChangeOrdersService
import Harness
import Jobs
import PQ
import Testing
import Values
import Web

@testable import ChangeOrders

@Suite("Change orders: what nobody settles in time ends")
struct ChangeOrderExpiryTests {
    @Test("the daily job ends an order after sixty days, not on the sixtieth, and lets go what it held")
    func expires() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            try await RawRows.stand(database, "a")
            try await database.act(as: "contractor", RawRows.step("a", "filed", RawRows.to("blocked")))
            try await RawRows.stand(database, "b", at: "owner_decision")
            try await RawRows.stand(database, "c", at: "approved")
            func states() async throws -> [String] {
                try await database.owner.read("select state from app.change_order order by number").map {
                    try $0.text("state")
                }
            }
            let card = try await Scene.site(database).send(
                .get, "/v1/change-orders/\(RawRows.order("b"))", as: "street")
            #expect(card.json?["expires_on"] == "2026-05-01")
            try await Self.sweep(database, on: "2026-05-01")
            #expect(try await states() == ["blocked", "owner_decision", "approved"])
            #expect(try await Scene.blocks(database) == ["joint_acceptance", "log", "payment"])
            try await Self.sweep(database, on: "2026-05-02")
            #expect(try await states() == ["expired", "expired", "approved"])
            #expect(try await Scene.blocks(database) == [])
            let told = try await database.owner.read(
                "select role, type from ledger.entry where type = 'change_order.expire' order by entry_id")
            #expect(try told.map { try $0.text("role") } == ["system", "system"])
        }
    }

    @Test("raw SQL ends no order before its window, none that was decided, and none by a person's hand")
    func guards() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            try await RawRows.stand(database, "a", at: "opinions")
            let early: SQL = "state = 'expired', settled_on = '2026-05-01'"
            let due: SQL = "state = 'expired', settled_on = '2026-05-02'"
            #expect(
                try await database.refusal(as: "street", RawRows.step("a", "early", early))
                    == "change_order_expires_after_its_window")
            #expect(
                try await database.refusal(
                    as: "street", RawRows.step("a", "dayless", RawRows.to("expired")))
                    == "change_order_expires_after_its_window")
            try await RawRows.stand(database, "b", at: "approved")
            #expect(
                try await database.refusal(as: "street", RawRows.step("b", "late", due))
                    == "change_order_step_is_allowed")
            #expect(
                try await database.refusal(as: "street", RawRows.step("a", "due", due))
                    == "change_order_is_ended_by_the_daily_job")
        }
    }

    /// The daily job of a day, as the runner does it.
    private static func sweep(_ database: TestDatabase, on day: String) async throws {
        let now = Instant(startOf: try #require(BusinessDay(iso: day)), hour: 9)
        let pool = Pool(
            try TestServer.url(database.name, as: "yanshou_jobs"), connections: 2,
            applicationName: "test-jobs")
        let sweep = ChangeOrderSweep(now: { now })
        try await DailyJob.atStart(sweep.kind, now: now, in: pool)
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: [
                "update jobs.scheduled set run_at = now()"
            ])
        }
        _ = await Runner(pool: pool, handlers: [sweep], worker: "test").work()
        await pool.close()
    }
}
