# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: the window dies without warning; what it had shown as marked is kept.

from fascia_journey import *


def killed(tap, home):
    """kill -9 after each mark: every one is there after the next start."""
    for number, (name, code) in enumerate(
        (("Left lower back", "lower-back-left"), ("Right lower back", "lower-back-right")), start=1
    ):
        window = home.start()
        window.set_value(window.region(name), 4 + number)
        wait_until("the mark", lambda: window.is_marked(name))
        # Told over the other way: it is in the file.
        wait_until("the kept level", lambda: home.level(code) == str(4 + number))
        window.kill(signal.SIGKILL)
        tap.equal(home.level(code), str(4 + number), f"{code} survives kill -9")
    home.command("check")
    tap.ok(True, "the journal is sound")

    window = home.start()
    for name in ("Left lower back", "Right lower back"):
        wait_until("the mark", lambda: window.is_marked(name))
    tap.ok(True, "the window shows both")
    window.kill(signal.SIGTERM)
    tap.equal(window.process.returncode, 0, "a polite signal ends it well")
    tap.ok(not os.path.exists(home.journal() + "-wal"), "and leaves nothing to be recovered")


run(killed)
