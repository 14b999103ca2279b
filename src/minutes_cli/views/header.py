"""The meeting itself: a panel with its title, when and where it was, and the file it was read from."""

from __future__ import annotations

from pathlib import Path

from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from minutes_cli.model.minutes import Minutes, Source
from minutes_cli.text.days import long_date
from minutes_cli.views.words import LABEL, QUIET, counted, joined, plain, times

_KINDS = {
    "application/pdf": "PDF",
    "application/msword": "Word",
    "application/vnd.oasis.opendocument.text": "OpenDocument",
    "text/plain": "text",
    "text/markdown": "Markdown",
    "text/html": "HTML",
    "text/org": "Org",
    "text/x-rst": "reStructuredText",
}


def header(minutes: Minutes) -> RenderableType:
    """Title and facts of the meeting in a frame; facts that the minutes lack are left out."""
    meeting = minutes.meeting
    title = meeting.title or meeting.body or "Untitled meeting"
    facts = (
        ("Kind", plain(_kind(minutes), "bold yellow")),
        ("Body", plain(meeting.body if meeting.body != title else None)),
        ("Date", plain(long_date(meeting.date))),
        ("Time", plain(times(meeting.start_time, meeting.end_time))),
        ("Venue", plain(meeting.venue)),
        ("Chair", plain(meeting.chair)),
        ("Minutes by", plain(meeting.minute_taker)),
        ("Source", source_in_words(minutes.source)),
    )
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style=LABEL, no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in facts:
        if value:
            grid.add_row(label, value)
    return Panel(Group(plain(title, "bold"), Text(), grid), box=box.ROUNDED, border_style=LABEL, padding=(0, 1))


# What a document is that records no meeting, by the code of its diagnostic.
_UNHELD = {
    "agenda": "agenda: it announces a meeting and records none",
    "template": "template: nobody has filled it in",
}


def _kind(minutes: Minutes) -> str:
    return next((_UNHELD[one.code] for one in minutes.diagnostics if one.code in _UNHELD), "")


def source_in_words(source: Source) -> Text:
    """The file's name, then what it is."""
    kind = "DOCX" if "wordprocessingml" in source.media_type else _KINDS.get(source.media_type, source.media_type)
    facts = [kind, counted(source.pages or 0, "page"), _part(source), f"profile {source.profile}"]
    name = "standard input" if source.file == "-" else Path(source.file).name
    return joined([plain(name), joined([plain(fact, QUIET) for fact in facts if fact])], "  ")


def _part(source: Source) -> str:
    return f"meeting {source.part} of {source.parts}" if source.parts else ""
