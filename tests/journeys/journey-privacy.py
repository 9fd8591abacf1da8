# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: nobody else reads it: modes, names, sockets, and nothing left of what was deleted.

import json
import stat
import threading

from fascia_journey import *

MARKER = "Quittengelee"
# Leaks are looked for in all other journeys; that cannot be done while somebody traces.
ENVIRONMENT = {"ASAN_OPTIONS": "detect_leaks=0"}


class Watch(threading.Thread):
    """Looks at the modes of all files below some folders, all the time: also of those that come and
    go."""

    def __init__(self, *folders):
        super().__init__(daemon=True)
        self.folders = folders
        self.open = {}
        self.looks = 0
        self.is_over = threading.Event()

    def look(self):
        for folder in self.folders:
            for parent, folders, files in os.walk(folder):
                for name in [*folders, *files]:
                    path = os.path.join(parent, name)
                    try:
                        mode = stat.S_IMODE(os.lstat(path).st_mode)
                    except FileNotFoundError:
                        continue
                    if mode & 0o077:
                        self.open[path] = oct(mode)
        self.looks += 1

    def run(self):
        while not self.is_over.wait(0.001):
            self.look()

    def end(self):
        self.is_over.set()
        self.join()
        self.look()
        return self.open


def traced(log):
    """The words that run a program with umask 0, its sockets written down."""
    return ["sh", "-c", "umask 0; exec \"$@\"", "-", "strace", "-A", "-D", "-f", "-qq", "-e",
            "trace=socket", "-o", log]


def internet_sockets(log):
    with open(log, encoding="utf-8") as file:
        return [line.strip() for line in file if "AF_INET" in line or "AF_PACKET" in line]


def holders(folder, marker=MARKER):
    """The files below a folder that hold the marker, whatever the encoding."""
    found = []
    for parent, _, files in os.walk(folder):
        for name in files:
            path = os.path.join(parent, name)
            with open(path, "rb") as file:
                contents = file.read()
            if any(marker.encode(code) in contents for code in ("utf-8", "utf-16-le")):
                found.append(os.path.relpath(path, folder))
    return found


def private(tap, home):
    """With umask 0 and a marker in everything: files of one's own, and nothing left of it."""
    log = os.path.join(home.path, "sockets")
    os.makedirs(os.path.join(home.path, "out"), mode=0o700)
    out = lambda name: os.path.join(home.path, "out", name)  # noqa: E731
    os.makedirs(home.data, mode=0o700)
    watch = Watch(home.data, os.path.join(home.path, "out"))
    watch.start()

    def command(*arguments, **more):
        return home.command(*arguments, before=traced(log + "-command"), **ENVIRONMENT, **more)

    with open(os.path.join(home.path, "errors"), "w+", encoding="utf-8") as errors:
        window = home.start(before=traced(log), errors=errors, **ENVIRONMENT)
        window.set_value(window.region("Right lower back"), 6)
        wait_until("the mark", lambda: window.is_marked("Right lower back"))
        command("log", "lower-back-left=4", "--note", f"{MARKER} in the window")
        visit = json.loads(command("log", "--kind", "visit", "--said", MARKER, "--json"))
        command("edit", visit["entry"], "--note", f"more {MARKER}")
        command("backup", out("b"))
        command("export", out("j.json"))
        command("export", out("t.csv"))
        command("export", out("tables"))
        command("export", "--format", "fhir", out("h.json"))
        tap.ok(holders(home.data), "the marker is in the journal, and would be found")
        window.open_page("Journal")
        title = window.frame.get_name()
        tap.ok(MARKER not in title and "back" not in title.lower(), f"the title is neutral: {title}")
        for entry in json.loads(command("list", "--json", "--search", MARKER)):
            command("delete", entry["entry"], "--for-good", "--backups-too")
        tap.equal(json.loads(command("list", "--json", "--search", MARKER)), [], "none is found")
        tap.equal(holders(home.data), [], "after “delete for good” no file has it, with a window open")
        tap.equal(window.quit(), 0, "the window ends well")
        errors.seek(0)
        tap.ok(MARKER not in errors.read(), "no word of it is in what the program says of itself")
    tap.equal(holders(home.data), [], "nor afterwards")

    command("log", "sacrum=3", "--note", MARKER)
    command("erase", "--yes")
    tap.equal(holders(home.data), [], "after “erase everything” no file has it")
    tap.equal(sorted(path for path in os.listdir(os.path.join(home.path, "out")) if path != "tables"),
              ["b", "h.json", "j.json", "t.csv"], "what was written elsewhere is there")
    left = watch.end()
    tap.note(f"{watch.looks} looks at all files")
    tap.equal(left, {}, "nobody else may read a file, from its first byte, whatever the umask")
    names = [name for _, folders, files in os.walk(home.path) for name in [*folders, *files]]
    tap.ok(not [name for name in names if MARKER in name or "lower-back" in name], "names are neutral")
    tap.ok(not [name for name in names if name.startswith("recently-used")], "no list of recent files")
    tap.equal(internet_sockets(log) + internet_sockets(log + "-command"), [], "no way to any network")
    with open(log, encoding="utf-8") as file:
        tap.ok("AF_UNIX" in file.read(), "the tracing saw the sockets of the window")


def controls(tap, home):
    """What must be found is found."""
    log = os.path.join(home.path, "sockets")
    subprocess.run([*traced(log), "python3", "-c", "import socket; socket.socket()"], check=True)
    wait_until("the socket in the log", lambda: internet_sockets(log))
    tap.ok(True, "a socket of the network is seen")
    folder = os.path.join(home.path, "watched")
    os.mkdir(folder)
    watch = Watch(folder)
    watch.start()
    with open(os.path.join(folder, "open"), "w", encoding="utf-8") as file:
        file.write(MARKER)
    os.chmod(os.path.join(folder, "open"), 0o644)
    wait_until("an open file to be seen", lambda: watch.open)
    tap.equal(list(watch.end()), [os.path.join(folder, "open")], "a file that others may read is seen")
    tap.equal(holders(folder), ["open"], "and the marker in it")


run(private, controls)
