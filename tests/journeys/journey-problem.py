# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: a journal that cannot be opened is put before the person, and left as it is.

import hashlib
import sqlite3

from fascia_journey import *

# GTK's own file chooser leaks what it knows of files when it is closed, in frames without names: so
# does a program that has nothing but that chooser.
WITH_CHOOSER = {
    "ASAN_OPTIONS": "detect_leaks=0:abort_on_error=0:detect_stack_use_after_return=1"
}


def fingerprints(home):
    """Every file of the journal's folder and what is in it."""
    found = {}
    folder = os.path.dirname(home.journal())
    for name in sorted(os.listdir(folder)):
        if os.path.isdir(os.path.join(folder, name)):
            continue  # the backups beside it
        with open(os.path.join(folder, name), "rb") as file:
            found[name] = hashlib.sha256(file.read()).hexdigest()
    return found


def make_journal(home):
    home.command("log", "lower-back-left=3")
    return home.journal()


def expect_problem(tap, window, title):
    window.find(Atspi.Role.LABEL, regex(f"(?i)^{title}$"))
    tap.ok(True, f"the window says: {title}")
    tap.equal(window.find_all(Atspi.Role.TOGGLE_BUTTON, regex("^Left ")), [], "no figure to mark in vain")


def not_a_journal(tap, home):
    """The file is something else: it is told, kept, and after moving it away all is well."""
    path = make_journal(home)
    with open(path, "wb") as file:
        file.write(b"A shopping list, not a journal.\n" * 300)
    before = fingerprints(home)
    window = home.start()
    expect_problem(tap, window, "This File Is Not a Journal")
    tap.equal(fingerprints(home), before, "the file is as it was")

    os.rename(path, path + ".kept")
    window.find(Atspi.Role.BUTTON, regex("Try Again")).get_action_iface().do_action(0)
    window.act(window.region("Left lower back"), "region.mark")
    wait_until("the mark", lambda: window.is_marked("Left lower back"))
    tap.ok(True, "Try Again makes a new journal once the file is out of the way")
    tap.equal(window.quit(), 0, "the program ends well")
    tap.equal(fingerprints(home)["journal.db.kept"], before["journal.db"], "the file is still kept")


def from_a_newer_version(tap, home):
    """A newer Fascia wrote it, and something is still in its log: both files stay as they are."""
    path = make_journal(home)
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA journal_mode=WAL")
    newer.execute("PRAGMA wal_autocheckpoint=0")
    version = newer.execute("PRAGMA user_version").fetchone()[0]
    newer.execute(f"PRAGMA user_version={version + 1}")
    newer.commit()
    # Copied while it is open: what a program leaves behind that was not allowed to finish.
    folder = os.path.dirname(path)
    kept = {}
    for name in ("journal.db", "journal.db-wal"):
        with open(os.path.join(folder, name), "rb") as file:
            kept[name] = file.read()
    newer.close()
    for name in os.listdir(folder):
        if os.path.isfile(os.path.join(folder, name)):
            os.unlink(os.path.join(folder, name))
    for name, content in kept.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)
    before = fingerprints(home)
    tap.ok(len(kept["journal.db-wal"]) > 0, "there is a log that was not written back")

    window = home.start()
    expect_problem(tap, window, "Your Journal Is from a Newer Fascia")
    tap.equal(window.quit(), 0, "the program ends well")
    after = fingerprints(home)
    tap.equal({name: after.get(name) for name in before}, before, "both files are as they were")


def in_use(tap, home):
    """Another program holds it: it is told, and Try Again works once it is free."""
    path = make_journal(home)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode=EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    window = home.start()
    expect_problem(tap, window, "Your Journal Is in Use")
    other.execute("COMMIT")
    other.close()
    window.find(Atspi.Role.BUTTON, regex("Try Again")).get_action_iface().do_action(0)
    window.region("Left lower back")
    tap.ok(True, "Try Again opens it once it is free")
    tap.equal(window.quit(), 0, "the program ends well")
    tap.equal(home.level("lower-back-left"), "3", "nothing is lost")


def damaged(tap, home):
    """Half of the file is gone: a backup takes its place, and the half is kept."""
    path = make_journal(home)
    backup = os.path.join(home.path, "kept.fascia-backup")
    home.command("backup", backup)
    with open(path, "rb") as file:
        content = file.read()
    with open(path, "wb") as file:
        file.write(content[: len(content) // 2 + 100])
    half = fingerprints(home)["journal.db"]

    window = home.start(**WITH_CHOOSER)
    expect_problem(tap, window, "Your Journal Is Damaged")
    tap.equal(fingerprints(home)["journal.db"], half, "the file is as it was")
    window.find(Atspi.Role.BUTTON, "Repair…")
    tap.equal(window.nameless(), [], "everything there has a name")
    wait_until("the focus", lambda: window.focused_name() == "Restore from a Backup…")
    window.key("Return")
    restore = window.find((Atspi.Role.LIST_ITEM, Atspi.Role.BUTTON), regex("Restore from a File"))
    window.click(restore)
    choose_file(window, backup)
    window.find(None, "Your journal cannot be read now")
    window.click(window.find(Atspi.Role.BUTTON, "Restore"))
    window.find(None, "Restored")
    window.click(window.find(Atspi.Role.BUTTON, "Done"))
    wait_until("the place to tell", lambda: "was 3 earlier today"
               in (window.region("Left lower back").get_description() or ""))
    tap.equal(window.quit(), 0, "the program ends well")
    tap.equal(home.level("lower-back-left"), "3", "it is what the backup had")
    tap.ok(half in fingerprints(home).values(), "the damaged file is kept, byte by byte")


run(not_a_journal, from_a_newer_version, in_use, damaged)
