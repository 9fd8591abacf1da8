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
import glob
import io
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time

from fascia_tap import *
from fascia_tap import Atspi, GLib

PROGRAM = os.environ.get("FASCIA_PROGRAM", "fascia")
State = Atspi.StateType
# In the order of Alt+1 and so on.
PAGES = ("Body", "Routines", "Journal", "Progress")
# What has the focus when the figure has it: itself, or a place on it.
MAP_NAMES = ("Body map", "Left ", "Right ", "Breastbone", "Sacrum", "Tailbone", "Front of pelvis")


def run(*journeys):
    """Runs journeys, each a function that takes a Tap and a Home, and ends the process."""
    run_with(Home, journeys)


# ── The program ──────────────────────────────────────────────────────────────


class Home:
    """A person's folders, empty at first, and what the command line says about them."""

    def __init__(self):
        self.path = tempfile.mkdtemp(prefix="fascia-journey-")
        self.data = os.path.join(self.path, "data")
        # Nothing slides while we aim at it.
        settings = os.path.join(self.path, "config", "gtk-4.0")
        os.makedirs(settings)
        with open(os.path.join(settings, "settings.ini"), "w", encoding="utf-8") as file:
            file.write("[Settings]\ngtk-enable-animations=0\n")
        self.windows = []
        self.others = []

    def environment(self, **more):
        environment = dict(os.environ, **FOR_THE_PROGRAM)
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
        before = more.pop("before", ())
        done = subprocess.run(
            [*before, PROGRAM, *arguments],
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
        # A window that has only just come has made none yet.
        if not more and not glob.glob(os.path.join(self.data, "*", "journal.db")):
            return []
        text = self.command("export", "--format", "csv", "-", **more)
        return list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))

    def level(self, region, scale="tightness", **more):
        """The level of the newest mark of a region as exported, a text; None without one."""
        found = [row for row in self.marks(**more) if row["region"] == region and row["scale"] == scale]
        return found[-1]["level"] if found else None

    def journal(self):
        """The path of the journal."""
        return glob.glob(os.path.join(self.data, "*", "journal.db"))[0]

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
        # Words before the program's own, which must become it: the bus knows it by its number.
        before = more.pop("before", ())
        errors = more.pop("errors", None)
        self.process = subprocess.Popen(
            [*before, PROGRAM, *arguments],
            env=home.environment(**more),
            stdin=subprocess.DEVNULL,
            stderr=errors,
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
            ["xdotool", "search", "--all", "--onlyvisible", "--pid", str(self.process.pid), "--name", "."],
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

    def enter_dialog(self):
        """Waits for the focus in a dialog: keys that come before that go to what lies below it."""

        def look():
            return any(
                node.get_state_set().contains(State.FOCUSED)
                for dialog in self.find_all(Atspi.Role.DIALOG)
                for node in self.walk(dialog)
            )

        wait_until("the focus in a dialog", look)

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

    def box_of(self, node):
        """Where an object is in the window: x, y, width, height.

        GTK tells extents as if the frame that it draws round a window without a window manager were
        taken off twice; the extents of the window itself say how wide that frame is.
        """
        box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        frame = self.frame.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        if box.width <= 0 or box.height <= 0:
            return None
        return box.x - 2 * frame.x, box.y - 2 * frame.y, box.width, box.height

    def click(self, node, across=0.5, down=0.5, button=1):
        """Clicks at a share of an object's width and height, once it stands still."""
        boxes = []

        def look():
            boxes.append(self.box_of(node))
            return boxes[-1] is not None and boxes[-4:] == boxes[-1:] * 4

        wait_until(f"{node.get_name()!r} to stand still", look)
        x, y, width, height = boxes[-1]
        point = str(int(x + width * across)), str(int(y + height * down))
        self._xdotool("mousemove", "--window", self.xid, *point, "click", str(button))

    def drag(self, start, end, steps=12):
        """Presses at one point of the window, moves to another in steps, and lets go."""
        words = ["mousemove", "--window", self.xid, str(int(start[0])), str(int(start[1])), "mousedown", "1"]
        for step in range(1, steps + 1):
            at = [int(a + (b - a) * step / steps) for a, b in zip(start, end)]
            words += ["mousemove", "--window", self.xid, str(at[0]), str(at[1]), "sleep", "0.02"]
        self._xdotool(*words, "mouseup", "1")

    # ── Hands: accessibility ──

    @staticmethod
    def actions(node):
        """The names of an object's actions. Not by their number: GTK leaks at that question."""
        action = node.get_action_iface()
        names = []
        while action is not None and len(names) < 20:
            try:
                name = action.get_action_name(len(names))
            except GLib.Error:
                break
            if not name:
                break
            names.append(name)
        return names

    def act(self, node, name):
        """Does an action by its name; a test must not depend on the order."""
        names = self.actions(node)
        if name not in names:
            raise JourneyError(f"{node.get_name()!r} has no action {name}: {names}")
        if not node.get_action_iface().do_action(names.index(name)):
            raise JourneyError(f"{node.get_name()!r} refused {name}")

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
        self.click(scale, across=(level + 0.5) / 11)

    def focused_name(self):
        node = self.focused()
        return None if node is None else node.get_name()

    def reach_the_map(self):
        """Brings the keyboard focus to the figure; returns how many keys that took."""
        keys = 0
        while not wait_until("some focus", self.focused_name).startswith(MAP_NAMES):
            if keys > 30:
                raise JourneyError("the figure cannot be reached with Tab")
            self.key("Tab")
            keys += 1
        return keys

    def open_page(self, name, hands="accessibility"):
        """Goes to a page with the hands that a journey has."""
        tab = self.find(Atspi.Role.PAGE_TAB, name)
        if hands == "pointer":
            self.click(tab)
        elif hands == "keyboard":
            self.key(f"alt+{1 + PAGES.index(name)}")
        else:
            tab.get_action_iface().do_action(0)
        wait_until(
            f"the page {name}", lambda: tab.get_state_set().contains(State.PRESSED)
        )

    def open_add_menu(self):
        """Opens what can be added to the journal, once the page has read it and has taken the focus."""
        self.open_page("Journal", "keyboard")
        self.find(Atspi.Role.TOGGLE_BUTTON, "Add")

        def has_focus():
            node = self.focused()
            return node is not None and (
                node.get_role() == Atspi.Role.LIST_ITEM
                or node.get_name() in ("Mark a Place", "Add")
            )

        def is_in_menu():
            node = self.focused()
            return node is not None and node.get_role() == Atspi.Role.MENU_ITEM

        wait_until("the focus on the page", has_focus)
        self.key("alt+a")
        wait_until("the focus in the menu", is_in_menu)

    def quit_with(self, hands):
        """Leaves with the hands that a journey has; returns the exit status."""
        if hands == "keyboard":
            return self.quit()
        close = self.find(Atspi.Role.BUTTON, "Close", description="Close the window")
        if hands == "pointer":
            self.click(close)
        else:
            close.get_action_iface().do_action(0)
        return self.wait()

    def nameless(self):
        """What can be focused and has no name; what only holds others needs none."""
        containers = {
            getattr(Atspi.Role, name) for name in ("FRAME", "WINDOW", "PANEL", "SCROLL_PANE", "LIST")
        }
        found = []
        for node in self.walk():
            try:
                states = node.get_state_set()
                if (
                    states.contains(State.FOCUSABLE)
                    and states.contains(State.SHOWING)
                    and not node.get_name()
                    and node.get_role() not in containers
                ):
                    found.append(node)
            except GLib.Error:
                continue
        return found

    @staticmethod
    def path_of(node):
        """Where an object is, for a failed journey."""
        words = []
        while node is not None and len(words) < 30:
            words.append(f"{node.get_role_name()} {node.get_name()!r}")
            node = node.get_parent()
        return " < ".join(words)


def expect_kept(tap, home, code, name, level, hands):
    """After a restart it is in the file, on the figure, in the journal and on the chart."""
    tap.equal(home.level(code), str(level), "it is in the file, and nothing else is")
    tap.equal(len(home.marks()), 1, "one mark was made")
    window = home.start()
    wait_until("the mark", lambda: window.is_marked(name))
    tap.equal(window.level(name), level, "after a restart the figure shows it")

    window.open_page("Journal", hands)
    row = window.find(Atspi.Role.LIST_ITEM, regex(rf"{name}, tight {level}\b"))
    tap.ok(row, f"it is in the journal: {row.get_name()}")

    window.open_page("Progress", hands)
    point = window.find(Atspi.Role.LIST_ITEM, regex(rf"\btightness {level}, 1 place$"))
    tap.ok(point, f"it is on the chart: {point.get_name()}")
    tap.equal(window.quit_with(hands), 0, "the program ends well again")


def choosers(window):
    """The windows of the program but its own."""
    found = subprocess.run(
        ["xdotool", "search", "--all", "--onlyvisible", "--pid", str(window.process.pid), "--name", "."],
        capture_output=True,
        text=True,
    ).stdout.split()
    return [xid for xid in found if xid != window.xid]


def choose_file(window, path):
    """Types a path into the dialog that asks for a file, as a person may."""
    xid = wait_until("a file dialog", lambda: next(iter(choosers(window)), None))
    dialogs = (Atspi.Role.DIALOG, Atspi.Role.FILE_CHOOSER, Atspi.Role.FRAME, Atspi.Role.WINDOW)

    def is_active():
        subprocess.run(["xdotool", "windowfocus", xid], stderr=subprocess.DEVNULL)
        for index in range(window.application.get_child_count()):
            child = window.application.get_child_at_index(index)
            if child != window.frame and child.get_role() in dialogs:
                if child.get_state_set().contains(State.ACTIVE):
                    return child
        return None

    dialog = wait_until("the file dialog to become active", is_active)

    def focused():
        for node in window.walk(dialog):
            if node.get_state_set().contains(State.FOCUSED) and node.get_editable_text_iface():
                return node
        return None

    if focused() is None:
        window.key("slash")  # asks for the path
    # In one piece: what is typed letter by letter is completed meanwhile.
    entry = wait_until("a place for the path", focused)
    entry.get_editable_text_iface().set_text_contents(path)
    window.key("Return")
    wait_until("the file dialog to close", lambda: not choosers(window))
    window._focus()


def _matches(wanted, text):
    if hasattr(wanted, "search"):
        return bool(wanted.search(text or ""))
    return wanted == text


def regex(pattern):
    return re.compile(pattern)
