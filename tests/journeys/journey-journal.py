# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: finding things again, by keyboard alone and by accessibility names: a word, a place, a day;
# and a deletion that is taken back.

import datetime

from fascia_journey import *

DAYS_AGO = 40
JAW = "Left jaw"


def rows(window):
    return [node.get_name() for node in window.find_all(Atspi.Role.LIST_ITEM, regex(r"^\d\d:\d\d, "))]


def day_name(moment):
    return f"{moment:%A} {moment.day} {moment:%B}"


def tab_to(window, name):
    """Walks on until what has that name has the focus."""
    for _ in range(20):
        if window.focused_name() == name:
            return
        window.key("Tab")
    raise JourneyError(f"{name} cannot be reached with Tab")


def write_diary(home):
    """A jaw today, with words; a neck yesterday; a jaw on the other side long ago."""
    now = datetime.datetime.now().replace(hour=0, minute=5)
    past = now - datetime.timedelta(days=DAYS_AGO)
    for moment, *words in (
        (past, "jaw-right=3"),
        (now - datetime.timedelta(days=1), "neck-back-left=5"),
        (now, "jaw-left=6", "--note", "By the river, in the rain"),
    ):
        home.command("log", *words, "--at", moment.strftime("%Y-%m-%dT%H:%M"))
    return past


def is_on_a_row(window):
    """For a moment nothing has the focus, while it goes from one to the other."""
    node = window.focused()
    return node is not None and node.get_role() == Atspi.Role.LIST_ITEM


def open_journal(window):
    window.open_page("Journal", "keyboard")
    wait_until("three rows", lambda: len(rows(window)) == 3)
    wait_until("the focus on a row", lambda: is_on_a_row(window))


def with_the_keyboard(tap, home):
    """Letters search, Escape leaves; Delete deletes, Ctrl+Z takes it back; each is spoken."""
    write_diary(home)
    window = home.start()
    open_journal(window)

    window.type("river")
    wait_until("one row", lambda: len(rows(window)) == 1)
    tap.ok("Note: By the river" in rows(window)[0], "typed letters search the words")
    tap.ok(hear("^1 entry found$"), "how many were found is spoken")
    window.key("Escape")
    wait_until("three rows", lambda: len(rows(window)) == 3)
    tap.ok(True, "Escape leaves the search")

    window.key("ctrl+f")
    window.type("volcano")
    window.find(Atspi.Role.BUTTON, "Show Everything")
    tap.ok(True, "nothing found is a page with a way out")
    window.key("Escape")
    wait_until("three rows", lambda: len(rows(window)) == 3)

    wait_until("the focus on a row", lambda: is_on_a_row(window))
    window.key("Home")
    wait_until("the newest row", lambda: JAW in (window.focused_name() or ""))
    window.key("Delete")
    wait_until("two rows", lambda: len(rows(window)) == 2)
    window.key("ctrl+z")
    wait_until("three rows", lambda: len(rows(window)) == 3)
    tap.ok(True, "what was deleted comes back")
    # Heard, not seen: the toast goes again in three seconds.
    tap.ok(hear("Delete of today’s check-in undone$"), "and it is said what was undone")
    tap.equal(window.quit(), 0, "the program ends well")


def by_names(tap, home):
    """The filter by place, its chip, and the calendar, found by their names."""
    past = write_diary(home)
    window = home.start()
    open_journal(window)

    button = window.find(Atspi.Role.TOGGLE_BUTTON, "Filter")
    button.get_action_iface().do_action(0)
    window.find(Atspi.Role.TOGGLE_BUTTON, "Therapist visit")
    place = window.find(Atspi.Role.COMBO_BOX, "Place")
    tab_to(window, "Place")
    window.key("space")
    window.find(Atspi.Role.LIST_ITEM, JAW, top=place)
    window.type(JAW)
    wait_until(
        "the place alone",
        lambda: [node.get_name() for node in window.find_all(Atspi.Role.LIST_ITEM, top=place)] == [JAW],
    )
    window.key("Down")
    wait_until("the focus on the place", lambda: window.focused_name() == JAW)
    window.key("Return")
    wait_until("one row", lambda: len(rows(window)) == 1)
    tap.ok(JAW in rows(window)[0], "one side alone")
    window.find(Atspi.Role.CHECK_BOX, "And Its Mirror")
    tab_to(window, "And Its Mirror")
    window.key("space")
    wait_until("two rows", lambda: len(rows(window)) == 2)
    tap.ok("Right jaw" in rows(window)[1], "and its mirror")
    window.key("Escape")
    chip = window.find(Atspi.Role.BUTTON, f"Remove filter: {JAW} and its mirror")
    chip.get_action_iface().do_action(0)
    wait_until("three rows", lambda: len(rows(window)) == 3)
    tap.ok(True, "the chip takes the filter away")

    # In a window that is not wide enough for it, it waits behind its button.
    for button in window.find_all(Atspi.Role.TOGGLE_BUTTON, "Calendar"):
        button.get_action_iface().do_action(0)
    window.find(Atspi.Role.GROUPING, regex("^Calendar of "))
    if past.year != datetime.datetime.now().year:
        window.find(Atspi.Role.BUTTON, "Previous Year").get_action_iface().do_action(0)
    day = window.find(
        Atspi.Role.BUTTON, f"{day_name(past)}, worst tightness 3, 1 entry", showing=False
    )
    window.act(day, "day.open")
    wait_until("the row of that day", lambda: "Right jaw" in (window.focused_name() or ""))
    tap.ok(True, "the calendar goes to a day")
    tap.equal(window.quit(), 0, "the program ends well")


run(with_the_keyboard, by_names)
