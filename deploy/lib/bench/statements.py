"""The statements behind a request: read off PostgreSQL's own log, and made into templates that peer and limit fill in.

A placeholder stands in braces of our own, ⟦name⟧, wherever a value of the request, of its target or a fresh one was.
"""

import hashlib
import re

from service import Wrong

FRESH_ONE = re.compile(
    r"(?P<hex>[0-9a-f]{64})|(?P<half>\b[0-9a-f]{32}\b)|(?P<uuid>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"
    r"|(?P<moment>20\d\d-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d(?::\d\d)?))")
PLACE = re.compile(r"⟦(\w+)⟧")
CONTROL = re.compile(r"^(begin|commit|rollback|start|end)\b", re.I)


class Statement:
    def __init__(self, text, values, unit):
        self.text, self.values, self.unit = text, values, unit


def told(log, roles):
    """The statements of the log's text that ran as these roles, by transaction in the order they began."""
    found, last = [], None
    for piece in re.finditer(r"^@@(\d+) (\S*) (\S*)@@(\w+):  (.*?)(?=^@@|\Z)", log, re.M | re.S):
        process, transaction, role, kind, rest = piece.groups()
        said = re.match(r"(?:execute [^:]+|statement): (.*)", rest, re.S)
        if kind == "LOG" and said:
            last = None
            if role in roles:
                last = Statement(said[1].strip(), [], transaction)
                found.append(last)
        elif kind == "DETAIL" and last and rest.startswith("parameters: "):
            last.values = [
                None if value == "NULL" else value[1:-1].replace("''", "'")
                for value in re.findall(r"\$\d+ = (NULL|'(?:[^']|'')*')", rest)]
            last = None
    units = {}
    for statement in found:
        units.setdefault(statement.unit, []).append(statement)
    return list(units.values())


def as_text(value):
    """Bytes that are text, as that text."""
    if value is None or not value.startswith("\\x"):
        return value
    try:
        text = bytes.fromhex(value[2:]).decode("utf-8")
    except (ValueError, UnicodeDecodeError):
        return value
    return "utf8:" + text if len(text) > 8 and text.isprintable() else value


def known(names):
    """Replaces known values by their placeholders, the longest first."""
    pairs = sorted(((value, name) for name, value in names.items() if value and name != "district"),
                   key=lambda pair: -len(pair[0]))
    district = names.get("district")

    def replace(text):
        if text is None:
            return None
        text = as_text(text)
        for value, name in pairs:
            text = text.replace(value, f"⟦{name}⟧")
        # A district is a small number: alone, or under its name.
        return "⟦district⟧" if text == district else text.replace(f'"district":{district},', '"district":⟦district⟧,')
    return replace


def agree(one, other, fresh):
    """One template of two: where they differ, both hold something fresh of the same kind."""
    if one == other:
        return one
    if one is None or other is None or FRESH_ONE.sub("#", one) != FRESH_ONE.sub("#", other):
        raise Wrong(f"two requests of one kind send\n{one}\nand\n{other}")
    theirs = iter([found[0] for found in FRESH_ONE.finditer(other)])

    def name(found):
        mine, yours = found[0], next(theirs)
        if mine == yours:
            return mine
        return f"⟦{fresh.setdefault((mine, yours), f'{found.lastgroup}{len(fresh)}')}⟧"
    return FRESH_ONE.sub(name, one)


def template(first, second, site):
    """A template of two captures, each a list of units and the names known in it."""
    fresh = {}
    units = []
    (left, names), (right, others) = first, second
    left, right = ([[s for s in unit if not CONTROL.match(s.text)] for unit in side] for side in (left, right))
    if [[s.text for s in unit] for unit in left] != [[s.text for s in unit] for unit in right]:
        raise Wrong("two requests of one kind send different statements:\n"
                         + "\n--\n".join(s.text for unit in left for s in unit) + "\n==== and ====\n"
                         + "\n--\n".join(s.text for unit in right for s in unit))
    for ours, theirs in zip(left, right):
        unit = []
        for mine, yours in zip(ours, theirs):
            # Which transactions were over by then moves on by itself, and any number that was asks the same.
            parameters = [a if a and (a.isdigit() and f"${place}::text::xid8" in mine.text
                                      or place == 1 and ".written_since(" in mine.text)
                          else agree(known(names)(a), known(others)(b), fresh)
                          for place, (a, b) in enumerate(zip(mine.values, yours.values), 1)]
            text = with_types(mine.text, mine.values)
            unit.append({"sql": text, "parameters": parameters, "types": types(site, text)})
        units.append(unit)
    return units


