"""The prose of a file as its writer typed it: lines and paragraphs without code, links, markup and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from minutes_cli.model.document import Place
from minutes_cli.model.source_text import Address, Unit
from minutes_cli.rules.base import Subject

_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_TABLE_ROW = re.compile(r"\s*\||[^|]*\|[^|]*\||[\s|:-]*-[\s|:-]*$")
_INDENTED = re.compile(r"(?: {4,}|\t)(?!\s*(?:[-*+•]|\d{1,3}[.)])\s)")
# Code, link targets, addresses, tags: nothing in them is prose.
_NO_PROSE = re.compile(
    r"(?P<ticks>`{1,3})[^`]{1,400}(?P=ticks)|\]\([^()\s]{0,400}(?:\s\"[^\"]{0,200}\")?\)|<[^<>]{1,400}>|"
    r"\bhttps?://[^\s<>]{1,400}|^\[[^\[\]]{1,100}\]:.*"
)


class Line(NamedTuple):
    """A line or paragraph; `text` has a NUL for each character that is no prose, so that offsets stay."""

    address: Address
    text: str

    def place(self, start: int, end: int) -> Place:
        """Where characters of it stand."""
        quote = self.text[start:end]
        if isinstance(self.address, int):
            return Place(quote, line=self.address)
        return Place(quote, block=self.address)


def prose(subject: Subject) -> Iterator[Line]:
    """Each line that may be corrected; none of HTML, whose lines are markup, nor of formats without units."""
    source, media = subject.source, subject.document.media_type
    units = _own_units(subject)
    if source.kind == "word" or media == "text/plain":
        yield from (Line(unit.address, unit.text) for unit in units)
    elif media == "text/markdown":
        yield from _of_markdown(units)


def _own_units(subject: Subject) -> list[Unit]:
    """The units of this meeting: of several in a file each has its own."""
    units = list(subject.source.units)
    if subject.minutes.source.parts is None:
        return units
    lines = [line.number for paragraph in subject.paragraphs for line in paragraph.lines if line.number]
    blocks = {paragraph.block for paragraph in subject.paragraphs}
    first, last = min(lines, default=1), max(lines, default=0)
    return [
        unit
        for unit in units
        if (first <= unit.address <= last if isinstance(unit.address, int) else unit.address in blocks)
    ]


def _of_markdown(units: list[Unit]) -> Iterator[Line]:
    closing = "---" if units and units[0].text.strip() == "---" and units[0].address == 1 else ""
    commented = False
    for number, unit in enumerate(units):
        text = unit.text
        if closing:
            if number and (text.strip() in ("---", "...") if closing == "---" else text.lstrip().startswith(closing)):
                closing = ""
            continue
        if fence := _FENCE.match(text):
            closing = fence[0].strip()
            continue
        opens, closes = text.rfind("<!--"), text.rfind("-->")
        if commented or opens >= 0:
            commented = opens > closes if max(opens, closes) >= 0 else commented
            continue
        if _TABLE_ROW.match(text) or _INDENTED.match(text):
            continue
        yield Line(unit.address, _NO_PROSE.sub(lambda hit: "\0" * len(hit[0]), text))
