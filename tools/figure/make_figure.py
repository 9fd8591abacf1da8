#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes data/body/figure.arcs from data/body/figure.src. Run by hand after editing the drawing:
#   tools/figure/make_figure.py [SOURCE [RESULT]]
# Needs Python 3 with numpy and shapely 2. It stops at anything that is not a clean tiling.

import hashlib
import sys
from pathlib import Path

import numpy as np
from shapely.ops import unary_union

from figure_fit import fit
from figure_graph import GRID, add_labels, build_arcs, find_faces, half_polygon, outline_chains
from figure_outline import half_outline, inset_outlines, split_lines
from figure_source import VIEWS, SourceError, read_source, sample
from figure_steps import DIRECTIONS, find_steps

VERSION = 1
HEADER = """# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The body figure, right half of each view. Made by tools/figure/make_figure.py from figure.src.
"""
# A test compares both: with the source, and with all that stands below.
DIGEST = "# SHA-256 of figure.src: "
OWN_DIGEST = "# SHA-256 of what follows: "


def read_extra_steps(path):
    """The lines "step" and "way": what geometry would not find or would not take."""
    extra = {(view, kind): [] for view in VIEWS for kind in ("step", "way")}
    for number, line in enumerate(Path(path).read_text(encoding="utf-8").split("\n"), 1):
        words = line.split("#")[0].split()
        if not words or words[0] not in ("step", "way"):
            continue
        if len(words) != 5:
            raise SourceError(f"line {number}: a {words[0]} needs a view, a place, where, a place")
        if words[1] not in VIEWS:
            raise SourceError(f"line {number}: unknown view {words[1]!r}")
        if words[3] not in DIRECTIONS:
            raise SourceError(f"line {number}: unknown direction {words[3]!r}")
        extra[words[1], words[0]].append((words[2], words[3], words[4]))
    return extra


def number(value):
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def curve_words(curves, is_straight=False):
    words = [number(v) for v in curves[0][0]]
    for c in curves:
        if is_straight:
            words += ["l"] + [number(v) for v in c[3] - c[0]]
        else:
            words += ["c"] + [number(v) for p in c[1:] for v in p - c[0]]
    return words


def write_arc(i, arc):
    words = curve_words(arc.curves, arc.kind in ("mid", "soft", "bare"))
    return " ".join(["arc", str(i), arc.kind] + words)


def chain_text(chain):
    return " ".join(("+" if sign > 0 else "-") + str(i) for i, sign in chain)


def node_text(node):
    base, half = node
    return ("~" if half < 0 else "") + base


def make_view(view, extra):
    outline = half_outline(view)
    insets = inset_outlines(view)
    outlines = [outline] + insets
    cuts, loose = split_lines(view, outlines)
    if loose:
        raise SourceError("\n".join(f"loose end: {view.name} {n} at {p}" for n, e, p in loose))
    shapes = find_faces(outlines, cuts, view.seeds)
    arcs = build_arcs(shapes)
    add_labels(arcs, shapes)
    halves = {s.seed.base: 0 if s.seed.is_mid else 1 for s in shapes}
    for a, _, b in extra[view.name, "step"] + extra[view.name, "way"]:
        for base in (a, b):
            if base not in halves:
                raise SourceError(f"{view.name}: no place {base!r} to step from or to")
    links, ways = (
        [((a, halves[a]), d, (b, halves[b])) for a, d, b in extra[view.name, kind]]
        for kind in ("step", "way")
    )
    steps = find_steps(arcs, shapes, links, ways)
    for arc in arcs:
        ys = (arc.curves[0][0][1], arc.curves[-1][3][1])
        for kind, spans in (("soft", view.soft), ("bare", view.bare)):
            if arc.kind == "mid" and any(a <= min(ys) and max(ys) <= b for a, b in spans):
                arc.kind = kind
    lines = [f"view {view.name}"]
    for detail in view.details:
        curves = [np.round(c / GRID) * GRID for c in fit(sample(detail))]
        is_mid = all(abs(x) < 1e-6 for x in detail.points[:, 0])
        kind = "mid" if is_mid else "pair"
        lines.append(" ".join(["detail", kind] + curve_words(curves)))
    lines += [write_arc(i, a) for i, a in enumerate(arcs)]
    lines += [f"outline {kind} {chain_text(c)}" for kind, c in outline_chains(arcs, outlines)]
    for s in shapes:
        kind = "mid" if s.seed.is_mid else "pair"
        x, y, r = (number(v) for v in s.label)
        flags = s.seed.flags
        lines.append(f"shape {s.seed.base} {kind} {flags} {x} {y} {r} {chain_text(s.chain)}")
    for base, half in dict.fromkeys((s.seed.base, halves[s.seed.base]) for s in shapes):
        go = steps[(base, half)]
        to = [node_text(go[d]) if d in go else "-" for d in DIRECTIONS]
        lines.append(f"step {base} {' '.join(to)}")
    report(view.name, arcs, shapes, outlines)
    return lines


def report(name, arcs, shapes, outlines):
    polygons = [half_polygon(arcs, s) for s in shapes]
    total, union = sum(p.area for p in polygons), unary_union(polygons).area
    overlap = 0.0
    for i, a in enumerate(polygons):
        for b in polygons[i + 1 :]:
            if a.intersects(b):
                overlap = max(overlap, a.intersection(b).area)
    truth = sum(o.area for o in outlines)
    curves = sum(len(a.curves) for a in arcs)
    print(f"{name}: {len(shapes)} shapes, {len(arcs)} arcs, {curves} curves")
    print(f"  half area: sum {total:.3f}, union {union:.3f}, before fitting {truth:.3f},"
          f" worst overlap {overlap:.4f}")
    if abs(total - union) > 0.5 or overlap > 0.05 or abs(total - truth) > 20:
        raise SourceError(f"{name}: the places do not tile the body")
    thin = sorted(shapes, key=lambda s: s.label[2])[:8]
    print("  thinnest: " + ", ".join(f"{s.seed.base} {2 * s.label[2]:.1f}" for s in thin))


def main(argv):
    root = Path(__file__).resolve().parents[2]
    source = Path(argv[1]) if len(argv) > 1 else root / "data/body/figure.src"
    result = Path(argv[2]) if len(argv) > 2 else root / "data/body/figure.arcs"
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    lines = [f"figure {VERSION}"]
    try:
        extra = read_extra_steps(source)
        for view in read_source(source).values():
            lines += make_view(view, extra)
    except SourceError as error:
        print(error, file=sys.stderr)
        return 1
    body = "\n".join(lines) + "\n"
    own = hashlib.sha256(body.encode("utf-8")).hexdigest()
    text = f"{HEADER}{DIGEST}{digest}\n{OWN_DIGEST}{own}\n{body}"
    result.write_text(text, encoding="utf-8")
    print(f"{result}: {len(text)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
