import Foundation
import Harness
import Ledger
import PQ
import Testing
import Values

/// The whole walk, from the scheme to the closed project, while the service and PostgreSQL are killed.
///
/// Whoever meets an outage asks again under his key, as `deploy/walk/insist.py` says; at the end all that was done is
/// asked once more, and must be answered with the same bytes.
@Suite("Kills amid the whole walk")
struct WalkKillTests {
    private static let payers = 40

    @Test("every effect of the whole journey stands exactly once", .timeLimit(.minutes(20)))
    func wholeJourney() async throws {
        try await LiveSite.with(options: Journey.clock) { site in
            try await site.start()
            let data = TestServer.repository + "/deploy/demo-data/roster.json"
            let people = try await RunningProgram.run(
                "yanshoud", ["people", "import"] + place(of: site) + [data])
            try #require(people.status == 0, "\(people.errors)")
            let begin = ContinuousClock.now
            let history = site.state + "/history.jsonl"
            let walk = try RunningProgram(
                "/usr/bin/python3",
                [
                    TestServer.repository + "/deploy/walk/walk.py", "--site", "http://127.0.0.1:\(site.port)",
                    "--program", beside("yanshoud"), "--cli", beside("yanshou"), "--payers", "\(Self.payers)",
                    "--insist", history,
                ] + place(of: site))
            let kills = try await kill(site, while: walk)
            let status = try await walk.finish(within: .seconds(180))
            try #require(status == 0, "\(walk.output.suffix(1500))\n\(walk.errors.suffix(3000))")
            let closing = walk.output.split(separator: "\n").last { $0.hasPrefix("walk: ") }.map(String.init)
            #expect(closing?.hasSuffix("all as expected") == true)
            // `deploy/test` looks for this line: the whole main job was done over HTTP.
            print(closing ?? "walk: not closed")

            let pool = try site.pool()
            let faults = try await pool.read(Self.faults).map { try $0.text("fault") }
            let world = try await World.read(from: pool)
            await pool.close()
            #expect(faults == [])
            // What the walk did is told to everybody in words.
            let wordless = Set(world.entries.map(\.type)).filter { EventWords.words(of: $0) == nil }
            #expect(wordless == [])
            let writes = try String(contentsOfFile: history, encoding: .utf8).split(separator: "\n").map {
                try JSON(parsing: String($0))
            }
            #expect(Self.differences(writes, world) == [])
            #expect(Checker.chainFaults(in: world.entries) == [])
            print(
                "walk under kills: \(kills.joined(separator: " ")), \(writes.count) writes,",
                "\(world.entries.count) events, \(ContinuousClock.now - begin); every effect once")
            #expect(kills.count >= 3)
            // The comparison sees: one event too few, one too many.
            var spoiled = world
            let place = try #require(spoiled.entries.lastIndex { !$0.operation.isEmpty })
            let last = spoiled.entries.remove(at: place)
            #expect(!Self.differences(writes, spoiled).isEmpty)
            spoiled.entries += [last, last]
            #expect(!Self.differences(writes, spoiled).isEmpty)
            #expect(try await site.stop() == 0)
        }
    }

    private func place(of site: LiveSite) -> [String] {
        ["--state", site.state, "--database-port", "\(LiveSite.databasePort)"]
    }

    private func beside(_ program: String) -> String {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent(program).path
    }

    /// Takes down the service, PostgreSQL, or both, in turn, until the walk is over or six were done.
    private func kill(_ site: LiveSite, while walk: RunningProgram) async throws -> [String] {
        var done: [String] = []
        while done.count < 6 {
            try await Task.sleep(for: .milliseconds(Int64.random(in: 700...1800)))
            guard walk.exitStatus() == nil else { break }
            switch done.count % 3 {
            case 0:
                try await site.killService()
                try await site.start()
                done.append("service")
            case 1:
                try site.killPostgres()
                done.append("postgres")
            default:
                try site.killPostgres()
                try await site.killService()
                try await site.start()
                done.append("both")
            }
        }
        return done
    }

