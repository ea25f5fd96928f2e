package import Actions
import PQ
import Policy
import Tendering
import Values
import Web

/// What is shown of tendering.
package struct TenderingReads: Sendable {
    let desk: Desk

    package init(desk: Desk) {
        self.desk = desk
    }

    /// The packages of a project, each with whether its contract may be signed now and why not.
    @Sendable
    func packages(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let page = Paging(request)
        let (offering, rows) = try await desk.read(
            request, offeringOn: .project(project),
            [
                TenderingStore.packages(project, page.after, limit: page.limit),
                TenderingStore.purchases(project), TenderingStore.history(project),
            ])
        guard let row = rows[1].first else { throw Problems.notFound }
        let facts = try row.decode(Purchases.self, "facts").facts
        let policy = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: desk.clock.now.day)
        var bytes = Array("{\"items\":[".utf8)
        let shown = min(rows[0].count, page.limit)
        for index in 0..<shown {
            let card = rows[0][index]
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            card.writeJSON(into: &bytes)
            let id = try card.id("id").description
            bytes.removeLast()
            // A withdrawn package is no lot any more: nothing can be done with it.
            let lot = facts.lots.first { $0.id == id }
            let offers = try lot.map { try TenderingReads.offers(of: $0, given: facts, under: policy) } ?? []
            let shown = offering.fields(Offer.explained(offers, under: policy))
            for (key, value) in shown.sorted(by: { $0.key < $1.key }) {
                bytes.append(contentsOf: ",\"\(key)\":".utf8)
                bytes.append(contentsOf: value.canonical)
            }
            bytes.append(UInt8(ascii: "}"))
        }
        bytes.append(contentsOf: "],\"next\":".utf8)
        let next = rows[0].count > page.limit && shown > 0 ? try rows[0][shown - 1].id("id") : nil
        bytes.append(contentsOf: (next.map { JSON.text($0.description) } ?? .null).canonical)
        let signs = try TenderingReads.signs(
            facts, try rows[2].one().decode(PurchaseHistory.self, "history"), under: policy)
        bytes.append(contentsOf: ",\"signs\":".utf8)
        bytes.append(contentsOf: JSON.list(signs.map(\.json)).canonical)
        bytes.append(UInt8(ascii: "}"))
        return .json(bytes: bytes)
    }

    private static func offers(
        of lot: Lot, given facts: TenderFacts, under policy: Policy
    ) throws -> [Offer] {
        [
            Offer(
                "contract.sign", Words("签订合同", "sign the contract"), "POST",
                "/v1/packages/\(lot.id)/contract",
                try ContractRules.readiness(of: lot, given: facts, under: policy)),
            Offer(
                "tender.award", Words("登记中标结果", "record the award"), "POST", "/v1/packages/\(lot.id)/award",
                try AwardRules.readiness(of: lot, given: facts, under: policy)),
        ]
            + (try facts.awards[lot.id].map { award in
                [
                    Offer(
                        "tender.withdraw_award", Words("撤回中标登记", "withdraw the award"), "POST",
                        "/v1/tender-awards/\(award.id)/withdrawal",
                        try AwardRules.withdrawal(hasContract: lot.signed != nil, under: policy))
                ]
                    // Who won together says so before the contract, once.
                    + (lot.signed == nil && award.hasConsortium != true
                        ? [
                            Offer(
                                "tender.consortium", Words("登记中标联合体", "record the consortium that won"),
                                "POST",
                                "/v1/tender-awards/\(award.id)/consortium", .allowed([]))
                        ] : [])
            } ?? []) + [
                Offer(
                    "package.withdraw", Words("撤销标段", "withdraw the package"), "POST",
                    "/v1/packages/\(lot.id)/withdrawal",
                    try ExemptionRules.withdrawal(of: lot, under: policy))
            ]
            // Where drawings or a survey have less than the scheme, that is asked for before the bill is signed.
            + (facts.state < "S15" && lot.signed == nil && [.works, .epc].contains(lot.category)
                ? [
                    Offer(
                        "scheme.reduce", Words("申请调减方案内容（施工图或实测少于方案）", "ask to build less than the scheme"),
                        "POST", "/v1/projects/\(facts.project)/scheme-reductions", .allowed([]))
                ] : [])
    }

    /// Everything that looks like splitting: by the figures of the project, and across its contracts and filings.
    static func signs(
        _ facts: TenderFacts, _ history: PurchaseHistory, under policy: Policy
    ) throws -> [Sign] {
        guard let money = facts.money else { return [] }
        let own = try TenderRules.signs(
            of: facts.lots, exempted: Set(facts.exempted.keys), paidBy: money, under: policy)
        guard try TenderRules.isInScope(money, under: policy).inScope else { return own }
        return try own + SplittingRules.signs(of: facts.project, in: history, under: policy)
    }

    @Sendable
    func determinations(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let page = Paging(request)
        let (_, rows) = try await desk.read(
            request, TenderingStore.determinations(project, page.after, limit: page.limit))
        return .json(bytes: try Desk.page(rows, limit: page.limit, cursor: "id"))
    }

    @Sendable
    func contracts(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let page = Paging(request)
        let (_, rows) = try await desk.read(
            request, TenderingStore.contracts(project, page.after, limit: page.limit))
        return .json(bytes: try Desk.page(rows, limit: page.limit, cursor: "id"))
    }

    @Sendable
    func budget(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (_, rows) = try await desk.read(
            request,
            """
            select total_investment_fen, budget_funds_fen, soe_dominant, feasibility_fen, approved_budget_fen,
                approval_number, approved_on, adjustment_number, adjustment_ground, paper_id, version,
                app.contracts_take(district, project_id) as committed_fen
            from app.project_budget budget
            where district = auth.district() and project_id = \(project)
            """)
        guard let row = rows.first else { throw Problems.notFound }
        var bytes = [UInt8]()
        row.writeJSON(into: &bytes)
        return Response.json(bytes: bytes).tagged(version: try row.int64("version"))
    }
}
