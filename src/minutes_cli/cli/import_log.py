"""`minutes import`: what people edited in an exported workbook becomes changes of the register."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from minutes_cli.cli.messages import tell
from minutes_cli.cli.options import register_option
from minutes_cli.cli.output import print_line
from minutes_cli.cli.records import date_of
from minutes_cli.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from minutes_cli.model.action_log import LogRow
    from minutes_cli.model.tracking import TrackedAction
    from minutes_cli.store.changes import Wish
    from minutes_cli.tracking.edits import Edit


@click.command("import")
@click.argument("file", metavar="FILE")
@click.option("--dry-run", is_flag=True, help="Tell what would be changed, and change nothing.")
@click.option("--on", metavar="DATE", callback=date_of, help="Day from which the changes hold.  [default: today]")
@click.option("--by", "who", metavar="NAME", envvar="MINUTES_USER", help="Who made them.  [default: your login]")
@register_option
def command(file: str, dry_run: bool, on: str | None, who: str | None, register: Path) -> ExitCode:
    """Take what was edited in the sheet of actions of a workbook that `minutes export --to xlsx` wrote.

    States, owners, due dates and notes become changes as `minutes action close`, `assign`, `due` and `note` make them;
    `minutes log` lists them. A row that cannot be matched or read is refused, by its number and with the reason, and
    all others are taken. The same file again changes nothing.

    \b
    minutes export --register --to xlsx -o actions.xlsx
    minutes import actions.xlsx --dry-run
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.cli.action import must_exist, user
    from minutes_cli.store.changes import Wish
    from minutes_cli.store.database import opened

    now = datetime.datetime.now().astimezone()
    if on and on > now.date().isoformat():
        raise UsageError("--on", f"{on} is yet to come", "give today or a day before")
    at, day = now.isoformat(timespec="milliseconds"), on or now.date().isoformat()
    rows = _read(file)
    must_exist(register)
    with opened(register, write=not dry_run) as connection:
        run = _Run(connection, file, Wish("note", at, who or user(), day), dry_run)
        for row in rows:
            run.take(row)
    print_line(run.summary())
    return ExitCode.PROBLEMS if run.refused else ExitCode.DONE


def _read(file: str) -> list[LogRow]:
    from minutes_cli.model.action_log import HEADS, SHEET
    from minutes_cli.readers.files import read_bytes
    from minutes_cli.readers.options import Limits
    from minutes_cli.readers.workbook import read_sheet
    from minutes_cli.tracking.edits import log_row

    sheet = read_sheet(read_bytes(Path(file)), file, SHEET, HEADS.values(), HEADS["text"], Limits())
    return [log_row(number, cells) for number, cells in sheet]


class _Run:
    """One workbook against one register.

    wish   what all changes have in common
    """

    def __init__(self, connection: Any, file: str, wish: Wish, dry_run: bool) -> None:
        self._connection, self._file, self._wish, self._dry_run = connection, file, wish, dry_run
        self._seen: dict[str, int] = {}
        self.changed = self.unchanged = self.refused = 0

    def take(self, row: LogRow) -> None:
        """Record what a row says, or tell why not."""
        from minutes_cli.store.changes import record
        from minutes_cli.tracking.edits import judge

        try:
            action = self._action(row)
        except UsageError as error:
            self._refuse(row, error.reason)
            return
        verdict = judge(row, action)
        if verdict.refused:
            self._refuse(row, verdict.refused)
        elif verdict.edits:
            wishes = [self._wish._replace(kind=one.kind, value=one.value, note=one.note) for one in verdict.edits]
            if not self._dry_run:
                record(self._connection, action.number or action.id, *wishes)
            self.changed += 1
            print_line(f"row {row.row}  {action.number}  {'; '.join(map(_told, verdict.edits))}")
        else:
            self.unchanged += 1

    def _action(self, row: LogRow) -> TrackedAction:
        """The action that a row is about: by its number, or else its id."""
        from minutes_cli.store.changes import find_action, read_action

        name = row.number or row.id
        if name is None:
            raise UsageError("", "it has neither number nor id: actions come from minutes")
        try:
            action = read_action(self._connection, find_action(self._connection, name))
        except UsageError as error:
            raise UsageError(name, f"{name}: {error.reason}") from error
        first = self._seen.setdefault(action.id, row.row)
        if first != row.row:
            raise UsageError(name, f"{action.number} stands in row {first} too")
        return action

    def _refuse(self, row: LogRow, reason: str) -> None:
        self.refused += 1
        tell(self._file, f"row {row.row} refused", reason)

    def summary(self) -> str:
        verb = "would change" if self._dry_run else "changed"
        return f"{_count(self.changed, 'action')} {verb}, {self.unchanged} unchanged, {self.refused} refused"


def _told(edit: Edit) -> str:
    said = {"close": "closed", "reopen": "opened again", "assign": "given to", "due": "due", "note": "note"}[edit.kind]
    value = f"“{edit.value}”" if edit.kind == "note" else edit.value
    return " ".join(filter(None, (said, value, f"“{edit.note}”" if edit.note else "")))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s'[: number != 1]}"
