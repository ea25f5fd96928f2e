"""The HTTP cases: ours, the peer in two forms and the limit, interleaved, and compared before they are timed."""

import hashlib
import json
import os
import re
import signal
import statistics
import subprocess
import time
import urllib.request
import uuid

import load
from cases import HTML, READER, cases
from scene import Scene
from service import Wrong, free_port, note
from statements import Constants, pgbench, template, told

REPEATS = 3
# On two cores eight clients of pgbench do most; more of them wait for each other.
LIMIT_CLIENTS = 8
# The share of answers that may be other than 2xx; how many there were is told.
MOST_WRONG = 0.02


def one_body(case, target, names):
    text = json.dumps(case.body, ensure_ascii=False) if case.body else None
    if text is None:
        return None
    text = case.filled(text, target)
    for name, value in names.items():
        text = text.replace(f"⟦{name}⟧", value)
    return text


def ask(site, case, target, base=None, prefix=""):
    """One request of a case; gives the names that were new in it, the status and the answer."""
    names = {"id": str(uuid.uuid4()), "n": "幢 " + str(uuid.uuid4()), "key": str(uuid.uuid4())}
    body = one_body(case, target, names)
    status, answer = site.call(case.method, prefix + case.filled(case.path, target), target.get("bearer"), body,
                               case.accept, names["key"], base)
    if status not in (200, 201):
        raise Wrong(f"{case.name} answers {status}: {answer.decode(errors='replace')[:1500]}")
    if body:
        names["fingerprint"] = hashlib.sha256(body.encode()).hexdigest()
    names["key"] = hashlib.sha256(names["key"].encode()).hexdigest()
    return names, answer


def capture(site, case, target):
    """The statements of one request, and the values that are known in them."""
    if not case.writes:
        ask(site, case, target)
    log, (names, _) = site.telling(lambda: ask(site, case, target))
    # The reader reads for requests alone; the service also writes for itself.
    units = [unit for unit in told(log, {case.role})
             if not case.writes or any("auth.enter(" in statement.text for statement in unit)]
    known = {name: str(value) for name, value in target.items() if name != "bearer"} | (names if case.writes else {})
    for unit in units:
        for statement in unit:
            known |= {"pass": value for value in statement.values if value and "|until " in value}
    return units, known


class Peer:
    """The peer's two workers, in one of its two forms."""

    def __init__(self, site, python, given, role, tuned, prefix=None):
        self.tuned, self.prefix = tuned, prefix or ("/t" if tuned else "/u")
        self.port = free_port(8900)
        self.base = f"http://127.0.0.1:{self.port}"
        self.log = site.folder + f"/peer-{'tuned' if tuned else 'usual'}.log"
        environment = {**os.environ, "BENCH_CASES": given, "BENCH_ROLE": role}
        if tuned:
            environment["NORESET"] = "1"
        self.process = subprocess.Popen(
            [python, "-m", "uvicorn", "peer:app", "--host", "127.0.0.1", "--port", str(self.port), "--workers", "2",
             "--loop", "uvloop", "--http", "httptools", "--no-access-log", "--log-level", "info"],
            cwd=os.path.dirname(__file__), env=environment, stdout=open(self.log, "w"), stderr=subprocess.STDOUT,
            start_new_session=True)
        for _ in range(300):
            try:
                urllib.request.urlopen(self.base + "/openapi.json", timeout=2)
                return
            except OSError:
                time.sleep(0.1)
        self.stop()
        raise Wrong("the peer does not answer\n" + self.said())

    def said(self):
        """What it says of a fault, if it says anything."""
        with open(self.log) as log:
            text = log.read()
        return text[max(0, text.rfind("Traceback")):][-3000:] if "Traceback" in text else ""

    def stop(self):
        try:
            os.killpg(self.process.pid, signal.SIGTERM)
            self.process.wait(20)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            pass


