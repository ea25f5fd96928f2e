"""Every role on every table by raw SQL, and the same with one policy or grant altered at a time."""
import json
import pathlib

import mutants
from psql import REVOKED, ProbeFailed, Psql, quoted

HERE = pathlib.Path(__file__).resolve().parent


def run(scene, policy, chance, full):
    psql = Psql(scene["database"])
    kinds = sorted({s for (p, _), subjects in policy.writers.items() if p == "app.clock" for s in subjects if s})
    laid = psql.ask((HERE / "probes.sql").read_text(encoding="utf-8").replace(
        "%KINDS%", ", ".join(f"({quoted(kind)})" for kind in kinds + ["something_else"])))
    if any("ERROR" in line for line in laid):
        raise RuntimeError("\n".join(laid))
    # A token that was taken back opens nothing; an engagement that is over lets read and not write.
    tables = []
    for line in psql.ask("select * from matrix.tables()"):
        place, side_column, columns, changed, key_column = line.split("|")
        tables.append({
            "place": place, "side_column": side_column or None, "columns": columns, "changed": changed,
            "key_column": key_column or changed, "subjects": policy.subjects(place)})
    ask = Asker(psql, scene, policy, tables)
    outcomes = ask.everybody(tables)
    mismatches = ask.judge(outcomes)
    mismatches += ask.judge_grants() + ask.forged()
    if mismatches:
        return {"probes": len(outcomes), "mismatches": mismatches, "mutants": 0, "survivors": []}
    tried, second, survivors = mutants.run(psql, ask, chance, full)
    psql.close()
    return {"probes": ask.probes, "mismatches": mismatches, "mutants": tried, "survivors": survivors, "second": second}


