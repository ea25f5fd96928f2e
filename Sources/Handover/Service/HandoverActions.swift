package import Actions
import Handover
package import Ledger
import PQ
import Policy
import Values
import Web

/// What is done to a handover (移交动作): one function per verb.
///
/// Pages give the key that their form carries; the API sends its own.
package struct HandoverActions: Sendable {
    let desk: Desk

    package init(desk: Desk) {
        self.desk = desk
    }

    /// Opens the handover of one kind, with its assets.
    @Sendable
    func plan(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(PlanDraft.self)
        return try await desk.act(
            request, "handover.plan", on: .project(project), subject: Subject("handover", draft.id),
            facts: HandoverStore.projectFacts(project), as: ProjectHandoverFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try HandoverRules.planning(
                draft.kind, receiver: draft.receiver, of: facts, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "kind": .text(draft.kind),
                        "receiver": draft.receiver.map { .text($0.description) } ?? .null,
                        "assets": .list((draft.assets ?? []).map { .text($0.tag) }),
                    ]),
                    HandoverStore.insert(
                        draft, project: project, district: sitting.actor.district, op: sitting.op),
                    answer: HandoverActions.answer(draft.id, .planned, version: 1), version: 1))
        }
    }

    /// Names the utility that will receive, before anybody has signed.
    @Sendable
    func setReceiver(_ request: Request) async throws -> Response {
        let draft = try request.decode(ReceiverDraft.self)
        return try await step(request, "handover.set_receiver") { facts, policy, sitting in
            if facts.receiver != nil { try sitting.match(replacing: facts.version) }
            guard facts.state == .planned else {
                return .refused([try HandoverRefusals.step(from: facts.state, to: .planned, under: policy)])
            }
            guard draft.receiver != facts.constructionUnit else {
                return .refused([
                    HandoverRefusals.receiverIsAnotherUnit.refusal(
                        try policy.texts("handover.signers").citation)
                ])
            }
            if let refusal = try ExemptionRules.receiver(
                draft.receiver, runs: facts.kind.rawValue, among: facts.exemption.units, under: policy)
            {
                return .refused([refusal])
            }
            return HandoverActions.done(
                facts, facts.state, ["receiver": .text(draft.receiver.description)],
                [HandoverStore.setReceiver(draft.receiver, of: facts, op: sitting.op)])
        }
    }

    /// Signs the joint acceptance for the actor's own party; the second signature completes it.
    @Sendable
    func sign(_ request: Request) async throws -> Response { try await sign(request, key: nil) }

    func sign(_ request: Request, key: String?) async throws -> Response {
        try await step(request, "handover.sign", key: key) { facts, policy, sitting in
            let decision = try HandoverRules.signing(facts, by: sitting.actor, under: policy)
            guard decision.refusals.isEmpty, let party = facts.party(of: sitting.actor) else {
                return .refused(decision.refusals)
            }
            let completes = try HandoverRules.completesAcceptance(facts, with: party, under: policy)
            var statements = [
                HandoverStore.sign(
                    facts, as: party, by: sitting.actor, means: sitting.scope == nil ? .account : .link,
                    on: sitting.today,
                    op: sitting.op)
            ]
            if completes {
                statements.append(HandoverStore.step(facts, to: .jointlyAccepted, op: sitting.op))
                if facts.kind == .gas {
                    statements.append(try HandoverActions.gasFiling(facts, policy, sitting))
                }
            }
            return HandoverActions.done(
                facts, completes ? .jointlyAccepted : .planned,
                ["party": .text(party.rawValue), "means": sitting.scope == nil ? "account" : "link"],
                statements,
                raised: completes, status: 201,
                signOff: .init(kind: .attested, reference: sitting.actor.appointment.description))
        }
    }

    /// The deadline of filing accepted gas works with the gas authority (UTL-02).
    private static func gasFiling(_ facts: HandoverFacts, _ policy: Policy, _ sitting: Sitting) throws -> SQL
    {
        let days = try policy.int("handover.gas_filing_days")
        let nominal = sitting.today.adding(days: Int(days.value))
        return HandoverStore.insertGasClock(
            sitting.newID(), facts, rule: days.citation.rule,
            due: sitting.calendar.due(.rolled(nominal), from: sitting.today), days: days.value, op: sitting.op
        )
    }

    /// Sends documents of the list; the last of them starts the utility's deadlines.
    @Sendable
    func sendDocuments(_ request: Request) async throws -> Response {
        let draft = try request.decode(DocumentsDraft.self)
        return try await step(request, "handover.send_documents") { facts, policy, sitting in
            let names = draft.documents.map(\.document)
            let decision = try HandoverRules.sending(names, facts, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            var statements = [SQL]()
            for document in draft.documents {
                let digest = document.sha256.flatMap { bytes(hex: $0) }
                statements += HandoverStore.send(document, digest: digest, facts, op: sitting.op)
            }
            let completes =
                try facts.state == .jointlyAccepted
                && HandoverRules.completesSending(names, facts, under: policy)
            if completes {
                statements.append(HandoverStore.step(facts, to: .documentsSent, op: sitting.op))
                for key in ["handover.confirm_workdays", "handover.answer_workdays"] {
                    let length = try policy.int(key)
                    statements.append(
                        HandoverStore.insertClock(
                            sitting.newID(), facts, key: key, rule: length.citation.rule,
                            due: sitting.calendar.due(.workdays(Int(length.value)), from: sitting.today),
                            sitting))
                }
            }
            return HandoverActions.done(
                facts, completes ? .documentsSent : facts.state,
                ["documents": .list(names.map { .text($0) })],
                statements, raised: completes, status: 201)
        }
    }

    /// Ticks lines of the document list, as the receiving utility.
    @Sendable
    func receipt(_ request: Request) async throws -> Response {
        try await receipt(request, try request.decode(ReceiptsDraft.self), key: nil)
    }

    func receipt(_ request: Request, _ draft: ReceiptsDraft, key: String?) async throws -> Response {
        try await step(request, "handover.receipt", key: key) { facts, policy, sitting in
            let decision = try HandoverRules.receipting(
                draft.lines.map(\.document), facts, by: sitting.actor, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            var verdicts = [String: DocumentVerdict]()
            for line in draft.lines { verdicts[line.document] = line.verdict }
            var statements = draft.lines.map {
                HandoverStore.receipt($0, facts, by: sitting.actor.person, op: sitting.op)
            }
            let completes = try HandoverRules.completesReceipts(verdicts, facts, under: policy)
            if completes {
                statements.append(HandoverStore.step(facts, to: .documentsConfirmed, op: sitting.op))
                let own = facts.clocks.filter { $0.key == "handover.confirm_workdays" }
                statements += HandoverStore.end(own, on: sitting.today, op: sitting.op)
            }
            return HandoverActions.done(
                facts, completes ? .documentsConfirmed : facts.state,
                ["lines": .object(verdicts.mapValues { .text($0.rawValue) })], statements, raised: completes)
        }
    }

    /// Confirms that the facility is the utility's from today on.
    @Sendable
    func confirm(_ request: Request) async throws -> Response { try await confirm(request, key: nil) }

    /// Behind a link with the utility's sealed sheet, which is stored with it.
    func confirm(_ request: Request, sheet: [UInt8]? = nil, key: String?) async throws -> Response {
        try await step(request, "handover.confirm", key: key) { facts, policy, sitting in
            var reasons = try HandoverRules.confirming(facts, by: sitting.actor, under: policy).refusals
            let limit = "handover.link_sheet"
            if sitting.scope != nil, sheet == nil, policy.has(limit) {
                reasons.append(
                    HandoverRefusals.linkConfirmsByItsSealedSheet.refusal(try policy.value(limit).citation))
            }
            guard reasons.isEmpty else { return .refused(reasons) }
            let stored = sheet.map { HandoverStore.sheet($0, facts, sitting) } ?? []
            return HandoverActions.done(
                facts, .handedOver,
                [
                    "on": .text(sitting.today.description),
                    "sealed_sheet": sheet.map { .text(hex(Digest.sha256($0))) } ?? .null,
                ],
                stored + [HandoverStore.handOver(facts, on: sitting.today, op: sitting.op)]
                    + HandoverStore.end(facts.clocks, on: sitting.today, op: sitting.op))
        }
    }

    /// Refuses with a reason, as the receiving utility.
    @Sendable
    func refuse(_ request: Request) async throws -> Response {
        try await refuse(request, reason: try request.decode(ReasonDraft.self).reason, key: nil)
    }

    func refuse(_ request: Request, reason: String?, key: String?) async throws -> Response {
        try await step(request, "handover.refuse", key: key) { facts, policy, sitting in
            let decision = try HandoverRules.refusing(facts, by: sitting.actor, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            guard let reason else { throw HandoverActions.reasonIsMissing }
            return HandoverActions.done(
                facts, .refused, ["reason": .text(reason)],
                [HandoverStore.refuse(facts, reason, op: sitting.op)]
                    + HandoverStore.end(facts.clocks, on: sitting.today, op: sitting.op))
        }
    }

    /// Takes a refused or set-aside handover up again.
    @Sendable
    func reopen(_ request: Request) async throws -> Response {
        try await step(request, "handover.reopen") { facts, policy, sitting in
            let decision = try HandoverRules.reopening(facts, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return HandoverActions.done(
                facts, .planned, ["from": .text(facts.state.rawValue)],
                [HandoverStore.reopen(facts, op: sitting.op)])
        }
    }

    /// One verb on one handover, under its project's lock; a link's holder reaches his own only.
    func step(
        _ request: Request, _ verb: String, key: String? = nil,
        _ decide: @Sendable (HandoverFacts, Policy, Sitting) throws -> Ruling
    ) async throws -> Response {
        let handover = try request.require("handover")
        return try await desk.act(
            request, verb, on: .projectOf(table: "app.handover", column: "handover_id", handover),
            subject: Subject("handover", handover), facts: HandoverStore.facts(handover),
            as: HandoverFacts.self,
            key: key
        ) { facts, sitting in
            if let scope = sitting.scope, scope != handover { throw Problems.notFound }
            try sitting.matchIfSent(version: facts.version)
            return try decide(facts, sitting.policy(edition: facts.edition, place: facts.place), sitting)
        }
    }

    static let reasonIsMissing = Problem.invalid([
        FieldError("/reason", "missing", Words("须写明理由", "a reason is needed"))
    ])

    static func done(
        _ facts: HandoverFacts, _ state: HandoverState, _ body: [String: JSON], _ statements: [SQL],
        raised: Bool = true, status: Int = 200, signOff: Entry.SignOff? = nil
    ) -> Ruling {
        var fields = body
        fields["kind"] = .text(facts.kind.rawValue)
        fields["state"] = .text(state.rawValue)
        fields["round"] = .int(facts.round)
        let version = facts.version + (raised ? 1 : 0)
        return .done(
            Write(
                body: .object(fields), statements, answer: answer(facts.handover, state, version: version),
                status: status, version: version, signOff: signOff))
    }

    static func answer(_ id: ID, _ state: HandoverState, version: Int64) -> JSON {
        .object([
            "id": .text(id.description), "state": .text(state.rawValue), "state_title": .text(state.words.zh),
            "version": .int(version),
        ])
    }
}
