# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: a flare at night. One click to the calm screen, one more is a saved note; the same by keyboard
# only, from every page, with a dialog open and without a journal; a breath to follow is kept.

import json

from fascia_journey import *

MOON = "Flare"
NOTE = "Note It"
BREATHE = "Breathe"
HELP = "Get Help"


def entries(home, kind):
    return json.loads(home.command("list", "--json", "--kind", kind))


def targets(window):
    return {
        name: window.find(Atspi.Role.BUTTON, name) for name in (NOTE, BREATHE, HELP)
    }


def by_pointer(tap, home):
    """The moon, then "Note It": two clicks, and the journal has it."""
    window = home.start()
    clicks = 0
    window.click(window.find(Atspi.Role.BUTTON, MOON))
    clicks += 1
    found = targets(window)
    tap.equal(clicks, 1, "one click to the calm screen")
    heights = [window.box_of(node)[3] for node in found.values()]
    tap.ok(min(heights) >= 60, f"the targets are {min(heights)} px high: at least 60")
    window.click(found[NOTE])
    clicks += 1
    wait_until("the note in the journal", lambda: entries(home, "event"))
    tap.equal(clicks, 2, "one more is a saved note")
    tap.equal(entries(home, "event")[0]["event"]["type"], "flare", "it is a flare")

    window.find(Atspi.Role.LABEL, "Noted")
    window.type("Low back, at night")
    window.set_value(window.find(Atspi.Role.SLIDER, "Worst pain today"), 7)
    window.click(window.find(Atspi.Role.BUTTON, "Done"))
    targets(window)
    wait_until("the words", lambda: entries(home, "event")[0]["event"].get("what"))
    entry = entries(home, "event")[0]
    tap.equal(entry["event"]["what"], "Low back, at night", "words join the same entry")
    tap.equal([m["value"] for m in entry["measurements"]], [7], "and so does a number")

    window.click(window.find(Atspi.Role.BUTTON, NOTE))
    wait_until("another note", lambda: len(entries(home, "event")) == 2)
    window.click(window.find(Atspi.Role.BUTTON, "Take It Back"))
    wait_until("it to be taken back", lambda: len(entries(home, "event")) == 1)
    tap.ok(True, "Take It Back takes it out")
    tap.equal(window.quit(), 0, "the program ends well")


def by_keys(tap, home):
    """Ctrl+Shift+F from every page, Enter notes it, Escape leads back."""
    window = home.start()
    window.reach_the_map()
    for name in PAGES:
        window.open_page(name, "keyboard")
        window.key("ctrl+shift+f")
        wait_until("the focus on the first target", lambda: window.focused_name() == NOTE)
        window.key("Escape")
        window.gone(Atspi.Role.BUTTON, BREATHE)
    tap.ok(True, "it opens from every page, and Escape leaves")

    window.key("ctrl+shift+f")
    wait_until("the focus on the first target", lambda: window.focused_name() == NOTE)
    window.key("Return")
    wait_until("the note", lambda: entries(home, "event"))
    tap.ok(True, "two keys, and it is noted")
    window.find(Atspi.Role.LABEL, "Noted")
    window.key("Escape")
    targets(window)
    window.key("Tab")
    wait_until("the focus on the second", lambda: window.focused_name() == BREATHE)
    window.key("Tab")
    wait_until("the focus on the third", lambda: window.focused_name() == HELP)
    window.key("Return")
    window.find(None, regex("emergency number"))
    tap.ok(True, "help says whom to call")
    window.key("Escape")
    targets(window)
    window.key("Escape")
    window.gone(Atspi.Role.BUTTON, BREATHE)

    # A dialog makes room.
    window.key("ctrl+question")
    window.find(None, "Keyboard Shortcuts")
    window.key("ctrl+shift+f")
    targets(window)
    tap.ok(True, "no dialog stands before it")
    tap.equal(window.quit(), 0, "the program ends well")


def breathing(tap, home):
    """It begins by itself, is said to the screen reader, pauses with Space, and is kept."""
    window = home.start()
    window.key("ctrl+shift+f")
    wait_until("the focus on the first target", lambda: window.focused_name() == NOTE)
    window.key("Tab")
    wait_until("the focus on the second", lambda: window.focused_name() == BREATHE)
    window.key("Return")
    window.find(Atspi.Role.BUTTON, "Pause")
    tap.ok(hear("^Breathe in$"), "the way in is announced")
    tap.ok(hear("^Breathe out$"), "so is the way out")
    window.key("space")
    window.find(Atspi.Role.BUTTON, "Continue")
    tap.ok(not entries(home, "session"), "below ten seconds nothing is kept")
    window.key("space")
    wait_until("ten seconds", lambda: entries(home, "session"))
    window.key("Escape")
    targets(window)
    session = entries(home, "session")[0]["session"]
    tap.equal(session["steps"][0]["step"], "b01", "slow breathing is kept as such")
    tap.equal(session["outcome"], "stopped", "whole, though it was stopped early")
    tap.equal(window.quit(), 0, "the program ends well")


def from_the_desktop(tap, home):
    """fascia --flare opens it, in the window that runs or in a new one."""
    window = home.start("--flare")
    targets(window)
    tap.ok(True, "a new window opens on it")
    window.key("Escape")
    window.gone(Atspi.Role.BUTTON, BREATHE)
    home.command("--flare")
    targets(window)
    tap.ok(True, "the window that runs shows it")
    tap.equal(window.quit(), 0, "the program ends well")


def without_a_journal(tap, home):
    """A journal that does not open holds up neither help nor rest; nobody knows who may breathe."""
    home.command("log", "shoulder-top-left=6")
    with open(home.journal(), "w", encoding="utf-8") as file:
        file.write("This was a journal once.\n")
    window = home.start()
    window.key("ctrl+shift+f")
    found = targets(window)
    tap.ok(not found[NOTE].get_state_set().contains(State.SENSITIVE), "nothing can be noted")
    wait_until("the focus on a target", lambda: window.focused_name() == BREATHE)
    window.key("Return")
    window.find(Atspi.Role.LABEL, "Rest Instead")
    window.find(Atspi.Role.BUTTON, "Rest").get_action_iface().do_action(0)
    window.find(Atspi.Role.BUTTON, "Pause")
    tap.ok(True, "rest is there, in place of a breath to follow")
    window.key("Escape")
    window.find(Atspi.Role.BUTTON, HELP).get_action_iface().do_action(0)
    window.find(None, regex("emergency number"))
    tap.ok(True, "so is help")
    tap.equal(window.quit(), 0, "the program ends well")


run(by_pointer, by_keys, breathing, from_the_desktop, without_a_journal)
