"""Several meetings in one file: where each begins, and the minutes of each.

A file is cut only where a title block begins and what stands on either side reads as a meeting of its own: with another
date, with people and items, or as an agenda. What does not is left whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from minutes_cli.model.document import Block, Document, Paragraph
from minutes_cli.model.minutes import Minutes
from minutes_cli.parser import parse_document
from minutes_cli.parser.kinds import AGENDA
from minutes_cli.parser.labels import Labels
from minutes_cli.parser.laid_out import is_laid_out
from minutes_cli.profiles import Profile
from minutes_cli.text.dates import find_dates
from minutes_cli.text.later import later
from minutes_cli.text.numbering import find_number
from minutes_cli.text.prose import heading_likeness

# A title block that is another meeting's has so many blocks before it, and tells its date within so many.
_LEAST_BEFORE = 3
_BLOCK = 8
# The date may stand above the title.
_ABOVE = 2
# Who came, or how the meeting was opened, stands within so many blocks behind the title.
_OPENING_REACH = 16
# A title is no longer than this and looks this much like a heading; one set as a sentence may be longer.
_LONGEST_TITLE = 160
_LEAST_LIKENESS = 0.45
_LONGEST_SENTENCE = 400
# Letterheads and names of bodies stand in so many blocks above a title.
_LETTERHEAD = 4
# A year of weekly meetings; a file with more title blocks is something else.
_MOST = 60
# Each title block in front of the first meeting makes that longer and it is read again; behind so many there is none.
_MOST_IN_FRONT = 6
# A meeting names so many who came, or an agenda has so many items.
_LEAST_PEOPLE = 2
_LEAST_ITEMS = 3
# A year for dates that print none: here it matters only that there is a date.
_ANY_YEAR = 2000
_AGENDA = later(r"\bagenda\b|\bnotice of\b", re.IGNORECASE)
_SENTENCE = later(r"\bminutes of (?:the|an?) [\w\s-]{0,60}meeting\b[^.]{0,80}\bheld\b", re.IGNORECASE)
_BRACKETS = later(r"\([^()]{0,80}\)")
# Titles that speak of other minutes are items; lines on the end of a meeting and those to sign on begin none.
_OTHER = later(
    r"\b(?:previous|last|next|future|approv|adopt|matters arising|action|confirm|correct record|clos|adjourn|ended|"
    r"conclud|finish|will|submitted|prepared|taken|recorded|signed|by)|_{3}",
    re.IGNORECASE,
)


class _Stretch(NamedTuple):
    """Blocks from `begin` to `end` and what they read as."""

    begin: int
    end: int
    minutes: Minutes


def parse_meetings(
    document: Document, name: str, sha256: str, profile: Profile
) -> tuple[tuple[Document, Minutes], ...]:
    """Each meeting of a file with the part of the document that holds it; one for nearly every file.

    name, sha256  of the file, for `Minutes.source`, which numbers the meetings where there are several
    """
    found = [] if is_laid_out(document) else _stretches(document, name, sha256, profile)
    if len(found) < 2:
        return ((document, parse_document(document, name, sha256, profile)),)
    parts = []
    for number, (begin, end, minutes) in enumerate(found, 1):
        source = minutes.source.model_copy(update={"part": number, "parts": len(found)})
        parts.append((_part(document, begin, end), minutes.model_copy(update={"source": source})))
    return tuple(parts)


def _stretches(document: Document, name: str, sha256: str, profile: Profile) -> list[_Stretch]:
    """The meetings between the title blocks; what is none by itself belongs to the one before, or else behind it."""

    def read(begin: int, end: int) -> Minutes:
        return parse_document(_part(document, begin, end), name, sha256, profile)

    starts = list(_starts(document.blocks, profile))
    if not 0 < len(starts) <= _MOST or not _tell_other_days(document.blocks, starts):
        return []
    found: list[_Stretch] = []
    grown: set[int] = set()
    begin = in_front = 0
    for end in (*starts, len(document.blocks)):
        minutes = read(begin, end)
        if _is_meeting(minutes, [other.minutes for other in found]):
            found.append(_Stretch(begin, end, minutes))
        elif found:
            grown.add(len(found) - 1)
            found[-1] = found[-1]._replace(end=end)
        elif in_front < _MOST_IN_FRONT:
            in_front += 1
            continue
        else:
            return []
        begin = end
    if len(found) < 2:
        return []
    return [one._replace(minutes=read(one.begin, one.end)) if n in grown else one for n, one in enumerate(found)]


def _is_meeting(minutes: Minutes, others: Sequence[Minutes]) -> bool:
    day = minutes.meeting.date
    if day is None or any(other.meeting.date == day for other in others):
        return False
    if any(one.code == AGENDA for one in minutes.diagnostics):
        return len(minutes.items) >= _LEAST_ITEMS
    return len(minutes.attendees) >= _LEAST_PEOPLE and bool(minutes.items or minutes.decisions or minutes.actions)


def _part(document: Document, begin: int, end: int) -> Document:
    """Some blocks of a document; what the file says of itself holds for no part, and notices go to their page's.

    What stands at the top of many pages may be the title of each part, so at its beginning it counts as text.
    """
    head = [
        replace(block, role="body") if isinstance(block, Paragraph) and block.role == "header" else block
        for block in document.blocks[begin : begin + _LETTERHEAD]
    ]
    blocks = (*head, *document.blocks[begin + _LETTERHEAD : end])[: end - begin]
    pages = {block.page for block in blocks if block.page is not None}
    return replace(
        document,
        blocks=blocks,
        metadata={},
        problems=tuple(p for p in document.problems if (p.page in pages if p.page is not None else begin == 0)),
    )


def _starts(blocks: Sequence[Block], profile: Profile) -> Iterator[int]:
    """Where a title block begins that another meeting's may be: behind more than lines of a title."""
    title = later(rf"\b(?:{profile.alternatives('meeting.title_words')})s?\b", re.IGNORECASE)
    opening = later(
        rf"^\W*(?:{profile.alternatives('meeting.chair', 'meeting.venue', 'meeting.time')})\s*:|"
        rf"\b(?:{profile.alternatives('meeting.opened', 'meeting.chaired')}|was held)\b",
        re.IGNORECASE,
    )
    labels = Labels(profile)
    first = [text for block in blocks[:_LETTERHEAD] if (text := _title_text(block))]
    bodies = profile.alternatives("meeting.body_words")
    letterhead = later("|".join([rf"\b(?:{bodies})\b", *(f"^{re.escape(text)}$" for text in first)]), re.I)
    free, recorded = _LEAST_BEFORE, False
    for place, block in enumerate(blocks):
        text = _title_text(block)
        recorded = recorded or not text
        if (
            place < free
            or not recorded
            or not text
            or not title.search(text)
            or next(_days(blocks[place - _ABOVE : place + _BLOCK]), None) is None
        ):
            continue
        behind = [line for one in blocks[place + 1 : place + 1 + _OPENING_REACH] for line in _lines(one)]
        if _AGENDA.search(text) or any(labels.at_start(line) or opening.search(line) for line in behind):
            yield _with_letterhead(blocks, place, letterhead, free)
            free, recorded = place + _LEAST_BEFORE, False