class Endpoints:
    def __init__(self, site, options, python, emit):
        self.site, self.options, self.python, self.emit = site, options, python, emit
        scene = Scene(site, options.districts, options.signing_districts)
        self.cases = [case for case in cases(scene) if not options.case or case.name in options.case]
        self.units, self.used, self.memory = {}, {}, {}
        self.peers = []

    def run(self):
        """The lines of all cases; one that does not answer as it should has an `error` in place of its figures."""
        lines, ready = [], []
        note("reading off what each case sends")
        for case in self.cases:
            self.used[case.name] = 0
            first, second = self.take(case, 1)[0], self.take(case, 1)[0]
            try:
                self.units[case.name] = template(
                    capture(self.site, case, first), capture(self.site, case, second), self.site)
                ready.append(case)
            except Wrong as wrong:
                lines.append(self.failed(case, wrong))
        self.cases = ready
        return lines + self.beside_peers(self.give()) + self.kept()

    def beside_peers(self, given, prefix=None, words=""):
        """The lines of all cases, each compared with the peers before it is timed beside them."""
        lines = []
        for role in dict.fromkeys(case.role for case in self.cases):
            try:
                # One role at a time: each worker of the peer holds eight connections, as many as it takes.
                for tuned in (False, True):
                    self.peers.append(Peer(self.site, self.python, given, role, tuned, prefix))
                for case in [case for case in self.cases if case.role == role]:
                    try:
                        self.compare(case)
                        if self.options.check:
                            lines.append(self.checked(case, words))
                            continue
                        lines += [self.measure(case, clients, words) for clients in self.clients(case)]
                    except Wrong as wrong:
                        lines.append(self.failed(case, wrong, words))
            finally:
                for peer in self.peers:
                    peer.stop()
                self.peers = []
        return lines

    def kept(self):
        """The reads once more, by a service that keeps what it answered, while nothing is written.

        Peer and limit do the same: they ask the database whether anything was written, and the peer gives back the bytes
        that it was given.
        """
        note("the reads again, with answers kept")
        self.site.stop()
        self.site.start(self.options.share, 16)
        lines, ready, given = [], [], {}
        for case in [case for case in self.cases if not case.writes]:
            try:
                for _ in range(2):
                    # The first signs in, the next is kept.
                    bodies = [ask(self.site, case, target)[1].decode() for target in case.targets]
                first, second = case.targets[0], case.targets[1]
                self.units[case.name] = template(
                    capture(self.site, case, first), capture(self.site, case, second), self.site)
                given[case.name] = {"role": case.role, "units": self.units[case.name], "media": case.accept, "kept": {
                    case.filled(case.path, target) + " " + (target["token"] if target.get("bearer") else ""): [
                        body, {name: str(value) for name, value in target.items() if name not in ("bearer", "token")}]
                    for target, body in zip(case.targets, bodies)}}
                ready.append(case)
            except Wrong as wrong:
                lines.append(self.failed(case, wrong, ", kept"))
        self.cases = ready
        return lines + self.beside_peers(self.written("kept.json", given), "/k", ", kept")

    def memory_used(self):
        with open(f"/proc/{self.site.process.pid}/status") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read())[1]) / 1024

    def checked(self, case, words):
        """A case whose statements the limit sends as well, once by one client: nothing is timed."""
        self.limit(case, 1)
        line = {"case": case.name + words, "checked": True, "statements": sum(len(unit) for unit in self.units[case.name])}
        self.emit(line)
        return line

    def failed(self, case, wrong, words=""):
        line = {"case": case.name + words, "error": str(wrong)[:300]}
        note(f"{case.name}: {wrong}\n" + "".join(peer.said()[-1500:] for peer in self.peers))
        self.emit(line)
        return line

    def clients(self, case):
        return (32, 1, 128) if case.name == "project" else (32,)

    def take(self, case, count):
        """The next targets of a case; where each serves but once, they are used up."""
        at = self.used[case.name]
        self.used[case.name] = at + count
        if not case.once:
            return [case.targets[(at + place) % len(case.targets)] for place in range(count)]
        if at + count > len(case.targets):
            raise Wrong(f"{case.name} has no more targets: take more --signing-districts")
        return case.targets[at:at + count]

    def give(self):
        """Writes what the peer needs to know of the cases."""
        told = {}
        # What is written first is on the pages that are read behind it.
        for case in sorted(self.cases, key=lambda case: not case.writes):
            entry = {"role": case.role, "units": self.units[case.name], "targets": {}, "extras": {}, "answer": {}}
            if case.writes:
                entry["targets"] = {target.get("round") or target["project"]: {
                    name: str(value) for name, value in target.items() if name not in ("bearer", "token")}
                    for target in case.targets}
                _, answer = ask(self.site, case, self.take(case, 1)[0])
                entry["answer"] = json.loads(answer)
            elif case.name == "inbox of 50":
                for target in case.targets:
                    _, answer = ask(self.site, case, target)
                    entry["extras"][target["token"]] = {"steps": self.steps(json.loads(answer)["items"])}
            elif case.name != "projects of 50":
                for target in case.targets:
                    _, answer = ask(self.site, case, target)
                    if case.accept == HTML:
                        self.words(entry, target["project"], answer.decode())
                    else:
                        entry["extras"][target["project"]] = {
                            name: value for name, value in json.loads(answer).items()
                            if name.startswith("_") or case.name != "project"}
            told[case.name] = entry
        return self.written("cases.json", told)

    def written(self, name, told):
        """A file of cases for the peer."""
        path = f"{self.site.folder}/{name}"
        ahead = float(self.site.sql("select extract(epoch from auth.business_now() - now())"))
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"cases": told, "ahead": ahead, "dsn": "postgresql://ROLE@/yanshou?host="
                       f"{self.site.state}/run&port={self.site.database_port}"}, file, ensure_ascii=False)
        return path

    @staticmethod
    def steps(items):
        """What the rules found of whose turn it is, each with its place in the order."""
        found, counted = [], {}
        for item in items:
            if item["kind"] not in ("step", "requirement"):
                continue
            number = counted[item["project"]] = counted.get(item["project"], -1) + 1
            found.append(("\x1f".join(["~", item["project_name"], item["kind"], item["project"], item["path"],
                                      f"{number:02}"]), item))
        return found

    def words(self, entry, project, page):
        """How a page words its state and its events, for the peer's template."""
        types = self.site.rows(f"select type from pub.event where project_id = '{project}' order by entry_id desc limit 30")
        shown = re.findall(r'<td data-head="事项">([^<]*)</td>', page)
        entry.setdefault("words", {}).update({row["type"]: words for row, words in zip(types, shown)})
        state = self.site.sql(f"select state from app.project where project_id = '{project}'")
        entry.setdefault("states", {})[state] = re.search(r'<span class="badge waiting">([^<]*)<', page)[1]

    def compare(self, case):
        """Ours and the peer's answers hold the same, or there is nothing to time."""
        for peer in self.peers:
            for target in self.take(case, 3):
                if case.once:
                    names, theirs = ask(self.site, case, target, peer.base, peer.prefix)
                    ours = json.dumps({**json.loads(theirs), **self.given_answer(case), "id": names["id"]}).encode()
                else:
                    asked, ours = ask(self.site, case, target)
                    names, theirs = ask(self.site, case, target, peer.base, peer.prefix)
                    if case.writes:
                        ours = ours.replace(asked["id"].encode(), names["id"].encode())
                same = ours == theirs if case.accept == HTML else json.loads(ours) == json.loads(theirs)
                if not same:
                    at = next((place for place, (a, b) in enumerate(zip(ours, theirs)) if a != b), 0)
                    raise Wrong(f"the peer answers {case.name} otherwise from byte {at} on:\n"
                                f"{ours[max(0, at - 200):at + 300].decode(errors='replace')}\nagainst\n"
                                f"{theirs[max(0, at - 200):at + 300].decode(errors='replace')}")

    def given_answer(self, case):
        with open(self.site.folder + "/cases.json", encoding="utf-8") as file:
            return json.load(file)["cases"][case.name]["answer"]

    def share(self, case):
        """How many targets that serve but once a single run may use up."""
        return max(50, (len(case.targets) - 20) // (4 * REPEATS))

    def limit(self, case, clients):
        pipelined, constants, scripts = not case.writes, Constants(), []
        if case.once:
            return self.limit_once(case, clients)
        # Few, since each has a script of its own, which every client prepares; enough that writes seldom wait.
        some = 4 if pipelined else 16
        targets = case.targets[::max(1, len(case.targets) // some)][:some]
        passes = {}
        for number, target in enumerate(targets):
            local = {}
            for name, value in target.items():
                if name == "bearer":
                    continue
                constants.given[f"t{number}_{name}"] = value
                local[name] = f":t{number}_{name}"
            if case.role == READER:
                token = target["token"]
                passes[token] = passes.get(token) or self.site.sql(
                    f"select auth.enter_to_read('\\x{token}') ->> 'pass'")
                constants.given[f"t{number}_pass"] = passes[token]
                local["pass"] = f":t{number}_pass"
            scripts.append(pgbench(self.units[case.name], constants, local, pipelined))
        return load.pgbench(self.site, case.role, scripts, constants, min(clients, LIMIT_CLIENTS),
                            2 if self.options.check else self.options.seconds, self.site.folder)

    def limit_once(self, case, clients):
        """Targets that serve once come from a table, by one more statement in front of each transaction."""
        targets = self.take(case, self.share(case))
        names = [name for name in targets[0] if name != "bearer"]
        rows = ",".join("(" + ",".join([str(number)] + [f"'{target[name]}'" for name in names]) + ")"
                        for number, target in enumerate(targets, 1))
        self.site.sql(f"""
            drop table if exists bench.target; drop sequence if exists bench.turn;
            create table bench.target (turn bigint primary key, {', '.join(name + ' text' for name in names)});
            insert into bench.target values {rows}; create sequence bench.turn; analyze bench.target;
            grant usage on schema bench to {case.role}; grant select on bench.target to {case.role};
            grant usage on sequence bench.turn to {case.role};""")
        constants = Constants()
        prefix = (f"select turn, {', '.join(names)} from bench.target where turn = (select nextval('bench.turn')) \\gset x_")
        script = pgbench(self.units[case.name], constants, {name: f":x_{name}" for name in names}, False, prefix)
        clients = min(clients, LIMIT_CLIENTS)
        with open(self.site.folder + "/limit-0.sql", "w", encoding="utf-8") as file:
            file.write(script)
        with load.Meter(self.site.postmaster) as meter:
            each = 2 if self.options.check else max(1, min(len(targets), self.options.most_opinions) // clients)
            done = subprocess.run(
                ["pgbench", "-n", "-M", "prepared", "-h", self.site.state + "/run", "-p",
                 str(self.site.database_port), "-U", case.role, "-c", str(clients), "-j", "1", "-t", str(each),
                 *constants.options(), "-f", self.site.folder + "/limit-0.sql", "yanshou"], capture_output=True, text=True)
        rate = re.search(r"tps = ([\d.]+) \(without", done.stdout)
        if not rate or done.returncode or "ERROR" in done.stderr:
            raise Wrong("pgbench failed\n" + done.stderr[-3000:])
        return {"rps": float(rate[1]), "p50": float(re.search(r"latency average = ([\d.]+)", done.stdout)[1]),
                "database_us": meter.database / (each * clients) * 1e6, "foreign": meter.foreign}

    def timed(self, case, clients, port, process, prefix=""):
        """One run of wrk against a program, ours or the peer's."""
        targets = self.take(case, self.share(case)) if case.once else case.targets
        body = json.dumps(case.body, ensure_ascii=False) if case.body else None
        prefixed = [dict(target) for target in targets]
        listed = load.requests(case, prefixed, body).replace("[==[/", f"[==[{prefix}/")
        meter = load.Meter(self.site.postmaster, process)
        # Targets that serve but once are soon at their end.
        seconds = 1 if case.once else self.options.seconds
        run = load.wrk(self.site.folder, port, listed, case.accept, clients, seconds, meter, case.once)
        if case.once and run["count"] > len(targets):
            raise Wrong(f"{case.name} ran out of targets: take more --signing-districts")
        # A write may find no connection in time on a machine that others use too.
        allowed = run["count"] * MOST_WRONG
        if run["wrong"] > allowed:
            raise Wrong(f"{run['wrong']} of {run['count']} answers of {case.name} under {prefix or 'ours'} were wrong")
        return run

    def measure(self, case, clients, words=""):
        runs = {"ours": [], "peer": [], "tuned": [], "limit": []}
        for _ in range(REPEATS):
            runs["ours"].append(self.timed(case, clients, self.site.port, self.site.process.pid))
            memory = self.memory_used()
            for name, peer in zip(("peer", "tuned"), self.peers):
                runs[name].append(self.timed(case, clients, peer.port, peer.process.pid, peer.prefix))
            runs["limit"].append(self.limit(case, clients))
        of = lambda name, what: statistics.median(run[what] for run in runs[name])  # noqa: E731
        ours = [run["rps"] for run in runs["ours"]]
        line = {
            "case": case.name + words, "clients": clients, "ours": round(of("ours", "rps"), 1),
            "peer": round(of("peer", "rps"), 1), "tuned": round(of("tuned", "rps"), 1),
            "limit": round(of("limit", "rps"), 1), "ratio_peer": round(of("ours", "rps") / of("peer", "rps"), 2),
            "ratio_tuned": round(of("ours", "rps") / of("tuned", "rps"), 2),
            "ratio_limit": round(of("ours", "rps") / of("limit", "rps"), 2),
            "range": [round(min(ours), 1), round(max(ours), 1)],
            "p50_ms": round(of("ours", "p50"), 2), "p99_ms": round(of("ours", "p99"), 2),
            "peer_p99_ms": round(of("peer", "p99"), 2), "limit_mean_ms": round(of("limit", "p50"), 3),
            "cpu_us": round(of("ours", "cpu_us")), "peer_cpu_us": round(of("peer", "cpu_us")),
            "database_us": round(of("ours", "database_us")), "limit_database_us": round(of("limit", "database_us")),
            "rss_mb": round(memory), "peer_rss_mb": round(load.resident(self.peers[0].process.pid)),
            "wrong": sum(run["wrong"] for group in ("ours", "peer", "tuned") for run in runs[group]),
            "statements": sum(len(unit) for unit in self.units[case.name]),
            "foreign": round(max(run["foreign"] for group in runs.values() for run in group), 2),
        }
        self.emit(line)
        return line
