#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The command line in bad weather: killed, crowded, read-only, full, and with files that are none.

import concurrent.futures
import hashlib
import os
import pathlib
import random
import resource
import signal
import sqlite3
import subprocess
import time

from fascia_cli import FOLDER, PROGRAM, Tap, check, equal

KILL_RUNS = 800 if "FASCIA_TEST_LONG" in os.environ else 200
WRITERS = 8
RUNS_OF_WRITER = 10


def files_of(folder):
    """What is in the files of a folder; backups lie in one of their own."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def killed(home):
    """kill -9 in the middle of logs: what had ended well is there, once, and the file is whole."""
    chance = random.Random(1)
    started = time.monotonic()
    for number in range(5):
        home.ok("log", "sacrum=3", "--note", f"warm {number}")
    usual = (time.monotonic() - started) / 5
    done, open_to_doubt = set(), set()
    for number in range(KILL_RUNS):
        started = time.monotonic()
        process = home.start("log", "sacrum=3", "--note", f"run {number}",
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if number % 4 != 0:
            try:
                process.wait(timeout=chance.random() * 1.1 * usual)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
        status = process.wait()
        if number % 4 == 0:
            # The machine's pace changes while we run.
            usual = 0.7 * usual + 0.3 * (time.monotonic() - started)
        if status == 0:
            done.add(f"run {number}")
        else:
            equal(status, -signal.SIGKILL, f"run {number}")
            open_to_doubt.add(f"run {number}")
    notes = [entry["note"] for entry in home.entries() if entry["note"].startswith("run ")]
    home.tap.note(f"{len(done)} ended well, {len(open_to_doubt)} were killed, "
                  f"{len(open_to_doubt & set(notes))} of those had been kept already")
    check(len(open_to_doubt) >= 20, f"only {len(open_to_doubt)} runs were killed")
    equal(done - set(notes), set(), "lost")
    equal(len(notes), len(set(notes)), "none twice")
    home.ok("check")


def crowded(home):
    """Eight at once: none lost, none twice."""
    def write(writer):
        return [home.run("log", f"sacrum={number}", "--note", f"{writer}/{number}")
                for number in range(RUNS_OF_WRITER)]

    with concurrent.futures.ThreadPoolExecutor(WRITERS) as pool:
        results = [result for each in pool.map(write, range(WRITERS)) for result in each]
    for status, _, err in results:
        check(status == 0, f"{status}: {err}")
    notes = sorted(entry["note"] for entry in home.entries())
    wanted = sorted(f"{writer}/{number}" for writer in range(WRITERS) for number in range(RUNS_OF_WRITER))
    equal(notes, wanted, "notes")
    home.ok("check")


def in_use(home):
    """A journal that somebody else holds: one sentence after some seconds, nothing changed."""
    home.ok("log", "sacrum=1")
    before = home.journal.read_bytes()
    holder = sqlite3.connect(home.journal, isolation_level=None)
    holder.execute("PRAGMA locking_mode=EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    started = time.monotonic()
    home.refused(1, "log", "sacrum=2")
    took = time.monotonic() - started
    check(4 < took < 30, f"waited {took:.1f} s")
    holder.execute("ROLLBACK")
    holder.close()
    equal(home.journal.read_bytes(), before, "the file")
    equal(len(home.rows()), 1, "rows")


def in_namespace(script):
    """The words that run a command after a shell script in a mount namespace of its own."""
    return ["unshare", "-rm", "sh", "-ec", script + '\nexec "$@"', "-"]


def read_only(home):
    """A folder that may not be written: a sentence; no file made, none changed."""
    sealed = home.path / "sealed"
    sealed.mkdir()
    plain = True
    sealed.chmod(0o500)
    try:
        (sealed / "probe").touch()
        plain = False
        (sealed / "probe").unlink()
    except PermissionError:
        pass
    before = []
    if not plain:
        # Whoever may do everything is stopped by a read-only mount only.
        home.tap.note("running with all rights: sealing by a read-only mount")
        before = in_namespace(f'mount --bind "{sealed}" "{sealed}"; '
                                    f'mount -o remount,bind,ro "{sealed}"')
        subprocess.run([*before, "true"], check=True)
    env = {"XDG_DATA_HOME": str(sealed)}
    home.refused(1, "log", "sacrum=1", env=env, before=before, says=str(sealed))
    equal(list(sealed.iterdir()), [], "nothing was made")

    home.refused(1, "demo", str(sealed), before=before, says=str(sealed))
    home.refused(1, "export", str(sealed / "out.csv"), before=before)
    equal(list(sealed.iterdir()), [], "nothing was made")

    # A journal is there already, and folder and file are sealed.
    sealed.chmod(0o700)
    home.ok("log", "sacrum=1", env=env)
    folder = sealed / FOLDER
    contents = files_of(folder)
    for path in filter(pathlib.Path.is_file, folder.iterdir()):
        path.chmod(0o400)
    folder.chmod(0o500)
    home.refused(1, "log", "sacrum=2", env=env, before=before, says=str(sealed))
    equal(files_of(folder), contents, "the journal")
    # It can be read all the same, and written out elsewhere.
    listed = home.ok("list", env=env, before=before)
    equal("acrum" in listed, True, "what is listed of a sealed journal")
    out = home.path / "sealed.json"
    home.ok("export", str(out), env=env, before=before)
    equal('"sacrum"' in out.read_text(), True, "what is exported of a sealed journal")
    equal(files_of(folder), contents, "the journal")
    folder.chmod(0o700)
    for path in filter(pathlib.Path.is_file, folder.iterdir()):
        path.chmod(0o600)
    equal([row["level"] for row in home.rows(env=env)], ["1"], "rows")


def file_limit(home):
    """A limit of file size: a sentence, no crash; what was logged before is all there."""
    home.ok("log", "sacrum=1")
    limit = home.journal.stat().st_size + 8192

    def tighten():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    logged = 1
    for number in range(400):
        status, _, err = home.run("log", "sacrum=2", "--note", "x" * 3000, preexec_fn=tighten)
        if status == 0:
            logged += 1
            continue
        equal(status, 1, f"status, {err}")
        equal(err.count("\n"), 1, f"one sentence: {err}")
        break
    else:
        check(False, "the limit was never met")
    home.tap.note(f"after {logged}: {err.strip()}")
    equal(len(home.entries()), logged, "entries")
    home.ok("check")


# Run inside a namespace: a small disk is filled, then widened, and what was said to be kept is read.
SMALL_DISK = """
mount -t tmpfs -o size=1500k none "$XDG_DATA_HOME"
logged=0
note=$(printf '%03000d' 7)
while "$1" log sacrum=2 --note "$note" >/dev/null 2>"$HOME/err"; do
  logged=$((logged + 1))
  [ $logged -lt 400 ]
