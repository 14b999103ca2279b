"""Stand-ins for the program `tesseract` that fail in their own ways, and the mark for tests that need the real one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
HEAD = "level page_num block_num par_num line_num word_num left top width height conf text".replace(" ", "\t")


def install(folder: Path, patch: pytest.MonkeyPatch, reading: str, version: str = "echo tesseract 5.9.9") -> None:
    """Put a `tesseract` into an otherwise empty PATH.

    reading  shell commands that it runs for a page
    """
    tools = folder / "tools"
    tools.mkdir()
    for name in ("sh", "cat", "sleep", "yes", "head"):
        found = shutil.which(name)
        assert found
        (tools / name).symlink_to(found)
    program = tools / "tesseract"
    program.write_text(
        f'#!/bin/sh\ncase "$1" in\n--version) {version};;\n--list-langs) echo "List (2):"; echo eng; echo deu;;\n'
        f"*) {reading};;\nesac\n"
    )
    program.chmod(0o755)
    patch.setenv("PATH", str(tools))


def uninstall(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Leave nothing on PATH."""
    patch.setenv("PATH", str(folder))


def runs(pid: int) -> bool:
    """Whether a process is there and no mere entry of one that ended."""
    try:
        os.kill(pid, 0)
        return not Path(f"/proc/{pid}/stat").exists() or Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except ProcessLookupError:
        return False
