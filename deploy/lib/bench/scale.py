"""How the service holds as the programme grows: the same reads, and a write, at more and more rows.

Every project keeps its size; what grows is how many there are. The largest is the country's: 300,000 projects, 10 M logs.
"""

import json
import time

import load
from cases import HTML, PUBLIC, READER, TODAY, WRITER, Case, copy_of, made
from endpoints import ask
from programme import LEDGERS, PER_DISTRICT, Programme
from scene import NOW, UNDER_WAY, settled, under_way
from service import Wrong, note

# As many as ask at once where a person waits for each answer; the tail is what is looked at.
CLIENTS = 8
# Projects that are asked for in turn, over all districts.
ASKED = 240
# A table of fewer rows may be read as a whole.
SMALL = 1000
# What a project of the programme has of each, in place of what the walk left.
LOGS = 33


class Scale:
    def __init__(self, site, chosen, emit):
        self.site, self.chosen, self.emit = site, chosen, emit

    def run(self):
        note("taking a community through the rules")
        light = self.light = under_way(self.site, "scale", 2)
        status, answer = self.site.call("POST", "/v1/demo/clock", body={"now": NOW, "back": True})
        if status != 200:
            raise SystemExit(f"bench: the clock: {answer!r}")
        for login in ("street", "builder", "resident"):
            self.site.token(login)
        settled(self.site)
        programme, lines, done = Programme(self.site, light.project), [], 0
        times = self.times(programme)
        before = self.size()
        for projects in sorted(set(self.chosen.projects)):
            begin = time.monotonic()
            first = UNDER_WAY + done // PER_DISTRICT
            self.tokens = getattr(self, "tokens", {}) | programme.people(
                first, -(-(projects - done) // PER_DISTRICT), ("street", "builder", "resident"))
            rows = programme.copy(done + 1, projects - done, first, without=LEDGERS, times=times)
            self.site.sql("vacuum analyze; checkpoint")
            done = projects
            logs = int(self.site.sql("select count(*) from app.daily_log"))
            note(f"{projects} projects, {logs} logs: {rows} rows more in {time.monotonic() - begin:.0f} s")
            lines += self.stage(projects, logs)
        lines += self.ratios(lines)
        cost = {"case": "bytes a project", "projects": done, "bytes": (self.size() - before) // done}
        self.emit(cost)
        return lines + [cost]

    def size(self):
        return int(self.site.sql("select pg_database_size('yanshou')"))

    def times(self, programme):
        """How often a row of a log is laid down for each that the walk left."""
        have = programme.own["app.daily_log"][""]
        many = max(1, round(LOGS / have))
        return {"app.daily_log": many, "app.daily_log.": {"daily_log_id"}}

    def cases(self, projects):
        step = max(PER_DISTRICT // 8, projects // ASKED)
        works = [(number, UNDER_WAY + (number - 1) // PER_DISTRICT) for number in range(1, projects + 1, step)]
        light, street = self.light, lambda d: self.tokens["street", d]  # noqa: E731
        read = [dict(copy_of(light, n, d), bearer=street(d)) for n, d in works]
        district = [dict(district=str(d), bearer=street(d)) for d in sorted({d for _, d in works})]
        log = [dict(one, bearer=self.tokens["builder", d], contract=made(light.id("contract:lot1"), n),
                    bill=made(light.id("bill:A01"), n)) for one, (n, d) in zip(read, works)]
        return [
            Case("project", "GET", "/v1/projects/⟦project⟧", READER, read),
            Case("gates", "GET", "/v1/projects/⟦project⟧/gates", READER, read),
            Case("logs", "GET", "/v1/projects/⟦project⟧/logs?limit=50", READER, read),
            Case("issues", "GET", "/v1/projects/⟦project⟧/issues?limit=50", READER, read),
            Case("projects of 50", "GET", "/v1/projects?limit=50", READER, district),
            Case("inbox of 50", "GET", "/v1/inbox?limit=50", READER, district),
            Case("public page", "GET", "/p/⟦project⟧", PUBLIC, [dict(one, bearer=None) for one in read], accept=HTML),
            Case("log a day", "POST", "/v1/projects/⟦project⟧/logs", WRITER, log, body={
                "id": "⟦id⟧", "contract": "⟦contract⟧", "section": "⟦n⟧", "logged_on": TODAY, "headcount": 18,
                "weather": "晴", "submit": True, "quantities": [{"bill_line": "⟦bill⟧", "quantity_milli": 1}]}),
        ]

    def stage(self, projects, logs):
        lines = []
        for case in self.cases(projects):
            line = {"case": case.name, "projects": projects, "logs": logs}
            try:
                for target in case.targets if not case.writes else case.targets[:4]:
                    ask(self.site, case, target)
                before = self.scans()
                body = None if not case.body else json.dumps(case.body, ensure_ascii=False)
                listed = load.requests(case, case.targets, body)
                run = load.wrk(self.site.folder, self.site.port, listed, case.accept, CLIENTS, self.chosen.seconds,
                               load.Meter(self.site.postmaster, self.site.process.pid))
                time.sleep(1.5)
                line |= {"ours": round(run["rps"], 1), "p50_ms": round(run["p50"], 2), "p99_ms": round(run["p99"], 2),
                         "wrong": run["wrong"], "database_us": round(run["database_us"]),
                         "foreign": round(run["foreign"], 2), "scans": self.whole(before, run["count"])}
            except Wrong as wrong:
                line["error"] = str(wrong)[:300]
                note(f"{case.name}: {wrong}")
            self.emit(line)
            lines.append(line)
        return lines

    def scans(self):
        return {row["name"]: row["seq"] for row in self.site.rows(
            "select s.schemaname || '.' || s.relname as name, s.seq_scan as seq from pg_stat_user_tables s "
            "join pg_class c on c.oid = s.relid where s.schemaname in ('app', 'auth', 'ledger') "
            f"and c.reltuples >= {SMALL}")}

    def whole(self, before, requests):
        """Tables that were read as a whole by the requests: the service's own rounds do so now and then."""
        return sorted(name for name, seq in self.scans().items() if seq - before.get(name, seq) > requests / 20)

    def ratios(self, lines):
        """Each case's tail at the largest programme against the smallest's."""
        told = []
        for name in dict.fromkeys(line["case"] for line in lines):
            ends = [line for line in lines if line["case"] == name and "error" not in line]
            if len(ends) > 1:
                told.append({"case": name + ", flat", "projects": ends[-1]["projects"], "logs": ends[-1]["logs"],
                             "p99_ms": ends[-1]["p99_ms"], "ratio_flat": round(ends[-1]["p99_ms"] / ends[0]["p99_ms"], 2)})
                self.emit(told[-1])
        return told