done
status=0
"$1" log sacrum=2 --note "$note" >/dev/null 2>"$HOME/err" || status=$?
echo "$status $logged" >"$HOME/result"
mount -o remount,size=8m "$XDG_DATA_HOME"
"$1" check >"$HOME/check"
"$1" export - >"$HOME/rows"
"""


def full_disk(home):
    """A full disk: a sentence, nothing half; with room again all that was logged is there."""
    home.data.mkdir()
    done = subprocess.run(["unshare", "-rm", "sh", "-ec", SMALL_DISK, "-", PROGRAM],
                          env=home.environment(), capture_output=True, text=True, timeout=300)
    check((home.path / "result").exists(),
          f"no small disk could be made here: {done.stderr.strip()}")
    equal(done.returncode, 0, done.stderr)
    status, logged = map(int, (home.path / "result").read_text().split())
    err = (home.path / "err").read_text()
    home.tap.note(f"after {logged}: {err.strip()}")
    equal(status, 1, err)
    equal(err.count("\n"), 1, f"one sentence: {err}")
    check(logged > 3, f"only {logged} logs fitted")
    equal((home.path / "rows").read_bytes().count(b"\r\n"), logged + 1, "rows")


def put(home, contents):
    home.folder.mkdir(parents=True, mode=0o700, exist_ok=True)
    home.folder.chmod(0o700)
    home.data.chmod(0o700)
    home.journal.write_bytes(contents)
    home.journal.chmod(0o600)


COMMANDS = (["log", "sacrum=2"], ["list"], ["check"], ["export", "-"])


def solid(digest):
    """Without empty logs: looking at a file in WAL mode makes one, and it says nothing."""
    empty = hashlib.sha256(b"").hexdigest()
    return {name: found for name, found in digest.items()
            if not (name.endswith("-wal") and found[1] == empty)}


def refused_by_all(home, says=""):
    """No command takes the file, and none changes a byte of it or beside it."""
    before = home.digest()
    for arguments in COMMANDS:
        home.refused(1, *arguments, says=says)
        equal(solid(home.digest()), before, f"after {arguments}")


def not_a_database(home):
    """Text, noise, another program's database: refused, not a byte changed."""
    chance = random.Random(2)
    for contents in (b"Dear diary,\n" * 500, b"x", chance.randbytes(65536), b"\0" * 8192):
        put(home, contents)
        refused_by_all(home)
    home.journal.unlink()
    other = sqlite3.connect(home.journal)
    other.executescript("CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('soup');")
    other.close()
    home.journal.chmod(0o600)
    refused_by_all(home)


