import Foundation
import Harness
import PQ
import Testing
import Values

/// kill -9 of the service, of PostgreSQL, of the signer and of the sealer's session amid the journey, at any moment and at
/// named places; every client retries under its own keys (trust.md H1).
///
/// `YANSHOU_KILL_SEED` repeats a run's kills, `YANSHOU_KILLS` says how many there are: `deploy/faults service`.
@Suite("Kills amid the journey")
struct KillTests {
    private static func number(_ name: String) -> UInt64? {
        ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
    }

    private static let wanted = Int(number("YANSHOU_KILLS") ?? 30)

    @Test(
        "every acknowledged write has one effect, one entry, one answer",
        .timeLimit(.minutes(20 + wanted / 10)))
    func kills() async throws {
        let seed = Self.number("YANSHOU_KILL_SEED") ?? UInt64.random(in: 1...999_999)
        let wanted = Self.wanted
        try await LiveSite.with(options: Journey.clock) { site in
            try await site.start()
            try await site.seed()
            let history = History()
            let begin = ContinuousClock.now
            let kills = try await withThrowingTaskGroup(of: [String].self) { group in
                for client in 0..<6 {
                    group.addTask {
                        try await Client(client, seed: seed, site: site, history: history).work()
                        return []
                    }
                }
                group.addTask {
                    try await Self.askForSweeps(at: site, until: history)
                    return []
                }
                group.addTask {
                    let kills = try await Self.killNowAndThen(site, times: wanted, seed: seed)
                    await history.close()
                    return kills
                }
                var kills: [String] = []
                for try await done in group { kills += done }
                return kills
            }
            try await Self.replay(history, at: site)
            let pool = try site.pool()
            let left = try await Self.left(in: pool)
            let world = try await World.read(from: pool)
            await pool.close()
            let checker = Checker(await history.seen, against: world)
            let points = FaultPoint.allCases.filter { kills.contains($0.rawValue) }
            print("kills: seed \(seed), \(kills.joined(separator: " ")), \(ContinuousClock.now - begin)")
            print(
                "faults service: \(checker.verdict), wrong \(checker.wrong.count), left behind \(left.count) over",
                "\(kills.count) kills; \(points.count) of \(FaultPoint.allCases.count) fault points hit")
            #expect(kills.count == wanted)
            if wanted >= 3 * FaultPoint.allCases.count { #expect(points == FaultPoint.allCases) }
            #expect(left == [], "seed \(seed)")
            for check in ["fsck", "audit"] {
                let run = try await RunningProgram.run(
                    "yanshoud",
                    ["ledger", check, "--state", site.state, "--database-port", "\(LiveSite.databasePort)"],
                    within: .seconds(300))
                #expect(run.status == 0, "seed \(seed): \(run.output.suffix(2000))\(run.errors.suffix(2000))")
            }
            #expect(checker.acknowledged > 40)
            #expect(checker.lost == [], "seed \(seed)")
            #expect(checker.doubled == [], "seed \(seed)")
            #expect(checker.wrong == [], "seed \(seed)")
            // The same run with one entry taken away is not clean: the checker sees.
            var spoiled = world
            spoiled.entries.removeLast()
            #expect(!Checker(await history.seen, against: spoiled).isClean)
            let stopped = try await site.stop()
            #expect(stopped == 0)
        }
    }

    /// The nemesis: at moments that the seed chooses, and each third time at a named place.
    private static func killNowAndThen(_ site: LiveSite, times: Int, seed: UInt64) async throws -> [String] {
        var chance = Seeded(seed)
        var done: [String] = []
        for round in 0..<times {
            try await Task.sleep(for: .milliseconds(Int64.random(in: 400...1800, using: &chance)))
            if round % 3 == 2 {
                let point = FaultPoint.allCases[round / 3 % FaultPoint.allCases.count]
                try await site.killService()
                let time = Int.random(in: 1...3, using: &chance)
                #expect(try await site.die(at: point, time: time), "nothing came to \(point.rawValue)")
                try await site.start()
                done.append(point.rawValue)
                continue
            }
            // Each kind comes about, whatever the seed.
            switch (UInt64(round / 3 * 2 + round % 3) + seed) % 5 {
            case 0:
                try await site.killService()
                try await site.start()
                done.append("service")
            case 1:
                try site.killPostgres()
                done.append("postgres")
            case 2:
                try site.killPostgres()
                try await site.killService()
                try await site.start()
                done.append("both")
            case 3:
                try await until("the signer is killed") { site.killSigner() }
                done.append("signer")
            default:
                try await until("the sealer is cut off") { try await site.cutSealer() }
                done.append("sealer")
            }
        }
        // Time for what was killed last to come back and be worked with.
        try await Task.sleep(for: .milliseconds(1500))
        return done
    }

    /// Gives the runner something to be killed at: the day's sweeps, asked for again and again.
    private static func askForSweeps(at site: LiveSite, until history: History) async throws {
        let pool = try site.pool()
        while await !history.isClosed {
            // PostgreSQL may be down: the next one is asked for when it is back.
            _ = try? await pool.transaction { transaction in
                try await transaction.commit(after: [
                    "select jobs.run_schedule(name) from jobs.schedule", "select jobs.ring_bell()",
                ])
            }
            try await Task.sleep(for: .milliseconds(150))
        }
        await pool.close()
    }

    /// Tries until it is done: what was killed before may not be back.
    private static func until(_ what: String, _ attempt: () async throws -> Bool) async throws {
        let deadline = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < deadline {
            if try await attempt() { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("\(what): not within a minute")
    }

    /// What is not at rest some seconds after the last kill, where all should be: sealed, signed, done, given back.
    private static func left(in pool: Pool) async throws -> [String] {
        var left: [String] = []
        let deadline = ContinuousClock.now + .seconds(15)
        repeat {
            // A job whose worker was killed three times waits for somebody; here it is put back.
            _ = try await pool.transaction { try await $0.commit(after: ["select jobs.redrive(null, 1000)"]) }
            left = try await pool.read(atRest).map { try $0.text("left") }
            if left.isEmpty { break }
            try await Task.sleep(for: .milliseconds(200))
        } while ContinuousClock.now < deadline
        return left
    }

    private static let atRest: SQL = """
        select 'events wait for their seal: ' || count(*) as left from ledger.pending having count(*) > 0
        union all
        select 'sealed ' || size || ', signed ' || kept from ledger.log_state() where size <> kept
        union all
        select 'jobs stand: ' || count(*) from jobs.ready having count(*) > 0
        union all
        select 'jobs are leased: ' || count(*) from jobs.lease having count(*) > 0
        union all
        select 'jobs are dead: ' || count(*) from jobs.dead having count(*) > 0
        """

    /// Every acknowledged key once more, when all is quiet: the checker compares the bytes.
    private static func replay(_ history: History, at site: LiveSite) async throws {
        let steps = await history.acknowledged
        try await withThrowingTaskGroup(of: Void.self) { group in
            for lane in 0..<4 {
                group.addTask {
                    for step in steps.enumerated() where step.offset % 4 == lane {
                        let answer = try await site.take(step.element)
                        #expect(answer.headers["idempotent-replayed"] == "true", "\(step.element.key)")
                        await history.add(answer, to: step.element)
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}

/// One client: it walks journey after journey, and does not let go of a key before it has its answer.
private struct Client: Sendable {
    let number: Int
    let seed: UInt64
    let site: LiveSite
    let history: History

    init(_ number: Int, seed: UInt64, site: LiveSite, history: History) {
        self.number = number
        self.seed = seed
        self.site = site
        self.history = history
    }

    func work() async throws {
        var chance = Seeded(seed &+ UInt64(number) &* 7919)
        var round = 0
        while try await walk(Journey("\(seed)-client-\(number)-round-\(round)"), &chance) {
            round += 1
        }
    }

    /// Whether the whole journey was walked: nothing unexpected came, and the run was not over.
    private func walk(_ journey: Journey, _ chance: inout Seeded) async throws -> Bool {
        let imported = try await take(journey.importing(), &chance)
        guard let required = imported?.json?["funding"]?["required_fen"]?.int else {
            return false
        }
        var steps = [journey.account()] + journey.papers() + journey.receipts(of: required, parts: 6)
        steps.append(journey.launch(refusedFor: "launch_waits_for_resident_funds"))
        steps += [journey.receipt(99, fen: 1), journey.launch()] + journey.approvals()
        steps += journey.issue(1) + journey.issue(2)
        for step in steps {
            guard try await take(step, &chance) != nil else { return false }
        }
        return true
    }

    /// The answer to a step, asked for until it comes; nil where it is not as expected, or the run is over.
    private func take(_ step: Journey.Step, _ chance: inout Seeded) async throws -> HTTPAnswer? {
        if await history.isClosed { return nil }
        let deadline = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < deadline {
            // Now and then the same key comes twice at once, as from an impatient device.
            let twin: Task<HTTPAnswer, any Error>? =
                Int.random(in: 0..<5, using: &chance) == 0 ? Task { try await site.take(step) } : nil
            let answer = try? await site.take(step)
            if let twin, let other = try? await twin.value { await history.add(other, to: step) }
            if let answer {
                await history.add(answer, to: step)
                if answer.status < 500, answer.status != 409, answer.status != 429 {
                    let expected =
                        step.refusal.map { answer.refusalCodes.contains($0) } ?? (answer.status < 300)
                    #expect(
                        expected,
                        "\(step.verb): \(answer.status) \(String(decoding: answer.body, as: UTF8.self))")
                    return expected ? answer : nil
                }
            }
            try await Task.sleep(for: .milliseconds(Int64.random(in: 50...250, using: &chance)))
        }
        Issue.record("\(step.key) had no answer for a minute")
        return nil
    }
}

/// What all clients saw, by key.
private actor History {
    private var steps: [String: Journey.Step] = [:]
    private var answers: [String: [HTTPAnswer]] = [:]
    private(set) var isClosed = false

    func close() { isClosed = true }

    func add(_ answer: HTTPAnswer, to step: Journey.Step) {
        steps[step.key] = step
        answers[step.key, default: []].append(answer)
    }

    var acknowledged: [Journey.Step] {
        steps.values.filter { step in answers[step.key]?.contains { (200..<300).contains($0.status) } ?? false
        }
        .sorted { $0.key < $1.key }
    }

    var seen: [Seen] {
        steps.values.map { step in
            let id = step.project
            return Seen(
                verb: step.verb, person: Seed.id("person:" + step.login), key: step.key, project: id,
                leaves: step.leaves.map { "\($0.noun) \($0.id)" }, fen: step.fen,
                answers: answers[step.key] ?? [])
        }
    }
}

/// A generator whose numbers are its seed's (SplitMix64).
private struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
