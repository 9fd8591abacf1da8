#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes a made-up translation for tests: pseudo-locale.py SOURCE_ROOT OUT.mo LOCALE_FOLDER OUT.d
"""Every text in brackets, accented, and a third longer: what is not so on a screen was never
handed to gettext, and what is cut off there will be cut off in German. LANGUAGE=en_XA shows it.

Formats, markup, entities and mnemonics are left as they are.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

ACCENTED = str.maketrans(
    "aceghijklnorstuwyzACDEGHIJKLNORSTUWYZ", "áçéĝĥíĵķļñóŕšťúŵýžÁÇĎÉĜĤÍĴĶĻÑÓŔŠŤÚŴÝŽ"
)
KEPT = re.compile(
    r"%(?:\d+\$)?[-+ #0']*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|h|ll|l|z|j|t)?[a-zA-Z%]"
    r"|%" + '"[^"]*"' + r"|<[^>]*>|&\w+;|\{\w*\}|\\\\[nt\"\\\\]"
)
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3", "dgettext:2"]


def pseudo(text: str) -> str:
    """The made-up translation of an unescaped text."""
    pieces = KEPT.split(text)
    letters = sum(character.isalpha() for piece in pieces for character in piece)
    if letters == 0:
        return text
    kept = KEPT.findall(text) + [""]
    body = "".join(piece.translate(ACCENTED) + keep for piece, keep in zip(pieces, kept))
    ends = re.search(r"\n*$", body)[0]
    body = body[: len(body) - len(ends)]
    return "[" + body + " " + "~" * max(1, round(letters * 0.3)) + "]" + ends


def unescape(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: {"n": "\n", "t": "\t"}.get(found[1], found[1]), text)


def escape(text: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return text.replace("\n", "\\n").replace("\t", "\\t")


def rewrite(po: str) -> str:
    """The same PO file with made-up translations; the header stays."""
    done = []
    for entry in re.split(r"\n\n+", po):
        joined = re.sub(r'"\n"', "", entry)
        if re.search(r'^msgid ""$', joined, re.MULTILINE):
            done.append(entry)
            continue
        done.append(
            re.sub(
                r'^(msgstr(?:\[\d\])?) "(.*)"$',
                lambda found: f'{found[1]} "{escape(pseudo(unescape(found[2])))}"',
                joined,
                flags=re.MULTILINE,
            )
        )
    return "\n\n".join(done) + "\n"


def main() -> int:
    root, output, locale, depfile = sys.argv[1:5]
    environment = dict(os.environ, GETTEXTDATADIRS=os.path.join(root, "data"), LC_ALL="C.UTF-8")
    template = subprocess.run(
        ["xgettext", f"--directory={root}", f"--files-from={root}/po/POTFILES.in", "--output=-"]
        + ["--from-code=UTF-8", "--no-location", "--sort-output", "--package-name=fascia"]
        + [f"--keyword={keyword}" for keyword in KEYWORDS],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
    ).stdout
    if not template:
        template = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    english = subprocess.run(
        ["msgen", "--no-wrap", "--lang=en_XA", "-"],
        input=template.replace("charset=CHARSET", "charset=UTF-8"),
        check=True,
        capture_output=True,
        text=True,
        env=environment,
    ).stdout
    english = re.sub(r"Plural-Forms: [^\\]*", "Plural-Forms: nplurals=2; plural=(n != 1);", english)
    subprocess.run(
        ["msgfmt", "--check-format", "-o", output, "-"],
        input=rewrite(english),
        check=True,
        text=True,
        env=environment,
    )
    folder = pathlib.Path(locale, "en_XA", "LC_MESSAGES")
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(output, folder / "fascia.mo")

    potfiles = pathlib.Path(root, "po", "POTFILES.in")
    sources = [
        os.path.join(root, line)
        for line in potfiles.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    sources += [str(potfiles), os.path.join(root, "data/its/fascia.its")]
    escaped = " ".join(source.replace(" ", "\\ ") for source in sources)
    pathlib.Path(depfile).write_text(f"{output}: {escaped}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
