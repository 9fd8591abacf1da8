# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the right half of a body outline, and of what is drawn apart from it, as polygons.

import numpy as np
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box
from shapely.ops import unary_union

from figure_source import SourceError, sample, sample_closed

WEB = 0.6  # finger webs narrower than twice this are filled
SMOOTH = 1.2  # sigma of the last smoothing of the outline, figure units
SEGMENTS = 24  # of a quarter circle


def _largest(shape):
    if isinstance(shape, MultiPolygon):
        return max(shape.geoms, key=lambda g: g.area)
    return shape


def _close(shape, radius):
    return shape.buffer(radius, quad_segs=SEGMENTS).buffer(-radius, quad_segs=SEGMENTS)


def _open(shape, radius):
    return shape.buffer(-radius, quad_segs=SEGMENTS).buffer(radius, quad_segs=SEGMENTS)


def capsules(chain):
    """The hull of each pair of neighbours in a row of circles, joined; bends are rounded."""
    dense = _densify(chain.circles)
    discs = [Point(x, y).buffer(r, quad_segs=SEGMENTS) for x, y, r in dense]
    pairs = [unary_union([a, b]).convex_hull for a, b in zip(discs, discs[1:])]
    return unary_union(pairs)


def _densify(circles):
    """A spline through the centres and radii, so that a finger bends instead of folding."""
    if len(circles) < 3:
        return circles
    out = []
    p = np.vstack([2 * circles[0] - circles[1], circles, 2 * circles[-1] - circles[-2]])
    for i in range(1, len(p) - 2):
        p0, p1, p2, p3 = p[i - 1 : i + 3]
        for t in np.linspace(0, 1, 8, endpoint=False):
            out.append(
                0.5
                * (
                    2 * p1
                    + (p2 - p0) * t
                    + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2
                    + (3 * p1 - p0 - 3 * p2 + p3) * t**3
                )
            )
    out.append(circles[-1])
    return np.array(out)


def _smooth_ring(ring, sigma):
    """Gaussian smoothing along a closed line, kept from shrinking by a second, widening pass."""
    length = ring.length
    n = int(length / 0.25)
    points = np.array([ring.interpolate(i * length / n).coords[0] for i in range(n)])
    step = length / n
    reach = int(4 * sigma / step)
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) * step / sigma) ** 2)
    kernel /= kernel.sum()

    def blur(values):
        padded = np.concatenate([values[-reach:], values, values[:reach]])
        return np.convolve(padded, kernel, mode="valid")

    once = np.column_stack([blur(points[:, 0]), blur(points[:, 1])])
    twice = np.column_stack([blur(once[:, 0]), blur(once[:, 1])])
    # One pass pulls a bend inwards by about as much as the second does again: put it back.
    return Polygon(2 * once - twice)


def _mirror(shape):
    return Polygon([(-x, y) for x, y in shape.exterior.coords])


def half_outline(view):
    """The polygon of the half x >= 0 of a view's body."""
    lateral, medial = sample(view.lateral), sample(view.medial)
    ring = np.vstack([lateral, medial])
    shape = Polygon(np.vstack([ring, [[0, ring[-1][1]], [0, 0]]])).buffer(0)
    for polygon in view.trims:
        shape = shape.difference(Polygon(polygon))
    # Fingers first, so that their webs are opened before they meet the palm.
    parts = [capsules(c) for c in view.chains if not c.name.startswith("toe")]
    toes = [capsules(c) for c in view.chains if c.name.startswith("toe")]
    blobs = [Polygon(sample_closed(b)).buffer(0) for b in view.blobs]
    hand = _close(unary_union(parts + blobs), WEB)
    shape = unary_union([shape, hand])
    if toes:
        shape = unary_union([shape, _close(unary_union(toes), 0.6)])
    for closing in view.closings:
        mask = Polygon(closing.polygon)
        shape = unary_union([shape, _close(shape, closing.radius).intersection(mask)])
    whole = unary_union([shape, _mirror(_largest(shape))])
    whole = _open(_close(_largest(whole), 0.6), 0.7)
    whole = _smooth_ring(Polygon(_largest(whole).exterior).exterior, SMOOTH)
    half = _largest(whole.buffer(0).intersection(box(0, -50, 400, 1200)))
    mirrored = _mirror(_largest(whole.buffer(0).intersection(box(-400, -50, 0, 1200))))
    # The two halves differ by rounding alone; keep one.
    difference = half.symmetric_difference(mirrored)
    if difference.area > 12.0 or not difference.buffer(-0.05).is_empty:
        where = difference.representative_point()
        raise SourceError(f"the outline is not symmetric: {difference.area:.2f} at {where}")
    return Polygon(half.exterior)


def inset_outlines(view):
    """Polygons of what is drawn apart: one for each inset blob, with the chains that touch it."""
    shapes = []
    chains = [capsules(c) for c in view.inset_chains]
    for blob in view.insets:
        body = Polygon(sample_closed(blob)).buffer(0)
        near = [c for c in chains if c.intersects(body)]
        toes = _close(unary_union(near), 0.6) if near else Polygon()
        shape = _open(_close(_largest(unary_union([body, toes])), 0.6), 0.7)
        shapes.append(_smooth_ring(shape.exterior, SMOOTH).buffer(0))
    return shapes


def split_lines(view, outlines):
    """Sampled cuts; an end that meets nothing is led on to the first line it points at."""
    cuts = [sample(c) for c in view.cuts]
    reach = 6.0
    lines = [LineString(c) for c in cuts]
    borders = [LineString(o.exterior.coords) for o in outlines]
    out, loose = [], []
    for i, cut in enumerate(cuts):
        others = unary_union(borders + [line for k, line in enumerate(lines) if k != i])
        points = cut
        for end in (0, -1):
            tip = points[end]
            back = points[8] if end == 0 else points[-9]
            direction = (tip - back) / np.linalg.norm(tip - back)
            inside = any(o.contains(Point(tip)) for o in outlines)
            if not inside:
                continue  # it has crossed the outline already
            ray = LineString([tip, tip + reach * direction])
            hit = ray.intersection(others)
            if hit.is_empty:
                if LineString(points).distance(others) > 0 or not _crosses_near(
                    points, end, others, reach
                ):
                    loose.append((view.cuts[i].name, end, tuple(np.round(tip, 1))))
                continue
            spots = [g for g in getattr(hit, "geoms", [hit])]
            nearest = min(spots, key=lambda g: g.distance(Point(tip)))
            at = np.array(nearest.coords[0]) + 0.02 * direction
            points = np.vstack([[at], points]) if end == 0 else np.vstack([points, [at]])
        out.append(LineString(points))
    return out, loose


def _crosses_near(points, end, others, reach):
    """Whether the cut meets a line shortly before its end: then the rest is overshoot."""
    n = int(reach / 0.25)
    part = points[: n + 1] if end == 0 else points[-n - 1 :]
    return LineString(part).intersects(others)
