# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What journeys stand on: waiting for a condition, hearing what is announced, and TAP.

import os
import re
import sys
import time
import traceback

# Fatal warnings are for the program, not for the libraries that we look at it with.
FOR_THE_PROGRAM = {"G_DEBUG": os.environ.pop("G_DEBUG", "")}

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# How long something may take before the journey fails. Generous, for sanitizers on slow machines.
DEADLINE_S = float(os.environ.get("FASCIA_JOURNEY_DEADLINE", "40"))
# Between two looks. The bus does not announce everything, so we look again.
LOOK_AGAIN_S = 0.015


class JourneyError(Exception):
    """A step did not lead where it should."""


def wait_until(what, look, deadline=DEADLINE_S):
    """Looks until the answer is true and returns it; a bus error counts as "not yet"."""
    end = time.monotonic() + deadline
    last = None
    while True:
        while GLib.MainContext.default().iteration(False):
            pass  # what has been said meanwhile
        try:
            answer = look()
            if answer:
                return answer
            last = answer
        except GLib.Error as error:
            last = error.message
        if time.monotonic() > end:
            raise JourneyError(f"waited {deadline:.0f} s in vain for {what} (last look: {last!r})")
        time.sleep(LOOK_AGAIN_S)


# ── Ears ──

SAID = []


def _on_announcement(event, *unused):
    SAID.append(event.any_data)


def hear(pattern):
    """Waits until something like that is announced, and forgets all that was said before."""
    wanted = re.compile(pattern)

    def look():
        for index, sentence in enumerate(SAID):
            if wanted.search(sentence):
                del SAID[: index + 1]
                return sentence
        return None

    try:
        return wait_until(f"the words {pattern!r}", look)
    except JourneyError as error:
        raise JourneyError(f"{error}; heard {SAID}") from None


# ── Reports ──────────────────────────────────────────────────────────────────


class Tap:
    """Test points on standard output. A journey stops at its first failed point."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def ok(self, condition, name):
        self.count += 1
        if condition:
            print(f"ok {self.count} - {name}", flush=True)
            return
        self.failed += 1
        print(f"not ok {self.count} - {name}", flush=True)
        raise JourneyError(name)

    def equal(self, found, wanted, name):
        if found != wanted:
            self.note(f"wanted: {wanted!r}", f"found:  {found!r}")
        self.ok(found == wanted, name)

    def note(self, *lines):
        for line in lines:
            for part in str(line).splitlines():
                print(f"# {part}", flush=True)


def run_with(make_home, journeys):
    """Runs journeys, each a function that takes a Tap and a home, and ends the process."""
    tap = Tap()
    Atspi.init()
    listener = Atspi.EventListener.new(_on_announcement)
    listener.register("object:announcement")
    for journey in journeys:
        failed_before = tap.failed
        started = time.monotonic()
        home = make_home()
        SAID.clear()
        tap.note(f"journey: {journey.__doc__.splitlines()[0]}")
        try:
            journey(tap, home)
        except Exception as error:  # everything that goes wrong is a failed point
            tap.note(traceback.format_exc())
            for window in home.windows:
                tap.note(window.describe())
            if tap.failed == failed_before:
                tap.count += 1
                tap.failed += 1
                print(f"not ok {tap.count} - {journey.__name__}: {error}".splitlines()[0])
        finally:
            home.clean()
            tap.note(f"{journey.__name__}: {time.monotonic() - started:.1f} s")
    print(f"1..{tap.count}", flush=True)
    sys.exit(1 if tap.failed else 0)
