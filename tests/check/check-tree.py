#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Rules about the tree itself, one TAP point each: check-tree.py BUILD_FOLDER [RULE…]

import fnmatch
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "build-aux"))
from tree import ROOT, project_files  # noqa: E402

BUILD = pathlib.Path(sys.argv[1])
FILES = project_files()

# What each storey may include, beside its own headers and those of the storeys it stands on.
STOREYS = {
    "core": (),
    "draw": ("core",),
    "cli": ("core", "draw"),
    # A window performs commands for the command line when it has the journal open.
    "ui": ("core", "draw", "cli"),
}
SYSTEM = {
    "core": r"(glib|gio|gmodule|gobject|json-glib)[-/.]|(sqlite3|gcrypt)\.h",
    "draw": r"(glib|gio|gobject|cairo|pango)[-/.]",
    "cli": r"(glib|gio|gobject|json-glib)[-/.]",
    "ui": r"(glib|gio|gobject|cairo|pango|gtk|gdk|gsk|graphene|adwaita)[-/.]",
}
PLAIN_C = (
    "ctype errno fcntl float inttypes limits locale math signal stdarg stdbool stddef stdint "
    "stdio stdlib string strings time unistd sys/file sys/stat sys/types sys/vfs sys/statvfs "
    "sys/resource sys/random dirent langinfo poll termios sys/signalfd"
).split()
TEXT_LIMIT = {"src/main.c": 60}
WALL = 900
NETWORK = re.compile(
    r"\b(GSocket(Client|Listener|Service|Connection)|g_socket_|g_resolver_|g_network_|"
    r"SoupSession|curl_easy|AF_INET6?|getaddrinfo|gethostbyname|WebKit\w+)"
)
# The voice of a session speaks to a daemon of the same person, over a socket that is a file.
LOCAL_SOURCE = "src/ui/routines/fascia-speech.c"
LOCAL = re.compile(
    r"GSocket(Client|Connection)\b|G_SOCKET_(CLIENT|CONNECTABLE)\b|"
    r"g_socket_client_(new|connect_async|connect_finish)\b"
)
NETWORK_SYMBOLS = {"socket", "connect", "getaddrinfo", "gethostbyname", "bind", "sendto"}


class Skip(Exception):
    """The rule cannot be looked at here; the text says why."""


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def matching(*patterns: str) -> list[str]:
    return [name for name in FILES if any(fnmatch.fnmatch(name, p) for p in patterns)]


def tool(*names: str) -> str:
    for name in names:
        if shutil.which(name):
            return name
    raise Skip(f"{names[0]} is not here")


def run(*arguments: object) -> list[str]:
    done = subprocess.run(
        [str(argument) for argument in arguments], capture_output=True, text=True, cwd=ROOT
    )
    if done.returncode == 0:
        return []
    text = (done.stdout + done.stderr).strip()
    return text.splitlines() or [f"{arguments[0]} ended with {done.returncode}"]


# ── The rules: each returns its complaints ───────────────────────────────────


def format_c() -> list[str]:
    """C is laid out as .clang-format says"""
    clang_format = tool("clang-format-19", "clang-format")
    version = subprocess.run([clang_format, "--version"], capture_output=True, text=True).stdout
    if " 19." not in version:
        raise Skip(f"lays out as clang-format 19 does, here is {version.strip()}")
    found = run(clang_format, "--dry-run", "--Werror", *matching("src/*.[ch]", "tests/*.[ch]"))
    wrong = sorted({line.split(":")[0] for line in found if "error:" in line})
    return [f"{name}: ./dev format puts it right" for name in wrong]


def format_blueprint() -> list[str]:
    """Blueprints are laid out as blueprint-compiler does"""
    files = matching("src/*.blp")
    complaints = []
    for name in files:
        if run(tool("blueprint-compiler"), "format", name):
            complaints.append(f"{name}: ./dev format puts it right")
    return complaints


def compile_blueprint() -> list[str]:
    """Blueprints compile"""
    compiler = tool("blueprint-compiler")
    files = matching("src/*.blp")
    if not files:
        return []
    with tempfile.TemporaryDirectory() as folder:
        return run(compiler, "batch-compile", folder, ROOT, *[ROOT / name for name in files])


def storey_of(name: str) -> str:
    parts = name.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "src" else ""


def layers() -> list[str]:
    """Each storey includes only itself and the storeys below"""
    owners = {pathlib.Path(name).name: storey_of(name) for name in matching("src/*.h")}
    owners["fascia-core-resources.h"] = "core"
    owners["fascia-ui-resources.h"] = "ui"
    complaints = []
    for name in matching("src/*.[ch]"):
        storey = storey_of(name)
        if not storey:
            continue
        for line in re.findall(r'^\s*#\s*include\s+([<"][^>"]+)[>"]', read(name), re.MULTILINE):
            kind, header = line[0], line[1:]
            if kind == "<":
                plain = header.removesuffix(".h") in PLAIN_C
                good = plain or re.match(SYSTEM[storey], header)
            else:
                owner = owners.get(pathlib.Path(header).name)
                good = header == "config.h" or owner == storey or owner in STOREYS[storey]
            if not good:
                complaints.append(f"{name}: {header} does not belong to this storey")
    return complaints


