import Actions
import ChangeOrdersService
import Harness
import PQ
import Policy
import Projects
import Values
import Web

@testable import ChangeOrders

/// A project under works: one contract of 11,800,000.00 yuan under a budget of 12,000,000.00, one bill line.
enum Scene {
    static let project = Seed.id("project")
    static let contract = Seed.id("contract")
    static let line = Seed.id("line")
    static let order = Seed.id("order")
    static let refusals = [ChangeOrdersRefusals.all, ProjectsRefusals.all]

    static func site(_ database: TestDatabase) throws -> TestSite {
        try TestSite(ChangeOrdersRoutes(desk: database.desk).routes)
    }

    /// Puts the scene down without its history: triggers and keys of other capabilities are not what is tested.
    static func set(_ database: TestDatabase, state: String = "S14", budget: Int64 = 1_200_000_000)
        async throws
    {
        let edition = try TestPolicies.book.get().edition(for: "330302")
        let op = Seed.id("scene")
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(
                after: [
                    "set local session_replication_role = replica",
                    // Additions come with their change order alone; raw rows of them try the guards behind.
                    "grant insert on app.bill_addition to yanshou_service",
                    """
                    insert into app.project (district, project_id, community_id, name, construction_unit_id, place,
                        edition, state, op_id)
                    values (1, \(project), \(Seed.id("community")), '水心小区改造', \(Seed.id("org:street")), '330302',
                        \(edition), \(state), \(op))
                    """,
                    """
                    insert into app.project_budget (district, project_id, total_investment_fen, budget_funds_fen,
                        soe_dominant, feasibility_fen, approved_budget_fen, approval_number, approved_on, op_id)
                    values (1, \(project), \(max(budget, 1_300_000_000)), 0, false, 1300000000, \(budget), '概1',
                        '2026-01-05', \(op))
                    """,
                    """
                    insert into app.contract (district, contract_id, project_id, package_id, contractor_id, number,
                        title, method, signed_on, amount_fen, op_id)
                    values (1, \(contract), \(project), \(Seed.id("package")), \(Seed.id("org:contractor")), 'C-1',
                        '一标段施工', 'direct', '2026-02-01', 1180000000, \(op))
                    """,
                    """
                    insert into app.bill_line (district, bill_line_id, project_id, contract_id, works_item_id, code,
                        title, unit, quantity_milli, unit_price_fen, op_id)
                    values (1, \(line), \(project), \(contract), \(Seed.id("item")), '010101', '雨水管', 'm', 1000000,
                        10000, \(op))
                    """,
                ]
                    + Seed.engagements(
                        ["contractor", "epc", "designer", "supervisor", "cost"], of: project, under: op))
        }
    }

    static func draft(quantity: Int64 = 2_000_000, ground: String? = nil) -> JSON {
        var fields: [String: JSON] = [
            "id": .text(order.description), "contract": .text(contract.description), "number": "BG-1",
            "title": "增加雨水管", "reason": "开挖后发现旧管塌陷", "days": 5, "funding_source": "预备费",
            "lines": [["bill_line": .text(line.description), "quantity_milli": .int(quantity)]],
        ]
        if let ground { fields["ground"] = .text(ground) }
        return .object(fields)
    }

    static func paper(_ kind: String) -> JSON {
        [
            "id": .text(Seed.id("paper:" + kind).description), "kind": .text(kind), "title": .text(kind),
            "dated": "2026-03-01",
        ]
    }

    /// A draft with every paper of the ground `hidden_condition`.
    static func ready(_ site: TestSite, quantity: Int64 = 2_000_000) async -> [Response] {
        var answers = [
            await site.send(
                .post, "/v1/projects/\(project)/change-orders", as: "contractor",
                draft(quantity: quantity, ground: "hidden_condition"))
        ]
        for kind in [
            "design_document", "cost_estimate", "audit_opinion", "funding_source", "photos", "site_record",
            "designer_statement",
        ] {
            answers.append(await site.send(.post, path + "/papers", as: "contractor", paper(kind)))
        }
        return answers
    }

    /// Submitted, with the three opinions.
    static func opined(_ site: TestSite, quantity: Int64 = 2_000_000) async -> [Response] {
        var answers = await ready(site, quantity: quantity)
        answers.append(await site.send(.post, path + "/submit", as: "contractor", [:]))
        for login in ["designer", "supervisor", "cost"] {
            answers.append(
                await site.send(
                    .post, path + "/opinions", as: login,
                    ["supports": true, "cost_fen": 20_000_000, "days": 5, "opinion": "属实，同意"]))
        }
        return answers
    }

    static let path = "/v1/change-orders/\(order)"
    static let yes: JSON = ["approves": true, "reason": "事由成立"]

    static func blocks(_ database: TestDatabase) async throws -> [String] {
        try await database.owner.read(
            "select action_class from app.block where lifted_at is null order by action_class"
        ).map { try $0.text("action_class") }
    }
}
