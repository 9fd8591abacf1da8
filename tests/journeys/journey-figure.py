# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: a picture of the figure while the window has the journal open.

import stat

from fascia_journey import *


def beside_a_window(tap, home):
    """`fascia figure` says the same whether a window is open or not, and what the window marked."""
    home.command("log", "lower-back-right=4", "--at", "2026-03-03T14:20")
    alone = os.path.join(home.path, "alone.svg")
    beside = os.path.join(home.path, "beside.svg")
    home.command("figure", alone)
    window = home.start()
    window.region("Right lower back")
    home.command("figure", "--at", "2026-03-03", beside)
    with open(alone, "rb") as first, open(beside, "rb") as second:
        tap.ok(first.read() == second.read(), "the same picture, byte for byte")
    tap.equal(stat.S_IMODE(os.stat(beside).st_mode), 0o600, "private from the window, too")

    window.act(window.region("Left lower back"), "region.mark")
    wait_until("the mark", lambda: window.is_marked("Left lower back"))
    # Marks are saved in the background; the picture is asked for after them.
    wait_until("the mark in the journal", lambda: len(home.marks()) == 2)
    home.command("figure", beside)
    with open(beside, encoding="utf-8") as file:
        tap.ok("Left lower back: tight, level not given" in file.read(), "the newest check-in")

    home.command("figure", os.path.join(home.path, "no", "folder.png"), expect=1)
    home.command("figure", home.journal() + ".png", "--scale", "joy", expect=1)
    os.symlink(home.journal(), os.path.join(home.path, "trap.png"))
    home.command("figure", os.path.join(home.path, "trap.png"), expect=1)
    tap.equal(len(home.marks()), 2, "nonsense leaves the journal alone")
    tap.equal(window.quit(), 0, "the program ends well")


run(beside_a_window)
