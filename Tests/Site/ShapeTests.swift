import Cluster
import Foundation
import Harness
import PQ
import Testing

@Suite("The database's shape")
struct ShapeTests {
    @Test("what the migrator builds is what sql/shape.sql says")
    func shapeIsKept() async throws {
        let shape = try await TestDatabase.with { database in
            try await RunningProgram.run(
                TestServer.repository + "/deploy/lib/shape", ["--of", TestServer.url(database.name)])
        }
        let kept = try text(of: "/sql/shape.sql").split(separator: "\n", omittingEmptySubsequences: false)
        let built = shape.output.split(separator: "\n", omittingEmptySubsequences: false)
        try #require(shape.status == 0, "\(shape.errors)")
        // The first two lines say where the file comes from.
        let changes = built.difference(from: kept.dropFirst(2))
        let told = changes.prefix(20).map { change in
            switch change {
            case .insert(let line, let text, _): "+\(line + 3) \(text)"
            case .remove(let line, let text, _): "-\(line + 3) \(text)"
            }
        }
        #expect(changes.isEmpty, "run deploy/lib/shape; \(told.joined(separator: "\n"))")
    }

    /// Each question finds what breaks one promise of the row security; all must find nothing.
    static let promises: [(String, SQL)] = [
        (
            "every table has forced row security",
            """
            select c.oid::regclass::text as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('app', 'auth', 'policy', 'ledger', 'jobs') and c.relkind in ('r', 'p')
                and not (c.relrowsecurity and c.relforcerowsecurity)
            """
        ),
        (
            "every table has a policy, and belongs to the owner",
            """
            select c.oid::regclass::text as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('app', 'auth', 'policy', 'ledger', 'jobs') and c.relkind in ('r', 'p')
                and (c.relowner::regrole::text <> 'yanshou_owner'
                    or not exists (select from pg_policy where polrelid = c.oid))
            """
        ),
        (
            "no policy calls a function for every row",
            """
            select format('%s on %s', polname, polrelid::regclass) as found
            from pg_policy, lateral (values (pg_get_expr(polqual, polrelid)), (pg_get_expr(polwithcheck, polrelid)))
                as part (text)
            where regexp_replace(text, 'SELECT (auth\\.\\w+)\\(\\)', '', 'g') ~ '\\w\\('
            """
        ),
        (
            "the service removes nothing",
            """
            select format('%s %s on %s.%s', grantee, privilege_type, table_schema, table_name) as found
            from information_schema.role_table_grants
            where grantee in ('yanshou_service', 'yanshou_reader', 'yanshou_public', 'yanshou_jobs',
                    'yanshou_sealer', 'yanshou_auditor', 'PUBLIC')
                and privilege_type in ('DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES')
                and table_schema in ('app', 'auth', 'policy', 'ledger', 'jobs', 'pub')
            """
        ),
        (
            "nobody of the application changes the ledger, the policies, or a fact",
            """
            select format('%s on %s.%s (%s)', g.grantee, g.table_schema, g.table_name, g.column_name) as found
            from information_schema.role_column_grants g
            where g.privilege_type = 'UPDATE'
                and g.grantee in ('yanshou_service', 'yanshou_reader', 'yanshou_public', 'yanshou_jobs',
                    'yanshou_sealer', 'yanshou_auditor', 'PUBLIC')
                and (g.table_schema in ('ledger', 'policy', 'pub') or exists (
                    select from pg_trigger t
                    where t.tgrelid = format('%I.%I', g.table_schema, g.table_name)::regclass
                        and t.tgname like '%fact_is_never_changed'))
            """
        ),
        (
            "readers write nothing, and the public reads only what is public",
            """
            select format('%s %s on %s.%s', grantee, privilege_type, table_schema, table_name) as found
            from information_schema.role_table_grants
            where (grantee in ('yanshou_reader', 'yanshou_public', 'yanshou_auditor') and privilege_type <> 'SELECT')
                or (grantee = 'yanshou_public' and table_schema <> 'pub')
            """
        ),
        (
            "no role of the application goes around row security",
            """
            select rolname::text as found from pg_roles
            where rolname like 'yanshou\\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
            """
        ),
        (
            // What a function of standard SQL names is settled when it is made.
            "every function has an empty search path",
            """
            select p.oid::regprocedure::text as found from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname in ('app', 'auth', 'policy', 'ledger', 'jobs', 'pub')
                and p.prosqlbody is null and not coalesce(p.proconfig @> array['search_path=""'], false)
            """
        ),
        (
            "a function with the guard's rights is the guard's, and not everybody's",
            """
            select p.oid::regprocedure::text as found from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname not in ('pg_catalog', 'information_schema') and p.prosecdef
                and (p.proowner::regrole::text <> 'yanshou_guard' or p.proacl is null
                    or exists (select from aclexplode(p.proacl) where grantee = 0))
            """
        ),
        (
            "a view shows its reader what he may see himself, unless it is made for everybody",
            """
            select c.oid::regclass::text as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('v', 'm') and n.nspname in ('app', 'auth', 'policy', 'ledger', 'jobs')
                and not coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on'], false)
            """
        ),
        (
            "a row of a district refers only to rows of its district",
            """
            select format('%s of %s', c.conname, c.conrelid::regclass) as found
            from pg_constraint c join pg_namespace n on n.oid = c.connamespace
            where c.contype = 'f' and n.nspname in ('app', 'ledger')
                and exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attname = 'district')
                and exists (select from pg_attribute a where a.attrelid = c.confrelid and a.attname = 'district')
                and not exists (
                    select from pg_attribute a
                    where a.attrelid = c.conrelid and a.attname = 'district' and a.attnum = any(c.conkey))
            """
        ),
        (
            "every foreign key has its triggers on",
            """
            select format('%s on %s', tgname, tgrelid::regclass) as found from pg_trigger
            where tgenabled not in ('O', 'A')
            """
        ),
    ]

