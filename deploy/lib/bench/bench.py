"""Measures this tree side by side with a peer and with PostgreSQL itself, on one machine in one run."""

import argparse
import contextlib
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

from client import client  # noqa: E402
from commands import commands  # noqa: E402
from ledger import Ledger  # noqa: E402
from scale import Scale  # noqa: E402
from endpoints import REPEATS, Endpoints  # noqa: E402
from service import ROOT, Site, Wrong  # noqa: E402

RESULTS = HERE / "RESULTS.md"
# The columns of each table: a line's key, and what stands above it.
HTTP = [("case", "case"), ("clients", "clients"), ("ours", "ours"), ("peer", "peer"), ("tuned", "tuned"),
        ("limit", "limit"), ("ratio_peer", "× peer"), ("ratio_tuned", "× tuned"), ("ratio_limit", "× limit"),
        ("p50_ms", "p50 ms"), ("p99_ms", "p99 ms"), ("peer_p99_ms", "peer's p99"), ("cpu_us", "service µs"),
        ("database_us", "database µs"), ("rss_mb", "MB"), ("peer_rss_mb", "peer's MB"), ("foreign", "others' CPU")]
SCALE = [("case", "case"), ("projects", "projects"), ("logs", "logs"), ("ours", "a second"), ("p50_ms", "p50 ms"),
         ("p99_ms", "p99 ms"), ("ratio_flat", "p99 × the smallest's"), ("database_us", "database µs"), ("scans", "read whole"),
         ("bytes", "bytes"), ("foreign", "others' CPU")]
LEDGER = [("case", "case"), ("unit", "unit"), ("ours", "ours"), ("limit", "limit"), ("ratio_limit", "× limit"),
          ("mark", "mark, × limit"), ("mark_rate", "mark"), ("range", "range"), ("entries", "of how many")]
CLI = [("case", "what"), ("ours_ms", "ms"), ("mark_ms", "mark, ms"), ("ours_mb", "MB"), ("mark_mb", "mark, MB")]

CLIENT = [("case", "case"), ("clients", "at once"), ("unit", "unit"), ("ours", "ours"), ("peer", "peer"), ("limit", "limit"),
          ("ratio_peer", "× peer"), ("ratio_limit", "× limit"), ("p50_ms", "p50 ms"), ("peer_p50_ms", "peer's p50"),
          ("p99_ms", "p99 ms"), ("peer_p99_ms", "peer's p99"), ("cpu_us", "CPU µs"), ("peer_cpu_us", "peer's CPU µs"),
          ("rss_mb", "MB"), ("peer_rss_mb", "peer's MB")]


def emit(line):
    print(json.dumps(line, ensure_ascii=False), flush=True)


def table(columns, lines):
    cell = lambda value: ", ".join(value) if isinstance(value, list) else str(value)  # noqa: E731
    return ["| " + " | ".join(title for _, title in columns) + " |", "| " + " | ".join("---" for _ in columns) + " |"] + [
        "| " + " | ".join(cell(line.get(key, "")) for key, _ in columns) + " |" for line in lines]


def shape():
    """The machine and the tree that a run was made on."""
    with open("/proc/cpuinfo") as info:
        model = next((line.split(":", 1)[1].strip() for line in info if line.startswith("model name")), "unknown")
    with open("/proc/meminfo") as info:
        memory = round(int(info.readline().split()[1]) / 1e6)
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout
    server = subprocess.run(["psql", "--version"], capture_output=True, text=True).stdout.split()
    return (f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores ({model}), {memory} GB, PostgreSQL "
            f"{server[2] if len(server) > 2 else '?'}, commit {commit.strip()}")


def write(part, heading, texts):
    """Puts a part of the results in the place of the one that was there."""
    begin, end = f"<!-- {part} -->", f"<!-- end of {part} -->"
    old = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else (
        "# Measured side by side\n\nWritten by `deploy/bench`. Only the ratios say something about another machine.\n")
    new = "\n".join([begin, f"## {heading}", "", shape() + ".", "", *texts, end])
    if begin in old:
        old = old[:old.index(begin)] + new + old[old.index(end) + len(end):]
    else:
        old = old.rstrip("\n") + "\n\n" + new + "\n"
    RESULTS.write_text(old, encoding="utf-8")


@contextlib.contextmanager
def working_in(folder):
    """The folder that was named, which stays, or one that goes with the run."""
    if folder:
        os.makedirs(folder, exist_ok=True)
        yield folder
    else:
        with tempfile.TemporaryDirectory(prefix="yanshou-bench-") as made:
            yield made


def serving(chosen, name, body):
    """Runs a part against a service of its own, in a folder of its own."""
    with working_in(chosen.folder and f"{chosen.folder}/{name}") as folder:
        os.chmod(folder, 0o755)
        site = Site(chosen.programs, folder, chosen.share)
        try:
            return body(site)
        finally:
            site.stop()


def http(site, chosen):
    if not os.path.exists(site.folder + "/certificate.json") and chosen.prepare:
        commands(site, lambda line: None)
    endpoints = Endpoints(site, chosen, chosen.python, emit)
    if chosen.prepare:
        return None
    lines = endpoints.run()
    if not chosen.check:
        tell_http(lines, chosen)
    failed = [line["case"] for line in lines if "error" in line]
    return f"not measured: {', '.join(failed)}" if failed else None


