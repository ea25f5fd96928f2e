"""The API's own description as a judge: every answer fits it, and no write goes through on a version it never saw."""

import json
import re
import urllib.request

try:
    import jsonschema
except ImportError as missing:
    raise SystemExit("python3-jsonschema is not installed: deploy/lib/install puts it there") from missing


class Deviates(Exception):
    """An answer is not what the description says."""


class Description:
    #: A version that nothing has.
    STALE = '"4000000001"'

    def __init__(self, base):
        with urllib.request.urlopen(base + "/v1/openapi.json", timeout=30) as reply:
            self.document = json.loads(reply.read())
        self.operations = []
        for path, item in self.document["paths"].items():
            pattern = re.compile("^" + re.sub(r"\\\{[^}]+\\\}", "[^/]+", re.escape(path)) + "$")
            for method, operation in item.items():
                self.operations.append((method.upper(), pattern, path.count("{"), operation))
        self.operations.sort(key=lambda found: found[2])
        self.validators, self.judged, self.probed = {}, set(), set()
        self.answers = 0

    def operation(self, method, path):
        """The operation behind an address; a literal segment comes before a parameter."""
        bare = path.split("?")[0]
        for known, pattern, _, operation in self.operations:
            if known == method and pattern.match(bare):
                return operation
        return None

    def resolved(self, schema):
        while "$ref" in schema:
            found = self.document
            for step in schema["$ref"].removeprefix("#/").split("/"):
                found = found[step]
            schema = found
        return schema

    def judge(self, method, path, answer):
        """Raises where an answer of the API does not fit what is said of it."""
        operation = self.operation(method, path)
        if operation is None or not path.startswith("/v1/"):
            return
        name = f"{operation['operationId']} {answer.status}"
        said = operation["responses"].get(str(answer.status))
        if said is None:
            if answer.status < 400:
                raise Deviates(f"{name}: the description knows {sorted(operation['responses'])}")
            said = operation["responses"]["default"]
        content = self.resolved(said).get("content", {})
        kind = (answer.header("content-type") or "").split(";")[0]
        if not content:
            if answer.raw:
                raise Deviates(f"{name}: no body is described, {len(answer.raw)} bytes came")
            return
        if kind not in content and f"{kind.split('/')[0]}/*" not in content:
            raise Deviates(f"{name}: is {kind}, described as {sorted(content)}")
        if kind in content and "json" in kind:
            schema = content[kind]["schema"]
            self.fits(name, schema, answer.json)
            if answer.status < 400:
                self.names_everything(name, schema, answer.json, "")
        self.judged.add(operation["operationId"])
        self.answers += 1

    def fits(self, name, schema, value):
        if name not in self.validators:
            root = dict(schema, components=self.document["components"])
            self.validators[name] = jsonschema.Draft202012Validator(
                root, format_checker=jsonschema.FormatChecker(formats=("date", "uuid")))
        errors = [f"/{'/'.join(map(str, error.absolute_path))}: {error.message}"
                  for error in self.validators[name].iter_errors(value)]
        if errors:
            raise Deviates(f"{name}: " + "; ".join(errors[:5])[:2000])

    def names_everything(self, name, schema, value, place):
        """Every field of an answer is named by the description."""
        schema = self.resolved(schema)
        for part in schema.get("anyOf", []):
            if value is not None and self.resolved(part).get("type") != "null":
                self.names_everything(name, part, value, place)
        if isinstance(value, dict) and "properties" in schema:
            for field, inner in value.items():
                if field not in schema["properties"]:
                    raise Deviates(f"{name}: {place}/{field} is named by no description")
                self.names_everything(name, schema["properties"][field], inner, f"{place}/{field}")
        elif isinstance(value, list) and "items" in schema:
            for index, inner in enumerate(value):
                self.names_everything(name, schema["items"], inner, f"{place}/{index}")

    def takes_a_version(self, method, path):
        """Whether an operation honours If-Match and was not yet tried with a stale one."""
        operation = self.operation(method, path)
        if operation is None or operation["operationId"] in self.probed:
            return False
        if not any(parameter["name"] == "If-Match" for parameter in operation.get("parameters", [])):
            return False
        self.probed.add(operation["operationId"])
        return True
