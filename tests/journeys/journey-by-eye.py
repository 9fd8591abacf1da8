# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: a whole session without a sound. Chimes and voice are off; who looks reads what is to be
# seen on the page, presses nothing from Start to the question at the end, and can tell it all.

from fascia_senses import *

LOOK_MS = 200 if IN_REAL_TIME else 1000
NUMBER = regex(r"^(\d+):(\d\d)$|^(\d+)$")
NOT_YET = regex(r"^(Get ready|Rest|Change sides|Once more: \d+ of \d+|Next spot: \d+ of \d+)$")
AT_MOST = "At most: "
NEXT = regex(r"^(Next: |Then you are done\.$)")
TIMES = regex(r"^about \d+ times?$")
WHERE = regex(r"^(Left|Right) ")
QUESTION = f"{PLACE}: how tight is it now?"


# What only says what can be pressed is not read.
PRESSED = {Atspi.Role.BUTTON, Atspi.Role.TOGGLE_BUTTON}
LABELS = {Atspi.Role.LABEL, Atspi.Role.TIMER, Atspi.Role.STATIC}


class Page:
    """The page that runs, as it is read: the names of its labels are what is written in them."""

    def __init__(self, window, title):
        self.window = window
        self.title = title
        self.boxes = []  # what labels stand in: a label comes and goes, its box stays
        self.number = None  # the one large number, which is looked at all the time

    def children(self, node):
        """What is to be seen right inside of it."""
        for index in range(node.get_child_count()):
            child = node.get_child_at_index(index)
            if child is not None and child.get_state_set().contains(State.SHOWING):
                yield child, child.get_role()

    def find_boxes(self, node):
        has_labels = False
        for child, role in self.children(node):
            if role in LABELS and not has_labels:
                has_labels = True
                self.boxes.append(node)
            elif role not in PRESSED and role not in LABELS:
                self.find_boxes(child)

    def texts(self):
        """Each label that is to be seen, with its text, from the top."""
        for box in self.boxes:
            for child, role in self.children(box):
                if role in LABELS:
                    yield child, child.get_name()

    def is_there(self):
        page = next(iter(self.window.find_all(Atspi.Role.GROUPING, self.title)), None)
        self.boxes = []
        if page is not None:
            self.find_boxes(page)
        return self.read() is not None

    def read(self):
        """What is to be seen now, by what it must be for somebody who reads it; None without a number."""
        seen = dict.fromkeys(("state", "name", "where", "cue", "ceiling", "next"))
        rest = []
        self.number = None
        for node, text in self.texts():
            if NUMBER.match(text):
                self.number = node
            elif NOT_YET.match(text):
                seen["state"] = text
            elif text.startswith(AT_MOST):
                seen["ceiling"] = text.removeprefix(AT_MOST)
            elif NEXT.match(text):
                seen["next"] = text
            elif WHERE.match(text):
                seen["where"] = text
            elif text and text != self.title and not TIMES.match(text):
                rest.append(text)
        # The large line, and the one that says what to do.
        if len(rest) == 2:
            seen["name"], seen["cue"] = rest
        return seen if self.number is not None else None

    def read_number(self):
        """The seconds that are left; None when it is gone."""
        try:
            found = NUMBER.match(self.number.get_name())
        except GLib.Error:
            return None
        if found is None:
            return None
        minutes, seconds, alone = found.groups()
        return int(alone) if alone else int(minutes) * 60 + int(seconds)


