"""Members by the time since they last attended: who is near the end of six months, and who is past it."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from minutes_cli.model.attendance import Absence, Clock
from minutes_cli.text.days import short_date
from minutes_cli.views.words import QUIET, counted, joined, plain

# symbol and style of each state of the clock
_CLOCKS: dict[Clock, tuple[str, str]] = {
    "over": ("✗", "red"),
    "warning": ("!", "yellow"),
    "unknown": ("?", "yellow"),
    "running": ("●", "green"),
}
_TOLD = (
    "A member who attends no meeting for six months from the last attendance ceases to be one, unless the council"
    " approved the reason before they were over (Local Government Act 1972, section 85). Attendance at a"
    " committee counts: give its minutes too. Whether an absence was approved, the minutes must show."
)


def six_months(found: Sequence[Absence], on: str) -> RenderableType:
    """One row a member; below it decisions that may have approved the absence.

    on   ISO date for which the clock was read
    """
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0), header_style="bold", border_style=QUIET)
    table.add_column("Member", overflow="fold", max_width=32)
    table.add_column("Last there", no_wrap=True)
    table.add_column("Six months end", no_wrap=True)
    table.add_column(f"On {short_date(on)}", overflow="fold")
    for row in found:
        symbol, style = _CLOCKS[row.state]
        told = [Text(f"{symbol} {_words(row)}", style=style)]
        told += [plain(f"may be approved: {text}", QUIET) for text in row.approvals]
        last = plain(short_date(row.last)) if row.last else Text("not in these", style=QUIET)
        table.add_row(plain(row.name), last, plain(short_date(row.ends)), joined(told, "\n"))
    return Group(table, Text(), Text(_TOLD, style=QUIET))


def _words(row: Absence) -> str:
    missed = f", {counted(row.missed, 'meeting')} missed" if row.missed else ""
    days = row.days_left
    if days is None:
        return f"no attendance in these minutes{missed}"
    if days < 0:
        return f"over since {counted(-days, 'day')}{missed}"
    if days == 0:
        return f"the last day{missed}"
    return f"{counted(days, 'day')} left{missed}"
