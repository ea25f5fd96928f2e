import Harness
import Ledger
import Testing
import Values

/// The checker must be able to fail: each fault, put in by hand, is found; without it nothing is.
@Suite("The checker of kills")
struct CheckerTests {
    private static let project = Seed.id("checked:project")
    private static let person = Seed.id("person:owners")

    private static func seen(_ number: Int, status: Int = 201) -> Seen {
        Seen(
            verb: "receipt.record", person: person, key: "key \(number)", project: project,
            leaves: status == 201 ? "receipt \(Seed.id("receipt \(number)"))" : nil,
            fen: status == 201 ? 100 : 0,
            answers: [HTTPAnswer(status: status, headers: [:], body: Array("{\"n\":\(number)}".utf8))])
    }

    private static func entry(_ number: Int, after previous: World.Entry?) -> World.Entry {
        let body = Array("entry \(number)".utf8)
        return World.Entry(
            id: Seed.id("entry \(number)"), type: "receipt.record", subjectKind: "project", subject: project,
            version: (previous?.version ?? 0) + 1, previous: previous?.leaf, leaf: Digest.sha256([0] + body),
            body: body, operation: hex(Digest.sha256("key \(number)".utf8)))
    }

    /// Three receipts done and one refused, as they should be.
    private static var good: (history: [Seen], world: World) {
        var entries: [World.Entry] = []
        for number in 1...3 { entries.append(entry(number, after: entries.last)) }
        let answers = (1...3).map { number in
            World.Answer(
                person: person, key: hex(Digest.sha256("key \(number)".utf8)), status: 201,
                body: Array("{\"n\":\(number)}".utf8))
        }
        let rows = Dictionary(
            uniqueKeysWithValues: (1...3).map { ("receipt \(Seed.id("receipt \($0)"))", 1) })
        return (
            (1...3).map { seen($0) } + [seen(4, status: 422)],
            World(entries: entries, answers: answers, rows: rows, money: [project: 300])
        )
    }

    @Test("what is as it should be is clean")
    func clean() {
        let (history, world) = Self.good
        let checker = Checker(history, against: world)
        #expect(checker.isClean)
        #expect(checker.verdict == "acked 3, lost 0, doubled 0")
    }

    @Test("an acknowledged write without its entry, its answer or its row is lost")
    func lost() {
        for spoil: (inout World) -> Void in [
            { $0.entries.removeLast() }, { $0.answers.removeFirst() },
            { $0.rows["receipt \(Seed.id("receipt 2"))"] = nil },
        ] {
            var (history, world) = Self.good
            spoil(&world)
            #expect(Checker(history, against: world).lost.count == 1)
            history.removeAll()
        }
    }

    @Test("a second entry, answer or row of one key, or an entry nobody asked for, is doubled")
    func doubled() {
        for spoil: (inout World) -> Void in [
            { world in
                var twin = Self.entry(3, after: world.entries[2])
                twin.id = Seed.id("twin")
                world.entries.append(twin)
            },
            { $0.answers.append($0.answers[0]) }, { $0.rows["receipt \(Seed.id("receipt 1"))"] = 2 },
            { $0.entries.append(Self.entry(9, after: $0.entries[2])) },
        ] {
            var world = Self.good.world
            spoil(&world)
            #expect(Checker(Self.good.history, against: world).doubled.count == 1)
        }
    }

    @Test("another answer, an effect of a refusal, wrong money, a gap, a broken link or leaf is wrong")
    func wrong() {
        for spoil: (inout [Seen], inout World) -> Void in [
            { _, world in world.answers[1].body = Array("{}".utf8) },
            { history, _ in
                history[0].answers.append(HTTPAnswer(status: 201, headers: [:], body: Array("{}".utf8)))
            },
            { history, _ in history[0].answers.append(HTTPAnswer(status: 422, headers: [:], body: [])) },
            { _, world in world.entries.append(Self.entry(4, after: world.entries[2])) },
            { _, world in world.money[Self.project] = 301 }, { _, world in world.entries[2].version = 4 },
            { _, world in world.entries[2].previous = nil }, { _, world in world.entries[2].leaf[0] ^= 1 },
        ] {
            var (history, world) = Self.good
            spoil(&history, &world)
            #expect(!Checker(history, against: world).wrong.isEmpty)
        }
    }
}
