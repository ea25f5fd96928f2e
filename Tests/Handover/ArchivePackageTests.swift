import Archives
import Handover
import Harness
import Ledger
import PQ
import Testing
import Values
import Web

@Suite("The archive of a project")
struct ArchivePackageTests {
    private func package(_ name: String, number: Int = 1) -> RawRow {
        RawRow(
            "app.archive_package", of: "archive_package", Seed.id("archive:" + name), in: Scene.project,
            [
                "archive_package_id": "\(Seed.id("archive:" + name))", "number": "\(Int32(number))",
                "content": "'zip'::bytea", "sha256": "sha256('zip')", "manifest_sha256": "sha256('m')",
                "files": "1", "made_on": "'2026-03-02'",
            ])
    }

    /// A package with its five volumes, each of them empty for a reason.
    private func sorted(_ row: RawRow, _ name: String) -> [SQL] {
        row.statements + ["A", "B", "C", "D", "E"].map { volume($0, of: name).insert(under: row.op) }
    }

    private func volume(_ part: String, of name: String) -> RawRow {
        RawRow(
            "app.archive_volume", of: "archive_package", Seed.id("archive:" + name), in: Scene.project,
            [
                "archive_package_id": "\(Seed.id("archive:" + name))", "part": "\(part)", "items": "0",
                "reason": "'没有委托监理'",
            ])
    }

    private func item(_ number: Int32, _ part: String, of name: String, paper: ID? = nil) -> RawRow {
        RawRow(
            "app.archive_item", of: "archive_package", Seed.id("archive:" + name), in: Scene.project,
            [
                "archive_package_id": "\(Seed.id("archive:" + name))", "number": "\(number)",
                "part": "\(part)",
                "paper_id": "\(paper)", "title": "'竣工图'",
            ])
    }