def with_types(text, values):
    """The statement with the types of lists and objects written out, which the server alone cannot tell."""
    for number, value in enumerate(values, 1):
        if "unnest" in text and value and re.fullmatch(r"\{[0-9a-f,-]+\}", value):
            kind = "uuid" if FRESH_ONE.search(value) else "bigint"
            text = re.sub(rf"\${number}(?!\d|::)", f"${number}::{kind}[]", text)
        text = re.sub(rf"\${number}(?= *->)", f"${number}::jsonb", text)
    return text


def types(site, text):
    """The types of a statement's parameters, as the server finds them."""
    if "$1" not in text:
        return []
    answer = site.sql(f"prepare bench as {text}\n;\nselect array_to_string(parameter_types::text[], '|') "
                      "from pg_prepared_statements where name = 'bench';")
    return answer.split("\n")[-1].split("|")


def digest(text):
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()


# How a fresh value is made where there is nothing but SQL: from a number that pgbench draws.
FRESH = {
    "id": "md5((:n)::text || 'id')::uuid::text", "op": "md5((:n)::text || 'op')::uuid::text",
    "n": "(:n)::text", "key": "encode(sha256((:n)::text::bytea), 'hex')",
    "fingerprint": "encode(sha256(((:n)::text || 'body')::bytea), 'hex')",
}


class Constants:
    """The variables that are given to pgbench, by name; a value that stands in several scripts is given once."""

    def __init__(self):
        self.given, self.names = {}, {}

    def name(self, value):
        if value not in self.names:
            self.names[value] = f"c{len(self.names)}"
            self.given[self.names[value]] = value
        return self.names[value]

    def options(self):
        return [part for name, value in self.given.items() for part in ("-D", f"{name}={value}")]


def pgbench(units, constants, local, pipelined, prefix=""):
    """The same statements as a script of pgbench."""
    def constant(value):
        return ":" + constants.name(value) if value else "''"

    def expression(text):
        parts, at = [], 0
        for found in PLACE.finditer(text):
            if found.start() > at:
                parts.append(f"({constant(text[at:found.start()])})::text")
            name = found[1]
            if name in local:
                parts.append(f"({local[name]})::text")
            elif name in FRESH:
                parts.append(FRESH[name])
            elif name.startswith("uuid"):
                parts.append(f"md5((:n)::text || '{name}')::uuid::text")
            elif name.startswith("half"):
                parts.append(f"md5((:n)::text || '{name}')")
            elif name.startswith("hex"):
                parts.append(f"encode(sha256(((:n)::text || '{name}')::bytea), 'hex')")
            elif name.startswith("moment"):
                parts.append(f"to_char(auth.business_now() at time zone 'UTC', ({constant(ISO)})::text)")
            else:
                raise Wrong(f"nothing makes ⟦{name}⟧")
            at = found.end()
        if at < len(text):
            parts.append(f"({constant(text[at:])})::text")
        return " || ".join(parts) if len(parts) > 1 else parts[0]

    def parameter(text, kind):
        if text is None:
            return f"null::{kind}"
        if text.startswith("utf8:"):
            return f"convert_to({expression(text[5:])}, 'UTF8')"
        if not PLACE.search(text):
            return f"({constant(text)})::{kind}"
        return f"({expression(text)})::{kind}"

    lines = [prefix] if prefix else []
    lines.append("\\set n random(1, 4000000000000000000)")
    for unit in units:
        lines.append("\\startpipeline" if pipelined else "begin;")
        for statement in unit:
            text = re.sub(r"\$(\d+)", lambda found: parameter(
                statement["parameters"][int(found[1]) - 1], statement["types"][int(found[1]) - 1]), guarded(
                    statement["sql"]))
            lines.append(" ".join(text.split()) + ";")
        lines.append("\\endpipeline" if pipelined else "commit;")
    return "\n".join(lines) + "\n"


ISO = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'


def guarded(text):
    """pgbench takes a colon before a name for a variable of its own, in a literal too."""
    if re.search(r"(?<!:):(?=\w)", re.sub(r"::", "  ", text)):
        text = re.sub(r"'((?:[^']|'')*)'", lambda found: found[0] if not re.search(r":\w", found[1]) else
                      "E'" + found[1].replace("\\", "\\\\").replace(":", "\\x3a") + "'", text)
    return text
