import Harness
import PQ
import Testing
import Values

@Suite("Works: retention guards in the database")
struct RetentionGuardTests {
    @Test(
        "raw SQL agrees on no more than the law's share and period, by the owner, before anything is certified"
    )
    func agreement() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            func refusal(_ row: RawRow, as login: String = "street") async throws -> String? {
                try await database.refusal(as: login, row.statements)
            }
            try await RawRows.put(database, Seed.opened("app.retention"))
            let three = RawRows.retention()
            #expect(try await refusal(RawRows.retention(301, 10_000)) == "retention_stays_within_the_share")
            #expect(
                try await refusal(three, as: "contractor")
                    == "contract_money_is_kept_by_the_construction_unit")
            for (code, changes): (String, [String: SQL]) in [
                ("defect_liability_is_not_too_long", ["months": "25"]),
                ("retention_has_a_period", ["months": "0"]),
                ("retention_names_its_clause", ["evidence": "''"]),
                ("retention_has_a_share", ["share_numerator": "0"]),
                ("retention_period_is_of_its_key", ["months_key": "'filing.days'"]),
                (
                    "retention_is_of_the_projects_edition",
                    [
                        "edition": """
                        (select edition from policy.number where key = 'defect_liability.max_months'
                            and edition <> (select edition from app.project where project_id = \(Scene.project)) limit 1)
                        """
                    ]
                ),
            ] {
                #expect(try await refusal(three.with(changes)) == code, "\(code)")
            }
            try await RawRows.put(
                database,
                [
                    """
                    insert into app.package (district, package_id, project_id, code, title, category, estimate_fen,
                        planned_method, op_id)
                    values (1, \(Seed.id("package")), \(Scene.project), 'B1', '设备', 'goods', 1, 'direct',
                        \(Seed.id("op")))
                    """
                ])
            #expect(try await refusal(three) == "retention_is_of_works")
            try await RawRows.put(database, ["update app.package set category = 'works'"])
            #expect(try await refusal(three) == nil)
            #expect(
                try await refusal(three.again(as: "2")) == "retention_is_one_of_its_contract")
        }
    }

    @Test("a certified claim holds the agreed share, rounded down, and nothing beside a bond")
    func holding() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await RawRows.claimToCertify(database)
            try await database.act(as: "street", RawRows.retention().statements)
            func certify(_ turn: String, _ holding: Int64?) async throws -> String? {
                try await database.refusal(as: "street", RawRows.certify("c", turn, holding: holding))
            }
            #expect(try await certify("none", nil) == "certified_claim_holds_its_retention")
            #expect(try await certify("more", 90_001) == "retention_is_the_agreed_share")
            #expect(try await certify("less", 89_999) == "retention_is_the_agreed_share")
            #expect(try await certify("below", -1) == "retention_holding_is_not_negative")
            let alone = RawRow(
                "app.retention_holding", of: "retention_holding", Seed.id("alone"), in: Scene.project,
                [
                    "payment_claim_id": "\(Seed.id("claim:c"))", "contract_id": "\(Scene.contract)",
                    "claim_fen": "3000000", "held_fen": "90000",
                ])
            #expect(
                try await database.refusal(as: "street", alone.statements)
                    == "retention_holding_comes_with_its_certificate")
            #expect(try await certify("right", 90_000) == nil)
            #expect(
                try await database.refusal(as: "street", alone.again(as: "2").statements)
                    == "retention_holding_is_one_of_its_claim")
            #expect(
                try await database.refusal(as: "street", RawRows.bond("late").statements)
                    == "retention_stands_beside_no_bond")
            #expect(
                try await database.refusal(
                    as: "street", RawRows.bond("guarantee", "quality_guarantee").statements)
                    == nil)
        }
    }

    @Test("performance bonds together stay within a tenth of the contract, whoever comes first (PRO-15)")
    func bondsTogether() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            func half(_ name: String, _ kind: String = "performance", _ fen: Int64 = 10_000_001) -> [SQL] {
                RawRows.bond(name, kind).with(["amount_fen": "\(fen)"]).statements
            }
            let both = try await database.race(("street", half("a")), ("street2", half("b")))
            #expect(both.0 == nil && both.1 == "performance_bond_stays_within_the_share", "\(both)")
            let other = try await database.race(
                ("street", half("c", "performance", 9_999_999)),
                ("street2", half("d", "performance", 9_999_998)))
            #expect(other.0 == nil && other.1 == "performance_bond_stays_within_the_share", "\(other)")
            #expect(
                try await database.refusal(as: "street", half("e", "quality_guarantee", 30_000_000)) == nil)
        }
    }

    @Test("beside a bond a claim holds nothing; a bond is given back once")
    func bonds() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await RawRows.claimToCertify(database)
            try await database.act(as: "street", RawRows.retention().statements)
            for (code, changes): (String, [String: SQL]) in [
                ("contract_bond_kind_is_known", ["kind": "'other'"]),
                ("contract_bond_has_an_amount", ["amount_fen": "0"]),
                ("contract_money_is_of_its_contract", ["contract_id": "\(Seed.id("none"))"]),
                ("contract_bond_names_its_document", ["evidence": "''"]),
                ("contract_bond_is_held_when_it_is_recorded", ["held_from": "'2026-03-03'"]),
                ("performance_bond_stays_within_the_share", ["amount_fen": "20000001"]),
            ] {
                #expect(
                    try await database.refusal(as: "street", RawRows.bond("x").with(changes).statements)
                        == code)
            }
            try await database.act(as: "street", RawRows.bond("x").statements)
            #expect(
                try await database.refusal(as: "street", RawRows.certify("c", "much", holding: 90_000))
                    == "retention_is_the_agreed_share")
            func back(_ turn: String, _ day: String) -> [SQL] {
                RawRow.change(
                    "app.contract_bond", "contract_bond_id", Seed.id("bond:x"), turn, in: Scene.project,
                    "returned_on = \(day)::text::date")
            }
            #expect(
                try await database.refusal(as: "street", back("early", "2026-01-31"))
                    == "contract_bond_is_returned_after_it_is_given")
            let twice = try await database.race(
                ("street", back("a", "2026-03-02")), ("street2", back("b", "2026-03-02")))
            #expect(twice.0 == nil && twice.1 == "contract_bond_is_returned_once", "\(twice)")
            #expect(
                try await database.refusal(as: "street", RawRows.certify("c", "ok", holding: 90_000)) == nil)
        }
    }

    @Test(
        "a bond and a retention race: the second is refused, whichever it is; so do an agreement and a certificate"
    )
    func races() async throws {
        for bondFirst in [true, false] {
            try await TestDatabase.with(refusals: Scene.refusals) { database in
                try await Scene.lay(database)
                try await RawRows.claimToCertify(database)
                try await database.act(as: "street", RawRows.retention().statements)
                let bond = (login: "street2", statements: RawRows.bond("x").statements)
                let certificate = (login: "street", statements: RawRows.certify("c", "race", holding: 90_000))
                let outcome =
                    bondFirst
                    ? try await database.race(bond, certificate) : try await database.race(certificate, bond)
                #expect(outcome.0 == nil)
                #expect(
                    outcome.1
                        == (bondFirst ? "retention_is_the_agreed_share" : "retention_stands_beside_no_bond"))
            }
            try await TestDatabase.with(refusals: Scene.refusals) { database in
                try await Scene.lay(database)
                try await RawRows.claimToCertify(database)
                let agreement = (login: "street2", statements: RawRows.retention().statements)
                let certificate = (login: "street", statements: RawRows.certify("c", "race"))
                let outcome =
                    bondFirst
                    ? try await database.race(agreement, certificate)
                    : try await database.race(certificate, agreement)
                #expect(outcome.0 == nil)
                #expect(
                    outcome.1
                        == (bondFirst
                            ? "certified_claim_holds_its_retention" : "retention_comes_before_its_claims"))
            }
        }
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let both = try await database.race(
                ("street", RawRows.retention().statements),
                ("street2", RawRows.retention().again(as: "2").statements))
            #expect(both.0 == nil && both.1 == "retention_is_one_of_its_contract", "\(both)")
        }
    }

    @Test(
        "it goes back after its period, for a guarantee, or above the ceiling of the accounts, and never twice"
    )
    func release() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await RawRows.claimToCertify(database)
            try await database.act(as: "street", RawRows.retention().statements)
            try await database.act(as: "street", RawRows.certify("c", "ok", holding: 90_000))
            func refusal(_ row: RawRow) async throws -> String? {
                try await database.refusal(as: "street", row.statements)
            }
            #expect(
                try await refusal(RawRows.release("a", 90_000)) == "retention_release_waits_for_the_period")
            #expect(
                try await refusal(RawRows.period(nominal: "2028-03-01"))
                    == "defect_liability_begins_with_acceptance")
            try await RawRows.accept(database, on: "2024-02-28")
            #expect(
                try await refusal(RawRows.period(base: "2024-02-28", nominal: "2026-02-28"))
                    == "defect_liability_follows_the_report")
            let past = RawRows.period(base: "2024-02-28", nominal: "2026-02-28").with([
                "reported_on": "'2024-01-10'"
            ])
            for (code, changes): (String, [String: SQL]) in [
                ("defect_liability_begins_with_acceptance", ["owner_delays": "true"]),
                ("defect_liability_delay_names_its_evidence", ["owner_delays": "true", "evidence": "''"]),
                ("defect_liability_ends_after_its_months", ["nominal_end_on": "'2026-02-27'"]),
                ("defect_liability_ends_no_sooner_than_nominal", ["effective_end_on": "'2026-02-27'"]),
                ("defect_liability_runs_as_agreed", ["months": "12", "nominal_end_on": "'2025-02-28'"]),
            ] {
                #expect(try await refusal(past.with(changes)) == code, "\(code)")
            }
            // The last day is a Saturday off: the period runs through Monday, and what it held goes back the day after.
            try await database.act(as: "street", past.statements)
            #expect(
                try await refusal(past.again(as: "2")) == "defect_liability_is_one_of_its_contract")
            for (code, row) in [
                ("retention_release_waits_for_the_period", RawRows.release("b", 1, on: "2026-02-28")),
                ("retention_release_is_not_dated_ahead", RawRows.release("c", 1, on: "2026-03-03")),
                ("retention_release_stays_within_what_is_held", RawRows.release("d", 90_001)),
                ("retention_release_waits_for_its_guarantee", RawRows.release("e", 1, "replaced")),
                ("retention_release_is_above_the_ceiling", RawRows.release("f", 1, "above_ceiling")),
                ("retention_release_ground_is_known", RawRows.release("g", 1, "kindness")),
                ("retention_release_has_an_amount", RawRows.release("h", 0)),
                ("retention_release_names_its_voucher", RawRows.release("i", 1).with(["voucher": "''"])),
            ] {
                #expect(try await refusal(row) == code, "\(code)")
            }
            // 3 % of 20,000.00 is 600.00: 300.00 too much is held.
            try await RawRows.account(database, 2_000_000)
            #expect(
                try await refusal(RawRows.release("g", 30_001, "above_ceiling"))
                    == "retention_release_is_above_the_ceiling")
            #expect(try await refusal(RawRows.release("excess", 30_000, "above_ceiling")) == nil)
            let guarantee = RawRows.bond("q", "quality_guarantee", from: "2026-03-01")
            try await database.act(as: "street", guarantee.statements)
            #expect(try await refusal(RawRows.release("swap", 10_000, "replaced")) == nil)
            let twice = try await database.race(
                ("street", RawRows.release("s", 50_000, "replaced").statements),
                ("street2", RawRows.release("t", 1, "replaced").statements))
            #expect(twice.0 == nil && twice.1 == "retention_release_stays_within_what_is_held", "\(twice)")
        }
    }

    @Test("after the accounts no claim holds more than their ceiling; a voucher stands for one release")
    func settlement() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await RawRows.claimToCertify(database)
            try await database.act(as: "street", RawRows.retention().statements)
            try await RawRows.account(database, 2_000_000)
            #expect(
                try await database.refusal(as: "street", RawRows.certify("c", "much", holding: 90_000))
                    == "retention_stays_within_the_settlement")
            try await RawRows.put(
                database,
                [
                    """
                    update app.final_account set mandatory_fen = 3000000, total_fen = 3000000, subsidy_fen = 3000000
                    """
                ])
            #expect(
                try await database.refusal(as: "street", RawRows.certify("c", "ok", holding: 90_000)) == nil)
            let guarantee = RawRows.bond("q", "quality_insurance", from: "2026-03-01")
            try await database.act(as: "street", guarantee.statements)
            let same = RawRows.release("b", 1, "replaced").with(["voucher": "'V'"])
            let vouchers = try await database.race(
                ("street", RawRows.release("a", 1, "replaced").with(["voucher": "'V'"]).statements),
                ("street2", same.statements))
            #expect(vouchers.0 == nil && vouchers.1 == "retention_release_voucher_is_one", "\(vouchers)")
        }
    }
}
