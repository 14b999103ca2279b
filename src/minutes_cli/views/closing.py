"""The end of a summary: the next meeting, and what was odd about the document."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from minutes_cli.model.minutes import Diagnostic, NextMeeting
from minutes_cli.text.days import long_date
from minutes_cli.views.words import QUIET, joined, place_in_words, plain, pointer_in_words

# symbol and style of each severity
SEVERITIES = {"error": ("✗", "bold red"), "warning": ("!", "yellow"), "info": ("i", "blue")}


def next_meeting(meeting: NextMeeting) -> RenderableType:
    """What is known of it, on one line."""
    when = [long_date(meeting.date), f"at {meeting.time}" if meeting.time else ""]
    facts = [
        plain(meeting.kind, "bold"),
        joined([plain(part) for part in when if part], " "),
        plain(meeting.venue),
    ]
    return joined(facts, " · ")


def diagnostics(found: Iterable[Diagnostic]) -> RenderableType:
    """Severity, message and place of each, the gravest first."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    gravity = list(SEVERITIES)
    for diagnostic in sorted(found, key=lambda one: gravity.index(one.severity)):
        symbol, style = SEVERITIES[diagnostic.severity]
        message = joined([plain(diagnostic.message), plain(_place(diagnostic), QUIET)], "  ")
        table.add_row(Text(f"{symbol} {diagnostic.severity}", style=style), message)
    return table


def _place(diagnostic: Diagnostic) -> str:
    return (
        place_in_words(diagnostic.page, diagnostic.line)
        or pointer_in_words(diagnostic.path or "")
        or diagnostic.block
        or ""
    )
