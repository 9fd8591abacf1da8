# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A whole session with one sense: the time that it takes, a voice, an ear beside the loudspeakers,
# and how it is begun and rated.

"""What the journeys of a whole session share.

The program is the real one with its real window. Around it stand doubles: a server of voices that
writes down what is spoken, a media module that tells which chime sounds, and a clock that is handed
out step by step, so that twelve minutes take seconds and a busy machine changes nothing. With
FASCIA_TEST_LONG there is no such clock: it runs in real time.
"""

import collections
import json
import select
import socket
import struct

from fascia_journey import *

IN_REAL_TIME = "FASCIA_TEST_LONG" in os.environ
SUPPORT = os.path.join(os.environ.get("FASCIA_BUILD_ROOT", "build"), "tests", "support")
# Ten steps on a chair that need no tool: pressed, stretched and moved, on one side, on both, in sets.
ROUTINE = "back-neck-two"
MARKS = ("lower-back-left=6", "neck-back-right=5", "shoulder-top-left=4")
# The place that stands for the session: the one that it works on first.
PLACE = "Left lower back"
CODE = "lower-back-left"
NONE = regex("^None of These: Start")
# How long a chime is heard, and nothing may be said: milliseconds.
CHIME_MS = {"start": 850, "switch": 850, "half": 600, "count": 160, "end": 900}
# The session looks at the clock so often; in real time other programs may be in the way.
SLACK_MS = 2000 if IN_REAL_TIME else 100
# In words, by the number that a step may add.
CEILINGS = {
    1: "hardly felt",
    2: "light",
    3: "mild",
    4: "moderate, easy to breathe with",
}
# Kinds of steps that have a ceiling: they press or pull.
PULLS = ("release", "stretch")
# Sounds are told from this length on: half way, and the last five seconds.
HALF_FROM_S = 20
COUNT_FROM_S = 10

Heard = collections.namedtuple("Heard", "ms chime words")


def listen_at(home, name):
    """A socket for whoever calls, and its path."""
    server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    path = os.path.join(home.path, name)
    server.bind(path)
    server.listen()
    server.setblocking(False)
    return server, path


class Line:
    """What callers say, line by line, without waiting for it."""

    def __init__(self, home, name):
        self.server, self.path = listen_at(home, name)
        self.callers = {}

    def sockets(self):
        return [self.server, *self.callers]

    def hear(self, now):
        """Takes all that has been said by now."""
        try:
            while True:
                caller = self.server.accept()[0]
                caller.setblocking(False)
                self.callers[caller] = b""
        except BlockingIOError:
            pass
        for caller in list(self.callers):
            try:
                while part := caller.recv(65536):
                    *lines, self.callers[caller] = (self.callers[caller] + part).split(b"\n")
                    for line in lines:
                        self.take(caller, line.rstrip(b"\r").decode(), now)
                del self.callers[caller]
                caller.close()
            except BlockingIOError:
                pass
            except ConnectionError:
                del self.callers[caller]


class Voice(Line):
    """Answers as speech-dispatcher does, and writes down what it is given to speak."""

    def __init__(self, home, said):
        super().__init__(home, "speechd.sock")
        self.said = said
        self.orders = []
        self.text = {}

    def take(self, caller, line, now):
        if caller in self.text:
            if line == ".":
                self.said.append(Heard(now, None, " ".join(self.text.pop(caller))))
                caller.sendall(b"225-1\r\n225 OK MESSAGE QUEUED\r\n")
            else:
                self.text[caller].append(line[1:] if line.startswith("..") else line)
            return
        self.orders.append(line)
        if line == "SPEAK":
            self.text[caller] = []
            caller.sendall(b"230 OK RECEIVING DATA\r\n")
        elif line == "LIST SYNTHESIS_VOICES":
            caller.sendall(b"249-Anybody\ten-us\tnone\r\n249 OK VOICE LIST SENT\r\n")
        else:
            caller.sendall(b"208 OK\r\n")


class Loudspeakers(Line):
    """Hears which chime sounds, and when by the clock of the program."""

    def __init__(self, home, heard):
        super().__init__(home, "ear.sock")
        self.heard = heard
        self.volumes = []

    def take(self, caller, line, now):
        ms, volume, name = line.split(" ", 2)
        self.volumes.append(int(volume))
        self.heard.append(Heard(int(ms), name.removesuffix(".oga"), None))


