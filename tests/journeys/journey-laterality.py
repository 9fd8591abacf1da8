# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: for every pair of places, left is left in window, list, journal, chart and file.

from fascia_journey import *


def left_is_left(tap, home):
    """All 53 pairs are marked on the left through the window; nothing comes out on the right."""
    window = home.start()
    window.region("Left shoulder top")
    regions = {region.get_name(): region for region in window.regions()}
    pairs = sorted(name[len("Left ") :] for name in regions if name.startswith("Left "))
    tap.equal(len(pairs), 53, "53 pairs")

    for number, name in enumerate(pairs):
        window.set_value(regions[f"Left {name}"], 1 + number % 10)
    wait_until("all marks", lambda: len(home.marks()) == len(pairs))

    pressed = {
        name for name, region in regions.items() if region.get_state_set().contains(State.PRESSED)
    }
    tap.equal(pressed, {f"Left {name}" for name in pairs}, "figure: the left ones are marked")

    rows = home.marks()
    tap.equal({row["side"] for row in rows}, {"left"}, "CSV: every side is left")
    tap.equal([row["region"] for row in rows if not row["region"].endswith("-left")], [], "CSV: every code")
    tap.equal(
        sorted(row["region_name"] for row in rows), sorted(f"Left {name}" for name in pairs), "CSV: every name"
    )
    tap.equal(
        {row["region_name"]: row["level"] for row in rows},
        {f"Left {name}": str(1 + number % 10) for number, name in enumerate(pairs)},
        "CSV: every level at its place",
    )

    listed = home.command("list")
    tap.ok("Right " not in listed and "-right" not in listed, "list: nothing right")
    tap.equal(
        [name for name in pairs if f"Left {name}" not in listed and f"left {name}" not in listed],
        [],
        "list: all the left ones",
    )

    beside = {
        item.get_name()
        for item in window.find_all(Atspi.Role.LIST_ITEM)
        if item.get_name().startswith(("Left ", "Right "))
    }
    tap.equal(beside, {f"Left {name}" for name in pairs}, "the check-in beside the figure: the left ones")

    window.open_page("Journal")
    row = window.find(Atspi.Role.LIST_ITEM, regex("53 places"))
    tap.ok("Left " in row.get_name() and "Right " not in row.get_name(), "journal: the row")
    window.click(row)
    dialog = window.find(Atspi.Role.DIALOG)
    told = lambda: {item.get_name() for item in window.find_all(Atspi.Role.LIST_ITEM, top=dialog, showing=False)}
    wait_until("the places of the entry", told)
    tap.equal(
        {name for name in told() if not name.startswith("Left ")}, set(), "journal: the places of the entry"
    )
    tap.equal(
        window.find_all(None, regex(r"\bRight "), top=dialog, showing=False), [], "journal: the entry"
    )
    window.key("Escape")
    window.gone(Atspi.Role.DIALOG)
    tap.equal(window.quit(), 0, "the program ends well")


run(left_is_left)
