#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fascia contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Counts single test points over all suites of a meson test log: count-tests.py TESTLOG.json
"""Prints `N passed, N failed, N skipped`; exits 1 when something failed or nothing ran.

A program that speaks TAP counts with each of its points, another one counts as one. A program
that meson calls failed counts at least one failure, whatever its points say: it may have died
between two of them.
"""

import json
import re
import sys

POINT = re.compile(r"^(not )?ok\b([^#\n]*)(?:#\s*(\w+))?", re.MULTILINE)


def count(test: dict) -> tuple[int, int, int]:
    passed = failed = skipped = 0
    for match in POINT.finditer(test.get("stdout") or ""):
        directive = (match.group(3) or "").lower()
        if directive.startswith("skip") or directive == "todo":
            skipped += 1
        elif match.group(1):
            failed += 1
        else:
            passed += 1
    good = test["result"] in ("OK", "EXPECTEDFAIL")
    if test["result"] == "SKIP":
        skipped = max(skipped, 1)
    elif good and passed + failed + skipped == 0:
        passed = 1
    elif not good and failed == 0:
        failed = 1
    return passed, failed, skipped


def main() -> int:
    totals = [0, 0, 0]
    try:
        with open(sys.argv[1], encoding="utf-8") as log:
            tests = [json.loads(line) for line in log if line.strip()]
    except OSError:
        tests = []
    for test in tests:
        numbers = count(test)
        totals = [a + b for a, b in zip(totals, numbers)]
        if numbers[1]:
            print(f"failed: {test['name']} ({test['result']}); the end of what it said:")
            for line in (test.get("stdout") or "").splitlines()[-25:]:
                print(f"    {line}")
    print(f"{totals[0]} passed, {totals[1]} failed, {totals[2]} skipped")
    return 1 if totals[1] or not totals[0] else 0


if __name__ == "__main__":
    sys.exit(main())
