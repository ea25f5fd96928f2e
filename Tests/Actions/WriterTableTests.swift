import Cluster
import Harness
import PQ
import Testing
import Values

/// SQL as the application's own role in a session of somebody who takes part: what he writes, and whom he sees.
@Suite("Who writes what: every role on every table, by raw SQL")
struct WriterTableTests {
    /// One try of a role on the rows of a subject (or of any) of a table.
    private struct Try: Hashable, Comparable, CustomStringConvertible {
        let role: String
        let command: String
        let place: String
        let subject: String?

        var description: String { "\(role) \(command) \(place)" + (subject.map { ":" + $0 } ?? "") }

        static func < (left: Self, right: Self) -> Bool { left.description < right.description }
    }

    private static let everybody = "*"

    @Test(
        "what is declared is let in, and what is not is refused: insert, update, delete",
        .timeLimit(.minutes(20)))
    func matrix() async throws {
        try await Self.laid { database in
            let community = try await TwoProjects.id("community_id", of: TwoProjects.own, in: database.owner)
            var (tried, may) = (Set<Try>(), Set<Try>())
            for role in TwoProjects.roles {
                let rows = try await database.act(
                    as: TwoProjects.login("own", role),
                    ["select * from trial.tried(\(TwoProjects.own), \(community))"])
                for row in rows[0] {
                    let one = Try(
                        role: role.rawValue, command: try row.text("command"), place: try row.text("place"),
                        subject: try row.optionalText("subject"))
                    tried.insert(one)
                    if try row.bool("may") { may.insert(one) }
                }
            }
            #expect(Set(tried.map(\.place)).count > 100)
            let writers = Set(
                try await database.owner.read("select * from app.writers()").map { row in
                    Try(
                        role: try row.optionalText("role") ?? Self.everybody,
                        command: try row.text("command"),
                        place: try row.text("place"), subject: try row.optionalText("subject"))
                })
            let declared = tried.filter { one in
                for role in [one.role, Self.everybody] {
                    for subject in [one.subject, nil] {
                        let rule = Try(role: role, command: one.command, place: one.place, subject: subject)
                        if writers.contains(rule) { return true }
                    }
                }
                return false
            }
            #expect(may.subtracting(declared).sorted() == [], "written without being declared")
            // A webhook is its unit's own, a contact its person's, and those that lie there are nobody's of these.
            let refused = declared.subtracting(may).filter {
                $0.command != "update" || !["app.webhook", "app.contact"].contains($0.place)
            }
            #expect(refused.sorted() == [], "declared, and then refused")
            #expect(declared.count > 500 && may.count < tried.count / 5)
        }
    }

    @Test("due work changes what it is declared to change, and nothing else")
    func dueWork() async throws {
        try await TestDatabase.with { database in
            let rows = try await database.owner.read(
                """
                select format('%I.%I', n.nspname, c.relname) || ' ' || command as written
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                cross join unnest(array['insert', 'update']) command
                where c.relkind = 'r' and n.nspname in ('app', 'auth', 'ledger', 'policy')
                    and has_any_column_privilege('yanshou_jobs', c.oid, command)
                order by 1
                """)
            let declared = try await database.owner.read(
                "select place || ' ' || command as written from app.writers() where role = 'system' order by 1"
            )
            #expect(try rows.map { try $0.text("written") } == declared.map { try $0.text("written") })
        }
    }

    @Test("what a household paid and what it is owed are for those who keep the register; sums are for all")
    func money() async throws {
        let keepers: Set<Role> = [.community, .constructionUnit, .ownersBody, .renovationOffice]
        try await Self.laid { database in
            for role in TwoProjects.roles {
                let rows = try await database.act(
                    as: TwoProjects.login("own", role),
                    [
                        "select count(*) as n from app.receipt where project_id = \(TwoProjects.own)",
                        "select count(*) as n from app.true_up where project_id = \(TwoProjects.own)",
                        "select (app.household_balances(\(TwoProjects.own)) ->> 'settled')::bigint as n",
                        "select (app.household_balances(\(TwoProjects.far)) ->> 'settled')::bigint as n",
                    ]
                ).map { try $0.one().int64("n") }
                let kept: Int64 = keepers.contains(role) ? 1 : 0
                let far: Int64 = TwoProjects.district.contains(role) ? 1 : 0
                #expect(rows == [kept, kept, 1, far], "\(role)")
            }
        }
    }

