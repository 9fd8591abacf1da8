#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The command line: what it says, what it refuses, and that left is left.

import datetime
import json
import os
import sqlite3
import stat
import subprocess
import xml.etree.ElementTree as xml

from fascia_cli import Tap, check, equal

BASES_WITHOUT_SIDE = 4
COMMANDS = ["log", "list", "show", "edit", "delete", "tags", "items", "figure", "regions",
            "routines", "suggest", "safety", "play", "export", "import", "backup", "restore", "check",
            "erase", "demo"]


def usage(home):
    """Version, help of the whole and of each command; no display, no bus, nothing written."""
    equal(home.ok("--version").split()[0], "fascia", "version")
    text = home.ok("--help")
    words = [line.split()[1] for line in text.splitlines() if line.startswith("  fascia ")][1:]
    names = [word for word in words if not word.startswith("--")]
    equal(words[len(names):], ["--flare", "--version", "--help"], "what needs no command")
    equal(names, COMMANDS, "commands in the help")
    for name in names:
        check(f"fascia {name}" in text, f"help names {name}")
        more = home.ok(name, "--help")
        check(f"fascia {name}" in more, f"usage line of {name}: {more}")
        equal(home.ok(name, "-h"), more, f"short help of {name}")
    check("--scale" in home.ok("log", "--help"), "options in the help")
    check("tingling" in home.ok("log", "--help"), "feelings in the help")
    equal(home.digest(), {}, "nothing is written")


FUTURE = (datetime.date.today() + datetime.timedelta(days=2)).isoformat()

