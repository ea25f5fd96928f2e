"""The service as its users call it: over HTTP, each with a token of his own, each write with a key of its own."""

import base64
import html.parser
import hashlib
import hmac
import json
import os
import pathlib
import struct
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
import uuid


class Unexpected(Exception):
    """Something answered other than the walk says it must."""


class BrokenOff(Exception):
    """The walk was asked to break off here."""


class Left(Exception):
    """The walk was asked to leave its community here, in the middle of its way."""


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.raw = status, headers, body
        self.names = {name.lower(): value for name, value in headers.items()}
        try:
            self.json = json.loads(body) if body else None
        except ValueError:
            self.json = None

    def header(self, name):
        return self.names.get(name)


class Site:
    """The service over HTTP; where it has its description, every answer must fit it."""

    def __init__(self, base, description=None):
        self.base, self.description = base, description

    def call(self, method, path, token=None, body=None, key=None, headers=None, raw=None, content_type=None):
        head = {"accept": "application/json", **(headers or {})}
        data = raw
        if body is not None:
            data, head["content-type"] = json.dumps(body, ensure_ascii=False).encode(), "application/json"
        if content_type:
            head["content-type"] = content_type
        if token:
            head["authorization"] = "Bearer " + token
        if method != "GET":
            head["idempotency-key"] = key or str(uuid.uuid4())
        answer = self.send(urllib.request.Request(self.base + path, data=data, headers=head, method=method))
        if self.description:
            self.description.judge(method, path, answer)
        return answer

    def send(self, request):
        try:
            with urllib.request.urlopen(request, timeout=60) as reply:
                return Answer(reply.status, dict(reply.headers), reply.read())
        except urllib.error.HTTPError as error:
            return Answer(error.code, dict(error.headers), error.read())


