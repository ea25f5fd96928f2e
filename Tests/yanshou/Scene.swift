import Harness
import Ledger
import PQ
import Policy
import Values

/// A project under way, laid down past the guards that its own capabilities test.
enum Scene {
    static let project = Seed.id("project")
    static let round = Seed.id("round")

    static let dossier = Dossier(
        district: Seed.district, project: project, round: 1, policyEdition: "e",
        seats: [.init(name: "supervisor", mandatory: true, needsKey: true)],
        documents: [.init(id: Seed.id("plan"), title: "竣工图", sha256: Digest.sha256("plan".utf8), bytes: 4)],
        facts: [
            "project": "水心小区改造",
            "documents": [
                ["id": .text(Seed.id("plan").description), "kind": "as_built", "dated": "2026-02-20"]
            ],
            "papers": [["title": "竣工验收报告", "number": "竣报 1 号", "dated": "2026-02-21"]],
            "seats": [["seat": "supervisor", "unit": "监理公司甲"]],
        ])

    /// An approved scheme that waits for its money.
    static func scheme(_ database: TestDatabase, state: String = "S06") async throws {
        let edition = try TestPolicies.book.get().edition(for: "330302")
        try await lay(
            database,
            [
                """
                insert into app.community (district, community_id, name, address, completed_on, households,
                    area_hundredths, body_kind, body_name, op_id)
                values (1, \(Seed.id("community")), '水心小区', '水心街1号', '1996-01-01', 600, 4800000,
                    'owners_committee', '业委会', \(Seed.id("op")))
                """,
                """
                insert into app.project (district, project_id, community_id, name, construction_unit_id, place,
                    edition, state, op_id)
                values (1, \(project), \(Seed.id("community")), '水心小区改造', \(Seed.id("org:street")), '330302',
                    \(edition), \(state), \(Seed.id("op")))
                """,
                """
                insert into app.funding_plan (district, project_id, other_fen, contingency_fen, total_fen,
                    resident_weighted_fen, excess_fen, resident_fen, subsidy_fen, required_fen, determination_id,
                    op_id)
                values (1, \(project), 0, 0, 100, 20, 0, 20, 80, 20, \(Seed.id("d")), \(Seed.id("op")))
                """,
            ])
    }

    /// A round of acceptance called for today, with the supervisor in the one seat and a frozen dossier.
    static func called(_ database: TestDatabase) async throws {
        try await scheme(database, state: "S15")
        let edition = try TestPolicies.book.get().edition(for: "330302")
        let op = Seed.id("op")
        try await lay(
            database,
            [
                """
                insert into app.delivery_mode (district, project_id, mode, chosen_on, op_id)
                values (1, \(project), 'traditional', '2025-12-01', \(op))
                """,
                """
                insert into app.engagement (district, engagement_id, project_id, organisation_id, role, valid_from,
                    op_id)
                values (1, \(Seed.id("e")), \(project), \(Seed.id("org:supervisor")), 'supervisor', '2025-12-01',
                    \(op))
                """,
                """
                insert into app.acceptance_round (district, acceptance_round_id, project_id, number, event_on, place,
                    notice_on, notice_number, edition, notice_workdays, mode, op_id)
                values (1, \(round), \(project), 1, \(Seed.today), '社区', '2026-02-02', 'n1', \(edition), 7,
                    'traditional', \(op))
                """,
                """
                insert into app.acceptance_seat (district, acceptance_seat_id, acceptance_round_id, project_id, seat,
                    role, mandatory, needs_key, op_id)
                values (1, \(Seed.id("seat")), \(round), \(project), 'supervisor', 'supervisor', true, true, \(op))
                """,
                """
                insert into app.acceptance_sitting (district, acceptance_seat_id, number, acceptance_round_id,
                    project_id, person_id, organisation_id, role, seated_on, op_id)
                values (1, \(Seed.id("seat")), 1, \(round), \(project), \(Seed.id("person:supervisor")),
                    \(Seed.id("org:supervisor")), 'supervisor', '2026-02-02', \(op))
                """,
                """
                insert into app.acceptance_dossier (district, acceptance_dossier_id, acceptance_round_id, project_id,
                    number, manifest, sha256, frozen_at, op_id)
                values (1, \(Seed.id("dossier")), \(round), \(project), 1, \(dossier.canonical()),
                    \(dossier.digest), '2026-03-02 09:00+08', \(op))
                """,
            ])
    }

    /// The round's certificate as the service would keep it.
    static func certify(_ database: TestDatabase, _ file: [UInt8]) async throws {
        try await lay(
            database,
            [
                "delete from app.acceptance_certificate",
                """
                insert into app.acceptance_certificate (district, acceptance_certificate_id, acceptance_round_id,
                    project_id, dossier_sha256, opinion_ids, certified_on, content, sha256, op_id)
                values (1, \(Seed.id("certificate")), \(round), \(project), \(dossier.digest), '{}', \(Seed.today),
                    \(file), \(Digest.sha256(file)), \(Seed.id("op")))
                """,
            ])
    }

    /// A certificate that holds, and the key it is sealed by.
    static func certificate(sealed seal: SigningKey = .make()) -> (file: [UInt8], seal: SigningKey) {
        let key = SigningKey.make()
        let person = Seed.id("person:supervisor")
        let at = Instant(startOf: Seed.today, hour: 10)
        let statement = Statement(on: dossier, seat: "supervisor", person: person, opinion: .pass, at: at)
        let certificate = Certificate(
            id: Seed.id("certificate"), issued: at, verdict: .passed, dossier: dossier,
            opinions: [
                .init(
                    statement: statement, received: at,
                    signature: SSHSignature(of: statement.canonical(), for: .signOff, by: key))
            ],
            keys: [
                AllowedSigner(
                    person: person, key: key.publicKey, validAfter: Instant(startOf: Seed.today, hour: 8))
            ])
        return (certificate.sealed(by: seal).file(), seal)
    }

    private static func lay(_ database: TestDatabase, _ rows: [SQL]) async throws {
        let statements: [SQL] = ["set local session_replication_role = replica"] + rows
        _ = try await database.owner.transaction { try await $0.commit(after: statements) }
    }
}
