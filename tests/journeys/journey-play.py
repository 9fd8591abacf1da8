# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: a session from the command line. It opens the window, or uses the one that is open, and never
# goes around the question about today.

from fascia_journey import *

NONE = regex("^None of These: Start")
NECK = "Evening ease for the neck"
PAUSE = "Pause"
TODAY = "Is One of These So Today?"


def sheet(window):
    """The way to say that nothing is so today."""
    return window.find(Atspi.Role.BUTTON, NONE)


def a_new_window(tap, home):
    """fascia play opens the window at the question, and one step later it runs."""
    window = home.start("play", "neck-evening")
    none = sheet(window)
    tap.ok(not window.find_all(Atspi.Role.BUTTON, PAUSE), "nothing runs before it is answered")
    tap.equal(home.command("list", "--json").strip(), "[]", "nothing is written before")
    window.click(none)
    window.find(Atspi.Role.BUTTON, PAUSE)
    tap.ok(True, "the session is there")

    def written():
        return '"kind":"session"' in home.command("list", "--json").replace(" ", "")

    wait_until("the session in the journal", written)
    tap.ok("neck-evening" in home.command("list", "--json"), "it is in the journal from its first second")
    # Another one does not push it aside.
    home.command("play", "shoulder-tops-hands")
    tap.ok(window.find(Atspi.Role.BUTTON, PAUSE), "it goes on")
    tap.ok(window.find(None, regex("Close what is open first")), "and it is said why")
    tap.ok(not window.find_all(Atspi.Role.BUTTON, NONE), "nothing is asked over it")
    window.kill()


def the_open_window(tap, home):
    """With a window open, the same window asks; a routine that is not there changes nothing."""
    window = home.start()
    home.command("play", "neck-evning", expect=1)
    home.command("play", "neck-evening")
    none = sheet(window)
    tap.ok(none, "the window that was there asks")
    tap.ok(window.find_all(None, regex(NECK)), "about the routine that was named")
    window.key("Escape")
    wait_until("the pages", lambda: not window.find_all(Atspi.Role.BUTTON, NONE))
    tap.ok(not window.find_all(Atspi.Role.LABEL, TODAY), "Escape leaves, nothing more is asked")
    # The safety check is put off, what is so today is not answered.
    home.command("play", "neck-evening")
    sheet(window)
    window.click(window.find(Atspi.Role.BUTTON, "Later"))
    window.find(Atspi.Role.LABEL, TODAY)
    window.key("Escape")
    wait_until("the pages again", lambda: not window.find_all(Atspi.Role.BUTTON, NONE))
    tap.ok(not window.find_all(Atspi.Role.BUTTON, PAUSE), "leaving the questions starts nothing")
    tap.equal(window.quit(), 0, "the program ends well")


run(a_new_window, the_open_window)
