"""How the parser saw a document: each line with its part of the record, its label and the values read from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from minutes_cli.model.pointer import steps
from minutes_cli.model.tracing import (
    Claim,
    Explanation,
    HeadingScore,
    Label,
    Reading,
    SeenLine,
    Sight,
    SourceLine,
    Zone,
)
from minutes_cli.tracing.claims import Finder, find_claims
from minutes_cli.tracing.heads import column_heads
from minutes_cli.tracing.hints import with_hints
from minutes_cli.tracing.kept import find_kept
from minutes_cli.tracing.labels import in_order
from minutes_cli.tracing.lines import source_lines
from minutes_cli.tracing.rows import printed_rows

_FURNITURE = ("header", "footer", "footnote")
_PEOPLE = ("attendance", "people")


def explain(reading: Reading) -> Explanation:
    """Lay the values of a reading, and how the parser saw its passages, over the lines of its document."""
    minutes = reading.minutes
    lines = source_lines(reading.document)
    claims = find_claims(Finder(lines), minutes)
    on_line: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        for index in dict.fromkeys(stretch.line for stretch in claim.stretches):
            on_line[index].append(claim)
    heads = set(column_heads(lines, on_line))
    kept = {stretch.line: item for item, stretch in find_kept(lines, minutes.items)}
    sights = _Sights(reading.sights)
    seen: list[SeenLine] = []
    current: int | None = None
    for index, source in enumerate(lines):
        found = in_order(on_line[index])
        label = "column head" if index in heads else _label(source, found, index in kept)
        if label == "heading":
            current = _item_of(found)
        table, score = sights.of(source)
        item = None if label == "furniture" else current
        seen.append(SeenLine(source, label, "header", item, found, score, table))
    hinted = tuple(with_hints(tuple(_zoned(seen))))
    return Explanation(minutes, reading.document, hinted, tuple(printed_rows(lines)), claims)


def _label(source: SourceLine, claims: Sequence[Claim], kept: bool) -> Label:
    if source.paragraph.role in _FURNITURE:
        return "furniture"
    if claims and not claims[0].reference:
        return claims[0].label
    return "prose" if kept else "unknown"


def _item_of(claims: Sequence[Claim]) -> int:
    """The index of the item whose heading a line is."""
    return next(int(steps(claim.path)[1]) for claim in claims if claim.label == "heading")


class _Sights:
    """The parser's sights by the paragraph they are of."""

    def __init__(self, sights: Sequence[Sight]) -> None:
        self._of_paragraph: dict[int, list[Sight]] = defaultdict(list)
        for sight in sights:
            self._of_paragraph[id(sight.paragraph)].append(sight)

    def of(self, source: SourceLine) -> tuple[str | None, HeadingScore | None]:
        """The purpose of the table that the line stands in, and the score of the passage that begins on it."""
        end = source.start + len(source.text)
        table, score = None, None
        for sight in self._of_paragraph[id(source.paragraph)]:
            if sight.start < end and sight.end > source.start:
                table = sight.table or table
            if source.start <= sight.start < end:
                score = sight.heading or score
        return table, score


def _zoned(lines: Sequence[SeenLine]) -> Iterator[SeenLine]:
    """The lines with the part of the record that each stands in."""
    people = [number for number, line in enumerate(lines) if line.item is None and line.label == "attendee"]
    # an item whose text begins with the next meeting is about nothing else
    closing = {
        below.item
        for above, below in pairwise(line for line in lines if line.item is not None)
        if above.label == "heading" and above.item == below.item and below.label == "next meeting"
    }
    for number, line in enumerate(lines):
        among_people = bool(people) and people[0] <= number <= people[-1]
        yield replace(line, zone=_zone(line, among_people, line.item in closing))


def _zone(line: SeenLine, among_people: bool, closing: bool) -> Zone:
    if line.label == "furniture":
        return "furniture"
    if line.table in _PEOPLE or among_people:
        return "attendance"
    if line.table == "actions":
        return "actions"
    if line.label == "next meeting" or closing:
        return "next meeting"
    return "header" if line.item is None and line.table != "items" else "items"
