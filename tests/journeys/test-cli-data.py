#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The command line and the journal as a whole: out, in, backups, repair, the end.

import csv
import json
import os
import pty
import select
import shutil
import stat
import subprocess
import time

from fascia_cli import PROGRAM, TIMEOUT_S, Tap, check, equal


def fill(home):
    """A little of every kind."""
    home.ok("log", "sacrum=3", "neck-back-left=0", "--note", "first", "--at", "2026-01-05T08:00",
            "--tag", "stress")
    home.ok("log", "--kind", "visit", "--minutes", "60", "--area", "lower-back-right", "--at",
            "2026-01-06T08:00")
    home.ok("log", "--measure", "slr@right=70", "--at", "2026-01-07T08:00")
    home.ok("log", "--kind", "treatment", "--what", "Heat", "--taken", "yes", "--at",
            "2026-01-08T08:00")


class Terminal:
    """The program at a terminal: what it says, and what is typed."""

    def __init__(self, home, *arguments):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(home.path)
            os.execve(PROGRAM, [PROGRAM, *arguments], home.environment())
        self.said = ""

    def wait_for(self, words):
        end = time.monotonic() + TIMEOUT_S
        while words not in self.said:
            ready, _, _ = select.select([self.fd], [], [], max(0, end - time.monotonic()))
            check(ready, f"{words!r} in {self.said!r}")
            try:
                part = os.read(self.fd, 4096)
            except OSError:
                part = b""
            check(part, f"{words!r} before the end of {self.said!r}")
            self.said += part.decode()

    def type(self, words):
        os.write(self.fd, (words + "\n").encode())

    def end(self):
        while True:
            ready, _, _ = select.select([self.fd], [], [], TIMEOUT_S)
            check(ready, f"an end after {self.said!r}")
            try:
                part = os.read(self.fd, 4096)
            except OSError:
                break
            if not part:
                break
            self.said += part.decode()
        _, status = os.waitpid(self.pid, 0)
        os.close(self.fd)
        return os.waitstatus_to_exitcode(status)


def back_up_and_restore(home):
    """A backup is whole and private; restoring it says what changes, and keeps what it replaces."""
    fill(home)
    before = home.entries()
    said = home.ok("backup", "b.fascia-backup")
    check("4 entries" in said and "2026-01-05" in said and "2026-01-08" in said, said)
    path = home.path / "b.fascia-backup"
    equal(stat.S_IMODE(path.stat().st_mode), 0o600, "mode")
    info = json.loads(home.ok("backup", "--json", "again"))
    equal((info["entries"], info["locked"], info["first_day"]), (4, False, "2026-01-05"), "as JSON")
    equal(home.entries(), before, "the journal is as it was")

    home.ok("edit", before[0]["entry"], "--note", "changed")
    home.ok("delete", before[1]["entry"])
    home.ok("log", "tailbone=9")
    digest = home.digest()
    preview = json.loads(home.ok("restore", "--preview", "--json", "b.fascia-backup"))
    equal((preview["same"], preview["different"], preview["only_in_backup"],
           preview["only_in_journal"], preview["restored"]), (2, 1, 1, 1, False), "preview")
    check("gone afterwards: 1" in home.ok("restore", "--preview", "b.fascia-backup"), "in words")
    home.refused(2, "restore", "b.fascia-backup", says="--yes")
    equal(home.digest(), digest, "a preview and a refusal change nothing")
    done = json.loads(home.ok("restore", "--yes", "--json", "b.fascia-backup"))
    check(done["restored"], "restored")
    equal(home.entries(), before, "as it was then")
    check(os.path.exists(done["kept"]), "what was replaced is kept")
    home.ok("check")
    # And back again, from the kept one, by hand.
    shutil.copy(done["kept"], home.journal)
    equal(len(home.entries()), 4, "the kept one is a journal")
    equal(home.entries()[0]["marks"][0]["region"], "tailbone", "with what was in it")


