# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Journey: a whole session with eyes shut. Who lies there knows nothing but what is spoken and which
# chime sounds, presses nothing from Start to the question at the end, and can tell it all.

from fascia_senses import *

# A calm voice: two words and a half in a second.
MS_A_WORD = 400
# The question at the end.
ASKED = f"{PLACE}: how tight is it now? Press 0 to 9. For 10, press 1, then 0."
# No part of a session is as long as this without a sound.
SILENCE_MS = 180000


def listen(window, clock, voice, loudspeakers, heard):
    """Until somebody asks how it is now. Nothing is looked at, and nothing is pressed."""

    def hear(now):
        loudspeakers.hear(now)
        voice.hear(now)
        return heard

    # It begins in its own time: what it has to read before does not come by the clock.
    wait_until("the first words", lambda: hear(0))
    now = last = clock.listen(1, [])
    heard[:] = [event._replace(ms=event.ms or now) for event in heard]
    while heard[-1].words != ASKED:
        count = len(heard)
        now = clock.listen(1000, [*voice.sockets(), *loudspeakers.sockets()])
        if len(hear(now)) > count:
            last = now
        if now - last > SILENCE_MS:
            raise JourneyError(f"silence; what was heard last: {heard[-3:]}")
    clock.run()
    # A chime tells its own time, words are as late as they were heard.
    heard.sort(key=lambda event: event.ms)


def tell(heard):
    """What was done, as the one who listened tells it: a chime begins each set, another one ends it."""
    told, said, is_switched, now = [], [], False, None
    for event in heard:
        if event.chime == "start":
            now = {"said": said, "is_switched": is_switched, "begun": event.ms, "ended": None}
            now |= {"words": [], "chimes": []}
            told.append(now)
            said, is_switched = [], False
        elif event.chime == "end" and now is not None:
            now["ended"] = event.ms
            now = None
        elif event.chime == "switch":
            is_switched = True
        elif now is not None:
            kind = "words" if event.words else "chimes"
            now[kind].append((event.ms - now["begun"], event.words or event.chime))
        elif event.words:
            said.append((event.ms, event.words))
    return told, [words for ms, words in said]


def check_said(tap, number, one, wanted):
    """Where, how much at most and what to do was said before it began, in time."""
    # "Three, two, one" is said in time with what it counts.
    said = [(ms, words) for ms, words in one["said"] if words not in ("Three", "Two", "One")]
    count = [words for ms, words in one["said"] if words in ("Three", "Two", "One")]
    text = " ".join(words for ms, words in said)
    what = f"set {number}, {wanted['title']}"
    tap.equal(count, ["Three", "Two", "One"], f"{what}: counted in")
    ms, words = said[-1]
    tap.ok(
        one["begun"] - ms + SLACK_MS >= MS_A_WORD * len(words.split()),
        f"{what}: there is time to say it",
    )
    tap.equal(
        one["is_switched"],
        bool(wanted["is_other_side"] or wanted["again"]),
        f"{what}: the chime of a change",
    )
    if wanted["again"]:
        tap.equal(text, f"Let go. {wanted['again']}.", f"{what}: {wanted['again']}")
        return
    tap.ok(f"{wanted['title']}." in text, f"{what}: its name")
    for side in ("left", "right"):
        tap.equal(
            f"{side.title()} side." in text, wanted["side"] == side, f"{what}: {side} or not"
        )
    tap.equal("Change sides." in text, wanted["is_other_side"], f"{what}: the other side or not")
    if wanted["is_new"]:
        tap.equal(
            f"At most: {wanted['ceiling']}." in text, wanted["ceiling"] is not None, f"{what}: at most"
        )


