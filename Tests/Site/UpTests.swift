import Actions
import Cluster
import Foundation
import Glibc
import Harness
import Ledger
import PQ
import Policy
import Testing
import Values

/// `yanshoud up` as an operator meets it: the real program, a real PostgreSQL, signals and kills.
@Suite("yanshoud up")
struct UpTests {
    @Test(
        "it starts, serves, ends PostgreSQL with itself, and finds its data again", .timeLimit(.minutes(20)))
    func startsStopsAndStartsAgain() async throws {
        try await LiveSite.with(options: Journey.clock) { site in
            let journey = Journey("again")
            try await site.start()
            try await site.seed()
            #expect(try await site.take(journey.importing()).status == 201)
            let before = try await site.call("GET", journey.path, as: "street")
            #expect(before.status == 200)
            #expect(try await site.stop() == 0)
            #expect(try site.cluster.processID == nil)
            #expect(try !site.cluster.isRunning())
            try await site.start()
            #expect(try await site.call("GET", journey.path, as: "street").body == before.body)
            #expect(try await site.stop() == 0)
        }
    }

    @Test(
        "killed service, killed PostgreSQL, both killed: what was acknowledged is there",
        .timeLimit(.minutes(20)))
    func recovers() async throws {
        try await LiveSite.with(options: Journey.clock) { site in
            try await site.start()
            try await site.seed()
            let journeys = (0..<4).map { Journey("recovers-\($0)") }
            #expect(try await site.take(journeys[0].importing()).status == 201)
            try await site.killService()
            #expect(try site.cluster.isRunning(), "PostgreSQL runs on without the service")
            try await site.start()
            try await site.killService()
            // Left running under another port, it is stopped and started where it is looked for.
            let moved = try PrivateCluster(state: site.state, port: LiveSite.databasePort + 1)
            try moved.start()
            #expect(try moved.isRunning() && !site.cluster.isRunning())
            try await site.start()
            #expect(try await site.take(journeys[1].importing()).status == 201)
            // The service stands, and brings its PostgreSQL back by itself.
            try site.killPostgres()
            #expect(try await site.insist(journeys[2].importing()).status == 201)
            try await site.killService()
            try site.killPostgres()
            try await site.start()
            #expect(try await site.take(journeys[3].importing()).status == 201)
            for journey in journeys {
                #expect(try await site.call("GET", journey.path, as: "street").status == 200)
            }
            #expect(try await site.stop() == 0)
        }
    }

    @Test("a second one in the same folder is told so, and the first goes on", .timeLimit(.minutes(20)))
    func oneToAFolder() async throws {
        try await LiveSite.with { site in
            try await site.start()
            let second = try site.launch()
            #expect(try await second.finish(within: .seconds(20)) != 0)
            #expect(second.errors.contains("another yanshoud runs in"))
            #expect(try await site.call("GET", "/readyz").status == 200)
            #expect(try await site.stop() == 0)
        }
    }

    @Test(
        "a port that is taken ends it with a reason and leaves no PostgreSQL behind", .timeLimit(.minutes(20))
    )
    func takenPort() async throws {
        try await LiveSite.with { first in
            try await first.start()
            try await LiveSite.with(options: ["--port", "\(first.port)"]) { site in
                let program = try site.launch()
                #expect(try await program.finish(within: .seconds(40)) != 0)
                #expect(try site.cluster.processID == nil)
                #expect(!program.errors.isEmpty)
            }
            #expect(try await first.stop() == 0)
        }
    }

    @Test("a signal during the start ends it as one after it does", .timeLimit(.minutes(20)))
    func earlySignal() async throws {
        try await LiveSite.with { site in
            let program = try site.launch()
            try await eventually { try site.cluster.processID != nil }
            program.signal(SIGTERM)
            #expect(try await program.finish(within: .seconds(40)) == 0)
            #expect(try !site.cluster.isRunning())
        }
    }