def tell_http(lines, chosen):
    write("http", "The API and the pages, over HTTP", [
        f"Requests a second, medians of {REPEATS} runs of {chosen.seconds} s, ours, peer, peer tuned and limit in turn. "
        "The peer is FastAPI with asyncpg on uvicorn (two workers; tuned: orjson, no models, no reset of connections): it "
        "sends the statements that the service sends, and is given for nothing what the service finds by its rules. The "
        "limit is pgbench with eight clients at most: reads go as one pipeline, as ours do, writes one by one. Ours makes each "
        "read anew (`--answers 0`); the lines marked kept are the reads by a service that answers from memory while no event "
        "was written, each time asking the database whether one was: there peer and limit send that question too, and the peer "
        "gives back the bytes of the answer, which it holds.",
        "", *table(HTTP, [line for line in lines if "error" not in line]),
        *(f"\n{line['case']}: {line['error'].splitlines()[0]}" for line in lines if "error" in line)])


def scale(site, chosen):
    lines = Scale(site, chosen, emit).run()
    write("scale", "As the programme grows", [
        f"Eight clients for {chosen.seconds} s in each case; each read is made anew. Projects have the same size in every row.",
        "", *table(SCALE, [line for line in lines if "error" not in line]),
        *(f"\n{line['case']}, {line['projects']} projects: {line['error'].splitlines()[0]}" for line in lines
          if "error" in line)])
    failed = [line["case"] for line in lines if "error" in line]
    return f"not measured: {', '.join(failed)}" if failed else None


def cli(site, chosen):
    write("cli", "The inspectors' program", table(CLI, commands(site, emit)))


def ledger(chosen):
    lines = Ledger(chosen.programs, chosen.seconds, chosen.entries, emit).run()
    write("ledger", "The ledger", [
        f"Medians of 3 runs, ours and limit in turn. Appending: pgbench with 16 clients for {chosen.seconds} s, an event with canonical "
        "text, chain, leaf hash and its place before the seal, against a row of the same columns and keys. Sealing: `yanshoud ledger "
        "seal`, with its start, against one statement that numbers and hashes the same entries into a bare table. Verifying: `yanshoud "
        "ledger fsck`, every leaf, tile and root, against one statement that hashes every entry.", "", *table(LEDGER, lines)])


def clients(chosen):
    lines = client(chosen.programs + "/ClientBench", chosen.python, chosen.seconds, emit)
    write("client", "The PostgreSQL client by itself", [
        f"A second, medians of 3 runs of {chosen.seconds} s, ours, peer and limit in turn, over a socket of this machine. The peer is "
        "asyncpg on uvloop with eight connections, none reset; single writes go as one statement, a hundred as one pipeline. The "
        "limit is pgbench with eight clients at most, prepared, and psql for the rows that stream in; it decodes nothing. CPU is "
        "the client's own for each call.", "", *table(CLIENT, lines)])


def main():
    options = argparse.ArgumentParser(prog="deploy/bench", description=__doc__)
    options.add_argument("parts", nargs="*", metavar="http|client|cli|ledger|scale|all")
    options.add_argument("--programs", required=True, help=argparse.SUPPRESS)
    options.add_argument("--python", required=True, help=argparse.SUPPRESS)
    options.add_argument("--share", default=str(ROOT), help=argparse.SUPPRESS)
    options.add_argument("--seconds", type=int, default=3, help="how long each run of an HTTP case lasts")
    options.add_argument("--districts", type=int, default=8, help="districts of a hundred projects each behind the cases")
    options.add_argument("--signing-districts", type=int, default=24, help="districts whose projects wait for opinions")
    options.add_argument("--most-opinions", type=int, default=400, help="opinions in one run of the limit")
    options.add_argument("--case", action="append", help="only this HTTP case; may be given several times")
    options.add_argument("--folder", help="keep service and scene there, and take them up if they are there")
    options.add_argument("--projects", type=int, nargs="+", default=[300, 30_000, 300_000],
                         help="scale: after how many projects the cases are measured; 33 logs in each")
    options.add_argument("--entries", type=int, default=150_000, help="ledger: how many entries are sealed and verified")
    options.add_argument("--check", action="store_true", help="only show that all of http answer and send the same")
    options.add_argument("--prepare", action="store_true", help="only make the scene of http and cli, in --folder")
    chosen = options.parse_args()
    parts = chosen.parts or ["all"]
    unknown = set(parts) - {"http", "client", "cli", "ledger", "scale", "all"}
    if unknown:
        options.error(f"no such part: {', '.join(sorted(unknown))}")
    # However it ends, nothing stays behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    wrong = []
    if "all" in parts or "http" in parts or chosen.prepare:
        wrong.append(serving(chosen, "site", lambda site: http(site, chosen)))
    if ("all" in parts or "cli" in parts) and not chosen.prepare:
        serving(chosen, "site", lambda site: cli(site, chosen))
    if ("all" in parts or "client" in parts) and not chosen.prepare:
        clients(chosen)
    if ("all" in parts or "ledger" in parts) and not chosen.prepare:
        ledger(chosen)
    # Not with `all`: the whole country takes hours.
    if "scale" in parts and not chosen.prepare:
        wrong.append(serving(chosen, "scale", lambda site: scale(site, chosen)))
    if any(wrong):
        sys.exit("bench: " + "; ".join(text for text in wrong if text))


if __name__ == "__main__":
    try:
        main()
    except Wrong as failure:
        sys.exit(f"bench: {failure}")