def one_time_code(secret, moment):
    """RFC 6238, as an authenticator program shows it."""
    key = base64.b32decode(secret)
    digest = hmac.new(key, struct.pack(">Q", int(moment) // 30), hashlib.sha1).digest()
    offset = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[offset:offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


class Forms(html.parser.HTMLParser):
    """The forms of a page: where each posts, and the fields it already holds."""

    def __init__(self, text):
        super().__init__()
        self.forms = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form":
            self.forms.append((given.get("action"), {}, given.get("enctype")))
        elif tag in ("input", "select", "textarea") and self.forms and given.get("name"):
            self.forms[-1][1].setdefault(given["name"], given.get("value", ""))

    def ending(self, suffix):
        """The form whose address ends so, before its query."""
        for action, fields, enctype in self.forms:
            if (action or "").split("?")[0].endswith(suffix):
                return action, dict(fields)
        raise Unexpected(f"no form to …{suffix} among {[form[0] for form in self.forms]}")


def wait_for_the_next_code():
    """A code opens once: whoever signs in twice within its thirty seconds waits for the next."""
    time.sleep(30.5 - time.time() % 30)


class Walk:
    """Counts and prints the steps and the refusals; stops at the first that is not as expected."""

    def __init__(self, site, program, state, database_port, run):
        self.site, self.program, self.state, self.port = site, program, state, database_port
        self.space = uuid.uuid5(uuid.UUID("6f1f5a52-6a2c-5d0a-9d3e-330302000001"), run)
        self.tokens, self.steps, self.refusals, self.stop_after = {}, 0, 0, None
        self.leave_at = None

    def id(self, name):
        return str(uuid.uuid5(self.space, name))

    def token(self, login):
        if login not in self.tokens:
            self.tokens[login] = self.run_program(["token", "issue", "--login", login]).stdout.strip()
        return self.tokens[login]

    def run_program(self, arguments):
        """Runs a command of the service's own program on its state folder."""
        place = ["--state", self.state, "--database-port", str(self.port)]
        return subprocess.run(
            [self.program, *arguments[:2], *place, *arguments[2:]], check=True, capture_output=True, text=True)

    def published_key(self):
        """The public half of the key that seals certificates, as the operator posts it."""
        return subprocess.run(["ssh-keygen", "-y", "-f", str(pathlib.Path(self.state) / "site_key")],
                              check=True, capture_output=True, text=True).stdout

    def enrol(self, roster):
        """Takes further people in, as the administrator does."""
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(roster, file, ensure_ascii=False)
            file.flush()
            self.run_program(["people", "import", file.name])

    def command(self, login, *arguments, stdin="", want=(0,)):
        """Runs the inspectors' program as one person, on a device of his own."""
        home = pathlib.Path(self.devices) / login
        home.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(
            [self.cli, *arguments], input=stdin, capture_output=True, text=True, timeout=60,
            env={**os.environ, "XDG_CONFIG_HOME": str(home), "XDG_STATE_HOME": str(home), "XDG_DATA_HOME": str(home),
                 "HOME": str(home), "LANG": "zh_CN.UTF-8"})
        if done.returncode not in want:
            raise Unexpected(f"yanshou {' '.join(arguments)} as {login}: exit {done.returncode}\n{done.stdout}{done.stderr}")
        return done

    def sign_in(self, login, person):
        """Signs in with password and one-time code, as staff do; gives the session's token."""
        attempt = lambda: self.site.call("POST", "/v1/sign-in", body={
            "login": login, "password": person["password"], "code": self.code(person)})
        answer = attempt()
        if answer.status == 401:
            wait_for_the_next_code()
            answer = attempt()
        if answer.status not in (200, 201):
            raise Unexpected(f"sign-in of {login}: {answer.status} {answer.raw.decode()}")
        return answer.json["token"]

    def page(self, path):
        """Opens a page as a browser does."""
        answer = self.site.call("GET", path, headers={"accept": "text/html"})
        if answer.status != 200 or b"<html" not in answer.raw:
            raise Unexpected(f"the page {path}: {answer.status} {answer.raw[:400]!r}")
        return Forms(answer.raw.decode())

    def look(self, words, login, path, *texts):
        """Opens a page as somebody signed in, and finds these texts on it."""
        answer = self.site.call("GET", path, self.token(login), headers={"accept": "text/html"})
        missing = [text for text in texts if text not in answer.raw.decode(errors="replace")]
        if answer.status != 200 or missing:
            raise Unexpected(f"the page {path} as {login}: {answer.status}, without {missing}")
        self.say(words)

    def send_form(self, action, fields, photo=None, sheet=None):
        """Sends a form as a browser does, a sealed sheet with it where there is one; answers a page or a redirect to one."""
        boundary = "----" + uuid.uuid4().hex
        body = b""
        for name, value in fields.items():
            if photo is not None and name == "photo":
                continue
            body += (f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n').encode()
        if photo is not None:
            body += (f'--{boundary}\r\nContent-Disposition: form-data; name="photo"; filename="photo.png"\r\n'
                     "Content-Type: image/png\r\n\r\n").encode() + base64.b64decode(photo) + b"\r\n"
        if sheet is not None:
            body += (f'--{boundary}\r\nContent-Disposition: form-data; name="sheet"; filename="sheet.pdf"\r\n'
                     "Content-Type: application/pdf\r\n\r\n").encode() + sheet + b"\r\n"
        body += f"--{boundary}--\r\n".encode()
        origin = {"accept": "text/html", "origin": self.site.base}
        answer = self.site.call(
            "POST", action, raw=body, content_type=f"multipart/form-data; boundary={boundary}", headers=origin)
        if answer.status not in (200, 201):
            raise Unexpected(f"the form {action}: {answer.status} {answer.raw.decode(errors='replace')[:1500]}")
        return answer

    def chapter(self, title):
        print(f"\n【{title}】", flush=True)

    def code(self, person):
        """The code that an authenticator shows now: sign-in goes by the true clock, whatever the demonstration's says."""
        return one_time_code(person["one_time_secret"], time.time())

    def today(self, moment):
        answer = self.site.call("POST", "/v1/demo/clock", body={"now": moment, "back": True})
        if answer.status != 200:
            raise Unexpected(f"the clock: {answer.status} {answer.raw!r}")
        print(f"  —— 演示日期 {moment[:10]} ——", flush=True)

    def quiet(self, login, method, path, body=None, want=(200, 201), **more):
        known = self.site.description
        if known and known.takes_a_version(method, path) and "headers" not in more:
            # On its way out of date: whoever saw another version than the one that stands is told so.
            stale = self.site.call(
                method, path, self.token(login) if login else None, body, headers={"if-match": known.STALE})
            if stale.status != 412:
                raise Unexpected(f"{method} {path} as {login} takes a stale If-Match: {stale.status} {stale.raw[:600]!r}")
        answer = self.site.call(method, path, self.token(login) if login else None, body, **more)
        if answer.status not in want:
            raise Unexpected(f"{method} {path} as {login}: {answer.status}\n{answer.raw.decode(errors='replace')}")
        return answer

    def do(self, words, login, method, path, body=None, want=(200, 201), **more):
        answer = self.quiet(login, method, path, body, want, **more)
        self.say(words)
        return answer

    def say(self, words):
        self.steps += 1
        print(f"  {self.steps:3d}. {words}", flush=True)
        if self.steps == self.stop_after:
            raise BrokenOff()

    def leave(self, place):
        """Ends here where the walk was asked to leave its community at this place."""
        if place == self.leave_at:
            raise Left()

    def refused(self, words, login, method, path, body=None, code=None, rule=None, **more):
        """The same call, which must be refused under this code and this rule."""
        answer = self.site.call(method, path, self.token(login) if login else None, body, **more)
        codes = [item["code"] for item in (answer.json or {}).get("refusals", [])]
        if answer.status != 422 or code not in codes:
            raise Unexpected(
                f"{method} {path} as {login} was to be refused by {code}, but: {answer.status} "
                f"{answer.raw.decode(errors='replace')}")
        found = next(item for item in answer.json["refusals"] if item["code"] == code)
        source = found["source"] or {}
        if rule and source.get("rule") != rule:
            raise Unexpected(f"{code} was to name {rule}, but names {source}")
        self.show_refusal(words, found)
        return answer

    def show_refusal(self, words, found):
        """A refusal as the walk shows it: the rule and its text, what is missing, the remedy and who can lift it."""
        self.refusals += 1
        print(f"  ✗ 拒绝 {self.refusals}. {words}", flush=True)
        print(f"       {found['detail']}  [{found['code']}]")
        for item in found["missing"]:
            print(f"       缺：{item['zh']}")
        source = found["source"]
        if not source or not found["remedy"]:
            raise Unexpected(f"{found['code']} names no clause or no remedy: {found}")
        print(f"       依据：{cited(source, found['detail'])}")
        if not found["lifted_by"]:
            raise Unexpected(f"{found['code']} names nobody who can lift it: {found}")
        print(f"       办法：{found['remedy']}（可由 {'、'.join(found['lifted_by_titles'])} 解除）", flush=True)


def cited(source, detail):
    """A clause as people read it: quoted where its text was checked, else said to be told in our own words."""
    if source["rule"].startswith("HOUSE-"):
        return f"{source['rule']} · {source['document']}：“{source['clause']}”"
    place = f"{source['rule']} · {source['document']} {source['clause']}"
    if source["verified"]:
        if not source["text"]:
            raise Unexpected(f"a checked clause without its text: {source}")
        return f"{place}“{source['text']}”"
    told = source["text"] or detail.rstrip("。")
    return f"{place}「原文未核」，要义：{told}"


def wait_until_ready(base, seconds):
    end = time.time() + seconds
    while time.time() < end:
        try:
            with urllib.request.urlopen(base + "/readyz", timeout=2) as reply:
                if reply.status == 200:
                    return True
        except OSError:
            time.sleep(0.3)
    return False
