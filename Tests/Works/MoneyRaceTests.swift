import Harness
import PQ
import Testing
import Values

@Suite("Works: two sessions at a contract's money")
struct MoneyRaceTests {
    private typealias Side = (login: String, statements: [SQL])

    private func laid(_ body: @Sendable (TestDatabase) async throws -> Void) async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await body(database)
        }
    }

    /// A contract with three hundredths kept back of its first claim, 900.00 yuan.
    private func held(_ body: @Sendable (TestDatabase) async throws -> Void) async throws {
        try await laid { database in
            try await RawRows.claimToCertify(database)
            try await database.act(as: "street", RawRows.retention().statements)
            try await database.act(as: "street", RawRows.certify("c", "ok", holding: 90_000))
            try await body(database)
        }
    }

    @Test("a period begins once, whoever begins it first")
    func period() async throws {
        for (first, second) in [("street", "street2"), ("street2", "street")] {
            try await laid { database in
                try await RawRows.accept(database, on: "2026-02-28")
                try await database.act(as: "street", RawRows.retention().statements)
                let period = RawRows.period(base: "2026-02-28", nominal: "2028-02-28")
                let twice = try await database.race(
                    (first, period.statements), (second, period.again(as: "2").statements))
                #expect(twice.0 == nil && twice.1 == "defect_liability_is_one_of_its_contract", "\(twice)")
            }
        }
    }

    @Test("an agreement follows the edition that its project stands under when it is written")
    func edition() async throws {
        try await laid { database in
            let adopted: [SQL] = [
                "set local session_replication_role = replica",
                """
                update app.project set edition = (
                    select edition from policy.number where key = 'defect_liability.max_months'
                        and edition <> project.edition limit 1)
                where project_id = \(Scene.project)
                """,
            ]
            let found = try await database.race(
                (TestDatabase.anOperator, adopted), ("street", RawRows.retention().statements))
            #expect(found.0 == nil && found.1 == "retention_is_of_the_projects_edition", "\(found)")
        }
    }

    @Test("two claims certified at once hold no more back than the ceiling of the accounts")
    func settlement() async throws {
        for (first, second) in [("c", "d"), ("d", "c")] {
            try await laid { database in
                try await RawRows.approvedLog(database)
                try await database.act(as: "street", RawRows.retention().statements)
                for (number, name) in [(Int64(1), "c"), (2, "d")] {
                    try await database.act(as: "contractor", RawRows.claim(name, number: number, 30_000))
                    try await database.act(
                        as: "supervisor", RawRows.changeClaim(name, "s", RawRows.supervised))
                    try await database.act(
                        as: "auditor",
                        RawRows.paper(
                            "tracking_audit_opinion", on: ("payment_claim", Seed.id("claim:" + name))
                        ).with(["paper_id": "\(Seed.id("opinion:" + name))"]).again(as: name).statements)
                }
                try await RawRows.account(database, 2_000_000)
                let found = try await database.race(
                    ("street", RawRows.certify(first, "ok", holding: 45_000)),
                    ("street2", RawRows.certify(second, "ok", holding: 45_000)))
                #expect(found.0 == nil && found.1 == "retention_stays_within_the_settlement", "\(found)")
            }
        }
    }

    @Test("two releases at once give back no more than what is above the ceiling")
    func ceiling() async throws {
        for (first, second) in [("a", "b"), ("b", "a")] {
            try await held { database in
                // 3 % of 20,000.00 is 600.00: 300.00 too much is held.
                try await RawRows.account(database, 2_000_000)
                let found = try await database.race(
                    ("street", RawRows.release(first, 20_000, "above_ceiling").statements),
                    ("street2", RawRows.release(second, 20_000, "above_ceiling").statements))
                #expect(found.0 == nil && found.1 == "retention_release_is_above_the_ceiling", "\(found)")
            }
        }
    }

    @Test("nothing goes back for a guarantee that is given back; what went back before it, went in time")
    func guarantee() async throws {
        let returned = RawRow.change(
            "app.contract_bond", "contract_bond_id", Seed.id("bond:q"), "back", in: Scene.project,
            "returned_on = '2026-03-02'")
        let release = RawRows.release("a", 10_000, "replaced").statements
        for isReturnedFirst in [true, false] {
            try await held { database in
                try await database.act(
                    as: "street",
                    RawRows.bond("q", "quality_guarantee", from: "2026-03-01").statements)
                let (one, two): (Side, Side) = (("street", returned), ("street2", release))
                let found =
                    isReturnedFirst
                    ? try await database.race(one, two) : try await database.race(two, one)
                #expect(found.0 == nil)
                #expect(found.1 == (isReturnedFirst ? "retention_release_waits_for_its_guarantee" : nil))
            }
        }
    }
}
