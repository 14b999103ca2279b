"""`minutes redact`: a copy of minutes for publication."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from minutes_cli.cli.batch import Files
from minutes_cli.cli.export import Writing, write_all
from minutes_cli.cli.held import require_minutes
from minutes_cli.cli.messages import tell
from minutes_cli.cli.options import reading_options, register_option
from minutes_cli.cli.recorded import kept_files, may_be_key, recorded_minutes, unknown_key
from minutes_cli.errors import ExitCode, UsageError
from minutes_cli.exporters.formats import EXPORTS

if TYPE_CHECKING:
    from minutes_cli.model.minutes import Minutes
    from minutes_cli.model.redaction import Redacted, Wishes
    from minutes_cli.readers.options import Options

_FORMATS = tuple(name for name, export in EXPORTS.items() if export.holds == "meeting")


@click.command("redact")
@click.argument("file", metavar="FILE|DATA|KEY")
@click.option("--to", "form", type=click.Choice(_FORMATS), required=True, help="Format of the copy.")
@click.option(
    "-o", "--output", metavar="PATH", help="A file, or for several meetings a folder, instead of standard output."
)
@click.option("--person", "people", metavar="NAME", multiple=True, help="Leave this person's name out; also several.")
@click.option("--pattern", "patterns", metavar="REGEX", multiple=True, help="Leave what matches out; also several.")
@click.option(
    "--item",
    "numbers",
    metavar="NUMBER",
    multiple=True,
    help="Leave this item out, one without a number by its title; also several.",
)
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

    FILE is a document, DATA what `minutes parse` printed as json or jsonl; - reads standard input. KEY is a meeting of
    the register. The copy is made from the data alone. What is left out, and on what ground, stands in the copy and on
    standard error. It finds what is marked, and what you name; read the copy before you publish it. The exit code is 1
    where a NAME or a REGEX occurs nowhere.

    \b
    minutes redact notes.pdf --to markdown -o public.md
    minutes redact notes.pdf --to docx -o public.docx --item 12 --person "Ann Rowe"
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    from minutes_cli.model.collection import Collection
    from minutes_cli.model.redaction import Wishes

    wishes = Wishes(**wanted)
    _require_sense(wishes)
    sources = _Sources([file], options, profile)
    if may_be_key(file, register):
        recorded, _ = recorded_minutes([file], register)
        if not recorded:
            raise unknown_key(file, register)
        meetings, kept = [_Source(recorded[0], {})], kept_files(register)
        tell(file, "marks that are in no item cannot be seen in the register", "give the file to have them looked for")
    else:
        meetings, kept = [source for _, source in sources], (file,)
    if not meetings:
        return sources.exit_code
    require_minutes([one.minutes for one in meetings], file)
    _require_items([one.minutes for one in meetings], wishes)
    from minutes_cli.redacting import redact

    copies = [redact(one.minutes, wishes, one.seen) for one in meetings]
    public = Collection(meetings=tuple(_told_apart([copy.minutes for copy in copies])))
    write_all([Writing(public, form, output)], kept)
    return ExitCode.PROBLEMS if _tell(copies, kept=bool(wishes.keep)) else sources.exit_code


class _Source(NamedTuple):
    """Minutes, and where a line that is in no item has a mark, as `redacting.restricted` takes it."""

    minutes: Minutes
    seen: Mapping[int, bool]


class _Sources(Files[_Source]):
    """Files to parse, or data that `minutes parse` printed."""

    def _read(self, data: bytes, name: str) -> Sequence[_Source]:
        from minutes_cli.model.loading import is_data, read_all

        if is_data(data):
            tell(name, "marks that are in no item cannot be seen in data", "give the source to have them looked for")
            return [_Source(minutes, {}) for minutes in read_all(data, name)]
        from minutes_cli.pipeline import trace_all_bytes
        from minutes_cli.redacting.outside import marks_outside
        from minutes_cli.tracing.explanation import explain

        return [
            _Source(reading.minutes, marks_outside(reading.minutes, explain(reading).lines))
            for reading in trace_all_bytes(data, name, self.options, self.profile)
        ]


def _require_sense(wishes: Wishes) -> None:
    """UsageError for what cannot be meant: an empty shell variable, or an item that is to go and to stay."""
    for name in wishes.people:
        if not any(character.isalnum() for character in name):
            raise UsageError(f"--person {name!r}", "is no name", "write it as the minutes do")
    for number in wishes.numbers:
        if number in wishes.keep:
            raise UsageError(f"item {number}", "is to be left out and to be kept", "leave out one of the two options")


def _require_items(meetings: Sequence[Minutes], wishes: Wishes) -> None:
    from minutes_cli.redacting.restricted import is_named

    items = [item for minutes in meetings for item in minutes.items]
    for number in (*wishes.numbers, *wishes.keep):
        if not any(is_named(item, number) for item in items):
            there = ", ".join(item.number for item in items if item.number)
            raise UsageError(
                f"item {number}", "these minutes have none of that number", f"there are {there}" if there else ""
            )


def _told_apart(copies: Sequence[Minutes]) -> Iterator[Minutes]:
    """Copies, which all have one source, with their number where they are several."""
    for number, copy in enumerate(copies, start=1):
        part = {"part": number, "parts": len(copies)} if len(copies) > 1 else {}
        yield copy.model_copy(update={"source": copy.source.model_copy(update=part)})


def _tell(copies: Sequence[Redacted], *, kept: bool) -> bool:
    """Say what every copy leaves out; whether something that was to be left out occurs in none of them.

    kept  whether the user wanted something published that is perhaps marked
    """
    from minutes_cli.redacting import sentence

    for number, copy in enumerate(copies, start=1):
        of = f"meeting {number} ({copy.minutes.meeting.date or 'no date'})" if len(copies) > 1 else ""
        for omission in copy.omissions:
            if omission.count:
                tell(of, sentence(omission))
            elif omission.known:
                tell(of, omission.ground, "occurs in nothing that is published")
        if not any(omission.count for omission in copy.omissions):
            tell(of, "nothing was left out", "" if kept else "nothing is marked as restricted")
        for alike in copy.alike:
            tell(of, alike.ground, "names like it are still in the copy", ", ".join(alike.names))
    wanted = [one for copy in copies for one in copy.omissions if one.kind in ("name", "pattern")]
    known = {one.ground for one in wanted if one.known}
    idle = list(dict.fromkeys(one.ground for one in wanted if one.ground not in known))
    in_part = {one.ground for one in wanted if one.count}
    for ground in idle:
        tell(ground, "occurs nowhere in these minutes", "only a part of it does" if ground in in_part else "")
    tell(
        "read the copy before you publish it",
        "what is not marked, and other ways to tell who is meant, are still in it",
    )
    return bool(idle)
