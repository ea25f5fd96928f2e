import Actions
import Ledger
import PQ
import Policy
import Tendering
import Values
import Web

/// What is recorded of tenders (中标结果).
extension TenderingActions {
    /// Records what the tender of a package came to, with the notice itself: its contract rests on it.
    @Sendable
    func award(_ request: Request) async throws -> Response {
        let package = try request.require("package")
        let draft = try request.decode(AwardedDraft.self)
        let file = draft.notice.file
        return try await desk.act(
            request, "tender.award", on: .projectOf(table: "app.package", column: "package_id", package),
            subject: Subject("tender_award", draft.id),
            facts: TenderingStore.purchases(nil, package: package), as: Purchases.self
        ) { found, sitting in
            guard !found.withdrawn.contains(package) else {
                return .refused([TenderingRefusals.awardIsForAStandingPackage.refusal(nil)])
            }
            let facts = found.facts
            guard let lot = facts.lots.first(where: { $0.id == package.description }) else {
                return .problem(Problems.notFound)
            }
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let own = try sitting.policy(
                edition: facts.edition, place: facts.place, on: draft.documentsOn)
            let decision = try AwardRules.recording(
                draft.award(noticeIsStored: file != nil), for: lot, given: facts, today: sitting.today,
                under: policy, ofItsDocuments: own)
            guard case .allowed(let because) = decision, let file else { return .refused(decision.refusals) }
            let late = try ProcedureRules.late(draft.procedure, under: policy)
            let report = try ProcedureRules.report(
                on: lot, given: facts, awardedOn: draft.noticeOn, under: policy)
            return .done(
                Write(
                    body: .object([
                        "project": .text(facts.project.description), "package": .text(package.description),
                        "winner": .text(draft.winner.description), "price_fen": .int(draft.price.amount),
                        "control_price_fen": draft.controlPrice.map { .int($0.amount) } ?? .null,
                        "documents_on": .text("\(draft.documentsOn)"),
                        "opened_on": .text("\(draft.openedOn)"), "notice_on": .text("\(draft.noticeOn)"),
                        "paper": .text(draft.notice.id.description), "sha256": .text(hex(file.digest)),
                        "procedure": draft.procedure.json,
                    ]),
                    TenderingStore.insertAward(
                        draft, file, of: package, project: facts.project, district: sitting.actor.district,
                        op: sitting.op)
                        + (report.map {
                            [
                                TenderingStore.insertClock(
                                    sitting.newID(), of: draft.id, $0, project: facts.project,
                                    district: sitting.actor.district, op: sitting.op)
                            ]
                        } ?? []),
                    answer: .object([
                        "id": .text(draft.id.description), "package": .text(package.description),
                        "price_fen": .int(draft.price.amount), "notice_on": .text("\(draft.noticeOn)"),
                        "sha256": .text(hex(file.digest)), "because": .list(because.map(\.json)),
                        "late": .list(
                            late.map { .object(["title": .text($0.zh), "title_en": .text($0.en)]) }),
                    ])))
        }
    }

    /// Withdraws an award that was recorded wrongly or came to no contract: it stays to be seen, and another takes its place.
    @Sendable
    func withdrawAward(_ request: Request) async throws -> Response {
        let award = try request.require("award")
        let draft = try request.decode(WithdrawalDraft.self)
        return try await desk.act(
            request, "tender.withdraw_award",
            on: .projectOf(table: "app.tender_award", column: "award_id", award),
            subject: Subject("tender_award", award), facts: TenderingStore.awardFacts(award),
            as: AwardWithdrawalFacts.self
        ) { facts, sitting in
            guard !facts.isWithdrawn else {
                return .refused([TenderingRefusals.awardIsWithdrawnOnce.refusal(nil)])
            }
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try AwardRules.withdrawal(hasContract: facts.hasContract, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "project": .text(facts.project.description),
                        "package": .text(facts.package.description), "reason": .text(draft.reason),
                        "withdrawn_on": .text("\(sitting.today)"),
                    ]),
                    [
                        TenderingStore.withdrawAward(
                            award, because: draft.reason, on: sitting.today, project: facts.project,
                            district: sitting.actor.district, op: sitting.op),
                        TenderingStore.cancelClocks(of: award, op: sitting.op),
                    ],
                    answer: .object([
                        "id": .text(award.description), "package": .text(facts.package.description),
                        "withdrawn_on": .text("\(sitting.today)"),
                    ])))
        }
    }
}
