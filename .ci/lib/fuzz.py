"""Sends every operation of the API what it may not take, and holds the answers against the description.

Usage: fuzz.py PROGRAM STATE DATABASE_PORT SITE. The cases are made from the description: bodies that are no JSON, fields
that are missing, null, of the wrong type, too long, too large or unknown, ids that are none, queries nobody asked for,
headers out of form; and well-formed bodies for things that are not there. Each must be answered by a problem that fits its
description and names every field that is wrong; nothing of it may be found in the database.
"""

import json
import pathlib
import random
import subprocess
import sys
import time
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "deploy" / "walk"))

from description import Description, Deviates  # noqa: E402
from site_client import Site  # noqa: E402

NOWHERE = "00000000-0000-4000-8000-000000000000"
BAD_IDS = ["x", "0", NOWHERE[:-1], NOWHERE + "0", "%00", "a" * 3000, "..%2f..", "%E5%BC%A0", "'%20or%201=1"]
BAD_BODIES = [b"", b"{", b"null", b"[]", b'"text"', b"12", b'{"a":1,"a":2}', b"\xff\xfe", b"[" * 5000, b"{}garbage"]
#: Ends the token that asks, so it is asked nothing here.
LEFT_OUT = {"session.close"}


class Fuzz:
    def __init__(self, program, state, port, site):
        self.place = ["--state", state, "--database-port", port]
        self.program, self.socket, self.port = program, state + "/run", port
        self.description = Description(site)
        self.site = Site(site, self.description)
        self.chance = random.Random(20260302)
        self.wrong, self.cases = [], 0
        roster = json.loads((ROOT / "deploy/demo-data/roster.json").read_text(encoding="utf-8"))
        self.logins = {}
        for person in roster["people"]:
            for held in person["appointments"]:
                self.logins.setdefault(held["role"], person["login"])
        self.tokens = {}

    def token(self, operation):
        """Somebody whom the operation lets in."""
        access = operation["x-access"]
        login = next((self.logins[role] for role in access.get("roles", []) if role in self.logins),
                     self.logins["construction_unit"])
        if login not in self.tokens:
            self.tokens[login] = subprocess.run(
                [self.program, "token", "issue", *self.place, "--login", login],
                check=True, capture_output=True, text=True).stdout.strip()
        return None if access["kind"] == "anyone" else self.tokens[login]

    def asked(self, query):
        return subprocess.run(
            ["psql", "-XAtq", "-h", self.socket, "-p", self.port, "-U", "postgres", "-d", "yanshou", "-c", query],
            check=True, capture_output=True, text=True).stdout

    def fingerprint(self):
        """A digest of every table, once what was written before is in the log and its head is signed."""
        for _ in range(600):
            if self.asked("""
                    select not exists (select from ledger.pending)
                        and ledger.log_size() = (select coalesce(max(size), 0) from ledger.checkpoint)""").strip() == "t":
                break
            time.sleep(0.1)
        else:
            raise SystemExit("fuzz: the log does not come to rest")
        found = self.asked("""
            select schemaname || '.' || tablename, md5(query_to_xml(
                format('select * from %I.%I t order by t::text', schemaname, tablename), true, false, '')::text)
            from pg_tables where schemaname in ('app', 'auth', 'policy', 'ledger')
            """)
        return dict(line.split("|") for line in found.splitlines())

    def send(self, what, method, path, token, pointers=(), allowed=range(400, 500), **more):
        self.cases += 1
        name = f"{method} {path[:120]} with {what}"
        try:
            answer = self.site.call(method, path, token, **more)
        except Deviates as failure:
            self.wrong.append(f"{name}: {failure}")
            return
        if answer.status not in allowed:
            self.wrong.append(f"{name}: {answer.status} {answer.raw[:300]!r}")
            return
        named = {error["pointer"] for error in (answer.json or {}).get("errors", [])}
        missing = [pointer for pointer in pointers if not any(n == pointer or n.startswith(pointer + "/") for n in named)]
        # Somebody who may not ask at all is told that first.
        if missing and answer.status == 422:
            self.wrong.append(f"{name}: names {sorted(named)}, and not {missing}")
        elif missing and answer.status not in (401, 403, 404):
            self.wrong.append(f"{name}: {answer.status}, without a word of {missing}")

    def value(self, schema):
        """A value that a schema takes."""
        schema = self.description.resolved(schema)
        if "anyOf" in schema:
            return self.value(schema["anyOf"][0])
        kind = schema.get("type")
        kind = kind[0] if isinstance(kind, list) else kind
        if "enum" in schema:
            return schema["enum"][0]
        if kind == "object":
            return {name: self.value(schema["properties"][name]) for name in schema.get("required", [])}
        if kind == "array":
            return [self.value(schema["items"]) for _ in range(schema.get("minItems", 0))]
        if kind == "integer":
            return max(schema.get("minimum", 0), min(1, schema.get("maximum", 1)))
        if kind == "boolean":
            return False
        known = {"uuid": str(uuid.UUID(int=self.chance.getrandbits(128), version=4)), "date": "2026-03-01",
                 "date-time": "2026-03-01T09:00:00+08:00", "money": "1.00", "ratio": "1/2", "area": "1.00",
                 "uscc": "91330302MA20000013", "division": "330302", "mobile": "13800000000", "name": "a",
                 "sha256": "0" * 64, "base64": "AAAA"}
        return known.get(schema.get("format")) or "x" * max(1, schema.get("minLength", 1))

    def spoiled(self, schema):
        """Values that a schema does not take, each with a word for it."""
        schema = self.description.resolved(schema)
        kind = schema.get("type")
        kind = kind[0] if isinstance(kind, list) else kind
        if not isinstance(schema.get("type"), list):
            yield "null", None
        if kind == "string":
            yield "a number", 7
            yield "control characters", "a\u0000b\u202e"
            if "enum" in schema or "format" in schema:
                yield "a foreign word", "no such thing"
            if "maxLength" in schema and schema["maxLength"] < 100_000:
                yield "too long", "x" * (schema["maxLength"] + 1)
        elif kind == "integer":
            yield "text", "1"
            yield "a fraction", 1.5
            yield "beyond all measure", 10 ** 30
            if "minimum" in schema:
                yield "too small", schema["minimum"] - 1
            if "maximum" in schema:
                yield "too large", schema["maximum"] + 1
        elif kind == "array":
            yield "an object", {}
            if schema.get("minItems"):
                yield "empty", []
        elif kind == "object":
            yield "a list", []
        elif kind == "boolean":
            yield "text", "true"

    def bodies(self, schema):
        """Bodies that a schema does not take, with what is wrong and where."""
        schema = self.description.resolved(schema)
        fields, required = schema.get("properties", {}), schema.get("required", [])
        whole = self.value(schema)
        if not schema.get("additionalProperties", True):
            yield "an unknown field", dict(whole, no_such_field=1), ["/no_such_field"]
        for name in required:
            yield f"no {name}", {other: value for other, value in whole.items() if other != name}, ["/" + name]
        for name, inner in fields.items():
            for what, value in self.spoiled(inner):
                yield f"{name} {what}", dict(whole, **{name: value}), ["/" + name]
            resolved = self.description.resolved(inner)
            if resolved.get("type") == "object" and resolved.get("properties"):
                for what, value, places in self.bodies(resolved):
                    yield f"{name}: {what}", dict(whole, **{name: value}), [f"/{name}{place}" for place in places]
            if resolved.get("type") == "array" and self.description.resolved(resolved["items"]).get("properties"):
                for what, value, places in self.bodies(resolved["items"]):
                    yield f"{name}[]: {what}", dict(whole, **{name: [value]}), [f"/{name}/0{place}" for place in places]
        if len(required) > 1:
            everything = {name: next(iter(self.spoiled(fields[name])))[1] for name in required}
            yield "every field wrong", everything, ["/" + name for name in required]

    def operation(self, method, path, operation):
        token = self.token(operation)
        there = path
        for parameter in operation.get("parameters", []):
            if parameter["in"] == "path":
                there = there.replace("{" + parameter["name"] + "}", NOWHERE)
        for name in [p["name"] for p in operation.get("parameters", []) if p["in"] == "path"]:
            for bad in BAD_IDS:
                self.send("an id that is none", method, path.replace("{" + name + "}", bad).replace("{", "").replace(
                    "}", ""), token, body={} if method == "POST" else None)
        taken = {p["name"]: p["schema"] for p in operation.get("parameters", []) if p["in"] == "query"}
        # What is not allowed in a query is refused before anything is looked for.
        replaces = {"if-match": '"1"'} if operation.get("x-effect") == "replaces" else {}
        self.send("a query nobody asked for", method, there + "?no_such_filter=1", token, ["?no_such_filter"],
                  headers=replaces)
        for name, schema in taken.items():
            for bad in ["", "-1", "9" * 30, "%00", "x y".replace(" ", "%20")]:
                if self.description.resolved(schema).get("type") == "string" and "format" not in schema and (
                        "enum" not in schema):
                    continue
                self.send(f"?{name}={bad}", method, f"{there}?{name}={bad}", token)
            self.send(f"{name} twice", method, f"{there}?{name}=1&{name}=2", token)
        if method != "POST":
            return
        for bad in BAD_BODIES:
            if "requestBody" in operation:
                self.send("a body that is none", method, there, token, raw=bad, content_type="application/json")
        if "requestBody" in operation:
            self.send("a body of another kind", method, there, token, raw=b"<a/>", content_type="text/xml")
            schema = operation["requestBody"]["content"].get("application/json", {}).get("schema")
            if schema is not None:
                for what, body, pointers in self.bodies(schema):
                    self.send(what, method, there, token, pointers, body=body, headers=replaces)
        named = {p["name"] for p in operation.get("parameters", [])}
        if "Idempotency-Key" in named:
            for bad in ["x" * 129, "a b", "\u00e9".encode().decode("latin-1")]:
                self.send("a key out of form", method, there, token, key=bad, body={})
        if "If-Match" in named:
            for bad in ["7", '"', "W/", '"1" "2"']:
                self.send("If-Match out of form", method, there, token, headers={"if-match": bad}, body={})
        if "{" in path and "requestBody" in operation:
            schema = operation["requestBody"]["content"].get("application/json", {}).get("schema")
            if schema is not None:
                self.send("a thing that is not there", method, there, token, body=self.value(schema), headers=replaces)

    def run(self):
        for operation in self.description.document["paths"].values():
            for said in operation.values():
                self.token(said)
        before = self.fingerprint()
        count = 0
        for path, item in sorted(self.description.document["paths"].items()):
            for method, operation in sorted(item.items()):
                if path.startswith("/v1/") and operation["operationId"] not in LEFT_OUT:
                    self.operation(method.upper(), path, operation)
                    count += 1
        after = self.fingerprint()
        changed = sorted(name for name in after if after[name] != before.get(name))
        if changed:
            self.wrong.append(f"the database holds something of what was refused: {', '.join(changed)}")
        for line in self.wrong[:60]:
            print(f"fuzz: {line}", file=sys.stderr)
        print(f"fuzz: {self.cases} malformed requests to {count} operations, {len(self.wrong)} wrong answers")
        return 1 if self.wrong else 0


if __name__ == "__main__":
    sys.exit(Fuzz(*sys.argv[1:5]).run())
