"""Text as a cell of a workbook holds it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from minutes_cli.text.safe import safe_lines

# https://support.microsoft.com/office/excel-specifications-and-limits: characters that a cell can hold, in UTF-16
MOST = 32_767
_CUT = " […]"


def as_cell(text: str) -> str:
    """The text with controls written out, cut where a cell would be full; twice is the same as once."""
    text = safe_lines(text)
    units = text.encode("utf-16-le")
    if len(units) <= 2 * MOST:
        return text
    return units[: 2 * (MOST - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


def folded(text: str) -> str:
    """What is compared of a cell: programs change blanks and breaks when they save it."""
    return " ".join(as_cell(text).split())


def marks(cells: Mapping[str, str | None]) -> dict[str, str]:
    """A mark for each cell: it tells whether the cell was changed since, without holding what was in it."""
    return {name: hashlib.sha256(folded(cell or "").encode()).hexdigest()[:12] for name, cell in cells.items()}


def marked(cells: Mapping[str, str | None]) -> str:
    """The marks in one cell."""
    return " ".join(f"{name}:{mark}" for name, mark in marks(cells).items())


def marks_in(cell: str) -> dict[str, str]:
    """The marks that `marked` wrote."""
    return dict(part.split(":", 1) for part in cell.split() if ":" in part)
