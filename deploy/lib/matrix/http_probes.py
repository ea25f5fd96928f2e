"""Every role on every endpoint of the API, in each relation and state, over HTTP; judged by the policy's text.

The service says itself only which endpoints there are and which bodies they take. Who may use them is in the list of who
writes what, and for those that write nothing in `endpoints.txt`.
"""
import http.client
import json
import pathlib
import queue
import threading
import urllib.parse
import uuid

from psql import REVOKED, Psql

HERE = pathlib.Path(__file__).resolve().parent
# Signing out would take the token that everything else is asked with; signing in and out are tried elsewhere.
NOTHING = "00000000-0000-4000-8000-00000000000b"
LEFT_OUT = {"session.open", "session.close", "openapi.read"}



class Endpoint:
    def __init__(self, name, method, path, said, document):
        self.name, self.method, self.path = name, method, path
        content = said.get("requestBody", {}).get("content", {}).get("application/json", {})
        self.body = json.dumps(sample(content["schema"], document)) if content else None
        self.if_match = any(p.get("name") == "If-Match" and p.get("required") for p in said.get("parameters", []))
        self.names = [part[1:-1] for part in path.split("/") if part.startswith("{")]
        # What must be asked with the address: otherwise its absence is told before anything else.
        self.query = urllib.parse.urlencode([
            (p["name"], sample(p["schema"], document)) for p in said.get("parameters", [])
            if p.get("in") == "query" and p.get("required")])

    def address(self, values):
        path = self.path
        for name in self.names:
            path = path.replace("{" + name + "}", values.get(name, NOTHING))
        return path + ("?" + self.query if self.query else "")


def sample(schema, document):
    """The least value that a schema takes."""
    if "$ref" in schema:
        return sample(document["components"]["schemas"][schema["$ref"].split("/")[-1]], document)
    if "enum" in schema:
        return schema["enum"][0]
    kind = schema.get("type", "string")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object":
        return {name: sample(schema["properties"][name], document) for name in schema.get("required", [])}
    if kind == "array":
        return [sample(schema.get("items", {}), document) for _ in range(max(1, schema.get("minItems", 1)))]
    if kind == "integer":
        return max(1, schema.get("minimum", 1))
    if kind == "boolean":
        return True
    formats = {
        "uuid": "00000000-0000-4000-8000-00000000000a", "date": "2026-03-02", "date-time": "2026-03-02T09:00:00+08:00",
        "money": "1.00", "area": "1.00", "ratio": "1/2", "uscc": "91330302MA20000013", "division": "330302",
        "mobile": "13800000000", "sha256": "0" * 64, "base64": "eA=="}
    return formats.get(schema.get("format"), "x" * max(1, schema.get("minLength", 1)))


def endpoints(scene):
    document = scene["openapi"]
    for path, item in document["paths"].items():
        for method, said in item.items():
            if path.startswith("/v1/") and said["operationId"] not in LEFT_OUT:
                yield Endpoint(said["operationId"], method.upper(), path, said, document)


def roles_of(policy):
    """Who may use an endpoint: a set of roles, `*` for whoever has signed in, `anyone`."""
    known = {name: roles for name, roles in policy.actions.items() if name}
    for line in (HERE / "endpoints.txt").read_text(encoding="utf-8").splitlines():
        name, *roles = line.split()
        known[name] = set(roles)
    return known


def run(scene, policy, chance, full):
    every = sorted(endpoints(scene), key=lambda endpoint: endpoint.name)
    known = roles_of(policy)
    mismatches = [f"{e.name} stands in no policy" for e in every if e.name not in known]
    every = [e for e in every if e.name in known]
    asked = every if full else sorted(chance.sample(every, min(len(every), 25)), key=lambda e: e.name)
    absent = {name: ("0" * 63 + "1" if name == "sha256" else str(uuid.uuid5(uuid.NAMESPACE_OID, name)))
              for name in scene["values"]}
    people = scene["people"] + [{"login": "anonymous", "side": "nobody", "role": "", "token": None},
                                {"login": "revoked", "side": "nobody", "role": "", "token": "ys_matrix_revoked"}]
    psql = Psql(scene["database"])
    psql.ask(REVOKED)
    probes, seen = 0, {}
    for state in STATES:
        set_state(psql, state)
        work = [(e, person, target) for e in asked for person in people for target in ("own", "absent")
                if target == "own" or e.names]
        answers = all_of(scene, work, absent)
        probes += len(answers)
        mismatches += judge(answers, known, policy, state)
        seen.update({key: answer for key, answer in answers.items() if state == "as laid"})
    set_state(psql, "back")
    # The policy itself altered: one role more, and one less, of every endpoint.
    tried, survivors = 0, []
    own_roles = sorted({person["role"] for person in scene["people"]})
    for endpoint in asked:
        for role in own_roles:
            if known[endpoint.name] & {"*", "anyone"}:
                altered = {role_ for role_ in own_roles if role_ != role}
            else:
                altered = known[endpoint.name] ^ {role}
            tried += 1
            part = {key: answer for key, answer in seen.items() if key[0] == endpoint.name}
            if not judge(part, {endpoint.name: altered}, policy, "as laid"):
                survivors.append(f"{endpoint.name} {'without' if role in known[endpoint.name] else 'with'} {role}")
    psql.close()
    return {"probes": probes, "mismatches": sorted(mismatches), "mutants": tried, "survivors": survivors}


