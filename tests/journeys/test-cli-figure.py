#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The command line: pictures of the figure, the list of regions, and the counts in the table.

import json
import os
import pathlib
import re
import sqlite3
import stat
import struct
import xml.etree.ElementTree as xml

from fascia_cli import Tap, check, equal

N_REGIONS = 110
OTHER_SIDE = {"left": "right", "right": "left", "midline": "midline"}
SVG = "{http://www.w3.org/2000/svg}"


def table():
    """The regions' own table."""
    path = pathlib.Path(os.environ["FASCIA_SOURCE_ROOT"], "data", "body", "regions.xml")
    return {
        region.get("id"): region
        for region in xml.parse(path).getroot().iter("region")
        if region.get("retired") is None
    }


def regions(home):
    """Every region as JSON: the table, its mirror images, neighbours both ways, all mappings."""
    found = json.loads(home.ok("regions", "--json"))
    by_id = {region["id"]: region for region in found}
    known = table()
    equal(len(found), N_REGIONS, "regions")
    equal(sorted(by_id), sorted(known), "ids")
    segments, areas, michigan = set(), set(), set()
    for name, region in by_id.items():
        row = known[name]
        equal(region["name"], row.findtext("name"), f"name of {name}")
        check(region["group"] and region["view"] in region["views"], f"group and views of {name}")
        check(set(region["views"]) <= {"front", "back"}, f"views of {name}")
        if region["side"] == "midline":
            equal(region["mirror"], None, f"mirror of {name}")
            equal(region["base"], name, f"base of {name}")
        else:
            twin = by_id[region["mirror"]]
            equal(name, f"{region['base']}-{region['side']}", f"id of {name}")
            equal(twin["mirror"], name, f"mirror of the mirror of {name}")
            equal(twin["base"], region["base"], f"base of {name} and its mirror")
            equal(twin["side"], OTHER_SIDE[region["side"]], f"side of {name} and its mirror")
            for key in ("views", "group", "tools", "aliases", "structures"):
                equal(twin[key], region[key], f"{key} of {name} and its mirror")
        check(region["neighbours"], f"neighbours of {name}")
        mirrored = {by_id[other]["mirror"] or other for other in region["neighbours"]}
        equal(set(by_id[region["mirror"] or name]["neighbours"]), mirrored,
              f"mirrored neighbours of {name}")
        for other in region["neighbours"]:
            check(name in by_id[other]["neighbours"], f"{other} and {name} touch both ways")
        mappings = region["mappings"]
        equal(sorted(mappings), ["choir", "michigan", "wpi"], f"mappings of {name}")
        wanted = sorted(int(number) for number in (row.get("choir") or "").split())
        equal(sorted(mappings["choir"]), wanted, f"CHOIR of {name}")
        equal(mappings["wpi"]["area"], row.get("wpi-area"), f"area of {name}")
        equal(mappings["wpi"]["region"], row.get("wpi-region"), f"body region of {name}")
        equal(mappings["wpi"]["area_extended"], row.get("wpi-extended"), f"extended of {name}")
        check(mappings["wpi"]["is_area"] >= mappings["wpi"]["counts_for_regions"], f"WPI of {name}")
        check(mappings["michigan"], f"Michigan of {name}")
        check(region["tools"], f"tools of {name}")
        segments.update(mappings["choir"])
        michigan.update(mappings["michigan"])
        areas.add(mappings["wpi"]["area"])
    equal(len(segments), 74, "segments of CHOIR")
    equal(len(areas - {None}), 19, "areas of the widespread-pain index")
    equal(len(michigan), 35, "areas of Michigan")
    equal(home.digest(), {}, "nothing is written")


def regions_table(home):
    """Every region as a line: its id, its name."""
    text = home.ok("regions")
    for name, row in table().items():
        check(re.search(rf"^  {name}  +{re.escape(row.findtext('name'))}$", text, re.MULTILINE),
              f"{name} in the table")
    equal(len([line for line in text.splitlines() if line.startswith("  ")]), N_REGIONS, "lines")
    home.refused(2, "regions", "sacrum", says="options only")


def words(path):
    """Title and description of an SVG picture."""
    root = xml.parse(path).getroot()
    equal(root.tag, f"{SVG}svg", "root")
    check(len(list(root.iter(f"{SVG}path"))) > 50, "shapes")
    return root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc").replace("\u00a0", " ")


