import Harness
import PQ
import Policy
import Values
import Web

@testable import Works
@testable import WorksService

/// A project with its permit, one works contract of 2,000,000 yuan and two lines, as if it had come this far.
enum Scene {
    static let project = Seed.id("project")
    static let contract = Seed.id("contract")
    static let pipe = Seed.id("line:pipe")
    static let paint = Seed.id("line:paint")
    static let refusals: [[RefusalWords]] = [WorksRefusals.all]

    static func site(_ database: TestDatabase) throws -> TestSite {
        try TestSite(WorksRoutes(desk: database.desk).routes)
    }

    /// Lays the scene past every guard: other capabilities' tests stand for how it comes about.
    static func lay(_ database: TestDatabase, state: String = "S14") async throws {
        let began: BusinessDay? = state == "S14" ? BusinessDay(iso: "2026-02-02") : nil
        let statements: [SQL] =
            [
                "set local session_replication_role = replica",
                // Additions come with their change order alone; raw rows of them try the guards behind.
                "grant insert on app.bill_addition to yanshou_service",
                """
                insert into app.community (district, community_id, name, address, completed_on, households,
                    area_hundredths, body_kind, body_name, op_id)
                values (1, \(Seed.id("community")), '水心小区', '水心街1号', '1996-06-30', 600, 4800000, 'owners_committee',
                    '业委会', \(Seed.id("op")))
                """,
                """
                insert into app.project (district, project_id, community_id, name, construction_unit_id, place, edition,
                    state, works_began_on, op_id)
                select 1, \(project), \(Seed.id("community")), '水心小区改造', \(Seed.id("org:street")), '330302', edition,
                    \(state), \(began), \(Seed.id("op"))
                from policy.edition where place = '330302'
                """, Seed.bodies(of: project, under: Seed.id("op")),
                """
                insert into app.funding_plan (district, project_id, other_fen, contingency_fen, total_fen,
                    resident_weighted_fen, excess_fen, resident_fen, subsidy_fen, required_fen, determination_id, op_id)
                values (1, \(project), 0, 0, 1000, 100, 0, 100, 900, 100, \(Seed.id("d")), \(Seed.id("op")))
                """,
                """
                insert into app.receipt (district, receipt_id, project_id, household, channel, amount_fen, voucher,
                    received_on, op_id)
                values (1, \(Seed.id("r")), \(project), '1-101', 'personal', 100, 'v', '2026-01-01', \(Seed.id("op")))
                """,
                "insert into app.resident_fund (district, project_id, paid_fen, receipts) values (1, \(project), 100, 1)",
                """
                insert into app.plan_approval (district, project_id, ordinal, step, approved_on, number, op_id)
                select 1, \(project), split_part(value, ':', 1)::integer, split_part(value, ':', 2), '2026-01-02', 'n',
                    \(Seed.id("op"))
                from policy.parameter join app.project using (edition) where key = 'annual_plan.chain#'
                """,
                """
                insert into app.contract (district, contract_id, project_id, package_id, contractor_id, number, title,
                    method, signed_on, amount_fen, op_id)
                values (1, \(contract), \(project), \(Seed.id("package")), \(Seed.id("org:contractor")), 'HT-1', '一标段施工',
                    'direct', '2026-01-20', 200000000, \(Seed.id("op")))
                """,
                """
                insert into app.bill_line (district, bill_line_id, project_id, contract_id, works_item_id, code, title,
                    unit, quantity_milli, unit_price_fen, op_id)
                values (1, \(pipe), \(project), \(contract), \(Seed.id("i")), '01', '排水管', 'm', 100000, 50000,
                    \(Seed.id("op"))),
                    (1, \(paint), \(project), \(contract), \(Seed.id("i")), '02', '外墙涂料', '㎡', 10000, 333,
                    \(Seed.id("op")))
                """,
                approvedChange("less", -1), changedLine("less", -1), approvedChange("more", 500),
                changedLine("more", 500),
            ]
            + Seed.engagements(
                ["contractor", "contractor2", "supervisor", "consultant", "auditor"], of: project,
                under: Seed.id("op"))
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: statements)
        }
    }

    /// A change order that was approved, so that its addition may be written.
    private static func approvedChange(_ name: String, _ milli: Int64) -> SQL {
        """
        insert into app.change_order (district, change_order_id, project_id, contract_id, number, title, reason,
            applicant_id, applicant_organisation_id, beneficiary_id, cost_fen, days, state, determination_id,
            submitted_on, op_id)
        values (1, \(Seed.id("change:" + name)), \(project), \(contract), \(name), 't', 'r',
            \(Seed.id("person:contractor")), \(Seed.id("org:contractor")), \(Seed.id("org:contractor")),
            \(milli * 50), 0, 'approved', \(Seed.id("d")), '2026-02-20', \(Seed.id("op")))
        """
    }

    private static func changedLine(_ name: String, _ milli: Int64) -> SQL {
        """
        insert into app.change_order_line (district, change_order_id, bill_line_id, project_id, quantity_milli,
            unit_price_fen, amount_fen, op_id)
        values (1, \(Seed.id("change:" + name)), \(pipe), \(project), \(milli), 50000, \(milli * 50),
            \(Seed.id("op")))
        """
    }

    static func log(
        _ name: String, _ day: String, _ milli: Int64, line: ID = pipe, more: [String: JSON] = [:]
    ) -> JSON {
        var fields: [String: JSON] = [
            "id": .text("\(Seed.id("log:" + name))"), "contract": .text("\(contract)"), "section": "一标段",
            "logged_on": .text(day), "headcount": 12, "weather": "晴",
            "quantities": [["bill_line": .text("\(line)"), "quantity_milli": .int(milli)]],
        ]
        fields.merge(more) { _, new in new }
        return .object(fields)
    }

    /// A log as raw statements of the application's role.
    static func rawLog(
        _ name: String, _ day: String, _ milli: Int64, line: ID = pipe, by login: String = "contractor"
    ) -> [SQL] {
        let id = Seed.id("log:" + name)
        let op = Seed.id("op:" + name)
        return [
            TestDatabase.event(op, on: ("daily_log", id), project: project),
            """
            insert into app.daily_log (district, daily_log_id, project_id, contract_id, section, organisation_id,
                kind, logged_on, state, headcount, weather, written_by, written_on, edition, lock_days, late, op_id)
            select 1, \(id), \(project), \(contract), 'A', auth.organisation(), 'construction', \(day)::date,
                'submitted', 3, 'x', auth.person(), '2026-03-02', edition, 2, '2026-03-02' > \(day)::date + 2, \(op)
            from app.project where project_id = \(project)
            """,
            """
            insert into app.log_quantity (district, daily_log_id, revision, bill_line_id, project_id,
                quantity_milli, op_id)
            values (1, \(id), 1, \(line), \(project), \(milli), \(op))
            """,
        ]
    }

    static func rawAddition(_ name: String, _ milli: Int64) -> [SQL] {
        let id = Seed.id("addition:" + name)
        let op = Seed.id("op:" + name)
        return [
            TestDatabase.event(op, on: ("bill_addition", id), project: project),
            """
            insert into app.bill_addition (district, bill_addition_id, project_id, bill_line_id, change_order_id,
                quantity_milli, amount_fen, op_id)
            values (1, \(id), \(project), \(pipe), \(Seed.id("change:" + name)), \(milli), \(milli * 50), \(op))
            """,
        ]
    }

    /// A block as another capability's trigger would put it.
    static func block(_ database: TestDatabase, _ kind: String, line: ID) async throws {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: [
                """
                select app.put_block(1, \(project), \(kind), 'change_order_is_pending', 'change_order',
                    \(Seed.id("change")), 'bill_line', \(line))
                """
            ])
        }
    }
}
