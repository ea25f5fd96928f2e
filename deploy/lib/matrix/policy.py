"""What the policy says (权限矩阵的判定), read from its own text and from nothing that runs.

Who writes what is the list in `sql/current/zz_finish/92_who_writes.sql`; who reads what, what belongs to whom and what the
reads of the API ask for is `policy.json` beside this file. Neither the service nor the database is asked what it would do.
"""
import json
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
SQL = HERE.parent.parent.parent / "sql" / "current" / "zz_finish" / "92_who_writes.sql"
ENTRY = re.compile(r"\(\s*'([^']*)',\s*'([^']*)',\s*'([^']*)',\s*'([^']*)'\s*\)", re.S)


class Policy:
    """Every action with its roles and tables; every table with who reads it."""

    def __init__(self):
        text = SQL.read_text(encoding="utf-8")
        text = text[text.index("as $$ values") : text.index("$$;")]
        # A string goes on over lines as two strings beside each other.
        text = re.sub(r"--[^\n]*", "", text)
        text = re.sub(r"'\s*\n\s*'", "", text)
        self.actions = {}
        self.writers = {}
        for names, roles, adds, changes in ENTRY.findall(text):
            for name in names.split():
                self.actions[name] = set(roles.split())
            for command, places in (("insert", adds), ("update", changes)):
                for item in places.split():
                    place, _, subject = item.partition(":")
                    place = place if "." in place else "app." + place
                    self.writers.setdefault((place, command), {}).setdefault(subject, set()).update(roles.split())
        said = json.loads((HERE / "policy.json").read_text(encoding="utf-8"))
        self.district_roles = set(said["district_roles"])
        self.kept = {place: set(rule["roles"]) for rule in said["kept"] for place in rule["tables"]}
        self.tables = {place: rule for rule, places in said["tables"].items() for place in places}
        self.named = said["named"]
        self.columns, self.functions = {}, {}
        for line in (HERE / "columns.txt").read_text(encoding="utf-8").splitlines():
            role, place, *columns = line.split(" ")
            self.columns[role, place] = " ".join(columns)
        for line in (HERE / "functions.txt").read_text(encoding="utf-8").splitlines():
            name, _, roles = line.partition(" | ")
            self.functions[name] = set(roles.split())

    # Who is asked: side own, far, other, nobody, revoked, reporter or ended; a role where he has one.

    def takes_part(self, who, side):
        """Whether somebody has to do with the project of a side: his own, or any of his district where he sees it."""
        if who["side"] == "reporter":
            return side == "own"
        if who["side"] in ("job", "runner"):
            return side == "own" or "project" not in who
        mine = {"ended": "own"}.get(who["side"], who["side"])
        if mine not in ("own", "far"):
            return False
        return mine == side or who["role"] in self.district_roles

    def rule_of(self, place):
        return self.tables.get(place) or (
            "reference" if place.startswith("policy.") else "closed" if place.startswith(("auth.", "jobs.")) else "project")

    def subjects(self, place):
        known = set(self.writers.get((place, "insert"), {})) | set(self.writers.get((place, "update"), {}))
        return sorted(known | {"something_else"}) if known - {""} else [""]

    def may_read(self, who, place, side):
        """S where rows are seen, 0 where none are, X where nothing may even be asked, N where nobody has entered."""
        rule = self.rule_of(place)
        if who["side"] == "guard":
            return "S"
        if who["side"] in ("job", "runner") and (place.startswith("jobs.") or place.startswith("app.webhook")):
            return "S"
        if rule == "closed":
            return "X"
        if rule == "reference":
            return "S"
        if who["side"] in ("nobody", "revoked"):
            return "N"
        if rule == "queue" and who["session"] != "yanshou_service":
            return "X"
        if rule == "keys":
            return "0" if who["side"] == "reporter" else "S"
        if who["side"] == "reporter":
            return "S" if place in self.named["seen_by_reporters"] and side == "own" else "0"
        if rule == "people":
            return "S"
        if place in self.kept and who["role"] not in self.kept[place]:
            return "0"
        if rule == "own_unit":
            return "0"
        if rule == "district":
            return "S" if who["side"] != "other" else "0"
        if rule == "queue":
            return "S" if who["side"] in ("own", "far", "ended") else "0"
        return "S" if self.takes_part(who, side) else "0"

    def may_write(self, who, place, subject, command, side):
        """Whether a row of a table and subject may be added or changed; nothing is ever deleted."""
        if who["side"] == "guard":
            return True
        if command in ("delete", "rekey", "forge"):
            return False
        if self.rule_of(place) == "queue":
            return command == "insert" and who["side"] in ("own", "far", "ended", "job", "runner")
        roles = self.writers.get((place, command), {})
        allowed = roles.get("", set()) | roles.get(subject, set())
        if who["side"] in ("nobody", "revoked"):
            return False
        if who["side"] == "reporter":
            return command == "insert" and (side == "own" or place in self.named["of_the_district"]) and place in self.named["added_by_reporters"] and (
                bool({"*", "resident"} & allowed))
        if not (allowed & ({who["role"]} if who["side"] in ("job", "runner") else {"*", who["role"]})):
            return False
        if who["side"] == "runner" and not any("system" in some for some in roles.values()):
            return False
        rule = self.rule_of(place)
        if rule in ("own_unit", "district", "shared") or place in self.named["of_the_district"]:
            return who["side"] != "other"
        if place in self.kept and who["role"] not in self.kept[place] and (
                place not in self.named["writes_of_kept_are_open"]):
            return False
        if place in self.named["made_by_construction_units"] and command == "insert" and (
                who["role"] == "construction_unit" and who["side"] != "other"):
            return True
        if place in self.named["made_by_construction_units"] and who["role"] == "construction_unit":
            # Its unit is written in the project itself: it never ends.
            return self.takes_part(who, side)
        if who["side"] == "ended":
            return who["role"] in self.district_roles
        return self.takes_part(who, side)

    def may_hold(self, role, place, what):
        """What the catalogue has to say: t or f of a privilege, the columns of an update."""
        if role == "forced":
            return "t"
        if role == "columns":
            return self.columns.get((what, place), "")
        if role == "function":
            return "t" if what in self.functions.get(place, set()) else "f"
        return "t" if self.holds(role, place, what) else "f"

    def holds(self, role, place, what):
        """Whether a role of the application holds a privilege on a table."""
        if what == "SELECT":
            if role == "yanshou_public":
                return False
            if role in ("yanshou_sealer", "yanshou_auditor"):
                return place.startswith("ledger.")
            if role == "yanshou_jobs" and place.startswith("jobs."):
                return True
            rule = self.rule_of(place)
            named = self.named["also_read"].get(place)
            return role in named if named else rule != "closed"
        if role not in ("yanshou_service", "yanshou_jobs") or what not in ("INSERT", "UPDATE"):
            return False
        if self.rule_of(place) == "queue":
            return what == "INSERT"
        roles = set().union(*self.writers.get((place, what.lower()), {}).values())
        system = {"system"} if role == "yanshou_jobs" else roles - {"system"}
        return bool(roles & system)
