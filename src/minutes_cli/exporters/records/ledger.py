"""The columns of a ledger's steps."""

from __future__ import annotations

from minutes_cli.exporters.records.tables import Table
from minutes_cli.model.ledger import Transition


def _proof(step: Transition) -> tuple[str, str, str]:
    """Quote, page and file; of a user's change its note and who made it."""
    if step.mention is not None:
        return step.mention.quote, str(step.mention.page or step.mention.line or ""), step.mention.file
    return (step.change.note or "", "", step.change.who) if step.change is not None else ("", "", "")


TRANSITIONS = Table[Transition](
    columns=("date", "number", "action", "text", "before", "after", "quote", "page", "source"),
    cells=lambda step: (
        *(step.date or "", step.number or "", step.action, step.text, step.before or "", step.after),
        *_proof(step),
    ),
    header=("Date", "Action", "From", "To", "Quote"),
    brief=lambda step: (
        *(step.date or "", " ".join(part for part in (step.number, step.text) if part)),
        *(step.before or "", step.after, _proof(step)[0]),
    ),
)
