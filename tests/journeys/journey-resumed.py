# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: the program dies in a hold. The next start offers to go on where it was; what is left
# ends in the same entry. Or it is left, and that is taken back.

import json

from fascia_journey import *

CODE = "shoulder-top-left"
START = regex(r"^Start\b")
NONE = regex("^None of These: Start")
WAS = regex(r"^You were in .+, step \d+ of \d+$")


def sessions(home):
    return json.loads(home.command("list", "--json", "--kind", "session"))


def press(window, name):
    window.find(Atspi.Role.BUTTON, name).get_action_iface().do_action(0)


def begin_and_die(home):
    """A session in its second step, and no more program."""
    home.command("log", f"{CODE}=6")
    window = home.start()
    window.open_page("Routines", "keyboard")
    wait_until("the focus on Start", lambda: START.match(window.focused_name() or ""))
    window.key("space")
    press(window, NONE)
    window.find(Atspi.Role.BUTTON, "Pause")
    # Into the first hold, and over it.
    window.key("Right")
    window.key("Right")
    wait_until(
        "the first step to be over",
        lambda: sessions(home)[0]["session"]["steps"][0].get("outcome") == "skipped",
    )
    window.kill()
    return sessions(home)[0]


def go_on(tap, home):
    """kill -9 in a session; Go On; the rest of it; one entry, complete."""
    before = begin_and_die(home)
    tap.ok(before["session"].get("outcome") is None, "it broke off")

    window = home.start()
    # Before anything in the window has been looked at: a screen reader has not been there, either.
    hear(r"^You were in .+, step \d+ of \d+")
    tap.ok(True, "who does not see it hears where it was")
    label = window.find(Atspi.Role.LABEL, WAS).get_name()
    tap.ok(", step 2 of " in label, f"the window says so, too: {label}")
    press(window, "Go On")
    # Through the same questions as any start.
    press(window, NONE)
    window.find(Atspi.Role.BUTTON, "Pause")
    tap.equal(len(sessions(home)), 1, "it is the same entry")
    # Its step is held, shorter than it was meant; the others are only gone through.
    window.key("Right")
    for _ in range(4):
        window.key("e")
    wait_until(
        "the second step to be over",
        lambda: sessions(home)[0]["session"]["steps"][1].get("outcome") == "done",
    )
    steps = len(before["session"]["steps"])
    for _ in range(2 * steps):
        if window.find_all(Atspi.Role.LABEL, "Done"):
            break
        window.key("Right")
    window.find(Atspi.Role.LABEL, "Done")
    wait_until("the end", lambda: sessions(home)[0]["session"].get("outcome") == "finished")
    after = sessions(home)
    tap.equal(len(after), 1, "one entry in the journal")
    tap.equal(
        [step["step"] for step in after[0]["session"]["steps"]],
        [step["step"] for step in before["session"]["steps"]],
        "with the same steps",
    )
    tap.equal(after[0]["session"]["steps"][0]["outcome"], "skipped", "and what was before the end")
    window.click(window.find(Atspi.Role.BUTTON, "Done"))
    window.gone(Atspi.Role.LABEL, WAS)
    tap.equal(window.quit(), 0, "the program ends well")


def leave(tap, home):
    """Leave It closes it as stopped; Undo offers it again; later starts ask no more."""
    begin_and_die(home)
    window = home.start()
    window.open_page("Routines", "keyboard")
    window.find(Atspi.Role.LABEL, WAS)
    press(window, "Leave It")
    wait_until("the end", lambda: sessions(home)[0]["session"].get("outcome") == "stopped")
    tap.ok(True, "left, it is stopped")
    window.gone(Atspi.Role.LABEL, WAS)
    press(window, "Undo")
    window.find(Atspi.Role.LABEL, WAS)
    tap.ok(sessions(home)[0]["session"].get("outcome") is None, "Undo takes that back")
    press(window, "Leave It")
    wait_until("the end", lambda: sessions(home)[0]["session"].get("outcome") == "stopped")
    window.quit()

    window = home.start()
    window.open_page("Routines", "keyboard")
    window.find(Atspi.Role.BUTTON, START)
    tap.ok(not window.find_all(Atspi.Role.LABEL, WAS), "nobody asks again")
    tap.equal(window.quit(), 0, "the program ends well")


run(go_on, leave)
