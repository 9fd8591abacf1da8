# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Works out where the arrow keys lead: to what is seen when one looks from a place in a direction.

from collections import defaultdict

import numpy as np
import shapely
from shapely.geometry import LineString, Point

from figure_graph import half_polygon
from figure_source import SourceError

DIRECTIONS = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}
OPPOSITE = {"up": "down", "down": "up", "left": "right", "right": "left"}
FLIP = {"up": "up", "down": "down", "left": "right", "right": "left"}
RAYS = 41
BEYOND = 0.4  # how far past its own edge a place is looked for: it must touch
LEAST = 0.3  # of all rays, for a step that has no counterpart
MOST_BACK = 3  # keys it may take to undo a step


def _mirror(node):
    base, half = node
    return (base, -half)


def _is_free(node, name):
    """Up and down from the midline lead to one half only and have no mirror image."""
    return not (node[1] == 0 and FLIP[name] == name)


def _polygons(arcs, shapes):
    """node → polygons of its shapes, on both halves; node → label point."""
    polygons, labels = defaultdict(list), {}
    for shape in shapes:
        half = half_polygon(arcs, shape)
        other = shapely.transform(half, lambda c: c * (-1, 1))
        base, (x, y, _) = shape.seed.base, shape.label
        if shape.seed.is_mid:
            polygons[(base, 0)].append(shapely.union_all([half, other], grid_size=1e-4))
            labels[(base, 0)] = np.array([0.0, y])
            continue
        polygons[(base, 1)].append(half)
        polygons[(base, -1)].append(other)
        if "i" not in shape.seed.flags or (base, 1) not in labels:
            labels[(base, 1)] = np.array([x, y])
            labels[(base, -1)] = np.array([-x, y])
    return polygons, labels


def _look(polygon, label, direction, tree, nodes):
    """What lies beyond the edge of a polygon in a direction: node → share of parallel rays."""
    d = np.array(direction)
    across = np.array([-d[1], d[0]])
    extent = np.array(polygon.exterior.coords) @ across
    centre = label @ across
    found = defaultdict(float)
    total = 0.0
    spread = (extent.max() - extent.min()) / 2
    for offset in np.linspace(extent.min(), extent.max(), RAYS + 2)[1:-1]:
        ray = LineString([across * offset - d * 2000, across * offset + d * 2000])
        inside = polygon.intersection(ray)
        if inside.is_empty:
            continue
        far = max((np.array(g.coords) for g in getattr(inside, "geoms", [inside])
                   if g.geom_type == "LineString"),
                  key=lambda c: (c @ d).max(), default=None)
        if far is None:
            continue
        edge = far[np.argmax(far @ d)]
        weight = np.exp(-0.5 * ((offset - centre) / (0.55 * spread)) ** 2)
        total += weight
        for i in tree.query(Point(edge + BEYOND * d), predicate="intersects"):
            found[nodes[i]] += weight
            break
    return {node: share / total for node, share in found.items()} if total else {}


def find_steps(arcs, shapes, extra):
    """node → {direction: node} for both halves; mirror-symmetric, every step with a way back."""
    polygons, labels = _polygons(arcs, shapes)
    flat = [(node, p) for node, ps in polygons.items() for p in ps]
    tree, nodes = shapely.STRtree([p for _, p in flat]), [n for n, _ in flat]
    views = defaultdict(float)  # (from, direction, to) → share
    for node, polygon in flat:
        main = polygon is max(polygons[node], key=lambda p: p.area)
        for name, d in DIRECTIONS.items():
            near = labels[node] if main else np.array(polygon.centroid.coords[0])
            for other, share in _look(polygon, near, d, tree, nodes).items():
                if other != node:
                    key = (node, name, other)
                    views[key] = max(views[key], share)
    steps = defaultdict(dict)

    def put(a, name, b):
        steps[a][name] = b
        if _is_free(a, name):
            steps[_mirror(a)][FLIP[name]] = _mirror(b)

    for a, name, b in extra:
        put(a, name, b)

    # There and back by opposite keys, the best view first.
    pairs = []
    for (a, name, b), share in views.items():
        back = views.get((b, OPPOSITE[name], a), 0.0)
        tie = 0.01 if b[1] == a[1] or b[1] >= 0 else 0.0
        pairs.append((share * back + 0.15 * max(share, back) + tie, a, name, b, share, back))
    pairs.sort(key=lambda o: (-round(o[0], 6), o[1:4]))
    for score, a, name, b, share, back in pairs:
        if min(share, back) < 0.05 or name in steps[a] or OPPOSITE[name] in steps[b]:
            continue
        if b in steps[a].values() and a in steps[b].values():
            continue
        put(a, name, b)
        put(b, OPPOSITE[name], a)
    # Then one way only: what is plainly seen there and is not reached by another key already.
    for score, a, name, b, share, back in sorted(pairs, key=lambda o: (-o[4], o[1:4])):
        way = labels[b] - labels[a]
        if name in steps[a] or share < LEAST or way @ DIRECTIONS[name] < 0.4 * np.hypot(*way):
            continue
        # Up and down go on where they can, even to what another key has reached.
        if b not in steps[a].values() or (name in ("up", "down") and share > 0.5):
            put(a, name, b)
    for a, name, b in extra:
        if OPPOSITE[name] not in steps[b]:
            put(b, OPPOSITE[name], a)
    _check(steps, labels)
    return steps


def _check(steps, labels):
    """From every place every other can be reached, and a step can be undone by three keys."""
    for start in labels:
        far, todo = {start: 0}, [start]
        while todo:
            at = todo.pop(0)
            for b in steps[at].values():
                if b not in far:
                    far[b] = far[at] + 1
                    todo.append(b)
        if set(labels) - set(far):
            raise SourceError(f"no key leads from {start} to {sorted(set(labels) - set(far))}")
        for before in labels:
            if start in steps[before].values() and min(far[before], far[_mirror(before)]) > MOST_BACK:
                raise SourceError(f"no short way back from {start} to {before}")
