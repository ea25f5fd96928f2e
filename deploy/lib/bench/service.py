"""The service under measure: a private state folder with stock durability, and what is asked of it beside the load."""

import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid

ROOT = pathlib.Path(__file__).resolve().parents[3]
# Every statement of a request is read here, with its parameters: the prefix tells process, transaction and role apart.
TELLING = "alter system set log_line_prefix = '@@%p %v %u@@'; alter system set log_statement = 'all';"
SILENT = "alter system reset log_line_prefix; alter system reset log_statement;"


class Wrong(Exception):
    """What came is not what is measured."""


def note(text):
    """A line for whoever waits."""
    print(f"bench: {text}", file=sys.stderr, flush=True)


def free_port(first):
    for port in range(first, first + 300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
    raise SystemExit("bench: no free port")


class Site:
    """`yanshoud up` on a state folder of its own."""

    def __init__(self, programs, folder, share, answers=0):
        self.program, self.cli, self.folder = programs + "/yanshoud", programs + "/yanshou", folder
        self.port, self.database_port = free_port(8600), free_port(5560)
        self.base = f"http://127.0.0.1:{self.port}"
        self.state = folder + "/state"
        self.tokens = {}
        self.start(share, answers)
        if not os.path.exists(folder + "/scene.json"):
            self.run("people", "import", str(ROOT / "deploy/demo-data/roster.json"))

    def start(self, share, answers):
        """Begins the service with so many MiB for kept answers: none where each read is to be made anew."""
        environment = {**os.environ, "YANSHOU_SHARE": share}
        folder = self.folder
        self.process = subprocess.Popen(
            [self.program, "up", "--state", self.state, "--port", str(self.port), "--database-port",
             str(self.database_port), "--demo-clock", "2026-03-02T09:00:00+08:00", "--answers", str(answers)],
            stdout=open(folder + "/service.log", "w"), stderr=subprocess.STDOUT, start_new_session=True,
            env=environment)
        for _ in range(600):
            if self.process.poll() is not None:
                raise SystemExit("bench: the service ended:\n" + open(folder + "/service.log").read()[-3000:])
            try:
                urllib.request.urlopen(self.base + "/readyz", timeout=2)
                break
            except OSError:
                time.sleep(0.2)
        self.postmaster = int(open(self.state + "/postgres/postmaster.pid").readline())
        self.log = self.state + "/postgres.log"

    def run(self, *arguments):
        place = ["--state", self.state, "--database-port", str(self.database_port)]
        return subprocess.run([self.program, *arguments[:2], *place, *arguments[2:]], check=True, capture_output=True,
                              text=True).stdout

    def token(self, login):
        if login not in self.tokens:
            self.tokens[login] = self.run("token", "issue", "--login", login).strip()
        return self.tokens[login]

    def call(self, method, path, token=None, body=None, accept="application/json", key=None, base=None):
        """Sends one request; gives the status and the bytes that came."""
        head = {"accept": accept}
        if token:
            head["authorization"] = "Bearer " + token
        if body is not None:
            head |= {"content-type": "application/json", "idempotency-key": key or str(uuid.uuid4())}
        data = body.encode() if isinstance(body, str) else None if body is None else json.dumps(
            body, ensure_ascii=False).encode()
        request = urllib.request.Request((base or self.base) + path, method=method, headers=head, data=data)
        try:
            with urllib.request.urlopen(request, timeout=60) as reply:
                return reply.status, reply.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def psql(self):
        return ["psql", "-qXAt", "-v", "ON_ERROR_STOP=1", "-h", self.state + "/run", "-p", str(self.database_port),
                "-U", "postgres", "yanshou"]

    def sql(self, text):
        done = subprocess.run(self.psql(), input=text, capture_output=True, text=True)
        if done.returncode:
            raise Wrong(f"SQL failed\n{text[:1500]}\n{done.stderr[-2000:]}")
        return done.stdout.strip()

    def rows(self, query):
        """The rows of a query, each as an object."""
        return json.loads(self.sql(f"select coalesce(json_agg(row_to_json(found)), '[]') from ({query}) found"))

    def telling(self, request):
        """What PostgreSQL's log says while one request is sent; gives the log's text and what `request` gave."""
        self.sql(TELLING + "select pg_reload_conf();")
        time.sleep(0.3)
        mark = os.path.getsize(self.log)
        answer = request()
        time.sleep(0.3)
        self.sql(SILENT + "select pg_reload_conf();")
        with open(self.log, encoding="utf-8") as log:
            log.seek(mark)
            return log.read(), answer

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
