import Harness
import Ledger
import PQ
import Testing
import Values
import Web

/// SQL as the application's own role that enters as somebody without an account.
@Suite("Reporters without an account, by raw SQL")
struct ReporterTests {
    private static let key = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
    private static let issue = Seed.id("issue:a")

    /// A project with a resident's issue, a contact and a photo, whose private key is `key`.
    private static func with(_ body: @Sendable (TestDatabase) async throws -> Void) async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let site = try Scene.site(database)
            for name in ["a", "b"] {
                let filed = await site.send(
                    .post, "/v1/projects/\(Scene.project)/issues", as: "resident", Scene.issue(name))
                #expect(filed.status == 201)
            }
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    "update app.issue set follow_key_hash = \(Digest.sha256(key.utf8)) where issue_id = \(issue)",
                ])
            }
            try await body(database)
        }
    }

    private static func enter(_ issue: ID?, _ key: String?) -> SQL {
        """
        select auth.enter_reporter(\(Scene.project), \(issue), \(key.map { Digest.sha256($0.utf8) })) as actor
        """
    }

    private static func tell(_ database: TestDatabase, _ statements: [SQL]) async throws -> [Rows] {
        try await database.service.transaction { transaction in
            let rows = try await transaction.send(statements)
            _ = try await transaction.commit()
            return rows
        }
    }

    private static let secrets = [
        "auth.person", "auth.appointment", "auth.signing_key", "auth.control_link", "app.community",
        "app.receipt",
        "app.contract", "app.volunteer", "app.issue_contact", "app.daily_log", "app.paper", "app.block",
        "app.handover", "jobs.job",
    ]

    @Test("they see neither people nor appointments, and no issue without its key")
    func sees() async throws {
        try await Self.with { database in
            for (shown, own) in [(nil, 0), ("wrong", 0), (Self.key, 1)] as [(String?, Int64)] {
                let counts: [SQL] =
                    (Self.secrets + ["app.issue", "app.issue_photo", "app.file", "app.clock", "ledger.entry"])
                    .map { SQL(unescaped: "select count(*) as n from \($0)") }
                let rows = try await Self.tell(database, [Self.enter(Self.issue, shown)] + counts)
                let found = try rows.dropFirst().map { try $0.one().int64("n") }
                #expect(found.prefix(Self.secrets.count).allSatisfy { $0 == 0 }, "\(found)")
                #expect(found.suffix(5).allSatisfy { $0 == own }, "\(found)")
            }
            // A key opens the issue it is of, and no other.
            let other = try await Self.tell(
                database, [Self.enter(Seed.id("issue:b"), Self.key), "select count(*) as n from app.issue"])
            #expect(try other[1].one().int64("n") == 0)
            // By the reading role as by the writing one.
            let read = try await database.service.read([
                Self.enter(Self.issue, nil), "select count(*) as n from auth.appointment",
            ])
            #expect(try read[1].one().int64("n") == 0)
        }
    }

    @Test("they add a report and nothing else, and become nobody else")
    func adds() async throws {
        try await Self.with { database in
            for statement: SQL in [
                """
                insert into jobs.job (job_id, district, kind, arguments)
                values (\(Seed.id("job")), 1, 'clock.due', '{}')
                """,
                """
                insert into auth.control_link (organisation_id, controlled_id, kind, evidence, valid_from)
                values (\(Seed.id("org:epc")), \(Seed.id("org:gas")), 'parent', 'x', '2026-01-01')
                """,
                """
                insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated, op_id)
                values (1, \(Seed.id("p")), \(Scene.project), 'project', \(Scene.project), 'opinion_notice', 'x',
                    '2026-02-10', \(Seed.id("op")))
                """,
            ] {
                let refusal = await #expect(throws: PQError.self) {
                    _ = try await Self.tell(database, [Self.enter(nil, nil), statement])
                }
                #expect(refusal?.sqlstate == "42501", "\(statement.text): \(String(describing: refusal))")
            }
            let become = try await Self.tell(
                database,
                [
                    Self.enter(Self.issue, Self.key),
                    """
                    select auth.role() as role, auth.organisation() as organisation, auth.project() as project,
                        auth.token_kind() as kind, auth.today() as day
                    """,
                ])
            let row = try become[1].one()
            #expect(try row.text("role") == "resident" && row.text("kind") == "reporter")
            #expect(try row.id("organisation") == ID(high: 0, low: 0))
            #expect(try row.id("project") == Scene.project)
            #expect(try row.day("day") == Seed.today)
        }
    }

    @Test("whoever entered nothing reads no people either")
    func nobody() async throws {
        try await Self.with { database in
            for statement: SQL in [
                "select count(*) as n from auth.person", "select count(*) as n from auth.appointment",
            ] {
                let refusal = await #expect(throws: PQError.self) {
                    _ = try await Self.tell(database, [statement])
                }
                #expect(refusal?.failure?.constraint == "context_is_entered")
            }
        }
    }
}
