#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The command line: the library of routines, what is suggested, and what the safety check leaves open.

import contextlib
import json
import os
import re
import sqlite3

from fascia_cli import Tap, check, equal

KINDS = {"release", "stretch", "strengthen", "control", "move", "breathe", "rest"}
POSTURES = {"bed", "chair", "standing", "floor", "hands-and-knees"}
RULES = {"marked-now", "marked-lately", "linked", "planned", "helped", "general", "beside",
         "stopped"}
OTHER_SIDE = {"left": "right", "right": "left"}


def library(home):
    return json.loads(home.ok("routines", "--json"))


def whole_library(home):
    """The library as JSON: 98 steps, 40 routines and more, nothing that is not known."""
    found = library(home)
    steps = {step["id"]: step for step in found["steps"]}
    tools = {tool["code"]: tool["default"] for tool in found["tools"]}
    bases = {region["base"] for region in json.loads(home.ok("regions", "--json"))}
    equal(len(steps), 98, "steps")
    check(len(found["routines"]) >= 40, "routines")
    check({code for code, default in tools.items() if default} >= {"hands", "wall", "chair", "towel"},
          "what everybody has")
    for step in steps.values():
        name = step["id"]
        check(step["kind"] in KINDS and step["posture"] in POSTURES, f"kind and posture of {name}")
        check(step["regions"] and set(step["regions"]) <= bases, f"regions of {name}")
        check(set(step["tools"]) <= set(tools), f"tools of {name}")
        check(step["title"] and step["source"] and step["evidence"] in "ABC", f"source of {name}")
        check(step["variant_of"] is None or step["variant_of"] in steps, f"variant of {name}")
        dose = step["dose"]
        check(0 < dose["max_seconds"] <= 360, f"longest entry of {name}")
        check((dose["seconds_min"] > 0) != (dose["reps_min"] > 0), f"by time or by count: {name}")
        check(0 <= dose["target_min"] <= dose["target_max"] <= dose["cap"] <= 4, f"ceiling of {name}")
        equal(step["presses"], step["kind"] == "release" and step["grades"]["pressure"] == 2,
              f"whether {name} presses")
    for routine in found["routines"]:
        name = routine["id"]
        check(routine["title"] and routine["steps"], f"title and steps of {name}")
        check(all(item["step"] in steps for item in routine["steps"]), f"steps of {name}")
        check(0 < routine["pressure_seconds"] <= 600 or routine["pressure_seconds"] == 0,
              f"pressure of {name}")
        check(routine["seconds_one_side"] <= routine["seconds"], f"sides of {name}")
        check(set(routine["tools"]) <= set(tools), f"tools of {name}")
        check(not routine["own"] and not routine["own_steps"], f"{name} is a ready one")
    equal(home.digest(), {}, "nothing is written")


def searching(home):
    """Routines are found by words, place, posture, things and time; one of them shows its steps."""
    everything = {routine["id"]: routine for routine in library(home)["routines"]}

    def ids(*arguments):
        found = json.loads(home.ok("routines", "--json", *arguments))
        used = {item["step"] for routine in found["routines"] for item in routine["steps"]}
        equal({step["id"] for step in found["steps"]}, used, f"steps of {arguments}")
        return [routine["id"] for routine in found["routines"]]

    check(set(ids("neck")) < set(everything), "by a word")
    check(set(ids("neck", "evening")) <= set(ids("neck")), "by two words")
    calf = ids("--place", "calf-upper-left")
    equal(set(calf), {name for name, routine in everything.items() if "calf-upper" in routine["regions"]},
          "by a place")
    equal(ids("--place", "calf-upper"), calf, "a place without its side")
    check(set(ids("--place", "jaw", "--place", "calf-upper")) > set(calf), "either of two places")
    equal(set(ids("--posture", "bed")),
          {name for name, routine in everything.items() if "bed" in routine["postures"]}, "by posture")
    equal(set(ids("-p", "bed", "-p", "chair")),
          {name for name, routine in everything.items() if {"bed", "chair"} & set(routine["postures"])},
          "by one of two postures")
    equal(set(ids("--tool", "tennis-ball")),
          {name for name, routine in everything.items() if "tennis-ball" in routine["tools"]}, "by a thing")
    equal(set(ids("--minutes", "5")),
          {name for name, routine in everything.items() if routine["seconds"] <= 300}, "by time")
    equal(ids("no such routine anywhere"), [], "nothing")
    equal(home.ok("routines", "no such routine anywhere"), "No routine is like that.\n", "in words")

    one = next(iter(everything))
    text = home.ok("routines", one)
    check(text.splitlines()[0].endswith(f"({one})"), "the id beside the title")
    for item in everything[one]["steps"]:
        check(re.search(rf"^ +\d+  {item['step']}  ", text, re.MULTILINE), f"{item['step']} in {one}")
    shown = re.findall(r"^  ([a-z][a-z0-9-]*)  ", home.ok("routines"), re.MULTILINE)
    equal(sorted(shown), sorted(everything), "every routine once")