def _title_text(block: Block) -> str:
    """The text of a paragraph that may be a line of a title block, brackets left out; "" of any other block."""
    if not isinstance(block, Paragraph) or block.role not in ("body", "header") or block.label:
        return ""
    text = " ".join(_BRACKETS.sub(" ", block.text[: 2 * _LONGEST_SENTENCE]).split())
    if _OTHER.search(text) or find_number(text):
        return ""
    if len(text) <= _LONGEST_TITLE and heading_likeness(text) >= _LEAST_LIKENESS:
        return text
    return text if len(text) <= _LONGEST_SENTENCE and _SENTENCE.search(text) else ""


def _tell_other_days(blocks: Sequence[Block], starts: Sequence[int]) -> bool:
    """Whether a title block tells another day than the file's first: copies of one meeting need no second reading."""
    first = next(_days(blocks[:_BLOCK]), None)
    return any(next(_days(blocks[place : place + _BLOCK]), None) != first for place in starts)


def _days(blocks: Sequence[Block]) -> Iterator[tuple[int | None, int]]:
    """Month and day of the dates in some blocks, in order."""
    for block in blocks:
        for line in _lines(block, every_column=True):
            for found in find_dates(line, default_year=_ANY_YEAR):
                if found.day is not None:
                    yield found.month, found.day


def _lines(block: Block, every_column: bool = False) -> list[str]:
    """A paragraph's lines, or those of a table's cells: of the first column, which holds the labels, or of all."""
    if isinstance(block, Paragraph):
        return [line.text for line in block.lines]
    cells = (cell for row in block.rows for cell in (row if every_column else row[:1]))
    return [line for cell in cells for line in cell.text.split("\n")]


def _with_letterhead(blocks: Sequence[Block], place: int, letterhead: re.Pattern[str], free: int) -> int:
    """Where the title block begins: at the top of its page, or with the lines above that name the body."""
    least = max(free, place - _LETTERHEAD)
    for above in range(place, least - 1, -1):
        block, before = blocks[above], blocks[above - 1]
        if not isinstance(block, Paragraph) or len(block.text) > _LONGEST_TITLE or _OTHER.search(block.text):
            break
        if block.page is not None and before.page != block.page:
            return above
    begin = place
    while begin > least and letterhead.search(_title_text(blocks[begin - 1])):
        begin -= 1
    return begin
