# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: a session with the pointer, and so with a finger. Each button does what it says, what is no
# button pauses, and how it was before is answered by one key.

import json

from fascia_journey import *

CODE = "shoulder-top-left"
START = regex(r"^Start\b")
NONE = regex("^None of These: Start")
NEXT = regex("^Next: ")


def begin(home):
    window = home.start()
    window.open_page("Routines", "keyboard")
    wait_until("the focus on Start", lambda: START.match(window.focused_name() or ""))
    window.key("space")
    window.find(Atspi.Role.BUTTON, NONE).get_action_iface().do_action(0)
    window.find(Atspi.Role.BUTTON, "Pause")
    return window


def session(home):
    return json.loads(home.command("list", "--json", "--kind", "session"))[0]["session"]


def is_paused(window):
    return bool(window.find_all(Atspi.Role.BUTTON, "Continue"))


def shown_next(window):
    return window.find(Atspi.Role.LABEL, NEXT).get_name()


def with_the_pointer(tap, home):
    """Next, Back and Ease Off go on running; a tap beside them pauses; paused there is a next, too."""
    home.command("log", f"{CODE}=6")
    window = begin(home)
    # Into the first hold, by a press that lasts.
    x, y, width, height = window.box_of(window.find(Atspi.Role.BUTTON, "Next Step"))
    middle = (x + width / 2, y + height / 2)
    window.drag(middle, middle)
    tap.equal(len(window.find_all(Atspi.Role.BUTTON, "Continue")), 0, "a long press does not pause")
    window.click(window.find(Atspi.Role.BUTTON, "Ease Off"))
    wait_until("it to be eased off", lambda: session(home).get("ease_offs") == 1)
    tap.ok(not is_paused(window), "Ease Off eases off, and it runs on")

    first = shown_next(window)
    for _ in range(4):
        window.click(window.find(Atspi.Role.BUTTON, "Next Step"))
        if shown_next(window) != first:
            break
    wait_until("the next step", lambda: shown_next(window) != first)
    tap.ok(not is_paused(window), "Next Step goes on to the next step")
    tap.equal(window.focused_name(), "Pause", "and the keys are still on Pause")
    for _ in range(4):
        window.click(window.find(Atspi.Role.BUTTON, "One Step Back"))
        if shown_next(window) == first:
            break
    wait_until("the step before", lambda: shown_next(window) == first)
    tap.ok(not is_paused(window), "One Step Back goes back")

    window.click(window.find(Atspi.Role.BUTTON, "Next Step"), across=1.4)
    wait_until("the pause", lambda: is_paused(window))
    tap.ok(True, "what is no button pauses")
    tap.equal(len(window.find_all(Atspi.Role.BUTTON, "Next Step")), 1, "the next step is in sight")
    tap.equal(len(window.find_all(Atspi.Role.BUTTON, "One Step Back")), 1, "and the one before")
    window.click(window.find(Atspi.Role.BUTTON, "Continue"))
    wait_until("it to go on", lambda: not is_paused(window))
    window.kill()


def before(tap, home):
    """A digit answers how it was, while the question stands, and nothing pauses."""
    home.command("log", CODE)
    window = begin(home)
    slider = window.find(Atspi.Role.SLIDER, regex(": how tight is it now"))
    window.key("5")
    wait_until("the answer", lambda: window.value(slider) == 5)
    tap.ok(not is_paused(window), "it runs on")
    wait_until("the answer in the journal", lambda: session(home).get("before"))
    tap.ok(True, "and it is kept")
    window.kill()


def unkept(tap, home):
    """The journal goes in the middle: it is said where one looks."""
    home.command("log", f"{CODE}=6")
    window = begin(home)
    window.click(window.find(Atspi.Role.BUTTON, "Next Step"))
    window.click(window.find(Atspi.Role.BUTTON, "Pause"))
    journal = home.journal()
    for name in (journal, f"{journal}-wal", f"{journal}-shm"):
        if os.path.exists(name):
            os.rename(name, f"{name}.away")
    window.click(window.find(Atspi.Role.BUTTON, "Continue"))
    tap.ok(window.find(Atspi.Role.BUTTON, "Details"), "it is said over the session")
    wait_until("it to go on", lambda: not is_paused(window))
    window.key("space")
    wait_until("the pause", lambda: is_paused(window))
    tap.ok(True, "and keys work on")
    window.key("Escape")
    window.act(window.find(Atspi.Role.LIST_ITEM, "Enough for today"), "row.press")
    window.find(Atspi.Role.LABEL, "Stopped")
    tap.ok(
        window.find(Atspi.Role.LABEL, "This session could not be kept in your journal."),
        "the summary says what is not kept",
    )
    window.kill()


run(with_the_pointer, before, unkept)
