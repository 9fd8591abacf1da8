# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What tests of exports in Python share: a sample, and results as TAP.

import pathlib
import subprocess
import sys
import tempfile
import traceback


def run(tests):
    """Runs each test with the folder of a sample; exits with 1 when one failed."""
    failed = False
    print(f"1..{len(tests)}")
    with tempfile.TemporaryDirectory(prefix="fascia-export-") as folder:
        subprocess.run([sys.argv[1], folder], check=True, stdout=subprocess.DEVNULL)
        for number, test in enumerate(tests, 1):
            try:
                test(pathlib.Path(folder))
                print(f"ok {number} {test.__name__}")
            except (AssertionError, KeyError, TypeError) as error:
                failed = True
                print(f"not ok {number} {test.__name__}")
                place = traceback.extract_tb(error.__traceback__)[-1]
                for line in [f"{place.lineno}: {place.line}", *str(error).splitlines()[:20]]:
                    print("#", line[:300])
    sys.exit(1 if failed else 0)
