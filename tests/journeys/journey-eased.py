# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: the places of yesterday are answered, each way with one click and one Undo.

import datetime

from fascia_journey import *

YESTERDAY = {"shoulder-top-left": "6", "neck-back-right": "4", "calf-upper-left": "2"}


def start_a_day_later(home):
    """Three tight places yesterday evening; a window today."""
    day = datetime.date.today() - datetime.timedelta(days=1)
    home.command("log", "--at", f"{day} 20:15", *[f"{code}={level}" for code, level in YESTERDAY.items()])
    return home.start()


def today(home):
    """What was answered today: region to level, on the scale of tightness."""
    day = str(datetime.date.today())
    return {
        row["region"]: row["level"]
        for row in home.marks()
        if row["scale"] == "tightness" and row["day"] == day
    }


def with_one_click(name, wanted):
    def journey(tap, home):
        window = start_a_day_later(home)
        button = window.find(Atspi.Role.BUTTON, name)
        tap.equal(today(home), {}, "what nobody answered is not written")
        window.click(button)
        wait_until("the answer", lambda: today(home) == wanted)
        tap.ok(True, f"“{name}”: one click, and {wanted} is in the file")
        window.key("ctrl+z")
        wait_until("nothing of today", lambda: today(home) == {})
        tap.ok(True, "one Undo takes all of it back")
        tap.equal(window.quit(), 0, "the program ends well")

    journey.__doc__ = f"{name}: one click from the open window, one Undo."
    return journey


def the_rest(tap, home):
    """One place is answered by hand; what is left has eased, and the answer stays."""
    window = start_a_day_later(home)
    window.click(window.region("Left shoulder top"))
    wait_until("the mark", lambda: window.is_marked("Left shoulder top"))
    window.choose_level(8)
    wait_until("the level", lambda: window.level("Left shoulder top") == 8)
    window.click(window.find(Atspi.Role.BUTTON, "The Other 2 Have Eased"))
    wanted = {**{code: "0" for code in YESTERDAY}, "shoulder-top-left": "8"}
    wait_until("the rest", lambda: today(home) == wanted)
    tap.ok(True, "only what was left is answered with 0")
    tap.equal(window.quit(), 0, "the program ends well")


run(
    with_one_click("All 3 Have Eased", {code: "0" for code in YESTERDAY}),
    with_one_click("Same as Last Time", YESTERDAY),
    with_one_click("Nothing Today", {code: "0" for code in YESTERDAY}),
    the_rest,
)
