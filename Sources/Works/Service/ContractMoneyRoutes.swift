import Actions
import PQ
import Policy
import Values
import Web
import Works

/// The HTTP face of a contract's money (合同款): bonds, retention, terms of payment, payments.
struct ContractMoneyRoutes: Sendable {
    let desk: Desk
    let actions: ContractMoneyActions

    init(desk: Desk) {
        self.desk = desk
        actions = ContractMoneyActions(desk: desk)
    }

    var routes: [Route] {
        [
            verb(
                "bonds", "contract_bond.record", Words("登记履约保证金、质量担保", "Record a bond of a contract"),
                ContractMoneySchemas.bond, ContractMoneySchemas.bonded, actions.addBond),
            Route(
                .post, "/v1/contract-bonds/{bond}/return", operation: "contract_bond.return",
                summary: Words("退还保证金", "Record that a bond went back"), access: .roles(Self.owners),
                tags: ["works"], body: ContractMoneySchemas.bondReturn, effect: .steps,
                answers: [200: ContractMoneySchemas.bonded], handle: actions.returnBond),
            verb(
                "retention", "retention.agree", Words("登记质量保证金约定", "Record the retention of a contract"),
                ContractMoneySchemas.retention, ContractMoneySchemas.agreed, actions.agree),
            Route(
                .get, "/v1/contracts/{contract}/retention", operation: "retention.read",
                summary: Words("质量保证金情况", "What is kept back of a contract"), access: .signedIn,
                tags: ["works"], answers: [200: ContractMoneySchemas.shown], handle: readRetention),
            verb(
                "defect-liability", "defect_liability.begin", Words("缺陷责任期起算", "Begin the defect liability"),
                ContractMoneySchemas.period, ContractMoneySchemas.begun, actions.begin),
            verb(
                "retention-releases", "retention.release", Words("返还质量保证金", "Give retention back"),
                ContractMoneySchemas.release, ContractMoneySchemas.released, actions.release),
            verb(
                "payment-term", "payment_term.record",
                Words("登记付款期限约定", "Record a contract's term of payment"),
                ContractMoneySchemas.term, ContractMoneySchemas.termed, actions.setTerm),
            verb(
                "settlement-basis", "settlement_basis.record",
                Words("登记结算依据约定", "Record on what a contract's settlement rests"),
                ContractMoneySchemas.basis, ContractMoneySchemas.based, actions.setBasis),
            Route(
                .get, "/v1/contracts/{contract}/settlement-basis", operation: "settlement_basis.read",
                summary: Words("结算依据约定", "On what a contract's settlement rests"), access: .signedIn,
                tags: ["works"], answers: [200: ContractMoneySchemas.basisShown], handle: readBasis),
            Route(
                .post, "/v1/payment-claims/{claim}/payments", operation: "payment.record",
                summary: Words("登记付款", "Record a payment on a certified claim"), access: .roles(Self.owners),
                tags: ["works"], body: ContractMoneySchemas.payment, effect: .adds,
                answers: [201: ContractMoneySchemas.paid], handle: actions.pay),
            Route(
                .get, "/v1/contracts/{contract}/payments", operation: "payment.list",
                summary: Words("应付、已付与逾期利息", "What is payable and paid, by when, with interest"),
                access: .signedIn, tags: ["works"], answers: [200: ContractMoneySchemas.dues],
                handle: listDues),
        ]
    }

    private static let owners: [Role] = [.constructionUnit, .agentConstruction]

    private func verb(
        _ path: String, _ operation: String, _ summary: Words, _ body: Schema, _ answer: Schema,
        _ handle: @escaping Route.Handler
    ) -> Route {
        Route(
            .post, "/v1/contracts/{contract}/" + path, operation: operation, summary: summary,
            access: .roles(Self.owners), tags: ["works"], body: body, effect: .adds, answers: [201: answer],
            handle: handle)
    }

