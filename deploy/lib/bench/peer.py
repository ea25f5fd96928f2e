"""The peer: FastAPI and asyncpg doing what the service does, with the statements that the service sends.

BENCH_CASES names a file of cases. Each has its statements as templates, and what it answers. The rules that the service
goes through in Swift are given to the peer for nothing: it reads the same facts, and knows what comes of them. The page
is a template of Jinja's, which knows the parts that a project under way shows.
Every path is served in two forms: under /u as its users write it, with models and the framework's own encoder; under /t
as an expert would, with orjson and without models. Under /k it gives the bytes of an answer that it was given, once the
database has said that nothing was written since. NORESET=1 spares the query that asyncpg sends when a connection is
given back. BENCH_ROLE is whom it connects as.
"""

import datetime
import hashlib
import json
import os
import re
import secrets
import time
import uuid

import asyncpg
import jinja2
import orjson
from contextlib import asynccontextmanager
from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, ConfigDict, Field

with open(os.environ["BENCH_CASES"], encoding="utf-8") as file:
    GIVEN = json.load(file)
PLACE = re.compile(r"⟦(\w+)⟧")
PASSES = {}


class Card(BaseModel):
    """A project as its page shows it."""

    model_config = ConfigDict(populate_by_name=True)
    id: uuid.UUID
    name: str
    community: str
    community_id: uuid.UUID
    address: str
    households: int
    area_hundredths: int
    state: str
    place: str
    edition: str
    project_code: str | None
    construction_unit: str
    account_number: str | None
    works_began_on: datetime.date | None
    total_fen: int | None
    resident_fen: int | None
    subsidy_fen: int | None
    required_fen: int | None
    paid_fen: int | None
    version: int
    actions: list[dict] = Field(alias="_actions")
    blocked: list[dict] = Field(alias="_blocked")


class Line(BaseModel):
    """A project in a list."""

    id: uuid.UUID
    name: str
    community: str
    state: str
    state_title: str | None
    state_title_en: str | None
    construction_unit: str
    total_fen: int | None
    required_fen: int | None
    paid_fen: int | None


class Lines(BaseModel):
    items: list[Line]
    next: uuid.UUID | None


class Item(BaseModel):
    """What waits for somebody."""

    project: uuid.UUID
    project_name: str
    kind: str
    subject: uuid.UUID
    title: str
    title_en: str
    path: str
    due_on: datetime.date | None
    overdue: bool


class Items(BaseModel):
    items: list[Item]
    next: str | None


class Quantity(BaseModel):
    bill_line: uuid.UUID
    quantity_milli: int = Field(gt=0)


class Log(BaseModel):
    id: uuid.UUID
    contract: uuid.UUID
    section: str = Field(min_length=1)
    logged_on: datetime.date
    headcount: int = Field(ge=0)
    weather: str = Field(min_length=1)
    submit: bool
    quantities: list[Quantity]


class Issue(BaseModel):
    id: uuid.UUID
    kind: str
    place: str
    description: str


class Opinion(BaseModel):
    id: uuid.UUID
    kind: str
    seat: str
    opinion: str
    items: list[str]
    words: str


def decoder(kind):
    """How a parameter's text becomes what asyncpg takes for its type."""
    if kind.endswith("[]"):
        one = decoder(kind[:-2])
        return lambda text: [one(part.strip('"')) for part in text[1:-1].split(",")] if text != "{}" else []
    return {
        "bytea": lambda text: bytes.fromhex(text[2:]), "integer": int, "bigint": int, "smallint": int,
        "boolean": lambda text: text in ("t", "true"), "date": datetime.date.fromisoformat,
        "timestamp with time zone": datetime.datetime.fromisoformat,
    }.get(kind, lambda text: text)


def parameter(text, kind):
    """A function that makes a parameter of a request's names."""
    if text is None:
        return lambda names: None
    is_text_of_bytes = text.startswith("utf8:")
    if is_text_of_bytes:
        text = text[5:]
    decode = (lambda filled: filled.encode()) if is_text_of_bytes else decoder(kind)
    parts = PLACE.split(text)
    if len(parts) == 1:
        value = decode(text)
        return lambda names: value
    if parts[0] == "" and parts[2] == "" and len(parts) == 3:
        name = parts[1]
        return lambda names: decode(names[name])
    return lambda names: decode("".join(names[part] if place % 2 else part for place, part in enumerate(parts)))


class Names(dict):
    """The names of a request; a fresh one is made when it is first asked for."""

    def __missing__(self, name):
        if name.startswith("uuid"):
            made = str(uuid.uuid4())
        elif name.startswith("half"):
            made = secrets.token_hex(16)
        elif name.startswith("hex"):
            made = secrets.token_hex(32)
        elif name.startswith("moment"):
            made = (datetime.datetime.now(datetime.timezone.utc) + AHEAD).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        else:
            raise KeyError(name)
        self[name] = made
        return made


