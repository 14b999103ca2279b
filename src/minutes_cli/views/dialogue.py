"""Exchanges as a dialogue: item by item, each speaker beside their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from minutes_cli.model.discussion import SaidExchange
from minutes_cli.model.minutes import ExchangeKind
from minutes_cli.text.days import long_date
from minutes_cli.views.words import HEADING, QUIET, joined, plain

# symbol and style of each kind
KINDS: dict[ExchangeKind, tuple[str, str]] = {
    "question": ("?", "bold yellow"),
    "answer": ("↳", "green"),
    "statement": ("·", QUIET),
}
_LONGEST_LABEL = 16


def dialogue(exchanges: Sequence[SaidExchange]) -> RenderableType:
    """Meetings and items as headings, below them the turns; a question without an answer is said to be one."""
    return Group(*_meetings(exchanges))


def _meetings(exchanges: Sequence[SaidExchange]) -> Iterator[RenderableType]:
    first = True
    width = min(max(len(one.label) for one in exchanges), _LONGEST_LABEL)
    for sitting, of_meeting in groupby(exchanges, key=lambda one: one.said):
        facts = [plain(sitting.meeting or sitting.file, "bold"), plain(long_date(sitting.date), QUIET)]
        yield joined(facts, "  ") if first else Group(Text(), joined(facts, "  "))
        first = False
        for (item, title), of_item in groupby(of_meeting, key=lambda one: (one.item, one.title)):
            heading = joined([plain(item if item != title else "", HEADING), plain(title, HEADING)], "  ")
            yield Group(Text(), heading, Padding(_turns(list(of_item), width), (0, 0, 0, 2)))


def _turns(exchanges: Sequence[SaidExchange], width: int) -> RenderableType:
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(width=width, overflow="fold")
    table.add_column(overflow="fold")
    for one in exchanges:
        symbol, style = KINDS[one.kind]
        remark = "not answered" if one.kind == "question" and not one.answered_by else ""
        words = joined([plain(one.text), plain(remark, "yellow"), plain(_place(one), QUIET)], "  ")
        table.add_row(Text(symbol, style=style), plain(one.label, "bold" if one.kind == "question" else ""), words)
    return table


def _place(one: SaidExchange) -> str:
    return f"p. {one.page}" if one.page else ""
