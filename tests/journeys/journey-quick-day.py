# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: the questions of the day, one click each, by names and by keyboard alone.

import json

from fascia_journey import *

SLEEP = "How well did you sleep?"
WORST = "How bad was your worst pain today?"
STIFF = "How long did it take after getting up until you had loosened up?"


def answers(home):
    """What the journal says was measured, by question, and in how many entries."""
    found = {}
    entries = 0
    for entry in json.loads(home.command("list", "--json")):
        entries += bool(entry["measurements"])
        for value in entry["measurements"]:
            found[value["item"]] = value["value"]
    return found, entries


def expect(tap, home, wanted, what):
    """Waits until these are the answers, all in one entry."""
    wait_until(what, lambda: answers(home)[0] == wanted)
    tap.equal(answers(home)[1], 1 if wanted else 0, what)


def open_day(window):
    """The first of the menu Add. GTK's menu items tell the accessibility bus no names."""
    window.open_add_menu()
    window.key("Return")
    return window.find(Atspi.Role.GROUPING, SLEEP)


def button(window, question, name):
    group = window.find(Atspi.Role.GROUPING, question)
    return window.find(Atspi.Role.TOGGLE_BUTTON, name, top=group)


def by_names(tap, home):
    """One click for each question; each is in the file by itself."""
    window = home.start()
    open_day(window)
    button(window, SLEEP, "6").get_action_iface().do_action(0)
    expect(tap, home, {"sleep": 6}, "one click is one answer")
    button(window, WORST, regex("^0, ")).get_action_iface().do_action(0)
    expect(tap, home, {"sleep": 6, "pain-worst": 0}, "none is an answer")
    button(window, STIFF, "45 min").get_action_iface().do_action(0)
    expect(tap, home, {"sleep": 6, "pain-worst": 0, "stiffness-morning": 45}, "minutes are chips")
    button(window, SLEEP, "7").get_action_iface().do_action(0)
    expect(tap, home, {"sleep": 7, "pain-worst": 0, "stiffness-morning": 45}, "changed")
    button(window, WORST, regex("^0, ")).get_action_iface().do_action(0)
    expect(tap, home, {"sleep": 7, "stiffness-morning": 45}, "and taken back")
    tap.ok(hear("^Saved$"), "that it is saved is spoken")
    window.key("Escape")
    wait_until("the dialog is gone", lambda: not window.find_all(Atspi.Role.GROUPING, SLEEP))
    tap.equal(window.quit(), 0, "the program ends well")


def by_keyboard(tap, home):
    """Tab from question to question, arrows among the answers, digits as they are."""
    window = home.start()
    open_day(window)

    def question():
        node = window.focused()
        return node.get_parent().get_name() if node is not None else None

    for _ in range(12):
        if question() == SLEEP:
            break
        window.key("Tab")
    wait_until("the question", lambda: question() == SLEEP)
    window.key("8")
    expect(tap, home, {"sleep": 8}, "a digit is an answer")
    window.key("Right", "space")
    expect(tap, home, {"sleep": 9}, "an arrow and Space are another")
    window.key("1", "0")
    expect(tap, home, {"sleep": 10}, "1 and 0 are ten")
    window.key("Delete")
    expect(tap, home, {}, "Delete takes it back")
    window.key("Escape")
    wait_until("the dialog is gone", lambda: not window.find_all(Atspi.Role.GROUPING, SLEEP))
    tap.equal(window.quit(), 0, "the program ends well")


def quits(tap, home):
    """Ctrl+Q ends the program with the questions open, wherever the focus is; answers are kept."""
    window = home.start()
    open_day(window)
    window.click(button(window, SLEEP, "6"))
    expect(tap, home, {"sleep": 6}, "an answer is saved at once")
    tap.equal(window.quit(), 0, "the program ends well")
    expect(tap, home, {"sleep": 6}, "and the answer is kept")
    window = home.start()
    open_day(window)
    window.key("Tab", "Tab")
    tap.equal(window.quit(), 0, "the program ends well from an answer")


run(by_names, by_keyboard, quits)