AHEAD = datetime.timedelta(0)
CASES = {}
# What was answered before, by what is asked and the token's digest.
KEPT = {}
CLASSES = {"mandatory": "必选类", "basic": "基础类", "improve": "完善类", "upgrade": "提升类"}
CHINA = datetime.timezone(datetime.timedelta(hours=8))
PAGES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(os.path.dirname(__file__)), autoescape=True, auto_reload=False)
PAGES.filters |= {
    "yuan": lambda fen: f"{(fen or 0) // 100:,}.{(fen or 0) % 100:02d}",
    "area": lambda hundredths: f"{hundredths // 100}.{hundredths % 100:02d}",
    "quantity": lambda milli: f"{milli // 1000}" + (f".{milli % 1000:03d}" if milli % 1000 else ""),
    "minute": lambda moment: moment.astimezone(CHINA).strftime("%Y-%m-%d %H:%M"),
}
PAGE = PAGES.get_template("page.html.j2")


@asynccontextmanager
async def life(app):
    global AHEAD
    # As ours: what is measured is not how long PostgreSQL compiles a statement.
    more = {"server_settings": {"jit": "off"}}
    if os.environ.get("NORESET"):
        async def noreset(connection):
            """asyncpg sends a RESET query whenever a connection is given back, unless it is told otherwise."""
        more["reset"] = noreset
    app.state.pool = await asyncpg.create_pool(
        dsn=GIVEN["dsn"].replace("ROLE", os.environ["BENCH_ROLE"]), min_size=8, max_size=8, **more)
    AHEAD = datetime.timedelta(seconds=GIVEN["ahead"])
    for name, case in GIVEN["cases"].items():
        CASES[name] = [
            (statement["sql"], [parameter(text, kind) for text, kind in zip(
                statement["parameters"], statement["types"])], "⟦pass⟧" in statement["parameters"])
            for unit in case["units"] for statement in unit]
        for asked, (body, names) in case.get("kept", {}).items():
            KEPT[asked] = (name, names, body.encode(), case["media"])
    yield
    await app.state.pool.close()


app = FastAPI(lifespan=life)


def bearer(request):
    head = request.headers.get("authorization", "")
    if not head.startswith("Bearer "):
        raise HTTPException(401)
    return hashlib.sha256(head[7:].encode()).digest()


async def signed_in(connection, digest):
    """The pass of a token, made anew when it has ended: as the service keeps it."""
    kept = PASSES.get(digest)
    if kept and kept[1] > time.monotonic():
        return kept[0]
    entered = json.loads(await connection.fetchval("select auth.enter_to_read($1)", digest) or "null")
    if not entered:
        raise HTTPException(401)
    PASSES[digest] = (entered["pass"], time.monotonic() + entered["seconds"] - 1)
    return entered["pass"]


async def read(request, case, **names):
    """The rows of each statement of a case, in one transaction."""
    names = Names(names)
    async with request.app.state.pool.acquire() as connection:
        async with connection.transaction(readonly=True):
            if case != "public page":
                names["pass"] = await signed_in(connection, bearer(request))
            found, entered = [], False
            for sql, parameters, enters in CASES[case]:
                # In one transaction it is enough to show the pass once.
                if enters and entered:
                    continue
                entered = entered or enters
                found.append(await connection.fetch(sql, *[make(names) for make in parameters]))
            return found[1:] if entered else found


async def write(request, case, body, names):
    """A case's writes, one statement after the other, in one transaction that is durable when it answers."""
    key = request.headers.get("idempotency-key")
    if not key:
        raise HTTPException(400)
    known = GIVEN["cases"][case]["targets"][names["at"]]
    names = Names(names, **known, id=str(body["id"]), key=hashlib.sha256(key.encode()).hexdigest(),
                  fingerprint=hashlib.sha256(await request.body()).hexdigest(), token=bearer(request).hex(),
                  n=body.get("section", ""))
    async with request.app.state.pool.acquire() as connection:
        async with connection.transaction():
            for sql, parameters, _ in CASES[case]:
                rows = await connection.fetch(sql, *[make(names) for make in parameters])
                if " as actor" in sql and rows[0][0] is None:
                    raise HTTPException(401)
                if " as claimed" in sql and not rows:
                    raise HTTPException(409)
                if "for no key update" in sql and not rows:
                    raise HTTPException(404)
                if " as takes_part" in sql and not rows[0][0]:
                    raise HTTPException(403)
                if " as facts" in sql:
                    judge(case, json.loads(rows[0]["facts"]), body)
    return {**GIVEN["cases"][case]["answer"], "id": str(body["id"])}


def judge(case, facts, body):
    """The least of the rule: that the facts are there, and a log stays within its bill."""
    if case == "log a day":
        lines = {line["id"]: line["remaining_milli"] for line in facts["lines"]}
        for line in body["quantities"]:
            if line["quantity_milli"] > lines[str(line["bill_line"])]:
                raise HTTPException(422)