# What is typed wrong, what the sentence must hold, and the exit status.
WRONG = [
    (2, ["frobnicate"], "“frobnicate”"),
    (2, ["--frobnicate"], "“--frobnicate”"),
    (2, ["log"], "at least one place"),
    (2, ["log", "--frobnicate", "sacrum"], "--frobnicate"),
    (2, ["log", "sacrum", "-1"], "-1"),
    (2, ["log", "--nothing", "sacrum"], "--nothing"),
    (2, ["log", "sacrum", "--at"], "--at"),
    (2, ["list", "sacrum"], "options only"),
    (2, ["list", "--limit", "many"], "many"),
    (2, ["list", "--limit", "-3"], "--limit"),
    (2, ["export", "--format", "csv"], "one file"),
    (2, ["export", "--format", "csv", "out.csv/"], "one file"),
    (2, ["export", ""], "one file"),
    (2, ["export", "--format", "json", "-"], "Only a table"),
    (2, ["export", "--format", "csv", "a", "b"], "one file"),
    (2, ["export", "--format", "xlsx", "-"], "“xlsx”"),
    (2, ["regions", "sacrum"], "options only"),
    (2, ["figure"], "one file"),
    (1, ["figure", "x.jpeg"], "“x.jpeg”"),
    (2, ["check", "it"], "options only"),
    (2, ["show"], "id of one entry"),
    (2, ["show", "01a2", "01a3"], "id of one entry"),
    (1, ["show", "zz"], "“zz”"),
    (1, ["show", ""], "too short"),
    (1, ["show", "01a"], "too short"),
    (1, ["show", "--", "-01a2"], "“-01a2”"),
    (1, ["show", "01a2--0000"], "“01a2--0000”"),
    (1, ["show", "0" * 33], "no id"),
    (1, ["show", b"01a2\xff"], "no id"),
    (2, ["edit", "01a2043f"], "to be changed"),
    (2, ["edit", "--note", "x"], "id of one entry"),
    (1, ["edit", "01a2043f", "--at", "yesterday"], "“yesterday”"),
    (1, ["edit", "01a2043f", "--note", b"\xff"], "--note"),
    (2, ["delete"], "id of one entry"),
    (2, ["delete", "01a2043f", "--backups-too"], "--for-good"),
    (2, ["tags", "x"], "options only"),
    (2, ["items", "x"], "options only"),
    (2, ["import"], "one file or folder"),
    (1, ["import", "not-there.json"], "not-there.json"),
    (1, ["import", "/dev/null"], "no file"),
    (2, ["backup"], "one file"),
    (2, ["backup", "-"], "standard output"),
    (1, ["backup", "b", "--passphrase-file", "not-there"], "not-there"),
    (1, ["backup", "b", "--lock"], "empty"),
    (1, ["backup", "b", "--passphrase-file", "/dev/zero"], "no text"),
    (2, ["restore"], "one backup"),
    (1, ["restore", "not-there"], "not-there"),
    (2, ["erase"], "--yes"),
    (2, ["erase", "x"], "options only"),
    (2, ["log", "--kind", "party"], "“party”"),
    (2, ["log", "--kind", "session"], "“session”"),
    (2, ["log", "--kind", b"\xff"], "kind"),
    (2, ["log", "--kind", "visit", "sacrum"], "check-in only"),
    (2, ["log", "--kind", "note"], "--note"),
    (2, ["log", "--kind", "note", "--note", " \u00a0\n"], "--note"),
    (1, ["list", "--search", "%"], "“%”"),
    (2, ["log", "--kind", "note", "--nothing", "--note", "x"], "check-in only"),
    (2, ["log", "--kind", "measurement"], "--measure"),
    (2, ["log", "sacrum", "--pressure", "3"], "--pressure"),
    (2, ["log", "--kind", "event", "--helped", "3"], "--helped"),
    (2, ["log", "--kind", "visit", "--before", "3", "--before", "4"], "twice"),
    (1, ["log", "--kind", "visit", "--pressure", "11"], "“11”"),
    (1, ["log", "--kind", "visit", "--pressure", "-1"], "“-1”"),
    (1, ["log", "--kind", "visit", "--pressure", "3.5"], "“3.5”"),
    (1, ["log", "--kind", "visit", "--minutes", "1441"], "“1441”"),
    (1, ["log", "--kind", "visit", "--minutes", "060"], "“060”"),
    (1, ["log", "--kind", "visit", "--area", "elbow"], "“elbow”"),
    (1, ["log", "--kind", "visit", "--technique", "Cross hand"], "“Cross hand”"),
    (1, ["log", "--kind", "visit", "--said", b"\xff"], "--said"),
    (1, ["log", "--kind", "exercise", "--effort", "huge"], "“huge”"),
    (1, ["log", "--kind", "exercise", "--sets", "0"], "“0”"),
    (1, ["log", "--kind", "treatment", "--taken", "maybe"], "“maybe”"),
    (1, ["log", "--kind", "event", "--until", "soon"], "“soon”"),
    (1, ["log", "sacrum", "--end", "later"], "“later”"),
    (1, ["log", "sacrum", "--end", "2020-01-01"], "before the beginning"),
    (1, ["log", "sacrum", "--tag", "no such tag"], "“no such tag”"),
    (1, ["log", "sacrum", "--tag", b"\xff"], "--tag"),
    (1, ["log", "--measure", "sleep"], "“sleep”"),
    (1, ["log", "--measure", "=3"], "“=3”"),
    (1, ["log", "--measure", "slr@middle=3"], "“slr@middle=3”"),
    (1, ["log", "--measure", "slr=3"], "slr@left"),
    (1, ["log", "--measure", "sleep@left=3"], "no sides"),
    (1, ["log", "--measure", "sleep=11"], "“11”"),
    (1, ["log", "--measure", "sleep=1e0"], "“1e0”"),
    (1, ["log", "--measure", "sleep=nan"], "“nan”"),
    (1, ["log", "--measure", "sleep=0x3"], "“0x3”"),
    (1, ["log", "--measure", "nothing-such=3"], "“nothing-such”"),
    (1, ["list", "--kind", "party"], "“party”"),
    (1, ["list", "--region", "elbow"], "“elbow”"),
    (1, ["list", "--region", "sacrum=4"], "“sacrum=4”"),
    (1, ["list", "--from", "soon"], "“soon”"),
    (1, ["list", "--search", b"\xff"], "--search"),
    (2, ["demo"], "one folder"),
    (2, ["demo", "x", "--days", "0"], "--days"),
    (2, ["demo", "x", "--days", "99999999"], "--days"),
    (1, ["demo", "x", "--end", "yesterday"], "“yesterday”"),
    (1, ["demo", "x", "--end", "2200-01-01"], "not begun"),
    (1, ["demo", "x", "--end", FUTURE], "not begun"),
    (1, ["log", "elbow"], "“elbow”"),
    (1, ["log", "left-shoulder=3"], "“left-shoulder”"),
    (1, ["log", "shoulder-top-lfet=3"], "shoulder-top-left"),
    (1, ["log", "shoulder-top=3"], "shoulder-top-right"),
    (1, ["log", "Shoulder-Top-Left=3"], "shoulder-top-left"),
    (1, ["log", "=3"], "“”"),
    (1, ["log", ""], "“”"),
    (1, ["log", "xyzzy"], "lower-back-left"),
    (1, ["log", "x" * 5000], "no place"),
    (1, ["log", "sacrum", "--", "--note"], "“--note”"),
    (1, ["log", "--", "--"], "“--”"),
    (1, ["log", "sacrum=11"], "“11”"),
    (1, ["log", "sacrum=-1"], "“-1”"),
    (1, ["log", "sacrum=NaN"], "“NaN”"),
    (1, ["log", "sacrum=inf"], "“inf”"),
    (1, ["log", "sacrum="], "empty"),
    (1, ["log", "sacrum=6.5"], "“6.5”"),
    (1, ["log", "sacrum=6,5"], "“6,5”"),
    (1, ["log", "sacrum= 6"], "“ 6”"),
    (1, ["log", "sacrum=06"], "“06”"),
    (1, ["log", "sacrum=+6"], "“+6”"),
    (1, ["log", "sacrum=0x6"], "“0x6”"),
    (1, ["log", "sacrum=٦"], "“٦”"),
    (1, ["log", "sacrum=6=7"], "“6=7”"),
    (1, ["log", "sacrum=99999999999999999999999"], "from 0 to 10"),
    (1, ["log", "sacrum=6", "sacrum=7"], "twice"),
    (1, ["log", "sacrum=6", "sacrum"], "twice"),
    (1, ["log", "sacrum=6", "elbow=5"], "“elbow”"),
    (1, ["log", "sacrum", "--feeling", "happy"], "“happy”"),
    (1, ["log", "sacrum", "--feeling", ""], "“”"),
    (1, ["log", "sacrum", "--scale", "joy"], "“joy”"),
    (1, ["log", "sacrum", "--scale", ""], "“”"),
    (1, ["log", "sacrum", "--at", "yesterday"], "“yesterday”"),
    (1, ["log", "sacrum", "--at", ""], "“”"),
    (1, ["log", "sacrum", "--at", "2026-02-30"], "2026-02-30"),
    (1, ["log", "sacrum", "--at", "2026-13-01T10:00"], "2026-13-01"),
    (1, ["log", "sacrum", "--at", "2026-03-01T24:30"], "24:30"),
    (1, ["log", "sacrum", "--at", "2026-03-01T10:00+99:00"], "+99:00"),
    (1, ["log", "sacrum", "--at", "0000-01-01"], "0000-01-01"),
    (1, ["log", "sacrum", "--at", "2200-01-01"], "2200-01-01"),
    (1, ["log", "sacrum", "--at", FUTURE], "not begun"),
    (1, ["log", b"sacrum\xff=3"], "UTF-8"),
    (1, ["log", "sacrum", "--note", b"\xff"], "--note"),
    (1, ["log", "sacrum", "--at", b"\xff"], "--at"),
    (1, ["log", "sacrum", "--scale", b"\xff"], "scale"),
    (1, ["log", "sacrum", "--feeling", b"\xff"], "feeling"),
]


