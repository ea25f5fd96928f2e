"""Load and what it costs: wrk for programs that speak HTTP, pgbench for the limit, CPU and memory from /proc."""

import os
import re
import resource
import statistics
import subprocess
import time

from service import Wrong

# Seconds of pgbench that do not count.
WARMING = 1
TICK = os.sysconf("SC_CLK_TCK")

SCRIPT = """
math.randomseed(%d)
local targets = {%s}
local at = 0
local hex = "0123456789abcdef"
local function id()
  return (string.gsub("xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx", "x", function()
    local n = math.random(1, 16)
    return string.sub(hex, n, n)
  end))
end
request = function()
  at = at %% #targets + 1
  local target = targets[at]
  local head = {["Accept"] = "%s"}
  if target[2] then head["Authorization"] = "Bearer " .. target[2] end
  if not target[3] then return wrk.format("GET", target[1], head) end
  head["Content-Type"] = "application/json"
  head["Idempotency-Key"] = id()
  return wrk.format("POST", target[1], head,
    (string.gsub(string.gsub(target[3], "⟦id⟧", id()), "⟦n⟧", id())))
end
done = function(summary, latency, requests)
  io.write(string.format("BENCH %%d %%d %%d %%d %%d\\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99),
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
"""


def processes():
    table = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat") as stat:
                    fields = stat.read().rsplit(")", 1)[1].split()
                # Children that ended count with their parent, as the workers of PostgreSQL do.
                table[int(entry)] = (int(fields[1]), int(fields[11]) + int(fields[12]),
                                     int(fields[13]) + int(fields[14]))
            except (OSError, IndexError):
                pass
    return table


def cpu(table, root, alone=False):
    """CPU seconds of a process, with its children unless it is asked for alone."""
    if alone:
        return table.get(root, (0, 0, 0))[1] / TICK
    tree, grew = {root}, True
    while grew:
        more = {pid for pid, (parent, _, _) in table.items() if parent in tree and pid not in tree}
        tree |= more
        grew = bool(more)
    return (sum(table[pid][1] for pid in tree if pid in table) + table.get(root, (0, 0, 0))[2]) / TICK


def busy():
    with open("/proc/stat") as stat:
        fields = list(map(int, stat.readline().split()[1:9]))
    return (sum(fields) - fields[3] - fields[4]) / TICK


def resident(root):
    """Memory of a process and its children in MB; what they share is counted once."""
    total, tree = 0, [root]
    while tree:
        pid = tree.pop()
        try:
            with open(f"/proc/{pid}/smaps_rollup") as rollup:
                total += int(re.search(r"^Pss:\s+(\d+)", rollup.read(), re.M)[1])
            with open(f"/proc/{pid}/task/{pid}/children") as children:
                tree += [int(child) for child in children.read().split()]
        except (OSError, TypeError):
            pass
    return total / 1024


class Meter:
    """What a run cost: of the program under load, of PostgreSQL, and of anything else on the machine."""

    def __init__(self, postmaster, program=None):
        self.postmaster, self.program = postmaster, program

    def __enter__(self):
        self.table, self.all, self.begin = processes(), busy(), time.monotonic()
        own = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.own = own.ru_utime + own.ru_stime
        return self

    def __exit__(self, *_):
        table = processes()
        self.database = cpu(table, self.postmaster) - cpu(self.table, self.postmaster)
        self.served = cpu(table, self.program) - cpu(self.table, self.program) if self.program else 0
        own = resource.getrusage(resource.RUSAGE_CHILDREN)
        load = own.ru_utime + own.ru_stime - self.own
        spare = (time.monotonic() - self.begin) * os.cpu_count()
        self.foreign = max(0, busy() - self.all - self.database - self.served - load) / spare


def quoted(text):
    return "nil" if text is None else "[==[" + text + "]==]"


def requests(case, targets, body):
    """The requests of a case for wrk: path, token and body of each target."""
    return ", ".join(
        "{" + ", ".join(quoted(part) for part in (
            case.filled(case.path, target), target.get("bearer"), case.filled(body, target) if body else None)) + "}"
        for target in targets)


def wrk(folder, port, listed, accept, clients, seconds, meter, once=False):
    """One run; where hardly anything came within the time, because a case is slow, a longer one in its place.

    Targets that serve but once are not asked again.
    """
    while True:
        run = one_wrk(folder, port, listed, accept, clients, seconds, meter)
        if once or run["count"] >= 4 * clients or seconds >= 16:
            if not run["count"]:
                raise Wrong(f"no answer came within {seconds} s")
            return run
        seconds *= 4


def one_wrk(folder, port, listed, accept, clients, seconds, meter):
    script = folder + "/load.lua"
    with open(script, "w", encoding="utf-8") as file:
        file.write(SCRIPT % (time.time_ns() % 2**31, listed, accept))
    with meter:
        done = subprocess.run(
            ["wrk", "-t1", f"-c{clients}", f"-d{seconds}s", "--timeout", "30s", "-s", script,
             f"http://127.0.0.1:{port}"], capture_output=True, text=True)
    said = re.search(r"BENCH (\d+) (\d+) (\d+) (\d+) (\d+)", done.stdout)
    if not said:
        raise Wrong("wrk failed\n" + done.stdout + done.stderr)
    count, took, middle, late, wrong = map(int, said.groups())
    each = max(1, count)
    return {"rps": count / took * 1e6, "p50": middle / 1000, "p99": late / 1000, "wrong": wrong, "count": count,
            "cpu_us": meter.served / each * 1e6, "database_us": meter.database / each * 1e6,
            "foreign": meter.foreign}


def pgbench(site, role, scripts, constants, clients, seconds, folder):
    files = []
    for number, text in enumerate(scripts):
        path = f"{folder}/limit-{number}.sql"
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        files += ["-f", path]
    with Meter(site.postmaster) as meter:
        done = subprocess.run(
            ["pgbench", "-n", "-M", "prepared", "-h", site.state + "/run", "-p", str(site.database_port), "-U", role,
             "-c", str(clients), "-j", "1", "-T", str(seconds + WARMING), "-P", "1", *constants.options(), *files, "yanshou"],
            capture_output=True, text=True, env={**os.environ, "PGOPTIONS": "-c jit=off"})
    # Its first seconds prepare and plan.
    told = re.findall(r"^progress: [\d.]+ s, ([\d.]+) tps, lat ([\d.]+) ms", done.stderr, re.M)[WARMING:]
    count = re.search(r"transactions actually processed: (\d+)", done.stdout)
    wrong = re.search(r"number of failed transactions: (\d+)", done.stdout)
    if not told or done.returncode or "ERROR" in done.stderr or (wrong and int(wrong[1])):
        raise Wrong(f"pgbench failed ({role})\n" + done.stderr[-3000:] + done.stdout[-600:])
    return {"rps": statistics.mean(float(rate) for rate, _ in told),
            "p50": statistics.mean(float(latency) for _, latency in told),
            "database_us": meter.database / max(1, int(count[1])) * 1e6, "foreign": meter.foreign}
