"""Lists over many meetings: where their rows come from, and the options that such commands share."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import wraps
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from minutes_cli.cli.batch import Batch, Readings
from minutes_cli.cli.documents import documents
from minutes_cli.cli.messages import tell
from minutes_cli.cli.options import Command, reading_options, register_option
from minutes_cli.cli.output import standard_output
from minutes_cli.errors import ExitCode, UsageError
from minutes_cli.exporters.records import RECORD_EXPORTERS, write_records
from minutes_cli.text.bodies import is_body

if TYPE_CHECKING:
    from pydantic import BaseModel
    from rich.console import RenderableType

    from minutes_cli.exporters.records.tables import Table
    from minutes_cli.model.collection import Collection
    from minutes_cli.model.discussion import MadeCommitment
    from minutes_cli.model.document import Document
    from minutes_cli.model.minutes import Minutes, Source
    from minutes_cli.model.records import DiscussedItem, HeldMeeting, Records, Seat, TakenDecision
    from minutes_cli.model.tracking import Doubt, State, TrackedAction
    from minutes_cli.store.records import RegisterRecords

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


class FileRecords:
    """The rows of meetings that are read from files now: `model.records.Records` says what each gives."""

    def __init__(self, batch: Batch | Readings) -> None:
        from minutes_cli.tracking.meetings import in_order, was_held

        self._documents: dict[Source, Document] = {}
        read: list[Minutes] = []
        if isinstance(batch, Batch):
            read += (minutes for _, minutes in batch)
        else:
            for _, reading in batch:
                read.append(reading.minutes)
                self._documents[reading.minutes.source] = reading.document
        for minutes in read:
            if not was_held(minutes):
                tell(minutes.source.file, "an agenda or a template, no minutes", "left out")
        self.held = in_order(filter(was_held, read))
        self.files, self.exit_code = batch.files, batch.exit_code

    def seats(self, body: str | None = None, since: str | None = None) -> Iterator[Seat]:
        from minutes_cli.tracking.records import seats_of

        return self._rows(seats_of, body, since)

    def decisions(self, body: str | None = None, since: str | None = None) -> Iterator[TakenDecision]:
        from minutes_cli.tracking.records import decisions_of

        return self._rows(decisions_of, body, since)

    def items(self, body: str | None = None, since: str | None = None) -> Iterator[DiscussedItem]:
        from minutes_cli.tracking.records import items_of

        return self._rows(items_of, body, since)

    def commitments(self, body: str | None = None, since: str | None = None) -> Iterator[MadeCommitment]:
        from minutes_cli.tracking.discussion import made

        return made(self._chosen(body, since))

    def actions(
        self,
        body: str | None = None,
        since: str | None = None,
        states: tuple[State, ...] = (),
        most: int | None = None,
    ) -> Iterator[TrackedAction]:
        """Each followed over all meetings, also where `since` leaves out some: what it was is not forgotten."""
        from minutes_cli.tracking.follow import follow

        found = (
            action
            for action in follow(list(self._chosen(body, None)))
            if (since is None or (action.raised.date or "") >= since) and (not states or action.state in states)
        )
        return islice(found, most)

    def count_actions(self, body: str | None = None, since: str | None = None, states: tuple[State, ...] = ()) -> int:
        return sum(1 for _ in self.actions(body, since, states))

    def doubts(self, body: str | None = None) -> Iterator[Doubt]:
        from minutes_cli.tracking.follow import doubtful

        return iter(doubtful(list(self._chosen(body, None))))

    def meetings(self, body: str | None = None, since: str | None = None) -> Iterator[HeldMeeting]:
        from minutes_cli.tracking.meetings import held

        return held(self._chosen(body, since))

    def minutes(self, body: str | None = None, since: str | None = None, keys: Sequence[str] = ()) -> Iterator[Minutes]:
        if keys:
            raise UsageError(f"--meeting {keys[0]}", "chooses from the register", "leave out the files or the option")
        return self._chosen(body, since)

    def collection(
        self,
        body: str | None = None,
        since: str | None = None,
        keys: Sequence[str] = (),
        actions: Sequence[TrackedAction] | None = None,
    ) -> Collection:
        from minutes_cli.model.collection import Collection
        from minutes_cli.tracking.meetings import bodies_of

        meetings = tuple(self.minutes(body, since, keys))
        wanted = tuple(self.actions(body, since) if actions is None else actions)
        return Collection(meetings=meetings, actions=wanted, bodies=bodies_of(meetings))

    def source_of(self, minutes: Minutes) -> Document | None:
        return self._documents.get(minutes.source)

    def _chosen(self, body: str | None, since: str | None) -> Iterator[Minutes]:
        for minutes in self.held:
            meeting = minutes.meeting
            if is_body(body, meeting.body, meeting.title) and (since is None or (meeting.date or "") >= since):
                yield minutes

    def _rows(self, rows_of: Callable[..., Iterator[Any]], body: str | None, since: str | None) -> Iterator[Any]:
        from minutes_cli.tracking.entries import sitting_of

        for minutes in self._chosen(body, since):
            yield from rows_of(minutes, sitting_of(minutes))


def those_there(records: Records) -> str:
    """What --body and --since may ask for: some of the bodies, and the last date."""
    meetings = list(records.meetings())
    names = sorted({meeting.body or meeting.title or meeting.file for meeting in meetings})
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    last = max((meeting.date for meeting in meetings if meeting.date), default="without a date")
    return f"there are those of {', '.join(names[:_MOST_NAMED])}{more}, the last {last}"


# So many bodies are told where --body names none of them.
_MOST_NAMED = 4


def date_of(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """A whole date given by a user, as ISO; for an option's callback."""
    if value is None:
        return None
    try:
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no date such as 2024-03-06") from error


