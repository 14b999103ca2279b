"""The columns of decisions."""

from __future__ import annotations

from minutes_cli.exporters.records.tables import Table
from minutes_cli.model.minutes import Votes
from minutes_cli.model.records import TakenDecision


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _votes(votes: Votes | None) -> tuple[str, str, str]:
    if votes is None:
        return ("", "", "")
    return (_number(votes.for_), _number(votes.against), _number(votes.abstain))


DECISIONS = Table[TakenDecision](
    columns=(
        *("id", "outcome", "text", "mover", "seconder", "for", "against", "abstain"),
        *("item", "page", "line", "body", "meeting", "date", "file"),
    ),
    cells=lambda one: (
        *(one.id, one.outcome or "", one.text, one.mover or "", one.seconder or "", *_votes(one.votes)),
        *(one.item or "", _number(one.page), _number(one.line), one.body or ""),
        *(one.taken.meeting or "", one.taken.date or "", one.taken.file),
    ),
    header=("Date", "Decision", "Outcome", "Moved by", "Seconded by", "Votes", "Item"),
    brief=lambda one: (
        *(one.taken.date or one.taken.file, one.text, one.outcome or "", one.mover or "", one.seconder or ""),
        *("–".join(filter(None, _votes(one.votes))), one.item or ""),
    ),
)
