"""How fast and how small the PDF reader is, as ratios to pdfplumber's words and tables in the same run.

Usage: python benchmarks/pdf_speed.py FILE [REPETITIONS]

FILE is read as it is and, to see how time and memory grow, repeated to REPETITIONS times its pages (34 makes 204 pages of
six). Each measurement is a process of its own: CPU time and peak memory come from the operating system.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2

_OURS = """
import sys; from pathlib import Path
from minutes_cli.readers.options import Options
from minutes_cli.readers.pdf import read
read(Path(sys.argv[1]).read_bytes(), sys.argv[1], Options())
"""
_THEIRS = """
import sys, pdfplumber
with pdfplumber.open(sys.argv[1]) as pdf:
    for page in pdf.pages:
        page.extract_words(x_tolerance_ratio=0.15); page.extract_tables(); page.close()
"""


def measure(code: str, file: Path) -> tuple[float, float]:
    """The CPU seconds and the peak MiB of one process."""
    source = Path(__file__).parents[1] / "src"
    process = subprocess.Popen([sys.executable, "-c", code, str(file)], env={**os.environ, "PYTHONPATH": str(source)})
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"failed on {file}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def repeated(file: Path, times: int, folder: str) -> Path:
    pdf, once = pypdfium2.PdfDocument.new(), pypdfium2.PdfDocument(file)
    for _ in range(times):
        pdf.import_pages(once)
    target = Path(folder) / "repeated.pdf"
    pdf.save(target)
    return target


def main() -> None:
    file, times = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 34
    with tempfile.TemporaryDirectory() as folder:
        for target in (file, repeated(file, times, folder)):
            ours, theirs = measure(_OURS, target), measure(_THEIRS, target)
            print(f"{len(pypdfium2.PdfDocument(target))} pages: {ours[0]:.2f} s, {ours[1]:.0f} MiB;", end=" ")
            print(f"pdfplumber {theirs[0]:.2f} s, {theirs[1]:.0f} MiB; {theirs[0] / ours[0]:.1f} times faster")


if __name__ == "__main__":
    main()
