import Actions
import Ledger
import PQ
import Values
import Web

/// What a person does with where he may be reached (联系方式动作): one function per verb.
struct ContactActions: Sendable {
    let desk: Desk

    private struct Draft: Decodable, Sendable {
        let id: ID?
        let channel: ChannelKind
        let address: String
    }

    private struct Standing: Decodable, Sendable {
        let channel: ChannelKind
        let address: String
        let asked: Int64
        let wrong: Int64
        let isVerified: Bool
        let isEnded: Bool
        let isRight: Bool
        let version: Int64

        enum CodingKeys: String, CodingKey {
            case channel, address, asked, wrong, version
            case isVerified = "is_verified"
            case isEnded = "is_ended"
            case isRight = "is_right"
        }
    }

    private struct Channels: Decodable, Sendable {
        let known: Bool
        let masked: String
    }

    /// The contact as it stands, held; `code` is what was shown for it.
    private static func standing(_ contact: ID, code: String = "") -> SQL {
        """
        select jsonb_build_object('channel', channel, 'address', app.masked(channel, address), 'asked', asked,
            'wrong', wrong, 'is_verified', verified_at is not null, 'is_ended', ended,
            'is_right', app.contact_code_is(contact_id, \(code)), 'version', version) as facts
        from app.contact
        where district = auth.district() and contact_id = \(contact) and person_id = auth.person() for no key update
        """
    }

    private static func answer(
        _ id: ID, _ channel: ChannelKind, _ masked: String, _ state: String, _ version: Int64
    ) -> JSON {
        .object([
            "id": .text("\(id)"), "channel": .text(channel.rawValue), "address": .text(masked),
            "state": .text(state), "version": .int(version),
        ])
    }

    @Sendable
    func add(_ request: Request) async throws -> Response {
        let draft = try request.decode(Draft.self)
        let id = draft.id ?? Identity.make(at: desk.clock.now)
        return try await desk.act(
            request, "contact.add", on: .none, subject: Subject("contact", id),
            facts: """
                select jsonb_build_object('known', is_set_up,
                    'masked', app.masked(\(draft.channel.rawValue), \(draft.address))) as facts
                from app.channels() where channel = \(draft.channel.rawValue)
                """, as: Channels.self
        ) { held, sitting in
            guard held.known else { return .refused([ContactRefusals.channelIsSetUp.refusal(nil)]) }
            return .done(
                Write(
                    // The address is personal: no event holds it.
                    body: .object(["channel": .text(draft.channel.rawValue)]),
                    [
                        """
                        insert into app.contact (district, contact_id, person_id, channel, address, asked_at, begun_on, op_id)
                        values (auth.district(), \(id), auth.person(), \(draft.channel.rawValue), \(draft.address),
                            \(sitting.now), auth.today(), \(sitting.op))
                        """
                    ],
                    answer: ContactActions.answer(id, draft.channel, held.masked, "asked", 1), version: 1))
        }
    }

    @Sendable
    func renew(_ request: Request) async throws -> Response {
        try await change(request, "contact.renew") { held in
            guard !held.isVerified else { return .not(ContactRefusals.keepsItsAddress) }
            guard held.asked < 5 else { return .not(ContactRefusals.codesAreFew) }
            return .to("asked = asked + 1", "asked")
        }
    }

    @Sendable
    func end(_ request: Request) async throws -> Response {
        try await change(request, "contact.end") { _ in .to("ended = true, address = ''", "ended") }
    }

    private struct Proof: Decodable, Sendable {
        let code: String
    }

    /// Verifies the address by the code that was sent there; a wrong one is counted, and refused.
    @Sendable
    func verify(_ request: Request) async throws -> Response {
        let code = try request.decode(Proof.self).code
        let id = try request.require("contact")
        return try await desk.act(
            request, "contact.verify", on: .none, subject: Subject("contact", id),
            facts: ContactActions.standing(id, code: code), as: Standing.self
        ) { held, sitting in
            try sitting.matchIfSent(version: held.version)
            guard !held.isVerified, !held.isEnded else {
                return .refused([ContactRefusals.keepsItsAddress.refusal(nil)])
            }
            guard held.wrong < 5 else { return .refused([ContactRefusals.guessesAreFew.refusal(nil)]) }
            guard held.isRight else {
                let counted = Write(
                    body: .object(["channel": .text(held.channel.rawValue), "right": .bool(false)]),
                    [ContactActions.update(id, "wrong = wrong + 1", sitting.op)], answer: .null)
                return .refusedAndFiled([ContactRefusals.isVerifiedByItsCode.refusal(nil)], counted)
            }
            let setting: SQL = "verified_at = \(sitting.now), shown_code = \(code)"
            return .done(
                Write(
                    body: .object(["channel": .text(held.channel.rawValue), "right": .bool(true)]),
                    [ContactActions.update(id, setting, sitting.op)],
                    answer: ContactActions.answer(
                        id, held.channel, held.address, "verified", held.version + 1),
                    status: 200, version: held.version + 1))
        }
    }

    private static func update(_ id: ID, _ setting: SQL, _ op: ID) -> SQL {
        """
        update app.contact set \(setting), version = version + 1, op_id = \(op)
        where district = auth.district() and contact_id = \(id)
        """
    }

    private func change(
        _ request: Request, _ verb: String,
        _ what: @Sendable @escaping (Standing) -> Change
    ) async throws -> Response {
        let id = try request.require("contact")
        return try await desk.act(
            request, verb, on: .none, subject: Subject("contact", id), facts: ContactActions.standing(id),
            as: Standing.self
        ) { held, sitting in
            try sitting.matchIfSent(version: held.version)
            guard !held.isEnded else { return .refused([ContactRefusals.keepsItsAddress.refusal(nil)]) }
            switch what(held) {
            case .not(let words): return .refused([words.refusal(nil)])
            case .to(let setting, let state):
                return .done(
                    Write(
                        body: .object(["channel": .text(held.channel.rawValue)]),
                        [ContactActions.update(id, setting, sitting.op)],
                        answer: ContactActions.answer(
                            id, held.channel, state == "ended" ? "" : held.address, state, held.version + 1),
                        status: 200, version: held.version + 1))
            }
        }
    }

    /// What becomes of a contact, and its state then; or why nothing does.
    private enum Change {
        case to(SQL, String)
        case not(RefusalWords)
    }

    @Sendable
    func list(_ request: Request) async throws -> Response {
        let (_, rows) = try await desk.read(
            request, ["select * from app.own_contacts()", "select * from app.channels()"])
        let items = try rows[0].map { row -> JSON in
            .object([
                "id": .text("\(try row.id("id"))"), "channel": .text(try row.text("channel")),
                "address": .text(try row.text("address")), "state": .text(try row.text("state")),
                "channel_is_set_up": .bool(try row.bool("channel_is_set_up")),
                "version": .int(Int64(try row.int("version"))),
            ])
        }
        let channels = try rows[1].map { row -> JSON in
            .object([
                "channel": .text(try row.text("channel")), "is_set_up": .bool(try row.bool("is_set_up")),
            ])
        }
        return .json(
            200, .object(["items": .list(items), "channels": .list(channels), "next": .null]))
    }

    @Sendable
    func messages(_ request: Request) async throws -> Response {
        let page = Paging(request)
        let (_, rows) = try await desk.read(
            request, "select * from app.own_messages(\(page.after), \(Int32(page.limit + 1)))")
        return .json(bytes: try Desk.page(rows, limit: page.limit, cursor: "id"))
    }
}
