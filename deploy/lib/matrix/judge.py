"""The authorization matrix (权限矩阵): asks everything of everybody, and compares with what the policy says.

  judge.py SCENE http [--full]   every role × endpoint × relation × state, over HTTP; results go beside the scene
  judge.py SCENE sql [--full]    every role × table × command by raw SQL, then the mutants; ends with both parts' line

Without --full a seeded sample of the mutants and of the endpoints is tried, all tables are.
"""
import json
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import http_probes  # noqa: E402
import sql_probes  # noqa: E402
from policy import Policy  # noqa: E402


def main():
    scene = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    beside = pathlib.Path(sys.argv[1] + ".http")
    part, full = sys.argv[2], "--full" in sys.argv
    policy, chance = Policy(), random.Random(20261123)
    if part == "http":
        found = http_probes.run(scene, policy, chance, full)
        beside.write_text(json.dumps(found), encoding="utf-8")
    else:
        found = sql_probes.run(scene, policy, chance, full)
    for line in found["mismatches"][:60]:
        print("mismatch:", line)
    for line in found["survivors"][:60]:
        print("survivor:", line)
    print(f"matrix {part}: {found['probes']} probes, {len(found['mismatches'])} mismatches; "
          f"{found['mutants']} mutants, {len(found['survivors'])} survivors"
          + (f", {found['second']} noticed only with the wall before them taken down" if found.get("second") else ""))
    if part == "sql":
        http = json.loads(beside.read_text(encoding="utf-8"))
        print(f"matrix: {found['probes'] + http['probes']} probes, "
              f"{len(found['mismatches']) + len(http['mismatches'])} mismatches; "
              f"{found['mutants'] + http['mutants']} mutants, "
              f"{len(found['survivors']) + len(http['survivors'])} survivors")
    return 1 if found["mismatches"] or found["survivors"] else 0


if __name__ == "__main__":
    sys.exit(main())
