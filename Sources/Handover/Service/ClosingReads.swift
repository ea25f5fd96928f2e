import Actions
import Handover
import PQ
import Policy
import Values
import Web

/// What is shown of a project's end (收尾情况): the gate of closing, as a page and for programs.
struct ClosingReads: Sendable {
    let desk: Desk

    private struct Shown {
        let offering: Offering
        let project: ID
        let name: String
        let facts: ClosingFacts
        let policy: Policy
        let today: BusinessDay
        /// What contracts keep back and still owe, and what follows acceptance.
        let money: [Rows]
    }

    @Sendable
    func gate(_ request: Request) async throws -> Response {
        let shown = try await shown(request)
        let gate = try ClosingRules.gate(shown.facts, on: shown.today, under: shown.policy)
            .explained(under: shown.policy)
        guard case .object(var fields) = gate.json else { return .json(200, gate.json) }
        fields["final_account"] = shown.facts.account.map(ClosingReads.account) ?? .null
        fields["households_settled"] = .int(shown.facts.balances.settled)
        fields["households_open"] = .int(shown.facts.balances.open)
        fields["warranties"] = .list(shown.facts.works.map(ClosingReads.works))
        let offers = Offer.explained(try offers(shown), under: shown.policy)
        fields.merge(shown.offering.fields(offers)) { _, offered in offered }
        return Response.json(200, .object(fields)).tagged(version: shown.facts.project.version)
    }

    @Sendable
    func page(_ request: Request) async throws -> Response {
        let shown = try await shown(request)
        let gate = try ClosingRules.gate(shown.facts, on: shown.today, under: shown.policy)
            .explained(under: shown.policy)
        let rows = gate.requirements.map { item -> [HTML] in
            let standing: (String, Standing) =
                switch item.state {
                case .met: ("已具备", .done)
                case .imported: ("接收前已办", .plain)
                case .excepted: ("经批准例外", .plain)
                case .notApplicable: ("不涉及", .plain)
                case .missing, .blocked: ("未具备", .blocked)
                }
            let told = item.refusal?.missing ?? item.evidence
            return [
                HTML(item.words.zh), badge(standing.0, standing.1),
                HTML(told.map(\.zh).joined(separator: "；")),
                reasonTree(item.because),
            ]
        }
        let refusals = try ClosingRules.closing(shown.facts, on: shown.today, under: shown.policy)
            .explained(under: shown.policy).refusals
        let money = try ContractMoneyTables.html(shown.money, on: shown.today)
        let aftercare = try AftercareTables.html(Array(shown.money.dropFirst(2)))
        return .html(
            200,
            HTML.document(title: "收尾与销号 · \(shown.name)") {
                el("header", ["class": "site"]) {
                    link("验收", to: "/")
                    link("首页", to: "/start")
                }
                el("main", ["id": "main"]) {
                    el("h1") { "收尾与销号" }
                    el("p") { link(shown.name, to: "/p/\(shown.project)") }
                    table("销号前须具备", ["事项", "情况", "说明", "依据"], rows: rows)
                    if refusals.isEmpty {
                        el("p", ["class": "notice done"]) { "可以销号。" }
                    } else {
                        el("section") {
                            el("h2") { "还不能销号" }
                            refusalList(refusals)
                        }
                    }
                    money
                    aftercare
                }
            })
    }

    private func shown(_ request: Request) async throws -> Shown {
        let project = try request.require("project")
        let today = desk.clock.now.day
        let (offering, rows) = try await desk.read(
            request, offeringOn: .project(project),
            [
                ClosingStore.facts(project),
                "select name from app.project where district = auth.district() and project_id = \(project)",
            ] + ContractMoneyTables.statements(project) + AftercareTables.statements(project))
        guard let row = rows[0].first, let named = rows[1].first else { throw Problems.notFound }
        let facts = try row.decode(ClosingFacts.self, "facts")
        return Shown(
            offering: offering, project: project, name: try named.text("name"), facts: facts,
            policy: try desk.shelf.policy(
                edition: facts.project.edition, place: facts.project.place, on: today), today: today,
            money: Array(rows.dropFirst(2)))
    }

    static func closing(_ project: ID, _ decision: Decision) -> Offer {
        Offer(
            "project.close", Words("销号", "close the project"), "POST", "/v1/projects/\(project)/close",
            decision,
            turn: .init([.constructionUnit, .renovationOffice], gate: "/v1/projects/\(project)/close-gate"))
    }

    private func offers(_ shown: Shown) throws -> [Offer] {
        let base = "/v1/projects/\(shown.project)"
        let (facts, policy, today) = (shown.facts, shown.policy, shown.today)
        // What is closed is not closed again; before, the gate says what is open.
        var offers =
            facts.project.projectState == "S23"
            ? []
            : [ClosingReads.closing(shown.project, try ClosingRules.closing(facts, on: today, under: policy))]
        for record in try policy.records("closing.filings").value
        where !facts.filings.contains(where: { $0.kind == record.id }) {
            let words = try record.words()
            offers.append(
                Offer(
                    "closing.file.\(record.id)", Words("登记\(words.zh)", "record: \(words.en)"), "POST",
                    base + "/filings",
                    facts.project.acceptedOn == nil
                        ? .refused([ClosingRefusals.followsTheCertificate.refusal(record.citation)])
                        : .allowed([record.citation])))
        }
        return offers
    }

    private static func account(_ account: FinalAccount) -> JSON {
        .object([
            "number": .text(account.number), "approved_on": .text("\(account.approvedOn)"),
            "total_fen": .int(account.total.amount), "resident_fen": .int(account.resident.amount),
            "subsidy_fen": .int(account.subsidy.amount),
        ])
    }

    private static func works(_ works: KeptWorks) -> JSON {
        .object([
            "kind": .text(works.kind), "title": .text(Warranty.words(of: works.kind).zh),
            "nominal_end_on": .text("\(works.nominalEnd)"),
            "effective_end_on": works.effectiveEnd.map { .text("\($0)") } ?? .null,
            "owners_from": works.effectiveEnd.map { .text("\($0.adding(days: 1))") } ?? .null,
            "keeper": works.keeper.map { .text($0) } ?? .null,
        ])
    }
}
