# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What all journeys share: the real program on a real accessibility bus, hands, eyes and TAP.

"""Drives the built program as a person would, from outside.

Eyes are AT-SPI (what a screen reader gets), hands are XTEST (a pointer and a keyboard) or AT-SPI
actions and values. Nothing here looks into the program: what it kept is asked of a second process,
`fascia list` and `fascia export`. Every wait has a condition and a deadline, and none is a sleep
of a guessed length.
"""

import csv
import io
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# How long something may take before the journey fails. Generous, for sanitizers on slow machines.
DEADLINE_S = float(os.environ.get("FASCIA_JOURNEY_DEADLINE", "40"))
# Between two looks. The bus does not announce everything, so we look again.
LOOK_AGAIN_S = 0.015

PROGRAM = os.environ.get("FASCIA_PROGRAM", "fascia")
SOURCE_ROOT = os.environ.get(
    "FASCIA_SOURCE_ROOT",
    os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))),
)

State = Atspi.StateType


class JourneyError(Exception):
    """A step did not lead where it should."""


def wait_until(what, look, deadline=DEADLINE_S):
    """Looks until the answer is true and returns it; a bus error counts as "not yet"."""
    end = time.monotonic() + deadline
    last = None
    while True:
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


def run(*journeys):
    """Runs journeys, each a function that takes a Tap and a Home, and ends the process."""
    tap = Tap()
    Atspi.init()
    for journey in journeys:
        failed_before = tap.failed
        started = time.monotonic()
        home = Home()
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


# ── The program ──────────────────────────────────────────────────────────────


class Home:
    """A person's folders, empty at first, and what the command line says about them."""

    def __init__(self):
        self.path = tempfile.mkdtemp(prefix="fascia-journey-")
        self.data = os.path.join(self.path, "data")
        self.windows = []
        self.others = []

    def environment(self, **more):
        environment = dict(os.environ)
        for name, folder in (
            ("HOME", ""),
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_STATE_HOME", "state"),
        ):
            environment[name] = os.path.join(self.path, folder)
        environment.update(more)
        return environment

    def command(self, *arguments, expect=0, **more):
        """Runs `fascia ARGUMENT…` to its end and returns its standard output."""
        done = subprocess.run(
            [PROGRAM, *arguments],
            env=self.environment(**more),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=DEADLINE_S,
        )
        if done.returncode != expect:
            raise JourneyError(
                f"fascia {' '.join(arguments)}: status {done.returncode}: {done.stderr.strip()}"
            )
        return done.stdout

    def marks(self, **more):
        """Everything in the journal, as dictionaries by column, from the exported CSV."""
        text = self.command("export", "--format", "csv", "-", **more)
        return list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))

    def level(self, region, scale="tightness", **more):
        """The level of the newest mark of a region as exported, a text; None without one."""
        found = [row for row in self.marks(**more) if row["region"] == region and row["scale"] == scale]
        return found[-1]["level"] if found else None

    def start(self, *arguments, **more):
        window = Window(self, arguments, more)
        self.windows.append(window)
        return window

    def other(self):
        """Another person's folders."""
        home = Home()
        self.others.append(home)
        return home

    def clean(self):
        for window in self.windows:
            window.kill()
        for home in self.others:
            home.clean()
        shutil.rmtree(self.path, ignore_errors=True)