def check_held(tap, number, one, wanted):
    """Its cue, its half, its last five seconds and its end."""
    length = wanted["seconds"] * 1000
    what = f"set {number}, {wanted['title']}"
    chimes, words = [], [wanted["cue"]]
    if wanted["seconds"] >= HALF_FROM_S:
        chimes.append((length // 2, "half"))
        words.append("Halfway.")
    if wanted["seconds"] >= COUNT_FROM_S:
        chimes += [(length - left * 1000, "count") for left in (5, 4, 3, 2, 1)]
        words.append("5 seconds left.")
    tap.equal([text for ms, text in one["words"]], words, f"{what}: cue, half and last five")
    tap.equal([name for ms, name in one["chimes"]], [name for ms, name in chimes], f"{what}: chimes")
    late = [abs(found[0] - wanted[0]) for found, wanted in zip(one["chimes"], chimes)]
    late.append(abs(one["ended"] - one["begun"] - length))
    tap.ok(max(late) <= SLACK_MS, f"{what}: in time, within {max(late)} ms")


def check_chimes_first(tap, heard):
    """Whenever something is said no chime sounds any more."""
    over, early = 0, []
    for event in heard:
        if event.chime:
            over = event.ms + CHIME_MS[event.chime]
        # What is heard late in real time is still in its order.
        elif event.ms < over - (SLACK_MS if IN_REAL_TIME else 0):
            early.append(event)
    tap.equal(early, [], "a chime always comes before words, and is over by then")


def check_plan_heard(tap, heard, plan):
    """What was announced on the command line is what was heard, in its order."""
    wanted = []
    for event in plan["events"]:
        wanted += [word for word in (event["chime"], event["words"]) if word]
    # The end of a set and the change after it are one moment; words come after both.
    found = sorted(event.chime or event.words for event in heard)
    tap.equal(found, sorted([*wanted, ASKED]), "it is what `fascia play --dry-run` says")
    words = [event.words for event in heard if event.words]
    tap.equal(
        words,
        [*(event["words"] for event in plan["events"] if event["words"]), ASKED],
        "in the same order",
    )
    chimes = [event for event in heard if event.chime]
    due = [(event["ms"], event["chime"]) for event in plan["events"] if event["chime"]]
    tap.equal([event.chime for event in chimes], [name for ms, name in due], "with its chimes")
    late = [abs(event.ms - chimes[0].ms - (ms - due[0][0])) for event, (ms, name) in zip(chimes, due)]
    tap.ok(max(late) <= SLACK_MS, f"at its times: {due[-1][0] // 1000} s, within {max(late)} ms")


def by_ear(tap, home):
    """A session with eyes shut: name, side, ceiling, cue, half, last five, other side, end."""
    heard = []
    clock, voice, loudspeakers = Clock(home), Voice(home, heard), Loudspeakers(home, heard)
    home.command("log", *MARKS)
    window = home.start(
        "play",
        ROUTINE,
        SPEECHD_ADDRESS=f"unix_socket:{voice.path}",
        FASCIA_TEST_EAR=loudspeakers.path,
        GTK_PATH=SUPPORT,
        GTK_MEDIA="fascia-test-ear",
        **clock.environment(),
    )
    ask_for_it(window)
    plan = planned(home)
    start(window)
    listen(window, clock, voice, loudspeakers, heard)

    sets = describe_sets(plan)
    check_plan(tap, plan, sets)
    told, last = tell(heard)
    tap.equal(len(told), len(sets), "each set has its beginning and its end")
    for number, (one, wanted) in enumerate(zip(told, sets), 1):
        check_said(tap, number, one, wanted)
        check_held(tap, number, one, wanted)
    tap.equal(last, ["You are done. Rest a moment.", ASKED], "the end is said, and how it is now is asked")
    check_chimes_first(tap, heard)
    check_plan_heard(tap, heard, plan)
    tap.ok("SET self LANGUAGE en" in voice.orders, "the voice is one of the language that is shown")
    tap.equal(set(loudspeakers.volumes), {60}, "the chimes are as loud as they are set")
    rate_and_look(tap, home, window, plan)


run(by_ear)
