# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Which files make up the project; for the scripts that look at all of them.

import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
LEFT_OUT = {".git", "build", "__pycache__", ".flatpak-builder"}


def project_files() -> list[str]:
    """Paths below ROOT, sorted: what git knows or would take, else all that is there."""
    try:
        listed = subprocess.run(
            ["git", "-C", str(ROOT), "ls-files", "-co", "--exclude-standard", "-z"],
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        names = {name for name in listed.split("\0") if name}
    except (OSError, subprocess.CalledProcessError):
        names = set()
        for folder, folders, files in os.walk(ROOT):
            folders[:] = [name for name in folders if name not in LEFT_OUT]
            names |= {os.path.relpath(os.path.join(folder, name), ROOT) for name in files}
    return sorted(name for name in names if (ROOT / name).is_file())
