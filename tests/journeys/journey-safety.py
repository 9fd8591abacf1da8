# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: from a suggestion to a session. Two clicks; and what is held back says why before that.

from fascia_journey import *

PLACE = "Left shoulder top"


def press(window, name, role=Atspi.Role.BUTTON):
    window.find(role, name).get_action_iface().do_action(0)


def mark(window):
    node = window.region(PLACE)
    window.act(node, "region.mark")
    window.choose_level(6)


def two_clicks(tap, home):
    """Who was never asked before: Start, and one word about the body and about today."""
    window = home.start()
    mark(window)
    press(window, regex(r"^Start\b"))
    window.click(window.find(Atspi.Role.BUTTON, "None of These: Start"))
    window.find(None, regex("(?i)pause|get ready|next"))
    tap.ok(True, "a session runs after two clicks")
    window.kill()


def held_back(tap, home):
    """An answer by its name; what it holds back is told with its reason before the start."""
    window = home.start()
    mark(window)
    press(window, regex(r"^Start\b"))
    window.click(window.find(Atspi.Role.LIST_ITEM, "Skin"))
    switches = (Atspi.Role.SWITCH, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.CHECK_BOX)
    node = window.find(switches, "Steroid tablets for long, or fragile skin")
    tap.ok(len(node.get_description()) > 0, "a question says what it changes")
    node.get_action_iface().do_action(0)
    window.key("alt+Left")
    press(window, "Next")
    window.find(None, regex("left out today|lighter today"))
    tap.ok(True, "what is held back is there before the start")
    window.key("Escape")
    window.gone(Atspi.Role.BUTTON, "None of These: Start")
    window.quit()


run(two_clicks, held_back)
