"""`minutes ledger`: nothing vanishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from minutes_cli.cli.records import form_option, over_records, print_rows
from minutes_cli.errors import ExitCode

if TYPE_CHECKING:
    from minutes_cli.model.records import Records


@click.command("ledger")
@form_option()
@over_records
def command(records: Records, body: str | None, since: str | None, form: str) -> ExitCode | None:
    """Balance the actions of each body: opened = closed + withdrawn + still open, every step with its quote.

    With --since, of the actions raised from then on.
    """
    from minutes_cli.exporters.records.ledger import TRANSITIONS
    from minutes_cli.tracking.ledger import balance
    from minutes_cli.views.ledger import ledgers

    found = balance(records.actions(body, since))
    if form in ("json", "jsonl", "table"):
        print_rows(found, TRANSITIONS, form, lambda: ledgers(found), "No actions.")
    else:
        steps = [step for ledger in found for step in ledger.transitions]
        print_rows(steps, TRANSITIONS, form, lambda: ledgers(found), "No actions.")
    return None if all(ledger.balanced for ledger in found) else ExitCode.PROBLEMS
