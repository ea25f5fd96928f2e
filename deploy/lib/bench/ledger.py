"""The ledger: appending beside a plain row, sealing and verifying beside the hashing that PostgreSQL does for itself."""

import re
import statistics
import subprocess
import tempfile
import time

from client import Cluster
from load import WARMING
from service import ROOT, Wrong, note

REPEATS, CLIENTS, BATCH = 3, 16, 5_000
# What an inspector or a clerk writes: a few values and a line of text.
BODY = '{"line":"3.2.1","note":"外墙保温现场记录 site record","on":"2026-03-02","quantity":120}'
EVENT = f"ledger.record_operator(district, gen_random_uuid(), 'bench.append', 'person', person_id, '{BODY}')"
# Each client tells of somebody else: of one thing there is one chain.
APPEND = f"select {EVENT} from bench.place join bench.subject on n = :client_id;\n"
MANY = f"select count(written) from (select {EVENT} as written from bench.place, bench.subject order by n limit {BATCH}) one"
# The same row, with the same keys, by hand: no chain, no canonical text, no hash, nothing that waits for its seal.
PLAIN = """insert into bench.plain select gen_random_uuid(), gen_random_uuid(), kept.* from bench.sample kept;
"""
SCHEMA = f"""
create table bench.place as select min(district) as district from auth.district;
create table bench.subject as select n - 1 as n, gen_random_uuid() as person_id from generate_series(1, {BATCH}) n;
alter table bench.subject add primary key (n);
insert into auth.person (person_id, name) select person_id, '记录对象 ' || n from bench.subject;
create table bench.leaf (idx bigint primary key, district integer not null, entry_id uuid not null unique, hash bytea not null);
"""
# A sample of what the ledger wrote, and a table of its columns and keys.
COPY = """
create table bench.sample as select district, type, subject_kind, subject_version, person_id, role, at, body, leaf
    from ledger.entry where type = 'bench.append' limit 1;
create table bench.plain as select entry_id, subject_id, district, type, subject_kind, subject_version, person_id, role, at, body, leaf
    from ledger.entry where false;
alter table bench.plain add primary key (district, entry_id);
create unique index on bench.plain (district, subject_kind, subject_id, subject_version);
"""


def appended(cluster, text, seconds):
    """How many are committed a second, and how long each takes."""
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as script:
        script.write(text)
        script.flush()
        done = subprocess.run(
            ["pgbench", "-n", "-M", "prepared", "-c", str(CLIENTS), "-j", "1", "-T", str(seconds + WARMING), "-P", "1", "-f",
             script.name, cluster.dsn], capture_output=True, text=True)
    told = re.findall(r"^progress: [\d.]+ s, ([\d.]+) tps, lat ([\d.]+) ms", done.stderr, re.M)[WARMING:]
    if not told or done.returncode or "ERROR" in done.stderr:
        raise Wrong("pgbench failed\n" + done.stderr[-2000:])
    return statistics.mean(float(rate) for rate, _ in told)


class Ledger:
    def __init__(self, programs, seconds, entries, emit):
        self.yanshoud, self.seconds, self.entries, self.emit = programs + "/yanshoud", seconds, entries, emit
        self.cluster, self.lines = Cluster(), []

    def run(self):
        try:
            self.ground()
            self.append()
            self.seal_and_verify()
        finally:
            self.cluster.control("stop")
        return self.lines

    def command(self, *words):
        begin = time.monotonic()
        done = subprocess.run([self.yanshoud, *words], env={**self.cluster.environment, "DATABASE_URL": self.cluster.dsn},
                              capture_output=True, text=True, cwd=ROOT)
        if done.returncode:
            raise Wrong(f"yanshoud {' '.join(words)} failed\n{done.stderr[-2000:]}{done.stdout[-500:]}")
        return time.monotonic() - begin, done.stdout

    def ground(self):
        self.command("migrate", "--share", str(ROOT))
        self.command("people", "import", str(ROOT / "deploy/demo-data/roster.json"))
        self.script(SCHEMA)
        self.cluster.sql(MANY)
        self.script(COPY)

    def script(self, text):
        for statement in text.strip().split(";\n"):
            self.cluster.sql(statement.rstrip(";"))

    def tell(self, case, unit, ours, limit, **more):
        rate, most = statistics.median(ours), statistics.median(limit)
        line = {"case": f"ledger: {case}", "unit": unit, "ours": round(rate), "limit": round(most),
                "ratio_limit": round(rate / most, 2), "range": [round(min(ours)), round(max(ours))], **more}
        self.lines.append(line)
        self.emit(line)

    def append(self):
        ours, limit = [], []
        for _ in range(REPEATS):
            ours.append(appended(self.cluster, APPEND, self.seconds))
            limit.append(appended(self.cluster, PLAIN, self.seconds))
        self.tell("append", f"rows a second by {CLIENTS}", ours, limit, mark=0.9)

    def seal_and_verify(self):
        self.command("ledger", "seal")
        ours, limit = [], []
        for part in range(REPEATS):
            note(f"{self.entries // REPEATS} entries are written ({part + 1} of {REPEATS})")
            for _ in range(max(1, self.entries // REPEATS // BATCH)):
                self.cluster.sql(MANY)
            took, told = self.command("ledger", "seal")
            count = int(re.search(r"(\d+)\s*$", told.strip())[1])
            ours.append(count / took)
            begin = time.monotonic()
            self.cluster.sql(r"""truncate bench.leaf; insert into bench.leaf
                select row_number() over (order by district, entry_id), district, entry_id, sha256('\x00'::bytea || body)
                from (select * from ledger.entry join ledger.leaf using (district, entry_id) order by idx desc
                    limit """ + f"{count}) newest")
            limit.append(count / (time.monotonic() - begin))
        self.tell("seal", "entries a second", ours, limit, mark_rate=50_000)
        self.cluster.sql("vacuum analyze")
        whole = int(subprocess.run(self.cluster.psql("-c", "select ledger.log_size()"), capture_output=True, text=True,
                                   check=True).stdout)
        ours, limit = [], []
        for _ in range(REPEATS):
            took, told = self.command("ledger", "fsck")
            ours.append(whole / took)
            begin = time.monotonic()
            self.cluster.sql(r"select count(distinct sha256('\x00'::bytea || body)) from ledger.entry")
            limit.append(whole / (time.monotonic() - begin))
        self.tell("verify", "entries a second", ours, limit, entries=whole, mark_rate=100_000)
