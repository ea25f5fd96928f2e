import Harness
import PQ
import Testing
import Values
import Web

@testable import Notices

@Suite("Notices: the list of changes")
struct ChangesTests {
    private static func page(_ scene: Scene, _ login: String, after: String?, limit: Int = 200) async throws
        -> JSON
    {
        let query = after.map { "after=\($0)&" } ?? ""
        let answer = await scene.site.send(.get, "/v1/changes?\(query)limit=\(limit)", as: login)
        #expect(answer.status == 200, "\(answer.text)")
        return try #require(answer.json)
    }

    @Test(
        "with many who write at once, each for a different while, a reader misses nothing and gets nothing twice"
    )
    func gapless() async throws {
        try await Scene.with { scene in
            let project = Seed.id("project:feed")
            let writing = Task {
                await withTaskGroup(of: Void.self) { group in
                    for _ in 0..<12 {
                        group.addTask {
                            for number in 0..<8 {
                                try? await scene.writers.transaction { transaction in
                                    _ = try await transaction.send(
                                        [
                                            WebhookTests.told("told.a", project),
                                            WebhookTests.told("told.b", project),
                                        ])
                                    // The number of the transaction is old when it commits.
                                    _ = try await transaction.commit(after: [
                                        "select pg_sleep(\(number % 3 == 0 ? "0.08" : "0.005")::text::double precision)"
                                    ])
                                }
                            }
                        }
                    }
                }
            }
            let done = Task {
                await writing.value
                return true
            }
            var seen: [String] = []
            var cursor: String?
            var isLast = false
            for _ in 0..<4000 {
                let page = try await Self.page(scene, "office", after: cursor, limit: 7)
                let items = page["items"]?.list ?? []
                seen += items.filter { $0["project_id"]?.text == "\(project)" }.compactMap { $0["id"]?.text }
                cursor = page["next"]?.text
                if items.isEmpty {
                    // Other tests' transactions may hold the horizon up for a while.
                    if isLast, seen.count == 192 { break }
                    isLast =
                        try await scene.database.owner.read(
                            "select count(*) as n from ledger.entry where project_id = \(project)"
                        ).one().int("n") == 192
                    try await Task.sleep(for: .milliseconds(3))
                }
            }
            #expect(await done.value)
            #expect(seen.count == 192 && Set(seen).count == 192, "\(seen.count), \(Set(seen).count)")
        }
    }

    @Test("each gets what is his to see; a cursor is the list's own, and one page follows another")
    func rights() async throws {
        try await Scene.with { scene in
            let (own, other) = (Seed.id("project:own"), Seed.id("project:other"))
            try await scene.change([
                "set local session_replication_role = replica",
                """
                insert into app.part (district, project_id, reader, until)
                values (1, \(own), auth.reader_of(1, 'construction_unit', \(Seed.id("org:street"))), 'infinity')
                """,
                WebhookTests.told("told.own", own), WebhookTests.told("told.other", other),
            ])
            func types(_ login: String) async throws -> [String] {
                var (found, cursor, tries): ([String], String?, Int) = ([], nil, 0)
                while tries < 1500 {
                    let page = try await Self.page(scene, login, after: cursor, limit: 1)
                    found += (page["items"]?.list ?? []).compactMap { $0["type"]?.text }
                    cursor = page["next"]?.text
                    if page["more"]?.bool == true { continue }
                    if found.contains("told.own") || login == "stranger" { break }
                    tries += 1
                    try await Task.sleep(for: .milliseconds(20))
                }
                return found.filter { $0.hasPrefix("told.") }.sorted()
            }
            #expect(try await types("office") == ["told.other", "told.own"])
            #expect(try await types("street") == ["told.own"])
            #expect(try await types("stranger") == [])
            for wrong in ["1", "x.y", "1.2.3", "99999999999999999999.\(own)", "-1.\(own)"] {
                let answer = await scene.site.send(.get, "/v1/changes?after=\(wrong)", as: "office")
                #expect(answer.status == 400 || answer.status == 422, "\(wrong): \(answer.status)")
            }
            #expect(await scene.site.send(.get, "/v1/changes", as: nil).status == 401)
        }
    }
}
