"""`minutes diff`: two versions of the same minutes, compared as data."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_cli.cli.batch import Batch
from minutes_cli.cli.held import require_minutes, tell_unheld
from minutes_cli.cli.options import reading_options, register_option
from minutes_cli.cli.output import new_file, standard_output
from minutes_cli.cli.recorded import may_be_key, recorded_minutes, unknown_key
from minutes_cli.errors import ExitCode, UsageError
from minutes_cli.exporters.differences import DIFFERENCE_EXPORTERS, write_differences
from minutes_cli.readers.options import Options

if TYPE_CHECKING:
    from minutes_cli.model.differences import Differences
    from minutes_cli.model.minutes import Minutes


class _Versions(Batch):
    """Files to parse, or data that `minutes parse` printed."""

    def _read(self, data: bytes, name: str) -> Sequence[Minutes]:
        from minutes_cli.model.loading import is_data, read_all

        return read_all(data, name) if is_data(data) else super()._read(data, name)


@click.command("diff")
@click.argument("old", metavar="A")
@click.argument("new", metavar="B")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *DIFFERENCE_EXPORTERS]),
    default="text",
    show_default=True,
    help="Form of the output.",
)
@click.option("-o", "--output", metavar="PATH", help="A file instead of standard output.")
@register_option
@reading_options
def command(
    old: str, new: str, form: str, output: str | None, register: Path, profile: str | None, options: Options
) -> ExitCode:
    """Show what B says otherwise than A: draft and approved minutes, or two forms of one document.

    Each is a file, JSON that `minutes parse` printed, or a key of the register, KEY@1 for the first version recorded
    of a meeting; - reads standard input. Formatting, line breaks, kinds of quotes and marks of lists are no difference.
    The exit code is 1 where they differ.

    \b
    minutes diff draft.docx approved.pdf
    minutes diff draft.docx approved.pdf --format html -o changes.html
    minutes diff monthly-2024-03@1 monthly-2024-03
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    if old == new == "-":
        raise UsageError("-", "stands for A and B", "name one of the two")
    for name in (old, new):
        if os.path.isdir(name):  # noqa: PTH112 (Path fails on names that no file can have)
            raise UsageError(name, "is a folder, and two files are compared", "name one file of it")
    before = _read(old, register, profile, options)
    if isinstance(before, ExitCode):
        return before
    after = _read(new, register, profile, options)
    if isinstance(after, ExitCode):
        return after
    from minutes_cli.comparing import compare

    pair = _same_meeting(before, after, (old, new))
    for minutes, name in zip(pair, (old, new), strict=True):
        tell_unheld(minutes, name)
    found = compare(*pair)
    _print(found, form, None if output in (None, "-") else Path(str(output)), (old, new))
    return ExitCode.DONE if found.equal else ExitCode.PROBLEMS


def _read(name: str, register: Path, profile: str | None, options: Options) -> Sequence[Minutes] | ExitCode:
    """The minutes of that name, or why there are none, which was told already."""
    if may_be_key(name, register):
        recorded, _ = recorded_minutes([name], register)
        if not recorded:
            raise unknown_key(name, register)
        return recorded
    batch = _Versions([name], options, profile)
    return require_minutes([minutes for _, minutes in batch], name) or batch.exit_code


def _same_meeting(old: Sequence[Minutes], new: Sequence[Minutes], names: tuple[str, str]) -> tuple[Minutes, Minutes]:
    """The only one of each side; of a file that holds several meetings the one of the other's date."""
    several = (names[0], len(old)) if len(old) > 1 else (names[1], len(new))
    pairs = [(one, two) for one in old for two in new if one.meeting.date == two.meeting.date]
    if len(old) == len(new) == 1:
        return old[0], new[0]
    if len(pairs) != 1:
        raise UsageError(several[0], f"holds {several[1]} meetings", "give the data of one: `minutes parse -o FOLDER/`")
    return pairs[0]


def _print(found: Differences, form: str, path: Path | None, inputs: Sequence[str]) -> None:
    from minutes_cli.cli.terminal import has_colour, in_text, show
    from minutes_cli.views.differences import differences

    if path is None and form == "text":
        show(differences(found, has_colour()))
        return
    with new_file(path, inputs) if path else standard_output() as stream:
        if form == "text":
            stream.write(in_text(differences(found, colour=False)))
        else:
            write_differences(found, stream, form)
