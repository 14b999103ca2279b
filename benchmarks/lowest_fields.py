"""Run the scorer and add the fields with the lowest figures to what it prints: `lowest_fields.py [-n 10] COMMAND...`.

The scorer's table has one line a measure: its name, F1, and how many were right, in the gold and predicted.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys

_MEASURE = re.compile(r"(?P<name>[a-z]\S*) +(?P<f1>[01]\.\d{3}) +(?P<hit>\d+) +(?P<gold>\d+) +(?P<pred>\d+)$")


def lowest(table: str, count: int) -> str:
    """The `count` lowest measures of the scorer's table, worst first: F1, and how many were missed and wrong."""
    found = [match for line in table.splitlines() if (match := _MEASURE.match(line))]
    rows = sorted(found, key=lambda match: (float(match["f1"]), match["name"]))[:count]
    lines = [f"lowest fields: {'':13} {'F1':>6} {'missed':>7} {'wrong':>6}"]
    for row in rows:
        missed, wrong = int(row["gold"]) - int(row["hit"]), int(row["pred"]) - int(row["hit"])
        lines.append(f"  {row['name']:26} {row['f1']:>6} {missed:7} {wrong:6}")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=10, help="so many fields")
    parser.add_argument("command", nargs=argparse.REMAINDER, help="the scorer with its arguments")
    options = parser.parse_args()
    done = subprocess.run(options.command, stdout=subprocess.PIPE, text=True)
    *table, last = done.stdout.splitlines() or [""]
    print("\n".join([*table, lowest(done.stdout, options.n), last]))
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
