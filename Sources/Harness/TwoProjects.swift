package import Ledger
package import PQ
package import Values

/// Two projects of one district with a row in every table, and people of every role on either side (两个项目).
///
/// The rows are there and mean nothing: what is asked of them is who sees them. Checks are dropped to write them.
package enum TwoProjects {
    package static let own = Seed.id("two:own")
    package static let far = Seed.id("two:far")

    /// The person of a role on a side: `own`, `far`, or `other`, who is of another district.
    package static func login(_ side: String, _ role: Role) -> String { "\(side)-\(role.rawValue)" }

    /// Those who look after the whole district, as `auth.role_reach` has it.
    package static let district: [Role] = [
        .renovationOffice, .leadingGroup, .qualityStation, .financeBureau, .observer,
    ]
    package static var roles: [Role] { Role.allCases.filter { $0 != .system } }
    package static var ofProjects: [Role] { roles.filter { !district.contains($0) } }

    /// The owners' people come in with the owners' body.
    private static func unit(_ side: String, _ role: Role) -> String {
        [.ownersBody, .resident, .volunteerSupervisor].contains(role)
            ? login(side, .ownersBody) : login(side, role)
    }

    private static var people: [Seed.Person] {
        ["own", "far", "other"].flatMap { side in
            roles.map {
                Seed.Person(
                    login: login(side, $0), organisation: unit(side, $0), role: $0,
                    district: side == "other" ? Seed.otherDistrict : Seed.district)
            }
        }
    }

    /// Writes all of it, as the superuser.
    package static func lay(in owner: Pool, url: String) async throws {
        try await owner.transaction { transaction in
            _ = try await transaction.commit(after: Seed.enrol(people, after: 500))
        }
        try Script.run(url: url, sql: filling)
        try await owner.transaction { transaction in
            _ = try await transaction.commit(after: [
                "set local session_replication_role = replica",
                """
                insert into auth.organisation (organisation_id, credit_code, name, kind)
                values (\(Seed.id("org:nobody")), \(Seed.creditCode(499)), 'nobody', 'company')
                """,
                "insert into auth.person (person_id, name) values (\(Seed.id("person:nobody")), 'nobody')",
            ])
        }
        try await owner.transaction { transaction in
            _ = try await transaction.commit(
                after: ["set local session_replication_role = replica"]
                    + related("own", own) + related("far", far))
        }
    }

    private static func related(_ side: String, _ project: ID) -> [SQL] {
        let op = Seed.id("op:" + side)
        func unit(_ role: Role) -> ID { Seed.id("org:" + login(side, role)) }
        var rows: [SQL] = [
            """
            select public.fill(\(project), \(unit(.constructionUnit)), \(Seed.id("org:nobody")),
                \(Seed.id("person:nobody")), (select edition from policy.edition where place = '330302' limit 1))
            """
        ]
        for role in ofProjects where ![.constructionUnit, .resident, .volunteerSupervisor].contains(role) {
            if [.community, .ownersBody].contains(role) {
                rows.append(
                    """
                    insert into app.community_body (district, community_body_id, project_id, organisation_id, role,
                        valid_from, valid_to, op_id)
                    values (1, \(Seed.id("body:\(side):\(role.rawValue)")), \(project), \(unit(role)),
                        \(role.rawValue), '2020-01-01', '2099-01-01', \(op))
                    """)
            } else {
                rows.append(
                    """
                    insert into app.engagement (district, engagement_id, project_id, organisation_id, role, valid_from,
                        op_id)
                    values (1, \(Seed.id("engaged:\(side):\(role.rawValue)")), \(project), \(unit(role)),
                        \(role.rawValue), '2020-01-01', \(op))
                    """)
            }
        }
        return rows
    }

    /// The identity that the row of a project has in a column.
    package static func id(_ column: String, of project: ID, in owner: Pool) async throws -> ID {
        let text = column + project.description
        return try await owner.read("select md5(\(text))::uuid as id").one().id("id")
    }

    /// Drops what would ask rows to make sense, and makes `public.fill`, which writes one into every table.
    private static let filling = """
        -- What a column's check would take first, kept before the checks are gone: rows need to be there, not to make sense.
        create table public.choice as
            select conrelid as place, conkey[1] as number,
                (regexp_match(pg_get_constraintdef(oid), '''([^'']+)''::text'))[1] as value
            from pg_constraint
            where contype = 'c' and cardinality(conkey) = 1 and pg_get_constraintdef(oid) ~ 'ANY';
        do $$
        declare
            held record;
        begin
            for held in
                select conrelid::regclass as place, conname
                from pg_constraint join pg_namespace n on n.oid = connamespace
                where contype = 'c' and conrelid <> 0 and n.nspname in ('app', 'ledger')
            loop
                execute format('alter table %s drop constraint %I', held.place, held.conname);
            end loop;
        end
        $$;
        create function public.fill(in_project uuid, in_unit uuid, in_other uuid, in_person uuid, in_edition text) returns integer
        language plpgsql as $fill$
        declare
            place record;
            cell record;
            names text;
            cells text;
            filled integer := 0;
        begin
            for place in
                select c.oid, format('%I.%I', n.nspname, c.relname) as name
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname in ('app', 'ledger') and (
                    c.relname in ('community', 'file')
                    or exists (select from pg_attribute where attrelid = c.oid and attname = 'project_id' and not attisdropped))
            loop
                names := '';
                cells := '';
                for cell in
                    select a.attname as name, a.atttypid::regtype::text as type,
                        (select p.confrelid::regclass::text from pg_constraint p
                        where p.contype = 'f' and p.conrelid = a.attrelid and p.conkey = array[a.attnum] limit 1) as refers,
                        (select choice.value from public.choice
                        where choice.place = a.attrelid and choice.number = a.attnum limit 1) as choice
                    from pg_attribute a
                    where a.attrelid = place.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                        and a.attidentity = ''
                        and (
                            (a.attnotnull and not a.atthasdef) or a.attname in ('project_id', 'state')
                            or place.name = 'app.paper' and a.attname = 'sha256'
                            or place.name = 'app.ballot_slip' and a.attname = 'scan_sha256')
                    order by a.attnum
                loop
                    names := names || format(', %I', cell.name);
                    cells := cells || ', ' || case
                        when cell.name = 'district' then '1'
                        when cell.name = 'project_id' then quote_literal(in_project)
                        when cell.name = 'subject_id' then quote_literal(in_project)
                        when cell.name = 'subject_kind' then '''project'''
                        when cell.name = 'edition' then quote_literal(in_edition)
                        when cell.name = 'place' then '''330302'''
                        when cell.name = 'construction_unit_id' then quote_literal(in_unit)
                        when cell.name = 'entry_id' then quote_literal(md5('op_id' || in_project)::uuid)
                        when cell.refers = 'auth.organisation' then quote_literal(in_other)
                        when cell.refers = 'auth.person' or cell.name like '%\\_by' then quote_literal(in_person)
                        when cell.choice is not null then quote_literal(cell.choice)
                        when cell.type = 'uuid' then quote_literal(md5(cell.name || in_project)::uuid)
                        when cell.name = 'scan_sha256' then format('sha256(%L)', 'sha256' || in_project)
                        when cell.type = 'bytea' then format('sha256(%L)', cell.name || in_project)
                        when cell.type = 'text' then '''x'''
                        when cell.type in ('integer', 'bigint', 'smallint') then '1'
                        when cell.type = 'boolean' then 'false'
                        when cell.type = 'date' then '''2026-03-02'''
                        when cell.type like 'timestamp%' then 'now()'
                        when cell.type = 'jsonb' then '''{}'''
                        when cell.type like '%[]' then '''{}'''
                        else 'null'
                    end;
                end loop;
                execute format('insert into %s (%s) values (%s)', place.name, substr(names, 3), substr(cells, 3));
                filled := filled + 1;
            end loop;
            return filled;
        end
        $fill$;
        """
}
