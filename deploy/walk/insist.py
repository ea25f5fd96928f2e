"""A client that does not let go: while the service or its database is down it asks again under the same key."""

import hashlib
import http.client
import json
import subprocess
import time
import uuid

from description import Deviates
from site_client import Site, Walk

#: How long an outage may last before the walk gives up.
PATIENCE = 90
#: What the inspectors' program ends with where nobody answers, or where the service failed.
OUTAGES = (3, 70)


class InsistingSite(Site):
    """Keeps every write with all that was answered to its key."""

    def __init__(self, base, description):
        super().__init__(base, description)
        self.writes, self.outages = {}, 0

    def call(self, method, path, token=None, body=None, key=None, **more):
        key = key or str(uuid.uuid4())
        send = lambda: super(InsistingSite, self).call(method, path, token, body, key, **more)
        answer = self.until_answered(send, f"{method} {path}")
        if method != "GET" and path.startswith("/v1/"):
            self.writes[key] = (method, path, answer, send)
        return answer

    def until_answered(self, send, name):
        """Sends until an answer comes that is not an outage's."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                answer = send()
                if answer.status < 500 and answer.status not in (409, 429):
                    return answer
            except (OSError, http.client.HTTPException):
                answer = None
            if time.monotonic() > end:
                raise Deviates(f"{name}: no answer for {PATIENCE} s, at last {answer and answer.status}")
            self.outages += 1
            time.sleep(0.1)

    def replay(self):
        """Every done write once more: the same bytes come, and nothing happens twice."""
        for key, (method, path, answer, send) in self.writes.items():
            if answer.status >= 300 or path in ("/v1/sign-in", "/v1/demo/clock"):
                continue
            second = self.until_answered(send, f"{method} {path}")
            if path.endswith("/link"):
                # Its address is shown in the first answer alone.
                if second.status != answer.status or "path" in second.json:
                    raise Deviates(f"{method} {path} under {key} shows its link again")
                continue
            if (second.status, second.raw) != (answer.status, answer.raw):
                raise Deviates(f"{method} {path} under {key}: {answer.raw!r}, then {second.status} {second.raw!r}")
            if second.header("idempotent-replayed") != "true":
                raise Deviates(f"{method} {path} under {key} was done a second time")

    def write_history(self, file):
        with open(file, "w", encoding="utf-8") as lines:
            for key, (method, path, answer, _) in self.writes.items():
                lines.write(json.dumps({
                    "key": key, "method": method, "path": path, "status": answer.status,
                    "sha256": hashlib.sha256(answer.raw).hexdigest()}) + "\n")


class InsistingWalk(Walk):
    """The walk of people whose programs, too, are run again until somebody answers."""

    def command(self, login, *arguments, stdin="", want=(0,)):
        end = time.monotonic() + PATIENCE
        while True:
            self.wait_for_the_service()
            done = super().command(login, *arguments, stdin=stdin, want=(*want, *OUTAGES))
            if done.returncode in want or time.monotonic() > end:
                return done
            if arguments[:2] == ("key", "register"):
                # It waits in the outbox under its own key: asked anew it would be another registration.
                arguments = ("send",)

    def wait_for_the_service(self):
        self.site.call("GET", "/readyz")

    def run_program(self, arguments):
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return super().run_program(arguments)
            except subprocess.CalledProcessError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.2)
