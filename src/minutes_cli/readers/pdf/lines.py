"""Words to printed lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from minutes_cli.model.document import Word

# words share a line when they overlap by this part of the lower one's height; raised ordinals overlap by two thirds
_SAME_LINE = 0.5
# pieces nearer than this part of the type size are one word: blanks of the tightest set text are twice as wide
_SAME_WORD = 0.08


class TextLine:
    """One printed line, words from left to right; `page` is the page's number."""

    __slots__ = ("bottom", "page", "size", "top", "words", "x0", "x1")

    def __init__(self, words: list[Word], page: int) -> None:
        self.words = words
        self.page = page
        self.x0 = words[0].x0
        self.x1 = max(word.x1 for word in words[-3:])
        size = words[0].size
        for word in words:
            if word.size != size:
                size = _usual_size(words)
                break
        self.size = size
        main = words[0]
        if main.size != size:
            main = next(word for word in words if word.size == size)
        self.top, self.bottom = main.top, main.bottom

    @property
    def text(self) -> str:
        return " ".join([word.text for word in self.words])

    @property
    def bold(self) -> bool:
        """Whether the whole line is bold."""
        return all(word.bold for word in self.words)

    def parts(self, gap: float) -> list[TextLine]:
        """The line cut wherever its words stand at least `gap` points apart."""
        found: list[TextLine] = []
        start = 0
        for index in range(1, len(self.words)):
            if self.words[index].x0 - self.words[index - 1].x1 >= gap:
                found.append(TextLine(self.words[start:index], self.page))
                start = index
        if not start:
            return [self]
        found.append(TextLine(self.words[start:], self.page))
        return found


def find_lines(words: Iterable[Word], page: int) -> list[TextLine]:
    """The printed lines that the words make up, from top to bottom."""
    rows: list[list[Word]] = []
    top = bottom = 0.0
    row: list[Word] = []
    for word in sorted(words, key=_middle):
        _, _, w_top, _, w_bottom, _, _ = word
        height = w_bottom - w_top
        if row:
            shared = min(bottom, w_bottom) - max(top, w_top)
            if shared >= _SAME_LINE * min(height, bottom - top):
                row.append(word)
                if height > bottom - top:
                    top, bottom = w_top, w_bottom
                continue
        row = [word]
        rows.append(row)
        top, bottom = w_top, w_bottom
    return [TextLine(_whole_words(row), page) for row in rows]


def _middle(word: Word) -> float:
    return word.top + word.bottom


def _left(word: Word) -> float:
    return word.x0


def _whole_words(row: list[Word]) -> list[Word]:
    """The row from left to right, with pieces of one word ("29" and a raised "th") put together."""
    row.sort(key=_left)
    edge = row[0].x1
    for word in row[1:]:
        if word.x0 - edge < _SAME_WORD * word.size:
            break
        edge = word.x1
    else:
        return row
    whole = [row[0]]
    for word in row[1:]:
        last = whole[-1]
        size = min(last.size, word.size)
        if -size < word.x0 - last.x1 < _SAME_WORD * size:
            big = max(last, word, key=_size)
            whole[-1] = Word(
                last.text + word.text,
                last.x0,
                min(last.top, word.top),
                max(last.x1, word.x1),
                max(last.bottom, word.bottom),
                big.size,
                big.bold,
            )
        else:
            whole.append(word)
    return whole


def _size(word: Word) -> float:
    return word.size


def _usual_size(words: Sequence[Word]) -> float:
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.size] += len(word.text)
    return sizes.most_common(1)[0][0]
