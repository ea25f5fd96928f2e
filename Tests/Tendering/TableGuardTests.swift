import Harness
import PQ
import Testing
import Values

@testable import Tendering

@Suite("Tendering: forms of its tables in raw SQL")
struct TenderingFormGuardTests {
    /// A package with one or more of its columns given otherwise.
    private func package(_ changes: [String: SQL]) -> [SQL] {
        var columns: [String: SQL] = [
            "district": "1", "package_id": "\(Seed.id("X"))", "project_id": "\(Scene.project)", "code": "'X'",
            "title": "'标段'", "category": "'works'", "estimate_fen": "100", "planned_method": "'direct'",
        ]
        columns.merge(changes) { _, changed in changed }
        return Scene.change { op in
            var names = SQL(unescaped: "op_id")
            var values: SQL = "\(op)"
            for (name, value) in columns.sorted(by: { $0.key < $1.key }) {
                names = names + SQL(unescaped: ", " + name)
                values = values + ", " + value
            }
            return "insert into app.package (" + names + ") values (" + values + ")"
        }
    }

    @Test("a package keeps its forms")
    func packages() async throws {
        let cases: [([String: SQL], String)] = [
            (["category": "'gift'"], "package_category_is_known"), (["code": "''"], "package_has_a_code"),
            (["title": "''"], "package_has_a_title"), (["estimate_fen": "0"], "package_has_an_estimate"),
            (["planned_method": "'lottery'"], "package_method_is_known"),
            (["service_kind": "'design'"], "package_service_has_its_kind"),
            (["category": "'service'"], "package_service_has_its_kind"),
            (["category": "'service'", "service_kind": "'magic'"], "package_service_kind_is_known"),
            (["widened": "true"], "package_group_is_widened_for_services"),
            (["category": "'epc'"], "package_epc_has_its_parts"),
            (
                [
                    "category": "'epc'", "works_part_fen": "50", "goods_part_fen": "30",
                    "services_part_fen": "10",
                ],
                "package_epc_parts_add_up"
            ),
            (
                ["category": "'service'", "service_kind": "'whole_process_consulting'"],
                "package_consulting_states_its_listed_part"
            ),
            (["combinable": "false"], "package_split_off_has_a_reason"),
            (
                ["combinable": "false", "separation_reason": "'mood'", "separation_note": "'x'"],
                "package_separation_reason_is_known"
            ), (["withdrawn_on": "date '2026-03-01'"], "package_withdrawal_has_its_reason"),
        ]
        try await Scene.with { scene async throws in
            for (changes, code) in cases {
                #expect(try await scene.refusal(package(changes)) == code, "\(changes.keys.sorted())")
            }
            try await scene.act(package([:]))
            #expect(
                try await scene.refusal(package(["package_id": "\(Seed.id("Y"))"])) == "package_code_is_one")
        }
    }

    @Test("a budget keeps its forms, and a project has one")
    func budgets() async throws {
        @Sendable func budget(
            total: Int64 = 100, funds: Int64 = 50, feasibility: Int64 = 95, approved: Int64 = 100,
            number: String = "批", ground: String? = nil, adjustment: String? = nil
        ) -> [SQL] {
            Scene.change { op in
                """
                insert into app.project_budget (district, project_id, total_investment_fen, budget_funds_fen,
                    soe_dominant, feasibility_fen, approved_budget_fen, approval_number, approved_on,
                    adjustment_number, adjustment_ground, op_id)
                values (1, \(Scene.project), \(total), \(funds), false, \(feasibility), \(approved), \(number),
                    '2026-01-05', \(adjustment), \(ground), \(op))
                """
            }
        }
        try await Scene.with { scene async throws in
            #expect(try await scene.refusal(budget(total: 0, funds: 0)) == "project_budget_has_a_total")
            #expect(try await scene.refusal(budget(funds: 101)) == "project_budget_funds_are_within_total")
            #expect(
                try await scene.refusal(budget(feasibility: 0)) == "project_budget_has_a_feasibility_estimate"
            )
            #expect(try await scene.refusal(budget(approved: 0)) == "project_budget_is_approved")
            #expect(try await scene.refusal(budget(approved: 101)) == "project_budget_is_within_total")
            #expect(try await scene.refusal(budget(number: "")) == "project_budget_has_its_approval")
            #expect(
                try await scene.refusal(budget(ground: "whim", adjustment: "调"))
                    == "project_budget_adjustment_ground_is_known")
            #expect(
                try await scene.refusal(budget(ground: "price")) == "project_budget_adjustment_is_whole")
            #expect(try await scene.lost(budget(), budget()) == "project_has_one_budget")
        }
    }

    @Test("a contract and its bill keep their forms")
    func contracts() async throws {
        @Sendable func contract(
            number: String = "N", amount: Int64 = 200_000, method: String = "direct", ground: String? = nil,
            item: ID = Scene.item, code: String = "L1", quantity: Int64 = 1_000_000, price: Int64 = 200,
            lines: Int = 1
        ) -> [SQL] {
            let op = Scene.newOperation()
            let line: SQL = """
                insert into app.bill_line (district, bill_line_id, project_id, contract_id, works_item_id, code,
                    title, unit, quantity_milli, unit_price_fen, op_id)
                values (1, gen_random_uuid(), \(Scene.project), \(Seed.id("c")), \(item), \(code), '管道', 'm',
                    \(quantity), \(price), \(op))
                """
            return [
                TestDatabase.event(op, on: ("test", op), project: Scene.project),
                """
                insert into app.contract (district, contract_id, project_id, package_id, contractor_id, number, title,
                    method, invitation_ground, invitation_document, signed_on, amount_fen, op_id)
                values (1, \(Seed.id("c")), \(Scene.project), \(Seed.id("A")), \(Scene.contractor), \(number), 't',
                    \(method), \(ground), \(ground), '2026-03-01', \(amount), \(op))
                """,
            ] + [SQL](repeating: line, count: lines)
        }
        try await Scene.with { scene async throws in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 200_000_000))
            try await scene.act(scene.determine("A"))
            #expect(try await scene.refusal(contract(number: "")) == "contract_has_a_number")
            #expect(try await scene.refusal(contract(amount: 0)) == "contract_has_an_amount")
            #expect(try await scene.refusal(contract(method: "lottery")) == "contract_method_is_known")
            #expect(
                try await scene.refusal(contract(method: "invited_tender", ground: "friendship"))
                    == "contract_invitation_ground_is_known")
            #expect(
                try await scene.refusal(contract(item: Seed.id("elsewhere")))?.contains("fkey") == true)
            try await scene.otherItem()
            #expect(
                try await scene.refusal(contract(item: Seed.id("other item")))
                    == "bill_line_serves_an_item_of_the_scheme")
            #expect(try await scene.refusal(contract(code: "")) == "bill_line_has_a_code")
            #expect(try await scene.refusal(contract(quantity: 0)) == "bill_line_has_a_quantity")
            #expect(try await scene.refusal(contract(price: -1)) == "bill_line_price_is_not_negative")
            #expect(try await scene.refusal(contract(lines: 2)) == "bill_line_code_is_one")
            try await scene.act(contract())
        }
    }

    @Test("a contract of a day to come is not recorded")
    func days() async throws {
        try await Scene.with { scene async throws in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 200_000_000))
            try await scene.act(scene.determine("A"))
            let ahead = Scene.change { op in
                """
                insert into app.contract (district, contract_id, project_id, package_id, contractor_id, number, title,
                    method, signed_on, amount_fen, op_id)
                values (1, \(Seed.id("c")), \(Scene.project), \(Seed.id("A")), \(Scene.contractor), 'N', 't',
                    'direct', '2026-03-03', 100, \(op))
                """
            }
            #expect(try await scene.refusal(ahead) == "contract_day_has_come")
        }
    }

    @Test("an edition without its numbers lets nothing pass")
    func silentEdition() async throws {
        try await Scene.with { scene async throws in
            try await scene.act(Scene.budget())
            try await scene.database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "insert into policy.edition (edition, place, packs) values ('silent', '330302', '[]')",
                    "set local session_replication_role = replica",
                    "update app.project set edition = 'silent'",
                ])
            }
            try await scene.act(Scene.package("A", 200_000_000))
            #expect(try await scene.refusal(scene.determine("A")) == "number_of_law_is_published")
        }
    }
}
