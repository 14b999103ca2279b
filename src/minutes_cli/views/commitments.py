"""Promises: what, by whom, by when, and whether an action holds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from minutes_cli.model.discussion import MadeCommitment
from minutes_cli.text.days import short_date
from minutes_cli.views.words import QUIET, joined, party, place, plain


def commitments(found: Sequence[MadeCommitment], actions: Mapping[str, str]) -> RenderableType:
    """One row a promise; below its words the meeting, the item, and the action that records it.

    actions   the texts of actions by their ids
    """
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0), header_style="bold", border_style=QUIET)
    table.add_column("By", overflow="fold", max_width=20)
    table.add_column("Commitment", overflow="fold")
    table.add_column("When", overflow="fold", max_width=18)
    for one in found:
        table.add_row(plain(party(one.by)), _words(one, actions), _when(one))
    return table


def _words(one: MadeCommitment, actions: Mapping[str, str]) -> Text:
    origin = [short_date(one.made.date) or one.made.file, place(one.item), f"p. {one.page}" if one.page else ""]
    if one.action is None:
        record = plain("✗ no action records it", "yellow")
    else:
        record = plain(f"✓ action: {actions.get(one.action, one.action)}", "green")
    return joined([plain(one.text), plain(", ".join(filter(None, origin)), QUIET), record], "\n")


def _when(one: MadeCommitment) -> Text:
    return joined([plain(short_date(one.when)), plain(one.when_text, QUIET if one.when else "")], "\n")
