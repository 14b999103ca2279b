"""The sheets of the workbook: what of the tables people look at, under which heads."""

from __future__ import annotations

from typing import NamedTuple

from minutes_cli.model.action_log import HEADS, SHEET


class Shown(NamedTuple):
    """A column of a sheet.

    name     of the table's column; "meeting" and "item" are shown by title and number instead of by id
    width    in characters
    hidden   for `minutes import` alone
    """

    name: str
    head: str
    width: int = 14
    hidden: bool = False


class Sheet(NamedTuple):
    """A sheet over one table."""

    title: str
    table: str
    columns: tuple[Shown, ...]


_DATE = Shown("date", "Date", 12)
_MEETING = Shown("meeting", "Meeting", 30)
_ITEM = Shown("item", "Item", 30)
_PLACE = (Shown("page", "Page", 7), Shown("line", "Line", 7))

ACTIONS = Sheet(
    SHEET,
    "actions",
    (
        Shown("number", HEADS["number"], 7),
        Shown("state", HEADS["state"], 13),
        Shown("text", HEADS["text"], 56),
        Shown("owners", HEADS["owners"], 22),
        Shown("due", HEADS["due"], 12),
        Shown("note", HEADS["note"], 32),
        Shown("due_text", "Due as printed", 16),
        Shown("due_original", "First due", 12),
        Shown("slips", "Moved", 8),
        Shown("raised", "Raised", 12),
        Shown("item", "Item", 10),
        Shown("body", "Body", 22),
        Shown("pillars", "Pillars", 16),
        Shown("tags", "Tags", 14),
        Shown("reference", "Reference", 11),
        Shown("progress", "Minutes last said", 32),
        Shown("id", HEADS["id"], 12, hidden=True),
        Shown("exported", HEADS["exported"], 12, hidden=True),
    ),
)
SHEETS = (
    ACTIONS,
    Sheet(
        "Meetings",
        "meetings",
        (
            _DATE,
            Shown("body", "Body", 30),
            Shown("title", "Title", 40),
            Shown("start_time", "From", 8),
            Shown("end_time", "To", 8),
            Shown("venue", "Venue", 26),
            Shown("chair", "Chair", 20),
            Shown("minute_taker", "Minutes by", 20),
            Shown("next_date", "Next meeting", 13),
            Shown("next_time", "At", 8),
            Shown("next_venue", "Next venue", 22),
            Shown("next_kind", "Next kind", 22),
            Shown("file", "File", 30),
        ),
    ),
    Sheet(
        "Attendance",
        "attendance",
        (
            *(
                _DATE,
                _MEETING,
                Shown("name", "Name", 24),
                Shown("role", "Role", 34),
                Shown("abbreviation", "Initials", 9),
            ),
            *(Shown("status", "Status", 14), Shown("note", "Note", 24), *_PLACE),
        ),
    ),
    Sheet(
        "Items",
        "items",
        (
            *(_DATE, _MEETING, Shown("number", "No.", 8), Shown("title", "Title", 40), Shown("level", "Level", 7)),
            *(Shown("pillars", "Pillars", 16), Shown("text", "Text", 80), *_PLACE),
        ),
    ),
    Sheet(
        "Decisions",
        "decisions",
        (
            *(_DATE, _MEETING, _ITEM, Shown("text", "Decision", 60), Shown("outcome", "Outcome", 12)),
            *(Shown("mover", "Moved by", 18), Shown("seconder", "Seconded by", 18), Shown("votes_for", "For", 7)),
            *(Shown("votes_against", "Against", 9), Shown("abstentions", "Abstained", 11), *_PLACE),
        ),
    ),
    Sheet(
        "Exchanges",
        "exchanges",
        (
            *(_DATE, _MEETING, _ITEM, Shown("kind", "Kind", 11), Shown("speaker", "Speaker", 22)),
            *(Shown("as_written", "As printed", 14), Shown("text", "Text", 70), *_PLACE),
        ),
    ),
    Sheet(
        "Commitments",
        "commitments",
        (
            *(_DATE, _MEETING, _ITEM, Shown("name", "By", 22), Shown("as_written", "As printed", 14)),
            *(Shown("text", "Commitment", 60), Shown("due", "Due", 12), Shown("due_text", "Term", 20)),
            *(Shown("recorded", "In an action", 12), *_PLACE),
        ),
    ),
)
