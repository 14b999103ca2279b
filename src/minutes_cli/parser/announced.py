"""What lists tell of the headings.

An agenda or a table of contents names them before they come; notes kept as one list have their topics as its entries;
and numbered lists under headings that the format marks are no headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from minutes_cli.parser.candidates import Candidate
from minutes_cli.parser.passages import Passage, whole
from minutes_cli.parser.tables import fold
from minutes_cli.text.numbering import find_number

# A list with fewer entries that come again is no agenda.
_LEAST_ENTRIES = 3
# So large a part of the list has to come again.
_SHARE = 0.5
_LONGEST = 120
_SHORTEST = 3


def score_announced(candidates: Sequence[Candidate], passages: Sequence[Passage]) -> bool:
    """An agenda at the beginning names the headings to come, and is none itself; whether there is such an agenda."""
    entries, headings = _find_announced(passages)
    numbered = any(c.number for c in candidates if c.passage.index in headings)
    for candidate in candidates:
        if candidate.passage.index in headings:
            candidate.add(0.8, "announced by the agenda")
        elif candidate.passage.index in entries and not numbered:
            candidate.number = None
            candidate.add(-0.8, "an entry of the agenda")
    return bool(headings)


def _find_announced(passages: Sequence[Passage]) -> tuple[set[int], set[int]]:
    """Indices of the entries of such a list, and of the lines further down that say the same, in the same order."""
    titles = [_title(p) for p in passages]
    places: dict[str, list[int]] = {}
    for place, title in enumerate(titles):
        if title and not _is_bullet(passages[place]):
            places.setdefault(title, []).append(place)
    entries: set[int] = set()
    headings: set[int] = set()
    for start, end in _lists(passages):
        if start in headings:
            continue
        at, pairs = end - 1, []
        for place in range(start, end):
            later = next((p for p in places.get(titles[place], ()) if p > at and p - place >= _LEAST_ENTRIES), None)
            if titles[place] and later is not None:
                pairs.append((place, later))
                at = later
        close = sum(1 for (_, a), (_, b) in pairwise(pairs) if b - a == 1)
        if len(pairs) >= max(_LEAST_ENTRIES, _SHARE * (end - start)) and close <= len(pairs) / 2:
            entries.update(passages[p].index for p in range(start, end))
            headings.update(passages[p].index for _, p in pairs)
    return entries, headings


def _title(passage: Passage) -> str:
    """What a short line says, without its number; "" for a longer one."""
    value = str(passage.text)
    if len(value) > _LONGEST:
        return ""
    number = find_number(value)
    title = fold(value[number.end :] if number and number.marked else value)
    return title if len(title) >= _SHORTEST else ""


def _is_bullet(passage: Passage) -> bool:
    return bool(passage.label) and not passage.label[0].isalnum() and not passage.paragraph.heading


def _lists(passages: Sequence[Passage]) -> list[tuple[int, int]]:
    """Where lists begin and end: short entries behind bullets or numbers, one after the other."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for place, passage in enumerate([*passages, None]):
        number = find_number(str(passage.text)[:20]) if passage is not None else None
        entry = (
            passage is not None
            and (bool(passage.label) or bool(number and number.marked))
            and bool(_title(passage))
            and not passage.paragraph.heading
        )
        if entry and start is None:
            start = place
        elif not entry and start is not None:
            if place - start >= _LEAST_ENTRIES:
                found.append((start, place))
            start = None
    return found


_TICKET = re.compile(r"\S\s\[?#\d{1,6}\]?$")
_LEAST_TICKETS = 2


def score_bullets(candidates: Sequence[Candidate]) -> None:
    """The topics of notes kept as one list: entries that name a ticket, or the outermost of those a bot stamped."""
    bullets = [c for c in candidates if c.passage.label and not c.passage.label[0].isalnum()]
    tickets = [c for c in bullets if c.passage.paragraph.level == 0 and _TICKET.search(str(c.body))]
    stamped = [c for c in bullets if len(c.passage.text) < len(whole(c.passage.paragraph))]
    outer = min((c.passage.paragraph.indent for c in stamped), default=0)
    topics = [c for c in stamped if c.passage.paragraph.indent == outer]
    for candidate in [*(tickets if len(tickets) >= _LEAST_TICKETS else ()), *topics]:
        candidate.title, candidate.rest = candidate.body, candidate.body[len(candidate.body) :]
        candidate.add(1.4 - candidate.score, "a topic of the list")


def are_lists(candidates: Sequence[Candidate]) -> bool:
    """Whether numbered entries are lists under headings that the format marks: they begin anew below several."""
    marked, restarts, fresh = 0, 0, False
    for candidate in candidates:
        if candidate.passage.paragraph.heading:
            marked, fresh = marked + 1, True
        elif candidate.number and candidate.passage.label and candidate.number.values[0] == 1:
            restarts, fresh = restarts + fresh, False
    return marked >= _LEAST_MARKED and restarts >= 2


# Fewer headings that the format marks may be the title and its like.
_LEAST_MARKED = 3