class Window:
    """The program with its window, seen over the accessibility bus."""

    def __init__(self, home, arguments, more):
        self.home = home
        self.process = subprocess.Popen(
            [PROGRAM, *arguments], env=home.environment(**more), stdin=subprocess.DEVNULL
        )
        self.application = wait_until("the program on the accessibility bus", self._find_application)
        self.frame = wait_until("a window", self._find_frame)
        self.xid = wait_until("a mapped window", self._find_xid)
        self._focus()

    def _find_application(self):
        if self.process.poll() is not None:
            raise JourneyError(f"the program ended with status {self.process.returncode}")
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid:
                # What we see must be what is there now, not what was there at the first look.
                child.set_cache_mask(Atspi.Cache.NONE)
                return child
        return None

    def _find_frame(self):
        for index in range(self.application.get_child_count()):
            child = self.application.get_child_at_index(index)
            if child is not None and child.get_role() in (Atspi.Role.FRAME, Atspi.Role.WINDOW):
                return child
        return None

    def _find_xid(self):
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), "--name", "."],
            capture_output=True,
            text=True,
        ).stdout.split()
        return found[0] if found else None

    def _focus(self):
        # Without a window manager nobody gives the focus; a person's desktop would.
        def has_focus():
            self._xdotool("windowfocus", self.xid)
            return self.frame.get_state_set().contains(State.ACTIVE)

        wait_until("the window to become active", has_focus)

    @staticmethod
    def _xdotool(*arguments):
        subprocess.run(["xdotool", *arguments], check=True, stdout=subprocess.DEVNULL)

    # ── Leaving ──

    def quit(self):
        """Closes by Ctrl+Q as a person would; returns the exit status."""
        self.key("ctrl+q")
        return self.wait()

    def wait(self):
        return self.process.wait(timeout=DEADLINE_S)

    def kill(self, number=signal.SIGKILL):
        if self.process.poll() is None:
            self.process.send_signal(number)
        self.process.wait(timeout=DEADLINE_S)

    # ── Eyes ──

    def walk(self, top=None):
        """All accessible objects below one, those shown only."""
        stack = [top or self.frame]
        while stack:
            node = stack.pop()
            if node is None:
                continue
            yield node
            try:
                count = node.get_child_count()
                stack.extend(node.get_child_at_index(i) for i in range(count - 1, -1, -1))
            except GLib.Error:
                continue  # went away while we looked

    def _search(self, role, name, description=None, showing=True, top=None):
        roles = role if isinstance(role, (tuple, list, set)) or role is None else (role,)
        for node in self.walk(top):
            try:
                if roles is not None and node.get_role() not in roles:
                    continue
                if name is not None and not _matches(name, node.get_name()):
                    continue
                if description is not None and not _matches(description, node.get_description()):
                    continue
                if showing and not node.get_state_set().contains(State.SHOWING):
                    continue
                yield node
            except GLib.Error:
                continue

    def find_all(self, role=None, name=None, **more):
        """Objects by role (an Atspi.Role, or several), and by name or description (text or regex)."""
        return list(self._search(role, name, **more))

    def find(self, role=None, name=None, **more):
        """The first such object, waited for."""

        return wait_until(
            f"{role} named {name!r}", lambda: next(self._search(role, name, **more), None)
        )

    def gone(self, role=None, name=None, **more):
        wait_until(f"no {role} named {name!r}", lambda: not self.find_all(role, name, **more))

    def focused(self):
        """The object that has the keyboard focus, or None."""
        for node in self.walk():
            try:
                if node.get_role() == Atspi.Role.FRAME:
                    continue
                if node.get_state_set().contains(State.FOCUSED):
                    return node
            except GLib.Error:
                continue
        return None

    def describe(self):
        """What is to be seen, as an indented text, for a failed journey."""
        lines = []

        def add(node, depth):
            try:
                if node is None or depth > 40 or len(lines) > 400:
                    return
                name = node.get_name()
                if name or depth < 2:
                    marks = [
                        text
                        for state, text in ((State.FOCUSED, "focused"), (State.PRESSED, "pressed"))
                        if node.get_state_set().contains(state)
                    ]
                    lines.append(
                        f"{'  ' * depth}{node.get_role_name()} {name!r}"
                        f" {node.get_description()!r} {' '.join(marks)}"
                    )
                for index in range(node.get_child_count()):
                    add(node.get_child_at_index(index), depth + 1)
            except GLib.Error as error:
                lines.append(f"{'  ' * depth}({error.message})")

        if self.process.poll() is None:
            add(self.frame, 0)
        else:
            lines.append(f"(ended with status {self.process.returncode})")
        return "\n".join(lines)

    # ── Hands: pointer and keyboard ──

    def key(self, *keys):
        """Presses and releases keys, by their X names."""
        self._xdotool("key", "--clearmodifiers", *keys)

    def type(self, text):
        self._xdotool("type", "--delay", "5", text)

    def point_on(self, node):
        """A point of the window that belongs to an object, whatever its shape, as hit-testing sees it.

        The extents on the bus are those of a rectangle, and they leave out the padding of what lies
        around; so they only say where to begin to look.
        """
        box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        frame = self.frame.get_component_iface()
        for across, down in _spiral():
            x = int(box.x + box.width * across)
            y = int(box.y + box.height * down)
            for shift in (10, 0, 20):
                hit = frame.get_accessible_at_point(x + shift, y + shift, Atspi.CoordType.WINDOW)
                if hit is not None and _is_within(hit, node):
                    return x + shift, y + shift
        raise JourneyError(f"no point of {node.get_name()!r} can be hit")

    def _left_edge(self, node):
        """Where an upright object really begins, by asking for the first point that hits it."""
        box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        frame = self.frame.get_component_iface()
        y = box.y + box.height // 2 + 10
        for x in range(box.x - 10, box.x + 50):
            hit = frame.get_accessible_at_point(x, y, Atspi.CoordType.WINDOW)
            if hit is not None and _is_within(hit, node):
                return x, y, box.width
        return None

    def _click_at(self, x, y, button=1):
        self._xdotool("mousemove", "--window", self.xid, str(x), str(y), "click", str(button))

    def click(self, node, button=1):
        x, y = wait_until(f"a point of {node.get_name()!r}", lambda: self.point_on(node))
        self._click_at(x, y, button)

    def click_across(self, node, share):
        """Clicks at a share of an object's width."""
        x, y, width = wait_until("the edge of an object", lambda: self._left_edge(node))
        self._click_at(x + int(width * share), y)

    # ── Hands: accessibility ──

    @staticmethod
    def actions(node):
        action = node.get_action_iface()
        return [action.get_action_name(i) for i in range(action.get_n_actions())]

    def act(self, node, name):
        """Does an action by its name; a test must not depend on the order."""
        action = node.get_action_iface()
        for index in range(action.get_n_actions()):
            if action.get_action_name(index) == name:
                if not action.do_action(index):
                    raise JourneyError(f"{node.get_name()!r} refused {name}")
                return
        raise JourneyError(f"{node.get_name()!r} has no action {name}: {self.actions(node)}")

    @staticmethod
    def value(node):
        value = node.get_value_iface()
        return None if value is None else value.get_current_value()

    @staticmethod
    def set_value(node, number):
        if not node.get_value_iface().set_current_value(number):
            raise JourneyError(f"{node.get_name()!r} did not take {number}")

    # ── Fascia's own parts ──

    def region(self, name):
        """A place of the figure, by its whole name."""
        return self.find(Atspi.Role.TOGGLE_BUTTON, name)

    def regions(self):
        """All places of the figures that are to be met."""
        return [
            node
            for node in self.find_all(Atspi.Role.TOGGLE_BUTTON)
            if "region.mark" in self.actions(node)
        ]

    def is_marked(self, name):
        return self.region(name).get_state_set().contains(State.PRESSED)

    def level(self, name):
        return self.value(self.region(name))

    def choose_level(self, level):
        """Clicks on a level in the strip of the chosen place."""
        scale = self.find(Atspi.Role.SLIDER, regex("."))
        self.click_across(scale, (level + 0.5) / 11)

    def focused_name(self):
        node = self.focused()
        return None if node is None else node.get_name()

    def open_page(self, name):
        """Goes to a page by its button in the switcher, by accessibility action."""
        tab = self.find((Atspi.Role.PAGE_TAB, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.RADIO_BUTTON), name)
        tab.get_action_iface().do_action(0)


def _matches(wanted, text):
    if hasattr(wanted, "search"):
        return bool(wanted.search(text or ""))
    return wanted == text


def _is_within(node, ancestor):
    for _ in range(6):
        if node is None:
            return False
        if node == ancestor:
            return True
        node = node.get_parent()
    return False


def _spiral():
    """Points of the unit square, the middle first."""
    yield 0.5, 0.5
    for ring in (0.08, 0.16, 0.24, 0.32, 0.4, 0.46):
        for across in (0.0, -1.0, 1.0):
            for down in (0.0, -1.0, 1.0):
                if across or down:
                    yield 0.5 + ring * across, 0.5 + ring * down


def regex(pattern):
    return re.compile(pattern)
