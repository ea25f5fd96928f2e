"""A national programme: projects that went through the rules, copied as often as asked, in districts of a hundred.

A copy is made in the database by one SELECT for each table and laid down by COPY: every id of the project's own becomes
another one, which is a digest of the old id and the copy's number, so that what belonged together still does.
"""

import subprocess

from service import Wrong

PER_DISTRICT = 100
# What a copy leaves out: the ledger's leaves of each row, the answers kept for repeated requests, and who takes part,
# which is computed from the rest.
SKIPPED = {"ledger.row", "ledger.pending", "ledger.cover", "ledger.leaf", "ledger.tile", "ledger.checkpoint", "app.request", "app.part"}
# The register, its receipts and their events: three quarters of a project, asked for where a case is about them.
LEDGERS = {"app.register_unit", "app.register_owner", "app.register_owner_detail", "app.receipt"}


class Programme:
    """Copies of one project of a site."""

    def __init__(self, site, project):
        self.site, self.project = site, project
        self.tables = self.shapes()
        self.own = self.own_ids()

    def shapes(self):
        """The tables that hold rows of a project, with their columns and types."""
        found = self.site.rows("""
            select n.nspname || '.' || c.relname as name, array_agg(a.attname order by a.attnum) as columns,
                array_agg(t.typname order by a.attnum) as types
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            join pg_type t on t.oid = a.atttypid
            where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('app', 'ledger')
            group by 1 having 'project_id' = any(array_agg(a.attname)) or n.nspname || '.' || c.relname = 'app.community'""")
        return {table["name"]: dict(zip(table["columns"], table["types"])) for table in found
                if table["name"] not in SKIPPED and "district" in table["columns"]}

    def rows_of(self, table):
        if table == "app.community":
            return f"community_id = (select community_id from app.project where project_id = '{self.project}')"
        return f"project_id = '{self.project}'"

    def own_ids(self):
        """The ids that are the project's own: by what columns its rows are told apart or refer to their event."""
        keys = {(row["name"], column) for row in self.site.rows("""
            select n.nspname || '.' || c.relname as name, array_agg(a.attname) as columns
            from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.conkey)
            where k.contype = 'p' and n.nspname in ('app', 'ledger') group by 1""") for column in row["columns"]}
        parts = []
        for table, columns in self.tables.items():
            for column, kind in columns.items():
                if kind == "uuid" and column not in ("person_id", "organisation_id") and (
                        (table, column) in keys or column in ("op_id", "project_id", "community_id")):
                    parts.append(f"select {column} as id from {table} where {self.rows_of(table)}")
        self.site.sql("create schema if not exists bench; create table if not exists bench.own (project uuid, id uuid, "
                      "primary key (project, id)); "
                      f"insert into bench.own select '{self.project}', id from ({' union '.join(parts)}) ids "
                      "where id is not null on conflict do nothing; analyze bench.own;")
        found = {}
        for table, columns in self.tables.items():
            asked = [column for column, kind in columns.items() if kind == "uuid"]
            if not asked:
                continue
            sums = ", ".join(
                f"array[count({c}), count({c}) filter (where {c} in (select id from bench.own where project = "
                f"'{self.project}')), count(*)] as {c}" for c in asked)
            row = self.site.rows(f"select {sums} from {table} where {self.rows_of(table)}")[0]
            found[table] = {c: ("all" if row[c][0] == row[c][1] else "some") for c in asked if row[c][1]}
            found[table][""] = next(iter(row.values()))[2]
        return found

    def select(self, table, first, count, district, times):
        """One SELECT that gives a table's rows for `count` copies."""
        many = times.get(table, 1)
        # The first of several keeps the number that whatever refers to it goes by.
        number = "n.n" if many == 1 else "(case m.m when 1 then n.n::text else n.n || '/' || m.m end)"

        def value(column, kind):
            if column == "district":
                return f"{district} + (n.n - {first}) / {PER_DISTRICT}" if district else "t.district"
            how = self.own.get(table, {}).get(column)
            if how:
                # Rows that stand several times in a project differ in their own ids, not in what they refer to.
                by = number if column in times.get(table + ".", ()) else "n.n"
                made = f"md5(t.{column}::text || {by})::uuid"
                return made if how == "all" else (
                    f"case when exists (select from bench.own where project = '{self.project}' and id = t.{column}) "
                    f"then {made} else t.{column} end")
            if column in ("name", "section") and table in ("app.project", "app.community", "app.daily_log"):
                return f"t.{column} || ' ' || {number}"
            if column == "quantity_milli" and many > 1:
                return f"greatest(1, t.{column} / {many})"
            if table == "ledger.entry" and column in ("body", "leaf"):
                body = f"t.body || ({number})::text::bytea"
                return body if column == "body" else f"sha256('\\x00'::bytea || {body})"
            if (table, column) in (("app.anonymous_report", "source_hash"), ("app.issue", "follow_key_hash")):
                return f"sha256(t.{column} || ({number})::text::bytea)"
            return f"t.{column}"
        columns = self.tables[table]
        more = f", generate_series(1, {many}) m(m)" if many > 1 else ""
        return (f"select {', '.join(value(c, k) for c, k in columns.items())} from {table} t, "
                f"generate_series({first}, {first + count - 1}) n(n){more} where t.{self.rows_of(table)}")

    def copy(self, first, count, district, without=(), times=None):
        """Lays down copies `first` to `first + count - 1` in districts from `district` on; 0 is the project's own."""
        times, rows = times or {}, 0
        kept = self.site.rows("select tgrelid::regclass::text as name, quote_ident(tgname) as trigger from pg_trigger "
                              "where tgenabled = 'A' and not tgisinternal")
        self.triggers(kept, "disable trigger")
        for table, columns in self.tables.items():
            have = self.own.get(table, {}).get("", 0)
            if not have or table in without:
                continue
            listed = ", ".join(columns)
            giving = subprocess.Popen(
                self.site.psql() + ["-c", f"copy ({self.select(table, first, count, district, times)}) to stdout (format binary)"],
                stdout=subprocess.PIPE)
            # No trigger fires for a copy, and none would let it pass: its events are not its own.
            taking = subprocess.run(
                self.site.psql() + ["-c", "set session_replication_role = replica; set synchronous_commit = off",
                                    "-c", f"copy {table} ({listed}) from stdin (format binary)"], stdin=giving.stdout,
                capture_output=True, text=True)
            giving.stdout.close()
            if giving.wait() or taking.returncode:
                raise Wrong(f"{table} cannot be copied: {taking.stderr[-1500:]}")
            rows += have * count * times.get(table, 1)
        self.triggers(kept, "enable always trigger")
        if self.site.sql("select to_regclass('app.part') is not null") == "t":
            # As it is filled at first, from all that says who takes part.
            self.site.sql("""
                set session_replication_role = replica;
                insert into app.part (district, project_id, reader, until)
                select project.district, project.project_id, said.reader, said.until
                from app.project cross join lateral app.parts_said(project.district, project.project_id) said
                where not exists (select from app.part own
                    where own.district = project.district and own.project_id = project.project_id)""")
        return rows

    def triggers(self, listed, how):
        """Those that fire for copied rows too, one by one: what they keep is computed for all copies at once."""
        self.site.sql("".join(f"alter table {one['name']} {how} {one['trigger']};" for one in listed) or "select 1")

    def people(self, district, count, logins):
        """Districts with the appointments of these people of the roster, and a token of each; gives the tokens' texts."""
        self.site.sql(f"""
            set session_replication_role = replica;
            insert into auth.district select d, '区 ' || d from generate_series({district}, {district + count - 1}) d
                on conflict do nothing;
            insert into auth.appointment (district, appointment_id, person_id, organisation_id, role, project_id, valid_from)
                select d, md5(appointment_id::text || d)::uuid, person_id, organisation_id, role, null, valid_from
                from auth.appointment, generate_series({district}, {district + count - 1}) d where appointment.district = 1
                on conflict do nothing;
            insert into app.file select d, f.sha256, f.media_type, f.content{self.file_rest()} from app.file f,
                generate_series({district}, {district + count - 1}) d where f.district = 1 on conflict do nothing;""")
        tokens = {}
        for login in logins:
            self.site.sql(f"""
                insert into auth.token (token_hash, kind, district, appointment_id, second_factor, expires_at)
                select sha256(sha256(('bench-{login}-' || d)::bytea)), 'session', d,
                    md5(own.appointment_id::text || d)::uuid, true, now() + interval '30 days'
                from auth.token known join auth.appointment own using (district, appointment_id),
                    generate_series({district}, {district + count - 1}) d
                where known.token_hash = sha256(sha256('{self.site.token(login)}'::bytea))
                on conflict do nothing""")
            for one in range(district, district + count):
                tokens[login, one] = f"bench-{login}-{one}"
        return tokens

    def file_rest(self):
        columns = self.site.rows("select attname from pg_attribute where attrelid = 'app.file'::regclass and attnum > 0 "
                                 "and not attisdropped order by attnum")
        names = [column["attname"] for column in columns]
        return "".join(f", f.{name}" for name in names[4:])
