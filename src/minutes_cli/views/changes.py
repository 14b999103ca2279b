"""The log of users' changes."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import RenderableType
from rich.table import Table

from minutes_cli.model.tracking import LoggedChange
from minutes_cli.text.brief import brief
from minutes_cli.text.days import short_date
from minutes_cli.views.words import LABEL, QUIET, joined, plain


def changes(logged: Iterable[LoggedChange]) -> RenderableType:
    """One row a change: number, when, who, what, and below it the action; what was undone is said to be.

    Of a long note the beginning stands: the life of its action has all of it.
    """
    table = Table.grid(padding=(0, 2))
    for _ in range(3):
        table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for one in logged:
        said = " ".join(part for part in (one.kind, one.action, brief(one.value or "")) if part)
        lines = [plain(said), plain(brief(one.note or "")), plain(one.text, QUIET)]
        if one.undone_at:
            lines.insert(0, plain(f"undone by {one.undone_by}, {one.undone_at[:16].replace('T', ' ')}", QUIET))
        on = f"as of {short_date(one.on)}" if one.on != one.at[:10] else ""
        when = joined([part for part in (plain(one.at[:16].replace("T", " ")), plain(on, QUIET)) if part], "\n")
        table.add_row(plain(str(one.number), QUIET), when, plain(one.who, LABEL), joined([x for x in lines if x], "\n"))
    return table