def wrong_without_journal(home):
    """Nothing that is typed wrong makes a journal."""
    for status, arguments, says in WRONG:
        home.refused(status, *arguments, says=says)
    equal(home.digest(), {}, "nothing is written")
    check(not (home.path / "x").exists(), "no folder for a practice journal")


def wrong_with_journal(home):
    """Nothing that is typed wrong touches a journal, byte for byte."""
    home.ok("log", "sacrum=3")
    before = home.digest()
    for status, arguments, says in WRONG:
        home.refused(status, *arguments, says=says)
        equal(home.digest(), before, f"after {arguments}")


def skipped_time(home):
    """A time that the clocks jumped over is refused; one that came twice is the earlier one."""
    berlin = {"TZ": "Europe/Berlin"}
    home.refused(
        1, "log", "sacrum", "--at", "2024-03-31T02:30", says="2024-03-31T02:30", env=berlin
    )
    equal(home.digest(), {}, "nothing is written")
    home.ok("log", "sacrum=1", "--at", "2024-10-27T02:30", env=berlin)
    home.ok("log", "sacrum=2", "--at", "2024-07-01T12:00", env=berlin)
    home.ok("log", "sacrum=3", "--at", "2024-07-01 12:00:05Z", env=berlin)
    home.ok("log", "sacrum=4", "--at", "2024-07-02", env={"TZ": "America/New_York"})
    rows = {row["level"]: row for row in home.rows()}
    equal(rows["1"]["time"], "2024-10-27T02:30:00+02:00", "the earlier of two")
    equal(rows["2"]["time"], "2024-07-01T12:00:00+02:00", "local time")
    equal(rows["2"]["zone"], "Europe/Berlin", "its zone")
    check(rows["3"]["time"] in ("2024-07-01T14:00:05+02:00", "2024-07-01T12:00:05Z",
                                "2024-07-01T12:00:05+00:00"), f"UTC: {rows['3']['time']}")
    equal(rows["4"]["time"], "2024-07-02T12:00:00-04:00", "a date alone is noon")
    equal([row["level"] for row in home.rows()], ["2", "3", "4", "1"], "oldest first")


