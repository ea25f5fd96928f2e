"""Policies, grants and guards of the sign-in, altered one at a time in a transaction that is taken back; each must be noticed."""
from psql import ProbeFailed

SESSIONS = ("yanshou_service", "yanshou_reader", "yanshou_jobs")
SCHEMAS = "('app', 'auth', 'ledger', 'policy', 'jobs')"
POLICIES = f"""
    select concat_ws('|', n.nspname || '.' || c.relname, p.polname, p.polpermissive, p.polcmd,
        replace(encode(convert_to(coalesce(pg_get_expr(p.polqual, p.polrelid), ''), 'UTF8'), 'base64'), e'\\n', ''),
        replace(encode(convert_to(coalesce(pg_get_expr(p.polwithcheck, p.polrelid), ''), 'UTF8'), 'base64'), e'\\n', ''),
        (select string_agg(rolname, ' ' order by rolname) from pg_roles where oid = any(p.polroles)))
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in {SCHEMAS} and not c.relispartition order by 1"""

# What the sign-in asks, and what it would be without asking.
GUARDS = [
    ("auth.holder_of(bytea, date)", " and token.revoked_at is null", ""),
    ("auth.holder_of(bytea, date)", " and token.expires_at > now()", ""),
    ("auth.holder_of(bytea, date)", " and (appointment.valid_to is null or appointment.valid_to >= today)", ""),
    ("auth.holder_of(bytea, date)", "appointment.valid_from <= today", "true"),
    ("auth.holder_of(bytea, date)", "token.token_hash = sha256(presented)", "true"),
    ("auth.context()", "if parts[1] = encode(", "if true or parts[1] = encode("),
    ("auth.context()", "if parts[2] = pg_backend_pid()", "if true or parts[2] = pg_backend_pid()"),
    ("auth.context()", " and current_setting('transaction_read_only')::boolean", ""),
    ("auth.context()", " and parts[15]::bigint = known.generation", ""),
    ("auth.context()", " and substr(parts[2], 7)::numeric > extract(epoch from transaction_timestamp())", ""),
]


def decoded(text):
    import base64
    return base64.b64decode(text).decode("utf-8")


def of_policies(psql):
    """(name, table, statement) of every policy dropped, negated and widened, and taken from each of its roles."""
    for line in psql.ask(POLICIES):
        place, name, permissive, command, using, check, roles = line.split("|")
        using, check = decoded(using), decoded(check)
        on = f'"{name}" on {place.replace(".", "." + chr(34), 1)}"'
        said = f"{name} on {place}"
        yield f"{said} dropped", place, f"drop policy {on}"
        if using:
            if using != "true":
                yield f"{said} shows all", place, f"alter policy {on} using (true)"
            yield f"{said} shows the others", place, f"alter policy {on} using (not coalesce(({using}), false))"
        if check and check != "true" or command in "*w" and not check and using != "true":
            yield f"{said} takes all", place, f"alter policy {on} with check (true)"
        if check:
            yield f"{said} takes the others", place, f"alter policy {on} with check (not coalesce(({check}), false))"
        for role in roles.split():
            rest = [other for other in roles.split() if other != role]
            if rest and role in SESSIONS:
                yield f"{said} not for {role}", place, f"alter policy {on} to {', '.join(rest)}"


def of_grants(psql):
    """Every grant of the application's roles taken away, and every one that they lack given."""
    for line in psql.ask("select * from matrix.grants()"):
        kind, place, what, held = line.split("|")
        if kind == "forced":
            continue
        if kind == "columns":
            for column in held.split():
                yield (f"{what} loses {column} of {place}", place, f'revoke update ("{column}") on {table(place)} from {what}')
        elif kind == "function":
            has = held == "t"
            yield (f"{what} {'loses' if has else 'gets'} {place}", place,
                   f"{'revoke' if has else 'grant'} execute on function {place} {'from' if has else 'to'} {what}")
        else:
            has = held == "t"
            columns = f"; do $$ begin execute (select format('revoke {what} (%s) on {table(place)} from {kind}', " \
                f"string_agg(quote_ident(attname), ', ')) from pg_attribute where attrelid = '{table(place)}'::regclass " \
                "and attnum > 0 and not attisdropped); end $$" if what in ("SELECT", "UPDATE") else ""
            yield (f"{kind} {'loses' if has else 'gets'} {what} on {place}", place,
                   f"revoke {what} on {table(place)} from {kind}{columns}" if has
                   else f"grant {what} on {table(place)} to {kind}")


def of_security(psql):
    """Row security switched off, and not forced, on every table."""
    for line in psql.ask("select place from matrix.tables()"):
        yield f"row security of {line} off", line, f"alter table {table(line)} disable row level security"
        yield f"row security of {line} not forced", line, f"alter table {table(line)} no force row level security"


def of_guards(psql):
    """What the sign-in asks, left out one at a time."""
    for function, old, new in GUARDS:
        text = "\n".join(psql.ask(f"select pg_get_functiondef('{function}'::regprocedure)"))
        if old not in text:
            raise RuntimeError(f"{function} does not say {old!r} any more")
        yield f"{function} without {old.strip()}", None, text.replace(old, new, 1)


def table(place):
    schema, name = place.split(".", 1)
    return f'{schema}."{name}"'


def behind(psql, ask, place, name, statement):
    """Whether a policy that another wall stands before holds by itself: with grants given and the others gone."""
    policy = name.split(" on ")[0]
    others = psql.ask(
        f"select polname from pg_policy where polrelid = '{table(place)}'::regclass and not polpermissive "
        f"and polname <> '{policy}'")
    down = f"grant all on {table(place)} to {', '.join(SESSIONS)}; " + "".join(
        f'drop policy "{other}" on {table(place)}; ' for other in others)
    if policy == "reporter_sees_his_own":
        # People are seen through their appointments, and what is a project's through the parts in it.
        down += "".join(f"drop policy if exists {policy} on {other}; " for other in ("auth.appointment", "app.issue")
                        if other != place)
    outcomes = []
    for altered in ("", statement):
        psql.ask(f"begin; {down}{altered}")
        try:
            outcomes.append(ask.of_table(place))
        except ProbeFailed:
            outcomes.append(None)
        psql.ask("rollback")
    return outcomes[0] != outcomes[1]


def run(psql, ask, chance, full):
    """How many were tried, how many hold behind another wall alone, and which of them nobody noticed."""
    tried, second, survivors = 0, 0, []
    catalogue = set(ask.grants())
    for kind in (of_policies, of_grants, of_security, of_guards):
        every = list(kind(psql))
        # A sample in short, the guards whole: the few that matter most.
        some = every if full or kind is of_guards else chance.sample(every, min(len(every), 60))
        for name, place, statement in some:
            tried += 1
            if noticed(psql, ask, kind, catalogue, place, statement, name):
                continue
            if kind is of_policies and behind(psql, ask, place, name, statement):
                second += 1
            else:
                survivors.append(name)
    return tried, second, survivors


def noticed(psql, ask, kind, catalogue, place, statement, name):
    """Whether the judge sees the difference that one statement makes; it is taken back."""
    made = psql.ask(f"begin; {statement}")
    if any("ERROR" in line for line in made):
        raise RuntimeError(f"{name}: {made} {statement}")
    try:
        if kind in (of_grants, of_security):
            return not set(ask.grants(place)) <= catalogue
        return bool(ask.forged(in_transaction=True) if kind is of_guards else ask.judge(ask.of_table(place)))
    except ProbeFailed:
        # Where even asking is not possible any more, it is noticed.
        return True
    finally:
        psql.ask("rollback")
