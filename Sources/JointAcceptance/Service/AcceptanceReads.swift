import Actions
import JointAcceptance
import PQ
import Policy
import Values
import Web

/// What is read of joint acceptance (联合竣工验收查询).
struct AcceptanceReads: Sendable {
    let desk: Desk

    @Sendable
    func gate(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let today = desk.clock.now.day
        let (_, rows) = try await desk.read(request, AcceptanceStore.gateFacts(project, today: today))
        guard let row = rows.first else { throw Problems.notFound }
        let facts = try row.decode(AcceptanceFacts.self, "facts")
        let source = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: today)
        let policy = try AcceptancePolicy(source)
        let gate = AcceptanceGate.gate(facts, under: policy, citing: source, words: { desk.refusals[$0] })
            .explained(under: source)
        guard case .object(var fields) = gate.json else { return .json(200, gate.json) }
        fields["notice_workdays"] = .int(policy.noticeWorkdays.value)
        fields["open_round"] = facts.openRound.map { .text($0.description) } ?? .null
        fields["certified_round"] = facts.certifiedRound.map { .text($0.description) } ?? .null
        // The day for which a notice given today is just early enough.
        let earliest = (try? desk.shelf.calendar.workday(Int(policy.noticeWorkdays.value), after: today))
        fields["earliest_event_on"] = earliest.map { .text("\($0)") } ?? .null
        fields["earliest_event_note"] = earliest == nil ? .text(DueDay.uncomputed.zh) : .null
        return .json(200, .object(fields))
    }

    @Sendable
    func list(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let page = Paging(request)
        let (_, rows) = try await desk.read(request, AcceptanceStore.rounds(project, page))
        return .json(bytes: try Desk.page(rows, limit: page.limit, cursor: "id"))
    }

    @Sendable
    func round(_ request: Request) async throws -> Response {
        let shown = try await shown(request)
        var fields = shown.card
        fields["verdict"] = verdict(shown.facts)
        // The site's clock, by which a device tells how far its own is off.
        fields["as_of"] = .text(desk.clock.now.universal)
        let offers = Offer.explained(offers(shown), under: shown.source)
        fields.merge(shown.offering.fields(offers)) { _, offered in offered }
        return Response.json(200, .object(fields)).tagged(version: shown.facts.version)
    }

    /// The frozen dossier: its canonical bytes, whose SHA-256 is the entity tag.
    @Sendable
    func dossier(_ request: Request) async throws -> Response {
        let round = try request.require("round")
        let number = request.query["number"].flatMap { Int64($0) }
        let (_, rows) = try await desk.read(request, AcceptanceStore.dossier(round, number: number))
        guard let row = rows.first else { throw Problems.notFound }
        var response = Response.json(200, bytes: try row.bytes("manifest"))
        response.headers["etag"] = "\"\(try row.text("digest"))\""
        return response
    }

    /// The certificate's file, as issued.
    @Sendable
    func certificate(_ request: Request) async throws -> Response {
        let round = try request.require("round")
        let (_, rows) = try await desk.read(request, AcceptanceStore.certificate(round))
        guard let row = rows.first else { throw Problems.notFound }
        var response = Response.json(200, bytes: try row.bytes("content"))
        response.headers["etag"] = "\"\(try row.text("digest"))\""
        return response
    }

    /// A round as its reader sees it.
    struct Shown {
        let id: ID
        let offering: Offering
        let card: [String: JSON]
        let facts: RoundFacts
        let policy: AcceptancePolicy
        let source: Policy
        let today: BusinessDay

        var actor: Actor { offering.actor }
    }

    func shown(_ request: Request) async throws -> Shown {
        let round = try request.require("round")
        let today = desk.clock.now.day
        let (offering, rows) = try await desk.read(
            request,
            offeringOn: .projectOf(table: "app.acceptance_round", column: "acceptance_round_id", round),
            [AcceptanceStore.card(round), AcceptanceStore.roundFacts(round, today: today)])
        guard let card = rows[0].first, let row = rows[1].first,
            case .object(let fields) = try card.decode(JSON.self, "card")
        else { throw Problems.notFound }
        let facts = try row.decode(RoundFacts.self, "facts")
        let source = try desk.shelf.policy(edition: facts.edition, place: facts.place, on: today)
        return Shown(
            id: round, offering: offering, card: fields, facts: facts, policy: try AcceptancePolicy(source),
            source: source, today: today)
    }

    func verdict(_ facts: RoundFacts) -> JSON {
        guard let digest = facts.dossiers.last else { return ["kind": "waiting", "seats": []] }
        switch AcceptanceRules.verdict(of: facts, over: digest) {
        case .waiting(let seats): return ["kind": "waiting", "seats": .list(seats.map(JSON.text))]
        case .passed: return ["kind": "passed", "seats": []]
        case .passedWithItems: return ["kind": "passed_with_items", "seats": []]
        case .failed(let seats): return ["kind": "failed", "seats": .list(seats.map(JSON.text))]
        }
    }

    func offers(_ shown: Shown) -> [Offer] {
        let facts = shown.facts
        let base = "/v1/acceptance-rounds/\(shown.id)"
        if facts.state == .disputed, shown.actor.role == .constructionUnit {
            return [
                Offer(
                    "acceptance.settle", Words("登记协调结果", "settle the dispute"), "POST", base + "/settlement",
                    AcceptanceRules.settling(facts, under: shown.policy))
            ]
        }
        guard facts.state == .called else { return [] }
        var offers = [Offer]()
        if let seat = facts.seats.first(where: { $0.holder == shown.actor.person }) {
            let digest = facts.dossiers.last ?? ""
            offers.append(
                Offer(
                    "acceptance.opinion", Words("签署意见", "sign an opinion"), "POST", base + "/opinions",
                    AcceptanceRules.opinion(
                        .pass, over: digest, signed: seat.needsKey ? .sshsig : .attested,
                        by: shown.actor.person,
                        in: seat, of: facts, today: shown.today, under: shown.policy)))
        }
        guard shown.actor.role == .constructionUnit else { return offers }
        for seat in facts.seats where seat.isVacant {
            offers.append(
                Offer(
                    "acceptance.seat.\(seat.seat)",
                    Words("入席：\(title(seat, shown))", "seat: \(seat.seat)"),
                    "POST",
                    base + "/seats", .allowed([])))
        }
        offers.append(
            Offer(
                "acceptance.freeze_dossier", Words("封存案卷", "freeze the dossier"), "POST", base + "/dossiers",
                .allowed([])))
        offers.append(
            Offer(
                "acceptance.certify", Words("出具验收证书", "issue the certificate"), "POST", base + "/certificate",
                AcceptanceRules.certificate(
                    facts, over: facts.dossiers.last ?? "", today: shown.today, under: shown.policy,
                    citing: shown.source, words: { desk.refusals[$0] })))
        offers.append(
            Offer(
                "acceptance.dispute", Words("登记意见不一致", "declare the round disputed"), "POST",
                base + "/dispute",
                AcceptanceRules.disputing(facts, under: shown.policy)))
        for (state, words) in [
            (RoundState.failed, Words("判定未通过", "fail the round")),
            (.calledOff, Words("取消本轮", "call the round off")),
        ] {
            offers.append(
                Offer(
                    "acceptance.\(state.rawValue)", words, "POST", base + "/fail",
                    AcceptanceRules.ending(facts, as: state, under: shown.policy)))
        }
        return offers
    }

    /// What an open round waits for: of the quality station its receipt of the notice, of whoever called it the dossier, then
    /// the certificate or the round's end.
    static func turns(
        _ round: ID, _ facts: RoundFacts, today: BusinessDay, under source: Policy,
        words: AcceptanceGate.Lookup
    ) throws -> [Offer] {
        guard facts.state == .called else { return [] }
        let base = "/v1/acceptance-rounds/\(round)"
        let turn = Offer.Turn([.constructionUnit], gate: base)
        let receipt = Offer(
            "acceptance.notice_receipt",
            Words(
                "登记收到验收通知的回执（第 \(facts.number) 轮）", "say that the notice of round \(facts.number) is received"
            ),
            "POST", "/v1/projects/\(facts.project)/papers", .allowed([]),
            turn: Offer.Turn([.qualityStation], gate: base))
        let stations = facts.receipted == false ? [receipt] : []
        guard let digest = facts.dossiers.last else {
            return stations + [
                Offer(
                    "acceptance.freeze_dossier",
                    Words("封存案卷（第 \(facts.number) 轮）", "freeze the dossier of round \(facts.number)"), "POST",
                    base + "/dossiers", .allowed([]), turn: turn)
            ]
        }
        switch AcceptanceRules.verdict(of: facts, over: digest) {
        case .waiting: return stations
        case .passed, .passedWithItems:
            let decision = AcceptanceRules.certificate(
                facts, over: digest, today: today, under: try AcceptancePolicy(source), citing: source,
                words: words)
            return stations + [
                Offer(
                    "acceptance.certify",
                    Words("出具验收证书（第 \(facts.number) 轮）", "issue the certificate of round \(facts.number)"),
                    "POST", base + "/certificate", decision.explained(under: source), turn: turn)
            ]
        case .failed:
            return [
                Offer(
                    "acceptance.failed",
                    Words("判定第 \(facts.number) 轮未通过", "fail round \(facts.number)"), "POST", base + "/fail",
                    .allowed([]), turn: turn)
            ]
        }
    }

    func title(_ seat: RoundFacts.Seat, _ shown: Shown) -> String {
        shown.facts.words(of: seat.seat, under: shown.policy).zh
    }
}
