# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: a new computer. One file is chosen, looked at, restored; the clicks are counted.

import stat

from fascia_journey import *

Role = Atspi.Role


class Hands:
    """Counts what a person does."""

    def __init__(self, window):
        self.window = window
        self.clicks = 0

    def click(self, role, name, **more):
        node = self.window.find(role, name, **more)
        self.window.click(node)
        self.clicks += 1


def new_computer(tap, home):
    """From an empty journal to all that was on the old computer."""
    old = home.other()
    old.command("log", "lower-back-left=3", "shoulder-top-right=5")
    path = os.path.join(home.path, "from the old one.fascia-backup")
    old.command("backup", path)
    tap.equal(stat.S_IMODE(os.stat(path).st_mode), 0o600, "the backup is for its owner alone")

    window = home.start()
    window.open_page("Journal")
    hands = Hands(window)
    hands.click(Role.BUTTON, regex("Restore from a Backup"))
    row = window.find((Role.LIST_ITEM, Role.BUTTON), regex("Restore from a File"))
    tap.ok("row.press" in window.actions(row), "a row can be pressed without a key")
    hands.click((Role.LIST_ITEM, Role.BUTTON), regex("Restore from a File"))
    choose_file(window, path)
    window.find(None, "What Changes")
    tap.ok(window.find(None, regex("^1 entry of the backup is not here$")), "it says what comes back")
    tap.ok(window.find(Role.LIST_ITEM, "Holds", description="1 entry"), "rows say all they show")
    tap.equal(home.marks(), [], "nothing has changed yet")
    hands.click(Role.BUTTON, "Restore")
    window.find(None, "Restored")
    tap.equal(hands.clicks, 3, "three clicks beside the file dialog")
    tap.equal(window.nameless(), [], "everything there has a name")
    hands.click(Role.BUTTON, "Done")

    window.find(Role.LIST_ITEM, regex("Left lower back, tight 3"))
    tap.ok(True, "the journal shows it at once")
    window.open_page("Body")
    tells(window, "Left lower back", "was 3 earlier today")
    tap.equal(window.quit(), 0, "the program ends well")
    tap.equal(home.level("shoulder-top-right"), "5", "all of it is there")


def by_keyboard(tap, home):
    """A backup is made, locked, and restored without a pointer."""
    home.command("log", "lower-back-left=3")
    path = os.path.join(home.path, "mine.fascia-backup")
    window = home.start()
    window.region("Left lower back")

    def open_backups():
        # GTK's menu items tell the accessibility bus no names: by their letter.
        window.key("F10")
        window.find(Role.MENU_ITEM, None)
        window.key("b")
        window.find(None, "Kept by Fascia")

    open_backups()
    wait_until("the focus on Back Up Now", lambda: "Back Up Now" in (window.focused_name() or ""))
    window.key("Return")
    window.find(None, regex("^Passphrase"))
    window.type("sesame open")
    window.key("Tab")
    find_focus(window, "The Same Again")
    window.type("sesame open")
    window.key("Return")
    choose_file(window, path)
    window.find(None, "Backup Saved and Checked")
    tap.ok(os.path.exists(path), "the backup is there")
    with open(path, "rb") as file:
        tap.ok(file.read(21) == b"age-encryption.org/v1", "it is an age file")
    find_focus(window, "Done")
    window.key("Return")
    window.gone(None, "Backup Saved and Checked")
    home.command("log", "lower-back-left=9")

    open_backups()
    window.key("Tab")
    find_focus(window, "Restore from a File")
    window.key("Return")
    choose_file(window, path)
    window.find(None, "This Backup Is Locked")
    find_focus(window, "Passphrase")
    window.type("sesame")
    window.key("Return")
    hear("This is not the passphrase")
    tap.ok(True, "another passphrase is told aloud, in place")
    window.type("sesame open")
    window.key("Return")
    window.find(None, "1 entry here is not in the backup")
    find_focus(window, "Restore")
    window.key("Return")
    window.find(None, "Restored")
    find_focus(window, "Done")
    window.key("Return")
    tells(window, "Left lower back", "was 3 earlier today")
    tap.equal(window.quit(), 0, "the program ends well")
    tap.equal(home.level("lower-back-left"), "3", "it is what it was then")
    recent = os.path.join(home.data, "recently-used.xbel")
    text = ""
    if os.path.exists(recent):
        with open(recent, encoding="utf-8") as file:
            text = file.read()
    tap.ok("fascia-backup" not in text, "no list of recent files tells of it")


def tells(window, place, words):
    wait_until(f"{place} to tell: {words}",
               lambda: words in (window.region(place).get_description() or ""))


def find_focus(window, name):
    """Tab until something has the focus whose name begins so; fails when nothing ever does."""
    for _ in range(12):
        try:
            return wait_until(name, lambda: (window.focused_name() or "").startswith(name), 1.5)
        except JourneyError:
            window.key("Tab")
    raise JourneyError(f"the keyboard never reaches {name!r}: {window.focused_name()!r}")


def second_instance(tap, home):
    """Started again, the program shows the window that is there."""
    home.command("log", "lower-back-left=3")
    window = home.start()
    window.region("Left lower back")
    again = subprocess.run(
        [PROGRAM], env=home.environment(), stdin=subprocess.DEVNULL, timeout=DEADLINE_S
    )
    tap.equal(again.returncode, 0, "the second ends at once, and well")

    def windows():
        """Of every program on the bus, what is shown: X loses count while some window goes."""
        desktop = Atspi.get_desktop(0)
        programs = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
        shown = [
            program.get_child_at_index(i)
            for program in programs
            if program is not None
            for i in range(program.get_child_count())
        ]
        return [
            node.get_name()
            for node in shown
            if node is not None
            and node.get_role() in (Atspi.Role.FRAME, Atspi.Role.WINDOW)
            and node.get_state_set().contains(Atspi.StateType.SHOWING)
        ]

    wait_until("one window", lambda: windows() == ["Fascia"])
    tap.ok(True, "there is one window, and its name says nothing of what is in it")
    tap.equal(window.process.poll(), None, "the first goes on")
    window.act(window.region("Right lower back"), "region.mark")
    wait_until("the mark", lambda: window.is_marked("Right lower back"))
    tap.equal(window.quit(), 0, "the program ends well")


run(new_computer, by_keyboard, second_instance)