    @Test("an older state folder is brought to the present with its rows", .timeLimit(.minutes(20)))
    func olderFolder() async throws {
        let old = try RunningProgram.makeFolder("yanshou-old")
        defer { try? FileManager.default.removeItem(atPath: old) }
        try olderScripts(in: old)
        try await LiveSite.with(options: Journey.clock) { site in
            let cluster = try site.cluster
            try cluster.start()
            try Script.run(
                url: cluster.url("postgres"),
                sql: "create database yanshou template template0 encoding 'UTF8'")
            let report = try Migrator(folder: old).migrate(url: cluster.url("yanshou"))
            #expect(report.applied.count == 7)
            // The ground replayed there is today's, and counts what ends sign-ins; its policies ask a table of today.
            try Script.run(
                url: cluster.url("yanshou"),
                sql: """
                    alter table auth.secret add column generation bigint not null default 0;
                    drop table app.part cascade;
                    drop table auth.role_reach cascade;
                    alter table auth.token drop column label, drop column reads_only, drop column actions
                    """)
            try await site.seed(registering: false)
            let pool = try site.pool()
            try await write(into: pool)
            try await signInsOfOld(into: pool)
            let before = try await Fingerprint.of(pool)
            #expect(before.rows > 80)
            await pool.close()
            try cluster.stop()

            try await site.start()
            let present = try site.pool()
            let status = try Migrator(folder: TestServer.repository + "/sql").status(
                url: cluster.url("yanshou"))
            #expect(status.isUpToDate)
            let after = try await Fingerprint.of(present, like: before)
            // Policies of the present version are published beside what was there.
            // Passwords and tokens are kept in another form, attempts elsewhere. What waits is sealed meanwhile.
            #expect(
                before.differences(from: after).filter { !$0.hasPrefix("policy.") && $0 != "ledger.pending" }
                    == ["auth.person", "auth.secret", "auth.sign_in_failure", "auth.token", "ledger.entry"])
            // Rows that were there are bound by one event of the upgrade in each district that recorded any: here one.
            let begun = try await present.read(
                "select subject_version from ledger.entry where type = 'ledger.rows_begin'")
            #expect(begun.count == 1)
            let audit = try await RunningProgram.run(
                "yanshoud",
                ["ledger", "audit", "--state", site.state, "--database-port", "\(LiveSite.databasePort)"])
            #expect(audit.status == 0, "\(audit.output)")
            let counted = try await RunningProgram.run(
                "yanshoud",
                ["clocks", "check", "--state", site.state, "--database-port", "\(LiveSite.databasePort)"])
            #expect(
                counted.status == 0 && counted.output.contains(" moves, 0 differences"), "\(counted.output)")
            for command in ["seal", "fsck"] {
                let done = try await RunningProgram.run(
                    "yanshoud",
                    ["ledger", command, "--state", site.state, "--database-port", "\(LiveSite.databasePort)"])
                #expect(done.status == 0, "\(done.output)\(done.errors)")
                if command == "fsck" { #expect(done.output.hasSuffix(" checkpoints, 0 differences\n")) }
            }
            let opened = try await site.call(
                "POST", "/v1/sign-in", as: nil, ["login": "street", "password": "old password"])
            #expect(opened.status == 201, "\(opened)")
            await present.close()
            let listed = try await site.call("GET", "/v1/projects/\(Seed.id("old:project"))", as: "street")
            #expect(listed.status == 200)
            #expect(listed.json?["name"]?.text == "旧项目")
            try await adoptsThePresentEdition(site)
            #expect(try await site.take(Journey("new").importing()).status == 201)
            #expect(try await site.stop() == 0)
        }
    }

    /// What this program asks of the old project's edition and does not find is there once the office has adopted the
    /// present one; every read of the project answers then.
    private func adoptsThePresentEdition(_ site: LiveSite) async throws {
        let path = "/v1/projects/\(Seed.id("old:project"))"
        #expect(try await unread(path, at: site).contains { $0.contains("/close-gate: 422") })
        let edition = try await site.call("GET", path + "/edition", as: "office")
        #expect(edition.status == 200, "\(edition)")
        let missing = edition.json?["missing"]?.list?.compactMap(\.text) ?? []
        // The refusal itself names the way out, and who can take it.
        let stuck = try await site.call("GET", path + "/close-gate", as: "street")
        #expect(stuck.status == 422 && stuck.json?["code"] == "policy_key_missing", "\(stuck)")
        let way = stuck.json?["refusals"]?.list?.first
        #expect(way?["remedy"]?.text?.contains("yanshou edition adopt") == true, "\(stuck)")
        #expect(way?["lifted_by"] == ["renovation_office"])
        #expect(Set(UpTests.laterKeys).isSubset(of: missing), "\(missing)")
        let present = try #require(edition.json?["present"]?.text)
        let body: JSON = ["edition": .text(present), "reason": "升级后换用现行版本"]
        #expect(try await site.call("POST", path + "/edition", as: "street", body).status == 403)
        let wrong = try await site.call(
            "POST", path + "/edition", as: "office",
            ["edition": edition.json?["edition"] ?? .null, "reason": "退回"])
        #expect(wrong.status == 422, "\(wrong)")
        // Two units act as the office here, and neither is known: the keeper of the register says which it is.
        let unnamed = try await site.call("POST", path + "/edition", as: "office", body)
        #expect(unnamed.json?["refusals"]?.list?.first?["code"] == "act_is_of_its_body", "\(unnamed)")
        let pool = try site.pool()
        _ = try await pool.transaction { try await $0.commit(after: Seed.bodies) }
        await pool.close()
        let adopted = try await site.call("POST", path + "/edition", as: "office", body)
        #expect(adopted.status == 200, "\(adopted)")
        let unread = try await unread(path, at: site)
        #expect(unread.isEmpty, "\(unread)")
        let again = try await site.call("POST", path + "/edition", as: "office", body)
        #expect(again.status == 422)
    }

    /// The reads of a project that answer with a fault or with a rule that its edition does not have.
    private func unread(_ path: String, at site: LiveSite) async throws -> [String] {
        let described = try await site.call("GET", "/v1/openapi.json")
        var found = [String]()
        for (route, verbs) in described.json?["paths"]?.object ?? [:] {
            guard route.hasPrefix("/v1/projects/{project}"), route.filter({ $0 == "{" }).count == 1,
                let read = verbs["get"],
                !(read["parameters"]?.list ?? []).contains(where: {
                    $0["in"] == "query" && $0["required"] == true
                })
            else { continue }
            let target = path + route.dropFirst("/v1/projects/{project}".count)
            let status = try await site.call("GET", target, as: "street").status
            if status == 422 || status >= 500 { found.append("\(route): \(status)") }
        }
        return found.sorted()
    }

    /// Keys that the older version's packs had not.
    private static let laterKeys = ["closing.requires", "tender.signs.supplier_awards", "projects.steps"]

    /// The packs as they were before those keys.
    private func olderBook() throws -> PolicyBook {
        let files = FileManager.default
        let folder = try RunningProgram.makeFolder("yanshou-packs")
        defer { try? files.removeItem(atPath: folder) }
        let packs = TestServer.repository + "/Sources/Policy/Packs"
        for name in files.enumerator(atPath: packs)?.compactMap({ $0 as? String }) ?? [] {
            var isFolder: ObjCBool = false
            _ = files.fileExists(atPath: packs + "/" + name, isDirectory: &isFolder)
            if isFolder.boolValue {
                try files.createDirectory(atPath: folder + "/" + name, withIntermediateDirectories: true)
                continue
            }
            var text = try String(contentsOfFile: packs + "/" + name, encoding: .utf8)
            if name.hasSuffix(".yaml") {
                var isLater = false
                text = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
                    if let first = line.first, first != " ", first != "#" {
                        isLater = UpTests.laterKeys.contains { line.hasPrefix($0 + ":") }
                    }
                    return !isLater
                }.joined(separator: "\n")
            }
            try files.createDirectory(
                atPath: URL(fileURLWithPath: folder + "/" + name).deletingLastPathComponent().path,
                withIntermediateDirectories: true)
            try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
        }
        return try PolicyBook.load(folder: folder)
    }

    /// A password and tokens as the older version kept them.
    private func signInsOfOld(into pool: Pool) async throws {
        let made = Password("old password")
        let key = try #require(Password.key(of: "old password", form: made.form))
        let tokens: [SQL] = Seed.people.map { person in
            """
            update auth.token set token_hash = \(Token.hash(Seed.token(person.login)))
            where appointment_id = \(Seed.id("appointment:" + person.login))
            """
        }
        let password: SQL = """
            update auth.person set password = \(made.form + "$" + Base64.text(key)) where login = 'street'
            """
        try await pool.transaction { transaction in
            _ = try await transaction.commit(after: tokens + [password])
        }
    }

    /// `sql/` as it was when only the tables of projects were there: the first migrations, and the ground that replays
    /// on them; what the capabilities replay speaks of tables of later migrations.
    private func olderScripts(in folder: String) throws {
        let files = FileManager.default
        let sql = TestServer.repository + "/sql"
        try files.createDirectory(atPath: folder + "/migrations", withIntermediateDirectories: true)
        try files.createDirectory(atPath: folder + "/current", withIntermediateDirectories: true)
        for name in try files.contentsOfDirectory(atPath: sql + "/migrations").sorted().prefix(7) {
            try files.copyItem(
                atPath: sql + "/migrations/" + name, toPath: folder + "/migrations/" + name)
        }
        for name in ["aa_ground", "zz_finish"] {
            try files.copyItem(atPath: sql + "/current/" + name, toPath: folder + "/current/" + name)
        }
        // What contracts come to, and what of the scheme is built, asks tables of today.
        for name in ["17_contracts", "18_scheme"] {
            try files.removeItem(atPath: folder + "/current/aa_ground/\(name).sql")
        }
        try files.copyItem(
            atPath: sql + "/migrations/0043_parts.sql", toPath: folder + "/current/aa_ground/90_parts.sql")
        try "create table auth.role_reach (role text primary key, reach text not null);".write(
            toFile: folder + "/current/aa_ground/91_reach.sql", atomically: true, encoding: .utf8)
        let columns = "add column label text, add column reads_only boolean, add column actions text[]"
        try "alter table auth.token \(columns);".write(
            toFile: folder + "/current/aa_ground/04_tokens.sql", atomically: true, encoding: .utf8)
    }

    /// A community, its project, a paper and money, written as the older version's rows are.
    private func write(into pool: Pool) async throws {
        let book = try olderBook()
        let packs: [SQL] = book.published.map { pack in
            let files = JSON.list(
                pack.files.map { .object(["path": .text($0.path), "text": .text($0.text)]) })
            return """
                insert into policy.pack (pack_id, version, parent, status, files)
                values (\(pack.packID), \(pack.version), \(pack.parent), \(pack.status.rawValue), \(files))
                """
        }
        let edition = try book.edition(for: "330302")
        let op = Seed.id("old:op")
        let project = Seed.id("old:project")
        let community = Seed.id("old:community")
        let body = JSON.object([
            "id": .text(op.description), "type": "project.import", "body": ["clock": "simulated"],
        ]).canonical
        try await pool.transaction { transaction in
            _ = try await transaction.commit(
                after: packs + [
                    // Guards ask who acts, of the owner too; the older version has no day of its own.
                    """
                    select set_config('app.context', auth.sign_context(concat_ws('|',
                        pg_backend_pid() || ' ' || extract(epoch from transaction_timestamp()), 1,
                        \(Seed.id("person:street"))::text, \(Seed.id("org:street"))::text,
                        \(Seed.id("appointment:street"))::text, 'construction_unit', '', '', '2026-03-02', 'api', true,
                        false, 1, 0)), true)
                    """,
                    """
                    insert into policy.edition (edition, place, packs) values (\(edition), '330302', '["330302"]')
                    """,
                    """
                    insert into ledger.entry (district, entry_id, type, subject_kind, subject_id, subject_version,
                        person_id, role, project_id, at, body, leaf)
                    values (1, \(op), 'project.import', 'project', \(project), 1, \(Seed.id("person:street")),
                        'construction_unit', \(project), '2026-03-01 09:00+08', \(body), \(Entry.leaf(body)))
                    """,
                    """
                    insert into app.community (district, community_id, name, address, completed_on, households,
                        area_hundredths, body_kind, body_name, op_id)
                    values (1, \(community), '旧小区', '水心街1号', '1996-06-30', 600, 4800000, 'owners_committee',
                        '业委会', \(op))
                    """,
                    """
                    insert into app.project (district, project_id, community_id, name, construction_unit_id, place,
                        edition, state, account_number, account_opened_on, op_id)
                    values (1, \(project), \(community), '旧项目', \(Seed.id("org:street")), '330302', \(edition),
                        'S06', '3303', '2026-02-02', \(op))
                    """,
                    """
                    insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title,
                        dated, op_id)
                    values (1, \(Seed.id("old:paper")), \(project), 'project', \(project), 'application_form', '申请表',
                        '2026-02-10', \(op))
                    """,
                    """
                    insert into app.receipt (district, receipt_id, project_id, household, channel, amount_fen, voucher,
                        received_on, op_id)
                    select 1, gen_random_uuid(), \(project), '1-' || n, 'personal', 100 * n, 'SJ-' || n, '2026-02-20',
                        \(op)
                    from generate_series(1, 20) n
                    """,
                ])
        }
    }

    private func eventually(
        within limit: Duration = .seconds(30), _ isTrue: () async throws -> Bool
    ) async throws {
        let deadline = ContinuousClock.now + limit
        while ContinuousClock.now < deadline {
            if (try? await isTrue()) == true { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        Issue.record("it did not come true within \(limit)")
    }
}