    @Test("people are seen by who works with them, and nobody of another district")
    func people() async throws {
        try await Self.laid { database in
            let offices = Set(
                try await database.owner.read(
                    """
                    select name from auth.person join auth.appointment using (person_id)
                    join auth.role_reach using (role) where reach = 'district' and district = 1
                    """
                ).map { try $0.text("name") })
            for role in TwoProjects.roles {
                let rows = try await database.act(
                    as: TwoProjects.login("own", role), ["select name from auth.person order by name"])
                let seen = try rows[0].map { try $0.text("name") }
                let strangers = seen.filter {
                    $0.hasPrefix("other-")
                        || !TwoProjects.district.contains(role) && !$0.hasPrefix("own-")
                            && !offices.contains($0)
                }
                #expect(strangers == [], "\(role)")
                #expect(seen.contains(TwoProjects.login("own", role)))
                #expect(seen.contains(TwoProjects.login("own", .contractor)), "\(role)")
            }
        }
    }

    /// Two projects with their rows, without the guards, and deadlines of every subject; `trial.tried` writes into
    /// every table whatever is written at all, and undoes it.
    private static func laid(_ body: @Sendable (TestDatabase) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            let url = try TestServer.url(database.name)
            try await TwoProjects.lay(in: database.owner, url: url)
            try Script.run(url: url, sql: script)
            try await body(database)
        }
    }

    private static let script = """
        set session_replication_role = replica;
        insert into app.clock
        select (jsonb_populate_record(clock, jsonb_build_object(
            'clock_id', md5(clock.clock_id || kind.subject)::uuid, 'subject_kind', kind.subject))).*
        from app.clock cross join (select distinct subject from app.writers() where subject is not null) kind;
        do $$
        declare
            place text;
        begin
            for place in
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname in ('app', 'auth')
            loop
                execute format('alter table %s disable trigger user', place);
            end loop;
        end
        $$;
        create schema trial;
        create table trial.kind as select distinct place, subject from app.writers() where subject is not null;
        grant select on trial.kind to yanshou_service;
        grant usage on schema trial to yanshou_service;
        create function trial.tried(in_project uuid, in_community uuid)
        returns table (place text, command text, subject text, may boolean) language plpgsql as $tried$
        declare
            shape record;
            written integer;
        begin
            for shape in
                select c.oid, format('%I.%I', n.nspname, c.relname) as name, kind.subject as of_kind,
                    (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                    where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
                        and attidentity = '') as columns,
                    coalesce(
                        (select quote_ident(attname) from pg_attribute
                        where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
                            and has_column_privilege(c.oid, attnum, 'update') order by attnum limit 1),
                        (select quote_ident(attname) from pg_attribute
                        where attrelid = c.oid and attnum = 1)) as changed,
                    exists (select from pg_attribute where attrelid = c.oid and attname = 'project_id') as is_of_project
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                cross join lateral (
                    select known.subject from trial.kind known where known.place = n.nspname || '.' || c.relname
                    union all select case when exists (
                        select from trial.kind known where known.place = n.nspname || '.' || c.relname
                    ) then 'something_else' end
                ) kind
                where c.relkind = 'r' and n.nspname in ('app', 'auth', 'ledger', 'policy', 'jobs')
            loop
                place := shape.name;
                subject := shape.of_kind;
                foreach command in array array['insert', 'update', 'delete'] loop
                    -- The kept answer of this very request is there alone when it was asked over a route.
                    continue when place = 'app.request' and command = 'update' or place = 'jobs.job';
                    may := false;
                    begin
                        if command = 'insert' then
                            -- What the row lacks is found after whose it is.
                            may := true;
                            execute format(
                                'insert into %s (%s) select %2$s from jsonb_populate_record(null::%1$s, $1)',
                                place, shape.columns)
                            using jsonb_build_object(
                                'district', 1, 'recorded_in', 1, 'project_id', in_project,
                                'community_id', in_community, 'principal', auth.person(),
                                'subject_kind', subject);
                        elsif command = 'update' then
                            execute format('update %s set %s = %2$s', place, shape.changed)
                                || case when shape.is_of_project then ' where project_id = $1' else '' end
                                || case when subject is not null then ' and subject_kind = $2' else '' end
                            using in_project, subject;
                            get diagnostics written = row_count;
                            may := written > 0;
                        else
                            execute format('delete from %s', place);
                            may := true;
                        end if;
                        raise exception 'undone';
                    exception
                        when insufficient_privilege then may := false;
                        when others then null;
                    end;
                    return next;
                end loop;
            end loop;
        end
        $tried$;
        """
}
