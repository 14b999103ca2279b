"""The ledger of each body: the sum first, then every step."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from minutes_cli.model.ledger import Ledger, Transition
from minutes_cli.text.days import short_date
from minutes_cli.views.words import HEADING, LABEL, QUIET, joined, place_in_words, plain, said


def ledgers(found: Iterable[Ledger]) -> RenderableType:
    return Group(*(_ledger(ledger) for ledger in found))


def _ledger(ledger: Ledger) -> RenderableType:
    total = f"opened {ledger.opened} = closed {ledger.closed} + withdrawn {ledger.withdrawn} + open {ledger.open}"
    verdict = Text("✓ balanced", style="green") if ledger.balanced else Text("✗ does not balance", style="bold red")
    again = plain(f"reopened {ledger.reopened}×" if ledger.reopened else "", QUIET)
    steps = Table.grid(padding=(0, 2))
    for _ in range(3):
        steps.add_column(no_wrap=True)
    steps.add_column(overflow="fold")
    for step in ledger.transitions:
        day = plain(short_date(step.date) or "undated", QUIET)
        steps.add_row(day, plain(step.number or ""), plain(_step(step), LABEL), _proof(step))
    sums = joined([part for part in (plain(total), verdict, again) if part], "  ")
    return Group(plain(ledger.body or "Body not named", HEADING), sums, Padding(steps, (1, 0, 1, 2)))


def _step(step: Transition) -> str:
    after = step.after.replace("_", " ")
    return f"{step.before.replace('_', ' ')} → {after}" if step.before else f"raised {after}"


def _proof(step: Transition) -> Text:
    if step.mention is not None:
        where = place_in_words(step.mention.page, step.mention.line) or step.mention.file
        return joined([plain(said(step.mention)), plain(where, QUIET)], "  ")
    change = step.change
    note = f"by {change.who}" + (f": {change.note}" if change.note else "") if change else ""
    return joined([plain(step.text), plain(note, QUIET)], "  ")
