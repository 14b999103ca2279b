"""`minutes check --fix`, `--unsafe-fixes` and `--diff`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from minutes_cli.cli.messages import tell
from minutes_cli.cli.options import Command
from minutes_cli.cli.output import new_file, standard_output
from minutes_cli.errors import OutputError, UsageError
from minutes_cli.text.safe import safe

if TYPE_CHECKING:
    from minutes_cli.checking.fixing import Fixed


class Fixing(NamedTuple):
    """Which fixes are carried out, and whether they are only shown."""

    unsafe: bool = False
    preview: bool = False

    def refuse_input(self, files: Sequence[str]) -> None:
        """Raise UsageError for standard input, which is no file to write."""
        if "-" in files and not self.preview:
            raise UsageError("-", "--fix cannot change standard input", "name a file, or use --diff")

    def carry_out(self, name: str, fixed: Fixed) -> None:
        """Show what was mended, or put the mended file in the old one's place."""
        if self.preview:
            with standard_output() as stream:
                stream.writelines(f"{_harmless(line)}\n".encode() for line in fixed.diff())
        elif fixed.new != fixed.old:
            from minutes_cli.readers.files import read_bytes

            path = Path(name)
            if not path.stat().st_mode & 0o222:  # a folder that can be written to would let it be replaced
                raise OutputError(name, "is read-only: not fixed", "make it writable, or see --diff")
            if read_bytes(path) != fixed.old:
                raise OutputError(name, "was changed while it was checked: not fixed", "run again")
            with new_file(path) as stream:
                stream.write(fixed.new)


def _harmless(line: str) -> str:
    """A line without control characters but tabs, which a diff must keep."""
    return "\t".join(map(safe, line.split("\t")))


def tell_fixed(fixed: Sequence[Fixed], fixing: Fixing) -> None:
    """Say on standard error how much was mended, and that some files cannot be."""
    closed = [one.before.path for one in fixed if one.before.found and one.before.source.encoding is None]
    if closed:
        more = f" and {len(closed) - 1} more" if len(closed) > 1 else ""
        tell(closed[0] + more, "cannot be fixed", "only text, Markdown, HTML and unsigned Word files can")
    files = sum(one.mended > 0 for one in fixed)
    where = f" in {files} file{'' if files == 1 else 's'}" if files else ""
    tell(f"{'would fix' if fixing.preview else 'fixed'} {sum(one.mended for one in fixed)}{where}")


def fixing_options(command: Command) -> Command:
    """Add the options that mend; the command gets them as `fixing`, None where nothing is to be mended."""

    @wraps(command)
    def called(*args: object, fix: bool, unsafe_fixes: bool, diff: bool, **given: Any) -> object:
        if unsafe_fixes and not (fix or diff):
            raise click.UsageError("--unsafe-fixes goes with --fix or --diff")
        return command(*args, fixing=Fixing(unsafe_fixes, diff) if fix or diff else None, **given)

    for option in reversed(_FIXING):
        called = option(called)
    return called


_FIXING = (
    click.option("--fix", is_flag=True, help="Mend in the files what can be mended without a change of meaning."),
    click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: mend what may change the meaning too."),
    click.option("--diff", is_flag=True, help="Print what --fix would change, and change nothing."),
)
