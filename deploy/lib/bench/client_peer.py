"""The peer of the client: asyncpg on uvloop, asked the same as Sources/ClientBench, one case a process."""

import argparse
import asyncio
import io
import json
import os
import random
import resource
import time

import asyncpg
import uvloop

COLUMNS = "id, code, name, state, version, amount_fen, began_on, updated_at"
INSERT = "insert into bench.fact (item, note, fen) values ($1, $2, $3)"
BATCH, ROWS = 100, 100_000


def spent():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


async def once(case, connection, key):
    if case == "point":
        tuple(await connection.fetchrow(f"select {COLUMNS} from bench.item where id = $1", key))
    elif case == "list":
        for row in await connection.fetch(f"select {COLUMNS} from bench.item where id > $1 order by id limit 50", key):
            tuple(row)
    elif case == "insert":
        # Its own transaction, in one round trip: the best it has.
        await connection.execute(INSERT, key, "现场记录 site record", key)
    elif case == "batch":
        await connection.executemany(INSERT, [(key + n, "现场记录 site record", key + n) for n in range(BATCH)])
    else:
        text = "".join(f"{n}\t水心小区 {n}\t{n * 100}\n" for n in range(ROWS))
        await connection.copy_to_table(
            "fact", schema_name="bench", columns=["item", "note", "fen"], source=io.BytesIO(text.encode()))


async def measure(chosen):
    # Connections are handed back as they are: its query that resets them is an expert's first saving.
    async def kept(connection):
        pass

    pool = await asyncpg.create_pool(
        os.environ["BENCH_DSN"], min_size=min(chosen.clients, chosen.connections), max_size=chosen.connections, reset=kept,
        server_settings={"jit": "off"})
    spans, begin = [], time.monotonic() + 1
    end, cpu = begin + chosen.seconds, None

    async def client(number):
        nonlocal cpu
        chance = random.Random(number)
        while (start := time.monotonic()) < end:
            if start >= begin and cpu is None:
                cpu = spent()
            async with pool.acquire() as connection:
                await once(chosen.case, connection, chance.randrange(chosen.items) + 1)
            if start >= begin:
                spans.append(time.monotonic() - start)

    await asyncio.gather(*(client(number) for number in range(chosen.clients)))
    counted, used = time.monotonic() - begin, spent() - cpu
    await pool.close()
    spans.sort()
    times = ROWS if chosen.case == "copy" else 1
    print(json.dumps({
        "rate": len(spans) * times / counted, "p50_us": spans[len(spans) // 2] * 1e6,
        "p99_us": spans[len(spans) * 99 // 100] * 1e6, "cpu_ns": used / (len(spans) * times) * 1e9,
        "rss_kb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("case", choices=["point", "list", "insert", "batch", "copy"])
    for name, usual in [("clients", 1), ("seconds", 3), ("connections", 8), ("items", 100_000)]:
        options.add_argument("--" + name, type=int, default=usual)
    uvloop.run(measure(options.parse_args()))


if __name__ == "__main__":
    main()