def no_journal(home):
    """Reading a journal that is not there says so and makes none."""
    for arguments in (["list"], ["check"], ["export", "-"], ["export", "out.csv"]):
        home.refused(1, *arguments, says="journal")
    equal(home.digest(), {}, "nothing is written")
    check(not (home.path / "out.csv").exists(), "no export")


def modes(home):
    """The folder is 0700 and every file in it 0600, whatever the umask."""
    for umask in ("000", "022", "077"):
        home.ok("log", "sacrum=3", before=["sh", "-c", f"umask {umask}; exec \"$@\"", "-"])
    equal(stat.S_IMODE(home.folder.stat().st_mode), 0o700, "folder")
    for path in home.folder.iterdir():
        equal(stat.S_IMODE(path.stat().st_mode) & 0o077, 0, path.name)
    home.ok("export", "out.csv", before=["sh", "-c", "umask 000; exec \"$@\"", "-"])
    equal(stat.S_IMODE((home.path / "out.csv").stat().st_mode), 0o600, "export")
    home.ok("export", "odd.csv", before=["sh", "-c", "umask 777; exec \"$@\"", "-"])
    equal(stat.S_IMODE((home.path / "odd.csv").stat().st_mode), 0o600, "export")


def what_is_logged(home):
    """Levels, none, zero, scales, feelings, notes and nothing come back as they were said."""
    note = "Zeile „eins“,\n\"zwei\"; =1+1 \x1b[31m"
    home.ok("log", "sacrum", "neck-back-right=0", "neck-back-left=10", "--feeling", "deep",
            "--feeling", "burning", "--feeling", "deep", "--note", note, "--at", "2026-01-05T08:00")
    home.ok("log", "sacrum=4", "--scale", "pain", "--at", "2026-01-05T09:00")
    home.ok("log", "--nothing", "--at", "2026-01-05T10:00")
    rows = home.rows()
    equal([(row["region"], row["scale"], row["level"]) for row in rows], [
        ("neck-back-left", "tightness", "10"),
        ("neck-back-right", "tightness", "0"),
        ("sacrum", "tightness", ""),
        ("sacrum", "pain", "4"),
        ("", "", ""),
    ], "marks")
    equal(rows[0]["feelings"], "burning;deep", "feelings")
    equal({row["note"] for row in rows[:3]}, {note}, "the note, letter by letter")
    equal([row["nothing_today"] for row in rows], ["0", "0", "0", "0", "1"], "nothing today")
    equal(len({row["entry"] for row in rows}), 3, "each call is one check-in")
    newest = home.entries()[0]
    check(newest["nothing_today"] and newest["marks"] == [], f"JSON: {newest}")
    equal(home.entries()[2]["note"], note, "the note in JSON")
    text = home.ok("list")
    check("\x1b" not in text and "\r" not in text, "nothing a terminal would obey")
    check("tight, level not given" in text and "tight 0" in text and "pain 4" in text, text)
    check("(burning, deep)" in text, text)
    lines = text.splitlines()
    check(all(line.startswith("2026-01-05 ") for line in lines), f"time first: {text}")
    check("Left back of neck" in lines[2] and "tight 10" in lines[2], f"newest first: {text}")
    equal(len(home.ok("list", "--limit", "1").splitlines()), 1, "limit")
    check("3 entries" in home.ok("check") and "4 marks" in home.ok("check"), "check counts")