def _since(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is not None and not _DATE.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no date such as 2024-03-06, 2024-03 or 2024")
    return value


_CHOOSING = (
    click.option("--body", metavar="X", help="Only meetings of bodies whose name holds these words."),
    click.option(
        "--since", metavar="DATE", callback=_since, help="Only meetings from then on: 2024-03-06, 2024-03, 2024."
    ),
)


def on_option(help_text: str) -> Callable[[Command], Command]:
    """The option for the day that counts as today; the command gets it as `on`, a date or None."""
    return click.option("--on", metavar="DATE", callback=_day, help=f"{help_text} [default: today]")


def _day(context: click.Context, option: click.Parameter, value: str | None) -> datetime.date | None:
    day = date_of(context, option, value)
    return datetime.date.fromisoformat(day) if day else None


def form_option(*more: str) -> Callable[[Command], Command]:
    """The option for the form of the output; `more` are forms beyond those that every list has."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["table", *RECORD_EXPORTERS, *more]),
        default="table",
        show_default=True,
        help="Form of the output.",
    )


def _never(given: Mapping[str, Any]) -> bool:
    return False


def over_files(
    command: Callable[..., ExitCode | None], with_documents: Callable[[Mapping[str, Any]], bool] = _never
) -> Command:
    """Give a command FILE... and the options of reading; it gets `records`, without files those of the register.

    Of a folder all documents in it are read.

    with_documents   of the command's other options, whether they ask for the documents too, which are large
    """

    @wraps(command)
    def called(files: tuple[str, ...], options: Any, profile: str | None, register: Path, **given: Any) -> ExitCode:
        if not files:
            with recorded(register) as held:
                return command(records=held, **given) or ExitCode.DONE
        if click.get_current_context().get_parameter_source("register") is ParameterSource.COMMANDLINE:
            raise UsageError("--register", "reads the register, and files are named", "leave out one of the two")
        records = FileRecords((Readings if with_documents(given) else Batch)(list(documents(files)), options, profile))
        found = command(records=records, **given) if records.held else None
        return records.exit_code or found or ExitCode.DONE

    return click.argument("files", metavar="[FILE...]", nargs=-1)(register_option(reading_options(called)))


@contextmanager
def recorded(register: Path) -> Iterator[RegisterRecords]:
    """The rows of a register; where nothing was put in yet, a line on standard error says how that is done."""
    from minutes_cli.store.database import nothing_recorded, opened
    from minutes_cli.store.records import RegisterRecords

    if not register.exists():
        tell(str(register), "no register there yet", _TO_ADD)
        with nothing_recorded() as connection:
            yield RegisterRecords(connection, register)
        return
    with opened(register) as connection:
        records = RegisterRecords(connection, register)
        if records.is_empty():
            tell(str(register), "no meeting recorded yet", _TO_ADD)
        yield records


_TO_ADD = "add minutes with `minutes add notes.pdf`, or name files to read"


def choosing_options(command: Command) -> Command:
    """Add --body and --since; the command gets them as `body` and `since`."""
    for option in reversed(_CHOOSING):
        command = option(command)
    return command


def over_records(
    command: Callable[..., ExitCode | None], with_documents: Callable[[Mapping[str, Any]], bool] = _never
) -> Command:
    """As `over_files`, with --body and --since."""

    @wraps(command)
    def called(records: Records, body: str | None, since: str | None, **given: Any) -> ExitCode | None:
        if (body or since) and not any(records.meetings(body, since)):
            tell("no such meeting", those_there(records))
        return command(records=records, body=body, since=since, **given)

    return choosing_options(over_files(called, with_documents))


def print_rows(
    rows: Sequence[BaseModel], table: Table[Any], form: str, view: Callable[[], RenderableType], nothing: str
) -> None:
    """Print rows in the form asked for.

    view      makes what a terminal shows; called for at least one row only
    nothing   the line that stands for no rows
    """
    if form != "table":
        with standard_output() as stream:
            write_records(rows, table, stream, form)
        return
    from minutes_cli.cli.terminal import show

    show(view() if rows else nothing)
