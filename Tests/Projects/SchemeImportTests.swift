import Actions
import Foundation
import Harness
import Ledger
import PQ
import Testing
import Values
import Web

@testable import Projects
@testable import ProjectsService

@Suite("A scheme is taken in by two steps")
struct SchemeImportTests {
    private static let dryRun = "/v1/projects?dry_run=true"

    private func client(_ database: TestDatabase, as login: String = "street") throws -> TestClient {
        let router = try Router(
            ProjectsRoutes(
                actions: ProjectsActions(desk: database.desk), reads: ProjectsReads(desk: database.desk)
            ).routes + ProjectPages(desk: database.desk).routes, ids: { ID(high: 0, low: 7) })
        return TestClient(router, headers: ["accept": "text/html"]).bearing(Seed.token(login))
    }

    /// The scheme as a clerk's file: on lines, without the identities that he cannot know.
    private static func file(_ change: (inout [String: JSON]) -> Void = { _ in }) -> [UInt8] {
        var fields = Scene.scheme.object ?? [:]
        fields["id"] = nil
        fields["construction_unit"] = nil
        var community = fields["community"]?.object ?? [:]
        community["id"] = nil
        fields["community"] = .object(community)
        fields["items"] = .list(
            (fields["items"]?.list ?? []).map { item in
                var item = item.object ?? [:]
                item["id"] = nil
                return .object(item)
            })
        change(&fields)
        return Array(JSON.object(fields).indented().utf8)
    }

    /// Six hundred households of 80 ㎡ each, as a table.
    private static let table =
        "楼幢,室号,产权面积\n"
        + (0..<600).map { "\($0 / 100 + 1),\(101 + $0 % 100),80.00\n" }.joined()

    private func send(_ client: TestClient, _ scheme: [UInt8], households: String? = nil) async -> Response {
        let edge = "edge-of-a-part"
        var body = [UInt8]()
        func part(_ name: String, _ file: String, _ bytes: [UInt8]) {
            body += Array(
                "--\(edge)\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"\(file)\"\r\n\r\n"
                    .utf8)
            body += bytes + [13, 10]
        }
        part("scheme", "scheme.json", scheme)
        if let households { part("households", "户册.csv", Array(households.utf8)) }
        body += Array("--\(edge)--\r\n".utf8)
        return await client.send(
            .post, SchemeImportPage.path,
            headers: ["content-type": "multipart/form-data; boundary=\(edge)"], body: body)
    }

    /// What the dry run's page would send on, taken out of its form.
    private func hidden(_ name: String, _ page: Response) -> String {
        let start = "name=\"\(name)\" value=\""
        guard let from = page.text.components(separatedBy: start).dropFirst().first,
            let value = from.components(separatedBy: "\"").first
        else { return "" }
        return value.replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    @Test("a dry run says what would be made and changes nothing; its digest takes in that and nothing else")
    func twoSteps() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            let before = try await Fingerprint.of(database.owner)
            let dry = await site.send(.post, Self.dryRun, as: "street", Scene.whole)
            #expect(dry.status == 200, "\(dry.text)")
            #expect(dry.json?["households"]?["listed"] == 600)
            #expect(dry.json?["households"]?["area_hundredths"] == 4_800_000)
            #expect(
                dry.json?["items"]?.list?.map { $0["class"] } == ["mandatory", "basic", "improve", "upgrade"])
            #expect(dry.json?["items"]?.list?.first?["count"] == 5)
            #expect(dry.json?["papers"]?.list?.isEmpty == false)
            let after = try await Fingerprint.of(database.owner, like: before)
            #expect(after.differences(from: before) == [])
            let digest = try #require(dry.json?["digest"]?.text)

            var other = try #require(Scene.whole.object)
            other["contingency_fen"] = 100_000_001
            let refused = await site.send(
                .post, "/v1/projects?checked=\(digest)", as: "street", .object(other))
            #expect(refused.status == 422)
            #expect(refused.refusalCodes == ["scheme_is_the_one_checked"], "\(refused.text)")
            let still = try await Fingerprint.of(database.owner, like: before)
            #expect(still.differences(from: before) == [])

