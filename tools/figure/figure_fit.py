# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Fits a few cubic curves to a dense polyline, after Schneider (Graphics Gems, 1990).

import numpy as np

TOLERANCE = 0.08  # figure units
CORNER = np.radians(42)  # a sharper turn than this within CORNER_SPAN is a corner
CORNER_SPAN = 1.6


def _unit(v):
    n = np.linalg.norm(v)
    return v / n if n > 0 else v


def _resample(points, step=0.4):
    d = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))])
    keep = np.concatenate([[True], np.diff(d) > 1e-9])
    points, d = points[keep], d[keep]
    n = max(2, int(round(d[-1] / step)) + 1)
    t = np.linspace(0, d[-1], n)
    return np.column_stack([np.interp(t, d, points[:, 0]), np.interp(t, d, points[:, 1])])


def _find_corners(p):
    """Indices where the line turns sharply."""
    k = 2
    corners = []
    turn = np.zeros(len(p))
    for i in range(k, len(p) - k):
        a, b = _unit(p[i] - p[i - k]), _unit(p[i + k] - p[i])
        turn[i] = np.arccos(np.clip(a @ b, -1, 1))
    i = k
    while i < len(p) - k:
        if turn[i] > CORNER and turn[i] == turn[max(0, i - k) : i + k + 1].max():
            corners.append(i)
            i += 2 * k
        else:
            i += 1
    return corners


def _bezier(c, t):
    s = 1 - t
    return (
        (s**3)[:, None] * c[0]
        + (3 * s * s * t)[:, None] * c[1]
        + (3 * s * t * t)[:, None] * c[2]
        + (t**3)[:, None] * c[3]
    )


def _fit_once(p, t, tan0, tan1):
    """Least squares for the lengths of the two handles."""
    b0, b1 = (1 - t) ** 3, 3 * t * (1 - t) ** 2
    b2, b3 = 3 * t * t * (1 - t), t**3
    a1, a2 = b1[:, None] * tan0, b2[:, None] * tan1
    rest = p - (b0 + b1)[:, None] * p[0] - (b2 + b3)[:, None] * p[-1]
    c11, c12, c22 = (a1 * a1).sum(), (a1 * a2).sum(), (a2 * a2).sum()
    x1, x2 = (rest * a1).sum(), (rest * a2).sum()
    det = c11 * c22 - c12 * c12
    chord = np.linalg.norm(p[-1] - p[0])
    if abs(det) > 1e-12:
        h1, h2 = (x1 * c22 - x2 * c12) / det, (c11 * x2 - c12 * x1) / det
    else:
        h1 = h2 = chord / 3
    if h1 < 1e-3 * chord or h2 < 1e-3 * chord:
        h1 = h2 = chord / 3
    return np.array([p[0], p[0] + h1 * tan0, p[-1] + h2 * tan1, p[-1]])


def _fit_run(p, tan0, tan1, depth=0):
    if len(p) == 2:
        d = np.linalg.norm(p[1] - p[0]) / 3
        return [np.array([p[0], p[0] + d * tan0, p[1] + d * tan1, p[1]])]
    d = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1))])
    t = d / d[-1]
    worst, at = np.inf, len(p) // 2
    for _ in range(6):
        c = _fit_once(p, t, tan0, tan1)
        error = np.linalg.norm(_bezier(c, t) - p, axis=1)
        at = int(np.argmax(error))
        worst = error[at]
        if worst < TOLERANCE:
            return [c]
        # Newton: move each parameter towards the nearest point of the curve.
        first = 3 * np.diff(c, axis=0)
        second = 2 * np.diff(first, axis=0)
        s = 1 - t
        d1 = (s * s)[:, None] * first[0] + (2 * s * t)[:, None] * first[1] + (t * t)[:, None] * first[2]
        d2 = s[:, None] * second[0] + t[:, None] * second[1]
        off = _bezier(c, t) - p
        down = (d1 * d1).sum(1) + (off * d2).sum(1)
        step = np.where(np.abs(down) > 1e-9, (off * d1).sum(1) / down, 0)
        t = np.clip(t - step, 0, 1)
        t[0], t[-1] = 0, 1
        if np.any(np.diff(t) <= 0):
            break
    at = min(max(at, 1), len(p) - 2)
    lo, hi = max(0, at - 3), min(len(p) - 1, at + 3)
    tangent = _unit(p[hi] - p[lo])
    return _fit_run(p[: at + 1], tan0, -tangent, depth + 1) + _fit_run(
        p[at:], tangent, tan1, depth + 1
    )


def _end_tangent(p, from_start):
    """Tangent at an end from a parabola through nearby points, or level on the midline."""
    q = p if from_start else p[::-1]
    n = min(6, len(q))
    if n < 3:
        return _unit(q[-1] - q[0])
    s = np.arange(n, dtype=float)
    # p(s) = p0 + a s + b s²: least squares for a.
    m = np.column_stack([s[1:], s[1:] ** 2])
    a, *_ = np.linalg.lstsq(m, q[1:n] - q[0], rcond=None)
    tangent = _unit(a[0])
    if abs(q[0][0]) < 1e-6 and abs(tangent[1]) < 0.5 * abs(tangent[0]):
        return np.array([np.sign(tangent[0]), 0.0])
    return tangent


def fit(points):
    """A list of cubic curves (4 × 2 arrays) along a polyline; its ends are kept exactly."""
    p = _resample(np.asarray(points, float))
    if len(p) < 3:
        third = (p[-1] - p[0]) / 3
        return [np.array([p[0], p[0] + third, p[-1] - third, p[-1]])]
    breaks = [0] + _find_corners(p) + [len(p) - 1]
    curves = []
    for a, b in zip(breaks, breaks[1:]):
        run = p[a : b + 1]
        curves += _fit_run(run, _end_tangent(run, True), _end_tangent(run, False))
    return curves