STATES = {
    "as laid": "create schema kept; create table kept.part as table app.part; create table kept.project as table app.project",
    "closed": "update app.project set state = 'closed'",
    "over": "update app.part set until = '2020-02-01' where reader <> auth.reader_of(1, 'district', null)",
}
# How all was laid, for whoever asks after this.
BACK = ("update app.part set until = kept.until from kept.part kept where (kept.project_id, kept.reader) = (part.project_id, part.reader); "
        "update app.project set state = kept.state from kept.project kept where kept.project_id = project.project_id")


def set_state(psql, state):
    """Puts all projects into a state, past the guards, and lets the service know that something has changed."""
    lines = psql.ask(
        f"begin; set local session_replication_role = replica; {STATES.get(state, BACK)}; insert into ledger.entry "
        "select (jsonb_populate_record(told, jsonb_build_object('entry_id', gen_random_uuid(), 'subject_id', "
        "gen_random_uuid(), 'project_id', null, 'written_by', pg_current_xact_id()::text))).* "
        "from ledger.entry told limit 1; commit")
    if any("ERROR" in line for line in lines):
        raise RuntimeError("\n".join(lines))


def all_of(scene, work, absent):
    """Asks all, some at a time: {(endpoint, login, target): (status, code, side, role)}."""
    waiting, found, faults = queue.SimpleQueue(), {}, []
    for item in work:
        waiting.put(item)

    def ask():
        connection = http.client.HTTPConnection("127.0.0.1", scene["port"], timeout=60)
        while True:
            try:
                endpoint, person, target = waiting.get_nowait()
            except queue.Empty:
                return
            headers = {"content-type": "application/json"} if endpoint.body else {}
            if person["token"]:
                headers["authorization"] = "Bearer " + person["token"]
            if endpoint.method != "GET":
                headers["idempotency-key"] = uuid.uuid4().hex
            if endpoint.if_match:
                headers["if-match"] = "*"
            address = endpoint.address(scene["values"] if target == "own" else absent)
            for again in (True, False):
                try:
                    connection.request(endpoint.method, address, endpoint.body, headers)
                    response = connection.getresponse()
                    body = response.read()
                    break
                except (http.client.HTTPException, OSError) as fault:
                    connection.close()
                    if not again:
                        faults.append(f"{endpoint.name}: {fault}")
                        return
            code = ""
            if response.status >= 400:
                try:
                    code = json.loads(body).get("code", "")
                except ValueError:
                    code = "no problem"
            found[endpoint.name, person["login"], target] = (response.status, code, person["side"], person["role"])

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise RuntimeError("\n".join(faults[:5]))
    return found


def judge(answers, known, policy, state):
    """What was answered and should not have been."""
    wrong = []
    for (name, login, target), (status, code, side, role) in answers.items():
        roles = known[name]
        told = f"{state}: {name} {login} {target}: {status} {code}"
        # Who is let in may meet a fault of rows that mean nothing; who is not never comes so far.
        if "anyone" in roles:
            if status in (401, 403):
                wrong.append(f"{told}, though it is for anyone")
        elif side == "nobody":
            if status != 401:
                wrong.append(f"{told}, not 401")
        elif status == 401:
            wrong.append(f"{told}, though he has signed in")
        elif "*" not in roles and role not in roles:
            if (status, code) != (403, "role_may_not"):
                wrong.append(f"{told}, not 403 role_may_not")
        elif code == "role_may_not":
            wrong.append(f"{told}, though his role may")
        elif target == "own" and (name, login, "absent") in answers and not policy.takes_part(
                {"side": side, "role": role}, "own"):
            # A stranger is told of what is there what he is told of what is nowhere.
            absent = answers[name, login, "absent"]
            if status < 400 or (status, code) != absent[:2]:
                wrong.append(f"{told}, not {absent[0]} {absent[1]} as of nothing")
    return wrong