class Clock:
    """The time of the program: of the machine at first, and handed out from the first step on."""

    def __init__(self, home):
        self.server, self.path = listen_at(home, "clock.sock")
        self.program = None

    def environment(self):
        if IN_REAL_TIME:
            return {}
        # A sanitizer has to come first, or it refuses to work.
        known = subprocess.run(["ldd", PROGRAM], capture_output=True, text=True, check=True).stdout
        first = re.findall(r"=> (\S*/lib[at]san\.so\S*)", known)
        clock = os.path.join(SUPPORT, "libfascia-test-clock.so")
        return {"LD_PRELOAD": ":".join([*first, clock]), "FASCIA_TEST_CLOCK": self.path}

    def ask(self, ms):
        if self.program is None:
            self.program = self.server.accept()[0]
            self.program.settimeout(DEADLINE_S)
        self.program.sendall(struct.pack("=i", ms))
        answer = self.program.recv(8, socket.MSG_WAITALL)
        if len(answer) < 8:
            raise JourneyError("the program is gone")
        return struct.unpack("=q", answer)[0]

    def listen(self, ms, sockets):
        """Goes on, at most to the next thing that is due; the time by then, milliseconds."""
        if IN_REAL_TIME:
            select.select(sockets, [], [], ms / 1000)
            return time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1000000
        return self.ask(-ms)

    def pass_by(self, ms):
        """Lets that much time go by."""
        if IN_REAL_TIME:
            select.select([], [], [], ms / 1000)
        else:
            self.ask(ms)

    def run(self):
        """Lets it go by itself again."""
        if not IN_REAL_TIME:
            self.ask(0)


# ── The session ──────────────────────────────────────────────────────────────


def sessions(home):
    return json.loads(home.command("list", "--json", "--kind", "session"))


def planned(home):
    """What the command line says will come, by the answers that the window was given."""
    plan = json.loads(home.command("play", ROUTINE, "--dry-run", "--json"))
    steps = json.loads(home.command("routines", ROUTINE, "--json"))["steps"]
    kinds = {step["id"]: step["kind"] for step in steps}
    for entry in plan["entries"]:
        entry["kind"] = kinds[entry["step"]]
    return plan


def press(window, name):
    window.find(Atspi.Role.BUTTON, name).get_action_iface().do_action(0)


def ask_for_it(window):
    """The safety check is answered; nothing runs yet."""
    press(window, NONE)
    # What needs a ball is left out, and that is told before the start.
    window.find(Atspi.Role.LABEL, "Is One of These So Today?")


def start(window):
    """The one press that starts it; from here on nobody touches anything."""
    press(window, NONE)


def describe_sets(plan):
    """Each set that is to be told, one after the other, in words of the list of steps."""
    entries = plan["entries"]
    cues = {event["entry"]: event["cue"] for event in plan["events"] if event["event"] == "start"}
    sets = []
    for index, entry in enumerate(entries):
        before = entries[index - 1] if index else None
        is_known = before is not None and before["step"] == entry["step"]
        for number in range(entry["sets"]):
            sets.append(
                {
                    "title": entry["title"],
                    "side": entry["side"],
                    "seconds": entry["seconds"],
                    "cue": cues[index],
                    "ceiling": CEILINGS[entry["cap"]] if entry["kind"] in PULLS else None,
                    "is_new": not is_known and number == 0,
                    "is_other_side": number == 0 and is_known and before["side"] != entry["side"],
                    "again": f"Once more: {number + 1} of {entry['sets']}" if number else None,
                }
            )
    return sets


def check_plan(tap, plan, sets):
    """That there is enough to tell."""
    tap.ok(len(plan["entries"]) >= 10, f"a routine of {len(plan['entries'])} parts")
    tap.equal({one["side"] for one in sets}, {"left", "right", "midline"}, "of all sides")
    tap.ok(any(one["is_other_side"] for one in sets), "sides are changed in it")
    tap.ok(any(one["again"] for one in sets), "something is done again")
    tap.ok(any(one["ceiling"] for one in sets), "something presses or pulls")


def rate_and_look(tap, home, window, plan):
    """One key answers how it is now; then the journal has it all."""
    before = sessions(home)
    tap.equal(len(before), 1, "the session is in the journal")
    tap.ok(before[0]["session"].get("after") is None, "nobody has said how it is now")
    window.key("3")
    wait_until("the rating", lambda: sessions(home)[0]["session"].get("after"))
    tap.ok(True, "one key says it")
    session = json.loads(home.command("show", "--json", before[0]["entry"]))["session"]
    tap.equal(session["outcome"], "finished", "the journal says that it was done to its end")
    tap.equal(
        [(step["step"], step.get("outcome")) for step in session["steps"]],
        [
            *((entry["step"], "done") for entry in plan["entries"]),
            *((entry["step"], "held-back") for entry in plan["held_back"]),
        ],
        "and each of its steps",
    )
    tap.equal(session["ease_offs"], 0, "nothing was eased off")
    tap.ok(session.get("before"), "the mark before it belongs to it")
    tap.equal(home.level(CODE), "3", "and so does how it is now")
    tap.equal(window.quit(), 0, "the program ends well")
