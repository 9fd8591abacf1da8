# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: a window and the command line on one journal, and on two.

import json
import threading

from fascia_journey import *


def tells(window, place, words):
    """Whether the words are among what the window says of a place, beside what is marked there."""
    return words in window.region(place).get_description()


def into_the_same_journal(tap, home):
    """`fascia log` into the journal of an open window: told there, as a check-in of its own."""
    window = home.start()
    window.region("Right lower back")
    home.command("log", "lower-back-right=4")
    wait_until("the words in the window",
               lambda: tells(window, "Right lower back", "was 4 earlier today"))
    tap.ok(not window.is_marked("Right lower back"), "the check-in of the window is another")
    tap.equal(home.level("lower-back-right"), "4", "the command line reads it back beside the window")
    home.command("log", "no-such-place=4", expect=1)
    home.command("log", "lower-back-right=11", expect=1)
    tap.equal(len(home.marks()), 1, "nonsense writes nothing, with a window open, too")
    tap.equal(window.quit(), 0, "the program ends well")
    tap.equal(home.level("lower-back-right"), "4", "it is there without the window")


def into_another_journal(tap, home):
    """`fascia log` into another journal: only that one changes."""
    window = home.start()
    window.region("Right lower back")
    other = home.other()
    other.command("log", "lower-back-right=7")
    tap.equal(other.level("lower-back-right"), "7", "the other journal has it")
    tap.equal(home.marks(), [], "the journal of the window has not")
    # A later change into the right one proves that the window was listening all the time.
    home.command("log", "lower-back-left=3")
    wait_until("the words of the same journal",
               lambda: tells(window, "Left lower back", "was 3 earlier today"))
    tap.ok(not tells(window, "Right lower back", "was"), "the window tells nothing of the other")
    tap.equal(window.quit(), 0, "the program ends well")


def two_windows(tap, home):
    """A second window on another journal keeps to itself."""
    first = home.start()
    first.region("Right lower back")
    other = home.other()
    second = other.start()
    second.act(second.region("Left lower back"), "region.mark")
    wait_until("the mark", lambda: second.is_marked("Left lower back"))
    tap.ok(not first.is_marked("Left lower back"), "the first window shows nothing of it")
    other.command("log", "lower-back-right=2")
    tap.equal(other.level("lower-back-right"), "2", "the command line finds the window of its journal")
    tap.equal(home.marks(), [], "and no other")
    second.kill(signal.SIGTERM)
    tap.equal(first.quit(), 0, "the first ends well")
    tap.equal(home.marks(), [], "its journal is empty")


def the_whole_diary(tap, home):
    """Commands of the whole diary, done by the window; what needs the file closed is refused."""
    window = home.start()
    window.region("Right lower back")
    visit = json.loads(home.command("log", "--kind", "visit", "--area", "lower-back-left", "--json"))
    home.command("log", "lower-back-right=4", "--tag", "stress")
    wait_until("the words in the window",
               lambda: tells(window, "Right lower back", "was 4 earlier today"))
    name = visit["entry"]
    tap.equal(json.loads(home.command("show", name[:23], "--json")), visit, "shown")
    edited = json.loads(home.command("edit", name, "--note", "words", "--json"))
    tap.equal(edited, dict(visit, note="words"), "edited")
    found = json.loads(home.command("list", "--search", "words", "--json"))
    tap.equal([entry["entry"] for entry in found], [name], "found")
    tap.ok("2 entries" in home.command("check"), "checked")
    path = os.path.join(home.path, "b")
    home.command("backup", path)
    home.command("export", os.path.join(home.path, "j.json"))
    home.command("export", os.path.join(home.path, "tables"))
    plan = json.loads(home.command("import", os.path.join(home.path, "j.json"), "--json"))
    tap.equal((plan["new"], plan["same"]), (0, 2), "imported: all is there already")
    with open(home.journal(), "rb") as file:
        before = file.read()
    for arguments in (["restore", "--yes", path], ["restore", "--preview", path],
                      ["check", "--repair"], ["erase", "--yes"]):
        home.command(*arguments, expect=1)
    with open(home.journal(), "rb") as file:
        tap.ok(file.read() == before, "refused while the window is there, nothing changed")
    home.command("delete", name)
    tap.equal(len(json.loads(home.command("list", "--json"))), 1, "deleted")
    tap.equal(window.quit(), 0, "the program ends well")
    home.command("restore", "--yes", path)
    tap.equal(len(json.loads(home.command("list", "--json"))), 2, "restored once it is closed")


def backed_up_while_written(tap, home):
    """Backups by way of the window while others write: whole, each of them."""
    is_long = "FASCIA_TEST_LONG" in os.environ
    n_backups = 3 if is_long else 1
    home.command("demo", home.data, "--days", "3650" if is_long else "700")
    window = home.start()
    window.region("Right lower back")
    is_over = threading.Event()
    failed = []

    def write():
        while not is_over.is_set():
            try:
                home.command("log", "lower-back-right=4", "--note", "meanwhile")
            except JourneyError as error:
                failed.append(str(error))
                return

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(n_backups):
            home.command("backup", os.path.join(home.path, f"b{number}"))
            home.command("check")
    finally:
        is_over.set()
        writer.join()
    tap.equal(failed, [], "what was written meanwhile is written")
    tap.equal(window.quit(), 0, "the window is there and ends well")
    for number in range(n_backups):
        home.command("restore", "--preview", os.path.join(home.path, f"b{number}"))
    tap.ok(True, "each backup is whole")


run(into_the_same_journal, the_whole_diary, backed_up_while_written, into_another_journal, two_windows)
