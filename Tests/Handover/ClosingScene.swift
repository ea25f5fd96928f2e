import Handover
import Harness
import PQ
import Policy
import Values
import Web

/// The end of the scene's project: gas handed over, the rest set aside, in its warranty period.
extension Scene {
    static let end = "/v1/projects/\(project)"

    /// Brings the project to S22 over its own routes.
    func bringToWarranty() async throws {
        try await exemptOthers()
        try await bringToConfirmation()
        _ = await site.send(.post, Scene.base + "/confirm", as: "gas")
        _ = await site.send(.post, Scene.end + "/complete-handover", as: "street", [:])
    }

    /// Residents' money in the special account, past the guards of the launch.
    func receive(_ household: String, _ fen: Int64) async throws {
        _ = try await database.owner.transaction { transaction in
            try await transaction.commit(after: [
                "set local session_replication_role = replica",
                """
                insert into app.receipt (district, receipt_id, project_id, household, channel, amount_fen, voucher,
                    received_on, op_id)
                values (1, \(Seed.id("receipt:" + household)), \(Scene.project), \(household), 'personal', \(fen),
                    \("V-" + household), '2026-01-10', \(Seed.id("op:scene")))
                """,
            ])
        }
    }

    /// A home that comes into the register, past the guards of imports.
    func addHome(_ household: String) async throws {
        let parts = household.split(separator: "-").map(String.init)
        let op = Seed.id("op:scene")
        _ = try await database.owner.transaction { transaction in
            try await transaction.commit(after: [
                "set local session_replication_role = replica",
                """
                insert into app.register_unit (district, unit_id, project_id, building, entrance, room,
                    area_hundredths, area_source, owner_id, since_import, op_id)
                values (1, \(Seed.id("home:" + household)), \(Scene.project), \(parts[0]), '', \(parts[1]), 8001,
                    'registered', \(op), \(op), \(op))
                """,
            ])
        }
    }

    static func filing(_ kind: String, documents: [(String, String?)] = [], on day: String = "2026-03-02")
        -> JSON
    {
        var fields: [String: JSON] = [
            "id": .text(Seed.id("filing:" + kind).description), "kind": .text(kind),
            "number": .text("温鹿备〔2026〕\(kind)"), "filed_with": "鹿城区住建局", "filed_on": .text(day),
            "documents": .list(
                documents.map { name, seal in
                    var line: [String: JSON] = [
                        "id": .text(Seed.id("paper:\(kind):\(name)").description), "document": .text(name),
                        "title": .text(name), "dated": "2026-02-28",
                    ]
                    if let seal { line["stamped_by"] = .text(seal) }
                    return .object(line)
                }),
        ]
        if kind == "completion" {
            fields["barrier_free"] = "accepted"
            fields["barrier_free_evidence"] = "无障碍验收记录 1 号"
        }
        return .object(fields)
    }

    static let filings: [JSON] = [
        filing("completion", documents: [("acceptance_report", nil), ("warranty_deed", nil)]),
        filing(
            "fire",
            documents: [
                ("applicant_identity", nil), ("fire_acceptance_report", nil), ("fire_drawings", nil),
                ("material_certificates", "construction_unit"),
            ]), filing("gas"), filing("archive"),
    ]

    static let account: JSON = [
        "number": "鹿财决〔2026〕7号", "approved_by": "鹿城区财政局", "approved_on": "2026-03-02",
        "mandatory_fen": 600_000_000, "basic_fen": 800_000_000, "improve_fen": 400_000_000,
        "upgrade_fen": 200_000_000, "other_fen": 30_000_000,
    ]

    static func trueUps(_ lines: [(String, Int64, String?)], on day: String = "2026-03-02") -> JSON {
        [
            "settled_on": .text(day),
            "households": .list(
                lines.map { household, due, voucher in
                    var fields: [String: JSON] = ["household": .text(household), "due_fen": .int(due)]
                    if let voucher { fields["voucher"] = .text(voucher) }
                    return .object(fields)
                }),
        ]
    }

    static func delivery(_ receiver: String, facility: String? = nil) -> JSON {
        var fields: [String: JSON] = [
            "id": .text(Seed.id("delivery:" + receiver).description),
            "receiver_kind": .text(facility == nil ? "owners_body" : "utility"), "receiver": .text(receiver),
            "delivered_on": "2026-03-02", "filing_number": .text("五马备〔2026〕\(receiver)"),
        ]
        if let facility { fields["facility"] = .text(facility) }
        return .object(fields)
    }

    static let management: JSON = [
        "form": "property_company", "manager": "鹿城物业服务有限公司", "evidence": "前期物业服务合同 2026-3 号",
        "decided_on": "2026-03-01",
    ]

    static func custody(_ kind: String) -> JSON {
        [
            "kind": .text(kind), "keeper": "水心小区业主委员会", "evidence": "接管协议 1 号", "taken_on": "2026-03-02",
        ]
    }
}

extension Scene {
    /// The special account, without which no receipt is taken.
    func openAccount() async throws {
        _ = try await database.owner.transaction { transaction in
            try await transaction.commit(after: [
                "set local session_replication_role = replica",
                "update app.project set account_number = '3303-1', account_opened_on = '2026-01-05'",
            ])
        }
    }
}
