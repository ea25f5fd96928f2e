package import Actions
import PQ
import Policy
import Projects
import Values
import Web

/// What is shown of projects.
package struct ProjectsReads: Sendable {
    let desk: Desk

    package init(desk: Desk) {
        self.desk = desk
    }

    @Sendable
    func list(_ request: Request) async throws -> Response {
        let page = Paging(request)
        let (_, rows) = try await desk.read(
            request,
            """
            select project_id as id, name, community, state, construction_unit, total_fen, required_fen, paid_fen
            from app.project_card
            where district = auth.district() and (\(page.after)::uuid is null or project_id > \(page.after))
            order by project_id limit \(page.limit + 1)
            """)
        return .json(bytes: try Desk.page(rows, limit: page.limit, cursor: "id"))
    }

    @Sendable
    func read(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (_, rows) = try await desk.read(
            request,
            [
                """
                select project_id as id, name, community, community_id, address, households, area_hundredths, state,
                    place, edition, project_code, construction_unit, account_number, works_began_on, total_fen,
                    resident_fen, subsidy_fen, required_fen, paid_fen, version
                from app.project_card where district = auth.district() and project_id = \(project)
                """, ProjectsStore.launchFacts(project), ProjectsStore.approvalFacts(project),
            ])
        guard let card = rows[0].first, let launchRow = rows[1].first, let approvalRow = rows[2].first else {
            throw Problems.notFound
        }
        let facts = try launchRow.decode(LaunchFacts.self, "facts")
        let approvals = try approvalRow.decode(ApprovalFacts.self, "facts")
        let policy = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: desk.clock.now.day)
        let base = "/v1/projects/\(project)"
        var offers = [
            Offer(
                "project.launch", Words("确定项目启动", "launch"), "POST", base + "/launch",
                try LaunchRules.launch(facts, under: policy))
        ]
        for target in facts.state.next where ["S08", "S09", "S10", "S13"].contains(target.rawValue) {
            offers.append(
                Offer(
                    "project.advance.\(target.rawValue)", target.words, "POST", base + "/advance",
                    try ApprovalRules.advance(approvals, to: target, under: policy)))
        }
        var body = [UInt8]()
        card.writeJSON(into: &body)
        body.removeLast()
        for (key, value) in Offer.fields(offers).sorted(by: { $0.key < $1.key }) {
            body.append(contentsOf: ",\"\(key)\":".utf8)
            body.append(contentsOf: value.canonical)
        }
        body.append(UInt8(ascii: "}"))
        return Response.json(bytes: body).tagged(version: try card.int64("version"))
    }

    @Sendable
    func launchGate(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (_, rows) = try await desk.read(request, ProjectsStore.launchFacts(project))
        guard let row = rows.first else { throw Problems.notFound }
        let facts = try row.decode(LaunchFacts.self, "facts")
        let policy = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: desk.clock.now.day)
        return .json(200, try LaunchRules.gate(facts, under: policy).json)
    }

    @Sendable
    func events(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let page = Paging(request)
        let (_, rows) = try await desk.read(
            request,
            """
            select entry_id as id, type, subject_kind, subject_id, subject_version, person_id, role, at,
                encode(leaf, 'hex') as leaf
            from ledger.entry
            where district = auth.district() and project_id = \(project)
                and (\(page.after)::uuid is null or entry_id > \(page.after))
            order by entry_id limit \(page.limit + 1)
            """)
        return .json(bytes: try Desk.page(rows, limit: page.limit, cursor: "id"))
    }
}
