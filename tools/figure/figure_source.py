# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Reads figure.src: points of outlines, cuts and seeds, and draws smooth curves through them.

from dataclasses import dataclass, field

import numpy as np

CHORD = 0.75  # power of the distance between points that a spline takes as its time
STEP = 0.25  # spacing of the points of a sampled curve, figure units

VIEWS = ("front", "back")


class SourceError(Exception):
    """Something in figure.src that cannot be meant."""


@dataclass
class Curve:
    name: str
    points: np.ndarray  # n × 2, as written
    corners: set  # indices of points where the line may turn sharply
    line: int


@dataclass
class Chain:
    """A row of circles that swells and tapers: a finger, a toe."""

    name: str
    circles: np.ndarray  # n × 3: x, y, radius


@dataclass
class Closing:
    """Fill notches narrower than 2 × radius, inside a polygon only."""

    radius: float
    polygon: np.ndarray


@dataclass
class Seed:
    base: str
    is_mid: bool
    flags: str
    point: tuple
    line: int


@dataclass
class View:
    name: str
    lateral: Curve = None
    medial: Curve = None
    blobs: list = field(default_factory=list)
    chains: list = field(default_factory=list)
    closings: list = field(default_factory=list)
    trims: list = field(default_factory=list)  # polygons taken away before the chains
    insets: list = field(default_factory=list)  # (blobs, chains) of drawings of their own
    inset_chains: list = field(default_factory=list)
    cuts: list = field(default_factory=list)
    seeds: list = field(default_factory=list)
    details: list = field(default_factory=list)
    soft: list = field(default_factory=list)  # spans of the midline (y0, y1) drawn as details
    bare: list = field(default_factory=list)  # and those that are not drawn at all


def _parse_points(words, line, n_values=2):
    points, corners = [], set()
    for word in words:
        if word.endswith("c"):
            corners.add(len(points))
            word = word[:-1]
        values = [float(v) for v in word.split(",")]
        if len(values) != n_values:
            raise SourceError(f"line {line}: {word!r} is not {n_values} numbers")
        points.append(values)
    return np.array(points, float), corners


def read_source(path):
    """Both views of the file, by name."""
    views = {name: View(name) for name in VIEWS}
    with open(path, encoding="utf-8") as stream:
        text = stream.read().replace("\\\n", " ")
    for number, raw in enumerate(text.split("\n"), 1):
        words = raw.split("#")[0].split()
        if not words:
            continue
        kind, where, rest = words[0], words[1], words[2:]
        if where not in VIEWS + ("both",):
            raise SourceError(f"line {number}: unknown view {where!r}")
        for view in (views[n] for n in (VIEWS if where == "both" else (where,))):
            _read_line(view, kind, rest, number)
    return views


def _read_line(view, kind, rest, number):
    if kind == "line":
        curve = Curve(rest[0], *_parse_points(rest[1:], number), number)
        setattr(view, rest[0], curve)
    elif kind == "blob":
        view.blobs.append(Curve(rest[0], *_parse_points(rest[1:], number), number))
    elif kind == "inset":
        view.insets.append(Curve(rest[0], *_parse_points(rest[1:], number), number))
    elif kind == "chain":
        view.chains.append(Chain(rest[0], _parse_points(rest[1:], number, 3)[0]))
    elif kind == "inset-chain":
        view.inset_chains.append(Chain(rest[0], _parse_points(rest[1:], number, 3)[0]))
    elif kind == "trim":
        view.trims.append(_parse_points(rest[1:], number)[0])
    elif kind == "close":
        view.closings.append(Closing(float(rest[0]), _parse_points(rest[1:], number)[0]))
    elif kind == "cut":
        view.cuts.append(Curve(rest[0], *_parse_points(rest[1:], number), number))
    elif kind == "detail":
        view.details.append(Curve(rest[0], *_parse_points(rest[1:], number), number))
    elif kind in ("soft", "bare"):
        getattr(view, kind).append((float(rest[0]), float(rest[1])))
    elif kind == "shape":
        point = tuple(float(v) for v in rest[3].split(","))
        if rest[1] not in ("pair", "mid") or set(rest[2]) - set("hi-"):
            raise SourceError(f"line {number}: bad shape {rest}")
        view.seeds.append(Seed(rest[0], rest[1] == "mid", rest[2], point, number))
    elif kind not in ("step", "way"):
        raise SourceError(f"line {number}: unknown word {kind!r}")