def watch(window, clock, page):
    """Until somebody asks how it is now; nothing is pressed. Each part with its numbers.

    The number is looked at all the time, the rest when it jumps, half way and near the end.
    """
    parts = []
    wait_until("the session", page.is_there)
    # Once a second, well after it has changed.
    first = page.read_number()
    while page.read_number() == first:
        clock.pass_by(100)
    clock.pass_by(300)
    while (number := page.read_number()) is not None:
        part = parts[-1] if parts else None
        if part is None or number > part["numbers"][-1]:
            parts.append({"seen": [page.read()], "numbers": [number]})
        elif number != part["numbers"][-1]:
            part["numbers"].append(number)
            if number in (part["numbers"][0] // 2, 2):
                part["seen"].append(page.read())
        clock.pass_by(LOOK_MS)
    clock.run()
    return parts


def tell(parts):
    """What was done, as the one who looked tells it: what ran, and what was to be read before that."""
    told, before = [], []
    for part in parts:
        if part["seen"][0] is None:
            raise JourneyError("there was nothing to read")
        if part["seen"][0]["state"] is not None:
            before.append(part)
        else:
            told.append({**part, "before": before})
            before = []
    return told


def check_set(tap, number, one, wanted):
    """What it was, where, how much at most, and each of its seconds."""
    what = f"set {number}, {wanted['title']}"
    way = [seen for part in one["before"] for seen in part["seen"]]
    for seen in (*way, *one["seen"]):
        side = None if wanted["side"] == "midline" else f"{wanted['side'].title()} side"
        found = [seen[name] for name in ("name", "where", "ceiling")]
        tap.equal(found, [wanted["title"], side, wanted["ceiling"]], f"{what}: name, side, at most")
        tap.ok(seen["next"], f"{what}: what comes next")
    tap.equal({seen["cue"] for seen in one["seen"]}, {wanted["cue"]}, f"{what}: its cue")
    if wanted["again"]:
        state = wanted["again"]
    elif wanted["is_other_side"]:
        state = "Change sides"
    else:
        state = "Get ready" if number == 1 else "Rest"
        tap.ok(len(way[0]["cue"]) > len(wanted["cue"]), f"{what}: how to get there")
    tap.equal({seen["state"] for seen in way}, {state}, f"{what}: {state}")
    tap.equal({seen["state"] for seen in one["seen"]}, {None}, f"{what}: then it runs")
    seconds, numbers = wanted["seconds"], one["numbers"]
    if IN_REAL_TIME:
        # A busy machine takes a look away, not the last five all together.
        tap.ok(seconds - 2 <= numbers[0] <= seconds, f"{what}: {numbers[0]} s of {seconds}")
        tap.ok(len({1, 2, 3, 4, 5} & set(numbers)) >= 3, f"{what}: its last five")
    else:
        tap.equal(numbers, list(range(seconds, 0, -1)), f"{what}: each of its seconds")


def silence(tap, window):
    """Chimes and voice are switched off, as anybody does it: in the preferences."""
    window.key("ctrl+comma")
    dialog = window.find(Atspi.Role.DIALOG, "Preferences")
    window.find(Atspi.Role.PAGE_TAB, "Routines", top=dialog).get_action_iface().do_action(0)
    for name in ("Chimes", "Voice"):
        row = window.find((Atspi.Role.SWITCH, Atspi.Role.CHECK_BOX), name, top=dialog)
        tap.ok(row.get_state_set().contains(State.CHECKED), f"{name}: on at first")
        window.click(row)
        wait_until(f"{name} to be off", lambda: not row.get_state_set().contains(State.CHECKED))
    window.key("Escape")
    window.gone(Atspi.Role.DIALOG)


def by_eye(tap, home):
    """A session without a sound: name, side, ceiling, cue, each second, other side, end."""
    heard = []
    clock, voice, loudspeakers = Clock(home), Voice(home, heard), Loudspeakers(home, heard)
    home.command("log", *MARKS)
    window = home.start(
        SPEECHD_ADDRESS=f"unix_socket:{voice.path}",
        FASCIA_TEST_EAR=loudspeakers.path,
        GTK_PATH=SUPPORT,
        GTK_MEDIA="fascia-test-ear",
        **clock.environment(),
    )
    silence(tap, window)
    home.command("play", ROUTINE)
    ask_for_it(window)
    plan = planned(home)
    start(window)
    parts = watch(window, clock, Page(window, plan["title"]))

    sets = describe_sets(plan)
    check_plan(tap, plan, sets)
    told = tell(parts)
    tap.equal(len(told), len(sets), "each set is to be seen")
    for number, (one, wanted) in enumerate(zip(told, sets), 1):
        check_set(tap, number, one, wanted)
    for name in ("Done", QUESTION):
        tap.ok(window.find(Atspi.Role.LABEL, name), f"at its end: {name}")
    voice.hear(0)
    loudspeakers.hear(0)
    tap.equal(heard, [], "not a sound was made")
    rate_and_look(tap, home, window, plan)


run(by_eye)
