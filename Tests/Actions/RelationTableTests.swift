import Cluster
import Harness
import PQ
import Testing
import Values

/// SQL as the application's own role, in a session of people who take no part: over every table there is.
@Suite("Relations: every table, by raw SQL")
struct RelationTableTests {
    /// Tables without a project of their own, each with what closes it; a new one needs its line here.
    private static let without: [String: String] = [
        "app.community": "its projects", "app.file": "what shows it", "app.request": "whom it was answered",
        "app.yearly_allotment": "written by the district",
        "app.yearly_duty": "written by the district", "ledger.pending": "identities alone",
        "ledger.leaf": "no role of the application's",
        "ledger.told_of_no_row": "identities alone, of before",
        "jobs.job": "the queue of the district", "jobs.schedule": "the runner's alone",
        "app.district_body": "the district's register",
        "app.contact": "its own person", "app.notice_setting": "the district's own",
        "app.quiet_hours": "the district's own",
        "app.webhook": "its own unit and role", "app.webhook_replay": "its webhook",
        "jobs.delivery": "the runner's alone; its own unit by a function",
        "jobs.webhook_place": "the runner's alone",
        "app.unit_confirmation": "written by the district's office",
    ]

    private static let projectTables: SQL = """
        select format('%I.%I', n.nspname, c.relname) as name
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname in ('app', 'ledger')
            and exists (select from pg_attribute where attrelid = c.oid and attname = 'project_id' and not attisdropped)
            and has_table_privilege('yanshou_service', c.oid, 'select')
        order by 1
        """

