# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: a session on the floor. Whatever is touched pauses it and offers three ways on; stopping
# asks why; the journal has it from its first second.

import json
import subprocess

from fascia_journey import *

CODE = "shoulder-top-left"
START = regex(r"^Start\b")
NONE = regex("^None of These: Start")
RATING = regex("^Left shoulder top: how tight is it now")


def begin(home):
    home.command("log", f"{CODE}=6")
    window = home.start()
    window.open_page("Routines", "keyboard")
    wait_until("the focus on Start", lambda: START.match(window.focused_name() or ""))
    window.key("space")
    window.find(Atspi.Role.BUTTON, NONE).get_action_iface().do_action(0)
    window.find(Atspi.Role.BUTTON, "Pause")
    return window


def sessions(home):
    out = home.command("list", "--json", "--kind", "session")
    return json.loads(out)


def is_paused(window):
    return bool(window.find_all(Atspi.Role.BUTTON, "Continue"))


def by_keys(tap, home):
    """Any key pauses, Space goes on, E eases off, Escape asks why."""
    window = begin(home)
    tap.ok(window.find(Atspi.Role.BUTTON, "Ease Off"), "the session runs by itself")
    tap.equal(len(sessions(home)), 1, "the journal has it from its first second")

    window.key("x")
    wait_until("the pause", lambda: is_paused(window))
    tap.ok(True, "a key that means nothing pauses")
    window.key("space")
    wait_until("it to go on", lambda: not is_paused(window))
    tap.ok(True, "Space goes on")

    window.key("Right")
    window.key("e")
    window.key("Escape")
    row = window.find(Atspi.Role.LIST_ITEM, "Enough for today")
    tap.ok(row, "Escape asks why, once")
    window.act(row, "row.press")
    window.find(Atspi.Role.LABEL, "Stopped")
    entry = sessions(home)[0]
    tap.equal(entry["session"]["outcome"], "stopped", "the journal says that it was stopped")
    tap.equal(entry["session"]["ease_offs"], 1, "and that it was eased off")

    slider = window.find(Atspi.Role.SLIDER, RATING)
    window.set_value(slider, 3)
    wait_until("the rating", lambda: sessions(home)[0]["session"].get("after"))
    tap.ok(sessions(home)[0]["session"].get("before"), "before is the mark of a moment ago")
    window.click(window.find(Atspi.Role.BUTTON, "Done"))
    wait_until("the routines", lambda: window.find_all(Atspi.Role.BUTTON, START))
    tap.equal(window.quit(), 0, "the program ends well")


def killed(tap, home):
    """kill -9 in the middle: the session is there, and so is what was done of it."""
    window = begin(home)
    wait_until("the session in the journal", lambda: sessions(home))
    window.key("Right")
    window.kill()
    entry = sessions(home)[0]
    tap.ok("outcome" not in entry["session"] or entry["session"]["outcome"] is None,
           "it is not told as ended")
    tap.ok(len(entry["session"]["steps"]) > 0, "its steps are there")


def waiting(tap, home):
    """With Wait for Me on one Space begins, and what waits says so."""
    window = begin(home)
    window.key("F10")
    item = wait_until(
        "the menu", lambda: window.find_all(None, "Wait for Me Before Each Step")
    )[0]
    item.get_action_iface().do_action(0)
    window.find(Atspi.Role.LABEL, "Waits for you")
    window.key("Escape")
    row = window.find(Atspi.Role.LIST_ITEM, "Enough for today")
    window.act(row, "row.press")
    window.click(window.find(Atspi.Role.BUTTON, "Done"))

    wait_until("the focus on Start", lambda: START.match(window.focused_name() or ""))
    window.key("space")
    window.find(Atspi.Role.BUTTON, NONE).get_action_iface().do_action(0)
    window.find(Atspi.Role.LABEL, "Waits for you")
    tap.ok(hear(r"Press Space when you are ready\.$"), "that it waits is heard")
    wait_until("the focus", lambda: window.focused_name() == "Continue")
    window.key("space")
    wait_until("the step to begin", lambda: not is_paused(window))
    tap.ok(True, "one Space begins it")
    window.kill(signal.SIGTERM)


run(by_keys, killed, waiting)
