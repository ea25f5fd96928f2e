"""Kills workers and PostgreSQL while jobs run, and holds what was acknowledged against what was done."""
import argparse
import glob
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

# Seconds after its acknowledgement, and after the last kill: while servers die each second, nobody is rescued in time.
LATE = 15.0
CLOCK = (glob.glob("/usr/lib/*/faketime/libfaketime.so.1") or [""])[0]


class Server:
    """A cluster of its own on a socket, with the durability that PostgreSQL comes with."""

    def __init__(self, folder, has_clock=False):
        self.folder, self.data = folder, folder + "/data"
        self.clock, self.left = [], set()
        if has_clock:
            # The server's clock, and nobody else's, is what this file says: so many seconds from the machine's.
            self.set_clock(0)
            # Named behind the change of account: what the library makes in memory is to be the server's own.
            self.clock = ["env", "LD_PRELOAD=" + CLOCK, f"FAKETIME_TIMESTAMP_FILE={folder}/clock",
                          "FAKETIME_CACHE_DURATION=1", "DONT_FAKE_MONOTONIC=1"]
            self.left = set(glob.glob("/dev/shm/*faketime_*"))
        self.bin = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
        self.account = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"] if os.getuid() == 0 else []
        if self.account:
            shutil.chown(folder, "postgres", "postgres")
        self.run("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")

    def set_clock(self, seconds):
        with open(self.folder + "/clock.new", "w") as file:
            file.write(f"{seconds:+d}s")
        os.chmod(self.folder + "/clock.new", 0o644)
        os.rename(self.folder + "/clock.new", self.folder + "/clock")

    def run(self, program, *words, check=True, before=()):
        return subprocess.run([*self.account, *before, f"{self.bin}/{program}", *words], cwd="/", check=check,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def start(self):
        for _ in range(120):
            done = self.run("pg_ctl", "start", "-D", self.data, "-w", "-s", "-l", self.folder + "/log", "-o",
                            f"-k {self.folder} -c listen_addresses=", check=False, before=self.clock)
            if done.returncode == 0:
                return
            # After a kill its children may hold the memory for a moment.
            time.sleep(0.25)
        with open(self.folder + "/log") as log:
            raise SystemExit("PostgreSQL does not come back:\n" + "".join(log.readlines()[-10:]))

    def kill(self):
        os.kill(int(open(self.data + "/postmaster.pid").readline()), signal.SIGKILL)

    def stop(self):
        self.run("pg_ctl", "stop", "-D", self.data, "-m", "immediate", "-s", check=False)
        if self.clock:
            # Killed processes leave the library's memory behind.
            for path in set(glob.glob("/dev/shm/*faketime_*")) - self.left:
                os.unlink(path)

    def ask(self, statement, database="bench"):
        for _ in range(60):
            done = subprocess.run([f"{self.bin}/psql", "-qXAtF", " ", "-h", self.folder, "-U", "postgres", database,
                                   "-c", statement], capture_output=True, text=True)
            if done.returncode == 0:
                return done.stdout.split("\n")[:-1]
            time.sleep(0.5)
        raise SystemExit(done.stderr)


class Worker:
    def __init__(self, program, environment):
        self.process = subprocess.Popen([program, "worker"], env=environment, stdin=subprocess.PIPE,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True)
        self.process.stdin.write("GO\n")
        self.process.stdin.flush()

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(40)
        except subprocess.TimeoutExpired:
            self.kill()
            return False
        return True


def main():
    words = argparse.ArgumentParser()
    words.add_argument("--program", required=True)
    words.add_argument("--sql", required=True)
    words.add_argument("--kills", type=int, default=20)
    words.add_argument("--workers", type=int, default=2)
    words.add_argument("--seed", type=int, default=None)
    words.add_argument("--clock", action="store_true", help="the server's clock is set too, by up to an hour")
    asked = words.parse_args()
    seed = asked.seed if asked.seed is not None else random.SystemRandom().randrange(1 << 31)
    chance = random.Random(seed)
    folder = tempfile.mkdtemp(prefix="yanshou-faults-", dir="/tmp")
    os.chmod(folder, 0o755)
    server = Server(folder, asked.clock)
    workers, writer = [], None
    try:
        server.start()
        server.ask("create database bench", "postgres")
        environment = dict(os.environ, BENCH_DSN=f"host={folder} user=postgres dbname=bench", BENCH_OPTS='{"ledger": true}',
                           YANSHOU_SQL=asked.sql)
        subprocess.run([asked.program, "setup"], env=environment, check=True)
        workers = [Worker(asked.program, environment) for _ in range(asked.workers)]
        writer = subprocess.Popen([asked.program, "enqueue-ledger", "1000000000", "5"], env=environment,
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        acked = {}

        def listen():
            for line in writer.stdout:
                identity, moment = line.split()
                acked[identity] = int(moment) / 1e9

        ear = threading.Thread(target=listen, daemon=True)
        ear.start()
        killed = {"worker": 0, "postgres": 0, "connections": 0}
        if asked.clock:
            killed["clock"] = 0
        for _ in range(asked.kills):
            time.sleep(chance.uniform(0.2, 1.2))
            kind = chance.choices(["worker", "postgres", "connections", "clock"], [6, 2, 2, 6 if asked.clock else 0])[0]
            killed[kind] += 1
            if kind == "worker":
                place = chance.randrange(len(workers))
                workers[place].kill()
                workers[place] = Worker(asked.program, environment)
            elif kind == "postgres":
                server.kill()
                server.start()
            elif kind == "clock":
                server.set_clock(chance.choice([-3600, -60, 0, 60, 3600]))
            else:
                server.ask("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'jobbench'")
        # What waited for a moment of an hour that went back comes with the last hour.
        if asked.clock:
            server.set_clock(7200)
        last_kill = time.time()
        time.sleep(1)
        writer.terminate()
        writer.wait()
        ear.join(10)
        end = time.time() + 120
        standing = ("select (select count(*) from jobs.ready) + (select count(*) from jobs.lease)"
                    " + (select count(*) from jobs.scheduled) + (select count(*) from jobs.gated)")
        calm = time.time()
        buried = 0
        while time.time() < end:
            if server.ask(standing) == ["0"]:
                # A job whose worker was killed three times waits for somebody; here it is put back.
                put_back = int(server.ask("select jobs.redrive(null, 100000)")[0])
                buried += put_back
                if put_back == 0:
                    break
            time.sleep(0.2)
        drained = time.time() - calm
        # Of set clocks the server's moments say nothing: then all has to be done in time after the last kill.
        if asked.clock and drained > LATE:
            print(f"faults jobs: it took {drained:.0f} s until all was done", file=sys.stderr)
        done = {}
        for line in server.ask("select job_id, extract(epoch from at) from public.bench_effect"):
            identity, moment = line.split()
            done.setdefault(identity, []).append(float(moment))
        graceful = [worker.stop() for worker in workers]
        workers = []
        slots = int(server.ask("select count(*) from jobs.slot")[0])
        lost = [identity for identity in acked if identity not in done]
        doubled = [identity for identity, moments in done.items() if len(moments) > 1]
        late = [identity for identity, moments in done.items()
                if identity in acked and moments[0] - max(acked[identity], last_kill) > LATE]
        waits = sorted(done[identity][0] - moment for identity, moment in acked.items() if identity in done)
        if asked.clock:
            late, waits = (["all"] if drained > LATE else []), []
        print(json.dumps({
            "faults": "jobs", "seed": seed, "kills": killed, "acked": len(acked), "done": len(done), "lost": len(lost),
            "doubled": len(doubled), "late": len(late), "buried": buried, "slots_left": slots,
            "stopped_gracefully": all(graceful), "drained_s": round(drained, 1),
            "wait_p50_ms": round(1000 * waits[len(waits) // 2], 1) if waits else None,
            "wait_max_s": round(waits[-1], 2) if waits else None}), flush=True)
        print(f"faults jobs: acked {len(acked)}, lost {len(lost)}, doubled {len(doubled)}, late {len(late)} over "
              f"{killed['worker']} kills of workers, {killed['postgres']} of PostgreSQL and {killed['connections']} of all "
              "connections" + (f", the clock set {killed['clock']} times" if asked.clock else ""), flush=True)
        return 1 if lost or doubled or late or slots or not acked else 0
    finally:
        for worker in workers:
            worker.kill()
        if writer and writer.poll() is None:
            writer.kill()
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


sys.exit(main())
