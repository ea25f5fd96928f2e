"""Compares what our rules answer with what the packages of others say: working days, unified social credit codes.

Usage: oracles.py PROGRAM; the rules answer through PROGRAM's `policy ask --batch`. A package that is not
there is an error, never a pass.
"""

import datetime
import json
import random
import subprocess
import sys

import chinese_calendar
from stdnum.cn import uscc

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
#: Characters that a code may not have, and one that is no letter of ours at all.
STRANGERS = "IOSVZ一"


def ask(program, questions):
    """The answers to (question, facts), in their order, all in one batch."""
    lines = "".join(
        json.dumps({"id": number, "question": question, "facts": facts}, ensure_ascii=False) + "\n"
        for number, (question, facts) in enumerate(questions))
    done = subprocess.run(
        [program, "policy", "ask", "--batch", "-"], input=lines.encode(), capture_output=True, check=True)
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    if [answer["id"] for answer in answers] != list(range(len(questions))):
        sys.exit(f"oracles: {len(answers)} answers to {len(questions)} questions")
    return [answer.get("answer", answer) for answer in answers]


def theirs_works(day):
    """Whether a day is worked; None in a year that the package does not know."""
    try:
        return chinese_calendar.is_workday(day)
    except NotImplementedError:
        return None


def calendar(program):
    """Every day of the loaded years: the first working day after the day before is the day itself, or it is none.

    The years before and after are unknown to both.
    """
    first, last = datetime.date(2004, 1, 1), datetime.date(2026, 12, 31)
    days = [first + datetime.timedelta(days=n) for n in range(-1, (last - first).days + 2)]
    answers = ask(program, [
        ("deadline_workdays", {"start": (day - datetime.timedelta(days=1)).isoformat(), "workdays": 1})
        for day in days])
    wrong = []
    for day, answer in zip(days, answers):
        if answer.get("determination") == "calendar_not_loaded":
            ours = None
        else:
            ours = answer["effective"] == day.isoformat()
        if ours != theirs_works(day):
            wrong.append(f"{day}: ours {ours}, theirs {theirs_works(day)}")
    return len(days) - 2, wrong


def codes(program):
    """Valid codes, each of their single-character mutations, and what has not their form at all."""
    chance = random.Random(32100)
    whole = []
    for _ in range(60):
        body = "".join(chance.choice("0123456789") for _ in range(8))
        body += "".join(chance.choice(ALPHABET) for _ in range(9))
        whole.append(body + uscc.calc_check_digit(body))
    mutated = [
        code[:place] + other + code[place + 1:]
        for code in whole[:12] for place in range(18) for other in ALPHABET + STRANGERS if other != code[place]]
    swapped = [
        code[:place] + code[place + 1] + code[place] + code[place + 2:]
        for code in whole for place in range(17) if code[place] != code[place + 1]]
    formless = [code[:length] for code in whole[:10] for length in range(1, 18)] + [code + "0" for code in whole]
    asked = whole + mutated + swapped + formless
    wrong = []
    for code, answer in zip(asked, ask(program, [("uscc", {"code": code}) for code in asked])):
        ours = answer["determination"] == "valid"
        # Their first eight places are digits; the standard lets the first two be letters, as do we.
        narrower = any(place in ALPHABET[10:] for place in code[:2]) and code[2:8].isdecimal()
        theirs = uscc.is_valid(code)
        if ours != theirs and not (narrower and ours and uscc.calc_check_digit(code[:17]) == code[17:]):
            wrong.append(f"{code}: ours {'valid' if ours else 'invalid'}, theirs {'valid' if theirs else 'invalid'}")
        if len(code) >= 17 and set(code[:17]) <= set(ALPHABET):
            if answer.get("expected_check") != uscc.calc_check_digit(code[:17]):
                wrong.append(f"{code}: the check is {uscc.calc_check_digit(code[:17])}, ours says {answer}")
    return len(whole), len(asked) - len(whole), wrong


def main():
    program = sys.argv[1]
    days, wrong_days = calendar(program)
    good, bad, wrong_codes = codes(program)
    for line in (wrong_days + wrong_codes)[:40]:
        print(f"oracles: {line}", file=sys.stderr)
    print(f"oracles: {days} days of 2004-2026, {len(wrong_days)} differences from chinesecalendar; "
          f"{good} credit codes and {bad} spoiled ones, {len(wrong_codes)} differences from python-stdnum")
    return 1 if wrong_days or wrong_codes else 0


if __name__ == "__main__":
    sys.exit(main())
