#!/usr/bin/env bash
# The queue beside its peers: makes their environments, starts a PostgreSQL of its own with stock durability, measures all
# of them in turn, stops it again. One line of JSON for each system and scenario, and one with our ratios.
set -euo pipefail
export YANSHOU_SQL
YANSHOU_SQL="$PWD/sql"
cd "$(dirname "$0")"
./setup.sh >&2
./cluster.sh start >&2
trap './cluster.sh stop >&2 || true' EXIT
home="${BENCH_HOME:-/var/tmp/yanshou-bench}"
mkdir -p "$home/results"
file="$home/results/run-$(date +%Y%m%d-%H%M%S).jsonl"
"$home/venv-procrastinate/bin/python" -B bench.py "$@" | tee "$file"
"$home/venv-procrastinate/bin/python" -B ratios.py "$file"
"$home/venv-procrastinate/bin/python" -B show.py "$file" >&2