def statics() -> list[str]:
    """The core keeps no state in statics"""
    library = BUILD / "src/core/libfascia-core.a"
    if not library.exists():
        raise Skip("nothing is built in this folder")
    table = subprocess.run([tool("objdump"), "-t", str(library)], capture_output=True, text=True)
    # What GObject sets once and for ever: types, quarks, private offsets.
    once = re.compile(
        r"g_define_type|^source_funcs\b|_parent_class|_private_offset|_type_id|_quark|gtype_id|^q\.\d+$|_once(\.\d+)?$|"
        r"^(properties|signals|obj_properties)(\.\d+)?$|^__|^static_resource$"
    )
    complaints = []
    member = ""
    for line in table.stdout.splitlines():
        if "file format" in line:
            member = line.split(":")[0]
        found = re.search(r" O (\.data|\.bss)\S*\s+[0-9a-f]+ (?:\.hidden )?(\S+)$", line)
        if found and ".data.rel.ro" not in line and not once.search(found[2]):
            complaints.append(f"{member}: {found[2]}")
    return complaints


def licences() -> list[str]:
    """Every file says whose it is, under which licence, and what it is for"""
    covered = [
        pattern.replace("**/", "*")
        for note in tomllib.loads(read("REUSE.toml"))["annotations"]
        for pattern in note["path"]
    ]
    complaints = []
    for name in FILES:
        if any(fnmatch.fnmatch(name, pattern) for pattern in covered):
            continue
        head = read(name).splitlines()[:14]
        licence = next((i for i, line in enumerate(head) if "SPDX-License-Identifier" in line), -1)
        if licence < 0 or not any("SPDX-FileCopyrightText: 2026" in line for line in head):
            complaints.append(f"{name}: no SPDX lines")
        elif not re.search(r"GPL-3\.0-or-later|CC0-1\.0", head[licence]):
            complaints.append(f"{name}: another licence")
        elif not any(len(re.findall(r"\w+", line)) >= 2 for line in head[licence + 1 : licence + 5]):
            complaints.append(f"{name}: no line that says what the file is for")
    return complaints


def lengths() -> list[str]:
    """No file is longer than the wall"""
    complaints = []
    for name in matching("src/*.[ch]", "src/*.blp", "tests/*.[ch]", "*.py", "dev"):
        lines = read(name).count("\n")
        limit = TEXT_LIMIT.get(name, WALL)
        if lines > limit:
            complaints.append(f"{name}: {lines} lines, at most {limit}")
    return complaints


def potfiles() -> list[str]:
    """po/POTFILES.in names every file with text for people, sorted"""
    listed = [
        line.strip()
        for line in read("po/POTFILES.in").splitlines()
        if line.strip() and not line.startswith("#")
    ]
    complaints = [f"{name}: listed but not there" for name in listed if name not in FILES]
    if listed != sorted(listed):
        complaints.append("po/POTFILES.in is not sorted")
    text = re.compile(r'\b(N?C?_|NC_|ngettext|g_dngettext|dgettext|g_dpgettext2?) ?\(\s*"')
    for name in matching("src/*.c", "src/*.blp"):
        code = re.sub(r"/\*.*?\*/", "", read(name), flags=re.DOTALL)
        if text.search(code) and name not in listed:
            complaints.append(f"{name}: has text for people but is not listed")
        if not text.search(code) and name in listed:
            complaints.append(f"{name}: listed, but has no text for people")
    for name in matching("data/*.in.in", "data/*.gschema.xml.in", "data/*.xml"):
        if name.endswith(".gresource.xml"):
            continue
        if name not in listed:
            complaints.append(f"{name}: has text for people but is not listed")
    return complaints


def desktop() -> list[str]:
    """The desktop file is valid"""
    validate = tool("desktop-file-validate")
    return [line for name in BUILD.glob("data/*.desktop") for line in run(validate, name)]


def metainfo() -> list[str]:
    """The metainfo is valid, and its releases are those of NEWS.md"""
    files = list(BUILD.glob("data/*.metainfo.xml"))
    complaints = [
        line
        for name in files
        for line in run(tool("appstreamcli"), "validate", "--no-net", "--explain", name)
    ]
    news = re.findall(r"^## (\S+)", read("NEWS.md"), re.MULTILINE)
    releases = re.findall(r'<release version="([^"]+)"', files[0].read_text() if files else "")
    if news != releases:
        complaints.append(f"NEWS.md tells of {news}, the metainfo of {releases}")
    return complaints


def schema() -> list[str]:
    """The settings schema is strict"""
    compiler = tool("glib-compile-schemas")
    return run(compiler, "--strict", "--dry-run", BUILD / "data")


