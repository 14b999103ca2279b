"""Where the paragraphs that items keep stand in the document: they are values without evidence of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes_cli.model.minutes import Item
from minutes_cli.model.tracing import SourceLine, Stretch

# A paragraph is looked for so many paragraphs ahead before the whole document is searched.
_AHEAD = 60


class _Paragraph:
    """One paragraph of the document with white space folded."""

    def __init__(self, indices: list[int], lines: Sequence[SourceLine]) -> None:
        self.indices = indices
        self._lines = [lines[i] for i in indices]
        self._raw = self._lines[0].paragraph.text
        self.text = " ".join(self._raw.split())

    def stretches(self, start: int, end: int) -> Iterator[Stretch]:
        """The stretches of lines behind `text[start:end]`."""
        first, last = self._offset(start), self._offset(end - 1) + 1
        for index, source in zip(self.indices, self._lines, strict=True):
            begin, stop = max(first - source.start, 0), min(last - source.start, len(source.text))
            if begin < stop and source.text[begin:stop].strip():
                yield Stretch(index, begin, stop)

    def _offset(self, folded: int) -> int:
        """The offset in the paragraph's own text of a character that is not white space."""
        if len(self._raw) == len(self.text):
            return folded
        words = self.text[: folded + 1].split(" ")
        at = 0
        for word in words[:-1]:
            at = self._raw.index(word, at) + len(word)
        return self._raw.index(words[-1], at) + len(words[-1]) - 1


def find_kept(lines: Sequence[SourceLine], items: Sequence[Item]) -> Iterator[tuple[int, Stretch]]:
    """The index of the item and the stretch, for each line of each paragraph that an item keeps."""
    together: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        together.setdefault(id(line.paragraph), []).append(index)
    paragraphs = [_Paragraph(indices, lines) for indices in together.values()]
    at, offset = 0, 0
    for number, item in enumerate(items):
        for text in item.paragraphs:
            found = _find(paragraphs, text, at, offset)
            if found is None:
                continue
            at, start = found
            offset = start + len(text)
            for stretch in paragraphs[at].stretches(start, offset):
                yield number, stretch


def _find(paragraphs: Sequence[_Paragraph], text: str, at: int, offset: int) -> tuple[int, int] | None:
    """The paragraph that holds `text` and where: the next one, else the first of all."""
    if not text:
        return None
    for place in (*range(at, min(at + _AHEAD, len(paragraphs))), *range(len(paragraphs))):
        start = paragraphs[place].text.find(text, offset if place == at else 0)
        if start >= 0:
            return place, start
    return None