def ahead(home):
    """A date alone is never ahead of now, and words cannot turn a line around."""
    zone = "XYZ0"
    for _ in range(2):
        day = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d")
        home.ok("log", "sacrum=1", "--at", day, "--note", "a\u202eb\u2066c\u2069d", env={"TZ": zone})
        if day == datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d"):
            break
    said = datetime.datetime.fromisoformat(home.rows()[-1]["time"])
    check(said <= datetime.datetime.now(datetime.timezone.utc), f"ahead: {said}")
    check("“a\ufffdb\ufffdc\ufffdd”" in home.ok("list", "--limit", "1"), "the note")
    equal(home.rows()[-1]["note"], "a\u202eb\u2066c\u2069d", "exported as it is")


def laterality(home):
    """All 53 pairs: left is left and right is right in what is said, listed and exported."""
    out = home.ok("demo", str(home.path / "names"), "--days", "1")
    check("journal.db" in out, out)
    ids = region_ids(home)
    pairs = sorted(name[:-5] for name in ids if name.endswith("-left"))
    equal(len(pairs), 53, "pairs")
    equal(len(ids), 2 * 53 + BASES_WITHOUT_SIDE, "places")
    equal(sorted(name[:-6] for name in ids if name.endswith("-right")), pairs, "both sides")
    for side, other in (("left", "right"), ("right", "left")):
        said = home.ok("log", *(f"{base}-{side}={n % 11}" for n, base in enumerate(pairs)))
        title, wrong = side.title(), other.title()
        equal(said.count(f"  {title} "), 53, f"said {side}")
        equal(said.count(f"  {wrong} "), 0, f"not said {other}")
        listed = home.ok("list", "--limit", "1")
        equal(listed, said, "the list says the same")
        entry = home.entries()[0]
        rows = [row for row in home.rows() if row["entry"] == entry["entry"]]
        equal({row["region"]: row["level"] for row in rows},
              {f"{base}-{side}": str(n % 11) for n, base in enumerate(pairs)}, "exported")
        equal({row["side"] for row in rows}, {side}, "exported side")
        check(all(row["region_name"].startswith(title + " ") for row in rows), "exported name")
        equal([row["base"] for row in rows], [row["region"].rsplit("-", 1)[0] for row in rows], "base")
        equal({mark["side"] for mark in entry["marks"]}, {side}, "JSON side")
        check(all(mark["region"].endswith("-" + side) for mark in entry["marks"]), "JSON region")


def region_ids(home):
    """Every id the program takes, from the regions' own table."""
    path = os.path.join(os.environ["FASCIA_SOURCE_ROOT"], "data", "body", "regions.xml")
    return [region.get("id") for region in xml.parse(path).getroot().iter("region")
            if region.get("retired") is None]


