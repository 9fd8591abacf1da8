# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: the window dies without warning; what it had shown as marked is kept.

import random

from fascia_journey import *

# Each kills a window; `fascia log` is killed by test-cli-hard.
KILLS = 200 if "FASCIA_TEST_LONG" in os.environ else 3


def killed(tap, home):
    """kill -9 after each mark: every one is there after the next start."""
    chance = random.Random(1)
    names = [("Left lower back", "lower-back-left"), ("Right lower back", "lower-back-right"),
             ("Sacrum", "sacrum"), ("Left back of neck", "neck-back-left")]
    kept = {}
    for number in range(KILLS):
        name, code = names[number % len(names)]
        level = str(1 + chance.randrange(10))
        window = home.start()
        window.set_value(window.region(name), int(level))
        # Told over the other way: it is in the file.
        wait_until("the kept level", lambda: home.level(code) == level)
        kept[code] = level
        # In the middle of what comes next: another level, or what the program does when it is idle.
        if number % 2:
            window.set_value(window.region(name), 1 + chance.randrange(10))
            open_to_doubt = code
        else:
            open_to_doubt = None
        window.kill(signal.SIGKILL)
        for other, wanted in kept.items():
            found = home.level(other)
            if other != open_to_doubt and found != wanted:
                tap.equal(found, wanted, f"{other} survives kill {number + 1}")
        if open_to_doubt is not None:
            kept[code] = home.level(code)
            tap.note(f"kill {number + 1}: {level}, then {kept[code]}")
            if kept[code] is None:
                tap.ok(False, f"{code} survives kill {number + 1}, one way or the other")
    tap.ok(True, f"{KILLS} windows were killed, no level that was told is lost")
    home.command("check")
    tap.ok(True, "the journal is sound")

    window = home.start()
    for name, code in names[: min(KILLS, len(names))]:
        wait_until("the mark", lambda: window.is_marked(name))
    tap.ok(True, "the window shows them")
    window.kill(signal.SIGTERM)
    tap.equal(window.process.returncode, 0, "a polite signal ends it well")
    tap.ok(not os.path.exists(home.journal() + "-wal"), "and leaves nothing to be recovered")


run(killed)
