# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: the same by accessibility actions and values only, without pointer and keyboard.

from fascia_journey import *

NAME = "Left shoulder top"
CODE = "shoulder-top-left"


def with_actions_and_values(tap, home):
    """Do region.mark, set the value to 6; quit, start again: in the journal and on the chart."""
    window = home.start()
    region = window.region(NAME)

    tap.equal(window.actions(region)[0], "region.mark", "the first action marks")
    window.act(region, "region.mark")
    wait_until("the mark", lambda: window.is_marked(NAME))
    wait_until("the mark in the journal", lambda: home.level(CODE) == "")
    tap.ok(True, "marked, level not given")

    window.set_value(region, 6)
    wait_until("the level", lambda: home.level(CODE) == "6")
    tap.equal(window.value(region), 6, "the value set is the value told")
    tap.ok("6" in region.get_description(), f"the description tells it: {region.get_description()}")

    other = window.region("Right shoulder top")
    tap.ok(not other.get_state_set().contains(State.PRESSED), "the other side is untouched")

    window.act(region, "region.clear")
    wait_until("no mark", lambda: not window.is_marked(NAME))
    tap.ok(home.level(CODE) is None, "region.clear takes the mark away")
    window.set_value(region, 6)
    wait_until("the mark by its value alone", lambda: window.is_marked(NAME))
    tap.equal(home.level(CODE), "6", "setting the value marks the place")

    tap.equal(window.quit_with("accessibility"), 0, "the program ends well")
    expect_kept(tap, home, CODE, NAME, 6, hands="accessibility")


run(with_actions_and_values)
