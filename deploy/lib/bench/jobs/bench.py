#!/usr/bin/env python3
"""Side-by-side benchmark of PostgreSQL job runners. One JSON line per measurement on stdout. See README.md."""
import argparse, json, os, re, statistics as st, subprocess, sys, time, signal, shlex
import psycopg
H = os.path.dirname(os.path.abspath(__file__)); R = os.environ.get("BENCH_HOME", "/var/tmp/yanshou-bench")
PORT = os.environ.get("PGBENCH_PORT", "5544"); ADMIN = f"postgresql://bench@127.0.0.1:{PORT}/postgres"
def dsn(db): return f"postgresql://bench@127.0.0.1:{PORT}/{db}"
SYSTEMS = {
  "procrastinate": [f"{R}/venv-procrastinate/bin/python", f"{H}/adapters/procrastinate_adapter.py"],
  "pgqueuer": [f"{R}/venv-pgqueuer/bin/python", f"{H}/adapters/pgqueuer_adapter.py"],
}
BEST = {  # the best options found by `sweep` on this machine
  "procrastinate": {"concurrency": 30, "pool": 20, "delete": "successful"},
  "pgqueuer": {"batch": 200, "managers": 1},
}
TICK = os.sysconf("SC_CLK_TCK")
def proc_cpu(pid):
    try: f = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    except OSError: return 0.0
    return sum(map(int, f[11:15])) / TICK
def pg_cpu():
    d = os.environ.get("PGBENCH_DIR", "/var/tmp/yanshou-bench-pg")
    try: pm = int(open(f"{d}/postmaster.pid").readline())
    except OSError: return 0.0
    t = proc_cpu(pm)
    for p in os.listdir("/proc"):
        if p.isdigit():
            try:
                if int(open(f"/proc/{p}/stat").read().rsplit(")", 1)[1].split()[1]) == pm: t += proc_cpu(p)
            except OSError: pass
    return t
def cmd(sysname, opts, db, *a, **kw):
    env = dict(os.environ, BENCH_DSN=dsn(db), BENCH_OPTS=json.dumps(opts))
    return SYSTEMS[sysname] + list(map(str, a)), env
def call(sysname, opts, db, *a):
    c, env = cmd(sysname, opts, db, *a)
    p = subprocess.run(c, env=env, capture_output=True, text=True, timeout=900)
    if p.returncode: raise RuntimeError(f"{c}: rc {p.returncode}\n{p.stderr[-3000:]}")
    return p.stdout.strip()
def calljson(*a): return json.loads(call(*a).splitlines()[-1])
def fresh(sysname, opts):
    db = f"jb_{sysname.lower()}"
    with psycopg.connect(ADMIN, autocommit=True) as c:
        c.execute(f'drop database if exists "{db}" with (force)'); c.execute(f'create database "{db}"')
    call(sysname, opts, db, "setup"); return db
def drop(db):
    with psycopg.connect(ADMIN, autocommit=True) as c: c.execute(f'drop database if exists "{db}" with (force)')
def settle(db, sysname, opts):
    with psycopg.connect(dsn(db), autocommit=True) as c: c.execute("vacuum analyze"); c.execute("checkpoint")
def start_workers(sysname, opts, db, n):
    c, env = cmd(sysname, opts, db, "worker"); ws = []
    for _ in range(n):
        ws.append(subprocess.Popen(c, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True))
    for w in ws:
        while True:
            l = w.stdout.readline()
            if not l: raise RuntimeError("worker died before READY")
            if l.strip() == "READY": break
    return ws
def go(ws):
    for w in ws: w.stdin.write("GO\n"); w.stdin.flush()
def stop(ws):
    out = []
    for w in ws:
        if w.poll() is None: w.send_signal(signal.SIGTERM)
    for w in ws:
        try: o, _ = w.communicate(timeout=60)
        except subprocess.TimeoutExpired: w.kill(); o, _ = w.communicate()
        ls = [l for l in o.splitlines() if l.startswith("{")]
        out.append(json.loads(ls[-1]) if ls else {"executed": None})
    return out
