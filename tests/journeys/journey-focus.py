# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: by keyboard alone, whatever closes, goes or comes back: the next key goes somewhere.

from fascia_journey import *

PLACE = "Left shoulder top"
DAYS = (("shoulder-top-left=6", "2026-02-03T10:00"), ("neck-back-left=4", "2026-02-02T10:00"))


def rests(tap, window, name, what, role=None):
    """Something of that name has the focus; a window without any leaves a person alone."""

    def look():
        node = window.focused()
        if node is None or (role is not None and node.get_role() != role):
            return None
        return regex(name).search(node.get_name() or "")

    wait_until(f"the focus on {name} {what}", look)
    tap.ok(True, f"the focus is on {name} {what}")


def on_the_figure(tap, window):
    """Levels, the summary, the pen and the arrow are left for the place they are about."""
    window.reach_the_map()
    window.type("l sh t")
    window.key("Return")
    rests(tap, window, f"^{PLACE}$", "that was found")
    window.key("6")
    wait_until("the level", lambda: window.level(PLACE) == 6)
    for keys, what in (
        ("Return", "the levels"),
        ("ctrl+shift+s", "the summary"),
        ("ctrl+d", "the pen"),
        ("ctrl+l", "the arrow"),
    ):
        window.key(keys)
        if what == "the summary":
            window.enter_dialog()
        window.key("Escape")
        rests(tap, window, f"^{PLACE}$", f"after {what}")
    window.key("Delete")
    wait_until("no mark", lambda: not window.is_marked(PLACE))
    rests(tap, window, f"^{PLACE}$", "after its mark is gone")
    window.key("ctrl+z")
    wait_until("the mark again", lambda: window.is_marked(PLACE))
    rests(tap, window, f"^{PLACE}$", "after its mark came back")


def in_the_journal(tap, window):
    """Rows go one by one, down to the page that says there are none, and come back."""
    row = Atspi.Role.LIST_ITEM
    window.open_page("Journal", "keyboard")
    rests(tap, window, f"{PLACE}, tight 6", "on the newest row", row)
    for keys in ("ctrl+comma", "ctrl+question"):
        window.key(keys)
        wait_until("a dialog", lambda: window.find_all(Atspi.Role.DIALOG))
        window.key("Escape")
        wait_until("no dialog", lambda: not window.find_all(Atspi.Role.DIALOG))
        rests(tap, window, f"{PLACE}, tight 6", f"after {keys}", row)
    window.key("Home")
    window.key("Delete")
    rests(tap, window, r"^10:00, 1 place, worst 6", "after the row above went", row)
    window.key("Delete")
    rests(tap, window, r"^10:00, 1 place, worst 4", "after another", row)
    window.key("Delete")
    rests(tap, window, "^Mark a Place$", "when nothing is left")
    window.key("ctrl+z")
    rests(tap, window, r"^10:00, 1 place, worst 4", "when the last came back", row)


def with_the_keyboard(tap, home):
    """After each dialog, deletion and page the next key goes where it is expected."""
    for mark, moment in DAYS:
        home.command("log", mark, "--at", moment)
    window = home.start()
    on_the_figure(tap, window)
    in_the_journal(tap, window)

    window.open_page("Routines", "keyboard")
    rests(tap, window, "^Start: ", "of the first thing to do")
    window.key("ctrl+f")
    rests(tap, window, "", "in the search", Atspi.Role.ENTRY)
    window.open_page("Progress", "keyboard")
    rests(tap, window, ".", "on the newest day", Atspi.Role.LIST_ITEM)
    window.open_page("Body", "keyboard")
    rests(tap, window, f"^{PLACE}$", "where the person worked")
    tap.equal(window.quit(), 0, "the program ends well")


run(with_the_keyboard)