    /// What is not as the clients were told: an answer without its one event, an event without its request.
    private static func differences(_ writes: [JSON], _ world: World) -> [String] {
        let entries = Dictionary(grouping: world.entries.filter { !$0.operation.isEmpty }, by: \.operation)
        let kept = Dictionary(grouping: world.answers, by: \.key)
        var found: [String] = []
        for (operation, same) in entries where same.count > 1 || kept[operation]?.count != 1 {
            found.append("\(same.count) events under \(operation), \(kept[operation]?.count ?? 0) requests")
        }
        for operation in kept.keys where entries[operation] == nil {
            found.append("a request without its event: \(operation)")
        }
        for write in writes {
            guard let key = write["key"]?.text, let path = write["path"]?.text,
                let status = write["status"]?.int
            else { return ["a line of the history cannot be read"] }
            if ["/v1/sign-in", "/v1/demo/clock"].contains(path) { continue }
            let answer = kept[hex(Digest.sha256(key.utf8))]?.first
            if status < 300, answer == nil { found.append("\(path) was acknowledged and is lost") }
            if let answer, answer.status != Int(status) {
                found.append("\(path) was answered \(status) and keeps \(answer.status)")
            }
            // A link's secret is added to the answer and kept nowhere.
            if let answer, status < 300, !path.hasSuffix("/link"),
                .text(hex(Digest.sha256(answer.body))) != write["sha256"]
            {
                found.append("\(path) keeps another answer than it gave")
            }
        }
        return found
    }

    /// What the walk leaves behind, if anything is there less or more than once.
    private static let faults: SQL = """
        select 'resident money differs from what was due' as fault
        where (select sum(amount_fen) from app.receipt) is distinct from (select required_fen from app.funding_plan)
        union all
        select 'line ' || code || ' is not done once' from app.progress
        where approved_milli <> contracted_milli + added_milli or logged_milli <> approved_milli
        union all
        select 'the change adds ' || sum(quantity_milli) from app.bill_addition having sum(quantity_milli) <> 40000
        union all
        select 'a clock runs twice: ' || key from app.clock
        group by subject_kind, subject_id, key, started_on having count(*) > 1
        union all
        select 'a paper stands twice: ' || title from app.paper
        group by subject_kind, subject_id, kind, title having count(*) > 1
        union all
        select 'an opinion is given twice: ' || min(opinion) from app.acceptance_opinion
        group by acceptance_seat_id, dossier_sha256 having count(*) > 1
        union all
        select 'a warranty runs twice: ' || kind from app.warranty group by kind having count(*) > 1
        union all
        select 'a handover is ' || state from app.handover where state <> 'handed_over'
        union all
        select 'the project is ' || state from app.project where state <> 'S23'
        union all
        select 'a job is dead: ' || kind from jobs.dead
        union all
        select 'a job stands twice: ' || kind from jobs.job where unique_key is not null
        group by kind, unique_key, arguments having count(*) > 1
        union all
        select 'a part in a project is kept otherwise than it is said: ' || reader
        from (
            select project.district, project.project_id, now.reader, now.until
            from app.project cross join lateral app.parts_said(project.district, project.project_id) now
        ) said
        full join app.part kept using (district, project_id, reader)
        where said.until is distinct from kept.until
        union all
        select counted.noun || ': ' || counted.number from (
            select 'receipts' as noun, (select count(*) from app.receipt) as number, \(payers + 1)::bigint as due
            union all select 'handovers', (select count(*) from app.handover), 6
            union all select 'certificates', (select count(*) from app.acceptance_certificate), 1
            union all select 'rounds', (select count(*) from app.acceptance_round), 3
            union all select 'filings', (select count(*) from app.filing), 4
            union all select 'balances settled', (select count(*) from app.true_up), (
                select count(*) from app.household_share
            )
            union all select 'logs', (select count(*) from app.daily_log), 4
            union all select 'payment claims', (select count(*) from app.payment_claim), 1
            union all select 'issues', (select count(*) from app.issue), 3
            union all select 'change orders', (select count(*) from app.change_order), 2
            union all select 'contracts', (select count(*) from app.contract), 3
            union all select 'signing keys', (select count(*) from auth.signing_key), 6
        ) counted where counted.number <> counted.due
        """
}
