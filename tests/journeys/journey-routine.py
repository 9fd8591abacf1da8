# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: somebody new marks a tight place and starts the routine that is suggested for it, in two
# steps: Start, None of these. With the pointer, by keyboard, and over the accessibility bus.

from fascia_journey import *

NAME = "Left shoulder top"
CODE = "shoulder-top-left"
START = regex(r"^Start: .+, \d+ min")
NONE = regex("^None of These: Start")


def press(window, node, hands):
    """One step, with the hands that a journey has."""
    if hands == "pointer":
        window.click(node)
    elif hands == "keyboard":
        # Tab comes to it sooner or later; what counts is that it can be reached.
        for _ in range(60):
            focused = window.focused()
            if focused is not None and focused.get_name() == node.get_name():
                break
            before = window.focused_name()
            window.key("Tab")
            wait_until("the focus to go on", lambda: window.focused_name() != before)
        window.key("space")
    elif window.actions(node):
        node.get_action_iface().do_action(0)
    else:
        # A row has no action of its own; who listens to the screen presses the key.
        wait_until("the focus on it", lambda: window.focused_name() == node.get_name())
        window.key("Return")


def mark(window, hands):
    if hands == "pointer":
        window.find(Atspi.Role.LABEL, regex("^Touch the places"))
        window.click(window.region(NAME))
        wait_until("the mark", lambda: window.is_marked(NAME))
        window.choose_level(6)
    elif hands == "keyboard":
        window.reach_the_map()
        for character in "l sh t":
            window.key("space" if character == " " else character)
        hear(f"^{NAME}")
        window.key("Return")
        wait_until("the focus on the place", lambda: window.focused_name() == NAME)
        window.key("6")
    else:
        window.set_value(window.region(NAME), 6)
    wait_until("the level", lambda: window.level(NAME) == 6)


def start_it(tap, home, hands):
    window = home.start()
    mark(window, hands)

    start = window.find(Atspi.Role.BUTTON, START)
    tap.ok(start, f"by {hands}: a routine is suggested beside the figure: {start.get_name()}")
    about = window.find(Atspi.Role.BUTTON, regex(rf"^{NAME}"))
    tap.ok("6" in about.get_name(), f"with its reason: {about.get_name()}")

    press(window, start, hands)
    none = window.find(Atspi.Role.BUTTON, NONE)
    tap.ok(none, "Start asks first")
    press(window, none, hands)
    player = window.find(Atspi.Role.BUTTON, "Back")
    wait_until("the session", lambda: not window.find_all(Atspi.Role.BUTTON, START))
    tap.ok(player, "None of These: the session is there")
    window.kill()


def with_the_pointer(tap, home):
    """Click the place, 6, Start, None of These."""
    start_it(tap, home, "pointer")


def with_the_keyboard(tap, home):
    """The same by keyboard alone."""
    start_it(tap, home, "keyboard")


def over_the_bus(tap, home):
    """The same by names and actions, as a screen reader or a voice does it."""
    start_it(tap, home, "accessibility")


def on_the_page(tap, home):
    """Alt+2 comes to the suggestion; the routine beside it tells where it works."""
    home.command("log", f"{CODE}=6")
    window = home.start()
    window.open_page("Routines", "keyboard")
    start = window.find(Atspi.Role.BUTTON, START)
    wait_until("the focus on Start", lambda: window.focused_name() == start.get_name())
    tap.ok(True, f"the focus is on {start.get_name()}")
    picture = window.find(Atspi.Role.IMAGE, regex("^Where it works: "))
    tap.ok(picture, picture.get_name())
    tap.equal(window.quit(), 0, "the program ends well")


run(with_the_pointer, with_the_keyboard, over_the_bus, on_the_page)