def wait_empty(db, sql, limit=600, poll=0.02):
    with psycopg.connect(dsn(db), autocommit=True) as c:
        t = time.time()
        while time.time() - t < limit:
            if not c.execute(sql).fetchone()[0]: return time.perf_counter()
            time.sleep(poll)
    return None
BUDGET = [0.0]
def cpu_idle(sec=2.0):
    def rd(): f = list(map(int, open("/proc/stat").readline().split()[1:])); return f[3] + f[4], sum(f)
    a = rd(); time.sleep(sec); b = rd(); return (b[0] - a[0]) / max(1, b[1] - a[1])
def wait_quiet(need):
    """wait for an idle machine as long as the wait budget lasts; returns the idle share seen just before the run"""
    i = cpu_idle(1.0)
    while i < need and BUDGET[0] > 0:
        t = time.time(); time.sleep(4); i = cpu_idle(2.0); BUDGET[0] -= time.time() - t
    return round(i, 2)
def q(xs, p): xs = sorted(xs); return xs[min(len(xs) - 1, int(p * len(xs)))]
def emit(sysname, scen, opts, runs, key, **extra):
    v = [r[key] for r in runs]
    print(json.dumps({"system": sysname, "scenario": scen, "metric": key, "median": round(st.median(v), 3), "min": round(min(v), 3),
        "max": round(max(v), 3), "runs": [{k: (round(x, 4) if isinstance(x, float) else x) for k, x in r.items()} for r in runs],
        "opts": opts, "loadavg": os.getloadavg()[0], "ts": int(time.time()), **extra}), flush=True)

def once(sc, s, o, n):
    """one measurement of one scenario; returns a dict whose first key is the metric"""
    if sc == "enqueue-single":
        db = fresh(s, o); settle(db, s, o); r = calljson(s, o, db, "enqueue-single", 2000); drop(db); return {"jobs_per_s": 2000 / r["seconds"]}
    if sc == "enqueue-batch":
        db = fresh(s, o); settle(db, s, o); c0 = pg_cpu(); r = calljson(s, o, db, "enqueue-batch", n, 1000); c1 = pg_cpu(); drop(db)
        return {"jobs_per_s": n / r["seconds"], "pg_cpu_us_per_job": 1e6 * (c1 - c0) / n}
    if m := re.fullmatch(r"drain-(\d+)w", sc): return drain_once(s, o, n, int(m[1]))
    if sc == "latency": return latency_once(s, o, 1000, 20)
    if sc == "crash": return crash_once(s, o, 100, 3000, 120)
    raise SystemExit(f"unknown scenario {sc}")
def drain_once(s, o, n, workers):
    db = fresh(s, o); call(s, o, db, "enqueue-batch", n, 1000); settle(db, s, o)
    sql = call(s, o, db, "outstanding-sql"); ws = start_workers(s, o, db, workers); time.sleep(0.3)
    wc0 = sum(proc_cpu(w.pid) for w in ws); pc0 = pg_cpu()
    with psycopg.connect(dsn(db), autocommit=True) as c: w0 = c.execute("select pg_current_wal_lsn()").fetchone()[0]
    t0 = time.perf_counter(); go(ws); t1 = wait_empty(db, sql)
    wc1 = sum(proc_cpu(w.pid) for w in ws); pc1 = pg_cpu(); outs = stop(ws)
    with psycopg.connect(dsn(db), autocommit=True) as c:
        wal = int(c.execute("select pg_current_wal_lsn() - %s::pg_lsn", (w0,)).fetchone()[0])
        size = int(c.execute("select pg_database_size(current_database())").fetchone()[0])
    drop(db)
    if t1 is None: raise RuntimeError("drain timed out")
    return {"jobs_per_s": n / (t1 - t0), "seconds": t1 - t0, "executed": sum(x["executed"] or 0 for x in outs),
            "worker_cpu_us_per_job": 1e6 * (wc1 - wc0) / n, "pg_cpu_us_per_job": 1e6 * (pc1 - pc0) / n, "wal_bytes_per_job": wal / n, "db_mb": size / 1e6}
