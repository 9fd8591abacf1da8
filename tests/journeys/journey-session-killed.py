# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: a session is killed at random moments, again and again, and goes on each time. The
# journal holds it once, with the right steps.

import json
import random

from fascia_journey import *

KILLS = 200 if "FASCIA_TEST_LONG" in os.environ else 3
CODE = "shoulder-top-left"
START = regex(r"^Start\b")
NONE = regex("^None of These: Start")
WAS = regex(r"^You were in .+, step \d+ of \d+$")


def sessions(home):
    return json.loads(home.command("list", "--json", "--kind", "session"))


def press(window, name):
    window.find(Atspi.Role.BUTTON, name).get_action_iface().do_action(0)


def steps_of(entry):
    return [(step["step"], step.get("region")) for step in entry["session"]["steps"]]


def over_of(entry):
    return [step.get("outcome") for step in entry["session"]["steps"]]


def begin(home):
    window = home.start()
    window.open_page("Routines", "keyboard")
    wait_until("the focus on Start", lambda: START.match(window.focused_name() or ""))
    window.key("space")
    press(window, NONE)
    return window


def go_on(home):
    window = home.start()
    window.find(Atspi.Role.LABEL, WAS)
    press(window, "Go On")
    press(window, NONE)
    return window


def kill_at_random(window, chance, n_left):
    """A few keys, a moment, and no more program; returns how many steps the keys may have ended."""
    n_over = 0
    for _ in range(chance.randrange(4)):
        key = chance.choice(("Right", "Right", "Left", "space", "e", "x"))
        # Into a step and out of it are two; the last one stays.
        if key in ("Right", "e"):
            if n_over + 1 >= n_left:
                continue
            n_over += 1
        window.key(key)
    time.sleep(chance.random() * 0.4)  # the random moment itself
    window.kill()
    return n_over


def killed(tap, home):
    """kill -9 at random moments of one session; it is there each time, once, with its steps."""
    chance = random.Random(7)
    home.command("log", f"{CODE}=6")
    wanted = None
    before = None
    n_lost = 0
    for number in range(KILLS):
        window = begin(home) if before is None else go_on(home)
        # On a machine that stood still for some seconds it is paused by itself.
        window.find(Atspi.Role.BUTTON, regex("^(Pause|Continue)$"))
        told = wait_until("the session in the journal", lambda: sessions(home))[0]
        if wanted is None:
            wanted = steps_of(told)
        n_left = sum(1 for outcome in over_of(told) if outcome is None)
        n_over = kill_at_random(window, chance, n_left)
        found = sessions(home)
        entry = found[0]
        if len(found) != 1:
            tap.equal(len(found), 1, f"one session after kill {number + 1}")
        if steps_of(entry) != wanted:
            tap.equal(steps_of(entry), wanted, f"its steps after kill {number + 1}")
        if entry["session"].get("outcome") is not None:
            tap.ok(False, f"it is not told as ended after kill {number + 1}")
        # What was told as over may only be taken back by hand.
        changed = sum(1 for a, b in zip(over_of(told), over_of(entry)) if a != b)
        if changed > 3:
            tap.equal(over_of(entry), over_of(told), f"what was over before kill {number + 1}")
        n_lost += changed > n_over and n_over == 0 and changed > 1
        before = entry
        n_left = sum(1 for outcome in over_of(entry) if outcome is None)
        if n_left <= 2:
            # Near its end: back to the beginning of the day.
            window = go_on(home)
            for _ in range(40):
                if n_left > 4:
                    break
                window.key("Left")
                told = sessions(home)[0]
                n_left = sum(1 for outcome in over_of(told) if outcome is None)
            window.kill()
    tap.ok(True, f"{KILLS} windows were killed in a session, none is lost and none is there twice")
    tap.equal(n_lost, 0, "no step changed that nobody touched")
    home.command("check")
    tap.ok(True, "the journal is sound")


run(killed)
