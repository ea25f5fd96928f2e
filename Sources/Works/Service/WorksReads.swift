import Actions
import PQ
import Policy
import Values
import Web
import Works

/// What is shown of works.
struct WorksReads: Sendable {
    let desk: Desk

    /// The start of works, and their reported end, which is each contractor's own.
    static func offers(_ desk: Desk) -> [ProjectOffers] {
        [
            ProjectOffers(in: ["S14"], isOnCard: false, facts: WorksStore.completionFacts) { row, project in
                let facts = try row.decode(CompletionFacts.self, "facts")
                let policy = try desk.shelf.policy(
                    edition: facts.edition, place: facts.place, on: desk.clock.now.day)
                let base = "/v1/projects/\(project)"
                let offers = try facts.contracts.filter { !$0.isReported }.map { contract in
                    Offer(
                        "project.report_completion",
                        Words("报告完工（\(contract.title)）", "report completion (\(contract.title))"), "POST",
                        base + "/report-completion",
                        try CompletionRules.report(facts.asked(by: contract.contractor), under: policy),
                        turn: .init(
                            [.contractor, .epcContractor], of: contract.contractor, gate: base + "/progress"))
                }
                return Offer.explained(offers, under: policy)
            },
            ProjectOffers(in: ["S13"], facts: WorksStore.startFacts) { row, project in
                let facts = try row.decode(StartFacts.self, "facts")
                let today = desk.clock.now.day
                let policy = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: today)
                return [
                    Offer(
                        "project.start", Words("开工", "start of works"), "POST",
                        "/v1/projects/\(project)/start",
                        try StartRules.start(facts, on: today, today: today, under: policy).explained(
                            under: policy),
                        turn: .init(
                            [.constructionUnit, .agentConstruction],
                            gate: "/v1/projects/\(project)/start-gate"))
                ]
            },
            ProjectOffers(in: ["S14"], facts: WorksStore.completionFacts) { row, project in
                let facts = try row.decode(CompletionFacts.self, "facts")
                let policy = try desk.shelf.policy(
                    edition: facts.edition, place: facts.place, on: desk.clock.now.day)
                return [
                    Offer(
                        "project.report_completion", Words("报告完工", "report completion"), "POST",
                        "/v1/projects/\(project)/report-completion",
                        try CompletionRules.report(facts, under: policy).explained(under: policy)),
                    Offer(
                        "daily_log.record", Words("填报当天的日志", "record a day of works"), "POST",
                        "/v1/projects/\(project)/logs", .allowed([])),
                ]
            },
        ]
    }

    @Sendable
    func startGate(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (offering, rows) = try await desk.read(
            request, offeringOn: .project(project), [WorksStore.startFacts(project)])
        guard let row = rows[0].first else { throw Problems.notFound }
        let facts = try row.decode(StartFacts.self, "facts")
        let today = desk.clock.now.day
        let policy = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: today)
        let offers = [
            Offer(
                "project.start", Words("开工", "start of works"), "POST", "/v1/projects/\(project)/start",
                try StartRules.start(facts, on: today, today: today, under: policy))
        ]
        let gate = try StartRules.gate(facts, under: policy).explained(under: policy)
        guard case .object(var fields) = gate.json else { throw Problems.notFound }
        fields.merge(offering.fields(Offer.explained(offers, under: policy))) { own, _ in own }
        return .json(200, .object(fields))
    }

    @Sendable
    func listLogs(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let page = Paging(request)
        let state = request.query["state"]
        let (offering, rows) = try await desk.read(
            request, offeringOn: .project(project),
            [
                """
                select log.daily_log_id as id, log.section, log.contract_id as contract, log.kind, log.logged_on,
                    log.state, log.revision, log.late, log.headcount, log.weather, log.delay_hours,
                    organisation.name as organisation, log.version
                from app.daily_log log join auth.organisation using (organisation_id)
                where log.district = auth.district() and log.project_id = \(project)
                    and (\(state)::text is null or log.state = \(state))
                    and (\(page.after)::uuid is null or log.daily_log_id > \(page.after))
                order by log.daily_log_id limit \(page.limit + 1)
                """
            ])
        return try await desk.page(
            request, of: rows[0], page, facts: { WorksStore.decidedFacts($0) }, as: DecidedLogFacts.self,
            to: offering
        ) { facts, log in try offers(onLog: log, facts, to: offering.actor) }
    }

    @Sendable
    func readLog(_ request: Request) async throws -> Response {
        let log = try request.require("log")
        let (offering, rows) = try await desk.read(
            request, offeringOn: .projectOf(table: "app.daily_log", column: "daily_log_id", log),
            [
                """
                select log.daily_log_id as id, log.project_id as project, log.contract_id as contract, log.section,
                    log.kind, log.logged_on, log.written_on, log.state, log.revision, log.late, log.headcount,
                    log.weather, log.delay_hours, log.delay_cause, log.no_work_reason, log.note,
                    log.organisation_id as organisation, log.decided_on, log.decision_reason, log.version,
                    (
                        select coalesce(jsonb_agg(jsonb_build_object(
                            'revision', quantity.revision, 'bill_line', line.bill_line_id, 'code', line.code,
                            'title', line.title, 'unit', line.unit,
                            'quantity_milli', quantity.quantity_milli) order by quantity.revision, line.code), '[]')
                        from app.log_quantity quantity join app.bill_line line using (district, bill_line_id)
                        where quantity.district = log.district and quantity.daily_log_id = log.daily_log_id
                    ) as quantities,
                    (
                        select coalesce(jsonb_agg(encode(sha256, 'hex')), '[]') from app.log_photo photo
                        where photo.district = log.district and photo.daily_log_id = log.daily_log_id
                    ) as photos
                from app.daily_log log
                where log.district = auth.district() and log.daily_log_id = \(log)
                """, WorksStore.decidedFacts(log),
            ])
        guard let row = rows[0].first, let factsRow = rows[1].first else { throw Problems.notFound }
        let facts = try factsRow.decode(DecidedLogFacts.self, "facts")
        let explained = try offers(onLog: log, facts, to: offering.actor)
        return .json(bytes: with(offering.fields(explained), row)).tagged(version: facts.version)
    }

    @Sendable
    func progress(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (_, rows) = try await desk.read(
            request,
            [
                """
                select contract.contract_id as contract, contract.number, contract.title,
                    coalesce(done.permille, 0) as permille, done.lines, done.lines_done
                from app.contract join app.contract_progress done using (district, project_id, contract_id)
                where contract.district = auth.district() and contract.project_id = \(project)
                order by contract.number
                """,
                """
                select bill_line_id as bill_line, contract_id as contract, code, title, unit, contracted_milli,
                    added_milli, logged_milli, approved_milli, supervised_milli, remaining_milli, permille, blocked
                from app.progress where district = auth.district() and project_id = \(project)
                order by contract_id, code
                """,
                """
                select works_item_id as works_item, code, title, unit, due_milli, held_milli, done_milli, reduced_milli,
                    permille
                from app.scheme_item_card
                where district = auth.district() and project_id = \(project) and not excluded order by code
                """,
                """
                select items, items_done, permille from app.scheme_progress
                where district = auth.district() and project_id = \(project)
                """,
            ])
        var bytes = Array("{\"contracts\":".utf8)
        rows[0].writeJSON(into: &bytes)
        bytes.append(contentsOf: ",\"lines\":".utf8)
        rows[1].writeJSON(into: &bytes)
        bytes.append(contentsOf: ",\"items\":".utf8)
        rows[2].writeJSON(into: &bytes)
        bytes.append(contentsOf: ",\"scheme\":".utf8)
        if let scheme = rows[3].first { scheme.writeJSON(into: &bytes) } else { bytes += JSON.null.canonical }
        bytes.append(UInt8(ascii: "}"))
        return .json(bytes: bytes)
    }

    @Sendable
    func photo(_ request: Request) async throws -> Response {
        let log = try request.require("log")
        guard let digest = bytes(hex: try request.text("sha256")), digest.count == 32 else {
            throw Problems.notFound
        }
        let (_, rows) = try await desk.read(
            request,
            """
            select file.media_type, file.content
            from app.log_photo photo join app.file using (district, sha256)
            where photo.district = auth.district() and photo.daily_log_id = \(log) and photo.sha256 = \(digest)
            limit 1
            """)
        guard let row = rows.first else { throw Problems.notFound }
        return .file(try row.bytes("content"), type: try row.text("media_type"), tag: hex(digest))
    }

    @Sendable
    func listLots(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let page = Paging(request)
        let (offering, rows) = try await desk.read(
            request, offeringOn: .project(project),
            [
                """
                select id, contract, code, title, hidden, state, round, notified_on, inspected_on, finding, covering_at,
                    "after", version
                from app.inspection_lot_card
                where district = auth.district() and project_id = \(project)
                    and (\(page.after)::uuid is null or id > \(page.after))
                order by id limit \(page.limit + 1)
                """
            ])
        return try await desk.page(
            request, of: rows[0], page, facts: { WorksStore.lotFacts($0) }, as: InspectionLotFacts.self,
            to: offering
        ) { facts, lot in try offers(onLot: lot, facts, to: offering.actor) }
    }

    @Sendable
    func listClaims(_ request: Request) async throws -> Response {
        let contract = try request.require("contract")
        let page = Paging(request)
        let (offering, rows) = try await desk.read(
            request, offeringOn: .projectOf(table: "app.contract", column: "contract_id", contract),
            [
                "select 1 from app.contract where district = auth.district() and contract_id = \(contract)",
                """
                select payment_claim_id as id, number, claimed_on, amount_fen, state, certified_on, rejection_reason,
                    version
                from app.payment_claim
                where district = auth.district() and contract_id = \(contract)
                    and (\(page.after)::uuid is null or payment_claim_id > \(page.after))
                order by payment_claim_id limit \(page.limit + 1)
                """,
            ])
        guard rows[0].first != nil else { throw Problems.notFound }
        return try await desk.page(
            request, of: rows[1], page, facts: { WorksStore.certificationFacts($0) },
            as: CertificationFacts.self, to: offering
        ) { facts, claim in try offers(onClaim: claim, facts, to: offering.actor) }
    }

    /// A row's JSON with the two lists of what may be done to it.
    private func with(_ fields: [String: JSON], _ row: Row) -> [UInt8] {
        var body = [UInt8]()
        row.writeJSON(into: &body)
        body.removeLast()
        for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
            body.append(contentsOf: ",\"\(key)\":".utf8)
            body += value.canonical
        }
        body.append(UInt8(ascii: "}"))
        return body
    }
}
