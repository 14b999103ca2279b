"""What goes to standard error: one line a failure."""

from __future__ import annotations

import contextlib
import os
import sys

from minutes_cli import __version__
from minutes_cli.errors import MinutesError
from minutes_cli.text.safe import safe


def tell(*parts: str) -> None:
    """Print `minutes: FILE: reason: hint`; never fails."""
    with contextlib.suppress(OSError, AttributeError, ValueError):  # standard error may be closed
        line = safe(": ".join(("minutes", *(part for part in parts if part))))
        sys.stderr.write(line.encode(sys.stderr.encoding, "backslashreplace").decode(sys.stderr.encoding) + "\n")
        sys.stderr.flush()


def tell_error(error: MinutesError) -> None:
    tell(error.name, error.reason, error.hint)


def tell_bug(error: BaseException, name: str = "") -> None:
    """Say that this is a bug of ours, and where its traceback was written.

    The line names only the kind of exception: its message may hold text of the document.
    """
    try:
        where = f"please report it with {_write_report(error)}"
    except OSError:
        where = "no report could be written"
    tell(name, f"internal error, a bug in minutes ({type(error).__name__})", where)


def _write_report(error: BaseException) -> str:
    import tempfile  # both are seldom needed, and every start would wait for them
    import traceback

    handle, path = tempfile.mkstemp(prefix="minutes-bug-", suffix=".txt")  # mode 0600
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as report:
        report.write(f"minutes {__version__}, Python {sys.version.split()[0]} on {sys.platform}\n\n")
        report.writelines(traceback.format_exception(error))
    return path
