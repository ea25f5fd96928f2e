"""The inspectors' program: how fast it starts, how fast it checks a large dossier without a network, how large it is."""

import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time

from scene import Community, acceptance, break_off, projects, tendering, works
from service import note

PAPERS, TIMES = 2000, 25


def certificate(site):
    """A certificate over a dossier of two thousand papers, made by the walk; its file and the key that sealed it."""
    file, key = pathlib.Path(site.folder, "certificate.json"), pathlib.Path(site.folder, "certificate.pub")
    if file.exists() and key.exists():
        return str(file), str(key)
    note(f"taking a community to its certificate, over {PAPERS} papers")

    class Certifying(Community):
        def command(self, login, *arguments, **more):
            if arguments[0] == "verify":
                shutil.copy(arguments[1], file)
                shutil.copy(arguments[3], key)
                break_off()
            return super().command(login, *arguments, **more)

    community = Certifying(site, "certificate", 2)
    community.cli = site.cli
    freeze = acceptance.dossier

    def with_papers(walk, round_id, words, key="first"):
        if words == "第三次":
            site.sql(f"""
                set session_replication_role = replica;
                create temp table one as select * from app.paper where project_id = '{walk.project}'
                    and sha256 is not null limit 1;
                insert into app.file select district, sha256(n::text::bytea), media_type, n::text::bytea
                    from (select * from app.file where sha256 in (select sha256 from one) and district = 1 limit 1) f,
                        generate_series(1, {PAPERS}) n on conflict do nothing;
                update one set kind = kind;
                do $$ begin for n in 1..{PAPERS} loop
                    update one set paper_id = md5('{walk.project}' || n)::uuid, title = '资料 ' || n,
                        sha256 = sha256(n::text::bytea);
                    insert into app.paper select * from one;
                end loop; end $$;""")
        return freeze(walk, round_id, words, key)

    acceptance.dossier = with_papers
    try:
        with tempfile.TemporaryDirectory(prefix="yanshou-devices-") as devices:
            community.devices = devices
            community.go(projects.walk, tendering.walk, works.walk, acceptance.walk)
    finally:
        acceptance.dossier = freeze
    if not file.exists():
        raise SystemExit("bench: the walk did not come to its certificate")
    return str(file), str(key)


def timed(case, command, most, want=0):
    times = []
    for _ in range(TIMES):
        begin = time.perf_counter()
        done = subprocess.run(command, capture_output=True)
        times.append((time.perf_counter() - begin) * 1000)
        if done.returncode != want:
            raise SystemExit(f"bench: {case} ended with {done.returncode}: {done.stderr[-500:]}{done.stdout[-500:]}")
    return {"case": case, "ours_ms": round(statistics.median(times), 1), "mark_ms": most,
            "range": [round(min(times), 1), round(max(times), 1)]}


def commands(site, emit):
    """The lines of the program's cases."""
    file, key = certificate(site)
    lines = [timed("yanshou --version", [site.cli, "--version"], 15),
             timed(f"yanshou verify, {PAPERS} papers", [site.cli, "verify", file, "--trust", key], 300)]
    lines[-1]["file_kb"] = round(os.path.getsize(file) / 1000)
    with tempfile.TemporaryDirectory() as folder:
        for program in (site.cli, site.program):
            stripped = shutil.copy(program, folder)
            subprocess.run(["strip", stripped], check=True)
            lines.append({"case": f"{os.path.basename(program)}, stripped",
                          "ours_mb": round(os.path.getsize(stripped) / 1e6, 1)})
        # What is carried to a community is to be small; the service stays where it is.
        lines[-2]["mark_mb"] = 40
    for line in lines:
        emit(line)
    return lines