def export_file(home):
    """An export appears whole, replaces, follows links, and never lands on the journal."""
    home.ok("log", "sacrum=3", "--note", "a,b")
    target = home.path / "out.csv"
    target.write_text("old")
    (home.path / "link.csv").symlink_to("out.csv")
    home.ok("export", "--format", "csv", "link.csv")
    check((home.path / "link.csv").is_symlink(), "the link stays")
    equal(target.read_bytes().decode(), home.ok("export", "-"), "file and standard output agree")
    check(target.read_bytes().startswith(b"entry,kind,time,"), "header row")
    check(b"\r\n" in target.read_bytes(), "rows end in CR LF")
    before = home.digest()
    for name in ("journal.db", "journal.db-wal", "journal.db-shm"):
        home.refused(1, "export", str(home.folder / name), says="journal itself")
    os.symlink(home.journal, home.path / "trap.csv")
    home.refused(1, "export", "trap.csv", says="journal itself")
    home.refused(1, "export", str(home.path), says="cannot be written")
    home.refused(1, "export", "no/such/folder.csv", says="cannot be written")
    home.refused(1, "export", "/dev/full", says="not written: No space left on device.")
    os.symlink("nowhere.csv", home.path / "dangling.csv")
    home.refused(1, "export", "dangling.csv", says="cannot be written")
    check((home.path / "dangling.csv").is_symlink(), "the link stays")
    equal(home.digest(), before, "the journal is untouched")
    equal(sorted(path.name for path in home.path.iterdir()),
          ["dangling.csv", "data", "link.csv", "out.csv", "trap.csv"], "nothing lies about")


def empty(home):
    """A journal from which everything was taken is an empty list and a table with a header."""
    home.ok("log", "sacrum=3")
    database = sqlite3.connect(home.journal)
    database.executescript("DELETE FROM mark; DELETE FROM entry;")
    database.close()
    equal(home.ok("list"), "The journal is empty.\n", "list")
    equal(home.entries(), [], "JSON")
    equal(home.rows(), [], "rows")
    check(home.ok("export", "-").startswith("entry,kind,time,"), "header row")


