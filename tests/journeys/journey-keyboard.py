# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: the same by keyboard only, with the keys counted.

from fascia_journey import *

NAME = "Left shoulder top"
CODE = "shoulder-top-left"


def with_the_keyboard(tap, home):
    """Type a few letters, Enter, 6; quit, start again: it is in the journal and on the chart."""
    window = home.start()
    keys = window.reach_the_map()

    # Letters look for a place: the left one, though both are typed the same but for one letter.
    for character in "l sh t":
        window.key("space" if character == " " else character)
        keys += 1
    tap.ok(hear(f"^{NAME}"), "what was found is spoken while typing")
    window.key("Return")
    keys += 1
    wait_until("the focus on the place", lambda: window.focused_name() == NAME)
    tap.ok(True, "letters find the place, Enter goes there")
    tap.ok(not window.is_marked(NAME), "going there marks nothing")

    window.key("6")
    keys += 1
    wait_until("the level", lambda: window.level(NAME) == 6)
    tap.ok(hear(rf"^{NAME}, tight 6$"), "it is spoken back, the side first")
    tap.ok(keys <= 10, f"left shoulder top, tight 6, in {keys} keys: at most ten")

    # Walking: a step to the anatomical neighbour on the figure as drawn, and back.
    window.key("Down")
    below = wait_until("a step down", lambda: window.focused_name() != NAME and window.focused_name())
    window.key("Up")
    wait_until("the way back", lambda: window.focused_name() == NAME)
    tap.ok(below.startswith("Left "), f"the place below it is on the same side: {below}")

    window.key("1", "0")
    wait_until("ten", lambda: window.level(NAME) == 10)
    tap.ok(True, "1 then 0 is ten")
    window.key("minus")
    wait_until("nine", lambda: window.level(NAME) == 9)
    tap.ok(True, "minus steps down")
    window.key("0")
    wait_until("zero", lambda: window.level(NAME) == 0)
    tap.ok(window.is_marked(NAME), "0 is a value: the mark stays")

    window.key("Delete")
    wait_until("no mark", lambda: not window.is_marked(NAME))
    window.key("ctrl+z")
    wait_until("the mark again", lambda: window.is_marked(NAME))
    tap.equal(window.level(NAME), 0, "Delete removes, Undo brings back, level and all")
    window.key("6")
    wait_until("the level", lambda: window.level(NAME) == 6)

    tap.equal(window.quit(), 0, "the program ends well")
    expect_kept(tap, home, CODE, NAME, 6, hands="keyboard")


run(with_the_keyboard)
