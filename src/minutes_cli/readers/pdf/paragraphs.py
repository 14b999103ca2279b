"""Lines to paragraphs, by geometry alone: gaps, line ends, indents, type and the marks in front of a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutes_cli.readers.pdf.lines import TextLine
from minutes_cli.readers.pdf.markers import is_bullet, is_number, tick_box

# from baseline to baseline in type sizes, where a page has too few lines to tell
USUAL_PITCH = 1.2
# a gap larger than the usual one by this part of the type size parts paragraphs; word processors add 6 pt or more
_EXTRA_GAP = 0.22
# type sizes that differ by this share are different; those of one sentence may differ by a little more
_SIZE_STEP = 0.12
_SIZE_STEP_IN_SENTENCE = 0.25
# edges this near in type sizes are the same edge
_SAME_EDGE = 0.45
# a first line indented by more than this (in type sizes) is no first-line indent
_DEEPEST_INDENT = 6.0
# the next line's first word and a blank must fit with this much to spare (in type sizes) for a break to be deliberate
_SPARE = 0.3
# a line that fills this share of its frame and stops in the middle of a sentence goes on below
_MOSTLY_FULL = 0.75
# blanks wider than this (in type sizes) are tabs: what is right of them stands in a column
TAB = 2.5
# a label has no more words
_LONGEST_LABEL = 2
_SENTENCE_ENDS = (".", "!", "?", ":", ";")
_OPENING = "(“‘\"'"


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
        for line, below in pairwise(lines)
        if line.page == below.page and line.size == below.size and line.size > 0 and is_full(line, below, right)
    ]
    found = sorted(pitch for pitch in found if 0.8 < pitch < 3)
    middle = len(found) // 2
    return (found[middle] + found[~middle]) / 2 if len(found) > 2 else None


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
    if line.page != above.page or line.bottom < above.top:  # another page or column
        return not goes_on(above, line, frame.right)
    if line.bottom - above.bottom > (frame.pitch + _EXTRA_GAP) * size:
        return True
    if is_bullet(line.words) or tick_box(line.words):
        return True
    if _in_sentence(above, line) and _mostly_full(above, frame):
        return False
    if abs(line.size - above.size) > _SIZE_STEP * size or not is_full(above, line, frame.right):
        return True
    return (
        _changes_type(line, paragraph)
        or _is_numbered(line, paragraph)
        or _is_labelled(line, above)
        or _is_indented(line, paragraph)
        or _leaves_column(line, above)
    )


def _in_sentence(above: TextLine, line: TextLine) -> bool:
    """Whether the line cannot be the start of anything: it starts in lower case, and no sentence ends above."""
    if not line.words[0].text[0].islower() or above.words[-1].text.endswith(_SENTENCE_ENDS):
        return False
    if is_number(line.words):
        return False
    return abs(line.size - above.size) <= _SIZE_STEP_IN_SENTENCE * max(line.size, above.size)


def _mostly_full(line: TextLine, frame: Frame) -> bool:
    return line.x1 - frame.left >= _MOSTLY_FULL * (frame.right - frame.left) or line.words[-1].text.endswith("-")


def _changes_type(line: TextLine, paragraph: list[TextLine]) -> bool:
    """Whether a heading ends above, or a heading or a bold run-in heading starts here."""
    above = paragraph[-1]
    if above.bold:
        return not line.words[0].bold
    if above.words[-1].bold or not line.words[0].bold or not line.words[0].text[0].isupper():
        return False
    return abs(line.x0 - paragraph[0].x0) <= _SAME_EDGE * line.size


def _is_numbered(line: TextLine, paragraph: list[TextLine]) -> bool:
    """Whether the line begins with a number that is no part of a running sentence."""
    if not is_number(line.words):
        return False
    above = paragraph[-1]
    if above.words[-1].text.endswith(_SENTENCE_ENDS):
        return True
    return is_number(paragraph[0].words) and abs(line.x0 - paragraph[0].x0) <= line.size


def _is_labelled(line: TextLine, above: TextLine) -> bool:
    """Whether a label begins the line where a sentence has ended above: "Decision: …", "Action 12: …"."""
    if not above.words[-1].text.endswith((".", "!", "?")) or not line.words[0].text[0].isupper():
        return False
    return any(word.text.endswith(":") for word in line.words[:_LONGEST_LABEL])


def _is_indented(line: TextLine, paragraph: list[TextLine]) -> bool:
    first = paragraph[0]
    edge = _SAME_EDGE * max(line.size, 8.0)
    if len(paragraph) > 1:
        return abs(line.x0 - paragraph[1].x0) > edge
    if line.x0 > first.x0 + edge:
        return not _hangs(line, first, edge)
    if line.x0 < first.x0 - edge:
        return first.x0 - line.x0 > _DEEPEST_INDENT * line.size or is_bullet(first.words) or is_number(first.words)
    return False


def _hangs(line: TextLine, first: TextLine, edge: float) -> bool:
    """Whether the line begins under a word of the first one: behind a bullet, a number, a label."""
    return any(abs(word.x0 - line.x0) <= edge for word in first.words[1:6])


def _leaves_column(line: TextLine, above: TextLine) -> bool:
    """Whether the line above ends behind a tab and this one does not go on under its last part."""
    parts = above.parts(TAB * above.size)
    marked = len(parts[0].words) == 1 and (is_number(parts[0].words) or is_bullet(above.words))
    if len(parts) < 2 + marked:
        return False
    return abs(line.x0 - parts[-1].x0) > _SAME_EDGE * line.size or len(line.parts(TAB * line.size)) > 1


def goes_on(above: TextLine, line: TextLine, right: float) -> bool:
    """Whether a sentence runs on from one column or page to the next."""
    last, first = above.words[-1].text, line.words[0].text
    if abs(line.size - above.size) > _SIZE_STEP * max(line.size, above.size) or line.bold != above.bold:
        return False
    if is_bullet(line.words) or is_number(line.words) or last.endswith(_SENTENCE_ENDS):
        return False
    return first[0].islower() or (first[0] in _OPENING and is_full(above, line, right))