    @Test("a package has every part, and every paper in its part")
    func volumes() async throws {
        try await Scene.with { scene async throws in
            let database = scene.database
            func refusal(_ statements: [SQL]) async throws -> String? {
                try await database.refusal(as: "street", statements)
            }
            let row = package("a")
            let whole = sorted(row, "a")
            func without(_ part: String, _ more: RawRow...) -> [SQL] {
                row.statements
                    + ["A", "B", "C", "D", "E"].filter { $0 != part }.map {
                        volume($0, of: "a").insert(under: row.op)
                    } + more.map { $0.insert(under: row.op) }
            }
            #expect(try await refusal(row.statements) == "archive_package_has_every_part")
            #expect(try await refusal(without("B")) == "archive_package_has_every_part")
            let one = volume("B", of: "a").with(["items": "1", "reason": "null"])
            #expect(try await refusal(without("B", one)) == "archive_volume_counts_its_items")
            for (code, change): (String, [String: SQL]) in [
                ("archive_volume_has_files_or_says_why", ["reason": "null"]),
                ("archive_volume_has_files_or_says_why", ["reason": "''"]),
                ("archive_volume_has_files_or_says_why", ["items": "1"]),
                ("archive_volume_counts_from_nothing", ["items": "-1", "reason": "null"]),
            ] {
                #expect(try await refusal(without("B", volume("B", of: "a").with(change))) == code)
            }
            #expect(
                try await refusal(without("B", one, item(0, "B", of: "a")))
                    == "archive_item_number_is_positive")
            // A paper that came meanwhile is in no package that was begun before.
            let paper = RawRow(
                "app.paper", of: "paper", Seed.id("paper:late"), in: Scene.project,
                [
                    "paper_id": "\(Seed.id("paper:late"))", "subject_kind": "'project'",
                    "subject_id": "\(Scene.project)", "kind": "'as_built_drawings'", "title": "'竣工图'",
                    "dated": "'2026-02-01'",
                ])
            let raced = try await database.race(("street", paper.statements), ("office", whole))
            #expect(raced.0 == nil && raced.1 == "archive_package_lists_every_paper", "\(raced)")
            let late = Seed.id("paper:late")
            let twice = volume("D", of: "a").with(["items": "2", "reason": "null"])
            #expect(
                try await refusal(
                    without(
                        "D", twice, item(1, "D", of: "a", paper: late), item(2, "D", of: "a", paper: late)))
                    == "archive_item_names_a_paper_once")
            let wrong = volume("A", of: "a").with(["items": "1", "reason": "null"])
            #expect(
                try await refusal(without("A", wrong, item(1, "A", of: "a", paper: late)))
                    == "archive_package_lists_every_paper")
            let right = volume("D", of: "a").with(["items": "1", "reason": "null"])
            #expect(try await refusal(without("D", right, item(1, "D", of: "a", paper: late))) == nil)
            _ = try await database.race(
                ("street", without("D", right, item(1, "D", of: "a", paper: late))), ("office", []))
            #expect(
                try await refusal(item(7, "D", of: "a").again(as: "later").statements)
                    == "archive_volume_comes_with_its_package")
        }
    }

    @Test("a part without a file is named with its clause, or says why")
    func unformed() async throws {
        try await Scene.with { scene async throws in
            try await scene.move(to: "330100")
            try await scene.recordOwnersDecision()
            func pack(_ reasons: [String]?) async -> Response {
                var body: [String: JSON] = ["id": .text("\(Seed.id("z"))")]
                if let reasons {
                    body["unformed"] = .list(reasons.map { ["part": .text($0), "reason": "没有形成"] })
                }
                return await scene.site.send(
                    .post, Scene.end + "/archive-packages", as: "street", .object(body))
            }
            let silent = await pack(nil)
            #expect(silent.refusalCodes == ["archive_volume_has_files_or_says_why"], "\(silent.text)")
            let refusal = silent.json?["refusals"]?.list?.first
            #expect(refusal?["source"]?["rule"] == "ARC-2")
            #expect(refusal?["missing"]?.list?.count == 4, "\(silent.text)")
            #expect(
                await pack(["A", "B", "C", "D", "E"]).refusalCodes == ["archive_volume_has_files_or_says_why"]
            )
            #expect(
                await pack(["A", "B", "C", "D", "F"]).refusalCodes == ["archive_volume_has_files_or_says_why"]
            )
            let made = await pack(["A", "B", "C", "D"])
            #expect(made.status == 201, "\(made.text)")
            let files = try ZipPackage.unpack(
                await scene.site.send(
                    .get, "/v1/archive-packages/\(Seed.id("z"))/content", as: "street"
                ).body)
            let note = files.first { $0.name == "B/note.txt" }.map {
                String(decoding: $0.bytes, as: UTF8.self)
            }
            #expect(note?.contains("本卷没有文件：没有形成") == true, "\(note ?? "")")
            let catalogue = files.first { $0.name == "E/catalogue.txt" }.map {
                String(decoding: $0.bytes, as: UTF8.self)
            }
            #expect(catalogue?.contains("联合竣工验收证书") == true, "\(catalogue ?? "")")
            let list = await scene.site.send(.get, Scene.end + "/archive-packages", as: "office")
            #expect(list.json?["items"]?.list?.first?["parts"]?.list?.count == 5, "\(list.text)")
        }
    }

    private func receipt(_ name: String) -> RawRow {
        RawRow(
            "app.archive_receipt", of: "archive_receipt", Seed.id("receipt:" + name), in: Scene.project,
            [
                "archive_package_id": "\(Seed.id("archive:" + name))", "archive": "'城建档案馆'",
                "number": "'HZ-1'", "sha256": "sha256('zip')", "received_on": "'2026-03-02'",
            ])
    }

    @Test("raw SQL packs an accepted project, under its digest, and the receipt names what was packed")
    func guards() async throws {
        try await Scene.with { scene async throws in
            let database = scene.database
            func refusal(_ row: RawRow) async throws -> String? {
                try await database.refusal(as: "street", row.statements)
            }
            let large: SQL = "convert_to(repeat('x', 67108865), 'UTF8')"
            for (code, changes): (String, [String: SQL]) in [
                ("archive_package_is_its_digest", ["sha256": "sha256('other')"]),
                ("archive_package_is_of_a_fair_size", ["content": large, "sha256": "sha256(" + large + ")"]),
                ("archive_manifest_digest_has_32_bytes", ["manifest_sha256": "'x'::bytea"]),
                ("archive_package_holds_files", ["files": "0"]),
                ("archive_package_number_is_positive", ["number": "0"]),
                ("archive_package_is_made_today", ["made_on": "'2026-03-01'"]),
            ] {
                #expect(try await refusal(package("a").with(changes)) == code, "\(code)")
            }
            let numbers = try await database.race(
                ("street", sorted(package("a"), "a")), ("office", sorted(package("b"), "b")))
            #expect(numbers.0 == nil && numbers.1 == "archive_package_number_is_one", "\(numbers)")
            for (code, changes): (String, [String: SQL]) in [
                ("archive_receipt_names_its_package", ["sha256": "sha256('other')"]),
                ("archive_receipt_follows_its_package", ["received_on": "'2026-03-01'"]),
                ("archive_receipt_follows_its_package", ["received_on": "'2026-03-03'"]),
                ("archive_receipt_names_the_archive", ["archive": "''"]),
                ("archive_receipt_has_a_number", ["number": "''"]),
            ] {
                #expect(try await refusal(receipt("a").with(changes)) == code, "\(code)")
            }
            let taken = try await database.race(
                ("street", receipt("a").statements), ("office", receipt("a").again(as: "2").statements))
            #expect(taken.0 == nil && taken.1 == "archive_receipt_is_one_of_its_package", "\(taken)")
        }
        try await Scene.with(state: "S15") { scene async throws in
            try await scene.put(["delete from app.acceptance_certificate"])
            #expect(
                try await scene.database.refusal(as: "street", package("a").statements)
                    == "archive_package_follows_the_certificate")
        }
    }

    @Test(
        "a package holds papers, certificate, events and clauses, is checked offline, and its receipt ends the deadline"
    )
    func routes() async throws {
        try await Scene.with { scene async throws in
            try await scene.recordOwnersDecision()
            try await scene.put([
                """
                insert into app.clock (district, clock_id, project_id, subject_kind, subject_id, key, rule, started_on,
                    due_on, explanation, op_id)
                values (1, \(Seed.id("clock")), \(Scene.project), 'acceptance_round', \(Seed.id("round")),
                    'archive.months', 'ARC-1', '2026-02-27', '2026-05-27', '{}', \(Seed.id("op:scene")))
                """
            ])
            let base = "/v1/archive-packages/\(Seed.id("z"))"
            let made = await scene.site.send(
                .post, Scene.end + "/archive-packages", as: "street", ["id": .text("\(Seed.id("z"))")])
            #expect(made.status == 201, "\(made.text)")
            let got = await scene.site.send(.get, base + "/content", as: "street")
            #expect(got.status == 200)
            #expect(made.json?["sha256"]?.text == hex(Digest.sha256(got.body)))
            let files = try ZipPackage.unpack(got.body)
            let (manifest, findings) = ArchiveManifest.check(files)
            #expect(findings.isEmpty)
            #expect(manifest.map { hex($0.digest) } == made.json?["manifest_sha256"]?.text)
            let names = Set(files.map(\.name))
            #expect(
                names.isSuperset(of: [
                    "papers.json", "events.txt", "clauses.json", "determinations.json", "notices.json",
                    "end.json",
                    "certificates/acceptance.json",
                ]), "\(names)")
            let papers = files.first { $0.name == "papers.json" }.flatMap { try? JSON(strict: $0.bytes) }
            #expect(papers?.list?.first?["kind"] == "owners_handover_decision")
            let events = files.first { $0.name == "events.txt" }.map {
                String(decoding: $0.bytes, as: UTF8.self)
            }
            let line = try #require(events?.split(separator: "\n").first)
            let parts = line.split(separator: " ", maxSplits: 1)
            #expect(hex(Digest.sha256([0] + Array(parts[1].utf8))) == parts[0])
            func receive(_ digest: String) async -> Response {
                await scene.site.send(
                    .post, base + "/receipt", as: "street",
                    [
                        "archive": "温州市城市建设档案馆", "number": "回执〔2026〕1号", "sha256": .text(digest),
                        "received_on": "2026-03-02",
                    ])
            }
            let other = await receive(String(repeating: "0", count: 64))
            #expect(other.refusalCodes == ["archive_receipt_names_its_package"], "\(other.text)")
            #expect(other.json?["refusals"]?.list?.first?["source"]?["rule"] == "ARC-1")
            let taken = await receive(made.json?["sha256"]?.text ?? "")
            #expect(taken.json?["late"] == false, "\(taken.text)")
            #expect(
                await receive(made.json?["sha256"]?.text ?? "").refusalCodes == [
                    "archive_receipt_is_one_of_its_package"
                ])
            let clock = try await scene.database.owner.read(
                "select state from app.clock where key = 'archive.months'"
            ).one()
            #expect(try clock.text("state") == "met")
            let page = await scene.site.send(.get, "/projects/\(Scene.project)/closing", as: "street")
            #expect(page.status == 200)
            #expect(page.text.contains("温州市城市建设档案馆 回执〔2026〕1号"), "\(page.text)")
            let list = await scene.site.send(.get, Scene.end + "/archive-packages", as: "office")
            #expect(list.json?["items"]?.list?.first?["receipt"] == "回执〔2026〕1号", "\(list.text)")
        }
    }
}