            let done = await site.send(.post, "/v1/projects?checked=\(digest)", as: "street", Scene.whole)
            #expect(done.status == 201, "\(done.text)")
            #expect(done.json?["funding"] == dry.json?["funding"])
            let again = await site.send(.post, Self.dryRun, as: "street", Scene.whole)
            #expect(again.status == 409, "what is there already is found by a dry run too: \(again.text)")
            let stranger = await site.send(.post, Self.dryRun, as: "owners", Scene.scheme)
            #expect(stranger.status == 403)
        }
    }

    @Test("what the rules and the database refuse, a dry run refuses in the same words")
    func sameWords() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            var wrong = try #require(Scene.whole.object)
            wrong["items"] = .list((wrong["items"]?.list ?? []).filter { $0["code"] != "A1" })
            wrong["households"] = .list(Array((wrong["households"]?.list ?? []).dropLast()))
            let dry = await site.send(.post, Self.dryRun, as: "street", .object(wrong))
            let real = await site.send(.post, "/v1/projects", as: "street", .object(wrong))
            #expect(dry.refusalCodes == real.refusalCodes)
            #expect(dry.refusalCodes.contains("scheme_counts_its_households"), "\(dry.text)")
            var strange = try #require(Scene.scheme.object)
            strange["construction_unit"] = .text(Seed.id("org:owners").description)
            let dryGuard = await site.send(.post, Self.dryRun, as: "street", .object(strange))
            let realGuard = await site.send(.post, "/v1/projects", as: "street", .object(strange))
            #expect(
                dryGuard.status == 422 && dryGuard.refusalCodes == realGuard.refusalCodes, "\(dryGuard.text)")
        }
    }

    @Test("a clerk's files make the project by the page: looked at first, then confirmed, and once only")
    func byThePage() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let client = try client(database)
            #expect(await client.get(SchemeImportPage.path).status == 200)
            let before = try await Fingerprint.of(database.owner)
            let dry = await send(client, Self.file(), households: Self.table)
            #expect(dry.status == 200, "\(dry.text)")
            for said in ["600 户，48000.00 ㎡", "必选类", "居民自筹", "启动前还须登记的材料", "确认导入"] {
                #expect(dry.text.contains(said), "\(said)")
            }
            let after = try await Fingerprint.of(database.owner, like: before)
            #expect(after.differences(from: before) == [])
            let fields = [("scheme", hidden("scheme", dry)), ("digest", hidden("digest", dry))]
            let path = SchemeImportPage.path + "/confirmation"
            let other = fields[0].1.replacing("水心小区改造", with: "别处改造")
            let refused = await client.post(form: [("scheme", other), fields[1]], to: path)
            #expect(refused.status == 422 && refused.text.contains("不是同一份"), "\(refused.text)")
            #expect(try await Fingerprint.of(database.owner, like: before).differences(from: before) == [])
            let done = await client.post(form: fields, to: path)
            #expect(done.status == 303, "\(done.text)")
            let twice = await client.post(form: fields, to: path)
            #expect(twice.status == 303 && twice.headers["location"] == done.headers["location"])
            let rows = try await database.owner.read(
                """
                select (select count(*) from app.project) as projects,
                    (select count(*) from app.register_unit) as units
                """)
            #expect(try rows.one().int64("projects") == 1)
            #expect(try rows.one().int64("units") == 600)
            let gates = await client.get(done.headers["location"] ?? "")
            #expect(gates.status == 200 && gates.text.contains("水心小区改造"))
        }
    }

    @Test(
        "every mistake of the files is told with its line and field, in both languages, and nothing is written"
    )
    func mistakes() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let client = try client(database)
            let before = try await Fingerprint.of(database.owner)
            let file = Self.file { fields in
                fields["approved_on"] = "2025-13-40"
                var items = fields["items"]?.list ?? []
                var third = items[2].object ?? [:]
                third["amount_fen"] = -5
                third["class"] = "other"
                items[2] = .object(third)
                fields["items"] = .list(items)
            }
            let lines = String(decoding: file, as: UTF8.self).components(separatedBy: "\n")
            func line(_ text: String) throws -> Int {
                try #require(lines.firstIndex { $0.contains(text) }) + 1
            }
            let told = await send(client, file, households: "楼幢,室号,产权面积\n1,101,八十\n1,,80.00\n")
            #expect(told.status == 422)
            for said in [
                "第 \(try line("2025-13-40")) 行 · 方案确定日期", "第 \(try line(": -5")) 行 · 工程子目第 3 项的金额（分）",
                "第 \(try line("\"other\"")) 行 · 工程子目第 3 项的类别",
                "line \(try line(": -5")), /items/2/amount_fen",
                "户册第 2 行 · 产权面积", "户册第 3 行 · 室号", "households, row 3",
            ] {
                #expect(told.text.contains(said), "\(said) is not in: \(told.text)")
            }
            let broken = await send(client, Array("{\n \"name\": \"x\"\n \"place\": 1}".utf8))
            #expect(broken.status == 422 && broken.text.contains("第 3 行"), "\(broken.text)")
            let none = await client.post(form: [("x", "y")], to: SchemeImportPage.path)
            #expect(none.status == 422 && none.text.contains("请选择方案文件"))
            let short = await send(client, Self.file { $0["items"] = [] })
            #expect(short.status == 422 && short.text.contains("消防安全"), "\(short.text)")
            let community = try self.client(database, as: "community")
            #expect(await community.get(SchemeImportPage.path).status == 403)
            #expect(try await Fingerprint.of(database.owner, like: before).differences(from: before) == [])
        }
    }
}
