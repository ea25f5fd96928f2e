import Foundation
import Harness
import Testing
import Values
import Web

/// The policy commands as somebody types them who has not read the help.
@Suite("Policy at the command line")
struct PolicyCommandTests {
    private func run(_ arguments: String...) async throws -> (status: Int32, output: String, errors: String) {
        let run = try await RunningProgram.run(
            "yanshoud", ["policy"] + arguments + ["--packs", TestServer.repository + "/Sources/Policy/Packs"])
        return (run.status, run.output, run.errors)
    }

    @Test("a place goes by its code, its short name or its name; an unknown one is answered with all of them")
    func places() async throws {
        let key = "funding.cap_per_m2"
        let answers = [
            try await run("explain", key, "--place", "LC"),
            try await run("explain", key, "--place", "330302"),
            try await run("explain", key, "--place", "鹿城区"),
        ]
        #expect(answers.allSatisfy { $0.status == 0 && $0.output == answers[0].output })
        #expect(answers[0].output.contains("三（三）1"))
        for unknown in [
            try await run("explain", key, "--place", "QQ"), try await run("diff", "LC", "QQ"),
        ] {
            #expect(unknown.status == 1 && unknown.output.isEmpty)
            #expect(unknown.errors.contains("330302 LC 鹿城区") && unknown.errors.contains("no pack for QQ"))
        }
    }

    @Test("an unknown key is answered with those that begin alike, exit 1")
    func keys() async throws {
        let unknown = try await run("explain", "funding.cap", "--place", "LC")
        #expect(unknown.status == 1 && unknown.errors.contains("funding.cap_per_m2"))
    }

    @Test(
        "wrong usage is exit 64 with the usage of the command that was meant, and what may stand there",
        arguments: [
            (["explain", "--on", "2026-6-30"], "policy explain", "--on 写成"),
            (["explain", "--determination", "x"], "policy explain", "不是认定编号"),
            (["diff", "LC"], "policy diff", "--against"), (["simulate"], "policy simulate", "--state"),
            (["test", "--question", "nosuch"], "policy test", "没有问题 nosuch，可问："),
            (["coverage", "--kind", "planned"], "policy coverage", "enforced, computed"),
        ])
    func usage(arguments: [String], command: String, says: String) async throws {
        let run = try await RunningProgram.run("yanshoud", ["policy"] + arguments)
        #expect(run.status == 64)
        #expect(run.errors.contains(command) && run.errors.contains(says), "\(run.errors)")
    }

    @Test("what places hold differently ends with the counts; the packs' own cases come out as written")
    func trials() async throws {
        let diff = try await run("diff", "LC", "XH", "--on", "2026-03-02")
        #expect(diff.status == 0)
        #expect(diff.output.split(separator: "\n").last?.hasPrefix("diff: ") == true)
        let same = try await run("diff", "LC", "鹿城区")
        #expect(same.output == "diff: 0 added, 0 removed, 0 changed\n")
        let cases = try await run("test", "--question", "consent")
        #expect(cases.status == 0 && cases.output.hasSuffix("as written\n"))
    }

    @Test("each line of a batch has one answer, an empty one too; one that says a thing twice keeps its id")
    func batch() async throws {
        let lines = FileManager.default.temporaryDirectory.appending(path: "batch-\(UUID().uuidString)")
        try Data(
            #"{"id": 7, "question": "uscc", "question": "uscc", "facts": {}}"#.utf8 + Array("\n\nnull\n".utf8)
        )
        .write(to: lines)
        defer { try? FileManager.default.removeItem(at: lines) }
        let asked = try await run("ask", "--batch", lines.path)
        let answers = asked.output.split(separator: "\n").compactMap {
            try? JSONReader.read(Array($0.utf8)).0
        }
        #expect(asked.status == 0 && answers.count == 3, "\(asked.output)")
        #expect(answers.map { $0["id"] ?? .null } == [7, .null, .null])
        #expect(asked.output.contains("第 2 行是空的"))
    }

    @Test("so much of an edition's hash is asked for")
    func short() async throws {
        let run = try await run("diff", "5dc65c", "LC")
        #expect(run.status == 1 && run.errors.contains("至少写 8 位"), "\(run.errors)")
    }

    @Test("every rule is placed, and nothing is put off")
    func coverage() async throws {
        let found = try await run("coverage")
        #expect(found.status == 0, "\(found.output)")
        #expect(found.output.contains("coverage: 435 of 435 ids placed"))
        #expect(!found.output.contains("planned"))
    }
}
