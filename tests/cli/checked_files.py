"""Small minutes for tests of `minutes check`, each with the faults that its name says."""

from __future__ import annotations

from pathlib import Path

CLEAN = """\
# Minutes of the Harbour Trust

Held on Wednesday 5 March 2025 in the Old Boathouse at 7 pm

Present: Ada Roe (AR, Chair), Ben Cole (BC)

1. Jetty

The jetty is rotten.

Action: AR to obtain three quotes for the repair.
"""
WEEKDAY = CLEAN.replace("Wednesday", "Tuesday")
OWNER = CLEAN.replace("AR to obtain", "Obtain")
BOTH = WEEKDAY.replace("AR to obtain", "Obtain")
# The rules that these tests are about, whatever others there are.
ARGV = ("check", "--select", "M103,M401")


def lay(folder: Path, **files: str) -> None:
    """Write files: `lay(tmp_path, march_md=CLEAN)` writes `march.md`."""
    for name, text in files.items():
        stem, _, suffix = name.rpartition("_")
        (folder / f"{stem}.{suffix}").write_text(text, encoding="utf-8")
