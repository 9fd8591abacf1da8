# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: rows over the accessibility bus. What a click would open is opened by an action, and what
# stands on the second line of a row is said by what has the focus.

from fascia_journey import *

def press(window, name):
    """By the action of the row, which no pointer and no key has."""
    row = next(
        node for node in window.find_all(name=name) if "row.press" in window.actions(node)
    )
    window.act(row, "row.press")


def doses_are_said(tap, home):
    """Each step of a routine says how much of it, on which side and how hard."""
    home.command("log", "shoulder-top-left=6")
    window = home.start()
    window.open_page("Routines")
    step = window.find(Atspi.Role.LIST_ITEM, "Shoulder rolls")
    tap.ok(re.search(r"\d", step.get_description()), f"a step: {step.get_description()}")
    area = window.find(Atspi.Role.LIST_ITEM, "Whole body")
    tap.ok("routine" in area.get_description(), f"an area: {area.get_description()}")
    window.kill()


def rows_are_pressed(tap, home):
    """Postures and tools, the plan, and the number of the person's own."""
    window = home.start()
    window.open_page("Routines")
    window.find(name="Choose a Plan")
    press(window, "Choose a Plan")
    tap.ok(window.find(name="Or a Week of Your Own"), "the plan opens")
    window.find(name="Postures and Tools")
    press(window, "Postures and Tools")
    tap.ok(window.find(Atspi.Role.BUTTON, "Done"), "postures and tools are asked")
    window.kill()


def the_number_is_set(tap, home):
    """From the signs to the number, without a pointer."""
    window = home.start()
    window.key("F10")
    window.click(window.find(Atspi.Role.MENU_ITEM, "When to Get Help"))
    window.find(name="My emergency number")
    press(window, "My emergency number")
    tap.ok(window.find(name="In an Emergency"), "the preferences open where it is set")
    window.kill()


def open_menu_item(window, letter):
    """GTK's menu items tell the accessibility bus no names: by their letter."""
    window.key("F10")
    window.find(Atspi.Role.MENU_ITEM, None)
    window.key(letter)


def the_preferences_are_pressed(tap, home):
    """From the questions of the quick day to tags and scales of one's own."""
    window = home.start()
    window.open_add_menu()
    window.key("Return")
    window.find(name="Choose Questions")
    press(window, "Choose Questions")
    window.find(name="All Tags")
    press(window, "New Scale")
    tap.ok(window.find(name="What the lowest means"), "a scale is made")
    window.kill()


def the_data_are_pressed(tap, home):
    """A backup is made by the action of its row."""
    window = home.start()
    window.region("Left lower back")
    open_menu_item(window, "b")
    window.find(None, "Kept by Fascia")
    press(window, "Back Up Now…")
    tap.ok(window.find(None, regex("^Passphrase")), "the page of a backup opens")
    window.kill()


def an_entry_is_pressed(tap, home):
    """The rows under an entry: edit it, show it."""
    home.command("log", "lower-back-left=3")
    window = home.start()
    window.open_page("Journal")
    window.click(window.find(Atspi.Role.LIST_ITEM, regex("Left lower back, tight 3")))
    window.find(name="Show on the Body")
    press(window, "Edit…")
    window.find(name="Change the Marks")
    press(window, "Change the Marks")
    tap.ok(window.gone(name="Change the Marks") is None, "the editor opens, and leads to the figure")
    window.kill()


run(
    doses_are_said,
    rows_are_pressed,
    the_number_is_set,
    the_preferences_are_pressed,
    the_data_are_pressed,
    an_entry_is_pressed,
)
