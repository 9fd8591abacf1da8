# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: a session is killed at random moments, again and again, and goes on each time. The
# journal holds it once, with the right steps.

import concurrent.futures
import json
import random

from fascia_journey import *

KILLS = int(os.environ.get("FASCIA_KILLS", 200 if "FASCIA_TEST_LONG" in os.environ else 3))
CODE = "shoulder-top-left"
START = regex(r"^Start\b")
NONE = regex("^None of These: Start")
WAS = regex(r"^You were in .+, step \d+ of \d+$")


def sessions(home, **more):
    return json.loads(home.command("list", "--json", "--kind", "session", **more))


def press(window, name):
    window.find(Atspi.Role.BUTTON, name).get_action_iface().do_action(0)


def steps_of(entry):
    return [(step["step"], step.get("region")) for step in entry["session"]["steps"]]


def over_of(entry):
    return [step.get("outcome") for step in entry["session"]["steps"]]


def open_window(home):
    """With the pointer beside it: where it lies by chance a tooltip may come up at any moment."""
    window = home.start()
    subprocess.run(["xdotool", "mousemove", "1900", "1180"], check=True)
    return window


def begin(home):
    window = open_window(home)
    window.open_page("Routines", "keyboard")
    wait_until("the focus on Start", lambda: START.match(window.focused_name() or ""))
    window.key("space")
    press(window, NONE)
    return window


def go_on(home):
    window = open_window(home)
    window.find(Atspi.Role.LABEL, WAS)
    press(window, "Go On")
    press(window, NONE)
    return window


def kill_at_random(window, chance, n_left):
    """A few keys, a moment, and no more program; returns how many of them may have changed a step."""
    n_keys = 0
    for _ in range(chance.randrange(4)):
        # Near its end it goes back: the last step is never ended.
        ways = ("Left", "Left") if n_left <= 3 else ("Right", "Right", "e", "Left")
        key = chance.choice((*ways, "space", "x"))
        n_keys += key in ("Right", "Left", "e")
        n_left -= key in ("Right", "e")
        window.key(key)
    time.sleep(chance.random() * 0.4)  # the random moment itself
    window.kill()
    return n_keys


def look_at(home, copy):
    """What the journal holds, as it lay there when the program was gone."""
    try:
        return sessions(home, XDG_DATA_HOME=copy)
    finally:
        shutil.rmtree(copy)


def judge(tap, number, told, found, n_keys):
    """The session is there once, with its steps; only keys have changed what is over."""
    kill = f"kill {number}"
    if len(found) != 1:
        tap.equal(len(found), 1, f"one session after {kill}")
    if steps_of(found[0]) != steps_of(told):
        tap.equal(steps_of(found[0]), steps_of(told), f"its steps after {kill}")
    if found[0]["session"].get("outcome") is not None:
        tap.ok(False, f"it is not told as ended after {kill}")
    # One step may end by itself meanwhile.
    changed = sum(1 for a, b in zip(over_of(told), over_of(found[0])) if a != b)
    if changed > n_keys + 1:
        tap.equal(over_of(found[0]), over_of(told), f"what is over after {kill} and {n_keys} keys")


def killed(tap, home):
    """kill -9 at random moments of one session; it is there each time, once, with its steps."""
    chance = random.Random(7)
    home.command("log", f"{CODE}=6")
    told = None
    n_keys = 0
    # The journal of one kill is looked at while the next window comes.
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        for number in range(1, KILLS + 1):
            window = begin(home) if told is None else go_on(home)
            # On a machine that stood still for some seconds it is paused by itself.
            window.find(Atspi.Role.BUTTON, regex("^(Pause|Continue)$"))
            if told is None:
                told = wait_until("the session in the journal", lambda: sessions(home))[0]
            else:
                found = look.result()
                judge(tap, number - 1, told, found, n_keys)
                told = found[0]
            n_keys = kill_at_random(
                window, chance, sum(1 for outcome in over_of(told) if outcome is None)
            )
            copy = os.path.join(home.path, f"after-{number}")
            shutil.copytree(home.data, copy)
            look = pool.submit(look_at, home, copy)
        judge(tap, KILLS, told, look.result(), n_keys)
    tap.ok(True, f"{KILLS} windows were killed in a session, none is lost and none is there twice")
    tap.ok(True, "no step changed that nobody touched")
    home.command("check")
    tap.ok(True, "the journal is sound")


run(killed)
