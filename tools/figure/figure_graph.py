# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Cuts the half figure into faces, names them by their seeds, and splits all lines into arcs.

from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np
import shapely
import shapely.ops
from shapely.geometry import LineString, Point, Polygon
from shapely.ops import polygonize, unary_union

from figure_fit import fit
from figure_source import SourceError

GRID = 0.05  # coordinates are rounded to this
AXIS = 1e-6


@dataclass
class Arc:
    kind: str  # out, cut, mid
    curves: list  # of 4 × 2 arrays
    faces: tuple


@dataclass
class Shape:
    seed: object
    face: Polygon
    chain: list = field(default_factory=list)  # (arc number, sign)
    label: tuple = None  # x, y, radius


def find_faces(outlines, cuts, seeds):
    """Every face with its one seed; anything else ends the run."""
    rings = [LineString(o.exterior.coords) for o in outlines]
    net = unary_union(rings + cuts)
    inside = unary_union(outlines)
    faces = [f for f in polygonize(net) if inside.contains(f.representative_point())]
    problems = []
    named = [None] * len(faces)
    for seed in seeds:
        hits = [i for i, f in enumerate(faces) if f.contains(Point(seed.point))]
        if not hits:
            problems.append(f"seed outside: {seed.base} at {seed.point} (line {seed.line})")
        elif named[hits[0]] is not None:
            other = named[hits[0]]
            problems.append(f"two seeds in a face: {other.base} and {seed.base} (line {seed.line})")
        else:
            named[hits[0]] = seed
    for face, seed in zip(faces, named):
        if seed is None:
            p = face.representative_point()
            problems.append(f"unnamed face at {p.x:.1f},{p.y:.1f}, area {face.area:.2f}")
    if problems:
        raise SourceError("\n".join(problems))
    order = {id(s): i for i, s in enumerate(seeds)}
    pairs = sorted(zip(faces, named), key=lambda p: order[id(p[1])])
    return [Shape(seed, face) for face, seed in pairs]


def _key(point):
    return (round(point[0], 5), round(point[1], 5))


def build_arcs(shapes):
    """Arcs between nodes, each fitted once; fills in the chains of the shapes."""
    users = defaultdict(list)  # edge → faces
    for i, shape in enumerate(shapes):
        ring = [_key(c) for c in shape.face.exterior.coords]
        for a, b in zip(ring, ring[1:]):
            if a != b:
                users[frozenset((a, b))].append(i)
    around = defaultdict(list)  # point → edges
    for edge in users:
        for p in edge:
            around[p].append(edge)

    def on_axis(edge):
        return all(abs(p[0]) < AXIS for p in edge)

    def is_node(p):
        edges = around[p]
        if len(edges) != 2:
            return True
        a, b = edges
        return sorted(users[a]) != sorted(users[b]) or on_axis(a) != on_axis(b)

    nodes = {p for p in around if is_node(p)}
    # A ring without nodes gets one at its highest point.
    arcs, arc_of = [], {}
    seen = set()

    def trace(start, edge):
        points, at = [start], start
        edges = []
        while True:
            edges.append(edge)
            seen.add(edge)
            at = next(p for p in edge if p != at) if len(edge) == 2 else at
            points.append(at)
            if at in nodes or at == start:
                return points, edges
            edge = next(e for e in around[at] if e != edge)

    def add(start, edge):
        points, edges = trace(start, edge)
        faces = tuple(users[edges[0]])
        if on_axis(edges[0]):
            if shapes[faces[0]].seed.is_mid:
                return  # inside a place that crosses the midline
            kind = "mid"
        else:
            kind = "out" if len(faces) == 1 else "cut"
        number = len(arcs)
        points = np.array(points)
        if kind == "mid":
            a, b = points[0], points[-1]
            curves = [np.array([a, a + (b - a) / 3, a + (b - a) * 2 / 3, b])]
        else:
            curves = fit(points)
        arcs.append(Arc(kind, [np.round(c / GRID) * GRID for c in curves], faces))
        for a, b in zip(points, points[1:]):
            arc_of[(_key(a), _key(b))] = (number, 1)
            arc_of[(_key(b), _key(a))] = (number, -1)

    for node in sorted(nodes):
        for edge in around[node]:
            if edge not in seen:
                add(node, edge)
    for edge in list(users):
        if edge not in seen:
            top = min(edge, key=lambda p: p[1])
            nodes.add(top)
            add(top, edge)
    _drop_tiny(arcs)
    for shape in shapes:
        shape.chain = _chain(shape, arc_of)
    return arcs


