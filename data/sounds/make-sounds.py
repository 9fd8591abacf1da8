#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the chimes of a session from sines; run by hand. Needs oggenc."""

import math
import pathlib
import struct
import subprocess
import tempfile
import wave

RATE = 44100
HERE = pathlib.Path(__file__).parent

# Partials of a soft bar: (multiple of the note, strength, seconds until it has fallen to a third).
BAR = [(1.0, 1.0, 0.34), (2.0, 0.28, 0.20), (3.98, 0.10, 0.08), (9.2, 0.03, 0.03)]
WOOD = [(1.0, 1.0, 0.045), (2.4, 0.4, 0.02)]

# (beginning in seconds, note in Hz, strength)
CHIMES = {
    "start": (BAR, 0.85, [(0.00, 392.00, 0.7), (0.16, 587.33, 1.0)]),
    "half": (BAR, 0.60, [(0.00, 587.33, 0.7)]),
    "count": (WOOD, 0.16, [(0.00, 660.00, 0.6)]),
    "switch": (BAR, 0.85, [(0.00, 440.00, 0.8), (0.14, 440.00, 0.6), (0.28, 554.37, 0.9)]),
    "end": (BAR, 0.90, [(0.00, 587.33, 0.8), (0.18, 392.00, 0.9), (0.36, 293.66, 0.8)]),
}


def sample(partials, notes, at):
    total = 0.0
    for begin, pitch, strength in notes:
        since = at - begin
        if since < 0:
            continue
        attack = min(1.0, since / 0.006)
        for multiple, part, fall in partials:
            if pitch * multiple < RATE / 2:
                total += (strength * part * attack * math.exp(-since / fall)
                          * math.sin(2 * math.pi * pitch * multiple * since))
    return total


def make(name, partials, seconds, notes):
    count = int(seconds * RATE)
    samples = [sample(partials, notes, i / RATE) for i in range(count)]
    loudest = max(abs(value) for value in samples)
    fade = int(0.03 * RATE)
    with tempfile.NamedTemporaryFile(suffix=".wav") as file:
        with wave.open(file.name, "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            for i, value in enumerate(samples):
                edge = min(1.0, (count - i) / fade)
                out.writeframes(struct.pack("<h", int(value / loudest * edge * 0.7 * 32767)))
        subprocess.run(["oggenc", "--quiet", "--quality", "3", "--serial", "1", "--output",
                        str(HERE / f"{name}.oga"), file.name], check=True)


if __name__ == "__main__":
    for chime, (partials_of, seconds_of, notes_of) in CHIMES.items():
        make(chime, partials_of, seconds_of, notes_of)
