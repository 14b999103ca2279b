"""Meetings as a table."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.console import RenderableType
from rich.table import Table

from minutes_cli.model.records import HeldMeeting
from minutes_cli.text.days import short_date
from minutes_cli.views.words import QUIET, counted, joined, plain


def meetings(held: Iterable[HeldMeeting]) -> RenderableType:
    """One row a meeting: date, title with body and key below, and what it holds."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0), header_style="bold", border_style=QUIET)
    table.add_column("Date", no_wrap=True)
    table.add_column("Meeting", overflow="fold", ratio=1)
    for name in ("Items", "Actions", "Decisions"):
        table.add_column(name, justify="right", no_wrap=True)
    for one in held:
        body = one.body if one.title and one.body != one.title else None
        again = counted(one.versions, "version") if one.versions > 1 else None
        below = ", ".join(part for part in (body, again) if part)
        lines = [plain(one.title or one.body or one.file), plain(below, QUIET), plain(one.key, QUIET)]
        held_there = (one.items, one.actions, one.decisions)
        counts = (plain(str(number)) if number else plain("–", QUIET) for number in held_there)
        table.add_row(plain(short_date(one.date) or "undated"), joined([line for line in lines if line], "\n"), *counts)
    return table
