"""Lines to paragraphs, by geometry alone: gaps, line ends, indents, type and the marks in front of a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from minutes_cli.readers.pdf.lines import TextLine
from minutes_cli.readers.pdf.markers import is_bullet, is_number, tick_box

# from baseline to baseline in type sizes, where a page has too few lines to tell
USUAL_PITCH = 1.2
# a gap larger than the usual one by this much of the type size parts paragraphs; word processors add 6 pt or more
_EXTRA_GAP = 0.22
# type sizes that differ by this share are different
_SIZE_STEP = 0.12
# edges this near in type sizes are the same edge
_SAME_EDGE = 0.45
# a first line indented by more than this (in type sizes) is no first-line indent
_DEEPEST_INDENT = 6.0
# the next line's first word and a blank must fit with this much to spare (in type sizes) for a break to be deliberate
_SPARE = 0.9
_SENTENCE_ENDS = (".", "!", "?", ":", ";")


@dataclass(frozen=True, slots=True)
class Frame:
    """Between which edges lines run, and the usual distance of two, in type sizes."""

    left: float
    right: float
    pitch: float = USUAL_PITCH


def usual_pitch(lines: Sequence[TextLine], right: float) -> float | None:
    """The distance of lines within paragraphs: of those that run to the right edge to their next."""
    found = [
        (below.bottom - line.bottom) / line.size
        for line, below in zip(lines, lines[1:], strict=False)
        if line.page == below.page and line.size == below.size and line.size > 0 and is_full(line, below, right)
    ]
    found = [pitch for pitch in found if 0.8 < pitch < 3]
    return median(found) if len(found) > 2 else None


def is_full(line: TextLine, below: TextLine, right: float) -> bool:
    """Whether the line had no room for the first word of the next: the break between them is not deliberate."""
    word = below.words[0]
    return line.x1 + word.x1 - word.x0 + (0.25 + _SPARE) * line.size > right


def find_paragraphs(lines: Iterable[TextLine], frame: Frame) -> list[list[TextLine]]:
    """The lines grouped into paragraphs, in the order given."""
    found: list[list[TextLine]] = []
    for line in lines:
        if found and not _begins(line, found[-1], frame):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _begins(line: TextLine, paragraph: list[TextLine], frame: Frame) -> bool:
    above = paragraph[-1]
    size = max(line.size, above.size)
    if line.bottom - above.bottom > (frame.pitch + _EXTRA_GAP) * size or abs(line.size - above.size) > _SIZE_STEP * size:
        return True
    if is_bullet(line.words) or tick_box(line.words):
        return True
    if line.bottom < above.top:  # another column
        return not goes_on(above, line, frame.right)
    if above.words[-1].text.endswith("-") and line.words[0].text[0].islower():
        return False
    if not is_full(above, line, frame.right):
        return True
    return _changes_type(line, above) or _is_numbered(line, paragraph) or _is_indented(line, paragraph)


def _changes_type(line: TextLine, above: TextLine) -> bool:
    if above.bold and not line.words[0].bold:
        return True
    return line.bold and not above.words[-1].bold and above.words[-1].text.endswith(_SENTENCE_ENDS)


def _is_numbered(line: TextLine, paragraph: list[TextLine]) -> bool:
    """Whether the line begins with a number that is no part of a running sentence."""
    if not is_number(line.words):
        return False
    above = paragraph[-1]
    return above.words[-1].text.endswith(_SENTENCE_ENDS) or is_number(paragraph[0].words)


def _is_indented(line: TextLine, paragraph: list[TextLine]) -> bool:
    first = paragraph[0]
    edge = _SAME_EDGE * max(line.size, 8.0)
    if len(paragraph) > 1:
        return abs(line.x0 - paragraph[1].x0) > edge
    if line.x0 > first.x0 + edge:
        return not (_hangs(line, first, edge) or line.words[0].text[0].islower())
    if line.x0 < first.x0 - edge:
        return first.x0 - line.x0 > _DEEPEST_INDENT * line.size or is_bullet(first.words) or is_number(first.words)
    return False


def _hangs(line: TextLine, first: TextLine, edge: float) -> bool:
    """Whether the line begins under a word of the first one: behind a bullet, a number, a label."""
    return any(abs(word.x0 - line.x0) <= edge for word in first.words[1:6])


def goes_on(above: TextLine, line: TextLine, right: float) -> bool:
    """Whether a sentence runs on from one column or page to the next."""
    last, first = above.words[-1].text, line.words[0].text
    if abs(line.size - above.size) > _SIZE_STEP * max(line.size, above.size) or line.bold != above.bold:
        return False
    if is_bullet(line.words) or last.endswith(_SENTENCE_ENDS):
        return False
    return first[0].islower() or (first[0] in "(“‘\"'" and is_full(above, line, right))
