#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The command line and the whole diary: every kind of entry, finding, showing, changing, deleting.

import json

from fascia_cli import Tap, check, equal

DAY = "2026-01-05"


def newest(home):
    return home.entries()[0]


def log(home, *arguments, at="08:00"):
    """Writes an entry at a time of that day and gives it back, as JSON says it."""
    text = home.ok("log", *arguments, "--at", f"{DAY}T{at}", "--json")
    return json.loads(text)


def kinds(home):
    """Every kind comes back as it was said, and what is not said is not there."""
    entry = log(home, "--kind", "visit", "--minutes", "60", "--pressure", "0", "--rating", "10",
                "--before", "7", "--after", "4", "--therapist", "Anna", "--said", "breathe\n=1+1",
                "--area", "lower-back-right", "--area", "lower-back-left", "--technique",
                "cross-hand", "--tool", "hands", "--end", f"{DAY}T09:00", "--note", "good")
    equal(entry["kind"], "visit", "kind")
    equal(entry["visit"], {
        "minutes": 60, "pressure": 0, "rating": 10, "before": 7, "after": 4, "therapist": "Anna",
        "said": "breathe\n=1+1", "areas": ["lower-back-left", "lower-back-right"],
        "techniques": ["cross-hand"], "tools": ["hands"]}, "visit")
    equal(entry["end"], f"{DAY}T09:00:00+00:00", "end")
    entry = log(home, "--kind", "exercise", "--what", "Walk", "--minutes", "0", "--effort",
                "moderate", "--sets", "3", "--repetitions", "10", at="09:10")
    equal(entry["exercise"], {"what": "Walk", "minutes": 0, "effort": "moderate", "sets": 3,
                              "repetitions": 10}, "exercise")
    entry = log(home, "--kind", "treatment", "--what", "Heat", "--amount", "20 min", "--taken", "no",
                "--helped", "0", at="09:20")
    equal(entry["treatment"], {"what": "Heat", "amount": "20 min", "taken": False, "helped": 0},
          "treatment")
    entry = log(home, "--kind", "event", "--type", "injury", "--what", "stairs", "--until",
                "2026-01-09", at="09:30")
    equal(entry["event"], {"type": "injury", "what": "stairs", "until": "2026-01-09"}, "event")
    check("travel, other" in home.ok("log", "--help"), "every sort of event is in the help")
    entry = log(home, "--kind", "note", "--note", "only words", at="09:40")
    equal((entry["kind"], entry["note"]), ("note", "only words"), "note")
    check("visit" not in entry, "a note is no visit")
    entry = log(home, "--measure", "sleep=0", "--measure", "ftf=-12.5", "--measure",
                "headache=yes", at="09:50")
    equal(entry["kind"], "measurement", "values alone are a measurement")
    equal({(m["item"], m["side"], m["value"]) for m in entry["measurements"]},
          {("sleep", None, 0.0), ("ftf", None, -12.5), ("headache", None, 1.0)}, "values")
    for kind in ("visit", "exercise", "treatment", "event"):
        entry = log(home, "--kind", kind, at="10:00")
        given = {key: value for key, value in entry[kind].items() if value not in (None, [])}
        equal(given, {}, f"an empty {kind}")
    text = home.ok("list")
    for words in ("Visit: Anna, 60 min", "Said there: breathe =1+1", "tight 7 before", "until 09:00",
                  "Exercise: Walk", "moderate", "3 sets", "10 repetitions", "Treatment: Heat, 20 min",
                  "helped 0", "Event: injury, stairs, until 2026-01-09", "“only words”", "Sleep: 0"):
        check(words in text, f"{words!r} in {text}")
    check("10 entries" in home.ok("check"), "all of them are there")


def sides(home):
    """What is measured on one side, and where a visit was, never changes its side."""
    pairs = [("left", "right"), ("right", "left")]
    for number, (side, other) in enumerate(pairs):
        entry = log(home, "--measure", f"slr@{side}={60 + number}", at=f"08:0{number}")
        equal([(m["side"], m["value"]) for m in entry["measurements"]], [(side, 60.0 + number)], side)
        shown = home.ok("show", entry["entry"])
        check(f"{side.title()}, " in shown and other.title() not in shown, shown)
        entry = home.ok("edit", entry["entry"], "--measure", f"slr@{other}=7", "--json")
        equal({m["side"]: m["value"] for m in json.loads(entry)["measurements"]},
              {side: 60.0 + number, other: 7.0}, f"the {other} one beside it")
        entry = log(home, "--kind", "visit", "--area", f"shoulder-top-{side}", at=f"09:0{number}")
        equal(entry["visit"]["areas"], [f"shoulder-top-{side}"], "area")
        check(f"{side.title()} shoulder top" in home.ok("show", entry["entry"]), "its name")
        found = json.loads(home.ok("list", "--json", "--region", f"shoulder-top-{side}"))
        equal([e["entry"] for e in found], [entry["entry"]], f"found by its {side} alone")
    both = json.loads(home.ok("list", "--json", "--region", "shoulder-top"))
    equal(len(both), 2, "without a side both are found")


