# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Works out where the arrow keys lead: to what is seen when one looks from a place in a direction,
# back again by the opposite key where that can be, and nowhere only where nothing lies.

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
SEEN = 0.05  # of all rays, for a place to be in view at all
PLAIN = 0.25  # of all rays, for a step that has no counterpart
AHEAD = 0.5  # cosine to the arrow of the way from label to label
TOUCH_AHEAD = 0.45  # and where what touches would else be behind a key that does nothing
NEAR = 40  # figure units from edge to edge that a step may cross where nothing touches
NEAR_AHEAD = 0.75  # cosine to the arrow of the way over there
FAIR = 10  # figure units that make what is near half as good as what touches
AGAIN = 0.6  # how much less a place is worth to an arrow when another one leads there already
ASIDE = 0.5  # how much less one is worth that no ray meets
MOST_BACK = 5  # keys it may take to undo a step when the walk is not remembered


def _mirror(node):
    base, half = node
    return (base, -half)


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


def _pair_up(weights):
    """The heaviest set of (row, column) in which nobody comes twice: the Hungarian method."""
    n = max(weights.shape)
    cost = np.zeros((n + 1, n + 1))
    cost[1 : weights.shape[0] + 1, 1 : weights.shape[1] + 1] = -weights
    u, v = np.zeros(n + 1), np.zeros(n + 1)
    row_of = np.zeros(n + 1, int)
    for row in range(1, n + 1):
        row_of[0], at = row, 0
        least, before = np.full(n + 1, np.inf), np.zeros(n + 1, int)
        done = np.zeros(n + 1, bool)
        while row_of[at]:
            done[at] = True
            reduced = cost[row_of[at]] - u[row_of[at]] - v
            better = ~done & (reduced < least)
            better[0] = False
            least[better], before[better] = reduced[better], at
            open_columns = np.where(~done)[0]
            open_columns = open_columns[open_columns > 0]
            following = open_columns[np.argmin(least[open_columns])]
            delta = least[following]
            u[row_of[done]] += delta
            v[done] -= delta
            least[~done] -= delta
            at = following
        while at:
            row_of[at] = row_of[before[at]]
            at = before[at]
    return [
        (row_of[c] - 1, c - 1)
        for c in range(1, weights.shape[1] + 1)
        if 0 < row_of[c] <= weights.shape[0] and weights[row_of[c] - 1, c - 1] > 0
    ]


def _find_views(polygons, labels):
    """(from, direction, to) → share of what is seen, weighed by how straight ahead it lies."""
    flat = [(node, p) for node, ps in polygons.items() for p in ps]
    tree, nodes = shapely.STRtree([p for _, p in flat]), [n for n, _ in flat]
    views = defaultdict(float)
    for node, polygon in flat:
        main = polygon is max(polygons[node], key=lambda p: p.area)
        near = labels[node] if main else np.array(polygon.centroid.coords[0])
        for name, d in DIRECTIONS.items():
            for other, share in _look(polygon, near, d, tree, nodes).items():
                if other == node:
                    continue
                touching = [p for p in polygons[other] if p.distance(polygon) < BEYOND]
                way = np.array(max(touching, key=lambda p: p.area).centroid.coords[0]) - near
                if len(polygons[other]) == 1:
                    way = labels[other] - near
                ahead = way @ d / np.hypot(*way)
                if ahead > AHEAD:
                    views[(node, name, other)] = max(views[(node, name, other)], share * ahead**2)
    return views


class _Steps:
    """node → {direction: node}, always with the mirror image of each step."""

    def __init__(self):
        self.to = defaultdict(dict)

    def put(self, a, name, b):
        self.to[a][name] = b
        if not (a[1] == 0 and FLIP[name] == name):  # the midline leads up and down to one half
            self.to[_mirror(a)][FLIP[name]] = _mirror(b)

    def has(self, a, name):
        return name in self.to[a]

    def undone(self, a, name):
        b = self.to[a][name]
        return self.to[b].get(OPPOSITE[name]) == a

    def count(self):
        all_steps = [(a, name) for a, go in self.to.items() for name in go]
        return sum(self.undone(*s) for s in all_steps), len(all_steps)

    def distances(self, start):
        far, todo = {start: 0}, [start]
        while todo:
            at = todo.pop(0)
            for b in self.to[at].values():
                if b not in far:
                    far[b] = far[at] + 1
                    todo.append(b)
        return far


def _find_links(views, nodes, forth, wanted, unwanted):
    """(a, b, weight): from a in a direction and back from b, the best set for one axis."""
    back = OPPOSITE[forth]
    near = [n for n in nodes if n[1] >= 0]
    is_level = FLIP[forth] != forth
    # A place beside the midline may also come from its own mirror image: a row for each.
    rows = near + ([_mirror(n) for n in near if n[1] > 0] if is_level else [])
    weights = np.zeros((len(rows), len(near)))
    for i, a in enumerate(rows):
        for k, b in enumerate(near):
            if a == b or (a[1] < 0 and a != _mirror(b)) or (is_level and b[1] == 0):
                continue
            there, here = views.get((a, forth, b), 0), views.get((b, back, a), 0)
            if (a, b) in wanted:
                weights[i, k] = 10.0
            elif min(there, here) >= SEEN and (a, b) not in unwanted:
                weights[i, k] = 0.1 + there * here + 0.15 * max(there, here)
    return [(rows[i], near[k], weights[i, k]) for i, k in _pair_up(weights)]


