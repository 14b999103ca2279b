"""Words to printed lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from minutes_cli.model.document import Word

# words share a line when they overlap by this part of the lower one's height; raised ordinals overlap by two thirds
_SAME_LINE = 0.5
# a raised or lowered piece ("th" of "29th") belongs to the word that it is nearer to than this part of the type size
_SAME_WORD = 0.1
# two words of one line overlap sideways by less than this part of the narrower one, else they are of two lines
_OVERLAP = 0.3
# baselines that differ by less than this part of the type size are one
_SAME_BASE = 0.25


class TextLine:
    """One printed line, words from left to right; `page` is the page's number."""

    __slots__ = ("bottom", "page", "size", "top", "words", "x0", "x1")

    def __init__(self, words: list[Word], page: int) -> None:
        self.words = words
        self.page = page
        self.x0 = words[0].x0
        self.x1 = max([word.x1 for word in words[-3:]])
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
        cuts = [index for index in range(1, len(self.words)) if self.words[index].x0 - self.words[index - 1].x1 >= gap]
        if not cuts:
            return [self]
        edges = [0, *cuts, len(self.words)]
        return [TextLine(self.words[a:b], self.page) for a, b in pairwise(edges)]


def find_lines(words: Iterable[Word], page: int) -> list[TextLine]:
    """The printed lines that the words make up, from top to bottom."""
    rows: list[list[Word]] = []
    top = bottom = 0.0
    row: list[Word] = []
    for word in sorted(words, key=_middle):
        _, _, w_top, _, w_bottom, _, _, _ = word
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
    return [TextLine(_whole_words(part), page) for row in rows for part in _untangled(row)]


def find_turned_lines(words: Iterable[Word], page: int) -> list[TextLine]:
    """The lines of words that do not stand upright, in the order of the file."""
    rows: list[list[Word]] = []
    for word in words:
        if rows:
            last = rows[-1][-1]
            narrower = min(word.x1 - word.x0, last.x1 - last.x0)
            if min(word.x1, last.x1) - max(word.x0, last.x0) >= _SAME_LINE * narrower:
                rows[-1].append(word)
                continue
        rows.append([word])
    return [TextLine(row, page) for row in rows]


def _middle(word: Word) -> float:
    return word.top + word.bottom


def _left(word: Word) -> float:
    return word.x0


def _bottom(word: Word) -> float:
    return word.bottom


def _untangled(row: list[Word]) -> list[list[Word]]:
    """The row from left to right; where large type stands beside several small lines, each line on its own."""
    row.sort(key=_left)
    for (_, x0, _, x1, *_), (_, after_x0, _, after_x1, *_) in pairwise(row):
        if x1 > after_x0 and x1 - after_x0 > _OVERLAP * min(x1 - x0, after_x1 - after_x0):
            break
    else:
        return [row]
    lines: list[list[Word]] = []
    for word in sorted(row, key=_bottom):
        if lines and word.bottom - lines[-1][-1].bottom < _SAME_BASE * min(word.size, lines[-1][-1].size):
            lines[-1].append(word)
        else:
            lines.append([word])
    for line in lines:
        line.sort(key=_left)
    return lines


def _whole_words(row: list[Word]) -> list[Word]:
    """The row with pieces of one word ("29" and a raised "th") put together."""
    size = row[0].size
    for word in row:
        if word.size != size:
            break
    else:
        return row
    whole = [row[0]]
    for piece, word in pairwise(row):
        last = whole[-1]
        size = min(piece.size, word.size)
        # compared with the piece before it, not with the word so far: the comma of "29th," is set like the "29"
        if word.size != piece.size and word.bottom != piece.bottom and -size < word.x0 - piece.x1 < _SAME_WORD * size:
            main = max(last, word, key=lambda part: part.size)
            whole[-1] = main._replace(text=last.text + word.text, x0=last.x0, top=min(last.top, word.top), x1=word.x1)
        else:
            whole.append(word)
    return whole


def _usual_size(words: Sequence[Word]) -> float:
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.size] += len(word.text)
    return sizes.most_common(1)[0][0]
