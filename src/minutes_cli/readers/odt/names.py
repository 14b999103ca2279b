"""Names and value types of OpenDocument."""

from __future__ import annotations

import re

from lxml import etree

Element = etree._Element
_BASE = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE = f"{{{_BASE}:office:1.0}}"
TEXT = f"{{{_BASE}:text:1.0}}"
TABLE = f"{{{_BASE}:table:1.0}}"
STYLE = f"{{{_BASE}:style:1.0}}"
DRAW = f"{{{_BASE}:drawing:1.0}}"
FO = f"{{{_BASE}:xsl-fo-compatible:1.0}}"
META = f"{{{_BASE}:meta:1.0}}"
DC = "{http://purl.org/dc/elements/1.1/}"
XML = "{http://www.w3.org/XML/1998/namespace}"
LIBRE_OFFICE = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_LENGTH = re.compile(r"(-?\d{0,7}(?:\.\d{0,9})?)(pt|in|cm|mm|pc|px)")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 7.2 / 2.54, "pc": 12.0, "px": 0.75}


def points(text: str | None) -> float | None:
    """A length in points, None where there is none or it is relative."""
    match = _LENGTH.fullmatch(text or "")
    return float(match[1]) * _POINTS[match[2]] if match and match[1].strip("-.") else None


def number(text: str | None) -> int | None:
    """A count of sane size, None for anything else."""
    return int(text) if text is not None and re.fullmatch(r"[0-9]{1,9}", text) else None
