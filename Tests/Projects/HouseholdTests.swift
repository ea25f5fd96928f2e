import Harness
import Ledger
import PQ
import Policy
import ProjectsService
import Testing
import Values
import Web

@testable import Projects

@Suite("Projects: residents' money by household")
struct HouseholdTests {
    private let base = "/v1/projects/\(Scene.project)"

    /// A receipt within the share of 1-101, with changes; a null takes a field away.
    private func receipt(_ voucher: String, _ changes: [String: JSON] = [:]) -> JSON {
        var fields = Scene.receipt(voucher, 100).object ?? [:]
        fields.removeValue(forKey: "ahead_ground")
        fields.removeValue(forKey: "ahead_paper")
        for (name, value) in changes {
            if value == .null { fields.removeValue(forKey: name) } else { fields[name] = value }
        }
        return .object(fields)
    }

    private func imported(_ database: TestDatabase) async throws -> TestSite {
        let site = try Scene.site(database)
        let answer = await site.send(.post, "/v1/projects", as: "street", Scene.whole)
        try #require(answer.status == 201, "\(answer.text)")
        let account = await site.send(
            .post, base + "/account", as: "street", ["number": "3303 0001", "opened_on": "2026-02-02"])
        try #require(account.status == 200, "\(account.text)")
        return site
    }

    @Test("money names a household of the list, on a day of the account, up to its share or with a ground")
    func receipts() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try await imported(database)
            func send(_ voucher: String, _ changes: [String: JSON] = [:]) async -> Response {
                await site.send(.post, base + "/receipts", as: "owners", receipt(voucher, changes))
            }
            #expect(
                await send("a", ["household": "火星-9999"]).refusalCodes
                    == ["receipt_household_is_of_the_register"])
            #expect(await send("b", ["household": .null]).refusalCodes == ["receipt_names_its_household"])
            #expect(
                await send("c", ["received_on": "1900-01-01"]).refusalCodes
                    == ["receipt_is_not_before_its_account"])
            // 3,842,000.00 yuan over 48,000 ㎡: 80 ㎡ owe 6,403.333… and round up.
            let over = await send("d", ["amount_fen": 640_335])
            #expect(over.refusalCodes == ["receipt_stays_within_the_household_share"])
            #expect(over.json?["refusals"]?.list?.first?["source"]?["rule"] == "HOUSE-RCP-1")
            let whole = await send("e", ["amount_fen": 640_334])
            #expect(whole.status == 201, "\(whole.text)")
            #expect(
                whole.json?["household_paid_fen"] == 640_334 && whole.json?["household_due_fen"] == 640_334)
            #expect(await send("f", ["amount_fen": 1]).status == 422)
            // Beyond it: on a ground of the list, by a stored paper, and not by any words.
            #expect(
                await send("g", ["amount_fen": 1, "ahead_ground": "代 1-102 户缴存"]).refusalCodes == [
                    "receipt_ahead_ground_is_of_the_list", "receipt_ahead_rests_on_its_paper",
                ])
            let mandate: JSON = .text(Seed.id("mandate").description)
            let ahead: [String: JSON] = [
                "amount_fen": 1, "ahead_ground": "households_mandate", "ahead_paper": mandate,
            ]
            #expect(await send("g", ahead).refusalCodes == ["receipt_ahead_rests_on_its_paper"])
            let paper: JSON = [
                "id": mandate, "kind": "ahead_payment_proof", "title": "代缴委托书", "dated": "2026-02-01",
                "content": Scene.bytes(of: "mandate"), "media_type": "text/plain",
            ]
            #expect(await site.send(.post, base + "/papers", as: "owners", paper).status == 201)
            #expect(await send("g", ahead).status == 201)
            #expect(await send("h", ["household": .null, "channel": "donation"]).status == 201)
            let everything = await send("i", ["household": "9-9", "received_on": "2999-01-01"])
            #expect(
                everything.refusalCodes
                    == ["receipt_is_not_dated_ahead", "receipt_household_is_of_the_register"])
        }
    }

    @Test("a reversal gives the household its room again")
    func reversal() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try await imported(database)
            let first = await site.send(
                .post, base + "/receipts", as: "owners", receipt("a", ["amount_fen": 640_334]))
            #expect(first.status == 201, "\(first.text)")
            let back = await site.send(
                .post, "/v1/receipts/\(Seed.id("receipt:a"))/reversal", as: "owners",
                ["id": .text(Seed.id("back").description), "voucher": "r", "reversed_on": "2026-02-20"])
            #expect(back.status == 201, "\(back.text)")
            let again = await site.send(
                .post, base + "/receipts", as: "owners", receipt("b", ["amount_fen": 640_334]))
            #expect(again.status == 201, "\(again.text)")
        }
    }

    @Test("a list that does not add up is refused with all that is wrong; shares are all there and the whole")
    func lists() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            let homes = Scene.whole["households"]?.list ?? []
            func send(_ list: [JSON]) async -> Response {
                var fields = Scene.whole.object ?? [:]
                fields["households"] = .list(list)
                return await site.send(.post, "/v1/projects", as: "street", .object(fields))
            }
            #expect(
                await send(Array(homes.dropLast()) + homes.prefix(1) + homes.prefix(1)).refusalCodes
                    == ["register_room_is_one", "scheme_counts_its_households"])
            func shared(_ first: Int64, dropping: Int = 0) -> [JSON] {
                homes.enumerated().map { index, home in
                    var home = home.object ?? [:]
                    if index >= dropping { home["share_fen"] = index == 0 ? .int(first) : .int(640_000) }
                    return .object(home)
                }
            }
            let rest: Int64 = 384_200_000 - 599 * 640_000
            #expect(await send(shared(rest - 1)).refusalCodes == ["scheme_shares_add_up"])
            #expect(await send(shared(rest, dropping: 1)).refusalCodes == ["scheme_shares_add_up"])
            let taken = await send(shared(rest))
            #expect(taken.status == 201, "\(taken.text)")
            let account = await site.send(
                .post, base + "/account", as: "street", ["number": "3303 0001", "opened_on": "2026-02-02"])
            #expect(account.status == 200)
            let over = await site.send(
                .post, base + "/receipts", as: "owners",
                receipt("a", ["household": "1-102", "amount_fen": 640_001]))
            #expect(over.refusalCodes == ["receipt_stays_within_the_household_share"])
        }
    }

    @Test("no ballot is held over a list without its owners")
    func ballot() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Owners.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.whole)
            let opened = await site.send(
                .post, Owners.base + "/ballots", as: "community", Owners.sheet())
            #expect(opened.refusalCodes == ["ballot_waits_for_the_owners_names"], "\(opened.text)")
            let list: OwnersRows.Changes = [
                "register_import_id": "(select import_id from app.register_import)", "households": "600",
                "persons": "600", "area_hundredths": "4800000",
            ]
            #expect(
                try await database.refusal(as: "community", OwnersRows.opening(Owners.ballot, list))
                    == "ballot_waits_for_the_owners_names")
            // The file with its owners takes the list's place, door by door.
            let checked = await site.send(
                .post, Owners.base + "/register/imports", as: "community", Owners.file("first", Owners.table))
            #expect(checked.json?["difference"]?["changed"]?.list?.count == 3, "\(checked.text)")
            let confirmed = await site.send(
                .post, "/v1/register-imports/\(Seed.id("import:first"))/confirmation", as: "community",
                ["digest": checked.json?["digest"] ?? .null])
            #expect(confirmed.status == 200, "\(confirmed.text)")
        }
    }
}