class Asker:
    """Who is asked, and what the policy expects of the answers."""

    def __init__(self, psql, scene, policy, tables):
        self.psql, self.scene, self.policy = psql, scene, policy
        self.tables = {table["place"]: table for table in tables}
        self.probes = 0
        self.people = {}
        for person in scene["people"]:
            self.add(person["login"], person["side"], person["role"], token=person["token"])
            self.add("reading " + person["login"], person["side"], person["role"], token=person["token"],
                     session="yanshou_reader", only_reads="true")
        self.add("nobody", "nobody", "", kind="nobody")
        self.add("revoked", "revoked", "", kind="nobody", token="ys_matrix_revoked")
        self.add("reporter", "reporter", "resident", kind="reporter", project=scene["own"])
        psql.ask(REVOKED)
        self.add("reading reporter", "reporter", "resident", kind="reporter", project=scene["own"],
                 session="yanshou_reader", only_reads="true")
        self.add("guard", "guard", "", kind="nobody", session="yanshou_guard")
        self.add("job", "job", "system", kind="job", session="yanshou_jobs")
        # One that is bound to a project, as those of links are: what is narrowed for others is narrowed for it.
        self.add("bound job", "job", "system", kind="job", session="yanshou_jobs", project=scene["own"])
        # Nobody enters the runner's session; were somebody there, he would still be of his role.
        self.add("tender agency in the runner's session", "runner", "tender_agency", kind="job", session="yanshou_jobs",
                 acting="tender_agency", project=scene["own"])
        for name, change, token in (
                ("ys_matrix_old", "'infinity'", "now() - interval '1 minute'"),
                ("ys_matrix_over", "'2020-01-02'", "'infinity'"), ("ys_matrix_later", "'infinity'", "'infinity'")):
            start = "'2098-01-01'" if name.endswith("later") else "'2020-01-01'"
            psql.ask(
                "with held as (insert into auth.appointment (district, appointment_id, person_id, organisation_id, role, "
                f"valid_from, valid_to) select district, gen_random_uuid(), person_id, organisation_id, role, {start}, "
                f"{change} from auth.appointment where district = 1 limit 1 returning district, appointment_id) "
                "insert into auth.token (token_hash, kind, district, appointment_id, expires_at) "
                f"select sha256(sha256(convert_to('{name}', 'UTF8'))), 'api', district, appointment_id, {token} from held")
        self.stale = psql.ask("begin; select auth.enter(sha256(convert_to(" + quoted(
            scene["people"][0]["token"]) + ", 'UTF8'))) is not null; select current_setting('app.context'); rollback")[-1]
        self.rows = {}
        for table in tables:
            sides = [("own", scene["own"]), ("far", scene["far"])] if table["side_column"] else [("own", scene["own"])]
            for side, key in sides:
                where = ""
                if table["side_column"] == "project_id":
                    where = f" where project_id = '{key}'"
                elif table["side_column"] == "sha256":
                    where = f" where sha256 = sha256(convert_to('sha256{key}', 'UTF8'))"
                elif table["side_column"]:
                    where = f" where {table['side_column']} = md5('{table['side_column']}{key}')::uuid"
                for subject in table["subjects"] + [""]:
                    also = f"{' and' if where else ' where'} subject_kind = {quoted(subject)}" if subject else ""
                    lines = psql.ask(f"select count(*) from {table['place']}{where}{also}")
                    self.rows[table["place"], side, subject] = lines[-1] not in ("0", "")

    def add(self, who, side, role, session="yanshou_service", **more):
        self.people[who] = {"who": who, "side": side, "role": role, "session": session, **more}

    def ask(self, people, tables):
        lines = self.psql.ask(
            f"select matrix.probe({quoted(json.dumps(people))}, {quoted(json.dumps(tables))}, "
            f"'{self.scene['own']}', '{self.scene['far']}')")
        found = {}
        for line in lines:
            parts = line.split("|")
            if len(parts) != 6:
                raise ProbeFailed(line)
            found[tuple(parts[:5])] = parts[5]
        self.probes += len(found)
        return found

    def everybody(self, tables):
        found = self.ask(list(self.people.values()), tables)
        # The same people when their engagements are over: they read what was theirs, and write nothing more.
        self.psql.ask("begin; set local session_replication_role = replica; "
                      "update app.part set until = '2020-02-01' where reader <> auth.reader_of(1, 'district', null)")
        for person in self.scene["people"]:
            if person["side"] == "own":
                self.add("ended " + person["login"], "ended", person["role"], token=person["token"])
        ended = [who for name, who in self.people.items() if name.startswith("ended ")]
        found.update(self.ask(ended, tables))
        self.psql.ask("rollback")
        return found

    def of_table(self, place):
        """On one table: every role of one side, a few of the others, those who only read, and all who are no person."""
        few = ("construction_unit", "contractor", "renovation_office", "finance_bureau", "owners_body")
        some = [who for who in self.people.values() if not who["who"].startswith("ended ") and (
            who["side"] not in ("own", "far", "other") or who["role"] in few
            or who["side"] == "own" and who["session"] == "yanshou_service")]
        return self.ask(some, [self.tables[place]])

    def grants(self, place=None):
        """What the catalogue says of one table or function, or of all."""
        self.probes += 1
        return self.psql.ask(f"select * from matrix.grants({quoted(place) if place else 'null'})")

    def judge_grants(self):
        """What the catalogue says that each role holds, against the policy."""
        wrong = []
        for line in self.grants():
            kind, place, what, held = line.split("|")
            self.probes += 1
            expected = self.policy.may_hold(kind, place, what)
            if held != expected:
                wrong.append(f"{kind} {place} {what}: {held}, not {expected}")
        return wrong

    def forged(self, in_transaction=False):
        """Sign-ins that open what they must not, and contexts that are believed and must not be."""
        tokens = {(person["side"], person["role"]): person["token"] for person in self.scene["people"]}
        stale = self.stale
        found = self.psql.ask(
            ("" if in_transaction else "begin; ")
            + f"select matrix.forged({quoted(tokens['own', 'contractor'])}, {quoted(stale)})"
            + ("" if in_transaction else "; rollback"))
        self.probes += len(found)
        genuine = {"the genuine context|opened", "the genuine pass|opened"}
        wrong = [line for line in found if line not in genuine and not line.endswith("|refused")]
        return wrong + [f"not: {line}" for line in genuine - set(found)]

    def expected(self, who, place, subject, command, side):
        """The outcomes that the policy lets come, as a string of letters."""
        table = self.tables[place]
        any_rows = self.rows[place, side, ""]
        if command == "select":
            said = self.policy.may_read(who, place, side)
            if not any_rows:
                # Where nothing lies nothing can be seen, nor is anybody asked who he is.
                return {"S": "0", "N": "N0"}.get(said, said)
            return said
        if self.policy.may_write(who, place, subject, command, side):
            if command in ("update", "delete", "rekey") and not (self.rows[place, side, subject]
                                            and self.policy.may_read(who, place, side) == "S"):
                return "0"
            return "W"
        # What is not seen is not found: no row is reached, which is as good as a refusal.
        return "X0N"

    def judge(self, outcomes):
        wrong = []
        for (name, place, subject, command, side), outcome in outcomes.items():
            expected = self.expected(self.people[name], place, subject, command, side)
            if len(outcome) > 1 or outcome not in expected:
                wrong.append(f"{name} {command} {place}{':' + subject if subject else ''} of {side}: "
                             f"{outcome}, not {expected}")
        return sorted(wrong)
