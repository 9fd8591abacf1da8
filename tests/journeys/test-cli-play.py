#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The command line: everything that a session would bring, moment by moment. All routines with
# FASCIA_TEST_LONG, some without.

import concurrent.futures
import json
import os
import re

from fascia_cli import Tap, check, equal

CHIMES = {"start": "start", "half": "half", "count": "count", "side": "switch", "set": "switch",
          "end": "end", "finished": "end"}
WAYS = {"ready", "rest", "side"}
# At a calm pace.
SECONDS_A_WORD = 0.45


def answers(home, *codes):
    file = home.path / "answers.json"
    file.write_text(json.dumps({"answers": codes}))
    return str(file)


def library(home):
    found = json.loads(home.ok("routines", "--json"))
    tools = [word for tool in found["tools"] for word in ("--tool", tool["code"])]
    return found["routines"], tools


def check_times(session):
    """Each part lasts as long as it says, one after the other; the work is that of the steps."""
    name, events = session["routine"], session["events"]
    due, work = 0, 0
    for event in events:
        if event["lasts"]:
            equal(event["ms"], due, f"{name}: {event['event']} of step {event['entry'] + 1}")
            due += event["lasts"]
            work += event["lasts"] if event["event"] == "start" else 0
        check(event["ms"] <= due, f"{name}: {event['event']} lies inside its part")
    equal(session["ms"], due, f"{name}: the whole time")
    equal(events[-1]["event"], "finished", f"{name}: the last moment")
    equal(events[-1]["ms"], due, f"{name}: the end")
    equal(work, 1000 * sum(entry["sets"] * entry["seconds"] for entry in session["entries"]),
          f"{name}: work")


def check_words(session):
    """What is said has time, names its side, and has the chime that belongs to it."""
    name = session["routine"]
    for event in session["events"]:
        entry = session["entries"][event["entry"]]
        what = f"{name}, step {event['entry'] + 1}, {event['event']}"
        equal(event["step"], entry["step"], what)
        equal(event["side"], entry["side"], what)
        # The last hold and the session end with one chime.
        is_last = event["event"] == "end" and event["ms"] == session["ms"]
        equal(event["chime"], None if is_last else CHIMES.get(event["event"]), f"chime of {what}")
        words = event["words"] or ""
        check("  " not in words and words == words.strip(), f"words of {what}: {words!r}")
        if event["event"] in WAYS:
            check(entry["title"] in words, f"{what} says its title: {words}")
            check(event["lasts"] >= 1000 * len(words.split()) * SECONDS_A_WORD + 3000,
                  f"{what}: time for {words!r}")
            for side in ("left", "right"):
                equal(f"{side.title()} " in words, entry["side"] == side or (
                    entry["side"] == "midline" and len(entry["places"]) == 1
                    and entry["places"][0].endswith(side)), f"{side} in {what}: {words}")
        if event["event"] == "start":
            equal((words, event["cue"]), (event["cue"], words), f"cue of {what}")
            check(words, f"{what} has a cue")


