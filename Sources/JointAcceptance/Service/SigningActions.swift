import Actions
import JointAcceptance
import Ledger
import PQ
import Policy
import Values
import Web

/// The opinions of the seats and the certificate that rests on them (签署与验收证书).
struct SigningActions: Sendable {
    let acceptance: AcceptanceActions
    /// The site's own key, which seals certificates; without one they go out unsealed.
    let seal: SigningKey?

    private var desk: Desk { acceptance.desk }

    /// Takes an opinion: signed by the person's key and checked here, or attested by a second factor.
    @Sendable
    func give(_ request: Request) async throws -> Response {
        let round = try request.require("round")
        return try await give(request, request.decode(OpinionDraft.self), on: round)
    }

    func give(_ request: Request, _ draft: OpinionDraft, on round: ID, key: String? = nil) async throws
        -> Response
    {
        try await acceptance.act(
            request, "acceptance.opinion", round,
            facts: AcceptanceStore.signingFacts(round, today: desk.clock.now.day), as: SigningFacts.self,
            key: key
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.round.version)
            let policy = try acceptance.policy(facts.round.edition, facts.round.place, sitting)
            let statement: Statement
            var key: HeldKey?
            switch draft.kind {
            case .sshsig:
                switch signed(draft, facts, sitting, policy) {
                case .success(let found): (statement, key) = found
                case .failure(let refused): return .refused([refused.refusal])
                }
            case .attested:
                guard sitting.actor.secondFactor else {
                    return .refused([
                        JointAcceptanceRefusals.attestedShowsSecondFactor.refusal(policy.organiser.citation)
                    ])
                }
                guard let built = attested(draft, facts.round, sitting) else {
                    return .refused([
                        JointAcceptanceRefusals.opinionIsOverAFrozenDossier.refusal(policy.organiser.citation)
                    ])
                }
                statement = built
            }
            guard let seat = facts.round.seats.first(where: { $0.seat == statement.seat }),
                let opinion = SeatOpinion(rawValue: statement.opinion.rawValue)
            else { return .problem(Problems.notFound) }
            let decision = AcceptanceRules.opinion(
                opinion, over: hex(statement.digest), signed: draft.kind, by: sitting.actor.person, in: seat,
                of: facts.round, today: sitting.today, at: statement.at, now: sitting.now, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "opinion_id": .text(draft.id.description), "seat": .text(seat.seat),
                        "opinion": .text(opinion.rawValue), "digest": .text(hex(statement.digest)),
                        "kind": .text(draft.kind.rawValue),
                        "key": key.map { .text($0.id.description) } ?? .null,
                        "statement": .text(hex(Digest.sha256(statement.canonical()))),
                    ]),
                    [
                        AcceptanceWrites.opinion(
                            statement, signed: draft.kind, signature: draft.signature, key: key?.id,
                            words: draft.words ?? "", id: draft.id, seat: seat.id, of: round, sitting)
                    ],
                    answer: .object([
                        "id": .text(draft.id.description), "seat": .text(seat.seat),
                        "opinion": .text(opinion.rawValue), "digest": .text(hex(statement.digest)),
                        "kind": .text(draft.kind.rawValue), "strength": .text(draft.kind.words.zh),
                    ]),
                    signOff: draft.signature.map { .signature($0) }
                        ?? .init(kind: .attested, reference: sitting.actor.appointment.description)))
        }
    }

    /// Issues the certificate over the latest dossier, accepts the project, and starts its deadlines.
    @Sendable
    func certify(_ request: Request) async throws -> Response {
        let round = try request.require("round")
        return try await acceptance.act(
            request, "acceptance.certify", round,
            facts: AcceptanceStore.certificateFacts(round, today: desk.clock.now.day),
            as: CertificateFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.round.version)
            let source = try sitting.policy(edition: facts.round.edition, place: facts.round.place)
            let policy = try AcceptancePolicy(source)
            guard let digest = facts.round.dossiers.last else {
                return .refused([
                    JointAcceptanceRefusals.opinionIsOverAFrozenDossier.refusal(policy.organiser.citation)
                ])
            }
            let decision = AcceptanceRules.certificate(
                facts.round, over: digest, today: sitting.today, under: policy, citing: source,
                words: { desk.refusals[$0] }, calendar: sitting.calendar)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let resting = facts.round.seats.compactMap { $0.opinion(over: digest)?.id }
            guard let certificate = try certificate(facts, resting: resting, over: digest, sitting) else {
                return .refused([JointAcceptanceRefusals.signatureIsValid.refusal(policy.organiser.citation)])
            }
            let deadlines = try AcceptanceDeadlines.start(
                on: sitting.today, isInAuditPlan: facts.isInAuditPlan, under: source,
                calendar: sitting.calendar)
            return .done(issued(certificate, facts.round, resting, deadlines, of: round, sitting))
        }
    }

    private func issued(
        _ certificate: Certificate, _ facts: RoundFacts, _ resting: [ID], _ deadlines: [Deadline],
        of round: ID,
        _ sitting: Sitting
    ) -> Write {
        let file = certificate.file()
        let digest = hex(certificate.dossier.digest)
        return Write(
            body: .object([
                "certificate": .text(certificate.id.description), "dossier": .text(digest),
                "sha256": .text(hex(Digest.sha256(file))), "verdict": .text(certificate.verdict.rawValue),
                "opinions": .list(resting.map { .text($0.description) }),
            ]),
            [
                AcceptanceWrites.certify(certificate, file: file, resting: resting, of: round, sitting),
                AcceptanceWrites.end(round, as: .certified, because: nil, from: facts.version, sitting),
                AcceptanceWrites.accept(facts.project, from: facts.projectVersion, sitting),
            ] + deadlines.map { AcceptanceWrites.clock($0, of: round, in: facts.project, sitting) },
            answer: .object([
                "id": .text(certificate.id.description), "round": .text(round.description),
                "verdict": .text(certificate.verdict.rawValue), "dossier": .text(digest),
                "sha256": .text(hex(Digest.sha256(file))), "project_state": "S16",
                "deadlines": .list(
                    deadlines.map {
                        [
                            "key": .text($0.key), "title": .text($0.words.zh), "title_en": .text($0.words.en),
                            "due_on": $0.due.map { .text("\($0)") } ?? .null,
                            "due_note": $0.day.note.map { .text($0.zh) } ?? .null,
                            "rule": .text($0.citation.rule),
                        ]
                    }),
            ]), signOff: certificate.seal.map { .seal($0.armored) })
    }

    /// What a signature did not show.
    private struct Refused: Error {
        let refusal: Refusal
    }

    /// The statement, and the person's own key that signed it, both valid now and by the signer's clock.
    private func signed(
        _ draft: OpinionDraft, _ facts: SigningFacts, _ sitting: Sitting, _ policy: AcceptancePolicy
    ) -> Result<(Statement, HeldKey?), Refused> {
        let citation = policy.organiser.citation
        guard let json = draft.statement, let statement = try? Statement(json: json),
            statement.district == sitting.actor.district, statement.project == facts.round.project,
            statement.round == facts.round.number, statement.person == sitting.actor.person
        else {
            return .failure(Refused(refusal: JointAcceptanceRefusals.statementIsOfTheRound.refusal(citation)))
        }
        guard let armored = draft.signature, let signature = SSHSignature(armored: armored),
            signature.verifies(statement.canonical(), for: .signOff)
        else { return .failure(Refused(refusal: JointAcceptanceRefusals.signatureIsValid.refusal(citation))) }
        let held = facts.keys.first { key in
            guard let signer = key.signer, signer.key == signature.key else { return false }
            return signer.isValid(at: sitting.now) && signer.isValid(at: statement.at)
        }
        guard let held else {
            return .failure(
                Refused(
                    refusal: JointAcceptanceRefusals.keyIsTheSignersOwn.refusal(
                        citation, missing: [Words(signature.key.fingerprint, signature.key.fingerprint)])))
        }
        return .success((statement, held))
    }

    /// The statement the service puts down for a person who signed in with a second factor.
    private func attested(_ draft: OpinionDraft, _ facts: RoundFacts, _ sitting: Sitting) -> Statement? {
        guard let seat = draft.seat, let opinion = draft.opinion,
            let digest = (draft.digest ?? facts.dossiers.last).flatMap({ bytes(hex: $0) }),
            let spoken = Opinion(rawValue: opinion.rawValue)
        else { return nil }
        return Statement(
            district: sitting.actor.district, project: facts.project, round: facts.number, seat: seat,
            person: sitting.actor.person, opinion: spoken, items: draft.items ?? [], digest: digest,
            at: sitting.now, nonce: hex(Chance.bytes(16)))
    }

    /// The certificate, or nil where its own check finds it broken.
    private func certificate(
        _ facts: CertificateFacts, resting: [ID], over digest: String, _ sitting: Sitting
    ) throws -> Certificate? {
        guard let manifest = facts.manifest.flatMap({ bytes(hex: $0) }) else { return nil }
        let dossier = try Dossier(json: JSON(strict: manifest))
        var opinions = [Certificate.SignedOpinion]()
        var signers = [AllowedSigner]()
        for given in facts.signed where resting.contains(given.id) {
            guard let canonical = bytes(hex: given.statement) else { return nil }
            opinions.append(
                Certificate.SignedOpinion(
                    statement: try Statement(canonical: canonical), received: given.received,
                    signature: given.signature.flatMap { SSHSignature(armored: $0) }))
            if let signer = given.key?.signer, !signers.contains(signer) { signers.append(signer) }
        }
        let withItems = AcceptanceRules.verdict(of: facts.round, over: digest) == .passedWithItems
        let certificate = Certificate(
            id: sitting.newID(), issued: sitting.now, verdict: withItems ? .passedWithItems : .passed,
            dossier: dossier, opinions: opinions, keys: signers)
        let sealed = seal.map { certificate.sealed(by: $0) } ?? certificate
        let broken = sealed.verify(trusting: seal?.publicKey).contains { $0.weight == .broken }
        return broken || hex(dossier.digest) != digest ? nil : sealed
    }
}