    private static func laid(_ body: @Sendable (TestDatabase, [String]) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            let url = try TestServer.url(database.name)
            try await TwoProjects.lay(in: database.owner, url: url)
            try Script.run(
                url: url,
                sql: """
                    do $$
                    declare
                        place text;
                    begin
                        for place in
                            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                            where c.relkind = 'r' and n.nspname = 'app'
                        loop
                            execute format('alter table %s disable trigger user', place);
                        end loop;
                    end
                    $$
                    """)
            let tables = try await database.owner.read(projectTables).map { try $0.text("name") }
            #expect(tables.count > 70)
            try await body(database, tables)
        }
    }

    private static func counts(
        _ database: TestDatabase, _ login: String, _ tables: [String], _ condition: SQL
    ) async throws -> [String: Int64] {
        let rows = try await database.act(
            as: login,
            tables.map { SQL(unescaped: "select count(*) as n from \($0) where ") + condition })
        return Dictionary(
            uniqueKeysWithValues: try zip(tables, rows).map { ($0, try $1.one().int64("n")) })
    }

    @Test("no role of another unit or another district sees a row; those who take part see theirs")
    func reads() async throws {
        try await Self.laid { database, tables in
            for side in ["far", "other"] {
                for role in side == "far" ? TwoProjects.ofProjects : TwoProjects.roles {
                    let seen = try await Self.counts(
                        database, TwoProjects.login(side, role), tables, "project_id = \(TwoProjects.own)")
                    #expect(
                        seen.values.allSatisfy { $0 == 0 }, "\(side) \(role): \(seen.filter { $0.value > 0 })"
                    )
                }
            }
            for role in TwoProjects.roles {
                let seen = try await Self.counts(
                    database, TwoProjects.login("own", role), tables, "project_id = \(TwoProjects.own)")
                // Registers, slips and contacts are for those who keep them.
                let hidden = seen.filter { $0.value == 0 }.keys
                #expect(hidden.count <= 20 && seen["app.project"] == 1, "\(role): \(hidden.sorted())")
            }
        }
    }

    @Test("communities, bytes and kept answers are seen by those of the project that they belong to")
    func parents() async throws {
        try await Self.laid { database, _ in
            let known = try await database.owner.read(
                """
                select format('%I.%I', n.nspname, c.relname) as name
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('app', 'ledger', 'jobs')
                    and exists (select from pg_attribute where attrelid = c.oid and attname = 'district' and not attisdropped)
                    and not exists (
                        select from pg_attribute where attrelid = c.oid and attname = 'project_id' and not attisdropped)
                order by 1
                """
            ).map { try $0.text("name") }
            #expect(known == Self.without.keys.sorted(), "say what closes it")
            let community = try await TwoProjects.id("community_id", of: TwoProjects.own, in: database.owner)
            let file = "sha256" + TwoProjects.own.description
            for (login, sees) in [("own-contractor", 1), ("far-contractor", 0), ("other-contractor", 0)] {
                let rows = try await database.act(
                    as: login,
                    [
                        "select count(*) as n from app.community where community_id = \(community)",
                        "select count(*) as n from app.file where sha256 = sha256(convert_to(\(file), 'UTF8'))",
                    ])
                #expect(try rows.map { try $0.one().int64("n") } == [Int64(sees), Int64(sees)], "\(login)")
            }
            let refused = try await database.refusal(
                as: "far-contractor",
                [
                    """
                    insert into app.yearly_allotment (district, yearly_allotment_id, year, amount_fen, number, op_id)
                    values (1, \(Seed.id("gift")), 2026, 1, 'n', \(Seed.id("op")))
                    """
                ])
            #expect(refused?.hasPrefix("42501") == true)
        }
    }

    @Test("no role of another unit writes a row into a project that is not its own, or changes one")
    func writes() async throws {
        try await Self.laid { database, tables in
            let streets = try await database.owner.read(
                """
                select place from app.writers()
                where command = 'insert' and subject is null and coalesce(role, 'construction_unit') = 'construction_unit'
                """
            ).map { try $0.text("place") }
            for role in [Role.constructionUnit, .contractor, .ownersBody, .utility] {
                let login = TwoProjects.login("far", role)
                for table in tables {
                    let refused = try await database.refusal(
                        as: login,
                        [
                            SQL(unescaped: "insert into \(table) (district, project_id) ")
                                + "values (1, \(TwoProjects.own))"
                        ])
                    let isRefused =
                        table == "ledger.entry" ? refused != nil : refused?.hasPrefix("42501") == true
                    #expect(isRefused, "\(role) \(table): \(refused ?? "written")")
                    // The same into his own fails for what the row lacks: it was let in.
                    guard table != "app.project", role == .constructionUnit, streets.contains(table)
                    else { continue }
                    let own = try await database.refusal(
                        as: login,
                        [
                            SQL(unescaped: "insert into \(table) (district, project_id) ")
                                + "values (1, \(TwoProjects.far))"
                        ])
                    #expect(own?.hasPrefix("23502") == true, "\(table): \(own ?? "written")")
                }
            }
            let changed = try await database.owner.read(
                """
                select distinct format('%I.%I', table_schema, table_name) as name, table_name::text as short
                from information_schema.role_column_grants
                where grantee = 'yanshou_service' and privilege_type = 'UPDATE' and column_name = 'op_id'
                    and table_schema = 'app' and table_name not in ('community', 'webhook', 'contact') order by 1
                """
            ).map { try $0.text("name") }
            #expect(changed.count > 10)
            for role in TwoProjects.ofProjects {
                let rows = try await database.act(
                    as: TwoProjects.login("far", role),
                    changed.map {
                        SQL(unescaped: "with gone as (update \($0) set op_id = op_id ")
                            + "where project_id = \(TwoProjects.own) returning 1) select count(*) as n from gone"
                    })
                #expect(try rows.allSatisfy { try $0.one().int64("n") == 0 }, "\(role)")
            }
        }
    }

    @Test("every role's reach is decided, and is what the tests take it for")
    func reach() async throws {
        try await TestDatabase.with { database in
            let rows = try await database.owner.read("select role, reach from auth.role_reach order by role")
            let decided = try rows.map { try $0.text("role") }
            #expect(decided == Role.allCases.map(\.rawValue).sorted())
            let district = try rows.filter { try $0.text("reach") == "district" }.map { try $0.text("role") }
            #expect(
                try await database.refusal(ofOwner: ["insert into auth.role_reach values ('x', 'county')"])
                    == "role_reach_is_known")
            #expect(
                try await database.refusal(ofOwner: [
                    """
                    insert into auth.appointment (district, appointment_id, person_id, organisation_id, role, valid_from)
                    values (1, \(Seed.id("a")), \(Seed.id("person:gas")), \(Seed.id("org:gas")), 'mayor', '2026-01-01')
                    """
                ]) == "appointment_role_is_known")
            #expect(Set(district) == Set(TwoProjects.district.map(\.rawValue) + ["system"]))
        }
    }
}