def suggest(home, *arguments):
    found = json.loads(home.ok("suggest", "--json", *arguments))
    for suggestion in found:
        name = suggestion["routine"]
        check(suggestion["rule"] in RULES and suggestion["rule_text"], f"rule of {name}")
        check(suggestion["why"].endswith(".") and suggestion["data"] and suggestion["checks"],
              f"reason, data and checks of {name}")
        check(suggestion["entries"], f"{name} has something to do")
        check(all(entry["verdict"] in ("open", "adapted") for entry in suggestion["entries"]),
              f"{name} has only what is open")
        check(all(entry["verdict"] == "held-back" and entry["reasons"]
                  for entry in suggestion["held_back"]), f"reasons of {name}")
        check(suggestion["pressure_seconds"] <= 600 and suggestion["seconds"] <= 1200, f"limits of {name}")
    equal([suggestion["score"] for suggestion in found],
          sorted((suggestion["score"] for suggestion in found), reverse=True), "best first")
    return found


def suggestions(home):
    """Suggestions follow what is marked, on the side it is marked, and press nothing unasked."""
    pressing = {step["id"] for step in library(home)["steps"] if step["presses"]}
    first = suggest(home)
    equal(len(first), 3, "three if not asked otherwise")
    check(all(suggestion["rule"] == "general" for suggestion in first), "nothing is marked")
    equal(home.digest(), {}, "no journal is made by asking")

    home.ok("log", "shoulder-top-left=6", "calf-upper-right=3")
    before = home.digest()
    found = suggest(home, "--limit", "0")
    check(len(found) > 10, "all of them")
    equal(found[0]["rule"], "marked-now", "rule")
    equal(found[0]["why"], "Left shoulder top: tight 6 today.", "reason")
    equal(found[0]["places"][0], "shoulder-top-left", "place")
    check(any("shoulder-top-left" in entry["places"] for entry in found[0]["entries"]), "it works there")
    for suggestion in found:
        check(not {entry["step"] for entry in suggestion["entries"]} & pressing,
              f"{suggestion['routine']} presses before the check was answered")
        check("The safety questions have no answer yet." in " ".join(suggestion["checks"]), "it says so")
    check(any(reason["kind"] == "unanswered" for suggestion in found
              for entry in suggestion["held_back"] for reason in entry["reasons"]), "what is held back")
    equal(found, suggest(home, "--limit", "0"), "asked twice")
    equal(home.digest(), before, "nothing is written")

    equal(found[:2], suggest(home, "--limit", "2"), "the best two")
    for suggestion in suggest(home, "--limit", "0", "--minutes", "4"):
        check(suggestion["seconds"] <= 240, f"{suggestion['routine']} in four minutes")
    for suggestion in suggest(home, "--limit", "0", "--posture", "bed"):
        check("bed" in suggestion["postures"], f"{suggestion['routine']} in bed: {suggestion['postures']}")
    for suggestion in suggest(home, "--limit", "0", "--gentle"):
        check(all(entry["cap"] <= 3 for entry in suggestion["entries"]), f"{suggestion['routine']} gently")


def other_side(home):
    """The other side gets the same, on the other side."""
    home.ok("log", "calf-upper-left=6")
    left = suggest(home, "--limit", "0")
    home.ok("log", "calf-upper-left=0", "calf-upper-right=6")
    right = suggest(home, "--limit", "0")
    sided = [suggestion for suggestion in left if suggestion["rule"] == "marked-now"]
    check(sided, "something for the calf")
    for one in sided:
        other = next(s for s in right if s["routine"] == one["routine"])
        swapped = [re.sub(r"-(left|right)$", lambda m: f"-{OTHER_SIDE[m[1]]}", place)
                   for place in one["places"]]
        equal(other["places"], swapped, f"places of {one['routine']}")
        equal(other["score"], one["score"], f"score of {one['routine']}")


