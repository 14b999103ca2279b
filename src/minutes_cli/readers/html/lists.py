"""The labels that a browser puts in front of list items."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from minutes_cli.readers.numerals import format_number

_KINDS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass
class List:
    """An open list; `number` is that of its next item."""

    ordered: bool
    kind: str = "decimal"
    number: int = 1

    @classmethod
    def of(cls, element: etree._Element, tag: str) -> List:
        """The list that an element opens."""
        return cls(tag == "ol", _KINDS.get(element.get("type", ""), "decimal"), _whole(element.get("start", ""), 1))

    def next_label(self, value: str = "") -> str:
        """The next item's label; `value` is a number that the item itself claims, or ""."""
        if not self.ordered:
            return "•"
        number = _whole(value, self.number)
        self.number = number + 1
        return f"{format_number(number, self.kind)}."


def _whole(text: str, otherwise: int) -> int:
    text = text.strip()
    return int(text[:9]) if text.isascii() and text.isdecimal() else otherwise
