# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The schema of routine files, docs/routines.md and the reader say the same: test-routine-schema.py
# ROUTINE_SAMPLE

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import traceback

ROOT = pathlib.Path(os.environ["FASCIA_SOURCE_ROOT"])
SCHEMA = ROOT / "data/routines/fascia-routine.rng"
DOC = (ROOT / "docs/routines.md").read_text(encoding="utf-8")
SAMPLE = sys.argv[1]

FRAME = '<routine version="1"><title>T</title>{}<do step="b01"/></routine>'
STEP = FRAME.format('<step id="own-a" {}><title>A</title><movement>M.</movement>{}</step>')

# Neither takes them. Those that only the reader can refuse are in test-routine-file.c.
BAD = [
    "<routines/>",
    '<routine version="2"><title>T</title><do step="b01"/></routine>',
    '<routine><title>T</title><do step="b01"/></routine>',
    '<routine version="1"><do step="b01"/></routine>',
    '<routine version="1"><title>T</title></routine>',
    '<routine version="1"><title/><do step="b01"/></routine>',
    f'<routine version="1"><title>{"x" * 81}</title><do step="b01"/></routine>',
    FRAME.format("<title>U</title>"),
    FRAME.format("<search>x</search>"),
    FRAME.format("<summary></summary>"),
    FRAME.format(f"<summary>{'x' * 601}</summary>"),
    FRAME.format("text"),
    FRAME.format("<do/>"),
    FRAME.format('<do step="b01" colour="red"/>'),
    FRAME.format('<do step="R34"/>'),
    FRAME.format('<do step="r34" side="both"/>'),
    FRAME.format('<do step="r34" places=""/>'),
    FRAME.format('<do step="r34" sets="0"/>'),
    FRAME.format('<do step="r34" sets="21"/>'),
    FRAME.format('<do step="r34" seconds="1801"/>'),
    FRAME.format('<do step="r34" seconds="soon"/>'),
    FRAME.format('<do step="x08" reps="101"/>'),
    FRAME.format('<do step="x08" reps="5" seconds="5"/>'),
    FRAME.format('<do step="x08" rest="601"/>'),
    FRAME.format('<do step="x08">x</do>'),
    STEP.format("", ""),
    STEP.format('like="r34" kind="release"', ""),
    STEP.format('like="r34" cap="9"', ""),
    STEP.format('kind="rest" regions="jaw"', ""),
    STEP.format('kind="rest" posture="bed"', ""),
    STEP.format('kind="rest" posture="sofa" regions="jaw"', ""),
    STEP.format('kind="release" technique="direct" posture="bed" regions="jaw"', ""),
    STEP.format('kind="release" tool-class="hands" posture="bed" regions="jaw"', ""),
    STEP.format('kind="rest" posture="bed" regions="jaw" tool-class="hands"', ""),
    STEP.format('like="r34"', f"<cue>{'x' * 61}</cue>"),
    STEP.format('like="r34"', "<title>B</title>"),
    STEP.format('like="r34"', "<b>x</b>"),
    FRAME.format('<step id="r34" like="r34"><title>A</title><movement>M.</movement></step>'),
    FRAME.format('<step id="own-a" like="r34"><title>A</title></step>'),
]
GOOD = [
    FRAME.format(""),
    FRAME.format("<summary>S.</summary>"),
    FRAME.format('<do step="r34" places="calf-lower" side="left" sets="20" seconds="1800"/>'),
    FRAME.format('<do step="x08" reps="100" rest="0"/>'),
    STEP.format('like="r34"', "<cue>C</cue><harder>H.</harder><avoid>V.</avoid>"),
    STEP.format(
        'kind="release" technique="direct" posture="bed" regions="jaw" tool-class="hands"', ""
    ),
    STEP.format('kind="move" posture="hands-and-knees" regions="jaw temple"', ""),
]


def lint(files):
    """The files that the schema does not take"""
    done = subprocess.run(
        ["xmllint", "-nonet", "-noout", "-relaxng", SCHEMA, *files], capture_output=True, text=True
    )
    good = {line.removesuffix(" validates") for line in done.stderr.splitlines()}
    return [str(file) for file in files if str(file) not in good]


def read(files):
    done = subprocess.run([SAMPLE, "read", *files], capture_output=True, text=True, check=True)
    return dict(zip(map(str, files), done.stdout.splitlines(), strict=True))


def put(folder, texts):
    files = []
    for i, text in enumerate(texts):
        files.append(folder / f"{i}.xml")
        files[-1].write_text(text, encoding="utf-8")
    return files


def the_example_is_good(folder):
    examples = re.findall(r"```xml\n(.*?)```", DOC, re.DOTALL)
    assert examples
    files = put(folder, examples)
    assert lint(files) == []
    assert set(read(files).values()) == {"ok"}, read(files)


def what_is_written_is_good(folder):
    subprocess.run([SAMPLE, "write", folder], check=True)
    files = sorted(folder.glob("*.xml"))
    assert files
    assert lint(files) == []
    assert set(read(files).values()) == {"ok"}


def good_ones_are_taken(folder):
    files = put(folder, GOOD)
    assert lint(files) == []
    assert set(read(files).values()) == {"ok"}, read(files)


def bad_ones_are_refused_by_both(folder):
    files = put(folder, BAD)
    refused = lint(files)
    answers = read(files)
    for file, text in zip(files, BAD, strict=True):
        assert str(file) in refused, f"the schema takes {text}"
        assert answers[str(file)] != "ok", f"the reader takes {text}"


def the_lists_are_whole(folder):
    steps = (ROOT / "data/routines/steps.xml").read_text(encoding="utf-8")
    regions = (ROOT / "data/body/regions.xml").read_text(encoding="utf-8")
    for id, title in re.findall(r'<step id="(\w+)".*?<title>(.*?)</title>', steps, re.DOTALL):
        assert f"| {id} | {title} |" in DOC, f"docs/routines.md does not list {id} as “{title}”"
    for base, tools in re.findall(r'base="([\w-]+)".*?\btools="([^"]+)"', regions, re.DOTALL):
        line = re.search(rf"^\| {base} \| .* \| (.*) \|$", DOC, re.MULTILINE)
        assert line and line[1].split(", ") == tools.split(), f"docs/routines.md: {base}"
    for code in re.findall(r'<tool code="([\w-]+)"', steps):
        assert f"`{code}`" in DOC, f"docs/routines.md does not list {code}"
    for column in re.findall(r'\s(body-weight-on-tool|[a-z]+-load|effort|balance)="', steps):
        assert f"`{column}`" in DOC, f"docs/routines.md does not explain {column}"


TESTS = [
    the_example_is_good,
    what_is_written_is_good,
    good_ones_are_taken,
    bad_ones_are_refused_by_both,
    the_lists_are_whole,
]


def main():
    if not shutil.which("xmllint"):
        print("1..0 # SKIP xmllint is not installed")
        return
    print(f"1..{len(TESTS)}")
    for number, test in enumerate(TESTS, 1):
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(pathlib.Path(folder))
                print(f"ok {number} - {test.__name__}")
            except Exception:
                for line in traceback.format_exc().splitlines():
                    print(f"# {line}")
                print(f"not ok {number} - {test.__name__}")


main()
