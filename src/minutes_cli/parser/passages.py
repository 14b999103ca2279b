"""The parser's view of a document: passages in reading order, and text that knows where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from minutes_cli.model.document import Paragraph, Place
from minutes_cli.parser.tables import View
from minutes_cli.text.numbering import find_number

_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9•@])")
_NO_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Cllr|Cllrs|Supt|Insp|Sgt|Ch|Rev|Hon|Jr|Sr|No|Nos|Ltd|Inc|Co|Corp|vs|etc|approx|Ave|"
    r"Rd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun|dept|ref|cf|viz|"
    r"i\.e|e\.g)|(?:^|\s|\(|\b[A-Z]\.)[A-Z]|^\(?\d{1,3})[.!?]$"
)
# An abbreviation stands in so many characters before the full stop; no more are looked at.
_ABBREVIATION_REACH = 12
_MARKS = " :.–-"
# A piece is struck out when this share of it is: the line seldom covers the last full stop.
_STRUCK = 0.6
# A list's number stands in so many characters.
_NUMBER_REACH = 40


@dataclass(slots=True, unsafe_hash=True)
class Text:
    """Some characters of a paragraph: what they say and, through `places`, where they stand.

    Nothing changes one; that is not enforced, because every step makes many and it would make each three times slower.
    """

    paragraph: Paragraph
    start: int
    end: int

    def __str__(self) -> str:
        return self.paragraph.text[self.start : self.end]

    @property
    def places(self) -> tuple[Place, ...]:
        return self.paragraph.places(self.start, self.end)

    def __getitem__(self, span: slice) -> Text:
        """The same slice as of the string, white space at its ends left out."""
        first, last, _ = span.indices(self.end - self.start)
        paragraph = self.paragraph
        return Text(paragraph, *_bare(paragraph.text, self.start + first, self.start + last))

    def __bool__(self) -> bool:
        return self.end > self.start

    def __len__(self) -> int:
        return self.end - self.start

    def group(self, found: re.Match[str], name: str | int = 0) -> Text:
        """What a group of a match holds, where the match is one of this text's string or of its beginning."""
        return self[found.start(name) : found.end(name)]

    def strip(self, characters: str) -> Text:
        value = str(self)
        first = len(value) - len(value.lstrip(characters))
        return self[first : max(first, len(value.rstrip(characters)))]

    @property
    def strong(self) -> bool:
        """Whether nearly all of it is bold or underlined."""
        return self.strong_until >= len(str(self).rstrip(_MARKS))

    @property
    def strong_until(self) -> int:
        """How many characters at its beginning are bold or underlined."""
        reached = self.start
        for first, last in self.paragraph.strong:
            if last <= reached:
                continue
            if self.paragraph.text[reached:first].strip(_MARKS):
                break
            reached = max(reached, last)
        return min(reached, self.end) - self.start

    @property
    def struck(self) -> bool:
        """Whether most of it is struck out."""
        covered = sum(
            min(b, self.end) - max(a, self.start) for a, b in self.paragraph.struck if b > self.start and a < self.end
        )
        return covered > _STRUCK * max(1, len(self))

    @property
    def struck_until(self) -> int:
        """How many characters at its beginning are struck out."""
        return next((min(b, self.end) - self.start for a, b in self.paragraph.struck if a <= self.start < b), 0)

    def lines(self) -> Iterator[Text]:
        """Its printed lines."""
        for line, at in zip(self.paragraph.lines, self.paragraph.starts, strict=True):
            first, last = max(at, self.start), min(at + len(line.text), self.end)
            if first < last and self.paragraph.text[first:last].strip():
                yield Text(self.paragraph, first, last)[:]

    def sentences(self) -> Iterator[Text]:
        """Its sentences; abbreviations and initials end none."""
        paragraph, at = self.paragraph, self.start
        return iter([Text(paragraph, at + start, at + end) for start, end in _sentence_spans(str(self))])


@lru_cache(maxsize=4096)
def _sentence_spans(value: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a text stand, without the white space around them.

    One step after the other asks for those of the same text.
    """
    spans, start = [], 0
    for found in _SENTENCE_END.finditer(value):
        end = found.start() + 1
        if _NO_END.search(value[max(start, end - _ABBREVIATION_REACH) : end]):
            continue
        spans.append(_bare(value, start, found.end()))
        start = found.end()
    if value[start:].strip():
        spans.append(_bare(value, start, len(value)))
    return tuple(spans)


def _bare(value: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its ends."""
    if start < end and (value[start].isspace() or value[end - 1].isspace()):
        part = value[start:end]
        start += len(part) - len(part.lstrip())
        end = start + len(part.strip())
    return start, max(start, end)


def whole(paragraph: Paragraph) -> Text:
    """All of a paragraph, without the white space at its ends."""
    return Text(paragraph, 0, len(paragraph.text))[:]


@dataclass(eq=False, slots=True)
class Passage:
    """A stretch of the record in reading order: a paragraph, or a part of one that stands by itself.

    label    number or bullet in front of it that is not in its text; `label_text` is where it is printed, if it is
    view     the table it stands in, with its row and column from 1
    opening  whether it is the first of a row of a table of items, with a number of its own
    """

    text: Text
    index: int = 0
    label: str = ""
    label_text: Text | None = None
    view: View | None = None
    row: int = 0
    column: int = 0
    opening: bool = False

    def __str__(self) -> str:
        return str(self.text)

    @property
    def paragraph(self) -> Paragraph:
        return self.text.paragraph

    @property
    def body(self) -> Text:
        """The text without a list's number in front of it: "(a) Roe to write" is a task of Roe's."""
        number = find_number(str(self.text)[:_NUMBER_REACH])
        return self.text[number.end :] if number and number.marked and number.end < len(self.text) else self.text

    @property
    def tabular(self) -> bool:
        """Whether it stands in a table that is no running text."""
        return self.view is not None and self.view.kind not in ("items", "prose")


def stretches(text: Text) -> Iterator[Text]:
    """The parts between line breaks within one line of the source, as `<br>` in a cell makes them."""
    lines = list(text.lines())
    first = 0
    for place in range(1, len(lines)):
        if _number(lines[place]) is not None and _number(lines[place - 1]) == _number(lines[place]):
            yield text[lines[first].start - text.start : lines[place - 1].end - text.start]
            first = place
    yield text[lines[first].start - text.start :]


def _number(line: Text) -> int | None:
    return line.places[0].line if line.places else None
