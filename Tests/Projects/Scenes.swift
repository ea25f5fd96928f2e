import Actions
import Harness
import Ledger
import PQ
import Policy
import ProjectsService
import Values
import Web

@testable import Projects

/// A scheme of 600 households and 48,000 ㎡, as the routes take it.
enum Scene {
    static let project = Seed.id("project")

    static let scheme: JSON = [
        "id": .text(project.description), "name": "水心小区改造", "place": "330302", "approved_on": "2025-11-20",
        "construction_unit": .text(Seed.id("org:street").description), "other_fen": 160_000_000,
        "contingency_fen": 100_000_000,
        "community": [
            "id": .text(Seed.id("community").description), "name": "水心小区", "address": "水心街1号",
            "completed_on": "1996-06-30", "households": 600, "area": "48000.00",
            "body_kind": "owners_committee",
            "body_name": "水心小区业主委员会",
            "residents_committee": .text(Seed.id("org:community").description),
            "owners_body": .text(Seed.id("org:owners").description),
        ],
        "items": .list([
            item("A1", "mandatory", "fire_safety", 200_000_000),
            item("A2", "mandatory", "storm_sewage", 100_000_000),
            item("A3", "mandatory", "drainage", 100_000_000),
            item("A4", "mandatory", "line_tidying", 100_000_000),
            item("A5", "mandatory", "waste_sorting", 100_000_000), item("B1", "basic", "roads", 800_000_000),
            item("C1", "improve", "greening", 400_000_000),
            item("D1", "upgrade", "service_rooms", 200_000_000),
        ]),
        "scope": [
            "ref_date": "2025-11-20", "in_demolition_range": false, "no_danger": true,
            "hollow_slab_hazard": false, "list_version": "2025 年度", "list_checked_on": "2025-11-10",
        ],
    ]

    /// The same with its list: six hundred households of 80 ㎡ each.
    static let whole: JSON = {
        var fields = scheme.object ?? [:]
        fields["households"] = .list(
            (0..<600).map { number in
                [
                    "building": .text("\(number / 100 + 1)"), "room": .text("\(101 + number % 100)"),
                    "area": "80.00",
                ]
            })
        return .object(fields)
    }()

    static func item(_ code: String, _ kind: String, _ what: String, _ fen: Int64) -> JSON {
        [
            "id": .text(Seed.id("item:" + code).description), "code": .text(code), "title": .text(code),
            "class": .text(kind), "kind": .text(what), "unit": "m", "quantity_milli": 1_000_000,
            "amount_fen": .int(fen),
        ]
    }

    static func site(_ database: TestDatabase) throws -> TestSite {
        try TestSite(
            ProjectsRoutes(
                actions: ProjectsActions(desk: database.desk),
                reads: ProjectsReads(desk: database.desk, others: ProjectsRoutes.offers(database.desk))
            ).routes + OwnersRoutes(desk: database.desk).routes)
    }

    /// A project with account and papers, and the given money in the account.
    static func ready(_ site: TestSite, paid: Int64) async -> [Response] {
        let base = "/v1/projects/\(project)"
        var answers = [
            await site.send(.post, "/v1/projects", as: "street", whole),
            await site.send(
                .post, base + "/account", as: "street", ["number": "3303 0001", "opened_on": "2026-02-02"]),
        ]
        let kinds = ["application_form", "opinion_notice", "residents_pledge", "management_plan"]
        for kind in kinds + ["ahead_payment_proof"] {
            answers.append(
                await site.send(
                    .post, base + "/papers", as: "owners",
                    [
                        "id": .text(Seed.id("paper:" + kind).description), "kind": .text(kind),
                        "title": .text(kind), "dated": "2026-02-01", "content": bytes(of: kind),
                        "media_type": "text/plain",
                    ]))
        }
        answers.append(
            await site.send(
                .post, base + "/papers", as: "office",
                approval()))
        answers.append(
            await site.send(.post, base + "/register/agreement", as: "owners", agreement))
        answers.append(await site.send(.post, base + "/receipts", as: "owners", receipt("v1", paid)))
        return answers
    }

    /// What the owners agree to.
    static let agreement: JSON = ["households": 600, "area": "48000.00"]

    /// The office's approval of the scheme, with what it approves.
    static func approval(_ name: String = "scheme_approval", outside: Int64 = 0, basic: Int64 = 800_000_000)
        -> JSON
    {
        [
            "id": .text(Seed.id("paper:" + name).description), "kind": "scheme_approval",
            "title": "方案批准文件", "dated": "2025-11-25", "content": bytes(of: name),
            "media_type": "text/plain",
            "approved_amounts": [
                "mandatory_fen": 600_000_000, "basic_fen": .int(basic), "improve_fen": 400_000_000,
                "upgrade_fen": 200_000_000, "outside_fen": .int(outside), "other_fen": 260_000_000,
            ],
        ]
    }

    /// What a paper of the scene says, and how it is sent.
    static func text(of paper: String) -> String { "《\(paper)》：鹿城区五马街道水心小区老旧小区改造项目材料原件扫描件" }
    static func bytes(of paper: String) -> JSON { .text(Base64.text(Array(text(of: paper).utf8))) }

    static func receipt(_ voucher: String, _ fen: Int64, on day: String = "2026-02-10") -> JSON {
        [
            "id": .text(Seed.id("receipt:" + voucher).description), "household": "1-101",
            "channel": "personal",
            "amount_fen": .int(fen), "voucher": .text(voucher), "received_on": .text(day),
            "ahead_ground": "collected_by_body",
            "ahead_paper": .text(Seed.id("paper:ahead_payment_proof").description),
        ]
    }

    static let refusals: [[RefusalWords]] = [ProjectsRefusals.all]
}
