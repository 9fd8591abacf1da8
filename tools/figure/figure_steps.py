# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Works out where the arrow keys lead: for each place and direction the neighbour it touches.

from collections import defaultdict

import numpy as np

from figure_source import SourceError

DIRECTIONS = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}
OPPOSITE = {"up": "down", "down": "up", "left": "right", "right": "left"}
FLIP = {"up": "up", "down": "down", "left": "right", "right": "left"}
MIN_COSINE = 0.5  # a step leads at most 60 degrees away from its arrow


def _mirror(node):
    base, half = node
    return (base, -half)


def _touching(arcs, shapes):
    """Pairs of nodes (base, half) that share a line: length and middle of that line."""
    found = defaultdict(lambda: [0.0, np.zeros(2)])

    def node(i, half):
        seed = shapes[i].seed
        return (seed.base, 0 if seed.is_mid else half)

    def note(a, b, length, middle):
        if a == b:
            return
        for pair in ((a, b), (b, a)):
            found[pair][0] += length
            found[pair][1] += length * middle

    for arc in arcs:
        if arc.kind == "out":
            continue
        points = np.vstack([arc.curves[0][:1]] + [c[3:] for c in arc.curves])
        length = float(np.linalg.norm(np.diff(points, axis=0), axis=1).sum())
        middle = (points[0] + points[-1]) / 2
        flipped = middle * (-1, 1)
        if arc.kind in ("mid", "soft"):
            note(node(arc.faces[0], 1), node(arc.faces[0], -1), length, middle)
        else:
            a, b = arc.faces
            note(node(a, 1), node(b, 1), length, middle)
            note(node(a, -1), node(b, -1), length, flipped)
    return {k: (length, total / length) for k, (length, total) in found.items()}


def _places(shapes):
    """The label point of each node; a place drawn twice counts where its bigger shape is."""
    where, size = {}, {}
    for shape in shapes:
        x, y, r = shape.label
        inset = "i" in shape.seed.flags
        for half in (0,) if shape.seed.is_mid else (1, -1):
            node = (shape.seed.base, half)
            rank = (not inset, r)
            if node not in where or rank > size[node]:
                where[node], size[node] = np.array([x * (half or 1), y]), rank
    return where


def find_steps(arcs, shapes, extra):
    """node → {direction: node} for both halves; mirror-symmetric, every step with a way back."""
    touching, where = _touching(arcs, shapes), _places(shapes)
    offers = []
    for (a, b), (length, middle) in touching.items():
        for name, d in DIRECTIONS.items():
            d = np.array(d)
            whole = where[b] - where[a]
            cosine = float(whole @ d / np.linalg.norm(whole))
            first = middle - where[a]
            near = float(first @ d / max(np.linalg.norm(first), 1e-9))
            if cosine < MIN_COSINE and near < 0.8:
                continue
            if cosine <= 0.17:
                continue
            score = 0.6 * cosine + 0.4 * near + 0.012 * min(length, 60)
            # Staying on one's own half comes before crossing.
            if a[1] and b[1] and a[1] != b[1]:
                score += 0.2 if a[0] == b[0] else -0.5
            offers.append((score, a, name, b))
    offers.sort(key=lambda o: (-round(o[0], 6), o[1:]))
    steps = defaultdict(dict)

    def put(a, name, b):
        """Sets a step and its mirror image; up and down from the midline lead to one half."""
        if a[1] == 0 and FLIP[name] == name and b[1] != 0:
            steps[a].setdefault(name, (b[0], 1))
            return
        steps[a][name] = b
        steps[_mirror(a)][FLIP[name]] = _mirror(b)

    # What the source asks for, then matching pairs: there and back by opposite keys.
    for a, name, b in extra:
        put(a, name, b)
        if OPPOSITE[name] not in steps[b]:
            put(b, OPPOSITE[name], a)
    for score, a, name, b in offers:
        if name not in steps[a] and OPPOSITE[name] not in steps[b] and b not in steps[a].values():
            put(a, name, b)
            put(b, OPPOSITE[name], a)
    # Then single steps into places that lead back by another key.
    changed = True
    while changed:
        changed = False
        for score, a, name, b in offers:
            if name in steps[a]:
                continue
            if a in steps[b].values():
                put(a, name, b)
                changed = True
    for score, a, name, b in offers:
        if name in steps[a] or b in steps[a].values():
            continue
        back = [o for o in offers if o[1] == b and o[3] == a and o[2] not in steps[b]]
        if back:
            put(a, name, b)
            put(b, back[0][2], a)
    _check(steps, where)
    return steps


def _check(steps, where):
    for a, go in steps.items():
        for b in go.values():
            if not {a, _mirror(a)} & set(steps[b].values()):
                raise SourceError(f"no way back from {b} to {a}")
    start = next(iter(where))
    seen, todo = {start}, [start]
    while todo:
        for b in steps[todo.pop()].values():
            if b not in seen:
                seen.add(b)
                todo.append(b)
    if set(where) - seen:
        raise SourceError(f"no key leads to {sorted(set(where) - seen)}")
