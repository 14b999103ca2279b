"""The columns of doubtful links."""

from __future__ import annotations

from minutes_cli.exporters.records.tables import Table
from minutes_cli.model.tracking import Doubt


def _facts(doubt: Doubt) -> tuple[str, ...]:
    joined = "yes" if doubt.joined else "no"
    return (joined, doubt.earlier, doubt.later, doubt.rule, str(doubt.likeness), str(doubt.confidence), doubt.reason)


DOUBTS = Table[Doubt](
    columns=("joined", "earlier", "later", "rule", "likeness", "confidence", "reason"),
    cells=_facts,
    header=("Joined", "Earlier", "Later", "Rule", "Likeness", "Confidence", "Reason"),
    brief=_facts,
)
