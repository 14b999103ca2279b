"""What was decided, how, and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from minutes_cli.model.minutes import Decision, Outcome, Votes
from minutes_cli.model.records import TakenDecision
from minutes_cli.text.days import long_date
from minutes_cli.views.words import HEADING, QUIET, joined, place, place_in_words, plain

# symbol, word and style of each outcome
OUTCOMES: dict[Outcome | None, tuple[str, str, str]] = {
    "carried": ("✓", "carried", "green"),
    "defeated": ("✗", "defeated", "red"),
    "deferred": ("→", "deferred", "yellow"),
    "withdrawn": ("–", "withdrawn", "yellow"),
    None: ("·", "no outcome", QUIET),
}


def decision_list(decisions: Sequence[Decision]) -> RenderableType:
    """The outcome beside the text, and below it who moved it, the votes and the item."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for decision in decisions:
        symbol, word, style = OUTCOMES[decision.outcome]
        details = _details(decision)
        text = plain(decision.text)
        table.add_row(Text(f"{symbol} {word}", style=style), Group(text, details) if details else text)
    return table


def taken_decisions(decisions: Iterable[TakenDecision]) -> RenderableType:
    """Decisions of many meetings, each meeting's under its title and date."""
    views: list[RenderableType] = []
    for sitting, taken in groupby(decisions, key=lambda one: one.taken):
        facts = joined([plain(sitting.meeting or sitting.file, HEADING), plain(long_date(sitting.date), QUIET)], "  ")
        views.append(Group(*([Text()] if views else []), facts, Padding(decision_list(list(taken)), (0, 0, 0, 2))))
    return Group(*views)


def _details(decision: Decision) -> Text:
    facts = [
        f"moved by {decision.mover}" if decision.mover else "",
        f"seconded by {decision.seconder}" if decision.seconder else "",
        votes_in_words(decision.votes) if decision.votes else "",
        place(decision.item),
        place_in_words(decision.page, decision.line) if isinstance(decision, TakenDecision) else "",
    ]
    return joined([plain(fact, QUIET) for fact in facts if fact], " · ")


def votes_in_words(votes: Votes) -> str:
    """'5 for, 1 against, 0 abstained'; numbers not printed are left out."""
    parts = ((votes.for_, "for"), (votes.against, "against"), (votes.abstain, "abstained"))
    return ", ".join(f"{number} {word}" for number, word in parts if number is not None)
