"""The endpoints that are measured: what is asked, of which projects, as whom."""

import hashlib
import uuid

from programme import PER_DISTRICT
from scene import SIGNING, TODAY, UNDER_WAY

JSON, HTML = "application/json", "text/html"
READER, WRITER, PUBLIC = "yanshou_reader", "yanshou_service", "yanshou_public"


def made(old, number):
    """What a copy's id became of an id of its original: the database says md5(old || number)::uuid."""
    return str(uuid.UUID(hashlib.md5(f"{old}{number}".encode()).hexdigest()))


def token_digest(token):
    return hashlib.sha256(token.encode()).hexdigest()


class Case:
    """One endpoint: `targets` are what differs between its requests; ⟦id⟧ and ⟦n⟧ in `body` are new in each."""

    def __init__(self, name, method, path, role, targets, body=None, accept=JSON, once=False):
        self.name, self.method, self.path, self.role, self.targets = name, method, path, role, targets
        self.body, self.accept, self.once = body, accept, once
        for target in targets:
            if target.get("bearer"):
                target["token"] = token_digest(target["bearer"])

    @property
    def writes(self):
        return self.method == "POST"

    def filled(self, text, target):
        for name, value in target.items():
            text = text.replace(f"⟦{name}⟧", str(value))
        return text


def copy_of(community, number, district):
    return {"project": made(community.project, number), "district": str(district)}


def cases(scene):
    """All cases of a scene, in the order in which they are measured."""
    light, accepting, tokens = scene.light, scene.accepting, scene.tokens
    # Over all the districts, some projects of each.
    works = [(number, UNDER_WAY + (number - 1) // PER_DISTRICT)
             for number in range(1, scene.districts * PER_DISTRICT + 1, PER_DISTRICT // 8)]
    read = [dict(copy_of(light, n, d), bearer=tokens["street", d]) for n, d in works]
    by_district = [dict(district=str(d), bearer=tokens["street", d])
                   for d in range(UNDER_WAY, UNDER_WAY + scene.districts)]
    street = scene.site.token("street")
    heavy = [{"project": community.project, "district": "1", "bearer": street} for community in scene.heavy]
    log = [dict(copy_of(light, n, d), bearer=tokens["builder", d], contract=made(light.id("contract:lot1"), n),
                bill=made(light.id("bill:A01"), n)) for n, d in works]
    issue = [dict(copy_of(light, n, d), bearer=tokens["resident", d]) for n, d in works]
    seat = scene.site.sql("select acceptance_seat_id from app.acceptance_seat where acceptance_round_id = "
                          f"'{accepting.id('round:1')}' and seat = 'designer'")
    signed = {row["id"] for row in scene.site.rows("select acceptance_round_id as id from app.acceptance_opinion")}
    opinion = []
    for number in range(1, scene.signing_districts * PER_DISTRICT + 1):
        # One district after the other, so that neighbours in the list do not wait for the same rows.
        at = (number - 1) % scene.signing_districts
        copy = at * PER_DISTRICT + (number - 1) // scene.signing_districts + 1
        opinion.append(dict(
            copy_of(accepting, copy, SIGNING + at), bearer=tokens["designer", SIGNING + at],
            round=made(accepting.id("round:1"), copy), seat=made(seat, copy)))
    opinion = [target for target in opinion if target["round"] not in signed]
    return [
        Case("project", "GET", "/v1/projects/⟦project⟧", READER, read),
        Case("projects of 50", "GET", "/v1/projects?limit=50", READER, by_district),
        Case("inbox of 50", "GET", "/v1/inbox?limit=50", READER, by_district),
        Case("gates, 2,000 rows", "GET", "/v1/projects/⟦project⟧/gates", READER, heavy),
        Case("public page", "GET", "/p/⟦project⟧", PUBLIC, [dict(one, bearer=None) for one in read], accept=HTML),
        Case("log a day", "POST", "/v1/projects/⟦project⟧/logs", WRITER, log, body={
            "id": "⟦id⟧", "contract": "⟦contract⟧", "section": "⟦n⟧", "logged_on": TODAY, "headcount": 18,
            "weather": "晴", "submit": True, "quantities": [{"bill_line": "⟦bill⟧", "quantity_milli": 1}]}),
        Case("file an issue", "POST", "/v1/projects/⟦project⟧/issues", WRITER, issue, body={
            "id": "⟦id⟧", "kind": "noise", "place": "7 幢", "description": "晚上十点以后还在切割地砖。"}),
        Case("sign an opinion", "POST", "/v1/acceptance-rounds/⟦round⟧/opinions", WRITER, opinion, once=True, body={
            "id": "⟦id⟧", "kind": "attested", "seat": "designer", "opinion": "pass", "items": [], "words": "同意。"}),
    ]
