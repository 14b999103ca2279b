"""What the page says beside the values: signs, headings and places in words."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from markupsafe import Markup

from minutes_cli.model.attendance import Attender, Matrix, Presence, Turnout
from minutes_cli.model.board import Board
from minutes_cli.model.records import HeldMeeting
from minutes_cli.model.scrutiny import PillarHistory
from minutes_cli.model.tracking import Sitting
from minutes_cli.text.counting import counted
from minutes_cli.text.days import day_of, short_date
from minutes_cli.text.safe import safe

# sign and words of each way to be at a meeting
MARKS: dict[Presence, tuple[str, str]] = {
    "present": ("●", "present"),
    "part": ("◐", "for a part"),
    "substitute": ("◆", "as a substitute"),
    "in_attendance": ("○", "in attendance"),
    "apologies": ("–", "apologies"),
    "absent": ("✕", "absent"),
    "unnamed": ("?", "not named, yet a member before and after"),
}
# A column of a matrix is narrow: more meetings than this are the newest ones.
MOST_COLUMNS = 18
# So many characters of an action are seen at once, and so many more are not worth folding.
_FOLDED = 400
_WORTH_FOLDING = 200
# The zero-width joiner and the selectors of variants, which hold characters together.
_JOINS = "\u200d\ufe0e\ufe0f"


def written(value: object) -> object:
    """What a value of a document becomes on the page, before it is escaped."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return safe(value)
    return "" if value is None else value


def heading(board: Board) -> str:
    """The body's name where all meetings are of one, the title of a single meeting that names none."""
    names = list(dict.fromkeys(meeting.body for meeting in board.meetings if meeting.body))
    if not names and len(board.meetings) == 1:
        names = [title for meeting in board.meetings if (title := meeting.title)]
    return names[0] if len(names) == 1 else "Actions and attendance"


def several(board: Board) -> bool:
    """Whether the parts of the page have to say of which body they are."""
    bodies = {one.body for one in board.stats} | {one.body for one in board.attendance}
    return len(bodies | {one.body for one in board.pillars}) > 1


def of_body(name: str | None) -> str:
    """The heading of what belongs to a body."""
    return name or "Meetings that name no body"


def numbered(board: Board) -> bool:
    """Whether actions have numbers, of the register or of the minutes, that tell them apart."""
    numbers = {
        (one.action.id, one.action.text): number
        for held in board.owned
        for one in held.actions
        if (number := one.action.number or one.action.reference)
    }
    return bool(numbers) and len(set(numbers.values())) == len(numbers)


def folded(text: str) -> tuple[str, str]:
    """A text that would fill the page as its beginning, which is seen, and the rest, which opens; else all and ''.

    Cut between words where there are any, and never inside a character of several code points.
    """
    if len(text) <= _FOLDED + _WORTH_FOLDING:
        return text, ""
    cut = text.rfind(" ", _FOLDED - 40, _FOLDED) + 1 or _FOLDED
    while cut < len(text) and (unicodedata.combining(text[cut]) or text[cut] in _JOINS or text[cut - 1] in _JOINS):
        cut += 1
    return text[:cut], text[cut:]


def span(meetings: Sequence[HeldMeeting]) -> str:
    """'3 meetings, 6 March 2024 to 8 May 2024'."""
    days = [meeting.date for meeting in meetings if meeting.date]
    when = f", {short_date(days[0])}" if days else ""
    return counted(len(meetings), "meeting") + when + (f" to {short_date(days[-1])}" if len(days) > 1 else "")


def place(item: str | None) -> str:
    """'item 2.1' for a number, 'under Finance' for a title."""
    if not item:
        return ""
    return f"item {item}" if " " not in item and len(item) <= 12 else f"under {item}"


def head(sitting: Sitting) -> str:
    """'6 Mar 24', or the file of a meeting without a date."""
    day = day_of(sitting.date)
    return f"{day.day} {day:%b} {day:%y}" if day else sitting.file


def shown(matrix: Matrix) -> tuple[Turnout, ...]:
    """The newest meetings, as many as a page is wide."""
    return matrix.meetings[-MOST_COLUMNS:]


def marks_of(person: Attender, columns: Sequence[Turnout]) -> list[Presence | None]:
    """How the person was at each of these meetings; None where nothing is known or expected."""
    found = {mark.sitting: mark.presence for mark in person.meetings}
    return [found.get(turnout.sitting) for turnout in columns]


def used_marks(matrix: Matrix) -> list[Presence]:
    """Those that stand in the matrix, in the order of the legend."""
    used = {mark.presence for person in matrix.people for mark in person.meetings}
    return [presence for presence in MARKS if presence in used]


def sections(board: Board) -> list[tuple[str, str]]:
    """Anchor and title of each part of the page that has anything."""
    parts = [
        ("overdue", "Overdue actions", board.overdue),
        ("open", "Open actions by owner", board.owned),
        ("attendance", "Attendance", [one for one in board.attendance if one.people]),
        ("pillars", "Pillars over time", board.pillars),
        ("decisions", "Decisions", board.decisions),
        ("commitments", "Commitments without an action", board.commitments),
    ]
    return [(anchor, title) for anchor, title, held in parts if held]


def by_body(histories: Sequence[PillarHistory]) -> list[tuple[str | None, list[PillarHistory]]]:
    """The pillars of each body, in their order."""
    found: dict[str | None, list[PillarHistory]] = {}
    for history in histories:
        found.setdefault(history.body, []).append(history)
    return list(found.items())
