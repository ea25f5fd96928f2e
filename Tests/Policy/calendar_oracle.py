#!/usr/bin/env python3
"""Compares calendar.csv with the package chinesecalendar, day by day.

Exit status: 0 no difference, 1 differences, 3 the package is not installed (never counted as passed).
"""
import csv
import datetime
import pathlib
import sys

try:
    import chinese_calendar
except ImportError:
    print("chinesecalendar is not installed: pip install chinesecalendar", file=sys.stderr)
    sys.exit(3)

root = pathlib.Path(__file__).resolve().parents[2]
pack = root / "Sources" / "Policy" / "Packs" / "000000-national"
with open(pack / "calendar.csv", encoding="utf-8", newline="") as file:
    exceptions = {row["date"]: row["kind"] for row in csv.DictReader(file)}
with open(pack / "calendar-notices.csv", encoding="utf-8", newline="") as file:
    years = sorted(int(row["year"]) for row in csv.DictReader(file))

differences = 0
compared = 0
day = datetime.date(years[0], 1, 1)
while day.year <= years[-1]:
    kind = exceptions.get(day.isoformat())
    ours = kind == "work" if kind else day.weekday() < 5
    try:
        theirs = chinese_calendar.is_workday(day)
    except NotImplementedError:
        print(f"{day.year}: not known to chinesecalendar", file=sys.stderr)
        sys.exit(1)
    if ours != theirs:
        differences += 1
        print(f"{day}: ours {'work' if ours else 'off'}, theirs {'work' if theirs else 'off'}")
    compared += 1
    day += datetime.timedelta(days=1)

print(f"calendar: {compared} days of {years[0]}-{years[-1]} compared, {differences} differences")
sys.exit(1 if differences else 0)
