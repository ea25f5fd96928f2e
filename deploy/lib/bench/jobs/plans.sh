#!/usr/bin/env bash
# How taking and ending jobs goes as millions wait: two databases of a PostgreSQL of its own, measured in turn. One line of
# JSON.   plans.sh PROGRAM ROWS
set -euo pipefail
program=$(realpath "$1")
rows=$2
export YANSHOU_SQL="$PWD/sql"
cd "$(dirname "$0")"
PGBENCH_DIR="$(mktemp -d /var/tmp/yanshou-plans-XXXXXX)"
export PGBENCH_DIR PGBENCH_PORT="${PGBENCH_PORT:-5546}"
trap './cluster.sh destroy >&2 || true' EXIT
./cluster.sh start >&2
dsn() { echo "postgresql://bench@127.0.0.1:$PGBENCH_PORT/$1"; }
for name in plans_small plans_large; do
    psql -qX "$(dsn postgres)" -c "create database $name"
    BENCH_DSN="$(dsn $name)" "$program" setup >&2
done
BENCH_DSN_SMALL="$(dsn plans_small)" BENCH_DSN="$(dsn plans_large)" "$program" plans "$rows"
