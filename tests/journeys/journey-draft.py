# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: the window dies while an entry is being written; what was typed is offered again.

import json
import time

from fascia_journey import *

WORDS = "the left hip let go on the second day"
# What may be lost at most.
PROMISE_S = 2


def begin_note(window):
    """The second of the menu Add. GTK's menu items tell the accessibility bus no names."""
    window.open_add_menu()
    window.key("Down", "Return")
    return window.find(Atspi.Role.TEXT, "Note")


def text_of(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def walk_to(window, wanted):
    """Backwards by keys: each once the one before has moved the focus, lest it walks past."""
    for _ in range(20):
        before = window.focused()
        if before == wanted:
            return
        window.key("shift+Tab")
        wait_until("the focus to move", lambda old=before: window.focused() not in (old, None))
    raise JourneyError("it cannot be reached with shift+Tab")


def killed(tap, home):
    """kill -9 two seconds after the last key: all of it comes back; saved, nothing is offered."""
    window = home.start()
    note = begin_note(window)
    wait_until("the focus in the note", lambda: window.focused() == note)
    window.type(WORDS)
    wait_until("the words", lambda: text_of(note) == WORDS)
    # Not waiting for something to come true: this is the promise itself, and it is a time.
    time.sleep(PROMISE_S)
    window.kill(signal.SIGKILL)
    tap.equal(
        json.loads(home.command("list", "--json")), [], "nothing was put into the journal by itself"
    )

    window = home.start()
    note = begin_note(window)
    window.find(Atspi.Role.ALERT, "Continue?")
    window.key("Escape")
    wait_until(
        "the words again",
        lambda: any(text_of(n) == WORDS for n in window.find_all(Atspi.Role.TEXT, "Note")),
    )
    wait_until("the focus in the note", lambda: window.focused() == note)
    tap.ok(True, "what was typed is offered, comes back, and one writes on in it")
    window.find(Atspi.Role.BUTTON, "Save").get_action_iface().do_action(0)
    wait_until("the note", lambda: WORDS in home.command("list", "--json"))
    tap.ok(True, "and is saved")

    begin_note(window)
    tap.ok(not window.find_all(Atspi.Role.BUTTON, "Continue"), "then nothing is left to continue")
    window.key("Escape")
    tap.equal(window.quit(), 0, "the program ends well")


def told(tap, home):
    """What waits is told on the Journal page, aloud, too; gone on with by keys, or thrown away."""
    window = home.start()
    for words in (WORDS, "never mind"):
        note = begin_note(window)
        wait_until("the focus in the note", lambda: window.focused() == note)
        window.type(words)
        wait_until("the words", lambda: text_of(note) == words)
        time.sleep(PROMISE_S)
        window.kill(signal.SIGKILL)
        window = home.start()
        window.open_page("Journal", "keyboard")
        tap.ok(hear("^A note was not saved$"), "it is said aloud")
        go_on = window.find(Atspi.Role.BUTTON, "Continue")
        walk_to(window, go_on)
        window.key("Return")
        note = window.find(Atspi.Role.TEXT, "Note")
        wait_until("the words again", lambda: text_of(note) == words)
        wait_until("the focus in the note", lambda: window.focused() == note)
        if words == WORDS:
            window.key("ctrl+Return")
            wait_until("the note", lambda: WORDS in home.command("list", "--json"))
            tap.ok(True, "one key goes on with it, and one saves it")
        else:
            window.key("Escape")
            window.find(Atspi.Role.BUTTON, "Discard").get_action_iface().do_action(0)
            tap.ok(True, "or it is thrown away")
        window.gone(Atspi.Role.BUTTON, "Continue")
        tap.ok(True, "then the line is gone")
    tap.equal(len(json.loads(home.command("list", "--json"))), 1, "one note was kept")
    tap.equal(window.quit(), 0, "the program ends well")


run(killed, told)
