# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: a tight place is marked and given a level with the pointer alone.

from fascia_journey import *

NAME = "Left shoulder top"
CODE = "shoulder-top-left"


def with_the_pointer(tap, home):
    """Click a place, click 6, quit, start again: it is in the journal and on the chart."""
    window = home.start()
    # The last thing to come at the first start; it moves the figure.
    window.find(Atspi.Role.LABEL, regex("^Touch the places"))

    window.click(window.region(NAME))
    wait_until("the mark", lambda: window.is_marked(NAME))
    tap.ok(True, "one click marks a place")
    wait_until("the mark in the journal", lambda: home.level(CODE) == "")
    tap.ok(True, "it is kept, without a level")

    window.choose_level(6)
    wait_until("the level", lambda: window.level(NAME) == 6)
    tap.ok(True, "a second click sets the level")

    window.click(window.region(NAME))
    tap.equal(window.level(NAME), 6, "a click on a marked place selects only")

    tap.equal(window.quit_with("pointer"), 0, "the program ends well")
    expect_kept(tap, home, CODE, NAME, 6, hands="pointer")


run(with_the_pointer)