def _link(steps, views, nodes, links):
    """There and back by opposite keys; no place is reached by two keys when one will do."""
    wanted = {name: set() for name in DIRECTIONS}
    for a, name, b in links:
        wanted[name].add((a, b))
        wanted[OPPOSITE[name]].add((b, a))
    unwanted = {"down": set(), "right": set()}
    while True:
        found = {
            forth: _find_links(views, nodes, forth, wanted[forth], unwanted[forth])
            for forth in unwanted
        }
        weight = {forth: {frozenset(o[:2]): o[2] for o in found[forth]} for forth in found}
        twice = [
            p
            for p in set(weight["down"]) & set(weight["right"])
            if min(weight["down"][p], weight["right"][p]) < 10
        ]
        if not twice:
            break
        for pair in twice:
            worse = min(weight, key=lambda forth: weight[forth][pair])
            unwanted[worse] |= {tuple(pair), tuple(pair)[::-1]}
    for forth in found:
        for a, b, _ in found[forth]:
            steps.put(a, forth, b)
            steps.put(b, OPPOSITE[forth], a)


def find_steps(arcs, shapes, links, ways):
    """node → {direction: node} for both halves, mirror-symmetric; no arrow is dead before a place.

    Of the steps asked for, links lead there and back, ways lead there only.
    """
    polygons, labels = _polygons(arcs, shapes)
    views = _find_views(polygons, labels)
    steps = _Steps()
    _link(steps, views, sorted(polygons), links)
    for a, name, b in ways:
        if steps.has(a, name):
            raise SourceError(f"{a} {name} leads to {steps.to[a][name]} already, not to {b}")
        steps.put(a, name, b)
    _add_doubles(steps, views)
    _add_rest(steps, polygons, labels, views)
    _check(steps, labels)
    return steps.to


def _add_doubles(steps, views):
    """Up and down, too, where a place that is linked sideways is as plainly above or below."""
    for (a, name, b), share in sorted(views.items(), key=lambda o: (-round(o[1], 6), o[0])):
        back = OPPOSITE[name]
        if min(share, views.get((b, back, a), 0)) < PLAIN or FLIP[name] != name or a[1] < 0:
            continue
        if not steps.has(a, name) and not steps.has(b, back):
            steps.put(a, name, b)
            steps.put(b, back, a)


def _find_way(a, b, polygons, labels):
    """Between the nearest shapes of two places: gap of their edges, way from label to label."""
    ways = []
    for p in polygons[a]:
        for q in polygons[b]:
            ends = [
                labels[n] if o is max(polygons[n], key=lambda k: k.area)
                else np.array(o.centroid.coords[0])
                for n, o in ((a, p), (b, q))
            ]
            ways.append((round(p.distance(q), 3), *(ends[1] - ends[0])))
    gap, x, y = min(ways)
    return gap, np.array([x, y])


def _judge(steps, views, a, name, b, gap, way):
    """How well an arrow leads to a place; 0: not at all."""
    ahead = way @ np.array(DIRECTIONS[name]) / np.hypot(*way)
    touches = gap < BEYOND
    if gap > NEAR or ahead < (TOUCH_AHEAD if touches else NEAR_AHEAD):
        return 0
    worth = ahead**2 * FAIR / (FAIR + gap)
    if touches and views.get((a, name, b), 0) < SEEN:
        worth *= ASIDE
    return worth * (AGAIN if b in steps.to[a].values() else 1)


def _add_rest(steps, polygons, labels, views):
    """Then whatever touches or lies near where a key would do nothing.

    The opposite key may lead elsewhere: the window remembers where a walk has come from.
    """
    nodes = sorted(polygons)
    for a in [n for n in nodes if n[1] >= 0]:
        ways = {b: _find_way(a, b, polygons, labels) for b in nodes if b != a}
        for name in DIRECTIONS:
            if steps.has(a, name):
                continue
            # Of two halves that are as good the one that is drawn.
            worth = {b: _judge(steps, views, a, name, b, *ways[b]) for b in ways}
            best = max(worth, key=lambda b: (round(worth[b], 6), b[1], b[0]))
            if worth[best] > 0:
                steps.put(a, name, best)
                print(f"    {a} {name} {best}: {worth[best]:.2f}, gap {ways[best][0]:.1f}")


def _check(steps, labels):
    """From every place every other can be reached, and soon where one has come from."""
    undone, n = steps.count()
    far = {start: steps.distances(start) for start in labels}
    for start in labels:
        if set(labels) - set(far[start]):
            missing = sorted(set(labels) - set(far[start]))
            raise SourceError(f"no key leads from {start} to {missing}")
    backs = {(a, name): far[b][a] for a, go in steps.to.items() for name, b in go.items()}
    worst = max(backs.values())
    longest = max(max(f.values()) for f in far.values())
    soon = sum(keys <= 2 for keys in backs.values())
    print(f"  steps: {n}, {100 * undone / n:.1f} % undone by the opposite key, "
          f"{100 * soon / n:.1f} % by two keys, the others in at most {worst}; "
          f"longest way {longest}")
    if worst > MOST_BACK:
        raise SourceError("too many keys on the way back")
