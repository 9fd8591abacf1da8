#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What is written about the command line: the manual page says what --help says, and bash offers it.

import datetime
import os
import pathlib
import re
import subprocess

from fascia_cli import PROGRAM, Tap, check, equal

SOURCE = pathlib.Path(os.environ["FASCIA_SOURCE_ROOT"])
PAGE = pathlib.Path(os.environ["FASCIA_BUILD_ROOT"]) / "data" / "fascia.1"
COMPLETION = SOURCE / "data" / "completions" / "fascia"


def commands(home):
    return re.findall(r"^  fascia ([a-z]+) ", home.ok("--help"), re.MULTILINE)


def options_of_help(home, command):
    """{long option: short one or None}"""
    found = re.findall(r"^  (?:-(\w), )?--([a-z-]+)", home.ok(command, "--help"), re.MULTILINE)
    return {name: short or None for short, name in found if name != "help"}


def options_of_page():
    """{command: {long option: short one or None}}"""
    found, command = {}, None
    for line in PAGE.read_text().splitlines():
        heading = re.match(r"\.Ss ([a-z]+)", line)
        if heading:
            command = heading[1]
            found[command] = {}
        elif line.startswith(".Sh"):
            command = None
        option = re.match(r"\.It (?:Fl (\w) , )?Fl -([a-z-]+)", line)
        if option and command:
            found[command][option[2]] = option[1]
    return found


def page_and_help(home):
    """The page has every command and every option of the program, and no other."""
    page = options_of_page()
    equal(sorted(page), sorted(commands(home)), "commands")
    for command in page:
        equal(page[command], options_of_help(home, command), f"options of {command}")


def lint(home):
    """mandoc has nothing to say against the page; version, date and folder are the project's."""
    done = subprocess.run(["mandoc", "-Tlint", "-W", "warning", str(PAGE)], capture_output=True, text=True)
    equal((done.returncode, done.stdout + done.stderr), (0, ""), "mandoc")
    text = subprocess.run(["mandoc", "-Tutf8", str(PAGE)], capture_output=True, text=True,
                          check=True).stdout
    version = home.ok("--version").split()[1]
    check(f"Fascia {version}" in text, "version")
    check("@" not in re.sub(r"@left|@right", "", PAGE.read_text()), "nothing is left to be filled in")
    metainfo = next((SOURCE / "data").glob("*.metainfo.xml.in.in")).read_text()
    date = re.search(rf'<release version="{re.escape(version)}" date="([0-9-]+)"', metainfo)[1]
    day = datetime.date.fromisoformat(date)
    check(f"{day:%B} {day.day}, {day.year}" in text, f"date {date}")
    check(f"/{os.environ['FASCIA_DATA_FOLDER']}/journal.db" in PAGE.read_text(), "the journal's folder")


def complete(home, *words, last=""):
    """What bash offers after those words and Tab."""
    script = """
      source "$1"; shift
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
      _fascia
      ((${#COMPREPLY[@]} == 0)) || printf '%s\\n' "${COMPREPLY[@]}"
    """
    done = subprocess.run(
        ["bash", "--norc", "-c", script, "bash", str(COMPLETION), PROGRAM, *words, last],
        capture_output=True, text=True, env=home.environment(), cwd=home.path, check=True)
    equal(done.stderr, "", f"bash after {words}")
    return done.stdout.splitlines()


def completion(home):
    """bash offers commands, options, places, tags, items, ids and files, of which none is made up."""
    names = commands(home)
    equal(sorted(complete(home)), sorted([*names, "--flare", "--help", "--version"]), "commands")
    equal(sorted(complete(home, last="e")), sorted(name for name in names if name[0] == "e"), "with e")
    for name in names:
        offered = complete(home, name, last="--")
        equal(sorted(offered), sorted(f"--{option}" for option in [*options_of_help(home, name), "help"]),
              f"options of {name}")
    places = re.findall(r"^  ([a-z0-9-]+)  ", home.ok("regions"), re.MULTILINE)
    check(len(places) == 110, f"{len(places)} places")
    equal(complete(home, "log"), [f"{place}=" for place in places], "places to log")
    equal(complete(home, "log", last="lower-back-l"), ["lower-back-left="], "one place")
    equal(complete(home, "list", "--region"), places, "places to look for")
    routines = re.findall(r"^  ([a-z0-9-]+)  ", home.ok("routines"), re.MULTILINE)
    equal(complete(home, "play"), routines, "routines to play")
    equal(complete(home, "play", "neck-evening", "--place", last="jaw-l"), ["jaw-left"], "places of a session")
    check("stress" in complete(home, "log", "--tag"), "tags")
    items = complete(home, "log", "--measure")
    check("sleep=" in items and "slr@left=" in items and "slr=" not in items, f"items: {items}")
    check("dull" in complete(home, "log", "--feeling", last="d"), "feelings")
    equal(complete(home, "log", "--kind", last="v"), ["visit"], "kinds")
    equal(complete(home, "log", "--scale"), ["tightness", "pain"], "scales")
    equal(complete(home, "export", "--format", "=", last="j"), ["json"], "after an equals sign")
    equal(complete(home, "log", "--note"), [], "words are the person's own")
    equal(complete(home, "show"), [], "no ids without a journal")
    equal(home.digest(), {}, "nothing is made by asking")
    home.ok("log", "sacrum=3")
    home.ok("log", "--kind", "note", "--note", "0197a2b3  not an id")
    shown = {line.split()[2] for line in home.ok("list").splitlines()}
    equal(set(complete(home, "delete")), shown, "ids")
    (home.path / "a b.fascia-backup").touch()
    equal(complete(home, "restore", last="a"), ["a b.fascia-backup"], "files, blanks and all")


def values(home):
    """No option of the program is unknown to the completion."""
    text = COMPLETION.read_text()
    for command in commands(home):
        for line in home.ok(command, "--help").splitlines():
            option = re.match(r"  (?:-\w, )?--([a-z-]+)=", line)
            if option:
                check(f"--{option[1]}" in text, f"the value of {command} --{option[1]}")


Tap().run(
    page_and_help,
    lint,
    completion,
    values,
)
