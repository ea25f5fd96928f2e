import Harness
import PQ
import Policy
import Values

@testable import Delivery

extension Scene {
    /// A small EPC package with its budget and its determination.
    static func purchase() throws -> [SQL] {
        let edition = try TestPolicies.book.get().edition(for: "330302")
        let item = Seed.id("item")
        return change { op in
            """
            insert into app.project_budget (district, project_id, total_investment_fen, budget_funds_fen,
                soe_dominant, feasibility_fen, approved_budget_fen, approval_number, approved_on, op_id)
            values (1, \(project), 2200000000, 1875800000, false, 2100000000, 2200000000, '批 1', '2026-01-05',
                \(op))
            """
        }
            + change { op in
                """
                insert into app.works_item (district, works_item_id, project_id, code, title, class, kind, unit,
                    quantity_milli, amount_fen, op_id)
                values (1, \(item), \(project), 'W1', '雨污管网', 'mandatory', 'drainage', 'm', 1000000,
                    200000000, \(op))
                """
            }
            + change { op in
                """
                insert into app.package (district, package_id, project_id, code, title, category, estimate_fen,
                    works_part_fen, goods_part_fen, services_part_fen, planned_method, op_id)
                values (1, \(Seed.id("A")), \(project), 'A', '总承包', 'epc', 300000000, 200000000, 50000000,
                    50000000, 'direct', \(op))
                """
            }
            + change { op in
                """
                insert into app.determination (district, determination_id, project_id, subject_kind, subject_id,
                    question, inputs, edition, as_of, verdict, because, op_id)
                values (1, \(Seed.id("determination")), \(project), 'package', \(Seed.id("A")), 'epc_tender',
                    jsonb_build_object('basis', app.tender_basis(1, \(Seed.id("A")))), \(edition), \(Seed.today),
                    'not_mandatory', '{}', \(op))
                """
            }
            + change { op in
                """
                update app.package set determination_id = \(Seed.id("determination")), version = version + 1,
                    op_id = \(op) where district = 1
                """
            }
    }

    static func sign(_ unit: String) -> [SQL] {
        let op = newOperation()
        return [
            TestDatabase.event(op, on: ("test", op), project: project),
            """
            insert into app.contract (district, contract_id, project_id, package_id, contractor_id, number, title,
                method, signed_on, amount_fen, op_id)
            values (1, \(Seed.id("contract")), \(project), \(Seed.id("A")), \(Scene.unit(unit)), 'N', '总承包',
                'direct', '2026-03-01', 290000000, \(op))
            """,
            """
            insert into app.bill_line (district, bill_line_id, project_id, contract_id, works_item_id, code, title,
                unit, quantity_milli, unit_price_fen, op_id)
            values (1, \(Seed.id("line")), \(project), \(Seed.id("contract")), \(Seed.id("item")), 'L1', '管',
                'm', 1000000, 100, \(op))
            """,
            """
            insert into app.bill_line (district, bill_line_id, project_id, contract_id, charge, code, title, unit,
                quantity_milli, unit_price_fen, op_id)
            values (1, \(Seed.id("design")), \(project), \(Seed.id("contract")), 'design', 'Z1', '勘察设计费', '项',
                1000, 289900000, \(op))
            """,
        ]
    }

