#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What we lock the program age opens, and what it locks we open. It asks on a terminal only, so it
# gets one.

import os
import pty
import select
import shutil
import subprocess
import sys
import tempfile
import time

TOOL = sys.argv[1]
WORDS = "seven words — für ein Schloss"


def answer(command, words, times):
    """Runs it on a terminal of its own and types the words whenever it asks."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvp(command[0], command)
    seen = b""
    asked = 0
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        ready, _, _ = select.select([terminal], [], [], 1)
        if not ready:
            continue
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            break
        if not piece:
            break
        seen += piece
        if asked < times and seen.lower().count(b"passphrase") > asked and seen.rstrip().endswith(b":"):
            asked += 1
            os.write(terminal, words.encode() + b"\r")
            seen += b"\n"
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), seen.decode(errors="replace")


def tool(*args):
    done = subprocess.run([TOOL, *args], capture_output=True, text=True)
    return done.returncode, done.stderr


def main():
    if shutil.which("age") is None:
        print("1..0 # SKIP age is not installed")
        return
    sizes = [0, 1, 65535, 65536, 65537, 300000]
    tests = []
    with tempfile.TemporaryDirectory() as folder:
        plain, locked, opened = (os.path.join(folder, name) for name in ("plain", "locked", "opened"))

        def fill(size):
            content = os.urandom(size)
            with open(plain, "wb") as file:
                file.write(content)
            for path in (locked, opened):
                if os.path.exists(path):
                    os.remove(path)
            return content

        def read(path):
            with open(path, "rb") as file:
                return file.read()

        for size in sizes:
            content = fill(size)
            assert tool("lock", plain, locked, WORDS, "10") == (0, "")
            code, text = answer(["age", "-d", "-o", opened, locked], WORDS, 1)
            tests.append((f"age opens ours of {size} bytes", code == 0 and read(opened) == content, text))
        for size in (0, 65537):
            content = fill(size)
            code, text = answer(["age", "-p", "-o", locked, plain], WORDS, 2)
            assert code == 0, text
            code, text = tool("unlock", locked, opened, WORDS)
            tests.append((f"ours opens that of age of {size} bytes", code == 0 and read(opened) == content, text))
        # The strength that the program itself uses; another passphrase; one made for a key.
        content = fill(1000)
        assert tool("lock", plain, locked, WORDS) == (0, "")
        code, text = answer(["age", "-d", "-o", opened, locked], WORDS, 1)
        tests.append(("age opens ours of full strength", code == 0 and read(opened) == content, text))
        code, text = answer(["age", "-d", "-o", opened + "2", locked], WORDS + "!", 1)
        tests.append(("age refuses another passphrase", code != 0, text))
        code, text = tool("unlock", locked, opened + "2", WORDS + "!")
        tests.append(("ours refuses another passphrase", code == 1 and text.startswith("2 "), text))
        key = subprocess.run(["age-keygen"], capture_output=True, text=True).stdout
        recipient = key.split("public key: ")[1].split()[0]
        subprocess.run(["age", "-r", recipient, "-o", locked + "2", plain], check=True)
        code, text = tool("unlock", locked + "2", opened + "2", WORDS)
        tests.append(("ours refuses one made for a key", code == 1 and text.startswith("1 "), text))

    print(f"1..{len(tests)}")
    for number, (name, success, text) in enumerate(tests, 1):
        print(f"{'ok' if success else 'not ok'} {number} - {name}")
        if not success:
            print("# " + text.replace("\n", "\n# "))


main()
