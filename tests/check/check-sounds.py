#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chimes of a session: short, not clipped, of like loudness, and told apart by their notes.

Decodes the files with GStreamer, which is what plays them; without it, only their lengths are read.
"""

import array
import ctypes
import importlib.util
import math
import os
import pathlib
import sys
import tempfile

ROOT = pathlib.Path(os.environ.get("FASCIA_SOURCE_ROOT", pathlib.Path(__file__).parents[2]))
SOUNDS = ROOT / "data" / "sounds"
LONGEST_S = 1.5
SEMITONE = 2 ** (1 / 12)
# How the pitch goes from note to note, and how many notes there are.
CONTOURS = {"start": "+", "half": "", "count": "", "switch": "=+", "end": "--"}

state = {"n": 0, "failed": 0}


def check(name, is_good, why=""):
    state["n"] += 1
    print(f"{'ok' if is_good else 'not ok'} {state['n']} {name}{'' if is_good else ': ' + why}")
    state["failed"] += not is_good


def load_recipe():
    spec = importlib.util.spec_from_file_location("make_sounds", SOUNDS / "make-sounds.py")
    recipe = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(recipe)
    return recipe


def read_ogg(path):
    """Channels, rate and seconds, from the pages of the container."""
    data = path.read_bytes()
    head = data.index(b"\x01vorbis")
    channels = data[head + 11]
    rate = int.from_bytes(data[head + 12:head + 16], "little")
    last = data.rindex(b"OggS")
    return channels, rate, int.from_bytes(data[last + 6:last + 14], "little") / rate


def load_gstreamer():
    try:
        gst = ctypes.CDLL("libgstreamer-1.0.so.0")
    except OSError:
        return None
    for name in ("gst_parse_launch", "gst_element_get_bus", "gst_bus_timed_pop_filtered"):
        getattr(gst, name).restype = ctypes.c_void_p
    gst.gst_init(None, None)
    return gst


def decode(gst, path):
    """(nullable) Samples from -1 to 1."""
    with tempfile.NamedTemporaryFile() as out:
        line = (f"filesrc location={path} ! oggdemux ! vorbisdec ! audioconvert ! "
                f"audio/x-raw,format=F32LE,channels=1 ! filesink location={out.name}")
        pipeline = gst.gst_parse_launch(line.encode(), None)
        if not pipeline:
            return None
        pipeline = ctypes.c_void_p(pipeline)
        bus = ctypes.c_void_p(gst.gst_element_get_bus(pipeline))
        gst.gst_element_set_state(pipeline, 4)  # playing
        # End of stream, or an error.
        gst.gst_bus_timed_pop_filtered(bus, ctypes.c_uint64(60 * 10 ** 9), 1 << 0 | 1 << 1)
        gst.gst_element_set_state(pipeline, 1)  # null
        samples = array.array("f")
        samples.frombytes(pathlib.Path(out.name).read_bytes())
        return samples


def strength(samples, rate, pitch):
    """How much of one pitch there is."""
    turn = 2 * math.pi * pitch / rate
    real = sum(value * math.cos(turn * i) for i, value in enumerate(samples))
    imaginary = sum(value * math.sin(turn * i) for i, value in enumerate(samples))
    return math.hypot(real, imaginary)


def loudest_db(samples, rate):
    """Of any tenth of a second."""
    window = rate // 10
    squares = [sum(value * value for value in samples[i:i + window]) / window
               for i in range(0, max(1, len(samples) - window), window // 4)]
    return 10 * math.log10(max(squares))


def get_contour(samples, rate, notes):
    """The note that is strongest just after each beginning must be the one that was struck."""
    contour = ""
    for i, (begin, pitch, _strength) in enumerate(notes):
        first = int((begin + 0.01) * rate)
        part = samples[first:first + rate // 12]
        own = strength(part, rate, pitch)
        others = [strength(part, rate, pitch * SEMITONE ** step) for step in (-7, -4, 4, 7)]
        if own <= max(others):
            return None
        if i > 0:
            before = notes[i - 1][1]
            contour += "=" if pitch == before else "+" if pitch > before else "-"
    return contour


def main():
    recipe = load_recipe()
    gst = load_gstreamer()
    check("one file for each chime",
          sorted(path.stem for path in SOUNDS.glob("*.oga")) == sorted(CONTOURS))
    check("recipes for all of them", sorted(recipe.CHIMES) == sorted(CONTOURS))
    loud = {}
    kinds = set()
    for name, (_partials, wanted_s, notes) in recipe.CHIMES.items():
        path = SOUNDS / f"{name}.oga"
        channels, rate, seconds = read_ogg(path)
        check(f"{name}: one channel", channels == 1 and rate == recipe.RATE)
        check(f"{name}: as long as its recipe", abs(seconds - wanted_s) < 0.02, str(seconds))
        check(f"{name}: short", seconds <= LONGEST_S, str(seconds))
        samples = decode(gst, path) if gst is not None else None
        if not samples:
            print(f"# {name}: nothing here decodes it")
            continue
        peak = max(abs(value) for value in samples)
        check(f"{name}: neither clipped nor faint", 0.4 < peak < 0.95, str(peak))
        check(f"{name}: ends in silence", max(abs(value) for value in samples[-64:]) < 0.02)
        contour = get_contour(samples, rate, notes)
        check(f"{name}: its notes are heard", contour == CONTOURS[name], str(contour))
        loud[name] = loudest_db(samples, rate)
        kinds.add((contour, seconds < 0.3))
        print(f"# {name}: {seconds:.2f} s, peak {peak:.2f}, {loud[name]:.1f} dB")
    if loud:
        check("no two sound alike", len(kinds) == len(CONTOURS), str(kinds))
        bars = [value for name, value in loud.items() if name != "count"]
        check("of like loudness", max(bars) - min(bars) < 4, str(loud))
        check("counting is softer", loud["count"] < min(bars), str(loud))
    print(f"1..{state['n']}")
    return 1 if state["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
