# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: a session is one thing to take back, whole, whatever was written while it ran.

import json

from fascia_journey import *

CODE = "shoulder-top-left"
START = regex(r"^Start\b")
NONE = regex("^None of These: Start")
RATING = regex("^Left shoulder top: how tight is it now")
WAS = regex(r"^You were in .+, step \d+ of \d+$")


def sessions(home):
    return json.loads(home.command("list", "--json", "--kind", "session"))


def levels(home):
    """Of all marks, the newest first."""
    entries = json.loads(home.command("list", "--json", "--kind", "check-in"))
    return [mark["level"] for entry in entries for mark in entry["marks"]]


def press(window, name):
    window.find(Atspi.Role.BUTTON, name).get_action_iface().do_action(0)


def begin(home):
    window = home.start()
    window.open_page("Routines", "keyboard")
    wait_until("the focus on Start", lambda: START.match(window.focused_name() or ""))
    window.key("space")
    press(window, NONE)
    window.find(Atspi.Role.BUTTON, "Pause")
    wait_until("the session in the journal", lambda: sessions(home))
    return window


def played(tap, home):
    """Marks before, between and after; Ctrl+Z takes the session alone, the next one the rating."""
    home.command("log", f"{CODE}=6")
    window = begin(home)
    home.command("log", "sacrum=4")
    window.key("Right")
    window.key("Right")
    window.key("ctrl+z")
    window.key("Escape")
    reason = window.find(Atspi.Role.LIST_ITEM, "Enough for today")
    tap.equal(len(sessions(home)), 1, "while it runs it stays")
    window.act(reason, "row.press")
    window.find(Atspi.Role.LABEL, "Stopped")
    window.set_value(window.find(Atspi.Role.SLIDER, RATING), 3)
    wait_until("the rating", lambda: sessions(home)[0]["session"].get("after"))
    window.click(window.find(Atspi.Role.BUTTON, "Done"))
    window.gone(Atspi.Role.BUTTON, "Done")
    wait_until("the routines", lambda: window.find_all(Atspi.Role.BUTTON, START))

    window.key("ctrl+z")
    wait_until("the session to go", lambda: not sessions(home))
    tap.ok(True, "over, one Ctrl+Z takes all of it")
    tap.equal(levels(home), [3, 4, 6], "what was marked meanwhile stays")
    tap.ok(not window.find_all(Atspi.Role.LABEL, WAS), "nothing is offered to go on")
    window.key("ctrl+z")
    wait_until("the rating to go", lambda: levels(home) == [4, 6])
    tap.ok(True, "then the rating after it")
    tap.equal(window.quit(), 0, "the program ends well")


def by_command(tap, home):
    """Written by a command, it is no step of the window: Ctrl+Z takes the session, and says so."""
    window = begin(home)
    window.key("Escape")
    window.act(window.find(Atspi.Role.LIST_ITEM, "Enough for today"), "row.press")
    window.click(window.find(Atspi.Role.BUTTON, "Done"))
    window.gone(Atspi.Role.BUTTON, "Done")
    wait_until("the routines", lambda: window.find_all(Atspi.Role.BUTTON, START))
    entry = json.loads(home.command("log", "sacrum=4", "--json"))["entry"]

    window.key("ctrl+z")
    tap.ok(hear("Adding today’s session undone$"), "what is undone is named")
    tap.equal(sessions(home), [], "it is the session, the newest that was done in the window")
    tap.equal(levels(home), [4], "what the command wrote stays")

    home.command("delete", entry)
    tap.equal(levels(home), [], "a command takes it out")
    window.key("ctrl+z")
    wait_until("the mark again", lambda: levels(home) == [4])
    tap.ok(True, "what it takes out the window brings back")
    tap.equal(window.quit(), 0, "the program ends well")


run(played, by_command)