def locked(home):
    """A locked backup opens with its passphrase alone; `age` opens it too, when it is here."""
    fill(home)
    before = home.entries()
    (home.path / "pass").write_text("correct horse\r\n")
    (home.path / "wrong").write_text("battery staple\n")
    check(json.loads(home.ok("backup", "--json", "--passphrase-file", "pass", "b"))["locked"], "locked")
    contents = (home.path / "b").read_bytes()
    check(contents.startswith(b"age-encryption.org/v1\n"), "the age format")
    check(b"first" not in contents and b"SQLite" not in contents, "nothing to be read in it")
    home.refused(1, "restore", "--preview", "b", says="locked")
    home.refused(1, "restore", "--preview", "b", "--passphrase-file", "wrong", says="passphrase")
    home.refused(1, "restore", "--yes", "b", "--passphrase-file", "wrong", says="passphrase")
    equal(home.entries(), before, "nothing is changed")
    preview = json.loads(home.ok("restore", "--preview", "--json", "b", "--passphrase-file", "pass"))
    equal(preview["same"], 4, "opened")
    home.ok("erase", "--yes")
    home.ok("restore", "--yes", "b", "--passphrase-file", "pass")
    equal(home.entries(), before, "restored")
    (home.path / "bytes").write_bytes(b"\xff\xfe")
    (home.path / "long").write_text("x" * 1001)
    home.refused(1, "backup", "c", "--passphrase-file", "bytes", says="no text")
    home.refused(1, "backup", "c", "--passphrase-file", "long", says="too long")
    os.mkfifo(home.path / "pipe")
    home.refused(1, "backup", "c", "--passphrase-file", "pipe", says="empty")
    with open("/dev/full", "wb") as full:
        for more in ([], ["--json"]):
            arguments = ["restore", "--preview", "b", "--passphrase-file", "pass", *more]
            with home.start(*arguments, stdout=full, stderr=subprocess.PIPE) as process:
                check(b"No space left" in process.stderr.read(), "a preview that nobody can read")
            equal(process.returncode, 1, "is told")
    with home.start("backup", "--lock", "c", stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        pass
    equal(process.returncode, 1, "nobody says a passphrase")
    check(not (home.path / "c").exists(), "no backup")


def asked(home):
    """At a terminal: passphrases are not shown, and asked twice; words must be typed to go on."""
    fill(home)
    before = home.entries()
    terminal = Terminal(home, "backup", "--lock", "b")
    terminal.wait_for("Passphrase: ")
    terminal.type("geheim-1")
    terminal.wait_for("again: ")
    terminal.type("geheim-2")
    equal(terminal.end(), 1, "two different ones")
    check("geheim" not in terminal.said and "different" in terminal.said, terminal.said)
    check(not (home.path / "b").exists(), "no backup")
    terminal = Terminal(home, "backup", "--lock", "b")
    for question in ("Passphrase: ", "again: "):
        terminal.wait_for(question)
        terminal.type("geheim-1")
    equal(terminal.end(), 0, terminal.said)
    check("geheim" not in terminal.said, "not shown")

    home.ok("log", "tailbone=9")
    terminal = Terminal(home, "restore", "b")
    terminal.wait_for("Passphrase: ")
    terminal.type("geheim-1")
    terminal.wait_for("Type “restore”")
    check("gone afterwards: 1" in terminal.said, "the preview comes first")
    terminal.type("no")
    equal(terminal.end(), 1, "said no")
    equal(len(home.entries()), 5, "nothing is changed")
    terminal = Terminal(home, "restore", "b")
    terminal.wait_for("Passphrase: ")
    terminal.type("geheim-1")
    terminal.wait_for("Type “restore”")
    terminal.type(" Restore ")
    equal(terminal.end(), 0, terminal.said)
    equal(home.entries(), before, "restored")

    terminal = Terminal(home, "erase")
    terminal.wait_for("Type “erase”")
    terminal.type("yes")
    equal(terminal.end(), 1, "another word")
    equal(home.entries(), before, "nothing is gone")
    terminal = Terminal(home, "erase")
    terminal.wait_for("Type “erase”")
    terminal.type("erase")
    equal(terminal.end(), 0, terminal.said)
    equal([path for path in home.folder.rglob("*") if path.is_file()], [], "everything is gone")


def bad_backups(home):
    """Whatever is no whole backup is refused, and the journal stays byte for byte."""
    fill(home)
    home.ok("backup", "b")
    whole = (home.path / "b").read_bytes()
    digest = home.digest()
    broken = {
        "empty": b"",
        "text": b"hello\n",
        "short": whole[: len(whole) // 2],
        "one-byte": whole[:-1],
        "flipped": whole[: len(whole) // 2] + bytes([whole[len(whole) // 2] ^ 1])
        + whole[len(whole) // 2 + 1:],
        "longer": whole + b"x",
        "age": b"age-encryption.org/v1\n",
    }
    for name, contents in broken.items():
        (home.path / name).write_bytes(contents)
        home.refused(1, "restore", "--preview", name)
        home.refused(1, "restore", "--yes", name)
        equal(home.digest(), digest, f"after {name}")
    (home.path / "text").write_bytes(b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n")
    home.refused(1, "restore", "--preview", "text", says="age --decrypt")
    home.refused(1, "restore", "--yes", "text", says="age --decrypt")
    home.refused(1, "restore", "--yes", ".")
    home.refused(1, "backup", str(home.journal), says="journal itself")
    home.refused(1, "backup", "no/such/folder")
    equal(home.digest(), digest, "at the end")
    equal((home.path / "b").read_bytes(), whole, "the backup")


def backed_up_alone(home):
    """Whoever never opens a window has an automatic backup a day, too: one, and after the answer."""
    folder = home.folder / "backups"
    home.ok("log", "sacrum=3")
    made = sorted(folder.iterdir())
    equal(len(made), 1, "one backup with the first entry of the day")
    home.ok("log", "sacrum=4")
    home.ok("log", "neck-back-left=2")
    equal(sorted(folder.iterdir()), made, "and no other with the next ones")
    home.ok("restore", "--yes", made[0])
    equal(len(home.entries()), 1, "it has what was written before it")
    made[0].unlink()
    home.ok("list")
    equal(sorted(folder.iterdir()), [], "reading makes none")
    folder.rmdir()
    folder.write_text("in the way")
    status, out, err = home.run("log", "sacrum=5")
    equal(status, 0, "the entry is written")
    check(out != "" and "no automatic backup" in err, f"and that there is none is told: {err!r}")
    folder.unlink()


def lossless(home):
    """Out and in and out again: the same bytes, as JSON and as a folder of tables."""
    fill(home)
    home.ok("export", "one.json")
    home.ok("export", "tables")
    first = (home.path / "one.json").read_bytes()
    equal(stat.S_IMODE((home.path / "one.json").stat().st_mode), 0o600, "mode")
    equal(stat.S_IMODE((home.path / "tables").stat().st_mode), 0o700, "mode of the folder")
    table = {path.name: path.read_bytes() for path in (home.path / "tables").iterdir()}
    check("entry.csv" in table and all(row for row in table.values()), f"{sorted(table)}")
    before = home.entries()
    for number, source in enumerate(("one.json", "tables")):
        env = {"XDG_DATA_HOME": str(home.path / f"from-{source}")}
        result = json.loads(home.ok("import", source, "--json", env=env))
        equal((result["new"], result["same"], result["bad"]), (4, 0, 0), source)
        home.ok("check", env=env)
        equal(json.loads(home.ok("list", "--json", env=env)), before, "the same entries")
        home.ok("export", f"again-{source}.json", env=env)
        equal((home.path / f"again-{source}.json").read_bytes(), first, "the same JSON")
        home.ok("export", f"tables-{number}", env=env)
        equal({path.name: path.read_bytes() for path in (home.path / f"tables-{number}").iterdir()},
              table, "the same tables")
        result = json.loads(home.ok("import", source, "--json", env=env))
        equal((result["new"], result["same"]), (0, 4), "nothing comes twice")
    equal(home.entries(), before, "the journal itself is as it was")

    # Preferences come along, and that is told.
    more = json.loads(first)
    more["settings"]["daily.questions"] = ["sleep"]
    (home.path / "more.json").write_text(json.dumps(more))
    env = {"XDG_DATA_HOME": str(home.path / "from-more-in-words")}
    said = home.ok("import", "more.json", env=env)
    check("Preferences" in said and said.rstrip().endswith("1"), said)
    env = {"XDG_DATA_HOME": str(home.path / "from-more")}
    result = json.loads(home.ok("import", "more.json", "--json", env=env))
    equal((result["new"], result["settings"]), (4, 1), "the setting comes")


def exports(home):
    """The name says the format; a health record is JSON; what is there is not half replaced."""
    fill(home)
    home.ok("export", "a.csv")
    check((home.path / "a.csv").read_bytes().startswith(b"entry,kind,"), "a table")
    home.ok("export", "a.json")
    json.loads((home.path / "a.json").read_text())
    home.ok("export", "--format", "fhir", "a.fhir.json")
    bundle = json.loads((home.path / "a.fhir.json").read_text())
    equal(bundle["resourceType"], "Bundle", "a bundle")
    home.ok("export", "--format", "tables", "b.csv")
    check((home.path / "b.csv").is_dir(), "a folder, as was asked")
    (home.path / "mine").mkdir()
    (home.path / "mine" / "letter").write_text("dear")
    home.refused(1, "export", "mine")
    equal((home.path / "mine" / "letter").read_text(), "dear", "somebody's folder")
    equal(len(list((home.path / "mine").iterdir())), 1, "nothing beside it")
    home.refused(1, "export", "a.json/x.json")
    home.refused(1, "export", str(home.journal))
    home.refused(1, "export", str(home.folder))
    equal(sorted(path.name for path in home.path.iterdir()),
          ["a.csv", "a.fhir.json", "a.json", "b.csv", "data", "mine"], "nothing lies about")


def foreign_table(home):
    """A table of another program: columns by name or number, dry run, bad rows told by their line."""
    with open(home.path / "diary.csv", "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([
            ["When", "Where", "Ache", "Words"],
            ["2026-01-05", "lower-back-left", "4", "=1+1"],
            ["2026-01-06", "lower-back-left", "eleven", "x"],
            ["2026-01-07", "lower-back-right", "5", "two\nlines"],
            ["2026-13-40", "lower-back-right", "5", ""],
        ])
    mapping = ["--map", "When=time", "--map", "Where=region", "--map", "Ache=pain", "--map", "4=note"]
    columns = json.loads(home.ok("import", "diary.csv", "--columns", "--json", *mapping))
    equal([(c["header"], c["use"]) for c in columns["columns"]],
          [("When", "time"), ("Where", "region"), ("Ache", "pain"), ("Words", "note")], "columns")
    home.refused(1, "import", "diary.csv", "--map", "Nope=time", says="“Nope”")
    home.refused(1, "import", "diary.csv", "--map", "When=date", says="“date”")
    home.refused(1, "import", "diary.csv", "--map", "When", says="“When”")
    home.refused(1, "import", "diary.csv", "--dates", "backwards", *mapping, says="“backwards”")
    plan = json.loads(home.ok("import", "diary.csv", "--dry-run", "--json", *mapping))
    equal((plan["new"], plan["bad"], plan["imported"]), (2, 2, False), "dry run")
    equal([problem["line"] for problem in plan["problems"]], [3, 6], "lines")
    check("diary.csv, line 3" in home.ok("import", "diary.csv", "--dry-run", *mapping), "in words")
    home.refused(1, "import", "diary.csv", *mapping, says="line 3")
    equal(home.digest(), {}, "nothing is written, no journal is made")
    home.ok("import", "diary.csv", "--skip-bad", *mapping)
    entries = home.entries()
    equal([(e["marks"][0]["region"], e["marks"][0]["level"], e["note"]) for e in entries],
          [("lower-back-right", 5, "two\nlines"), ("lower-back-left", 4, "=1+1")], "left is left")
    result = json.loads(home.ok("import", "diary.csv", "--skip-bad", "--json", *mapping))
    equal((result["new"], result["same"]), (0, 2), "nothing comes twice")
    equal(home.entries(), entries, "as it was")


def left_out(home):
    """A column that the guess leaves out is told, and how to take it; one sent away is not."""
    rows = [
        ["Date", "Pain", "Glow", "", "3", "", "Note"],
        ["2026-10-01 08:00", "3", "4", "", "u", "w", "x"],
        ["2026-10-02 08:00", "4", "nine", "", "v", "", "y"],
    ]
    with open(home.path / "drop.csv", "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    # The number 3 is the heading of another column, so the third one goes by its own.
    told = ["Left out: column 3, “Glow”. To take it: “--map 'Glow'=USE”.",
            "Left out: column 5, “3”. To take it: “--map 5=USE”.",
            "Left out: column 6, which has no heading. To take it: “--map 6=USE”."]
    left = [{"number": 3, "header": "Glow"}, {"number": 5, "header": "3"},
            {"number": 6, "header": ""}]

    def lines(*arguments):
        said = home.ok("import", "drop.csv", *arguments).splitlines()
        return [line for line in said if "Left out" in line]

    def listed(name, *arguments):
        return json.loads(home.ok("import", name, "--json", *arguments))["left_out"]

    equal(lines("--dry-run"), told, "before")
    equal(listed("drop.csv", "--dry-run"), left, "as JSON")
    equal(home.digest(), {}, "nothing is written")
    equal(lines(), told, "with the import")
    equal(listed("drop.csv"), left, "as JSON, afterwards")
    equal(lines("--dry-run", "--map", "Glow=note", "--map", "5=ignore"), told[2:],
          "what was said")
    home.ok("export", "own.json")
    equal(listed("own.json"), [], "our own export")
    home.ok("export", "own.csv")
    check("Left out" not in home.ok("import", "own.csv", "--dry-run"), "our own table")

    (home.path / "drop.csv").write_text("Date,Pain,,3\n2026-10-01,3,u,v\n")
    equal(lines("--dry-run"), ["Left out: column 3. To take it, give it a heading of its own.",
                               "Left out: column 4, “3”. To take it: “--map 4=USE”."],
          "no way to it")
    (home.path / "alone.csv").write_text("Date,Glow\n2026-10-01,four\n")
    alone = "Left out: column 2, “Glow”. To take it: “--map 2=USE”. Choose at least one column"
    home.refused(1, "import", "alone.csv", says=alone)
    home.refused(1, "import", "alone.csv", "--dry-run", "--map", "2=ignore",
                 says="fascia: Choose at")


def bad_imports(home):
    """What is no export is refused with a sentence, and changes nothing."""
    fill(home)
    home.ok("export", "good.json")
    good = (home.path / "good.json").read_text()
    digest = home.digest()
    bad = {
        "empty.json": "",
        "null.json": "null",
        "list.json": "[]",
        "cut.json": good[: len(good) // 2],
        "deep.json": "[" * 100_000,
        "later.json": good.replace('"version"', '"version_"', 1),
        "empty.csv": "",
        "binary.csv": "\x00\x01\x02" * 100,
    }
    for name, contents in bad.items():
        (home.path / name).write_text(contents)
        home.refused(1, "import", name)
        equal(home.digest(), digest, f"after {name}")
    (home.path / "folder").mkdir()
    home.refused(1, "import", "folder")
    equal(home.digest(), digest, "at the end")


def repaired(home):
    """A damaged journal: checked, refused, repaired; the damaged one is kept."""
    home.ok("demo", str(home.data), "--days", "60")
    home.ok("check", "--repair")
    count = len(home.entries())
    contents = bytearray(home.journal.read_bytes())
    for offset in range(len(contents) // 2, len(contents) // 2 + 4096):
        contents[offset] ^= 0x5A
    home.journal.write_bytes(contents)
    status, _, err = home.run("check")
    equal(status, 1, "noticed")
    check(err.startswith("fascia: ") and err.count("\n") == 1, err)
    report = json.loads(home.ok("check", "--repair", "--json"))["report"]
    check(report, "it says what was done")
    check("intact" in home.ok("check"), "whole again")
    check(len(home.entries()) > count // 2, f"{len(home.entries())} of {count} saved")
    kept = [path for path in home.folder.iterdir() if path.read_bytes() == bytes(contents)] \
        if home.folder.exists() else []
    equal(len(kept), 1, "the damaged file is kept as it was")


def erased(home):
    """Erasing takes everything that is ours, and nothing else."""
    marker = "Mirabellenmus"
    home.ok("log", "sacrum=3", "--note", marker)
    home.ok("backup", "mine")
    (home.folder / "letter.txt").write_text("not of the program")
    equal(home.ok("erase", "--yes"), "Everything is erased.\n", "said")
    left = [path.name for path in home.folder.rglob("*") if path.is_file()]
    equal(left, ["letter.txt"], "somebody's own file stays")
    for path in home.data.rglob("*"):
        check(not path.is_file() or marker.encode() not in path.read_bytes(), path.name)
    home.refused(1, "list", says="no journal")
    home.ok("restore", "--yes", "mine")
    equal(home.entries()[0]["note"], marker, "a backup elsewhere is not touched")


def held(home):
    """While somebody has the journal open, restore, repair and erase end with one sentence."""
    import sqlite3
    fill(home)
    home.ok("backup", "b")
    digest = home.digest()
    holder = sqlite3.connect(home.journal, isolation_level=None)
    holder.execute("PRAGMA locking_mode=EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    for arguments in (["restore", "--yes", "b"], ["check", "--repair"], ["erase", "--yes"]):
        home.refused(1, *arguments, says="Close Fascia first")
    holder.execute("ROLLBACK")
    holder.close()
    changed = {name for name, value in home.digest().items() if digest.get(name) != value}
    equal(changed, set(), "nothing is changed")


Tap().run(
    back_up_and_restore,
    locked,
    asked,
    bad_backups,
    backed_up_alone,
    lossless,
    exports,
    foreign_table,
    left_out,
    bad_imports,
    repaired,
    erased,
    held,
)
