"""What the cases play on: two communities taken through the rules by the demonstration's walk, and copies of them."""

import contextlib
import json
import os
import sys
import time

from programme import LEDGERS, PER_DISTRICT, Programme
from service import ROOT, note

sys.path[:0] = [str(ROOT / "deploy/walk"), str(ROOT / "deploy/demo-data")]

import acceptance  # noqa: E402
import projects  # noqa: E402
import site_client  # noqa: E402
import tendering  # noqa: E402
import works  # noqa: E402

HEAVY = 2
TODAY, NOW = "2026-09-23", "2026-09-23T15:00:00+08:00"
# Districts of copies: the first have works under way, those behind them a round that waits for opinions.
UNDER_WAY, SIGNING = 7001, 8001


class Community(site_client.Walk):
    """One community of the walk, without what the walk says."""

    def __init__(self, site, name, payers):
        super().__init__(site_client.Site(site.base), site.program, site.state, site.database_port, "bench " + name)
        self.cli, self.run, self.payers = None, name, payers
        self.data = json.loads((ROOT / "deploy/demo-data/scheme.json").read_text(encoding="utf-8"))
        roster = json.loads((ROOT / "deploy/demo-data/roster.json").read_text(encoding="utf-8"))
        self.units = {unit["name"]: unit["id"] for unit in roster["organisations"]}
        self.people = {person["login"]: person["id"] for person in roster["people"]}
        self.roster = {person["login"]: person for person in roster["people"]}
        self.project = self.id("project")
        self.tokens = site.tokens

    def go(self, *chapters):
        with contextlib.redirect_stdout(open(os.devnull, "w")):
            for chapter in chapters:
                try:
                    chapter(self)
                except site_client.BrokenOff:
                    return
                except site_client.Unexpected as failure:
                    raise SystemExit(f"bench: the scene is not as expected: {failure}")


def break_off(*_):
    raise site_client.BrokenOff()


@contextlib.contextmanager
def ending_at(module, name):
    """Breaks the walk off where it would go on to this part."""
    kept = getattr(module, name)
    setattr(module, name, break_off)
    try:
        yield
    finally:
        setattr(module, name, kept)


def under_way(site, name, payers):
    """A community with works under way: contracts, bills, logs, issues."""
    community = Community(site, name, payers)
    with ending_at(works, "change_order"):
        community.go(projects.walk, tendering.walk, works.walk)
    return community


def signing(site, name):
    """A community whose acceptance round is called, its seats taken, its dossier frozen."""
    community = Community(site, name, 2)
    with ending_at(acceptance, "device"):
        community.go(projects.walk, tendering.walk, works.walk, acceptance.walk)
    return community


def settled(site):
    """Waits until the jobs have told what came due when the clock was set, and the log is signed as far as it goes.

    What is copied must stand still, and what is measured must have the machine to itself: deadlines are looked after once a
    minute, so nothing may have happened for longer than that.
    """
    last, still_since = None, time.monotonic()
    for _ in range(900):
        now = site.sql("""
            select (select count(*) from ledger.entry), (select count(*) from ledger.leaf),
                (select count(*) from ledger.pending),
                (select count(*) from jobs.lease) + (select count(*) from jobs.ready)""")
        if now != last or not now.endswith("|0|0"):
            last, still_since = now, time.monotonic()
        elif time.monotonic() - still_since > 70:
            return
        time.sleep(2)
    raise SystemExit("bench: the jobs do not come to an end")


class Scene:
    """The communities of the HTTP cases, and in how many districts their copies stand.

    Where the folder holds one of the same size already, that one is taken.
    """

    def __init__(self, site, districts, signing_districts):
        self.site, self.districts, self.signing_districts = site, districts, signing_districts
        kept = site.folder + "/scene.json"
        size = [districts, signing_districts]
        if os.path.exists(kept):
            with open(kept) as file:
                known = json.load(file)
            if known["size"] != size:
                raise SystemExit(f"bench: the folder holds a scene of {known['size']} districts, not {size}")
            site.tokens.update(known["tokens"])
            self.accepting = Community(site, "signing", 2)
            self.light = Community(site, "light", 2)
            self.heavy = [Community(site, f"heavy {number}", 600) for number in range(HEAVY)]
            self.tokens = {(login, district): token for login, district, token in known["copies"]}
            note("waiting until the jobs have nothing to do")
            settled(site)
            return
        note("taking four communities through the rules")
        self.accepting = signing(site, "signing")
        self.light = under_way(site, "light", 2)
        self.heavy = [under_way(site, f"heavy {number}", 600) for number in range(HEAVY)]
        status, answer = site.call("POST", "/v1/demo/clock", body={"now": NOW, "back": True})
        if status != 200:
            raise SystemExit(f"bench: the clock: {answer!r}")
        for login in ("street", "builder", "resident", "designer"):
            site.token(login)
        settled(site)
        works_on, waits = Programme(site, self.light.project), Programme(site, self.accepting.project)
        self.tokens = works_on.people(UNDER_WAY, districts, ("street", "builder", "resident"))
        self.tokens |= waits.people(SIGNING, signing_districts, ("designer",))
        note(f"copying two of them into {(districts + signing_districts) * PER_DISTRICT} projects")
        works_on.copy(1, districts * PER_DISTRICT, UNDER_WAY, without=LEDGERS)
        waits.copy(1, signing_districts * PER_DISTRICT, SIGNING, without=LEDGERS | {"ledger.entry", "app.paper"})
        note("waiting until the jobs have nothing to do")
        settled(site)
        note("vacuum, analyze")
        site.sql("vacuum analyze")
        with open(kept, "w") as file:
            json.dump({"size": size, "tokens": site.tokens,
                       "copies": [[*key, token] for key, token in self.tokens.items()]}, file)
