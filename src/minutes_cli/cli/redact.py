"""`minutes redact`: a copy of minutes for publication."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_cli.cli.batch import Readings
from minutes_cli.cli.export import Writing, write_all
from minutes_cli.cli.messages import tell
from minutes_cli.cli.options import reading_options, register_option
from minutes_cli.cli.recorded import kept_files
from minutes_cli.errors import ExitCode, UsageError
from minutes_cli.exporters.formats import EXPORTS

if TYPE_CHECKING:
    from minutes_cli.model.minutes import Minutes
    from minutes_cli.model.redaction import Redacted, Wishes
    from minutes_cli.model.tracing import Reading
    from minutes_cli.readers.options import Options

_FORMATS = tuple(name for name, export in EXPORTS.items() if export.holds == "meeting")


@click.command("redact")
@click.argument("file", metavar="FILE|KEY")
@click.option("--to", "form", type=click.Choice(_FORMATS), required=True, help="Format of the copy.")
@click.option("-o", "--output", metavar="PATH", help="A file instead of standard output.")
@click.option("--person", "people", metavar="NAME", multiple=True, help="Leave this person's name out; also several.")
@click.option("--pattern", "patterns", metavar="REGEX", multiple=True, help="Leave what matches out; also several.")
@click.option("--item", "numbers", metavar="NUMBER", multiple=True, help="Leave this item out; also several.")
@click.option(
    "--keep", metavar="NUMBER", multiple=True, help="Publish this item though it looks restricted; also several."
)
@register_option
@reading_options
def command(
    file: str,
    form: str,
    output: str | None,
    register: Path,
    profile: str | None,
    options: Options,
    **wanted: tuple[str, ...],
) -> int:
    """Write a copy without what is not public: items marked exempt or confidential, and what you name.

    The copy is made from the data alone. What is left out, and on what ground, stands in the copy and on standard
    error. It finds what is marked, and what you name; read the copy before you publish it.

    \b
    minutes redact notes.pdf --to markdown -o public.md
    minutes redact notes.pdf --to docx -o public.docx --item 12 --person "Ann Rowe"
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.model.collection import Collection
    from minutes_cli.model.redaction import Wishes

    wishes = Wishes(**wanted)
    _require_sense(wishes)
    if file != "-" and not Path(file).exists() and register.exists():
        copies, code, kept = [_of_register(file, register, wishes)], ExitCode.DONE, kept_files(register)
    else:
        readings = Readings([file], options, profile)
        copies = [_of_reading(reading, wishes) for _, reading in readings]
        code, kept = readings.exit_code, (file,)
    if copies:
        meetings = tuple(copy.minutes for copy in copies)
        write_all([Writing(Collection(meetings=meetings), form, output)], kept)
    for copy in copies:
        _tell(copy)
    return code


def _of_reading(reading: Reading, wishes: Wishes) -> Redacted:
    from minutes_cli.redacting import redact
    from minutes_cli.redacting.grounds import mark_of
    from minutes_cli.tracing.explanation import explain

    _require_items(reading.minutes, wishes)
    lines = explain(reading).lines
    seen: dict[int, bool] = {}
    for line in lines:
        mark = mark_of(line.source.text)
        if mark is not None:
            item = -1 if line.item is None else line.item
            seen[item] = seen.get(item, False) or mark.opens
    return redact(reading.minutes, wishes, seen)


def _of_register(key: str, register: Path, wishes: Wishes) -> Redacted:
    from minutes_cli.redacting import redact
    from minutes_cli.store.database import opened
    from minutes_cli.store.saving import find_meeting, read_version

    with opened(register) as connection:
        meeting = find_meeting(connection, key)
        if meeting is None:
            raise UsageError(key, "no such file, and no such meeting in the register", "`minutes meetings` lists them")
        minutes = read_version(connection, meeting)
    _require_items(minutes, wishes)
    tell(key, "marks that are in no item cannot be seen in the register", "give the file to have them looked for")
    return redact(minutes, wishes)


def _require_sense(wishes: Wishes) -> None:
    """UsageError for what cannot be meant: an empty shell variable, or an item that is to go and to stay."""
    for name in wishes.people:
        if not any(character.isalnum() for character in name):
            raise UsageError(f"--person {name!r}", "is no name", "write it as the minutes do")
    for number in wishes.numbers:
        if number in wishes.keep:
            raise UsageError(f"item {number}", "is to be left out and to be kept", "leave out one of the two options")


def _require_items(minutes: Minutes, wishes: Wishes) -> None:
    numbers = [item.number for item in minutes.items if item.number]
    for number in (*wishes.numbers, *wishes.keep):
        if not any(number == one or one.startswith(f"{number}.") for one in numbers):
            raise UsageError(
                f"item {number}", "these minutes have none of that number", f"there are {', '.join(numbers)}"
            )


def _tell(copy: Redacted) -> None:
    from minutes_cli.redacting import sentence

    for omission in copy.omissions:
        if omission.count:
            tell(sentence(omission))
        else:
            tell(omission.ground, "occurs nowhere in what is published")
    if not copy.omissions:
        tell("nothing is marked as restricted, and nothing was left out")
    tell(
        "read the copy before you publish it",
        "what is not marked, and other ways to tell who is meant, are still in it",
    )
