"""How fast `minutes check` is against plain parsing, and with what it remembers: `python -m benchmarks.check_speed`.

Both read the same invented minutes in Markdown, many bodies that meet several times. Told are ratios of the CPU time of
whole processes in one run on this machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from random import Random

from benchmarks.speed import MINUTES, cost
from fixtures.synthetic.layout import draw
from fixtures.synthetic.made import make

FILES = 1000
# meetings of each body: the same people and business, a month later each time
MONTHS = 10
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def write(folder: Path, count: int) -> None:
    """Write minutes of many bodies; each body's differ in layout from the others' and in the month from each other."""
    for number in range(count):
        body, month = divmod(number, MONTHS)
        text = make(replace(draw(Random(body)), suffix="md"), body).data.decode()
        for place, name in enumerate(MONTH_NAMES):
            text = text.replace(name, f"\0{place}\0")
        for place in range(len(MONTH_NAMES)):
            text = text.replace(f"\0{place}\0", MONTH_NAMES[(place + month) % len(MONTH_NAMES)])
        (folder / f"{body:04}-{month:02}.md").write_text(text, encoding="utf-8")


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "minutes"
        folder.mkdir()
        write(folder, count)
        os.environ["MINUTES_CACHE_DIR"] = str(Path(name) / "cache")
        files = [str(path) for path in sorted(folder.iterdir())]
        parse = cost((*MINUTES, "parse", "--format", "jsonl", *files))
        check = (*MINUTES, "check", "--isolated", "--format", "jsonl")
        plain = _checked((*check, "--no-cache", *files))
        first, again = _checked((*check, *files)), _checked((*check, *files))
    print(
        f"{count} files: minutes check has {parse.cpu_s / plain:.2f} of the throughput of minutes parse",
        f"({plain:.1f} s, {parse.cpu_s:.1f} s); again, with nothing changed, it takes {again:.2f} s,",
        f"{first / again:.0f} times less than the first time ({first:.1f} s)",
    )


def _checked(command: tuple[str, ...]) -> float:
    """CPU seconds of a check; that it finds something is no failure."""
    before = os.times()
    code = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode
    after = os.times()
    if code not in (0, 1):
        raise SystemExit(f"exit {code}: {' '.join(command[:6])}")
    return after.children_user + after.children_system - before.children_user - before.children_system


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else FILES)