def _drop_tiny(arcs):
    """Curves that rounding has shrunk to a point."""
    for arc in arcs:
        kept = [c for c in arc.curves if np.abs(c - c[0]).max() > 0]
        if not kept:
            raise SourceError(f"an arc of no length at {arc.curves[0][0]}")
        arc.curves = kept


def _chain(shape, arc_of):
    ring = [_key(c) for c in shape.face.exterior.coords]
    steps = []
    for a, b in zip(ring, ring[1:]):
        if a == b:
            continue
        use = arc_of.get((a, b))  # None on a midline that is left out
        if not steps or steps[-1] != use:
            steps.append(use)
    if len(steps) > 1 and steps[0] == steps[-1]:
        steps.pop()
    if None in steps:
        if steps.count(None) > 1:
            raise SourceError(f"{shape.seed.base} crosses the midline twice")
        at = steps.index(None)
        steps = steps[at + 1 :] + steps[:at]
    elif shape.seed.is_mid:
        raise SourceError(f"{shape.seed.base} does not reach the midline")
    return steps


def flatten(arcs, chain, n=16):
    """The polygon a chain of arcs draws."""
    t = np.linspace(0, 1, n, endpoint=False)[:, None]
    points = []
    for number, sign in chain:
        curves = arcs[number].curves
        if sign < 0:
            curves = [c[::-1] for c in curves[::-1]]
        for c in curves:
            s = 1 - t
            points.append(
                s**3 * c[0] + 3 * s * s * t * c[1] + 3 * s * t * t * c[2] + t**3 * c[3]
            )
    last = arcs[chain[-1][0]].curves[-1 if chain[-1][1] > 0 else 0][3 if chain[-1][1] > 0 else 0]
    return np.vstack(points + [[last]])


def half_polygon(arcs, shape):
    points = flatten(arcs, shape.chain)
    return Polygon(points)


def add_labels(arcs, shapes):
    """A label point deep inside each shape, and the radius of the largest circle round it.

    Of all points nearly as deep as the deepest, the one nearest to the centre of mass: in a long
    place of even width the deepest point alone could lie anywhere along it.
    """
    for shape in shapes:
        half = half_polygon(arcs, shape)
        if not half.is_valid:
            raise SourceError(f"{shape.seed.base} crosses itself: {shapely.is_valid_reason(half)}")
        if shape.seed.is_mid:
            mirrored = shapely.transform(half, lambda c: c * (-1, 1))
            whole = unary_union([half.buffer(0.01), mirrored.buffer(0.01)]).buffer(-0.01)
        else:
            whole = half
        circle = shapely.maximum_inscribed_circle(whole, tolerance=0.02)
        deepest = circle.length
        core = whole.buffer(-0.93 * deepest, quad_segs=16)
        centre = whole.centroid
        if shape.seed.is_mid:
            centre = Point(0, centre.y)
            core = core.intersection(LineString([(0, -50), (0, 900)]))
        at = shapely.ops.nearest_points(core, centre)[0]
        shape.label = (at.x, at.y, float(whole.exterior.distance(at)))


def outline_chains(arcs, outlines):
    """One chain of out arcs for each outline: the body first, from crown to crotch."""
    todo = {i for i, a in enumerate(arcs) if a.kind == "out"}
    chains = []

    def end(i, sign):
        return tuple(arcs[i].curves[-1][3] if sign > 0 else arcs[i].curves[0][0])

    def start(i, sign):
        return end(i, -sign)

    def follow(i, sign):
        chain = [(i, sign)]
        todo.discard(i)
        while True:
            at = end(*chain[-1])
            near = [
                (k, s)
                for k in todo
                for s in (1, -1)
                if np.hypot(start(k, s)[0] - at[0], start(k, s)[1] - at[1]) < 0.01
            ]
            if not near:
                return chain
            chain.append(near[0])
            todo.discard(near[0][0])

    axis = [(i, s) for i in todo for s in (1, -1) if abs(start(i, s)[0]) < AXIS]
    top = min(axis, key=lambda u: start(*u)[1])
    chains.append(("mid", follow(*top)))
    while todo:
        chains.append(("pair", follow(min(todo), 1)))
    if len(chains) != len(outlines):
        raise SourceError(f"{len(chains)} outlines drawn, {len(outlines)} expected")
    return chains
