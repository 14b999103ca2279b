"""The command `minutes` as a process of its own, for which some documents are poison."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

POISON = Path(__file__).with_name("poison")
# as the installed command, it takes no modules from the folder that it is called in
MINUTES = (sys.executable, "-P", "-m", "minutes_cli")
NOTES = """# Board

Minutes of the meeting of {day} November 2022

Present: Ann Rowe

1. Welcome

All were welcomed.
"""


def start(*arguments: str | Path, folder: Path) -> subprocess.Popen[str]:
    """Start a command in a folder; its output and errors are piped."""
    own = {"PYTHONPATH": str(POISON), "TMPDIR": str(folder), "XDG_CACHE_HOME": str(folder / "kept")}
    return subprocess.Popen(
        [*MINUTES, *map(str, arguments)],
        cwd=folder,
        env={**os.environ, **own},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(*arguments: str | Path, folder: Path, given: str = "") -> tuple[int, str, str]:
    """The exit code, output and errors of a command that is `given` some input."""
    with start(*arguments, folder=folder) as process:
        out, err = process.communicate(given, timeout=120)
    return process.returncode, out, err


def notes(folder: Path, count: int) -> list[Path]:
    """Write the notes of so many meetings."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"notes-{day:02}.md" for day in range(1, count + 1)]
    for day, path in enumerate(paths, start=1):
        path.write_text(NOTES.format(day=day), encoding="utf-8")
    return paths


def poison(path: Path, dose: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"POISON {dose} for {path.name}\n", encoding="utf-8")
    return path
