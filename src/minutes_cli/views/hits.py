"""What a search found: meeting by meeting, the words around each hit with the hit itself marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from minutes_cli.model.records import Hit
from minutes_cli.text.days import long_date
from minutes_cli.views.words import HEADING, LABEL, QUIET, joined, place, place_in_words, plain

# Shape as well as colour: bold and underlined is seen where there is no colour.
_MARK = "bold underline yellow"


def hits(found: Iterable[Hit]) -> RenderableType:
    """Meetings as headings in the order given, below each its hits: kind, words, item and page."""
    views: list[RenderableType] = []
    for sitting, of_meeting in groupby(found, key=lambda hit: hit.sitting):
        facts = joined([plain(sitting.meeting or sitting.file, HEADING), plain(long_date(sitting.date), QUIET)], "  ")
        views.append(Group(*([Text()] if views else []), facts, Padding(_rows(list(of_meeting)), (0, 0, 0, 2))))
    return Group(*views)


def _rows(found: Sequence[Hit]) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for hit in found:
        where = ", ".join(filter(None, (place(hit.item), place_in_words(hit.page, hit.line))))
        words = _marked(hit.snippet, hit.marked)
        table.add_row(Text(hit.kind, style=LABEL), joined([words, plain(where, QUIET)], "\n"))
    return table


def _marked(snippet: str, ranges: Iterable[tuple[int, int]]) -> Text:
    """The words with each range marked; ranges may come in any order, overlap, or reach over the end."""
    text, at = Text(overflow="fold"), 0
    for start, end in sorted(ranges):
        start, end = max(start, at), min(end, len(snippet))
        if start < end:
            # made harmless piece by piece: what is written out is longer than it was
            text.append_text(plain(snippet[at:start])).append_text(plain(snippet[start:end], _MARK))
            at = end
    return text.append_text(plain(snippet[at:]))
