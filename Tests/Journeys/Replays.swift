import Foundation
import Harness
import PQ
import Testing
import Values

/// What a journey has left behind, asked of the program: its determinations, made again.
extension Walk {
    private func policy(_ arguments: [String]) async throws -> (status: Int32, lines: [JSON], errors: String)
    {
        let run = try await RunningProgram.run(
            "yanshoud", ["policy"] + arguments + ["--database", "--share", TestServer.repository],
            environment: ["DATABASE_URL": try TestServer.url(database.name)])
        return (
            run.status, try run.output.split(separator: "\n").map { try JSON(parsing: String($0)) },
            run.errors
        )
    }

    /// Every determination of the journey says the same when it is made again under the packs that stand.
    func replays(atLeast count: Int64, _ here: SourceLocation = #_sourceLocation) async throws {
        let simulated = try await policy(["simulate"])
        let summary = try #require(simulated.lines.last, "\(simulated.errors)", sourceLocation: here)
        #expect(simulated.lines.count == 1, "\(place) \(simulated.lines)", sourceLocation: here)
        #expect((summary["determinations"]?.int ?? 0) >= count, "\(summary)", sourceLocation: here)
        #expect(summary["same"] == summary["determinations"], "\(place) \(summary)", sourceLocation: here)
    }

    /// One determination of the past, with its tree, from what was stored of it.
    func explains(_ question: String, _ here: SourceLocation = #_sourceLocation) async throws {
        let stored = try await database.owner.read(
            """
            select determination_id, verdict from app.determination
            where question = \(question) order by determination_id desc limit 1
            """
        ).one()
        let id = try stored.id("determination_id").description
        let explained = try await policy(["explain", "--determination", id])
        let answer = try #require(explained.lines.first, "\(explained.errors)", sourceLocation: here)
        #expect(explained.status == 0 && answer["same"] == true, "\(answer)", sourceLocation: here)
        #expect(answer["replayed_verdict"] == .text(try stored.text("verdict")), sourceLocation: here)
        #expect(answer["tree"]?.list?.first?["under"]?.list?.isEmpty == false, sourceLocation: here)
    }

    /// Under packs with one text replaced, the determinations of a question that would come out otherwise.
    func changed(
        in pack: String, _ file: String, _ text: String, to other: String, of question: String
    ) async throws -> [JSON] {
        let folder = try RunningProgram.makeFolder("yanshou-packs")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let packs = folder + "/packs"
        try FileManager.default.copyItem(
            atPath: TestServer.repository + "/Sources/Policy/Packs", toPath: packs)
        let path = "\(packs)/\(pack)/\(file)"
        let held = try String(contentsOfFile: path, encoding: .utf8)
        #expect(held.contains(text), "\(pack)/\(file)")
        try held.replacingOccurrences(of: text, with: other).write(
            toFile: path, atomically: true, encoding: .utf8)
        let simulated = try await policy(["simulate", "--packs", packs])
        let summary = try #require(simulated.lines.last, "\(simulated.errors)")
        #expect(summary["projects_changed"] == 1, "\(summary)")
        return simulated.lines.filter { $0["outcome"] == "changed" && $0["question"] == .text(question) }
    }
}

extension JSON {
    fileprivate init(parsing text: String) throws {
        self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
    }
}
