"""Files as CI systems know them: from the folder of the project on, which is where the checker runs."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

# What a report calls standard input.
_STANDARD_INPUT = "stdin"


def project_path(file: str) -> str:
    """`./notes/../march.md` is `march.md`; an absolute path into the folder counts from it, one elsewhere stays."""
    if file == "-":
        return _STANDARD_INPUT
    try:
        found = Path(os.path.relpath(file))
    except ValueError:  # on another drive
        return Path(file).as_posix()
    return Path(file).as_posix() if ".." in found.parts[:1] else found.as_posix()


def uri(file: str) -> str:
    """The same as a URI: relative to the project where it lies in it."""
    path = project_path(file)
    return Path(path).as_uri() if Path(path).is_absolute() else quote(path)
