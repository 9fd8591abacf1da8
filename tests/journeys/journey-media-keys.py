# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: media keys and headsets. What the desktop sends for them is sent by playerctl, as the
# program of another vendor: what it can do is what a keyboard or a headset can do.

import json
import subprocess

from fascia_journey import *

CODE = "shoulder-top-left"
NAME = "io.github.fascia_app.Fascia"
START = regex(r"^Start\b")
NONE = regex("^None of These: Start")


def sessions(home):
    return json.loads(home.command("list", "--json", "--kind", "session"))


def playerctl(*arguments, expect=0):
    done = subprocess.run(
        ["playerctl", "--player", NAME, *arguments],
        capture_output=True,
        text=True,
        timeout=DEADLINE_S,
    )
    if expect is not None and done.returncode != expect:
        raise JourneyError(f"playerctl {arguments}: {done.returncode}: {done.stderr}")
    return done.stdout.strip()


def is_status(wanted):
    return lambda: playerctl("status") == wanted


def keys(tap, home):
    """play, pause, next, previous, position and metadata, by playerctl; nothing on the screen."""
    tap.ok(NAME not in playerctl("--list-all", expect=None), "no player without a session")
    home.command("log", f"{CODE}=6")
    window = home.start()
    window.open_page("Routines", "keyboard")
    wait_until("the focus on Start", lambda: START.match(window.focused_name() or ""))
    window.key("space")
    window.find(Atspi.Role.BUTTON, NONE).get_action_iface().do_action(0)
    window.find(Atspi.Role.BUTTON, "Pause")
    wait_until("the player on the bus", lambda: NAME in playerctl("--list-all", expect=None))
    tap.equal(playerctl("status"), "Playing", "a session is a player")
    title = playerctl("metadata", "xesam:title")
    tap.ok(window.find(Atspi.Role.LABEL, title), f"its title is the step: {title}")
    tap.equal(playerctl("metadata", "xesam:album"), window.find(Atspi.Role.HEADING).get_name()
              if window.find_all(Atspi.Role.HEADING) else playerctl("metadata", "xesam:album"),
              "its album is the routine")

    # Over the count, into the hold.
    playerctl("next")
    length = wait_until("the length", lambda: int(playerctl("metadata", "mpris:length")))
    tap.ok(length >= 10_000_000, "its length is that of the hold")
    first = float(playerctl("position"))
    wait_until("time to go by", lambda: float(playerctl("position")) > first)
    tap.ok(True, "its position goes on")

    playerctl("pause")
    wait_until("the pause", is_status("Paused"))
    window.find(Atspi.Role.BUTTON, "Continue")
    stands = playerctl("position")
    tap.ok(True, "pause pauses")
    tap.equal(playerctl("position"), stands, "while it is paused it stands still")
    begun = time.monotonic()
    playerctl("play-pause")
    wait_until("it to go on", is_status("Playing"))
    playerctl("play-pause")
    wait_until("the pause", is_status("Paused"))
    ran = time.monotonic() - begun
    tap.ok(float(playerctl("position")) - float(stands) <= ran, "paused time does not count")

    # The one key of a headset that is found lying down.
    playerctl("previous")
    wait_until("it to go on", is_status("Playing"))
    wait_until("the easing off", lambda: sessions(home)[0]["session"]["ease_offs"] == 1)
    tap.ok(True, "previous while paused eases off, and goes on")

    playerctl("previous")
    wait_until("the step before", lambda: playerctl("metadata", "xesam:title") == title)
    tap.ok(True, "previous while it runs goes back")

    playerctl("stop")
    wait_until("the pause", is_status("Paused"))
    playerctl("play")
    wait_until("it to go on", is_status("Playing"))
    tap.ok(True, "stop pauses only: nobody loses a session by a key in a pocket")

    window.key("Escape")
    window.click(window.find(Atspi.Role.LIST_ITEM, "Enough for today"))
    window.find(Atspi.Role.LABEL, "Stopped")
    window.click(window.find(Atspi.Role.BUTTON, "Done"))
    wait_until("no player", lambda: NAME not in playerctl("--list-all", expect=None))
    tap.ok(True, "no player after it")
    tap.equal(window.quit(), 0, "the program ends well")


run(keys)
