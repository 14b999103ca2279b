"""Hard-wrapped lines -> paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from minutes_cli.model.document import Line, Paragraph
from minutes_cli.readers.lines import (
    SourceLine,
    begins_lower,
    ends_sentence,
    is_label,
    is_page_number,
    is_unfinished,
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
# narrower than this nobody wraps prose
_LEAST_WIDTH = 40
_ADDRESS = re.compile(r"<?(?:https?|ftp)://\S+>?$")


def wrap_width(lines: Sequence[SourceLine]) -> int:
    """The width at which the text is wrapped, as seen in lines that go on in lower case; 0 for text that is not."""
    widths = sorted(
        len(a.text.expandtabs(8))
        for a, b in pairwise(lines)
        if not a.is_blank and begins_lower(b.text.strip()) and not ends_sentence(a.text)
    )
    return widths[len(widths) * 9 // 10] if widths else 0


@dataclass
class _Open:
    """A paragraph that is being gathered."""

    first: SourceLine
    label: str | None
    checked: bool | None
    body_indent: int
    level: int
    lines: list[Line] = field(default_factory=list)
    last: SourceLine | None = None

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
                current.lines.append(line.as_line())
                current.last = line
                continue
            if current:
                yield current.close()
            level = self._level(line.indent, label is not None)
            current = _Open(line, label, checked, line.indent + len(text) - len(rest), level)
            current.last = line
            current.lines.append(Line(" ".join(rest.split()), number=line.number))
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
        last = current.last or current.first
        before = last.text.strip()
        unfinished = is_unfinished(before)
        ended = ends_sentence(before)
        if _ADDRESS.match(text):
            return unfinished
        if not current.lines[-1].text:
            return False
        length = len(last.text.expandtabs(8))
        full = bool(self._width) and length + 1 + len(text.split(None, 1)[0]) > self._width
        first = last is current.first
        steady = line.indent == last.indent or (first and line.indent >= current.body_indent - 1) or first
        if (starts_with_number(text) or is_label(text)) and not (full and not ended and steady) and not unfinished:
            return False
        if unfinished and not ended:
            return True
        if begins_lower(text) and not ended and not before.endswith((":", ";")):
            return length >= _LONG_ENOUGH * self._width or line.indent > current.first.indent
        if line.indent > last.indent and not first:
            return False
        if before.endswith(":") and not full:
            return False
        return steady and (full or evenly) and not (line.indent < current.first.indent)


def _is_evenly_wrapped(run: Sequence[SourceLine]) -> bool:
    """Whether all lines but the last are about as long as the longest."""
    widths = [len(line.text.strip()) for line in run[:-1]]
    return (
        len(widths) >= 2
        and max(widths) >= _LEAST_WIDTH
        and min(widths) >= _RAGGED * max(widths)
        and len(run[-1].text.strip()) <= max(widths)
        and max(widths) <= 3 * _LEAST_WIDTH
    )