def tags(home):
    """Tags by code and by name, once each; unknown ones are refused and nothing is written."""
    entry = log(home, "sacrum=3", "--tag", "long-sitting", "--tag", "Long SITTING", "--tag", "stress")
    equal(entry["tags"], ["long-sitting", "stress"], "tags")
    before = home.digest()
    home.refused(1, "log", "sacrum=3", "--tag", "stress", "--tag", "nope", says="“nope”")
    home.refused(1, "edit", entry["entry"], "--tag", "nope", says="“nope”")
    equal(home.digest(), before, "nothing is written")
    changed = json.loads(home.ok("edit", entry["entry"], "--untag", "stress", "--tag", "screen",
                                 "--json"))
    equal(changed["tags"], ["long-sitting", "screen"], "changed")
    equal(len(json.loads(home.ok("list", "--json", "--tag", "screen"))), 1, "found by it")
    equal(json.loads(home.ok("list", "--json", "--tag", "stress")), [], "not by the old one")
    equal(home.ok("list", "--tag", "stress"), "No entry is like that.\n", "said so")
    codes = [tag["code"] for tag in json.loads(home.ok("tags", "--json"))]
    check("stress" in codes and len(codes) == len(set(codes)), f"list of tags: {codes}")


def lists_without_journal(home):
    """Tags and items are listed without a journal, and none is made."""
    items = json.loads(home.ok("items", "--json"))
    sleep = next(item for item in items if item["code"] == "sleep")
    equal((sleep["minimum"], sleep["maximum"], sleep["sided"]), (0.0, 10.0, False), "sleep")
    check(any(item["sided"] for item in items), "some have sides")
    text = home.ok("items")
    check(all(item["code"] in text for item in items), "text names all")
    check("stress" in home.ok("tags"), "tags")
    equal(home.digest(), {}, "nothing is written")


def ids(home):
    """An id is its unique beginning; too little of it, or of none, changes nothing."""
    names = []
    for number in range(12):
        names.append(log(home, f"sacrum={number % 11}", at=f"08:{number:02}")["entry"])
    lines = home.ok("list", "--limit", "0").splitlines()
    shown = [line.split()[2] for line in lines]
    equal(len(set(shown)), 12, "as many as there are")
    for name, beginning in zip(reversed(names), shown):
        check(name.startswith(beginning), f"{beginning} of {name}")
        equal(json.loads(home.ok("show", beginning, "--json"))["entry"], name, "found by what is shown")
        equal(json.loads(home.ok("show", name.upper().replace("-", ""), "--json"))["entry"], name,
              "without hyphens, in capitals")
    before = home.digest()
    home.refused(1, "delete", names[0][:4], says="several")
    home.refused(1, "delete", "ffffffff", says="no entry “ffffffff”")
    home.refused(1, "delete", names[0] + "0", says="no id")
    home.refused(1, "edit", names[0][:4], "--note", "x", says="several")
    equal(home.digest(), before, "nothing is changed")


def editing(home):
    """Only what is named changes; an empty value takes away; times keep their offset and their zone."""
    berlin = {"TZ": "Europe/Berlin"}
    home.ok("log", "sacrum=3", "neck-back-left", "--feeling", "dull", "--note", "before", "--at",
            "2026-01-05T08:00", "--end", "2026-01-05T08:30", "--tag", "stress", "--measure", "sleep=4",
            env=berlin)
    old = newest(home)
    equal(old["time"], "2026-01-05T08:00:00+01:00", "time")
    new = json.loads(home.ok("edit", old["entry"], "--note", "after", "--json",
                             env={"TZ": "America/New_York"}))
    equal(new, dict(old, note="after"), "the note alone")
    new = json.loads(home.ok("edit", old["entry"], "--at", "2026-01-04T23:30", "--json",
                             env={"TZ": "America/New_York"}))
    equal((new["time"], new["zone"]), ("2026-01-04T23:30:00+01:00", "Europe/Berlin"), "its own offset")
    equal(new["end"], "2026-01-05T00:00:00+01:00", "the end goes with it")
    equal(new["marks"], old["marks"], "places")
    new = json.loads(home.ok("edit", old["entry"], "--at", "2026-07-04T12:00+02:00", "--json"))
    equal((new["time"], new["zone"]), ("2026-07-04T12:00:00+02:00", "+02:00"), "another offset")
    new = json.loads(home.ok("edit", old["entry"], "--end", "", "--note", "", "--untag", "stress",
                             "--measure", "sleep=", "--json"))
    equal((new["end"], new["note"], new["tags"], new["measurements"]), (None, None, [], []),
          "taken away")
    equal(new["marks"], old["marks"], "places")
    before = home.digest()
    home.refused(1, "edit", old["entry"], "--pressure", "3", says="--pressure")
    home.refused(1, "edit", old["entry"], "--end", "2026-07-04T11:00", says="before the beginning")
    home.refused(1, "edit", old["entry"], "--at", "2200-01-01", says="2200-01-01")
    home.refused(1, "edit", old["entry"], "--untag", "nope", says="“nope”")
    equal(home.digest(), before, "nothing is changed")
    equal(json.loads(home.ok("show", old["entry"], "--json")), new, "show says the same")
    home.ok("check")


