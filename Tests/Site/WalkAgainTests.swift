import Foundation
import Harness
import Testing

/// The walk of the demonstration beside others before it, also where one of them broke off anywhere.
@Suite("The walk again")
struct WalkAgainTests {
    @Test(
        "behind a walk that broke off at any step the next one gets every refusal", .timeLimit(.minutes(20)))
    func brokenOff() async throws {
        try await LiveSite.with(options: Journey.clock) { site in
            try await site.start()
            let data = TestServer.repository + "/deploy/demo-data/roster.json"
            let people = try await RunningProgram.run(
                "yanshoud", ["people", "import"] + place(of: site) + [data])
            try #require(people.status == 0, "\(people.errors)")
            let step = Int.random(in: 1...100)
            let broken = try await walk(site, ["--stop-after", "\(step)"])
            #expect(broken.status == 9, "step \(step): \(broken.text)")
            let whole = try await walk(site, [])
            #expect(whole.status == 0, "behind a walk to step \(step): \(whole.text)")
            let shown = whole.text.components(separatedBy: "✗ 拒绝 ").count - 1
            #expect(shown >= 20 && whole.text.contains("\(shown) refusals, all as expected"))
            print("walk again: broken off behind step \(step), then \(shown) refusals")
            #expect(try await site.stop() == 0)
        }
    }

    private func walk(_ site: LiveSite, _ more: [String]) async throws -> (status: Int32, text: String) {
        let walk = try RunningProgram(
            "/usr/bin/python3",
            [
                TestServer.repository + "/deploy/walk/walk.py", "--site", "http://127.0.0.1:\(site.port)",
                "--program", beside("yanshoud"), "--cli", beside("yanshou"), "--payers", "10",
            ] + place(of: site) + more)
        let status = try await walk.finish(within: .seconds(110))
        return (status, walk.output + walk.errors)
    }

    private func place(of site: LiveSite) -> [String] {
        ["--state", site.state, "--database-port", "\(LiveSite.databasePort)"]
    }

    private func beside(_ program: String) -> String {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent(program).path
    }
}