def damaged(home):
    """A journal cut short at many lengths, and one with a page of noise: a sentence or all of it."""
    home.ok("demo", str(home.data), "--days", "60")
    whole = home.journal.read_bytes()
    chance = random.Random(3)
    for length in (16, 100, 512, 4096, 4097, len(whole) // 2, len(whole) - 4096):
        put(home, whole[:length])
        before = home.journal.read_bytes()
        status, _, err = home.run("check")
        equal(status, 1, f"check of {length} of {len(whole)} bytes: {err}")
        equal(err.count("\n"), 1, f"one sentence: {err}")
        equal(home.journal.read_bytes(), before, f"the file cut to {length}")
        for path in home.folder.iterdir():
            if path != home.journal and path.is_file():
                path.unlink()
    noticed = 0
    for number in range(20):
        page = chance.randrange(1, len(whole) // 4096)
        put(home, whole[:page * 4096] + chance.randbytes(4096) + whole[(page + 1) * 4096:])
        status, _, err = home.run("check")
        check(status in (0, 1) and err.count("\n") == status, f"page {page}: {status} {err}")
        noticed += status
        for path in home.folder.iterdir():
            if path != home.journal and path.is_file():
                path.unlink()
    home.tap.note(f"{noticed} of 20 pages of noise were noticed")
    check(noticed >= 18, f"only {noticed} of 20 were noticed")


def newer(home):
    """A journal of a later version, with and without an open log: both files byte-identical."""
    home.ok("log", "sacrum=1")
    database = sqlite3.connect(home.journal)
    version = database.execute("PRAGMA user_version").fetchone()[0]
    database.execute(f"PRAGMA user_version={version + 1}")
    database.commit()
    database.close()
    for suffix in ("-wal", "-shm"):
        path = home.journal.with_name(home.journal.name + suffix)
        if path.exists():
            path.unlink()
    refused_by_all(home)

    # The same with a log that nobody has checkpointed: the later version was killed.
    home.journal.unlink()
    home.ok("log", "sacrum=1")
    database = sqlite3.connect(home.journal)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA wal_autocheckpoint=0")
    database.execute(f"PRAGMA user_version={version + 1}")
    database.commit()
    kept = files_of(home.folder)
    database.close()
    check(len(kept["journal.db-wal"]) > 0, "there is an open log")
    for name in ("journal.db", "journal.db-wal"):
        (home.folder / name).write_bytes(kept[name])
        (home.folder / name).chmod(0o600)
    before = {name: (home.folder / name).read_bytes() for name in ("journal.db", "journal.db-wal")}
    for arguments in COMMANDS:
        home.refused(1, *arguments)
        after = {name: (home.folder / name).read_bytes() for name in before}
        equal(after, before, f"after {arguments}")


def fast_demo(home):
    """Ten years are there in a moment, 73,000 marks of them."""
    started = time.monotonic()
    home.ok("demo", str(home.data))
    took = time.monotonic() - started
    home.tap.note(f"ten years took {took:.2f} s, {home.journal.stat().st_size / 1e6:.1f} MB")
    check("73000 marks" in home.ok("check"), "marks")
    rows = home.rows()
    equal(sum(1 for row in rows if row["what"] == "mark"), 73000, "rows")
    started = time.monotonic()
    home.ok("list")
    home.tap.note(f"listing took {time.monotonic() - started:.3f} s")
    started = time.monotonic()
    home.ok("figure", "--from", "2016-01-01", "ten-years.pdf")
    home.tap.note(f"a picture of ten years took {time.monotonic() - started:.3f} s")


Tap().run(
    killed,
    crowded,
    in_use,
    read_only,
    file_limit,
    full_disk,
    not_a_database,
    damaged,
    newer,
    fast_demo,
)