def lines(home):
    """The suggestions can be read: number, title, reason, data, rule and checks."""
    home.ok("log", "jaw-right=5")
    text = home.ok("suggest")
    equal(re.findall(r"^(\d)\. ", text, re.MULTILINE), ["1", "2", "3"], "numbers")
    for piece in ("Right jaw: tight 5 today.", "What it rests on:", "Right jaw: tight 5, today",
                  "What is marked now comes first, the worst place before others.",
                  "Checked for all of them:"):
        check(piece in text, f"“{piece}” in:\n{text}")
    whole = home.ok("suggest", "--map")
    check(whole.startswith("From my map  (") and "Right jaw" in whole, whole)
    found = json.loads(home.ok("suggest", "--map", "--json"))
    equal(found["routine"]["id"], "map", "id")
    check(found["entries"], "it has something to do")
    home.ok("log", "jaw-right=0")
    equal(json.loads(home.ok("suggest", "--map", "--json")), None, "nothing is marked")


def safety(home):
    """The safety check for given answers: every step, open, adapted or held back with its reason."""
    steps = {step["id"]: step for step in library(home)["steps"]}
    file = home.path / "answers.json"

    def verdicts(answers):
        file.write_text(json.dumps(answers))
        found = json.loads(home.ok("safety", "--json", "--answers", str(file)))
        listed = {step["id"]: step for step in found["steps"]}
        equal(sorted(listed), sorted(steps), "every step")
        return listed

    none = verdicts({"answers": []})
    check(all(step["verdict"] != "held-back" for step in none.values()), "none of these")
    clot = verdicts({"answers": ["clot"]})
    held = {name for name, step in clot.items() if step["verdict"] == "held-back"}
    check(held, "a clot holds something back")
    check(all(clot[name]["reasons"] for name in held), "with a reason")
    check(all(clot[name]["verdict"] != "held-back" for name, step in steps.items()
              if step["kind"] == "rest"), "rest is always open")
    equal(home.digest(), {}, "nothing is written")


def wrong(home):
    """What is typed wrong is said in a sentence; nothing is done."""
    for arguments, status, says in (
        (("routines", "--minutes", "0"), 2, "“--minutes” takes a number from 1 to 120."),
        (("routines", "--place", "elbow-middle"), 1, "There is no place “elbow-middle”"),
        (("routines", "--place", "jaw-left=5"), 1, "“--place” takes a place alone"),
        (("routines", "--posture", "air"), 1, "There is no posture “air”"),
        (("routines", "--tool", "drum"), 1, "There is no thing “drum”"),
        (("suggest", "now"), 2, "“suggest” takes options only."),
        (("suggest", "--limit", "-1"), 2, "“--limit” takes a number from 0 on."),
        (("suggest", "--tool", "drum"), 1, "There is no thing “drum”"),
        (("suggest", "--posture", "air"), 1, "There is no posture “air”"),
    ):
        found, out, err = home.run(*arguments)
        equal((found, out), (status, ""), f"status of {arguments}")
        check(says in err and err.startswith("fascia: ") and err.count("\n") == 1, f"{arguments}: {err}")
    equal(home.digest(), {}, "nothing is made")


def practice_journal(home):
    """In a ten-year journal there is something to suggest from: sessions, and what came of them."""
    home.ok("demo", "--days", "800", str(home.data))
    sessions = json.loads(home.ok("list", "--kind", "session", "--limit", "0", "--json"))
    check(len(sessions) > 100, f"{len(sessions)} sessions")
    found = suggest(home, "--limit", "0")
    check(any(suggestion["effect"]["n"] >= 5 for suggestion in found), "an effect is known")
    check(any("of your entries" in " ".join(suggestion["data"]) for suggestion in found), "and told")


def gone(home):
    """A routine of one's own with a step that this version does not have is told, not made shorter."""
    home.ok("log", "calf-upper-left=7")
    [path] = [os.path.join(folder, "journal.db") for folder, _, files in os.walk(home.data)
              if "journal.db" in files]
    xml = ('<routine version="1"><title>Mine</title>'
           '<do step="q99"/><do step="m03"/><do step="r34"/></routine>')
    with contextlib.closing(sqlite3.connect(path)) as journal:
        [origin] = journal.execute("SELECT id FROM origin LIMIT 1").fetchone()
        journal.execute("INSERT INTO setting (key, value, stamp, origin) VALUES (?, ?, 1, ?)",
                        ("routine.own-mine", json.dumps(xml), origin))
        journal.commit()
    [mine] = [routine for routine in library(home)["routines"] if routine["own"]]
    equal(mine["id"], "own-mine", "it is there")
    [found] = [suggestion for suggestion in suggest(home, "--limit", "0")
               if suggestion["routine"] == "own-mine"]
    [row] = [entry for entry in found["held_back"] if entry["step"] == "q99"]
    equal([reason["kind"] for reason in row["reasons"]], ["unknown-step"], "the reason")


Tap().run(
    whole_library,
    searching,
    suggestions,
    other_side,
    lines,
    safety,
    wrong,
    gone,
    practice_journal,
)