def kinds(home):
    """A PNG of its size, an SVG with words, a PDF of one page; private, and the journal as it was."""
    home.ok("log", "shoulder-top-right=6", "--feeling", "burning", "--at", "2026-03-03T14:20")
    before = home.digest()
    for name in ("a.png", "b.SVG", "c.pdf"):
        equal(home.ok("figure", name), "", "standard output")
        equal(stat.S_IMODE((home.path / name).stat().st_mode), 0o600, f"mode of {name}")
    png = (home.path / "a.png").read_bytes()
    check(png.startswith(b"\x89PNG\r\n\x1a\n"), "PNG")
    equal(struct.unpack(">II", png[16:24]), (1190, 1684), "size of the PNG")
    title, text = words(home.path / "b.SVG")
    equal(title, "Tuesday 3 March 2026, 14:20", "title")
    for part in ("1 place of 110 · tight up to 6", "Right shoulder top: tight 6 (burning)",
                 "not a medical document", "Tightness"):
        check(part in text, f"{part!r} in {text!r}")
    pdf = (home.path / "c.pdf").read_bytes()
    check(pdf.startswith(b"%PDF-"), "PDF")
    equal(pdf.count(b"/Type /Page "), 1, "pages")
    equal(home.digest(), before, "the journal is untouched")
    equal(sorted(path.name for path in home.path.iterdir() if path.is_file()),
          ["a.png", "b.SVG", "c.pdf"], "nothing lies about")


def which_check_in(home):
    """The newest, or the newest of a day or a moment and before; pain when nothing else is there."""
    home.ok("log", "sacrum=1", "--at", "2026-03-01T08:00")
    home.ok("log", "sacrum=2", "--at", "2026-03-03T08:00")
    home.ok("log", "sacrum=3", "--at", "2026-03-03T20:00")
    home.ok("log", "jaw-left=4", "--scale", "pain", "--at", "2026-03-05T08:00")
    home.ok("log", "--note", "words alone", "--nothing", "--at", "2026-03-07T08:00")
    for at, says in [
        ("2026-03-01", "Sacrum: tight 1"),
        ("2026-03-02", "Sacrum: tight 1"),
        ("2026-03-03", "Sacrum: tight 3"),
        ("2026-03-03Z", "Sacrum: tight 3"),
        ("2026-03-03+01:00", "Sacrum: tight 3"),
        ("2026-03-02-11:00", "Sacrum: tight 1"),
        ("2026-03-03T08:00", "Sacrum: tight 2"),
        ("2026-03-03T19:59:59", "Sacrum: tight 2"),
        ("2026-03-03T20:00", "Sacrum: tight 3"),
        ("2026-03-06", "Left jaw: pain 4"),
        (None, "Nothing tight or painful"),
    ]:
        home.ok("figure", *(["--at", at] if at else []), "x.svg")
        _, text = words(home.path / "x.svg")
        check(says in text, f"at {at}: {says!r} in {text!r}")
    home.ok("figure", "--at", "2026-03-06", "x.svg")
    check("\nPain\n" in words(home.path / "x.svg")[1], "pain is what is in colour")
    home.ok("figure", "--at", "2026-03-06", "--scale", "tightness", "x.svg")
    check("\nTightness\n" in words(home.path / "x.svg")[1], "what was asked for is in colour")
    home.refused(1, "figure", "--at", "2026-02-28", "y.svg", says="“2026-02-28”")
    check(not (home.path / "y.svg").exists(), "no picture of nothing")


def heat(home):
    """A period as a heat map, each measure in words; both days count."""
    for day, level in (("01", 2), ("02", 4), ("04", 9)):
        home.ok("log", f"sacrum={level}", "--at", f"2026-03-{day}")
    home.ok("log", "jaw-left=5", "--at", "2026-03-03", "--scale", "pain")
    for measure, says in (("share", "over 80 to 100 % of days"), ("mean", "mean"), ("worst", "worst")):
        home.ok("figure", "--from", "2026-03-01", "--to", "2026-03-02", "--measure", measure,
                "x.svg")
        title, text = words(home.path / "x.svg")
        equal(title, "1 March 2026 to 2 March 2026", "title")
        check("2 days with entries · 1 place of 110" in text, f"summary: {text}")
        check(says in text, f"{says!r} in {text!r}")
        check(re.search(r"^Sacrum: .*2.*3.*4$", text, re.MULTILINE), f"the sacrum: {text}")
    home.ok("figure", "--from", "2026-03-01Z", "--to", "2026-03-02+09:00", "x.svg")
    equal(words(home.path / "x.svg")[0], "1 March 2026 to 2 March 2026", "days with a zone")
    home.ok("figure", "--from", "2026-03-01", "x.svg")
    check("3 days with entries" in words(home.path / "x.svg")[1], "until today")
    home.ok("figure", "--from", "2026-03-03", "--to", "2026-03-03", "x.svg")
    title, text = words(home.path / "x.svg")
    equal(title, "3 March 2026", "title of one day")
    check("Pain:" in text and "Left jaw" in text, f"pain, for there is nothing else: {text}")
    home.refused(1, "figure", "--from", "2026-01-01", "--to", "2026-02-01", "y.png",
                 says="no check-ins")
    check(not (home.path / "y.png").exists(), "no picture of nothing")