def broken_output(home):
    """A reader that goes away hears nothing, a full device is said; what was logged stays, once."""
    home.ok("demo", str(home.data), "--days", "400")
    for arguments in (["export", "-"], ["list", "--limit", "0"]):
        with home.start(*arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            process.stdout.read(1)
            process.stdout.close()
            err = process.stderr.read().decode()
        equal((process.returncode, err), (1, ""), f"{arguments} into a closed pipe")
    with open("/dev/full", "wb") as full:
        for arguments in (["export", "-"], ["list"], ["check"], ["--help"], ["list", "--json"]):
            with home.start(*arguments, stdout=full, stderr=subprocess.PIPE) as process:
                err = process.stderr.read().decode()
            equal(process.returncode, 1, f"{arguments} on a full device: {err}")
            equal(err, "fascia: Standard output cannot be written: No space left on device.\n",
                  f"{arguments} on a full device")
        count = len(home.entries())
        with home.start("log", "sacrum=3", stdout=full, stderr=subprocess.PIPE) as process:
            err = process.stderr.read().decode()
        equal(process.returncode, 0, "written is written: nobody should write it again")
        equal(len(home.entries()), count + 1, "once")


def patient_reader(home):
    """Somebody who reads slowly, or not yet, keeps nobody from writing."""
    home.ok("demo", str(home.data), "--days", "400")
    os.mkfifo(home.path / "pipe.csv")
    for arguments in (["export", "-"], ["list", "--limit", "0"]):
        with home.start(*arguments, stdout=subprocess.PIPE) as process:
            first = process.stdout.read(1)
            home.ok("log", "sacrum=1")
            rest = process.stdout.read()
        equal(process.returncode, 0, f"{arguments}")
        check(len(first + rest) > 65536, "more than a pipe holds")
    with home.start("export", "pipe.csv") as process:
        home.ok("log", "sacrum=2")
        text = (home.path / "pipe.csv").read_text()
    equal(process.returncode, 0, "export into a pipe")
    check(text.startswith("entry,kind,time,") and text.endswith("\n"), "whole")


def demo(home):
    """The practice journal: where it should be, private, whole, the same for a seed, never twice."""
    home.ok("demo", "one", "--days", "500", "--end", "2026-03-10")
    home.ok("demo", "two", "--days", "500", "--end", "2026-03-10")
    home.ok("demo", "three", "--days", "500", "--end", "2026-03-10", "--seed", "2")
    texts = [home.ok("export", "-", env={"XDG_DATA_HOME": str(home.path / name)})
             for name in ("one", "two", "three")]
    equal(texts[0].count("\n") >= 10001, True, "marks of 500 days")
    check(texts[0] == texts[1], "the same for the same seed")
    check(texts[0] != texts[2], "another for another seed")
    check("10000 marks" in home.ok("check", env={"XDG_DATA_HOME": str(home.path / "one")}), "check")
    folder = home.path / "one" / home.folder.name
    equal(stat.S_IMODE(folder.stat().st_mode), 0o700, "folder")
    equal(stat.S_IMODE((folder / "journal.db").stat().st_mode), 0o600, "file")
    equal([path.name for path in folder.iterdir()], ["journal.db"], "nothing else lies there")
    before = (folder / "journal.db").read_bytes()
    home.refused(1, "demo", "one", says="already")
    equal((folder / "journal.db").read_bytes(), before, "an existing journal is untouched")
    equal(home.digest(), {}, "the person's own journal is untouched")
    newest = json.loads(home.ok("list", "--json", "--limit", "1",
                                env={"XDG_DATA_HOME": str(home.path / "one")}))[0]
    check(newest["time"].startswith("2026-03-10T"), f"ends on its last day: {newest['time']}")


def demo_elsewhere(home):
    """The command that the practice journal is offered with works; nobody's files are in its way."""
    name = "it's $HOME; \"x\""
    out = home.ok("demo", name, "--days", "3")
    command = out.split("Look at it with: ", 1)[1].strip()
    check(command.endswith(" fascia"), command)
    shell = ["sh", "-c", command.removesuffix("fascia") + '"$@"', "-"]
    check("60 marks" in home.ok("check", before=shell), "the command as it is offered")

    (home.path / "file").write_text("mine")
    err = home.refused(1, "demo", "file", says="not a folder")
    check("practice" not in err, err)
    equal((home.path / "file").read_text(), "mine", "the file")

    # Where it is evening now, tomorrow begins in some hours.
    now = datetime.datetime.now(datetime.timezone.utc)
    west = now.hour - 18
    tomorrow = (now + datetime.timedelta(hours=24 - west)).strftime("%Y-%m-%dT00:00")
    home.refused(1, "demo", "ahead", "--end", tomorrow, says="not begun", env={"TZ": f"XYZ{west}"})

    # What is left of somebody's journal is no place for another.
    folder = home.path / "left" / home.folder.name
    folder.mkdir(parents=True)
    (folder / "journal.db-wal").write_bytes(b"x" * 5000)
    home.refused(1, "demo", "left", says="-wal")
    equal({path.name: path.read_bytes() for path in folder.iterdir()},
          {"journal.db-wal": b"x" * 5000}, "the log")


def two_journals(home):
    """Another data folder is another journal."""
    other = {"XDG_DATA_HOME": str(home.path / "other")}
    home.ok("log", "sacrum=1")
    before = home.digest()
    home.ok("log", "tailbone=2", env=other)
    equal(home.digest(), before, "the first is untouched")
    equal([row["region"] for row in home.rows(env=other)], ["tailbone"], "the second")


def locales(home):
    """A locale without UTF-8 and one with a comma change nothing of what is kept or exported."""
    note = "größer, „ja“"
    home.ok("log", "sacrum=3", "--note", note, env={"LC_ALL": "C"})
    for locale in ("C", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8"):
        equal(home.rows(env={"LC_ALL": locale})[0]["note"], note, locale)
        check(note in home.ok("list", env={"LC_ALL": locale}), locale)


Tap().run(
    usage,
    wrong_without_journal,
    wrong_with_journal,
    skipped_time,
    no_journal,
    modes,
    what_is_logged,
    ahead,
    laterality,
    export_file,
    empty,
    broken_output,
    patient_reader,
    demo,
    demo_elsewhere,
    two_journals,
    locales,
)