    @Sendable
    private func readRetention(_ request: Request) async throws -> Response {
        let contract = try request.require("contract")
        let (_, rows) = try await desk.read(
            request, [ContractMoneyStore.facts(contract), ContractMoneyStore.bonds(contract)])
        guard let row = rows[0].first else { throw Problems.notFound }
        let facts = try row.decode(ContractMoneyFacts.self, "facts")
        let policy = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: facts.signedOn)
        let ceiling = try facts.accountTotal.map { total in
            try RetentionRules.retention(
                asked: .zero, settlement: total, bondHeld: false, under: policy
            ).ceiling
        }
        var bonds = [UInt8]()
        rows[1].writeJSON(into: &bonds)
        let agreed = facts.retention
        let excess = ceiling.map { max(.zero, facts.projectHeld - $0) } ?? .zero
        return .json(
            200,
            .object([
                "contract": .text("\(contract)"), "share": agreed.map { .text("\($0.share)") } ?? .null,
                "months": agreed.map { .int($0.months) } ?? .null,
                "settlement_ceiling_fen": ceiling.map { .int($0.amount) } ?? .null,
                "held_fen": .int(facts.held.amount), "released_fen": .int(facts.released.amount),
                "to_release_fen": .int(excess.amount),
                "base_on": facts.period.map { .text("\($0.base)") } ?? .null,
                "nominal_end_on": facts.period.map { .text("\($0.nominalEnd)") } ?? .null,
                "effective_end_on": facts.period?.effectiveEnd.map { .text("\($0)") } ?? .null,
                "bonds": try JSONReader.read(bonds).0,
                "because": .list(
                    ["retention.max_share", "retention.beside_bond_allowed", "defect_liability.max_months"]
                        .compactMap { try? policy.value($0).citation.json }),
            ]))
    }

    /// What the contract says, and what the law of its day lets it say.
    @Sendable
    private func readBasis(_ request: Request) async throws -> Response {
        let contract = try request.require("contract")
        let (_, rows) = try await desk.read(
            request, [ContractMoneyStore.facts(contract), ContractMoneyStore.basis(contract)])
        guard let row = rows[0].first else { throw Problems.notFound }
        let facts = try row.decode(ContractMoneyFacts.self, "facts")
        let policy = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: facts.signedOn)
        let allowed = try SettlementRules.allowed(enterprise: facts.enterprise, under: policy)
        func told(_ column: String) throws -> JSON {
            try rows[1].first?.optionalText(column).map { .text($0) } ?? .null
        }
        return .json(
            200,
            .object([
                "contract": .text("\(contract)"), "basis": try told("basis"), "law": try told("law"),
                "evidence": try told("evidence"),
                "allowed": .list(
                    (allowed?.value ?? SettlementBasis.allCases).map { .text($0.rawValue) }),
                "because": .list(allowed.map { [$0.citation.json] } ?? []),
            ]))
    }

    @Sendable
    private func listDues(_ request: Request) async throws -> Response {
        let contract = try request.require("contract")
        let today = desk.clock.now.day
        let (_, rows) = try await desk.read(
            request,
            [
                ContractMoneyStore.dues(contract),
                "select contract_id from app.contract where district = auth.district() and contract_id = \(contract)",
            ])
        guard !rows[1].isEmpty else { throw Problems.notFound }
        let items = try rows[0].map { row -> JSON in
            let owed = Fen(try row.int64("owed_fen"))
            let due = try row.optionalDay("due_on")
            let days = owed > .zero ? PayingRules.daysLate(due: due, paid: today) : 0
            let policy = try desk.shelf.policy(
                edition: try row.text("edition"), place: try row.text("place"), on: try row.day("signed_on"))
            let running = try PayingRules.interest(of: owed, daysLate: days, under: policy)
            return .object([
                "payment_claim": .text("\(try row.id("payment_claim_id"))"),
                "number": .int(Int64(try row.int32("number"))),
                "certified_on": .text("\(try row.day("certified_on"))"),
                "amount_fen": .int(try row.int64("amount_fen")), "held_fen": .int(try row.int64("held_fen")),
                "payable_fen": .int(try row.int64("payable_fen")),
                "paid_fen": .int(try row.int64("paid_fen")),
                "owed_fen": .int(owed.amount), "due_on": due.map { .text("\($0)") } ?? .null,
                "days_over": .int(Int64(days)), "interest_fen": .int(try row.int64("interest_fen")),
                "running_interest_fen": .int(running?.value.amount ?? 0),
                "because": .list(
                    ["payment.sme.days", "payment.sme.late_daily_rate"]
                        .compactMap { try? policy.value($0).citation.json }),
            ])
        }
        return .json(200, .object(["items": .list(items), "next": .null]))
    }
}
