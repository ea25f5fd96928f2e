"""Our medians over each peer's of the same run: one line of JSON."""
import json
import sys

medians, extra = {}, {}
for line in open(sys.argv[1]):
    try:
        found = json.loads(line)
    except ValueError:
        continue
    if "median" in found:
        medians[found["scenario"], found["system"]] = found["median"]
        extra[found["scenario"], found["system"]] = found
ratios = {}
for (scenario, system), median in medians.items():
    if system == "ours":
        continue
    ours = medians.get((scenario, "ours"))
    if ours and median and median > 0:
        ratios.setdefault(scenario, {})["ours/" + system] = round(ours / median, 3)
one, two = medians.get(("drain-1w", "ours")), medians.get(("drain-2w", "ours"))
if one and two:
    ratios["two_workers_over_one"] = round(two / one, 3)
print(json.dumps({"ratios": ratios}), flush=True)
