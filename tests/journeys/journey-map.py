# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: what the body map does beyond marking: other side, spreads, areas, drawing, looking back.

import datetime

from fascia_journey import *

LEFT = "Left shoulder top"
RIGHT = "Right shoulder top"
# The order of the menu.
AREAS = (
    "Head and neck",
    "Neck and shoulders",
    "Whole back",
    "Upper back",
    "Lower back and hips",
    "Chest and belly",
    "Left arm",
    "Right arm",
    "Left leg",
    "Right leg",
    "All over",
)


def type_letters(window, text):
    for character in text:
        window.key("space" if character == " " else character)


def go_to(window, name, letters):
    """Finds a place by its letters, with the keyboard."""
    window.reach_the_map()
    type_letters(window, letters)
    hear(f"^{name}")
    window.key("Return")
    wait_until(f"the focus on {name}", lambda: window.focused_name() == name)


def the_other_side_and_a_spread(tap, home):
    """By keyboard alone: a mark, its mirror, an arrow, all in words, and back."""
    window = home.start()
    go_to(window, LEFT, "l sh t")
    window.key("6")
    wait_until("the level", lambda: window.level(LEFT) == 6)

    window.key("ctrl+m")
    wait_until("the other side", lambda: home.level("shoulder-top-right") == "6")
    tap.ok(True, "Ctrl+M copies to the other side")
    window.key("ctrl+z")
    wait_until("one side", lambda: home.level("shoulder-top-right") is None)
    tap.equal(home.level("shoulder-top-left"), "6", "one Undo takes the copy back, and only the copy")

    if window.focused_name() != LEFT:
        go_to(window, LEFT, "l sh t")
    window.key("ctrl+l")
    type_letters(window, "l tem")
    hear("^Left temple")
    window.key("Return")
    spreads = lambda: [row for row in rows_of(home, "spread")]
    wait_until("the arrow", lambda: len(spreads()) == 1)
    tap.ok(
        "shoulder-top-left" in str(spreads()) and "temple-left" in str(spreads()),
        f"Ctrl+L, a few letters, Enter: it spreads to the left temple: {spreads()}",
    )

    window.key("ctrl+shift+s")
    said = hear(r"(?s)Left shoulder top.*6.*Left temple|Left shoulder top.*left temple")
    tap.ok(said, "Ctrl+Shift+S says the whole map, the side first")
    window.enter_dialog()
    window.key("Escape")
    window.gone(Atspi.Role.DIALOG)
    window.key("ctrl+z")
    wait_until("no arrow", lambda: spreads() == [])
    tap.equal(home.level("shoulder-top-left"), "6", "Undo takes the arrow back, not the mark")
    tap.equal(window.quit(), 0, "the program ends well")


def rows_of(home, what):
    return [row for row in home.marks() if row.get("what") == what]


def a_whole_area(tap, home):
    """From the figure's menu: the left leg in one operation, one Undo."""
    window = home.start()
    window.click(window.find(Atspi.Role.TOGGLE_BUTTON, "More About the Figure"))
    window.find(Atspi.Role.MENU_ITEM)
    # GTK's menu items tell the accessibility bus no names: by their letter, and by their order.
    window.key("a")
    areas = 1 + AREAS.index("Left leg")
    wait_until("the areas", lambda: len(window.find_all(Atspi.Role.MENU_ITEM)) >= len(AREAS))
    window.key(*["Down"] * areas, "Return")
    wait_until("the leg", lambda: len(home.marks()) > 8)
    rows = home.marks()
    tap.equal({row["side"] for row in rows}, {"left"}, "the left leg is left")
    tap.equal({row["level"] for row in rows}, {""}, "marked without a level: nobody gave one")
    window.key("ctrl+z")
    wait_until("nothing", lambda: home.marks() == [])
    tap.ok(True, "one Undo")
    tap.equal(window.quit(), 0, "the program ends well")


def drawn(tap, home):
    """With the pointer: a stroke over the belly, in the file with the places it covers."""
    window = home.start()
    region = window.region("Left lower belly")
    window.key("ctrl+d")
    window.find(None, "Stroke")
    window.click(window.find(None, "Stroke"))
    x, y, width, height = window.box_of(region)
    window.drag((x + width * 0.2, y + height * 0.3), (x + width * 0.8, y + height * 0.7))
    wait_until("the stroke", lambda: len(rows_of(home, "stroke")) == 1)
    tap.ok(True, "a stroke is kept")
    wait_until("the place", lambda: home.level("abdomen-lower-left") is not None)
    tap.ok(True, "the place under it is marked")
    window.key("Escape")
    window.key("ctrl+z")
    wait_until("nothing", lambda: home.marks() == [])
    tap.ok(True, "one Undo takes stroke and mark")
    tap.equal(window.quit(), 0, "the program ends well")


def looked_back(tap, home):
    """A check-in of last week on the figure: read only until Edit."""
    day = datetime.date.today() - datetime.timedelta(days=7)
    home.command("log", "--at", f"{day} 09:00", "shoulder-top-left=7")
    window = home.start()
    window.open_page("Journal")
    window.click(window.find(Atspi.Role.LIST_ITEM, regex("Left shoulder top, tight 7")))
    window.click(window.find(Atspi.Role.BUTTON, "Show on the Body"))
    wait_until("last week", lambda: window.level(LEFT) == 7)
    tap.ok(True, "the figure shows last week")
    window.click(window.region(RIGHT))
    window.find(Atspi.Role.BUTTON, "Edit")
    tap.equal(home.level("shoulder-top-right"), None, "a click marks nothing while looking back")
    window.click(window.find(Atspi.Role.BUTTON, "Edit"))
    window.click(window.region(RIGHT))
    wait_until("the mark", lambda: home.level("shoulder-top-right") == "")
    rows = [row for row in home.marks() if row["region"] == "shoulder-top-right"]
    tap.ok(rows[0]["day"] == str(day), "after Edit it goes into last week's check-in")
    window.click(window.find(Atspi.Role.BUTTON, "Back to Now"))
    wait_until("now", lambda: not window.is_marked(LEFT))
    tap.ok(True, "back to now: nothing is marked today")
    tap.equal(window.quit(), 0, "the program ends well")


def seen_as_oneself(tap, home):
    """Own view: left is on the left of the screen, and it is still called left."""
    window = home.start()
    left, right = window.box_of(window.region(LEFT)), window.box_of(window.region(RIGHT))
    left_chest = lambda: window.box_of(window.region("Left upper chest"))
    right_chest = lambda: window.box_of(window.region("Right upper chest"))
    tap.ok(left_chest()[0] > right_chest()[0], "somebody facing: left is on the right of the screen")
    window.key("ctrl+comma")
    choice = window.find(None, "As I See Myself")
    window.click(choice)
    window.key("Escape")
    wait_until("the other way round", lambda: left_chest()[0] < right_chest()[0])
    tap.ok(True, "as one sees oneself: left is on the left")
    window.click(window.region("Left upper chest"))
    wait_until("the mark", lambda: home.level("chest-upper-left") == "")
    tap.ok(True, "and what is marked is left")
    tap.equal(window.quit(), 0, "the program ends well")
    window = home.start()
    wait_until("the same after a restart", lambda: left_chest_is_left(window))
    tap.ok(True, "it is kept")
    tap.equal(window.quit(), 0, "the program ends well")


def left_chest_is_left(window):
    return (
        window.box_of(window.region("Left upper chest"))[0]
        < window.box_of(window.region("Right upper chest"))[0]
    )


run(
    the_other_side_and_a_spread,
    a_whole_area,
    drawn,
    looked_back,
    seen_as_oneself,
)