def form(home):
    """The figure is drawn in the person's form; what no version knows stays as it is drawn."""
    home.ok("log", "sacrum=3")
    home.ok("figure", "plain.svg")
    plain = (home.path / "plain.svg").read_bytes()
    for key, value in (("body.build", '"full"'), ("body.facing", '"own"'),
                       ("body.limbs", '["hand-left:hidden"]')):
        database = sqlite3.connect(home.journal)
        database.execute("DELETE FROM setting")
        columns = [row[1] for row in database.execute("PRAGMA table_info(setting)")]
        values = {"key": key, "value": value}
        database.execute(
            f"INSERT INTO setting ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
            [values.get(column, 0) for column in columns])
        database.commit()
        database.close()
        home.ok("figure", "other.svg")
        other = (home.path / "other.svg").read_bytes()
        check(other != plain, f"{key} = {value} is seen")
        equal(words(home.path / "other.svg"), words(home.path / "plain.svg"), f"words with {key}")


def target(home):
    """A picture appears whole or not at all, replaces, follows links, and never lands on the journal."""
    home.ok("log", "sacrum=3")
    before = home.digest()
    (home.path / "link.svg").symlink_to("out.svg")
    (home.path / "out.svg").write_text("old")
    home.ok("figure", "link.svg")
    check((home.path / "link.svg").is_symlink(), "the link stays")
    words(home.path / "out.svg")
    copy = home.folder / "journal.db.before-2"
    copy.write_text("a copy from before an upgrade")
    before = home.digest()
    home.refused(1, "export", str(copy), says="journal itself")
    home.refused(1, "export", str(home.folder / "journal.db.before-3"), says="journal itself")
    for name in ("journal.db", "journal.db-wal", "journal.db.before-2"):
        os.symlink(home.folder / name, home.path / f"{name}.png")
        home.refused(1, "figure", f"{name}.png", says="journal itself")
    home.refused(1, "figure", "no/such/folder.png", says="not written")
    os.mkdir(home.path / "folder.png")
    home.refused(1, "figure", "folder.png", says="not written")
    os.symlink("/dev/full", home.path / "full.png")
    home.refused(1, "figure", "full.png", says="No space left on device")
    (home.path / "kept.png").write_text("kept")
    # A limit of file size is a full disk that needs no disk.
    home.refused(1, "figure", "kept.png", says="not written",
                 before=["sh", "-c", 'ulimit -f 8; "$@"', "-"])
    equal((home.path / "kept.png").read_text(), "kept", "what was there stays")
    equal(home.digest(), before, "the journal is untouched")


WRONG = [
    (2, [], "one file"),
    (2, ["a.png", "b.png"], "one file"),
    (2, ["a.png/"], "one file"),
    (2, ["--frobnicate", "a.png"], "--frobnicate"),
    (2, ["--to", "2026-03-01", "a.png"], "--from"),
    (2, ["--measure", "mean", "a.png"], "--from"),
    (2, ["--at", "2026-03-01", "--from", "2026-03-01", "a.png"], "--at"),
    (1, ["-"], "“-”"),
    (1, ["a"], "“a”"),
    (1, [".png"], "“.png”"),
    (1, ["data/.png"], "“data/.png”"),
    (1, ["a.jpeg"], ".png"),
    (1, ["--scale", "joy", "a.png"], "“joy”"),
    (1, ["--from", "2026-03-01", "--measure", "most", "a.png"], "“most”"),
    (1, ["--at", "yesterday", "a.png"], "“yesterday”"),
    (1, ["--at", "2200-01-01", "a.png"], "2200-01-01"),
    (1, ["--from", "2026-02-30", "a.png"], "2026-02-30"),
    (1, ["--from", "2026-03-01T10:00", "a.png"], "no day"),
    (1, ["--from", "2026-03-02", "--to", "2026-03-01", "a.png"], "before"),
    (1, ["--from", b"\xff", "a.png"], "UTF-8"),
]


def wrong(home):
    """What is typed wrong is named, and nothing is made: no journal, no file."""
    for status, arguments, says in WRONG:
        home.refused(status, "figure", *arguments, says=says)
    home.refused(1, "figure", "a.png")
    equal(home.digest(), {}, "no journal")
    home.ok("log", "sacrum=3")
    before = home.digest()
    for status, arguments, says in WRONG:
        home.refused(status, "figure", *arguments, says=says)
    equal(home.digest(), before, "the journal is untouched")
    equal([path.name for path in home.path.iterdir()], ["data"], "no file")


