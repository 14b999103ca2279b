"""Which parts of a document ended in a field, and which in none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from minutes_cli.model.coverage import FATES, Coverage, Fate, Part
from minutes_cli.model.document import Document
from minutes_cli.model.minutes import Minutes
from minutes_cli.model.tracing import SourceLine, Stretch, box_of
from minutes_cli.tracing.claims import Finder, find_claims
from minutes_cli.tracing.heads import column_heads
from minutes_cli.tracing.kept import find_kept
from minutes_cli.tracing.lines import source_lines

# Fewer words than this beside what was read from a line go with it: "Present:", "and", "Motion carried".
_LEAST_REST = 4
_FURNITURE = ("header", "footer", "footnote")
_WORD = re.compile(r"\S*[^\W_]\S*")

# What one character became: its fate and the pointer of the value or item.
_Mark = tuple[Fate, tuple[str, ...]]
_NOTHING: _Mark = ("unknown", ())


def cover(document: Document, minutes: Minutes) -> Coverage:
    """Lay the evidence of `minutes` and the paragraphs of its items over the document that they were read from."""
    lines = source_lines(document)
    parts = tuple(_joined(_pieces(lines, _marks(lines, minutes))))
    words = {fate: sum(part.words for part in parts if part.fate == fate) for fate in FATES}
    told = sum(words.values()) - words["furniture"]
    share = round(words["unknown"] / told, 4) if told else 0.0
    return Coverage(source=minutes.source, words=words, unknown_share=share, parts=parts)


def _marks(lines: Sequence[SourceLine], minutes: Minutes) -> list[list[_Mark]]:
    """What each character of each line became; the paths of several values of one character in their order."""
    furniture: _Mark = ("furniture", ())
    marks = [[furniture if s.paragraph.role in _FURNITURE else _NOTHING] * len(s.text) for s in lines]
    for item, stretch in find_kept(lines, minutes.items):
        _set(marks, stretch, ("item_text", (f"/items/{item}",)))
    for claim in find_claims(Finder(lines), minutes):
        for stretch in claim.stretches:
            line = marks[stretch.line]
            for at in range(stretch.start, stretch.end):
                fate, paths = line[at]
                if fate != "claimed":
                    line[at] = ("claimed", (claim.path,))
                elif claim.path not in paths:
                    line[at] = ("claimed", (*paths, claim.path))
    read = {index for index, line in enumerate(marks) if any(mark[0] == "claimed" for mark in line)}
    for index in column_heads(lines, read):
        marks[index] = [("claimed", ())] * len(marks[index])
    return marks


def _set(marks: list[list[_Mark]], stretch: Stretch, mark: _Mark) -> None:
    marks[stretch.line][stretch.start : stretch.end] = [mark] * (stretch.end - stretch.start)


def _pieces(lines: Sequence[SourceLine], marks: Sequence[Sequence[_Mark]]) -> Iterator[tuple[SourceLine, Part]]:
    """Each line cut where the fate of its characters changes; a few words beside what was read go with it."""
    for source, line in zip(lines, marks, strict=True):
        words = [(found, _mark_of(line[found.start() : found.end()])) for found in _WORD.finditer(source.text)]
        runs = [(fate, list(group)) for fate, group in groupby(words, key=lambda word: word[1][0])]
        claimed = any(fate == "claimed" for fate, _ in runs)
        fates: list[Fate] = [
            "claimed" if claimed and fate != "furniture" and len(run) < _LEAST_REST else fate for fate, run in runs
        ]
        for fate, group in groupby(zip(fates, runs, strict=True), key=lambda pair: pair[0]):
            inside = [word for _, (_, run) in group for word in run]
            start, end = inside[0][0].start(), inside[-1][0].end()
            place = source.place(start, end)
            own = [paths for _, (was, paths) in inside if was == fate]
            paths = tuple(dict.fromkeys(path for known in own for path in known))
            yield (
                source,
                Part(
                    fate=fate,
                    paths=paths,
                    page=place.page,
                    bbox=place.bbox,
                    line=place.line,
                    block=place.block,
                    words=len(inside),
                    text=" ".join(place.quote.split()),
                ),
            )


def _mark_of(characters: Sequence[_Mark]) -> _Mark:
    """A word is claimed if any of its characters is: a full stop or bracket behind it belongs to it."""
    for fate in FATES:
        found = [mark for mark in characters if mark[0] == fate]
        if found:
            return fate, tuple(dict.fromkeys(path for _, paths in found for path in paths))
    return _NOTHING


def _joined(pieces: Iterator[tuple[SourceLine, Part]]) -> Iterator[Part]:
    """Pieces of one paragraph on one page that became the same thing, as one."""
    known: tuple[SourceLine, Part] | None = None
    for source, piece in pieces:
        if known and known[0].paragraph is source.paragraph and _same(known[1], piece):
            known = (source, _both(known[1], piece))
            continue
        if known:
            yield known[1]
        known = (source, piece)
    if known:
        yield known[1]


def _same(one: Part, two: Part) -> bool:
    return (one.fate, one.paths, one.page) == (two.fate, two.paths, two.page)


def _both(one: Part, two: Part) -> Part:
    boxes = [box for box in (one.bbox, two.bbox) if box is not None]
    return one.model_copy(
        update={
            "bbox": box_of(boxes) if boxes else None,
            "words": one.words + two.words,
            "text": f"{one.text} {two.text}",
        }
    )
