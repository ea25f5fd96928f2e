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
                ("street", package("a").statements), ("office", package("b").statements))
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
