"""Text that a page holds and nobody sees: white on white, or too small."""

from __future__ import annotations

from minutes_cli.readers.docx.names import Element, W, child, points, value

WHITE = "FFFFFF"
# letters of one point are a dot
TINY_HALF_POINTS = 2
_UNFILLED = frozenset((None, "auto", WHITE))
# what may be filled around a run, and where it says so
_FILLED = {W + "p": "pPr", W + "tc": "tcPr", W + "tbl": "tblPr"}


def is_unseen(run: Element, properties: Element) -> bool:
    """Whether a run of these own properties cannot be seen; where a style or shape may fill its ground, it can."""
    size = points(value(properties, "sz"), 1)
    if size is not None and size <= TINY_HALF_POINTS:
        return True
    if (value(properties, "color") or "").upper() != WHITE or child(properties, "highlight") is not None:
        return False
    if _is_filled(properties):
        return False
    for outer in run.iterancestors():
        stated = child(outer, _FILLED[outer.tag]) if outer.tag in _FILLED else None
        if _is_filled(stated) or child(stated, "tblStyle") is not None or outer.tag == W + "txbxContent":
            return False
    return True


def _is_filled(properties: Element | None) -> bool:
    return value(properties, "shd", "fill") not in _UNFILLED