def latency_once(s, o, n, pace):
    """idle worker, one job each `pace` ms: time from the start of the enqueue call (and from its return, i.e. after commit) to the handler"""
    db = fresh(s, o); settle(db, s, o); ws = start_workers(s, o, db, 1); go(ws); time.sleep(2)
    r = calljson(s, o, db, "enqueue-latency", n, pace); time.sleep(1.5); out = stop(ws)[0]; drop(db)
    m = dict(map(tuple, out["stamps"])); a = [(m[i] - x[0]) / 1e6 for i, x in enumerate(r["sent"]) if i in m]
    b = [(m[i] - x[1]) / 1e6 for i, x in enumerate(r["sent"]) if i in m]; e = [(x[1] - x[0]) / 1e6 for x in r["sent"]]
    return {"p50_ms": q(a, .5), "p90_ms": q(a, .9), "p99_ms": q(a, .99), "max_ms": max(a), "from_commit_p50_ms": q(b, .5),
            "from_commit_p99_ms": q(b, .99), "enqueue_call_p50_ms": q(e, .5), "enqueue_call_p99_ms": q(e, .99), "got": len(a)}
def crash_once(s, o, n, ms, limit):
    """kill -9 a worker in mid flight, start a second one: seconds until nothing is outstanding (or -1 when still stuck at `limit`)."""
    db = fresh(s, o); call(s, o, db, "enqueue-slow", n, ms); settle(db, s, o); sql = call(s, o, db, "outstanding-sql")
    ws = start_workers(s, o, db, 1); go(ws); time.sleep(1.5); ws[0].kill(); ws[0].wait(); t0 = time.perf_counter()
    w2 = start_workers(s, o, db, 1); go(w2); t1 = wait_empty(db, sql, limit, 0.1); o2 = stop(w2); drop(db)
    return {"recover_s": (t1 - t0) if t1 else -1.0, "executed_by_second": o2[0]["executed"], "jobs": n}

def main():
    p = argparse.ArgumentParser(); p.add_argument("--systems", default="procrastinate,pgqueuer")
    p.add_argument("--scenarios", default="enqueue-single,enqueue-batch,drain-1w,drain-2w,latency,crash")
    p.add_argument("--repeat", type=int, default=3); p.add_argument("--jobs", type=int, default=20000)
    p.add_argument("--opts", default="", help="JSON, replaces the system's best options")
    p.add_argument("--ours", default="", help="command line of our own runner's adapter (same contract), shown as system 'ours'")
    p.add_argument("--ours-opts", default="{}")
    p.add_argument("--quiet", type=float, default=0.0, help="wait before each run until this share of the CPU is idle (0..1)")
    p.add_argument("--quiet-budget", type=float, default=1800, help="total seconds to spend on such waits")
    a = p.parse_args(); BUDGET[0] = a.quiet_budget
    if a.ours: SYSTEMS["ours"] = shlex.split(a.ours); BEST["ours"] = json.loads(a.ours_opts)
    systems = a.systems.split(",") + (["ours"] if a.ours and "ours" not in a.systems else [])
    for sc in a.scenarios.split(","):
        runs, rep = {s: [] for s in systems}, (1 if sc == "crash" else a.repeat)
        for _ in range(rep):
            for s in systems:
                o = json.loads(a.opts) if a.opts else BEST[s]
                try: idle = wait_quiet(a.quiet); r = once(sc, s, o, a.jobs); r["idle_before"] = idle; runs[s].append(r)
                except Exception as e: print(json.dumps({"system": s, "scenario": sc, "error": str(e)[-1500:], "opts": o}), flush=True)
        for s in systems:
            if runs[s]:
                k = next(iter(runs[s][0])); x = {"jobs": a.jobs} if "drain" in sc or "batch" in sc else {}
                if "drain" in sc: x["exact"] = all(r["executed"] == a.jobs for r in runs[s])
                if sc == "latency": x["p99_median"] = round(st.median(r["p99_ms"] for r in runs[s]), 3)
                emit(s, sc, json.loads(a.opts) if a.opts else BEST[s], runs[s], k, **x)
main()
