import Foundation
import Synchronization
import Terminal
import Testing
import Values

@Suite("The outbox of a machine")
struct OutboxTests {
    static func profile(_ address: SiteAddress = .tcp(host: "127.0.0.1", port: 1)) -> Profile {
        Profile(site: address.description, token: "ys_t", person: ID(high: 1, low: 1), name: "王工")
    }

    static func operation(_ profile: Profile, _ number: Int64 = 1) -> OutboxOperation {
        OutboxOperation(
            for: profile, "/v1/opinions", body: ["n": .int(number)],
            words: Words("意见 \(number)", "opinion \(number)"),
            at: Instant(unixMilliseconds: 1_782_896_400_000 + number))
    }

    static func client(_ profile: Profile) throws -> SiteClient {
        SiteClient(try SiteAddress(profile.site), token: profile.token, language: .chinese)
    }

    @Test
    func `what was put is on the disk before anything is sent, and is sent under the same key after a crash`()
        async throws
    {
        let home = try Home()
        let effects = Mutex<[String: Int]>([:])
        // The site acts at the first request and dies; then it answers, as it keeps answers by key.
        let site = try await PretendSite { heard, count in
            effects.withLock { $0[heard.headers["idempotency-key"] ?? "", default: 0] += 1 }
            return count == 1 ? .silence : .json(201, #"{"id":"x"}"#)
        }
        let profile = Self.profile(site.address)
        let operation = Self.operation(profile)
        try Outbox(home.folders).put(operation)

        // The program dies here: another one opens the folder and finds it queued.
        let reopened = try Outbox(home.folders)
        #expect(try reopened.all().operations == [operation])

        let first = try await reopened.send(for: profile, with: Self.client(profile)) { operation.created }
        #expect(first.tried.map(\.status) == [.queued])
        #expect(first.fault?.report.status == .unreachable)

        let second = try await Outbox(home.folders).send(for: profile, with: Self.client(profile)) {
            operation.created
        }
        #expect(second.tried.map(\.status) == [.sent])
        #expect(second.fault == nil)
        #expect(effects.withLock { $0 } == [operation.id.description: 2])

        let kept = try #require(try Outbox(home.folders).all().operations.first)
        #expect(kept.attempts == 2 && kept.receipt?.status == 201 && kept.receipt?.body == ["id": "x"])
        #expect(
            try await Outbox(home.folders).send(for: profile, with: Self.client(profile)) {
                operation.created
            }.tried == [])
        try await site.close()
    }

    @Test func `operations go in the order they were made, and none overtakes one that is undecided`()
        async throws
    {
        let home = try Home()
        let site = try await PretendSite { heard, count in
            count == 2 ? .problem(503, "{}", headers: ["Retry-After": "5"]) : .json(200, heard.body)
        }
        let profile = Self.profile(site.address)
        for number in [3, 1, 2] as [Int64] { try Outbox(home.folders).put(Self.operation(profile, number)) }
        let outbox = try Outbox(home.folders)
        let first = try await outbox.send(for: profile, with: Self.client(profile)) { Desk.now() }
        #expect(first.tried.map(\.status) == [.sent, .queued])
        let second = try await outbox.send(for: profile, with: Self.client(profile)) { Desk.now() }
        #expect(second.tried.map(\.status) == [.sent, .sent])
        #expect(site.heard.map(\.body) == [#"{"n":1}"#, #"{"n":2}"#, #"{"n":2}"#, #"{"n":3}"#])
        try await site.close()
    }

    @Test func `a refusal and a conflict are settled and kept; an expired sign-in is not`() async throws {
        let home = try Home()
        let site = try await PretendSite { _, count in
            switch count {
            case 1: .problem(422, SiteClientTests.refusal)
            case 2: .problem(412, #"{"code":"version_is_stale"}"#)
            case 3: .problem(409, #"{"code":"still_running"}"#, headers: ["Retry-After": "1"])
            default: .problem(401, "{}")
            }
        }
        let profile = Self.profile(site.address)
        for number in [1, 2, 3] as [Int64] { try Outbox(home.folders).put(Self.operation(profile, number)) }
        let outbox = try Outbox(home.folders)
        let (tried, fault) = try await outbox.send(for: profile, with: Self.client(profile)) { Desk.now() }
        #expect(tried.map(\.status) == [.refused, .conflict, .queued])
        #expect(fault?.report.status == .unreachable)
        #expect(
            try await outbox.send(for: profile, with: Self.client(profile)) { Desk.now() }.fault?.report
                .status == .forbidden)
        let kept = try outbox.all().operations
        #expect(kept.map(\.status) == [.refused, .conflict, .queued])
        var report = Report([:])
        report.add(kept[0])
        #expect(report.status == .refused)
        #expect(
            Screen(language: .chinese, asJSON: false, colours: false, width: nil).text(of: report).contains(
                "二（三）3"))
        try outbox.drop(kept[0].id)
        #expect(try outbox.all().operations.count == 2)
        try await site.close()
    }

    @Test func `another person's operations stay when someone else sends`() async throws {
        let home = try Home()
        let site = try await PretendSite { _, _ in .json(200, "{}") }
        let profile = Self.profile(site.address)
        try Outbox(home.folders).put(Self.operation(profile))
        var other = profile
        other.person = ID(high: 2, low: 2)
        #expect(
            try await Outbox(home.folders).send(for: other, with: Self.client(other)) { Desk.now() }.tried
                == [])
        #expect(site.heard.isEmpty)
        try await site.close()
    }

    @Test func `what a crash left half written is cleared, and a damaged file is shown and not lost`() throws
    {
        let home = try Home()
        let profile = Self.profile()
        let operation = Self.operation(profile)
        try Outbox(home.folders).put(operation)
        let folder = home.folders.outbox
        let torn = Array(operation.json.canonical.prefix(40))
        try Data(torn).write(
            to: URL(fileURLWithPath: folder + "/\(ID(high: 5, low: 5)).json.aside-99999999-7"))
        try Data(torn).write(to: URL(fileURLWithPath: folder + "/\(ID(high: 6, low: 6)).json"))
        let (operations, damaged) = try Outbox(home.folders).all()
        #expect(operations == [operation])
        #expect(damaged == [folder + "/\(ID(high: 6, low: 6)).json"])
        #expect(try DurableFile.names(in: folder).filter { $0.contains("aside") } == [])
        #expect(throws: StoreFault.self) { try Outbox(home.folders).put(operation) }
    }

    @Test func `files of the outbox are for their owner alone`() throws {
        let home = try Home()
        let operation = Self.operation(Self.profile())
        try Outbox(home.folders).put(operation)
        #expect(DurableFile.mode(of: home.folders.outbox + "/\(operation.id).json") == 0o600)
        #expect(DurableFile.mode(of: home.folders.outbox) == 0o700)
    }
}
