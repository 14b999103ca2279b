"""`minutes actions`: who does what until when."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import click

from minutes_cli.cli.messages import tell
from minutes_cli.cli.records import date_of, form_option, on_option, over_records, print_rows
from minutes_cli.errors import UsageError
from minutes_cli.exporters.records import ACTION_EXPORTERS

if TYPE_CHECKING:
    from rich.console import RenderableType

    from minutes_cli.model.records import Records
    from minutes_cli.model.tracking import State, TrackedAction
    from minutes_cli.tracking.choice import Order

# A list to read is no longer than this; programs get all.
_SHOWN = 200


@click.command("actions")
@click.option("--open", "only_open", is_flag=True, help="Only actions that are not settled.")
@click.option("--closed", "only_closed", is_flag=True, help="Only actions that are closed, withdrawn or superseded.")
@click.option("--overdue", is_flag=True, help="Only open ones whose due date has passed.")
@click.option("--slipped", is_flag=True, help="Only those whose due date was moved to a later one.")
@click.option("--vanished", is_flag=True, help="Only open ones that their body's last meeting does not mention.")
@click.option("--review", is_flag=True, help="Links between meetings that are doubtful, for you to settle.")
@click.option(
    "--owner", "owners", metavar="NN", multiple=True, help="Only those of this owner: initials, office or name."
)
@click.option("--pillar", metavar="X", help="Only those under items tagged with this pillar.")
@click.option("--item", metavar="X", help="Only those raised under this item: its number, or words of its title.")
@click.option(
    "--meeting", metavar="X", help="Only those that a meeting mentions: its key, date, or words of its title."
)
@click.option("--tag", metavar="X", help="Only those with this tag.")
@click.option("--due-before", metavar="DATE", callback=date_of, help="Only those due before that day.")
@click.option(
    "--sort",
    "order",
    type=click.Choice(["raised", "due", "owner", "state", "number"]),
    default="raised",
    show_default=True,
    help="Order of the list.",
)
@click.option(
    "--limit", type=click.IntRange(0), default=_SHOWN, show_default=True, help="Rows of a table; 0 shows all."
)
@on_option("The day by which actions are overdue.")
@form_option(*ACTION_EXPORTERS)
@over_records
def command(
    records: Records,
    body: str | None,
    since: str | None,
    form: str,
    on: datetime.date | None,
    only_open: bool,
    only_closed: bool,
    vanished: bool,
    review: bool,
    owners: tuple[str, ...],
    order: Order,
    limit: int,
    **wanted: object,
) -> None:
    """List actions, each followed over its meetings: those of the register, or of FILEs where some are named.

    \b
    minutes actions --open
    minutes actions --overdue --owner NN --sort due
    minutes actions --open notes/*.pdf
    minutes actions --format todo.txt notes/*.pdf >> todo.txt
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.tracking.choice import Choice, in_order

    if only_open and only_closed:
        raise UsageError("--open --closed", "exclude each other", "leave both out for all actions")
    if review:
        if form in ACTION_EXPORTERS:
            raise UsageError(f"--review --format {form}", "doubts are no actions", "choose json, csv or markdown")
        _review(records, body, form)
        return
    states = _states(only_open, only_closed)
    choice = Choice(**wanted)  # type: ignore[arg-type]
    # what SQL can choose by itself is not read further than it is shown
    plain = choice == Choice() and not owners and not vanished and order == "raised"
    most = limit if plain and form == "table" and limit else None
    today = on or datetime.date.today()
    found = [one for one in records.actions(body, since, states, most) if choice.takes(one, today)]
    if vanished:
        found = _vanished(found, records, body)
    if owners:
        from minutes_cli.tracking.people import owned_by

        found = owned_by(found, owners, records.seats(body))
    found = in_order(found, order)
    total = records.count_actions(body, since, states) if most and len(found) == most else len(found)
    shown = found[:limit] if form == "table" and limit else found
    _print(shown, form, today)
    if len(shown) < total and form == "table":
        tell(f"{len(shown)} of {total} actions shown", "--limit 0 shows all")


def _states(only_open: bool, only_closed: bool) -> tuple[State, ...]:
    from minutes_cli.model.tracking import SETTLED, UNSETTLED

    return UNSETTLED if only_open else SETTLED if only_closed else ()


def _vanished(found: list[TrackedAction], records: Records, body: str | None) -> list[TrackedAction]:
    from minutes_cli.model.tracking import Sitting
    from minutes_cli.tracking.vanished import Held, vanished

    meetings = [
        Held(one.body, Sitting(meeting=one.title, date=one.date, file=one.file, key=one.key))
        for one in records.meetings(body)
    ]
    return [one.action for one in vanished(found, meetings)]


def _review(records: Records, body: str | None, form: str) -> None:
    from minutes_cli.exporters.records.doubts import DOUBTS
    from minutes_cli.views.review import review

    doubts = list(records.doubts(body))
    print_rows(doubts, DOUBTS, form, lambda: review(doubts, list(records.actions(body))), "No doubtful links.")


def _print(actions: list[TrackedAction], form: str, today: datetime.date) -> None:
    from minutes_cli.exporters.records.tables import ACTIONS

    def view() -> RenderableType:
        from minutes_cli.views.actions_table import tracked_actions  # loads rich, which data does not need

        return tracked_actions(actions, today)

    print_rows(actions, ACTIONS, form, view, "No such actions.")