def deleting(home):
    """What is deleted is gone, the rest is untouched; for good means not a letter of it is left."""
    marker = "Zwetschgenkuchen"
    kept = log(home, "sacrum=3", "--note", "stays")
    gone = log(home, "sacrum=4", "--note", f"a {marker} here", at="09:00")
    also = log(home, "--kind", "visit", "--said", f"{marker} again", at="10:00")
    check(json.loads(home.ok("list", "--json", "--search", marker.lower()[:6])) != [], "found before")
    check(gone["entry"] in home.ok("delete", gone["entry"], "--for-good"), "says which")
    home.refused(1, "show", gone["entry"], says="no entry")
    home.ok("delete", log(home, "sacrum=5", at="11:00")["entry"])
    check("for good" in home.ok("delete", also["entry"], "--for-good"), "says how")
    equal([e["entry"] for e in home.entries()], [kept["entry"]], "the rest")
    equal(json.loads(home.ok("list", "--json", "--search", marker)), [], "not found")
    for path in home.data.rglob("*"):
        if path.is_file():
            check(marker.encode() not in path.read_bytes(), f"{marker} in {path.name}")
    home.ok("check")


def finding(home):
    """Filters join: kind, place, tag, days and words; the limit counts what is found."""
    for number in range(10):
        home.ok("log", "sacrum=3", "--at", f"2026-01-{number + 1:02}T08:00", "--note", f"day {number}")
    home.ok("log", "--kind", "event", "--what", "Größer Umzug", "--at", "2026-01-05T09:00")
    home.ok("log", "--kind", "note", "--note", "ein großer Tag", "--at", "2026-01-06T09:00", "--tag",
            "stress")

    def found(*arguments):
        return len(json.loads(home.ok("list", "--json", "--limit", "0", *arguments)))

    equal(found(), 12, "all")
    equal(found("--from", "2026-01-03", "--to", "2026-01-05"), 4, "days, both included")
    equal(found("--from", "2026-01-05", "--to", "2026-01-03"), 0, "no days")
    equal(found("--from", "2199-01-01"), 0, "days to come")
    equal(found("--kind", "event", "--kind", "note"), 2, "one kind or the other")
    equal(found("--kind", "event", "--region", "sacrum"), 0, "both conditions")
    equal(found("--region", "sacrum"), 10, "place")
    equal(found("--region", "tailbone"), 0, "another place")
    equal(found("--search", "gross"), found("--search", "GROSS"), "letter case")
    equal(found("--search", "umzug"), 1, "a word")
    equal(found("--search", "day 3"), 1, "two words")
    equal(found("--search", "\"3 day\""), 0, "a phrase")
    equal(found("--search", "'; DROP TABLE entry; --"), 0, "nonsense")
    equal(found("--search", "\"* NEAR( OR ^"), 0, "what the search would obey")
    equal(found("--search", "  "), 12, "blanks alone")
    equal(len(json.loads(home.ok("list", "--json", "--limit", "2", "--region", "sacrum"))), 2, "limit")
    check("12 entries" in home.ok("check"), "still all there")


def hostile(home):
    """Words that a terminal would obey do not reach it from any kind of entry."""
    evil = "\x1b[2Ja\u202eb\rc\x07"
    home.ok("log", "--kind", "visit", "--therapist", evil, "--said", evil, "--note", evil)
    home.ok("log", "--kind", "treatment", "--what", evil, "--amount", evil)
    home.ok("log", "--kind", "event", "--what", evil)
    home.ok("log", "--kind", "exercise", "--what", evil)
    for text in (home.ok("list"), home.ok("show", newest(home)["entry"])):
        check(not set("\x1b\x07\r\u202e") & set(text), f"{text!r}")
        check("\ufffd" in text, "a mark instead")
    equal(home.entries()[-1]["visit"]["therapist"], evil, "kept as it is")
    long = "x" * 100_000
    home.ok("log", "--kind", "note", "--note", long)
    equal(newest(home)["note"], long, "a long note")


Tap().run(
    kinds,
    sides,
    tags,
    lists_without_journal,
    ids,
    editing,
    deleting,
    finding,
    hostile,
)
