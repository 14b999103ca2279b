"""How fast `minutes parse` is beside other readers of PDF, in one run on this machine and on the same files.

    python benchmarks/speed.py [FILE.pdf...]            docs/speed.md and docs/speed.svg
    python benchmarks/speed.py --short --keep FOLDER    once each on few pages; speed.md and speed.json into a folder

All figures are CPU seconds of whole processes, their children and start-up included. `minutes` parses to JSON, with
nothing kept from an earlier run; pdfplumber reads words and tables; markitdown makes Markdown; pypdfium2 reads raw text
without any places, which is the floor.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from speed_plot import plot

ROOT = Path(__file__).parents[1]
FIXTURE = ROOT / "fixtures" / "harrowvale-pcc-2024-03.pdf"
PAGES, SHORT_PAGES = (6, 200), (6, 60)
RUNS = 3
# ru_maxrss counts KiB, except on macOS, where it counts bytes
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024
MINUTES, PLUMBER, MARKITDOWN, FLOOR = "minutes", "pdfplumber", "markitdown", "pypdfium2"
_PYTHON: Mapping[str, str] = {
    PLUMBER: """
import sys, pdfplumber
with pdfplumber.open(sys.argv[1]) as document:
    for page in document.pages:
        page.extract_words(), page.extract_tables(), page.close()
""",
    MARKITDOWN: "import sys, markitdown; markitdown.MarkItDown().convert(sys.argv[1])",
    FLOOR: """
import sys, pypdfium2
for page in pypdfium2.PdfDocument(sys.argv[1]):
    page.get_textpage().get_text_range()
""",
}
WHAT = {
    MINUTES: "minutes parse, to JSON",
    PLUMBER: "pdfplumber, words and tables",
    MARKITDOWN: "markitdown, Markdown",
    FLOOR: "pypdfium2, raw text",
}


class Cost(NamedTuple):
    """What one process took."""

    cpu_s: float
    peak_mib: float


class Row(NamedTuple):
    """What one program took of one file: the median of its runs."""

    pages: int
    program: str
    cost: Cost


def commands(document: Path) -> Iterator[tuple[str, Sequence[str]]]:
    """Each program that is installed, with its command for a file."""
    parse = ("parse", str(document), "--format", "json", "--no-cache", "--allow", "seconds=600")
    yield MINUTES, (sys.executable, "-m", "minutes_cli", *parse)
    for name, code in _PYTHON.items():
        if importlib.util.find_spec(name):
            yield name, (sys.executable, "-c", code, str(document))
        else:
            print(f"{name} is not installed: left out (pip install 'minutes-data[bench]')", file=sys.stderr)


def cost(command: Sequence[str]) -> Cost:
    """Run `command` to its end; the CPU time includes that of its children."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"exit {process.returncode}: {' '.join(command)}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _RSS_UNIT / 2**20)


def repeated(document: Path, pages: int, target: Path) -> Path:
    """Write `document` over and over until it has at least `pages` pages."""
    one, many = pypdfium2.PdfDocument(document), pypdfium2.PdfDocument.new()
    while len(many) < pages:
        many.import_pages(one)
    many.save(target)
    return target


def measured(document: Path, runs: int) -> list[Row]:
    """All programs on one file, in turns, so that a busy moment hits none of them alone."""
    pages = len(pypdfium2.PdfDocument(document))
    every = dict(commands(document))
    found: dict[str, list[Cost]] = {name: [] for name in every}
    for _ in range(runs):
        for name, command in every.items():
            found[name].append(cost(command))
    return [
        Row(pages, name, Cost(statistics.median(c.cpu_s for c in costs), max(c.peak_mib for c in costs)))
        for name, costs in found.items()
    ]


def ratios(rows: Sequence[Row]) -> dict[str, dict[str, float]]:
    """By pages and program: how many times the CPU time of `minutes` it takes."""
    ours = {row.pages: row.cost.cpu_s for row in rows if row.program == MINUTES}
    found: dict[str, dict[str, float]] = {}
    for row in rows:
        if row.program != MINUTES:
            found.setdefault(str(row.pages), {})[row.program] = round(row.cost.cpu_s / ours[row.pages], 2)
    return found


def table(rows: Sequence[Row]) -> str:
    """A table in Markdown."""
    times = ratios(rows)
    lines = ["| pages | program | CPU s | ms a page | times `minutes` | peak MiB |", "|--:|---|--:|--:|--:|--:|"]
    for pages, program, (cpu_s, peak_mib) in rows:
        ratio = times[str(pages)].get(program, 1.0)
        lines.append(
            f"| {pages} | {WHAT[program]} | {cpu_s:.2f} | {1000 * cpu_s / pages:.1f} | {ratio:.2f} | {peak_mib:.0f} |"
        )
    return "\n".join(lines) + "\n"


def page(rows: Sequence[Row]) -> str:
    """docs/speed.md."""
    return (
        "# Speed\n\n"
        "Made by `make speed`, in one run on the same files; times differ from machine to machine, their ratios much "
        "less.\nCPU time of whole processes, start-up included. `minutes` finds people, items, actions and decisions "
        "with their\nplaces, and keeps nothing from an earlier run; the others only read: raw text without places is "
        "the floor.\n\n"
        f"![CPU time a page of each program](speed.svg)\n\n{table(rows)}\n"
        f"Python {platform.python_version()} on {platform.system()} {platform.machine()}, {os.cpu_count()} cores; "
        f"median of {RUNS} runs. The files are pages of\nan invented set of minutes over and over; "
        "`python benchmarks/speed.py FILE.pdf` compares on your own, printing the table.\n"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("files", nargs="*", type=Path, help="PDF files of your own; then only the table is printed")
    parser.add_argument("--short", action="store_true", help="one run each, of few pages")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="takes speed.md, speed.json and speed.svg")
    wanted = parser.parse_args()
    runs = 1 if wanted.short else RUNS
    with tempfile.TemporaryDirectory() as folder:
        files = wanted.files or [
            repeated(FIXTURE, pages, Path(folder) / f"{pages}.pdf")
            for pages in (SHORT_PAGES if wanted.short else PAGES)
        ]
        rows = [row for file in files for row in measured(file, runs)]
    print(table(rows), end="")
    keep = wanted.keep or (None if wanted.files or wanted.short else ROOT / "docs")
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / "speed.svg").write_text(
            plot([(f"{row.pages} pages: {WHAT[row.program]}", 1000 * row.cost.cpu_s / row.pages) for row in rows])
        )
        (keep / "speed.md").write_text(page(rows) if keep == ROOT / "docs" else table(rows))
        if wanted.keep:
            (keep / "speed.json").write_text(json.dumps(ratios(rows), indent=2) + "\n")


if __name__ == "__main__":
    main()
