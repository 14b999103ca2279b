"""Making a register in a folder."""

from __future__ import annotations

from pathlib import Path

from minutes_cli.store.database import opened, telling
from minutes_cli.store.location import FILE, FOLDER
from minutes_cli.store.places import has_content


def make(folder: Path) -> tuple[Path, bool]:
    """The register of `folder`, and whether it was made now; only the user can look into `.minutes/`."""
    path = folder / FOLDER / FILE
    made = not has_content(path)
    with telling(path.parent):
        folder.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
    with opened(path, write=made):
        return path, made
