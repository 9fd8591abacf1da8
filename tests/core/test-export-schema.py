# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The schema that is installed: an export follows it, broken ones do not, and it says the same as
# the dictionary of the tables.

import copy
import csv
import json
import os
import pathlib
import sys

import exchange_tap

try:
    import jsonschema
except ImportError:
    print("1..0 # SKIP python3-jsonschema is not installed")
    sys.exit(0)

SCHEMA = json.loads(
    (pathlib.Path(os.environ["FASCIA_SOURCE_ROOT"]) / "data/fascia-journal.schema.json").read_text()
)
VALIDATOR = jsonschema.Draft202012Validator(
    SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
)

# What a record is called in the schema.
NAMES = {"mark_feeling": None, "entry_tag": None, "setting": None}
TYPES = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "flag": {"type": "boolean"},
    "uuid": {"$ref": "#/$defs/uuid"},
    "date": {"$ref": "#/$defs/date"},
    "time": {"$ref": "#/$defs/time"},
    "points": {"$ref": "#/$defs/points"},
    "code": {"$ref": "#/$defs/code"},
}


def load(folder):
    return json.loads((folder / "journal.json").read_text())


def the_schema_is_one(folder):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def an_export_follows_it(folder):
    errors = list(VALIDATOR.iter_errors(load(folder)))
    assert not errors, "\n".join(f"{e.json_path}: {e.message}" for e in errors[:5])


def every_kind_is_there(folder):
    kinds = {entry["kind"] for entry in load(folder)["entries"]}
    assert kinds == set(SCHEMA["$defs"]["entry"]["properties"]["kind"]["enum"]), kinds


def an_entry_on_each_line(folder):
    text = (folder / "journal.json").read_text()
    lines = text.split('"entries":[\n')[1].split("\n]}\n")[0].split("\n")
    entries = [json.loads(line.rstrip(",")) for line in lines]
    assert entries == load(folder)["entries"]


def find(entries, member):
    return next(entry for entry in entries if entry.get(member))


def broken_ones_do_not(folder):
    whole = load(folder)

    def broken(change):
        journal = copy.deepcopy(whole)
        change(journal)
        return journal

    def of(member, change):
        def apply(journal):
            part = find(journal["entries"], member)[member]
            change(part[0] if isinstance(part, list) else part)

        return apply

    changes = [
        lambda j: j.pop("version"),
        lambda j: j.update(version=2),
        lambda j: j.update(format="other"),
        lambda j: j.update(entries={}),
        lambda j: j["entries"][0].pop("uid"),
        lambda j: j["entries"][0].update(uid="no-uuid"),
        lambda j: j["entries"][0].update(time="yesterday"),
        lambda j: j["entries"][0].update(kind="party"),
        lambda j: j["entries"][0].update(day="2026-3-1"),
        lambda j: j["entries"][0].update(surprise=1),
        lambda j: j["entries"][0].update(closed=1),
        of("marks", lambda m: m.update(level=11)),
        of("marks", lambda m: m.update(level=1.5)),
        of("marks", lambda m: m.pop("region")),
        of("marks", lambda m: m.update(region="")),
        of("marks", lambda m: m.update(scale="itch")),
        of("measurements", lambda m: m.update(value="5")),
        of("measurements", lambda m: m.update(side="middle")),
        of("drawings", lambda m: m.update(points="1,2")),
        of("drawings", lambda m: m.update(width=None)),
        of("visit", lambda m: m.update(pressure=11)),
        of("exercise", lambda m: m.update(sets=0)),
        of("tags", lambda m: None) and (lambda j: find(j["entries"], "tags").update(tags=[1])),
        lambda j: j["scales"][0].pop("step"),
        lambda j: j["tags"][0].update(hidden="no"),
    ]
    taken = [i for i, change in enumerate(changes) if VALIDATOR.is_valid(broken(change))]
    assert not taken, f"taken although broken: {taken}"


def it_says_what_the_dictionary_says(folder):
    with open(folder / "tables" / "dictionary.csv", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["column"]]
    wrong = []
    for table in dict.fromkeys(row["table"] for row in rows):
        name = NAMES.get(table, table)
        if name is None:
            continue
        record = SCHEMA["$defs"][name]
        columns = [r for r in rows if r["table"] == table and (r["column"], r["type"]) != ("entry", "uuid")]
        members = set(record["properties"]) - {"feelings"}
        if name == "entry":
            members -= {n for n, p in record["properties"].items() if "description" not in p}
        if {c["column"] for c in columns} != members:
            wrong.append(f"{table}: {members ^ {c['column'] for c in columns}}")
            continue
        needed = {c["column"] for c in columns if c["needed"] == "1"}
        if needed != set(record["required"]):
            wrong.append(f"{table}: required {needed ^ set(record['required'])}")
        for column in columns:
            member = record["properties"][column["column"]]
            if member["description"] != column["meaning"]:
                wrong.append(f"{table}.{column['column']}: another meaning")
            wanted = dict(TYPES[column["type"]])
            if " to " in column["values"]:
                low, high = column["values"].split(" to ")
                wanted.update(minimum=int(low), maximum=int(high))
            elif " or more" in column["values"]:
                wanted.update(minimum=int(column["values"].split()[0]))
            elif column["values"]:
                wanted = {"enum": column["values"].split()}
            if {k: v for k, v in member.items() if k != "description"} != wanted:
                wrong.append(f"{table}.{column['column']}: {member} instead of {wanted}")
    assert not wrong, "\n".join(wrong)


exchange_tap.run(
    [
        the_schema_is_one,
        an_export_follows_it,
        every_kind_is_there,
        an_entry_on_each_line,
        broken_ones_do_not,
        it_says_what_the_dictionary_says,
    ]
)
