"""The source beside published minutes: its lines, and which of them each value was read from.

With the document at hand these are all its lines; else the words that evidence quotes, in the order of the source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from minutes_cli.model.document import BoundingBox, Document, Line, Paragraph
from minutes_cli.model.minutes import Evidence, Minutes
from minutes_cli.text.safe import safe

# Of a line's height so much has to lie in the box of a value that was read from it.
_WITHIN = 0.5


@dataclass
class Place:
    """A line of the source; `values` are the ids of what was read from it."""

    id: str
    text: str
    page: int | None = None
    line: int | None = None
    values: list[str] = field(default_factory=list)


class Places:
    """All places in order, and where each value stands."""

    def __init__(self, minutes: Minutes, document: Document | None) -> None:
        self.whole = document is not None
        self._found: dict[str, list[Place]] = {}
        self._of_text: dict[str, Place] = {}
        self.all: list[Place] = []
        rest: Sequence[Evidence] = minutes.evidence
        if document is not None:
            rest = self._add_lines(document, minutes.evidence)
        self._add_quotes(rest)

    @property
    def pages(self) -> Iterator[tuple[int | None, list[Place]]]:
        """The places page by page; None for what is on no page."""
        for page, places in groupby(self.all, key=lambda place: place.page):
            yield page, list(places)

    def of(self, paths: Sequence[str]) -> list[Place]:
        """Where the values at these pointers, or in what they point to, were read."""
        found = [place for path in paths for place in self._found.get(path, ())]
        return list({place.id: place for place in found}.values())

    def of_text(self, text: str) -> Place | None:
        """Where a paragraph of the source begins that says this."""
        return self._of_text.get(_plain(text))

    def _add(self, text: str, page: int | None, line: int | None) -> Place:
        place = Place(f"s{len(self.all) + 1}", safe(text), page, line)
        self.all.append(place)
        return place

    def _tie(self, path: str, place: Place) -> None:
        """The place holds the value, and what the value is part of."""
        parts = path.split("/")
        for end in range(2, len(parts) + 1):
            known = self._found.setdefault("/".join(parts[:end]), [])
            if place not in known:
                known.append(place)

    def _add_lines(self, document: Document, evidence: Sequence[Evidence]) -> list[Evidence]:
        """Add every line; returns the evidence that stands in none."""
        index = _Index()
        for paragraph in document.paragraphs():
            for line in paragraph.lines:
                if line.text.strip():
                    place = self._add(line.text, line.page, line.number)
                    self._of_text.setdefault(_plain(paragraph.text), place)
                    index.add(paragraph, line, place)
        missing = []
        for one in evidence:
            places = index.of(one)
            for place in places:
                self._tie(one.path, place)
            if not places:
                missing.append(one)
        return missing

    def _add_quotes(self, evidence: Sequence[Evidence]) -> None:
        """Add the words that were quoted, each once where it stands, in the order of the source."""
        known: dict[tuple[object, ...], Place] = {}
        for one in sorted(evidence, key=_order):
            key = (one.page, one.bbox, one.line, one.block, one.quote)
            if key not in known:
                known[key] = self._add(one.quote, one.page, one.line)
            self._tie(one.path, known[key])


def _order(one: Evidence) -> tuple[int, float, int]:
    """By page and height on it, or by line; of a path the order in which the parser read has to do."""
    return one.page or 0, one.bbox[1] if one.bbox else 0.0, one.line or 0


def _plain(text: str) -> str:
    return " ".join(text.split())


class _Index:
    """Lines by page, by number and by block."""

    def __init__(self) -> None:
        self._boxed: dict[int, list[tuple[BoundingBox, Place]]] = {}
        self._numbered: dict[int, list[Place]] = {}
        self._blocks: dict[str, list[Place]] = {}

    def add(self, paragraph: Paragraph, line: Line, place: Place) -> None:
        box = line.place(0, len(line.text)).bbox
        if line.page is not None and box:
            self._boxed.setdefault(line.page, []).append((box, place))
        elif line.number is not None:
            self._numbered.setdefault(line.number, []).append(place)
        elif paragraph.block is not None:
            self._blocks.setdefault(paragraph.block, []).append(place)

    def of(self, one: Evidence) -> list[Place]:
        """The lines that evidence points to; of a quote over several lines of a text file the first."""
        if one.page is not None and one.bbox:
            return [place for box, place in self._boxed.get(one.page, ()) if _holds(one.bbox, box)]
        if one.line is not None:
            same = self._numbered.get(one.line, [])
            return [place for place in same if one.quote[:20] in place.text or place.text in one.quote] or same[:1]
        return self._blocks.get(one.block or "", [])


def _holds(wanted: BoundingBox, line: BoundingBox) -> bool:
    """Whether a box lies over most of a line's height and some of its width."""
    high = min(wanted[3], line[3]) - max(wanted[1], line[1])
    wide = min(wanted[2], line[2]) - max(wanted[0], line[0])
    return wide > 0 and high > _WITHIN * (line[3] - line[1])
