#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The command line: what the safety check leaves open, for the journal's answers and for a file's.

import csv
import json
import os
import pathlib
import sqlite3

from fascia_cli import Tap, check, equal

N_STEPS = 98
N_TESTS = 18


def table(name):
    path = pathlib.Path(os.environ["FASCIA_TEST_DATA"], name)
    lines = [line for line in path.read_text().splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


def judge(home, answers):
    """The verdicts for answers from a file, by id."""
    (home.path / "answers.json").write_text(json.dumps(answers))
    told = json.loads(home.ok("safety", "--json", "--answers", "answers.json"))
    equal(len(told["steps"]), N_STEPS, "steps")
    equal(len(told["tests"]), N_TESTS, "tests")
    for one in told["steps"] + told["tests"]:
        check(one["verdict"] in ("open", "adapted", "held-back"), f"verdict of {one['id']}")
        equal(one["verdict"] == "open", one["reasons"] == [], f"reasons of {one['id']}")
        for reason in one["reasons"]:
            check(reason["text"].endswith((".", "”.")), f"sentence {reason['text']}")
    return told, {one["id"]: one for one in told["steps"] + told["tests"]}


def empty(home):
    """Without a journal nothing is answered: nothing presses, all else is open."""
    told = json.loads(home.ok("safety", "--json"))
    equal(told["answered"], None, "answered")
    check(told["due"], "due")
    steps = {row["id"]: row for row in table("safety-steps.csv")}
    for one in told["steps"] + told["tests"]:
        step = steps[one["id"]]
        presses = step["pressure"] != "0" and step["kind"] not in ("rest", "breathe")
        equal(one["verdict"], "held-back" if presses else "open", one["id"])
    check(not home.data.exists(), "no journal was made")
    text = home.ok("safety")
    check("The safety questions are not answered yet." in text, "text")
    check("held back" in text.splitlines()[-2], "sum")


def none(home):
    """None of these: everything is open."""
    told, by_id = judge(home, {"answers": []})
    check(not told["due"], "due")
    equal({one["verdict"] for one in by_id.values()}, {"open"}, "verdicts")


def kinds(home):
    """Each condition holds back the kinds that it forbids everywhere, and never rest."""
    steps = {row["id"]: row for row in table("safety-steps.csv")}
    for row in table("safety-conditions.csv"):
        if row["regions"] != "*" or row["from_day"] != "0":
            continue
        _, by_id = judge(home, [row["id"]])
        for name, one in by_id.items():
            kind = steps[name]["kind"]
            if kind in row["forbids_kinds"].split(";"):
                equal(one["verdict"], "held-back", f"{name} with {row['id']}")
                equal(one["reasons"][0]["condition"], row["id"], f"reason of {name}")
            if kind == "rest":
                check(one["verdict"] != "held-back", f"{name} with {row['id']}")


def places(home):
    """A wound is left alone with a hand-width round it, and named with its place."""
    _, by_id = judge(home, [{"code": "wound", "region": "shoulder-blade-left"}])
    step = next(one for one in by_id.values()
                if {"shoulder-blade-left", "calf-upper-left"} & {at["place"] for at in one["places"]}
                and one["verdict"] == "held-back")
    check(any(at["verdict"] == "held-back" for at in step["places"]), "held back there")
    equal(step["reasons"][0]["place"], "shoulder-blade-left", "place of the reason")
    equal(by_id["r01"]["verdict"], "open", "the foot")


def days(home):
    """An injury runs through its days; what is not dated is of today."""
    def reasons(since):
        answer = {"code": "injury", "region": "calf-upper-left"}
        if since:
            answer["since"] = since
        _, by_id = judge(home, [answer])
        return {reason["condition"] for one in by_id.values() for reason in one["reasons"]}

    equal(reasons(None), {"acute-injury"}, "today")
    equal(reasons("2000-01-01"), {"injury-late"}, "long ago")
    equal(reasons("2199-01-01"), {"acute-injury"}, "still to come")


def signs(home):
    """With a warning sign of today only rest and breathing are left."""
    steps = {row["id"]: row for row in table("safety-steps.csv")}
    _, by_id = judge(home, {"answers": [], "signs": ["dvt"]})
    for name, one in by_id.items():
        calm = steps[name]["kind"] in ("rest", "breathe")
        equal(one["verdict"], "open" if calm else "held-back", name)
    told, by_id = judge(home, {"answers": ["of-a-later-version"], "answered": None})
    equal(told["answered"], None, "answered")
    equal({reason["kind"] for reason in by_id["r01"]["reasons"]}, {"unanswered", "unknown-code"},
          "reasons")


def journal(home):
    """The answers of the journal are those that are judged."""
    home.ok("log", "shoulder-top-left=3")
    with sqlite3.connect(home.journal) as db:
        db.execute("INSERT INTO condition (uid, stamp, origin, code, region, answered_ms) "
                   "VALUES (randomblob(16), 1, 1, 'lymphoedema', 'left', 0)")
        db.execute("INSERT INTO condition (uid, stamp, origin, code, cleared_day, answered_ms) "
                   "VALUES (randomblob(16), 1, 1, 'falls', 1, 0)")
        db.execute("INSERT INTO setting (key, value, stamp, origin) "
                   "VALUES ('safety.answered', '20000', 1, 1)")
    db.close()
    told = json.loads(home.ok("safety", "--json"))
    equal(told["answers"], [{"code": "lymphoedema", "region": None, "side": "left", "since": None,
                             "unsure": False}], "answers")
    equal(told["answered"], "2024-10-04", "answered")
    check(told["due"], "due")


def refused(home):
    """What makes no sense is refused with a sentence."""
    cases = {
        "no": "no JSON",
        "{": "no JSON",
        "3": "no list",
        '{"answers": {}}': "no list",
        "[3]": "no code",
        "[{}]": "no code",
        '[{"code": ""}]': "“code”",
        '[{"code": "wound", "since": "2026-02-30"}]': "“since”",
        '[{"code": "wound", "since": 3}]': "“since”",
        '[{"code": "wound", "side": "up"}]': "“side”",
        '[{"code": "wound", "colour": "red"}]': "“colour”",
        '[{"code": "wound", "unsure": "yes"}]': "“unsure”",
        '{"answered": "soon"}': "“answered”",
        '{"signs": "dvt"}': "“signs”",
        '{"signs": [1]}': "“signs”",
        '{"else": 1}': "“else”",
        '{"answers": ["falls"], "answers": []}': "“answers” is in the file twice",
        '{"answers": ["falls"], "an\\u0073wers": []}': "“answers” is in the file twice",
        '{"signs": ["dvt"], "answers": [], "signs": []}': "“signs” is in the file twice",
        '[{"code": "wound", "code": "falls"}]': "“code” is in the file twice",
        json.dumps(["x"] * 1001): "too many",
        "[" + " " * 300000 + "]": "too large",
        "[" * 200000: "no JSON",
        '{"answers":' * 20000: "no JSON",
    }
    for text, says in cases.items():
        (home.path / "answers.json").write_text(text)
        home.refused(1, "safety", "--answers", "answers.json", says=says)
    home.refused(1, "safety", "--answers", "nowhere.json", says="nowhere.json")
    os.mkfifo(home.path / "pipe")
    home.refused(1, "safety", "--answers", "pipe", says="no file")
    home.refused(2, "safety", "more")
    check("--answers" in home.ok("safety", "--help"), "help")


Tap().run(empty, none, kinds, places, days, signs, journal, refused)
