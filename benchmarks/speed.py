"""How fast `minutes` is, as ratios of CPU time in one run on this machine: `python benchmarks/speed.py [FILE.pdf]`.

The yardstick is pdfplumber's words and tables of the same file, without any parsing.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2

HERE = Path(__file__).parent
FIXTURE = HERE.parent / "fixtures" / "harrowvale-pcc-2024-03.pdf"
MINUTES = (sys.executable, "-m", "minutes_cli")
LONG_PAGES = 200
RUNS = 3
STARTS = 7
# ru_maxrss counts KiB, except on macOS, where it counts bytes
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024

READER = """
import sys; from pathlib import Path
from minutes_cli.readers.options import Options
from minutes_cli.readers.pdf import read
read(Path(sys.argv[1]).read_bytes(), sys.argv[1], Options())
"""
PDFPLUMBER = """
import sys, pdfplumber
with pdfplumber.open(sys.argv[1]) as document:
    for page in document.pages:
        page.extract_words(), page.extract_tables(), page.close()
"""


class Cost(NamedTuple):
    """What one process took."""

    cpu_s: float
    peak_mib: float


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


def compare(document: Path) -> None:
    """Print how pdfplumber's time compares with ours on one document."""
    pages = len(pypdfium2.PdfDocument(document))
    ours = [cost((*MINUTES, "parse", str(document), "--format", "json")) for _ in range(RUNS)]
    alone, theirs = (cost((sys.executable, "-c", code, str(document))) for code in (READER, PDFPLUMBER))
    cpu_s = statistics.median(one.cpu_s for one in ours)
    peak_mib = max(one.peak_mib for one in ours)
    print(
        f"{pages} pages: pdfplumber's words and tables take {theirs.cpu_s / cpu_s:.1f} times as long as minutes parse",
        f"({cpu_s:.2f} s) and {theirs.cpu_s / alone.cpu_s:.1f} times as long as its reader alone;",
        f"peak memory {peak_mib:.0f} MiB, pdfplumber's {theirs.peak_mib:.0f} MiB",
    )


def main(document: Path) -> None:
    plain = statistics.median(cost((sys.executable, "-c", "pass")).cpu_s for _ in range(STARTS))
    start = statistics.median(cost((*MINUTES, "--help")).cpu_s for _ in range(STARTS))
    print(f"minutes --help takes {start / plain:.1f} times `python -c pass`")
    compare(document)
    with tempfile.TemporaryDirectory() as folder:
        compare(repeated(document, LONG_PAGES, Path(folder) / "long.pdf"))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FIXTURE)