def card(case, project, found):
    return {**dict(found[1][0]), **GIVEN["cases"][case]["extras"][project]}


def lines(found):
    rows = [dict(row) for row in found[0]]
    return {"items": rows[:50], "next": rows[49]["id"] if len(rows) > 50 else None}


def items(found, given):
    """A page of what waits: the rows, and the steps that the rules found, which the peer is given with their places."""
    rows = next((rows for rows in reversed(found) if rows and "item" in rows[0].keys()), [])
    here = [(row["place"], json.loads(row["item"])) for row in rows]
    here += [(place, item) for place, item in given["steps"]]
    here.sort(key=lambda one: one[0].encode())
    shown = here[:50]
    return {"items": [item for _, item in shown], "next": shown[-1][0].encode().hex() if len(here) > 50 else None}


def fast(value, status=200):
    return Response(orjson.dumps(value, default=str), status, media_type="application/json")


@app.get("/k/{path:path}")
async def kept(path: str, request: Request):
    """An answer that was given before, where the database says that nothing was written since."""
    signed = "authorization" in request.headers
    asked = "/" + path + ("?" + request.url.query if request.url.query else "")
    case, names, body, media = KEPT[asked + " " + (bearer(request).hex() if signed else "")]
    found = await read(request, case, **names)
    if found[-1][0]["changed"]:
        raise HTTPException(409)
    return Response(body, media_type=media)


@app.get("/u/v1/projects/{project}/gates")
async def gates(project: uuid.UUID, request: Request):
    found = await read(request, "gates, 2,000 rows", project=str(project))
    json.loads(found[1][0]["facts"])
    return GIVEN["cases"]["gates, 2,000 rows"]["extras"][str(project)]


@app.get("/t/v1/projects/{project}/gates")
async def gates_fast(project: str, request: Request):
    found = await read(request, "gates, 2,000 rows", project=project)
    orjson.loads(found[1][0]["facts"])
    return fast(GIVEN["cases"]["gates, 2,000 rows"]["extras"][project])


@app.get("/u/v1/projects/{project}", response_model=Card)
async def project(project: uuid.UUID, request: Request):
    return card("project", str(project), await read(request, "project", project=str(project)))


@app.get("/t/v1/projects/{project}")
async def project_fast(project: str, request: Request):
    return fast(card("project", project, await read(request, "project", project=project)))


@app.get("/u/v1/projects", response_model=Lines)
async def projects(request: Request):
    return lines(await read(request, "projects of 50"))


@app.get("/t/v1/projects")
async def projects_fast(request: Request):
    return fast(lines(await read(request, "projects of 50")))


@app.get("/u/v1/inbox", response_model=Items)
async def inbox(request: Request):
    return items(await read(request, "inbox of 50"), GIVEN["cases"]["inbox of 50"]["extras"][bearer(request).hex()])


@app.get("/t/v1/inbox")
async def inbox_fast(request: Request):
    return fast(items(await read(request, "inbox of 50"), GIVEN["cases"]["inbox of 50"]["extras"][bearer(request).hex()]))


@app.get("/u/p/{project}")
@app.get("/t/p/{project}")
async def page(project: str, request: Request):
    found = await read(request, "public page", project=project)
    if not found[0]:
        raise HTTPException(404)
    return HTMLResponse(PAGE.render(
        card=found[0][0], items=found[1], progress=found[2], issues=found[4][0], events=found[7],
        words=GIVEN["cases"]["public page"]["words"], states=GIVEN["cases"]["public page"]["states"], classes=CLASSES))


@app.post("/u/v1/projects/{project}/logs", status_code=201)
async def log(project: uuid.UUID, body: Log, request: Request):
    return await write(request, "log a day", body.model_dump(), {"at": str(project)})


@app.post("/t/v1/projects/{project}/logs")
async def log_fast(project: str, request: Request):
    return fast(await write(request, "log a day", orjson.loads(await request.body()), {"at": project}), 201)


@app.post("/u/v1/projects/{project}/issues", status_code=201)
async def issue(project: uuid.UUID, body: Issue, request: Request):
    return await write(request, "file an issue", body.model_dump(), {"at": str(project)})


@app.post("/t/v1/projects/{project}/issues")
async def issue_fast(project: str, request: Request):
    return fast(await write(request, "file an issue", orjson.loads(await request.body()), {"at": project}), 201)


@app.post("/u/v1/acceptance-rounds/{round}/opinions", status_code=201)
async def opinion(round: uuid.UUID, body: Opinion, request: Request):
    return await write(request, "sign an opinion", body.model_dump(), {"at": str(round)})


@app.post("/t/v1/acceptance-rounds/{round}/opinions")
async def opinion_fast(round: str, request: Request):
    return fast(await write(request, "sign an opinion", orjson.loads(await request.body()), {"at": round}), 201)
