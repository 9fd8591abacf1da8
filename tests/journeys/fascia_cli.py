# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the tests of the command line share: the real program, a folder of its own, checksums, TAP.

import csv
import hashlib
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import traceback

PROGRAM = os.environ.get("FASCIA_PROGRAM", "fascia")
TIMEOUT_S = 120
FOLDER = os.environ.get("FASCIA_DATA_FOLDER", "fascia")


class Failed(Exception):
    """A point that is not as it should be."""


class Tap:
    def __init__(self):
        self.count = 0
        self.failed = 0

    def note(self, text):
        for line in str(text).splitlines():
            print(f"# {line}", flush=True)

    def point(self, is_ok, name, directive=""):
        self.count += 1
        self.failed += 0 if is_ok else 1
        print(f"{'ok' if is_ok else 'not ok'} {self.count} - {name}{directive}", flush=True)

    def run(self, *tests):
        """Runs each test, a function of a Home, as one point named by its first line."""
        for test in tests:
            name = test.__doc__.splitlines()[0].rstrip(".")
            with Home(self) as home:
                try:
                    test(home)
                except Exception:  # whatever went wrong, the point failed
                    self.note(traceback.format_exc())
                    self.point(False, name)
                else:
                    self.point(True, name)
        print(f"1..{self.count}", flush=True)
        sys.exit(1 if self.failed else 0)


def check(condition, what):
    if not condition:
        raise Failed(what)


def equal(found, wanted, what):
    if found != wanted:
        raise Failed(f"{what}: found {found!r}, wanted {wanted!r}")


class Home:
    """A data folder, and the program that uses it. No session bus and no display."""

    def __init__(self, tap):
        self.tap = tap
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="fascia-cli-"))
        self.data = self.path / "data"
        self.folder = self.data / FOLDER
        self.journal = self.folder / "journal.db"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for folder, folders, _ in os.walk(self.path):
            for name in folders:
                path = os.path.join(folder, name)
                if not os.path.islink(path):
                    os.chmod(path, 0o700)
        shutil.rmtree(self.path)

    def environment(self, **more):
        environment = dict(os.environ)
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
            environment.pop(name, None)
        environment["HOME"] = str(self.path)
        environment["XDG_DATA_HOME"] = str(self.data)
        environment["XDG_RUNTIME_DIR"] = str(self.path)
        environment.update(more)
        return environment

    def start(self, *arguments, before=(), env=None, **more):
        return subprocess.Popen(
            [*before, PROGRAM, *arguments],
            env=self.environment(**(env or {})),
            cwd=self.path,
            stdin=subprocess.DEVNULL,
            **more,
        )

    def run(self, *arguments, **more):
        """(status, standard output, standard error) as text."""
        with self.start(
            *arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more
        ) as process:
            out, err = process.communicate(timeout=TIMEOUT_S)
        return process.returncode, out.decode(), err.decode()

    def ok(self, *arguments, **more):
        status, out, err = self.run(*arguments, **more)
        check(status == 0, f"fascia {' '.join(map(str, arguments))}: {status}: {err}")
        equal(err, "", "standard error")
        return out

    def refused(self, status, *arguments, says="", **more):
        """Fails with that status and one sentence that holds `says`; standard output is empty."""
        found, out, err = self.run(*arguments, **more)
        what = f"fascia {' '.join(map(repr, arguments))}: {err!r}"
        equal(found, status, what)
        equal(out, "", f"standard output of {what}")
        check(err.startswith("fascia: ") and err.endswith("\n"), f"a sentence: {what}")
        equal(err.count("\n"), 1, f"one line: {what}")
        check(len(err) > 20 and err.rstrip()[-1] in ".?”!", f"a whole sentence: {what}")
        check(says in err, f"says {says!r}: {what}")
        return err

    def rows(self, **more):
        text = self.ok("export", "--format", "csv", "-", **more)
        return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))

    def entries(self):
        """All entries, newest first."""
        return json.loads(self.ok("list", "--json", "--limit", "0"))

    def digest(self):
        """Every file of the data folder with its mode and contents."""
        found = {}
        for path in sorted(self.data.rglob("*")):
            mode = path.lstat().st_mode
            contents = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
            found[str(path.relative_to(self.data))] = (mode, contents)
        return found
