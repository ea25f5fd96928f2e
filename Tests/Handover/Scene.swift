import Actions
import Handover
import HandoverService
import Harness
import Ledger
import PQ
import Policy
import Projects
import Values
import Web

/// A project with its certificate, and a gas handover to be played on it.
struct Scene: Sendable {
    static let project = Seed.id("project")
    static let gas = Seed.id("handover:gas")
    static let heat = Seed.id("handover:heat")
    static let base = "/v1/handovers/\(gas)"

    let database: TestDatabase
    let site: TestSite
    let router: Router

    static func with(state: String = "S16", _ body: @Sendable (Scene) async throws -> Void) async throws {
        try await TestDatabase.with(refusals: [
            ProjectsRefusals.all, HandoverRefusals.all, ClosingRefusals.all,
        ]) { database in
            try await Scene.lay(state, in: database)
            let routes = HandoverRoutes(desk: database.desk).routes
            try await body(
                Scene(
                    database: database, site: try TestSite(routes),
                    router: try Router(routes, ids: { ID(high: 0, low: 9) })))
        }
    }

    /// Sets the scene past the guards of the works before it, which are others' to test.
    private static func lay(_ state: String, in database: TestDatabase) async throws {
        let edition = try TestPolicies.book.get().edition(for: "330302")
        let op = Seed.id("op:scene")
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(
                after: [
                    "set local session_replication_role = replica",
                    """
                    insert into app.community (district, community_id, name, address, completed_on, households,
                        area_hundredths, body_kind, body_name, op_id)
                    values (1, \(Seed.id("community")), '水心小区', '水心街1号', '1996-06-30', 600, 4800000,
                        'owners_committee', '业委会', \(op))
                    """,
                    """
                    insert into app.project (district, project_id, community_id, name, construction_unit_id, place,
                        edition, state, op_id)
                    values (1, \(project), \(Seed.id("community")), '水心小区改造', \(Seed.id("org:street")), '330302',
                        \(edition), \(state), \(op))
                    """, Seed.bodies(of: project, under: op),
                    """
                    insert into app.register_unit (district, unit_id, project_id, building, entrance, room,
                        area_hundredths, area_source, owner_id, since_import, op_id)
                    select 1, unit, \(project), '1', '', room, 8000, 'registered', \(op), \(op), \(op)
                    from unnest(array['101', '105'], \([Seed.id("home:1-101"), Seed.id("home:1-105")])::uuid[])
                        as own (room, unit)
                    """,
                    """
                    insert into app.acceptance_certificate (district, acceptance_certificate_id, acceptance_round_id,
                        project_id, dossier_sha256, opinion_ids, certified_on, content, sha256, op_id)
                    values (1, \(Seed.id("certificate")), \(Seed.id("round")), \(project), sha256('d'), '{}',
                        '2026-02-27', 'c', sha256('c'), \(op))
                    """,
                ] + Seed.engagements(["water"], of: project, under: op))
        }
    }

    static let asset: JSON = [
        "id": .text(Seed.id("asset").description), "tag": "G-01", "title": "楼栋调压箱", "location": "1幢北侧",
        "boundary": "引入管阀门后法兰",
    ]

    func plan(_ kind: String, _ id: ID, receiver: String?, assets: [JSON] = []) async -> Response {
        var body: [String: JSON] = [
            "id": .text(id.description), "kind": .text(kind), "assets": .list(assets),
        ]
        if let receiver { body["receiver"] = .text(Seed.id("org:" + receiver).description) }
        return await site.send(
            .post, "/v1/projects/\(Scene.project)/handovers", as: "street", .object(body))
    }

    func planGas() async -> Response {
        await plan("gas", Scene.gas, receiver: "gas", assets: [Scene.asset])
    }

    func sendAllDocuments() async throws -> Response {
        let policy = try TestPolicies.lucheng()
        let list = try HandoverRules.documentList(for: .gas, under: policy).value
        let documents = list.map { record -> JSON in
            [
                "id": .text(Seed.id("paper:\(record.id)").description), "document": .text(record.id),
                "title": .text(record.id), "dated": "2026-02-28",
            ]
        }
        return await site.send(
            .post, Scene.base + "/documents", as: "street", ["documents": .list(documents)])
    }

    /// The lines that say the same of every document of the gas list.
    static func lines(_ verdict: String, but left: String? = nil) throws -> JSON {
        let list = try HandoverRules.documentList(for: .gas, under: try TestPolicies.lucheng()).value
            .filter { $0.id != left }
        return ["lines": .list(list.map { ["document": .text($0.id), "verdict": .text(verdict)] })]
    }

    /// The owners' decision, which the project's own routes record.
    func recordOwnersDecision() async throws {
        let op = Seed.id("op:decision")
        try await database.act(
            as: "owners",
            [
                TestDatabase.event(op, on: ("paper", Seed.id("decision")), project: Scene.project),
                """
                insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated,
                    op_id)
                values (1, \(Seed.id("decision")), \(Scene.project), 'project', \(Scene.project),
                    'owners_handover_decision', '业主大会决定', '2026-02-28', \(op))
                """,
            ])
    }

    /// The paper of a ground, with its bytes, as the project's own routes record it.
    func recordExemptionPaper(of handover: ID, stored: Bool = true, _ name: String = "paper") async throws {
        let op = Seed.id("op:exemption:\(name):\(handover)")
        let file: SQL = """
            insert into app.file (district, sha256, media_type, content)
            values (1, sha256('the statement that it does not apply'), 'text/plain', 'the statement that it does not apply') on conflict do nothing
            """
        try await database.act(
            as: "street",
            [
                TestDatabase.event(
                    op, on: ("paper", Scene.exemptionPaper(handover, name)), project: Scene.project)
            ]
                + (stored ? [file] : []) + [
                    """
                    insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated,
                        sha256, op_id)
                    values (1, \(Scene.exemptionPaper(handover, name)), \(Scene.project), 'handover', \(handover),
                        'handover_exemption', '不适用说明', '2026-02-20',
                        case when \(stored) then sha256('the statement that it does not apply') else sha256('lost') end, \(op))
                    """
                ])
    }

    static func exemptionPaper(_ handover: ID, _ name: String = "paper") -> ID {
        Seed.id("exemption:\(name):\(handover)")
    }

    static func proposal(of handover: ID, ground: String = "not_present", _ name: String = "paper") -> JSON {
        [
            "ground": .text(ground), "reason": "小区没有这类设施",
            "paper": .text(exemptionPaper(handover, name).description),
        ]
    }

    /// The street proposes that the other five kinds do not apply; the owners' body and the office confirm it.
    func exemptOthers() async throws {
        for kind in FacilityKind.allCases where kind != .gas {
            let id = Seed.id("handover:\(kind.rawValue)")
            _ = await plan(kind.rawValue, id, receiver: nil)
            try await recordExemptionPaper(of: id)
            let path = "/v1/handovers/\(id)/not-applicable"
            _ = await site.send(.post, path, as: "street", Scene.proposal(of: id))
            _ = await site.send(.post, path, as: "owners", [:])
            _ = await site.send(.post, path, as: "office", [:])
        }
    }

    /// The gas handover up to its last step, which is the utility's.
    func bringToConfirmation() async throws {
        _ = await planGas()
        _ = await site.send(.post, Scene.base + "/joint-acceptance", as: "street")
        _ = await site.send(.post, Scene.base + "/joint-acceptance", as: "gas")
        _ = try await sendAllDocuments()
        _ = await site.send(.post, Scene.base + "/receipts", as: "gas", try Scene.lines("received"))
        try await recordOwnersDecision()
    }

    /// A raw change of the gas handover, with the event it needs.
    func change(_ columns: SQL, of handover: ID = Scene.gas, version: Int32, _ name: String) -> [SQL] {
        let op = Seed.id("op:" + name)
        return [
            TestDatabase.event(
                op, on: ("handover", handover), project: Scene.project),
            """
            update app.handover set \(columns), version = \(version), op_id = \(op)
            where handover_id = \(handover)
            """,
        ]
    }

    func stepProject(to state: String, version: Int32, _ name: String) -> [SQL] {
        let op = Seed.id("op:" + name)
        return [
            TestDatabase.event(
                op, on: ("project", Scene.project), project: Scene.project),
            """
            update app.project set state = \(state), version = \(version), op_id = \(op)
            where project_id = \(Scene.project)
            """,
        ]
    }

    static func hash(_ key: String) -> [UInt8] { Token.hash(key) }

    /// A page's form with the sealed sheet, as a browser sends it.
    func page(
        _ method: Web.Method, _ path: String, form: [(String, String)], sheet: String
    ) async -> Response {
        var body = form.map {
            "--line\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n"
        }.joined()
        body += """
            --line\r\nContent-Disposition: form-data; name="sheet"; filename="a.pdf"\r\n\
            Content-Type: application/pdf\r\n\r\n\(sheet)\r\n--line--\r\n
            """
        return await router.respond(
            to: Request(
                method, path,
                headers: ["accept": "text/html", "content-type": "multipart/form-data; boundary=line"],
                body: Array(body.utf8), peer: "127.0.0.1"))
    }

    func page(_ method: Web.Method, _ path: String, form: [(String, String)] = []) async -> Response {
        let body = form.map { "\($0.0)=\(Scene.escaped($0.1))" }.joined(separator: "&")
        return await router.respond(
            to: Request(
                method, path,
                headers: ["accept": "text/html", "content-type": "application/x-www-form-urlencoded"],
                body: Array(body.utf8), peer: "127.0.0.1"))
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + hex([byte])
        }.joined()
    }
}