    /// Brings the project to the end of its approvals.
    func approve() async throws {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: [
                "set local session_replication_role = replica", "update app.project set state = 'S10'",
            ])
        }
    }

    /// What the daily sweep does first.
    func sweep(_ day: String) async throws {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: [
                TestDatabase.enter("street"), "select app.free_ended_engagements(\(day)::text::date)",
            ])
        }
    }

    /// Two sessions of the street, the second while the first is uncommitted: the second's refusal.
    func lost(_ first: [SQL], _ second: [SQL]) async throws -> String? {
        let (one, two) = try await database.race(("street", first), ("street2", second))
        return one.map { "the first was refused: " + $0 } ?? two
    }

    /// A bar that holds in EPC alone: one unit is not designer and supervisor.
    func barInEPC() async throws {
        let rows: [(String, String)] = [
            ("", "bar_of_the_test"), (".bar_of_the_test.role_a", "designer"),
            (".bar_of_the_test.role_b", "supervisor"),
            (".bar_of_the_test.reach", "same_org"), (".bar_of_the_test.modes", "epc"),
        ]
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(
                after: rows.map { key, value in
                    """
                    insert into policy.parameter (edition, key, value, valid_from)
                    select edition, 'delivery.incompatible' || \(key), \(value), '2000-01-01' from app.project
                    """
                })
        }
    }

    /// A party's proposal to end the contract, with its paper.
    static func proposal(
        _ name: String = "proposal", side: String = "owner", by unit: String = "street",
        on day: String = "2026-03-02", because reason: String = "协商解除", settling settled: Int64? = nil,
        kind: String = "contract_termination", contract: ID = Seed.id("contract")
    ) -> [SQL] {
        let agreement = Array("the agreement on the end of the contract".utf8)
        return change { op in
            """
            with file as (
                insert into app.file (district, sha256, media_type, content)
                values (1, sha256(\(agreement)), 'text/plain', \(agreement)) on conflict do nothing
            ), paper as (
                insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated,
                    sha256, op_id)
                values (1, \(Seed.id("paper:" + name)), \(project), 'contract', \(contract), \(kind), '解除协议',
                    '2026-03-02', sha256(\(agreement)), \(op))
            )
            insert into app.termination_proposal (district, proposal_id, project_id, contract_id, organisation_id, side,
                proposed_on, ended_on, reason, settled_fen, paper_id, op_id)
            values (1, \(Seed.id(name)), \(project), \(contract), \(Scene.unit(unit)), \(side), '2026-03-02',
                \(day)::text::date, \(reason), \(settled), \(Seed.id("paper:" + name)), \(op))
            """
        }
    }

    /// The other word: the contract ended as was proposed.
    static func confirmation(
        of name: String = "proposal", on day: String = "2026-03-02", because reason: String = "属实",
        contract: ID = Seed.id("contract")
    ) -> [SQL] {
        change { op in
            """
            insert into app.contract_termination (district, contract_id, project_id, ended_on, reason, paper_id,
                proposal_id, organisation_id, op_id)
            values (1, \(contract), \(project), \(day)::text::date, \(reason), \(Seed.id("paper:" + name)),
                \(Seed.id(name)), auth.organisation(), \(op))
            """
        }
    }

    /// Past every guard: how it comes about is others' to test.
    func past(_ statements: SQL...) async throws {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(
                after: ["set local session_replication_role = replica"] + statements)
        }
    }

    /// A day of works under the contract, handed in.
    static func logged(_ day: String = "2026-03-01") -> [SQL] {
        let log = Seed.id("log:" + day)
        let op = Seed.id("op:log:" + day)
        return [
            """
            insert into app.daily_log (district, daily_log_id, project_id, contract_id, section, organisation_id, kind,
                logged_on, state, headcount, weather, written_by, written_on, edition, lock_days, late, op_id)
            select 1, \(log), project_id, \(Seed.id("contract")), 'A', \(Scene.unit("epc")), 'construction',
                \(day)::text::date, 'submitted', 9, '晴', \(Seed.id("person:epc")), '2026-03-02', edition, 2, false, \(op)
            from app.project where project_id = \(project)
            """,
            """
            insert into app.log_quantity (district, daily_log_id, revision, bill_line_id, project_id, quantity_milli,
                op_id)
            values (1, \(log), 1, \(Seed.id("line")), \(project), 100, \(op))
            """,
        ]
    }

    func log(_ day: String = "2026-03-01") async throws {
        let rows = Scene.logged(day)
        try await past(rows[0], rows[1])
    }
}
