# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: the Progress page by ear; its points have names, and keys and focus reach each of them.

import datetime

from fascia_journey import *

DAYS = 16


def by_ear(tap, home):
    """Read the answer, walk along the chart, choose another range, one place, the table."""
    today = datetime.datetime.now().replace(hour=0, minute=0)
    for ago in range(DAYS):
        day = today - datetime.timedelta(days=ago)
        home.command("log", "jaw-left=6", "--at", day.strftime("%Y-%m-%dT%H:%M"))
    window = home.start()
    window.open_page("Progress", "accessibility")

    answer = window.find(Atspi.Role.LABEL, regex("^On a typical day"))
    tap.equal(
        answer.get_name(),
        f"On a typical day your worst place was tight 6 (at least half of the {DAYS} days with a "
        "level: 6).",
        "the answer comes in words",
    )
    window.find(
        Atspi.Role.LABEL, regex(rf"^You filled in the body map on {DAYS} of the last 30 days\. ")
    )

    chart = window.find(Atspi.Role.LIST, "Tightness and Pain")
    tap.ok("levels from 0 to 10" in chart.get_description(), "the chart tells what it is")

    def points():
        return window.find_all(Atspi.Role.LIST_ITEM, top=chart)

    wait_until("thirty points", lambda: len(points()) == 30)
    names = [point.get_name() for point in points()]
    tap.equal(len(set(names)), 30, "every point has a name of its own")
    tap.equal(
        [name.partition(": ")[2] for name in names],
        ["not filled in"] * (30 - DAYS) + ["tightness 6, 1 place"] * DAYS,
        "in the order of time, days without a mark too",
    )

    for _ in range(30):
        if window.focused_name() in names:
            break
        before = window.focused_name()
        window.key("Tab")
        wait_until("the focus to go on", lambda: window.focused_name() != before)
    tap.equal(window.focused_name(), names[29], "Tab comes to the newest point")
    tap.ok(window.find(Atspi.Role.LABEL, names[29]), "what it says is shown, too")
    for key, index in (("Left", 28), ("Home", 0), ("Page_Down", 7), ("End", 29), ("Right", 29)):
        window.key(key)
        wait_until(f"{key} on {names[index]}", lambda: window.focused_name() == names[index])
        tap.ok(True, f"{key}: {names[index]}")

    week = window.find(Atspi.Role.RADIO_BUTTON, "7")
    week.get_action_iface().do_action(0)
    wait_until("seven points", lambda: len(points()) == 7)
    window.find(Atspi.Role.LABEL, "You filled in the body map on 7 of the last 7 days.")
    window.find(Atspi.Role.LABEL, "7 days are too short a time to say what is typical.")
    tap.ok(True, "another range has its own points and words")

    table = window.find(Atspi.Role.RADIO_BUTTON, "Table")
    table.get_action_iface().do_action(0)
    tap.ok(window.find(Atspi.Role.LABEL, regex(r"^6$")), "the table comes, with its levels")
    window.kill(signal.SIGTERM)


run(by_ear)
