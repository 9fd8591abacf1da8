# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: the body map in haste, by other hands and with strokes that something breaks into.

from fascia_journey import *

SHOULDER = "Left shoulder top"
CODE = "shoulder-top-left"


def clicks_where_boxes_are(tap, home):
    """What a magnifier or a switch calls the middle of a place is that place, on its side."""
    window = home.start()
    window.find(Atspi.Role.LABEL, regex("^Touch the places"))
    for name, code in (
        ("Left lower back", "lower-back-left"),
        ("Left front of thigh", "thigh-front-left"),
    ):
        window.click(window.region(name))
        wait_until(name, lambda: window.is_marked(name))
        wait_until("the mark", lambda: home.level(code) == "")
        tap.ok(True, "a click at the middle of the box marks " + name)
    sides = {row["region"].rsplit("-", 1)[1] for row in home.marks()}
    tap.equal(sides, {"left"}, "nothing is marked on the other side")
    tap.equal(window.quit(), 0, "the program ends well")


def zero_is_zero(tap, home):
    """A 1, something else, and a 0: no longer tight, and not the worst."""
    window = home.start()
    window.reach_the_map()
    window.type("l sh t")
    window.key("Return")
    wait_until("the place", lambda: window.focused_name() == SHOULDER)
    for between in ("Delete", "ctrl+z", "plus", "minus"):
        window.key("5", "1", between, "0")
        wait_until(between, lambda: home.level(CODE) == "0")
        tap.equal(window.level(SHOULDER), 0, "1, " + between + ", 0 is 0")
    window.key("1", "0")
    wait_until("ten", lambda: home.level(CODE) == "10")
    tap.ok(True, "1 and 0 are 10")
    tap.equal(window.quit(), 0, "the program ends well")


def draw(window, *middle):
    """One stroke over the belly; in the middle of it something else happens."""
    x, y, width, height = window.box_of(window.region("Left lower belly"))
    words = ["mousemove", "--window", window.xid, str(x + width // 2), str(y + height // 2)]
    words += ["mousedown", "1"]
    for step in range(20):
        words += ["mousemove_relative", "--", "1", "3", "sleep", "0.01"]
        if step == 10:
            words += [*middle]
    window._xdotool(*words, "mouseup", "1")


def count_strokes(home):
    return sum(row["what"] == "stroke" for row in home.marks())


def strokes(tap, home):
    """Escape drops a stroke and says so; another button is nothing; another page says so, too."""
    window = home.start()
    window.find(Atspi.Role.LABEL, regex("^Touch the places"))
    window.reach_the_map()
    window.key("ctrl+d")
    hear("^Draw is on")
    tap.ok(True, "Draw is heard")
    window.click(window.find(None, "Stroke"))

    draw(window, "key", "Escape")
    hear("^Drawing stopped")
    tap.equal(count_strokes(home), 0, "Escape drops the stroke, wherever the focus is")
    tap.ok(window.find(None, "Stroke") is not None, "and only the stroke")

    for n, button in enumerate(("2", "3"), 1):
        draw(window, "click", button)
        wait_until("the stroke", lambda: count_strokes(home) == n)
        tap.ok(True, "button " + button + " in the middle is nothing")

    draw(window, "key", "alt+2")
    hear("^Drawing stopped")
    tap.equal(count_strokes(home), 2, "another page drops the stroke with a word")
    tap.equal(window.quit(), 0, "the program ends well")


run(clicks_where_boxes_are, zero_is_zero, strokes)