@Suite("Projects: guards of households in raw SQL, and raced")
struct HouseholdGuardTests {
    @Test("money in raw SQL names a unit of the standing register, and a ground that says something")
    func households() async throws {
        try await Raw.with { raw async throws in
            #expect(
                try await raw.refusal(by: "owners", Raw.receipt("v", 1, of: nil))
                    == "receipt_names_its_household")
            #expect(
                try await raw.refusal(by: "owners", Raw.receipt("v", 1, of: Seed.id("unit:mars")))
                    == "receipt_household_is_of_the_register")
            #expect(
                try await raw.refusal(by: "owners", Raw.receipt("v", 1, ahead: " "))
                    == "receipt_ahead_says_why")
            #expect(
                try await raw.refusal(by: "owners", Raw.receipt("v", 1, on: "2026-01-31"))
                    == "receipt_is_not_before_its_account")
            try await raw.act(by: "owners", Raw.receipt("gift", 1, channel: "donation", of: nil))
            try await raw.act(by: "owners", Raw.receipt("v", 5))
            #expect(
                try await raw.refusal(
                    by: "owners", Raw.receipt("r", -5, reversing: "v", of: Seed.id("unit:102")))
                    == "receipt_reversal_is_whole")
            let gone: [SQL] = [
                "set local session_replication_role = replica",
                "update app.project set version = version where project_id = \(Scene.project)",
                "update app.register_unit set until_import = since_import where room = '101'",
            ]
            let (first, second) = try await raw.database.race(
                (TestDatabase.anOperator, gone), ("owners", Raw.receipt("w", 1)))
            #expect(first == nil && second == "receipt_household_is_of_the_register")
        }
    }

    @Test("two payments of one household never pass its share together")
    func share() async throws {
        try await Raw.with { raw async throws in
            try await raw.act(Raw.plan())
            // Ten fen of 48,000 ㎡: one for 80 ㎡, rounded up.
            #expect(
                try await raw.refusal(by: "owners", Raw.receipt("v", 2))
                    == "receipt_stays_within_the_household_share")
            #expect(
                try await raw.lost(by: "owners", Raw.receipt("v", 1), and: "community", Raw.receipt("w", 1))
                    == "receipt_stays_within_the_household_share")
            try await raw.act(by: "owners", Raw.receipt("x", 1, of: Seed.id("unit:102")))
            #expect(
                try await raw.refusal(by: "owners", Raw.receipt("y", 9, ahead: "代缴"))
                    == "receipt_ahead_ground_is_of_the_list")
            try await raw.act(Raw.paper("ahead_payment_proof", digest: "elsewhere", id: Seed.id("name")))
            try await raw.act(Raw.paper("other", id: Seed.id("other")))
            for paper in [nil, "name", "other"] {
                #expect(
                    try await raw.refusal(
                        by: "owners",
                        Raw.receipt("y", 9, ahead: "own_advance", paper: paper.map { Seed.id($0) }))
                        == "receipt_ahead_rests_on_its_paper")
            }
            try await raw.act(Raw.paper("ahead_payment_proof", id: Seed.id("proof")))
            try await raw.act(
                by: "owners", Raw.receipt("y", 9, ahead: "own_advance", paper: Seed.id("proof")))
        }
    }

    @Test("the account is opened after the scheme is decided, and money comes after it")
    func account() async throws {
        @Sendable func opened(on day: String?) -> [SQL] {
            Raw.change { op in
                """
                update app.project set account_opened_on = \(day)::text::date, version = version + 1, op_id = \(op)
                where project_id = \(Scene.project)
                """
            }
        }
        try await Raw.with { raw async throws in
            #expect(
                try await raw.refusal(opened(on: "2026-03-03")) == "account_is_opened_in_its_time")
            // An account without its day would take money of any day.
            #expect(try await raw.refusal(opened(on: nil)) == "account_is_opened_in_its_time")
            #expect(
                try await raw.lost(opened(on: "2026-02-20"), and: "owners", Raw.receipt("v", 1))
                    == "receipt_is_not_before_its_account")
            #expect(
                try await raw.lost(Raw.plan(decided: "2026-02-10"), opened(on: "2026-02-09"))
                    == "account_is_opened_in_its_time")
        }
    }

    @Test("a scheme's list stands in the act that takes the project in, and in no other")
    func list() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let edition = try TestPolicies.book.get().edition(for: "330302")
            let op = Seed.id("list-op")
            func whole(share: Int64, now: Bool) -> [SQL] {
                let project: [SQL] = [
                    """
                    insert into app.project (district, project_id, community_id, name, construction_unit_id, place,
                        edition, state, op_id)
                    values (1, \(Scene.project), \(Seed.id("community")), '名', \(Seed.id("org:street")), '330302',
                        \(edition), 'S06', \(op))
                    """
                ]
                return [TestDatabase.event(op, on: ("test", op), project: Scene.project)]
                    + (now ? project : [])
                    + [
                        """
                        insert into app.register_import (district, import_id, project_id, format, file_sha256,
                            digest, households, persons, area_hundredths, state, checked_by, confirmed_by, op_id)
                        values (1, \(op), \(Scene.project), 'scheme', sha256('file'), sha256('digest'), 1, 1, 8000,
                            'standing', auth.person(), auth.person(), \(op))
                        """,
                        """
                        insert into app.register_owner (district, owner_id, project_id, developer, op_id)
                        values (1, \(op), \(Scene.project), false, \(op))
                        """,
                        """
                        insert into app.register_unit (district, unit_id, project_id, building, entrance, room,
                            area_hundredths, area_source, owner_id, since_import, share_fen, op_id)
                        values (1, \(op), \(Scene.project), '1', '', '101', 8000, 'registered', \(op), \(op),
                            \(share), \(op))
                        """,
                    ]
            }
            try await database.act(as: "street", Raw.community("community"))
            #expect(
                try await database.refusal(as: "street", whole(share: -1, now: true))
                    == "household_share_is_not_negative")
            try await database.act(
                as: "street", Raw.project("project", of: "community", edition))
            #expect(
                try await database.refusal(as: "street", whole(share: 1, now: false))
                    == "register_is_checked_before_it_stands")
        }
    }
}