def check_order(session):
    """Steps, sets and sides come in order; half and counting belong to their hold."""
    name, last = session["routine"], (0, 0)
    for event in session["events"]:
        place = (event["entry"], event["set"])
        check(place >= last, f"{name}: {place} after {last}")
        last = place
    starts = [(event["entry"], event["set"]) for event in session["events"] if event["event"] == "start"]
    equal(starts, [(i, k) for i, entry in enumerate(session["entries"]) for k in range(entry["sets"])],
          f"{name}: holds")
    counts = [event["value"] for event in session["events"]
              if event["event"] == "count" and event["state"] != "hold"]
    check(counts == [3, 2, 1] * (len(counts) // 3), f"{name}: counted in")


def every_routine(home):
    """Every routine can be played: times add up, words have time, sides are said."""
    routines, tools = library(home)
    file = answers(home)
    check(len(routines) >= 100, f"{len(routines)} routines")
    if "FASCIA_TEST_LONG" not in os.environ:
        routines = routines[::17]

    def play(routine):
        return json.loads(home.ok("play", routine["id"], "--dry-run", "--json", "--answers", file, *tools))

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for routine, session in zip(routines, pool.map(play, routines)):
            name = routine["id"]
            equal(session["routine"], name, "id")
            equal(session["held_back"], [], f"{name}: nothing is held back")
            equal(session["seconds"], routine["seconds"], f"{name}: as long as the library says")
            check_times(session)
            check_words(session)
            check_order(session)
            # Getting ready and what is said are all that comes on top.
            ways = [event["lasts"] for event in session["events"] if event["event"] in WAYS]
            check(0 <= session["ms"] - 1000 * session["seconds"] <= sum(ways), f"{name}: time on top")
            check(all(8000 <= way <= 40000 for way in ways), f"{name}: ways of {ways}")
    equal(home.digest(), {}, "nothing is written")


def gate(home):
    """What the safety check holds back is not played, and said with its reason."""
    routines, tools = library(home)
    name = next(routine["id"] for routine in routines if routine["pressure_seconds"] > 200)
    pressing = {step["id"] for step in json.loads(home.ok("routines", "--json"))["steps"] if step["presses"]}

    open_session = json.loads(home.ok("play", name, "-nj", "-a", answers(home), *tools))
    check({entry["step"] for entry in open_session["entries"]} & pressing, f"{name} presses")
    for arguments in ((), ("--answers", answers(home, "clot"))):
        session = json.loads(home.ok("play", name, "--dry-run", "--json", *arguments, *tools))
        check(not {event["step"] for event in session["events"]} & pressing, f"{arguments}: {name} presses")
        check(session["held_back"], f"{arguments}: held back")
        for entry in session["held_back"]:
            check(any(reason["holds_back"] and reason["text"].endswith(".") for reason in entry["reasons"]),
                  f"{arguments}: reason of {entry['step']}")
        text = home.ok("play", name, "--dry-run", *arguments, *tools)
        check("Held back:" in text and session["held_back"][0]["reasons"][0]["text"] in text, text)
    file = home.path / "signs.json"
    file.write_text(json.dumps({"answers": [], "signs": ["saddle"]}))
    kinds = {step["id"]: step["kind"] for step in json.loads(home.ok("routines", "--json"))["steps"]}
    session = json.loads(home.ok("play", name, "-nj", "-a", str(file), *tools))
    check(all(kinds[entry["step"]] in ("rest", "breathe") for entry in session["entries"]), "a warning sign")


def marked(home):
    """Only the marked side is played, the worse one first."""
    name = "shoulder-tops-hands"
    file = answers(home)

    def sides(*places):
        arguments = [word for place in places for word in ("--place", place)]
        session = json.loads(home.ok("play", name, "-nj", "-a", file, *arguments))
        check_words(session)
        return [entry["side"] for entry in session["entries"] if "shoulder-top" in str(entry["places"])
                and entry["side"] != "midline"]

    equal(set(sides("shoulder-top-right")), {"right"}, "one side")
    equal(sides("shoulder-top-right", "shoulder-top-left")[:2], ["right", "left"], "the worse one first")
    equal(sides("shoulder-top-left", "shoulder-top-right")[:2], ["left", "right"], "the other way round")
    equal(set(sides()), {"left", "right"}, "nothing is marked")


def lines(home):
    """The moments can be read: time, kind, chime and words in columns, at most 100 wide."""
    file = answers(home)
    text = home.ok("play", "neck-evening", "--dry-run", "--answers", file)
    session = json.loads(home.ok("play", "neck-evening", "--dry-run", "--json", "--answers", file))
    check(text.splitlines()[0].endswith("(neck-evening)"), "title and id")
    for line in text.splitlines():
        check(len(line) <= 100 or not line.startswith("  "), f"a long line: {line}")
        equal(line, line.rstrip(), "no blanks at the end")
    shown = re.findall(r"^ +(\d+):(\d\d)  \S", text, re.MULTILINE)
    times = [60 * int(minutes) + int(seconds) for minutes, seconds in shown]
    equal(times, sorted(times), "in order")
    check({60 * int(m) + int(s) for m, s in shown}
          >= {event["ms"] // 1000 for event in session["events"] if event["event"] != "count"}, "every moment")
    for number, entry in enumerate(session["entries"], 1):
        check(re.search(rf"^ ?{number}  {re.escape(entry['title'])}", text, re.MULTILINE), f"step {number}")
    words = re.sub(r"\n {31}", " ", text)
    for event in session["events"]:
        check(event["words"] is None or event["words"] in words, f"{event['words']} in {words}")


def refusals(home):
    """An unknown routine is named, with those near it; options need --dry-run."""
    home.refused(1, "play", "neck-evning", "--dry-run", says="did you mean neck-evening")
    home.refused(1, "play", "neck-evning", says="did you mean neck-evening")
    home.refused(1, "play", "zzzzzzzzzzzzzzzz", "--dry-run", says="fascia routines")
    home.refused(1, "play", "x" * 300, "-n", says="fascia routines")
    home.refused(1, "play", "", "-n", says="There is no routine")
    home.refused(1, "play", "neck-evening", "-n", "--place", "nowhere", says="nowhere")
    home.refused(1, "play", "neck-evening", "-n", "--place", "jaw-left=3", says="a level")
    home.refused(1, "play", "neck-evening", "-n", "--posture", "handstand", says="handstand")
    home.refused(2, "play", says="one routine")
    home.refused(2, "play", "neck-evening", "neck-in-bed", "-n", says="one routine")
    home.refused(2, "play", "neck-evening", "--json", says="--dry-run")
    home.refused(2, "play", "neck-evening", "--minutes", "0", "-n", says="--minutes")
    check("a few" not in home.ok("play", "--help"), "help opens no window")
    equal(home.digest(), {}, "nothing is written")


def without_display(home):
    """Without a display the window says so, after the routine was looked for."""
    status, out, err = home.run("play", "neck-evening")
    check(status != 0 and out == "" and err, f"{status}: {out}{err}")


Tap().run(
    every_routine,
    gate,
    marked,
    lines,
    refusals,
    without_display,
)
