"""`minutes import`: what people edited in an exported workbook becomes changes of the register."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from minutes_cli.cli.messages import tell
from minutes_cli.cli.options import register_option
from minutes_cli.cli.output import print_line
from minutes_cli.cli.records import date_of
from minutes_cli.errors import ExitCode, UsageError
from minutes_cli.model.action_log import HEADS
from minutes_cli.text.brief import brief

if TYPE_CHECKING:
    from minutes_cli.model.action_log import LogRow
    from minutes_cli.readers.workbook import Cell
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
    all others are taken. The same file again changes nothing; `minutes undo` takes the whole import back.

    \b
    minutes export --register --to xlsx -o actions.xlsx
    minutes import actions.xlsx --dry-run
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.cli.action import must_exist, user
    from minutes_cli.store.changes import Wish, record_all
    from minutes_cli.store.database import opened

    now = datetime.datetime.now().astimezone()
    if on and on > now.date().isoformat():
        raise UsageError("--on", f"{on} is yet to come", "give today or a day before")
    at, day = now.isoformat(timespec="milliseconds"), on or now.date().isoformat()
    rows = _read(file)
    must_exist(register)
    with opened(register, write=not dry_run) as connection:
        run = _Run(connection, file, Wish("note", at, who or user(), day))
        for row in rows:
            run.take(row)
        if run.wishes and not dry_run:
            record_all(connection, run.wishes)
    for line in run.lines:  # what is told is on the disk
        print_line(line)
    print_line(run.summary("would change" if dry_run else "changed"))
    return ExitCode.PROBLEMS if run.refused else ExitCode.DONE


def _read(file: str) -> list[LogRow]:
    from minutes_cli.model.action_log import EDITED, SHEET
    from minutes_cli.readers.files import read_bytes
    from minutes_cli.readers.options import Limits
    from minutes_cli.readers.workbook import read_sheet

    sheet = read_sheet(read_bytes(Path(file)), file, SHEET, HEADS.values(), HEADS["text"], Limits())
    rows = [_row(number, cells) for number, cells in sheet]
    if rows and (away := [HEADS[name] for name in EDITED if name in rows[0].missing]):
        tell(file, f"the sheet {SHEET} has no column {', '.join(away)}", "what stood there stays as it is")
    return rows


def _row(number: int, cells: Mapping[str, Cell]) -> LogRow:
    from minutes_cli.readers.workbook import Fault, Formula
    from minutes_cli.tracking.edits import log_row

    formulas = {head: cell for head, cell in cells.items() if isinstance(cell, Formula)}
    faults = {
        head: f"{cell.shown}, an error of the spreadsheet" for head, cell in cells.items() if isinstance(cell, Fault)
    }
    faults |= {
        head: "a formula without a result: save it in a spreadsheet, or write what it is to say"
        for head, cell in formulas.items()
        if cell.result is None
    }
    results = {head: cell.result for head, cell in formulas.items()}
    return log_row(number, {**cells, **results}, formulas, faults)


class _Run:
    """What the rows of one workbook wish of one register.

    wish     what all changes have in common: one moment too, by which `minutes undo` takes them back together
    wishes   changes to record: action -> its own
    lines    what to tell of each, when they are recorded
    """

    def __init__(self, connection: Any, file: str, wish: Wish) -> None:
        self._connection, self._file, self._wish = connection, file, wish
        self._seen: dict[int, int] = {}
        self.wishes: dict[int, list[Wish]] = {}
        self.lines: list[str] = []
        self._unchanged = self.refused = 0

    def take(self, row: LogRow) -> None:
        """Note what a row says, or tell why it cannot be taken."""
        from minutes_cli.store.changes import read_action
        from minutes_cli.tracking.edits import judge

        try:
            found = self._find(row)
        except UsageError as error:
            self._refuse(row, error.reason)
            return
        action = read_action(self._connection, found)
        verdict = judge(row, action)
        if verdict.refused:
            self._refuse(row, verdict.refused)
        elif verdict.edits:
            self.wishes[found] = [
                self._wish._replace(kind=one.kind, value=one.value, note=one.note) for one in verdict.edits
            ]
            told = "; ".join(map(_told, verdict.edits))
            formulas = ", ".join(HEADS[name] for name in row.formulas)
            by = f" (the result of a formula: {formulas})" if formulas else ""
            self.lines.append(f"row {row.row}  {action.number}  {told}{by}")
        else:
            self._unchanged += 1

    def _find(self, row: LogRow) -> int:
        """The action that a row is about: by its number, or else its id."""
        from minutes_cli.store.changes import find_action

        name = row.number or row.id
        if name is None:
            raise UsageError("", "it has neither number nor id: actions come from minutes")
        try:
            found = find_action(self._connection, name)
        except UsageError as error:
            raise UsageError(name, f"{name}: {error.reason}") from error
        first = self._seen.setdefault(found, row.row)
        if first != row.row:
            raise UsageError(name, f"A{found} stands in row {first} too")
        return found

    def _refuse(self, row: LogRow, reason: str) -> None:
        self.refused += 1
        tell(self._file, f"row {row.row} refused", reason)

    def summary(self, verb: str) -> str:
        return f"{_count(len(self.wishes), 'action')} {verb}, {self._unchanged} unchanged, {self.refused} refused"


def _told(edit: Edit) -> str:
    said = {"close": "closed", "reopen": "opened again", "assign": "given to", "due": "due", "note": "note"}[edit.kind]
    value = f"“{brief(edit.value or '')}”" if edit.kind == "note" else edit.value
    return " ".join(filter(None, (said, value, f"“{brief(edit.note)}”" if edit.note else "")))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s'[: number != 1]}"