def counts(home):
    """The table counts areas that hurt, check-in by check-in; where pain was not asked for, a gap."""
    names = ["pain_places", "pain_areas", "pain_areas_extended", "pain_body_regions", "pain_choir",
             "pain_michigan", "drawn"]
    home.ok("log", "neck-back-left=5", "--at", "2026-03-01")
    home.ok("log", "neck-back-left=5", "lower-back-left", "lower-back-right=0", "--scale", "pain",
            "--at", "2026-03-02")
    home.ok("log", "--nothing", "--at", "2026-03-03")
    rows = home.rows()
    equal(list(rows[0])[-len(names) - 3:], names + ["mark_is_drawn", "drawing", "part"], "the last columns")
    equal([rows[0][name] for name in names], [""] * 7, "not asked for pain")
    for row in rows[1:4]:
        equal([row[name] for name in names[:4]], ["2", "2", "2", "1"], "counts")
        check(int(row["pain_choir"]) >= 2, "segments")
    equal([rows[4][name] for name in names], ["0"] * 6 + [""], "nothing")


def drawn(home):
    """What is drawn and where it spreads: in the list, as JSON, in the table and on the picture."""
    home.ok("demo", str(home.data), "--days", "2000", "--end", "2026-03-01")
    entries = home.entries()
    drawings = [(entry, drawing) for entry in entries for drawing in entry["drawings"]]
    spreads = [(entry, spread) for entry in entries for spread in entry["spreads"]]
    check(drawings and spreads, f"{len(drawings)} drawings, {len(spreads)} spreads")
    for _, drawing in drawings:
        check(drawing["kind"] in ("spot", "stroke") and drawing["view"] in ("front", "back"),
              f"{drawing['kind']} on the {drawing['view']}")
        check(drawing["width"] > 0 and drawing["figure"] == 1, "width and figure")
        equal({len(point) for point in drawing["points"]}, {3}, "x, y, level")
    known = table()
    for _, spread in spreads:
        check(spread["from"] in known and spread["to"] in known, f"{spread}")
    rows = home.rows()
    equal(sum(row["what"] in ("spot", "stroke") for row in rows), len(drawings), "rows of drawings")
    equal(sum(row["what"] == "spread" for row in rows), len(spreads), "rows of spreads")

    entry, drawing = drawings[0]
    row = next(row for row in rows if row["entry"] == entry["entry"])
    extents = [extent.split(" ") for extent in row["drawn"].split(";")]
    for region, scale, share, mean, total in extents:
        check(region in known and scale == drawing["scale"], f"extent of {region}")
        check(0 < float(share) <= 1, f"share of {region}: {share}")
        check(mean == "-" or 0 < float(mean) <= 10, f"mean of {region}: {mean}")
        check(total == "-" or float(total) > 0, f"sum of {region}: {total}")
    home.ok("figure", "--at", entry["time"], "--scale", drawing["scale"], "x.svg")
    _, text = words(home.path / "x.svg")
    for region, _, share, _, _ in extents:
        name = known[region].findtext("name")
        check(f"{name}: {max(1, round(100 * float(share)))} % drawn" in text, f"{name} in {text}")
    lines = home.ok("list", "--limit", "0")
    check(re.search(r"^[0-9: -]+ 1 stroke \((tightness|pain)\), (front|back)$", lines, re.MULTILINE), "a stroke in the list")
    source, goal = (known[spreads[0][1][end]].findtext("name") for end in ("from", "to"))
    check(f"from {source} to {goal}\n" in lines, "a spread in the list")


def later(home):
    """What a later version drew is told of, in the list and as JSON."""
    home.ok("log", "sacrum=3")
    database = sqlite3.connect(home.journal)
    for figure, view in ((1, "left-hand"), (2, "front")):
        database.execute(
            "INSERT INTO drawing (uid, stamp, origin, entry_id, kind, scale, view, figure, width, "
            "points) SELECT ?, 1, 1, max(id), 'spot', 'pain', ?, ?, 10, ? FROM entry",
            (bytes([figure]) * 16, view, figure, struct.pack("<hhB", 0, 1600, 50)))
    database.commit()
    database.close()
    check("  2 drawings of a later version\n" in home.ok("list"), "in the list")
    entry, = home.entries()
    equal(entry["drawings"], [], "drawings of this version")
    equal([(drawing["view"], drawing["figure"]) for drawing in entry["unknown_drawings"]],
          [("left-hand", 1), ("front", 2)], "drawings of a later one")
    home.ok("figure", "x.svg")
    check("1 place of 110" in words(home.path / "x.svg")[1], "not on the picture")


Tap().run(regions, regions_table, kinds, which_check_in, heat, form, target, wrong, counts, drawn,
          later)
