# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: everything that can be used has a name, and sides come first.

import datetime

from fascia_journey import *

SIDED = regex(r"(?i)\b(left|right)\b")

# What a page shows when it has read the journal.
SHOWN = {
    "Body": "Left shoulder top",
    "Journal": regex("2 places, worst 6"),
    "Progress": regex("tightness 6"),
}


def blind(tap, home):
    """Every page by ear: all that can be focused has a name; places begin with their side."""
    yesterday = datetime.datetime.now() - datetime.timedelta(days=1)
    home.command("log", "jaw-left=4", "--at", yesterday.strftime("%Y-%m-%dT%H:%M"))
    window = home.start()
    window.region("Left shoulder top")

    regions = window.regions()
    names = [region.get_name() for region in regions]
    tap.equal(len(names), 110, "110 places, each once")
    tap.equal(len(set(names)), 110, "no two of the same name")
    lefts = {name[len("Left ") :] for name in names if name.startswith("Left ")}
    rights = {name[len("Right ") :] for name in names if name.startswith("Right ")}
    tap.equal(lefts, rights, "every left place has its right one")
    tap.equal(len(lefts), 53, "53 pairs")
    tap.equal(
        [name for name in names if SIDED.search(name) and not name.startswith(("Left ", "Right "))],
        [],
        "sides come first",
    )
    by_name = dict(zip(names, regions))
    for name, level in (("Left shoulder top", 6), ("Right lower back", 0), ("Left lower back", 3)):
        window.set_value(by_name[name], level)
        wait_until("the mark", lambda: window.is_marked(name))
    tap.equal(window.value(by_name["Left shoulder top"]), 6, "the value is told")
    tap.ok("tight 6" in by_name["Left shoulder top"].get_description(), "and in words")
    tap.ok(by_name["Right lower back"].get_state_set().contains(State.PRESSED), "0 is still marked")
    tap.ok(
        all("region.mark" == window.actions(region)[0] for region in regions[:5]),
        "marking is the first action of a place",
    )

    window.set_value(by_name["Left jaw"], 6)
    tap.ok(hear(r"^Left jaw, tight 6, was 4 yesterday$"), "a change is told with what it was last time")
    window.act(by_name["Left jaw"], "region.clear")

    for page in ("Body", "Journal", "Progress"):
        window.open_page(page)
        window.find(Atspi.Role.LIST_ITEM, SHOWN[page])
        tap.equal(
            [node.get_name() for node in window.find_all(None, regex("could not|cannot"))],
            [],
            f"{page}: nothing speaks of what has not happened",
        )
        nameless = window.nameless()
        for node in nameless:
            tap.note(f"without a name on {page}: {node.get_role_name()} {window.path_of(node)}")
        tap.equal(len(nameless), 0, f"{page}: all that can be focused has a name")
    window.kill(signal.SIGTERM)


ITEMS = (Atspi.Role.MENU_ITEM, Atspi.Role.CHECK_MENU_ITEM, Atspi.Role.RADIO_MENU_ITEM)


def walk_menu(tap, window, name, least):
    """All items of the menu that is open now have a name."""

    def items():
        return [node for role in ITEMS for node in window.find_all(role)]

    wait_until(f"the items of {name}", lambda: len(items()) >= least)
    found = [node.get_name() for node in items()]
    tap.equal([item for item in found if not item], [], f"{name}: {len(found)} items have names")
    window.key("Escape")
    wait_until(f"{name} to close", lambda: not items())
    return found


def menus(tap, home):
    """What is in a menu and nowhere else can be found by ear: of the window, a breath, a session."""
    home.command("log", "shoulder-top-left=6")
    window = home.start()
    window.region("Left shoulder top")
    window.key("F10")
    walk_menu(tap, window, "the menu of the window", 4)

    window.key("ctrl+shift+f")
    window.find(Atspi.Role.BUTTON, "Breathe").get_action_iface().do_action(0)
    window.find(Atspi.Role.BUTTON, "Pause")
    window.click(window.find(None, "Sounds"))
    walk_menu(tap, window, "Sounds", 3)
    window.key("Escape")
    window.find(Atspi.Role.BUTTON, "Breathe")
    window.key("Escape")

    window.open_page("Routines", "keyboard")
    start = regex(r"^Start\b")
    wait_until("the focus on Start", lambda: start.match(window.focused_name() or ""))
    window.key("space")
    none = regex("^None of These: Start")
    window.find(Atspi.Role.BUTTON, none).get_action_iface().do_action(0)
    window.find(Atspi.Role.BUTTON, "Pause")
    window.key("F10")
    found = walk_menu(tap, window, "the menu of a session", 8)
    for item in ("15 Seconds More", "Breath to Follow", "Wait for Me Before Each Step", "Stop…"):
        tap.ok(item in found, f"{item} is found by ear")
    window.kill(signal.SIGTERM)


run(blind, menus)
