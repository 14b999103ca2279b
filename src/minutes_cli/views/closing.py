"""The end of a summary: the next meeting, and what was odd about the document."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from minutes_cli.model.minutes import Diagnostic, NextMeeting
from minutes_cli.views.words import QUIET, joined, long_date, plain

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
    """Severity, message and place of each."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for diagnostic in found:
        symbol, style = SEVERITIES[diagnostic.severity]
        message = joined([plain(diagnostic.message), plain(_place(diagnostic), QUIET)], "  ")
        table.add_row(Text(f"{symbol} {diagnostic.severity}", style=style), message)
    return table


def _place(diagnostic: Diagnostic) -> str:
    if diagnostic.page is not None:
        return f"page {diagnostic.page}"
    if diagnostic.line is not None:
        return f"line {diagnostic.line}"
    return _in_words(diagnostic.path or "")


def _in_words(pointer: str) -> str:
    """A JSON Pointer for people: "/actions/0/due" is "action 1 due"."""
    words: list[str] = []
    for part in pointer.replace("_", " ").split("/"):
        if part.isdigit() and words:
            words[-1] = f"{words[-1].removesuffix('s')} {int(part) + 1}"
        elif part:
            words.append(part)
    return " ".join(words)
