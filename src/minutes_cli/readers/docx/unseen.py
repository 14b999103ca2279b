"""Text that a page holds and nobody sees, for nothing around it gives its white letters a ground."""

from __future__ import annotations

from minutes_cli.readers.docx.looks import is_filled
from minutes_cli.readers.docx.names import Element, W, child

# what may be filled around a run, and where it says so
_FILLED = {W + "p": "pPr", W + "tc": "tcPr", W + "tbl": "tblPr"}


def stands_on_white(run: Element) -> bool:
    """Whether a run stands on white paper; where a style or shape may fill its ground, it does not."""
    for outer in run.iterancestors():
        stated = child(outer, _FILLED[outer.tag]) if outer.tag in _FILLED else None
        if is_filled(stated) or child(stated, "tblStyle") is not None or outer.tag == W + "txbxContent":
            return False
    return True
