import Actions
import Foundation
import Harness
import Ledger
import PQ
import Testing
import Values

/// The drill: a copy taken while people work is whole, and a copy that is not whole is refused.
@Suite("Backup and restore")
struct BackupTests {
    @Test("a copy taken at rest is equal row by row, and serves", .timeLimit(.minutes(20)))
    func copyIsEqual() async throws {
        try await LiveSite.with(options: Journey.clock) { site in
            try await site.start()
            try await site.seed()
            let journey = Journey("copied")
            try await prepare(journey, at: site, receipts: 12)
            let pool = try site.pool()
            try await atRest(pool)
            let original = try await Fingerprint.of(pool)
            let told = try await backUp(site, to: site.state + "/copy", drill: true)
            #expect(
                told.contains(
                    "drill: restored and equal: \(original.tables.count) tables, \(original.rows) rows"))
            #expect(told.contains("nothing was written meanwhile"))
            #expect(try await Fingerprint.of(pool) == original, "nothing changed meanwhile")
            await pool.close()
            let key = try String(contentsOfFile: site.state + "/site_key", encoding: .utf8)
            let read = try await site.call("GET", journey.path, as: "street")

            try await LiveSite.with(options: Journey.clock) { restored in
                let run = try await RunningProgram.run(
                    "yanshoud", ["restore", "--state", restored.state, site.state + "/copy"])
                try #require(run.status == 0, "\(run.errors)")
                try await restored.start()
                let copy = try restored.pool()
                let fingerprint = try await Fingerprint.of(copy)
                #expect(original.differences(from: fingerprint) == [])
                #expect(original.rows == fingerprint.rows && original.rows > 100)
                await copy.close()
                #expect(try String(contentsOfFile: restored.state + "/site_key", encoding: .utf8) == key)
                #expect(try await restored.call("GET", journey.path, as: "street").body == read.body)
                #expect(try await restored.take(journey.receipt(900, fen: 5)).status == 201)
                #expect(try await restored.stop() == 0)
            }
            #expect(try await site.stop() == 0)
        }
    }

    /// Until everything is sealed and signed: the log is written beside the service.
    private func atRest(_ pool: Pool) async throws {
        while try await pool.read(
            """
            select (select count(*) from ledger.pending) + ledger.log_size()
                - coalesce((select max(size) from ledger.checkpoint), 0) as n
            """
        ).one().int64("n") > 0 { try await Task.sleep(for: .milliseconds(50)) }
    }

    @Test(
        "a copy taken amid writes holds all that was acknowledged before it began", .timeLimit(.minutes(20)))
    func copyAmidWrites() async throws {
        try await LiveSite.with(options: Journey.clock) { site in
            try await site.start()
            try await site.seed()
            let journey = Journey("amid")
            try await prepare(journey, at: site, receipts: 5)
            let writing = Task {
                var number = 100
                while !Task.isCancelled {
                    _ = try await site.take(journey.receipt(number, fen: 1))
                    number += 1
                }
                return number - 100
            }
            let told = try await backUp(site, to: site.state + "/copy", drill: true)
            #expect(told.contains("were written to meanwhile"), "\(told)")
            writing.cancel()
            let written = try await writing.value
            #expect(try await site.stop() == 0)

            try await LiveSite.with(options: Journey.clock) { restored in
                let run = try await RunningProgram.run(
                    "yanshoud", ["restore", "--state", restored.state, site.state + "/copy"])
                try #require(run.status == 0, "\(run.errors)")
                try await restored.start()
                let pool = try restored.pool()
                let world = try await World.read(from: pool)
                await pool.close()
                let receipts = world.entries.filter { $0.type == "receipt.record" }.count
                #expect(receipts >= 5 && receipts <= 5 + written)
                #expect(Checker.chainFaults(in: world.entries) == [])
                // What came after the copy is taken again, by the keys of the first time.
                for number in 100..<(100 + written) {
                    let answer = try await restored.take(journey.receipt(number, fen: 1))
                    #expect(answer.status == 201)
                }
                #expect(try await restored.stop() == 0)
            }
        }
    }

    @Test("a copy with one flipped byte is refused, wherever the byte is", .timeLimit(.minutes(20)))
    func flippedByte() async throws {
        try await LiveSite.with(options: Journey.clock) { site in
            try await site.start()
            let copy = site.state + "/copy"
            try await backUp(site, to: copy)
            #expect(try await site.stop() == 0)
            let files = FileManager.default
            let table = try largest(in: copy + "/postgres/base")
            let log = try largest(in: copy + "/postgres/pg_wal")
            for path in [
                table, log, copy + "/site_key", copy + "/postgres/backup_manifest", copy + "/files.sha256",
            ] {
                let whole = try #require(files.contents(atPath: path))
                var flipped = whole
                let place = whole.count / 2
                flipped[place] ^= 1
                try overwrite(path, with: flipped)
                try await LiveSite.with { restored in
                    let run = try await RunningProgram.run(
                        "yanshoud", ["restore", "--state", restored.state, copy])
                    #expect(run.status != 0, "\(path) at \(place)")
                    #expect(run.errors.contains("damaged"), "\(run.errors)")
                    #expect(!files.fileExists(atPath: restored.state + "/postgres"))
                    #expect(!files.fileExists(atPath: restored.state + "/restore-under-way"))
                }
                try overwrite(path, with: whole)
            }
            try await LiveSite.with { restored in
                let run = try await RunningProgram.run(
                    "yanshoud", ["restore", "--state", restored.state, copy])
                #expect(run.status == 0, "the same copy, whole again: \(run.errors)")
                let twice = try await RunningProgram.run(
                    "yanshoud", ["restore", "--state", restored.state, copy])
                #expect(twice.status != 0, "never over a cluster that is there")
            }
        }
    }

    private func prepare(_ journey: Journey, at site: LiveSite, receipts: Int) async throws {
        var steps = [try journey.importing(), journey.account()] + journey.papers()
        steps += (0..<receipts).map { journey.receipt($0, fen: 1000) }
        for step in steps {
            let answer = try await site.take(step)
            try #require((200..<300).contains(answer.status), "\(step.verb): \(answer.status)")
        }
    }

    @discardableResult
    private func backUp(_ site: LiveSite, to folder: String, drill: Bool = false) async throws -> String {
        let run = try await RunningProgram.run(
            "yanshoud",
            ["backup", "--state", site.state, "--database-port", "\(LiveSite.databasePort)"]
                + (drill ? ["--drill"] : []) + [folder])
        try #require(run.status == 0, "\(run.errors)")
        return run.output
    }

    private func largest(in folder: String) throws -> String {
        var found = ("", 0)
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            let facts = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
            let size = (facts[.size] as? Int) ?? 0
            if facts[.type] as? FileAttributeType == .typeRegular, size > found.1 { found = (name, size) }
        }
        return folder + "/" + found.0
    }

    /// In place, so that its owner and its rights stay.
    private func overwrite(_ path: String, with data: Data) throws {
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.write(contentsOf: data)
        try file.close()
    }
}
