"""The PostgreSQL client by itself: ours, asyncpg and pgbench (for rows that stream in, psql), each in turn."""

import json
import os
import pathlib
import re
import statistics
import subprocess
import tempfile
import time

from load import WARMING
from service import Wrong, free_port, note

HERE = pathlib.Path(__file__).resolve().parent
REPEATS, ITEMS, ROWS, BATCH = 3, 100_000, 100_000, 100
# What is asked, and by how many at once.
CASES = [("point", 32), ("point", 1), ("list", 32), ("insert", 16), ("batch", 8), ("copy", 1)]
UNITS = {"batch": "transactions of 100 rows", "copy": "rows"}
SCHEMA = f"""
create schema bench;
create table bench.item (id bigint primary key, code uuid not null, name text not null, state text not null,
    version integer not null, amount_fen bigint not null, began_on date not null, updated_at timestamptz not null);
insert into bench.item select n, gen_random_uuid(), '老旧小区改造 ' || n, 'S14', n % 9, n * 100, date '2026-01-01' + n % 300,
    timestamptz '2026-01-01' + n * interval '1 second' from generate_series(1, {ITEMS}) n;
create table bench.fact (item bigint not null, note text not null, fen bigint not null);
vacuum analyze bench.item;
"""
COLUMNS = "id, code, name, state, version, amount_fen, began_on, updated_at"
INSERT = "insert into bench.fact (item, note, fen) values (:key, '现场记录 site record', :key);\n"
KEY = f"\\set key random(1, {ITEMS})\n"
LIMITS = {
    "point": KEY + f"select {COLUMNS} from bench.item where id = :key;\n",
    "list": KEY + f"select {COLUMNS} from bench.item where id > :key order by id limit 50;\n",
    "insert": KEY + INSERT,
    "batch": KEY + "\\startpipeline\nbegin;\n" + INSERT * BATCH + "commit;\n\\endpipeline\n",
}


class Cluster:
    """A PostgreSQL of its own with stock durability."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="yanshou-client-", dir="/var/tmp")
        self.port = free_port(5760)
        self.environment = {**os.environ, "PGBENCH_DIR": self.folder, "PGBENCH_PORT": str(self.port)}
        self.control("start")
        self.dsn = f"postgresql://bench@/postgres?host={self.folder}&port={self.port}"
        for statement in SCHEMA.strip().split(";\n"):
            self.sql(statement.rstrip(";"))

    def control(self, word):
        done = subprocess.run([str(HERE / "jobs/cluster.sh"), word], env=self.environment, capture_output=True, text=True)
        if word == "start" and done.returncode:
            raise Wrong("no PostgreSQL for the client\n" + done.stderr[-2000:])

    def psql(self, *arguments):
        return ["psql", "-qXAt", "-v", "ON_ERROR_STOP=1", self.dsn, *arguments]

    def sql(self, text):
        done = subprocess.run(self.psql("-c", text), capture_output=True, text=True)
        if done.returncode:
            raise Wrong(f"SQL failed\n{text}\n{done.stderr}")


def program(command, cluster):
    done = subprocess.run(command, env={**os.environ, "BENCH_DSN": cluster.dsn}, capture_output=True, text=True)
    if done.returncode:
        raise Wrong(f"{' '.join(command[:2])} failed\n{done.stderr[-2000:]}")
    return json.loads(done.stdout)


def limit(case, clients, cluster, seconds):
    if case == "copy":
        with tempfile.NamedTemporaryFile("w", suffix=".tsv") as file:
            file.writelines(f"{n}\t水心小区 {n}\t{n * 100}\n" for n in range(ROWS))
            file.flush()
            begin, count = time.monotonic(), 0
            while time.monotonic() < begin + seconds:
                with open(file.name, "rb") as rows:
                    subprocess.run(cluster.psql("-c", "copy bench.fact from stdin"), stdin=rows, check=True)
                count += ROWS
            return {"rate": count / (time.monotonic() - begin)}
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as script:
        script.write(LIMITS[case])
        script.flush()
        done = subprocess.run(
            ["pgbench", "-n", "-M", "prepared", "-c", str(min(clients, 8)), "-j", "1", "-T", str(seconds + WARMING), "-P", "1",
             "-f", script.name, cluster.dsn], capture_output=True, text=True)
    told = re.findall(r"^progress: [\d.]+ s, ([\d.]+) tps, lat ([\d.]+) ms", done.stderr, re.M)[WARMING:]
    if not told or done.returncode:
        raise Wrong("pgbench failed\n" + done.stderr[-2000:])
    return {"rate": statistics.mean(float(rate) for rate, _ in told),
            "p50_us": 1000 * statistics.mean(float(latency) for _, latency in told)}


def measured(case, clients, ours, python, cluster, seconds):
    arguments = [case, "--clients", str(clients), "--seconds", str(seconds)]
    runs = {"ours": [], "peer": [], "limit": []}
    for _ in range(REPEATS):
        # Rows of the run before are nobody's burden.
        cluster.sql("truncate bench.fact")
        runs["ours"].append(program([ours, *arguments], cluster))
        cluster.sql("truncate bench.fact")
        runs["peer"].append(program([python, "-B", str(HERE / "client_peer.py"), *arguments], cluster))
        cluster.sql("truncate bench.fact")
        runs["limit"].append(limit(case, clients, cluster, seconds))
    middle = lambda who, what: statistics.median(run[what] for run in runs[who])  # noqa: E731
    rate = {who: middle(who, "rate") for who in runs}
    line = {"case": f"client: {case}", "clients": clients, "unit": UNITS.get(case, "calls"),
            **{who: round(rate[who], 1) for who in runs}, "ratio_peer": round(rate["ours"] / rate["peer"], 2),
            "ratio_limit": round(rate["ours"] / rate["limit"], 2),
            "range": [round(function(run["rate"] for run in runs["ours"]), 1) for function in (min, max)]}
    for who, prefix in [("ours", ""), ("peer", "peer_")]:
        line |= {prefix + "p50_ms": round(middle(who, "p50_us") / 1000, 3), prefix + "p99_ms": round(middle(who, "p99_us") / 1000, 3),
                 prefix + "cpu_us": round(middle(who, "cpu_ns") / 1000, 2), prefix + "rss_mb": round(middle(who, "rss_kb") / 1024, 1)}
    return line


def client(ours, python, seconds, emit):
    """The lines of every case."""
    cluster = Cluster()
    try:
        lines = []
        for case, clients in CASES:
            note(f"client: {case}, {clients} at once")
            lines.append(measured(case, clients, ours, python, cluster, seconds))
            emit(lines[-1])
        return lines
    finally:
        cluster.control("destroy")
