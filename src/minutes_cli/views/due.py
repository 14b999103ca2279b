"""What is due when: overdue first, then what comes."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from minutes_cli.model.tracking import TrackedAction
from minutes_cli.text.days import day_of, short_date
from minutes_cli.views.words import QUIET, counted, joined, party, place, plain


def due_list(found: Sequence[TrackedAction], on: datetime.date) -> RenderableType:
    """One row an action, in the order given.

    on   the day from which days are counted
    """
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0), header_style="bold", border_style=QUIET)
    table.add_column("When", no_wrap=True)
    if numbered := any(action.number for action in found):
        table.add_column("No.", no_wrap=True)
    table.add_column("Action", overflow="fold")
    table.add_column("Owner", overflow="fold", max_width=20)
    for action in found:
        owners = [plain(party(owner)) for owner in action.owners] or [Text("nobody named", style=QUIET)]
        number = [plain(action.number, "cyan")] if numbered else []
        table.add_row(_when(action, on), *number, _text(action), joined(owners, ",\n"))
    return table


def _when(action: TrackedAction, on: datetime.date) -> Text:
    due = day_of(action.due)
    days = (due - on).days if due else 0
    if days < 0:
        words = Text(f"✗ {counted(-days, 'day')} late", style="red")
    else:
        words = Text("! today" if days == 0 else f"○ in {counted(days, 'day')}", style="yellow" if days == 0 else "")
    return joined([words, plain(short_date(action.due), QUIET)], "\n")


def _text(action: TrackedAction) -> Text:
    raised = action.raised
    told = [action.body or "", f"raised {short_date(raised.date) or raised.file}", place(action.item)]
    told.append(f"moved {counted(action.slips, 'time')}" if action.slips else "")
    return joined([plain(action.text), plain(", ".join(filter(None, told)), QUIET)], "\n")
