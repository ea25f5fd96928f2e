"""The walk: one community's renovation under Lucheng's rules, from the approved scheme to the closed project."""

import argparse
import json
import pathlib
import sys
import tempfile
import uuid

sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "demo-data"))

import acceptance  # noqa: E402
import closing  # noqa: E402
import handover  # noqa: E402
import projects  # noqa: E402
import tendering  # noqa: E402
import works  # noqa: E402
from description import Description, Deviates  # noqa: E402
from insist import InsistingSite, InsistingWalk  # noqa: E402
from site_client import BrokenOff, Left, Site, Unexpected, Walk, wait_until_ready  # noqa: E402

HERE = pathlib.Path(__file__).parent
CHAPTERS = [projects.walk, tendering.walk, works.walk, acceptance.walk, handover.walk, closing.walk]


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--site", default="http://127.0.0.1:8380")
    options.add_argument("--program", required=True, help="the yanshoud program")
    options.add_argument("--cli", help="the yanshou program")
    options.add_argument("--state", required=True)
    options.add_argument("--database-port", type=int, default=5433)
    options.add_argument("--payers", type=int, default=600, help="in how many parts the residents' money comes")
    options.add_argument("--run", help="the name of this walk, where it is not to be drawn")
    options.add_argument("--stop-after", type=int, help="break off behind this step, as a walk does that is killed")
    options.add_argument("--leave", choices=["works"], help="leave the community in the middle of its works")
    options.add_argument("--closing", help="write the last line to this file too, for whoever prints more behind it")
    options.add_argument("--insist", help="ask again through every outage, and write what was answered to this file")
    chosen = options.parse_args()
    if not wait_until_ready(chosen.site, 60):
        print("the service does not answer", file=sys.stderr)
        return 1
    site = (InsistingSite if chosen.insist else Site)(chosen.site, Description(chosen.site))
    person = InsistingWalk if chosen.insist else Walk
    # Every walk is a community of its own, so that it may be done again beside the ones before it, also where one of
    # them broke off: nothing of its identity is counted.
    run = chosen.run or uuid.uuid4().hex[:6]
    walk = person(site, chosen.program, chosen.state, chosen.database_port, run=f"run {run}")
    walk.cli, walk.run, walk.payers = chosen.cli, run, chosen.payers
    walk.stop_after, walk.leave_at = chosen.stop_after, chosen.leave
    walk.data = json.loads((HERE.parent / "demo-data" / "scheme.json").read_text(encoding="utf-8"))
    roster = json.loads((HERE.parent / "demo-data" / "roster.json").read_text(encoding="utf-8"))
    walk.units = {unit["name"]: unit["id"] for unit in roster["organisations"]}
    walk.people = {person["login"]: person["id"] for person in roster["people"]}
    walk.roster = {person["login"]: person for person in roster["people"]}
    walk.project = walk.id("project")
    try:
        with tempfile.TemporaryDirectory(prefix="yanshou-devices-") as devices:
            walk.devices = devices
            for chapter in CHAPTERS:
                chapter(walk)
        if chosen.insist:
            site.replay()
            site.write_history(chosen.insist)
            print(f"insist: {len(site.writes)} writes, {site.outages} tries that met an outage")
    except Left:
        print(f"left: {chosen.site}/p/{walk.project}")
        print(f"left: {chosen.site}/p/{walk.project}/report")
        return 0
    except BrokenOff:
        print(f"\nwalk: broken off behind step {walk.steps}", flush=True)
        return 9
    except (Unexpected, Deviates) as failure:
        print(f"\nNOT AS EXPECTED: {failure}", file=sys.stderr)
        return 1
    judged = site.description
    print(f"\ndescription: {judged.answers} answers of {len(judged.judged)} operations fit it; "
          f"{len(judged.probed)} writes refused a stale version")
    print(f"项目页：{chosen.site}/p/{walk.project}")
    last = f"walk: {walk.steps} steps, {walk.refusals} refusals, all as expected"
    print(last)
    if chosen.closing:
        pathlib.Path(chosen.closing).write_text(last + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
