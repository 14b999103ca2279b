"""`minutes verify`: whether data still follows from its source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutes_cli.cli.batch import Readings, file_or_input
from minutes_cli.cli.messages import tell
from minutes_cli.cli.options import reading_options, text_or_json
from minutes_cli.cli.output import print_json
from minutes_cli.errors import ExitCode, UsageError
from minutes_cli.profiles import SHIPPED

if TYPE_CHECKING:
    from minutes_cli.model.minutes import Minutes
    from minutes_cli.model.verification import Verification
    from minutes_cli.readers.options import Options


@click.command("verify")
@click.argument("data", metavar="DATA")
@click.argument("source", metavar="SOURCE")
@text_or_json
@reading_options
def command(data: str, source: str, form: str, profile: str | None, options: Options) -> int:
    """Prove each value in DATA anew against SOURCE, the document that it was read from or a later version of it.

    DATA is what `minutes parse` printed as json or jsonl; of several minutes those of SOURCE are taken. One of the two
    may be - for standard input. The exit code is 1 where some values no longer hold.

    \b
    minutes parse notes.pdf -o notes.json
    minutes verify notes.json notes.pdf
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    if data == source == "-":
        raise UsageError("-", "stands for DATA and SOURCE", "name one of the two")
    from minutes_cli.model.loading import read_all
    from minutes_cli.tracing.verification import verify

    told = read_all(file_or_input(data, options), data)
    content = file_or_input(source, options)
    given = _of_source(told, content, data, source)
    readings = Readings([source], options, profile or _known_profile(given[0]), {source: content})
    parts = [reading for _, reading in readings]
    holds = True
    for minutes in given if parts else ():
        same_part = [reading for reading in parts if reading.minutes.source.part == minutes.source.part]
        found = verify(minutes, (same_part or parts)[0])
        _print(found, minutes, form, alone=len(given) == 1)
        holds = holds and found.holds
    return readings.exit_code or (ExitCode.DONE if holds else ExitCode.PROBLEMS)


def _of_source(told: tuple[Minutes, ...], content: bytes, data: str, source: str) -> tuple[Minutes, ...]:
    """The minutes that were read from the file: of the same bytes, else of the same name, else the only ones."""
    import hashlib

    digest = hashlib.sha256(content).hexdigest()
    same = tuple(one for one in told if one.source.sha256 == digest)
    named = tuple(one for one in told if one.source.file == Path(source).name)
    if not same and not named and len(told) > 1:
        raise UsageError(data, f"none of its {len(told)} minutes is of {source}", "give the data of this source")
    chosen = same or named or told
    return chosen if chosen[0].source.parts else chosen[:1]


def _known_profile(minutes: Minutes) -> str | None:
    """The profile that the data was read with; None, which finds one, for one that does not ship."""
    name = minutes.source.profile
    if name in SHIPPED:
        return name
    tell(minutes.source.file, f"was read with the profile {name}, which does not ship", "name its file with --profile")
    return None


def _print(found: Verification, minutes: Minutes, form: str, alone: bool) -> None:
    if form == "json":
        print_json(found, alone)
        return
    from minutes_cli.cli.terminal import show
    from minutes_cli.views.verification import verification

    show(verification(found, minutes))
