"""Hard-wrapped lines -> paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from minutes_cli.model.document import Line, Paragraph
from minutes_cli.readers.plain.lines import (
    SourceLine,
    begins_lower,
    ends_sentence,
    is_address,
    is_label,
    is_page_number,
    is_unfinished,
    line_of,
    split_box,
    split_bullet,
    starts_with_number,
)

# a character of typewriter type at ten points, to give indents in points
CHARACTER_PT = 6.0
# a line that goes on is not shorter than this part of the wrap width
_LONG_ENOUGH = 0.5
# wrapping by hand is ragged: lines within this part of the longest count as full
_RAGGED = 0.8
# nobody wraps prose narrower or wider than this
_LEAST_WIDTH = 40
_MOST_WIDTH = 120
# two lines of like length may be so by chance
_LEAST_EVEN = 3
# a line that sticks out further than this over the wrap width was not wrapped: where it ends, its author ended it
_OVERHANG = 1.15


def wrap_width(lines: Sequence[SourceLine]) -> int:
    """The width at which the text is wrapped, as seen in lines that go on in lower case; 0 for text that is not."""
    widths = sorted(
        len(a.text.expandtabs(8))
        for a, b in pairwise(lines)
        if not a.is_blank and _begins_inside(b.text.strip()) and not ends_sentence(a.text)
    )
    return widths[len(widths) * 9 // 10] if widths else 0


def _begins_inside(text: str) -> bool:
    """Whether a line begins in lower case within a sentence: "a) Elections" begins a list."""
    return begins_lower(text) and not starts_with_number(text)


@dataclass
class _Open:
    """A paragraph that is being gathered."""

    first: SourceLine
    label: str | None
    checked: bool | None
    level: int
    lines: list[Line] = field(default_factory=list)
    last: SourceLine = field(init=False)

    def __post_init__(self) -> None:
        self.last = self.first

    def add(self, line: SourceLine, text: str) -> None:
        """Takes one more line, of which `text` is left without bullet and box."""
        if self.lines and not self.lines[-1].text:
            # a bullet alone on its line
            self.lines.pop()
        self.lines.append(line_of(text, line.number))
        self.last = line

    def close(self) -> Paragraph:
        return Paragraph(
            tuple(self.lines),
            label=self.label,
            checked=self.checked,
            level=self.level,
            indent=self.first.indent * CHARACTER_PT,
        )


class Gatherer:
    """Gathers lines into paragraphs; keeps the nesting of lists from one run of lines to the next."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._stack: list[int] = []

    def paragraphs(self, run: Sequence[SourceLine]) -> Iterator[Paragraph]:
        """The paragraphs of lines without a blank line between them."""
        evenly = _is_evenly_wrapped(run)
        current: _Open | None = None
        for line in run:
            text = line.text.strip()
            if is_page_number(text):
                if current:
                    yield current.close()
                    current = None
                yield Paragraph((line.as_line(),), role="footer")
                continue
            label, rest = split_bullet(text)
            checked, rest = split_box(rest)
            if current and label is None and checked is None and self._goes_on(current, line, text, evenly):
                current.add(line, text)
                continue
            if current:
                yield current.close()
            level = self._level(line.indent, label is not None)
            current = _Open(line, label, checked, level)
            current.add(line, rest)
        if current:
            yield current.close()

    def _level(self, indent: int, is_item: bool) -> int:
        while self._stack and self._stack[-1] > indent:
            self._stack.pop()
        if not is_item:
            if self._stack and self._stack[-1] == indent:
                self._stack.pop()
            return len(self._stack) - 1 if self._stack else 0
        if not self._stack or self._stack[-1] < indent:
            self._stack.append(indent)
        return len(self._stack) - 1

    def _goes_on(self, current: _Open, line: SourceLine, text: str, evenly: bool) -> bool:
        """Whether the line belongs to the paragraph above it."""
        last = current.last
        before = last.text.strip()
        if not current.lines[-1].text:
            return True
        if is_unfinished(before):
            return not is_label(text)
        if is_address(text) or is_address(before) or before.endswith((":", ";")):
            return False
        ended = ends_sentence(before)
        length = len(last.text.expandtabs(8))
        full = self._width < length + 1 + len(text.split(None, 1)[0]) and length <= _OVERHANG * self._width
        first, deeper = last is current.first, line.indent - current.first.indent
        if is_label(text) and (ended or not full or is_label(current.first.text.strip())):
            return False
        if starts_with_number(text) and (ended or not full):
            return False
        if begins_lower(text) and not ended:
            return length >= _LONG_ENOUGH * self._width or deeper > 0
        if first and deeper > 0 and is_label(before):
            return self._width > 0 and length >= _RAGGED * self._width
        if deeper < 0 or (line.indent > last.indent and not first):
            return False
        return full or evenly


def _is_evenly_wrapped(run: Sequence[SourceLine]) -> bool:
    """Whether all lines but the last are about as long as the longest, and one goes on in lower case."""
    texts = [line.text.strip() for line in run]
    longest = max(map(len, texts), default=0)
    if len(run) < _LEAST_EVEN or not _LEAST_WIDTH <= longest <= _MOST_WIDTH:
        return False
    # a list of names and offices may have lines of like length, too
    return min(map(len, texts[:-1])) >= _RAGGED * longest and any(map(begins_lower, texts[1:]))