    @Test("row security holds as promised", arguments: promises.indices)
    func promise(_ index: Int) async throws {
        let (promise, question) = Self.promises[index]
        let found = try await TestDatabase.with { database in
            try await database.owner.read(question).map { try $0.text("found") }
        }
        #expect(found.isEmpty, "\(promise): \(found.joined(separator: ", "))")
    }

    @Test("a table, a policy, a grant or a function that breaks a promise is found")
    func breaksAreFound() async throws {
        let breaks: [(Int, SQL)] = [
            (0, "alter table app.receipt no force row level security"),
            (1, "drop policy owner_and_guard on app.project_step; drop policy reference on app.project_step"),
            (2, "create policy slow on app.receipt using (length(household) > 1)"),
            (3, "grant delete on app.receipt to yanshou_service"),
            (4, "grant update (amount_fen) on app.receipt to yanshou_service"),
            (5, "grant select on app.receipt to yanshou_public"),
            (7, "create function app.lax() returns integer language sql as 'select 1'"),
            (8, "grant execute on function auth.context() to public"),
            (9, "create view app.lax as select * from app.receipt"),
        ]
        for (index, change) in breaks {
            let found = try await TestDatabase.with { database in
                try Script.run(url: TestServer.url(database.name), sql: change.text)
                return try await database.owner.read(Self.promises[index].1).count
            }
            #expect(found > 0, "\(Self.promises[index].0): not found after \(change.text)")
        }
    }

    /// Raises what reads a table as a whole, or an index whose key begins with the district without naming one.
    private static let publicPlans = """
        do $$
        declare
            shown text;
            line text;
            before text;
            found text[];
        begin
            set local enable_seqscan = off;
            set local enable_bitmapscan = off;
            for shown in
                select table_name from information_schema.columns
                where table_schema = 'pub' and column_name = 'project_id'
            loop
                for line in execute format(
                    'explain (costs off) select * from pub.%I where project_id = %L', shown, gen_random_uuid())
                loop
                    if line ~ 'Seq Scan' or (line ~ 'Index Cond.*project_id' and line !~ 'district'
                        and before !~ ' project_project_id_idx ')
                    then
                        found := found || (shown || ': ' || trim(before) || ' ' || trim(line));
                    end if;
                    before := line;
                end loop;
            end loop;
            if found is not null then
                raise exception '%', array_to_string(found, '; ');
            end if;
        end
        $$
        """

    @Test("what is public of one project is found by its district, however many there are")
    func publicIsFound() async throws {
        try await TestDatabase.with { database in
            let url = try TestServer.url(database.name)
            try Script.run(url: url, sql: Self.publicPlans)
            try Script.run(
                url: url, sql: "create view pub.lax as select project_id, number from app.acceptance_round")
            #expect(throws: PQError.self) { try Script.run(url: url, sql: Self.publicPlans) }
        }
    }

    private func text(of path: String) throws -> String {
        try String(contentsOfFile: TestServer.repository + path, encoding: .utf8)
    }
}