def icons() -> list[str]:
    """Icons are there, square and well-formed"""
    lint = tool("xmllint")
    files = matching("data/icons/*.svg", "src/*.svg")
    complaints = run(lint, "--noout", *files)
    if len(matching("data/icons/hicolor/*.svg")) < 2:
        complaints.append("the program needs a full-colour and a symbolic icon")
    for name in files:
        box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', read(name))
        if not box or box[1] != box[2]:
            complaints.append(f"{name}: not square")
    return complaints


def manifest() -> list[str]:
    """The Flatpak manifests give no network and no files of the person"""
    complaints = []
    names = matching("flatpak/*.json")
    if len(names) != 2:
        complaints.append("there are two manifests: for everybody, and for development")
    for name in names:
        content = json.loads(read(name))
        for argument in content["finish-args"]:
            # The socket of the desktop's voice: nothing of the person lies beside it.
            if argument == "--filesystem=xdg-run/speech-dispatcher:ro":
                continue
            if re.search(r"network|--filesystem|--socket=session-bus|--talk-name=\*", argument):
                complaints.append(f"{name}: {argument}")
        if content["id"] + ".json" != pathlib.Path(name).name:
            complaints.append(f"{name}: is not named after its id")
        if content["command"] != "fascia" or content["runtime"] != "org.gnome.Platform":
            complaints.append(f"{name}: another command or runtime")
    return complaints


def network_sources() -> list[str]:
    """No source speaks to a network"""
    complaints = []
    for name in matching("src/*.[ch]", "src/*.blp", "meson.build", "src/*meson.build"):
        for number, line in enumerate(read(name).splitlines(), 1):
            if name == LOCAL_SOURCE:
                line = LOCAL.sub("", line)
            if NETWORK.search(line):
                complaints.append(f"{name}:{number}: {line.strip()}")
    local = read(LOCAL_SOURCE)
    if re.findall(r"g_\w+_address_new\w*", local) != ["g_unix_socket_address_new"]:
        complaints.append(f"{LOCAL_SOURCE}: another address than that of a file")
    return complaints


def network_program() -> list[str]:
    """The program is not linked to a network"""
    program = BUILD / "src/fascia"
    if not program.exists():
        raise Skip("nothing is built in this folder")
    libraries = subprocess.run(
        [tool("readelf"), "-d", str(program)], capture_output=True, text=True
    ).stdout
    symbols = subprocess.run(
        [tool("nm"), "-D", "--undefined-only", str(program)], capture_output=True, text=True
    ).stdout
    complaints = re.findall(r"lib(?:soup|curl|webkit|nm|ssl|gnutls)[^\]]*", libraries)
    for line in symbols.splitlines():
        symbol = line.split()[-1].split("@")[0]
        if symbol in NETWORK_SYMBOLS or (NETWORK.match(symbol) and not LOCAL.match(symbol)):
            complaints.append(symbol)
    return complaints


def shell() -> list[str]:
    """Shell scripts are well-formed"""
    complaints = []
    scripts = [name for name in FILES if re.match(r"#!.*\b(ba)?sh$", first_line(name))]
    for name in scripts:
        complaints += run("bash" if "bash" in first_line(name) else "sh", "-n", name)
    if not complaints and shutil.which("shellcheck"):
        complaints = run("shellcheck", "--severity=warning", *scripts)
    return complaints


def first_line(name: str) -> str:
    with open(ROOT / name, "rb") as file:
        return file.readline(200).decode("utf-8", "replace").strip()


def tidy() -> list[str]:
    """No tabs, no spaces at line ends, one line end at the end"""
    complaints = []
    for name in matching("*.c", "*.h", "*.blp", "*.py", "*.build", "*.xml", "*.in", "*.sql", "*.md", "dev"):
        text = read(name)
        if re.search(r"[ \t]+$", text, re.MULTILINE) or "\t" in text:
            complaints.append(f"{name}: tabs, or spaces at a line end")
        if text and (not text.endswith("\n") or text.endswith("\n\n")):
            complaints.append(f"{name}: the end of the file")
    return complaints


RULES = [
    format_c,
    format_blueprint,
    compile_blueprint,
    layers,
    statics,
    licences,
    lengths,
    potfiles,
    desktop,
    metainfo,
    schema,
    icons,
    manifest,
    network_sources,
    network_program,
    shell,
    tidy,
]


def main() -> int:
    wanted = sys.argv[2:]
    rules = [rule for rule in RULES if not wanted or rule.__name__ in wanted]
    print(f"1..{len(rules)}", flush=True)
    for number, rule in enumerate(rules, 1):
        try:
            complaints = rule()
        except Skip as reason:
            print(f"ok {number} {rule.__doc__} # SKIP {reason}", flush=True)
            continue
        print(f"{'not ok' if complaints else 'ok'} {number} {rule.__doc__}")
        sys.stdout.flush()
        if complaints:
            print(f"{rule.__name__}: not so: {rule.__doc__}", file=sys.stderr)
        for complaint in complaints[:60]:
            print(f"  {complaint}", file=sys.stderr, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