def _second_derivatives(t, p, level_start, level_end):
    """Of the cubic spline through p(t): bent nowhere at a free end, level at an end on the axis."""
    n = len(t)
    h = np.diff(t)
    m, r = np.zeros((n, n)), np.zeros((n, 2))
    for i in range(1, n - 1):
        m[i, i - 1 : i + 2] = h[i - 1], 2 * (h[i - 1] + h[i]), h[i]
        r[i] = 6 * ((p[i + 1] - p[i]) / h[i] - (p[i] - p[i - 1]) / h[i - 1])
    m[0, 0] = m[-1, -1] = 1.0
    out = np.linalg.solve(m, r)
    if not (level_start or level_end):
        return out
    # Level: the tangent's y is 0 there, which changes the y equations alone.
    my, ry = m.copy(), r[:, 1].copy()
    if level_start:
        my[0, :2] = 2 * h[0], h[0]
        ry[0] = 6 * (p[1, 1] - p[0, 1]) / h[0]
    if level_end:
        my[-1, -2:] = h[-1], 2 * h[-1]
        ry[-1] = -6 * (p[-1, 1] - p[-2, 1]) / h[-1]
    out[:, 1] = np.linalg.solve(my, ry)
    return out


def _spline(points, level_start, level_end):
    """A cubic spline through all points, its curvature without jumps, sampled."""
    if len(points) == 2:
        level_start = level_end = False
    t = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1) ** CHORD)])
    second = _second_derivatives(t, points, level_start, level_end)
    out = []
    for i in range(len(t) - 1):
        h = t[i + 1] - t[i]
        n = max(2, int(np.ceil(np.linalg.norm(points[i + 1] - points[i]) / STEP)))
        u = np.linspace(0, h, n, endpoint=False)[:, None]
        v = h - u
        out.append(
            (second[i] * v**3 + second[i + 1] * u**3) / (6 * h)
            + (points[i] / h - second[i] * h / 6) * v
            + (points[i + 1] / h - second[i + 1] * h / 6) * u
        )
    out.append(points[-1:])
    return np.vstack(out)


def _reaches_axis_level(end, before):
    """Whether a run comes to x = 0 more level than steep: then it continues in its mirror."""
    return abs(end[0]) < 1e-6 and abs(before[1] - end[1]) < 0.75 * abs(before[0] - end[0])


def sample(curve):
    """The curve as a dense polyline; splined between its corners."""
    p = curve.points
    breaks = [0] + sorted(i for i in curve.corners if 0 < i < len(p) - 1) + [len(p) - 1]
    runs = []
    for a, b in zip(breaks, breaks[1:]):
        run = p[a : b + 1]
        runs.append(
            _spline(
                run,
                a == 0 and _reaches_axis_level(run[0], run[1]),
                b == len(p) - 1 and _reaches_axis_level(run[-1], run[-2]),
            )
        )
    points = np.vstack([runs[0]] + [r[1:] for r in runs[1:]])
    points[np.abs(points[:, 0]) < 1e-9, 0] = 0.0
    return points


def sample_closed(curve):
    """A closed spline through all points; corners are honoured."""
    p = curve.points
    n = len(p)
    if curve.corners:
        first = sorted(curve.corners)[0]
        order = [(first + i) % n for i in range(n)] + [first]
        corners = {order.index(c) for c in curve.corners}
        return sample(Curve(curve.name, p[order], corners, curve.line))
    extended = np.vstack([p[-6:], p, p[:7]])
    dense = _spline(extended, False, False)
    first = np.where(np.linalg.norm(dense - p[0], axis=1) < 1e-9)[0]
    return dense[first[0] : first[-1] + 1]
