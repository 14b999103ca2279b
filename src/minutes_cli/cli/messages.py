"""What goes to standard error: one line a failure."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable
from functools import cache

from minutes_cli import __version__
from minutes_cli.errors import CrashError, MinutesError
from minutes_cli.text.safe import safe


def tell(*parts: str) -> None:
    """Print `minutes: FILE: reason: hint`; never fails."""
    with contextlib.suppress(OSError, AttributeError, ValueError):  # standard error may be closed
        sys.stderr.write(safe(": ".join(("minutes", *(part for part in parts if part)))) + "\n")
        sys.stderr.flush()


def print_lines(lines: Iterable[str]) -> None:
    """Print lines that belong together, the first as `tell` does; never fails."""
    first, *others = map(safe, lines)
    with contextlib.suppress(OSError, AttributeError, ValueError):
        sys.stderr.write("\n".join([f"minutes: {first}", *others]) + "\n")
        sys.stderr.flush()


def tell_error(error: MinutesError) -> None:
    tell(error.name, error.reason, error.hint)


def tell_bug(error: BaseException, name: str = "") -> None:
    """Say that this is a bug of ours, and where its traceback was written.

    The line names only the kind of exception: its message may hold text of the document.
    """
    try:
        _report(error)
        where = f"please report it with {_report_path()}"
    except OSError:
        where = "no report could be written"
    kind = error.kind if isinstance(error, CrashError) else type(error).__name__
    tell(name, f"internal error, a bug in minutes ({kind})", where)


def _report(error: BaseException) -> None:
    import traceback  # seldom needed, and every start would wait for it
    from pathlib import Path

    with Path(_report_path()).open("r+", encoding="utf-8", errors="backslashreplace") as report:
        report.seek(0, os.SEEK_END)
        report.write(f"minutes {__version__}, Python {sys.version.split()[0]} on {sys.platform}\n\n")
        told = [error.traceback] if isinstance(error, CrashError) else traceback.format_exception(error)
        report.writelines([*told, "\n"])


@cache
def _report_path() -> str:
    """A new file that only the user can read; one a run."""
    import tempfile

    handle, path = tempfile.mkstemp(prefix="minutes-bug-", suffix=".txt")
    os.close(handle)
    return path
