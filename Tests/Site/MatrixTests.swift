import Cluster
import Foundation
import Harness
import Ledger
import PQ
import Testing
import Values

/// Two projects laid beside each other, and a judge that knows nothing of the service but its policy.
@Suite("The authorization matrix: an independent judge, over HTTP and by raw SQL")
struct MatrixTests {
    @Test(
        "the judge finds no mismatch, and no mutant of a policy or a grant survives it",
        .timeLimit(.minutes(60)))
    func matrix() async throws {
        let isFull = ProcessInfo.processInfo.environment["YANSHOU_MATRIX"] == "full"
        let site = try LiveSite()
        defer { site.remove() }
        try await site.start()
        try await site.seed()
        let owner = try site.pool()
        let url = try site.cluster.url("yanshou")
        try await TwoProjects.lay(in: owner, url: url)
        let scene = try await Self.scene(site, url, owner)
        await owner.close()
        let place = site.state + "/scene.json"
        try Data(scene.canonical).write(to: URL(fileURLWithPath: place))
        try await Self.judge(place, "http", isFull)
        // The judge alters policies and grants: nobody else is to work on them.
        try await site.killService()
        try await Self.judge(place, "sql", isFull)
    }

    private static func judge(_ scene: String, _ part: String, _ isFull: Bool) async throws {
        let run = try await RunningProgram.run(
            "/usr/bin/python3",
            ["-B", TestServer.repository + "/deploy/lib/matrix/judge.py", scene, part]
                + (isFull ? ["--full"] : []),
            within: .seconds(isFull ? 3500 : 300))
        print(run.output)
        #expect(run.status == 0, "\(run.output.suffix(4000))\(run.errors.suffix(4000))")
    }

    /// What the judge is told: where to ask, whose tokens there are, and what the names in paths stand for.
    private static func scene(_ site: LiveSite, _ url: String, _ owner: Pool) async throws -> JSON {
        let openapi = try await RunningProgram.run("yanshoud", ["openapi"])
        let own = try await RelationMatrixTests.values(of: TwoProjects.own, in: owner)
        var people = [JSON]()
        for side in ["own", "far", "other"] {
            for role in TwoProjects.roles {
                let login = TwoProjects.login(side, role)
                people.append(
                    .object([
                        "login": .text(login), "side": .text(side), "role": .text(role.rawValue),
                        "token": .text(Seed.token(login)),
                    ]))
            }
        }
        return .object([
            "database": .text(url), "port": .int(Int64(site.port)), "own": .text("\(TwoProjects.own)"),
            "far": .text("\(TwoProjects.far)"), "people": .list(people),
            "values": .object(own.mapValues { .text($0) }), "openapi": try JSON(parsing: openapi.output),
        ])
    }
}
